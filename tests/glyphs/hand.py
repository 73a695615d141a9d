"""Thai text laid out by hand: glyphs with the widths and the ink of Sarabun, in ems."""

from __future__ import annotations

from typing import NamedTuple

from planparse.glyphs import GlyphLine, clusters, lines
from planparse.page import Glyph

EM = 10.0
BASELINE = 100.0
RISE = 0.3  # em that a tone rises over an upper vowel


class Metrics(NamedTuple):
    """A letter's advance, and its ink from the pen: left, right, and heights over the baseline; in ems."""

    advance: float
    left: float
    right: float
    top: float
    bottom: float


LETTER = Metrics(0.64, 0.02, 0.59, 0.59, -0.01)
SPACE = Metrics(0.23, 0.0, 0.23, 0.0, 0.0)
CIRCLE = Metrics(0.0, -0.24, 0.0, 0.90, 0.67)
AA = Metrics(0.48, 0.03, 0.41, 0.59, 0.0)
AM = Metrics(0.48, -0.24, 0.41, 0.90, 0.0)
UPPER_VOWEL = Metrics(0.0, -0.52, -0.07, 0.95, 0.66)
TALL = Metrics(0.66, 0.02, 0.58, 0.81, -0.01)
METRICS = {
    " ": SPACE,
    "\u00a0": SPACE,
    "า": AA,
    "ำ": AM,
    "เ": Metrics(0.31, 0.08, 0.29, 0.58, -0.01),
    "แ": Metrics(0.58, 0.08, 0.56, 0.58, -0.01),
    ".": Metrics(0.25, 0.06, 0.19, 0.12, -0.01),
    "-": Metrics(0.34, 0.03, 0.31, 0.30, 0.23),
    "ั": Metrics(0.08, -0.36, 0.08, 0.92, 0.68),
    "็": Metrics(0.0, -0.48, -0.10, 1.03, 0.68),
    "ํ": CIRCLE,
    "ุ": Metrics(0.0, -0.26, -0.07, -0.06, -0.33),
    "ู": Metrics(0.0, -0.41, -0.07, -0.06, -0.33),
    "ฺ": Metrics(0.0, -0.17, -0.06, -0.06, -0.17),
    "่": Metrics(0.0, -0.15, -0.07, 0.90, 0.69),
    "้": Metrics(0.03, -0.35, 0.03, 0.96, 0.69),
    "๊": Metrics(0.01, -0.46, 0.01, 0.94, 0.69),
    "๋": Metrics(0.01, -0.24, 0.01, 0.92, 0.69),
    "์": Metrics(0.0, -0.30, 0.0, 0.97, 0.69),
    **dict.fromkeys("ิีึื", UPPER_VOWEL),
    **dict.fromkeys("ปฝฟ", TALL),
}
TONES = "่้๊๋์"
OVER = "ัิีึืํ"  # a tone rises over these


def glyph(text: str, x: float, y: float = BASELINE, *, metrics: Metrics | None = None, em: float = EM, rise: float = 0.0) -> Glyph:
    """Return one glyph whose pen stands at ``x`` points on the baseline ``y``."""
    advance, left, right, top, bottom = metrics or METRICS.get(text, LETTER)
    return Glyph(text, x + left * em, y - (top + rise) * em, x + right * em, y - (bottom + rise) * em, x, y, x + advance * em, em)


def row(text: str, x: float = 20.0, y: float = BASELINE, *, em: float = EM) -> list[Glyph]:
    """Return the glyphs of a text that is set, and stored, as it should be."""
    done: list[Glyph] = []
    for at, letter in enumerate(text):
        rise = RISE if letter in TONES and text[at - 1 : at] in tuple(OVER) else 0.0
        done.append(glyph(letter, x, y, em=em, rise=rise))
        x = done[-1].end
    return done


def stored(glyphs: list[Glyph], order: str) -> list[Glyph]:
    """Return the glyphs in the order in which a file tells their letters; each letter may be taken once."""
    left = list(glyphs)
    return [left.pop(next(i for i, one in enumerate(left) if one.text == letter)) for letter in order]


def moved(one: Glyph, dx: float = 0.0, dy: float = 0.0) -> Glyph:
    """Return a glyph moved by points, its pen with it."""
    ink = {"x0": one.x0 + dx, "top": one.top + dy, "x1": one.x1 + dx, "bottom": one.bottom + dy}
    return one._replace(**ink, x=one.x + dx, y=one.y + dy, end=one.end + dx)


def inked(one: Glyph, dx: float) -> Glyph:
    """Return a glyph whose ink is moved and whose pen is not."""
    return one._replace(x0=one.x0 + dx, x1=one.x1 + dx)


def sliced(text: str, x: float = 20.0, *, metrics: Metrics = LETTER) -> list[Glyph]:
    """Return a glyph that stands for a whole cluster, cut into equal slices as pdfium does."""
    whole = glyph(text, x, metrics=metrics)
    wide = (whole.x1 - whole.x0) / len(text)
    return [whole._replace(text=letter, x0=whole.x0 + at * wide, x1=whole.x0 + (at + 1) * wide) for at, letter in enumerate(text)]


def read(glyphs: list[Glyph]) -> list[GlyphLine]:
    """Return the lines that some glyphs make."""
    return lines(clusters(glyphs))


def texts(glyphs: list[Glyph]) -> list[str]:
    """Return the texts of the lines that some glyphs make."""
    return [line.text for line in read(glyphs)]
