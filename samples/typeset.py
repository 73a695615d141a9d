"""Thai type for the samples: the fonts, where marks go, and where lines break.

PDFs carry no shaping: whoever writes them places each mark. Here a mark that has to give way is drawn at a place of its
own, with its ordinary Unicode value, as office programs do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]  # reportlab ships no types
from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]  # as above
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]  # as above

from model import plain

REGULAR, BOLD = "Sample", "Sample-Bold"
TONES = "่้๊๋์"
UPPER = "ัิีึื็ํ\uf701\uf702\uf703\uf704\uf710\uf711\uf712"
LOWER = "ฺุู"
TALL = "ปฝฟฬ"

# In ems: how far a tone rises over an upper vowel, and how far marks move off the stem of a tall consonant.
RISE, VOWEL_LEFT, TONE_LEFT = 0.30, -0.14, -0.184


class Run(NamedTuple):
    """Letters that stand together, moved by ``dx`` and ``rise`` ems from where the pen is."""

    text: str
    dx: float
    rise: float


def register_fonts() -> None:
    """Make the two fonts known to reportlab."""
    folder = Path(__file__).parent / "fonts"
    pdfmetrics.registerFont(TTFont(REGULAR, folder / "SarabunSample-Regular.ttf"))
    pdfmetrics.registerFont(TTFont(BOLD, folder / "SarabunSample-Bold.ttf"))


def is_high(text: str, at: int) -> bool:
    """Tell whether the tone at ``at`` has to stand over another mark."""
    return text[at - 1 : at] in tuple(UPPER) or text[at + 1 : at + 2] == "ำ"


def base_of(text: str, at: int) -> str:
    """Return the consonant that the mark at ``at`` belongs to."""
    return text[:at].rstrip(TONES + UPPER + LOWER)[-1:]


def place_of(text: str, at: int) -> tuple[float, float]:
    """Return how far the letter at ``at`` is moved, in ems: ``(dx, rise)``."""
    letter, tall = text[at], base_of(text, at) in tuple(TALL)
    if letter in TONES:
        high = is_high(text, at)
        left = (VOWEL_LEFT if high else TONE_LEFT) if tall else 0.0
        return left, RISE if high else 0.0
    return (VOWEL_LEFT, 0.0) if tall and "ั" <= letter <= "ํ" and letter in UPPER else (0.0, 0.0)


def runs(text: str) -> Iterator[Run]:
    """Cut a line into runs, a new one wherever a mark gives way or the text goes on after it."""
    start = 0
    for at in range(len(text)):
        dx, rise = place_of(text, at)
        if (dx, rise) == (0.0, 0.0):
            continue
        if start < at:
            yield Run(text[start:at], 0.0, 0.0)
        yield Run(text[at], dx, rise)
        start = at + 1
    if start < len(text):
        yield Run(text[start:], 0.0, 0.0)


@lru_cache(maxsize=20_000)
def width(text: str, font: str, size: float) -> float:
    """Return a line's width in points."""
    return float(pdfmetrics.stringWidth(text, font, size))


@lru_cache(maxsize=2_000)
def wrap(text: str, font: str, size: float, room: float) -> tuple[str, ...]:
    """Break a text at its ``|`` into lines that fit ``room`` points; a space at a break stays at the line's end."""
    lines = [""]
    for piece in re.split(r"\|", text):
        if lines[-1] and width((lines[-1] + piece).rstrip(), font, size) > room:
            lines.append("")
        lines[-1] += piece
    return tuple(lines)


def draw(canvas: Canvas, at: tuple[float, float], text: str, font: str = REGULAR, size: float = 8) -> None:
    """Draw one line with its baseline starting at ``at`` (points from the bottom left)."""
    x, y = at
    canvas.setFont(font, size)
    for run in runs(plain(text)):
        canvas.drawString(x + run.dx * size, y + run.rise * size, run.text)
        x += width(run.text, font, size)


def draw_centred(canvas: Canvas, at: tuple[float, float], text: str, font: str = REGULAR, size: float = 8) -> None:
    """Draw one line around ``at``."""
    draw(canvas, (at[0] - width(plain(text), font, size) / 2, at[1]), text, font, size)


def draw_right(canvas: Canvas, at: tuple[float, float], text: str, font: str = REGULAR, size: float = 8) -> None:
    """Draw one line that ends at ``at``."""
    draw(canvas, (at[0] - width(plain(text), font, size), at[1]), text, font, size)
