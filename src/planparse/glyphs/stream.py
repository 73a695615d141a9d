"""Glyphs of one cluster that a PDF tells several times, as pdfium hands them out."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from planparse.glyphs.codes import CONSONANTS
from planparse.glyphs.limits import TOUCHING
from planparse.page import SEVERAL, Box, Glyph, Glyphs

if TYPE_CHECKING:
    from planparse.page import Flags

SAME_SIZE = 0.03  # em by which two prints of one glyph may differ
NEAR = 1.6  # em between a cluster's first glyph and its last
AA_WIDTH = 0.56  # em of a SARA AA's advance
WIDE = 0.85  # em: ink this wide holds a letter with a whole SARA AM …
WIDE_ALONE = 0.5  # … and this wide a SARA AM with a tone, without the letter


def whole(glyphs: Glyphs) -> Glyphs:
    """Return the glyphs with slices put together and later copies of a cluster's text left out.

    A PDF may give one glyph the text of a whole cluster (Chromium for every Thai cluster, LibreOffice for its ligatures);
    pdfium then cuts the glyph's box into equal slices, one a letter. Or it may tell the text beside the glyphs (``ActualText``,
    as Typst does); each letter then has the whole box. Chromium gives the same text to the cluster's other
    glyphs (its marks) too: a copy nearby of another size, or one drawn left of its pen. Any other of the same size is a true
    repeat.
    """
    more = _is_slice(glyphs)
    if not more.any() and not glyphs.several:
        return glyphs
    starts = np.flatnonzero(~more)
    joined = _joined(glyphs, starts, np.diff(starts, append=len(more)))
    return joined.where(~_copies(joined))


def _is_slice(glyphs: Glyphs) -> Flags:
    """Return which glyphs are slices of the one before: on one pen, side by side (from the right in text that is turned over), or
    on a turned page one above the other; or each the whole of it.
    """
    x0, top, x1, bottom, x, y = glyphs.measures.T[:6]
    upright = (x0[1:] == x0[:-1]) & (x1[1:] == x1[:-1])
    beside = np.minimum(abs(x0[1:] - x1[:-1]), abs(x0[:-1] - x1[1:])) < TOUCHING
    beside |= upright & (glyphs.codes[1:] != glyphs.codes[:-1])
    level = (top[1:] == top[:-1]) & (bottom[1:] == bottom[:-1]) & beside
    stacked = upright & (np.minimum(abs(top[1:] - bottom[:-1]), abs(bottom[1:] - top[:-1])) < TOUCHING)
    found = np.zeros(len(glyphs), np.bool_)
    found[1:] = (x[1:] == x[:-1]) & (y[1:] == y[:-1]) & (level | stacked) & (bottom > top)[1:]  # spaces have no ink to slice
    return found


def _joined(glyphs: Glyphs, starts: NDArray[np.intp], sizes: NDArray[np.intp]) -> Glyphs:
    """Return the glyphs with each run of slices put together."""
    done = glyphs.where(starts)
    several = {text: SEVERAL + number for number, text in enumerate(glyphs.several)}
    for place in np.flatnonzero(sizes > 1).tolist():
        start = int(starts[place])
        made = reduce(_join, glyphs[start : start + int(sizes[place])])
        done.codes[place] = several.setdefault(made.text, SEVERAL + len(several))
        done.measures[place] = made[1:9]
    return replace(done, several=tuple(several))


def _copies(glyphs: Glyphs) -> Flags:
    """Return which glyphs tell the text of a cluster near by again."""
    found = np.zeros(len(glyphs), np.bool_)
    first: dict[str, tuple[int, Glyph]] = {}
    for place in np.flatnonzero(glyphs.codes >= SEVERAL).tolist():
        glyph = glyphs[place]
        at, kept = first.get(glyph.text, (place, glyph))
        if at == place or not (_is_copy(glyph, kept) or _is_copy(kept, glyph)):
            first[glyph.text] = place, glyph
        elif _is_left_of_pen(kept) and not _is_left_of_pen(glyph):
            found[at] = True  # text that is turned over is told from its end: the marks come first
            first[glyph.text] = place, glyph
        else:
            found[place] = True
    return found


def _join(left: Glyph, right: Glyph) -> Glyph:
    x0, top, x1, bottom = Box(*left[1:5]).union(Box(*right[1:5]))
    end = max(left.end, right.end)
    if right.text == "\u0e33" and x1 - x0 < (WIDE if left.text[0] in CONSONANTS else WIDE_ALONE) * left.em:
        end = x1 + AA_WIDTH * left.em  # the box is the consonant's only; the SARA AA stands behind it
    return left._replace(text=left.text + right.text, x0=x0, top=top, x1=x1, bottom=bottom, end=end)


def _is_copy(glyph: Glyph, kept: Glyph) -> bool:
    near = abs(glyph.x - kept.x) < NEAR * kept.em and abs(glyph.y - kept.y) < kept.em
    return near and (not _same_size(glyph, kept) or _is_left_of_pen(glyph))


def _is_left_of_pen(glyph: Glyph) -> bool:
    """Whether a glyph is drawn as marks are: left of its pen."""
    return (glyph.x0 + glyph.x1) / 2 < glyph.x


def _same_size(a: Glyph, b: Glyph) -> bool:
    tolerance = SAME_SIZE * a.em
    wide = abs((a.x1 - a.x0) - (b.x1 - b.x0)) < tolerance
    return wide and abs((a.bottom - a.top) - (b.bottom - b.top)) < tolerance
