"""For each rule: plans that it must find fault with, with what its message must quote, and plans that it must leave alone."""

from __future__ import annotations

from dataclasses import dataclass, field

from laid import laid

from planparse.plan import Column, Doubt, MonthLabel, Plan, Project, Span, TableHeader
from plans import (
    activity,
    budget,
    fault,
    fiscal_months,
    heading,
    mark,
    plan,
    project,
    ref,
    table,
    timeline,
    total,
    where,
)

EMPTY = timeline()


@dataclass(frozen=True)
class Cases:
    """``fires``: plan, number of the project (or ``None``), words of the message. ``silent``: plans without this finding."""

    fires: list[tuple[Plan, str | None, str]]
    silent: list[Plan] = field(default_factory=list)


def months(*labels: str, year: int | None = 2555, **changes: object) -> TableHeader:
    """Return a table whose months have these labels, taken by position from October on."""
    named = [MonthLabel(label=label, month=month) for label, month in zip(labels, fiscal_months(year), strict=False)]
    return table(year).model_copy(update={"months": named, **changes})


def labelled(changes: dict[int, str]) -> TableHeader:
    """Return a table of twelve months with some labels (from 0, October) changed."""
    labels = [entry.label for entry in table().months]
    return months(*(changes.get(place, label) for place, label in enumerate(labels)))


def without(place: int) -> TableHeader:
    """Return a table without one of its month columns (from 0, October)."""
    return table().model_copy(update={"months": [m for index, m in enumerate(table().months) if index != place]})


def years(*printed: int) -> TableHeader:
    """Return a table with these years over its months."""
    return table().model_copy(update={"years": list(printed)})


def marked(*signs: tuple[int, str], number: str = "1") -> Project:
    """Return a project with ``(place of the month from October, sign)``; no spans, the rules read the marks."""
    kinds = {"•": "bullet", "→": "arrow", "-": "dash", "§": "unknown", "": "arrow", "█": "fill"}
    made = [mark(fiscal_months()[place], kinds[sign], sign) for place, sign in signs]  # type: ignore[arg-type]  # a kind
    return project(number, months=timeline(marks=made))


def merged(sign: str, *others: tuple[int, str]) -> Project:
    """Return a project with a sign in a cell over December to March, which means all of them, and other signs."""
    made = marked((2, sign), *others).timeline
    span = Span(start=fiscal_months()[2], end=fiscal_months()[5])
    return project("1", months=made.model_copy(update={"spans": [span]}))


def worded(text: str) -> Project:
    """Return a project whose time is said in words."""
    return project("1", months=timeline(marks=[mark("2011-10", "text", text)]))


def group(name: str = "ด้านวิชาการ") -> Project:
    """Return a row that only names a group of rows."""
    return project("", name, baht=None, details="", place="", unit="", months=EMPTY)


ONE = project("1")
STEPS = table(fields=("name", "unit"))
A, B = ref("1", "แผนงานการศึกษา"), ref("2", "แผนงานสาธารณสุข")
LINES = table().model_copy(update={"months": [], "columns": [Column(field="name", header="โครงการ")]})
TITLE_2556 = "แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. ๒๕๕๖"

