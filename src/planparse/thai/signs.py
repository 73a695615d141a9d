"""Signs that a text came out of an OCR program with damage: found without any word list, so that clean text costs nothing."""

from __future__ import annotations

import re

_THAI = "[\u0e01-\u0e3a\u0e40-\u0e4e]"
_ABOVE = "[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"  # marks above and below
_BEHIND = "[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]"  # what no word begins with
# What may be a sign comes first: it is looked for at once, and what stands around it only where it is.
_SIGNS = re.compile(
    "[A-Za-z \u0e80-\u0eff](?:"
    "(?<=[\u0e80-\u0eff])"  # Lao
    rf"|(?<={_THAI}[A-Za-z])(?={_THAI})"  # a Latin letter between Thai ones
    rf"|(?<=[A-Za-z])(?={_BEHIND})"  # a Latin letter that bears a Thai vowel or tone
    rf"|(?<=[\u0e01-\u0e4e] )(?={_ABOVE})"  # a mark away from its letter
    r"|(?<=[\d๐-๙][OoIl])(?=[\d๐-๙,])|(?<=,[Oo])(?=[\d๐-๙Oo])"  # a letter in an amount
    ")"
)
_LETTERS = re.compile(_THAI + "+")
LETTERS_TO_A_SIGN = 1500  # a text with fewer signs than one in as many letters is taken for right


class Signs:
    """Counts the signs of damage in a document as its text comes in."""

    __slots__ = ("_letters", "_signs")

    def __init__(self) -> None:
        self._letters = self._signs = 0

    def look(self, text: str) -> int:
        """Count a text's letters and signs; return how many signs it has."""
        found = signs(text)
        self._letters += sum(map(len, _LETTERS.findall(text)))
        self._signs += 0 if text.isascii() else found
        return found

    @property
    def damaged(self) -> bool:
        """Whether the text so far has enough signs of damage that a word which no list knows is rather misread than rare."""
        return self._signs > 0 and self._letters <= self._signs * LETTERS_TO_A_SIGN


def signs(text: str) -> int:
    """Return how many signs of damage a text has.

    >>> signs("การพัฒuาท้องถิ่น"), signs("ป ี"), signs("กล้อง CCTV และ LED 30 วัตต์")
    (1, 1, 0)
    """
    return len(_SIGNS.findall(text))
