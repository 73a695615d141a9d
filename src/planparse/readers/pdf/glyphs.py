"""The glyphs of a page, in stream order, without the spaces and line breaks that pdfium invents.

Columns throughout: a page has thousands of glyphs, and what is done for each of them in Python is most of the time there is.
"""

from __future__ import annotations

import ctypes
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from pypdfium2 import raw

from planparse.glyphs.limits import ROW
from planparse.glyphs.stream import is_slice
from planparse.page import Glyphs
from planparse.readers.pdf.calls import (
    BOX,
    COLOUR,
    LOOSE_BOX,
    MATRIX,
    ORIGIN,
    char_box,
    char_has_no_code,
    char_is_generated,
    char_loose_box,
    char_matrix,
    char_object,
    char_origin,
    char_size,
    fill_colour,
    glyph_width,
    handle,
    measured,
    text_font,
    told,
)
from planparse.readers.pdf.clips import clip_boxes, in_the_way
from planparse.readers.pdf.fonts import UNKNOWN, meant
from planparse.readers.pdf.frame import Frame, Matrix, box_through
from planparse.readers.pdf.paths import Drawing
from planparse.readers.pdf.unseen import covered

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from planparse.page import Codes, Flags, Measures

    Handles = NDArray[np.int64]
    Places = NDArray[np.intp]

HALF = -1  # stands for the first half of a character above U+FFFF: the second has it all
CONTIGUOUS = 0.13  # em: the next glyph's pen this near behind the ink is the pen after it
OVERLAP = -0.05  # em by which the ink may reach over the next glyph's pen
OFF_LINE = 0.01  # em that a character may stand off its object's baseline
STRIDE = 4  # characters: most text objects have more
SLICE = 0.01  # points by which a slice of a cluster differs from its loose box
SLANTED = 0.05  # of an em a height of one em leans over: less is upright
ASKEW = 0.09, 0.84  # a line that rises so much for its length, 5 to 40 degrees, is a stamp's or a watermark's, …
STAMPED = 0.25  # … on a page that has less of its text so
PALE = 0xA8  # a fill this light in every colour is a watermark's
LEAST_EM = 0.1  # points
UNITS = 2.048  # thousand units of an em, of a font that is drawn as if it had one thousand
FIRST_THAI, LAST_THAI = 0x0E01, 0x0E5B
FIRST_CONSONANT, LAST_CONSONANT = 0x0E01, 0x0E2E
TALLEST = 0.95  # em over the baseline: no font has most of its consonants as high …
WIDEST = 0.75  # … and as wide


class _Chars(NamedTuple):
    """The characters that are drawn: index, code, text object, ink box (left, bottom, right, top) and pen in PDF coordinates."""

    place: Places
    code: Codes
    owner: Handles
    box: Measures
    pen: Measures


class _Runs(NamedTuple):
    """What the characters of one text object after the other share, a row a run.

    The em is in points, ``stretch`` is how much wider than high it is set, the turn is in quarters to the left; ``slant`` is how
    far upright text leans to the right for its height; text ``backwards`` is upside down in the PDF, a line that is ``askew``
    is neither level nor upright; ``line`` is the matrix of its first character: direction and pen in PDF coordinates.
    """

    owner: Handles
    em: Measures
    stretch: Measures
    turn: Codes
    slant: Measures
    pale: Flags
    backwards: Flags
    askew: Flags
    font: Handles
    line: Measures


