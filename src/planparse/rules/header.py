"""Rules about the tables' headers: the months, and the years that the plan states."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from planparse.plan import Fault, MonthLabel, Plan, TableHeader, Where
from planparse.rules.labels import ERA, YEAR, buddhist, heading_years, months_named, says_nothing, title_years
from planparse.rules.order import position
from planparse.rules.rule import Problem, Said, at, one_line
from planparse.thai.months import FISCAL_ORDER, SHORT


def month_missing(plan: Plan) -> Iterator[Problem]:
    """Find months that a table has no column for, or a column without a label."""
    for table in plan.tables:
        missing = missing_months(table)
        if missing:
            names = " ".join(SHORT[month - 1] for month in missing)
            yield at(table.where, found=names, months=names)


def missing_months(table: TableHeader) -> list[int]:
    """Return the months (1-12) that the header does not name, in the order of the fiscal year."""
    if not table.months or any("ไตรมาส" in entry.label for entry in table.months):
        return []
    if len(table.months) >= YEAR:
        return [month_number(entry) for entry in table.months if says_nothing(entry.label)]
    named = {month for entry in table.months if not says_nothing(entry.label) for month in label_months(entry)}
    return [month for month in expected(table, named) if month not in named]


def lacks_columns(table: TableHeader) -> bool:
    """Whether columns of months are missing, and so marks may be: of a row in such a table less can be told."""
    return 0 < len(table.months) < YEAR and bool(missing_months(table))


def in_lost_column(plan: Plan, fault: Fault) -> bool:
    """Whether a mark outside the months may stand under a month whose label is missing: that is said already."""
    before = [table for table in plan.tables if position(table.where) <= position(fault.where, inf)]
    return any(map(lacks_columns, before[-1:]))


def expected(table: TableHeader, named: set[int]) -> list[int]:
    """Return the months that the table should have: a year in a plan, what lies between in a table of steps."""
    year = list(FISCAL_ORDER)
    if any(column.field == "budget" for column in table.columns):
        return year
    blank = {month_number(entry) for entry in table.months if says_nothing(entry.label)}
    places = [place for place, month in enumerate(year) if month in named | blank]
    # A table of steps that goes over October (มิ.ย. to พ.ค.) has its gap at the year's end: nothing can be told.
    if months_by_label(table) != sorted(months_by_label(table), key=year.index):
        return sorted(blank, key=year.index)
    return year[places[0] : places[-1] + 1]


def months_by_label(table: TableHeader) -> list[int]:
    """Return the first month of each column as its label says it, by its position where the label names none."""
    return [label_months(entry)[0] for entry in table.months]


def label_months(entry: MonthLabel) -> tuple[int, ...]:
    """Return the months that a column's label names, else the one that it was taken for."""
    return months_named(entry.label) or (month_number(entry),)


def month_number(entry: MonthLabel) -> int:
    """Return the month (1-12) that a column was taken for."""
    return int(entry.month[-2:])


def month_order(plan: Plan) -> Iterator[Problem]:
    """Find labels that name another month than the one whose place they stand in."""
    for table in plan.tables:
        misplaced = misplaced_labels(table)
        if misplaced:
            labels = ", ".join(one_line(entry.label) for entry in misplaced)
            yield at(table.where, found=labels, labels=labels)


def misplaced_labels(table: TableHeader) -> list[MonthLabel]:
    """Return the columns whose label names another month than they were taken for, else those that go back in time."""
    if len(table.months) >= YEAR:
        other = [entry for entry in table.months if month_number(entry) not in label_months(entry)]
        if other or len(table.months) > YEAR:  # months come again in a table of several years
            return other
    steps = [(month - months_by_label(table)[0]) % YEAR for month in months_by_label(table)]
    return [entry for entry, step, before in zip(table.months[1:], steps[1:], steps, strict=False) if step <= before]


def fiscal_year_missing(plan: Plan) -> Iterator[Problem]:
    """Find a plan with tables that states no fiscal year anywhere."""
    if plan.tables and plan.fiscal_year is None:
        yield at(plan.tables[0].where)


@dataclass(frozen=True, slots=True)
class Claim:
    """A place that states the fiscal year: what it is, its words, the years that it may mean.

    No year at all: the place contradicts itself.
    """

    place: Said
    words: str
    years: frozenset[int]
    where: Where

    @property
    def meant(self) -> Said:
        """The fiscal year that the words mean, in brackets, where they do not say it themselves."""
        year = next(iter(self.years), None)
        if len(self.years) != 1 or self.words == str(year):
            return Said("", "")
        return Said(th=f" (ปีงบประมาณ {year})", en=f" (fiscal year {year})")


def fiscal_year_mismatch(plan: Plan) -> Iterator[Problem]:
    """Find years over the months, in the title and in headings that do not agree on one fiscal year."""
    claims = list(year_claims(plan))
    agreed = claims[0].years if claims else frozenset()
    for claim in claims:
        agreed &= claim.years
        if not agreed:
            # What is found is the years alone, which are the same in every language of the messages.
            yield at(claim.where, found=", ".join(dict.fromkeys(claim.words for claim in claims)), years=told(claims))
            return


def told(claims: list[Claim]) -> Said:
    """Return all different claims in one line, for both languages."""
    different = dict.fromkeys((claim.place, claim.words, claim.meant) for claim in claims)
    return Said(
        th=", ".join(f"{place.th} {words}{meant.th}" for place, words, meant in different),
        en=", ".join(f"{place.en} {words}{meant.en}" for place, words, meant in different),
    )


def year_claims(plan: Plan) -> Iterator[Claim]:
    """Yield what the title, the headings and the tables say, in this order."""
    titled = title_years(plan.title or "")
    if titled:
        yield Claim(Said(th="ชื่อแผน", en="title"), listed(titled), titled, Where(page=1))
    for heading in plan.headings:
        years = heading_years(heading.title)
        if years:
            yield Claim(Said(th="หัวข้อ", en="heading"), listed(years), years, Where(page=heading.page))
    for table in plan.tables:
        if table.years:
            printed = [buddhist(year) for year in table.years]
            meant = table_years(table, printed)
            yield Claim(Said(th="เหนือเดือน", en="over the months"), listed(printed), meant, table.where)


def listed(years: list[int] | frozenset[int]) -> str:
    """Return the years as one word of a message.

    >>> listed([2554, 2555])
    '2554/2555'
    """
    return "/".join(str(year) for year in sorted(set(years)))


def table_years(table: TableHeader, years: list[int]) -> frozenset[int]:
    """Return the fiscal years that the years over a table's months may mean; none where they contradict each other."""
    first, last = min(years), max(years)
    if len(set(years)) > 2 or (table.months and month_number(table.months[0]) != FISCAL_ORDER[0]):
        # A table over several years, or one that does not begin in October: any year from the first on may be meant.
        return frozenset(range(first, min(last, first + YEAR) + 2))
    if first != last:
        return frozenset({last} if last == first + 1 else ())
    return frozenset({last, *taken_for(table)})


def taken_for(table: TableHeader) -> set[int]:
    """Return the fiscal year that the first month was taken for: one of two printed years may have been unreadable."""
    month = table.months[0].month if table.months else "--"
    return set() if month.startswith("--") else {int(month[:4]) + ERA + 1}
