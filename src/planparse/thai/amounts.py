"""Amounts as OCR programs leave them: letters for digits, stray points and spaces, words beside the figures. Never a guess."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from planparse.thai.numbers import THAI_DIGITS, baht

# What is read for a digit, by outline. Each stands for one digit only: what may be two is in no amount that is repaired.
DIGIT_LIKE = str.maketrans("OoQDlI|iZzSsBbGgq", "00001111225586699")
_FIGURES = re.compile(r"[\dOoQDlI|iZzSsBbGgq๐-๙][\dOoQDlI|iZzSsBbGgq๐-๙,. ]*")
_TAIL = re.compile(r"\s*(?:\.?\s*[-–—=]+)?\s*(?:บาท(?:ถ้วน)?)?\s*(?:\([^()]*\))?\s*[-–—]*\s*\Z")
_WORDS = re.compile(r"\(([^()0-9๐-๙]*)\)")
_NUMBER = re.compile(r"(?<![A-Za-z0-9๐-๙.,\u0e01-\u0e4e])[\d๐-๙OolI][\d๐-๙OolI,.]+(?![A-Za-z\u0e01-\u0e4e])")
_THAI_DIGIT, _ARABIC_DIGIT = re.compile("[๐-๙]"), re.compile("[0-9]")
_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?\Z|\d+(?:\.\d{1,2})?\Z")
_DIGITS = {"หนึ่ง": 1, "เอ็ด": 1, "สอง": 2, "ยี่": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6, "เจ็ด": 7, "แปด": 8, "เก้า": 9, "ศูนย์": 0}
_PLACES = {"สิบ": 10, "ร้อย": 100, "พัน": 1_000, "หมื่น": 10_000, "แสน": 100_000}
_NUMBER_WORD = re.compile("|".join((*_DIGITS, *_PLACES, "ล้าน", "บาท", "สตางค์", "ถ้วน")))


class Readings(NamedTuple):
    """What a text may say: one amount, written as it should be, where ``clear``; none or several else."""

    texts: tuple[str, ...]

    @property
    def clear(self) -> str | None:
        """The one amount."""
        return self.texts[0] if len(self.texts) == 1 else None


def readings(text: str) -> Readings:
    """Return the amounts that a text may state, with the text's own tail (``บาท``, ``.-``).

    >>> readings("76O,0O0").texts, readings("๙00,0O0.-").texts, readings("1 250 000 บาท").texts
    (('760,000',), ('900,000.-',), ('1250000 บาท',))
    >>> readings("12,50").texts, readings("250.000").texts, readings("ดูเอกสาร").texts
    (('1,250', '12.50'), ('250,000', '250.00'), ())
    >>> readings("10,000 บาท (หนึ่งพันบาทถ้วน)").texts
    ('10,000', '1,000')
    """
    stated = amount_in_words(text)
    value = baht(text)
    if value is not None:
        return Readings((text,)) if stated is None or stated == value else Readings((f"{value:,}", f"{stated:,}"))
    match = _FIGURES.match(text.strip())
    if match is None or not _TAIL.match(text.strip(), match.end()) or not any(letter.isdecimal() for letter in match[0]):
        return Readings(())
    figures = match[0].rstrip(" .")
    tail = text.strip()[len(figures) :]
    found = _figures(figures.translate(THAI_DIGITS).translate(DIGIT_LIKE))
    if stated is not None:
        return _agreeing(found, stated, tail)
    return Readings(tuple(figure + tail for figure in found) if len(found) == 1 else found)


def _agreeing(found: tuple[str, ...], stated: int, tail: str) -> Readings:
    """Return the reading that the amount in words confirms, else all that there are."""
    same = [figure for figure in found if Decimal(figure.replace(",", "")) == stated]
    return Readings((same[0] + tail,)) if same else Readings((*found, f"{stated:,}"))


def _figures(figures: str) -> tuple[str, ...]:
    """Return how figures may be meant: as they are, with stray spaces and points left out, or in two ways."""
    tight = figures.replace(" ", "")
    if _GROUPED.match(tight) and (tight == figures or "," in tight or _in_threes(figures.split(" "))):
        return (tight,)
    parts = [part for part in re.split("[,.]", tight) if part]
    if " " in figures or len(parts) < 2:  # with a group too long as well, it may be two amounts
        return ()
    return _many(parts) if len(parts) > 2 else _two(parts[0], parts[1], tight)


def _many(parts: list[str]) -> tuple[str, ...]:
    """Return what groups of figures mean: ``1.250.000``, ``1.250.000,50``."""
    if _in_threes(parts):
        return (",".join(parts),)
    return (",".join(parts[:-1]) + "." + parts[-1],) if _in_threes(parts[:-1]) and len(parts[-1]) == 2 else ()


def _two(first: str, last: str, tight: str) -> tuple[str, ...]:
    """Return what two groups of figures mean: ``250.000`` and ``12,50`` may be two amounts, ``1250,000`` is one."""
    if "." in tight:
        return (f"{first},{last}", f"{first}.{last[:2]}") if _in_threes([first, last]) else ()
    if len(last) == 3:
        return (f"{int(first + last):,}",)
    return (f"{int(first + last):,}", f"{first}.{last}") if len(last) == 2 else ()


def _in_threes(parts: list[str]) -> bool:
    return 1 <= len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:])


def digits_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where a number in running text has a letter or another script's digits in it, and the number as it was meant.

    The digits of the other script are the fewer ones; a number with as many of each stays.

    >>> list(digits_in("ยาวรวม 4๘0 เมตร งบ 5O,000 บาท ปี ๒๕69")), list(digits_in("H2O A4 10.5 ๒๕๖๙"))
    ([(7, 10, '480'), (19, 25, '50,000')], [])
    """
    for match in _NUMBER.finditer(text):
        read = match[0].rstrip(".,")
        thai, arabic = len(_THAI_DIGIT.findall(read)), len(_ARABIC_DIGIT.findall(read))
        letters = sum(letter.isalpha() for letter in read)
        if thai == arabic or not ((thai and arabic) or letters) or letters >= thai + arabic:
            continue
        meant = read.translate(DIGIT_LIKE).translate(THAI_DIGITS)
        if _GROUPED.match(meant):
            yield match.start(), match.start() + len(read), meant.translate(_TO_THAI) if thai > arabic else meant


