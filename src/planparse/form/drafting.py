"""Bands → drafts: which field each cell of a row is of, and which months its marks mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import reduce

from planparse.form.marks import RawMark, kinds
from planparse.form.rows import Band, Draft, Layout, column_of, is_label, rounded, where_of
from planparse.form.text import joined
from planparse.form.timeline import DRAWN_DASH, covered_months
from planparse.page import Box
from planparse.plan import FieldName, Where
from planparse.table import Cell, Drawn, Line, Table

CENTRED = 0.25  # of a month's width between the middle of a cell over several months and that of what stands in it
LEVEL = 1.0  # points between the baselines of two pieces of one word
WHITE = 0.15  # of their height: so much white is between two words
EDGE = 0.2  # of a month's width by which a fill may overlap the column beside the months
_LETTERS = re.compile("[\u0e01-\u0e4e]")


def add(draft: Draft, band: Band) -> None:
    """Put a band's cells and marks, repaired as they are, into a draft."""
    layout = draft.layout
    header = layout.header
    draft.bands += 1
    before = len(draft.marks)
    covered: set[FieldName] = set()
    for cell in _with_words_whole(band.cells, layout) if band.drawn else band.cells:
        name = header.field_of(cell)
        if name == "name" and cell.columns > 1:
            covered.update(header.fields[at] for at in range(cell.column, cell.column + cell.columns) if at in header.fields)
        if cell.column in layout.month_of_column:
            draft.marks.extend(_marks(cell, layout, band.table))
            continue
        if name is not None:
            draft.cells.setdefault(name, []).extend(cell.lines)
        if cell.column in header.others and name in (None, "budget"):  # what is both is a part of the budget
            draft.extra.setdefault(header.others[cell.column], []).extend(cell.lines)
        elif name is None:
            _add_stray(draft, cell)
    draft.covered = covered if draft.bands == 1 else draft.covered & covered
    _add_drawn(draft, band)
    draft.marks[before:] = _beside_details(draft.marks[before:], band, layout)
    if draft.bands > 1:  # it began at its first
        draft.where = _grown(draft.where, band.where)


def _with_words_whole(cells: Iterable[Cell], layout: Layout) -> list[Cell]:
    """Return the cells of a row with the words over its drawn marks in one piece: the edges of months cut what says more of one."""
    own = list(cells)
    months = sorted((cell for cell in own if cell.column in layout.month_of_column and len(cell.lines) == 1), key=column_of)
    runs: list[list[Cell]] = []
    for cell in months:
        if runs and _goes_on_in(runs[-1][-1], cell):
            runs[-1].append(cell)
        else:
            runs.append([cell])
    cut = [run for run in runs if len(run) > 1]
    if not cut:
        return own
    pieces = [cell for run in cut for cell in run]
    return [*(cell for cell in own if cell not in pieces), *map(_as_one, cut)]


def _goes_on_in(left: Cell, right: Cell) -> bool:
    """Whether a word runs on over the edge between two months: no white stands between its pieces."""
    a, b = left.lines[0], right.lines[0]
    if right.column != left.column + left.columns or a.box is None or b.box is None or abs(a.y - b.y) > LEVEL:
        return False
    return b.box.x0 - a.box.x1 < WHITE * (b.box.bottom - b.box.top) and bool(_LETTERS.search(a.text + b.text))


