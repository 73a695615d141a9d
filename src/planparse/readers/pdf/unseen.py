"""Text that a page holds and nobody sees: painted without colour, white on paper, under a patch that was laid over it, or again.

What the picture of a scan says is such text too: an OCR program lays it over or under the picture, and it is what there is to
read.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from pypdfium2 import raw

from planparse.readers.pdf.calls import (
    BOUNDS,
    COLOUR,
    MATRIX,
    MODE,
    fill_colour,
    has_transparency,
    measured,
    object_bounds,
    object_matrix,
    path_mode,
    path_segments,
    render_mode,
    stroke_colour,
    text_font,
    told,
)
from planparse.readers.pdf.clips import BOX_SEGMENTS, clip_boxes, is_clipped_to_boxes
from planparse.readers.pdf.frame import Frame, product
from planparse.readers.pdf.paths import WHITE, Drawing, Objects

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from planparse.page import Codes, Flags, Measures
    from planparse.readers.pdf.calls import Handles

    Places = NDArray[np.intp]

STROKED = (raw.FPDF_TEXTRENDERMODE_STROKE, raw.FPDF_TEXTRENDERMODE_STROKE_CLIP)
INVISIBLE, CLIP = raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP
PAINTED = (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING)
AWAY = 1e5, 1e5  # points
OPAQUE = 0xFF
PATCH = 4.0  # points: a patch that covers text is wider and higher
TWICE = 0.06  # em: the same print this near was drawn twice
EQUAL = 0.05  # points by which the boxes of two such prints differ at most
BAND = 8.0  # points: prints this far from each other are not compared
FURTHEST = 1e5  # points: no page is as wide
BANDS = 1e4  # of a page: none has as many


class _Texts(NamedTuple):
    """Text objects, and the boxes that they fill on the page as it is read: left, top, right, bottom."""

    objects: Handles
    box: Measures


def leave_out(drawing: Drawing, frame: Frame) -> bool:
    """Move the text objects that are not seen far off the page, for as long as it is open; return whether there are any.

    Where they are, pdfium takes letters that are seen for theirs once more, and leaves these out.
    """
    each = [(own, own.of(raw.FPDF_PAGEOBJ_TEXT)) for own in drawing.objects]
    boxes = [_placed(own, objects, frame) for own, objects in each]
    texts = _Texts(np.concatenate([objects for _, objects in each]), np.concatenate(boxes))
    unseen = _without_ink(texts, drawing, frame)
    shown = np.flatnonzero(~unseen)
    unseen[shown] = _printed_again(_Texts(texts.objects[shown], texts.box[shown]))
    gone = texts.objects[unseen].tolist()
    for address in gone:
        raw.FPDFPageObj_Transform(ctypes.cast(address, raw.FPDF_PAGEOBJECT), 1, 0, 0, 1, *AWAY)
    return bool(gone)


def _without_ink(texts: _Texts, drawing: Drawing, frame: Frame) -> Flags:
    """Return which text objects leave no ink on the page.

    Invisible text that lies over a picture is what the picture says; white text over colour or a picture is seen.
    """
    modes = told(render_mode, texts.objects)
    colours = _colours(texts.objects, modes)
    clear: Flags = (modes == INVISIBLE) | (modes == CLIP) | (colours[:, 3] == 0)
    white: Flags = ~clear & (colours[:, :3].min(axis=1) >= WHITE)
    if not clear.any() and not white.any():
        return clear
    pictures = np.concatenate([np.zeros((0, 4)), *(_shown(own, own.of(*PAINTED), frame) for own in drawing.objects)])
    coloured = np.array([shape.box for shape in drawing.shapes if shape.fill is not None]).reshape(-1, 4)
    bright = _touch(texts.box, pictures)
    found: Flags = (clear & ~bright) | (white & ~bright & ~_touch(texts.box, coloured))
    return found


def _colours(texts: Handles, modes: Handles) -> Codes:
    """Return what each text object is painted with: red, green, blue, alpha. A pattern, which pdfium does not tell, is black."""
    colours = measured(fill_colour, COLOUR, texts).astype(np.int32)
    outlined = np.flatnonzero((modes == STROKED[0]) | (modes == STROKED[1]))
    colours[outlined] = measured(stroke_colour, COLOUR, texts[outlined])
    for place in np.flatnonzero(colours[:, 3] == 0).tolist():
        getter = raw.FPDFPageObj_GetStrokeColor if modes[place] in STROKED else raw.FPDFPageObj_GetFillColor
        if not getter(ctypes.cast(int(texts[place]), raw.FPDF_PAGEOBJECT), *(ctypes.c_uint() for _ in range(4))):
            colours[place] = 0, 0, 0, OPAQUE
    return colours


def covered(texts: Handles, run: Places, ink: Measures, drawing: Drawing, frame: Frame) -> Flags:
    """Return which characters lie under a patch that was painted later, as old text does that is written over.

    ``run`` has the place of each one's object in ``texts``, ``ink`` the box of its ink on the page as it is read.
    """
    found = np.zeros(len(run), np.bool_)
    each = [(objects, _patches(objects, frame)) for objects in drawing.objects]
    if not any(len(patches.place) for _, patches in each):
        return found
    starts = np.searchsorted(run, np.arange(len(texts)))
    boxes = np.column_stack([np.minimum.reduceat(ink[:, :2], starts), np.maximum.reduceat(ink[:, 2:], starts)])
    middle = (ink[:, :2] + ink[:, 2:]) / 2
    for objects, patches in each:
        order = {address: place for place, address in enumerate(objects.addresses.tolist())}
        place = np.array([order.get(address, len(order)) for address in texts.tolist()])
        over = (place[:, None] < patches.place) & _in_common(boxes, patches.box)
        for at, box in _bare(patches.place[over.any(axis=0)], objects, frame):
            found |= (place < at)[run] & (middle > box[:2]).all(axis=1) & (middle < box[2:]).all(axis=1)
    return found


class _Patches(NamedTuple):
    """Opaque boxes: their places in the order in which all is painted, and where they lie on the page as it is read."""

    place: Places
    box: Measures


def _patches(objects: Objects, frame: Frame) -> _Patches:
    """Return the patches that are painted behind some text, and are large enough to cover some."""
    texts = np.flatnonzero(objects.kinds == raw.FPDF_PAGEOBJ_TEXT)
    places = np.flatnonzero(objects.kinds == raw.FPDF_PAGEOBJ_PATH)
    places = places[places > texts[0]] if len(texts) else texts
    addresses = objects.addresses[places]
    bounds = measured(object_bounds, BOUNDS, addresses)
    chosen = np.flatnonzero((bounds[:, 2] - bounds[:, 0] > PATCH) & (bounds[:, 3] - bounds[:, 1] > PATCH))
    if not len(chosen):
        return _Patches(places[chosen], np.zeros((0, 4)))
    items = addresses[chosen]
    opaque: Flags = (measured(path_mode, MODE, items)[:, 0] > 0) & (measured(fill_colour, COLOUR, items)[:, 3] == OPAQUE)
    sides = told(path_segments, items)
    chosen = chosen[opaque & (sides <= BOX_SEGMENTS) & (sides >= BOX_SEGMENTS - 1)]
    chosen = chosen[told(has_transparency, addresses[chosen]) == 0]
    return _Patches(places[chosen], _on_page(bounds[chosen].astype(np.float64), objects, frame))


def _bare(places: Places, objects: Objects, frame: Frame) -> Iterator[tuple[int, Measures]]:
    """Yield those patches that no picture lies on, and where they are seen: text below both may be what the picture says."""
    patches, pictures = objects.addresses[places], objects.of(*PAINTED)
    last = max(np.flatnonzero(np.isin(objects.addresses, pictures)), default=-1)
    boxes, others = _shown(objects, patches, frame), _shown(objects, pictures, frame)
    seen = is_clipped_to_boxes(patches) & ((places > last) | ~_touch(boxes, others))
    yield from ((place, box) for place, box, chosen in zip(places.tolist(), boxes, seen.tolist(), strict=True) if chosen)


def _shown(objects: Objects, addresses: Handles, frame: Frame) -> Measures:
    """Return the boxes of some objects as far as their clips show them, on the page as it is read."""
    bounds, clips = measured(object_bounds, BOUNDS, addresses).astype(np.float64), clip_boxes(addresses)
    return _on_page(np.column_stack([np.maximum(bounds, clips)[:, :2], np.minimum(bounds, clips)[:, 2:]]), objects, frame)


def _placed(objects: Objects, addresses: Handles, frame: Frame) -> Measures:
    """Return the boxes of some objects of a page or a form, on the page as it is read."""
    return _on_page(measured(object_bounds, BOUNDS, addresses).astype(np.float64), objects, frame)


def _on_page(boxes: Measures, objects: Objects, frame: Frame) -> Measures:
    a, b, c, d, e, f = product(objects.matrix, frame.matrix)
    left, bottom, right, top = boxes.T
    (x0, x1), (skew0, skew1) = _in_order(a * left, a * right), _in_order(c * bottom, c * top)
    (lean0, lean1), (y0, y1) = _in_order(b * left, b * right), _in_order(d * bottom, d * top)
    return np.column_stack([x0 + skew0 + e, y0 + lean0 + f, x1 + skew1 + e, y1 + lean1 + f])


def _in_order(one: Measures, other: Measures) -> tuple[Measures, Measures]:
    return np.minimum(one, other), np.maximum(one, other)


def _touch(boxes: Measures, others: Measures) -> Flags:
    """Return which boxes have something in common with any of the others."""
    return np.asarray(_in_common(boxes, others).any(axis=1))


def _in_common(boxes: Measures, others: Measures) -> Flags:
    """Return which boxes (a row each) have something in common with which others (a column each)."""
    low, high = np.maximum(boxes[:, None, :2], others[None, :, :2]), np.minimum(boxes[:, None, 2:], others[None, :, 2:])
    return np.asarray((high > low).all(axis=2))


def _printed_again(texts: _Texts) -> Flags:
    """Return which text objects are printed once more later: as bold letters and shadows are made.

    Two of one font that fill one box as wide and as high say the same.
    """
    x, y, right, bottom = texts.box.T
    width, height = right - x, bottom - y
    found = np.zeros(len(x), np.bool_)
    for shift in (0.0, 0.5):  # what is as good as the same lies in one band of either
        band = np.floor(y / BAND + shift) + BANDS * np.floor(width / BAND + shift)
        order = np.argsort(FURTHEST * band + x)
        a, b = order[:-1], order[1:]
        near = (abs(x[a] - x[b]) < BAND / 2) & (abs(y[a] - y[b]) < BAND / 2)
        near &= (abs(width[a] - width[b]) < EQUAL) & (abs(height[a] - height[b]) < EQUAL) & (width[a] > EQUAL)
        pairs = np.flatnonzero(near)
        if not len(pairs):
            continue
        one, other = a[pairs], b[pairs]
        alike = told(text_font, texts.objects[one]) == told(text_font, texts.objects[other])
        reach = TWICE * _ems(texts.objects[one])
        alike &= (abs(x[one] - x[other]) < reach) & (abs(y[one] - y[other]) < reach)
        found[np.minimum(one, other)[alike]] = True
    return found


def _ems(texts: Handles) -> Measures:
    """Return the em of each text object in points."""
    size = np.zeros(len(texts))
    for place, address in enumerate(texts.tolist()):
        told_size = ctypes.c_float()
        raw.FPDFTextObj_GetFontSize(ctypes.cast(address, raw.FPDF_PAGEOBJECT), told_size)
        size[place] = told_size.value
    a, b, c, d = measured(object_matrix, MATRIX, texts).astype(np.float64).T[:4]
    ems: Measures = size * np.sqrt(abs(a * d - b * c))
    return ems
