"""Clusters → lines of text: rows by baseline, spaces where they stand or gape, SARA AM put together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from statistics import median

from planparse.glyphs.clusters import Cluster
from planparse.glyphs.limits import SAME_ROW
from planparse.page import Box, page_box

GAP = 0.16  # em between pen and ink that a reader sees as a space
TIGHT = 0.05  # em between pen and pen, and …
ROOM = 0.12  # … between ink and ink in which no space can be
SPACED = 0.3  # em between the letters of letter-spaced text, at most
LEAST_SPACED = 5  # gaps: fewer do not tell that text is letter-spaced
SMALL = 0.8  # of its letter's em: how large raised or lowered print is at most
RAISED = 0.6  # em of the letter between the baselines
BESIDE = 0.1  # em of the letter between its pen and the small print's
TWICE = 0.06  # em: the same letter this near was drawn twice
_SPLIT_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")
_LAYER_AND_BASELINE, _PEN, _BASELINE = attrgetter("turn", "pale", "y"), attrgetter("x"), attrgetter("y")
_SCRIPT = re.compile(r"[\d*()]+\Z")
_TONE_FIRST_AM = re.compile("([\u0e48-\u0e4b])\u0e4d\u0e32")

GlyphRepair = tuple[str, str, str]  # rule, before, after


@dataclass(frozen=True, slots=True)
class GlyphLine:
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
    if not found:
        return []  # most cells of a plan are empty
    made = (_line(row) for row in (_with_scripts(found) if len({row[0].em for row in found}) > 1 else found))
    return sorted((line for line in made if line is not None), key=_BASELINE)


def rows(clusters: Iterable[Cluster]) -> list[list[Cluster]]:
    """Return the clusters by baseline, each row from left to right; those of each layer together."""
    done: list[list[Cluster]] = []
    for cluster in sorted(clusters, key=_LAYER_AND_BASELINE):
        first = done[-1][0] if done else cluster
        if done and cluster.y - first.y < SAME_ROW * min(cluster.em, first.em) and _same_layer(cluster, first):
            done[-1].append(cluster)
        else:
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
    inked = [cluster for cluster in row if not cluster.text.isspace()]
    if not inked:
        return None
    first = inked[0]
    text, raw = _texts(row) if len(row) > 1 else (first.text, first.raw)
    whole = compose(text)
    box = _ink(inked)
    size = max([cluster.em for cluster in inked])
    page = page_box(box, first.turn)
    return GlyphLine(whole, page, first.y if first.turn == 0 else page.top, size, _repairs(inked, raw, text, whole))


def _ink(inked: Sequence[Cluster]) -> Box:
    if len(inked) == 1:
        return Box(inked[0].x0, inked[0].top, inked[0].x1, inked[0].bottom)
    return Box(min([c.x0 for c in inked]), min([c.top for c in inked]), max([c.x1 for c in inked]), max([c.bottom for c in inked]))


def _repairs(inked: Sequence[Cluster], raw: str, text: str, whole: str) -> tuple[GlyphRepair, ...]:
    """Return each rule that changed the line, with the words before and after."""
    if raw == whole:
        return ()
    rules = {cluster.rule for cluster in inked if cluster.rule} | ({"sara-am"} if whole != text else set())
    return tuple((rule, *changed_words(raw, whole)) for rule in sorted(rules))


def _texts(row: Sequence[Cluster]) -> tuple[str, str]:
    """Return the row's text and what the file said."""
    texts: list[str] = []
    raws: list[str] = []
    letter: Cluster | None = None
    spaced = False  # whether a space stands behind the letter
    usual: float | None = None  # the gap between the row's letters: looked for where one is wide
    for cluster in row:
        if cluster.text.isspace():
            spaced = letter is not None
            continue
        if letter is not None and _is_twice(letter, cluster):
            letter.rule = letter.rule or "drawn-twice"
            texts[-1] = max(texts[-1], cluster.text, key=len)  # pdfium leaves out some of the second print's marks
            raws.append(cluster.raw)
            continue
        if letter is not None and not spaced and _gap(letter, cluster) > GAP:
            usual = _letter_spacing(row) if usual is None else usual
            spaced = _gap(letter, cluster) > GAP + usual
        elif spaced and letter is not None:
            spaced = _has_room(letter, cluster)
        if spaced:
            texts.append(" ")
            raws.append(" ")
        texts.append(cluster.text)
        raws.append(cluster.raw)
        letter, spaced = cluster, False
    end = " " if spaced else ""
    return "".join(texts) + end, "".join(raws) + end


def _has_room(before: Cluster, cluster: Cluster) -> bool:
    """Whether a space between two letters is one that is seen: LibreOffice draws some under the next letter, to underline them."""
    ink = (cluster.x0 - before.x1) / min(cluster.em, before.em)
    return _gap(before, cluster) > TIGHT or ink > ROOM


def _gap(before: Cluster, cluster: Cluster) -> float:
    """Return the white between two letters in em: from the pen after the one to the pen of the other."""
    return (cluster.x - before.end) / min(cluster.em, before.em)


def _letter_spacing(row: Sequence[Cluster]) -> float:
    """Return how far all letters of a row stand apart, in em: the gap in the middle of its gaps, 0 for text set as usual."""
    gaps = [_gap(a, b) for a, b in pairwise(row) if not a.text.isspace() and not b.text.isspace()]
    # what goes in one piece is set as usual
    gaps += [0.0] * sum(cluster.run[2] - cluster.run[1] - 1 for cluster in row if cluster.run)
    usual = median(gaps) if len(gaps) >= LEAST_SPACED else 0.0
    return usual if 0 < usual < SPACED else 0.0


def _is_twice(before: Cluster, cluster: Cluster) -> bool:
    return before.text[0] == cluster.text[0] and abs(cluster.x - before.x) < TWICE * cluster.em


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
