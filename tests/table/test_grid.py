"""Rules make grids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planparse.page import Rule
from planparse.table.grid import Grid, components, free_lines, grid, merged, without_dashes

XS = (10.0, 40.0, 90.0, 150.0)
YS = (100.0, 120.0, 150.0)


def across(at: float, start: float, end: float) -> Rule:
    return Rule(True, at, start, end)


def down(at: float, start: float, end: float) -> Rule:
    return Rule(False, at, start, end)


def ruled(xs: Sequence[float] = XS, ys: Sequence[float] = YS) -> list[Rule]:
    """All edges of a table of so many columns and rows, each one stroke."""
    return [*(across(y, xs[0], xs[-1]) for y in ys), *(down(x, ys[0], ys[-1]) for x in xs)]


def made(rules: Iterable[Rule]) -> Grid:
    found = grid(list(rules))
    assert found is not None
    return found


# merged: the pieces of a straight line


@pytest.mark.parametrize(
    ("pieces", "whole"),
    [
        pytest.param([across(100, 0, 10), across(100, 10, 20)], [across(100, 0, 20)], id="end-to-end"),
        pytest.param([across(100, 0, 10), across(100, 12.5, 20)], [across(100, 0, 20)], id="small-gap"),
        pytest.param([across(100, 0, 15), across(100, 5, 20)], [across(100, 0, 20)], id="overlapping"),
        pytest.param([across(100, 0, 30), across(100, 5, 20)], [across(100, 0, 30)], id="inside"),
        pytest.param([across(100, 0, 30), across(100, 0, 30)], [across(100, 0, 30)], id="twice"),
        pytest.param([across(100, 0, 10), across(101, 10, 20)], [across(100, 0, 20)], id="two-edges-of-one-border"),
        pytest.param([across(101, 0, 10), across(100, 10, 20)], [across(100, 0, 20)], id="the-upper-one-says-where"),
        pytest.param([down(50, 0, 10), down(50, 10, 20)], [down(50, 0, 20)], id="vertical"),
        pytest.param([across(100, 10 * i, 10 * i + 10) for i in range(12)], [across(100, 0, 120)], id="a-piece-for-each-column"),
        pytest.param(
            [across(100, 0, 10), across(100, 20, 30), across(100.5, 9, 21)], [across(100, 0, 30)], id="the-bridge-comes-last"
        ),
        pytest.param([], [], id="nothing"),
    ],
)
def test_pieces_of_a_line_are_one_rule(pieces: list[Rule], whole: list[Rule]) -> None:
    assert merged(pieces) == whole
    assert merged(reversed(pieces)) == whole


@pytest.mark.parametrize(
    "rules",
    [
        pytest.param([across(100, 0, 10), across(100, 14, 20)], id="gap"),
        pytest.param([across(100, 0, 10), across(102, 0, 10)], id="double-line"),
        pytest.param([across(100, 0, 10), down(100, 0, 10)], id="corner"),
        pytest.param([down(10, 0, 10), down(10, 20, 30), down(10, 40, 50)], id="dashes-far-apart"),
    ],
)
def test_other_rules_stay_apart(rules: list[Rule]) -> None:
    assert sorted(merged(rules), key=repr) == sorted(rules, key=repr)


# dashes: the strokes of one rule


@pytest.mark.parametrize(
    ("strokes", "whole"),
    [
        pytest.param([across(100, 10 * i, 10 * i + 5) for i in range(6)], [across(100, 0, 55)], id="across"),
        pytest.param([down(50, 10 * i, 10 * i + 5.25) for i in range(6)], [down(50, 0, 55.25)], id="down"),
        pytest.param([*(across(100, 10 * i, 10 * i + 5) for i in range(6)), across(100, 60, 62)], [across(100, 0, 62)], id="rest"),
    ],
)
def test_strokes_in_equal_steps_are_one_rule(strokes: list[Rule], whole: list[Rule]) -> None:
    assert without_dashes(strokes) == whole
    assert without_dashes(reversed(strokes)) == whole


@pytest.mark.parametrize(
    "strokes",
    [
        pytest.param([across(100, 10 * i, 10 * i + 5) for i in (0, 1, 3, 4, 6)], id="uneven-steps"),
        pytest.param([across(100, 10 * i, 10 * i + 4 + i / 2) for i in range(5)], id="uneven-strokes"),
        pytest.param([across(100 + 3 * i, 10 * i, 10 * i + 5) for i in range(6)], id="stairs"),
        pytest.param([across(100, 40 * i, 40 * i + 20) for i in range(6)], id="marks-in-every-other-month"),
        pytest.param([across(100, 10 * i, 10 * i + 5) for i in range(4)], id="few"),
    ],
)
def test_other_strokes_stay_apart(strokes: list[Rule]) -> None:
    assert without_dashes(strokes) == strokes


# components: the rules that belong together


def test_tables_apart_are_groups_from_top_to_bottom() -> None:
    lower, upper = ruled(ys=(300, 320, 340)), ruled()
    assert [sorted(group, key=repr) for group in components([*lower, *upper])] == [
        sorted(upper, key=repr),
        sorted(lower, key=repr),
    ]


def test_rules_side_by_side_that_do_not_touch_are_two_groups() -> None:
    assert len(components([*ruled(), *ruled(xs=(160, 200, 240))])) == 2


@pytest.mark.parametrize(
    "rules",
    [
        pytest.param([across(100, 0, 50), down(20, 90, 120)], id="crossing"),
        pytest.param([across(100, 0, 50), down(50, 100, 120)], id="corner"),
        pytest.param([across(100, 0, 50), down(52, 102, 120)], id="nearly-a-corner"),
        pytest.param([across(100, 0, 50), down(20, 60, 100), across(60, 0, 50)], id="through-a-third"),
    ],
)
def test_rules_that_touch_are_one_group(rules: list[Rule]) -> None:
    assert [sorted(group, key=repr) for group in components(rules)] == [sorted(rules, key=repr)]


@pytest.mark.parametrize(
    "rules",
    [
        pytest.param([across(100, 0, 50), across(100, 60, 90)], id="in-one-line"),
        pytest.param([across(100, 0, 50), down(54, 90, 120)], id="beside"),
        pytest.param([across(100, 0, 50), down(20, 104, 120)], id="below"),
        pytest.param([across(100, 0, 50), across(101, 0, 50)], id="parallel"),
    ],
)
def test_rules_that_do_not_touch_are_groups_of_their_own(rules: list[Rule]) -> None:
    assert len(components(rules)) == len(rules)


def test_no_rules_no_groups() -> None:
    assert components([]) == []


# free lines: marks of months, drawn inside the table


@pytest.mark.parametrize(
    ("start", "end"),
    [
        pytest.param(50, 80, id="inside-a-column"),
        pytest.param(42, 140, id="over-columns"),
        pytest.param(40, 70, id="starts-at-an-edge"),
        pytest.param(60, 90, id="ends-at-an-edge"),
        pytest.param(42, 88, id="within-a-column-from-near-edge-to-near-edge"),
    ],
)
def test_a_line_that_ends_between_columns_is_free(start: float, end: float) -> None:
    line = across(135, start, end)
    assert free_lines([*ruled(), line]) == [line]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(across(135, 40, 150), id="from-edge-to-edge"),
        pytest.param(across(135, 41, 89), id="nearly-from-edge-to-edge"),
        pytest.param(across(135, 10, 150), id="whole-row"),
        pytest.param(across(135, 10, 70), id="from-the-tables-left"),
        pytest.param(across(135, 12, 70), id="nearly-from-the-tables-left"),
        pytest.param(down(60, 125, 140), id="vertical"),
    ],
)
def test_other_lines_are_not_free(line: Rule) -> None:
    assert free_lines([*ruled(), line]) == []


def test_a_line_is_free_of_columns_that_end_above_it() -> None:
    """A column's edge ties only the lines that it reaches."""
    line = across(135, 40, 90)
    short = [rule for rule in ruled() if rule.horizontal or rule.at in (10, 150)]
    assert free_lines([*short, down(40, 100, 120), down(90, 100, 120), line]) == [line]


