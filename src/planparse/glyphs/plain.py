"""Runs of characters that need no repair: text and ink agree, so they go through the engine in one piece.

Most of a page is such runs. Whatever is not plain by every test here stays single glyphs, for the rules to look at.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from math import inf

from planparse.glyphs.codes import ABOVE_MARKS, AM, AM_LEFT, BELOW_MARKS, INKED, RAISED, SPACES, SPECK
from planparse.page import Glyph

LEFT = 0.02  # em: … and no further left of its consonant's pen
SIDE = 0.12  # em: a mark's middle may stand this far beside its consonant's ink
PEN = 0.08  # em: a mark's pen stands behind its consonant's by more
TWICE = 0.06  # em: the same letter this near was drawn twice
NEXT = 0.1  # em between the pen after a character and the next one's
REACH = 1.0  # em around a run in which a mark that stands by itself may belong to one of its letters
SLICE = 6.0  # points of the page's height in which runs are looked for together
MARKS = BELOW_MARKS | ABOVE_MARKS | {"\u0e4d"}
# Thai as it is written (each mark behind its consonant, vowel before tone), ASCII, and the commonest punctuation
_WRITTEN = re.compile(
    "(?:[\u0e01-\u0e2e][\u0e31\u0e34-\u0e3a\u0e47]?[\u0e48-\u0e4c]?"
    "|[\u0e2f\u0e30\u0e32\u0e33\u0e41-\u0e46\u0e4f-\u0e5b]|\u0e40(?!\u0e40)|[!-~](?![\u0e32\u0e33])|[\u2013\u2014\u2018-\u201d\u2026])+\\Z"
)
_TO_TEST = re.compile("[\u0e31\u0e33-\u0e3a\u0e47-\u0e4c]")

Row = list[Glyph]


def runs(glyphs: Iterable[Glyph], cuts: Sequence[float] = ()) -> list[Glyph]:
    """Return the glyphs of one layer with each run of characters that needs no repair put together to one.

    A run over one of the ``cuts`` (sorted, in points from the left) stays single: a column ends there.
    """
    done: list[Row] = []
    row: Row = []
    y = pen = em = 0.0
    spaced = True
    glyphs = list(glyphs)
    if any(map(_is_twice, glyphs, glyphs[1:])):
        return glyphs
    for glyph in glyphs:
        text = glyph.text
        if (
            not spaced
            and glyph.y == y
            and glyph.em == em
            and (-NEXT * em < glyph.x - pen < NEXT * em or text in MARKS)
            and text not in SPACES
        ):
            row.append(glyph)
        else:
            row = [glyph]
            done.append(row)
            y, em, spaced = glyph.y, glyph.em, text in SPACES
        pen = glyph.end
    return _parted([_run(row) if len(row) > 1 and not _is_cut(row, cuts) and is_plain(row) else row for row in done])


def _is_cut(row: Row, cuts: Sequence[float]) -> bool:
    """Whether a column's edge goes through a row."""
    return bisect_left(cuts, row[0].x0) != bisect_left(cuts, row[-1].x1)


def _is_twice(glyph: Glyph, following: Glyph) -> bool:
    """Whether a letter was drawn twice, one after the other: fake bold, which the lines put right."""
    near = TWICE * glyph.em
    return glyph.text == following.text and abs(glyph.x - following.x) < near and abs(glyph.y - following.y) < near


def is_plain(row: Sequence[Glyph]) -> bool:
    """Whether characters that follow each other on one line need no repair."""
    text = "".join([glyph.text for glyph in row])
    if not _WRITTEN.match(text) or len(text) != len(row):
        return False
    thinnest = SPECK * row[0].em
    for glyph in row:
        if glyph.x1 - glyph.x0 < thinnest and "\u0e01" <= glyph.text <= "\u0e2e":
            return False
    return all(_is_in_place(row, match.start()) for match in _TO_TEST.finditer(text))


