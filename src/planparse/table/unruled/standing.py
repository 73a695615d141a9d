"""Where the numbers of a table without rules stand in their rows, and where these rows begin then.

At the top, as a rule. In the middle or at the bottom, lines of its row stand above a number; where no wider white parts the
rows, which lines these are follows from row to row: a row reaches as far below its number as above it, or ends with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from planparse.table.cells import Standing
from planparse.table.unruled.words import Row

OFF = 0.4  # em by which a number may stand off the middle of its row
BETWEEN = 0.9  # em: lines so close are level with the middle of others
WIDER = 0.2  # em by which a gap within a row may be wider than one between rows


def standing_of(part: Sequence[Row], begun: Sequence[int]) -> Standing:
    """Return where the numbers of some rows stand, those in the lines ``begun``: not at the top if lines are above the first.

    Lines level with the middle between others are left by cells that are set in the middle of their rows.
    """
    if len(begun) < 2 or begun[0] == 0:
        return "top"
    between = any(b.y - a.y < BETWEEN * b.em for a, b in pairwise(part))
    choices: tuple[Standing, ...] = ("middle",) if between else ("bottom", "middle")
    return next((choice for choice in choices if tops(part, begun, choice)), "top")


def tops(part: Sequence[Row], begun: Sequence[int], standing: Standing) -> list[int]:
    """Return the first line of each row, with its number standing so in it; none where the lines do not agree with that."""
    if standing == "top" or not begun:
        return []
    found = [0]
    for number, after in zip(begun, [*begun[1:], len(part)], strict=True):
        end = _end(part, found[-1], number, standing)
        if end is None or end >= after:
            return []
        found.append(end + 1)
    first, end = found[:-1], found[-1]
    return first if end == len(part) and _are_apart(part, first) else []


def _end(part: Sequence[Row], top: int, number: int, standing: Standing) -> int | None:
    """Return the last line of the row whose first line and whose number's line are given, ``None`` where there is no such."""
    if number < top:
        return None
    if standing == "bottom":
        return number
    low = 2 * part[number].y - part[top].y
    return next((at for at in range(number, len(part)) if abs(part[at].y - low) < OFF * part[at].em), None)


def _are_apart(part: Sequence[Row], first: Sequence[int]) -> bool:
    """Whether no gap between lines of a row is wider than one between rows."""
    gaps = [b.y - a.y for a, b in pairwise(part)]
    between = [gaps[top - 1] for top in first[1:]]
    within = [gap for at, gap in enumerate(gaps, 1) if at not in first]
    return not between or max(within, default=0.0) < min(between) + WIDER * part[0].em