def test_a_line_with_strokes_across_its_ends_is_free_wherever_it_ends() -> None:
    line, left, right = across(135, 41, 89), down(41, 131, 139), down(89, 131, 139)
    assert sorted(free_lines([*ruled(), line, left, right])) == sorted([line, left, right])


@pytest.mark.parametrize(
    ("stroke", "free"),
    [
        pytest.param(down(60, 120, 135), [], id="from-a-rule-to-a-line"),
        pytest.param(down(65, 128, 142), [down(65, 128, 142)], id="across-a-rules-end"),
        pytest.param(down(50, 128, 142), [], id="across-its-middle"),
    ],
)
def test_a_stroke_is_free_where_it_lies_across_an_end(stroke: Rule, free: list[Rule]) -> None:
    assert [rule for rule in free_lines([*ruled(), across(135, 10, 65), stroke]) if not rule.horizontal] == free


@pytest.mark.parametrize("rules", [[], [across(100, 0, 50)], [down(20, 0, 50)]], ids=["none", "across", "down"])
def test_without_a_table_no_line_is_free(rules: list[Rule]) -> None:
    assert free_lines(rules) == []


# grid: edges and cells


def test_a_full_grid_has_a_cell_in_each_square() -> None:
    found = made(ruled())
    assert found == Grid(XS, YS, ((0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1), (1, 2, 1, 1)), True)


