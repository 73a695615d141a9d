"""Draws a variant: parts one below the other, on pages of landscape A4, and gives the PDF's bytes."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from itertools import accumulate

from layout import LEFT, PAD, Cell, Drawn, entry_rows, header_cells, places
from looks import Look, PageEnd, Plain, TableOf, Thing, Words
from reportlab.lib.pagesizes import A4, landscape  # type: ignore[import-untyped]  # reportlab ships no types
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]  # as above
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]  # as above
from strokes import Box, Segment

import typeset
from typeset import BOLD, REGULAR

TOP = 560.0
SIGNS = "✓\uf0fc"  # the sample fonts have no tick: the bullet's glyph, stored as one


def register_fonts() -> None:
    """Make the fonts known; the regular one also draws signs that it does not have."""
    typeset.register_fonts()
    face = pdfmetrics.getFont(REGULAR).face
    for sign in SIGNS:
        face.charToGlyph[ord(sign)] = face.charToGlyph[ord("•")]
        face.charWidths[ord(sign)] = face.charWidths[ord("•")]


def pdf(*things: Thing, under: str = "", turn: int = 0, times: int = 1, scale: float = 1.0) -> bytes:
    """Return a PDF of some parts.

    ``under``: a watermark; ``turn``: the pages' /Rotate; ``times``: how often all is printed; ``scale``: how much larger.
    """
    register_fonts()
    file = io.BytesIO()
    width, height = landscape(A4)
    canvas = Canvas(file, pagesize=(width * scale, height * scale), invariant=1)
    pages: list[list[Thing]] = [[]]
    for thing in things:
        if isinstance(thing, PageEnd):
            pages.append([])
        else:
            pages[-1].append(thing)
    for page in pages:
        canvas.scale(scale, scale)
        if turn:
            canvas.setPageRotation(turn)
            _turn(canvas, turn)
        if under:
            _watermark(canvas, under)
        for number in range(times):
            _page(canvas, page, 0.15 * number)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _turn(canvas: Canvas, turn: int) -> None:
    """Turn what is drawn against the page's own turn, so that it reads upright; reportlab turns the page's box along."""
    width, height = landscape(A4)
    if turn == 90:
        canvas.translate(height, 0)
    elif turn == 180:
        canvas.translate(width, height)
    else:
        canvas.translate(0, width)
    canvas.rotate(turn)


def _watermark(canvas: Canvas, text: str) -> None:
    canvas.saveState()
    canvas.translate(260, 380)
    canvas.rotate(35)
    canvas.setFillGray(0.85)
    typeset.draw(canvas, (0, 0), text, BOLD, 80)
    canvas.restoreState()


def _page(canvas: Canvas, things: Iterable[Thing], dx: float) -> None:
    y = TOP
    for thing in things:
        if isinstance(thing, Words):
            y = _words(canvas, thing, y, dx)
        elif isinstance(thing, Plain):
            y = _plain(canvas, thing, y) - 16
        elif isinstance(thing, TableOf):
            y = _table(canvas, thing, y, dx) - 16


def _words(canvas: Canvas, words: Words, y: float, dx: float) -> float:
    for text in words.lines:
        y -= words.size * 1.7
        if words.centred:
            typeset.draw_centred(canvas, (landscape(A4)[0] / 2 + dx, y), text, BOLD, words.size)
        else:
            typeset.draw(canvas, (LEFT + dx, y), text, BOLD, words.size)
    return y - 6


def _plain(canvas: Canvas, plain: Plain, y: float) -> float:
    look = Look()
    cells = [Cell(row, column, (text,)) for row, texts in enumerate(plain.rows) for column, text in enumerate(texts)]
    xs = list(accumulate(plain.widths, initial=LEFT))
    ys = list(accumulate((-20.0 for _ in plain.rows), initial=y))
    _paint(canvas, look, xs, ys, cells, 0.0)
    return ys[-1]


def _table(canvas: Canvas, table: TableOf, y: float, dx: float) -> float:
    """Draw a table below ``y`` and return where it ends."""
    look = table.look
    where = places(look)
    cells: list[Cell] = []
    drawn: list[Drawn] = []
    heights: list[float] = []
    if table.header:
        heights, cells = header_cells(look, where)
    open_rows: set[int] = set()
    for entry in table.entries:
        for lines, some, marks, closed in entry_rows(look, where, entry, len(heights)):
            cells.extend(some)
            drawn.extend(marks)
            if not closed:
                open_rows.add(len(heights))
            heights.append(lines * look.size * 1.5 + 2 * PAD)
    ys = list(accumulate((-height for height in heights), initial=y))
    _paint(canvas, look, where.xs, ys, cells, dx, drawn, ys[-1] if open_rows else None)
    return ys[-1]


def _paint(
    canvas: Canvas,
    look: Look,
    xs: Sequence[float],
    ys: Sequence[float],
    cells: Sequence[Cell],
    dx: float,
    drawn: Iterable[Drawn] = (),
    open_end: float | None = None,
) -> None:
    """Paint shades, rules, fills, texts and marks of a grid. At ``open_end`` no rule is drawn: the row goes on overleaf."""
    boxes = [Box(xs[c.column], ys[c.row + c.rows], xs[c.column + c.columns], ys[c.row]) for c in cells]
    for cell, box in zip(cells, boxes, strict=True):
        if cell.shade is not None:
            _fill(canvas, box, cell.shade)
    drawn = list(drawn)
    for mark in drawn:
        if mark.kind == "fill":
            left, right = xs[mark.first] + look.reach[0], xs[mark.last + 1] + look.reach[1]
            _fill(canvas, Box(left, ys[mark.row + 1], right, ys[mark.row]), look.grey)
    sides = [segment for segment in segments(boxes, xs, ys) if not (segment.horizontal and segment.at == open_end)]
    look.rules(canvas, sides, boxes)
    for cell, box in zip(cells, boxes, strict=True):
        _write(canvas, look, cell, box, dx)
    for mark in drawn:
        if mark.kind != "fill":
            y = ys[mark.row] - PAD - mark.line * look.size * 1.5 - 0.9 * look.size
            look.marks[mark.kind](canvas, xs[mark.first] + look.reach[0], xs[mark.last + 1] + look.reach[1], y)


def _fill(canvas: Canvas, box: Box, grey: float) -> None:
    canvas.setFillGray(grey)
    canvas.rect(box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0, stroke=0, fill=1)
    canvas.setFillGray(0)


def segments(boxes: Iterable[Box], xs: Sequence[float], ys: Sequence[float]) -> list[Segment]:
    """Return the boxes' sides, those in one line put together."""
    sides: dict[tuple[bool, float], list[tuple[float, float]]] = {}
    for x0, y0, x1, y1 in boxes:
        for horizontal, at, start, end in ((True, y0, x0, x1), (True, y1, x0, x1), (False, x0, y0, y1), (False, x1, y0, y1)):
            sides.setdefault((horizontal, at), []).append((start, end))
    outer = {(False, xs[0]): "left", (False, xs[-1]): "right", (True, ys[0]): "top", (True, ys[-1]): "bottom"}
    made: list[Segment] = []
    for (horizontal, at), parts in sides.items():
        whole: list[tuple[float, float]] = []
        for start, end in sorted(parts):
            if whole and start <= whole[-1][1]:
                whole[-1] = whole[-1][0], max(whole[-1][1], end)
            else:
                whole.append((start, end))
        made.extend(Segment(horizontal, at, start, end, outer.get((horizontal, at), "")) for start, end in whole)
    return made


