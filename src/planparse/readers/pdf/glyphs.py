"""The glyphs of a page, in stream order, without the spaces and line breaks that pdfium invents."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from pypdfium2 import raw

from planparse.page import Glyph, turned
from planparse.readers.pdf.calls import (
    DOUBLE,
    DOUBLES,
    FLOAT,
    FLOATS,
    UINT,
    UINTS,
    char_box,
    char_is_generated,
    char_loose_box,
    char_matrix,
    char_object,
    char_origin,
    char_size,
    fill_colour,
    handle,
    six_doubles,
    six_floats,
    text_font,
)
from planparse.readers.pdf.frame import Frame, Matrix
from planparse.readers.pdf.outlines import InkBox, is_garbled, letters_like, letters_of

HYPHEN = 2  # what pdfium gives for a hyphen at a line's end …
HYPHEN_IN_TEXT = 0xFFFE  # … and what stands for it in the text of a whole page
FIRST_HALF = -1  # what stands for the first half of a character above U+FFFF: the second has it all
UNKNOWN = "\ufffd"
CONTIGUOUS = 0.13  # em: the next glyph's pen this near behind the ink is the pen after it
OVERLAP = -0.05  # em by which the ink may reach over the next glyph's pen
OFF_LINE = 0.01  # em that a character may stand off its object's baseline
SLANTED = 0.05  # of an em a height of one em leans over: less is upright
FLAT = 0.02  # em: a space's box is flat
PALE = 0xA8  # a fill this light in every colour is a watermark's
# TH SarabunIT๙ and its kin draw Thai digits for the codes of ASCII ones; the ๙ comes in several encodings, or is dropped
THAI_DIGIT_FONT = re.compile(rb"TH ?[A-Za-z ]+IT(?![A-Za-z])")

# em from pen to pen, by code, and ink's width and height in hundredths of an em
Advances = dict[tuple[int, int, int], float]


class _Font(NamedTuple):
    """A font's handle, whether it draws Thai digits for ASCII ones, and its advances as far as they have been asked for."""

    handle: int
    digits: bool
    advances: Advances


class _Run(NamedTuple):
    """What the glyphs of one text object share.

    The em is in points, the direction in quarter turns; ``slant`` is how far upright text leans to the right for its height;
    ``form`` is the frame of the form that the object lies in.
    """

    em: float
    turn: int
    slant: float
    form: Frame | None
    pale: bool
    font: _Font
    line: tuple[float, float, float, float]

    def is_off(self, pen: tuple[float, float]) -> bool:
        """Whether a pen is off the object's baseline: the line through a point in a direction, in PDF coordinates."""
        x, y, across, up = self.line
        length = math.hypot(across, up) or 1.0
        return abs((pen[0] - x) * up - (pen[1] - y) * across) > OFF_LINE * self.em * length


def page_glyphs(page: Any, frame: Frame, nested: Mapping[int, Matrix]) -> tuple[Glyph, ...]:  # noqa: ANN401 - an opaque pdfium handle
    """Return the page's glyphs. ``nested`` has the matrix of the form that a text object lies in, by the object's address."""
    text = raw.FPDFText_LoadPage(page)
    if not text:
        return ()
    try:
        return tuple(_glyphs(text, frame, nested))
    finally:
        raw.FPDFText_ClosePage(text)


