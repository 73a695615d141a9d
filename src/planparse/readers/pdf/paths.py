"""The drawn paths of a page: straight strokes as rules, everything else as shapes, and how many pictures there are."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from pypdfium2 import raw

from planparse.page import Box, Rule, Shape
from planparse.readers.pdf.calls import (
    COLOUR,
    MATRIX,
    MODE,
    POINT,
    Call,
    counted,
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
    from planparse.readers.pdf.calls import Handles

    Places = NDArray[np.intp]

THIN = 2.6  # points: a filled box this thin is a rule (Word's thickest common border is 2.25)
STRAIGHT = 0.8  # points: a stroke that deviates less is horizontal or vertical
WHITE = 0xF4  # a fill this light in every colour is paper
LINE = 2  # points
DOTS = 5  # in a row make a dotted rule: browsers draw each as a shape
ROUND = 0.7  # of a dot's length: so wide is it at least
APART = 5.0  # points from one dot of a rule to the next
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

    addresses: Handles
    kinds: Handles
    matrix: Matrix

    def of(self, *kinds: int) -> Handles:
        """Return the addresses of the objects of some kinds."""
        own: Handles = self.addresses[np.isin(self.kinds, kinds) if len(kinds) > 1 else self.kinds == kinds[0]]
        return own


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
    found = list(_objects(raw.FPDFPage_CountObjects(page), page_object, handle(page), IDENTITY, 0))
    rules, shapes = _sorted(_outlines(found, frame))
    pictures = sum(len(objects.of(raw.FPDF_PAGEOBJ_IMAGE)) for objects in found)
    inner = (objects for objects in found if objects.matrix != IDENTITY)
    nested = {address: objects.matrix for objects in inner for address in objects.of(raw.FPDF_PAGEOBJ_TEXT).tolist()}
    return Drawing(tuple(rules), tuple(shapes), pictures, nested, tuple(found))


def _objects(count: int, call: Call, holder: int, parent: Matrix, depth: int) -> Iterator[Objects]:
    """Yield the objects of a page or a form, then those of each form among them. ``call`` tells the ``holder``'s."""
    addresses = told(call, holder, np.arange(max(count, 0)))
    found = Objects(addresses, told(object_kind, addresses), parent)
    yield found
    if depth == DEEPEST:
        return
    forms = found.of(raw.FPDF_PAGEOBJ_FORM)
    for form, matrix in zip(forms.tolist(), measured(object_matrix, MATRIX, forms).tolist(), strict=True):
        within = raw.FPDFFormObj_CountObjects(ctypes.cast(form, raw.FPDF_PAGEOBJECT))
        yield from _objects(within, form_object, form, product(tuple(matrix), parent), depth + 1)


def _outlines(found: Sequence[Objects], frame: Frame) -> _Outlines:
    """Return the subpaths of the paths that are painted in something else than white."""
    paths = [objects.of(raw.FPDF_PAGEOBJ_PATH) for objects in found]
    every = np.concatenate(paths)
    filled, stroked = measured(path_mode, MODE, every).T.astype(np.bool_)
    fills = _colours(fill_colour, every, filled)
    filled &= _is_seen(fills)
    stroked &= _is_seen(_colours(stroke_colour, every, stroked))
    seen = np.flatnonzero(filled | stroked)
    outer = np.repeat([product(objects.matrix, frame.matrix) for objects in found], list(map(len, paths)), axis=0)[seen]
    owner, start, points = _subpaths(every[seen], outer)
    if not len(points):
        return _Outlines(np.zeros((0, 4)), owner, start, points, filled[:0], fills[:0], stroked[:0])
    box = np.column_stack([np.minimum.reduceat(points, start), np.maximum.reduceat(points, start)])
    own = seen[owner]
    return _Outlines(box, start, np.append(start[1:], len(points)), points, filled[own], fills[own, :3], stroked[own])


