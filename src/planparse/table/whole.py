"""Letters that stand in one cell although a rule parts them: amounts that are too wide for it, turned labels too long."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from planparse.glyphs import Cluster, lines, rows
from planparse.page import Box
from planparse.thai.months import month_of

APART = 1.0  # em of white between two lines on one baseline
NEXT = 0.1  # em between a digit's pen and the next digit
_OF_AMOUNTS = frozenset("0123456789๐๑๒๓๔๕๖๗๘๙,.")
_AMOUNT = re.compile(r"[\d๐-๙]{1,3}(?:,[\d๐-๙]{3})+(?:\.[\d๐-๙]{1,2})?\.?")


def wide_amounts(letters: Sequence[Cluster], xs: Sequence[float]) -> Iterator[list[Cluster]]:
    """Yield the digits of each amount that reaches over an edge between columns; ``letters`` are in stream order."""
    number: list[Cluster] = []
    for letter in [letter for letter in letters if letter.text[0] in _OF_AMOUNTS]:
        if number and not _goes_on(number[-1], letter):
            if _is_wide(number, xs):
                yield number
            number = []
        number.append(letter)
    if number and _is_wide(number, xs):
        yield number


def _goes_on(before: Cluster, letter: Cluster) -> bool:
    return before.y == letter.y and before.turn == letter.turn and abs(letter.x - before.end) < NEXT * letter.em


def _is_wide(number: Sequence[Cluster], xs: Sequence[float]) -> bool:
    if number[0].turn or bisect_right(xs, number[0].x0) == bisect_right(xs, number[-1].x1):
        return False
    return bool(_AMOUNT.fullmatch("".join(letter.text for letter in number)))


def turned_lines(letters: Iterable[Cluster]) -> Iterator[list[Cluster]]:
    """Yield the letters that are turned, a line at a time, each in reading order."""
    for row in rows(letter for letter in letters if letter.turn):
        line: list[Cluster] = []
        for letter in row:
            if line and letter.x - line[-1].end > APART * letter.em:
                yield line
                line = []
            line.append(letter)
        yield line


def upright_labels(turned: Iterable[Sequence[Cluster]]) -> list[tuple[Cluster, Sequence[Cluster]]]:
    """Return the turned lines that name a month, each as one cluster that stands where the line does, with its letters.

    Lines beside each other have one baseline, through the middle of them all: labels are long and short.
    """
    found = [(line, letters) for letters in turned for line in lines(letters) if month_of(line.text) is not None]
    found.sort(key=lambda one: one[0].box.top)
    done: list[tuple[Cluster, Sequence[Cluster]]] = []
    while found:
        low = found[0][0].box.bottom
        beside = [one for one in found if one[0].box.top < low] or found[:1]  # of no height, in a damaged file
        found = found[len(beside) :]
        middle = sum(line.box.top + line.box.bottom for line, _ in beside) / (2 * len(beside))
        done.extend((_upright(line.text, line.box, middle, line.em), letters) for line, letters in beside)
    return done


def _upright(text: str, box: Box, baseline: float, em: float) -> Cluster:
    return Cluster(text, text, "", box.x0, box.top, box.x1, box.bottom, box.x0, baseline, box.x1, em)
