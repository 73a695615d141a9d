"""Tables without vertical rules: columns from the months' labels, the header's words and the white between the columns.

A table is found by its row of month labels. Its rows are bounded by horizontal rules where it has them, else each
begins where something stands in the first column.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from statistics import median

from planparse.glyphs import Cluster, lines, rows
from planparse.page import Box, Rule
from planparse.table.cells import Cell, Drawn, Line, Table
from planparse.thai.months import month_of

WORD_GAP = 0.6  # em of white between two words of a header
LEAST_COLUMNS = 4  # a row without a header that stands in as many is one of the table before
LEAST_MONTHS = 6  # labels of months that make a header
LEADING = 1.7  # em between the lines of one cell
HEADER_UP = 3.2  # em that the lines of a header may lie apart
BREAK = 4.0  # em of white that end a table without rules
LONG = 0.6  # of the table's width: a shorter horizontal line is no rule of it
EDGE = 3.0  # points that a rule may begin short of the table's edge
CLOSE = 1.5  # em between a rule and the top of the row right below it
APART = 1.25  # of the leading within a row: rows of a table stand further apart
CROSSES = 4.0  # points by which words must reach over a column's edge to be a line of their own
_LETTERS = re.compile("[\u0e01-\u0e4e]{2}")
_SUM = re.compile(r"\s*(?:รวม|ยอดรวม)")


@dataclass(frozen=True, slots=True)
class Word:
    """Clusters of a row without a wide gap between them."""

    letters: tuple[Cluster, ...]

    @property
    def text(self) -> str:
        """The letters' text, without those that are drawn twice."""
        return "".join(line.text for line in lines(self.letters)).strip()

    @property
    def x0(self) -> float:
        """Where its ink begins, in points."""
        return min(letter.x0 for letter in self.letters)

    @property
    def x1(self) -> float:
        """Where its ink ends, in points."""
        return max(letter.x1 for letter in self.letters)

    @property
    def middle(self) -> float:
        """The middle of its ink, in points."""
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True, slots=True)
class Row:
    """The words at one baseline, from left to right."""

    words: tuple[Word, ...]
    y: float
    em: float
    top: float

    @property
    def letters(self) -> list[Cluster]:
        """All letters of the row."""
        return [letter for word in self.words for letter in word.letters]


def unruled_tables(
    letters: Sequence[Cluster], rules: Sequence[Rule], drawn: Sequence[Drawn], page: int, before: Sequence[float] = ()
) -> tuple[list[Table], list[Cluster]]:
    """Return the tables that stand in letters which no grid holds, and the letters that are in none of them.

    ``before`` are the column edges of the table at the end of the page before, whose rows may go on here without a header.
    """
    found = [row for row in map(_row, rows(letter for letter in letters if letter.turn == 0)) if row is not None]
    heads = [index for index, row in enumerate(found) if len(_labels(row)) >= LEAST_MONTHS]
    tops = [_header_top(found, head) for head in heads]
    builders = []
    for top, head, stop in zip_longest(tops, heads, tops[1:]):
        end = _header_end(found[:stop], head)
        builders.append(_Builder(found[top:end], found[end:stop], rules, drawn, page, labels=head - top))
    if before and (rest := _going_on(found[: tops[0]] if tops else found, before)):
        builders.insert(0, _Builder((), rest, rules, drawn, page, before))
    tables: list[Table] = []
    used: set[int] = set()
    for builder in builders:
        for table, taken in builder.tables():
            tables.append(table)
            used.update(map(id, taken))
    return tables, [letter for letter in letters if id(letter) not in used]


def _row(letters: Sequence[Cluster]) -> Row | None:
    inked = [letter for letter in letters if not letter.text.isspace()]
    if not inked:
        return None
    words: list[list[Cluster]] = []
    for letter in letters:
        if letter.text.isspace() and not words:
            continue
        if words and letter.x - words[-1][-1].end < WORD_GAP * letter.em:
            words[-1].append(letter)
        elif not letter.text.isspace():
            words.append([letter])
    return Row(
        tuple(Word(tuple(word)) for word in words), inked[0].y, median(letter.em for letter in inked), min(c.top for c in inked)
    )


def _labels(row: Row) -> list[Word]:
    return [word for word in row.words if month_of(word.text) is not None]


def _header_top(found: Sequence[Row], head: int) -> int:
    """Return the index of a header's first row: above the months' row, rows of several words or of words over the months."""
    left = _labels(found[head])[0].x0
    top = head
    while top and found[top].y - found[top - 1].y < HEADER_UP * found[top].em:
        row = found[top - 1]
        if len(row.words) < 2 and row.words[0].x0 < left:
            break
        top -= 1
    return top


