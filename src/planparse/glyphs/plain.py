"""Runs of glyphs that need no repair: code and ink agree, so they go through the engine in one piece.

Most of a page is such runs. They are told from the page's columns at once; whatever is not plain by every test here stays
single glyphs, for the rules to look at, and so do the letters around it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from planparse.glyphs.codes import (
    ABOVE_MARKS,
    AM,
    AM_LEFT,
    BELOW_MARKS,
    CODES,
    CONSONANTS,
    INKED,
    INVISIBLE,
    NIKHAHIT,
    PRIVATE_USE,
    RAISED,
    SOUND,
    SPACES,
    SPECK,
    TONES,
    UNMAPPED_LOW,
)
from planparse.glyphs.limits import BEHIND, EXACT, LEFT, OVER, PEN, REACH, ROW, SAME_ROW, SIDE, STACKED, TWICE
from planparse.page import SEVERAL

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from planparse.page import Codes, Flags, Glyphs, Measures

    Places = NDArray[np.intp]

NEXT = 0.1  # em between the pen after a character and the next one's
SNUG = 0.02  # em between the pen after a space and the next letter's, and before it, if the space goes with its words …
BROAD = 0.12  # … and em of its advance: a space that nothing narrows is seen
LEVEL = 0.01  # points between the baselines of a run's glyphs
CROWDED = 0.25  # of the glyphs that need a look: then each of them gets one
# the kinds of codes; marks last, in the order in which they are written
ODD, OTHER, SIGN, WHOLE, CONSONANT, SARA_AM, SPACE, BELOW, ABOVE, CIRCLE, TONE = range(11)
CODE_POINTS = 0x10000


class Runs(NamedTuple):
    """A layer's glyphs in stream order, parted: where each part starts and stops, and which need no look at their glyphs.

    Ink and pens are those of the letters, in points; ``text`` is what the codes mean, ``raw`` what they are, a character a glyph
    (any for one with several: ``several`` tells which parts have such).
    """

    start: Places
    stop: Places
    plain: Flags
    several: Flags
    measures: Measures
    text: str
    raw: str


def runs(glyphs: Glyphs) -> Runs:
    """Return a layer's glyphs parted into runs that need no repair, and single glyphs."""
    meant, kind = _told(glyphs)
    plain, base = _plain(glyphs.measures, kind)
    mark = kind >= BELOW
    starts = np.flatnonzero(~_joined(glyphs, kind, plain, base))
    inkless = mark | (kind == SPACE)
    measured = _measured(glyphs.measures, starts, inkless)
    torn = _near(glyphs.measures, measured, _to_look_at(glyphs, kind, plain))
    torn |= _crossed(measured, plain[starts])
    single = np.repeat(torn, np.diff(starts, append=len(kind)))
    single[starts] = True
    start = np.flatnonzero(single)
    stop = np.append(start[1:], len(kind))
    if len(start) > len(starts):
        measured = _measured(glyphs.measures, start, inkless)
    whole = plain[start] & ~mark[start]
    several = np.maximum.reduceat(glyphs.codes, start) >= SEVERAL
    text = _string(meant)
    raw = text if np.array_equal(meant, glyphs.codes) else _string(glyphs.codes)
    return Runs(start, stop, whole, several, measured, text, raw)


def _told(glyphs: Glyphs) -> tuple[Codes, Codes]:
    """Return what each glyph means, as a code, and of which kind that is."""
    codes = np.minimum(glyphs.codes, CODE_POINTS - 1)
    meant, kind = _MEANT[codes], _KINDS[codes]
    beyond = glyphs.codes >= CODE_POINTS
    if beyond.any():
        meant[beyond] = glyphs.codes[beyond]
        kind[beyond] = ODD
        for place, text in enumerate(glyphs.several, SEVERAL):
            if "\u0e01" <= text[:1] <= "\u0e5b":
                kind[glyphs.codes == place] = WHOLE
    return meant, kind


def _plain(measures: Measures, kind: Codes) -> tuple[Flags, Places]:
    """Return which glyphs need no repair, and for each mark the place of the letter before it (for others their own)."""
    x0, top, _, bottom, x, y, _, em = measures.T
    mark = kind >= BELOW
    base = np.maximum.accumulate(np.where(mark, -1, np.arange(len(kind))))
    rise = (y - bottom) / em  # of the ink's lower edge over the baseline
    plain = ((kind == SIGN) & (rise < UNMAPPED_LOW)) | ((kind == OTHER) & (rise < RAISED))
    plain |= (kind == CONSONANT) & (bottom - top > SPECK * em)
    plain |= (kind == SARA_AM) & (x0 - x <= AM_LEFT * em) & (rise <= RAISED)
    plain |= (kind == SPACE) & (bottom - top <= INKED * em)
    plain |= kind == WHOLE
    marks = np.flatnonzero(mark)
    plain[marks] = _stand(measures, kind, marks, base) & plain[base[marks]]
    for _ in range(2):  # a mark that follows one that is not plain is not, and a letter has three at most
        plain[1:] &= ~mark[1:] | plain[:-1]
    return plain, base


