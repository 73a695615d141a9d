"""The drawn paths of a page: straight strokes as rules, everything else as shapes, and how many pictures there are."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from pypdfium2 import raw

from planparse.page import Box, Rule, Shape
from planparse.readers.pdf.calls import (
    FLOAT,
    FLOATS,
    INT,
    INTS,
    UINT,
    UINTS,
    fill_colour,
    form_object,
    handle,
    object_kind,
    object_matrix,
    page_object,
    path_mode,
    path_segment,
    path_segments,
    segment_kind,
    segment_point,
    six_floats,
    stroke_colour,
)
from planparse.readers.pdf.frame import IDENTITY, Frame, Matrix, product

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
    for item, kind, matrix in _objects(count, partial(page_object, handle(page)), IDENTITY, 0):
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            pictures += 1
        elif kind == raw.FPDF_PAGEOBJ_TEXT and matrix != IDENTITY:
            nested[item] = matrix
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            for outline in _outlines(item, matrix, frame):
                _sort(outline, rules, shapes)
    return Drawing(tuple(rules), tuple(shapes), pictures, nested)


def _objects(count: int, get: Callable[[int], int], parent: Matrix, depth: int) -> Iterator[tuple[int, int, Matrix]]:
    """Yield each object's address with its kind and the matrix of the forms it lies in."""
    for index in range(count):
        item = get(index)
        kind = object_kind(item)
        if kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            inner = product(_matrix(item), parent)
            within = raw.FPDFFormObj_CountObjects(ctypes.cast(item, raw.FPDF_PAGEOBJECT))
            yield from _objects(within, partial(form_object, item), inner, depth + 1)
        else:
            yield item, kind, parent


def _matrix(item: int) -> Matrix:
    object_matrix(item, FLOAT[0])
    matrix: Matrix = six_floats(FLOATS)
    return matrix


def _outlines(item: int, parent: Matrix, frame: Frame) -> Iterator[Outline]:
    """Yield the subpaths of a path that is painted in something else than white."""
    path_mode(item, *INT)
    filled, stroked = map(bool, INTS)
    fill = _colour(item, fill_colour) if filled else None
    stroked = stroked and _colour(item, stroke_colour) is not None
    if fill is None and not stroked:
        return
    matrix = _matrix(item)
    if parent != IDENTITY:
        matrix = product(matrix, parent)
    matrix = frame.matrix if matrix == IDENTITY else product(matrix, frame.matrix)
    for points in _subpaths(item, matrix):
        yield Outline(points, fill, stroked)


def _colour(item: int, getter: Callable[..., int]) -> tuple[int, int, int] | None:
    getter(item, *UINT)
    red, green, blue, alpha = UINTS
    return None if alpha == 0 or min(red, green, blue) >= WHITE else (red, green, blue)


def _subpaths(item: int, matrix: Matrix) -> Iterator[tuple[Point, ...]]:
    """Yield the points of each subpath; pdfium writes out the line that closes one."""
    a, b, c, d, e, f = matrix
    at_x, at_y = FLOAT[:2]
    points: list[Point] = []
    for index in range(path_segments(item)):
        segment = path_segment(item, index)
        if points and segment_kind(segment) == raw.FPDF_SEGMENT_MOVETO:
            yield tuple(points)
            points = []
        segment_point(segment, at_x, at_y)
        x, y = FLOATS[:2]
        points.append((a * x + c * y + e, b * x + d * y + f))
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