def _header_end(found: Sequence[Row], head: int) -> int:
    """Return the index after a header's last row: the months' row, or what goes on right below it but not in the first column."""
    left = min(word.x1 for row in found[max(head - 1, 0) : head + 1] for word in row.words[:1])
    end = head + 1
    while end < len(found) and found[end].y - found[end - 1].y < LEADING * found[end].em and found[end].words[0].x0 > left:
        end += 1
    return end


def _going_on(found: Sequence[Row], xs: Sequence[float]) -> Sequence[Row]:
    """Return the rows that go on with a table's columns: from its first row in several of them, and what stands right above."""
    first = next((index for index, row in enumerate(found) if _fits(row, xs)), None)
    if first is None:
        return ()
    while first and found[first].y - found[first - 1].y < HEADER_UP * found[first].em and _in_columns(found[first - 1], xs):
        first -= 1
    return found[first:]


def _fits(row: Row, xs: Sequence[float]) -> bool:
    """Whether a row begins in the first column and stands in several."""
    columns = {bisect_right(xs, word.middle) for word in row.words}
    return len(columns) >= LEAST_COLUMNS and min(columns) == 1 and _in_columns(row, xs)


def _in_columns(row: Row, xs: Sequence[float]) -> bool:
    """Whether none of a row's words runs over a column's edge."""
    return not any(word.x0 < x - CROSSES and word.x1 > x + CROSSES for word in row.words for x in xs)


