"""The glyphs of a page, in stream order, without the spaces and line breaks that pdfium invents."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from pypdfium2 import raw

from planparse.page import Glyph, turned
from planparse.read.pdf.frame import Frame, Matrix
from planparse.read.pdf.outlines import InkBox, is_garbled, letters_like, letters_of

HYPHEN = 2  # what pdfium gives for a hyphen at a line's end
UNKNOWN = "\ufffd"
CONTIGUOUS = 0.13  # em: the next glyph's pen this near behind the ink is the pen after it
OVERLAP = -0.05  # em by which the ink may reach over the next glyph's pen


FLAT = 0.02  # em: a space's box is flat
PALE = 0xA8  # a fill this light in every colour is a watermark's
# TH SarabunIT๙ and its kin draw Thai digits for the codes of ASCII ones; the ๙ comes in several encodings, or is dropped
THAI_DIGIT_FONT = re.compile(rb"TH ?[A-Za-z ]+IT(?![A-Za-z])")


class _Run(NamedTuple):
    """What the glyphs of one text object share.

    The em is in points, the direction in quarter turns; ``form`` is the frame of the form that the object lies in, and
    ``digits`` says that its font draws Thai digits for ASCII ones.
    """

    em: float
    turn: int
    form: Frame | None
    pale: bool
    digits: bool
    font: Any


_Pending = tuple[Glyph, int, Frame]


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
    x0, x1, y0, y1, x, y = (ctypes.c_double() for _ in range(6))
    rx0, rx1, ry0, ry1, rx, ry = (ctypes.byref(value) for value in (x0, x1, y0, y1, x, y))
    loose = raw.FS_RECTF()
    loose_reference = ctypes.byref(loose)
    code_of, box_of, origin_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetCharBox, raw.FPDFText_GetCharOrigin
    object_of, loose_of, address = raw.FPDFText_GetTextObject, raw.FPDFText_GetLooseCharBox, ctypes.addressof
    left, top, upright = -frame.e, frame.f, frame.upright
    runs: dict[int, _Run] = {}
    glyphs: list[Glyph] = []
    owners: list[tuple[_Run, int]] = []
    pending: _Pending | None = None  # the glyph whose pen's end is not known yet
    high = 0
    for index in range(raw.FPDFText_CountChars(text)):
        owner = object_of(text, index)
        if not owner:
            continue  # pdfium made it up
        code = code_of(text, index)
        if code == 0x20 and raw.FPDFText_IsGenerated(text, index):
            continue
        if 0xD800 <= code < 0xE000:  # halves of a character above U+FFFF come one after the other
            if code < 0xDC00:
                high = code
                continue
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        high = 0
        key = address(owner.contents)
        run = runs.get(key)
        if run is None:
            run = runs[key] = _run(text, index, owner, frame, nested.get(key))
        em, turn, form, pale, digits, _ = run
        owners.append((run, code))
        box_of(text, index, rx0, rx1, ry0, ry1)
        origin_of(text, index, rx, ry)
        own = frame
        if form is not None:
            loose_of(text, index, loose_reference)
            if abs(loose.right - x1.value) < 0.01 and abs(loose.top - y1.value) < 0.01:
                own = form  # a slice of a cluster: pdfium leaves it in the form's coordinates
        if own is frame and upright and not turn:
            glyph = Glyph(
                _text(code, digits),
                x0.value - left,
                top - y1.value,
                x1.value - left,
                top - y0.value,
                x.value - left,
                top - y.value,
                0.0,
                em,
                0,
                pale,
            )
        else:
            told = _text(code, digits)
            glyph = turned(_placed(own, told, (x0.value, y0.value, x1.value, y1.value), (x.value, y.value), run), turn)
        if pending is not None:
            glyphs.append(_with_end(pending, glyph, text, loose))
        pending = glyph, index, own
    if pending is not None:
        glyphs.append(_with_end(pending, None, text, loose))
    return _meant(glyphs, owners)


def _meant(glyphs: list[Glyph], owners: Sequence[tuple[_Run, int]]) -> list[Glyph]:
    """Return the glyphs with those of garbled fonts as the letters that their outlines are."""
    if not any(glyph.text == UNKNOWN for glyph in glyphs):
        return glyphs
    places: dict[int, list[int]] = {}
    for place, (run, _) in enumerate(owners):
        places.setdefault(ctypes.addressof(run.font.contents) if run.font else 0, []).append(place)
    for own in places.values():
        font = owners[own[0]][0].font
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
    if code == HYPHEN:
        return "-"
    if code < 0x20:
        return " " if code in (9, 10, 13) else UNKNOWN
    return chr(code)


def _run(text: Any, index: int, owner: Any, frame: Frame, form: Matrix | None) -> _Run:  # noqa: ANN401 - opaque pdfium handles
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, index, ctypes.byref(matrix))
    scale = math.sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c))
    across, down = frame.direction(matrix.a, matrix.b)
    turn = (0 if across > 0 else 2) if abs(across) >= abs(down) else (1 if down < 0 else 3)
    em = max(raw.FPDFText_GetFontSize(text, index) * scale, 0.1)
    font = raw.FPDFTextObj_GetFont(owner)
    digits = bool(THAI_DIGIT_FONT.search(_name_of(font)))
    return _Run(em, turn, None if form is None else frame.after(form), _is_pale(owner), digits, font)


def _is_pale(owner: Any) -> bool:  # noqa: ANN401 - an opaque pdfium handle
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    raw.FPDFPageObj_GetFillColor(owner, ctypes.byref(red), ctypes.byref(green), ctypes.byref(blue), ctypes.byref(alpha))
    return min(red.value, green.value, blue.value) > PALE or alpha.value < 0xFF - PALE


def _name_of(font: Any) -> bytes:  # noqa: ANN401 - an opaque pdfium handle
    """Return a font's name: bytes, since some are in no known encoding."""
    size = raw.FPDFFont_GetBaseFontName(font, None, 0) if font else 0
    if not size:
        return b""
    name = ctypes.create_string_buffer(size)
    raw.FPDFFont_GetBaseFontName(font, name, size)
    return name.value


