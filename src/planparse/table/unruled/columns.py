"""A header's titles and the white below them → the edges of the columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from planparse.table.unruled.words import Row, Run, Word, runs

EVEN = 1.5  # points between the beginnings of lines that are set below each other
BEFORE = 2.0  # points between a column's edge and the lines that begin behind it
WIDE = 8.0  # points of white that no space leaves
BEHIND_AMOUNT = 2.0  # times as much as behind white: words behind an amount are those of the next column

Span = tuple[float, float]  # from where to where, in points


def month_edges(found: Sequence[Word]) -> tuple[float, ...]:
    """Return the edges of the month columns: midway between their labels, with a column where a label is left out."""
    middles = [label.middle for label in found]
    pitch = median(b - a for a, b in pairwise(middles))
    whole = [middles[0]]
    for middle in middles[1:]:
        missing = round((middle - whole[-1]) / pitch) - 1
        start = whole[-1]
        whole.extend(start + (middle - start) * step / (missing + 1) for step in range(1, missing + 1))
        whole.append(middle)
    inner = [(a + b) / 2 for a, b in pairwise(whole)]
    return (whole[0] - pitch / 2, *inner, whole[-1] + pitch / 2)


def titles(header: Sequence[Row], months: Sequence[float]) -> list[Span]:
    """Return where the titles beside the months stand: words of several lines over each other are one title."""
    found: list[Span] = []
    words = [word for row in header for word in row.words if not _is_of_months(word, months)]
    for word in sorted(words, key=lambda word: word.x0):
        if found and word.x0 < found[-1][1] - 1:
            found[-1] = found[-1][0], max(found[-1][1], word.x1)
        else:
            found.append((word.x0, word.x1))
    return found


def _is_of_months(word: Word, months: Sequence[float]) -> bool:
    return months[0] < word.middle < months[-1]


def edges(header: Sequence[Row], months: tuple[float, ...], body: Sequence[Row], before: Sequence[float]) -> tuple[float, ...]:
    """Return the edges of all columns below a header, those of the months among them.

    ``before`` are those of the table before: they hold here too where the same white is there.
    """
    found = titles(header, months)
    middle = (months[0] + months[-1]) / 2
    left = [title for title in found if title[1] < middle]
    right = [title for title in found if title[0] > middle]
    if not left:
        return months
    lines = [runs(row) for row in body]
    outer = min([left[0][0], *(run.x0 for line in lines for run in line)]) - 1
    inner = [*_between(left, lines, before), *months]
    if not right:
        return (outer, *inner)
    last = max([right[-1][1], *(run.x1 for line in lines for run in line)]) + 1
    return (outer, *inner, *_between(right, lines, before), last)


def edges_of_titles(found: Sequence[Span], body: Sequence[Row], before: Sequence[float]) -> tuple[float, ...]:
    """Return the edges of the columns below titles, none of which is of months; ``before`` as for :func:`edges`."""
    lines = [runs(row) for row in body]
    outer = min([found[0][0], *(run.x0 for line in lines for run in line)]) - 1
    last = max([found[-1][1], *(run.x1 for line in lines for run in line)]) + 1
    return (outer, *_between(found, lines, before), last)


def edges_as_before(body: Sequence[Row], before: Sequence[float], months: range) -> tuple[float, ...]:
    """Return the edges of the columns of the table before, moved into the white of this page where ink stands on them."""
    lines = [runs(row) for row in body]
    return tuple(x if at in months else _moved(before, at, lines) for at, x in enumerate(before))


def _moved(before: Sequence[float], at: int, lines: Sequence[Sequence[Run]]) -> float:
    """Return where an edge of the table before is on this page: in the white next to where it was."""
    x = before[at]
    if at in (0, len(before) - 1):
        return x
    white = _white((before[at - 1] + x) / 2, (x + before[at + 1]) / 2, lines)
    a, b = min(white, key=lambda one: max(one[0] - x, x - one[1], 0.0))
    return x if a <= x <= b else (a + b) / 2


def _between(found: Sequence[Span], lines: Sequence[Sequence[Run]], before: Sequence[float]) -> Iterator[float]:
    """Yield the edge between each two neighbouring titles: each stands within its column."""
    for (_, low), (high, _) in pairwise(found):
        yield _edge(low, max(high, low + 1), lines, before)


def _edge(low: float, high: float, lines: Sequence[Sequence[Run]], before: Sequence[float]) -> float:
    """Return the edge of two columns between ``low`` and ``high``: in the white there, if it may be where it was before.

    Of several stretches of white the edge is in a wide one behind which many lines begin: in a ragged column white is left
    before the next title too, and a space after each bullet. Words are set to the left, so the edge is close before them;
    numbers may be longer on another page.
    """
    white = _white(low, high, lines)
    kept = [x for x in before if any(a <= x <= b for a, b in white)]
    if kept:
        return kept[0]
    begun = list(_beginnings(low, high, lines))
    behind = [(b == high) + sum(one.weight for one in begun if abs(one.x - b) < EVEN) for _, b in white]
    widest = max(b - a for a, b in white)
    score = [min(b - a, widest / 2) * (1 + weight) for (a, b), weight in zip(white, behind, strict=True)]
    best = max(range(len(white)), key=lambda index: (score[index], -index))
    a, b = white[best]
    next_one = min((one for one in begun if one.x > b - EVEN), default=None)
    return (a + b) / 2 if next_one is None or next_one.number else max((a + b) / 2, b - BEFORE)


class Beginning(NamedTuple):
    """Where something begins, how much that looks like a line's beginning, and whether it is a number."""

    x: float
    weight: float
    number: bool


def _beginnings(low: float, high: float, lines: Iterable[Sequence[Run]]) -> Iterator[Beginning]:
    """Yield what begins between two places: behind much white, or behind an amount it is the first of its column."""
    for line in lines:
        before = Run(0.0, 0.0)
        for run in line:
            if low < run.x0 < high + WIDE:
                weight = BEHIND_AMOUNT if before.is_amount and not run.is_number else min((run.x0 - before.x1) / WIDE, 1.0)
                yield Beginning(run.x0, weight, run.is_number)
            before = run


def _white(low: float, high: float, lines: Iterable[Iterable[Run]]) -> list[Span]:
    """Return the stretches between ``low`` and ``high`` on which the fewest lines have ink: none, where all keep the columns."""
    turns: list[tuple[float, int]] = []
    for line in lines:
        for x0, x1, _ in line:
            if x1 > low and x0 < high:
                turns.extend(((max(x0, low), 1), (min(x1, high), -1)))
    stretches: list[tuple[int, float, float]] = []
    at, depth = low, 0
    for x, step in [*sorted(turns), (high, 0)]:
        if x > at:
            stretches.append((depth, at, x))
        at, depth = max(at, x), depth + step
    least = min((depth for depth, _, _ in stretches), default=0)
    found = [(a, b) for depth, a, b in stretches if depth == least]
    return found or [(low, high)]
