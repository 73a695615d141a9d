"""What a font makes of its codes: Thai digits drawn for ASCII ones, letters under codes without meaning."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
from pypdfium2 import raw

from planparse.glyphs.codes import ABOVE_MARKS, BELOW_MARKS, LEFT, RIGHT, TONES, UNLIKE, UNMAPPED_LOW
from planparse.readers.pdf.outlines import LEAST, glyphs_of, is_garbled, letters_by_number, letters_of, letters_with_boxes
from planparse.readers.pdf.truetype import BROKEN, InkBox, Outline, glyph_boxes, glyph_characters, glyph_outline

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from planparse.page import Codes, Flags, Measures

    Places = NDArray[np.intp]

HYPHEN = 2  # what pdfium gives for a hyphen at a line's end …
HYPHEN_IN_TEXT = 0xFFFE  # … and what stands for it in the text of a whole page
SOFT_HYPHEN = 0xAD  # of which it makes these: a glyph's number may be one too
UNKNOWN = 0xFFFD
THAI = (*range(0x0E01, 0x0E3B), *range(0x0E40, 0x0E4F))  # letters and marks: no digit needs to be drawn again
MOSTLY = 0.5  # of a font's characters that are Thai letters: then the others are no sign of a text layer without meaning
UNASSIGNED = 0x0E5F  # no letter: a font draws what it draws for all that it does not know
SARA_AA, SARA_AM = 0x0E32, 0x0E33
AA_SHARE, AA_TIMES = 0.04, 2  # of a Thai text's letters and marks are more than that SARA AA
LEAST_AA = 0.45  # em: a SARA AA is higher in the fonts of LibreOffice
ASCENDER = 0.75  # em: no letter without one is as high
NEAR = 0.025  # em between the boxes of one glyph as it is measured in two places
RAISED = 0.3  # em over the baseline: there are only marks
FLAT = 0.02  # em: a space's box is flat
SMALL_SIGNS = " ,.'\"`-_~^*"
LETTER = (0.25, 0.36)  # em: no small sign is as wide and as high …
ON_LINE = 0.05  # … and stands as near to the line
SECOND_TIER = 0.8  # em: only tones stand so high over the line
VOWELS = frozenset(ord(mark) for mark in ABOVE_MARKS - TONES)
COMMON_TONES = frozenset("\u0e48\u0e49\u0e4c")  # a font that has codes for these has most likely none for what is like none of them
LATIN = 0x250  # and its signs are below
THAI_ZERO = 0x0E50
# TH SarabunIT๙ and its kin draw Thai digits for the codes of ASCII ones; the ๙ comes in several encodings, or is dropped
THAI_DIGIT_FONT = re.compile(rb"TH ?[A-Za-z ]+IT(?![A-Za-z])")
WRITTEN_OUT = re.compile(rb"#([0-9A-Fa-f]{2})")  # who goes through PostScript writes a name's letters out once more

Point = tuple[float, float]
Kind = tuple[int, float, float, float, float]  # a glyph's number, or one that several share, and its ink in em from its pen

_SMALL = np.array([chr(code) in SMALL_SIGNS for code in range(0x80)])


def meant(codes: Codes, font: NDArray[np.int64], measures: Measures, numbered: Flags) -> Codes:
    """Return the code that each character means; ``font`` has their fonts' handles, ``measures`` the columns of ``Glyphs``.

    Those that are ``numbered`` have no code, and in its place a number by which their font knows them.
    """
    found = codes.copy()
    hyphens = (codes == HYPHEN) | (codes == HYPHEN_IN_TEXT)
    found[hyphens] = ord("-")
    if hyphens.any():
        numbered = numbered | (hyphens & _is_large(measures))  # a glyph that has the number of a hyphen, at a line's end
    control = (codes < ord(" ")) & (codes != HYPHEN)
    if control.any():
        found[control] = np.where(np.isin(codes[control], (9, 10, 13)), ord(" "), UNKNOWN)
    beyond = np.flatnonzero((codes >= 0x80) & (codes < 0xA0))
    if len(beyond):
        found[beyond] = [ord(bytes([code]).decode("cp1252", "replace")) for code in codes[beyond].tolist()]
    small = np.flatnonzero(_SMALL[np.minimum(codes, len(_SMALL) - 1)])
    large = _is_large(measures[small])
    signs = small[large]  # a circle may be a space, a letter is none
    raised = np.flatnonzero((codes > ord(" ")) & (codes < LATIN) & ~numbered)
    raised = raised[_is_mark(measures[raised])]
    names = {address: name_of(address) for address in set(font[np.diff(font, prepend=~font[:1]) != 0].tolist()) if address}
    for address, name in names.items():
        own = np.flatnonzero(font == address)
        own_codes = found[own]
        thai = np.count_nonzero((own_codes >= THAI[0]) & (own_codes <= THAI[-1])) / len(own)
        if thai and len(signs):
            found[signs[font[signs] == address]] = UNKNOWN
        nameless = own[numbered[own] | (found[own] == UNKNOWN)]
        marks = raised[font[raised] == address] if len(raised) else raised
        has_codes = 2 * numbered[own].sum() < len(own)
        has_no_meaning = has_codes and thai < MOSTLY and is_garbled((found[own] == UNKNOWN).tolist())
        if len(nameless) and not has_no_meaning:
            numbers = np.where(numbered, np.where(hyphens, SOFT_HYPHEN, codes), UNKNOWN).astype(codes.dtype)
            found[nameless] = _of_nameless(codes, numbers, measures, nameless, own, (address, *_sisters(address, names)))
        if len(marks) and not has_no_meaning:
            unnumbered, not_behind = np.full(len(marks), UNKNOWN), np.zeros(len(marks), np.bool_)
            alike = _by_likeness(unnumbered, _ink(measures[marks]), not_behind, len(own), (address, *_sisters(address, names)))
            found[marks] = [code if mark is None else mark for mark, code in zip(alike, found[marks].tolist(), strict=True)]
        if has_no_meaning or (thai and len(own) >= LEAST and _are_mostly(large, (font[small] == address) & ~numbered[small])):
            found[own] = _by_outline(codes[own], measures[own], name, data_of(address))
        if THAI_DIGIT_FONT.search(name):
            digits = own[(found[own] >= ord("0")) & (found[own] <= ord("9"))]
            found[digits] += THAI_ZERO - ord("0")
    return found


def _sisters(address: int, names: Mapping[int, bytes]) -> list[int]:
    """Return the other fonts of a page that are parts of the same one: cairo puts what has a Latin code into one of its own."""
    own = _whole_name(names[address])
    return [other for other, name in names.items() if other != address and own and _whole_name(name) == own]


def _whole_name(name: bytes) -> bytes:
    """Return a font's name without the mark of a part of it."""
    return name[7:] if name[6:7] == b"+" else name


