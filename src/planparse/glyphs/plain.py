"""Runs of characters that need no repair: text and ink agree, so they go through the engine in one piece.

Most of a page is such runs. Whatever is not plain by every test here stays single glyphs, for the rules to look at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from planparse.glyphs.codes import ABOVE_MARKS, AM, AM_LEFT, BELOW_MARKS, RAISED, SPECK

SIDE = 0.12  # em: a mark's middle may stand this far beside its consonant's ink
PEN = 0.08  # em: a mark's pen stands behind its consonant's by more
MARKS = BELOW_MARKS | ABOVE_MARKS
# Thai as it is written (each mark behind its consonant, vowel before tone), ASCII, and the commonest punctuation
_WRITTEN = re.compile(
    "(?:[\u0e01-\u0e2e][\u0e31\u0e34-\u0e3a\u0e47]?[\u0e48-\u0e4c]?"
    "|[\u0e2f\u0e30\u0e32\u0e33\u0e41-\u0e46\u0e4f-\u0e5b]|\u0e40(?!\u0e40)|[!-~\u2013\u2014\u2018-\u201d\u2026])+\\Z"
)
_TO_TEST = re.compile("[\u0e31\u0e33-\u0e3a\u0e47-\u0e4c]")
_SPECKS = re.compile("[\u0e01-\u0e2e]")

Measures = tuple[Sequence[float], Sequence[float], Sequence[float], Sequence[float], Sequence[float], float]


def is_plain(text: str, measures: Measures, em: float) -> bool:
    """Whether a run needs no repair.

    ``measures`` are the characters' left, right, bottom and top ink edges and pens, and the baseline, in points, y upwards.
    """
    if not _WRITTEN.match(text):
        return False
    left, right, _, _, pens, _ = measures
    if any(right[at.start()] - left[at.start()] < SPECK * em for at in _SPECKS.finditer(text)):
        return False
    return all(_is_in_place(text, at.start(), measures, em) for at in _TO_TEST.finditer(text))


def _is_in_place(text: str, at: int, measures: Measures, em: float) -> bool:
    """Whether a mark stands on its consonant and in its tier, or a SARA AM starts left of its pen."""
    left, right, bottom, top, pens, baseline = measures
    letter = text[at]
    if letter == AM:
        return left[at] - pens[at] <= AM_LEFT * em
    base = at - 1
    while text[base] in MARKS:
        base -= 1
    middle = (left[at] + right[at]) / 2
    if pens[base] > pens[at] - PEN * em or not left[base] - SIDE * em <= middle <= right[base] + SIDE * em:
        return False
    return bottom[at] - baseline <= RAISED * em if letter in BELOW_MARKS else top[at] > baseline
