"""Draws a variant: parts one below the other, on pages of landscape A4, and gives the PDF's bytes."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

import typeset
from looks import Empty, Entry, Look, PageEnd, Part, Plain, Shared, Sum, TableOf, Thing, Words
from model import Heading, Mark, Project
from reportlab.lib.pagesizes import A4, landscape  # type: ignore[import-untyped]  # reportlab ships no types
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]  # as above
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]  # as above
from strokes import Box, Segment
from typeset import BOLD, REGULAR

LEFT, TOP = 30.0, 560.0
PAD = 3.0
SIGNS = "✓\uf0fc"  # the sample fonts have no tick: the bullet's glyph, stored as one


class Cell(NamedTuple):
    """A cell: its place in the grid, its lines, and how they stand in it."""

    row: int
    column: int
    lines: tuple[str, ...] = ()
    rows: int = 1
    columns: int = 1
    bold: bool = False
    align: str = "left"
    turned: int = 0
    shade: float | None = None
    size: float | None = None


class Drawn(NamedTuple):
    """A mark to be drawn beside a line of a row: the first and last column that it covers."""

    row: int
    line: int
    kind: str
    first: int
    last: int


def register_fonts() -> None:
    """Make the fonts known; the regular one also draws signs that it does not have."""
    typeset.register_fonts()
    face = pdfmetrics.getFont(REGULAR).face
    for sign in SIGNS:
        face.charToGlyph[ord(sign)] = face.charToGlyph[ord("•")]
        face.charWidths[ord(sign)] = face.charWidths[ord("•")]


def pdf(*things: Thing, under: str = "", turn: int = 0, times: int = 1) -> bytes:
    """Return a PDF of some parts. ``under``: a watermark; ``turn``: the pages' /Rotate; ``times``: how often all is printed."""
    register_fonts()
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=landscape(A4), invariant=1)
    pages: list[list[Thing]] = [[]]
    for thing in things:
        if isinstance(thing, PageEnd):
            pages.append([])
        else:
            pages[-1].append(thing)
    for page in pages:
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
    """Turn what is drawn against the page's own turn, so that it reads upright."""
    width, height = landscape(A4)
    if turn == 90:
        canvas.setPageSize((height, width))
        canvas.translate(height, 0)
    elif turn == 180:
        canvas.translate(width, height)
    else:
        canvas.setPageSize((height, width))
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


# layout ----------------------------------------------------------------------------------------------------------------


class Places(NamedTuple):
    """Where a look's columns stand: each field's column, the first month's, and all edges."""

    column: dict[str, int]
    months: int
    xs: list[float]


def places(look: Look) -> Places:
    """Return where the columns of a look stand."""
    column: dict[str, int] = {}
    widths: list[float] = []
    months = 0
    for name in look.columns:
        if name == "months":
            months = len(widths)
            widths.extend([look.month_width] * len(look.months))
        else:
            column[name] = len(widths)
            widths.append(look.widths[name])
    return Places(column, months, list(accumulate(widths, initial=LEFT)))


def _table(canvas: Canvas, table: TableOf, y: float, dx: float) -> float:
    """Draw a table below ``y`` and return where it ends."""
    look = table.look
    where = places(look)
    cells: list[Cell] = []
    drawn: list[Drawn] = []
    heights: list[float] = []
    if table.header:
        heights, cells = _header(look, where)
    open_rows: set[int] = set()
    for entry in table.entries:
        for lines, some, marks, closed in _rows(look, where, entry, len(heights)):
            cells.extend(some)
            drawn.extend(marks)
            if not closed:
                open_rows.add(len(heights))
            heights.append(lines * look.size * 1.5 + 2 * PAD)
    ys = list(accumulate((-height for height in heights), initial=y))
    _paint(canvas, look, where.xs, ys, cells, dx, drawn, ys[-1] if open_rows else None)
    return ys[-1]


def _header(look: Look, where: Places) -> tuple[list[float], list[Cell]]:
    """Return the header's heights and cells: the rows over the months, the months, the other titles over all of these."""
    deep = len(look.header) + 1
    lines = max(label.count("\n") + 1 for label in look.months)
    labels = look.label_height if look.turned else max(17.0, lines * look.label_size * 1.5 + 5, 34.0 - 17 * len(look.header))
    cells = [
        Cell(0, column, tuple(look.titles[name].split("\n")), deep, 1, True, "centre", 0, look.shade)
        for name, column in where.column.items()
    ]
    for row, over in enumerate(look.header):
        at = where.months
        for count, text in over:
            cells.append(Cell(row, at, (text,) if text else (), 1, count, True, "centre", 0, look.shade))
            at += count
    for index, label in enumerate(look.months):
        cells.append(
            Cell(deep - 1, where.months + index, tuple(label.split("\n")), 1, 1, True, "centre", look.turned, look.shade, look.label_size)
        )
    return [*[17.0] * len(look.header), labels], cells


Made = tuple[int, list[Cell], list[Drawn], bool]


def _rows(look: Look, where: Places, entry: Entry, row: int) -> Iterator[Made]:
    """Yield each row of an entry: how many lines it takes, its cells, its marks, whether a rule ends it."""
    columns = len(where.xs) - 1
    if isinstance(entry, Empty):
        yield 1, [Cell(row, column) for column in range(columns)], [], True
    elif isinstance(entry, Heading):
        yield 1, [Cell(row, 0, (entry.before + entry.title,), 1, columns, True)], [], True
    elif isinstance(entry, Sum):
        yield 1, _sum_cells(where, entry, row), [], True
    elif isinstance(entry, Shared):
        yield from _shared(look, where, entry.project, row)
    elif isinstance(entry, Part):
        lines, cells, marks = _row(look, where, entry.project, row, slice(entry.first, entry.last))
        yield lines, cells, marks, entry.ends
    else:
        lines, cells, marks = _row(look, where, entry, row)
        yield lines, cells, marks, True


