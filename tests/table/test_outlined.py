"""Letters that are drawn once more as outlines are letters, no rules and no marks."""

from __future__ import annotations

from math import cos, pi, sin

import pytest

from glyphs.hand import METRICS, glyph, row
from planparse.page import Box, Glyph, Rule, Shape
from planparse.table import Drawn
from table.test_ruled import BLACK, head, read, ruled, table_of, texts

WORDS = [*row("ที่", 15, 115), *row("ถนน", 65, 115), *row("1", 15, 135), *row("คลอง", 65, 135)]
SAID = {(0, 0): "ที่", (0, 1): "ถนน", (1, 0): "1", (1, 1): "คลอง"}


def outline(letter: Glyph, fill: tuple[int, int, int] | None = None, over: float = 0.2, corners: int = 12) -> Shape:
    """A round outline as large as a letter's ink and half the pen."""
    x, y = (letter.x0 + letter.x1) / 2, (letter.top + letter.bottom) / 2
    wide, high = (letter.x1 - letter.x0) / 2 + over, (letter.bottom - letter.top) / 2 + over
    points = tuple((x + wide * cos(2 * pi * at / corners), y + high * sin(2 * pi * at / corners)) for at in range(corners))
    return Shape(Box(x - wide, y - high, x + wide, y + high), fill, (*points, points[0]))


def strokes(letter: Glyph) -> list[Rule]:
    """The straight pieces of a letter's outline."""
    x0, x1, top, bottom = letter.x0, letter.x1, letter.top, letter.bottom
    return [Rule(False, x0, top, bottom), Rule(False, x1, top, bottom), Rule(True, top, x0, x1), Rule(True, bottom, x0, x1)]


@pytest.mark.parametrize("fill", [None, BLACK], ids=["stroked", "filled"])
def test_outlines_of_letters_are_neither_rules_nor_marks(fill: tuple[int, int, int] | None) -> None:
    shapes = [outline(letter, fill) for letter in WORDS]
    rules = [rule for letter in WORDS for rule in strokes(letter)]
    table = table_of(read(WORDS, [*ruled(), *rules], shapes))
    assert texts(table) == SAID
    assert (len(table.xs), len(table.ys), table.drawn) == (4, 3, ())


def test_letters_that_are_turned_have_outlines_too() -> None:
    turned = [
        letter._replace(turn=1, x0=-130 + 4 * at, x1=-127 + 4 * at, top=170, bottom=176) for at, letter in enumerate(WORDS[:2])
    ]
    shapes = [outline(Glyph("ก", 170, 127 - 4 * at, 176, 130 - 4 * at, 170, 130, 176, 10)) for at in range(2)]
    rules = [Rule(True, 128, 170, 176), Rule(False, 172, 127.5, 129.5)]
    assert table_of(read([*WORDS, *turned], [*ruled(), *rules], shapes)).ys == (100.0, 120.0, 150.0)


def test_rules_between_outlined_letters_stay() -> None:
    shapes = [outline(letter) for letter in WORDS]
    inner = [Rule(False, 110, 100, 150), Rule(True, 140, 10, 260)]
    table = table_of(read(WORDS, [*ruled(), *inner], shapes))
    assert (len(table.xs), len(table.ys)) == (5, 4)


def test_an_arrow_beside_outlined_letters_is_one() -> None:
    shapes = [*(outline(letter) for letter in WORDS), head(240, 135)]
    table = table_of(read(WORDS, [*ruled(), Rule(True, 135, 180, 236)], shapes))
    assert [mark.kind for mark in table.drawn] == ["arrow"]


def test_a_mark_over_a_letter_is_one_where_no_letter_is_outlined() -> None:
    sign = glyph("-", 200, 135, metrics=METRICS["-"]._replace(left=-2, right=4, top=0.5, bottom=0))
    table = table_of(read([*WORDS, sign], [*ruled(), Rule(True, 132.5, 185, 236)], [head(240, 132.5)]))
    assert [(mark.kind, mark.box.x1) for mark in table.drawn] == [("arrow", 240.0)]
    assert all(isinstance(mark, Drawn) for mark in table.drawn)