def _glyphs(text: Any, frame: Frame, nested: Mapping[int, Matrix]) -> list[Glyph]:  # noqa: ANN401 - an opaque pdfium handle
    """Read code, ink box, pen and em of each glyph."""
    # One loop with every name local: it runs for each glyph of each page, and the calls through ctypes are most of its cost.
    page = handle(text)
    at_x0, at_x1, at_y0, at_y1, at_x, at_y = DOUBLE
    measured, make = DOUBLES, tuple.__new__
    left, top, upright = -frame.e, frame.f, frame.upright
    right, bottom = left + frame.width, top - frame.height
    runs: dict[int, _Run] = {}
    fonts: dict[int, _Font] = {}
    glyphs: list[Glyph] = []
    owners: list[tuple[_Run, int]] = []
    current = 0
    for index, code in enumerate(_codes(text)):
        owner = char_object(page, index)
        if not owner or code == FIRST_HALF or (code == 0x20 and char_is_generated(page, index)):
            continue  # pdfium made it up
        if owner != current:
            current = owner
            if owner not in runs:
                runs[owner] = _run(page, index, frame, nested.get(owner), fonts)
            run = runs[owner]
            em, turn, slant, form, pale, font, _ = run
            digits, advances, per_em = font.digits, font.advances, 100 / em
        told = chr(code) if 0x20 <= code < HYPHEN_IN_TEXT and not digits else _text(code, digits)
        owners.append((run, code))
        char_box(page, index, at_x0, at_x1, at_y0, at_y1)
        char_origin(page, index, at_x, at_y)
        x0, x1, y0, y1, x, y = six_doubles(measured)
        own = frame
        if form is not None and run.is_off((x, y)) and _is_slice(_loose(page, index), (x0, y1, x1, y0)):
            own = form  # pdfium leaves it in the form's coordinates
        if own is not frame or not upright or turn:
            glyphs.append(turned(_placed(own, told, (x0, y0, x1, y1), (x, y), run), turn))
            continue
        if not (x1 > left and x0 < right and y1 > bottom and y0 < top):
            owners.pop()
            continue  # cropped away
        known = code, int((x1 - x0) * per_em), int((y1 - y0) * per_em)
        advance = advances.get(known)
        if advance is None:
            advance = advances[known] = _advance(_loose(page, index), (x, y), slant) / em
        if slant:
            lean = slant * ((y0 + y1) / 2 - y)
            x0, x1 = x0 - lean, x1 - lean
        end = x + advance * em
        end = end if end > x1 else x1
        glyphs.append(make(Glyph, (told, x0 - left, top - y1, x1 - left, top - y0, x - left, top - y, end - left, em, 0, pale)))
    return _meant(_ended(glyphs), owners)


def _codes(text: Any) -> Sequence[int]:  # noqa: ANN401 - an opaque pdfium handle
    """Return the code of each character: those of the page's text where that has as many, else one by one."""
    count = raw.FPDFText_CountChars(text)
    codes = (ctypes.c_ushort * (count + 1))()
    if raw.FPDFText_GetText(text, 0, count, codes) == count + 1:
        return _joined(codes[:count])
    return _joined([raw.FPDFText_GetUnicode(text, index) for index in range(count)])


def _joined(codes: Sequence[int]) -> Sequence[int]:
    """Return the codes with the two halves of a character above U+FFFF put together in the second's place."""
    if max(codes, default=0) < 0xD800:
        return codes
    done = list(codes)
    for place, (first, code) in enumerate(pairwise([0, *codes])):
        if 0xDC00 <= code < 0xE000:
            done[place] = 0x10000 + ((first - 0xD800) << 10) + (code - 0xDC00) if 0xD800 <= first < 0xDC00 else 0xFFFD
        elif 0xD800 <= code < 0xDC00:
            done[place] = FIRST_HALF
    return done


def _is_slice(loose: tuple[float, ...], box: tuple[float, ...]) -> bool:
    """Whether a character is a slice of a cluster: its box is its loose box too."""
    return all(abs(a - b) < 0.01 for a, b in zip(loose, box, strict=True))


def _loose(page: int, index: int) -> tuple[float, float, float, float]:
    """Return a character's loose box: left, top, right, bottom."""
    char_loose_box(page, index, FLOAT[0])
    return six_floats(FLOATS)[:4]


def _advance(loose: tuple[float, float, float, float], pen: tuple[float, float], slant: float) -> float:
    """Return the points from a glyph's pen to the next, from its loose box, which leans with the text."""
    _, top, right, bottom = loose
    x, y = pen
    return right - x - max(slant * (top - y), slant * (bottom - y))


def _ended(glyphs: list[Glyph]) -> list[Glyph]:
    """Return the glyphs with the pen after turned ones: the next glyph's where that follows at once, else the ink's edge.

    pdfium tells no advance of text that is turned.
    """
    for place, glyph in enumerate(glyphs):
        if glyph.end is not math.inf:
            continue
        end = glyph.x1
        following = glyphs[place + 1] if place + 1 < len(glyphs) else None
        if following is not None and (following.y, following.turn) == (glyph.y, glyph.turn):
            gap = following.x - glyph.x1
            if OVERLAP * glyph.em < gap < CONTIGUOUS * glyph.em:
                end = following.x
        glyphs[place] = glyph._replace(end=end)
    return glyphs


