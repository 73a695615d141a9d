"""Tables without vertical rules: columns from the months' labels, the header's words and the white between the columns.

A table is found by its row of month labels, or by the title of a column with the time in words. Its rows are bounded by
horizontal rules where it has them, else each begins where something stands in the first column.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import zip_longest
from typing import NamedTuple

from planparse.glyphs import Cluster, lines, split
from planparse.page import Box, Rule
from planparse.table.cells import Cell, Drawn, Line, Standing, Table
from planparse.table.overflow import hangs_over
from planparse.table.unruled.bands import Band, free_bands, ruled_bands
from planparse.table.unruled.columns import edges, edges_as_before, edges_of_titles, month_edges, titles
from planparse.table.unruled.extent import CROSSES, fits, going_on, header_end, header_top
from planparse.table.unruled.labels import TITLES, Labels, labelled, may_head, parted, worded
from planparse.table.unruled.sentences import is_sentence
from planparse.table.unruled.standing import standing_of
from planparse.table.unruled.words import Row, Word, rows_of_words, runs_over, sum_and_amount, without_page_numbers
from planparse.table.whole import turned_lines, upright_labels

BREAK = 4.0  # em of white that end a table without rules
SIGNED = 1.5  # em of white above who signs below the table
AHEAD = 3  # lines: a row's number stands no lower
LONG = 0.6  # of the table's width: a shorter horizontal line is no rule of it
EDGE = 3.0  # points that a rule may begin short of the table's edge
NOWHERE = (0.0, 0.0)  # between these no months stand
SAME = 3.0  # points between the months of two tables with the same columns
_LETTERS = re.compile("[\u0e01-\u0e4e]{2}")


class Columns(NamedTuple):
    """The edges of a table's columns; ``first`` and ``last`` are the indices of those that bound the months.

    ``told`` are the edges that the table is said to have: those of the table that it goes on with.
    """

    xs: tuple[float, ...]
    first: int
    last: int
    told: tuple[float, ...]

    def of(self, x: float) -> int:
        """Return the column that a place is in, the outermost for one beside the table."""
        return min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)

    def is_month(self, x: float) -> bool:
        """Whether a place is among the months."""
        return self.xs[self.first] < x < self.xs[self.last]


class Found(NamedTuple):
    """A table as it was found: its header's rows (none where it has none), in which of them the labels begin, what is below.

    It ``goes_on`` where rows of it stand on the page before, whose numbers were ``standing`` so in them.
    """

    header: Sequence[Row]
    labels: int
    body: Sequence[Row]
    columns: Columns
    rules: tuple[float, ...]
    goes_on: bool
    standing: Standing = "top"


def unruled_tables(
    letters: Sequence[Cluster], rules: Sequence[Rule], drawn: Sequence[Drawn], page: int, before: Table | None = None
) -> tuple[list[Table], list[Cluster]]:
    """Return the tables that stand in letters which no grid holds, and the letters that are in none of them.

    ``before`` is such a table at the end of the page before, whose rows may go on here without a header.
    """
    labels = upright_labels(turned_lines(letters))
    if before is None and not labels and not may_head(rows_of_words(letter for letter in letters if letter.turn == 0)):
        return [], list(letters)  # prose, for the most part: it stays in one piece
    turned = {id(letter) for _, line in labels for letter in line}
    letters = [single for letter in letters if id(letter) not in turned for single in split(letter)]
    upright = [letter for letter in letters if letter.turn == 0]
    found = without_page_numbers(rows_of_words([*upright, *(label for label, _ in labels)]))
    tables: list[Table] = []
    used: set[int] = set()
    for one in _found(found, rules, before):
        marks = [*drawn, *_lines_beside(rules, one.rules)]
        for table, taken in _tables(one, marks, page):
            tables.append(table)
            used.update(map(id, taken))
    letters.extend(letter for label, line in labels if id(label) not in used for letter in line)
    return tables, [letter for letter in letters if id(letter) not in used]


def _lines_beside(rules: Iterable[Rule], own: Sequence[float]) -> Iterator[Drawn]:
    """Yield the horizontal lines that are none of a table's own rules: marks, where they stand among its months."""
    for rule in rules:
        if rule.horizontal and rule.at not in own:
            yield Drawn("line", Box(rule.start, rule.at, rule.end, rule.at))


