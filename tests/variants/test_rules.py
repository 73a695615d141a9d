"""Tables ruled in every way, read alike."""

from __future__ import annotations

import pytest

pytest.importorskip("reportlab", reason="it draws the variants")

import strokes
from looks import Look, TableOf
from paper import pdf
from towns import ROWS
from truth import differences, read

RULES = [
    pytest.param(Look(), id="lines"),
    pytest.param(Look(rules=strokes.solid(dash=(3, 2))), id="dash-pattern"),
    pytest.param(Look(rules=strokes.pieces), id="dashes-of-short-lines"),
    pytest.param(Look(rules=strokes.dots), id="dots"),
    pytest.param(Look(rules=strokes.solid(without=("left",))), id="no-left-side"),
    pytest.param(Look(rules=strokes.solid(without=("right",))), id="no-right-side"),
    pytest.param(Look(rules=strokes.solid(without=("bottom",))), id="no-bottom"),
    pytest.param(Look(rules=strokes.solid(without=("top",))), id="no-top"),
    pytest.param(Look(rules=strokes.solid(without=("left", "right", "bottom"))), id="no-left-right-bottom"),
    pytest.param(Look(rules=strokes.double), id="double"),
    pytest.param(Look(rules=strokes.solid(2.25)), id="thick"),
    pytest.param(Look(rules=strokes.boxes), id="a-box-for-each-cell"),
    pytest.param(Look(rules=strokes.thin_boxes), id="thin-filled-boxes"),
    pytest.param(Look(rules=strokes.tiles), id="a-tile-for-each-cell"),
    pytest.param(Look(rules=strokes.horizontal), id="between-rows-only"),
    pytest.param(Look(rules=strokes.none), id="none"),
    pytest.param(Look(shade=0.8), id="shaded-header"),
    pytest.param(Look(shade=0.8, zebra=True), id="zebra"),
    pytest.param(Look(shade=0.8, zebra=True, rules=strokes.none), id="zebra-without-rules"),
    pytest.param(Look(shade=0.8, zebra=True, rules=strokes.horizontal), id="zebra-between-rows"),
    pytest.param(Look(shade=0.8, rules=strokes.boxes, size=6, label_size=5), id="small-type"),
]


@pytest.mark.parametrize("look", RULES)
def test_however_it_is_ruled(look: Look) -> None:
    assert differences(read(pdf(TableOf(ROWS, look))), ROWS, look) == []


STYLES = [strokes.boxes, strokes.horizontal, strokes.none]
styles = pytest.mark.parametrize("rules", STYLES, ids=["ruled", "between-rows", "no-rules"])


@pytest.mark.parametrize("turn", [90, 180, 270])
@styles
def test_however_the_page_is_turned(rules: strokes.RuleStyle, turn: int) -> None:
    look = Look(rules=rules)
    assert differences(read(pdf(TableOf(ROWS, look), turn=turn)), ROWS, look) == []


@styles
def test_over_a_watermark(rules: strokes.RuleStyle) -> None:
    look = Look(rules=rules)
    assert differences(read(pdf(TableOf(ROWS, look), under="สำเนา")), ROWS, look) == []


@styles
def test_printed_twice(rules: strokes.RuleStyle) -> None:
    look = Look(rules=rules)
    assert differences(read(pdf(TableOf(ROWS, look), times=2)), ROWS, look) == []