def _is_in_place(row: Sequence[Glyph], at: int) -> bool:
    """Whether a mark stands on its consonant and in its tier, or a SARA AM starts left of its pen."""
    mark = row[at]
    em = mark.em
    if mark.text == AM:
        return mark.x0 - mark.x <= AM_LEFT * em
    base = at - 1
    while row[base].text in MARKS:
        base -= 1
    letter = row[base]
    middle = (mark.x0 + mark.x1) / 2
    if letter.x > mark.x - PEN * em or not letter.x - LEFT * em <= middle <= letter.x1 + SIDE * em:
        return False
    return mark.y - mark.bottom <= RAISED * em if mark.text in BELOW_MARKS else mark.top < mark.y


def _run(row: Row) -> tuple[Glyph, Row]:
    """Return the row as one glyph, and its glyphs."""
    first = row[0]
    whole = Glyph(
        "".join([glyph.text for glyph in row]),
        min([glyph.x0 for glyph in row[:2]]),
        min([glyph.top for glyph in row]),
        max([glyph.x1 for glyph in row[-3:]]),
        max([glyph.bottom for glyph in row]),
        first.x,
        first.y,
        max([glyph.x if glyph.text in MARKS else glyph.end for glyph in row[-3:]]),
        first.em,
        first.turn,
        first.pale,
    )
    return whole, row


def _parted(made: Sequence[tuple[Glyph, Row] | Row]) -> list[Glyph]:
    """Return all glyphs, no run whole over which something else stands.

    A mark that the file has elsewhere belongs to one of its letters, and letters over each other are drawn twice.
    """
    near = _slices(glyph for item in made if isinstance(item, list) for glyph in item if _is_stray(glyph))
    covered = _covered(made)
    done: list[Glyph] = []
    for place, item in enumerate(made):
        if isinstance(item, list):
            done.extend(item)
            continue
        whole, row = item
        if place in covered or (near and _is_under(whole, near)):
            done.extend(row)
        else:
            done.append(whole)
    return done


def _covered(made: Sequence[tuple[Glyph, Row] | Row]) -> set[int]:
    """Return the places of what lies over another run or row of its line, by their pens."""
    stretches: list[tuple[float, float, float, float, int]] = []
    for place, item in enumerate(made):
        first, end = (item[0], item[-1].end) if isinstance(item, list) else (item[0], item[0].end)
        stretches.append((first.y, first.x, end, NEXT * first.em, place))
    stretches.sort()
    found: set[int] = set()
    line: list[tuple[float, float, float, int]] = []
    last = -inf
    for y, x, end, slack, place in [*stretches, (inf, 0.0, 0.0, 0.0, 0)]:
        if y - last > slack:
            found.update(_overlapping(line))
            line = []
        line.append((x, end, slack, place))
        last = y
    return found


def _overlapping(line: list[tuple[float, float, float, int]]) -> Iterator[int]:
    """Yield the places of the stretches of a line (start, end, slack, place) that begin before one left of them ends."""
    reach, widest = -inf, -1
    for x, end, slack, place in sorted(line):
        if x < reach - slack:
            yield from (place, widest)
        if end > reach:
            reach, widest = end, place


def _slices(strays: Iterable[Glyph]) -> dict[int, list[Glyph]]:
    """Return the strays by slice of the page's height."""
    found: dict[int, list[Glyph]] = {}
    for stray in strays:
        found.setdefault(round(stray.y / SLICE), []).append(stray)
    return found


def _is_under(run: Glyph, near: dict[int, list[Glyph]]) -> bool:
    reach, row = REACH * run.em, round(run.y / SLICE)
    return any(
        stray.x1 > run.x0 - reach and stray.x0 < run.x1 + reach for line in (row - 1, row, row + 1) for stray in near.get(line, ())
    )


def _is_stray(glyph: Glyph) -> bool:
    """Whether a glyph that begins a row is a mark, or a space with ink: one that a rule may make a mark of."""
    text = glyph.text
    if text in SPACES:
        return glyph.bottom - glyph.top > INKED * glyph.em
    return text in MARKS or "\uf700" <= text <= "\uf71a" or ("\u0080" <= text < "\u0e00")