def _sum_cells(where: Places, entry: Sum, row: int) -> list[Cell]:
    start = where.column[entry.column]
    merged = range(start + 1, start + entry.columns)
    cells = [Cell(row, column) for column in range(len(where.xs) - 1) if column not in merged]
    cells[cells.index(Cell(row, start))] = Cell(row, start, (entry.label,), 1, entry.columns, True, "centre")
    amount = where.column["budget"]
    cells[cells.index(Cell(row, amount))] = Cell(row, amount, (entry.amount,), 1, 1, True, "right")
    return cells


def _text_lines(look: Look, where: Places, project: Project) -> tuple[dict[str, list[str]], list[int]]:
    """Return the lines of each field's cell, and the line on which each activity starts."""

    def wrap(name: str, text: str) -> list[str]:
        return list(typeset.wrap(text, REGULAR, look.size, look.widths[name] - 6))

    activities = [wrap("details", text) for text in project.bulleted]
    starts = list(accumulate((len(lines) for lines in activities), initial=0))
    amounts = [""] * starts[-1]
    for index, amount in enumerate(project.amounts):
        lines = wrap("budget", amount)
        first = starts[index] if len(project.amounts) == len(activities) else index
        amounts[first : first + len(lines)] = lines
    texts = {
        "number": [project.number],
        "name": wrap("name", project.name),
        "details": [line for lines in activities for line in lines],
        "budget": amounts,
        "place": wrap("place", project.place),
        "unit": wrap("unit", project.unit),
        "note": wrap("note", look.notes.get(project.number, "")),
    }
    return texts, starts


ALIGN = {"number": "centre", "budget": "right"}
KEPT = slice(0, None)


def _row(look: Look, where: Places, project: Project, row: int, kept: slice = KEPT) -> tuple[int, list[Cell], list[Drawn]]:
    """Return how many lines a project's row takes, its cells and its drawn marks: those of the lines in ``kept``."""
    texts, starts = _text_lines(look, where, project)
    height = max(len(lines) for lines in texts.values())
    shade = 0.93 if look.zebra and row % 2 else None
    cells = [
        Cell(row, column, tuple(texts.get(name, [])[kept]), align=ALIGN.get(name, "left"), shade=shade)
        for name, column in where.column.items()
    ]
    typed, drawn = _marks(look, where, project.marks, starts, row, project.number)
    if kept != KEPT:
        typed = [cell._replace(lines=cell.lines[kept]) for cell in typed]
        drawn = [mark._replace(line=mark.line - kept.start) for mark in drawn if kept.start <= mark.line < kept.stop]
    height = len(range(height)[kept])
    cells.extend(cell._replace(shade=shade) for cell in typed)
    return height, cells, drawn


def _marks(
    look: Look, where: Places, marks: Sequence[Mark], starts: Sequence[int], row: int, number: str
) -> tuple[list[Cell], list[Drawn]]:
    """Return the cells of the timeline with what is typed in them, and what is drawn over them."""
    columns = [where.months + at for at in look.month_columns]
    lines: dict[int, list[str]] = {where.months + at: [] for at in range(len(look.months))}
    lines |= {where.months + at: [text] for (of, at), text in look.amounts.items() if of == number}
    drawn: list[Drawn] = []
    merged: dict[int, int] = {}
    for kind, start, end, activity in ((mark.kind, mark.start, mark.end, mark.activity) for mark in marks):
        first, last = columns[start], columns[end]
        if kind in look.marks or kind == "fill":
            drawn.append(Drawn(row, starts[activity], kind, first, last))
            continue
        pair = kind in ("•→", "•-")
        for sign, column in zip(kind if pair else (kind,), (first, last), strict=False):
            lines[column].extend([""] * (starts[activity] - len(lines[column])))
            lines[column].append(sign)
        if last > first and not pair:
            merged[first] = last - first + 1
    hidden = {column + more for column, count in merged.items() for more in range(1, count)}
    cells = [
        Cell(row, column, tuple(text), 1, merged.get(column, 1), align="centre")
        for column, text in lines.items()
        if column not in hidden
    ]
    return cells, drawn


def _shared(look: Look, where: Places, project: Project, row: int) -> Iterator[Made]:
    """Yield a row for each activity; the cells that are not the activities' own reach over all of them."""
    own = {"details", "budget"}
    count = len(project.activities)
    for index in range(count):
        one = Project(
            project.number,
            project.name,
            (project.bulleted[index],),
            project.amounts[index : index + 1] or ("",),
            project.place,
            project.unit,
            tuple(Mark(mark.kind, mark.start, mark.end) for mark in project.marks if mark.activity == index),
        )
        lines, cells, drawn = _row(look, where, one, row + index)
        kept = []
        for cell in cells:
            name = next((name for name, column in where.column.items() if column == cell.column), None)
            if name is None or name in own:
                kept.append(cell)
            elif index == 0:
                kept.append(cell._replace(rows=count))
        yield lines, kept, drawn, True


# paint -----------------------------------------------------------------------------------------------------------------


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
    look.rules(canvas, [segment for segment in segments(boxes, xs, ys) if not (segment.horizontal and segment.at == open_end)], boxes)
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


def rows_of(things: Iterable[Thing]) -> list[Project]:
    """Return the projects that stand in some parts; one that is broken over pages once."""
    found: dict[int, Project] = {}
    for thing in things:
        for entry in thing.entries if isinstance(thing, TableOf) else ():
            project = entry if isinstance(entry, Project) else getattr(entry, "project", None)
            if project is not None:
                found.setdefault(id(project), project)
    return list(found.values())


__all__ = ["pairwise", "pdf", "rows_of"]