def amount_in_words(text: str) -> int | None:
    """Return the whole amount of baht that words in brackets state, or ``None``.

    >>> amount_in_words("115,500 (-หนึ่งแสนหนึ่งหมื่นห้าพันห้าร้อยบาทถ้วน-)"), amount_in_words("(ประจำปี)")
    (115500, None)
    """
    found = _WORDS.search(text)
    if found is None:
        return None
    tight = re.sub(r"[\s\-–—]", "", found[1])
    words = _NUMBER_WORD.findall(tight)
    if "".join(words) != tight or "สตางค์" in words or not {"บาท", "ถ้วน"} & set(words):
        return None
    millions = rest = digit = 0
    for word in words:
        if word in _DIGITS:
            digit = _DIGITS[word]
        elif word in _PLACES:
            rest, digit = rest + (digit or 1) * _PLACES[word], 0
        elif word == "ล้าน":
            millions, rest, digit = (millions + rest + digit) * 1_000_000, 0, 0
    return millions + rest + digit


def number_read(text: str) -> str | None:
    """Return the row's number that letters and digits were read for, in Arabic digits, or ``None`` if they cannot be one.

    >>> number_read("1O"), number_read("l2."), number_read("ก")
    ('10', '12.', None)
    """
    read = text.strip().translate(THAI_DIGITS).translate(DIGIT_LIKE)
    return read if re.fullmatch(r"\d{1,3}(?:\.\d{1,3})*[.)]?", read) else None
