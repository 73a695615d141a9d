"""Plans built by hand: a whole one in a few words, so that a test names only what it is about.

Everything left out is as a clean plan of fiscal year 2555 has it: ``plan(project("1"), project("2"))`` has no fault.
"""

from __future__ import annotations

from collections.abc import Sequence

from planparse.plan import (
    Activity,
    Baht,
    Budget,
    BudgetStatus,
    Column,
    Doubt,
    Fault,
    FieldName,
    Heading,
    HeadingRef,
    Level,
    Mark,
    MarkKind,
    MonthLabel,
    Plan,
    Project,
    Source,
    Span,
    TableHeader,
    Timeline,
    Total,
    TotalLevel,
    Where,
)

MONTH_LABELS = ("ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.")
HEADERS: tuple[tuple[FieldName, str], ...] = (
    ("number", "ลำดับที่"),
    ("name", "โครงการ/กิจกรรม"),
    ("details", "รายละเอียดของโครงการ/กิจกรรม"),
    ("budget", "งบประมาณ (บาท)"),
    ("place", "สถานที่ดำเนินการ"),
    ("unit", "หน่วยงานที่รับผิดชอบ"),
)


def where(page: int = 1, line: int | None = None) -> Where:
    """Return a place; without a line it is one in a PDF."""
    return Where(page=page, line=line)


def fiscal_months(year: int | None = 2555) -> list[str]:
    """Return October to September of a fiscal year (Buddhist era), ``--MM`` where there is no year."""
    order = (10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9)
    if year is None:
        return [f"--{month:02}" for month in order]
    return [f"{year - 543 - (month >= 10)}-{month:02}" for month in order]


def budget(baht: Baht | None, text: str | None = None, status: BudgetStatus | None = None) -> Budget:
    """Return a stated budget; ``None`` is an empty cell unless a status says otherwise."""
    if status is None:
        status = "missing" if baht is None else "stated"
    return Budget(baht=baht, status=status, text=text if text is not None else "" if baht is None else f"{baht:,}")


def mark(month: str, kind: MarkKind = "bullet", text: str | None = None) -> Mark:
    """Return a mark with its usual sign."""
    signs = {"bullet": "•", "arrow": "→", "dash": "-", "unknown": "?"}
    return Mark(month=month, kind=kind, text=signs.get(kind, "") if text is None else text)


def timeline(*spans: tuple[str, str], marks: Sequence[Mark] | None = None) -> Timeline:
    """Return a timeline of spans, each drawn with a bullet and, if longer than a month, an arrow."""
    if marks is None:
        marks = [m for start, end in spans for m in ((mark(start), mark(end, "arrow")) if end != start else (mark(start),))]
    return Timeline(marks=list(marks), spans=[Span(start=start, end=end) for start, end in spans])


def ref(number: str | None, title: str) -> HeadingRef:
    """Return the heading that a project stands under."""
    return HeadingRef(number=number, title=title)


def heading(level: Level, number: str | None, title: str, page: int = 1) -> Heading:
    """Return a heading."""
    return Heading(level=level, number=number, title=title, page=page)


def activity(text: str, baht: Baht | None = None, *spans: tuple[str, str]) -> Activity:
    """Return an activity; no budget of its own unless one is given."""
    return Activity(text=text, budget=None if baht is None else budget(baht), timeline=timeline(*spans))


def project(
    number: str | None = "1",
    name: str | None = None,
    *,
    baht: Baht | None = 10_000,
    cell: Budget | None = None,
    details: str | None = "- จัดประชุม",
    activities: Sequence[Activity] | None = None,
    place: str | None = "เทศบาลเมืองตัวอย่าง",
    unit: str | None = "กองวิชาการและแผนงาน",
    months: Timeline | None = None,
    strategy: HeadingRef | None = None,
    guideline: HeadingRef | None = None,
    program: HeadingRef | None = None,
    extra: dict[str, str] | None = None,
    doubts: Sequence[Doubt] = (),
    at: Where | None = None,
) -> Project:
    """Return a project without fault, named after its number, active from January to March 2555."""
    if activities is None:
        activities = [activity(line.removeprefix("- ")) for line in (details or "").splitlines()]
    return Project(
        number=number,
        name=f"โครงการทดสอบ {number}" if name is None and number is not None else name,
        details=details,
        activities=list(activities),
        budget=cell or budget(baht),
        place=place,
        unit=unit,
        timeline=months if months is not None else timeline(("2012-01", "2012-03")),
        strategy=strategy,
        guideline=guideline,
        program=program,
        extra=extra or {},
        doubts=list(doubts),
        where=at or where(),
    )


def total(label: str = "รวม", baht: Baht | None = None, projects: int | None = None, level: TotalLevel = "plan") -> Total:
    """Return a row that states a sum."""
    return Total(level=level, label=label, projects=projects, baht=baht, extra={}, where=where())


def fault(rule: str, message: str = "", project: str | None = None, at: Where | None = None) -> Fault:
    """Return a fault of the reader's."""
    return Fault(rule=rule, message=message or rule, project=project, where=at or where())


def table(year: int | None = 2555, fields: Sequence[FieldName] | None = None) -> TableHeader:
    """Return a table with all columns, or the named ones only, and twelve months."""
    columns = [Column(field=f, header=h) for f, h in HEADERS if fields is None or f in fields]
    months = [MonthLabel(label=label, month=m) for label, m in zip(MONTH_LABELS, fiscal_months(year), strict=True)]
    return TableHeader(form="tungsong", years=[year - 1, year] if year else [], columns=columns, months=months, where=where())


def plan(
    *projects: Project,
    name: str = "plan.pdf",
    title: str | None = "แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2555",
    organization: str | None = "เทศบาลเมืองตัวอย่าง",
    fiscal_year: int | None = 2555,
    headings: Sequence[Heading] = (),
    totals: Sequence[Total] = (),
    tables: Sequence[TableHeader] | None = None,
    faults: Sequence[Fault] = (),
) -> Plan:
    """Return a plan with these projects in one table."""
    return Plan(
        source=Source(name=name, format="pdf", sha256="0" * 64, pages=1),
        title=title,
        organization=organization,
        fiscal_year=fiscal_year,
        headings=list(headings),
        projects=list(projects),
        totals=list(totals),
        tables=[table(fiscal_year)] if tables is None else list(tables),
        faults=list(faults),
        repairs=[],
    )
