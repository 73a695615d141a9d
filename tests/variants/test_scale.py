"""A page printed on larger or smaller paper says what the page says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

pytest.importorskip("reportlab", reason="it draws the variants")

import strokes
from looks import Look, PageEnd, TableOf, Words
from paper import pdf
from towns import DENGUE, DRUMS, ELDERS, PROGRAM, ROWS, SHOAL, marked
from truth import differences, read

from model import Mark
from planparse.pipeline import pages
from planparse.readers.pdf import Document
from planparse.report.page_text import page_text

THICK = strokes.solid(width=0.9)  # four times as thick it would be a bar
STYLES = {
    "ruled": strokes.solid(),
    "thick": THICK,
    "double": strokes.double,
    "between-rows": strokes.horizontal,
    "no-rules": strokes.none,
}
styles = pytest.mark.parametrize("rules", STYLES.values(), ids=STYLES)
scales = pytest.mark.parametrize("scale", [0.5, 3.0, 4.0])
FILLED = (marked(SHOAL, Mark("fill", 2, 4)), marked(DENGUE, Mark("•→", 0, 2, 0), Mark("--", 6, 8, 1)), DRUMS, ELDERS)


def without_places(told: Any) -> Any:
    if isinstance(told, dict):
        return {key: without_places(value) for key, value in told.items() if key not in ("where", "source")}
    return [without_places(value) for value in told] if isinstance(told, list) else told


def boxes(told: Any) -> Iterator[list[float]]:
    if isinstance(told, dict):
        if told.get("bbox"):
            yield told["bbox"]
        told = list(told.values())
    if isinstance(told, list):
        for value in told:
            yield from boxes(value)


@scales
@styles
def test_a_page_is_read_alike_at_any_size(rules: strokes.RuleStyle, scale: float) -> None:
    look = Look(rules=rules)
    things = Words((PROGRAM.title,)), TableOf(FILLED, look)
    usual, other = (read(pdf(*things, scale=times)).model_dump(mode="json") for times in (1.0, scale))
    assert without_places(other) == without_places(usual)
    for box, scaled in zip(boxes(usual), boxes(other), strict=True):
        assert scaled == pytest.approx([value * scale for value in box], abs=0.5 * scale)


@scales
@styles
def test_rows_go_on_overleaf_at_any_size(rules: strokes.RuleStyle, scale: float) -> None:
    look = Look(rules=rules)
    things = TableOf((SHOAL, DENGUE), look), PageEnd(), TableOf((DRUMS, ELDERS), look, header=False)
    assert differences(read(pdf(*things, scale=scale)), ROWS, look) == []


@pytest.mark.parametrize("scale", [0.5, 2.0, 4.0])
def test_the_text_of_a_page_has_its_lines_at_any_size(scale: float) -> None:
    usual, other = (list(map(page_text, pages(pdf(TableOf(FILLED), scale=times), "variant.pdf"))) for times in (1.0, scale))
    assert other == usual


@pytest.mark.parametrize(("scale", "told"), [(0.7, 1), (1, 1), (2, 1), (3, 2), (4, 4), (0.5, 0.5)])
def test_a_page_of_usual_text_is_taken_as_it_is(scale: float, told: float) -> None:
    with Document(pdf(TableOf(ROWS), scale=scale), "variant.pdf") as document:
        assert document.page(1).scale == told
