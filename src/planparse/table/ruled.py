"""Drawn pages → blocks: tables from their rules, glyphs into cells by position, the rest as lines."""

from __future__ import annotations

import itertools
import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from statistics import median

from planparse.glyphs import Cluster, GlyphLine, centre, clusters, lines, split
from planparse.glyphs.quality import no_text
from planparse.page import Box, DrawnPage, Rule
from planparse.table.cells import Block, Cell, Drawn, Line, PageBlocks, Table
from planparse.table.grid import Grid, components, free_lines, grid, merged, without_dashes
from planparse.table.outlined import without_letters
from planparse.table.overflow import put_back
from planparse.table.shapes import arrows, bullets, fills
from planparse.table.unruled import unruled_tables
from planparse.table.unruled.words import is_of_browser, rows_of_words
from planparse.table.whole import turned_lines, wide_amounts

BEHIND = 1.0  # points by which what lies behind a table may be smaller
EDGE = 36.0  # points of a page's edge: what browsers print beside a page stands there
FRAME = 0.85  # of a page's height and width: a box so large is its frame
SINGLE = (1, 1)  # row and column that most cells cover
LARGE = 4.0  # times the page's usual em: no letter of a table is that large


def drawn_blocks(page: DrawnPage, before: PageBlocks | None = None) -> PageBlocks:
    """Return the lines and tables of a PDF's page in reading order; ``before`` is what stands on the page before."""
    letters = clusters(page.glyphs)
    if reason := _without_text(letters, page.pictures):
        return PageBlocks(page.number, (), reason)
    em = median(letter.em for letter in letters) if letters else 0.0
    rules, shapes = without_letters(page.rules, page.shapes, page.glyphs, em)
    found, rest = arrows(without_dashes(rules), shapes, em)
    marks = [*found, *fills(shapes), *bullets(shapes, found, em)]
    loose: list[Rule] = []
    grids: list[Grid] = []
    for group in components(merged(rest)):
        free = free_lines(group)
        made = grid([rule for rule in group if rule not in free], em)
        if made is not None:
            grids.append(made)
            marks.extend(_drawn_line(line) for line in free if line.horizontal)
        elif not _is_frame(group, page):
            loose.extend(group)
    before = before and _scaled(before, 1 / page.scale)
    letters, large = _by_size(letters, LARGE * em)
    letters, edge = _without_browser(letters, page.height)
    tables: list[Table] = []
    ruled = [*marks, *(_drawn_line(rule) for rule in loose if rule.horizontal)]
    for made in grids:
        table, letters = _table(made, letters, ruled, page.number)
        # a rule below the page's edge closes nothing: who prints web pages may draw a row whole on both pages that it is on
        tables.append(table if made.ys[-1] <= page.height else table._replace(closed=False))
    more, letters = unruled_tables(letters, loose, marks, page.number, _open_table(before))
    tables.extend(more)
    prose = [_line(line, page.number) for line in (*lines(letters), *lines(edge), *lines(large))]
    prose.extend(_stamps(page))
    blocks: list[Block] = sorted([*prose, *tables], key=lambda block: block.y)
    return _scaled(PageBlocks(page.number, tuple(blocks)), page.scale)


def _stamps(page: DrawnPage) -> Iterator[Line]:
    """Yield the text that lies askew over a page, as one line: it is of no cell, whatever it lies on."""
    letters = clusters(page.stamps) if page.stamps is not None else []
    if letters:
        box = reduce(Box.union, (Box(letter.x0, letter.top, letter.x1, letter.bottom) for letter in letters))
        yield Line("".join(letter.text for letter in letters), page.number, letters[0].y, None, box)


def _scaled(page: PageBlocks, by: float) -> PageBlocks:
    """Return what stands on a page as it is if all is printed so many times as large."""
    if by == 1:
        return page
    blocks = [_scaled_line(block, by) if isinstance(block, Line) else _scaled_table(block, by) for block in page.blocks]
    return page._replace(blocks=tuple(blocks))


def _scaled_line(line: Line, by: float) -> Line:
    return line._replace(y=line.y * by, box=line.box and line.box.scaled(by))


def _scaled_table(table: Table, by: float) -> Table:
    return table._replace(
        xs=tuple(x * by for x in table.xs),
        ys=tuple(y * by for y in table.ys),
        cells=tuple(cell._replace(lines=tuple(_scaled_line(line, by) for line in cell.lines)) for cell in table.cells),
        drawn=tuple(mark._replace(box=mark.box.scaled(by)) for mark in table.drawn),
    )


def _by_size(letters: Sequence[Cluster], limit: float) -> tuple[list[Cluster], list[Cluster]]:
    """Return the letters that can stand in a table, and those far larger than the page's others: a watermark over it."""
    return [letter for letter in letters if letter.em <= limit], [letter for letter in letters if letter.em > limit]


