"""What is drawn: rules, shapes, and what is neither."""

from __future__ import annotations

import numpy as np
import pytest

from planparse.page import Box, DrawnPage, Rule
from planparse.readers.pdf import paths
from planparse.readers.pdf.calls import path_segments
from readers.pdfs import first_page, page_of, telling

BLACK, RED, GREY = (0, 0, 0), (255, 0, 0), (204, 204, 204)
ACROSS, DOWN = Rule(True, 200, 50, 150), Rule(False, 50, 100, 200)
EDGES = {Rule(True, 180, 50, 150), Rule(True, 200, 50, 150), Rule(False, 50, 180, 200), Rule(False, 150, 180, 200)}


def drawn(content: str) -> DrawnPage:
    """Return the page of a content, whose points count from the bottom: 100 up is 200 down."""
    return first_page(page_of(content.encode("ascii")))


def rules(content: str) -> set[Rule]:
    page = drawn(content)
    return {Rule(rule.horizontal, *(round(at, 2) for at in (rule.at, rule.start, rule.end))) for rule in page.rules}


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        pytest.param("50 100 m 150 100 l S", ACROSS, id="line"),
        pytest.param("150 100 m 50 100 l S", ACROSS, id="line-backwards"),
        pytest.param("50 100 m 150 100 l 50 100 l S", ACROSS, id="there-and-back"),
        pytest.param("50 100 m 100 100 l 150 100 l S", ACROSS, id="two-pieces"),
        pytest.param("50 100 m 150 100 l s", ACROSS, id="closed"),
        pytest.param("50 99.8 m 150 100.2 l S", ACROSS, id="crooked"),
        pytest.param("50 100 m 50 200 l S", DOWN, id="line-down"),
        pytest.param("50 99.75 100 0.5 re f", ACROSS, id="bar"),
        pytest.param("50 98.75 100 2.5 re f", ACROSS, id="thick-bar"),
        pytest.param("50 99.75 100 0.5 re B", ACROSS, id="bar-with-an-edge"),
        pytest.param("50 99.75 100 0.5 re S", ACROSS, id="hollow-bar"),
        pytest.param("49.75 100 0.5 100 re f*", DOWN, id="bar-down"),
        pytest.param("1 0 0 RG 50 100 m 150 100 l S", ACROSS, id="red"),
        pytest.param("0.9 G 50 100 m 150 100 l S", ACROSS, id="light-grey"),
        pytest.param("1 g 50 100 m 150 100 l S", ACROSS, id="white-fill-of-a-stroke"),
        pytest.param("[3 3] 0 d 50 100 m 150 100 l S", ACROSS, id="dashed"),
        pytest.param("2 0 0 2 0 0 cm 25 50 m 75 50 l S", ACROSS, id="scaled"),
        pytest.param("0 1 -1 0 200 0 cm 100 50 m 100 150 l S", ACROSS, id="turned"),
    ],
)
def test_a_straight_thin_mark_is_a_rule(content: str, rule: Rule) -> None:
    assert rules(content) == {rule}
    assert drawn(content).shapes == ()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("50 100 100 20 re S", id="box"),
        pytest.param("50 100 m 150 100 l 150 120 l 50 120 l s", id="closed-polyline"),
        pytest.param("50 100 m 150 100 l 150 120 l 50 120 l 50 100 l S", id="polyline-back-to-its-start"),
        pytest.param("150 120 -100 -20 re S", id="box-backwards"),
        pytest.param("1 g 50 100 100 20 re B", id="filled-with-white"),
    ],
)
def test_a_stroked_box_is_four_rules(content: str) -> None:
    assert rules(content) == EDGES
    assert drawn(content).shapes == ()


def test_a_filled_box_is_a_shape() -> None:
    page = drawn("0.8 g 50 100 100 20 re f")
    assert page.rules == ()
    assert [(shape.box, shape.fill) for shape in page.shapes] == [(Box(50, 180, 150, 200), GREY)]