def _stand(measures: Measures, kind: Codes, marks: Places, base: Places) -> Flags:
    """Return which of the ``marks`` stand as they should on the letters before them, those at their ``base``."""
    letters = base[marks]
    own, theirs = measures.T.take(marks, axis=1), measures.T.take(letters, axis=1)
    tier, before = kind[marks], marks - 1
    _, top, _, bottom, _, y, _, em = own
    found: Flags = (letters >= 0) & (kind[letters] == CONSONANT) & (em == theirs[7]) & (abs(y - theirs[5]) < ROW * em)
    found &= np.where(tier == BELOW, (y - bottom) / em <= RAISED, (tier == CIRCLE) | (top <= y))
    found &= (letters == before) | (kind[before] < tier)
    return found & _is_on(own, theirs) & ~_is_stacked(measures, kind, marks, base) & ~_is_early(measures, kind, marks)


def _is_on(marks: Measures, letters: Measures) -> Flags:
    """Return which marks are drawn on their letters: what :func:`planparse.glyphs.clusters.is_on` tells of one. A row a measure."""
    x0, _, x1, _, x, _, _, em = marks
    left, _, right, _, pen, _, end, size = letters
    behind = x - pen
    over = np.minimum(right, x1) - np.maximum(left, x0)
    covered = (over > OVER * (x1 - x0)) & (behind > BEHIND * em)
    written = (x0 >= x) & (abs(x - end) < BEHIND * em)
    middle = (x0 + x1) / 2
    own = (behind >= PEN * em) | (x0 >= x)
    found: Flags = covered | written | (own & (pen - LEFT * size <= middle) & (middle <= right + SIDE * size))
    return found


def _is_early(measures: Measures, kind: Codes, marks: Places) -> Flags:
    """Return which marks are told before their letter: see :func:`planparse.glyphs.clusters.is_early`."""
    after = np.minimum(marks + 1, len(kind) - 1)
    x0, _, x1, _, x, y, _, em = measures.T.take(marks, axis=1)
    next_x, next_y = measures.T[4:6].take(after, axis=1)
    over_next = (x0 >= x) & (next_x - x > EXACT * em) & ((x0 + x1) / 2 > next_x)
    found: Flags = over_next & (after > marks) & (kind[after] == CONSONANT) & (abs(next_y - y) < ROW * em)
    return found


def _is_stacked(measures: Measures, kind: Codes, marks: Places, base: Places) -> Flags:
    """Return which tones right behind a letter may stand on the vowel of the letter before: some fonts draw both far right."""
    x0, _, x1, *_, em = measures.T
    vowels = np.where((kind == ABOVE) | (kind == CIRCLE), np.arange(len(kind)), -1)
    vowel = np.maximum.accumulate(vowels)[marks]
    letter = base[marks]
    own = (kind[marks] == TONE) & (letter == marks - 1) & (letter > 0) & (vowel >= 0)
    own &= base[vowel] == base[np.maximum(letter - 1, 0)]
    apart = abs((x0 + x1)[vowel] - (x0 + x1)[marks]) / 2
    stacked: Flags = own & (apart < STACKED * em[marks])
    return stacked


def _joined(glyphs: Glyphs, kind: Codes, plain: Flags, base: Places) -> Flags:
    """Return which glyphs go on with the run of the glyph before."""
    x, y, end, em = glyphs.measures[:, 4:].T
    mark, space = kind >= BELOW, kind == SPACE
    before = base[:-1]
    gap = x[1:] - np.where(mark, np.maximum(end[base], x), end)[:-1]
    near = (abs(gap) < np.where(space[1:] | space[:-1], SNUG, NEXT) * em[1:]) & (x[1:] - x[before] > TWICE * em[1:])
    level = (abs(y[1:] - y[before]) < LEVEL) & (em[1:] == em[before]) & (before >= 0)
    found = np.zeros(len(kind), np.bool_)
    found[1:] = plain[1:] & plain[:-1] & (mark[1:] | (near & level))
    return _with_spaces(found, space, (glyphs.codes == ord(" ")) & (end - x > BROAD * em))


def _with_spaces(joined: Flags, space: Flags, usual: Flags) -> Flags:
    """Return which glyphs go on with the one before: a space goes between two letters, or stands alone."""
    found = joined.copy()
    inside = usual & joined
    inside[:-1] &= joined[1:] & ~space[1:]
    inside[-1:] = False
    inside[1:] &= ~space[:-1]
    found &= ~space | inside
    found[1:] &= ~space[:-1] | inside[:-1]
    return found


