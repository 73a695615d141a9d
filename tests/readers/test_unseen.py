"""What nobody sees is not read, and what is drawn twice is read once; all else is."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]  # reportlab ships no types

from readers.pdfs import CELLS, Draw, drawn, first_page, form, page_of, table, tables, texts, words

BELOW = b"BT /F 10 Tf 20 100 Td (visible) Tj ET "
HIDDEN = b"BT /F 10 Tf 20 60 Td (HIDDEN) Tj ET "


def text_of(content: bytes, **more: tuple[bytes, ...]) -> str:
    return "".join(glyph.text for glyph in first_page(page_of(content, **more)).glyphs)


def painted(paint: bytes, text: bytes = HIDDEN) -> bytes:
    return b"q " + paint + b" " + text + b"Q "


PICTURE = b"q 200 0 0 200 10 20 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q "
BAND = b"q 0.1 0.2 0.6 rg 10 50 200 25 re f Q "
PATCH = b"q 1 g 10 50 200 25 re f Q "


@pytest.mark.parametrize("paint", [b"3 Tr", b"7 Tr", b"1 g", b"1 1 1 rg", b"0 0 0 0 k", b"1 Tr 1 G"])
def test_text_that_leaves_no_ink_is_not_read(paint: bytes) -> None:
    assert text_of(BELOW + painted(paint)) == "visible"
    assert text_of(painted(paint) + BELOW) == "visible"


def test_invisible_text_of_a_form_is_not_read() -> None:
    nested = form(painted(b"3 Tr") + BELOW, b"1 0 0 1 5 5")
    assert text_of(b"/X7 Do", more=(nested,)) == "visible"


@pytest.mark.parametrize("paint", [b"0.5 g", b"0 Tr", b"1 Tr 0 G 1 g", b"2 Tr 0 g", b"0.2 0.4 0.9 rg"])
def test_text_in_any_ink_is_read(paint: bytes) -> None:
    assert text_of(BELOW + painted(paint)) == "visibleHIDDEN"


@pytest.mark.parametrize("ground", [PICTURE, BAND])
def test_white_text_over_colour_or_a_picture_is_read(ground: bytes) -> None:
    assert text_of(ground + BELOW + painted(b"1 g")) == "visibleHIDDEN"


@pytest.mark.parametrize("order", ["under", "over"])
def test_invisible_text_of_a_picture_is_what_it_says(order: str) -> None:
    text = painted(b"3 Tr")
    assert text_of(BELOW + (text + PICTURE if order == "under" else PICTURE + text)) == "visibleHIDDEN"


def test_a_copy_that_nobody_sees_does_not_take_the_place_of_what_is_seen() -> None:
    assert text_of(painted(b"3 Tr", BELOW) + BELOW) == "visible"
    assert text_of(BELOW + painted(b"3 Tr", BELOW)) == "visible"


def test_text_under_a_patch_is_not_read() -> None:
    assert text_of(BELOW + HIDDEN + PATCH) == "visible"
    assert text_of(BELOW + HIDDEN + PATCH + b"BT /F 10 Tf 20 60 Td (new) Tj ET") == "visiblenew"


def test_of_a_line_that_is_half_under_a_patch_the_other_half_is_read() -> None:
    assert text_of(b"BT /F 10 Tf 20 60 Td (abcdef) Tj ET q 1 g 38 50 200 25 re f Q") == "abc"


@pytest.mark.parametrize(
    "patch",
    [
        pytest.param(b"q 1 g 10 20 200 25 re f Q ", id="beside"),
        pytest.param(b"q 10 20 200 25 re W n 1 g 10 20 200 55 re f Q ", id="clipped-beside"),
        pytest.param(b"q 0 G 10 50 200 25 re S Q ", id="not-filled"),
        pytest.param(b"q 1 g 10 50 m 210 50 l 110 51 l f Q ", id="no-box"),
        pytest.param(PATCH + PICTURE, id="under-a-picture"),
    ],
)
def test_text_that_no_patch_covers_is_read(patch: bytes) -> None:
    assert text_of(BELOW + HIDDEN + patch) == "visibleHIDDEN"


def test_a_patch_below_the_text_covers_nothing() -> None:
    assert text_of(PATCH + BELOW + HIDDEN) == "visibleHIDDEN"


def bold(by: float) -> Draw:
    """Draw the table's words twice: letters made bold, as programs do that have no bold font."""

    def twice(canvas: Canvas) -> None:
        table(canvas)
        canvas.translate(by, 0)
        words(canvas)

    return twice


@pytest.mark.parametrize("by", [0.0, 0.3, 0.5])
def test_words_that_are_drawn_twice_are_read_once(by: float) -> None:
    once, twice = first_page(drawn(table)), first_page(drawn(bold(by)))
    assert [glyph.text for glyph in twice.glyphs] == [glyph.text for glyph in once.glyphs]
    assert [texts(made) for made in tables(drawn(bold(by)))] == [list(CELLS)]


def test_equal_words_beside_and_below_each_other_are_all_read() -> None:
    assert text_of(b"BT /F 10 Tf 20 60 Td (11) Tj 11.2 0 Td (11) Tj 0 -9 Td (11) Tj ET") == "111111"