def test_a_filled_and_stroked_box_is_both() -> None:
    content = "0.8 g 50 100 100 20 re B"
    assert rules(content) == EDGES
    assert [shape.fill for shape in drawn(content).shapes] == [GREY]


def test_a_path_of_many_pieces_is_each_of_them() -> None:
    content = "50 100 m 150 100 l 50 100 m 50 200 l 60 50 20 20 re 1 0 0 rg B"
    page = drawn(content)
    assert {ACROSS, DOWN} <= rules(content)
    assert len(page.rules) == 2 + 4
    assert [shape.fill for shape in page.shapes] == [RED]


def test_the_straight_parts_of_a_polyline_are_rules() -> None:
    content = "50 100 m 150 100 l 150 180 l 120 200 l S"
    assert rules(content) == {ACROSS, Rule(False, 150, 120, 200)}
    assert [shape.fill for shape in drawn(content).shapes] == [None]


@pytest.mark.parametrize(
    ("content", "fill", "points"),
    [
        pytest.param("100 100 m 90 105 l 90 95 l f", BLACK, 4, id="head"),
        pytest.param("100 100 m 90 105 l 90 95 l h f", BLACK, 4, id="closed-head"),
        pytest.param("90 105 m 100 100 l 90 95 l S", None, 3, id="open-head"),
        pytest.param("50 100 m 150 150 l S", None, 2, id="slanted"),
        pytest.param("1 0 0 rg 50 100 m 150 100 l 150 150 l 100 150 l 100 120 l 50 120 l f", RED, 7, id="step"),
        pytest.param("50 100 m 150 100 150 150 100 150 c f", BLACK, 5, id="curve"),
    ],
)
def test_other_outlines_are_shapes(content: str, fill: tuple[int, int, int] | None, points: int) -> None:
    (shape,) = drawn(content).shapes
    assert shape.fill == fill
    assert len(shape.points) in (points, points - 1)
    assert shape.box.x0 < shape.box.x1
    assert shape.box.top < shape.box.bottom


def test_slanted_and_short_parts_are_no_rules() -> None:
    assert rules("50 100 m 150 150 l 150.5 150.5 l 152 250 l S") == set()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("1 g 50 100 100 20 re f", id="white-box"),
        pytest.param("0.97 g 50 100 100 20 re f", id="nearly-white-box"),
        pytest.param("1 g 50 100 100 0.5 re f", id="white-bar"),
        pytest.param("1 G 50 100 m 150 100 l S", id="white-line"),
        pytest.param("1 G 50 100 100 20 re S", id="white-frame"),
        pytest.param("50 100 100 20 re n", id="unpainted"),
        pytest.param("50 100 100 20 re W n", id="clip"),
        pytest.param("50 100 1 1 re f", id="dot"),
        pytest.param("50 100 2 2 re f 60 100 m 61 101 l S", id="small-dot"),
        pytest.param("50 100 m S", id="no-line"),
        pytest.param("50 100 m 50 100 l S", id="a-point"),
        pytest.param("S f", id="no-path"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_cannot_be_seen_is_nothing(content: str) -> None:
    page = drawn(content)
    assert page.rules == ()
    assert [shape for shape in page.shapes if max(shape.box.x1 - shape.box.x0, shape.box.bottom - shape.box.top) > 2.6] == []


def test_a_hidden_stroke_does_not_hide_the_fill() -> None:
    page = drawn("0.8 g 1 G 50 100 100 20 re B")
    assert page.rules == ()
    assert [shape.fill for shape in page.shapes] == [GREY]


@pytest.mark.parametrize(
    "content", ["50 100 m 150 l S", "/X9 Do", "Q Q Q 50 100 m", "q " * 300, "(abc", "<< [ 1 2 re f", "1e99 1e99 m 3 3 l S"]
)
def test_broken_content_is_left_out(content: str) -> None:
    assert drawn(content).number == 1


def test_a_path_without_points_is_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "told", telling(path_segments, np.zeros_like))
    assert drawn("50 100 m 150 100 l S").rules == ()