def page_glyphs(text: Any, frame: Frame, drawing: Drawing) -> tuple[Glyphs, Glyphs]:  # noqa: ANN401 - an opaque pdfium handle
    """Return the glyphs of a page's text that are seen, and those of stamps over it; none where pdfium has no text of it.

    ``drawing`` is what is drawn there besides.
    """
    if not text:
        return Glyphs.of(()), Glyphs.of(())
    page = handle(text)
    chars = _with_whole_units(_chars(page, _codes(text)))
    if not len(chars.place):
        return Glyphs.of(()), Glyphs.of(())
    runs, run = _runs(page, frame, chars)
    em, turn, slant, font = runs.em[run], runs.turn[run], runs.slant[run], runs.font[run]
    kinds = _kinds(chars, _alike(runs.font)[run], em)
    in_form = _in_forms(page, chars, runs, run, drawing.nested)
    matrices = _matrices(frame, drawing.nested, runs.owner[run], in_form)
    x0, top, x1, bottom, x, y = _placed(matrices, chars)
    seen = (x1 > 0) & (x0 < frame.width) & (bottom > 0) & (top < frame.height)  # the rest is cropped away
    seen &= ~_in_the_way(chars, runs, run, drawing.nested)
    seen &= ~covered(runs.owner, run, np.column_stack([x0, top, x1, bottom]), drawing, frame)
    plain = (turn == 0) & ~in_form if frame.upright else np.zeros(len(turn), np.bool_)
    advance = np.full(len(turn), np.inf)  # not known
    if plain.any():
        advance[plain] = _advances(page, chars, kinds, em, slant, plain & seen)[plain]
        lean = np.where(plain, slant * (y - (top + bottom) / 2), 0.0)
        x0, x1 = x0 - lean, x1 - lean
    guessed = ~plain
    if guessed.any():
        advance = np.where(plain, advance, _widths(chars.code, font, guessed & seen) * em * runs.stretch[run])
    x0, top, x1, bottom, x, y = _turned(turn, (x0, top, x1, bottom, x, y))
    measures = np.array([x0, top, x1, bottom, x, y, np.maximum(x + advance, x1), em]).T
    codes = meant(chars.code, font, measures, _numbered(page, chars, kinds))
    measures[:, 7] *= _units(codes, font, measures)
    seen &= np.isfinite(x0 + top + x1 + bottom + x + y + em)  # in a damaged file they may be anything
    glyphs = Glyphs(codes, measures, turn, runs.pale[run])
    if guessed.any():
        sliced = guessed & _is_sliced(glyphs)
        measures[sliced, 6] = measures[sliced, 2]  # a slice has the advance of its ink, and no code by which a font knows it
        guessed &= ~sliced
    if not seen.all() or runs.backwards.any():
        order = _reading_order(measures, runs.backwards[run], seen)
        glyphs, guessed, run = glyphs.where(order), guessed[order], run[order]
    askew = runs.askew[run]
    if not askew.any() or askew.mean() > STAMPED:  # most pages; one whose own lines are askew has no stamps
        return _ended(glyphs, guessed), Glyphs.of(())
    return _ended(glyphs.where(~askew), guessed[~askew]), glyphs.where(askew)


def _codes(text: Any) -> Codes:  # noqa: ANN401 - an opaque pdfium handle
    """Return the code of each character: those of the page's text where that has as many, else one by one."""
    count = raw.FPDFText_CountChars(text)
    codes = (ctypes.c_ushort * (count + 1))()
    if raw.FPDFText_GetText(text, 0, count, codes) == count + 1:
        return _joined(np.frombuffer(codes, np.uint16, count).astype(np.int32))
    return _joined(np.array([raw.FPDFText_GetUnicode(text, index) for index in range(count)], np.int32))


def _joined(codes: Codes) -> Codes:
    """Return the codes with the two halves of a character above U+FFFF put together in the second's place."""
    high, low = (codes >= 0xD800) & (codes < 0xDC00), (codes >= 0xDC00) & (codes < 0xE000)
    if not high.any() and not low.any():
        return codes
    before = np.roll(codes, 1)
    paired = low & np.roll(high, 1)
    whole = 0x10000 + ((before - 0xD800) << 10) + (codes - 0xDC00)
    return np.where(paired, whole, np.where(high, HALF, np.where(low, UNKNOWN, codes))).astype(np.int32)


def _chars(page: int, codes: Codes) -> _Chars:
    """Return the characters that a text object draws: pdfium makes up others."""
    owners = _owners(page, codes)
    drawn = (owners != 0) & (codes != HALF)
    spaces = np.flatnonzero(drawn & (codes == ord(" ")))
    drawn[spaces] = told(char_is_generated, page, spaces) == 0
    places = np.flatnonzero(drawn)
    return _Chars(
        places,
        codes[places],
        owners[places],
        measured(char_box, BOX, page, places),
        measured(char_origin, ORIGIN, page, places),
    )


