"""What was read → the plan of the contract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from planparse.form.budget import ABSENT, Amount, Mend, read_budget, sum_of_texts
from planparse.form.header import Header
from planparse.form.marks import RawMark
from planparse.form.reader import DraftTotal, Reading, Row
from planparse.form.rows import Draft, Layout
from planparse.form.text import Item, details_of, items, joined
from planparse.form.timeline import Calendar, merged, telling, timeline
from planparse.plan import (
    Activity,
    Budget,
    Column,
    Doubt,
    Fault,
    FieldName,
    MonthLabel,
    Plan,
    Project,
    Repair,
    Source,
    TableHeader,
    Total,
    Where,
)
from planparse.table import Line
from planparse.thai.months import named_spans
from planparse.thai.numbers import bare_number, says_none

UNREAD = "\ufffd"  # stands for a letter that nothing in a document tells
ABOVE = 0.2  # of a line's height: so far above its ink may a drawn mark stand that belongs to it

LEVEL = 3.0  # points between the baselines of glyphs on one line

Place = tuple[int, float]


class Parts(NamedTuple):
    """A plan for who writes it as it is made: all but its long lists, and what they have, one by one and once."""

    head: Plan
    projects: Iterable[Project]
    repairs: Iterable[Repair]

    @classmethod
    def of(cls, plan: Plan) -> Parts:
        """Return a plan that is there already."""
        return cls(plan.model_copy(update={"projects": [], "repairs": []}), plan.projects, plan.repairs)

    def whole(self) -> Plan:
        """Return the plan in one piece."""
        return self.head.model_copy(update={"projects": list(self.projects), "repairs": list(self.repairs)})


def assemble(reading: Reading, source: Source) -> Parts:
    """Return the plan that a reading makes."""
    years = [layout.header.fiscal_year for layout in reading.layouts if layout.header.fiscal_year]
    fiscal_year = years[0] if years else reading.title_year
    faults = list(reading.faults)
    by_activity = False
    for row in reading.rows:
        by_activity = by_activity or _is_paid_by_activity(row.draft)
        faults.extend(_outside(row.draft))
    faults.extend(_missing_columns(reading.layouts))
    if not reading.layouts and (reading.text or not reading.faults):
        faults.append(Fault(rule="no-table", message="no table of a plan was found", project=None, where=Where(page=1)))
    head = Plan(
        source=source,
        title=reading.title,
        organization=reading.organization,
        fiscal_year=fiscal_year,
        headings=reading.headings,
        projects=[],
        totals=[_total(total, reading.mend) for total in reading.totals],
        tables=list(_tables(reading.layouts, fiscal_year)),
        faults=faults,
        repairs=[],
    )
    return Parts(head, _projects(reading, fiscal_year, by_activity), reading.repairs)


def _projects(reading: Reading, fiscal_year: int | None, by_activity: bool) -> Iterator[Project]:
    for row in reading.rows:
        project = _project(row, row.draft.layout.header.fiscal_year or fiscal_year, reading.mend)
        yield _paid(project) if by_activity else project


def _project(row: Row, fiscal_year: int | None, mend: Mend) -> Project:
    draft = row.draft
    header = draft.layout.header
    calendar = _calendar(tuple(month.month for month in header.months), fiscal_year)
    columns = set(header.fields.values()) - {name for name in draft.covered if not draft.cells.get(name)}
    found = items(draft.cells.get("details", ()))
    budget, amounts = read_budget(draft.cells.get("budget", ()), mend) if "budget" in header.fields.values() else (ABSENT, [])
    marks = telling(_levelled([*draft.marks, *_worded(draft)], draft.layout.table.typed), len(header.months))
    if header.is_budget_divided:  # its amounts are not those of activities
        amounts = []
    activities, budget_doubt = _activities(found, amounts, marks, calendar)
    whole = merged([activity.timeline for activity in activities]) if activities else timeline(marks, calendar)
    return Project(
        number=_number(draft) if "number" in columns else None,
        name=draft.text("name"),
        details=details_of(found) if "details" in columns else None,
        activities=activities,
        budget=budget,
        place=draft.text("place") if "place" in columns else None,
        unit=draft.text("unit") if "unit" in columns else None,
        timeline=whole,
        strategy=row.under.get("strategy"),
        guideline=row.under.get("guideline"),
        program=row.under.get("program"),
        extra={title: joined(line.text for line in draft.extra.get(title, ())) for title in header.others.values()},
        doubts=[*_doubts(draft, budget_doubt), *row.doubts],
        where=draft.where,
    )


@lru_cache(maxsize=64)
def _calendar(months: Sequence[int], fiscal_year: int | None) -> Calendar:
    """Return the calendar of a table's months: all rows of a plan have one or two."""
    return Calendar(months, fiscal_year)