def _found(found: Sequence[Row], rules: Sequence[Rule], before: Table | None) -> Iterator[Found]:
    """Yield the tables of a page's rows, from top to bottom."""
    known = Columns(before.xs, *before.months, before.xs) if before else None
    standing: Standing = before.standing if before else "top"
    months = list(_heads(found, rules))
    heads = sorted([*months, *worded(found, months)], key=lambda head: head.first)
    over = [_rules_over(rules, head.words) for head in heads]
    ends = [0, *(head.last + 1 for head in heads)]  # no header reaches over the months of the one before
    tops = [max(header_top(found, head, own), end) for head, own, end in zip(heads, over, ends, strict=False)]
    if known and (rest := going_on(found[: tops[0]] if tops else found, known.xs)):
        telling = [row for row in rest if not row.is_sum and not _is_across(row, known)]
        xs = edges_as_before(telling, known.xs, range(known.first, known.last + 1))
        columns = Columns(xs, known.first, known.last, known.xs)
        yield Found((), 0, rest, columns, _long_rules(rules, xs[0], xs[-1]), True, standing)
    for top, head, own, stop in zip_longest(tops, heads, over, tops[1:]):
        end = header_end(found[:stop], top, head, own)
        header, body = found[top:end], found[end:stop]
        goes_on = known is not None and top == 0
        known = _columns(header, head, body, known)
        if known is not None:  # labels of months alone head no table
            yield Found(header, head.first - top, body, known, _long_rules(rules, known.xs[0], known.xs[-1]), goes_on, standing)


def _heads(found: Sequence[Row], rules: Sequence[Rule]) -> Iterator[Labels]:
    """Yield the months' labels of each header; a sentence may name as many months, but no rule is over it."""
    named = labelled(found)
    for head, after in zip_longest(named, named[1:]):
        stop = after.first if after else len(found)
        if _rules_over(rules, head.words) or not is_sentence(found, head, stop):
            yield head


def _rules_over(rules: Iterable[Rule], found: Sequence[Word]) -> list[float]:
    """Return where the rules are that reach over the months' labels and beyond them to the left: those of the whole table."""
    pitch = found[1].x0 - found[0].x0 if len(found) > 1 else 0.0
    left, middle = found[0].x0 - pitch, (found[0].x0 + found[-1].x1) / 2
    return sorted(rule.at for rule in rules if rule.horizontal and rule.start < left and rule.end > middle)


def _long_rules(rules: Iterable[Rule], left: float, right: float) -> tuple[float, ...]:
    """Return where the horizontal rules are that reach from a table's left over most of it."""
    return tuple(
        sorted(
            rule.at
            for rule in rules
            if rule.horizontal and rule.end - rule.start > LONG * (right - left) and rule.start < left + EDGE
        )
    )


def _columns(header: Sequence[Row], labels: Labels, body: Sequence[Row], known: Columns | None) -> Columns | None:
    """Return a table's columns below its header, ``None`` where nothing but months is titled."""
    if len(labels.words) == 1:
        return _columns_of_words(header, body, known)
    months = month_edges(labels.words)
    beside = titles(header, months, body)
    if not beside:
        return None
    telling = [row for row in body if _is_parted(row, beside)]
    same = known is not None and abs(known.xs[known.first] - months[0]) < SAME and abs(known.xs[known.last] - months[-1]) < SAME
    xs = edges(beside, months, telling, known.xs if known and same else ())
    first = min(range(len(xs)), key=lambda index: abs(xs[index] - months[0]))
    return Columns(xs, first, first + len(months) - 1, xs)


def _columns_of_words(header: Sequence[Row], body: Sequence[Row], known: Columns | None) -> Columns | None:
    """Return the columns below a header without months, ``None`` where few are titled."""
    found = titles(header, NOWHERE, body)
    if len(found) < TITLES:
        return None
    telling = [row for row in body if _is_parted(row, found)]
    xs = edges_of_titles(found, telling, known.xs if known and known.first == known.last else ())
    return Columns(xs, 0, 0, xs)


