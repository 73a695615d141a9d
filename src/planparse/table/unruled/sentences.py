"""Tells a sentence that names the months from the header of a table: both have them beside each other, in their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from statistics import median

from planparse.table.unruled.columns import month_edges
from planparse.table.unruled.labels import Labels, parted
from planparse.table.unruled.words import Row, Word, runs_over

EVEN = 0.35  # em between the widest and the narrowest space of a justified line
GRID = 0.5  # em by which a label may stand off the middle, the left or the right of its column
BELOW = 2.0  # em between the lines of a paragraph
BREAK = 4.0  # em of white that end a paragraph, or a table
LEAST_WORDS = 3  # apart from each other make a row that keeps to columns
LEAST_EDGES = 3  # of months that a line runs over: no line of a table does


def is_sentence(found: Sequence[Row], labels: Labels, stop: int) -> bool:
    """Whether labels of months are words of running text: so are they set, or the line below, and no row below keeps to them.

    ``found`` are the rows of the page, up to ``stop`` they may be below the labels. Labels that are turned are no text.
    """
    if all(len(word.letters) == 1 for word in labels.words):
        return False
    own = found[labels.first : labels.last + 1]
    edges = month_edges(labels.words)
    below = list(_below(found[labels.last : stop]))
    is_set_so = all(map(_is_even, own)) or (not _is_on_grid(labels.words, own[0].em) and _is_wrapped(own[-1], below, edges))
    return is_set_so and not any(_keeps(row, edges) for row in below)


def _below(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows below the first, up to a wide gap."""
    close = takewhile(lambda pair: pair[1].y - pair[0].y < BREAK * pair[1].em, pairwise(rows))
    return (row for _, row in close)


def _is_even(row: Row) -> bool:
    """Whether the spaces between the words of a row are alike, those between its months and those beside them."""
    words = list(parted(row.words))
    gaps = [b.x0 - a.x1 for a, b in pairwise(words)]
    return not gaps or max(gaps) - min(gaps) < EVEN * row.em


def _is_on_grid(labels: Sequence[Word], em: float) -> bool:
    """Whether labels stand in columns of one width: in their middle, or at their left or right; one may be left out."""
    for places in ([word.middle for word in labels], [word.x0 for word in labels], [word.x1 for word in labels]):
        steps = [b - a for a, b in pairwise(places)]
        pitch = median(steps)
        if all(abs(step - pitch * max(round(step / pitch), 1)) < GRID * em for step in steps):
            return True
    return False


def _is_wrapped(last: Row, below: Sequence[Row], edges: Sequence[float]) -> bool:
    """Whether the next line of a paragraph stands below a line: it runs on where the columns of months would end."""
    if not below or below[0].y - last.y > BELOW * last.em:
        return False
    return sum(runs_over(below[0], x) for x in edges) >= LEAST_EDGES


def _keeps(row: Row, edges: Sequence[float]) -> bool:
    """Whether a row has words apart from each other, from left of the months on, none of them over an edge of a month."""
    return len(row.words) >= LEAST_WORDS and row.words[0].x0 < edges[0] and not any(runs_over(row, x) for x in edges)
