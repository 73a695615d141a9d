"""Rows of words below a header → the rows of the table: between rules, or from one number to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from planparse.table.unruled.words import Row

HEADER_UP = 3.2  # em that the lines of one row may lie apart
CLOSE = 1.5  # em between a rule and the top of the row right below it
APART = 1.25  # of the leading within a row: rows of a table stand further apart
WIDER = 1.2  # of the gap above a row's number: so wide is one between rows whose numbers stand lower
NEAR = 4.0  # em below a table's last line in which its last rule is
ABOVE = 3.0  # em above a table's first line in which its first rule is

Band = tuple[float, float]  # top and bottom in points


def ruled_bands(part: Sequence[Row], rules: Sequence[float], starts: Callable[[Row], bool]) -> list[Band] | None:
    """Return the bands between rules that anything stands in, ``None`` where no two rules bound these rows."""
    below = [at for at in rules if part[0].top - ABOVE * part[0].em < at]
    edges = [at for at in below if at < part[-1].y + NEAR * part[-1].em]
    if len(below) < 2 or not edges:
        return None
    filled = [(top, bottom) for top, bottom in pairwise(edges) if any(top < row.y < bottom for row in part)]
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


def free_bands(part: Sequence[Row], gaps: Sequence[float], starts: Callable[[Row], bool]) -> list[Band]:
    """Return the bands of rows without rules: one for each row that ``starts``, and one for what goes on above the first.

    ``gaps`` are the distances between the lines of the whole table.
    """
    begun = [index for index, row in enumerate(part) if starts(row)]
    if not begun:
        return []
    tops = list(_tops(part, begun, median(gaps) if gaps else 0.0))
    edges = [part[top].top - 1 for top in tops]
    if begun[0] and _goes_on_apart(part[: begun[0] + 1], min(gaps)):
        edges.insert(0, part[0].top - 1)
    else:
        edges[0] = min(edges[0], part[0].top - 1)
    return list(zip(edges, [*edges[1:], part[-1].y + part[-1].em], strict=True))


def _tops(part: Sequence[Row], begun: Sequence[int], leading: float) -> Iterator[int]:
    """Yield the first line of each row: the one with its number, or one above it where a wider gap parts it from the row before."""
    yield begun[0]
    for before, number in pairwise(begun):
        gaps = {index: part[index].y - part[index - 1].y for index in range(before + 1, number + 1)}
        widest = max(gaps, key=lambda index: (gaps[index], index))
        yield widest if gaps[widest] > WIDER * max(gaps[number], leading) else number


def _goes_on_apart(rows: Sequence[Row], leading: float) -> bool:
    """Whether the rows before the last one stand apart from it: what goes on there of a row on the page before."""
    gaps = [below.y - above.y for above, below in pairwise(rows)]
    return gaps[-1] > APART * min([*gaps[:-1], leading])