def _without_browser(letters: list[Cluster], height: float) -> tuple[list[Cluster], list[Cluster]]:
    """Return the letters without those that a browser prints at a page's head and foot, and those.

    It draws a row that the page's end cuts whole on both pages, and so over them.
    """
    at_edge = [letter for letter in letters if not EDGE < letter.y < height - EDGE]
    gone = {id(letter) for row in rows_of_words(at_edge) if is_of_browser(row) for letter in row.letters}
    if not gone:
        return letters, []
    return [one for one in letters if id(one) not in gone], [one for one in letters if id(one) in gone]


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
    text, box, y, _, repairs = line
    return Line(text, page, y, None, box, repairs)


def _table(made: Grid, letters: Sequence[Cluster], drawn: Iterable[Drawn], page: int) -> tuple[Table, list[Cluster]]:
    """Return the table with its text and marks, and the letters that do not stand in it."""
    inside, outside = _by_square(made, letters)
    filled = {place: own for place in made.cells if (own := inside.get(place[:2]) if place[2:] == SINGLE else _of(inside, *place))}
    put_back(list(filled.items()), made.xs, made.ys)
    texts = {place: tuple([_line(line, page) for line in lines(own)]) for place, own in filled.items()}
    cells = [Cell._make((*place, texts.get(place, ()))) for place in made.cells]
    marks = tuple(mark for mark in drawn if _is_over(made, mark.box) and not _is_behind(made, mark.box))
    return Table(page, made.xs, made.ys, tuple(cells), marks, made.closed), outside


Squares = dict[tuple[int, int], list[Cluster]]


def _by_square(made: Grid, letters: Sequence[Cluster]) -> tuple[Squares, list[Cluster]]:
    """Return the letters in each square of a grid, and those in none; print over a column's edge letter by letter."""
    inside: Squares = defaultdict(list)
    outside: list[Cluster] = []
    xs, ys = made.xs, made.ys
    columns, rows = len(xs), len(ys)
    edges = (-math.inf, *xs, math.inf)
    wide = {(row, column): place for place in made.cells if place[3] > 1 for row, column in _squares_of(*place)}

    def at(x: float, y: float) -> list[Cluster]:
        column, row = bisect_right(xs, x), bisect_right(ys, y)
        return inside[row - 1, column - 1] if 0 < column < columns and 0 < row < rows else outside

    whole = [*turned_lines(letters), *wide_amounts(letters, xs)]
    kept = {id(letter) for line in whole for letter in line}
    for letter in [letter for letter in letters if id(letter) not in kept] if kept else letters:
        x, y = centre(letter)
        column, row = bisect_right(xs, x), bisect_right(ys, y)
        is_over_edge = letter.x0 < edges[column] or letter.x1 >= edges[column + 1]
        if is_over_edge and letter.run is not None and 0 < row < rows:
            left, right = (wide.get((row - 1, bisect_right(xs, end) - 1)) for end in (letter.x0, letter.x1))
            for one in [letter] if left is right is not None else split(letter):
                at(*centre(one)).append(one)
        elif 0 < column < columns and 0 < row < rows:
            inside[row - 1, column - 1].append(letter)
        else:
            outside.append(letter)
    for line in whole:
        (x0, y0), (x1, y1) = centre(line[0]), centre(line[-1])
        at((x0 + x1) / 2, (y0 + y1) / 2).extend(line)
    return inside, outside


def _of(inside: Squares, row: int, column: int, rows: int, columns: int) -> list[Cluster]:
    return [letter for square in _squares_of(row, column, rows, columns) for letter in inside.get(square, ())]


def _squares_of(row: int, column: int, rows: int, columns: int) -> Iterator[tuple[int, int]]:
    """Yield the squares of the grid that a cell covers, as row and column."""
    return itertools.product(range(row, row + rows), range(column, column + columns))


def _is_frame(group: Sequence[Rule], page: DrawnPage) -> bool:
    """Whether rules that make no table are the frame of a page: it tells nothing of what stands in it."""
    down = [rule for rule in group if not rule.horizontal]
    across = [rule for rule in group if rule.horizontal]
    if len(down) < 2 or len(across) < 2:
        return False
    high, wide = down[-1].end - down[0].start, across[0].end - across[0].start
    return high > FRAME * page.height and wide > FRAME * page.width


def _is_behind(made: Grid, box: Box) -> bool:
    """Whether a box lies round a whole table: the frame of its page, or what it stands on."""
    low, high = made.ys[0] + BEHIND, made.ys[-1] - BEHIND
    return box.x0 < made.xs[0] + BEHIND and box.x1 > made.xs[-1] - BEHIND and box.top < low and box.bottom > high


def _is_over(made: Grid, box: Box) -> bool:
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    return made.xs[0] < x < made.xs[-1] and made.ys[0] < y < made.ys[-1]
