"""The drawn paths of a page: straight strokes as rules, everything else as shapes, and how many pictures there are."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from pypdfium2 import raw

from planparse.page import Box, Rule, Shape
from planparse.readers.pdf.calls import (
    COLOUR,
    MATRIX,
    MODE,
    POINT,
    fill_colour,
    form_object,
    handle,
    measured,
    object_kind,
    object_matrix,
    page_object,
    path_mode,
    path_segment,
    path_segments,
    segment_kind,
    segment_point,
    stroke_colour,
    told,
)
from planparse.readers.pdf.frame import IDENTITY, Frame, Matrix, product

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from planparse.page import Codes, Flags, Measures

    Places = NDArray[np.intp]

THIN = 2.6  # points: a filled box this thin is a rule (Word's thickest common border is 2.25)
STRAIGHT = 0.8  # points: a stroke that deviates less is horizontal or vertical
WHITE = 0xF4  # a fill this light in every colour is paper
LINE = 2  # points
DEEPEST = 12  # forms within forms; a document may nest them in a circle

Point = Sequence[float]  # x and y
Colour = tuple[int, int, int]


class _Outlines(NamedTuple):
    """Subpaths in page coordinates, a row each: the box, the places of the first point and of the one after the last, the paint."""

    box: Measures
    start: Places
    stop: Places
    points: Measures
    filled: Flags
    fill: Codes
    stroked: Flags


class Objects(NamedTuple):
    """The objects of a page, or of one form on it: addresses and kinds, and the matrix of the forms that they lie in."""

    addresses: Sequence[int]
    kinds: Sequence[int]
    matrix: Matrix

    def of(self, *kinds: int) -> list[int]:
        """Return the addresses of the objects of some kinds."""
        return [address for address, own in zip(self.addresses, self.kinds, strict=True) if own in kinds]


class Drawing(NamedTuple):
    """What is drawn on a page besides text, the matrix of the form that each nested text object lies in, by its address, and
    all objects in the order in which they are painted: those of the page, then those of each form.
    """

    rules: tuple[Rule, ...]
    shapes: tuple[Shape, ...]
    pictures: int
    nested: dict[int, Matrix]
    objects: tuple[Objects, ...] = ()


def page_paths(page: Any, frame: Frame) -> Drawing:  # noqa: ANN401 - an opaque pdfium handle
    """Return the page's rules, shapes and pictures."""
    found = list(_objects(raw.FPDFPage_CountObjects(page), partial(page_object, handle(page)), IDENTITY, 0))
    rules, shapes = _sorted(_outlines(found, frame))
    pictures = sum(objects.kinds.count(raw.FPDF_PAGEOBJ_IMAGE) for objects in found)
    inner = (objects for objects in found if objects.matrix != IDENTITY)
    nested = {address: objects.matrix for objects in inner for address in objects.of(raw.FPDF_PAGEOBJ_TEXT)}
    return Drawing(tuple(rules), tuple(shapes), pictures, nested, tuple(found))


def _objects(count: int, get: Callable[[int], int], parent: Matrix, depth: int) -> Iterator[Objects]:
    """Yield the objects, then those of each form among them."""
    addresses = told(get, range(count))
    found = Objects(addresses, told(object_kind, addresses), parent)
    yield found
    if depth == DEEPEST:
        return
    for form in found.of(raw.FPDF_PAGEOBJ_FORM):
        matrix: Matrix = tuple(measured(object_matrix, MATRIX, [form])[0].tolist())
        within = raw.FPDFFormObj_CountObjects(ctypes.cast(form, raw.FPDF_PAGEOBJECT))
        yield from _objects(within, partial(form_object, form), product(matrix, parent), depth + 1)


def _outlines(found: Sequence[Objects], frame: Frame) -> _Outlines:
    """Return the subpaths of the paths that are painted in something else than white."""
    paths = [objects.of(raw.FPDF_PAGEOBJ_PATH) for objects in found]
    every = list(itertools.chain.from_iterable(paths))
    filled, stroked = measured(path_mode, MODE, every).T.astype(np.bool_)
    fills = _colours(fill_colour, every, filled)
    filled &= _is_seen(fills)
    stroked &= _is_seen(_colours(stroke_colour, every, stroked))
    seen = np.flatnonzero(filled | stroked)
    outer = np.repeat([product(objects.matrix, frame.matrix) for objects in found], list(map(len, paths)), axis=0)[seen]
    owner, start, points = _subpaths([every[place] for place in seen.tolist()], outer)
    if not len(points):
        return _Outlines(np.zeros((0, 4)), owner, start, points, filled[:0], fills[:0], stroked[:0])
    box = np.column_stack([np.minimum.reduceat(points, start), np.maximum.reduceat(points, start)])
    own = seen[owner]
    return _Outlines(box, start, np.append(start[1:], len(points)), points, filled[own], fills[own, :3], stroked[own])


def _colours(getter: Any, addresses: Sequence[int], painted: Flags) -> Codes:  # noqa: ANN401 - a function of ctypes
    """Return the colour of each path that is painted so: red, green, blue, alpha."""
    found = np.zeros((len(addresses), 4), np.int32)
    found[painted] = measured(getter, COLOUR, [address for address, told in zip(addresses, painted.tolist(), strict=True) if told])
    return found