def _as_one(run: Sequence[Cell]) -> Cell:
    """Return the cell that the pieces of a word make: in the month that the middle of the word is in."""
    lines = [cell.lines[0] for cell in run]
    boxes = [line.box for line in lines if line.box is not None]
    whole = lines[0]._replace(text="".join(line.text for line in lines), box=reduce(Box.union, boxes))
    return run[len(run) // 2]._replace(lines=(whole,))


def _beside_details(marks: list[RawMark], band: Band, layout: Layout) -> list[RawMark]:
    """Return the marks of a band, those above the first line of its details beside it: a cell's words may stand low in it."""
    details = next((cell for cell in band.cells if layout.header.fields.get(cell.column) == "details"), None)
    if not marks or details is None or band.table.typed:
        return marks
    top = details.lines[0].page, details.lines[0].y
    return [mark._replace(place=max(mark.place, top)) for mark in marks]


def _marks(cell: Cell, layout: Layout, table: Table) -> list[RawMark]:
    """Return the marks of a month's cell: words of all its lines together, other marks where their line stands."""
    columns = [column for column in range(cell.column, cell.column + cell.columns) if column in layout.month_of_column]
    months = list(dict.fromkeys(layout.month_of_column[column] for column in columns))
    several = len(months) > 1 and not table.unruled
    merged = several and _is_merged(columns, layout, table)
    whole = kinds(joined(line.text for line in cell.lines))
    if whole and whole[0][0] == "text":
        return [RawMark(months[0], *whole[0], (cell.lines[0].page, cell.lines[0].y), months[-1] if merged else None)]
    if several:
        edges = layout.edges(table)
        return [mark for line in cell.lines for mark in _marks_over(line, *_standing_in(line, months, edges, merged))]
    return [RawMark(months[0], kind, mark, (line.page, line.y)) for line in cell.lines for kind, mark in kinds(line.text)]


def _is_merged(columns: Sequence[int], layout: Layout, table: Table) -> bool:
    """Whether a cell over the columns of several months is one by intent: other rows part them, not only their labels."""
    single = (other for other in table.cells if other.columns == 1 and other.column in columns)
    return {other.column for other in single if not (other.lines and is_label(other, layout))}.issuperset(columns)


def _standing_in(line: Line, months: Sequence[int], edges: Sequence[tuple[float, float]], merged: bool) -> tuple[int, int]:
    """Return the first and the last of a cell's months that a line stands in: all where it is in the middle of a merged cell."""
    own = edges[months[0] : months[-1] + 1]
    box = line.box or Box(own[0][0], line.y, own[-1][1], line.y)
    off = abs(box.x0 + box.x1 - own[0][0] - own[-1][1]) / 2
    covered = covered_months(Drawn("line", box), own)
    if covered is None or (merged and off < CENTRED * (own[-1][1] - own[0][0]) / len(own)):
        return months[0], months[-1]
    return months[0] + covered[0], months[0] + covered[1]


def _marks_over(line: Line, first: int, last: int) -> list[RawMark]:
    """Return the marks of a line that stands in several months: what begins is in the first, an arrow or a dash ends the last.

    One mark alone is of all of them, as if it were drawn; but a short dash is none.
    """
    found = kinds(line.text)
    place = line.page, line.y
    if len(found) != 1:
        return [RawMark(last if kind in ("arrow", "dash") else first, kind, mark, place) for kind, mark in found]
    [(kind, mark)] = found
    alone = last > first and not (kind == "dash" and len(mark) < DRAWN_DASH)
    return [RawMark(first, kind, mark, place, last if alone else None)]


def _add_stray(draft: Draft, cell: Cell) -> None:
    """Put what stands in a column without a header where it is not lost: a mark to those outside the months, text to the strays."""
    text = joined(line.text for line in cell.lines)
    where = where_of(cell.lines[0])
    if any(kind in ("bullet", "arrow", "dash", "unknown") for kind, _ in kinds(text)):
        draft.outside.append((text, where))
    else:
        draft.stray.extend(cell.lines)


def _add_drawn(draft: Draft, band: Band) -> None:
    edges = draft.layout.edges(band.table) if band.drawn else []
    if not edges:
        return
    left, right = min(edge for edge, _ in edges), max(edge for _, edge in edges)
    over = EDGE * (right - left) / len(edges)
    shading = {
        drawn.colour for drawn in band.drawn if drawn.kind == "fill" and not _is_within(drawn.box, left - over, right + over)
    }
    for drawn in band.drawn:
        if drawn.kind == "fill" and drawn.colour in shading:
            continue  # of the whole row: other columns have it too
        covered = covered_months(drawn, edges)
        middle = (drawn.box.top + drawn.box.bottom) / 2
        if covered is not None:
            draft.marks.append(RawMark(covered[0], drawn.kind, "", (band.table.page, middle), covered[1]))
        elif drawn.kind == "arrow":
            draft.outside.append(("drawn arrow", Where(page=band.table.page, bbox=rounded(drawn.box))))


def _is_within(box: Box, left: float, right: float) -> bool:
    return box.x0 >= left and box.x1 <= right


def _grown(where: Where, more: Where) -> Where:
    """Return a draft's place with a band of the same page added."""
    if where.bbox is None or more.bbox is None or where.page != more.page:
        return where
    a, b = where.bbox, more.bbox
    return Where(page=where.page, bbox=(min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])))