class _Builder:
    """Makes the table below one header; a line across its columns (a heading) parts it.

    ``labels`` is the header's row that the months' labels begin in. Without a header it makes what goes on on a new page,
    with the columns ``xs`` of the table before.
    """

    def __init__(
        self,
        header: Sequence[Row],
        body: Sequence[Row],
        rules: Sequence[Rule],
        drawn: Sequence[Drawn],
        page: int,
        xs: Sequence[float] = (),
        labels: int = 0,
    ) -> None:
        self.header, self.body, self.drawn, self.page = header, body, drawn, page
        self.labels = labels
        self.months = (xs[0], xs[-1]) if xs else _month_edges(_labels(header[labels]))
        self.columns = list(pairwise(xs)) if xs else _header_columns(header, self.months)
        left = min((low for low, _ in self.columns), default=self.months[0])
        width = self.months[-1] - left
        self.above = header[-1] if header else body[0]
        self.rules = sorted(
            rule.at for rule in rules if rule.horizontal and rule.end - rule.start > LONG * width and rule.start < left + EDGE
        )
        self.lines = [rule for rule in rules if rule.horizontal and rule.at not in self.rules]
        self.xs = self._edges_as_before() if xs else self._edges()
        self.told_xs = tuple(xs) or self.xs

    def tables(self) -> Iterator[tuple[Table, list[Cluster]]]:
        """Yield the table's parts with the letters that each took: the first has the header."""
        if not self.columns:
            return  # labels of months alone head no table
        head = self._header_cells()
        for part in self._parts():
            bands = self._bands(part)
            if head or bands:
                yield self._table(head, bands, part)
            head = []

    def _edges(self) -> tuple[float, ...]:
        """Return the edges of all columns: in the widest white between the header's words, midway between the months."""
        body = [letter for row in self.body if self._is_parted(row) for letter in row.letters]
        left = [column for column in self.columns if column[1] < self.months[0] + CROSSES]
        right = [column for column in self.columns if column[0] > self.months[-1] - CROSSES]
        outer = min([low for low, _ in left] + [letter.x0 for letter in body] or [self.months[0] - 1]) - 1
        edges = [outer]
        edges.extend(_river(a, b, body) for a, b in pairwise(left))
        if left:
            limit = max([letter.x1 for letter in body if letter.x1 < self.months[0]] or [left[-1][1]])
            edges.append(max(min(self.months[0], limit + 1), left[-1][1]) if limit < self.months[0] else self.months[0])
            edges[-1] = self.months[0]
        edges.extend(self.months[1:])
        if right:
            edges.extend(_river(a, b, body) for a, b in pairwise(right))
            edges.append(max([high for _, high in right] + [letter.x1 for letter in body]) + 1)
        return tuple(edges) if left else tuple(self.months)

    def _edges_as_before(self) -> tuple[float, ...]:
        """Return the edges of the columns of the page before where the white between them is on this one."""
        body = [letter for row in self.body if self._is_parted(row) for letter in row.letters]
        return (self.months[0], *(_river(a, b, body) for a, b in pairwise(self.columns)), self.months[1])

    def _is_parted(self, row: Row) -> bool:
        """Whether a row's words tell where the columns are: those of a heading or of a sum's label do not."""
        return len(row.words) > 1 and not self._crosses_titles(row) and not _SUM.match(row.words[0].text)

    def _crosses_titles(self, row: Row) -> bool:
        """Whether a row's first words run below several of the header's titles."""
        first = row.words[0]
        covered = sum(1 for low, high in self.columns if first.x0 < (low + high) / 2 < first.x1)
        return covered > 1

    def _is_across(self, row: Row) -> bool:
        """Whether a row is one line across several columns, such as a heading."""
        first = row.words[0]
        alone = len(row.words) == 1 and first.x0 < self.xs[1] - CROSSES and first.x1 > self.xs[1] + CROSSES
        return alone or self._crosses_titles(row)

    def _parts(self) -> Iterator[list[Row]]:
        """Yield the runs of body rows between lines across the columns; a wide gap ends the last."""
        part: list[Row] = []
        before = self.above
        for row in self.body:
            if not self.rules and row.top - before.y > BREAK * max(row.em, before.em):
                break
            if self._is_across(row) and not _SUM.match(row.words[0].text):
                yield part
                part = []
            else:
                part.append(row)
            before = row
        yield part

    def _bands(self, part: Sequence[Row]) -> list[tuple[float, float]]:
        """Return top and bottom of each row of the table."""
        if not part:
            return []
        below = [at for at in self.rules if (not self.header or at > self.above.y) and part[0].top - 3 * part[0].em < at]
        edges = [at for at in below if at < part[-1].y + 4 * part[-1].em]
        if len(below) > 1 and edges:
            filled = [(top, bottom) for top, bottom in pairwise(edges) if any(top < row.y < bottom for row in part)]
            return filled + self._open_band([row for row in part if row.top > edges[-1]], edges[-1])
        first = next((index for index, row in enumerate(part) if self._starts(row)), None)
        if first is None:
            return []
        if first and self._goes_on_apart(part[: first + 1]):
            return [(part[0].top - 1, part[first].top - 1), *self._free_bands(part[first:])]
        return self._free_bands(part)

    def _open_band(self, rows: Sequence[Row], edge: float) -> list[tuple[float, float]]:
        """Return the band of a row below the last rule: it begins right there in the first column, and goes on overleaf."""
        if not rows or len(rows[0].words) < 2 or not self._starts(rows[0]) or rows[0].top - edge > CLOSE * rows[0].em:
            return []
        together = [rows[0]]
        for row in rows[1:]:
            if row.y - together[-1].y > HEADER_UP * row.em:
                break
            together.append(row)
        return [(edge, together[-1].y + together[-1].em)]

    def _goes_on_apart(self, rows: Sequence[Row]) -> bool:
        """Whether the rows before the last one stand apart from it: what goes on there of a row on the page before."""
        gaps = [below.y - above.y for above, below in pairwise(rows)]
        leading = min([*gaps[:-1], *(below.y - above.y for above, below in pairwise(self.body))])
        return gaps[-1] > APART * leading

    def _free_bands(self, part: Sequence[Row]) -> list[tuple[float, float]]:
        """Return top and bottom of rows without rules: each begins where something stands in the first column."""
        starts = [row.top - 1 for row in part if self._starts(row)]
        starts[0] = min(starts[0], part[0].top - 1)
        return list(zip(starts, [*starts[1:], part[-1].y + part[-1].em], strict=True))

    def _starts(self, row: Row) -> bool:
        """Whether a row of the table begins here: something stands in the first column, or a sum is stated."""
        return row.words[0].middle < self.xs[1] or bool(_SUM.match(row.words[0].text))

    def _header_cells(self) -> list[Cell]:
        """Return the header as two rows of cells: the columns' titles and the years, and the months' labels."""
        titles: dict[int, list[Cluster]] = {}
        labels: dict[int, list[Cluster]] = {}
        for number, row in enumerate(self.header):
            for word in row.words:
                column = self._column(word.middle)
                is_label = number >= self.labels and self.months[0] < word.middle < self.months[-1]
                (labels if is_label else titles).setdefault(column, []).extend(word.letters)
        upper = [self._cell(0, column, letters) for column, letters in sorted(titles.items())]
        lower = [self._cell(1, column, letters) for column, letters in sorted(labels.items())]
        over = [cell if self.months[0] < self.xs[cell.column] + 1 < self.months[-1] else _deep(cell) for cell in upper]
        return [*over, *lower]

    def _cell(self, row: int, column: int, letters: Iterable[Cluster]) -> Cell:
        made = tuple(Line(line.text, self.page, line.y, None, line.box, line.repairs) for line in lines(letters))
        return Cell(row, column, 1, 1, made)

    def _column(self, x: float) -> int:
        return min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)

    def _table(self, head: list[Cell], bands: Sequence[tuple[float, float]], part: Sequence[Row]) -> tuple[Table, list[Cluster]]:
        cells = list(head)
        taken = [letter for row in self.header for letter in row.letters] if head else []
        ys = [self.header[0].top - 1, self.header[self.labels].top - 1] if head else []
        for number, (top, bottom) in enumerate(bands, len(ys)):
            own = [row for row in part if top <= row.y - row.em / 4 < bottom]
            cells.extend(self._body_cells(number, own))
            taken.extend(letter for row in own for letter in row.letters)
        ys.extend(top for top, _ in bands)
        ys.append(bands[-1][1] if bands else self.above.y + self.above.em)
        marks = [*self.drawn, *(Drawn("line", Box(rule.start, rule.at, rule.end, rule.at)) for rule in self.lines)]
        inside = tuple(mark for mark in marks if ys[0] < (mark.box.top + mark.box.bottom) / 2 < ys[-1])
        return Table(self.page, self.told_xs, tuple(ys), tuple(cells), inside, closed=bool(self.rules), unruled=True), taken

    def _body_cells(self, number: int, own: Sequence[Row]) -> Iterator[Cell]:
        """Yield a row's cells; a sum's label and words over several months stay in one piece."""
        squares: dict[int, list[Cluster]] = {}
        for row in own:
            is_sum = bool(_SUM.match(row.words[0].text))
            for word in row.words:
                whole = is_sum or (self.months[0] < word.middle < self.months[-1] and bool(_LETTERS.search(word.text)))
                for letter in word.letters:
                    column = self._column(word.middle if whole else (letter.x0 + letter.x1) / 2)
                    squares.setdefault(column, []).append(letter)
        for column, letters in sorted(squares.items()):
            yield self._cell(number, column, letters)


