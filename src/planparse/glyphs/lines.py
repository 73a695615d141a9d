"""Clusters → lines of text: rows by baseline, spaces where they stand or gape, SARA AM put together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from planparse.glyphs.clusters import RANK, Cluster
from planparse.glyphs.codes import AM, CONSONANTS, PRIVATE_USE
from planparse.glyphs.limits import SAME_ROW, TWICE
from planparse.page import Box, page_box

GAP = 0.16  # em between pen and ink that a reader sees as a space
TIGHT = 0.05  # em between pen and pen, and …
ROOM = 0.12  # … between ink and ink in which no space can be
OPEN = 0.5  # of a space's advance: what is left of it before the next letter, if it is seen
SPACED = 0.3  # em between the letters of letter-spaced text, at most
LEAST_SPACED = 5  # gaps: fewer do not tell that text is letter-spaced
SMALL = 0.86  # of its letter's em: how large raised or lowered print is at most (browsers set it at 0.83)
RAISED = 0.6  # em of the letter between the baselines
BESIDE = 0.1  # em of the letter between its pen and the small print's
_SPLIT_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")
_LAYER_AND_BASELINE, _PEN, _BASELINE = attrgetter("turn", "pale", "y"), attrgetter("x"), attrgetter("y")
_SCRIPT = re.compile(r"[\d*()]+\Z")
_EVERY_MARK = "".join(RANK)
_TONE_FIRST_AM = re.compile("([\u0e48-\u0e4b])\u0e4d\u0e32")

GlyphRepair = tuple[str, str, str]  # rule, before, after


class GlyphLine(NamedTuple):
    """A line as it is read: its text (a trailing space is kept), its ink box on the page, and the repairs in it.

    ``y`` is its baseline, for a turned line its box's top; ``em`` is the largest of its letters.
    """

    text: str
    box: Box
    y: float
    em: float
    repairs: tuple[GlyphRepair, ...] = ()


def lines(clusters: Iterable[Cluster]) -> list[GlyphLine]:
    """Return the lines of some clusters from top to bottom; white lines are left out."""
    found = rows(clusters)
    if len(found) == 1:  # most cells of a plan
        return [line] if (line := _line(found[0])) is not None else []
    if len({row[0].em for row in found}) > 1:
        found = _with_scripts(found)
    return sorted([line for row in found if (line := _line(row)) is not None], key=_BASELINE)


def rows(clusters: Iterable[Cluster]) -> list[list[Cluster]]:
    """Return the clusters by baseline, each row from left to right; those of each layer together."""
    done: list[list[Cluster]] = []
    first: Cluster | None = None
    for cluster in sorted(clusters, key=_LAYER_AND_BASELINE):
        if first and cluster.y - first.y < SAME_ROW * min(cluster.em, first.em) and _same_layer(cluster, first):
            done[-1].append(cluster)
        else:
            first = cluster
            done.append([cluster])
    for row in done:
        if len(row) > 1:
            row.sort(key=_PEN)
    return done


def _with_scripts(found: list[list[Cluster]]) -> list[list[Cluster]]:
    """Return the rows with raised and lowered small digits (the ² of ม.²) in the row of the letter that it follows at once."""
    done: list[list[Cluster]] = []
    for place, row in enumerate(found):
        beside = [*found[max(place - 1, 0) : place], *found[place + 1 : place + 2]]
        large = next((other for other in beside if _is_script(row, other)), None)
        if large is None:
            done.append(row)
        else:
            large.extend(row)
            large.sort(key=_PEN)
    return done


def _is_script(row: Sequence[Cluster], other: Sequence[Cluster]) -> bool:
    first, letter = row[0], other[0]
    if not all(_SCRIPT.match(cluster.text) for cluster in row):
        return False
    if first.em > SMALL * letter.em or not _same_layer(first, letter) or abs(first.y - letter.y) > RAISED * letter.em:
        return False
    return any(abs(first.x - before.end) < BESIDE * letter.em for before in other)


def _same_layer(a: Cluster, b: Cluster) -> bool:
    return a.turn == b.turn and a.pale == b.pale


def compose(text: str) -> str:
    """Put a SARA AM together that is stored as NIKHAHIT and SARA AA, and SARA AE that is stored as two SARA E."""
    if "\u0e4d" in text:
        text = _SPLIT_AM.sub("\\1\u0e33", _TONE_FIRST_AM.sub("\\1\u0e33", text))
    return text.replace("\u0e40\u0e40", "\u0e41")


def _line(row: Sequence[Cluster]) -> GlyphLine | None:
    several = len(row) > 1
    inked = [cluster for cluster in row if not cluster.text.isspace()] if several or row[0].text.isspace() else row
    if not inked:
        return None
    first = inked[0]
    text, raw = _texts(row) if several else (first.text, first.raw)
    whole = compose(text)
    x0, top, x1, bottom, em = _ink(inked) if len(inked) > 1 else (first.x0, first.top, first.x1, first.bottom, first.em)
    repairs = _repairs(inked, raw, text, whole) if raw != whole else ()
    if not first.turn:
        return GlyphLine(whole, Box(x0, top, x1, bottom), first.y, em, repairs)
    page = page_box(Box(x0, top, x1, bottom), first.turn)
    return GlyphLine(whole, page, page.top, em, repairs)


def _ink(inked: Sequence[Cluster]) -> tuple[float, float, float, float, float]:
    """Return the box of some clusters' ink, and the largest em."""
    return (
        min([one.x0 for one in inked]),
        min([one.top for one in inked]),
        max([one.x1 for one in inked]),
        max([one.bottom for one in inked]),
        max([one.em for one in inked]),
    )


