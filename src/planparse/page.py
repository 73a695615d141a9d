"""What a reader hands on: pages of glyphs and drawn paths, or of typed lines.

Coordinates are points from the top left corner of the page as it is read (after ``/Rotate``), y downwards.
Frozen, slotted and without pydantic: a long plan has millions of glyphs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Box(NamedTuple):
    """A box in points; ``top < bottom``."""

    x0: float
    top: float
    x1: float
    bottom: float

    def union(self, other: Box) -> Box:
        """Return the smallest box that holds both."""
        return Box(min(self.x0, other.x0), min(self.top, other.top), max(self.x1, other.x1), max(self.bottom, other.bottom))


class Glyph(NamedTuple):
    """A drawn character: its text (several code points for a ligature), its ink box, its pen and its em, all in points.

    ``x`` and ``y`` are the pen before the character (its origin, on the baseline), ``end`` is the pen after it.
    ``turn`` says in quarter turns to the left how the text is turned on the page (1: it reads upwards); the measures of a
    turned glyph are those of the page turned so that it reads upright (:func:`turned`, :func:`page_box`). ``pale`` text is
    as light as a watermark: it may lie under other text.

    A ``NamedTuple`` because a page has thousands and it is three times quicker to make than a frozen dataclass.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    x: float
    y: float
    end: float
    em: float
    turn: int = 0
    pale: bool = False


def turned(glyph: Glyph, turn: int) -> Glyph:
    """Return an upright page's glyph in the measures of the page turned by ``turn`` quarters, as it reads upright there."""
    text, x0, top, x1, bottom, x, y, end, em, _, pale = glyph
    if turn == 0:
        return glyph
    if turn == 1:
        return Glyph(text, -bottom, x0, -top, x1, -y, x, end, em, turn, pale)
    if turn == 2:
        return Glyph(text, -x1, -bottom, -x0, -top, -x, -y, end, em, turn, pale)
    return Glyph(text, top, -x1, bottom, -x0, y, -x, end, em, turn, pale)


def page_box(box: Box, turn: int) -> Box:
    """Return a box in the measures of a turned page as one of the page itself."""
    if turn == 0:
        return box
    x0, top, x1, bottom = box
    if turn == 1:
        return Box(top, -x1, bottom, -x0)
    if turn == 2:
        return Box(-x1, -bottom, -x0, -top)
    return Box(-bottom, x0, -top, x1)


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight horizontal or vertical stroke, by its middle line."""

    horizontal: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Shape:
    """Any other drawn outline: an arrow head, a block arrow, a filled cell. ``fill`` is RGB, ``None`` if only stroked."""

    box: Box
    fill: tuple[int, int, int] | None
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page of a PDF."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    shapes: tuple[Shape, ...]
    pictures: int = 0


@dataclass(frozen=True, slots=True)
class TypedPage:
    """A page of tab-delimited text: its lines, and the number of the first of them in the file (from 1)."""

    number: int
    first_line: int
    lines: tuple[str, ...]


Page = DrawnPage | TypedPage
