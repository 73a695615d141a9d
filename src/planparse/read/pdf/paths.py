"""The drawn paths of a page: straight strokes as rules, everything else as shapes, and how many pictures there are."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from pypdfium2 import raw

from planparse.page import Box, Rule, Shape
from planparse.read.pdf.frame import IDENTITY, Frame, Matrix, product

THIN = 2.6  # points: a filled box this thin is a rule (Word's thickest common border is 2.25)
STRAIGHT = 0.8  # points: a stroke that deviates less is horizontal or vertical
WHITE = 0xF4  # a fill this light in every colour is paper
DEEPEST = 12  # forms within forms; a document may nest them in a circle

Point = tuple[float, float]


class Outline(NamedTuple):
    """One subpath in page coordinates, and how it is painted."""

    points: tuple[Point, ...]
    fill: tuple[int, int, int] | None
    stroked: bool


class Drawing(NamedTuple):
    """What is drawn on a page besides text, and the matrix of the form that each nested text object lies in, by its address."""

    rules: tuple[Rule, ...]
    shapes: tuple[Shape, ...]
    pictures: int
    nested: dict[int, Matrix]


def page_paths(page: Any, frame: Frame) -> Drawing:  # noqa: ANN401 - an opaque pdfium handle
    """Return the page's rules, shapes and pictures."""
    rules: list[Rule] = []
    shapes: list[Shape] = []
    nested: dict[int, Matrix] = {}
    pictures = 0
    count = raw.FPDFPage_CountObjects(page)
    for item, kind, matrix in _objects(count, partial(raw.FPDFPage_GetObject, page), IDENTITY, 0):
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            pictures += 1
        elif kind == raw.FPDF_PAGEOBJ_TEXT and matrix != IDENTITY:
            nested[ctypes.addressof(item.contents)] = matrix
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            for outline in _outlines(item, matrix, frame):
                _sort(outline, rules, shapes)
    return Drawing(tuple(rules), tuple(shapes), pictures, nested)


def _objects(count: int, get: Callable[[int], Any], parent: Matrix, depth: int) -> Iterator[tuple[Any, int, Matrix]]:
    """Yield each object with its kind and the matrix of the forms it lies in."""
    for index in range(count):
        item = get(index)
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            inner = product(_matrix(item), parent)
            yield from _objects(raw.FPDFFormObj_CountObjects(item), partial(raw.FPDFFormObj_GetObject, item), inner, depth + 1)
        else:
            yield item, kind, parent


def _matrix(item: Any) -> Matrix:  # noqa: ANN401 - an opaque pdfium handle
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, ctypes.byref(matrix))
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _outlines(item: Any, parent: Matrix, frame: Frame) -> Iterator[Outline]:  # noqa: ANN401 - an opaque pdfium handle
    """Yield the subpaths of a path that is painted in something else than white."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, ctypes.byref(mode), ctypes.byref(stroke))
    fill = _colour(item, raw.FPDFPageObj_GetFillColor) if mode.value else None
    stroked = bool(stroke.value) and _colour(item, raw.FPDFPageObj_GetStrokeColor) is not None
    if fill is None and not stroked:
        return
    matrix = product(product(_matrix(item), parent), frame.matrix)
    for points in _subpaths(item, matrix):
        yield Outline(points, fill, stroked)


def _colour(item: Any, getter: Callable[..., int]) -> tuple[int, int, int] | None:  # noqa: ANN401 - an opaque pdfium handle
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    getter(item, ctypes.byref(red), ctypes.byref(green), ctypes.byref(blue), ctypes.byref(alpha))
    colour = red.value, green.value, blue.value
    return None if alpha.value == 0 or min(colour) >= WHITE else colour


def _subpaths(item: Any, matrix: Matrix) -> Iterator[tuple[Point, ...]]:  # noqa: ANN401 - an opaque pdfium handle
    """Yield the points of each subpath; pdfium writes out the line that closes one."""
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    rx, ry = ctypes.byref(x), ctypes.byref(y)
    points: list[Point] = []
    for index in range(raw.FPDFPath_CountSegments(item)):
        segment = raw.FPDFPath_GetPathSegment(item, index)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO and points:
            yield tuple(points)
            points = []
        raw.FPDFPathSegment_GetPoint(segment, rx, ry)
        points.append((a * x.value + c * y.value + e, b * x.value + d * y.value + f))
    if points:
        yield tuple(points)


def _sort(outline: Outline, rules: list[Rule], shapes: list[Shape]) -> None:
    """Put an outline where it belongs: a thin or straight one to the rules, any other to the shapes."""
    box = _box(outline.points)
    width, height = box.x1 - box.x0, box.bottom - box.top
    if height <= THIN and width > height:
        rules.append(Rule(True, (box.top + box.bottom) / 2, box.x0, box.x1))
    elif width <= THIN and height > width:
        rules.append(Rule(False, (box.x0 + box.x1) / 2, box.top, box.bottom))
    elif _is_box(outline.points):
        if outline.stroked:
            rules.extend(_edges(box))
        if outline.fill is not None:
            shapes.append(Shape(box, outline.fill, outline.points))
    elif max(width, height) > THIN:
        if outline.fill is None:
            rules.extend(_straight(outline.points))
        shapes.append(Shape(box, outline.fill, outline.points))


def _box(points: tuple[Point, ...]) -> Box:
    xs = [x for x, _ in points]
    ys = [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _is_box(points: tuple[Point, ...]) -> bool:
    """Whether the points go round a box along the axes."""
    if not 4 <= len(points) <= 5:
        return False
    box = _box(points)
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


def _straight(points: tuple[Point, ...]) -> Iterator[Rule]:
    """Yield the horizontal and vertical strokes of a polyline."""
    for (ax, ay), (bx, by) in itertools.pairwise(points):
        if abs(ay - by) < STRAIGHT < abs(ax - bx):
            yield Rule(True, (ay + by) / 2, min(ax, bx), max(ax, bx))
        elif abs(ax - bx) < STRAIGHT < abs(ay - by):
            yield Rule(False, (ax + bx) / 2, min(ay, by), max(ay, by))