def _repairs(inked: Sequence[Cluster], raw: str, text: str, whole: str) -> tuple[GlyphRepair, ...]:
    """Return each rule that changed the line, with the words before and after."""
    rules = {cluster.rule for cluster in inked if cluster.rule} | ({"sara-am"} if whole != text else set())
    return tuple((rule, *changed_words(raw, whole)) for rule in sorted(rules))


def _texts(row: Sequence[Cluster]) -> tuple[str, str]:
    """Return the row's text and what the file said."""
    texts: list[str] = []
    raws: list[str] = []
    letter: Cluster | None = None
    space: Cluster | None = None  # the one that stands behind the letter
    usual: float | None = None  # the gap between the letters: looked for only where it can tell
    for cluster in row:
        if cluster.text.isspace():
            space = space or (cluster if letter is not None else None)
            continue
        if letter is not None:
            if _is_twice(letter, cluster):
                letter.rule = letter.rule or "drawn-twice"
                texts[-1] = _with_marks(texts[-1], _marks_besides(letter, cluster))
                raws.append(cluster.raw)
                continue
            if cluster.x - letter.x < TWICE * cluster.em and _is_behind(letter, cluster):
                texts.insert(-1, cluster.text)
                raws.insert(-1, cluster.raw)
                continue
            spaced = space is not None and _is_seen(space, letter, cluster)
            gap = _gap(letter, cluster)
            if not spaced and GAP < gap <= GAP + SPACED:
                usual = _letter_spacing(row) if usual is None else usual
            spaced = spaced or gap > GAP + (usual or 0.0)
            if spaced:
                texts.append(" ")
                raws.append(" ")
        texts.append(cluster.text)
        raws.append(cluster.raw)
        letter, space = cluster, None
    end = " " if space is not None else ""
    return "".join(texts) + end, "".join(raws) + end


def _is_seen(space: Cluster, before: Cluster, after: Cluster) -> bool:
    """Whether a space between two letters is one that is seen: LibreOffice draws some under the next letter, to underline them.

    In slanted print the ink of the letter before may take a space's room, so what the space itself has of it tells too.
    """
    em = min(after.em, before.em)
    left = after.x - space.x
    if left < TIGHT * em:
        return False
    if (after.x - before.end) > TIGHT * em or (after.x0 - before.x1) > ROOM * em:
        return True
    return left > OPEN * (space.end - space.x) and space.x - before.x > OPEN * (before.end - before.x)


