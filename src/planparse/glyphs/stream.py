"""Glyphs of one cluster that a PDF tells several times, as pdfium hands them out."""

from __future__ import annotations

from collections.abc import Iterable

from planparse.glyphs.codes import CONSONANTS
from planparse.glyphs.limits import TOUCHING
from planparse.page import Box, Glyph

SAME_SIZE = 0.03  # em by which two prints of one glyph may differ
NEAR = 1.6  # em between a cluster's first glyph and its last
AA_WIDTH = 0.56  # em of a SARA AA's advance
WIDE = 0.85  # em: ink this wide holds a letter with a whole SARA AM …
WIDE_ALONE = 0.5  # … and this wide a SARA AM with a tone, without the letter


def whole(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Return the glyphs with slices put together and later copies of a cluster's text left out.

    A PDF may give one glyph the text of a whole cluster (Chromium for every Thai cluster, LibreOffice for its ligatures);
    pdfium then cuts the glyph's box into equal slices, one a letter. Or it may tell the text beside the glyphs (``ActualText``,
    as Typst does); each letter then has the whole box. Chromium gives the same text to the cluster's other
    glyphs (its marks) too: a copy nearby of another size, or one drawn left of its pen. Any other of the same size is a true
    repeat.
    """
    done: list[Glyph] = []
    first: dict[str, int] = {}
    for glyph in _joined(glyphs):
        if len(glyph.text) > 1:
            place = first.get(glyph.text)
            if place is not None and (_is_copy(glyph, done[place]) or _is_copy(done[place], glyph)):
                if _is_left_of_pen(done[place]) and not _is_left_of_pen(glyph):
                    done[place] = glyph  # text that is turned over is told from its end: the marks come first
                continue
            first[glyph.text] = len(done)
        done.append(glyph)
    return done


def _joined(glyphs: Iterable[Glyph]) -> list[Glyph]:
    done: list[Glyph] = []
    for glyph in glyphs:
        if done and done[-1].x == glyph.x and _is_slice(done[-1], glyph):
            done[-1] = _join(done[-1], glyph)
        else:
            done.append(glyph)
    return done


def _is_slice(left: Glyph, right: Glyph) -> bool:
    """Whether two glyphs are slices of one: on one pen, side by side (from the right in text that is turned over), or on a turned
    page one above the other; or each the whole of it.
    """
    if left.y != right.y:
        return False
    upright = left.x0 == right.x0 and left.x1 == right.x1
    if left.top == right.top and left.bottom == right.bottom:
        return min(abs(right.x0 - left.x1), abs(left.x0 - right.x1)) < TOUCHING or (upright and right.text not in left.text)
    return upright and min(abs(right.top - left.bottom), abs(right.bottom - left.top)) < TOUCHING


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