def _is_mark(measures: Measures) -> Flags:
    """Return which characters are drawn as marks: above the letters, left of the pen."""
    left, low, right, high = _ink(measures).T
    found: Flags = (low > UNMAPPED_LOW) & (left < LEFT) & (right < RIGHT) & (high > low)
    return found


def _of_nameless(codes: Codes, numbers: Codes, measures: Measures, nameless: Places, own: Places, fonts: Sequence[int]) -> Codes:
    """Return the codes of the characters of a font that have none: ``nameless`` and all of the font's ``own``, by their places.

    A number is no letter, whatever letter has it for a code: who is told by nothing is unknown, or without ink a space.
    ``fonts`` are the font and its sisters.
    """
    ink, data = _ink(measures[nameless]), data_of(fonts[0])
    letters = _by_number(numbers[nameless], ink, name_of(fonts[0]).decode("latin-1"), data)
    rest = [place for place, letter in enumerate(letters) if letter is None]
    if rest:
        behind = _is_behind_circle(codes, measures)[nameless]
        alike = _by_likeness(numbers[nameless][rest], ink[rest], behind[rest], len(own), fonts)
        for place, letter in zip(rest, alike, strict=True):
            letters[place] = letter
    told = codes[nameless]
    may_be_meant = _is_mark(measures[nameless]) & ((told < THAI[0]) | (told > THAI[-1]))  # a tone, which others tell
    if not _has_outlines(data):
        may_be_meant |= (told > ord(" ")) & (told < 0x7F)  # bytes of a font of pictures: many keep to ASCII
    blank = (ink[:, 3] - ink[:, 1] <= FLAT) & bool(data)
    otherwise = np.where(blank, ord(" "), np.where(may_be_meant, told, UNKNOWN)).tolist()
    return np.array([other if letter is None else letter for letter, other in zip(letters, otherwise, strict=True)], codes.dtype)


