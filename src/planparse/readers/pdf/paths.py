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

    from planparse.page import Flags, Measures

    Places = NDArray[np.intp]

THIN = 2.6  # points: a filled box this thin is a rule (Word's thickest common border is 2.25)
STRAIGHT = 0.8  # points: a stroke that deviates less is horizontal or vertical
WHITE = 0xF4  # a fill this light in every colour is paper
LINE = 2  # points
DEEPEST = 12  # forms within forms; a document may nest them in a circle

Point = Sequence[float]  # x and y
Colour = tuple[int, int, int]


class Outline(NamedTuple):
    """One subpath in page coordinates, and how it is painted."""

    box: Box
    points: Sequence[Point]
    fill: Colour | None
    stroked: bool


class Drawing(NamedTuple):
    """What is drawn on a page besides text, and the matrix of the form that each nested text object lies in, by its address."""

    rules: tuple[Rule, ...]
    shapes: tuple[Shape, ...]
    pictures: int
    nested: dict[int, Matrix]


class _Item(NamedTuple):
    """A page's object: its address, its kind, and the matrix of the forms it lies in."""

    address: int
    kind: int
    matrix: Matrix


def page_paths(page: Any, frame: Frame) -> Drawing:  # noqa: ANN401 - an opaque pdfium handle
    """Return the page's rules, shapes and pictures."""
    rules: list[Rule] = []
    shapes: list[Shape] = []
    items = list(_objects(raw.FPDFPage_CountObjects(page), partial(page_object, handle(page)), IDENTITY, 0))
    for outline in _outlines([item for item in items if item.kind == raw.FPDF_PAGEOBJ_PATH], frame):
        _sort(outline, rules, shapes)
    pictures = sum(item.kind == raw.FPDF_PAGEOBJ_IMAGE for item in items)
    nested = {item.address: item.matrix for item in items if item.kind == raw.FPDF_PAGEOBJ_TEXT and item.matrix != IDENTITY}
    return Drawing(tuple(rules), tuple(shapes), pictures, nested)


def _objects(count: int, get: Callable[[int], int], parent: Matrix, depth: int) -> Iterator[_Item]:
    """Yield each object, those of forms in the form's place."""
    addresses = told(get, range(count))
    for address, kind in zip(addresses, told(object_kind, addresses), strict=True):
        if kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            matrix: Matrix = tuple(measured(object_matrix, MATRIX, [address])[0].tolist())
            within = raw.FPDFFormObj_CountObjects(ctypes.cast(address, raw.FPDF_PAGEOBJECT))
            yield from _objects(within, partial(form_object, address), product(matrix, parent), depth + 1)
        else:
            yield _Item(address, kind, parent)


def _outlines(items: Sequence[_Item], frame: Frame) -> Iterator[Outline]:
    """Yield the subpaths of the paths that are painted in something else than white."""
    addresses = [item.address for item in items]
    filled, stroked = measured(path_mode, MODE, addresses).T.astype(np.bool_)
    fills = _colours(fill_colour, addresses, filled)
    filled &= _is_seen(fills)
    stroked &= _is_seen(_colours(stroke_colour, addresses, stroked))
    seen = np.flatnonzero(filled | stroked).tolist()
    owners, starts, points = _subpaths([items[place] for place in seen], frame)
    if not len(points):
        return
    low, high = np.minimum.reduceat(points, starts).tolist(), np.maximum.reduceat(points, starts).tolist()
    colours: list[Colour | None] = [
        tuple(colour[:3]) if told else None for colour, told in zip(fills.tolist(), filled.tolist(), strict=True)
    ]
    strokes, rows, stops = stroked.tolist(), points.tolist(), [*starts[1:].tolist(), len(points)]
    for owner, start, stop, (x0, top), (x1, bottom) in zip(owners.tolist(), starts.tolist(), stops, low, high, strict=True):
        yield Outline(Box(x0, top, x1, bottom), rows[start:stop], colours[seen[owner]], strokes[seen[owner]])


def _colours(getter: Any, addresses: Sequence[int], painted: Flags) -> Measures:  # noqa: ANN401 - a function of ctypes
    """Return the colour of each path that is painted so: red, green, blue, alpha."""
    found = np.zeros((len(addresses), 4))
    found[painted] = measured(getter, COLOUR, [address for address, told in zip(addresses, painted.tolist(), strict=True) if told])
    return found


def _is_seen(colours: Measures) -> Flags:
    """Return which colours are neither paper's nor clear."""
    seen: Flags = (colours[:, 3] > 0) & (colours[:, :3].min(axis=1) < WHITE)
    return seen


def _subpaths(items: Sequence[_Item], frame: Frame) -> tuple[Places, Places, Measures]:
    """Return each subpath's owner and the place of its first point, and all points; pdfium writes out the line that closes one."""
    addresses = [item.address for item in items]
    counts = told(path_segments, addresses)
    owners = np.repeat(np.arange(len(items)), counts)
    segments = told(
        path_segment, itertools.chain.from_iterable(map(range, counts)), np.repeat(np.array(addresses, np.int64), counts).tolist()
    )
    x, y = measured(segment_point, POINT, segments).T.astype(np.float64)
    a, b, c, d, e, f = _matrices(items, frame)[owners].T
    first = np.diff(owners, prepend=-1) > 0
    later = np.flatnonzero(~first & (np.repeat(counts, counts) > LINE))  # a line is one subpath: nobody needs to ask
    first[later] = np.array(told(segment_kind, [segments[place] for place in later.tolist()])) == raw.FPDF_SEGMENT_MOVETO
    starts = np.flatnonzero(first)
    return owners[starts], starts, np.column_stack([a * x + c * y + e, b * x + d * y + f])


def _matrices(items: Sequence[_Item], frame: Frame) -> Measures:
    """Return the matrix that takes each path's points to the page as it is read, a row a path."""
    own = measured(object_matrix, MATRIX, [item.address for item in items]).astype(np.float64)
    parents = [item.matrix for item in items]
    outer = np.array([product(parent, frame.matrix) for parent in dict.fromkeys(parents)]).reshape(-1, 6)
    number = {parent: place for place, parent in enumerate(dict.fromkeys(parents))}
    p, q, r, s, t, u = outer[[number[parent] for parent in parents]].T if items else np.zeros((6, 0))
    a, b, c, d, e, f = own.T
    return np.column_stack([a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u])


def _sort(outline: Outline, rules: list[Rule], shapes: list[Shape]) -> None:
    """Put an outline where it belongs: a thin or straight one to the rules, any other to the shapes."""
    box, points, fill, stroked = outline
    width, height = box.x1 - box.x0, box.bottom - box.top
    if height <= THIN and width > height:
        rules.append(Rule(True, (box.top + box.bottom) / 2, box.x0, box.x1))
    elif width <= THIN and height > width:
        rules.append(Rule(False, (box.x0 + box.x1) / 2, box.top, box.bottom))
    elif _is_box(points, box):
        if stroked:
            rules.extend(_edges(box))
        if fill is not None:
            shapes.append(Shape(box, fill, _tuples(points)))
    elif max(width, height) > THIN:
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
