"""Plans as CSV for spreadsheets: a row a project, the same columns for every form, the months beside each other."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from io import StringIO

from planparse.form import Parts
from planparse.plan import HeadingRef, Plan, Project
from planparse.report.amounts import baht_of
from planparse.report.literal import harmless
from planparse.report.months import NAMES, covered, month_number

BOM = "\ufeff"  # without it Excel takes UTF-8 for the code page of Windows
LEVELS = ("strategy", "guideline", "program")
COLUMNS = (
    *("source", "page", "organization", "fiscal_year"),
    *(column for level in LEVELS for column in (f"{level}_number", level)),
    *("number", "name", "details", "place", "unit", "baht", "budget_status", "spans"),
    *(name.lower() for name in NAMES["en"]),
    *("extra", "doubts"),
)
_MONTHS = (10, 11, 12, *range(1, 10))
_FORMULA = re.compile("[=+@＝＋＠－]|-.")  # what spreadsheets compute; a lone dash is text
_BULLET = re.compile(r"^- ", re.MULTILINE)

Value = str | int | float | None


def csv_head() -> str:
    """Return the line of the columns' names, behind a byte order mark."""
    return BOM + _line(COLUMNS)


def csv_rows(parts: Parts) -> Iterator[str]:
    """Yield a line for each project; a cell may have lines of its own. Text that a spreadsheet would compute begins with ``'``."""
    for project in parts.projects:
        yield _line(map(_cell, _values(parts.head, project)))


def _values(plan: Plan, project: Project) -> Iterator[Value]:
    """Yield what stands in each column."""
    yield from (plan.source.name, project.where.page, plan.organization, plan.fiscal_year)
    for level in LEVELS:
        ref: HeadingRef | None = getattr(project, level)
        yield from (None, None) if ref is None else (ref.number, ref.title)
    yield from (project.number, project.name, _BULLET.sub("• ", project.details or ""), project.place, project.unit)
    yield from (baht_of(project), project.budget.status, " ".join(f"{span.start}/{span.end}" for span in project.timeline.spans))
    active, marked = covered(project.timeline), {month_number(mark.month) for mark in project.timeline.marks}
    yield from (1 if month in active else "?" if month in marked else None for month in _MONTHS)
    yield "\n".join(f"{title}: {text}" for title, text in project.extra.items() if text)
    yield "\n".join(f"{doubt.field}: {doubt.reason}" for doubt in project.doubts)


def _cell(value: Value) -> Value:
    """Return a number as it is, and text as data: no formula, no control sequence of a terminal."""
    if not isinstance(value, str):
        return value
    text = "\n".join(map(harmless, value.split("\n")))
    return f"'{text}" if _FORMULA.match(text) else text


def _line(values: Iterable[Value]) -> str:
    made = StringIO(newline="")
    csv.writer(made, lineterminator="\n").writerow(list(values))
    return made.getvalue()
