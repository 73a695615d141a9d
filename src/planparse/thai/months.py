"""Months as plans print them: labels over columns, and words in cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from planparse.thai.numbers import arabic

FISCAL_ORDER = (10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9)
SHORT = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")
FULL = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
QUARTER = 3  # months
QUARTERS = FISCAL_ORDER[::QUARTER]  # their first months
LONGEST = 80  # letters: a longer text is no title
_IN_LETTERS = [SHORT[month - 1].replace(".", "") for month in FISCAL_ORDER]
_IN_NUMBERS = list(map(str, FISCAL_ORDER))
_NAMES = {name.replace(".", ""): number for names in (SHORT, FULL) for number, name in enumerate(names, 1)}
_NAMES |= {re.sub("(?:คม|ยน|พันธ์)$", "", full): number for number, full in enumerate(FULL, 1)}  # as it is spoken: ตุลา
_LABEL = re.compile(r"[\s.·,:]+")
_YEAR = re.compile(r"(?<!\d)(25\d\d|\d\d)(?!\d)")
_IN_WORD = "[\u0e01-\u0e4e]"
# a range may end on a day: 1 ต.ค. 66 - 30 ก.ย. 67
_RANGE = re.compile(r"\s*(?:-|–|—|ถึง|จนถึง|→|~)\s*(?:วันที่\s*)?(?:\d{1,2}\s*)?(?:เดือน\s*)?\Z")
_WHOLE_YEAR = re.compile(r"ตลอด(?:ทั้ง)?ปี|ทั้งปี|ทุกเดือน|ทุกไตรมาส|ต\.?ค\.?\s*-\s*ก\.?ย\.?\s*\Z")
_TO, _AND = r"\s*(?:-|–|ถึง)\s*", r"\s*(?:,|และ|/)\s*"
_QUARTERS = rf"\d(?!\d)(?:{_TO}(?:ไตรมาส(?:ที่)?\s*)?\d(?!\d))?"


class _Patterns(NamedTuple):
    """What names a month and perhaps its year, and what names quarters."""

    month: re.Pattern[str]
    quarters: re.Pattern[str]


def _pattern(full: str, short: str) -> str:
    """Return what a month is written as. Without its point an abbreviation is one as a word only: ``พยาบาล`` has ``พย``."""
    first, last, _ = short.split(".")
    dotted = rf"{first}\s*\.\s*{last}(?:\s*\.|(?!{_IN_WORD}))"
    return rf"{full}|{dotted}|(?<!{_IN_WORD}){first}\s*{last}(?!{_IN_WORD})\s*\.?"


@cache
def _patterns() -> _Patterns:
    """Compile the patterns of words: most plans have none in their months, and these two take longer than all others do."""
    month = "|".join(map(_pattern, FULL, SHORT))
    more = rf"(?:{_AND}(?:ไตรมาส(?:ที่)?\s*)?{_QUARTERS}(?!\s*(?:{month})))*"
    return _Patterns(
        re.compile(rf"({month})\s*(?:พ\.?ศ\.?\s*)?(25\d\d|[4-9]\d)?(?!\d)"),
        re.compile(rf"ไตรมาส(?:ที่)?\s*({_QUARTERS}{more})"),
    )


class NamedSpan(NamedTuple):
    """Months that words name: calendar months from 1, and their years (Buddhist era) where they are named."""

    start: int
    end: int
    start_year: int | None = None
    end_year: int | None = None


@lru_cache(maxsize=4096)  # labels come again on every page, and every cell of a header is asked
def month_of(label: str) -> int | None:
    """Return the calendar month (from 1) that a label names, or ``None``.

    >>> month_of("ต.ค.66"), month_of("ต.ค"), month_of("ตุลาคม"), month_of("รวม")
    (10, 10, 10, None)
    """
    tight = _LABEL.sub("", arabic(label))
    return _NAMES.get(tight.rstrip("0123456789"))


def year_of(label: str) -> int | None:
    """Return the year (Buddhist era) in a month's label: ``ต.ค.66`` is of 2566."""
    match = _YEAR.search(arabic(label))
    return full_year(match[1]) if match else None


def are_a_year(labels: Sequence[str]) -> bool:
    """Whether labels stand for the months of a fiscal year in their order: by their first letters, or by their numbers.

    >>> are_a_year("ต พ ธ ม ก มี เม พ มิ ก ส ก".split()), are_a_year("10 11 12 1 2 3 4 5 6 7 8 9".split())
    (True, True)
    >>> are_a_year("1 2 3 4 5 6 7 8 9 10 11 12".split())
    False
    """
    texts = [_LABEL.sub("", arabic(label)) for label in labels]
    if len(texts) != len(FISCAL_ORDER) or not all(texts):
        return False
    return texts == _IN_NUMBERS or all(map(str.startswith, _IN_LETTERS, texts))


def quarter_of(label: str) -> int | None:
    """Return the first month of the quarter that a title names, ``None`` if it names none.

    >>> quarter_of("ไตรมาส 2"), quarter_of("ไตรมาสที่ 1(ต.ค.-ธ.ค.)"), quarter_of("เม.ย. - มิ.ย."), quarter_of("ม.ค.")
    (1, 10, 4, None)
    """
    spans = {(span.start, span.end) for span in named_spans(label)} if len(label) <= LONGEST else ()
    return next((month for month in QUARTERS if spans == {(month, month + QUARTER - 1)}), None)


def full_year(digits: str) -> int:
    """Return a year of two or four digits in full (Buddhist era)."""
    return int(digits) if len(digits) == 4 else 2500 + int(digits)


def named_spans(text: str) -> list[NamedSpan]:
    """Return the months that words name: ``ต.ค. 66 - ก.ย. 67``, ``ตลอดปี``, ``ไตรมาส 2``, ``ม.ค., มี.ค.``."""
    text = arabic(text).strip()
    if not text:
        return []
    patterns = _patterns()
    names, quarters = list(patterns.month.finditer(text)), list(patterns.quarters.finditer(text))
    if not names and not quarters and _WHOLE_YEAR.search(text):
        return [NamedSpan(10, 9)]
    spans = [span for match in quarters for span in _quarters(match[1])]
    index = 0
    while index < len(names):
        first = last = names[index]
        if index + 1 < len(names) and _RANGE.match(text, first.end(), names[index + 1].start()):
            index += 1
            last = names[index]
        spans.append(_span(first, last))
        index += 1
    return [span for span in spans if span is not None]


def is_whole_year(text: str) -> bool:
    """Whether words mean all months without naming any: ``ตลอดปี``, ``ทุกเดือน``."""
    return bool(_WHOLE_YEAR.search(text)) and not _patterns().quarters.search(text) and not _patterns().month.search(text)


def _quarters(text: str) -> Iterator[NamedSpan]:
    """Yield the months of each quarter, or range of quarters, in a list of their numbers."""
    for part in re.split(_AND, text):
        numbers = [int(digit) for digit in re.findall(r"\d", part)]
        first, last = numbers[0], numbers[-1]
        if 1 <= first <= last <= 4:
            yield NamedSpan(FISCAL_ORDER[first * 3 - 3], FISCAL_ORDER[last * 3 - 1])


def _span(first: re.Match[str], last: re.Match[str]) -> NamedSpan:
    start, end = (_NAMES[_LABEL.sub("", match[1])] for match in (first, last))
    years = [full_year(match[2]) if match[2] else None for match in (first, last)]
    return NamedSpan(start, end, years[0] or years[1] if start <= end else years[0], years[1])