def _is_paid_by_activity(draft: Draft) -> bool:
    """Whether a project's activities have rows of their own with an amount in each."""
    if draft.bands < 2 or draft.layout.table.typed or draft.layout.header.is_budget_divided:
        return False
    count = len(read_budget(draft.cells.get("budget", ()))[1])
    return count > 1 and count == len(items(draft.cells.get("details", ())))


def _paid(project: Project) -> Project:
    """Return a project whose only activity has its amount: in a plan that states each activity's, it is that activity's."""
    if len(project.activities) != 1 or project.budget.baht is None:
        return project
    activity = project.activities[0].model_copy(update={"budget": project.budget})
    return project.model_copy(update={"activities": [activity]})


def _number(draft: Draft) -> str | None:
    """Return the number in its column; ``None`` where there is none."""
    if "number" not in draft.layout.header.fields.values():
        return None
    return bare_number(draft.text("number"))


def _worded(draft: Draft) -> list[RawMark]:
    """Return the mark of a timeline that is one column of words; words that name no month stand in none."""
    text = draft.text("timeline")
    return [RawMark(0, "text", text, _place(draft.cells["timeline"][0]))] if named_spans(text) else []


def _place(line: Line) -> Place:
    return line.page, line.y


def _activities(
    found: Sequence[Item], amounts: Sequence[Amount], marks: Sequence[RawMark], calendar: Calendar
) -> tuple[list[Activity], str | None]:
    """Return the activities with the marks and amounts beside their lines, and what is doubtful about the amounts."""
    if not found:
        return [], None
    starts = [_start(item.lines[0]) for item in found]
    own_marks: list[list[RawMark]] = [[] for _ in found]
    for mark in marks:
        own_marks[_beside(mark.place, starts)].append(mark)
    budgets, doubt = _shared(amounts, starts)
    return [
        Activity(text=item.text, budget=budget, timeline=timeline(own, calendar))
        for item, budget, own in zip(found, budgets, own_marks, strict=True)
    ], doubt


def _levelled(marks: Sequence[RawMark], typed: bool) -> list[RawMark]:
    """Return the marks with one place for all glyphs on about one drawn line: a bullet and its arrow may be of two fonts."""
    level = 0.0 if typed else LEVEL
    done: list[RawMark] = []
    for mark in marks:
        page, y = mark.place
        same = (other.place for other in done if other.place[0] == page and abs(other.place[1] - y) < level)
        done.append(mark if mark.end is not None else mark._replace(place=next(same, mark.place)))
    return done


def _start(line: Line) -> Place:
    return line.page, line.y if line.box is None else line.box.top - ABOVE * (line.box.bottom - line.box.top)


def _beside(place: Place, starts: Sequence[Place]) -> int:
    """Return the index of the activity beside whose lines a place is: the last that starts above it."""
    return max((index for index, start in enumerate(starts) if start <= place), default=0)


