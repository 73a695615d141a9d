"""Rules about stated sums: what a row of totals says against the rows that it covers.

A plan does not say which rows a sum covers, so there are candidates: the rows since the last sum of its level, those
since any last sum, those of its heading. A sum is wrong only if it agrees with none of them. The rows of a summary
form cover no rows of their own: of these only a sum over other sums of the form can be told to be wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import isfinite

from planparse.plan import Baht, Plan, Project, Total
from planparse.rules.order import is_group, is_vague, lost_pages, position, rows_before
from planparse.rules.rule import Problem, at, money

RANK = {"program": 0, "guideline": 1, "strategy": 2, "plan": 3}
SUM_WORDS = ("รวม", "ทั้งสิ้น", "total", "sum")
TOLERANCE = Decimal("0.005")  # amounts are compared to the satang
FEWEST_SUMS = 2  # a sum over fewer other sums proves nothing


@dataclass(frozen=True, slots=True)
class Covered:
    """What a sum may cover: how many rows, the counts that would be right, the amount; ``None`` where it cannot be told."""

    rows: int
    counts: frozenset[int] | None
    baht: Decimal | None


@dataclass(frozen=True, slots=True)
class Placed:
    """A sum, the number of projects before it, and whether it is a row of a summary form."""

    total: Total
    end: int
    summary: bool


def total_mismatch(plan: Plan) -> Iterator[Problem]:
    """Find stated amounts that are not the sum of the rows they cover."""
    for total, covered in verdicts(plan):
        stated = exact(total.baht)
        if stated is not None and covered.baht is not None and not agrees_in_baht(total, covered):
            values = {"label": total.label, "stated": money(stated), "found": money(covered.baht)}
            yield at(total.where, **values, rows=str(covered.rows))


def count_mismatch(plan: Plan) -> Iterator[Problem]:
    """Find stated numbers of projects that are not the number of rows they cover."""
    for total, covered in verdicts(plan):
        if covered.counts is not None and not agrees_in_count(total, covered):
            yield at(total.where, label=total.label, stated=str(total.projects), found=str(max(covered.counts)))


def verdicts(plan: Plan) -> Iterator[tuple[Total, Covered]]:
    """Yield each sum that agrees with none of its candidates, with the one that it comes nearest to."""
    sums = placed(plan)
    for place, entry in enumerate(sums):
        may, must = candidates(plan, sums, place)
        if must and not any(agrees_in_count(entry.total, c) and agrees_in_baht(entry.total, c) for c in (*may, *must)):
            yield entry.total, max(must, key=nearness(entry.total))


def nearness(total: Total) -> Callable[[Covered], int]:
    """Return the key that prefers the candidate that agrees in more."""
    return lambda covered: agrees_in_count(total, covered) + agrees_in_baht(total, covered)


def agrees_in_count(total: Total, covered: Covered) -> bool:
    """Whether the stated number of projects is right, or cannot be told."""
    return total.projects is None or covered.counts is None or total.projects in covered.counts


def agrees_in_baht(total: Total, covered: Covered) -> bool:
    """Whether the stated amount is right to the satang, or cannot be told."""
    stated = exact(total.baht)
    return stated is None or covered.baht is None or abs(stated - covered.baht) < TOLERANCE


def placed(plan: Plan) -> list[Placed]:
    """Return the sums in reading order, each with its place among the projects."""
    totals = sorted(plan.totals, key=lambda total: position(total.where, float("inf")))
    found: list[Placed] = []
    for total, end in zip(totals, rows_before(plan.projects, [total.where for total in totals]), strict=True):
        found.append(Placed(total, end, in_summary(found[-1] if found else None, total, end)))
    return found


def in_summary(before: Placed | None, total: Total, end: int) -> bool:
    """Whether a sum is a row of a summary form: it covers no rows, or follows another sum without closing a higher level."""
    if end == 0 or not says_sum(total):
        return True
    if before is None or before.end != end:
        return False
    return before.summary or RANK[total.level] <= RANK[before.total.level]


def says_sum(total: Total) -> bool:
    """Whether the label says that the row is a sum, and not the name of what a summary form counts."""
    return any(word in total.label.casefold() for word in SUM_WORDS)


def candidates(plan: Plan, sums: Sequence[Placed], place: int) -> tuple[list[Covered], list[Covered]]:
    """Return what the sum may cover, and what it is wrong against if it agrees with none; empty: nothing can be told."""
    entry = sums[place]
    if not says_sum(entry.total):
        return [], []
    everything = [rows_covered(plan, 0, len(plan.projects), entry.total)]
    if entry.summary:
        must = sums_covered(sums, place)
        whole = everything if entry.total.level == "plan" else []
        return [*whole, *headings_covered(plan, entry.total)], must or (whole if entry.end else [])
    before = [rows_covered(plan, start, entry.end, entry.total) for start in starts(plan, sums, place)]
    if entry.total.level == "plan":
        return before, everything
    # Where only the page of a row or a sum is known, which rows lie between two sums is not.
    vague = any(is_vague(thing.where) for thing in (*plan.projects, *plan.totals))
    return headings_covered(plan, entry.total), [] if vague else before


def starts(plan: Plan, sums: Sequence[Placed], place: int) -> list[int]:
    """Return the projects that the rows of a sum may begin with: after the last sum of its level or a higher, after any last."""
    entry = sums[place]
    ends = [(other.end, RANK[other.total.level]) for other in sums[:place]]
    same = [end for end, rank in ends if rank >= RANK[entry.total.level]]
    found = [max(same, default=0), max((end for end, _ in ends), default=0), 0 if entry.total.level == "plan" else None]
    return [start for start in dict.fromkeys(found) if start is not None and start < entry.end]


def rows_covered(plan: Plan, start: int, end: int, total: Total) -> Covered:
    """Return what the projects from ``start`` to ``end`` come to."""
    rows = [project for project in plan.projects[start:end] if not is_group(project)]
    first = plan.projects[start - 1].where.page if start else 1
    last = total.where.page if end < len(plan.projects) else max(lost_pages(plan), default=1)
    if any(first <= page <= max(last, total.where.page) for page in lost_pages(plan)):
        return Covered(len(rows), None, None)
    return Covered(len(rows), counts(rows), added([project.budget.baht for project in rows]))


def counts(rows: Sequence[Project]) -> frozenset[int]:
    """Return the numbers of projects that a plan may state for the rows: all, or without the parts of a project (1.1)."""
    parts = sum("." in (project.number or "") for project in rows)
    return frozenset({len(rows), len(rows) - parts})


def headings_covered(plan: Plan, total: Total) -> list[Covered]:
    """Return what the rows under each heading of the sum's level come to."""
    groups: dict[object, list[Project]] = {}
    for project in plan.projects:
        heading = None if total.level == "plan" else getattr(project, total.level)
        if heading is not None and not is_group(project):
            groups.setdefault((heading.number, heading.title), []).append(project)
    return [Covered(len(rows), counts(rows), added([row.budget.baht for row in rows])) for rows in groups.values()]


