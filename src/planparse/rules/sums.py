"""Rules about stated sums: what a row of totals says against the rows that it covers.

A plan does not say which rows a sum covers, so there are candidates: the rows since the last sum of its level, those
since any last sum, those of its heading. A sum is wrong only if it agrees with none of them. The rows of a summary
form cover no rows of their own: of these only a sum over other sums of the form can be told to be wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import inf
from typing import Literal

from planparse.plan import Baht, HeadingRef, Plan, Project, Total
from planparse.rules.order import is_vague, lost_pages, once_a_plan, plan_rows, position, rows_before
from planparse.rules.rule import Problem, Said, at, money, several
from planparse.rules.wholes import counted
from planparse.thai.sums import is_page_sum

RANK = {"program": 0, "guideline": 1, "strategy": 2, "plan": 3}
SUM_WORDS = ("รวม", "ทั้งสิ้น", "total", "sum")
LAST_SUM_WORDS = ("ทั้งสิ้น", "ทั้งหมด")
TOLERANCE = Decimal("0.005")  # amounts are compared to the satang
FEWEST_SUMS = 2  # a sum over fewer other sums proves nothing


@dataclass(frozen=True, slots=True)
class Covered:
    """What a sum may cover: how many rows, the counts that would be right, the amount, and another that is right too.

    ``None``: that cannot be told.
    """

    rows: int
    counts: frozenset[int] | None
    baht: Decimal | None
    also: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A sum, the number of projects before it, and whether it is a row of a summary form."""

    total: Total
    end: int
    summary: bool


@dataclass(frozen=True, slots=True)
class Ledger:
    """A plan's rows and sums in reading order, with what every sum is compared with.

    ``vague``: of some row or sum only the page is known, so that the rows between two sums are not.
    """

    projects: Sequence[Project]
    sums: Sequence[Placed]
    lost: Sequence[int]
    vague: bool


def total_mismatch(plan: Plan) -> Iterator[Problem]:
    """Find stated amounts that are not the sum of the rows they cover."""
    for total, covered in verdicts(plan):
        stated = exact(total.baht)
        if stated is not None and covered.baht is not None and not agrees_in_baht(total, covered):
            rows = several(covered.rows, "รายการ", "row sums", "rows sum")
            found, summed = money(stated), money(covered.baht)
            yield at(total.where, row=total, found=found, label=total.label, stated=found, rows=rows, sum=summed)


def count_mismatch(plan: Plan) -> Iterator[Problem]:
    """Find stated numbers of projects that are not the number of rows they cover."""
    for total, covered in verdicts(plan):
        if total.projects is not None and covered.counts is not None and not agrees_in_count(total, covered):
            stated, right = several(total.projects, "โครงการ", "project", "projects"), max(covered.counts)
            told = Said(th=str(right), en=f"there is {right}" if right == 1 else f"there are {right}")
            yield at(total.where, row=total, found=str(total.projects), label=total.label, stated=stated, counted=told)


@once_a_plan
def verdicts(plan: Plan) -> list[tuple[Total, Covered]]:
    """Return each sum that agrees with nothing it may cover, with what it comes nearest to."""
    ledger = ledger_of(plan)
    found: list[tuple[Total, Covered]] = []
    for place, entry in enumerate(ledger.sums):
        total = entry.total
        should = covers(ledger, place) if says_sum(total) else []
        if not should or any(agrees(total, covered) for covered in should):
            continue
        if not any(agrees(total, covered) for covered in also_right(ledger, entry, should)):
            found.append((total, max(should, key=nearness(total))))
    return found


def agrees(total: Total, covered: Covered) -> bool:
    """Whether nothing that the sum states is wrong."""
    return agrees_in_count(total, covered) and agrees_in_baht(total, covered)


def nearness(total: Total) -> Callable[[Covered], int]:
    """Return the key that prefers what the sum agrees with in more."""
    return lambda covered: agrees_in_count(total, covered) + agrees_in_baht(total, covered)


def agrees_in_count(total: Total, covered: Covered) -> bool:
    """Whether the stated number of projects is right, or cannot be told."""
    return total.projects is None or covered.counts is None or total.projects in covered.counts


def agrees_in_baht(total: Total, covered: Covered) -> bool:
    """Whether the stated amount is right to the satang, or cannot be told."""
    stated = exact(total.baht)
    right = [amount for amount in (covered.baht, covered.also) if amount is not None]
    return stated is None or covered.baht is None or any(abs(stated - amount) < TOLERANCE for amount in right)


def ledger_of(plan: Plan) -> Ledger:
    """Return the plan's rows and sums as the comparison needs them."""
    totals = sorted((total for total in plan.totals if not is_page_sum(total.label)), key=lambda total: position(total.where, inf))
    sums: list[Placed] = []
    rows = plan_rows(plan)
    for total, end in zip(totals, rows_before(rows, [total.where for total in totals]), strict=True):
        sums.append(Placed(total, end, in_summary(sums[-1] if sums else None, total, end)))
    places = [*(project.where for project in rows), *(total.where for total in totals)]
    return Ledger(rows, sums, lost_pages(plan), any(map(is_vague, places)))


def in_summary(before: Placed | None, total: Total, end: int) -> bool:
    """Whether a sum is a row of a summary form: no rows are before it, or a sum that it does not close."""
    if end == 0 or not says_sum(total):
        return True
    if before is None or before.end != end:
        return False
    return before.summary or RANK[total.level] <= RANK[before.total.level]


