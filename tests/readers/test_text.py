"""Text in the encodings that Thai comes in, its pages and lines, and what is no text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planparse.errors import InputError
from planparse.page import TypedPage
from planparse.readers import decode, is_pdf, typed_pages

THAI = "ที่\tโครงการ\tงบประมาณ\r\n1\tซ่อมแซมถนน “สายใต้” – ๑๐๐ บาท\t•\n"
BEYOND = THAI + "→ ✓ ພ.ຄ. 😀"
BINARY = bytes(range(256)) * 4


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(BEYOND.encode(), BEYOND, id="utf-8"),
        pytest.param(codecs.BOM_UTF8 + BEYOND.encode(), BEYOND, id="utf-8 with mark"),
        pytest.param(codecs.BOM_UTF16_LE + BEYOND.encode("utf-16-le"), BEYOND, id="utf-16 le with mark"),
        pytest.param(codecs.BOM_UTF16_BE + BEYOND.encode("utf-16-be"), BEYOND, id="utf-16 be with mark"),
        pytest.param(THAI.encode("utf-16-le"), THAI, id="utf-16 le without mark"),
        pytest.param(THAI.encode("utf-16-be"), THAI, id="utf-16 be without mark"),
        pytest.param(THAI.encode("cp874"), THAI, id="windows-874"),
        pytest.param("ที่\tงบ 1\n".encode("tis-620"), "ที่\tงบ 1\n", id="tis-620"),
        pytest.param(b"plan\t1\n", "plan\t1\n", id="ascii"),
        pytest.param("งบประมาณรายจ่าย".encode("cp874") + b"\xfc", "งบประมาณรายจ่าย\ufffd", id="windows-874 with a byte that is none"),
        pytest.param(b"", "", id="nothing"),
    ],
)
def test_a_text_is_decoded(data: bytes, text: str) -> None:
    assert decode(data, "plan.txt") == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(BINARY, "neither a PDF nor text", id="every byte"),
        pytest.param(
            BINARY.replace(b"\x00", b""), "neither a PDF nor text in UTF-8, UTF-16 or Windows-874", id="every byte but null"
        ),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + BINARY, "a picture; run it through an OCR program first", id="png"),
        pytest.param(b"\xff\xd8\xff\xe0" + BINARY, "a picture; run it through an OCR program first", id="jpeg"),
        pytest.param(b"PK\x03\x04\x14\x00" + BINARY, "an Office document or another archive; save it as a PDF", id="docx, xlsx"),
        pytest.param(b"\xd0\xcf\x11\xe0" + BINARY, "an Office document; save it as a PDF", id="doc, xls"),
        pytest.param(b"abc\x00def", "neither a PDF nor text", id="a null in ascii"),
        pytest.param(b"\x00" * 9, "neither a PDF nor text", id="nulls, an odd number"),
        pytest.param("Münster für Größe".encode("latin-1"), "neither a PDF nor text in", id="latin-1"),
        pytest.param("日本語テキスト".encode("shift_jis"), "neither a PDF nor text in", id="shift-jis"),
        pytest.param(codecs.BOM_UTF16_LE + b"\x01", "starts like utf-16", id="utf-16 cut in a letter"),
        pytest.param(codecs.BOM_UTF16_LE + b"\x00\xd8", "starts like utf-16", id="half a surrogate"),
        pytest.param(codecs.BOM_UTF8 + b"\xe0\xb8", "starts like utf-8", id="utf-8 cut in a letter"),
        pytest.param(THAI.encode("utf-32"), "neither a PDF nor text", id="utf-32 starts with the mark of utf-16"),
    ],
)
def test_what_is_no_text_is_said(data: bytes, reason: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, "plan.txt")
    assert caught.value.source == "plan.txt"
    assert reason in caught.value.reason


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        pytest.param("ก\nข", [TypedPage(1, 1, ("ก", "ข"))], id="one page"),
        pytest.param("ก\r\nข\rค\n", [TypedPage(1, 1, ("ก", "ข", "ค", ""))], id="every line end"),
        pytest.param("ก\nข\fค\nง", [TypedPage(1, 1, ("ก", "ข")), TypedPage(2, 2, ("ค", "ง"))], id="form feed inside a line"),
        pytest.param("ก\n\fข\n", [TypedPage(1, 1, ("ก", "")), TypedPage(2, 2, ("ข", ""))], id="form feed on a line of its own"),
        pytest.param("\f\f", [TypedPage(1, 1, ("",)), TypedPage(2, 1, ("",)), TypedPage(3, 1, ("",))], id="form feeds only"),
        pytest.param("ก\u2028ข\x85ค", [TypedPage(1, 1, ("ก\u2028ข\x85ค",))], id="no line end to an editor"),
        pytest.param("", [TypedPage(1, 1, ("",))], id="nothing"),
    ],
)
def test_a_text_has_pages_and_numbered_lines(text: str, pages: list[TypedPage]) -> None:
    assert typed_pages(text) == pages


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"%PDF-1.7\n", True),
        (b"\xef\xbb\xbf \n%PDF-1.4", True),
        (b"x" * 1019 + b"%PDF-", True),
        (b"x" * 1020 + b"%PDF-", False),
        (b"%pdf", False),
        (b"", False),
    ],
)
def test_a_pdf_is_told_by_its_first_bytes(data: bytes, told: bool) -> None:
    assert is_pdf(data) is told


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufeff")),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
@settings(deadline=None, max_examples=150)
def test_any_text_comes_back(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "x") == text


def test_months_of_nothing_but_bullets_are_windows_874() -> None:
    text = "เดือน" + 12 * "\t•\t–"
    assert decode(text.encode("cp874"), "x") == text


@given(st.lists(st.sampled_from(["ที่\t", "งบประมาณ •", "โครงการ –", "ซ่อมแซมน้ำ\n", "๑๒๓", "100 "])))
@settings(deadline=None, max_examples=100)
def test_any_thai_comes_back_from_windows_874(words: list[str]) -> None:
    text = "แผนการดำเนินงาน" + "".join(words)
    assert decode(text.encode("cp874"), "x") == text


def outcome(data: bytes) -> str | InputError:
    """Return the text, or the error that says why there is none; any other exception is a fault of planparse."""
    try:
        return decode(data, "x")
    except InputError as error:
        return error


@given(st.binary(max_size=200))
@settings(deadline=None, max_examples=300)
def test_any_bytes_are_a_text_or_an_error(data: bytes) -> None:
    told = outcome(data)
    if isinstance(told, str):
        assert [page.number for page in typed_pages(told)] == list(range(1, told.count("\f") + 2))
    else:
        assert str(told).startswith("x: ")
