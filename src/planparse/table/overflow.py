"""Text that runs over the floor of its cell: a spreadsheet's row is as high as it was made, whatever stands in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from planparse.glyphs import Cluster, centre
from planparse.table.grid import Place

CROSSES = 0.55  # em above the baseline: letters whose bodies are in the row above by as much are cut by the rule
CLOSE = 0.9  # of the leading: two lines of one cell never stand as close
SAME = 0.1  # of the leading
LOWER = 0.15  # em by which the row's own first lines stand lower
PIECE = 0.5  # points between the baselines of letters on one line
LEVEL = 0.2  # em between the places of two cells' lines that are set alike: at the top, in the middle, at the bottom


class _Hung(NamedTuple):
    """A cell whose text runs over its floor: the row below, the letters in the cell there, its own, and its sides."""

    row: int
    under: list[Cluster]
    above: list[Cluster]
    left: float
    right: float


def put_back(cells: Sequence[tuple[Place, list[Cluster]]], xs: Sequence[float], ys: Sequence[float]) -> None:
    """Move the lines that a rule cuts to the cell above, where they go on with its lines as these stand apart, and those below.

    They are printed, but the next row hides them on the screen, or half of them.
    """
    hung: list[_Hung] = []
    starting = [(place, own) for place, own in cells if own and place[0] and _is_near(own, ys[place[0]])]
    for place, own in starting:
        beside = [letters for other, letters in cells if other[0] == place[0] and letters]
        for other, above in cells:
            if above and other[0] + other[2] == place[0] and place[1] <= other[1] < place[1] + place[3]:
                left, right = xs[other[1]], xs[other[1] + other[3]]
                under = [letter for letter in own if left <= centre(letter)[0] < right]
                if _move(under, own, above, beside, ys[place[0]]):
                    hung.append(_Hung(place[0], own, above, left, right))
    over = {id(one.under) for one in hung}
    for one in hung:
        _move_more(one, [own for place, own in cells if place[0] == one.row and own and id(own) not in over])


def _is_near(letters: Sequence[Cluster], floor: float) -> bool:
    """Whether the first line of a cell may be one that runs over the rule above it: few are as high in their cell."""
    first = min(letters, key=_baseline)
    return not first.turn and first.y - first.em < floor


def _move(
    under: Sequence[Cluster], own: list[Cluster], above: list[Cluster], beside: Sequence[Sequence[Cluster]], floor: float
) -> bool:
    """Move the first line of the letters ``under`` a cell into it, where it is one more line of it; say whether it was."""
    if not under:
        return False
    first = min(under, key=_baseline)
    lower = [letters for letters in beside if max(map(_baseline, letters)) > first.y + LOWER * first.em]
    if 2 * len(lower) <= len(beside) or first.em != above[-1].em:
        return False
    is_over = hangs_over(first.y, first.em, list(baselines(above)), list(baselines(own)), floor)
    if is_over:
        _take([letter for letter in under if letter.y - first.y < PIECE], own, above)
    return is_over


def _take(line: Sequence[Cluster], own: list[Cluster], above: list[Cluster]) -> None:
    """Move some letters of a cell to the one above."""
    gone = set(map(id, line))
    above.extend(line)
    own[:] = [letter for letter in own if id(letter) not in gone]


def _move_more(one: _Hung, beside: Sequence[Sequence[Cluster]]) -> None:
    """Move the lines that go on below the one that a rule cuts, each as far from the last as the lines of a cell stand.

    They tell themselves from those of the cell that they stand in by these, which stand between them; where it has none
    but them, by the other cells of the row, ``beside``, whose lines would stand as they do.
    """
    under = [letter for letter in one.under if one.left <= centre(letter)[0] < one.right]
    lines = list(baselines(one.above))
    if not under or len(lines) < 2:
        return
    leading, rest = lines[-1] - lines[-2], list(baselines(under))
    more = list(_next_below(lines[-1], leading, rest))
    others = [y for y in rest if y not in more]
    if others:
        told = any(abs(y - other) < CLOSE * leading for y in more for other in others)
    else:
        told = bool(beside) and not any(_is_set_as(rest, list(baselines(letters)), under[0].em) for letters in beside)
    if told:
        _take([letter for letter in under if any(0 <= letter.y - y <= PIECE for y in more)], one.under, one.above)


def _next_below(last: float, leading: float, rest: Sequence[float]) -> Iterator[float]:
    """Yield the baselines that follow a last one at equal distances."""
    for y in rest:
        if abs(y - last - leading) <= SAME * leading:
            yield y
            last = y


def _is_set_as(lines: Sequence[float], others: Sequence[float], em: float) -> bool:
    """Whether the lines of two cells stand alike in their row: their first, their last, or the middles of both are level."""
    pairs = ((lines[0], others[0]), (lines[-1], others[-1]), ((lines[0] + lines[-1]) / 2, (others[0] + others[-1]) / 2))
    return any(abs(a - b) < LEVEL * em for a, b in pairs)


def hangs_over(first: float, em: float, above: Sequence[float], own: Sequence[float], floor: float | None) -> bool:
    """Whether a cell's first baseline is that of a line more of the cell above: it is the next below these.

    The rule between, its ``floor``, cuts it, or the cell's ``own`` next line is closer than two lines of one cell stand.
    """
    if not above:
        return False
    step = first - above[-1]
    leading = above[-1] - above[-2] if len(above) > 1 else em if em < step < 2 * em else 0.0
    if len(above) > 1 and abs(step - leading) > SAME * leading:
        return False
    return (floor is not None and bool(leading) and first - CROSSES * em < floor) or any(
        PIECE < y - first < CLOSE * leading for y in own
    )


def baselines(letters: Iterable[Cluster]) -> Iterator[float]:
    """Yield the baselines of some letters, from top to bottom."""
    before = float("-inf")
    for y in sorted({letter.y for letter in letters}):
        if y - before > PIECE:
            yield y
        before = y


def _baseline(letter: Cluster) -> float:
    return letter.y
