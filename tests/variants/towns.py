"""Invented projects: two towns' worth of plain rows that every variant is made of."""

from __future__ import annotations

from dataclasses import replace

from model import Heading, Mark, Project

SHOAL = Project(
    "1",
    "โครงการ|ขุดลอก|คลอง|บ้าน|หนอง|แพรก",
    ("ขุดลอก|คลอง|กว้าง 4 เมตร |ยาว 850 เมตร |พร้อม|ปรับ|คันดิน",),
    ("185,000",),
    "บ้าน|หนอง|แพรก |หมู่ 3",
    "กองช่าง",
    (Mark("->", 2, 4),),
)
DENGUE = Project(
    "2",
    "โครงการ|ป้องกัน|โรค|ไข้เลือดออก",
    ("สำรวจ|ลูกน้ำ|ยุงลาย|ทุก|หลังคา|เรือน", "พ่น|หมอก|ควัน|ใน|โรงเรียน|และ|วัด"),
    ("42,500",),
    "ทุก|หมู่บ้าน",
    "กอง|สาธารณสุข",
    (Mark("<->", 0, 2, 0), Mark("<->", 6, 8, 1)),
)
DRUMS = Project(
    "3",
    "โครงการ|แข่งขัน|กลองยาว|เยาวชน",
    ("จัด|ประกวด|กลองยาว |จำนวน 12 ทีม",),
    ("30,000",),
    "ลาน|วัด|โพธิ์|เรียง",
    "กอง|การศึกษา",
    (Mark("->", 6, 6),),
)
ELDERS = Project(
    "4",
    "โครงการ|โรงเรียน|ผู้สูงอายุ",
    ("อบรม|อาชีพ|และ|ดูแล|สุขภาพ|ผู้สูงอายุ|เดือนละ 2 ครั้ง",),
    ("ไม่ใช้|งบประมาณ",),
    "ศูนย์|ผู้สูงอายุ",
    "กอง|สวัสดิการ|สังคม",
    (Mark("<->", 0, 11),),
)
ROWS = (SHOAL, DENGUE, DRUMS, ELDERS)
PROGRAM = Heading("program", None, "แผนงานสาธารณสุข", "")
STRATEGY = Heading("strategy", "2", "การพัฒนาคุณภาพชีวิต", "ยุทธศาสตร์ที่ 2 ")


def marked(project: Project, *marks: Mark) -> Project:
    """Return a project with other marks."""
    return replace(project, marks=marks)


def paid(project: Project, *amounts: str) -> Project:
    """Return a project with other amounts."""
    return replace(project, amounts=amounts)
