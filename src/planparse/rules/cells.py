"""What stands in a row's cells, as a person reads it."""

from __future__ import annotations

from decimal import Decimal

from planparse.plan import Project, Timeline
from planparse.rules.labels import month_name
from planparse.rules.rule import Row, money

FIELDS = ("number", "name", "details", "budget", "place", "unit", "timeline")


def cell(row: Row, field: str) -> str | None:
    """Return the text of a row's field, or of the column with that header; ``None`` where the row has no such cell."""
    if not isinstance(row, Project):
        return sum_cell(row, field)
    if field == "budget":
        return row.budget.text if row.budget.status != "absent" else None
    if field == "timeline":
        return spelled(row.timeline)
    if field in FIELDS:
        text: str | None = getattr(row, field)
        return text
    return row.extra.get(field)


def sum_cell(row: Row, field: str) -> str | None:
    """Return what a sum states: its label as the name, the number of projects, the amount."""
    assert not isinstance(row, Project)  # noqa: S101 - asked of sums only
    if field == "name":
        return row.label
    if field == "projects":
        return None if row.projects is None else str(row.projects)
    if field == "budget":
        return None if row.baht is None else money(Decimal(str(row.baht)))
    return row.extra.get(field)


def spelled(timeline: Timeline) -> str:
    """Return a timeline's words where it has some, else the months that it means and the marks that mean none."""
    words = [mark.text for mark in timeline.marks if mark.kind == "text"]
    if words:
        return " ".join(words)
    spans = [
        month_name(span.start) if span.start == span.end else f"{month_name(span.start)} – {month_name(span.end)}"
        for span in timeline.spans
    ]
    odd = [mark for mark in timeline.marks if mark.kind == "unknown" or not spans]
    return ", ".join((*spans, *(f"{mark.text} {month_name(mark.month)}" for mark in odd)))