@pytest.mark.parametrize(
    ("rules", "cells"),
    [
        pytest.param(
            [*ruled(ys=(100, 120))[:2], across(150, 10, 150), down(10, 100, 150), down(150, 100, 150), down(40, 120, 150)],
            ((0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1)),
            id="over-columns",
        ),
        pytest.param(
            [across(100, 10, 150), across(150, 10, 150), across(120, 40, 150), *(down(x, 100, 150) for x in XS)],
            ((0, 0, 2, 1), (0, 1, 1, 1), (0, 2, 1, 1), (1, 1, 1, 1), (1, 2, 1, 1)),
            id="over-rows",
        ),
        pytest.param(
            [across(y, 10, 150) for y in (100, 150, 170)]
            + [across(120, 10, 40)]
            + [down(x, 100, 170) for x in (10, 40, 150)]
            + [down(90, 150, 170)],
            ((0, 0, 1, 1), (0, 1, 2, 2), (1, 0, 1, 1), (2, 0, 1, 1), (2, 1, 1, 1), (2, 2, 1, 1)),
            id="over-both",
        ),
    ],
)
def test_squares_without_a_rule_between_them_are_one_cell(rules: list[Rule], cells: tuple[tuple[int, ...], ...]) -> None:
    assert made(rules).cells == cells


def test_a_short_rule_parts_the_cells_whose_middle_it_covers() -> None:
    rules = [rule for rule in ruled() if rule != down(40, 100, 150)]
    assert made([*rules, down(40, 100, 112)]).cells == ((0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1), (1, 0, 1, 2), (1, 2, 1, 1))
    assert made([*rules, down(40, 100, 107)]).cells[0] == (0, 0, 1, 2)


@pytest.mark.parametrize(
    ("gone", "cells"),
    [
        pytest.param([(40, 100, 120), (10, 40)], ((0, 0, 1, 2), (0, 2, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1), (1, 2, 1, 1)), id="l"),
        pytest.param(
            [(40, 120, 150), (90, 120, 150), (10, 40), (90, 150)], ((0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1), (1, 0, 1, 3)), id="u"
        ),
    ],
)
def test_squares_that_are_joined_round_a_corner_are_runs_of_each_row(
    gone: list[tuple[float, ...]], cells: tuple[tuple[int, ...], ...]
) -> None:
    """A piece of a rule is missing: each square still is in one cell only."""
    posts = [down(x, top, bottom) for x in XS for top, bottom in ((100, 120), (120, 150)) if (x, top, bottom) not in gone]
    floor = [across(120, x0, x1) for x0, x1 in ((10, 40), (40, 90), (90, 150)) if (x0, x1) not in gone]
    assert made([across(100, 10, 150), across(150, 10, 150), *floor, *posts]).cells == cells


@pytest.mark.parametrize(
    ("gone", "xs", "ys", "closed"),
    [
        pytest.param(down(10, 100, 150), XS, YS, True, id="left"),
        pytest.param(down(150, 100, 150), XS, YS, True, id="right"),
        pytest.param(across(100, 10, 150), XS, YS, True, id="top"),
        pytest.param(across(150, 10, 150), XS, YS, False, id="bottom"),
    ],
)
def test_a_missing_side_is_where_the_rules_end(gone: Rule, xs: tuple[float, ...], ys: tuple[float, ...], closed: bool) -> None:
    found = made(rule for rule in ruled() if rule != gone)
    assert (found.xs, found.ys, found.closed) == (xs, ys, closed)
    assert len(found.cells) == 6


