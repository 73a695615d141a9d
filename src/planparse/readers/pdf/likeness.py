"""Letters told by their likeness: glyphs that have no code, by those of the same font that have one.

A font has more glyphs than letters: a vowel narrowed beside a tall stem, a tone flattened for the second tier, a letter without
its foot. Who knows glyphs by the font's own table of codes has none for these. They are letters drawn again, narrower, flatter
or cut off: brought to the same box they are the same picture, but for the width of their strokes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from planparse.readers.pdf.truetype import InkBox, Outline

GRID = 24  # squares of a picture, across and up
ALIKE = 0.05  # of the squares: two pictures of a letter differ by 0.037 at most, those of different ones by 0.06 and more
STROKE = 0.1  # what a square counts that differs by the width of a stroke only
IN_VAIN = 0.01  # what it counts that a letter would be drawn again for nothing: as large as before, and where it was
MOVED = 0.02  # em
FLAT = 1e-6  # em: no ink is thinner
RAISED = 0.3  # em over the baseline: above stand only marks …
SUNK = 0.1  # … and below only marks too
FOOT = -0.05  # em: a letter that reaches lower has a foot

Picture = NDArray[np.bool_]  # a row of squares after the other, from below


class _Drawn(NamedTuple):
    outline: Outline
    box: InkBox
    picture: Picture


def letters_like(outlines: Iterable[Outline], letters: Mapping[str, Outline]) -> list[str | None]:
    """Return the letter that each outline draws, or ``None``. A mark is one of its tier and its side of the pen."""
    known = {letter: _drawn(outline) for letter, outline in letters.items()}
    return [_nearest(_drawn(outline), known) for outline in outlines]


def _nearest(drawn: _Drawn, known: Mapping[str, _Drawn]) -> str | None:
    place = _place(drawn.box)
    differences = {letter: _difference(drawn, other) for letter, other in known.items() if _place(other.box) == place}
    best = min(differences, key=differences.__getitem__, default=None)
    return best if best is not None and differences[best] < ALIKE else None


def _place(box: InkBox) -> tuple[bool, bool, bool]:
    """Return whether ink is raised, sunk, and left of its pen."""
    left, low, right, high = box
    return low > RAISED, high < SUNK, left + right < 0


def _difference(drawn: _Drawn, letter: _Drawn) -> float:
    """Return the part of the squares that differ by more than the width of strokes; those that differ by that count a little."""
    has_lost_foot = letter.box[1] < FOOT < drawn.box[1]
    if has_lost_foot:
        letter = _drawn(letter.outline, above=drawn.box[1])
    mine, other = drawn.picture, letter.picture
    far = (mine & ~_thickened(other)) | (other & ~_thickened(mine))
    in_vain = not has_lost_foot and np.allclose(drawn.box, letter.box, atol=MOVED)
    return float(np.mean(far) + STROKE * np.mean(mine != other)) + (IN_VAIN if in_vain else 0.0)


def _drawn(outline: Outline, above: float = -np.inf) -> _Drawn:
    points = np.concatenate(outline)
    points = points[points[:, 1] >= above]
    (left, low), (right, high) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    box = left, max(low, above), right, high
    return _Drawn(outline, box, _picture(outline, box))


def _picture(outline: Outline, box: InkBox) -> Picture:
    """Return which squares of a box an outline fills at their middles: where its lines run around more one way than the other."""
    low, size = np.array(box[:2]), np.maximum(np.array(box[2:]) - box[:2], FLAT)
    x0, y0 = ((np.concatenate(outline) - low) / size).T
    x1, y1 = ((np.concatenate([np.roll(line, -1, axis=0) for line in outline]) - low) / size).T
    middles = (np.arange(GRID) + 0.5) / GRID
    row = middles[:, None]
    way = ((y0 <= row) & (row < y1)).astype(np.int8) - ((y1 <= row) & (row < y0))
    across = x0 + (row - y0) * (x1 - x0) / np.where(y1 == y0, 1.0, y1 - y0)
    filled: Picture = ((across[:, None, :] > middles[None, :, None]) * way[:, None, :]).sum(axis=2) != 0
    return filled


def _thickened(picture: Picture) -> Picture:
    """Return a picture with the squares around each filled one filled."""
    wide = picture.copy()
    wide[:, 1:] |= picture[:, :-1]
    wide[:, :-1] |= picture[:, 1:]
    high = wide.copy()
    high[1:] |= wide[:-1]
    high[:-1] |= wide[1:]
    return high
