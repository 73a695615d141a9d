"""Rows of words below a header → the rows of the table: between rules, or from one number to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from planparse.table.cells import Standing
from planparse.table.unruled.standing import tops
from planparse.table.unruled.words import Row

HEADER_UP = 3.2  # em that the lines of one row may lie apart
CLOSE = 1.5  # em between a rule and the top of the row right below it
APART = 1.25  # of the leading within a row: rows of a table stand further apart
WIDER = 1.2  # of the gap above a row's number: so wide is one between rows whose numbers stand lower
LEAST_LEADING = 0.9  # em between the lines of a cell
ROOM = 0.4  # em above the first line of a table
NEAR = 4.0  # em below a table's last line in which its last rule is
ABOVE = 3.0  # em above a table's first line in which its first rule is

Band = tuple[float, float]  # top and bottom in points


def ruled_bands(part: Sequence[Row], rules: Sequence[float], starts: Callable[[Row], bool], goes_on: bool) -> list[Band] | None:
    """Return the bands between rules that anything stands in, ``None`` where no two rules bound these rows.

    On a page that the table ``goes_on`` on, a row that began on the page before may end above the first rule.
    """
    below = [at for at in rules if part[0].top - ABOVE * part[0].em < at]
    edges = [at for at in below if at < part[-1].y + NEAR * part[-1].em]
    if len(below) < 2 or not edges:
        return None
    first = [part[0].top - 1] if goes_on and part[0].y < edges[0] else []
    filled = [(top, bottom) for top, bottom in pairwise([*first, *edges]) if any(top < row.y < bottom for row in part)]
    return filled + _open_band([row for row in part if row.top > edges[-1]], edges[-1], starts)


def _open_band(rows: Sequence[Row], edge: float, starts: Callable[[Row], bool]) -> list[Band]:
    """Return the band of a row below the last rule: it begins right there in the first column, and goes on overleaf."""
    if not rows or len(rows[0].words) < 2 or not starts(rows[0]) or rows[0].top - edge > CLOSE * rows[0].em:
        return []
    together = [rows[0]]
    for row in rows[1:]:
        if row.y - together[-1].y > HEADER_UP * row.em:
            break
        together.append(row)
    return [(edge, together[-1].y + together[-1].em)]


def free_bands(
    part: Sequence[Row], whole: Sequence[Row], begun: Sequence[int], goes_on: bool, standing: Standing = "top"
) -> list[Band]:
    """Return the bands of rows without rules: one for each number or sum, in the lines ``begun``, that is ``standing`` so in it.

    Where the table ``goes_on`` from the page before there is one for what ends above the first. ``whole`` are all
    rows of words of the table.
    """
    if not begun:
        return []
    if first_lines := tops(part, begun, standing):
        edges = [_above(part, top) for top in first_lines]
        return list(zip(edges, [*edges[1:], part[-1].y + part[-1].em], strict=True))
    edges = [_above(part, top) for top in _tops(part, begun, _usual_gap(whole))]
    first = begun[0]
    if first and goes_on and (part[first].is_sum or part[first].y - part[first - 1].y > APART * _leading(whole)):
        edges.insert(0, _above(part, 0))
    else:
        edges[0] = _above(part, 0)
    return list(zip(edges, [*edges[1:], part[-1].y + part[-1].em], strict=True))


def _above(part: Sequence[Row], index: int) -> float:
    """Return the middle of the white above a line: marks may stand higher in their row than its words."""
    row = part[index]
    return row.top - ROOM * row.em if index == 0 else min(row.top - 1, (part[index - 1].y + row.top) / 2)


def _leading(rows: Sequence[Row]) -> float:
    """Return the least distance between lines, without those of cells whose lines are not level with each other."""
    return min((b.y - a.y for a, b in pairwise(rows) if b.y - a.y > LEAST_LEADING * b.em), default=0.0)


def _usual_gap(rows: Sequence[Row]) -> float:
    return median([b.y - a.y for a, b in pairwise(rows)] or [0.0])


def _tops(part: Sequence[Row], begun: Sequence[int], usual: float) -> Iterator[int]:
    """Yield the first line of each row: the one with its number, or one above it where a wider gap parts it from the row before."""
    yield begun[0]
    for before, number in pairwise(begun):
        gaps = {index: part[index].y - part[index - 1].y for index in range(before + 1, number + 1)}
        widest = max(gaps, key=lambda index: (gaps[index], index))
        yield widest if gaps[widest] > WIDER * max(gaps[number], usual) else number
