"""Text that is clipped away, as workbooks clip what does not fit into a cell."""

from __future__ import annotations

import pytest

from readers.pdfs import first_page, form, page_of

BELOW = b"BT /F 10 Tf 20 100 Td (visible) Tj ET "


def clipped(box: bytes, at: bytes = b"20 100", text: bytes = b"HAT") -> bytes:
    return b"q " + box + b" re W n BT /F 10 Tf " + at + b" Td (" + text + b") Tj ET Q "


def text_of(content: bytes) -> str:
    return "".join(glyph.text for glyph in first_page(page_of(content)).glyphs)


def test_what_is_clipped_away_over_other_text_is_not_read() -> None:
    assert text_of(BELOW + clipped(b"20 110 60 3")) == "visible"
    assert text_of(clipped(b"20 110 60 3") + BELOW) == "visible"


@pytest.mark.parametrize("box", [b"20 200 60 3", b"-90 -90 9 9", b"300 60 60 30"], ids=["above", "off-the-page", "beside"])
def test_what_is_clipped_away_far_from_what_its_clip_shows_is_not_read(box: bytes) -> None:
    assert text_of(BELOW + clipped(box, at=b"20 60")) == "visible"


@pytest.mark.parametrize(
    "hidden",
    [
        pytest.param(clipped(b"20 110 60 3", at=b"20 60"), id="nothing-there"),
        pytest.param(clipped(b"20 95 60 20"), id="not-clipped"),
        pytest.param(clipped(b"20 95 60 8"), id="half-clipped"),
        pytest.param(clipped(b"20 60 60 3", at=b"80 100"), id="beside"),
    ],
)
def test_other_text_stays(hidden: bytes) -> None:
    assert text_of(BELOW + hidden) == "visibleHAT"


def test_two_clips_show_what_is_in_both() -> None:
    twice = b"q 20 95 60 20 re W n " + clipped(b"20 110 60 3") + b"Q "
    assert text_of(BELOW + twice) == "visible"


@pytest.mark.parametrize("place", [b"1 0 0 1 0 1", b"1 0 0 1 30 -40", b"0.5 0 0 0.5 9 9"])
def test_a_form_that_is_moved_is_clipped_as_any_other(place: bytes) -> None:
    for hidden, read in ((clipped(b"20 110 60 3"), "visible"), (clipped(b"20 95 60 20"), "visibleHAT")):
        page = first_page(page_of(b"q " + place + b" cm /X7 Do Q", more=(form(BELOW + hidden),)))
        assert "".join(glyph.text for glyph in page.glyphs) == read
