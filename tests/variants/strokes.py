"""The many ways in which a table's rules and a timeline's marks are drawn, each a small function.

Points from the bottom left corner, as PDF counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]  # reportlab ships no types


class Segment(NamedTuple):
    """A straight piece of a table's rules; ``outer`` names the side of the table that it is."""

    horizontal: bool
    at: float
    start: float
    end: float
    outer: str = ""


class Box(NamedTuple):
    """A cell's box: left, bottom, right, top."""

    x0: float
    y0: float
    x1: float
    y1: float


RuleStyle = Callable[[Canvas, Sequence[Segment], Sequence[Box]], None]
Stroke = Callable[[Canvas, float, float, float], None]  # canvas, from x, to x, at y


# rules -----------------------------------------------------------------------------------------------------------------


def _line(canvas: Canvas, segment: Segment) -> None:
    if segment.horizontal:
        canvas.line(segment.start, segment.at, segment.end, segment.at)
    else:
        canvas.line(segment.at, segment.start, segment.at, segment.end)


def solid(width: float = 0.5, without: Iterable[str] = (), dash: tuple[float, float] | None = None) -> RuleStyle:
    """Return lines from edge to edge; the table's sides in ``without`` are left out. ``dash`` is a PDF dash pattern."""
    left_out = frozenset(without)

    def draw(canvas: Canvas, segments: Sequence[Segment], _: Sequence[Box]) -> None:
        canvas.setLineWidth(width)
        if dash:
            canvas.setDash(*dash)
        for segment in segments:
            if segment.outer not in left_out:
                _line(canvas, segment)
        canvas.setDash()

    return draw


def horizontal(canvas: Canvas, segments: Sequence[Segment], _: Sequence[Box]) -> None:
    """Draw the lines between the rows only."""
    solid()(canvas, [segment for segment in segments if segment.horizontal], ())


def none(canvas: Canvas, segments: Sequence[Segment], boxes: Sequence[Box]) -> None:
    """Draw no rules."""


def pieces(canvas: Canvas, segments: Sequence[Segment], _: Sequence[Box]) -> None:
    """Draw each line as many short ones: 3 points of ink, 2 of white."""
    canvas.setLineWidth(0.5)
    for segment in segments:
        at = segment.start
        while at < segment.end:
            _line(canvas, segment._replace(start=at, end=min(at + 3, segment.end)))
            at += 5


def dots(canvas: Canvas, segments: Sequence[Segment], _: Sequence[Box]) -> None:
    """Draw each line as filled squares of 0.75 points, one every 1.5 points, as browsers draw a dotted border."""
    for segment in segments:
        for place in range(int((segment.end - segment.start) / 1.5) + 1):
            along = segment.start + 1.5 * place
            x, y = (along, segment.at) if segment.horizontal else (segment.at, along)
            canvas.rect(x - 0.375, y - 0.375, 0.75, 0.75, stroke=0, fill=1)


def double(canvas: Canvas, segments: Sequence[Segment], _: Sequence[Box]) -> None:
    """Draw each line twice, 1.5 points apart."""
    canvas.setLineWidth(0.4)
    for segment in segments:
        _line(canvas, segment._replace(at=segment.at - 0.75))
        _line(canvas, segment._replace(at=segment.at + 0.75))


def boxes(canvas: Canvas, _: Sequence[Segment], cells: Sequence[Box]) -> None:
    """Draw a stroked box for each cell."""
    canvas.setLineWidth(0.5)
    for x0, y0, x1, y1 in cells:
        canvas.rect(x0, y0, x1 - x0, y1 - y0, stroke=1, fill=0)


def thin_boxes(canvas: Canvas, segments: Sequence[Segment], _: Sequence[Box]) -> None:
    """Draw each line as a thin filled box."""
    for horizontal_, at, start, end, _side in segments:
        if horizontal_:
            canvas.rect(start, at - 0.25, end - start, 0.5, stroke=0, fill=1)
        else:
            canvas.rect(at - 0.25, start, 0.5, end - start, stroke=0, fill=1)


def tiles(canvas: Canvas, _: Sequence[Segment], cells: Sequence[Box]) -> None:
    """Draw no line: each cell is a light filled box, a point apart from the next."""
    canvas.setFillGray(0.9)
    for x0, y0, x1, y1 in cells:
        canvas.rect(x0 + 0.5, y0 + 0.5, x1 - x0 - 1, y1 - y0 - 1, stroke=0, fill=1)
    canvas.setFillGray(0)


# marks -----------------------------------------------------------------------------------------------------------------


def _triangle(canvas: Canvas, tip: float, y: float, length: float) -> None:
    path = canvas.beginPath()
    path.moveTo(tip, y)
    path.lineTo(tip - length, y + 2.0)
    path.lineTo(tip - length, y - 2.0)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def _vee(canvas: Canvas, tip: float, y: float, length: float) -> None:
    path = canvas.beginPath()
    path.moveTo(tip - length, y + 2.0)
    path.lineTo(tip, y)
    path.lineTo(tip - length, y - 2.0)
    canvas.drawPath(path, stroke=1, fill=0)


def line(canvas: Canvas, x0: float, x1: float, y: float) -> None:
    """Draw a plain line."""
    canvas.setLineWidth(0.8)
    canvas.line(x0, y, x1, y)


def two_pieces(canvas: Canvas, x0: float, x1: float, y: float) -> None:
    """Draw a line of two that meet."""
    middle = (x0 + x1) / 2
    line(canvas, x0, middle, y)
    line(canvas, middle, x1, y)


def thin_box(canvas: Canvas, x0: float, x1: float, y: float) -> None:
    """Draw a line as a thin filled box."""
    canvas.rect(x0, y - 0.4, x1 - x0, 0.8, stroke=0, fill=1)


def arrow(shaft: Stroke = line, head: Callable[[Canvas, float, float, float], None] = _triangle, heads: int = 1) -> Stroke:
    """Return an arrow to the right with one head, or with two."""

    def draw(canvas: Canvas, x0: float, x1: float, y: float) -> None:
        shaft(canvas, x0, x1, y)
        head(canvas, x1, y, 4.0)
        if heads == 2:
            head(canvas, x0, y, -4.0)

    return draw


def open_arrow(heads: int = 1) -> Stroke:
    """Return an arrow whose heads are two strokes."""
    return arrow(head=_vee, heads=heads)


def block_arrow(filled: bool) -> Stroke:
    """Return an arrow in one outline, filled or stroked."""

    def draw(canvas: Canvas, x0: float, x1: float, y: float) -> None:
        path = canvas.beginPath()
        neck = x1 - 6
        points = ((x0, y + 2), (neck, y + 2), (neck, y + 4), (x1, y), (neck, y - 4), (neck, y - 2), (x0, y - 2))
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
        path.close()
        canvas.setFillGray(0.4)
        canvas.setLineWidth(0.6)
        canvas.drawPath(path, stroke=int(not filled), fill=int(filled))
        canvas.setFillGray(0)

    return draw


STROKES: dict[str, Stroke] = {"--": line, "->": arrow(), "<->": arrow(heads=2)}