def _deep(cell: Cell) -> Cell:
    """Return a header's cell over both its rows."""
    return Cell(cell.row, cell.column, 2, cell.columns, cell.lines)


def _month_edges(labels: Sequence[Word]) -> tuple[float, ...]:
    """Return the edges of the month columns: midway between their labels, with a column where a label is left out."""
    middles = [label.middle for label in labels]
    pitch = median(b - a for a, b in pairwise(middles))
    whole = [middles[0]]
    for middle in middles[1:]:
        missing = round((middle - whole[-1]) / pitch) - 1
        start = whole[-1]
        whole.extend(start + (middle - start) * step / (missing + 1) for step in range(1, missing + 1))
        whole.append(middle)
    inner = [(a + b) / 2 for a, b in pairwise(whole)]
    return (whole[0] - pitch / 2, *inner, whole[-1] + pitch / 2)


def _header_columns(header: Sequence[Row], months: Sequence[float]) -> list[tuple[float, float]]:
    """Return where the header's words stand beside the months: words of several lines over each other are one column."""
    columns: list[tuple[float, float]] = []
    words = [word for row in header for word in row.words if not months[0] < word.middle < months[-1]]
    for word in sorted(words, key=lambda word: word.x0):
        if columns and word.x0 < columns[-1][1] - 1:
            columns[-1] = columns[-1][0], max(columns[-1][1], word.x1)
        else:
            columns.append((word.x0, word.x1))
    return columns


def _river(left: tuple[float, float], right: tuple[float, float], body: Sequence[Cluster]) -> float:
    """Return where the white between two columns is: in the middle of its widest stretch, as near to the right one as it can."""
    low, high = (left[0] + left[1]) / 2, (right[0] + right[1]) / 2
    inked = sorted((letter.x0, letter.x1) for letter in body if letter.x1 > low and letter.x0 < high)
    best = (0.0, (left[1] + right[0]) / 2)
    reach = low
    for x0, x1 in [*inked, (high, high)]:
        if x0 - reach > best[0]:
            best = x0 - reach, (reach + x0) / 2
        reach = max(reach, x1)
    return best[1]