def _data_of(font: Any) -> bytes:  # noqa: ANN401 - an opaque pdfium handle
    """Return the embedded font, or nothing."""
    size = ctypes.c_size_t()
    raw.FPDFFont_GetFontData(font, None, 0, ctypes.byref(size))
    data = (ctypes.c_uint8 * size.value)()
    done = size.value and raw.FPDFFont_GetFontData(font, data, size.value, ctypes.byref(size))
    return bytes(data) if done else b""


def _placed(frame: Frame, told: str, box: tuple[float, float, float, float], pen: tuple[float, float], run: _Run) -> Glyph:
    """Return a glyph in the coordinates of the page as it is read."""
    ax, ay = frame.point(box[0], box[1])
    bx, by = frame.point(box[2], box[3])
    x, y = frame.point(*pen)
    return Glyph(told, min(ax, bx), min(ay, by), max(ax, bx), max(ay, by), x, y, 0.0, run.em, 0, run.pale)


def _with_end(pending: _Pending, following: Glyph | None, text: Any, loose: Any) -> Glyph:  # noqa: ANN401 - opaque pdfium handles
    """Return a glyph with the pen after it: the next glyph's where that follows at once, else the loose box's edge."""
    glyph, index, frame = pending
    if following is not None and (following.y, following.turn) == (glyph.y, glyph.turn):
        gap = following.x - glyph.x1
        if OVERLAP * glyph.em < gap < CONTIGUOUS * glyph.em:
            return glyph._replace(end=following.x)
    raw.FPDFText_GetLooseCharBox(text, index, ctypes.byref(loose))
    (ax, ay), (bx, by) = frame.point(loose.left, loose.bottom), frame.point(loose.right, loose.top)
    edge = (max(ax, bx), -min(ay, by), -min(ax, bx), max(ay, by))[glyph.turn]
    return glyph._replace(end=max(edge, glyph.x1))
