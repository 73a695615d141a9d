"""Months and years as plans write them: ``ต.ค.66``, ``ตค.-ธค.``, ``มี.ค. 2554 - พ.ย. 2553``, ``ปีงบประมาณ พ.ศ. ๒๕๖๗``.

The rules read the words on their own, because a rule that reuses the reader's reading can only agree with it.
"""

from __future__ import annotations

import re

SHORT = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")
FULL = (
    *("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน"),
    *("กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"),
)
BY_LETTERS = {
    **{name.replace(".", ""): month for month, name in enumerate(SHORT, 1)},
    **{name: month for month, name in enumerate(FULL, 1)},
}
ASCII_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
NOT_A_LETTER = re.compile(r"[^ก-ฺเ-๎]")
TO = r"(?:-|–|—|ถึง)"

BE_YEAR = r"(?<!\d)(2[56]\d\d)(?!\d)"
ERA = r"(?:พ\s*\.?\s*ศ\s*\.?\s*)?"
# Years that are no fiscal year: of a school year, of a range of years, of an edition ("ครั้งที่ 2/2568").
OTHER_YEARS = re.compile(rf"การศึกษา\s*{ERA}{BE_YEAR}|{BE_YEAR}\s*{TO}\s*{ERA}\d{{2,4}}|/\s*{BE_YEAR}")
FISCAL = re.compile(rf"ปี\s*งบประมาณ\s*{ERA}{BE_YEAR}")
YEARLY = re.compile(rf"ปี\s*{ERA}{BE_YEAR}|พ\s*\.?\s*ศ\s*\.?\s*{BE_YEAR}\s*$")

DATED = r"({names})\s*(\d{{4}}|\d{{2}})(?!\d)".format(
    names="|".join([*FULL, *(name.replace(".", r"\s*\.?\s*") for name in SHORT)])
)
DATED_RANGE = re.compile(rf"{DATED}\s*{TO}\s*(?:\d{{1,2}}\s*)?{DATED}")


def months_named(label: str) -> tuple[int, ...]:
    """Return the months (1-12) that a column's label names: one, those of a range, or none if it names no month.

    >>> months_named("ต.ค.66"), months_named("ตค.-ธค."), months_named("ตุลา\\nคม"), months_named("ไตรมาส 1")
    ((10,), (10, 11, 12), (10,), ())
    """
    ends = [BY_LETTERS.get(letters_of(part)) for part in re.split(TO, label, maxsplit=1)]
    first, last = ends[0], ends[-1]
    if first is None or last is None:
        return ()
    return tuple((first - 1 + step) % 12 + 1 for step in range((last - first) % 12 + 1))


def letters_of(label: str) -> str:
    """Return a label's Thai letters, without the word for month.

    >>> letters_of("เดือน ต.ค. ๖๖")
    'ตค'
    """
    return NOT_A_LETTER.sub("", label).removeprefix("เดือน")


def says_nothing(label: str) -> bool:
    """Whether a label is empty, or nothing but points and dashes."""
    return not any(char.isalnum() for char in label)


def reversed_words(text: str) -> str | None:
    """Return the first range of months with both years whose end is before its start, or ``None``.

    Without years a range may go over the new year, or follow the school's year: of such nothing is said.

    >>> reversed_words("มี.ค. 2554 - พ.ย. 2553")
    'มี.ค. 2554 - พ.ย. 2553'
    >>> reversed_words("พ.ย. 53 - มี.ค. 54") is None
    True
    """
    for found in DATED_RANGE.finditer(text.translate(ASCII_DIGITS)):
        start, start_year, end, end_year = found.groups()
        if (full_year(int(end_year)), month_of(end)) < (full_year(int(start_year)), month_of(start)):
            return found.group()
    return None


def month_of(name: str) -> int:
    """Return the month (1-12) of a month's name that is known to be one."""
    return BY_LETTERS[letters_of(name)]


def full_year(year: int) -> int:
    """Return the Buddhist year for its last two digits, for itself, or for a Gregorian year.

    >>> full_year(54), full_year(2554), full_year(2011)
    (2554, 2554, 2554)
    """
    if year < 100:
        return year + 2500
    return year if year >= 2400 else year + 543


def fiscal_years(text: str) -> frozenset[int]:
    """Return the years that a text clearly states as fiscal years.

    >>> sorted(fiscal_years("แผนงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๗")), sorted(fiscal_years("แผนพัฒนา ปีงบประมาณ 2566 - 2570"))
    ([2567], [])
    """
    return frozenset(int(year) for year in FISCAL.findall(without_other_years(text)))


def title_years(text: str) -> frozenset[int]:
    """Return the fiscal years that a plan's title states, else the year that it says it is of.

    >>> sorted(title_years("แผนการดำเนินงาน ประจำปี 2567 แก้ไขครั้งที่ 2/2568"))
    [2567]
    """
    yearly = (int(first or last) for first, last in YEARLY.findall(without_other_years(text)))
    return fiscal_years(text) or frozenset(yearly)


def without_other_years(text: str) -> str:
    """Return the text in Arabic digits, without the years that are no fiscal years."""
    return OTHER_YEARS.sub(" ", text.translate(ASCII_DIGITS))