def _with_whole_units(chars: _Chars) -> _Chars:
    """Return the characters with the codes of glyphs that stand for several put right: Ghostscript 10 takes the low byte of one
    for the high byte of the next, so that U+0E49 U+0E33 becomes U+0E49 U+4933.
    """
    before = chars.code[:-1]
    whole = (before & 0xFF00) | (chars.code[1:] & 0xFF)
    split = (before >= FIRST_THAI) & (before <= LAST_THAI) & (chars.code[1:] >> 8 == before & 0xFF)
    split &= (whole >= FIRST_THAI) & (whole <= LAST_THAI)
    if not split.any():
        return chars
    split &= (chars.pen[1:] == chars.pen[:-1]).all(axis=1)
    return chars._replace(code=np.append(chars.code[:1], np.where(split, whole, chars.code[1:])))


def _owners(page: int, codes: Codes) -> Handles:
    """Return the text object that draws each character, 0 for none.

    An object's characters follow each other: where every ``STRIDE``th tells the same, nobody needs to ask those between,
    except for what may be a line's end that pdfium made up; :func:`_chars` asks for spaces.
    """
    ends = np.arange(0, len(codes), STRIDE)
    told_by = told(char_object, page, ends)
    owners = np.repeat(told_by, STRIDE)[: len(codes)]
    alike = np.zeros(len(ends), np.bool_)
    alike[:-1] = (told_by[1:] == told_by[:-1]) & (told_by[1:] != 0)
    unsure = ~np.repeat(alike, STRIDE)[: len(codes)] | (codes < ord(" "))
    unsure[ends] = False
    asked = np.flatnonzero(unsure)
    owners[asked] = told(char_object, page, asked)
    return owners


def _numbered(page: int, chars: _Chars, kinds: Places) -> Flags:
    """Return which characters have no code: pdfium tells the number of their glyphs, which is none of a Thai letter's."""
    found = np.zeros(len(kinds), np.bool_)
    places = np.flatnonzero((chars.code < FIRST_THAI) | (chars.code > LAST_THAI))
    first = _first(kinds, places)
    found[places] = (told(char_has_no_code, page, chars.place[first]) == 1)[kinds[places]]
    return found


def _kinds(chars: _Chars, font: Places, em: Measures) -> Places:
    """Return a number, from 0, that the characters of one font, code and ink share: a font may have several glyphs for a code."""
    sides = ((chars.box[:, 2] - chars.box[:, 0]) / em, (chars.box[:, 3] - chars.box[:, 1]) / em)
    wide, high = (np.fmin(np.fmax(side * 100, 0), 999).astype(np.int64) for side in sides)  # a damaged file's may be no number
    return _alike(((font * 0x110000 + chars.code) * 1000 + wide) * 1000 + high)


def _runs(page: int, frame: Frame, chars: _Chars) -> tuple[_Runs, Places]:
    """Return the runs, and the number of each character's run."""
    starts = np.flatnonzero(np.diff(chars.owner, prepend=-1))
    firsts, owners = chars.place[starts], chars.owner[starts]
    line = measured(char_matrix, MATRIX, page, firsts).astype(np.float64)
    a, b, c, d = line.T[:4]
    across, down = frame.direction(a, b)
    turn = np.where(abs(across) >= abs(down), np.where(across > 0, 0, 2), np.where(down < 0, 1, 3)).astype(np.int32)
    shorter, longer = np.minimum(abs(across), abs(down)), np.maximum(abs(across), abs(down))
    askew = (shorter > ASKEW[0] * longer) & (shorter < ASKEW[1] * longer)
    leans = (turn == 0) & (abs(c) > SLANTED * abs(d)) & (d != 0)
    slant = np.divide(c, d, out=np.zeros_like(c), where=leans)
    size = told(char_size, page, firsts)
    scale = np.sqrt(abs(a * d - b * c))
    em = np.maximum(size * scale, LEAST_EM)
    stretch = np.divide(np.hypot(a, b), scale, out=np.ones_like(scale), where=scale > 0)
    red, green, blue, alpha = measured(fill_colour, COLOUR, owners).T
    pale = (np.minimum(np.minimum(red, green), blue) > PALE) | (alpha < 0xFF - PALE)
    runs = _Runs(owners, em, stretch, turn, slant, pale, a < -abs(b), askew, told(text_font, owners), line)
    return runs, np.repeat(np.arange(len(starts)), np.diff(starts, append=len(chars.owner)))