def _is_seen(colours: Codes) -> Flags:
    """Return which colours are neither paper's nor clear."""
    seen: Flags = (colours[:, 3] > 0) & (colours[:, :3].min(axis=1) < WHITE)
    return seen


def _subpaths(addresses: Sequence[int], outer: Measures) -> tuple[Places, Places, Measures]:
    """Return each subpath's owner and the place of its first point, and all points on the page as it is read.

    pdfium writes out the line that closes a subpath. ``outer`` has the matrix from the form that each path lies in to the page.
    """
    counts = told(path_segments, addresses)
    owners = np.repeat(np.arange(len(addresses)), counts)
    segments = told(
        path_segment, itertools.chain.from_iterable(map(range, counts)), np.repeat(np.array(addresses, np.int64), counts).tolist()
    )
    x, y = measured(segment_point, POINT, segments).T.astype(np.float64)
    a, b, c, d, e, f = _products(measured(object_matrix, MATRIX, addresses).astype(np.float64), outer)[:, owners]
    first = np.diff(owners, prepend=-1) > 0
    later = np.flatnonzero(~first & (np.repeat(counts, counts) > LINE))  # a line is one subpath: nobody needs to ask
    first[later] = np.array(told(segment_kind, [segments[place] for place in later.tolist()])) == raw.FPDF_SEGMENT_MOVETO
    starts = np.flatnonzero(first)
    return owners[starts], starts, np.column_stack([a * x + c * y + e, b * x + d * y + f])


def _products(inner: Measures, outer: Measures) -> Measures:
    """Return the matrices that apply ``inner`` first, as :func:`planparse.readers.pdf.frame.product` does; six rows."""
    a, b, c, d, e, f = inner.T
    p, q, r, s, t, u = outer.T
    return np.array([a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u])


def _sorted(outlines: _Outlines) -> tuple[list[Rule], list[Shape]]:
    """Return the rules, thin and straight outlines, and the shapes, all others."""
    x0, top, x1, bottom = outlines.box.T
    width, height = x1 - x0, bottom - top
    across = (height <= THIN) & (width > height)
    down = ~across & (width <= THIN) & (height > width)
    rules = [*_rules(True, (top + bottom) / 2, x0, x1, across), *_rules(False, (x0 + x1) / 2, top, bottom, down)]
    shapes: list[Shape] = []
    for place in np.flatnonzero(~across & ~down).tolist():
        points = outlines.points[outlines.start[place] : outlines.stop[place]].tolist()
        fill: Colour | None = tuple(outlines.fill[place].tolist()) if outlines.filled[place] else None
        _sort(Box(*outlines.box[place].tolist()), points, fill, bool(outlines.stroked[place]), rules, shapes)
    return rules, shapes


def _rules(horizontal: bool, at: Measures, start: Measures, end: Measures, chosen: Flags) -> Iterator[Rule]:
    """Yield the chosen outlines as rules."""
    columns = (column[chosen].tolist() for column in (at, start, end))
    return map(Rule, itertools.repeat(horizontal), *columns)


def _sort(box: Box, points: Sequence[Point], fill: Colour | None, stroked: bool, rules: list[Rule], shapes: list[Shape]) -> None:
    """Put an outline that is no rule where it belongs: to the shapes, its sides and straight strokes to the rules."""
    if _is_box(points, box):
        if stroked:
            rules.extend(_edges(box))
        if fill is not None:
            shapes.append(Shape(box, fill, _tuples(points)))
    elif max(box.x1 - box.x0, box.bottom - box.top) > THIN:
        if fill is None:
            rules.extend(_straight(points))
        shapes.append(Shape(box, fill, _tuples(points)))


def _tuples(points: Sequence[Point]) -> tuple[tuple[float, float], ...]:
    return tuple((x, y) for x, y in points)


def _is_box(points: Sequence[Point], box: Box) -> bool:
    """Whether the points go round their box along the axes."""
    if not 4 <= len(points) <= 5:
        return False
    return (
        all(
            min(abs(x - box.x0), abs(x - box.x1)) < STRAIGHT and min(abs(y - box.top), abs(y - box.bottom)) < STRAIGHT
            for x, y in points
        )
        and len({(abs(x - box.x0) < STRAIGHT, abs(y - box.top) < STRAIGHT) for x, y in points}) == 4
    )


def _edges(box: Box) -> tuple[Rule, ...]:
    return (
        Rule(True, box.top, box.x0, box.x1),
        Rule(True, box.bottom, box.x0, box.x1),
        Rule(False, box.x0, box.top, box.bottom),
        Rule(False, box.x1, box.top, box.bottom),
    )


def _straight(points: Sequence[Point]) -> Iterator[Rule]:
    """Yield the horizontal and vertical strokes of a polyline."""
    for (ax, ay), (bx, by) in itertools.pairwise(points):
        if abs(ay - by) < STRAIGHT < abs(ax - bx):
            yield Rule(True, (ay + by) / 2, min(ax, bx), max(ax, bx))
        elif abs(ax - bx) < STRAIGHT < abs(ay - by):
            yield Rule(False, (ax + bx) / 2, min(ay, by), max(ay, by))
