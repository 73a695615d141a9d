"""The cases of the rules that are previews, as ``cases.py`` has those of the others."""

from __future__ import annotations

from cases import ONE, Cases
from laid import laid

from planparse.plan import Plan, Timeline, Total
from plans import activity, budget, fault, plan, project, ref, timeline, total, where

EDUCATION, WORKS = ref("1", "การศึกษา"), ref("2", "โครงสร้างพื้นฐาน")
PERCENT = "คิดเป็นร้อยละ"


def works(*amounts: float) -> Plan:
    """Return a plan of roads with these amounts."""
    return plan(*(project(str(n), f"ก่อสร้างถนนสาย {n}", baht=baht) for n, baht in enumerate(amounts, 1)))


def parts(whole: float | None, *amounts: float | None) -> Plan:
    """Return a plan with one project in parts."""
    rows = [project(f"1.{n}", baht=baht) for n, baht in enumerate(amounts, 1)]
    return plan(project("1", baht=whole), *rows, project("2"))


def share(label: str, percent: str, baht: float = 1, level: str = "strategy") -> Total:
    """Return a row of a summary form with a percentage."""
    return Total(level=level, label=label, projects=1, baht=baht, extra={PERCENT: percent}, where=where())  # type: ignore[arg-type]


def shares(*percents: str, whole: str = "100") -> Plan:
    """Return a summary form before a plan."""
    rows = [share(f"ยุทธศาสตร์ {n}", percent) for n, percent in enumerate(percents, 1)]
    return laid(*rows, share("รวมทั้งสิ้น", whole, len(rows), "plan").model_copy(update={"projects": len(rows)}), 2, ONE)


def summed(projects: int, baht: float, label: str = "ยุทธศาสตร์ที่ 1 การศึกษา") -> Plan:
    """Return a plan of three rows under two strategies, with a summary row of the first before them."""
    first = Total(level="strategy", label=label, projects=projects, baht=baht, extra={}, where=where())
    rows = [project("1", strategy=EDUCATION), project("2", strategy=EDUCATION), project("1", strategy=WORKS)]
    return laid(first, 2, *rows)


def steps(*marked: bool) -> Plan:
    """Return a project with activities, some with a mark."""
    month = timeline(("2012-01", "2012-01"))
    done = [
        activity(f"ขั้น {n}").model_copy(update={"timeline": month if yes else Timeline(marks=[], spans=[])})
        for n, yes in enumerate(marked)
    ]
    return plan(project("1", activities=done))


def worded(text: str) -> Plan:
    """Return a plan with an amount in words in its details."""
    return plan(project("1", details=f"- {text}"))


