"""Marks that are drawn over a table."""

from __future__ import annotations

import math

import pytest

from planparse.page import Box, Rule, Shape
from planparse.table.cells import Drawn
from planparse.table.shapes import arrows, bullets, fills, is_block_arrow, is_head

BLACK, GREY = (0, 0, 0), (200, 200, 200)
Point = tuple[float, float]


def shape(*points: Point, fill: tuple[int, int, int] | None = BLACK) -> Shape:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Shape(Box(min(xs), min(ys), max(xs), max(ys)), fill, (*points, points[0]))


def box(x0: float, top: float, x1: float, bottom: float, fill: tuple[int, int, int] | None = GREY) -> Shape:
    return shape((x0, top), (x1, top), (x1, bottom), (x0, bottom), fill=fill)


def head(tip: float, y: float, *, left: bool = False, size: float = 4.0, fill: tuple[int, int, int] | None = BLACK) -> Shape:
    """A triangle whose tip is at ``tip``."""
    back = tip + size if left else tip - size
    return shape((tip, y), (back, y - size / 2), (back, y + size / 2), fill=fill)


def shaft(start: float, end: float, y: float = 100.0) -> Rule:
    return Rule(True, y, start, end)


def arrow(x0: float, x1: float, top: float = 98.0, bottom: float = 102.0) -> Drawn:
    return Drawn("arrow", Box(x0, top, x1, bottom))


def block(x0: float, x1: float, top: float, bottom: float, *, both: bool = False) -> Shape:
    """An arrow as one outline, pointing to the right."""
    y, quarter, neck = (top + bottom) / 2, (bottom - top) / 4, bottom - top
    tail: tuple[Point, ...] = ((x0, y + quarter), (x0, y - quarter))
    if both:
        tail = ((x0 + neck, y + quarter), (x0 + neck, bottom), (x0, y), (x0 + neck, top), (x0 + neck, y - quarter))
    return shape(*tail, (x1 - neck, y - quarter), (x1 - neck, top), (x1, y), (x1 - neck, bottom), (x1 - neck, y + quarter))


# arrows of a shaft and heads


@pytest.mark.parametrize(
    ("rule", "heads", "found"),
    [
        pytest.param(shaft(20, 80), [head(80, 100)], arrow(20, 80), id="right"),
        pytest.param(shaft(20, 80), [head(20, 100, left=True)], arrow(20, 80), id="left"),
        pytest.param(shaft(20, 80), [head(20, 100, left=True), head(80, 100)], arrow(20, 80), id="both"),
        pytest.param(shaft(20, 76), [head(80, 100)], arrow(20, 80), id="shaft-ends-at-the-heads-back"),
        pytest.param(shaft(20, 74), [head(80, 100)], arrow(20, 80), id="shaft-ends-just-before-the-head"),
        pytest.param(shaft(20, 80, 101.5), [head(80, 100)], arrow(20, 80), id="a-little-off-the-axis"),
        pytest.param(shaft(20, 80), [head(80, 100, size=15)], arrow(20, 80, 92.5, 107.5), id="large-head"),
        pytest.param(shaft(20, 80), [head(80, 100, fill=None)], arrow(20, 80), id="stroked-head"),
        pytest.param(shaft(20, 80), [shape((76, 98), (80, 100), (76, 102), fill=None)], arrow(20, 80), id="open-head"),
        pytest.param(shaft(20, 80), [shape((76, 98), (80, 100), (76, 102), (77, 100))], arrow(20, 80), id="notched-head"),
    ],
)
def test_a_line_with_a_head_is_an_arrow(rule: Rule, heads: list[Shape], found: Drawn) -> None:
    assert arrows([rule], heads) == ([found], [])


@pytest.mark.parametrize(
    ("rule", "shapes"),
    [
        pytest.param(shaft(20, 80), [], id="no-head"),
        pytest.param(shaft(20, 80), [head(90, 100)], id="head-beyond"),
        pytest.param(shaft(20, 80), [head(52, 100)], id="head-on-the-middle"),
        pytest.param(shaft(20, 80), [head(80, 104)], id="head-below"),
        pytest.param(shaft(20, 80), [head(80, 96)], id="head-above"),
        pytest.param(shaft(20, 80), [box(76, 98, 80, 102)], id="square-at-the-end"),
        pytest.param(shaft(20, 80), [head(80, 100, size=1.2)], id="dot-at-the-end"),
        pytest.param(shaft(20, 80), [head(80, 100, size=20)], id="large-triangle"),
        pytest.param(Rule(False, 80, 60, 98), [head(80, 100)], id="vertical"),
    ],
)
def test_any_other_line_is_none(rule: Rule, shapes: list[Shape]) -> None:
    assert arrows([rule], shapes) == ([], [rule])


def test_the_rules_of_the_table_stay() -> None:
    table = [Rule(True, 90, 0, 200), Rule(True, 110, 0, 200), Rule(False, 20, 90, 110), Rule(False, 80, 90, 110)]
    assert arrows([*table, shaft(22, 78)], [head(78, 100)]) == ([arrow(22, 78)], table)


