"""Lays a variant's table out: its rows as cells of a grid, and the marks that are drawn over it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from looks import Counted, Empty, Entry, Look, Part, Shared, Sum

import typeset
from model import Heading, Mark, Project
from typeset import REGULAR

LEFT, PAD = 30.0, 3.0


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


def header_cells(look: Look, where: Places) -> tuple[list[float], list[Cell]]:
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
    cells.extend(
        Cell(deep - 1, column, tuple(label.split("\n")), 1, 1, True, "centre", look.turned, look.shade, look.label_size)
        for column, label in enumerate(look.months, where.months)
    )
    return [*[17.0] * len(look.header), labels], cells


Made = tuple[int, list[Cell], list[Drawn], bool]


def entry_rows(look: Look, where: Places, entry: Entry, row: int) -> Iterator[Made]:
    """Yield each row of an entry: how many lines it takes, its cells, its marks, whether a rule ends it."""
    columns = len(where.xs) - 1
    if isinstance(entry, Empty):
        yield 1, [Cell(row, column) for column in range(columns)], [], True
    elif isinstance(entry, Heading):
        yield 1, [Cell(row, 0, (entry.before + entry.title,), 1, columns, True)], [], True
    elif isinstance(entry, Counted):
        yield 1, _counted_cells(look, entry, row), [], True
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


def _counted_cells(look: Look, entry: Counted, row: int) -> list[Cell]:
    cells: list[Cell] = []
    column = 0
    for count, name in enumerate(look.columns, 1):
        columns = len(look.months) if name == "months" else 1
        cells.append(Cell(row, column, (entry.form.format(count),), 1, columns, align="centre"))
        column += columns
    return cells


def _sum_cells(where: Places, entry: Sum, row: int) -> list[Cell]:
    start = where.column[entry.column]
    merged = range(start + 1, start + entry.columns)
    cells = [Cell(row, column) for column in range(len(where.xs) - 1) if column not in merged]
    cells[cells.index(Cell(row, start))] = Cell(row, start, (entry.label,), 1, entry.columns, True, "centre")
    amount = where.column["budget"]
    cells[cells.index(Cell(row, amount))] = Cell(row, amount, tuple(entry.amount.split("\n")), 1, 1, True, "right")
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
