"""What a font makes of its codes: Thai digits drawn for ASCII ones, letters under codes without meaning."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from pypdfium2 import raw

from planparse.readers.pdf.outlines import LEAST, glyph_of, is_garbled, letters_of, letters_with_boxes
from planparse.readers.pdf.truetype import BROKEN, Outline, glyph_boxes, glyph_outline

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from planparse.page import Codes, Flags, Measures

HYPHEN = 2  # what pdfium gives for a hyphen at a line's end …
HYPHEN_IN_TEXT = 0xFFFE  # … and what stands for it in the text of a whole page
UNKNOWN = 0xFFFD
THAI = (*range(0x0E01, 0x0E3B), *range(0x0E40, 0x0E4F))  # letters and marks: no digit needs to be drawn again
MOSTLY = 0.5  # of a font's characters that are Thai letters: then the others are no sign of a text layer without meaning
UNASSIGNED = 0x0E5F  # no letter: a font draws what it draws for all that it does not know
SARA_AA, SARA_AM = 0x0E32, 0x0E33
AA_SHARE = 0.04  # of a Thai text's letters and marks are more than that SARA AA
ASCENDER = 0.75  # em: no letter without one is as high
NEAR = 0.025  # em between the boxes of one glyph as it is measured in two places
RAISED = 0.3  # em over the baseline: there are only marks
FLAT = 0.02  # em: a space's box is flat
SMALL_SIGNS = " ,.'\"`-_~^*"
LETTER = (0.25, 0.45)  # em: no small sign is as wide and as high …
ON_LINE = 0.05  # … and stands as near to the line
THAI_ZERO = 0x0E50
# TH SarabunIT๙ and its kin draw Thai digits for the codes of ASCII ones; the ๙ comes in several encodings, or is dropped
THAI_DIGIT_FONT = re.compile(rb"TH ?[A-Za-z ]+IT(?![A-Za-z])")

Point = tuple[float, float]
Kind = tuple[int, float, float, float, float]  # a glyph's number, or one that several share, and its ink in em from its pen

_SMALL = np.array([chr(code) in SMALL_SIGNS for code in range(0x80)])


def meant(codes: Codes, font: NDArray[np.int64], measures: Measures, numbered: Flags) -> Codes:
    """Return the code that each character means; ``font`` has their fonts' handles, ``measures`` the columns of ``Glyphs``.

    Those that are ``numbered`` have no code, and in its place a number by which their font knows them.
    """
    found = codes.copy()
    found[(codes == HYPHEN) | (codes == HYPHEN_IN_TEXT)] = ord("-")
    control = (codes < ord(" ")) & (codes != HYPHEN)
    if control.any():
        found[control] = np.where(np.isin(codes[control], (9, 10, 13)), ord(" "), UNKNOWN)
    for address in set(font[np.diff(font, prepend=~font[:1]) != 0].tolist()):
        own = np.flatnonzero(font == address)
        if not address:
            continue
        name = name_of(address)
        thai = np.mean((found[own] >= THAI[0]) & (found[own] <= THAI[-1]))
        nameless = own[numbered[own] | (found[own] == UNKNOWN)] if thai else ()
        if len(nameless):
            behind = _is_behind_circle(codes, measures)[nameless]
            letters = _by_likeness(codes[nameless], _ink(measures[nameless]), behind, len(own), address)
            found[nameless] = [letter or code for letter, code in zip(letters, found[nameless].tolist(), strict=True)]
        has_no_meaning = thai < MOSTLY and is_garbled((found[own] == UNKNOWN).tolist())
        if has_no_meaning or (thai and _draws_signs_as_letters(found[own], measures[own])):
            found[own] = _by_outline(codes[own], measures[own], name, data_of(address))
        if THAI_DIGIT_FONT.search(name):
            digits = own[(found[own] >= ord("0")) & (found[own] <= ord("9"))]
            found[digits] += THAI_ZERO - ord("0")
    return found


def _draws_signs_as_letters(codes: Codes, measures: Measures) -> bool:
    """Whether a font draws most of its spaces and points as large as letters: its codes are numbers that happen to be signs'.

    Source: Ghostscript's pages of fonts whose glyphs XeTeX knows by number.
    """
    if len(codes) < LEAST:
        return False
    signs = np.flatnonzero(_SMALL[np.minimum(codes, len(_SMALL) - 1)])
    left, low, right, high = _ink(measures[signs]).T
    large = (right - left > LETTER[0]) & (high - low > LETTER[1]) & (abs(low) < ON_LINE)
    return 2 * int(large.sum()) > len(signs)


def _ink(measures: Measures) -> Measures:
    """Return left, bottom, right and top of each character's ink in em from its pen."""
    x0, top, x1, bottom, x, y, _, em = measures.T
    return np.column_stack([(x0 - x) / em, (y - bottom) / em, (x1 - x) / em, (y - top) / em])


def _is_behind_circle(codes: Codes, measures: Measures) -> Flags:
    """Return which characters follow a SARA AM of which the circle only is drawn."""
    behind: Flags = np.zeros(len(codes), np.bool_)
    behind[1:] = (codes[:-1] == SARA_AM) & (_ink(measures[:-1])[:, 1] > RAISED)
    return behind


