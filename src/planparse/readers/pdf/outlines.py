"""Letters told by their outlines: for fonts whose text layer is numbers without meaning.

A subset embedded by TCPDF, Word or doPDF keeps the glyph numbers of its font, and in these families the numbers of the
Thai letters follow Unicode. pdfium does not hand out glyph numbers, but it does hand out the embedded font: the ink box
of a character on the page tells which of the font's glyphs it is, and the glyph's number which letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from planparse.glyphs.codes import PRIVATE_USE
from planparse.readers.pdf.truetype import BROKEN, InkBox, glyph_boxes

GARBLED = 0.08  # of a font's characters are control codes: its text layer has no meaning
LEAST = 20  # characters of a font that can tell whether it is garbled
CLOSE = 0.012  # em by which a box on the page may differ from the outline's, over its four sides together
SAME = 0.0015  # em by which the boxes of two letters differ that cannot be told apart
ROUNDED = 0.0005  # em by which pdfium rounds a side of a box
PDFIUM_TOP = 1 + 1 / 64  # pdfium raises the top of a character's box by this much


class Family(NamedTuple):
    """Fonts that number their Thai glyphs alike: U+0E00 has these numbers, ASCII lies ``ascii`` below.

    ``shifted`` are stretches of the private use area, the first and the last code of each, with the number of U+F700.
    """

    name: re.Pattern[str]
    letters: int
    vowels: int
    shifted: tuple[tuple[str, str, int], ...]
    ascii: int


# Checked on 540,000 consonants of published documents: linear in each of these families, but for some of the shifted marks.
FAMILIES = (
    Family(re.compile(r"TH ?Sarabun", re.IGNORECASE), 213, 209, (("\uf701", "\uf717", 342),), 31),
    Family(
        re.compile(r"(Angsana|Cordia|Browallia|Eucrosia|Dillenia|Freesia)(New|UPC)", re.IGNORECASE),
        131,
        129,
        (("\uf701", "\uf704", 99), ("\uf705", "\uf70e", 100), ("\uf710", "\uf717", 107)),
        29,
    ),
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
    except BROKEN:
        return []
    meanings = _meanings(family)
    return [(box, meanings[number]) for number, box in boxes.items() if number in meanings]


def letters_with_boxes(drawn: Sequence[tuple[InkBox, int]], known: Sequence[tuple[InkBox, str]]) -> list[str | None]:
    """Return the letter whose outline each character is, by its ink box and its code; ``None`` where it is none.

    Two letters may have the same box (ด and ต). The codes are no Unicode but follow it over short stretches: of two
    letters alike, the one whose code lies as far off as those of its neighbours in the alphabet is meant.
    """
    choices = [_like(box, known) for box, _ in drawn]
    told = {letters[0]: code for letters, (_, code) in zip(choices, drawn, strict=True) if len(letters) == 1}
    offsets = {letter: code - ord(letter) for letter, code in told.items() if code != ord(letter)}
    return [_chosen(letters, code, offsets) for letters, (_, code) in zip(choices, drawn, strict=True)]


def glyph_of(number: int, box: InkBox, boxes: Mapping[int, InkBox]) -> int | None:
    """Return the glyph that a character's box on the page is of: that of its number, else the one whose box it is, if it is one's.

    The number's glyph is told by its heights: slanted print is wider.
    """
    if number in boxes and _difference(box[1::2], boxes[number][1::2]) < CLOSE / 2:
        return number
    ranked = sorted((difference, glyph) for glyph, other in boxes.items() if (difference := _difference(box, other)) < CLOSE)
    return ranked[0][1] if ranked and (len(ranked) < 2 or ranked[1][0] - ranked[0][0] > ROUNDED) else None


def _difference(box: Sequence[float], outline: Sequence[float]) -> float:
    """Return by how many em some sides of a box on the page, the top last, differ from an outline's, all of them together.

    pdfium tells thousandths: those of an outline are rounded as it does, so that glyphs as alike as narrow vowels are told apart.
    """
    *others, top = box
    level = *others, top / PDFIUM_TOP if top > 0 else top
    return sum(abs(a - int(1000 * b + 0.5) / 1000) for a, b in zip(level, outline, strict=True))


def _like(box: InkBox, known: Iterable[tuple[InkBox, str]]) -> list[str]:
    """Return the letters whose outline a box on the page is: more than one only where they are as good as the same."""
    ranked = sorted((_difference(box, other), letter) for other, letter in known)
    if not ranked or ranked[0][0] > CLOSE:
        return []
    return list(dict.fromkeys(letter for difference, letter in ranked if difference < ranked[0][0] + SAME))


def _chosen(letters: Sequence[str], code: int, offsets: Mapping[str, int]) -> str | None:
    if chr(code) in letters:
        return chr(code)  # a conversion may throw away most of a font's codes, and leave some
    near = {
        letter: offset for letter, offset in offsets.items() if letter not in letters
    }  # theirs are variants, numbered elsewhere
    if len(letters) < 2 or not near:
        return letters[0] if letters else None

    def oddness(letter: str) -> tuple[int, int]:
        nearest = min(near, key=lambda other: abs(ord(other) - ord(letter)))
        return abs(code - ord(letter) - near[nearest]), abs(ord(nearest) - ord(letter))

    return min(letters, key=oddness)


def _meanings(family: Family) -> Mapping[int, str]:
    """Return the letter of each glyph number."""
    known = {code - family.ascii: chr(code) for code in range(0x21, 0x7F)}
    known |= {family.letters + code: chr(0x0E00 + code) for code in range(0x01, 0x3B)}
    known |= {family.vowels + code: chr(0x0E00 + code) for code in range(0x40, 0x5C)}
    shifted = {
        number + ord(code) - 0xF700: letter
        for first, last, number in family.shifted
        for code, letter in PRIVATE_USE.items()
        if first <= code <= last
    }
    return shifted | known
