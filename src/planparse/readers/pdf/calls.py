"""The calls that are made for every character and path: one of pdfium's functions for all of a page's in one go.

pdfium has no such call. The loops are in C (``_calls.c``); where that could not be compiled, they are ``map`` over functions of
ctypes without its conversions of pointers, which gives the same in two or three times the time. Handles and the places of
results are plain addresses here, and Python's lock is kept: pdfium is not to be used by two threads at once.
"""

from __future__ import annotations

from collections import deque
from ctypes import PYFUNCTYPE, c_double, c_float, c_int, c_size_t, c_void_p, cast
from functools import cache
from itertools import repeat
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from pypdfium2 import raw

try:
    from planparse.readers.pdf import _calls
except ImportError:  # there was no compiler where planparse was installed
    _calls = None  # type: ignore[assignment]  # asked before it is called

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    Handles = NDArray[np.int64]  # addresses, 0 for none
    Argument = int | NDArray[np.int64]  # one for all, or one an item

compiled = _calls  # the loops in C, if there are any

HANDLE = c_size_t  # a handle that is told: a number, 0 for none, where a c_void_p may be None
INDEX = c_void_p  # an index is handed over as if it were an address: ctypes converts these in two thirds of the time of an int
LETTERS = {c_int: "i", HANDLE: "p", c_double: "d"}


def handle(pointer: Any) -> int:  # noqa: ANN401 - an opaque pdfium handle
    """Return the address that a pdfium handle is."""
    return cast(pointer, c_void_p).value or 0


class Call(NamedTuple):
    """A function of pdfium that takes a handle, at most one index, and the places of its results if it writes any.

    ``shape`` says so to ``_calls.c``, ``types`` to ctypes: the result's and the arguments'.
    """

    address: int
    shape: str
    types: tuple[Any, ...]


@cache
def _lean(call: Call) -> Any:  # noqa: ANN401 - a ctypes function
    """Return the function of a call without ctypes' conversions: made where it is called, for that takes its time."""
    return PYFUNCTYPE(*call.types)(call.address)


def _call(function: Any, result: Any, *arguments: Any, places: int = 0) -> Call:  # noqa: ANN401 - ctypes' functions and types
    address = handle(function)
    told = f"w{places}" if places else LETTERS[result]
    shape = f"{told}({'hn' if INDEX in arguments[1:] else 'h'})"
    return Call(address, shape, (result, *arguments, *[c_void_p] * places))


char_box = _call(raw.FPDFText_GetCharBox, c_int, c_void_p, INDEX, places=4)
char_origin = _call(raw.FPDFText_GetCharOrigin, c_int, c_void_p, INDEX, places=2)
char_loose_box = _call(raw.FPDFText_GetLooseCharBox, c_int, c_void_p, INDEX, places=1)
char_object = _call(raw.FPDFText_GetTextObject, HANDLE, c_void_p, INDEX)
char_has_no_code = _call(raw.FPDFText_HasUnicodeMapError, c_int, c_void_p, INDEX)
char_is_generated = _call(raw.FPDFText_IsGenerated, c_int, c_void_p, INDEX)
char_matrix = _call(raw.FPDFText_GetMatrix, c_int, c_void_p, INDEX, places=1)
char_size = _call(raw.FPDFText_GetFontSize, c_double, c_void_p, INDEX)
text_font = _call(raw.FPDFTextObj_GetFont, HANDLE, c_void_p)
page_object = _call(raw.FPDFPage_GetObject, HANDLE, c_void_p, INDEX)
form_object = _call(raw.FPDFFormObj_GetObject, HANDLE, c_void_p, INDEX)
object_clip = _call(raw.FPDFPageObj_GetClipPath, HANDLE, c_void_p)
clip_paths = _call(raw.FPDFClipPath_CountPaths, c_int, c_void_p)
clip_segments = _call(raw.FPDFClipPath_CountPathSegments, c_int, c_void_p, INDEX)
object_kind = _call(raw.FPDFPageObj_GetType, c_int, c_void_p)
object_matrix = _call(raw.FPDFPageObj_GetMatrix, c_int, c_void_p, places=1)
fill_colour = _call(raw.FPDFPageObj_GetFillColor, c_int, c_void_p, places=4)
object_bounds = _call(raw.FPDFPageObj_GetBounds, c_int, c_void_p, places=4)
has_transparency = _call(raw.FPDFPageObj_HasTransparency, c_int, c_void_p)
render_mode = _call(raw.FPDFTextObj_GetTextRenderMode, c_int, c_void_p)
stroke_colour = _call(raw.FPDFPageObj_GetStrokeColor, c_int, c_void_p, places=4)
path_mode = _call(raw.FPDFPath_GetDrawMode, c_int, c_void_p, places=2)
path_segments = _call(raw.FPDFPath_CountSegments, c_int, c_void_p)
path_segment = _call(raw.FPDFPath_GetPathSegment, HANDLE, c_void_p, INDEX)
segment_kind = _call(raw.FPDFPathSegment_GetType, c_int, c_void_p)
segment_point = _call(raw.FPDFPathSegment_GetPoint, c_int, c_void_p, places=2)