def _colours(call: Call, addresses: Handles, painted: Flags) -> Codes:
    """Return the colour of each path that is painted so: red, green, blue, alpha."""
    found = np.zeros((len(addresses), 4), np.int32)
    found[painted] = measured(call, COLOUR, addresses[painted])
    return found


def _is_seen(colours: Codes) -> Flags:
    """Return which colours are neither paper's nor clear."""
    seen: Flags = (colours[:, 3] > 0) & (colours[:, :3].min(axis=1) < WHITE)
    return seen


def _subpaths(addresses: Handles, outer: Measures) -> tuple[Places, Places, Measures]:
    """Return each subpath's owner and the place of its first point, and all points on the page as it is read.

    pdfium writes out the line that closes a subpath. ``outer`` has the matrix from the form that each path lies in to the page.
    """
    counts = np.maximum(told(path_segments, addresses), 0)
    owners = np.repeat(np.arange(len(addresses)), counts)
    segments = told(path_segment, addresses[owners], counted(counts))
    x, y = measured(segment_point, POINT, segments).T.astype(np.float64)
    a, b, c, d, e, f = _products(measured(object_matrix, MATRIX, addresses).astype(np.float64), outer)[:, owners]
    first = np.ones(len(owners), np.bool_)
    first[1:] = owners[1:] != owners[:-1]
    later = np.flatnonzero(~first & (np.repeat(counts, counts) > LINE))  # a line is one subpath: nobody needs to ask
    first[later] = told(segment_kind, segments[later]) == raw.FPDF_SEGMENT_MOVETO
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
    dots = (np.maximum(width, height) <= THIN) & (np.minimum(width, height) > ROUND * np.maximum(width, height))
    if dots.sum() >= DOTS:
        across &= ~dots
        down &= ~dots
    rules = [*_rules(True, (top + bottom) / 2, x0, x1, across), *_rules(False, (x0 + x1) / 2, top, bottom, down)]
    if dots.sum() >= DOTS:
        x, y = (x0 + x1)[dots] / 2, (top + bottom)[dots] / 2
        rules.extend([*_dotted(True, y, x), *_dotted(False, x, y)])
    shapes: list[Shape] = []
    for place in np.flatnonzero(~across & ~down).tolist():
        points = outlines.points[outlines.start[place] : outlines.stop[place]].tolist()
        fill: Colour | None = tuple(outlines.fill[place].tolist()) if outlines.filled[place] else None
        _sort(Box(*outlines.box[place].tolist()), points, fill, bool(outlines.stroked[place]), rules, shapes)
    return rules, shapes


def _rules(horizontal: bool, at: Measures, start: Measures, end: Measures, chosen: Flags) -> Iterator[Rule]:
    """Yield the chosen outlines as rules."""
    columns = (column[chosen].tolist() for column in (at, start, end))
    return map(Rule._make, zip(itertools.repeat(horizontal), *columns, strict=False))  # a third faster than Rule itself


def _dotted(horizontal: bool, at: Measures, along: Measures) -> Iterator[Rule]:
    """Yield the rules that rows of dots make: dots at one place across, each close to the one before."""
    order = np.lexsort((along, np.round(at)))
    at, along = at[order], along[order]
    step = np.diff(along)
    breaks = np.flatnonzero((np.abs(np.diff(at)) > STRAIGHT) | (step < 0) | (step > APART)) + 1
    for run in np.split(np.arange(len(at)), breaks):
        if len(run) >= DOTS:
            yield Rule(horizontal, float(at[run].mean()), float(along[run[0]]), float(along[run[-1]]))


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
    (x0, top, x1, bottom), corners = box, set()
    for x, y in points:
        left, up = abs(x - x0) < STRAIGHT, abs(y - top) < STRAIGHT
        if not (left or abs(x - x1) < STRAIGHT) or not (up or abs(y - bottom) < STRAIGHT):
            return False
        corners.add((left, up))
    return len(corners) == 4


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