def test_arrows_in_one_row_are_apart() -> None:
    rules = [shaft(20, 60), shaft(70, 120)]
    heads = [head(60, 100), head(120, 100), head(20, 100, left=True)]
    assert arrows(rules, heads) == ([arrow(20, 60), arrow(70, 120)], [])


def test_arrows_of_rows_below_each_other_are_apart() -> None:
    rules = [shaft(20, 60, 100), shaft(20, 60, 112)]
    assert arrows(rules, [head(60, 100), head(60, 112)])[0] == [arrow(20, 60), arrow(20, 60, 110, 114)]


@pytest.mark.parametrize("first", [0, 1])
def test_pieces_that_overlap_are_one_arrow(first: int) -> None:
    rules = [shaft(20, 78), shaft(22, 80)]
    heads = [head(80, 100), head(20, 100, left=True)]
    assert arrows([rules[first], rules[1 - first]], heads) == ([arrow(20, 80)], [])


def test_arrows_head_to_head_are_two() -> None:
    rules = [shaft(20, 50), shaft(50.5, 80)]
    heads = [head(20, 100, left=True), head(80, 100)]
    assert arrows(rules, heads)[0] == [arrow(20, 50), arrow(50.5, 80)]


@pytest.mark.parametrize("backwards", [False, True])
def test_pieces_of_a_shaft_are_one_arrow(backwards: bool) -> None:
    pieces = [shaft(20, 40), shaft(40, 60.2), shaft(60, 80)]
    drawn = [head(20, 100, left=True), head(80, 100)]
    assert arrows(pieces[::-1] if backwards else pieces, drawn) == ([arrow(20, 80)], [])


def test_a_head_parts_a_line() -> None:
    drawn = [head(50, 100), head(50, 100, left=True), head(80, 100), head(20, 100, left=True)]
    assert len(arrows([shaft(20, 50), shaft(50, 80)], drawn)[1]) == 0


@pytest.mark.parametrize(
    "pieces",
    [
        pytest.param([shaft(20, 40), shaft(44, 80)], id="gap"),
        pytest.param([shaft(20, 40), shaft(40, 80, 101)], id="step"),
        pytest.param([shaft(20, 40), Rule(False, 40, 100, 130), shaft(50, 80)], id="post-between"),
    ],
)
def test_lines_apart_are_no_pieces(pieces: list[Rule]) -> None:
    found, rest = arrows(pieces, [head(80, 100)])
    assert (len(found), sorted(rest, key=repr)) == (1, sorted(pieces[:-1], key=repr))


def test_a_head_alone_is_no_arrow() -> None:
    assert arrows([], [head(80, 100)]) == ([], [])


# arrows of one outline


@pytest.mark.parametrize("both", [False, True], ids=["one-head", "two-heads"])
@pytest.mark.parametrize("height", [4.0, 10.0, 22.0])
def test_a_long_pointed_outline_is_an_arrow(height: float, both: bool) -> None:
    drawn = block(20, 120, 100, 100 + height, both=both)
    assert is_block_arrow(drawn)
    assert arrows([], [drawn]) == ([arrow(20, 120, 100, 100 + height)], [])


def test_an_outline_that_points_to_the_left_is_an_arrow() -> None:
    right = block(20, 120, 100, 110)
    assert is_block_arrow(shape(*((140 - x, y) for x, y in right.points)))


def test_the_sides_of_a_block_arrow_are_no_rules() -> None:
    drawn = block(20, 120, 100, 110)
    sides = [Rule(True, 102.5, 20, 110), Rule(True, 107.5, 20, 110), Rule(False, 20, 102.5, 107.5), Rule(False, 110, 100, 110)]
    assert arrows(sides, [drawn])[1] == []


@pytest.mark.parametrize(
    "rule",
    [
        pytest.param(Rule(True, 112, 20, 110), id="below"),
        pytest.param(Rule(True, 105, 0, 200), id="through"),
        pytest.param(Rule(False, 60, 90, 120), id="post-through"),
        pytest.param(Rule(False, 15, 102, 107), id="post-beside"),
    ],
)
def test_other_rules_beside_a_block_arrow_stay(rule: Rule) -> None:
    assert arrows([rule], [block(20, 120, 100, 110)])[1] == [rule]


def test_a_block_arrow_may_be_stroked_only() -> None:
    drawn = block(20, 120, 100, 110)
    assert is_block_arrow(Shape(drawn.box, None, drawn.points))


@pytest.mark.parametrize(
    "drawn",
    [
        pytest.param(box(20, 100, 120, 110), id="box"),
        pytest.param(block(20, 120, 100, 130), id="too-high"),
        pytest.param(block(20, 28, 100, 110), id="higher-than-long"),
        pytest.param(block(20, 120, 100, 101), id="a-line"),
        pytest.param(shape((20, 100), (120, 105), (20, 110)), id="triangle"),
        pytest.param(
            shape((20, 102), (22, 100), (118, 100), (120, 102), (120, 108), (118, 110), (22, 110), (20, 108)), id="rounded-box"
        ),
        pytest.param(shape((20, 100), (120, 100), (120, 110), (60, 110), (60, 106), (20, 106)), id="step"),
    ],
)
def test_any_other_outline_is_none(drawn: Shape) -> None:
    assert not is_block_arrow(drawn)
    assert arrows([], [drawn]) == ([], [])


