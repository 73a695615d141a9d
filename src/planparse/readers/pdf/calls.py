"""The calls that are made for every character and path: pdfium's functions without ctypes' conversions of pointers.

Handles and the places of results are plain addresses here, and Python's lock is kept, which halves the time of a call.
pdfium is not to be used by two threads at once, and neither are the places of results. What is asked of all characters of a
page is asked in one go (:func:`measured`): pdfium has no such call, but ``map`` has no loop in Python.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from ctypes import PYFUNCTYPE, c_double, c_float, c_int, c_size_t, c_void_p, cast
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from pypdfium2 import raw

if TYPE_CHECKING:
    from numpy.typing import NDArray


def handle(pointer: Any) -> int:  # noqa: ANN401 - an opaque pdfium handle
    """Return the address that a pdfium handle is."""
    return cast(pointer, c_void_p).value or 0


HANDLE = c_size_t  # a handle that is told: a number, 0 for none, where a c_void_p may be None
INDEX = c_void_p  # an index is handed over as if it were an address: ctypes converts these in two thirds of the time of an int


def _lean(function: Any, result: Any, *arguments: Any) -> Any:  # noqa: ANN401 - ctypes' functions and types
    return PYFUNCTYPE(result, *arguments)(handle(function))


char_box = _lean(raw.FPDFText_GetCharBox, c_int, c_void_p, INDEX, c_void_p, c_void_p, c_void_p, c_void_p)
char_origin = _lean(raw.FPDFText_GetCharOrigin, c_int, c_void_p, INDEX, c_void_p, c_void_p)
char_loose_box = _lean(raw.FPDFText_GetLooseCharBox, c_int, c_void_p, INDEX, c_void_p)
char_object = _lean(raw.FPDFText_GetTextObject, HANDLE, c_void_p, INDEX)
char_has_no_code = _lean(raw.FPDFText_HasUnicodeMapError, c_int, c_void_p, INDEX)
char_is_generated = _lean(raw.FPDFText_IsGenerated, c_int, c_void_p, INDEX)
char_matrix = _lean(raw.FPDFText_GetMatrix, c_int, c_void_p, INDEX, c_void_p)
char_size = _lean(raw.FPDFText_GetFontSize, c_double, c_void_p, INDEX)
text_font = _lean(raw.FPDFTextObj_GetFont, HANDLE, c_void_p)
glyph_width = _lean(raw.FPDFFont_GetGlyphWidth, c_int, c_void_p, INDEX, c_float, c_void_p)
page_object = _lean(raw.FPDFPage_GetObject, HANDLE, c_void_p, INDEX)
form_object = _lean(raw.FPDFFormObj_GetObject, HANDLE, c_void_p, INDEX)
object_clip = _lean(raw.FPDFPageObj_GetClipPath, HANDLE, c_void_p)
clip_paths = _lean(raw.FPDFClipPath_CountPaths, c_int, c_void_p)
clip_segments = _lean(raw.FPDFClipPath_CountPathSegments, c_int, c_void_p, INDEX)
clip_segment = _lean(raw.FPDFClipPath_GetPathSegment, HANDLE, c_void_p, INDEX, INDEX)
object_kind = _lean(raw.FPDFPageObj_GetType, c_int, c_void_p)
object_matrix = _lean(raw.FPDFPageObj_GetMatrix, c_int, c_void_p, c_void_p)
fill_colour = _lean(raw.FPDFPageObj_GetFillColor, c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
object_bounds = _lean(raw.FPDFPageObj_GetBounds, c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
has_transparency = _lean(raw.FPDFPageObj_HasTransparency, c_int, c_void_p)
render_mode = _lean(raw.FPDFTextObj_GetTextRenderMode, c_int, c_void_p)
stroke_colour = _lean(raw.FPDFPageObj_GetStrokeColor, c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
path_mode = _lean(raw.FPDFPath_GetDrawMode, c_int, c_void_p, c_void_p, c_void_p)
path_segments = _lean(raw.FPDFPath_CountSegments, c_int, c_void_p)
path_segment = _lean(raw.FPDFPath_GetPathSegment, HANDLE, c_void_p, INDEX)
segment_kind = _lean(raw.FPDFPathSegment_GetType, c_int, c_void_p)
segment_point = _lean(raw.FPDFPathSegment_GetPoint, c_int, c_void_p, c_void_p, c_void_p)

_drained = deque[object](maxlen=0).extend


class Results(NamedTuple):
    """Where a call writes its results: a row of ``width`` numbers of a ``kind``, with a pointer to each of the ``columns``."""

    kind: type[np.generic]
    width: int
    columns: tuple[int, ...]


BOX = Results(np.float64, 4, (0, 2, 1, 3))  # told as left, right, bottom, top; written as left, bottom, right, top
ORIGIN = Results(np.float64, 2, (0, 1))
LOOSE_BOX = Results(np.float32, 4, (0,))  # left, top, right, bottom
BOUNDS = Results(np.float32, 4, (0, 1, 2, 3))  # left, bottom, right, top
MATRIX = Results(np.float32, 6, (0,))
COLOUR = Results(np.uint32, 4, (0, 1, 2, 3))
WIDTH = Results(np.float32, 1, (0,))
MODE = Results(np.int32, 2, (0, 1))  # the way of filling, whether stroked
POINT = Results(np.float32, 2, (0, 1))


def measured(call: Any, results: Results, items: Sequence[float], *before: Iterable[int]) -> NDArray[Any]:  # noqa: ANN401 - a function of ctypes
    """Return what a call writes for each of some items, a row an item; zeros where it fails. ``before`` are its first arguments."""
    kind, width, columns = results
    found = np.zeros((len(items), width), kind)
    step, start = found.itemsize, found.ctypes.data
    stop = start + found.nbytes
    places = [range(start + step * column, stop + step * column, step * width) for column in columns]
    _drained(map(call, *before, items, *places))
    return found


def told(call: Any, items: Iterable[int], *before: Iterable[int]) -> list[int]:  # noqa: ANN401 - a function of ctypes
    """Return what a call returns for each of some items: a number, a handle, or 0 for none. ``before`` are its first arguments."""
    return list(map(call, *before, items))
