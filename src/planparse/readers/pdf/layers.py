"""Layers of a PDF that are switched off: who opens it does not see what lies on them.

pdfium hands out no layer's state, but it paints none that is off. What is marked as belonging to a layer is found out by
a patch with the same mark, painted over all else: where it does not show, the layer is off. A form may belong to a layer without
a mark: one that leaves no trace on paper though it has ink is on one that is off (or not seen for another reason).
"""

from __future__ import annotations

import ctypes
import re
import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple

from pypdfium2 import raw

from planparse.readers.pdf.calls import handle
from planparse.readers.pdf.paths import DEEPEST

LAYERS = b"/OCProperties"  # the entry of the catalog in which a PDF tells its layers
PACKED = re.compile(rb"/ObjStm\b[^\x00]{0,400}?\bstream\r?\n")  # objects that are compressed together
MOST = 1 << 22  # bytes that are looked through of such a stream
NAME_BYTES = 8  # "OC" in UTF-16 and its end take six
PATCH = 4  # pixels of a patch, across and up
MOST_MARKS = 1000  # of a page: its patches are painted next to each other
PIXEL = 4  # bytes
COLOUR = 255, 0, 255
PAPER, WHITEST = 0xFFFFFFFF, b"\xff"
MOST_FORMS = 32  # of a page: each is painted alone
WIDEST = 600  # pixels
DARK = 0xC0  # a colour that is this dark in one of its parts leaves a trace on paper …
WHITE = 0x40  # … if it is no clearer than this


class _Marked(NamedTuple):
    """An object that belongs to a layer: with its mark, and the form that it lies in, if it does not lie on the page itself."""

    thing: Any
    mark: Any
    form: Any


def has_layers(data: bytes) -> bool:
    """Whether a PDF tells of layers; those of an encrypted one are told only if its catalog is not compressed."""
    return LAYERS in data or any(LAYERS in _unpacked(data, packed.end()) for packed in PACKED.finditer(data))


def leave_out_hidden(page: Any) -> None:  # noqa: ANN401 - an opaque pdfium handle
    """Remove the objects of a page that lie on layers which are off, for as long as it is loaded."""
    _leave_out_marked(page)
    _leave_out_forms(page)


def _leave_out_marked(page: Any) -> None:  # noqa: ANN401 - an opaque pdfium handle
    marked = list(_marked(page, None, raw.FPDFPage_CountObjects(page), 0))
    marks = {handle(one.mark): one.mark for one in marked}
    if not 0 < len(marks) <= MOST_MARKS:
        return
    shown = _shown(page, list(marks.values()))
    hidden = {address for address, is_shown in zip(marks, shown, strict=True) if not is_shown}
    gone: set[int] = set()
    for thing, mark, form in marked:
        if handle(mark) in hidden and handle(thing) not in gone:
            removed = raw.FPDFFormObj_RemoveObject(form, thing) if form else raw.FPDFPage_RemoveObject(page, thing)
            if removed:
                gone.add(handle(thing))
                raw.FPDFPageObj_Destroy(thing)


def _leave_out_forms(page: Any) -> None:  # noqa: ANN401 - an opaque pdfium handle
    things = [raw.FPDFPage_GetObject(page, index) for index in range(max(raw.FPDFPage_CountObjects(page), 0))]
    forms = [thing for thing in things if raw.FPDFPageObj_GetType(thing) == raw.FPDF_PAGEOBJ_FORM and _has_ink(thing, 0)]
    if not 0 < len(forms) <= MOST_FORMS:
        return
    box = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, box)
    width = int(min(max(box.right - box.left, box.top - box.bottom, PATCH), WIDEST))
    for thing in things:
        raw.FPDFPageObj_SetIsActive(thing, False)
    blank = [_is_blank(page, form, width) for form in forms]
    for thing in things:
        raw.FPDFPageObj_SetIsActive(thing, True)
    for form, is_blank in zip(forms, blank, strict=True):
        if is_blank and raw.FPDFPage_RemoveObject(page, form):
            raw.FPDFPageObj_Destroy(form)


def _has_ink(form: Any, depth: int) -> bool:  # noqa: ANN401 - an opaque pdfium handle
    """Whether a form has text or a path that is painted in a colour that paper has not."""
    for index in range(max(raw.FPDFFormObj_CountObjects(form), 0)):
        thing = raw.FPDFFormObj_GetObject(form, index)
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST and _has_ink(thing, depth + 1):
            return True
        if kind == raw.FPDF_PAGEOBJ_TEXT and raw.FPDFTextObj_GetTextRenderMode(thing) == raw.FPDF_TEXTRENDERMODE_FILL:
            if _is_coloured(raw.FPDFPageObj_GetFillColor, thing):
                return True
        elif kind == raw.FPDF_PAGEOBJ_PATH and _is_painted(thing):
            return True
    return False


