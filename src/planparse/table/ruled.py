"""Drawn pages → blocks: tables from their rules, glyphs into cells by position, the rest as lines."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from planparse.glyphs import Cluster, GlyphLine, centre, clusters, lines, split
from planparse.glyphs.quality import no_text
from planparse.page import Box, DrawnPage, Rule
from planparse.table.cells import Block, Cell, Drawn, Line, PageBlocks, Table
from planparse.table.grid import Grid, components, free_lines, grid, merged
from planparse.table.overflow import put_back
from planparse.table.shapes import arrows, fills
from planparse.table.unruled import unruled_tables
from planparse.table.whole import turned_lines, wide_amounts

LARGE = 4.0  # times the page's usual em: no letter of a table is that large


def drawn_blocks(page: DrawnPage, before: PageBlocks | None = None) -> PageBlocks:
    """Return the lines and tables of a PDF's page in reading order; ``before`` is what stands on the page before."""
    found, rest = arrows(page.rules, page.shapes)
    marks = [*found, *fills(page.shapes)]
    loose: list[Rule] = []
    grids: list[Grid] = []
    for group in components(merged(rest)):
        free = free_lines(group)
        made = grid([rule for rule in group if rule not in free])
        if made is not None:
            grids.append(made)
            marks.extend(_drawn_line(line) for line in free)
        else:
            loose.extend(group)
    letters = clusters(page.glyphs)
    if reason := _without_text(letters, page.pictures):
        return PageBlocks(page.number, (), reason)
    letters, large = _by_size(letters)
    tables: list[Table] = []
    ruled = [*marks, *(_drawn_line(rule) for rule in loose if rule.horizontal)]
    for made in grids:
        table, letters = _table(made, letters, ruled, page.number)
        # a rule below the page's edge closes nothing: who prints web pages may draw a row whole on both pages that it is on
        tables.append(table if made.ys[-1] <= page.height else table._replace(closed=False))
    more, letters = unruled_tables(letters, loose, marks, page.number, _open_table(before))
    tables.extend(more)
    prose = [_line(line, page.number) for line in (*lines(letters), *lines(large))]
    blocks: list[Block] = sorted([*prose, *tables], key=lambda block: block.y)
    return PageBlocks(page.number, tuple(blocks))


def _by_size(letters: Sequence[Cluster]) -> tuple[list[Cluster], list[Cluster]]:
    """Return the letters that can stand in a table, and those far larger than the page's others: a watermark over it."""
    if not letters:
        return [], []
    limit = LARGE * median(letter.em for letter in letters)
    return [letter for letter in letters if letter.em <= limit], [letter for letter in letters if letter.em > limit]


def _without_text(letters: Sequence[Cluster], pictures: int) -> str:
    """Return why a page counts as one without text, or ``""``."""
    if not any(letter.text.strip() for letter in letters):
        return "the page is a picture without text: a scan" if pictures else ""
    return no_text("".join(letter.text for letter in letters), pictures) or ""


def _open_table(before: PageBlocks | None) -> Table | None:
    """Return the table at a page's end, if no rules part its columns: these would be on the next page too."""
    tables = [block for block in before.blocks if isinstance(block, Table)] if before else []
    return tables[-1] if tables and tables[-1].unruled else None


def _drawn_line(rule: Rule) -> Drawn:
    return Drawn("line", Box(rule.start, rule.at, rule.end, rule.at))


def _line(line: GlyphLine, page: int) -> Line:
    return Line(line.text, page, line.y, None, line.box, line.repairs)


def _table(made: Grid, letters: Sequence[Cluster], drawn: Iterable[Drawn], page: int) -> tuple[Table, list[Cluster]]:
    """Return the table with its text and marks, and the letters that do not stand in it."""
    inside, outside = _by_square(made, letters)
    filled = [(place, _of(inside, *place)) for place in made.cells]
    put_back(filled, made.xs, made.ys)
    cells = [Cell(*place, _cell_lines(own, page)) for place, own in filled]
    own = tuple(mark for mark in drawn if _is_over(made, mark.box))
    return Table(page, made.xs, made.ys, tuple(cells), own, made.closed), outside


Squares = dict[tuple[int, int], list[Cluster]]


def _by_square(made: Grid, letters: Sequence[Cluster]) -> tuple[Squares, list[Cluster]]:
    inside: Squares = defaultdict(list)
    outside: list[Cluster] = []
    xs, ys = made.xs, made.ys
    columns, rows = len(xs), len(ys)
    whole = [*turned_lines(letters), *wide_amounts(letters, xs)]
    kept = {id(letter) for line in whole for letter in line}
    for letter in _parted([letter for letter in letters if id(letter) not in kept] if kept else letters, xs, ys):
        x, y = centre(letter)
        column, row = bisect_right(xs, x), bisect_right(ys, y)
        if 0 < column < columns and 0 < row < rows:
            inside[row - 1, column - 1].append(letter)
        else:
            outside.append(letter)
    for line in whole:
        (x0, y0), (x1, y1) = centre(line[0]), centre(line[-1])
        column, row = bisect_right(xs, (x0 + x1) / 2), bisect_right(ys, (y0 + y1) / 2)
        is_inside = 0 < column < columns and 0 < row < rows
        (inside[row - 1, column - 1] if is_inside else outside).extend(line)
    return inside, outside


def _parted(letters: Iterable[Cluster], xs: Sequence[float], ys: Sequence[float]) -> Iterator[Cluster]:
    """Yield the upright clusters, those of several letters over a column's edge letter by letter."""
    for letter in letters:
        if letter.run is not None and _is_over_edge(letter, xs, ys):
            yield from split(letter)
        else:
            yield letter


def _is_over_edge(letter: Cluster, xs: Sequence[float], ys: Sequence[float]) -> bool:
    """Whether upright print in a table lies in two columns."""
    return bisect_right(xs, letter.x0) != bisect_right(xs, letter.x1) and ys[0] <= centre(letter)[1] < ys[-1]


def _cell_lines(letters: Sequence[Cluster], page: int) -> tuple[Line, ...]:
    return tuple([_line(line, page) for line in lines(letters)]) if letters else ()


def _of(inside: Squares, row: int, column: int, rows: int, columns: int) -> list[Cluster]:
    if rows == columns == 1:
        return inside.get((row, column), [])
    return [letter for r in range(row, row + rows) for c in range(column, column + columns) for letter in inside.get((r, c), ())]


def _is_over(made: Grid, box: Box) -> bool:
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    return made.xs[0] < x < made.xs[-1] and made.ys[0] < y < made.ys[-1]