def _is_parted(row: Row, beside: Sequence[tuple[float, float]]) -> bool:
    """Whether a row tells where the columns are: a heading does not, nor a sum's label."""
    first = row.words[0]
    return not row.is_sum and sum(1 for low, high in beside if first.x0 < (low + high) / 2 < first.x1) < 2


def _tables(one: Found, drawn: Sequence[Drawn], page: int) -> Iterator[tuple[Table, list[Cluster]]]:
    """Yield a table's parts with the letters that each took: the first has the header."""
    head = list(_header_cells(one, page))
    parts = list(_parts(one))
    one = one._replace(standing=_standing(one, parts))
    for part in parts:
        bands = _bands(one, part)
        if head or bands:
            yield _table(one, head, bands, part, drawn, page)
        head = []


def _standing(one: Found, parts: Sequence[Sequence[Row]]) -> Standing:
    """Return where the numbers of a table stand in their rows: as on the page before, or as any of its parts tells."""
    if one.goes_on or one.rules:
        return one.standing
    told = (standing_of(part, _begun(one, part)) for part in parts)
    return next((standing for standing in told if standing != "top"), "top")


def _begun(one: Found, part: Sequence[Row]) -> list[int]:
    return [index for index, row in enumerate(part) if _starts(one, row)]


def _starts(one: Found, row: Row) -> bool:
    """Whether a row of the table begins here: something stands in the first column, or a sum is stated."""
    return row.is_sum or one.columns.of(_first_middle(row)) == 0


def _parts(one: Found) -> Iterator[list[Row]]:
    """Yield the runs of body rows between lines across the columns; a wide gap ends the last, if no row of it comes after."""
    part: list[Row] = []
    before = one.header[-1] if one.header else one.body[0]
    for index, row in enumerate(one.body):
        apart = 0.0 if one.rules else (row.top - before.y) / max(row.em, before.em)
        if apart > BREAK and not any(fits(after, one.columns.xs) for after in one.body[index : index + AHEAD]):
            break
        if apart > SIGNED and _is_beside(row, one.columns) and not any(fits(after, one.columns.xs) for after in one.body[index:]):
            break
        if _is_across(row, one.columns):
            yield part
            part = []
        else:
            part.append(row)
        before = row
    yield part


def _is_beside(row: Row, columns: Columns) -> bool:
    """Whether a row begins among the months, or right of them: a signature may, no row of a table."""
    return columns.first < columns.last and row.words[0].x0 > columns.xs[columns.first]


def _is_across(row: Row, columns: Columns) -> bool:
    """Whether a row is one line across several columns, such as a heading."""
    edge, first = columns.xs[1], row.words[0]
    if row.is_sum or not (first.x0 < edge - CROSSES and first.x1 > edge + CROSSES):
        return False
    return len(row.words) == 1 or runs_over(row, edge)


def _bands(one: Found, part: Sequence[Row]) -> list[Band]:
    """Return top and bottom of each row of the table in a part of it."""
    if not part:
        return []
    ruled = [at for at in one.rules if not one.header or at > one.header[one.labels].y]  # a label may run over the rule below it
    bands = ruled_bands(part, ruled, partial(_starts, one), one.goes_on)
    if bands is not None:
        return bands
    return free_bands(part, one.body, _begun(one, part), one.goes_on, one.standing)


def _first_middle(row: Row) -> float:
    first = next(letter for letter in row.words[0].letters if not letter.text.isspace())
    return (first.x0 + first.x1) / 2


def _header_cells(one: Found, page: int) -> Iterator[Cell]:
    """Yield the header as two rows of cells: the columns' titles and the years, and the months' labels."""
    upper: dict[int, list[Cluster]] = {}
    lower: dict[int, list[Cluster]] = {}
    for number, row in enumerate(one.header):
        for word in parted(row.words) if number >= one.labels else row.words:
            is_label = number >= one.labels and one.columns.is_month(word.middle)
            (lower if is_label else upper).setdefault(one.columns.of(word.middle), []).extend(word.letters)
    for column, letters in sorted(upper.items()):
        deep = 1 if one.columns.first <= column < one.columns.last else 2
        yield _cell(0, column, deep, letters, page)
    for column, letters in sorted(lower.items()):
        yield _cell(1, column, 1, letters, page)