def _to_look_at(glyphs: Glyphs, kind: Codes, plain: Flags) -> Flags:
    """Return which glyphs may turn out to be the mark of a letter near by."""
    codes = glyphs.codes
    _, top, _, bottom, x, _, end, em = glyphs.measures.T
    signs = (codes < 0x80) & ~_ALPHANUMERIC[np.minimum(codes, 0x7F)] & (kind != SPACE) & (end - x > INKED * em)
    alone = signs | ((codes >= 0x2000) & (codes < 0x2070)) | (codes >= SEVERAL)
    found: Flags = ~plain & ~alone & ((kind >= BELOW) | (bottom - top > INKED * em))
    return found


def _near(measures: Measures, runs: Measures, odd: Flags) -> Flags:
    """Return which runs have a glyph near that may be the mark of one of their letters."""
    many = int(odd.sum())
    if not many:
        return np.zeros(len(runs), np.bool_)
    if many > CROWDED * len(odd):
        return np.ones(len(runs), np.bool_)
    x0, _, x1, _, _, y, _, em = (column[:, None] for column in measures[odd].T)
    left, _, right, _, _, level = runs.T[:6]
    near = (x1 > left - REACH * em) & (x0 < right + REACH * em) & (abs(y - level) < ROW * em)
    found: Flags = near.any(axis=0)
    return found


def _crossed(runs: Measures, plain: Flags) -> Flags:
    """Return which ``plain`` runs lie over another: letters that are drawn twice, spaces that are drawn under letters."""
    found = np.zeros(len(runs), np.bool_)
    sound = np.flatnonzero(plain)
    if len(sound) < 2:
        return found
    *_, x, y, end, em = runs[sound].T
    down = np.argsort(y, kind="stable")
    line = np.empty(len(down))
    line[down] = np.cumsum(np.diff(y[down], prepend=y[down[0]]) > SAME_ROW * em[down])
    across = np.lexsort((x, line))
    beyond = (abs(x).max() + abs(end).max() + 1) * 2 * line[across]  # lines far apart: one row of stretches
    reach = np.maximum.accumulate(end[across] + beyond)
    widest = np.maximum.accumulate(np.where(end[across] + beyond == reach, np.arange(len(across)), 0))
    over = np.flatnonzero((x[across] + beyond)[1:] < reach[:-1] - NEXT * em[across][1:])
    found[sound[across[over + 1]]] = True
    found[sound[across[widest[over]]]] = True
    return found


def _measured(measures: Measures, starts: Places, inkless: Flags) -> Measures:
    """Return the measures of each run: ink and pens of its letters, whatever its marks and spaces are; one alone has its own."""
    x0, top, x1, bottom, x, y, end, em = measures.T
    inner = inkless.copy()
    inner[starts] = False
    return np.array(
        [
            np.minimum.reduceat(np.where(inner, np.inf, x0), starts),
            np.minimum.reduceat(np.where(inner, np.inf, top), starts),
            np.maximum.reduceat(np.where(inner, -np.inf, x1), starts),
            np.maximum.reduceat(np.where(inner, -np.inf, bottom), starts),
            x[starts],
            y[starts],
            np.maximum.reduceat(np.where(inner, x, end), starts),
            em[starts],
        ]
    ).T


def _string(codes: Codes) -> str:
    """Return a string with a character for each code."""
    return np.where(codes < SEVERAL, codes, 0xFFFD).astype("<u4").tobytes().decode("utf-32-le", "replace")


def _kinds() -> tuple[Codes, Codes]:
    """Return what each code means and of which kind that is."""
    meant = np.arange(CODE_POINTS, dtype=np.int32)
    kind = np.full(CODE_POINTS, OTHER, np.int32)
    for of, letters in ((SIGN, SOUND), (CONSONANT, CONSONANTS), (SARA_AM, AM), (SPACE, SPACES)):
        kind[[ord(letter) for letter in letters]] = of
    for of, letters in ((BELOW, BELOW_MARKS), (ABOVE, ABOVE_MARKS - TONES), (CIRCLE, NIKHAHIT), (TONE, TONES)):
        kind[[ord(letter) for letter in letters]] = of
    kind[[ord(letter) for letter in ("\u0e4e", *INVISIBLE, *CODES)]] = ODD
    for code, letter in PRIVATE_USE.items():
        meant[ord(code)] = ord(letter)
        kind[ord(code)] = kind[ord(letter)]
    kind[0xD800:0xE000] = ODD
    return meant, kind


_MEANT, _KINDS = _kinds()
_ALPHANUMERIC = np.array([chr(code).isalnum() for code in range(0x80)])