CASES: dict[str, Cases] = {
    "text-doubtful": Cases(
        fires=[
            (plan(project("1", "ก่อสร้\ufffdง")), "1", "“\ufffd”"),
            (plan(project("2", place="บ้าน\ue123")), "2", "U+E123"),
            (plan(project("3", unit="กองช่่าง")), "3", "unit"),
            (plan(ONE, title="แผนการดำเนินงาน ปีงบประมาณ 2555 (cid:3)"), None, "(cid:3)"),
        ],
        silent=[plan(project("1", "น้ำ ที่ทำการ เก้าอี้ ตั๋ว ญี่ปุ่น ฯลฯ ๆ")), plan(project("1", "CCTV (cid) 5 × 3 ✓"))],
    ),
    "file-year-mismatch": Cases(
        fires=[
            (plan(ONE, name="แผน 2554.pdf"), None, "says 2554, the plan is of the fiscal year 2555"),
            (plan(ONE, name="๒๕๕๗_plan.pdf"), None, "2557"),
            (plan(ONE, name="แผน 2557 ลงวันที่ 1 ต.ค. 2554.pdf"), None, "says 2557,"),
            (plan(ONE, name="แก้ไข-2-2554.pdf"), None, "2554"),
        ],
        silent=[
            plan(ONE, name="plan2555.pdf"),
            plan(ONE, name="2553-2556.pdf"),
            plan(ONE, name="25540912.pdf"),
            plan(ONE, name="แผน 1 ต.ค. 2554.txt"),
            plan(ONE, name="ประกาศ_๑๒_กันยายน_๒๕๕๔.pdf"),
            plan(ONE, name="12-09-2554 plan.pdf"),
            plan(ONE, name="-"),
            plan(ONE, name="แผน 2554.pdf", fiscal_year=None),
        ],
    ),
    "period-mismatch": Cases(
        fires=[
            (
                plan(ONE, faults=[fault("period-mismatch", "the stated period ส.ค. 2564 is not all in the fiscal year 2565")]),
                None,
                "ส.ค. 2564",
            ),
            (plan(ONE, faults=[fault("period-mismatch", "ส.ค. 2564")]), None, "not in the table's months: ส.ค. 2564"),
        ],
        silent=[plan(ONE), plan(ONE, faults=[fault("mark-outside-months", "•", "1")])],
    ),
    "spelling-varies": Cases(
        fires=[
            (
                plan(*(project(str(n), place=p) for n, p in enumerate(("บ้านสันป่าถ่อน", "บ้านสันปาถอน", "บ้านสันป่าถ่อน"), 1))),
                "2",
                "“บ้านสันปาถอน” is spelt unlike “บ้านสันป่าถ่อน”, which this plan has 2 times",
            ),
            (
                plan(ONE, project("2", unit="กองวิชากานและแผนงาน"), project("3", unit="กองวิชาการและแผนงาณ")),
                "3",
                "กองวิชาการและแผนงาณ",
            ),
        ],
        silent=[
            plan(ONE, project("2")),
            plan(project("1", unit="กอง ช่าง"), project("2", unit="กองช่าง")),
            plan(project("1", unit="กองช่าง"), project("2", unit="กองคลัง")),
            plan(project("1", place="บ้านเหนือ"), project("2", place="บ้านใต้"), project("3", place=None, unit=None)),
        ],
    ),
    "part-sum-mismatch": Cases(
        fires=[
            (parts(100, 60, 50), "1", "states 100 baht, its 2 parts sum to 110"),
            (parts(0.3, 0.1, 0.1), "1", "0.30 baht"),
        ],
        silent=[parts(0.3, 0.1, 0.2), parts(100, 60), parts(100, 60, None), parts(None, 60, 50), parts(0, 60, 50)],
    ),
    "summary-mismatch": Cases(
        fires=[
            (summed(3, 20_000), None, "states 3 projects, 20,000 baht, the rows"),
            (summed(2, 30_000), None, "come to 2 projects, 20,000 baht"),
        ],
        silent=[
            summed(2, 20_000),
            summed(9, 9, label="ยุทธศาสตร์ที่ 9 ที่ไม่มีในตาราง"),
            summed(3, 20_000).model_copy(update={"faults": [fault("page-without-text", at=where(3))]}),
        ],
    ),
    "percentage-mismatch": Cases(
        fires=[
            (shares("40", "50.00"), None, "sums to 90.00, not to 100"),
            (shares("๓๓.๓๓ %", "๓๓.๓๓ %", "๒๓.๓๔ %"), None, PERCENT),
        ],
        silent=[shares("33.33", "33.33", "33.33"), shares("50", "50"), shares("-", "-"), laid(ONE, total("รวม", 10_000, 1))],
    ),
    "amount-out-of-scale": Cases(
        fires=[
            (works(300_000, 310_000, 320_000, 330_000, 340_000, 350), "6", "350 baht is far"),
            (works(300_000, 310_000, 320_000, 330_000, 340_000, 350_000_000), "6", "350,000,000"),
        ],
        silent=[
            works(300_000, 310_000, 320_000, 350),
            works(50_000, 300_000, 310_000, 320_000, 330_000, 9_000_000),
            works(300_000, 310_000, 320_000, 330_000, 340_000, 0),
        ],
    ),
    "amount-words-mismatch": Cases(
        fires=[
            (worded("130,000 บาท (หนึ่งแสนสองหมื่นบาทถ้วน)"), "1", "130,000 in figures is not “หนึ่งแสนสองหมื่นบาท” (120,000)"),
            (plan(project("2", cell=budget(900, "๙๐๐.- บาท (-เก้าพันบาทถ้วน-)"))), "2", "9,000"),
        ],
        silent=[
            worded("115,500.-บาท (-หนึ่งแสนหนึ่งหมื่นห้าพันห้าร้อยบาทถ้วน-)"),
            worded("2,000,021 บาท (สองล้านยี่สิบเอ็ดบาทถ้วน) และ 5 คน (ห้าคน)"),
            worded("10.50 บาท (สิบบาทห้าสิบสตางค์)"),
        ],
    ),
    "activity-without-marks": Cases(
        fires=[(steps(True, False, True), "1", "“ขั้น 1” of project 1"), (steps(True, True, False), "1", "“ขั้น 2”")],
        silent=[steps(True, True), steps(True, False, False), steps(False, False), plan(ONE)],
    ),
}
