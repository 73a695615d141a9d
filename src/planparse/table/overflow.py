"""Text that runs over the floor of its cell: a spreadsheet's row is as high as it was made, whatever stands in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from planparse.glyphs import Cluster, centre

CROSSES = 0.55  # em above the baseline: letters whose bodies are in the row above by as much are cut by the rule
CLOSE = 0.9  # of the leading: two lines of one cell never stand as close
SAME = 0.1  # of the leading
LOWER = 0.15  # em by which the row's own first lines stand lower
PIECE = 0.5  # points between the baselines of letters on one line

Place = tuple[int, int, int, int]  # row, column, rows, columns


def put_back(cells: Sequence[tuple[Place, list[Cluster]]], xs: Sequence[float], ys: Sequence[float]) -> None:
    """Move the lines that a rule cuts to the cell above, where they go on with its lines as these stand apart.

    They are printed, but the next row hides them on the screen, or half of them.
    """
    starting = [(place, own) for place, own in cells if own and place[0] and _is_near(own, ys[place[0]])]
    for place, own in starting:
        beside = [letters for other, letters in cells if other[0] == place[0] and letters]
        for other, above in cells:
            if above and other[0] + other[2] == place[0] and place[1] <= other[1] < place[1] + place[3]:
                left, right = xs[other[1]], xs[other[1] + other[3]]
                _move([letter for letter in own if left <= centre(letter)[0] < right], own, above, beside, ys[place[0]])


def _is_near(letters: Sequence[Cluster], floor: float) -> bool:
    """Whether the first line of a cell may be one that runs over the rule above it: few are as high in their cell."""
    first = min(letters, key=_baseline)
    return not first.turn and first.y - first.em < floor


def _move(
    under: Sequence[Cluster], own: list[Cluster], above: list[Cluster], beside: Sequence[Sequence[Cluster]], floor: float
) -> None:
    """Move the first line of the letters ``under`` a cell into it, where it is one more line of it."""
    if not under:
        return
    first = min(under, key=_baseline)
    lower = [letters for letters in beside if max(map(_baseline, letters)) > first.y + LOWER * first.em]
    if 2 * len(lower) <= len(beside) or first.em != above[-1].em:
        return
    if hangs_over(first.y, first.em, list(baselines(above)), list(baselines(own)), floor):
        line = [letter for letter in under if letter.y - first.y < PIECE]
        above.extend(line)
        gone = set(map(id, line))
        own[:] = [letter for letter in own if id(letter) not in gone]


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
