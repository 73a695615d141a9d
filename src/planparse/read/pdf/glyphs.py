"""The glyphs of a page, in stream order, without the spaces and line breaks that pdfium invents."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import Any

from pypdfium2 import raw

from planparse.page import Glyph
from planparse.read.pdf.frame import Frame

HYPHEN = 2  # what pdfium gives for a hyphen at a line's end
UNKNOWN = "\ufffd"
CONTIGUOUS = 0.13  # em: the next glyph's origin this near behind the ink is the pen after it


def page_glyphs(page: Any, frame: Frame) -> tuple[Glyph, ...]:  # noqa: ANN401 - an opaque pdfium handle
    """Return the page's glyphs."""
    text = raw.FPDFText_LoadPage(page)
    if not text:
        return ()
    try:
        return tuple(_placed(_raw_glyphs(text), frame))
    finally:
        raw.FPDFText_ClosePage(text)


def _raw_glyphs(text: Any) -> list[Glyph]:  # noqa: ANN401 - an opaque pdfium handle
    """Read code, ink box, origin and em of each glyph, in PDF coordinates (``top`` above ``bottom``)."""
    # One loop with every name local: it runs for each glyph of each page and ctypes is most of its cost.
    x0, x1, y0, y1, x, y = (ctypes.c_double() for _ in range(6))
    rx0, rx1, ry0, ry1, rx, ry = (ctypes.byref(value) for value in (x0, x1, y0, y1, x, y))
    code_of, box_of, origin_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetCharBox, raw.FPDFText_GetCharOrigin
    object_of, address = raw.FPDFText_GetTextObject, ctypes.addressof
    ems: dict[int, float] = {}
    glyphs: list[Glyph] = []
    indexes: list[int] = []
    high = 0
    for index in range(raw.FPDFText_CountChars(text)):
        owner = object_of(text, index)
        if not owner:
            continue  # pdfium made it up
        code = code_of(text, index)
        if code == 0x20 and raw.FPDFText_IsGenerated(text, index):
            continue
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        high = 0
        key = address(owner.contents)
        em = ems.get(key)
        if em is None:
            em = ems[key] = _em(text, index)
        box_of(text, index, rx0, rx1, ry0, ry1)
        origin_of(text, index, rx, ry)
        glyphs.append(Glyph(_text(code), x0.value, y1.value, x1.value, y0.value, x.value, y.value, x1.value, em))
        indexes.append(index)
    return _with_pens(text, glyphs, indexes)


def _text(code: int) -> str:
    if code == HYPHEN:
        return "-"
    if code < 0x20:
        return " " if code in (9, 10, 13) else UNKNOWN
    return chr(code)


def _em(text: Any, index: int) -> float:  # noqa: ANN401 - an opaque pdfium handle
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, index, ctypes.byref(matrix))
    scale = math.sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c))
    return max(raw.FPDFText_GetFontSize(text, index) * scale, 0.1)


def _with_pens(text: Any, glyphs: list[Glyph], indexes: list[int]) -> list[Glyph]:  # noqa: ANN401 - an opaque pdfium handle
    """Set each glyph's ``end``: the next glyph's origin where that follows at once, else the loose box's edge."""
    loose = raw.FS_RECTF()
    reference = ctypes.byref(loose)
    last = len(glyphs) - 1
    done: list[Glyph] = []
    for position, glyph in enumerate(glyphs):
        end = None
        if position < last:
            following = glyphs[position + 1]
            if following.y == glyph.y and -0.05 * glyph.em < following.x - glyph.x1 < CONTIGUOUS * glyph.em:
                end = following.x
        if end is None:
            raw.FPDFText_GetLooseCharBox(text, indexes[position], reference)
            end = max(loose.right, glyph.x1)
        done.append(glyph._replace(end=end))
    return done


def _placed(glyphs: list[Glyph], frame: Frame) -> Iterator[Glyph]:
    """Yield the glyphs in the coordinates of the page as it is read."""
    if frame.upright:
        left, top = -frame.e, frame.f
        for text, x0, y1, x1, y0, x, y, end, em in glyphs:
            yield Glyph(text, x0 - left, top - y1, x1 - left, top - y0, x - left, top - y, end - left, em)
        return
    for text, x0, y1, x1, y0, x, y, end, em in glyphs:
        ax, ay = frame.point(x0, y0)
        bx, by = frame.point(x1, y1)
        px, py = frame.point(x, y)
        left, right, top, bottom = min(ax, bx), max(ax, bx), min(ay, by), max(ay, by)
        yield Glyph(text, left, top, right, bottom, px, py, right, em)
