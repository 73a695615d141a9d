"""Thai digits and amounts in baht."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_THAI_DIGIT = re.compile("[๐-๙]")
LARGEST = 10_000_000_000_000  # baht: no plan states as much, and above it a float no longer holds every satang
LIMIT = 100_000_000_000  # baht: above it a unit word (ล้าน) over an amount in baht is likelier than the amount
_AMOUNT = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_SATANG = re.compile(r"[\d,]+(?:\.\d{1,2})?")
_WORDS = re.compile(r"\([^()0-9]*\)")  # the amount in words
_UNITS = (("ล้านบาท", 1_000_000), ("ล้าน", 1_000_000), ("แสนบาท", 100_000), ("หมื่นบาท", 10_000), ("พันบาท", 1_000))
_LEFT_OVER = re.compile(r"(?:บาทถ้วน|บาท|บ\.|฿|[.,]-|[-–—=\s])+")
_NO_BUDGET = re.compile(r"ไม่(?:ได้|ขอ)?(?:ใช้|มี|ตั้ง)งบ|ไม่(?:ใช้|เบิก)จ่าย|\Aไม่มี\Z")
_MONEY = re.compile(r"\d,\d{3}|\d\.\d\d(?!\d)")  # beside an amount the words are said of something else
_DASHES = re.compile(r"[-–—−]+\Z")


def arabic(text: str) -> str:
    """Return the text with Thai digits as Arabic ones."""
    return text if text.isascii() or not _THAI_DIGIT.search(text) else text.translate(THAI_DIGITS)


def bare_number(text: str) -> str:
    """Return a row's number in Arabic digits without what stands around it: a closing point, brackets.

    >>> bare_number("๑."), bare_number("(2)"), bare_number("1.1)")
    ('1', '2', '1.1')
    """
    tight = arabic(text).replace(" ", "").rstrip(".)")
    return tight[1:] if tight[:1] == "(" and tight[1:2].isdecimal() else tight


def says_none(text: str) -> bool:
    """Whether a budget cell says that no money is used: in words, or with a lone dash."""
    tight = "".join(text.split())
    return bool((_NO_BUDGET.search(tight) and not _MONEY.search(arabic(tight))) or _DASHES.match(tight))


@lru_cache(maxsize=1024)  # who mends an amount asks, and who reads it
def baht(text: str) -> int | float | None:
    """Return the amount that a text states, in baht; ``None`` if it states none, more than one, or one that is not certain.

    >>> baht("๑๐๒,๐00 บาท")
    102000
    >>> baht("115,500.-บาท (-หนึ่งแสนหนึ่งหมื่นห้าพันห้าร้อยบาทถ้วน-)")
    115500
    >>> baht("10 ล้านบาท")
    10000000
    >>> baht("1O,000") is None
    True
    """
    text = _WORDS.sub(" ", arabic(text)).strip()
    factor = 1
    for word, value in _UNITS:
        if word in text:
            text, factor = text.replace(word, " "), value
            break
    bare = _LEFT_OVER.sub(" ", text).strip()
    if not _AMOUNT.fullmatch(bare) or (factor == 1 and not _SATANG.fullmatch(bare)):
        return None
    amount = Decimal(bare.replace(",", ""))
    if amount >= (LARGEST if factor == 1 else LIMIT // factor):
        return None
    return plain(amount * factor)


def plain(amount: Decimal) -> int | float:
    """Return an amount as a whole number where it is whole."""
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def total(amounts: list[int | float]) -> int | float:
    """Return the exact sum of amounts in baht."""
    return plain(sum((Decimal(str(amount)) for amount in amounts), Decimal(0)))
