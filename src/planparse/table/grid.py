"""Rules → grids: which rules belong together, the edges that they make, and the cells between them."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from planparse.page import Rule

JOIN = 3.0  # points between two pieces of one rule, or a rule's end and the rule it meets
SAME = 1.6  # points between the positions of one edge, two lines of a double rule, say, and …
SAME_OF_TEXT = 0.2  # … of the size of the text where that is more: no cell is as narrow
DASH = 14.0  # points: a longer stroke is no dash
DASHES = 5  # in equal steps make a dashed rule
EVEN = 0.1  # points by which such steps, and strokes, may differ
COVER = 1.0  # points that a rule may fall short of a cell's middle
FREE = 1.75  # points: a line's end this near a vertical rule is tied to it
STROKE = 16.0  # points: a longer stroke across a line's end is no bracket
SINGLE = 6  # edges of columns that make a single row or rule a table: the last row of one that began on an earlier page
OPEN = 4.0  # points by which vertical rules outreach the last horizontal one of an open table


Place = tuple[int, int, int, int]  # a cell's row and column, and how many it covers of each


class Grid(NamedTuple):
    """Edges of columns and rows in points, the merged cells row by row, and whether it is closed."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[Place, ...]
    closed: bool


def merged(rules: Iterable[Rule]) -> list[Rule]:
    """Return the rules with the pieces of each straight line put together."""
    done: list[Rule] = []
    level: list[Rule] = []  # the lines at about the same position that may still grow
    for rule in _strung(sorted(rules)):
        if level and (rule.horizontal != level[-1].horizontal or rule.at - level[0].at >= SAME):
            gone = [other for other in level if other.horizontal != rule.horizontal or rule.at - other.at >= SAME]
            done.extend(gone)
            level = level[len(gone) :]
        whole = rule
        pieces = [other for other in level if rule.start <= other.end + JOIN and other.start <= rule.end + JOIN]
        for other in pieces:
            whole = Rule(rule.horizontal, min(other.at, whole.at), min(other.start, whole.start), max(other.end, whole.end))
        if pieces:
            level = [other for other in level if other not in pieces]
        insort(level, whole)
    return sorted([*done, *level])


def without_dashes(found: Iterable[Rule]) -> list[Rule]:
    """Return the rules, those of short strokes in equal steps put together: the dashes of one, further apart than pieces."""
    rules, run = list(found), list[Rule]()
    runs = [run]
    for rule in sorted(rule for rule in rules if rule.end - rule.start <= DASH):
        if len(run) > 1 and _goes_on(run[-2], run[-1], rule):
            run.append(rule)
        else:
            if len(run) >= DASHES and _ends(run[-2], run[-1], rule):
                run.append(rule)
            run = [*run[-1:], rule] if len(run) < DASHES else [rule]
            runs.append(run)
    whole = [run for run in runs if len(run) >= DASHES]
    if not whole:
        return rules
    gone = {dash for run in whole for dash in run}
    made = [Rule(run[0].horizontal, run[0].at, run[0].start, run[-1].end) for run in whole]
    return [*(rule for rule in rules if rule not in gone), *made]


def _goes_on(first: Rule, second: Rule, third: Rule) -> bool:
    """Whether three strokes are as long, level and as far apart, with no more white between them than thrice their length."""
    if not _are_level(first, second, third):
        return False
    step, length = third.start - second.start, third.end - third.start
    even = abs(second.start - first.start - step) < EVEN and abs(second.end - second.start - length) < EVEN
    return even and length < step < 4 * length


def _ends(before: Rule, last: Rule, rule: Rule) -> bool:
    """Whether a stroke is what a rule's end leaves of its last dash."""
    even = abs((last.start - before.start) - (rule.start - last.start)) < EVEN
    return _are_level(before, last, rule) and even and rule.end - rule.start < last.end - last.start


def _are_level(first: Rule, second: Rule, third: Rule) -> bool:
    same = first.horizontal == second.horizontal == third.horizontal
    return same and abs(first.at - second.at) < EVEN and abs(second.at - third.at) < EVEN


