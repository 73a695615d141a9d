"""Plain lines from a month's edge to a month's edge: in the grid they part cells, in the plan they are marks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import accumulate, groupby

from planparse.form.header import Header
from planparse.page import Box
from planparse.table import Cell, Drawn, Table

EDGE = 1.0  # points by which a mark may reach over its cell's edge


def with_lines(table: Table, header: Header, first: int) -> Table:
    """Return a drawn table with those rules below row ``first`` as drawn lines that part nothing but months."""
    if table.typed or not header.months:
        return table
    columns = [column for month in header.months for column in month.own]
    timeline = range(min(columns), max(columns) + 1)
    over = [(edge, found) for edge, found in _parted(table, first) if found.issubset(timeline)]
    if not over:
        return table
    beside = _beside(table.cells, {edge for edge, _ in over})
    parted = {edge: found for edge, found in over if _is_mark(table, beside[edge], found, timeline)}
    if not parted:
        return table
    gone = list(accumulate(edge in parted for edge in range(len(table.ys))))  # edges up to each
    kept = [cell for cell in table.cells if cell.row not in parted or cell.column not in parted[cell.row]]
    cells = [_moved(cell, gone) if gone[cell.row + cell.rows - 1] else cell for cell in kept]
    lines = [line for edge, found in parted.items() for line in _lines(table, edge, found)]
    ys = tuple(y for edge, y in enumerate(table.ys) if edge not in parted)
    return table._replace(ys=ys, cells=tuple(cells), drawn=(*table.drawn, *lines))


def _parted(table: Table, first: int) -> Iterator[tuple[int, set[int]]]:
    """Yield each inner edge between rows below ``first`` with the columns that have a rule there, where some have none."""
    whole = set(range(len(table.xs) - 1))
    joined: dict[int, set[int]] = {}
    for cell in table.cells:
        for edge in range(cell.row + 1, cell.row + cell.rows):
            joined.setdefault(edge, set()).update(range(cell.column, cell.column + cell.columns))
    for edge, found in joined.items():
        if edge > first and found != whole:
            yield edge, whole - found


def _beside(cells: Iterable[Cell], edges: Iterable[int]) -> Mapping[int, tuple[list[Cell], list[Cell]]]:
    """Return the cells above and below some edges between rows."""
    found: dict[int, tuple[list[Cell], list[Cell]]] = {edge: ([], []) for edge in edges}
    for cell in cells:
        if (below := cell.row + cell.rows) in found:
            found[below][0].append(cell)
        if cell.row in found:
            found[cell.row][1].append(cell)
    return found


def _is_mark(table: Table, beside: tuple[list[Cell], list[Cell]], columns: Collection[int], timeline: Collection[int]) -> bool:
    """Whether a rule over ``columns`` parts no cells with anything in them. One over all months may part the rows of activities."""
    above, below = ([cell for cell in cells if cell.column in columns] for cells in beside)
    if any(cell.lines for cell in below):
        return False
    if len(columns) < len(timeline):
        return True
    if any(cell.lines for cell in above):
        return False
    boxes = [_box(table, cell) for cell in (*above, *below)]
    if not boxes:
        return True
    whole = reduce(Box.union, boxes)
    near = [mark for mark in table.drawn if _holds(whole, mark.box)]
    return not any(_holds(box, mark.box) for mark in near for box in boxes)


def _box(table: Table, cell: Cell) -> Box:
    return Box(table.xs[cell.column], table.ys[cell.row], table.xs[cell.column + cell.columns], table.ys[cell.row + cell.rows])


def _holds(cell: Box, mark: Box) -> bool:
    """Whether a mark is drawn in a cell; one that is higher than the cell (a shaded row) is none of its."""
    return cell.top - EDGE < mark.top and mark.bottom < cell.bottom + EDGE and mark.x0 < cell.x1 and mark.x1 > cell.x0


def _lines(table: Table, edge: int, columns: Iterable[int]) -> Iterator[Drawn]:
    """Yield a line for each run of neighbouring columns."""
    y = table.ys[edge]
    for _, run in groupby(enumerate(sorted(columns)), key=lambda pair: pair[1] - pair[0]):
        found = [column for _, column in run]
        yield Drawn("line", Box(table.xs[found[0]], y, table.xs[found[-1] + 1], y))


def _moved(cell: Cell, gone: Sequence[int]) -> Cell:
    """Return a cell as it is counted without some edges between rows: ``gone`` says how many up to each edge."""
    row, last = cell.row, cell.row + cell.rows - 1
    return Cell(row - gone[row], cell.column, last - gone[last] - row + gone[row] + 1, cell.columns, cell.lines)