def says_sum(total: Total) -> bool:
    """Whether the label says that the row is a sum, and not the name of what a summary form counts."""
    return any(word in total.label.casefold() for word in SUM_WORDS)


def covers(ledger: Ledger, place: int) -> list[Covered]:
    """Return what the sum should be the sum of, the likeliest first; empty where that cannot be told."""
    entry = ledger.sums[place]
    if entry.summary:
        return sums_covered(ledger, place) or (whole_plan(ledger, entry) if entry.end else [])
    section = [] if ledger.vague else [rows_covered(ledger, start, entry) for start in starts(ledger.sums, place)]
    # A plain รวม is of the plan only where no heading says of what it is: it may be a section's.
    last = any(word in entry.total.label for word in LAST_SUM_WORDS)
    return [*whole_plan(ledger, entry), *section] if last else [*section, *whole_plan(ledger, entry)]


def also_right(ledger: Ledger, entry: Placed, should: Sequence[Covered]) -> list[Covered]:
    """Return what the sum may just as well cover: the rows of a heading, for the plan's sum all or all so far.

    A heading of which not all amounts are known would agree with any amount: it excuses no sum whose own rows are known.
    Where only a number of projects is stated, which many headings have, the heading must be the one that the sum stands at.
    """
    level = entry.total.level
    if level == "plan":
        return [*whole_plan(ledger, entry), rows_covered(ledger, 0, entry)]
    known = any(covered.baht is not None for covered in should)
    beside = {getattr(project, level) for project in ledger.projects[max(entry.end - 1, 0) : entry.end + 1]}
    return [
        rows
        for heading, rows in by_heading(ledger.projects, level).items()
        if (rows.baht is not None or not known) and (entry.total.baht is not None or ledger.vague or heading in beside)
    ]


def whole_plan(ledger: Ledger, entry: Placed) -> list[Covered]:
    """Return what all rows come to, for the plan's own sum."""
    if entry.total.level != "plan":
        return []
    return [Covered(len(ledger.projects), None, None) if ledger.lost else together(ledger.projects)]


def starts(sums: Sequence[Placed], place: int) -> list[int]:
    """Return the first rows that a sum may cover: those after the last sum of its level or a higher, after any."""
    entry = sums[place]
    before = [(other.end, RANK[other.total.level]) for other in sums[:place]]
    same = max((end for end, rank in before if rank >= RANK[entry.total.level]), default=0)
    nearest = max((end for end, _ in before), default=0)
    return [start for start in dict.fromkeys((same, nearest)) if start < entry.end]


def rows_covered(ledger: Ledger, start: int, entry: Placed) -> Covered:
    """Return what the rows from ``start`` to the sum come to; unknown where a page among them could not be read."""
    rows = ledger.projects[start : entry.end]
    first = ledger.projects[start - 1].where.page if start else 1
    if any(first <= page <= entry.total.where.page for page in ledger.lost):
        return Covered(len(rows), None, None)
    return together(rows)


def together(rows: Sequence[Project]) -> Covered:
    """Return what rows come to. Parts of a project (1.1) may be counted as projects or not, and their amounts added or not."""
    parts = sum("." in (project.number or "") for project in rows)
    counts = frozenset({len(rows), len(rows) - parts})
    whole = counted(rows)
    every = added([project.budget.baht for project in rows]) if parts else None
    return Covered(len(whole), counts, added([project.budget.baht for project in whole]), every)


def by_heading(projects: Sequence[Project], level: Literal["strategy", "guideline", "program"]) -> dict[HeadingRef, Covered]:
    """Return what the rows under each heading of a level come to."""
    groups: dict[HeadingRef, list[Project]] = {}
    for project in projects:
        heading: HeadingRef | None = getattr(project, level)
        if heading is not None:
            groups.setdefault(heading, []).append(project)
    return {heading: together(rows) for heading, rows in groups.items()}


def sums_covered(ledger: Ledger, place: int) -> list[Covered]:
    """Return what the sums of each lower level come to that a sum of a summary form closes, unless some may not have been read."""
    entry = ledger.sums[place]
    closed: dict[str, list[Total]] = {}
    first = entry.total.where.page
    for other in reversed(ledger.sums[:place]):
        if not other.summary or other.end != entry.end or RANK[other.total.level] >= RANK[entry.total.level]:
            break
        closed.setdefault(other.total.level, []).append(other.total)
        first = other.total.where.page
    if any(first <= page <= entry.total.where.page for page in ledger.lost):
        return []
    return [sums_together(totals) for totals in closed.values() if len(totals) >= FEWEST_SUMS]


def sums_together(totals: Sequence[Total]) -> Covered:
    """Return what several sums come to."""
    known = [total.projects for total in totals if total.projects is not None]
    counts = frozenset({sum(known)}) if len(known) == len(totals) else None
    return Covered(len(totals), counts, added([total.baht for total in totals]))


def added(amounts: Sequence[Baht | None]) -> Decimal | None:
    """Return the exact sum of the amounts, ``None`` where one of them is not known.

    >>> added([0.1, 0.2]), added([5, None])
    (Decimal('0.3'), None)
    """
    known = [amount for amount in map(exact, amounts) if amount is not None]
    return sum(known, Decimal(0)) if len(known) == len(amounts) else None


def exact(baht: Baht | None) -> Decimal | None:
    """Return an amount as it was printed, not as binary floating point holds it."""
    if baht is None:
        return None
    return Decimal(baht) if isinstance(baht, int) else Decimal(repr(baht))