def _shared(amounts: Sequence[Amount], starts: Sequence[Place]) -> tuple[list[Budget | None], str | None]:
    """Return each activity's amount: in order where there are as many, else by line where no two fall to one."""
    none: list[Budget | None] = [None for _ in starts]
    if not amounts:
        return none, None
    if len(amounts) == len(starts):
        return [amount.budget for amount in amounts], None
    own = [_beside(_place(amount.line), starts) for amount in amounts]
    if len(set(own)) < len(own):
        return none, f"{len(amounts)} amounts for {len(starts)} activities"
    by_index = dict(zip(own, (amount.budget for amount in amounts), strict=True))
    return [by_index.get(index) for index in range(len(starts))], None


def _doubts(draft: Draft, budget_doubt: str | None) -> list[Doubt]:
    doubts: list[Doubt] = []
    if budget_doubt:
        doubts.append(Doubt(field="budget", reason=budget_doubt, where=draft.where))
    if [mark.kind for mark in draft.marks] == ["dash"]:
        doubts.append(Doubt(field="timeline", reason="a lone dash: what it ends was not read", where=draft.where))
    when = draft.text("timeline")
    if when and not named_spans(when) and not says_none(when):
        doubts.append(Doubt(field="timeline", reason=f"words that name no month: {when}", where=draft.where))
    if draft.over_pages:
        doubts.append(Doubt(field="name", reason="the row was joined over the end of a page", where=draft.where))
    if draft.stray:
        text = joined(line.text for line in draft.stray)
        doubts.append(Doubt(field="extra", reason=f"text in a column without a header: {text}", where=draft.where))
    if draft.layout.table.typed:
        return doubts
    for field, lines in (*draft.cells.items(), *draft.extra.items()):
        unread = [line.text for line in lines if UNREAD in line.text]
        if unread:
            told = f"letters that the document does not name: {joined(unread)}"
            doubts.append(Doubt(field=field, reason=told, where=draft.where))
    return doubts


def _outside(draft: Draft) -> list[Fault]:
    return [
        Fault(rule="mark-outside-months", message=f"a mark stands outside the months: {text}", project=_number(draft), where=where)
        for text, where in draft.outside
    ]


def _missing_columns(layouts: Sequence[Layout]) -> list[Fault]:
    """Return a fault for each column that a form requires and its header does not have, once for the plan."""
    missing: dict[FieldName, Layout] = {}
    for layout in layouts:
        for name in layout.header.missing:
            missing.setdefault(name, layout)
    return [
        Fault(
            rule="column-missing",
            message=f"the form {layout.header.form.title} requires a column for {name}",
            project=None,
            where=_header_where(layout),
        )
        for name, layout in missing.items()
    ]


def _total(total: DraftTotal, mend: Mend) -> Total:
    amount = sum_of_texts(total.budget.split("\n"), mend).baht if total.budget else None
    return Total(level=total.level, label=total.label, projects=total.projects, baht=amount, extra=total.extra, where=total.where)


def _tables(layouts: Iterable[Layout], fiscal_year: int | None) -> Iterator[TableHeader]:
    """Yield the headers as the plan has them; one that repeats the one before differs from it by its place."""
    header: Header | None = None
    made: TableHeader | None = None
    for layout in layouts:
        if made is not None and layout.header is header:
            made = made.model_copy(update={"where": _header_where(layout)})
        else:
            made = _table(layout, fiscal_year)
        header = layout.header
        yield made


def _table(layout: Layout, fiscal_year: int | None) -> TableHeader:
    header = layout.header
    calendar = _calendar(tuple(month.month for month in header.months), header.fiscal_year or fiscal_year)
    columns = [Column(field=header.fields.get(column), header=text) for column, text in sorted(header.printed.items())]
    months = [MonthLabel(label=month.label, month=calendar[index]) for index, month in enumerate(header.months)]
    return TableHeader(form=header.form.name, years=list(header.years), columns=columns, months=months, where=_header_where(layout))


def _header_where(layout: Layout) -> Where:
    table, rows = layout.table, layout.header.rows
    if table.typed:
        return Where(page=table.page, line=int(table.ys[rows.start]))
    box = (table.xs[0], table.ys[rows.start], table.xs[-1], table.ys[rows.stop])
    return Where(page=table.page, bbox=(round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1)))
