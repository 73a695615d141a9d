"""A preview: the year in the file's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planparse.plan import Plan, Where
from planparse.rules.rule import Problem, at
from planparse.thai.months import FULL, SHORT
from planparse.thai.numbers import arabic

_YEAR = re.compile(r"(?<!\d)(25[4-9]\d)(?!\d)")
_RANGE = re.compile(r"(?<!\d)(25[4-9]\d)\s*[-–_]\s*(25[4-9]\d)(?!\d)")
_MONTH = "|".join(re.escape(name).replace(r"\.", r"\.?") for name in (*FULL, *SHORT))
_DATE = re.compile(rf"(?:{_MONTH})[\s_.-]*25\d\d(?!\d)|(?<!\d)\d{{1,2}}[-._ ]\d{{1,2}}[-._ ]25\d\d(?!\d)")  # a day's, or a month's


def file_year(plan: Plan) -> Iterator[Problem]:
    """Find a file that is named after another year than its plan's."""
    stated = named_years(plan.source.name)
    if plan.fiscal_year is not None and stated and plan.fiscal_year not in stated:
        years = "/".join(map(str, sorted(stated)))
        yield at(Where(page=1), found=plan.source.name, stated=years, year=str(plan.fiscal_year))


def named_years(name: str) -> frozenset[int]:
    """Return the years (Buddhist era) that a file's name has, all of a range; that of a date is no plan's.

    >>> sorted(named_years("แผน ๒๕๖๖.pdf")), sorted(named_years("2566-2568.pdf")), sorted(named_years("25660401.pdf"))
    ([2566], [2566, 2567, 2568], [])
    """
    name = _DATE.sub(" ", arabic(name))
    spans = [range(int(first), int(last) + 1) for first, last in _RANGE.findall(name)]
    return frozenset(int(year) for year in _YEAR.findall(name)).union(*spans)
