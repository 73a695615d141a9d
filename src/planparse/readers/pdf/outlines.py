"""Letters told by their outlines: for fonts whose text layer is numbers without meaning.

A subset embedded by TCPDF, Word or doPDF keeps the glyph numbers of its font, and in these families the numbers of the
Thai letters follow Unicode. pdfium does not hand out glyph numbers, but it does hand out the embedded font: the ink box
of a character on the page tells which of the font's glyphs it is, and the glyph's number which letter.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from planparse.glyphs.codes import PRIVATE_USE

GARBLED = 0.08  # of a font's characters are control codes: its text layer has no meaning
LEAST = 20  # characters of a font that can tell whether it is garbled
CLOSE = 0.012  # em by which a box on the page may differ from the outline's, over its four sides together
SAME = 0.0015  # em by which the boxes of two letters differ that cannot be told apart
PDFIUM_TOP = 1 + 1 / 64  # pdfium raises the top of a character's box by this much

InkBox = tuple[float, float, float, float]  # left, bottom, right, top in em, from the pen


class Family(NamedTuple):
    """Fonts that number their Thai glyphs alike: U+0E00 and the marks' U+F700 have these numbers, ASCII lies ``ascii`` below."""

    name: re.Pattern[str]
    letters: int
    vowels: int
    shifted: int
    ascii: int


# Checked on 540,000 consonants of published documents: linear in each of these families.
FAMILIES = (
    Family(re.compile(r"TH ?Sarabun", re.IGNORECASE), 213, 209, 342, 31),
    Family(re.compile(r"(Angsana|Cordia|Browallia|Eucrosia|Dillenia|Freesia)(New|UPC)", re.IGNORECASE), 131, 129, 99, 29),
)


def is_garbled(unknown: Sequence[bool]) -> bool:
    """Whether a font's text layer is numbers without meaning: ``unknown`` has, a character, whether it is a control code."""
    return len(unknown) >= LEAST and sum(unknown) > GARBLED * len(unknown)


def letters_of(font_name: str, data: bytes) -> list[tuple[InkBox, str]]:
    """Return the ink box and the letter of each Thai, ASCII or shifted glyph in a font; none for a font of no known family."""
    family = next((family for family in FAMILIES if family.name.search(font_name)), None)
    if family is None:
        return []
    try:
        boxes = glyph_boxes(data)
    except (struct.error, IndexError, KeyError):
        return []
    meanings = _meanings(family)
    return [(box, meanings[number]) for number, box in boxes.items() if number in meanings]


def letters_like(drawn: Sequence[tuple[InkBox, int]], known: Sequence[tuple[InkBox, str]]) -> list[str | None]:
    """Return the letter whose outline each character is, by its ink box and its code; ``None`` where it is none.

    Two letters may have the same box (ด and ต). The codes are no Unicode but follow it over short stretches: of two
    letters alike, the one whose code lies as far off as those of its neighbours in the alphabet is meant.
    """
    choices = [_like(box, known) for box, _ in drawn]
    offsets = {letters[0]: code - ord(letters[0]) for letters, (_, code) in zip(choices, drawn, strict=True) if len(letters) == 1}
    return [_chosen(letters, code, offsets) for letters, (_, code) in zip(choices, drawn, strict=True)]


def _like(box: InkBox, known: Iterable[tuple[InkBox, str]]) -> list[str]:
    """Return the letters whose outline a box on the page is: more than one only where they are as good as the same."""
    left, bottom, right, top = box
    level = left, bottom, right, top / PDFIUM_TOP if top > 0 else top
    ranked = sorted((sum(abs(a - b) for a, b in zip(level, other, strict=True)), letter) for other, letter in known)
    if not ranked or ranked[0][0] > CLOSE:
        return []
    return list(dict.fromkeys(letter for difference, letter in ranked if difference < ranked[0][0] + SAME))


def _chosen(letters: Sequence[str], code: int, offsets: Mapping[str, int]) -> str | None:
    if len(letters) < 2 or not offsets:
        return letters[0] if letters else None

    def oddness(letter: str) -> tuple[int, int]:
        nearest = min(offsets, key=lambda other: abs(ord(other) - ord(letter)))
        return abs(code - ord(letter) - offsets[nearest]), abs(ord(nearest) - ord(letter))

    return min(letters, key=oddness)


def _meanings(family: Family) -> Mapping[int, str]:
    """Return the letter of each glyph number."""
    known = {code - family.ascii: chr(code) for code in range(0x21, 0x7F)}
    known |= {family.letters + code: chr(0x0E00 + code) for code in range(0x01, 0x3B)}
    known |= {family.vowels + code: chr(0x0E00 + code) for code in range(0x40, 0x5C)}
    shifted = {family.shifted + ord(code) - 0xF700: letter for code, letter in PRIVATE_USE.items() if "\uf701" <= code <= "\uf717"}
    return shifted | known


def glyph_boxes(data: bytes) -> dict[int, InkBox]:
    """Return the outline box of each glyph of a TrueType font that has one, by glyph number, in em.

    Raise ``struct.error``, ``IndexError`` or ``KeyError`` for what is no whole TrueType font.
    """
    tables = _tables(data)
    head, loca, glyf = tables["head"], tables["loca"], tables["glyf"]
    units = struct.unpack_from(">H", data, head[0] + 18)[0] or 1
    wide = struct.unpack_from(">h", data, head[0] + 50)[0]
    step, form, factor = (4, ">I", 1) if wide else (2, ">H", 2)
    starts = [struct.unpack_from(form, data, loca[0] + at)[0] * factor for at in range(0, loca[1] - loca[1] % step, step)]
    boxes: dict[int, InkBox] = {}
    for number, (start, stop) in enumerate(pairwise(starts)):
        if stop - start >= 10:
            _, x0, y0, x1, y1 = struct.unpack_from(">5h", data, glyf[0] + start)
            boxes[number] = x0 / units, y0 / units, x1 / units, y1 / units
    return boxes


def _tables(data: bytes) -> dict[str, tuple[int, int]]:
    """Return offset and length of each table of a TrueType font."""
    count = struct.unpack_from(">H", data, 4)[0]
    found: dict[str, tuple[int, int]] = {}
    for index in range(count):
        tag, _, offset, length = struct.unpack_from(">4sIII", data, 12 + 16 * index)
        found[tag.decode("latin-1")] = offset, length
    return found