_clip_segment = PYFUNCTYPE(HANDLE, c_void_p, INDEX, INDEX)(handle(raw.FPDFClipPath_GetPathSegment))
_glyph_width = PYFUNCTYPE(c_int, c_void_p, INDEX, c_float, c_void_p)(handle(raw.FPDFFont_GetGlyphWidth))
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
MODE = Results(np.int32, 2, (0, 1))  # the way of filling, whether stroked
POINT = Results(np.float32, 2, (0, 1))


def told(call: Call, *arguments: Argument) -> NDArray[Any]:
    """Return what a call returns for each of some items: numbers, or handles, 0 for none.

    ``arguments`` are its handle and its index: one for all items, or one an item, as one of them at least is.
    """
    given, items = _whole(arguments)
    found = np.zeros(items, np.float64 if call.shape.startswith("d") else np.int64)
    if compiled is not None:
        compiled.each(call.shape, call.address, found, items, (0, 0, 0, 0), *given)
    else:
        found[:] = list(map(_lean(call), *map(_one_by_one, given)))
    return found


def measured(call: Call, results: Results, *arguments: Argument) -> NDArray[Any]:
    """Return what a call writes for each of some items, a row an item; zeros where it fails. ``arguments`` as for :func:`told`."""
    given, items = _whole(arguments)
    kind, width, columns = results
    found = np.zeros((items, width), kind)
    places = [found.itemsize * column for column in columns]
    if compiled is not None:
        compiled.each(call.shape, call.address, found, items, (*places, *[0] * (4 - len(places))), *given)
    else:
        _drained(map(_lean(call), *map(_one_by_one, given), *(_addresses(found, place) for place in places)))
    return found


def clip_segment(clips: Handles, paths: Handles, segments: Handles) -> Handles:
    """Return the segments of the paths of some clips; paths and segments are numbers from 0."""
    return np.array(list(map(_clip_segment, clips.tolist(), paths.tolist(), segments.tolist())), np.int64)


def glyph_width(fonts: Handles, codes: NDArray[np.int32]) -> NDArray[np.float64]:
    """Return the advances that fonts tell for codes of Unicode, in em; 0 where one does not know the code."""
    found = np.zeros(len(fonts), np.float32)
    _drained(map(_glyph_width, fonts.tolist(), codes.tolist(), repeat(1.0), _addresses(found, 0)))
    return found.astype(np.float64)


def counted(counts: Handles) -> Handles:
    """Return the numbers from 0 that each of some counts has, one count after the other.

    >>> counted(np.array([2, 0, 3])).tolist()
    [0, 1, 0, 1, 2]
    """
    before = np.cumsum(counts) - counts
    return np.arange(counts.sum()) - np.repeat(before, counts)


def _whole(arguments: Sequence[Argument]) -> tuple[list[Argument], int]:
    """Return the arguments as ``_calls.each`` takes them, and how many items they are for."""
    given = [one if isinstance(one, int) else np.ascontiguousarray(one, np.int64) for one in arguments]
    each = given[-1] if isinstance(given[0], int) else given[0]
    return given, 1 if isinstance(each, int) else len(each)


def _one_by_one(argument: Argument) -> Iterable[int]:
    return repeat(argument) if isinstance(argument, int) else argument.tolist()


def _addresses(found: NDArray[Any], place: int) -> range:
    """Return the address of the result at ``place`` (bytes) of each item."""
    start, step = found.ctypes.data + place, found.strides[0] or 1  # it has none where there are no items
    return range(start, start + step * len(found), step)
