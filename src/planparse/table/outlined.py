"""Letters that are drawn as outlines over themselves, to thicken them: their strokes are no rules, their outlines no marks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from planparse.page import Box, Glyph, Glyphs, Rule, Shape, page_box

CORNERS = 8  # points of an outline that no box and no arrow's head has
OVER = 0.1  # em by which an outline reaches over the ink of its letter: half of the pen
SQUARE = 16.0  # points of the page that are searched for a letter at once


def without_letters(
    rules: Sequence[Rule], shapes: Sequence[Shape], glyphs: Glyphs, em: float
) -> tuple[Sequence[Rule], list[Shape]]:
    """Return the rules and shapes without those that are nothing but letters drawn again; ``em`` is the page's usual size.

    Looked for where there is an outline as small and with as many corners as a letter's: most pages have none.
    """
    round_ones = [shape for shape in shapes if len(shape.points) >= CORNERS and _is_small(shape.box, 2 * em)]
    if not round_ones:
        return rules, list(shapes)
    letters = _by_square(glyphs)
    if not any(_is_letter(shape.box, letters) for shape in round_ones):
        return rules, list(shapes)
    kept = [rule for rule in rules if rule.end - rule.start > 2 * em or not _is_letter(_box_of(rule), letters)]
    return kept, [shape for shape in shapes if not _is_letter(shape.box, letters)]


Squares = dict[tuple[int, int], list[Box]]


def _by_square(glyphs: Iterable[Glyph]) -> Squares:
    """Return where each letter's outline may lie, by the squares of the page that it has a part of."""
    found: Squares = defaultdict(list)
    for glyph in glyphs:
        if glyph.text.isspace():
            continue
        ink, over = page_box(Box(glyph.x0, glyph.top, glyph.x1, glyph.bottom), glyph.turn), OVER * glyph.em
        box = Box(ink.x0 - over, ink.top - over, ink.x1 + over, ink.bottom + over)
        for across in range(int(box.x0 // SQUARE), int(box.x1 // SQUARE) + 1):
            for down in range(int(box.top // SQUARE), int(box.bottom // SQUARE) + 1):
                found[across, down].append(box)
    return found


def _is_letter(box: Box, letters: Squares) -> bool:
    """Whether a box lies in the outline of one letter."""
    near = letters.get((int((box.x0 + box.x1) / 2 // SQUARE), int((box.top + box.bottom) / 2 // SQUARE)), ())
    return any(own.x0 <= box.x0 and box.x1 <= own.x1 and own.top <= box.top and box.bottom <= own.bottom for own in near)


def _is_small(box: Box, most: float) -> bool:
    return box.x1 - box.x0 < most and box.bottom - box.top < most


def _box_of(rule: Rule) -> Box:
    _, at, start, end = rule
    return Box(start, at, end, at) if rule.horizontal else Box(at, start, at, end)
