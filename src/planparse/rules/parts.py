"""A preview: the amounts of a project's parts (1.1, 1.2) against its own."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from planparse.plan import Plan
from planparse.rules.order import plan_rows
from planparse.rules.rule import Problem, money, on
from planparse.rules.sums import TOLERANCE, added, exact
from planparse.rules.wholes import with_parts

FEWEST_PARTS = 2  # one part may be what is left of several


def part_sum(plan: Plan) -> Iterator[Problem]:
    """Find projects whose parts, which follow them and all state an amount, do not sum to their own amount."""
    for project, parts in with_parts(plan_rows(plan)):
        if len(parts) < FEWEST_PARTS:
            continue
        stated, summed = exact(project.budget.baht), added([part.budget.baht for part in parts])
        if stated is not None and summed is not None and differ(stated, summed):
            yield on(project, stated=money(stated), parts=str(len(parts)), sum=money(summed))


def differ(stated: Decimal, summed: Decimal) -> bool:
    """Whether a sum is wrong; a project of 0 baht may have its amounts in its parts."""
    return bool(stated) and abs(stated - summed) >= TOLERANCE
