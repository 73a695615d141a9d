"""Marks of every make over the same months, read alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

pytest.importorskip("reportlab", reason="it draws the variants")

import strokes
from looks import Look, Sum, TableOf
from paper import pdf
from towns import DENGUE, DRUMS, ELDERS, ROWS, SHOAL, marked
from truth import differences, read

from model import Mark, Project

EXACT, INSIDE, BEYOND = (0.0, 0.0), (2.0, -2.0), (-4.0, 4.0)


def look_with(stroke: strokes.Stroke, kinds: tuple[str, ...] = ("->", "<->"), reach: tuple[float, float] = INSIDE) -> Look:
    """Return a look that draws the marks of some kinds with one stroke."""
    return Look(marks={**strokes.STROKES, **dict.fromkeys(kinds, stroke)}, reach=reach)


STROKES = {
    "one-head": (strokes.arrow(), ("->", "<->")),
    "two-heads": (strokes.arrow(heads=2), ("->", "<->")),
    "open-head": (strokes.open_arrow(), ("->", "<->")),
    "open-heads": (strokes.open_arrow(2), ("->", "<->")),
    "filled-block": (strokes.block_arrow(filled=True), ("->", "<->")),
    "stroked-block": (strokes.block_arrow(filled=False), ("->", "<->")),
    "thin-box-shaft": (strokes.arrow(strokes.thin_box), ("->", "<->")),
    "two-pieces": (strokes.arrow(strokes.two_pieces), ("->", "<->")),
    "two-pieces-two-heads": (strokes.arrow(strokes.two_pieces, heads=2), ("->", "<->")),
}
REACHES = {
    "inside": INSIDE,
    "exact": EXACT,
    "a-little-before-and-beyond": BEYOND,
    "before": (-5.0, -2.0),
    "short": (5.0, -5.0),
    "moved-right": (4.0, 4.0),
}
PLAIN = tuple(replace(row, marks=tuple(Mark("--", mark.start, mark.end, mark.activity) for mark in row.marks)) for row in ROWS)


@pytest.mark.parametrize("reach", REACHES.values(), ids=REACHES)
@pytest.mark.parametrize("made", STROKES.values(), ids=STROKES)
def test_an_arrow_however_it_is_drawn(made: tuple[strokes.Stroke, tuple[str, ...]], reach: tuple[float, float]) -> None:
    look = look_with(*made, reach=reach)
    assert differences(read(pdf(TableOf(ROWS, look))), ROWS, look) == []


@pytest.mark.parametrize("reach", REACHES.values(), ids=REACHES)
@pytest.mark.parametrize("stroke", [strokes.line, strokes.two_pieces, strokes.thin_box], ids=["line", "two-pieces", "thin-box"])
@pytest.mark.parametrize("zebra", [False, True], ids=["white", "zebra"])
def test_a_line_without_a_head(stroke: strokes.Stroke, reach: tuple[float, float], zebra: bool) -> None:
    look = replace(look_with(stroke, ("--",), reach), zebra=zebra)
    assert differences(read(pdf(TableOf(PLAIN, look))), PLAIN, look) == []


@pytest.mark.parametrize("rules", [strokes.none, strokes.horizontal], ids=["no-rules", "between-rows"])
@pytest.mark.parametrize("reach", [INSIDE, EXACT, BEYOND], ids=["inside", "exact", "beyond"])
@pytest.mark.parametrize("rows", [ROWS, PLAIN], ids=["arrows", "lines"])
def test_marks_where_no_rule_parts_the_months(
    rules: strokes.RuleStyle, reach: tuple[float, float], rows: tuple[Project, ...]
) -> None:
    look = Look(rules=rules, reach=reach)
    assert differences(read(pdf(TableOf(rows, look))), rows, look) == []


def fills(*spans: tuple[int, int]) -> tuple[Mark, ...]:
    return tuple(Mark("fill", start, end) for start, end in spans)


def typed(sign: str, *months: int) -> tuple[Mark, ...]:
    return tuple(Mark(sign, month, month) for month in months)


IN_ONE_ROW = [
    pytest.param((Mark("->", 0, 2), Mark("->", 6, 9)), id="two-arrows"),
    pytest.param((Mark("<->", 0, 2), Mark("<->", 4, 4), Mark("<->", 8, 11)), id="three-arrows"),
    pytest.param((Mark("--", 0, 2), Mark("--", 6, 9)), id="two-lines"),
    pytest.param(fills((3, 3)), id="a-filled-month"),
    pytest.param(fills((0, 0), (4, 6), (11, 11)), id="filled-months"),
    pytest.param(fills((0, 11)), id="the-whole-year-filled"),
    pytest.param(typed("\uf0fc", 0, 5, 11), id="ticks-of-wingdings"),
    pytest.param(typed("✓", 0, 5, 11), id="ticks"),
    pytest.param(typed("x", 2, 4), id="x"),
    pytest.param(typed("/", 2, 4, 7), id="slashes"),
    pytest.param(typed("1 ครั้ง", 2, 5), id="words"),
    pytest.param((Mark("ตลอดปี", 0, 11),), id="words-over-all-months"),
    pytest.param((Mark("ตลอดทั้งปี", 0, 11),), id="words-over-all-months-in-full"),
    pytest.param((Mark("•→", 2, 5), Mark("•", 9, 9)), id="bullet-and-arrow"),
    pytest.param(typed("12", 1, 4), id="numbers"),
]


@pytest.mark.parametrize("marks", IN_ONE_ROW)
@pytest.mark.parametrize("reach", [EXACT, (-1.0, 1.0)], ids=["exact", "a-point-over"])
@pytest.mark.parametrize("rules", [strokes.solid(), strokes.horizontal, strokes.none], ids=["ruled", "between-rows", "no-rules"])
def test_marks_of_one_row(marks: tuple[Mark, ...], reach: tuple[float, float], rules: strokes.RuleStyle) -> None:
    rows = (SHOAL, marked(DRUMS, *marks), ELDERS)
    look = Look(reach=reach, rules=rules)
    assert differences(read(pdf(TableOf(rows, look))), rows, look) == []


@pytest.mark.parametrize("shade", [0.45, 0.85, 0.93], ids=["dark", "light", "very-light"])
def test_filled_months_of_any_grey_on_shaded_rows(shade: float) -> None:
    rows = (marked(SHOAL, *fills((2, 4))), marked(DRUMS, *fills((0, 0))), marked(ELDERS, *fills((0, 11))))
    look = Look(zebra=shade < 0.9, grey=shade)
    assert differences(read(pdf(TableOf(rows, look))), rows, look) == []


@pytest.mark.parametrize("reach", [INSIDE, EXACT, BEYOND], ids=["inside", "exact", "beyond"])
@pytest.mark.parametrize("kinds", [("->", "->"), ("<->", "<->"), ("--", "--"), ("<->", "--")], ids="".join)
def test_marks_of_several_activities_in_one_cell(kinds: tuple[str, str], reach: tuple[float, float]) -> None:
    first, second = kinds
    rows = (SHOAL, marked(DENGUE, Mark(first, 1, 3, 0), Mark(second, 2, 5, 1), Mark(second, 8, 9, 1)), DRUMS)
    look = Look(reach=reach)
    assert differences(read(pdf(TableOf(rows, look))), rows, look) == []


def test_arrows_and_a_sum_below() -> None:
    plan = read(pdf(TableOf((*ROWS, Sum("รวม 4 โครงการ", "257,500")))))
    assert differences(plan, ROWS, Look()) == []