def _gap(before: Cluster, cluster: Cluster) -> float:
    """Return the white between two letters in em: from the pen after the one to the pen of the other."""
    return (cluster.x - before.end) / min(cluster.em, before.em)


def _letter_spacing(row: Sequence[Cluster]) -> float:
    """Return how far all letters of a row stand apart, in em: a gap of the narrow quarter of its gaps, 0 for text set as usual.

    The wide ones may be those between words: behind a letter with marks, only a narrow one tells.
    """
    pens = [pen for cluster in row for pen in _pens(cluster)]
    told = [((after.before - pen.behind) / pen.em, pen.marked) for pen, after in pairwise(pens) if pen.behind is not None]
    gaps = sorted(gap for gap, marked in told if not marked or gap < GAP)
    usual = gaps[len(gaps) // 4] if len(gaps) >= LEAST_SPACED else 0.0
    return usual if 0 < usual < SPACED else 0.0


class _Pens(NamedTuple):
    """The pens before and behind a letter, the latter not known for a space and what is told as one glyph; whether it has marks."""

    before: float
    behind: float | None
    em: float
    marked: bool


def _pens(cluster: Cluster) -> list[_Pens]:
    """Return the pens of each letter of a cluster; those of its marks tell nothing, they may stand behind a gap."""
    if cluster.run is None:
        is_whole = cluster.text.isspace() or (len(cluster.text) > 1 and not cluster.marks)
        return [_Pens(cluster.x, None if is_whole else cluster.end - cluster.moved, cluster.em, bool(cluster.marks))]
    glyphs, start, stop = cluster.run
    done: list[_Pens] = []
    for glyph in glyphs[start:stop]:
        if _is_mark(glyph.text):  # a glyph of several letters may begin with one, and a run with it
            done[-1] = done[-1]._replace(marked=True)
        else:
            is_letter = len(glyph.text) == 1 and not glyph.text.isspace()
            done.append(_Pens(glyph.x, glyph.end if is_letter else None, glyph.em, marked=False))
    return done


def _is_mark(code: str) -> bool:
    return PRIVATE_USE.get(code, code) in RANK


def _is_twice(before: Cluster, cluster: Cluster) -> bool:
    near = before.text[0] == cluster.text[0] and abs(cluster.x - before.x) < TWICE * cluster.em
    return near and _letters(before.text) == _letters(cluster.text)


def _is_behind(vowel: Cluster, letter: Cluster) -> bool:
    """Whether a SARA AM is that of a consonant whose pen it shares: monospaced fonts draw it from there on."""
    return (vowel.text[0] == AM or vowel.text[0] in RANK) and letter.text[0] in CONSONANTS and vowel.x1 > letter.x1


def _marks_besides(first: Cluster, second: Cluster) -> str:
    """Return the marks that the second print of a letter has besides the first's: pdfium leaves some out of either."""
    if not second.marks:
        return "".join(letter for letter in second.text if letter in RANK and letter not in first.text)
    return "".join(
        mark
        for _, mark, at in second.marks
        if mark not in first.text
        or (first.marks and all(mark != other or abs(at - there) > TWICE * first.em for _, other, there in first.marks))
    )


def _with_marks(text: str, marks: str) -> str:
    """Return a letter's text with further marks, all of them in written order."""
    if not marks:
        return text
    letter = text.rstrip(_EVERY_MARK)
    return letter + "".join(sorted(text[len(letter) :] + marks, key=RANK.__getitem__))


def _letters(text: str) -> str:
    """Return a text without its marks."""
    return "".join(letter for letter in text if letter not in RANK)


def changed_words(before: str, after: str) -> tuple[str, str]:
    """Return the stretch of words in which two texts differ, as it stands in each."""
    start = 0
    shortest = min(len(before), len(after))
    while start < shortest and before[start] == after[start]:
        start += 1
    end = 0
    while end < shortest - start and before[-1 - end] == after[-1 - end]:
        end += 1
    while start and not before[start - 1].isspace():
        start -= 1
    while end and not before[-end].isspace():
        end -= 1
    return before[start : len(before) - end], after[start : len(after) - end]
