"""What a reader hands on: pages of glyphs and drawn paths, or of typed lines.

Coordinates are points from the top left corner of the page as it is read (after ``/Rotate``; if nearly all of its text is
turned, so that this text is upright), y downwards.
Named tuples and frozen classes without pydantic: a long plan has millions of glyphs, and thousands of rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Self, overload

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Measures = NDArray[np.float64]
    Codes = NDArray[np.int32]
    Flags = NDArray[np.bool_]

SEVERAL = 0x110000  # a code this high is no character's: it stands for several, which are looked up


class Box(NamedTuple):
    """A box in points; ``top < bottom``."""

    x0: float
    top: float
    x1: float
    bottom: float

    def union(self, other: Box) -> Box:
        """Return the smallest box that holds both."""
        return Box(min(self.x0, other.x0), min(self.top, other.top), max(self.x1, other.x1), max(self.bottom, other.bottom))

    def scaled(self, by: float) -> Box:
        """Return the box on a page that is so many times as large."""
        return Box(self.x0 * by, self.top * by, self.x1 * by, self.bottom * by)


class Glyph(NamedTuple):
    """A drawn character: its text (several code points for a ligature), its ink box, its pen and its em, all in points.

    ``x`` and ``y`` are the pen before the character (its origin, on the baseline), ``end`` is the pen after it.
    ``turn`` says in quarter turns to the left how the text is turned on the page (1: it reads upwards); the measures of a
    turned glyph are those of the page turned so that it reads upright (:func:`turned`, :func:`page_box`). ``pale`` text is
    as light as a watermark: it may lie under other text.

    A ``NamedTuple`` because it is three times quicker to make than a frozen dataclass.
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


@dataclass(frozen=True, slots=True, eq=False)
class Glyphs(Sequence[Glyph]):
    """The glyphs of a page as columns: what is asked of all of them is asked at once, and one is made where it is looked at.

    ``codes`` are code points, or ``SEVERAL`` and more for the texts in ``several``; ``measures`` has the eight columns from
    ``Glyph.x0`` to ``Glyph.em``, each in one piece in memory, for it is columns that are worked on.
    """

    codes: Codes
    measures: Measures
    turns: Codes
    pale: Flags
    several: tuple[str, ...] = ()

    @classmethod
    def of(cls, glyphs: Iterable[Glyph]) -> Self:
        """Return some glyphs as columns."""
        import numpy as np  # a plan that is typed needs none

        rows = list(glyphs)
        several = tuple(dict.fromkeys(row.text for row in rows if len(row.text) != 1))
        place = {text: SEVERAL + number for number, text in enumerate(several)}
        codes = [ord(row.text) if len(row.text) == 1 else place[row.text] for row in rows]
        return cls(
            np.array(codes, np.int32),
            np.array([row[1:9] for row in rows], np.float64).reshape(-1, 8),
            np.array([row.turn for row in rows], np.int32),
            np.array([row.pale for row in rows], np.bool_),
            several,
        )

    def __len__(self) -> int:
        """Return how many glyphs there are."""
        return len(self.codes)

    @overload
    def __getitem__(self, place: int) -> Glyph: ...
    @overload
    def __getitem__(self, place: slice) -> Glyphs: ...
    def __getitem__(self, place: int | slice) -> Glyph | Glyphs:
        """Return one glyph, or the columns of some."""
        if isinstance(place, slice):
            return self.where(place)
        text = self._text(int(self.codes[place]))
        return Glyph._make((text, *self.measures[place].tolist(), int(self.turns[place]), bool(self.pale[place])))

    def __iter__(self) -> Iterator[Glyph]:
        """Yield each glyph."""
        texts = map(self._text, self.codes.tolist())
        for text, measures, turn, pale in zip(texts, self.measures.tolist(), self.turns.tolist(), self.pale.tolist(), strict=True):
            yield Glyph._make((text, *measures, turn, pale))

    def __eq__(self, other: object) -> bool:
        """Whether the glyphs are the same."""
        return isinstance(other, Glyphs) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # columns are no keys

    def where(self, chosen: slice | Flags | NDArray[np.intp]) -> Glyphs:
        """Return the columns of the chosen glyphs."""
        if isinstance(chosen, slice):
            measures = self.measures[chosen]
        else:
            places = chosen.nonzero()[0] if chosen.dtype.kind == "b" else chosen
            measures = self.measures.T.take(places, axis=1).T
        return Glyphs(self.codes[chosen], measures, self.turns[chosen], self.pale[chosen], self.several)

    @property
    def em(self) -> float:
        """The size of most glyphs, in points; 0 where there are none."""
        import numpy as np  # as above

        middle = len(self) // 2
        return float(np.partition(self.measures[:, 7], middle)[middle]) if len(self) else 0.0

    def scaled(self, by: float) -> Glyphs:
        """Return the glyphs as they are on a page that is so many times as large."""
        return Glyphs(self.codes, self.measures * by, self.turns, self.pale, self.several)

    def text(self, start: int, stop: int, single: str) -> str:
        """Return the text from one place to another, where ``single`` has the characters of the glyphs that have one."""
        codes = self.codes[start:stop].tolist()
        return "".join(self._text(code) if code >= SEVERAL else letter for code, letter in zip(codes, single, strict=True))

    def _text(self, code: int) -> str:
        return chr(code) if code < SEVERAL else self.several[code - SEVERAL]


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


class Rule(NamedTuple):
    """A straight horizontal or vertical stroke, by its middle line."""

    horizontal: bool
    at: float
    start: float
    end: float


class Shape(NamedTuple):
    """Any other drawn outline: an arrow head, a block arrow, a filled cell. ``fill`` is RGB, ``None`` if only stroked."""

    box: Box
    fill: tuple[int, int, int] | None
    points: tuple[tuple[float, float], ...]


class DrawnPage(NamedTuple):
    """A page of a PDF; ``turn`` are the quarters that it was turned by because its text is, besides ``/Rotate``.

    ``scale`` is what its measures here are to be multiplied by: a page with text of an unusual size is told as if it were
    printed at a usual one, because the width of a rule or of an arrow's head is known for such pages. ``stamps`` is text that
    lies askew over the page, if there is any.
    """

    number: int
    width: float
    height: float
    glyphs: Glyphs
    rules: tuple[Rule, ...]
    shapes: tuple[Shape, ...]
    pictures: int = 0
    turn: int = 0
    scale: float = 1.0
    stamps: Glyphs | None = None


class TypedPage(NamedTuple):
    """A page of tab-delimited text: its lines, and the number of the first of them in the file (from 1)."""

    number: int
    first_line: int
    lines: tuple[str, ...]


Page = DrawnPage | TypedPage