def _strung(rules: Iterable[Rule]) -> Iterator[Rule]:
    """Yield sorted rules, those put together that follow each other at exactly one position: most do, one a cell."""
    last, far = None, 0.0  # the rule that may go on, and how far it reaches by now
    for rule in rules:
        horizontal, at, start, end = rule
        if last is not None and at == last.at and start <= far + JOIN and horizontal == last.horizontal:
            far = max(far, end)
        else:
            if last is not None:
                yield Rule(last.horizontal, last.at, last.start, far)
            last, far = rule, end
    if last is not None:
        yield Rule(last.horizontal, last.at, last.start, far)


def components(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Return the rules in groups that touch each other, the highest on the page first."""
    across = [rule for rule in rules if rule.horizontal]
    down = [rule for rule in rules if not rule.horizontal]
    parent = list(range(len(across) + len(down)))

    def root(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    posts = [(x, top - JOIN, bottom + JOIN, j) for j, (_, x, top, bottom) in enumerate(down, len(across))]
    for i, (_, y, start, end) in enumerate(across):
        left, right, own = start - JOIN, end + JOIN, i
        for x, top, bottom, j in posts:
            if left <= x <= right and top <= y <= bottom and (other := root(j)) != own:
                parent[other] = own
    groups: dict[int, list[Rule]] = {}
    for index, rule in enumerate([*across, *down]):
        groups.setdefault(root(index), []).append(rule)
    return sorted(groups.values(), key=lambda group: min(rule.at if rule.horizontal else rule.start for rule in group))


def free_lines(group: Sequence[Rule]) -> list[Rule]:
    """Return the lines of a group that make no row and no column.

    They are the horizontal ones that begin inside the table and end between columns, and the strokes across the ends of such.
    """
    posts = [rule for rule in group if not rule.horizontal]
    across = [rule for rule in group if rule.horizontal]
    if not posts or not across:
        return []
    if strokes := [post for post in posts if post.end - post.start < STROKE and _is_end_stroke(post, across)]:
        ended = [line for line in across if sum(_crosses_end(stroke, line) for stroke in strokes) > 1]
        rest = [rule for rule in group if rule not in strokes and rule not in ended]
        return [*strokes, *ended, *free_lines(rest)]
    left = min(*(rule.start for rule in across), *(post.at for post in posts))
    right = max([*sorted(rule.end for rule in across)[-2:-1], *(post.at for post in posts)])
    return [line for line in across if line.start > left + JOIN and not _tied(line, posts, right)]


def _is_end_stroke(post: Rule, across: Iterable[Rule]) -> bool:
    """Whether a vertical stroke lies across a line's end, and neither of its own ends is at another line."""
    near = [line for line in across if post.start - FREE < line.at < post.end + FREE]
    level = [line for line in near if line.start - FREE < post.at < line.end + FREE]
    return bool(level) and all(_crosses_end(post, line) for line in level)


def _crosses_end(post: Rule, line: Rule) -> bool:
    inside = post.start + COVER < line.at < post.end - COVER
    return inside and min(abs(line.start - post.at), abs(line.end - post.at)) < COVER


def _tied(line: Rule, posts: Sequence[Rule], right: float) -> bool:
    """Whether both ends of a line are at a column's edge; the table's own right edge may have no rule."""
    near = [right, *(post.at for post in posts if post.start - JOIN <= line.at <= post.end + JOIN)]
    return all(any(abs(end - at) < FREE for at in near) for end in (line.start, line.end))


def grid(group: Sequence[Rule], em: float = 0.0) -> Grid | None:
    """Return the grid that a group of rules makes, or ``None`` if it makes no more than a box; ``em`` is the size of the text."""
    across = [rule for rule in group if rule.horizontal]
    down = [rule for rule in group if not rule.horizontal]
    if not across or len(down) < 2:
        return None
    same = max(SAME, SAME_OF_TEXT * em)
    xs = _edges([rule.at for rule in down], [end for rule in across for end in (rule.start, rule.end)], 10.0, same)
    lines = _edges([rule.at for rule in across], [], 0.0, same)
    ys = _edges([rule.at for rule in across], [end for rule in down for end in (rule.start, rule.end)], OPEN, same)
    single = len(ys) == 2 or len(across) == 1
    if len(xs) < 3 or len(ys) < 2 or (single and len(xs) < SINGLE):
        return None
    return Grid(tuple(xs), tuple(ys), tuple(_cells(xs, ys, across, down)), ys[-1] <= lines[-1] + same)


def _edges(positions: Iterable[float], ends: Iterable[float], reach: float, same: float) -> list[float]:
    """Return the positions with those that are one edge put together, and an outer edge where ends go beyond by ``reach``.

    A single end that does is that of a mark.
    """
    done: list[float] = []
    for position in sorted(positions):
        if not done or position - done[-1] > same:
            done.append(position)
    outer = sorted(ends)
    if len(outer) > 1 and outer[1] < done[0] - reach:
        done.insert(0, outer[1])
    if len(outer) > 1 and outer[-2] > done[-1] + reach:
        done.append(outer[-2])
    return done


def _cells(xs: Sequence[float], ys: Sequence[float], across: Sequence[Rule], down: Sequence[Rule]) -> list[Place]:
    """Return the merged cells, row by row: neighbouring squares of the grid with no rule between them."""
    columns, rows = len(xs) - 1, len(ys) - 1
    joined = [(row * columns + column, row * columns + column - 1) for column, row in _openings(xs, ys, down)]
    joined += [(row * columns + column, (row - 1) * columns + column) for row, column in _openings(ys, xs, across)]
    parent = list(range(columns * rows))

    def root(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for here, before in joined:
        parent[root(here)] = root(before)
    groups: dict[int, list[int]] = {}
    for square in sorted({square for pair in joined for square in pair}):
        groups.setdefault(root(square), []).append(square)
    cells: list[Place | None] = list(_squares(rows, columns))
    for group in groups.values():
        for square in group:
            cells[square] = None
        for place in _rectangles(group, columns):
            cells[place[0] * columns + place[1]] = place
    return [place for place in cells if place is not None]


@lru_cache(maxsize=256)  # pages of one plan have much the same rows
def _squares(rows: int, columns: int) -> tuple[Place, ...]:
    """Return a grid's squares as cells of their own, row by row."""
    return tuple((row, column, 1, 1) for row in range(rows) for column in range(columns))


def _rectangles(squares: Sequence[int], columns: int) -> list[Place]:
    """Return the cells that some joined squares make: one, or where a piece of a rule is missing the runs of each row."""
    whole = _bounds(squares, columns)
    if whole[2] * whole[3] == len(squares):
        return [whole]
    runs = itertools.groupby(enumerate(squares), key=lambda place: (place[1] // columns, place[1] - place[0]))
    return [_bounds([square for _, square in run], columns) for _, run in runs]


def _bounds(squares: Sequence[int], columns: int) -> Place:
    rows = [square // columns for square in squares]
    across = [square % columns for square in squares]
    return min(rows), min(across), max(rows) - min(rows) + 1, max(across) - min(across) + 1


def _openings(edges: Sequence[float], others: Sequence[float], rules: Iterable[Rule]) -> list[tuple[int, int]]:
    """Return ``(edge, square)`` for each square along each inner edge whose middle no rule covers."""
    middles = [(low + high) / 2 for low, high in itertools.pairwise(others)]
    count = len(middles)
    walls = bytearray(count * len(edges))
    for rule in rules:
        start, stop = bisect_left(middles, rule.start - COVER), bisect_right(middles, rule.end + COVER)
        edge = count * _nearest(edges, rule.at)
        walls[edge + start : edge + stop] = bytes([1]) * (stop - start)
    return [divmod(place, count) for place in range(count, count * (len(edges) - 1)) if not walls[place]]


def _nearest(edges: Sequence[float], at: float) -> int:
    index = bisect_left(edges, at)
    if index and (index == len(edges) or at - edges[index - 1] < edges[index] - at):
        return index - 1
    return index
