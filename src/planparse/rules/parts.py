"""A preview: the amounts of a project's parts (1.1, 1.2) against its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from planparse.plan import Plan, Project
from planparse.rules.order import plan_rows
from planparse.rules.rule import Problem, money, on
from planparse.rules.sums import TOLERANCE, added, exact

FEWEST_PARTS = 2  # one part may be what is left of several


def part_sum(plan: Plan) -> Iterator[Problem]:
    """Find projects whose parts, which follow them and all state an amount, do not sum to their own amount."""
    for project, parts in with_parts(plan_rows(plan)):
        stated, summed = exact(project.budget.baht), added([part.budget.baht for part in parts])
        if stated is not None and summed is not None and differ(stated, summed):
            yield on(project, stated=money(stated), parts=str(len(parts)), sum=money(summed))


def differ(stated: Decimal, summed: Decimal) -> bool:
    """Whether a sum is wrong; a project of 0 baht may have its amounts in its parts."""
    return bool(stated) and abs(stated - summed) >= TOLERANCE


def with_parts(rows: Sequence[Project]) -> Iterator[tuple[Project, Sequence[Project]]]:
    """Yield each row that is followed by rows of its number and a point, with these."""
    for place, project in enumerate(rows):
        if not project.number:
            continue
        end = place + 1
        while end < len(rows) and (rows[end].number or "").startswith(f"{project.number}."):
            end += 1
        parts = [row for row in rows[place + 1 : end] if "." not in (row.number or "").removeprefix(f"{project.number}.")]
        if len(parts) >= FEWEST_PARTS:
            yield project, parts