def _has_outlines(data: bytes) -> bool:
    """Whether an embedded font is a TrueType one, whose glyphs can be looked at."""
    try:
        return bool(glyph_boxes(data))
    except BROKEN:
        return False


def _by_number(numbers: Codes, ink: Measures, name: str, data: bytes) -> list[int | None]:
    """Return the code of each character that is a glyph by its number, as its font's own table tells it, or its family."""
    kinds: list[Kind] = [(number, *box) for number, box in zip(numbers.tolist(), ink.round(3).tolist(), strict=True)]
    try:
        known = _meanings(name, data)
        boxes = glyph_boxes(data) if known else {}
        glyphs = {kind: _glyphs_of(kind[0], kind[1:], boxes, data) for kind in set(kinds)}
    except BROKEN:
        return [None] * len(numbers)
    return [next((known[glyph] for glyph in glyphs[kind] if glyph in known), None) for kind in kinds]


def _glyphs_of(number: int, box: InkBox, boxes: Mapping[int, InkBox], data: bytes) -> list[int]:
    """Return the glyphs that a character's box is of: several only where they are drawn alike, as a font may have one twice."""
    glyphs = glyphs_of(number, box, boxes)
    if len(glyphs) < 2:
        return glyphs
    first, *others = (glyph_outline(data, glyph) for glyph in glyphs)
    return glyphs if all(_is_same(first, other) for other in others) else []


def _are_mostly(large: Flags, signs: Flags) -> bool:
    """Whether most spaces and points of a font are as large as letters: its codes are numbers that happen to be these ``signs``'.

    Source: Ghostscript's pages of fonts whose glyphs XeTeX knows by number.
    """
    return 2 * int((large & signs).sum()) > int(signs.sum())


def _is_large(measures: Measures) -> Flags:
    """Return which characters' ink is as large as a letter's, and stands on the line."""
    left, low, right, high = _ink(measures).T
    large: Flags = (right - left > LETTER[0]) & (high - low > LETTER[1]) & (abs(low) < ON_LINE)
    return large


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
    often = [kind for kind, times in Counter(kinds).items() if times > max(AA_SHARE * count, AA_TIMES)]
    sure = {kind for kind, is_behind in zip(kinds, behind.tolist(), strict=True) if is_behind} or often
    return {kind for kind in set(kinds) if _is_on_line(kind) and any(_is_near(kind, other) for other in sure)}


def _is_on_line(kind: Kind) -> bool:
    _, _, low, _, high = kind
    return abs(low) < ON_LINE and LEAST_AA < high < ASCENDER


def _is_raised(kind: Kind) -> bool:
    _, left, low, right, _ = kind
    return low > UNMAPPED_LOW and left < LEFT and right < RIGHT


def _is_near(kind: Kind, other: Kind) -> bool:
    return kind[0] == other[0] and all(abs(a - b) < NEAR for a, b in zip(kind[1:], other[1:], strict=True))


