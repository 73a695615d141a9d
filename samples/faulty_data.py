"""``faulty.pdf``: a plan with a handful of faults, each made on purpose and listed in ``FINDINGS``."""

from __future__ import annotations

from decimal import Decimal

from model import Group, Mark, Plan, Project
from plan_data import COLUMNS, program, strategy

WORKS = (
    Project(
        "1",
        "โครงการ|ซ่อมแซม|ถนน|ลูกรัง|สาย|ไร่|ปลายนา",
        ("ลง|ลูกรัง|และ|บดอัด |ระยะทาง 800 เมตร |กว้าง 4 เมตร",),
        ("164,000",),
        "หมู่ที่ 2",
        "กองช่าง",
        (Mark("->", 2, 4),),
    ),
    Project(
        "2",
        "โครงการ|วาง|ท่อ|ระบายน้ำ|หน้า|โรงเรียน",
        ("วาง|ท่อ|คอนกรีต|เสริมเหล็ก |พร้อม|บ่อพัก|จำนวน 14 บ่อ",),
        ("298,600",),
        "หมู่ที่ 5",
        "กองช่าง",
        (Mark("->", 4, 6),),
    ),
    # No project 3: a gap in the numbers.
    Project(
        "4",
        "โครงการ|ติดตั้ง|ราว|กันตก|ทาง|โค้ง|เขา|เมฆ",
        ("ติดตั้ง|ราว|กันตก |ความยาว 120 เมตร |พร้อม|ป้าย|เตือน",),
        ("87,400",),
        "หมู่ที่ 6",
        "กองช่าง",
        (Mark("<->", 6, 7),),
    ),
)
PEOPLE = (
    Project(
        "5",
        "โครงการ|อบรม|อาสาสมัคร|บริบาล|ท้องถิ่น",
        ("อบรม|การ|ดูแล|ผู้สูงอายุ|เบื้องต้น |จำนวน 20 คน",),
        ("",),
        "ห้อง|ประชุม |อบต.",
        "กอง|สวัสดิการ|สังคม",
        (Mark("->", 3, 4),),
    ),
    Project(
        "6",
        "โครงการ|มอบ|ผ้าห่ม|ต้าน|ภัย|หนาว",
        ("จัดหา|ผ้าห่ม|กันหนาว|ให้|ผู้ยากไร้ |จำนวน 150 ผืน",),
        ("37,500",),
        "ทุก|หมู่บ้าน",
        "กอง|สวัสดิการ|สังคม",
        (),
    ),
    Project(
        "7",
        "โครงการ|คลินิก|กฎหมาย|ใกล้|บ้าน",
        ("เชิญ|ทนาย|อาสา|ให้|คำ|ปรึกษา|เดือนละ 1 ครั้ง",),
        ("ไม่ใช้|งบประมาณ",),
        "",
        "สำนักปลัด |อบต.",
        (Mark("--", 0, 11),),
    ),
)

PLAN = Plan(
    # The months are those of fiscal year 2568.
    title="แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2567",
    organization="องค์การบริหารส่วนตำบลเขาเมฆน้อย",
    year=2568,
    label="แบบ ผด. 02",
    columns=COLUMNS,
    grand_total=False,
    groups=(
        Group(
            (strategy("1", "การพัฒนาโครงสร้างพื้นฐาน"), program("1.1", "แผนงานอุตสาหกรรมและการโยธา")),
            WORKS,
            stated=Decimal("560000"),  # the rows give 550,000
        ),
        Group((program("1.2", "แผนงานสังคมสงเคราะห์"),), PEOPLE, total=False),
    ),
)

FINDINGS: tuple[tuple[str, str | None, str], ...] = (
    ("fiscal-year-mismatch", None, "the title says 2567, the years over the months are 2567 and 2568, which is 2568"),
    ("number-gap", "4", "after project 2 comes 4"),
    ("total-mismatch", None, "the sum under 1.1 says 560,000, its rows give 550,000"),
    ("budget-missing", "5", "the cell is empty"),
    ("timeline-empty", "6", "no mark in any month"),
    ("place-missing", "7", "the cell is empty (a warning)"),
)