def _in_the_way(chars: _Chars, runs: _Runs, run: Places, nested: Mapping[int, Matrix]) -> Flags:
    """Return which characters are clipped away and lie over others. A form's clips are in its coordinates."""
    clips = clip_boxes(runs.owner)
    for place, owner in enumerate(runs.owner.tolist() if nested else ()):
        if owner in nested and np.isfinite(clips[place]).all():
            clips[place] = box_through(nested[owner], clips[place])
    if np.isinf(clips).all():
        return np.zeros(len(run), np.bool_)
    starts = np.searchsorted(run, np.arange(len(clips)))
    low, high = np.minimum.reduceat(chars.box[:, :2], starts), np.maximum.reduceat(chars.box[:, 2:], starts)
    return in_the_way(np.column_stack([low, high]), clips)[run]


def _in_forms(page: int, chars: _Chars, runs: _Runs, run: Places, nested: Mapping[int, Matrix]) -> Flags:
    """Return which characters pdfium leaves in the coordinates of the form they lie in: slices of a cluster, off their line."""
    found = np.zeros(len(run), np.bool_)
    if not nested:
        return found
    x, y = chars.pen.T
    across, up, at_x, at_y = runs.line[run][:, [0, 1, 4, 5]].T
    length = np.hypot(across, up)
    off = abs((x - at_x) * up - (y - at_y) * across) > OFF_LINE * runs.em[run] * np.where(length > 0, length, 1.0)
    places = np.flatnonzero(off & np.isin(chars.owner, list(nested)))
    loose = measured(char_loose_box, LOOSE_BOX, page, chars.place[places])[:, [0, 3, 2, 1]]
    found[places] = (abs(loose - chars.box[places]) < SLICE).all(axis=1)
    return found


def _matrices(frame: Frame, nested: Mapping[int, Matrix], owner: Handles, in_form: Flags) -> Measures:
    """Return the matrix that takes each character to the page as it is read, as six columns, or numbers if it is one for all."""
    if not in_form.any():
        return np.array(frame.matrix, np.float64)
    found = np.tile(np.array(frame.matrix, np.float64), (len(owner), 1))
    for place in np.flatnonzero(in_form).tolist():
        found[place] = frame.after(nested[int(owner[place])]).matrix
    return found.T


def _placed(matrices: Measures, chars: _Chars) -> tuple[Measures, ...]:
    """Return ink box and pen on the page as it is read: x0, top, x1, bottom, x, y."""
    a, b, c, d, e, f = matrices
    left, low, right, high = chars.box.T
    ax, ay, bx, by = a * left + c * low + e, b * left + d * low + f, a * right + c * high + e, b * right + d * high + f
    x, y = chars.pen.T
    pen = a * x + c * y + e, b * x + d * y + f
    return np.minimum(ax, bx), np.minimum(ay, by), np.maximum(ax, bx), np.maximum(ay, by), *pen


def _turned(turn: Codes, placed: tuple[Measures, ...]) -> tuple[Measures, ...]:
    """Return the measures in those of the page turned so that the text reads upright, as :func:`planparse.page.turned` does."""
    if not turn.any():
        return placed
    x0, top, x1, bottom, x, y = placed
    quarters = (placed, (-bottom, x0, -top, x1, -y, x), (-x1, -bottom, -x0, -top, -x, -y), (top, -x1, bottom, -x0, y, -x))
    return tuple(np.choose(turn, columns) for columns in zip(*quarters, strict=True))


def _advances(page: int, chars: _Chars, kinds: Places, em: Measures, slant: Measures, wanted: Flags) -> Measures:
    """Return the points from pen to pen of the ``wanted`` characters, from their loose boxes, which lean with the text.

    One character tells it for all of its kind.
    """
    places = np.flatnonzero(wanted)
    told_by = _first(kinds, places)
    _, top, right, bottom = measured(char_loose_box, LOOSE_BOX, page, chars.place[told_by]).T.astype(np.float64)
    (x, y), lean = chars.pen[told_by].T, slant[told_by]
    advances = (right - x - np.maximum(lean * (top - y), lean * (bottom - y))) / em[told_by]
    found = np.zeros(len(em))
    found[places] = advances[kinds[places]] * em[places]
    return found


