"""The calls that are made for every character and path: pdfium's functions without ctypes' conversions of pointers.

Addresses are passed as plain numbers, which halves the time of a call. ``FLOATS`` and ``DOUBLES`` are where results go.
"""

from __future__ import annotations

from ctypes import CFUNCTYPE, addressof, c_float, c_int, c_uint, c_void_p, cast
from typing import Any

from pypdfium2 import raw


def handle(pointer: Any) -> int:  # noqa: ANN401 - an opaque pdfium handle
    """Return the address that a pdfium handle is."""
    return cast(pointer, c_void_p).value or 0


def _lean(function: Any, result: Any, *arguments: Any) -> Any:  # noqa: ANN401 - ctypes' functions and types
    return CFUNCTYPE(result, *arguments)(handle(function))


char_box = _lean(raw.FPDFText_GetCharBox, c_int, c_void_p, c_int, c_void_p, c_void_p, c_void_p, c_void_p)
char_origin = _lean(raw.FPDFText_GetCharOrigin, c_int, c_void_p, c_int, c_void_p, c_void_p)
char_object = _lean(raw.FPDFText_GetTextObject, c_void_p, c_void_p, c_int)
char_loose_box = _lean(raw.FPDFText_GetLooseCharBox, c_int, c_void_p, c_int, c_void_p)
char_is_generated = _lean(raw.FPDFText_IsGenerated, c_int, c_void_p, c_int)
object_kind = _lean(raw.FPDFPageObj_GetType, c_int, c_void_p)
object_bounds = _lean(raw.FPDFPageObj_GetBounds, c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
fill_colour = _lean(raw.FPDFPageObj_GetFillColor, c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
stroke_colour = _lean(raw.FPDFPageObj_GetStrokeColor, c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
path_mode = _lean(raw.FPDFPath_GetDrawMode, c_int, c_void_p, c_void_p, c_void_p)
path_segments = _lean(raw.FPDFPath_CountSegments, c_int, c_void_p)
path_segment = _lean(raw.FPDFPath_GetPathSegment, c_void_p, c_void_p, c_int)
segment_kind = _lean(raw.FPDFPathSegment_GetType, c_int, c_void_p)
segment_point = _lean(raw.FPDFPathSegment_GetPoint, c_int, c_void_p, c_void_p, c_void_p)
segment_closes = _lean(raw.FPDFPathSegment_GetClose, c_int, c_void_p)

FLOATS = (c_float * 8)()
FLOAT = tuple(addressof(FLOATS) + 4 * index for index in range(8))
UINTS = (c_uint * 4)()
UINT = tuple(addressof(UINTS) + 4 * index for index in range(4))
INTS = (c_int * 2)()
INT = tuple(addressof(INTS) + 4 * index for index in range(2))
