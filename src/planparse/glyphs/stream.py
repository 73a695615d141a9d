"""Glyphs of one cluster that a PDF tells several times, as pdfium hands them out."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING

import numpy as np

from planparse.glyphs.codes import AA, ABOVE_MARKS, AM, BELOW_MARKS, BY_AA, CONSONANTS, NIKHAHIT, PRIVATE_USE, RAISED, TONES
from planparse.glyphs.limits import AA_WIDTH, ROW, TOUCHING
from planparse.page import SEVERAL, Box, Glyph, Glyphs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from planparse.page import Flags, Measures

SAME_SIZE = 0.03  # em by which two prints of one glyph may differ
NEAR = 1.6  # em between a cluster's first glyph and its last
LETTER_WIDTH = 0.62  # em of a consonant's advance, where the page does not have it
AHEAD = 0.3  # em by which the pen of a mark may stand before that of its letter …
BESIDE = 0.1  # … and behind it: a space is wider
WITH_TONE = 0.4  # em: ink this high holds a circle with a tone
WIDE = 0.85  # em: ink this wide holds a letter with a whole SARA AM …
WIDE_ALONE = 0.5  # … and this wide a SARA AM with a tone, without the letter
MARKS = ABOVE_MARKS | BELOW_MARKS | {NIKHAHIT}
_TONE_CODES = [ord(tone) for tone in TONES]
_MARK_CODES = [ord(code) for code in (*MARKS, "\u0e4e", *(code for code, mark in PRIVATE_USE.items() if mark in MARKS))]


def whole(glyphs: Glyphs) -> Glyphs:
    """Return the glyphs with slices put together and later copies of a cluster's text left out.

    A PDF may give one glyph the text of a whole cluster (Chromium for every Thai cluster, LibreOffice for its ligatures);
    pdfium then cuts the glyph's box into equal slices, one a letter. Or it may tell the text beside the glyphs (``ActualText``,
    as Typst does); each letter then has the whole box. Chromium gives the same text to the cluster's other
    glyphs (its marks) too: a copy nearby of another size, or one drawn left of its pen as the other is not. Any other of the
    same size is a true repeat, and so is any that has no letter, such as the two marks that Cairo cuts from one glyph.
    """
    more = is_slice(glyphs)
    if not more.any() and not glyphs.several:
        return glyphs
    glyphs, more = _without_circles(glyphs, more)
    starts = np.flatnonzero(~more)
    sizes = np.diff(starts, append=len(more))
    joined = _joined(glyphs, starts, sizes)
    kept = ~_copies(joined)
    return _with_pens(joined.where(kept), sizes[kept] > 1)


def marks_of(glyphs: Glyphs) -> Glyphs:
    """Return the glyphs that are told to be marks: what a mark is compared with, where a page may have hundreds to compare."""
    return glyphs.where(np.isin(glyphs.codes, _MARK_CODES))


def is_slice(glyphs: Glyphs) -> Flags:
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


def _without_circles(glyphs: Glyphs, more: Flags) -> tuple[Glyphs, Flags]:
    """Return the glyphs with a tone and a SARA AM that one circle is told to be as what it is: the rest of the SARA AM follows.

    If its ink is as high as both, the circle has its tone; else that is drawn, and told, by itself. Source: LibreOffice's text as
    Cairo and Ghostscript write it again, without ``ActualText``.
    """
    *_, bottom, x, y, _, em = glyphs.measures.T
    top = glyphs.measures[:, 1]
    codes = np.append(glyphs.codes, [0, 0])
    place = np.flatnonzero(more & (glyphs.codes == ord(AM)) & (y - bottom > RAISED * em))
    alone = ~np.append(more, [False])[place + 1] & ~more[place - 1] & np.isin(codes[place - 1], _TONE_CODES)
    behind = np.where(codes[place + 1] == ord(AA), place + 1, place + 2)
    rest = (codes[behind] == ord(AA)) & (abs(np.append(x, [0, 0])[behind] - x[place]) < BY_AA * em[place])
    circles = place[alone & rest & (abs(np.append(y, [0, 0])[behind] - y[place]) < ROW * em[place])]
    if not len(circles):
        return glyphs, more
    told, parted = glyphs.codes.copy(), more.copy()
    told[circles], parted[circles] = ord(NIKHAHIT), False
    kept = np.ones(len(told), np.bool_)
    kept[circles[(bottom - top)[circles] < WITH_TONE * em[circles]] - 1] = False
    return replace(glyphs, codes=told).where(kept), parted[kept]


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


def _with_pens(glyphs: Glyphs, made: Flags) -> Glyphs:
    """Return the glyphs with the pens of those that are ``made`` of slices."""
    advances = _advances(glyphs.where(~made))
    for place in np.flatnonzero(made).tolist():
        glyphs.measures[place, [4, 6]] = _pens(glyphs[place], advances, glyphs.measures[:place])
    return glyphs


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
    return left._replace(text=left.text + right.text, x0=x0, top=top, x1=x1, bottom=bottom, end=max(left.end, right.end))


def _advances(singles: Glyphs) -> dict[str, float]:
    """Return the advance of each letter that stands on the line by itself, in em."""
    *_, bottom, x, y, end, em = singles.measures.T
    level = np.flatnonzero(y - bottom < RAISED * em)
    return {
        chr(code): wide
        for code, wide in zip(singles.codes[level].tolist(), ((end - x) / em)[level].tolist(), strict=True)
        if 0x0E01 <= code <= 0x0E32
    }


def _pens(glyph: Glyph, advances: Mapping[str, float], before: Measures) -> tuple[float, float]:
    """Return the pens before and after a cluster, whose own box may not tell them; ``before``: the measures of the glyphs before.

    The box may be that of the consonant only, with a SARA AA behind it, or of a mark only: pdfium tells a text that two glyphs
    have in one place but once, and the mark tells it where its pen stands left of its letter's, or where the text is turned over.
    """
    text, em, letter = glyph.text, glyph.em, glyph.text[0] in CONSONANTS
    before_aa = text[-1] == AM and glyph.x1 - glyph.x0 < (WIDE if letter else WIDE_ALONE) * em
    is_mark = letter and (glyph.y - glyph.bottom > RAISED * em or glyph.top > glyph.y)
    pen, end = glyph.x, glyph.x1 if before_aa else glyph.end
    if is_mark or (before_aa and text[0] in advances):
        wide = advances.get(text[0], LETTER_WIDTH) * em
        pen = _pen_of_letter(glyph, wide, before) if is_mark else pen
        end = pen + wide
    elif not before_aa and text[0] in advances:
        end = max(end, pen + advances[text[0]] * em)  # the slices tell the end of the ink
    return pen, end + advances.get(AA, AA_WIDTH) * em if before_aa else end


def _pen_of_letter(mark: Glyph, wide: float, before: Measures) -> float:
    """Return the pen of the letter that a mark stands on, of the letter's width: behind the letter before, if that is near."""
    pen = mark.x - wide if _is_left_of_pen(mark) else mark.x
    y, end = before[-1, 5:7].tolist() if len(before) else (mark.y, pen)
    return end if y == mark.y and -BESIDE * mark.em < end - pen < AHEAD * mark.em else pen


def _is_copy(glyph: Glyph, kept: Glyph) -> bool:
    if glyph.text[0] in MARKS:
        return False
    near = abs(glyph.x - kept.x) < NEAR * kept.em and abs(glyph.y - kept.y) < kept.em
    return near and (not _same_size(glyph, kept) or (_is_left_of_pen(glyph) and not _is_left_of_pen(kept)))


def _is_left_of_pen(glyph: Glyph) -> bool:
    """Whether a glyph is drawn as marks are: left of its pen."""
    return (glyph.x0 + glyph.x1) / 2 < glyph.x


def _same_size(a: Glyph, b: Glyph) -> bool:
    tolerance = SAME_SIZE * a.em
    wide = abs((a.x1 - a.x0) - (b.x1 - b.x0)) < tolerance
    return wide and abs((a.bottom - a.top) - (b.bottom - b.top)) < tolerance