def sums_covered(sums: Sequence[Placed], place: int) -> list[Covered]:
    """Return what the sums of each lower level come to that a sum of a summary form closes."""
    entry = sums[place]
    closed: dict[str, list[Total]] = {}
    for other in reversed(sums[:place]):
        if not other.summary or other.end != entry.end or RANK[other.total.level] >= RANK[entry.total.level]:
            break
        closed.setdefault(other.total.level, []).append(other.total)
    return [sums_together(totals) for totals in closed.values() if len(totals) >= FEWEST_SUMS]


def sums_together(totals: Sequence[Total]) -> Covered:
    """Return what several sums come to."""
    stated = [total.projects for total in totals]
    known = [count for count in stated if count is not None]
    together = frozenset({sum(known)}) if len(known) == len(stated) else None
    return Covered(len(totals), together, added([total.baht for total in totals]))


def added(amounts: Sequence[Baht | None]) -> Decimal | None:
    """Return the exact sum of the amounts, ``None`` where one of them is not known.

    >>> added([0.1, 0.2]), added([5, None])
    (Decimal('0.3'), None)
    """
    known = [amount for amount in map(exact, amounts) if amount is not None]
    return sum(known, Decimal(0)) if len(known) == len(amounts) else None


def exact(baht: Baht | None) -> Decimal | None:
    """Return an amount as it was printed, not as binary floating point holds it."""
    if baht is None or not isfinite(baht):
        return None
    return Decimal(baht) if isinstance(baht, int) else Decimal(repr(baht))
