"""Tables of codes that Ghostscript has spoilt, and that others have not."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfbase.ttfonts import TTFontFile  # type: ignore[import-untyped]  # reportlab ships no types

import typeset
from planparse.readers.pdf.cmaps import mended
from readers.pdfs import first_page, stream, written

FONT = Path(typeset.__file__).parent / "fonts" / "SarabunSample-Regular.ttf"
DATA = FONT.read_bytes().replace(b"cmap", b"none", 1)
NUMBERS: dict[int, int] = TTFontFile(str(FONT)).charToGlyph
MAKER = b"<< /Producer (GPL Ghostscript 10.00.0) >>"
CONSONANTS = "กขคงจฉชซญดตถทธนบปผพภมยรลวสหอฮ"


def spoilt(code: int) -> int:
    """What becomes of the first code of a stretch."""
    return code >> 8 | code & 0xFF


def entries(*stretches: str) -> list[tuple[int, int]]:
    """The numbers and the spoilt codes of glyphs, in stretches that go on as the font numbers them; of one glyph it is right."""
    found = []
    for letters in stretches:
        first = spoilt(ord(letters[0])) if len(letters) > 1 else ord(letters[0])
        assert [NUMBERS[ord(letter)] - NUMBERS[ord(letters[0])] for letter in letters] == [*range(len(letters))]
        found += [(NUMBERS[ord(letter)], first + step) for step, letter in enumerate(letters)]
    return found


def plan(
    text: str, told: Sequence[tuple[int, int]], *, more: bytes = b"", maker: bytes = MAKER, name: bytes = b"/Sarabun"
) -> bytes:
    """A PDF of a text, and what its font tells of its codes, as Ghostscript writes it; ``more`` entries of the table."""
    name = b"/Sarabun"
    lines = b"\n".join(b"<%04x><%04x><%04x>" % (number, number, code) for number, code in told) + b"\n" + more
    table = zlib.compress(b"1 begincodespacerange\n<0000><ffff>\nendcodespacerange\n9 beginbfrange\n%s\nendbfrange" % lines)
    return written(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900 300] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        stream(b"BT /F 20 Tf 20 100 Td <%s> Tj ET" % b"".join(b"%04X" % NUMBERS[ord(letter)] for letter in text)),
        b"<</BaseFont%s/ToUnicode 8 0 R/Type/Font\n/Encoding/Identity-H/DescendantFonts[6 0 R]/Subtype/Type0>>" % name,
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont %s /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
        b" /Supplement 0 >> /FontDescriptor 7 0 R /DW 640 /CIDToGIDMap /Identity >>" % name,
        b"<< /Type /FontDescriptor /FontName %s /Flags 4 /FontFile2 9 0 R >>" % name,
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(table), table),
        stream(DATA),
        maker,
    )


def read(data: bytes) -> str:
    return "".join(glyph.text for glyph in first_page(data).glyphs)


ALL = entries("กขฃคฅฆง", "จ", "ฉชซฌญฎฏฐ", "ฑ", "ฒณดตถทธนบป", "ผ", "ฝพฟภม", "ย", "รฤลฦว", "ศ", "ษสหฬอฮ")


def test_letters_are_told_by_those_that_have_their_codes() -> None:
    data = plan(CONSONANTS, ALL)
    assert read(data.replace(b"Ghostscript", b"Anybodyelse")) != CONSONANTS
    assert read(data) == CONSONANTS


def test_a_letter_after_which_none_is_told_has_no_code() -> None:
    """pdfium would leave out one of two letters that are told to be spaces: ด and ต are."""
    told = [*entries("ถทธนบ"), *zip((NUMBERS[ord(letter)] for letter in "ดตง"), (0x20, 0x21, 0x15), strict=True)]
    found = read(plan("ดดตง", told))
    assert len(found) == 4
    assert not set(found) & set("!ถทธนบ" + CONSONANTS)


@pytest.mark.parametrize("sign", ["-", ".", "/", "0123456789", "N", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"])
def test_signs_keep_their_codes(sign: str) -> None:
    told = [*ALL, *((NUMBERS[ord(one)], ord(one)) for one in sign)]
    assert read(plan("กข" + sign, told)) == "กข" + sign


def test_codes_that_a_glyph_has_several_of_keep_their_high_bytes() -> None:
    more = b"<%04x><%04x><0e494933>" % ((NUMBERS[ord("า")],) * 2)
    assert read(plan("นา", entries("น"), more=more)) == "น้ำ"


def test_half_of_a_character_is_none() -> None:
    more = b"<%04x><%04x><d83d3df8>" % ((NUMBERS[ord("A")],) * 2)
    assert read(plan("กA", entries("ก"), more=more)) == "ก\ufffd"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(plan(CONSONANTS, [(NUMBERS[ord(letter)], ord(letter)) for letter in CONSONANTS]), id="not-spoilt"),
        pytest.param(plan("AB", [(NUMBERS[ord(letter)], ord(letter) - 0x40) for letter in "AB"]), id="without-thai"),
        pytest.param(plan(CONSONANTS, ALL, maker=b"<< /Producer (Skia) >>"), id="of-another-maker"),
        pytest.param(plan(CONSONANTS, ALL) + b"%more", id="changed"),
        pytest.param(plan(CONSONANTS, ALL).replace(b"/Root 1 0 R", b"/Rood 1 0 R"), id="without-a-catalog"),
        pytest.param(plan(CONSONANTS, ALL).replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt 5 0 R"), id="encrypted"),
        pytest.param(plan(CONSONANTS, ALL).replace(b"FlateDecode", b"FlateDecore"), id="not-packed"),
        pytest.param(b"Ghostscript", id="no-pdf"),
    ],
)
def test_what_is_not_spoilt_or_not_as_ghostscript_writes_it_stays_as_it_is(data: bytes) -> None:
    assert mended(data) is data


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 255)), min_size=1, max_size=6))
def test_no_file_raises(edits: list[tuple[int, int]]) -> None:
    data = bytearray(plan(CONSONANTS, ALL))
    end = len(data)
    for at, new in edits:
        data[at if at < 1500 else end - at + 1500] = new
    assert isinstance(mended(bytes(data)), bytes)
