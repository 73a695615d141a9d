"""The period that a document states around its table (``ระยะเวลาดำเนินการ สิงหาคม ถึง ตุลาคม ๒๕๖๔``) against the table's months."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from planparse.form.rows import Layout, where_of
from planparse.form.timeline import Calendar
from planparse.plan import Fault
from planparse.table import Line
from planparse.thai.months import NamedSpan, named_spans

ERA = 543
_KEYWORD = re.compile(r"(?:ระยะเวลา|ช่วงเวลา)(?:ใน)?(?:การ)?(?:ดำเนิน(?:การ|งาน|โครงการ)?|ปฏิบัติงาน|จัดโครงการ)?\s*[:：]?\s*")
_WORDS_BETWEEN = 40  # characters between the keyword and its months: what comes later is of something else


def stated_period(text: str) -> tuple[str, list[NamedSpan]] | None:
    """Return the words of a stated period and the months of known years that they name, ``None`` where a line states none.

    >>> stated_period("๗.๑ ระยะเวลาดำเนินการ สิงหาคม ถึง ตุลาคม ๒๕๖๔")
    ('สิงหาคม ถึง ตุลาคม ๒๕๖๔', [NamedSpan(start=8, end=10, start_year=2564, end_year=2564)])
    """
    match = _KEYWORD.search(text)
    if match is None:
        return None
    words = text[match.end() :].strip()
    spans = [span for span in named_spans(words[: _WORDS_BETWEEN * 2]) if span.end_year is not None]
    return (words, spans) if spans else None


def stray_periods(lines: Iterable[Line], layouts: Sequence[Layout], fiscal_year: int | None) -> list[Fault]:
    """Return a fault for each stated period that no table's months hold whole; none where no table's months have a year."""
    held = [months for layout in layouts if (months := months_of(layout, fiscal_year))]
    faults: list[Fault] = []
    for line in lines if held else ():
        found = stated_period(line.text)
        if found and not any(all(within(span, months) for span in found[1]) for months in held):
            years = sorted({year for layout in layouts if (year := layout.header.fiscal_year or fiscal_year)})
            message = f"the stated period {found[0]} is not all in the fiscal year {'/'.join(map(str, years))}"
            faults.append(Fault(rule="period-mismatch", message=message, project=None, where=where_of(line)))
    return faults


def months_of(layout: Layout, fiscal_year: int | None) -> range | None:
    """Return the months of a table, counted from year 0 (Gregorian): whole years of the plan, as it has one for each."""
    numbers = [month.month for month in layout.header.months]
    year = layout.header.fiscal_year or fiscal_year
    if not numbers or year is None:
        return None
    calendar = Calendar(numbers, year)
    ends = [end for index in range(len(numbers)) for end in (calendar[index], calendar.end(index))]
    counted = [int(end[:4]) * 12 + int(end[-2:]) for end in ends]
    return range(min(counted), max(counted) + 1)


def within(span: NamedSpan, months: range) -> bool:
    """Whether a table has the first and the last month of a span whose years are known."""
    assert span.end_year is not None  # noqa: S101 - spans without a year are not asked about
    start_year = span.start_year or (span.end_year if span.start <= span.end else span.end_year - 1)
    return (start_year - ERA) * 12 + span.start in months and (span.end_year - ERA) * 12 + span.end in months
