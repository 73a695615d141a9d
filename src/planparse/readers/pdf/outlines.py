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
from planparse.readers.pdf.truetype import BROKEN, InkBox, glyph_boxes, glyph_count

GARBLED = 0.08  # of a font's characters are control codes: its text layer has no meaning
LEAST = 20  # characters of a font that can tell whether it is garbled
CLOSE = 0.012  # em by which a box on the page may differ from the outline's, over its four sides together
SAME = 0.0015  # em by which the boxes of two letters differ that cannot be told apart
ROUNDED = 0.0005  # em by which pdfium rounds a side of a box
LAST_CONSONANT = 0x2E  # over U+0E00
PDFIUM_TOP = 1 + 1 / 64  # pdfium raises the top of a character's box by this much, but for fonts of single bytes


class Family(NamedTuple):
    """Fonts that number their Thai glyphs alike: U+0E00 has these numbers, ASCII lies ``ascii`` below.

    ``shifted`` are stretches of the private use area, the first and the last code of each, with the number of U+F700;
    ``signs`` are others, each with its number.
    """

    name: re.Pattern[str]
    letters: int
    vowels: int
    shifted: tuple[tuple[str, str, int], ...]
    ascii: int
    signs: tuple[tuple[int, str], ...] = ()


# Checked on 540,000 consonants of published documents: linear in each of these families, but for some of the shifted marks.
FAMILIES = (
    Family(
        re.compile(r"TH ?Sarabun", re.IGNORECASE), 213, 209, (("\uf701", "\uf717", 342),), 31, ((305, "–"), (310, "“"), (311, "”"))
    ),
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


def is_of_family(font_name: str) -> bool:
    """Whether a font is of a family whose glyph numbers tell its letters."""
    return any(family.name.search(font_name) for family in FAMILIES)


def letters_of(font_name: str, data: bytes) -> list[tuple[InkBox, str]]:
    """Return the ink box and the letter of each Thai, ASCII or shifted glyph in a font; none for a font of no known family."""
    try:
        meanings = letters_by_number(font_name, data)
        boxes = glyph_boxes(data) if meanings else {}
    except BROKEN:
        return []
    return [(box, meanings[number]) for number, box in boxes.items() if number in meanings]


def letters_by_number(font_name: str, data: bytes) -> Mapping[int, str]:
    """Return the letter of each glyph number of a font of a known family; none where its glyphs were numbered anew.

    Raise one of ``BROKEN`` for what is no TrueType font.
    """
    family = next((family for family in FAMILIES if family.name.search(font_name)), None)
    if family is None or glyph_count(data) <= family.letters + LAST_CONSONANT:
        return {}  # who embeds some glyphs under numbers of their own has fewer of them
    return _meanings(family)


def letters_with_boxes(drawn: Sequence[tuple[InkBox, int]], known: Sequence[tuple[InkBox, str]]) -> list[str | None]:
    """Return the letter whose outline each character is, by its ink box and its code; ``None`` where it is none.

    Two letters may have the same box (ด and ต). The codes are no Unicode but follow it over short stretches: of two
    letters alike, the one whose code lies as far off as those of its neighbours in the alphabet is meant.
    """
    choices = [_like(box, known) for box, _ in drawn]
    told = {letters[0]: code for letters, (_, code) in zip(choices, drawn, strict=True) if len(letters) == 1}
    offsets = {letter: code - ord(letter) for letter, code in told.items() if code != ord(letter)}
    return [_chosen(letters, code, offsets) for letters, (_, code) in zip(choices, drawn, strict=True)]


def glyphs_of(number: int, box: InkBox, boxes: Mapping[int, InkBox]) -> list[int]:
    """Return the glyphs that a character's box on the page may be of: that of its number, else those whose box it is.

    Where it is no glyph's, the number's glyph is told by its heights: slanted print is wider.
    """
    own = boxes.get(number)
    if own is not None and _difference(box, own) < CLOSE:
        return [number]
    ranked = sorted((difference, glyph) for glyph, other in boxes.items() if (difference := _difference(box, other)) < CLOSE)
    if not ranked and own is not None and _difference(box[1::2], own[1::2]) < CLOSE / 2:
        return [number]
    return [glyph for difference, glyph in ranked if difference - ranked[0][0] <= ROUNDED]


def _difference(box: Sequence[float], outline: Sequence[float]) -> float:
    """Return by how many em some sides of a box on the page, the top last, differ from an outline's, all of them together.

    pdfium tells thousandths: those of an outline are rounded as it does, so that glyphs as alike as narrow vowels are told apart.
    """
    *others, top = box
    *sides, high = (int(1000 * side + 0.5) / 1000 for side in outline)
    raised = top / PDFIUM_TOP if top > 0 else top
    return sum(abs(a - b) for a, b in zip(others, sides, strict=True)) + min(abs(top - high), abs(raised - high))


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
    return shifted | dict(family.signs) | known