CASES: dict[str, Cases] = {
    "no-table": Cases(
        fires=[
            (plan(tables=[]), None, "no plan table"),
            (plan(tables=[], faults=[fault("no-table", "no table of a plan was found")]), None, "no plan table"),
        ],
        silent=[plan(ONE), plan(ONE, tables=[]), plan(tables=[], faults=[fault("page-without-text")])],
    ),
    "page-without-text": Cases(
        fires=[
            (plan(ONE, faults=[fault("page-without-text", "a scan", at=where(7))]), None, "page 7 has no text to read: a scan"),
            (plan(tables=[], faults=[fault("page-without-text", at=where(1))]), None, "page 1"),
        ],
        silent=[plan(ONE), plan(tables=[])],
    ),
    "text-unrepaired": Cases(
        fires=[
            (plan(project("1", "โครงการธนาคารขԺะ")), "1", "“Ժ”"),
            (plan(project("2", details="ພัฒนา")), "2", "details: “ພ”"),
            (plan(project("3", place="สำนัnช่าง")), "3", "place: “n” in “สำนัnช่าง”"),
            (plan(project("4", unit="กองЖคลัง")), "4", "unit"),
            (plan(project("5", extra={"หมายเหตุ": "งบ\u0430"})), "5", "หมายเหตุ: “\u0430”"),
            (plan(ONE, headings=[heading("program", None, "แผนงานกาะເກษตร", page=3)]), None, "heading"),
            (plan(ONE, title="แผนกาرดำเนินงาน 2555"), None, "title"),
            (plan(project("6", "ท่อกΦว้าง")), "6", "“Φ”"),
        ],
        silent=[
            plan(project("1", "ติดตั้งกล้อง CCTV ระบบLEDขนาด 30 วัตต์ (Solar Cell) และ e-Service")),
            plan(project("1", "ถนน ค.ส.ล. กม.2A กว้าง 4xยาว กว้างxยาว 5×3 เมตร ๒๕ ฯลฯ ก๋วยๆ ฯพณฯ")),
            plan(project("1", "ท่อ Φ 0.60 ม. 10 kΩ 5 µm → ✓ • ½ ℓ ² № Café")),
            plan(project("1", "มีสระ น้ำ เก้าอี้ ฿500\u200bบาท \uf0fc")),
        ],
    ),
    "column-missing": Cases(
        fires=[
            (plan(ONE, faults=[fault("column-missing", "place")]), None, "missing: place"),
            (plan(ONE, faults=[fault("column-missing", "a column for {unit}")]), None, "a column for {unit}"),
        ],
        silent=[plan(ONE), plan(project("1", place=None), tables=[STEPS])],
    ),
    "month-missing": Cases(
        fires=[
            (plan(ONE, tables=[labelled({9: ""})]), None, "ก.ค."),
            (plan(ONE, tables=[labelled({0: ".", 11: "-"})]), None, "ต.ค. ก.ย."),
            (plan(ONE, tables=[without(9)]), None, "ก.ค."),
            (plan(ONE, tables=[without(11)]), None, "ก.ย."),
            (plan(ONE, tables=[without(4).model_copy(update={"columns": STEPS.columns})]), None, "ก.พ."),
            (plan(ONE, tables=[months("ตค.-ธค.", "มค.-มีค.", "เมย.-มิย.")]), None, "ก.ค. ส.ค. ก.ย."),
            (plan(ONE, faults=[fault("month-missing", "รวม")]), None, "รวม"),
        ],
        silent=[
            plan(ONE),
            plan(ONE, tables=[LINES]),
            plan(ONE, tables=[labelled({3: "ນ.ค.", 0: "ต.ค.66", 5: "มีนา\nคม", 6: "เมษายน"})]),
            plan(ONE, tables=[months("ตค.-ธค.", "มค.-มีค.", "เมย.-มิย.", "กค.-กย.")]),
            plan(ONE, tables=[months("ไตรมาส 1", "ไตรมาส 2", "ไตรมาส 3", "ไตรมาส 4")]),
            plan(ONE, tables=[months("ต.ค.", "พ.ย.", "ธ.ค.", columns=STEPS.columns)]),
        ],
    ),
    "month-order": Cases(
        fires=[
            (plan(ONE, tables=[labelled({3: "ก.พ.", 4: "ม.ค."})]), None, "ก.พ., ม.ค."),
            (plan(ONE, tables=[labelled({6: "ม.ค."})]), None, "order: ม.ค."),
            (plan(ONE, tables=[months("ต.ค.", "ธ.ค.", "พ.ย.")]), None, "พ.ย."),
            (
                plan(ONE, tables=[table().model_copy(update={"months": [*table().months[6:], *table().months[:6]][::-1]})]),
                None,
                "ต.ค.",
            ),
        ],
        silent=[
            plan(ONE),
            plan(ONE, tables=[LINES]),
            plan(ONE, tables=[without(9)]),
            plan(ONE, tables=[labelled({3: "ນ.ค.", 0: "ต.ค.66", 8: "", 6: "เมษายน"})]),
            plan(ONE, tables=[table().model_copy(update={"months": [*table(2556).months[8:], *table(2556).months[:8]]})]),
            plan(ONE, tables=[table().model_copy(update={"months": [*table(2555).months, *table(2556).months]})]),
        ],
    ),
    "fiscal-year-missing": Cases(
        fires=[
            (plan(ONE, title=None, fiscal_year=None), None, "fiscal year"),
            (plan(tables=[LINES], title="แผนการดำเนินงาน", fiscal_year=None), None, "fiscal year"),
        ],
        silent=[plan(ONE), plan(tables=[], fiscal_year=None, title=None)],
    ),
    "fiscal-year-mismatch": Cases(
        fires=[
            (plan(ONE, title=TITLE_2556), None, "title 2556, over the months 2554/2555"),
            (plan(ONE, tables=[years(2552, 2555)]), None, "2552/2555"),
            (plan(ONE, tables=[years(2554, 2555), years(2555, 2556)], title=None), None, "2555/2556"),
            (plan(ONE, headings=[heading("program", None, "แผนงาน ประจำปีงบประมาณ 2554")]), None, "heading 2554"),
            (plan(ONE, title="แผนปฏิบัติการ ประจำปี 2553"), None, "title 2553"),
        ],
        silent=[
            plan(ONE),
            plan(ONE, tables=[years(2555), years(2555, 2554), years()]),
            plan(ONE, tables=[years(2554)]),
            plan(ONE, title="แผนการดำเนินงาน ปีงบประมาณ 2555 แก้ไขครั้งที่ 2/2556"),
            plan(ONE, title="แผนพัฒนา ปีงบประมาณ พ.ศ. 2561 - 2565"),
            plan(ONE, title="แผนปฏิบัติการ ปีการศึกษา 2554"),
            plan(ONE, headings=[heading("program", None, "โครงการต่อเนื่องจากปีงบประมาณ พ.ศ. 2554")]),
            plan(ONE, headings=[heading("program", None, "ส่งเสริมประเพณีปี 2549"), heading("objective", None, "พ.ศ. 2540")]),
            plan(project("1", "งานประจำปีงบประมาณ 2559")),
            plan(ONE, title=None, tables=[years(2555).model_copy(update={"months": table(2556).months[8:]}), years(2555, 2556)]),
        ],
    ),
    "number-gap": Cases(
        fires=[
            (laid(ONE, project("2"), project("4")), "4", "4 follows 2"),
            (laid(ONE, total(level="program"), project("3")), "3", "3 follows 1"),
            (laid(ONE, project(""), project("5")), "5", "5 follows 1"),
        ],
        silent=[
            laid(ONE, project("2"), project("3")),
            laid(ONE, project(""), project("3")),
            laid(ONE, project("ก"), project("3")),
            laid(project("7"), project("8")),
            laid(project(None, "ก"), project(None, "ข")),
        ],
    ),
    "number-duplicate": Cases(
        fires=[
            (laid(ONE, project("2"), project("2")), "2", "number 2"),
            (laid(ONE, project("2"), ONE, project("2"), project("3")), "1", "number 1"),
            (laid(ONE, project("1.1"), project("1.1")), "1.1", "number 1.1"),
        ],
        silent=[
            laid(ONE, total(level="program"), ONE),
            laid(project("1", program=A), project("1", program=B)),
            laid(project(""), project("")),
            laid(project("ก"), project("ก")),
            laid(ONE, project("1.1"), project("2"), project("2.1")),
        ],
    ),
    "number-missing": Cases(
        fires=[(plan(project("", "โครงการหนึ่ง")), None, "“โครงการหนึ่ง”"), (plan(ONE, project(" ", "ข")), " ", "has no number")],
        silent=[plan(ONE), plan(project(None, "ขั้นเตรียมการ")), plan(group())],
    ),
    "name-missing": Cases(
        fires=[(plan(project("3", "")), "3", "project 3"), (plan(project("", "")), None, "without a number")],
        silent=[plan(ONE), plan(project(None, None))],
    ),
    "details-missing": Cases(
        fires=[(plan(project("2", details="")), "2", "project 2"), (plan(project("2", details="\n")), "2", "details")],
        silent=[plan(ONE), plan(project("1", details=None)), plan(group())],
    ),
    "place-missing": Cases(
        fires=[(plan(project("9", place="")), "9", "project 9"), (plan(ONE, project("2", place=" ")), "2", "where")],
        silent=[plan(ONE), plan(project("1", place=None)), plan(group())],
    ),
    "unit-missing": Cases(
        fires=[(plan(project("4", unit="")), "4", "project 4"), (plan(ONE, project("2", unit=" ")), "2", "unit")],
        silent=[plan(ONE), plan(project("1", unit=None)), plan(group())],
    ),
    "project-duplicate": Cases(
        fires=[
            (plan(project("1", "โครงการวันเด็ก"), project("5", "โครงการวันเด็ก")), "5", "“โครงการวันเด็ก” is the same as project 1"),
            (plan(project("1", "วัน เด็ก"), project("2", "วันเด็ก", details="- จัด\nประชุม")), "2", "the same as project 1 (page 1)"),
            (laid(project("1", "ถนน หมู่ ๑"), 2, project("1", "ถนน หมู่ 1")), "1", "the same as project 1 (page 1, line 1)"),
        ],
        silent=[
            plan(project("1", "ก"), project("2", "ข")),
            plan(project("1", "ก"), project("2", "ก", place="หมู่ 2")),
            plan(project("1", "ก", baht=5), project("2", "ก", baht=6)),
            plan(*(project(None, "สรุปผล", cell=budget(None, status="absent"), details=None, place=None) for _ in "ab")),
            plan(group(), group()),
        ],
    ),
    "budget-missing": Cases(
        fires=[
            (plan(project("3", baht=None)), "3", "project 3"),
            (plan(project("", "ชื่อ", baht=None)), None, "“ชื่อ”"),
        ],
        silent=[
            plan(ONE),
            plan(project("1", cell=budget(0, "-", "none"))),
            plan(project("1", cell=budget(None, status="absent"))),
            plan(project("1", baht=None, activities=[activity("จัดประชุม", 500)])),
            plan(group()),
        ],
    ),
    "budget-unreadable": Cases(
        fires=[
            (plan(project("3", cell=budget(None, "ดูเอกสารแนบ", "unreadable"))), "3", "“ดูเอกสารแนบ”"),
            (plan(project("4", cell=budget(None, "1,\n{0}", "unreadable"))), "4", "“1, {0}”"),
        ],
        silent=[plan(ONE), plan(project("1", baht=None)), plan(project("1", cell=budget(0, "ไม่ใช้งบประมาณ", "none")))],
    ),
    "total-mismatch": Cases(
        fires=[
            (laid(ONE, project("2"), total("รวม", 30_000, 2, "program")), None, "states 30,000 baht, its 2 rows sum to 20,000"),
            (laid(project("1", baht=0.1), project("2", baht=0.2), total("รวมทั้งสิ้น", 0.31)), None, "0.31 baht"),
            (laid(ONE, total("ยอดยกมา", 10_000), project("2"), total("รวม", 30_000)), None, "its 2 rows sum to 20,000"),
        ],
        silent=[
            laid(ONE, project("2"), total("รวม", 20_000, 2, "program")),
            laid(project("1", baht=0.1), project("2", baht=0.2), total("รวมทั้งสิ้น", 0.3)),
            laid(ONE, project("2", baht=None), total("รวม", 5, 2, "program")),
            laid(ONE, total("รวม", None, 1)),
            laid(ONE, project("2"), total("รวมหน้านี้", 20_000), total("ยอดยกมา", 20_000), project("3"), total("รวม", 30_000, 3)),
        ],
    ),
    "count-mismatch": Cases(
        fires=[
            (laid(ONE, project("2"), total("รวม", 20_000, 3, "program")), None, "states 3 projects, there are 2"),
            (laid(ONE, total("รวมทั้งสิ้น", None, 69)), None, "states 69 projects, there is 1"),
        ],
        silent=[
            laid(ONE, project("2"), total("รวม", 20_000, 2, "program")),
            laid(ONE, project("1.1"), project("1.2"), total("รวม", None, 1)),
            laid(group(), ONE, total("รวม", 10_000, 1)),
            laid(ONE, total("รวม", 10_000)),
        ],
    ),
    "timeline-empty": Cases(
        fires=[
            (plan(project("4", months=EMPTY)), "4", "project 4"),
            (
                plan(
                    project("1", months=EMPTY), tables=[LINES.model_copy(update={"columns": [Column(field="timeline", header="")]})]
                ),
                "1",
                "timeline",
            ),
            (plan(project(None, "สรุปผล", cell=budget(None, status="absent"), months=EMPTY, place=None)), None, "“สรุปผล”"),
        ],
        silent=[
            plan(ONE),
            plan(marked((2, "§"))),
            plan(project("1", months=EMPTY, activities=[activity("ก", None, ("2012-01", "2012-01"))])),
            plan(project("1", months=EMPTY), tables=[LINES]),
            plan(project("1", months=EMPTY), tables=[]),
            plan(project("1", months=EMPTY), tables=[without(0)]),
            plan(project("1", months=EMPTY), faults=[fault("mark-outside-months", "•", "1")]),
            plan(group()),
            laid(table(), ONE, LINES, project("1", months=EMPTY)),
        ],
    ),
    "mark-unknown": Cases(
        fires=[(plan(marked((2, "•"), (5, "§"))), "1", "“§” at มี.ค. 2555"), (plan(marked((0, "§"), number="8")), "8", "ต.ค. 2554")],
        silent=[plan(ONE), plan(marked((2, "•"), (5, "-"))), plan(worded("ตลอดปี"))],
    ),
    "mark-outside-months": Cases(
        fires=[
            (plan(ONE, faults=[fault("mark-outside-months", "•", "1")]), "1", "outside the months: •"),
            (plan(ONE, faults=[fault("mark-outside-months", "{0}[b]", None)]), None, "{0}[b]"),
        ],
        silent=[
            plan(ONE),
            plan(ONE, faults=[fault("page-without-text")]),
            plan(ONE, tables=[without(11)], faults=[fault("mark-outside-months", "•", "1")]),
        ],
    ),
    "arrow-without-start": Cases(
        fires=[
            (plan(marked((3, "→"))), "1", "“→” at ม.ค. 2555"),
            (plan(marked((3, "-"), number="2")), "2", "“-”"),
            (plan(marked((1, "→"), (3, "•"), (5, "→"))), "1", "“→” at พ.ย. 2554"),
            (plan(merged("→", (1, "-"))), "1", "“-” at พ.ย. 2554"),
        ],
        silent=[
            plan(ONE),
            plan(marked((3, "•"), (5, "→"), (7, "→"))),
            plan(marked((3, "•"), (5, "-"))),
            plan(marked((3, ""))),
            plan(marked((3, "§"), (5, "→"))),
            plan(marked((3, "→"), (5, "•"))),
            plan(marked((3, "→")), tables=[without(0)]),
            plan(merged("→")),
            plan(merged("-")),
        ],
    ),
    "span-reversed": Cases(
        fires=[
            (plan(marked((3, "→"), (5, "•"))), "1", "→ ม.ค. 2555, • มี.ค. 2555"),
            (plan(worded("มี.ค. 2554 - พ.ย. 2553")), "1", "มี.ค. 2554 - พ.ย. 2553"),
            (plan(worded("ก.ย. ๕๕ ถึง ต.ค. ๕๔")), "1", "ก.ย. ๕๕"),
            (plan(project("2", months=timeline(("2012-05", "2012-02")))), "2", "พ.ค. 2555 – ก.พ. 2555"),
            (plan(project("3", activities=[activity("ก", None, ("2012-05", "2012-02"))])), "3", "พ.ค."),
        ],
        silent=[
            plan(ONE),
            plan(marked((3, "•"), (5, "→"))),
            plan(marked((1, "→"), (3, "•"), (5, "→"))),
            plan(worded("พ.ย. 2553 - มี.ค. 2554")),
            plan(worded("พ.ค. - มี.ค.")),
            plan(project("1", months=timeline(("--10", "--02")))),
            plan(project("1", months=timeline(("--05", "--02"), marks=[mark("--05", "text", "พ.ค. - ก.พ.")]))),
        ],
    ),
    "doubt": Cases(
        fires=[
            (
                plan(project("2", doubts=[Doubt(field="timeline", reason="close {x}", where=where(4))])),
                "2",
                "timeline: read with doubt: close {x}",
            ),
            (plan(ONE, faults=[fault("of-a-later-reader", "a thing", "1")]), "1", "of-a-later-reader: read with doubt: a thing"),
        ],
        silent=[plan(ONE), plan(ONE, faults=[fault("page-without-text")])],
    ),
}
