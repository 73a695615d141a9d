"""The glyphs of a page, in stream order, without the spaces and line breaks that pdfium invents."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Mapping
from typing import Any, NamedTuple

from pypdfium2 import raw

from planparse.page import Glyph, turned
from planparse.read.pdf.frame import Frame, Matrix

HYPHEN = 2  # what pdfium gives for a hyphen at a line's end
UNKNOWN = "\ufffd"
CONTIGUOUS = 0.13  # em: the next glyph's pen this near behind the ink is the pen after it
OVERLAP = -0.05  # em by which the ink may reach over the next glyph's pen


class _Run(NamedTuple):
    """What the glyphs of one text object share: their em in points, and their direction in quarter turns."""

    em: float
    turn: int
    form: Frame | None


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
            run = runs[key] = _run(text, index, frame, nested.get(key))
        em, turn, form = run
        box_of(text, index, rx0, rx1, ry0, ry1)
        origin_of(text, index, rx, ry)
        own = frame
        if form is not None:
            loose_of(text, index, loose_reference)
            if abs(loose.right - x1.value) < 0.01 and abs(loose.top - y1.value) < 0.01:
                own = form  # a slice of a cluster: pdfium leaves it in the form's coordinates
        if own is frame and upright and not turn:
            glyph = Glyph(
                _text(code),
                x0.value - left,
                top - y1.value,
                x1.value - left,
                top - y0.value,
                x.value - left,
                top - y.value,
                0.0,
                em,
            )
        else:
            glyph = turned(_placed(own, code, (x0.value, y0.value, x1.value, y1.value), (x.value, y.value), em), turn)
        if pending is not None:
            glyphs.append(_with_end(pending, glyph, text, loose))
        pending = glyph, index, own
    if pending is not None:
        glyphs.append(_with_end(pending, None, text, loose))
    return glyphs


def _text(code: int) -> str:
    if code == HYPHEN:
        return "-"
    if code < 0x20:
        return " " if code in (9, 10, 13) else UNKNOWN
    return chr(code)


def _run(text: Any, index: int, frame: Frame, form: Matrix | None) -> _Run:  # noqa: ANN401 - an opaque pdfium handle
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, index, ctypes.byref(matrix))
    scale = math.sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c))
    across, down = frame.direction(matrix.a, matrix.b)
    turn = (0 if across > 0 else 2) if abs(across) >= abs(down) else (1 if down < 0 else 3)
    em = max(raw.FPDFText_GetFontSize(text, index) * scale, 0.1)
    return _Run(em, turn, None if form is None else frame.after(form))


def _placed(frame: Frame, code: int, box: tuple[float, float, float, float], pen: tuple[float, float], em: float) -> Glyph:
    """Return a glyph in the coordinates of the page as it is read."""
    ax, ay = frame.point(box[0], box[1])
    bx, by = frame.point(box[2], box[3])
    x, y = frame.point(*pen)
    return Glyph(_text(code), min(ax, bx), min(ay, by), max(ax, bx), max(ay, by), x, y, 0.0, em)


def _with_end(pending: _Pending, following: Glyph | None, text: Any, loose: Any) -> Glyph:  # noqa: ANN401 - opaque pdfium handles
    """Return a glyph with the pen after it: the next glyph's where that follows at once, else the loose box's edge."""
    glyph, index, frame = pending
    if following is not None and (following.y, following.turn) == (glyph.y, glyph.turn):
        gap = following.x - glyph.x1
        if OVERLAP * glyph.em < gap < CONTIGUOUS * glyph.em:
            return glyph._replace(end=following.x)
    raw.FPDFText_GetLooseCharBox(text, index, ctypes.byref(loose))
    whole = turned(_placed(frame, 0x20, (loose.left, loose.bottom, loose.right, loose.top), (0.0, 0.0), glyph.em), glyph.turn)
    return glyph._replace(end=max(whole.x1, glyph.x1))