@pytest.mark.parametrize(("y", "ys", "closed"), [(130, (100, 130), True), (100, (100, 130), False)], ids=["bottom", "top"])
def test_the_rest_of_a_row_may_have_one_rule(y: float, ys: tuple[float, ...], closed: bool) -> None:
    xs = (10, 40, 90, 150, 170, 190)
    found = made([across(y, 10, 190), *(down(x, 100, 130) for x in xs)])
    assert (found.xs, found.ys, found.closed) == (xs, ys, closed)


def test_a_table_without_any_side_is_whole() -> None:
    sides = {down(10, 100, 150), down(150, 100, 150), across(100, 10, 150)}
    assert made(rule for rule in ruled(ys=(*YS, 180)) if rule not in sides).xs == XS


@pytest.mark.parametrize("over", [2.0, 3.5])
def test_rules_that_stick_out_a_little_make_no_row(over: float) -> None:
    rules = [across(y, 10, 150) for y in YS] + [down(x, 100 - over, 150 + over) for x in XS]
    assert (made(rules).ys, made(rules).closed) == (YS, True)


def test_rules_that_stick_out_at_the_side_make_no_column() -> None:
    rules = [across(y, 2, 158) for y in YS] + [down(x, 100, 150) for x in XS]
    assert made(rules).xs == XS


def test_a_mark_that_runs_out_of_the_table_is_free_and_makes_no_column() -> None:
    mark = across(140, 60, 240)
    assert free_lines([*ruled(), mark]) == [mark]
    assert made([*ruled(), mark]).xs == XS


def test_edges_that_are_nearly_one_are_one() -> None:
    found = made([*ruled(), down(40.8, 100, 120), down(41.4, 120, 150), across(121, 10, 90)])
    assert (found.xs, found.ys) == (XS, YS)
    assert len(found.cells) == 6


@pytest.mark.parametrize(
    "rules",
    [
        pytest.param([], id="nothing"),
        pytest.param(ruled(xs=(10, 150), ys=(100, 150)), id="box"),
        pytest.param(ruled(xs=(10, 150)), id="one-column"),
        pytest.param(ruled(ys=(100, 150)), id="one-row"),
        pytest.param([across(y, 10, 150) for y in YS], id="lines-only"),
        pytest.param([down(x, 100, 150) for x in XS], id="posts-only"),
        pytest.param([*(across(y, 10, 150) for y in YS), down(40, 100, 150)], id="one-post"),
        pytest.param([*(down(x, 100, 150) for x in XS), across(120, 10, 150)], id="one-line"),
    ],
)
def test_no_more_than_a_box_is_no_grid(rules: list[Rule]) -> None:
    assert grid(rules) is None


# whatever the rules are

POINTS = st.floats(0, 300, allow_nan=False, width=32)
RULES = st.builds(
    lambda horizontal, at, start, length: Rule(horizontal, at, start, start + length), st.booleans(), POINTS, POINTS, POINTS
)


@settings(max_examples=100, deadline=None)
@given(st.lists(RULES, max_size=20))
def test_the_cells_of_any_rules_lie_in_the_grid(rules: list[Rule]) -> None:
    groups = components(merged(rules))
    assert sum(len(group) for group in groups) == len(merged(rules))
    for group in groups:
        assert all(line.horizontal for line in free_lines(group))
        found = grid(group)
        if found is None:
            continue
        assert list(found.xs) == sorted(found.xs)
        assert list(found.ys) == sorted(found.ys)
        squares = [(r + i, c + j) for r, c, rows, columns in found.cells for i in range(rows) for j in range(columns)]
        assert sorted(squares) == [(r, c) for r in range(len(found.ys) - 1) for c in range(len(found.xs) - 1)]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(20, 60), min_size=2, max_size=6), st.lists(st.integers(12, 60), min_size=2, max_size=6))
def test_a_full_grid_of_any_size_is_found(widths: list[int], heights: list[int]) -> None:
    xs = tuple(10.0 + sum(widths[:i]) for i in range(len(widths) + 1))
    ys = tuple(50.0 + sum(heights[:i]) for i in range(len(heights) + 1))
    (group,) = components(merged(ruled(xs, ys)))
    found = made(group)
    assert (found.xs, found.ys, found.closed) == (xs, ys, True)
    assert found.cells == tuple((r, c, 1, 1) for r in range(len(heights)) for c in range(len(widths)))
    assert free_lines(group) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(RULES, max_size=15))
def test_merging_again_changes_nothing_of_the_count(rules: list[Rule]) -> None:
    once = merged(rules)
    assert len(merged(once)) <= len(once) <= len(rules)
