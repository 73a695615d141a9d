"""Damages right text as OCR programs do, letter by letter: drawn with a seed, so that it can be drawn again."""

from __future__ import annotations

import random
import unicodedata

# How often which damage is done, of a hundred: Lao letters, spaces inside words, Latin letters, other Thai letters, lost marks.
SHARES = {"lao": 35, "gap": 30, "latin": 15, "confusion": 12, "lost": 8}
LATIN = {"น": "u", "ก": "n", "พ": "W", "ท": "n", "บ": "U"}
CONFUSED = {
    "ต": "ดค", "ด": "ตค", "ค": "ตด", "ซ": "ช", "ช": "ซ", "บ": "น", "น": "บ", "ฎ": "ฏ", "ฏ": "ฎ", "ธ": "ร", "ก": "ถภ", "ศ": "ค",
    "ท": "ห", "ผ": "พ", "พ": "ผ", "ล": "ส", "ี": "ิ", "ิ": "ี", "ื": "ึ",
}  # fmt: skip
LOST = "่้็์"


def damaged(text: str, rate: float, rng: random.Random) -> str:
    """Return a text of which each Thai letter is damaged with this chance, where there is such a damage for it."""
    return "".join(_letter(letter, rng) if "ก" <= letter <= "๎" and rng.random() < rate else letter for letter in text)


def _letter(letter: str, rng: random.Random) -> str:
    kind = rng.choices(list(SHARES), list(SHARES.values()))[0]
    if kind == "lao":
        lao = chr(ord(letter) + 0x80)
        return lao if unicodedata.name(lao, "") else letter
    if kind == "gap":
        return letter + " "
    if kind == "latin":
        return LATIN.get(letter, letter)
    if kind == "confusion":
        return rng.choice(CONFUSED.get(letter, letter))
    return "" if letter in LOST else letter