# heads


@pytest.mark.parametrize("drawn", [head(80, 100), head(80, 100, left=True), head(80, 100, fill=None), head(80, 100, size=15.5)])
def test_a_small_pointed_shape_is_a_head(drawn: Shape) -> None:
    assert is_head(drawn)


@pytest.mark.parametrize(
    "drawn",
    [
        pytest.param(box(76, 98, 80, 102), id="square"),
        pytest.param(head(80, 100, size=16.5), id="large"),
        pytest.param(head(80, 100, size=1.5), id="dot"),
        pytest.param(shape((70, 100), (80, 104)), id="slanted-line"),
        pytest.param(shape((20, 98), (80, 100), (20, 102)), id="long"),
        pytest.param(shape((76, 80), (80, 90), (76, 100)), id="high"),
    ],
)
def test_any_other_shape_is_no_head(drawn: Shape) -> None:
    assert not is_head(drawn)


# fills


def test_a_filled_box_is_a_fill() -> None:
    assert fills([box(20, 100, 40, 110)]) == [Drawn("fill", Box(20, 100, 40, 110), (200, 200, 200))]


@pytest.mark.parametrize(
    "drawn",
    [
        pytest.param(box(20, 100, 40, 110, fill=None), id="only-stroked"),
        pytest.param(box(20, 100, 40, 102.5), id="flat"),
        pytest.param(box(20, 100, 22.5, 120), id="narrow"),
        pytest.param(shape((20, 100), (40, 105), (20, 110)), id="triangle"),
        pytest.param(block(20, 120, 100, 110), id="block-arrow"),
        pytest.param(shape((30, 100), (40, 105), (30, 110), (20, 105)), id="diamond"),
    ],
)
def test_any_other_shape_is_no_fill(drawn: Shape) -> None:
    assert fills([drawn]) == []


# dots and stars


def star(x: float, y: float, size: float = 6.0, corners: int = 5) -> Shape:
    turns = [math.pi * at / corners for at in range(2 * corners)]
    reach = [size / 2 if at % 2 == 0 else size / 5 for at in range(2 * corners)]
    return shape(*((x + r * math.sin(t), y - r * math.cos(t)) for r, t in zip(reach, turns, strict=True)))


DIAMOND = shape((50, 97), (53, 100), (50, 103), (47, 100))


@pytest.mark.parametrize("drawn", [star(50, 100), star(50, 100, corners=8), DIAMOND], ids=["star", "round", "diamond"])
def test_a_dot_or_star_by_itself_is_a_mark(drawn: Shape) -> None:
    assert bullets([drawn], []) == [Drawn("bullet", drawn.box)]


@pytest.mark.parametrize(
    "drawn",
    [
        pytest.param(star(50, 100, size=14), id="large"),
        pytest.param(star(50, 100, size=1.5), id="a-speck"),
        pytest.param(shape((40, 98), (44, 97), (60, 98), (60, 100), (50, 101), (40, 100)), id="oblong"),
        pytest.param(head(50, 100), id="a-head-without-shaft"),
        pytest.param(shape((50, 98), (53, 99), (51, 100), (47, 103)), id="four-corners"),
        pytest.param(box(48, 98, 52, 102), id="a-square"),
        pytest.param(shape((50, 97), (53, 100), (50, 103), (47, 100), fill=None), id="not-filled"),
    ],
)
def test_another_shape_is_no_dot(drawn: Shape) -> None:
    assert bullets([drawn], []) == []


def test_the_round_head_of_an_arrow_is_no_dot() -> None:
    assert bullets([star(80, 100, size=4, corners=8)], [arrow(20, 80)]) == []


# arrows too short for a shaft


@pytest.mark.parametrize("apart", [4.0, 6.0, 8.0])
def test_two_heads_beside_each_other_are_an_arrow(apart: float) -> None:
    heads = [head(50, 100, left=True), head(50 + 4 + apart - 3, 100)]
    assert arrows([], heads)[0] == [Drawn("arrow", heads[0].box.union(heads[1].box))]


@pytest.mark.parametrize(
    "heads",
    [
        pytest.param([head(50, 100, left=True), head(70, 100)], id="far-apart"),
        pytest.param([head(50, 100, left=True), head(55, 104)], id="not-level"),
        pytest.param([head(50, 100, left=True), head(55, 100, size=6)], id="not-alike"),
        pytest.param([DIAMOND, shape((56, 97), (59, 100), (56, 103), (53, 100))], id="diamonds"),
    ],
)
def test_other_heads_without_a_shaft_are_none(heads: list[Shape]) -> None:
    assert arrows([], heads)[0] == []
