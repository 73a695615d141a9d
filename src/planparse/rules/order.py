"""Where things stand in a plan: reading order, the table that a row belongs to, rows that only name a group."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import wraps
from itertools import accumulate
from math import inf
from typing import TypeVar

from planparse.plan import Plan, Project, TableHeader, Where

Position = tuple[int, float]
T = TypeVar("T")


def once_a_plan(ask: Callable[[Plan], T]) -> Callable[[Plan], T]:
    """Keep the answer about the last plan: rules that are run one after the other ask the same of it."""
    last: list[tuple[Plan, T]] = []

    @wraps(ask)
    def answer(plan: Plan) -> T:
        entry = last[0] if last else None  # looked at once, so that another thread's plan is never taken for this one
        if entry is None or entry[0] is not plan:
            entry = plan, ask(plan)
            last[:] = [entry]
        return entry[1]

    return answer


def position(where: Where, unknown: float = 0.0) -> Position:
    """Return a key for reading order: the page, then the line or the top edge, ``unknown`` where neither is given."""
    if where.line is not None:
        return where.page, where.line
    return where.page, where.bbox[1] if where.bbox is not None else unknown


def is_vague(where: Where) -> bool:
    """Whether no more than the page is known."""
    return where.line is None and where.bbox is None


def rows_before(projects: Sequence[Project], places: Sequence[Where], unknown: float = inf) -> list[int]:
    """Return how many projects stand before each place; where only its page is known it is the page's end."""
    # The greatest position so far, because bisect needs an order and a plan made by hand may have none.
    reached = list(accumulate((position(project.where) for project in projects), max))
    return [bisect_left(reached, position(place, unknown)) for place in places]


@once_a_plan
def tables_of_rows(plan: Plan) -> list[TableHeader | None]:
    """Return for each project the header of its table: the last one before it, else the first."""
    tables = sorted(plan.tables, key=lambda table: position(table.where))
    starts = rows_before(plan.projects, [table.where for table in tables], unknown=0.0)
    last = [max(bisect_right(starts, place) - 1, 0) for place in range(len(plan.projects))]
    return [tables[index] if tables else None for index in last]


def has_timeline(table: TableHeader) -> bool:
    """Whether the table has months, or one column that says the time in words."""
    return bool(table.months) or any(column.field == "timeline" for column in table.columns)


def has_marks(project: Project) -> bool:
    """Whether anything stands in the row's timeline, or in those of its activities."""
    timelines = [project.timeline, *(activity.timeline for activity in project.activities)]
    return any(timeline.marks or timeline.spans for timeline in timelines)


def is_group(project: Project, table: TableHeader | None) -> bool:
    """Whether the row only names a group of rows: a name, cells that are empty or covered by it, and none that says anything.

    A row with a number is one only if its name covers cells: the columns are there, and it has none in them.
    """
    cells = (project.details, project.place, project.unit)
    if any(cells) or not project.name:  # nearly every row
        return False
    covers = None in cells and _lacks_cell(project, table)
    if project.number and not covers:
        return False
    empty = covers or "" in (*cells, project.number) or project.budget.status == "missing"
    silent = project.budget.status in ("missing", "absent") and not any(project.extra.values())
    return empty and silent and not has_marks(project)


def _lacks_cell(project: Project, table: TableHeader | None) -> bool:
    """Whether a row has no cell in a column that its table has."""
    fields = {column.field for column in table.columns} if table else set()
    texts = {"details": project.details, "place": project.place, "unit": project.unit}
    return any(text is None and field in fields for field, text in texts.items())


@once_a_plan
def plan_rows(plan: Plan) -> list[Project]:
    """Return the rows that the rules on cells look at: all but those that only name a group."""
    rows = zip(plan.projects, tables_of_rows(plan), strict=True)
    return [project for project, table in rows if not is_group(project, table)]


def lost_pages(plan: Plan) -> list[int]:
    """Return the pages that could not be read: rows may have stood there."""
    return sorted({fault.where.page for fault in plan.faults if fault.rule == "page-without-text"})