def _alike(values: Handles) -> Places:
    """Return for each value the number, from 0, of those like it, as ``np.unique`` does, which loads masked arrays for it."""
    order = np.argsort(values, kind="stable")
    ordered = values[order]
    like = np.zeros(len(values), np.intp)
    like[order[1:]] = np.cumsum(ordered[1:] != ordered[:-1])
    return like


def _first(kinds: Places, places: Places) -> Places:
    """Return the first of some ``places`` that is of each kind; for a kind that is not among them, any place."""
    found = np.zeros(kinds.max(initial=-1) + 1, np.intp)
    found[kinds[places[::-1]]] = places[::-1]  # what is written last stays
    return found


def _widths(codes: Codes, font: Handles, wanted: Flags) -> Measures:
    """Return the advances of the ``wanted`` characters as their fonts tell them, in em; infinite where they do not.

    For text that is turned, of which the loose boxes tell none. A font is asked by Unicode, which it may not know.
    """
    found = np.full(len(codes), np.inf)
    places = np.flatnonzero(wanted & (font != 0))
    if len(places):
        kinds = _alike(font[places] * 0x110000 + codes[places])
        by = places[_first(kinds, np.arange(len(places)))]
        wide = glyph_width(font[by], codes[by])
        found[places] = np.where(wide > 0, wide, np.inf)[kinds]
    return found


def _units(codes: Codes, font: Handles, measures: Measures) -> Measures:
    """Return how many times each glyph's em is what is told: Ghostscript has fonts of 2048 units drawn as if they had 1000.

    Their letters are told by being twice too high and twice too wide: print that is stretched is either.
    """
    x0, top, x1, _, _, y, _, em = measures.T
    letters = (codes >= FIRST_CONSONANT) & (codes <= LAST_CONSONANT)
    large = letters & (y - top > TALLEST * em) & (x1 - x0 > WIDEST * em)
    found = np.ones(len(codes))
    for address in set(font[large].tolist()):
        own = font == address
        if 2 * large[own].sum() > letters[own].sum():
            found[own] = UNITS
    return found


def _reading_order(measures: Measures, backwards: Flags, seen: Flags) -> Places:
    """Return the places of the ``seen`` characters as they are read: pdfium tells the objects on a line from the left of the PDF's
    page, also where the text runs ``backwards``. Those on one pen stay in their order.
    """
    order = np.flatnonzero(seen)
    if len(order) < 2 or not backwards.any():
        return order
    x, y, _, em = measures[order, 4:].T
    turned = backwards[order]
    starts = (abs(np.diff(y)) > ROW * em[1:]) | np.diff(turned)
    line = np.concatenate([[0], np.cumsum(starts)])
    return order[np.lexsort((np.where(turned, np.round(x, 2), 0.0), line))]


def _is_sliced(glyphs: Glyphs) -> Flags:
    """Return which glyphs are slices of one that stands for several characters."""
    found = is_slice(glyphs)
    found[:-1] |= found[1:]
    return found


def _ended(glyphs: Glyphs, guessed: Flags) -> Glyphs:
    """Return the glyphs with the pen after turned ones: the next glyph's where that follows at once, else as far as is known.

    ``guessed`` are the turned ones: what their fonts tell of their advances may be another character's.
    """
    x1, x, y, end, em = glyphs.measures[:, [2, 4, 5, 6, 7]].T
    if guessed.any():
        gap = np.append(x[1:], np.inf) - x1
        level = np.append((y[1:] == y[:-1]) & (glyphs.turns[1:] == glyphs.turns[:-1]), False)
        follows = level & (gap > OVERLAP * em) & (gap < np.minimum(CONTIGUOUS * em, end - x1))
        known = np.where(np.isinf(end), x1, end)
        glyphs.measures[:, 6] = np.where(guessed & follows, x1 + np.where(follows, gap, 0.0), known)
    return glyphs