def _is_painted(path: Any) -> bool:  # noqa: ANN401 - an opaque pdfium handle
    filling, stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, filling, stroked)
    if filling.value and _is_coloured(raw.FPDFPageObj_GetFillColor, path):
        return True
    return bool(stroked.value) and _is_coloured(raw.FPDFPageObj_GetStrokeColor, path)


def _is_coloured(getter: Any, thing: Any) -> bool:  # noqa: ANN401 - one of pdfium's functions and an opaque handle
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    told = getter(thing, red, green, blue, alpha)
    return bool(told) and alpha.value > WHITE and min(red.value, green.value, blue.value) < DARK


def _is_blank(page: Any, form: Any, width: int) -> bool:  # noqa: ANN401 - opaque pdfium handles
    """Whether a form leaves nothing on a page where nothing else is painted."""
    raw.FPDFPageObj_SetIsActive(form, True)
    pixels, _ = _painted(page, width, width)
    raw.FPDFPageObj_SetIsActive(form, False)
    return bool(pixels) and pixels.count(WHITEST) == len(pixels)


def _unpacked(data: bytes, start: int) -> bytes:
    """Return the objects of a compressed stream, as far as they can be read."""
    try:
        return zlib.decompressobj().decompress(data[start : start + MOST], MOST)
    except zlib.error:
        return b""


def _marked(page: Any, form: Any, count: int, depth: int) -> Iterator[_Marked]:  # noqa: ANN401 - opaque pdfium handles
    """Yield what belongs to a layer of the objects of a page, or of a form on it, and of the forms among them."""
    for index in range(max(count, 0)):
        thing = raw.FPDFFormObj_GetObject(form, index) if form else raw.FPDFPage_GetObject(page, index)
        for number in range(max(raw.FPDFPageObj_CountMarks(thing), 0)):
            mark = raw.FPDFPageObj_GetMark(thing, number)
            if _is_of_layer(mark):
                yield _Marked(thing, mark, form)
        if depth < DEEPEST and raw.FPDFPageObj_GetType(thing) == raw.FPDF_PAGEOBJ_FORM:
            yield from _marked(page, thing, raw.FPDFFormObj_CountObjects(thing), depth + 1)


def _is_of_layer(mark: Any) -> bool:  # noqa: ANN401 - an opaque pdfium handle
    name, size = (ctypes.c_ushort * (NAME_BYTES // 2))(), ctypes.c_ulong()
    told = raw.FPDFPageObjMark_GetName(mark, name, NAME_BYTES, size)
    return bool(told) and size.value <= NAME_BYTES and "".join(map(chr, name)).rstrip("\0") == "OC"


def _shown(page: Any, marks: list[Any]) -> list[bool]:  # noqa: ANN401 - opaque pdfium handles
    """Return whether what has each of some marks is painted."""
    turned, box = raw.FPDFPage_GetRotation(page), raw.FS_RECTF()
    raw.FPDFPage_SetRotation(page, 0)
    raw.FPDF_GetPageBoundingBox(page, box)
    width, patches = (box.right - box.left) / len(marks), []
    for place, mark in enumerate(marks):
        patch = raw.FPDFPageObj_CreateNewRect(box.left + place * width, box.bottom, width, box.top - box.bottom)
        raw.FPDFPageObj_SetFillColor(patch, *COLOUR, 0xFF)
        raw.FPDFPath_SetDrawMode(patch, raw.FPDF_FILLMODE_WINDING, False)
        raw.FPDFPageObj_AddExistingMark(patch, mark)
        raw.FPDFPage_InsertObject(page, patch)
        patches.append(patch)
    pixels, row = _painted(page, PATCH * len(marks), PATCH)
    for patch in patches:
        raw.FPDFPage_RemoveObject(page, patch)
        raw.FPDFPageObj_Destroy(patch)
    raw.FPDFPage_SetRotation(page, turned)
    middles = (row * (PATCH // 2) + PIXEL * (PATCH * place + PATCH // 2) for place in range(len(marks)))
    return [tuple(pixels[at : at + 3]) == COLOUR for at in middles] if pixels else [True] * len(marks)


def _painted(page: Any, width: int, height: int) -> tuple[bytes, int]:  # noqa: ANN401 - an opaque pdfium handle
    """Return the pixels of a page that is painted so wide and high, and the bytes of a row; none where that cannot be done."""
    bitmap = raw.FPDFBitmap_Create(width, height, 0)
    if not bitmap:
        return b"", 0
    raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, PAPER)
    raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0)
    row = raw.FPDFBitmap_GetStride(bitmap)
    pixels = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), row * height)
    raw.FPDFBitmap_Destroy(bitmap)
    return pixels, row