def _meant(glyphs: list[Glyph], owners: Sequence[tuple[_Run, int]]) -> list[Glyph]:
    """Return the glyphs with those of garbled fonts as the letters that their outlines are."""
    if not any(glyph.text == UNKNOWN for glyph in glyphs):
        return glyphs
    places: dict[int, list[int]] = {}
    for place, (run, _) in enumerate(owners):
        places.setdefault(run.font.handle, []).append(place)
    for own in places.values():
        font = owners[own[0]][0].font.handle
        if font and is_garbled([glyphs[place].text == UNKNOWN for place in own]):
            known = letters_of(_name_of(font).decode("latin-1"), _data_of(font))
            inked = [place for place in own if glyphs[place].bottom - glyphs[place].top > FLAT * glyphs[place].em]
            letters = letters_like([(_ink(glyphs[place]), owners[place][1]) for place in inked], known)
            for place, letter in zip(inked, letters, strict=True):
                glyphs[place] = glyphs[place]._replace(text=letter or UNKNOWN)
    return glyphs


def _ink(glyph: Glyph) -> InkBox:
    """Return a glyph's ink box from its pen, in em, y upwards."""
    em = glyph.em
    return (glyph.x0 - glyph.x) / em, (glyph.y - glyph.bottom) / em, (glyph.x1 - glyph.x) / em, (glyph.y - glyph.top) / em


def _text(code: int, digits: bool) -> str:
    if 0x30 <= code <= 0x39 and digits:
        return chr(code - 0x30 + 0x0E50)
    if code in (HYPHEN, HYPHEN_IN_TEXT):
        return "-"
    if code < 0x20:
        return " " if code in (9, 10, 13) else UNKNOWN
    return chr(code)


def _run(page: int, index: int, frame: Frame, form: Matrix | None, fonts: dict[int, _Font]) -> _Run:
    owner = char_object(page, index)
    char_matrix(page, index, FLOAT[0])
    a, b, c, d, e, f = six_floats(FLOATS)
    scale = math.sqrt(abs(a * d - b * c))
    across, down = frame.direction(a, b)
    turn = (0 if across > 0 else 2) if abs(across) >= abs(down) else (1 if down < 0 else 3)
    slant = c / d if d and not turn and abs(c) > SLANTED * abs(d) else 0.0
    em = max(char_size(page, index) * scale, 0.1)
    font = text_font(owner) or 0
    if font not in fonts:
        fonts[font] = _Font(font, bool(THAI_DIGIT_FONT.search(_name_of(font))), {})
    return _Run(em, turn, slant, None if form is None else frame.after(form), _is_pale(owner), fonts[font], (e, f, a, b))


def _is_pale(owner: int) -> bool:
    fill_colour(owner, *UINT)
    red, green, blue, alpha = UINTS
    return min(red, green, blue) > PALE or alpha < 0xFF - PALE


def _name_of(address: int) -> bytes:
    """Return a font's name: bytes, since some are in no known encoding."""
    font = ctypes.cast(address, raw.FPDF_FONT)
    size = raw.FPDFFont_GetBaseFontName(font, None, 0) if address else 0
    if not size:
        return b""
    name = ctypes.create_string_buffer(size)
    raw.FPDFFont_GetBaseFontName(font, name, size)
    return name.value


def _data_of(address: int) -> bytes:
    """Return the embedded font, or nothing."""
    font = ctypes.cast(address, raw.FPDF_FONT)
    size = ctypes.c_size_t()
    raw.FPDFFont_GetFontData(font, None, 0, ctypes.byref(size))
    data = (ctypes.c_uint8 * size.value)()
    done = size.value and raw.FPDFFont_GetFontData(font, data, size.value, ctypes.byref(size))
    return bytes(data) if done else b""


def _placed(frame: Frame, told: str, box: tuple[float, float, float, float], pen: tuple[float, float], run: _Run) -> Glyph:
    """Return a glyph in the coordinates of the page as it is read; the pen after it is not known."""
    ax, ay = frame.point(box[0], box[1])
    bx, by = frame.point(box[2], box[3])
    x, y = frame.point(*pen)
    return Glyph(told, min(ax, bx), min(ay, by), max(ax, bx), max(ay, by), x, y, math.inf, run.em, 0, run.pale)