def _by_likeness(numbers: Codes, ink: Measures, behind: Flags, count: int, fonts: Sequence[int]) -> list[int | None]:
    """Return the code of the letter that each character looks like.

    ``None`` for one that looks like none, or whose outline is not to be had; ``UNLIKE`` for a mark that looks like none, where its
    font has enough of them that it could be like. Its number is that of its glyph, or one that several glyphs share; ``behind``
    says which follow the circle of a SARA AM. ``fonts`` are its font and the sisters of this, whose letters are looked at too.
    """
    from planparse.readers.pdf.likeness import letters_like  # few PDFs need it

    data = data_of(fonts[0])
    known: dict[str, Outline] = _letters_by_number(name_of(fonts[0]).decode("latin-1"), data)
    for font in reversed(fonts):
        known |= _letters(font)
    if not known:
        return [None] * len(numbers)
    kinds: list[Kind] = [(number, *box) for number, box in zip(numbers.tolist(), ink.round(2).tolist(), strict=True)]
    lost = set() if chr(SARA_AA) in known else _lost_aa(kinds, behind, count)
    boxed = dict(zip(kinds, ink.tolist(), strict=True))
    try:
        boxes = glyph_boxes(data)
        glyphs = {kind: _glyphs_of(kind[0], box, boxes, data) for kind, box in boxed.items()}
        outlines = {kind: glyph_outline(data, of[0]) for kind, of in glyphs.items() if of}
        seen = {kind for kind, box in boxed.items() if glyphs_of(kind[0], box, boxes)}
    except BROKEN:
        return [SARA_AA if kind in lost else None for kind in kinds]
    drawn = {kind: outline for kind, outline in outlines.items() if outline}
    letters = letters_like(drawn.values(), known) if drawn else []
    found = {kind: ord(letter) for kind, letter in zip(drawn, letters, strict=True) if letter is not None}
    found |= dict.fromkeys(lost, SARA_AA)
    told = [found.get(kind) for kind in kinds]
    if not known.keys() >= COMMON_TONES:  # it may be the one that is missing, and over a circle it looks much like a vowel
        return [None if kind[2] > SECOND_TIER and code in VOWELS else code for code, kind in zip(told, kinds, strict=True)]
    return [
        ord(UNLIKE) if code is None and kind in seen and _is_raised(kind) else code for code, kind in zip(told, kinds, strict=True)
    ]


def _letters_by_number(name: str, data: bytes) -> dict[str, Outline]:
    """Return the outlines of the Thai letters that a font has by its own table, or its family's."""
    try:
        numbered = {code: number for number, code in _meanings(name, data).items() if code in THAI}
        outlines = {chr(code): glyph_outline(data, number) for code, number in numbered.items()}
    except BROKEN:
        return {}
    return {letter: outline for letter, outline in outlines.items() if outline and _is_in_tier(letter, outline)}


def _meanings(name: str, data: bytes) -> dict[int, int]:
    """Return the code of each glyph, by its number, that a font has in its own table, or else its family's."""
    return glyph_characters(data) or {number: ord(letter) for number, letter in letters_by_number(name, data).items()}


def _letters(address: int) -> dict[str, Outline]:
    """Return the outlines of the Thai letters that a font has a code for, but for marks with the code of another tier's."""
    missing = _letter_outline(address, UNASSIGNED)
    outlines = {chr(code): _letter_outline(address, code) for code in THAI}
    return {
        letter: outline
        for letter, outline in outlines.items()
        if outline and not _is_same(outline, missing) and _is_in_tier(letter, outline)
    }


def _is_in_tier(letter: str, outline: Outline) -> bool:
    heights = np.concatenate(outline)[:, 1]
    if letter in BELOW_MARKS:
        return bool(heights.max() < RAISED)
    return letter not in ABOVE_MARKS or bool(heights.min() > RAISED)


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
    return WRITTEN_OUT.sub(lambda letter: bytes([int(letter[1], 16)]), name.value)


def data_of(address: int) -> bytes:
    """Return the embedded font, or nothing."""
    font = ctypes.cast(address, raw.FPDF_FONT)
    if raw.FPDFFont_GetIsEmbedded(font) != 1:
        return b""  # pdfium would tell of the font that it draws in its place
    size = ctypes.c_size_t()
    raw.FPDFFont_GetFontData(font, None, 0, ctypes.byref(size))
    data = (ctypes.c_uint8 * size.value)()
    done = size.value and raw.FPDFFont_GetFontData(font, data, size.value, ctypes.byref(size))
    return bytes(data) if done else b""