def _lost_aa(kinds: Sequence[Kind], behind: Flags, count: int) -> set[Kind]:
    """Return which kinds of characters are SARA AA in a font that has no code for it, of ``count`` characters on the page.

    LibreOffice draws a SARA AM by two glyphs, and who writes its pages again (Ghostscript, cairo) gives the second the code
    that it has there, none, wherever it stands. It is what follows the circle, or stands on the line as often as no other.
    """
    often = [kind for kind, times in Counter(kinds).items() if times > AA_SHARE * count]
    sure = {kind for kind, is_behind in zip(kinds, behind.tolist(), strict=True) if is_behind} or often
    return {kind for kind in set(kinds) if _is_on_line(kind) and any(_is_near(kind, other) for other in sure)}


def _is_on_line(kind: Kind) -> bool:
    _, _, low, _, high = kind
    return abs(low) < ON_LINE and LETTER[1] < high < ASCENDER


def _is_near(kind: Kind, other: Kind) -> bool:
    return kind[0] == other[0] and all(abs(a - b) < NEAR for a, b in zip(kind[1:], other[1:], strict=True))


def _by_likeness(numbers: Codes, ink: Measures, behind: Flags, count: int, address: int) -> list[int | None]:
    """Return the code of the letter that each character looks like, ``None`` for one that looks like no letter.

    Its number is that of its glyph, or one that several glyphs share; ``behind`` says which follow the circle of a SARA AM.
    """
    from planparse.readers.pdf.likeness import letters_like  # few PDFs need it

    data = data_of(address)
    known = _letters(address)
    kinds: list[Kind] = [(number, *box) for number, box in zip(numbers.tolist(), ink.round(2).tolist(), strict=True)]
    lost = set() if chr(SARA_AA) in known else _lost_aa(kinds, behind, count)
    boxed = dict(zip(kinds, ink.tolist(), strict=True))
    try:
        boxes = glyph_boxes(data)
        glyphs = {kind: glyph_of(kind[0], box, boxes) for kind, box in boxed.items()}
        outlines = {kind: glyph_outline(data, glyph) for kind, glyph in glyphs.items() if glyph is not None}
    except BROKEN:
        return [SARA_AA if kind in lost else None for kind in kinds]
    drawn = {kind: outline for kind, outline in outlines.items() if outline}
    letters = letters_like(drawn.values(), known) if drawn else []
    found = {kind: ord(letter) for kind, letter in zip(drawn, letters, strict=True) if letter is not None}
    found |= dict.fromkeys(lost, SARA_AA)
    return [found.get(kind) for kind in kinds]


def _letters(address: int) -> dict[str, Outline]:
    """Return the outlines of the Thai letters that a font has a code for."""
    missing = _letter_outline(address, UNASSIGNED)
    outlines = {chr(code): _letter_outline(address, code) for code in THAI}
    return {letter: outline for letter, outline in outlines.items() if outline and not _is_same(outline, missing)}


def _is_same(outline: Outline, other: Outline) -> bool:
    return len(outline) == len(other) and all(map(np.array_equal, outline, other))


def _letter_outline(address: int, code: int) -> Outline:
    """Return the outline that a font has for a code: that of a missing letter for one that it does not know, or none."""
    path = raw.FPDFFont_GetGlyphPath(ctypes.cast(address, raw.FPDF_FONT), code, 1.0)
    lines: list[list[tuple[float, float]]] = []
    curve: list[tuple[float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(raw.FPDFGlyphPath_CountGlyphSegments(path) if path else 0):
        segment = raw.FPDFGlyphPath_GetGlyphPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        kind, point = raw.FPDFPathSegment_GetType(segment), (x.value, y.value)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            lines.append([])
        elif kind == raw.FPDF_SEGMENT_BEZIERTO:
            curve.append(point)
            if len(curve) < 3:
                continue
            lines[-1].append(_middle(lines[-1][-1], *curve))
            curve = []
        lines[-1].append(point)
    return [np.array(line) for line in lines if len(line) > 2]


def _middle(start: Point, first: Point, second: Point, stop: Point) -> Point:
    """Return the point in the middle of a curve."""
    (a, b), (c, d), (e, f), (g, h) = start, first, second, stop
    return (a + 3 * c + 3 * e + g) / 8, (b + 3 * d + 3 * f + h) / 8


def _by_outline(codes: Codes, measures: Measures, name: bytes, data: bytes) -> Codes:
    """Return the codes of a garbled font's characters as those of the letters that their outlines are."""
    ink = _ink(measures)
    inked = measures[:, 3] - measures[:, 1] > FLAT * measures[:, 7]
    known = letters_of(name.decode("latin-1"), data)
    letters = letters_with_boxes(
        [
            ((left, low, right, high), code)
            for (left, low, right, high), code in zip(ink[inked].tolist(), codes[inked].tolist(), strict=True)
        ],
        known,
    )
    found = codes.copy()
    found[codes < ord(" ")] = UNKNOWN
    found[inked] = [ord(letter) if letter else UNKNOWN for letter in letters]
    return found


def name_of(address: int) -> bytes:
    """Return a font's name: bytes, since some are in no known encoding."""
    font = ctypes.cast(address, raw.FPDF_FONT)
    size = raw.FPDFFont_GetBaseFontName(font, None, 0) if address else 0
    if not size:
        return b""
    name = ctypes.create_string_buffer(size)
    raw.FPDFFont_GetBaseFontName(font, name, size)
    return name.value


def data_of(address: int) -> bytes:
    """Return the embedded font, or nothing."""
    font = ctypes.cast(address, raw.FPDF_FONT)
    size = ctypes.c_size_t()
    raw.FPDFFont_GetFontData(font, None, 0, ctypes.byref(size))
    data = (ctypes.c_uint8 * size.value)()
    done = size.value and raw.FPDFFont_GetFontData(font, data, size.value, ctypes.byref(size))
    return bytes(data) if done else b""