def _write(canvas: Canvas, look: Look, cell: Cell, box: Box, dx: float) -> None:
    size = cell.size or (look.size - 0.5 if cell.bold else look.size)
    font = BOLD if cell.bold else REGULAR
    middle = (box.x0 + box.x1) / 2
    if cell.turned:
        _write_turned(canvas, cell, box, font, size)
        return
    centred = cell.rows > 1 and cell.bold
    top = (box.y0 + box.y1) / 2 + len(cell.lines) * size * 0.75 + PAD if centred else box.y1
    for number, text in enumerate(cell.lines):
        y = top - PAD - number * size * 1.5 - 1.1 * size
        if cell.align == "centre":
            typeset.draw_centred(canvas, (middle + dx, y), text, font, size)
        elif cell.align == "right" and text[:1].isdigit():
            typeset.draw_right(canvas, (box.x1 - PAD + dx, y), text, font, size)
        else:
            typeset.draw(canvas, (box.x0 + PAD + dx, y), text, font, size)


def _write_turned(canvas: Canvas, cell: Cell, box: Box, font: str, size: float) -> None:
    """Write a cell's lines turned by quarters to the left."""
    text = "".join(cell.lines)
    canvas.saveState()
    canvas.translate((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
    canvas.rotate(90 * cell.turned)
    typeset.draw_centred(canvas, (0, -size / 3), text, font, size)
    canvas.restoreState()