def _cell(row: int, column: int, rows: int, letters: Iterable[Cluster], page: int) -> Cell:
    made = tuple(Line(line.text, page, line.y, None, line.box, line.repairs) for line in lines(letters))
    return Cell(row, column, rows, 1, made)


def _table(
    one: Found, head: Sequence[Cell], bands: Sequence[Band], part: Sequence[Row], drawn: Iterable[Drawn], page: int
) -> tuple[Table, list[Cluster]]:
    cells = list(head)
    taken = [letter for row in one.header for letter in row.letters] if head else []
    ys = [one.header[0].top - 1, one.header[one.labels].top - 1] if head else []
    for number, own in enumerate(_rows_of_bands(one, bands, part), len(ys)):
        cells.extend(_body_cells(number, own, one.columns, page))
        taken.extend(letter for row in own for letter in row.letters)
    above = one.header[-1] if one.header else one.body[0]
    ys.extend(top for top, _ in bands)
    ys.append(bands[-1][1] if bands else above.y + above.em)
    inside = tuple(mark for mark in drawn if ys[0] < (mark.box.top + mark.box.bottom) / 2 < ys[-1])
    columns = one.columns
    table = Table(
        page,
        columns.told,
        tuple(ys),
        tuple(cells),
        inside,
        closed=bool(one.rules),
        unruled=True,
        months=(columns.first, columns.last),
        standing=one.standing,
    )
    return table, taken


def _rows_of_bands(one: Found, bands: Sequence[Band], part: Sequence[Row]) -> list[list[Row]]:
    """Return the rows of words of each band; one that runs over the rule below its cell is of the band above."""
    done: list[list[Row]] = []
    for top, bottom in bands:
        own = [row for row in part if top <= row.y - row.em / 4 < bottom]
        if done and len(own) > 1 and _is_of_row_above(own, done[-1], one.columns, top if top in one.rules else None):
            done[-1].append(own.pop(0))
        done.append(own)
    return done


def _is_of_row_above(own: Sequence[Row], above: Sequence[Row], columns: Columns, rule: float | None) -> bool:
    """Whether a band's first row of words goes on with those above it: a rule cuts it, or its cell's next line is too close."""
    first = own[0]
    place = first.words[0]
    return columns.of(_first_middle(first)) > 0 and hangs_over(first.y, first.em, _below(place, above), _below(place, own), rule)


def _below(word: Word, found: Iterable[Row]) -> list[float]:
    """Return the baselines of the rows that have words in the place of another across the page."""
    return [row.y for row in found if any(other.x0 <= word.x1 and other.x1 >= word.x0 for other in row.words)]


def _pieces(row: Row, columns: Columns) -> Iterator[tuple[Sequence[Cluster], bool]]:
    """Yield a row's letters, word by word, and whether these stand in one column whatever they reach over."""
    for word in row.words:
        if row.is_sum and word is row.words[0]:
            label, amount = sum_and_amount(word)
            yield label, True
            if amount:
                yield amount, True
        else:
            yield word.letters, columns.is_month(word.middle) and bool(_LETTERS.search(word.text))


def _body_cells(number: int, own: Iterable[Row], columns: Columns, page: int) -> Iterator[Cell]:
    """Yield a row's cells; a sum's label and words over several months stay in one piece."""
    squares: dict[int, list[Cluster]] = {}
    for row in own:
        for letters, whole in _pieces(row, columns):
            middle = (letters[0].x0 + letters[-1].x1) / 2
            for letter in letters:
                column = columns.of(middle if whole else (letter.x0 + letter.x1) / 2)
                squares.setdefault(column, []).append(letter)
    for column, letters in sorted(squares.items()):
        yield _cell(number, column, 1, letters, page)
