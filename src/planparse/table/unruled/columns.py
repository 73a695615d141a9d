"""A header's titles and the white below them → the edges of the columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from planparse.table.unruled.words import WORD_GAP, Row, Run, Word, runs

EVEN = 1.5  # points between the beginnings of lines that are set below each other
BEFORE = 2.0  # points between a column's edge and the lines that begin behind it
WIDE = 8.0  # points of white that no space leaves
OVER = 2.0  # em between a title's middle and that of the two columns it stands over
APART = 0.8  # em of white between the titles of two columns below one title
MOST_OVER = 4  # times as many lines must be parted by white as run over it: headings do
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


def titles(header: Sequence[Row], months: Sequence[float], body: Iterable[Row]) -> list[Span]:
    """Return where the titles beside the months stand: words of several lines over each other are one title.

    A title over those of several columns tells of none, where white parts these in the ``body``.
    """
    rows = [[word for word in row.words if not _is_of_months(word, months)] for row in header]
    words = [word for row in rows for word in row]
    over: list[Word] = []
    lines: list[list[Run]] | None = None  # of the body: looked at only where they have to tell
    for at in range(len(rows) - 2, -1, -1):
        for word in rows[at]:
            below = _stacked(one for row in rows[at + 1 :] for one in row if _overlap(one, word) and one not in over)
            lines = [runs(row) for row in body] if below and lines is None else lines
            others = [one for n, row in enumerate(rows) for one in row if one is not word and (n >= at or not _overlap(one, word))]
            if _is_over_several(word, below, lines or []) or any(_is_over_two(word, row, others) for row in rows[at + 1 :]):
                over.append(word)
    return _stacked(word for word in words if word not in over)


def _is_over_several(word: Word, below: Sequence[Span], lines: Sequence[Sequence[Run]]) -> bool:
    """Whether a title stands over the titles ``below`` of several columns, or over two amounts of one line."""
    em = word.letters[0].em
    if any(_are_columns(a, b, em, lines) for a, b in pairwise(below)):
        return True
    pairs = (pair for line in lines for pair in pairwise(line) if pair[0].is_amount and pair[1].is_amount)
    return bool(below) and any(a.x1 > word.x0 and b.x0 < word.x1 and b.x0 - a.x1 > WORD_GAP * em for a, b in pairs)


def _stacked(words: Iterable[Word]) -> list[Span]:
    """Return where words stand, those over each other together."""
    found: list[Span] = []
    for word in sorted(words, key=lambda word: word.x0):
        if found and word.x0 < found[-1][1] - 1:
            found[-1] = found[-1][0], max(found[-1][1], word.x1)
        else:
            found.append((word.x0, word.x1))
    return found


def _overlap(a: Word, b: Word) -> bool:
    return a.x0 < b.x1 and a.x1 > b.x0


def _are_columns(left: Span, right: Span, em: float, lines: Sequence[Sequence[Run]]) -> bool:
    """Whether two titles are those of columns: white between them parts what stands below both, and nearly no line is over it."""
    if right[0] - left[1] < APART * em:
        return False
    a, b = max(_white(left[1], right[0], lines), key=lambda one: one[1] - one[0])
    x = (a + b) / 2
    over = sum(any(run.x0 < x < run.x1 for run in line) for line in lines)
    beside = sum(
        any(left[0] - em < run.x1 <= x for run in line) and any(x <= run.x0 < right[1] + em for run in line) for line in lines
    )
    return beside > MOST_OVER * over


def _is_over_two(word: Word, row: Sequence[Word], others: Iterable[Word]) -> bool:
    """Whether a word of a header stands between two of a lower row and no others over or below these: it is over both.

    The titles of single columns are level with each other, and a line of one has its next below it.
    """
    left = max((one for one in row if one.x1 <= word.x0), key=lambda one: one.x1, default=None)
    right = min((one for one in row if one.x0 >= word.x1), key=lambda one: one.x0, default=None)
    if left is None or right is None or abs(2 * word.middle - left.middle - right.middle) > 2 * OVER * word.letters[0].em:
        return False
    beside = (one for one in others if one is not left and one is not right)
    return not any(one.x1 > left.x0 and one.x0 < right.x1 for one in beside)


def _is_of_months(word: Word, months: Sequence[float]) -> bool:
    return months[0] < word.middle < months[-1]


def edges(found: Sequence[Span], months: tuple[float, ...], body: Sequence[Row], before: Sequence[float]) -> tuple[float, ...]:
    """Return the edges of all columns below a header, those of the months among them.

    ``found`` are the titles, ``before`` are those of the table before: they hold here too where the same white is there.
    """
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
