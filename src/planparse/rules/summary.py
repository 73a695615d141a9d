"""Previews: the rows of a summary form (ผด.01) against the rows of the plan, and its percentages against a hundred."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from planparse.plan import HeadingRef, Plan, Project, Total
from planparse.rules.order import lost_pages, plan_rows
from planparse.rules.rule import Problem, Said, Value, at, money, several
from planparse.rules.sums import Covered, Placed, agrees, exact, ledger_of, says_sum, together
from planparse.thai.numbers import arabic

_PERCENT = re.compile(r"ร้อยละ|เปอร์เซ็นต์|%")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_NOT_LETTERS = re.compile("[^ก-๎a-z]+")
HUNDRED = Decimal(100)
ROUNDED = Decimal("0.01")  # what a percentage may be off by rounding, if it has two places after the point
FEWEST_SHARES = 2


def summary_mismatch(plan: Plan) -> Iterator[Problem]:
    """Find rows of a summary form that state other projects or baht than the rows under the heading that they name."""
    if lost_pages(plan):
        return
    for total in summary_rows(plan):
        rows = rows_named(plan, total)
        if rows and not agrees(total, together(rows)):
            covered = together(rows)
            stated, counted = (shown(projects, baht) for projects, baht in both(total, covered))
            yield at(total.where, row=total, label=total.label, stated=stated, counted=counted)


def summary_rows(plan: Plan) -> list[Total]:
    """Return the rows of a summary form that are no sums of others."""
    return [entry.total for entry in ledger_of(plan).sums if entry.summary and not says_sum(entry.total)]


def rows_named(plan: Plan, total: Total) -> list[Project]:
    """Return the plan's rows under the heading that a summary row names, none where no heading has its title."""
    if total.level == "plan":
        return []
    label = letters(total.label)
    rows: list[Project] = []
    for project in plan_rows(plan):
        heading: HeadingRef | None = getattr(project, total.level)
        if heading is not None and len(letters(heading.title)) > 3 and letters(heading.title) in label:
            rows.append(project)
    return rows


def letters(text: str) -> str:
    """Return a title's letters: numbers and points are set differently in a summary."""
    return _NOT_LETTERS.sub("", text.casefold())


def both(total: Total, covered: Covered) -> tuple[tuple[int | None, Decimal | None], tuple[int | None, Decimal | None]]:
    """Return projects and baht as stated and as counted, ``None`` for what is not stated or not known."""
    counts = max(covered.counts) if covered.counts and total.projects is not None else None
    baht = covered.baht if total.baht is not None else None
    return (total.projects, exact(total.baht)), (counts, baht)


def shown(projects: int | None, baht: Decimal | None) -> Value:
    """Return a number of projects and an amount, in both languages."""
    said = [] if projects is None else [several(projects, "โครงการ", "project", "projects")]
    said += [] if baht is None else [Said(th=f"{money(baht)} บาท", en=f"{money(baht)} baht")]
    return Said(th=" ".join(one.th for one in said), en=", ".join(one.en for one in said))


def percentage_mismatch(plan: Plan) -> Iterator[Problem]:
    """Find columns of percentages of a summary form that do not make the hundred that its last row states, or should."""
    block: list[Placed] = []
    for entry in ledger_of(plan).sums:
        if not entry.summary:
            block = []
        elif says_sum(entry.total) and entry.total.level == "plan":
            yield from off(entry.total, [placed.total for placed in block])
            block = []
        else:
            block.append(entry)


def off(closing: Total, rows: Sequence[Total]) -> Iterator[Problem]:
    """Yield the percentage columns whose shares do not sum to what the closing row states."""
    for column in (header for header in closing.extra if _PERCENT.search(header)):
        shares = [share for row in rows if (share := percentage(row.extra.get(column, ""))) is not None and not says_sum(row)]
        stated = percentage(closing.extra[column]) or HUNDRED
        slack = ROUNDED * (len(shares) + 1)
        if len(shares) >= FEWEST_SHARES and abs(sum(shares, Decimal(0)) - stated) > slack:
            yield at(closing.where, row=closing, about=column, column=column, sum=str(sum(shares, Decimal(0))), stated=str(stated))


def percentage(text: str) -> Decimal | None:
    """Return the number in a cell of percentages.

    >>> percentage("๑๒.๕๐ %"), percentage("-")
    (Decimal('12.50'), None)
    """
    match = _NUMBER.search(arabic(text))
    return Decimal(match[0]) if match else None
