"""What OCR programs read for what: each misreading with its price. Small, so that a person can check it.

A price is a negative logarithm: how unlikely the misreading is beside the others. Its kind names the rule that undoes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

Kind = Literal["letter", "confusion", "lost-mark", "gap"]


class Reading(NamedTuple):
    """What a letter that was read may be in truth."""

    truth: str
    price: float
    kind: Kind


# Latin letters and digits inside a Thai word, the likeliest truth first. They cannot be right there, so undoing them is cheap.
# Source: OCR'd pages of plans (u for น, n for ก, W for พ); the others by their outlines in the fonts of Thai offices.
LOOKALIKES = {
    "u": "นบ", "U": "บน", "n": "กทถค", "W": "พฟผ", "w": "พฟผ", "v": "งา", "s": "รธ", "S": "รธ", "a": "ลส", "m": "ฑตท",
    "o": "อ", "O": "อ", "0": "อ", "๐": "อ", "l": "เา", "I": "เ", "i": "เ", "1": "เา", "j": "ง", "J": "งป", "H": "ห", "h": "ห",
    "N": "ทพ", "M": "ฟ", "d": "ต", "e": "อ", "c": "อ", "b": "ธ", "6": "ธ", "5": "ธ", "f": "ด", "y": "ษบ", "Y": "ฯ", "r": "ร",
    "t": "ร", "A": "ค", "T": "า", "k": "ห", "q": "ฤ", "p": "ค", "x": "ห", "z": "ร", "V": "พ", "G": "ธ", "Q": "อ", "D": "อ",
    "9": "ง", "8": "ส",
}  # fmt: skip

# Thai letters read as others: truth, then what was read, with how often in the pairs of PK-124960/AI-Innovator25 (OCR'd letters of
# Thai offices, a small sample). Letters of the same outline stand there without a count: so do all pairs the other way round.
_COUNTED = {
    "ซช": 20, "บน": 8, "ธร": 4, "กถ": 4, "กภ": 4, "บช": 3, "ศค": 3, "ทห": 2, "ผพ": 2, "ขช": 2, "ศช": 2, "กค": 2, "หก": 1,
    "กต": 1, "กจ": 1, "ภพ": 1, "ลส": 1, "สล": 1, "พฟ": 1, "พท": 1, "ฝผ": 1, "ฝห": 1, "ฝพ": 1, "ษช": 1, "รธ": 1, "บม": 1,
    "ดม": 1, "ฑท": 1, "ฮอ": 1, "บป": 1, "ูุ": 1, "ีะ": 1, "ัิ": 1, "วา": 1, "นณ": 1,
}  # fmt: skip
_TWINS = ("ซช", "ดต", "คต", "ฎฏ", "บน")  # the commonest on pages of plans, both ways
_ALIKE = (
    "ดค", "บป", "ผพ", "ฝฟ", "พฟ", "ผฝ", "ภถ", "กถ", "ขช", "ขฃ", "คฅ", "ลส", "อฮ", "ฐฏ", "ณฌ", "ชซ", "นม", "ทฑ",
    "ศค", "ษบ", "ิี", "ิึ", "ีื", "ึื", "ีึ", "ิื", "ุู", "ัิ", "ั้", "่้", "๊้", "๋์", "้์", "ใโ", "ไโ", "ใไ", "เแ", "็้", "์้",
)  # fmt: skip
LIKELY, LESS_LIKELY, SELDOM, BACKWARDS = 3.5, 4.0, 5.0, 0.5  # prices
LETTER, SECOND_LETTER = 0.5, 1.5  # of undoing a lookalike, and of each less likely truth
GAP = 2.5  # of a space inside a word
LOST = 4.5  # of a mark that was not read
LOST_MARKS = "่้็์ัิีุู๊๋"


def _table() -> dict[str, tuple[Reading, ...]]:
    readings: dict[str, dict[str, Reading]] = {}

    def put(read: str, truth: str, price: float, kind: Kind) -> None:
        known = readings.setdefault(read, {}).get(truth)
        if known is None or known.price > price:
            readings[read][truth] = Reading(truth, price, kind)

    for read, truths in LOOKALIKES.items():
        for rank, truth in enumerate(truths):
            put(read, truth, LETTER + SECOND_LETTER * rank, "letter")
    for pair, count in _COUNTED.items():
        price = LIKELY if count >= 3 else LESS_LIKELY if count == 2 else SELDOM
        put(pair[1], pair[0], price, "confusion")
        put(pair[0], pair[1], price + BACKWARDS, "confusion")
    for pairs, price in ((_TWINS, LIKELY), (_ALIKE, SELDOM)):
        for pair in pairs:
            put(pair[1], pair[0], price, "confusion")
            put(pair[0], pair[1], price, "confusion")
    return {read: tuple(found.values()) for read, found in readings.items()}


_CONFUSED = _table()


@lru_cache(maxsize=16)
def confused(kinds: frozenset[Kind]) -> Mapping[str, tuple[Reading, ...]]:
    """Return for each letter that may be misread what it may be in truth, by misreadings of these kinds."""
    allowed = ((read, tuple(one for one in readings if one.kind in kinds)) for read, readings in _CONFUSED.items())
    return {read: readings for read, readings in allowed if readings}
