"""What month labels and titles state: ``ต.ค.66``, ``ตค.-ธค.``, ``มี.ค. 2554 - พ.ย. 2553``, ``ปีงบประมาณ พ.ศ. ๒๕๖๗``."""

from __future__ import annotations

import re
from functools import lru_cache

from planparse.thai.months import SHORT, month_of, named_spans
from planparse.thai.numbers import arabic

YEAR = 12  # months
ERA = 543  # years from the Gregorian to the Buddhist era

_TO = r"(?:-|–|—|ถึง)"
_PERIOD = re.compile(_TO)
_BE = r"(?<!\d)(2[56]\d\d)(?!\d)"
_ERA = r"(?:พ\s*\.?\s*ศ\s*\.?\s*)?"
# Years that are no fiscal year: of a school year, of a range of years.
_OTHER_YEARS = re.compile(rf"การศึกษา\s*{_ERA}{_BE}|{_BE}\s*{_TO}\s*{_ERA}\d{{2,4}}")
_LEFT_FROM = re.compile(rf"(?:จาก|ก่อน|ที่ผ่านมา)\s*ปี\s*งบประมาณ\s*{_ERA}{_BE}")
_FISCAL = re.compile(rf"ปี\s*งบประมาณ\s*{_ERA}{_BE}")
_YEARLY = re.compile(rf"ปี\s*{_ERA}{_BE}|พ\s*\.?\s*ศ\s*\.?\s*{_BE}\s*$")


@lru_cache(maxsize=1024)  # the same twelve labels in plan after plan
def months_named(label: str) -> tuple[int, ...]:
    """Return the months (1-12) that a column's label names: one, those of a range, or none if it names no month.

    >>> months_named("ต.ค.66"), months_named("ตค.-ธค."), months_named("ตุลา\\nคม"), months_named("ไตรมาส 1")
    ((10,), (10, 11, 12), (10,), ())
    """
    ends = [month_of(part) for part in _PERIOD.split(label, maxsplit=1)]
    first, last = ends[0], ends[-1]
    if first is None or last is None:
        return ()
    return tuple((first - 1 + step) % YEAR + 1 for step in range((last - first) % YEAR + 1))


def says_nothing(label: str) -> bool:
    """Whether a label is empty, or nothing but points and dashes."""
    return not any(char.isalnum() for char in label)


def month_name(month: str) -> str:
    """Return ``2012-01`` as Thai plans write it.

    >>> month_name("2012-01"), month_name("--10")
    ('ม.ค. 2555', 'ต.ค.')
    """
    name = SHORT[int(month[-2:]) - 1]
    return name if month.startswith("--") else f"{name} {int(month[:4]) + ERA}"


def is_reversed(words: str) -> bool:
    """Whether the words name a range of months that ends before it begins.

    Without both years a range may go over the new year, or follow the school's year: of such nothing is said.

    >>> is_reversed("มี.ค. 2554 - พ.ย. 2553"), is_reversed("พ.ย. 53 - มี.ค. 54"), is_reversed("พ.ย. - มี.ค.")
    (True, False, False)
    """
    return any(
        (span.end_year, span.end) < (span.start_year, span.start)
        for span in named_spans(words)
        if span.start_year is not None and span.end_year is not None
    )


def buddhist(year: int) -> int:
    """Return the Buddhist year for its last two digits, for itself, or for a Gregorian year.

    >>> buddhist(54), buddhist(2554), buddhist(2011)
    (2554, 2554, 2554)
    """
    if year < 100:
        return year + 2500
    return year if year >= 2400 else year + ERA


def fiscal_years(text: str) -> frozenset[int]:
    """Return the years that a text clearly states as fiscal years.

    >>> sorted(fiscal_years("แผนงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๗")), sorted(fiscal_years("แผนพัฒนา ปีงบประมาณ 2566 - 2570"))
    ([2567], [])
    """
    return frozenset(int(year) for year in _FISCAL.findall(_without_other_years(text)))


def heading_years(text: str) -> frozenset[int]:
    """Return the fiscal years that a heading states for its rows, not those that projects or money are left from.

    >>> sorted(heading_years("แผนงานการศึกษา ปีงบประมาณ 2568")), sorted(heading_years("โครงการต่อเนื่องจากปีงบประมาณ พ.ศ. ๒๕๖๗"))
    ([2568], [])
    """
    return fiscal_years(_LEFT_FROM.sub(" ", arabic(text)))


def title_years(text: str) -> frozenset[int]:
    """Return the fiscal years that a plan's title states, else the year that it says it is of.

    >>> sorted(title_years("แผนการดำเนินงาน ประจำปี 2567 แก้ไขครั้งที่ 2/2568"))
    [2567]
    """
    yearly = (int(first or last) for first, last in _YEARLY.findall(_without_other_years(text)))
    return fiscal_years(text) or frozenset(yearly)


def _without_other_years(text: str) -> str:
    return _OTHER_YEARS.sub(" ", arabic(text))
