"""The glyphs of a page: their text, their place, and what pdfium makes of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from reportlab.pdfbase.ttfonts import TTFontFile  # type: ignore[import-untyped]  # reportlab ships no types
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]  # reportlab ships no types

import typeset
from planparse.page import Glyph
from planparse.readers.pdf import glyphs as pdf_glyphs
from planparse.readers.pdf import outlines
from planparse.readers.pdf.calls import char_size, text_font
from planparse.readers.pdf.fonts import _sisters
from planparse.table import Line, blocks
from readers.pdfs import drawn, first_page, form, page_of, stream, telling, written
from typeset import draw, width

THAI_DIGITS = "๑๒๓"
SAMPLE_FONT = Path(typeset.__file__).parent / "fonts" / "SarabunSample-Regular.ttf"


def glyphs(content: str, **how: bytes) -> tuple[Glyph, ...]:
    return first_page(page_of(f"BT /F 10 Tf {content} ET".encode("ascii"), **how)).glyphs


def text(content: str, **how: bytes) -> str:
    return "".join(one.text for one in glyphs(content, **how))


def test_glyphs_have_their_ink_and_their_pen() -> None:
    def write(canvas: Canvas) -> None:
        draw(canvas, (50, 100), "กขป", size=20)

    page = first_page(drawn(write))
    assert [one.text for one in page.glyphs] == ["ก", "ข", "ป"]
    first, second, last = page.glyphs
    assert (first.x, first.y, first.em) == pytest.approx((50, 200, 20), abs=0.01)
    assert first.end == pytest.approx(second.x)
    assert second.end == pytest.approx(last.x)
    assert last.end == pytest.approx(50 + width("กขป", "Sample", 20), abs=0.6)
    for one in page.glyphs:
        assert one.x < one.x0 < one.x1 < one.end
        assert one.top < one.y - 0.5 * one.em
        assert abs(one.bottom - one.y) < 0.02 * one.em
    assert last.top < first.top - 0.15 * first.em  # ป rises over the others


@pytest.mark.parametrize(
    ("content", "em"),
    [
        pytest.param("1 0 0 1 50 100 Tm (a) Tj", 10, id="size"),
        pytest.param("2 0 0 2 50 100 Tm (a) Tj", 20, id="text-matrix"),
        pytest.param("0 2 -2 0 50 100 Tm (a) Tj", 20, id="turned"),
        pytest.param("/F 0.00001 Tf 50 100 Td (a) Tj", 0.1, id="next-to-nothing"),
    ],
)
def test_the_em_is_the_size_on_the_page(content: str, em: float) -> None:
    assert {round(one.em, 3) for one in glyphs(content)} <= {em}


def test_the_space_between_words_is_no_glyph_unless_it_stands_there() -> None:
    assert text("50 100 Td (abc) Tj 60 0 Td (def) Tj") == "abcdef"
    assert text("50 100 Td (abc def) Tj") == "abc def"


def test_line_breaks_are_no_glyphs() -> None:
    assert text("50 100 Td (abc) Tj 0 -14 Td (def) Tj") == "abcdef"


def test_a_hyphen_at_a_lines_end_is_a_hyphen() -> None:
    assert text("50 100 Td (abc-) Tj 0 -14 Td (def) Tj") == "abc-def"


@pytest.mark.parametrize(
    ("unicode", "told"),
    [
        pytest.param(b"<41> <0E01>", "ก", id="thai"),
        pytest.param(b"<41> <0E17 0E35>", "ที", id="cluster"),
        pytest.param(b"<41> <F70A>", "\uf70a", id="private-use"),
        pytest.param(b"<41> <0E49 4933>", "้ำ", id="cluster-with-a-high-byte-of-the-letter-before"),
        pytest.param(b"<41> <0E49 4833>", "้䠳", id="cluster-with-another-high-byte"),
        pytest.param(b"<41> <0E49 4980>", "้䦀", id="cluster-of-no-letter"),
        pytest.param(b"<41> <D83D DE00>", "😀", id="two-halves"),
        pytest.param(b"<41> <DE00>", "\ufffd", id="second-half-only"),
        pytest.param(b"<41> <0001>", "\ufffd", id="control"),
        pytest.param(b"<41> <0009>", " ", id="tab"),
        pytest.param(b"<41> <00A0>", "\u00a0", id="no-break-space"),
    ],
)
def test_a_glyph_is_what_its_font_says(unicode: bytes, told: str) -> None:
    assert text("50 100 Td (xAx) Tj", unicode=unicode) == f"x{told}x"


def test_two_letters_are_no_cluster_whatever_their_codes() -> None:
    assert text("50 100 Td (BA) Tj", unicode=b"<41> <4933>\n<42> <0E49>") == "้䤳"


def test_halves_that_do_not_belong_together_make_no_letter() -> None:
    told = text("50 100 Td (BxA) Tj", unicode=b"<41> <DE00>\n<42> <D83D>")
    assert "x" in told
    assert "\U0001f600" not in told


@pytest.mark.parametrize(
    "font",
    [
        pytest.param(b"/THSarabunIT#F9", id="windows-874"),
        pytest.param(b"/ABCDEF+THSarabunIT#E0#B9#99", id="utf-8"),
        pytest.param(b"/THSarabunIT9", id="ascii"),
        pytest.param(b"/TH#2320SarabunIT#23e0#23b9#2399", id="written-out"),
    ],
)
def test_a_font_that_draws_thai_digits_has_thai_digits(font: bytes) -> None:
    assert text("50 100 Td (a123) Tj", font=font) == f"a{THAI_DIGITS}"


@pytest.mark.parametrize("font", [b"/THSarabunNew", b"/THSarabunPSK-Bold", b"/Helvetica", b"/AngsanaNew"])
def test_other_fonts_have_the_digits_they_say(font: bytes) -> None:
    assert text("50 100 Td (a123) Tj", font=font) == "a123"


def test_text_without_a_font_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_glyphs, "told", telling(text_font, np.zeros_like))
    assert text("50 100 Td (123) Tj") == "123"


def test_a_font_without_a_name_is_read() -> None:
    assert text("50 100 Td (123) Tj", font=b"null") == "123"


CLUSTER = b"/Span << /ActualText <FEFF0E170E350E48> >> BDC (A) Tj EMC"


@pytest.mark.parametrize("way", [b"0 1 -1 0 350 20", b"-1 0 0 -1 350 280"], ids=["upwards", "upside-down"])
def test_the_pen_after_a_turned_cluster_is_behind_its_ink(way: bytes) -> None:
    """A font knows the advance of its glyphs, and not that of a mark that was sliced from one."""
    content = b"BT /F 10 Tf %s Tm (i.) Tj ET"
    tall = b"<69> <0E17 0E35 0057>\n<2E> <002E>"  # W is much wider than the glyph of i
    upright = first_page(page_of(content % b"1 0 0 1 20 20", unicode=tall)).glyphs
    turned = first_page(page_of(content % way, unicode=tall)).glyphs
    assert len(turned) == len(upright) == 4
    assert max(one.end - one.x for one in turned[:3]) < upright[3].x - upright[0].x + 0.1


@pytest.mark.parametrize(
    ("cluster", "unicode"), [(b"(A) Tj", b"<41> <0E17 0E35 0E48>"), (CLUSTER, b"")], ids=["by-its-font", "by-its-span"]
)
def test_a_cluster_in_a_form_stands_where_the_form_is_drawn(cluster: bytes, unicode: bytes) -> None:
    """pdfium leaves the slices of a span in the coordinates of the form."""
    inner = form(b"BT /F 10 Tf 20 60 Td (x) Tj %s (x) Tj ET" % cluster, b"2 0 0 2 0 0")
    nested = first_page(page_of(b"q 1 0 0 1 10 -20 cm /X7 Do Q", unicode=unicode, more=(inner,)))
    direct = first_page(page_of(b"BT 2 0 0 2 50 100 Tm /F 10 Tf (x) Tj %s (x) Tj ET" % cluster, unicode=unicode))
    assert "".join(one.text for one in nested.glyphs) == "".join(one.text for one in direct.glyphs) == "xที่x"
    for one, other in zip(nested.glyphs, direct.glyphs, strict=True):
        assert one[1:7] == pytest.approx(other[1:7], abs=0.05)


# fonts that are drawn larger than is told

THAI = "องค์การบริหารส่วนตำบล"


def ems(write: Callable[[Canvas], None]) -> set[float]:
    return {round(one.em, 1) for one in first_page(drawn(write)).glyphs}


def test_a_font_of_2048_units_that_is_drawn_as_if_it_had_1000_has_its_own_em(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_glyphs, "told", telling(char_size, lambda sizes: sizes / 2.048))
    assert ems(lambda canvas: draw(canvas, (20, 100), THAI, size=14)) == {14}


@pytest.mark.parametrize("matrix", [(1, 0, 0, 3, 0, 0), (3, 0, 0, 1, 0, 0), (0.3, 0, 0, 1, 0, 0)], ids=["high", "wide", "narrow"])
def test_stretched_print_has_the_em_that_is_told(matrix: tuple[float, ...]) -> None:
    def stretched(canvas: Canvas) -> None:
        canvas.transform(*matrix)
        draw(canvas, (20, 50), THAI, size=10)

    assert ems(stretched) == {round(10 * (matrix[0] * matrix[3]) ** 0.5, 1)}


def test_one_large_letter_is_no_sign_of_a_font_drawn_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """A garbled box of one consonant among others does not change its font's em."""
    boxes = pdf_glyphs._placed

    def placed(*told: object) -> tuple[object, ...]:
        x0, top, x1, bottom, x, y = boxes(*told)  # type: ignore[arg-type]  # handed on as it comes
        top[0], x1[0] = y[0] - 14, x0[0] + 14
        return x0, top, x1, bottom, x, y

    monkeypatch.setattr(pdf_glyphs, "_placed", placed)
    assert ems(lambda canvas: draw(canvas, (20, 100), THAI, size=10)) == {10}


# fonts whose text layer is numbers


def numbered(text: str, name: bytes, *, embedded: bool = True) -> bytes:
    """A PDF whose codes are the glyph numbers of the samples' font, told to be other numbers: half of them control codes."""
    numbers = TTFontFile(str(SAMPLE_FONT)).charToGlyph
    codes = b"".join(b"%04X" % numbers[ord(letter)] for letter in text)
    cmap = b"1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0036> <0063> <0001> endbfrange"
    file = b"/FontFile2 9 0 R" if embedded else b""
    return written(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900 300] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        stream(b"BT /F 20 Tf 20 100 Td <%s> Tj ET" % codes),
        b"<< /Type /Font /Subtype /Type0 /BaseFont %s /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 8 0 R >>" % name,
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont %s /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
        b" /Supplement 0 >> /FontDescriptor 7 0 R /DW 640 /CIDToGIDMap /Identity >>" % name,
        b"<< /Type /FontDescriptor /FontName %s /Flags 4 %s >>" % (name, file),
        stream(cmap),
        stream(SAMPLE_FONT.read_bytes()),
    )


CONSONANTS = "กขคงจฉชซญดตถทธนบปผพภมยรลวสหอฮ"


def test_letters_of_a_font_of_numbers_are_told_by_their_outlines(monkeypatch: pytest.MonkeyPatch) -> None:
    family = outlines.Family(re.compile("TH ?Sarabun"), 53, 500, (), 700)  # as the samples' font numbers its consonants
    monkeypatch.setattr(outlines, "FAMILIES", (family,))
    page = first_page(numbered(CONSONANTS, b"/ABCDEF+THSarabunSample"))
    assert "".join(one.text for one in page.glyphs) == CONSONANTS


def test_digits_of_a_font_of_numbers_are_those_that_it_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    """TH SarabunIT๙ draws Thai digits where others have ASCII ones."""
    numbers = TTFontFile(str(SAMPLE_FONT)).charToGlyph
    family = outlines.Family(re.compile("TH ?Sarabun"), 53, 500, (), ord("0") - numbers[ord("0")])
    monkeypatch.setattr(outlines, "FAMILIES", (family,))
    page = first_page(numbered(CONSONANTS + "3456789", b"/ABCDEF+THSarabunIT#3A"))
    assert "".join(one.text for one in page.glyphs) == CONSONANTS + "๓๔๕๖๗๘๙"


def test_a_font_of_letters_is_believed() -> None:
    page = first_page(
        page_of(b"BT /F 5 Tf 20 100 Td (%s) Tj ET" % (b"abcdefgh" * 10 + b"A"), font=b"/THSarabunNew", unicode=b"<41> <0001>")
    )
    assert "".join(one.text for one in page.glyphs) == "abcdefgh" * 10 + "\ufffd"


@pytest.mark.parametrize(
    ("name", "embedded"),
    [
        pytest.param(b"/THSarabunNew", False, id="not-embedded"),
        pytest.param(b"/Unknown", True, id="of-no-known-family"),
    ],
)
def test_other_fonts_of_numbers_stay_unknown(name: bytes, embedded: bool) -> None:
    page = first_page(numbered(CONSONANTS, name, embedded=embedded))
    assert len(page.glyphs) == len(CONSONANTS)
    assert not {one.text for one in page.glyphs} & set(CONSONANTS)
    assert "\ufffd" in {one.text for one in page.glyphs}


@pytest.mark.parametrize("many", [1, 30], ids=["a-stamp", "a-page"])
def test_text_upside_down_is_told_as_it_is_read(many: int) -> None:
    """Letters that are objects of their own: on one pen they stay in their order, as a mark and the letter behind it do."""
    pens = {"a": 0, "b": 6, "c": 12, "d": 12, "e": 18}
    lines = [
        " ".join(f"BT /F 10 Tf -1 0 0 -1 {350 - x} {20 + 9 * line} Tm ({letter}) Tj ET" for letter, x in pens.items())
        for line in reversed(range(many))
    ]
    page = first_page(page_of("\n".join(lines).encode("ascii")))
    assert "".join(one.text for one in page.glyphs) == "abcde" * many


@pytest.mark.parametrize("content", [b"(abc) Tj", b"(a) Tj"])
def test_text_upside_down_beside_the_page_is_none(content: bytes) -> None:
    assert not first_page(page_of(b"BT /F 10 Tf -1 0 0 -1 -900 -900 Tm %s ET" % content)).glyphs


# glyphs without a code


def nameless(
    coded: str, rest: str, *, embedded: bool = True, told: int | None = None, circle: bool = False, table: bool = False
) -> bytes:
    """A PDF of letters with their codes, and of the ``rest``: their codes are numbers from 44 on, without meaning or ``told``.

    Of a SARA AM the ``circle`` only is drawn. The font has a ``table`` of its characters, or none.
    """
    path = Path(typeset.__file__).parent / "fonts" / "SarabunSample-Regular.ttf"
    glyph_of = TTFontFile(str(path)).charToGlyph
    codes = [*range(256, 256 + len(coded)), *range(44, 44 + len(rest))]
    to_glyph = bytearray(2 * 300)
    for code, letter in zip(codes, coded + rest, strict=True):
        print_of = "ํ" if circle and letter == "ำ" else letter
        to_glyph[2 * code : 2 * code + 2] = glyph_of[ord(print_of)].to_bytes(2)
    meanings = b" ".join(b"<%04X> <%04X>" % (code, ord(letter)) for code, letter in zip(codes, coded, strict=False))
    others = b" ".join(b"<%04X> <%04X>" % (code, told) for code in codes[len(coded) :]) if told is not None else b""
    return written(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900 300] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        stream(b"BT /F 20 Tf 20 100 Td <%s> Tj ET" % b"".join(b"%04X" % code for code in codes)),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 8 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
        b" /Supplement 0 >> /FontDescriptor 7 0 R /DW 640 /CIDToGIDMap 10 0 R >>",
        b"<< /Type /FontDescriptor /FontName /A /Flags 4 %s >>" % (b"/FontFile2 9 0 R" if embedded else b""),
        stream(
            b"1 begincodespacerange <0000> <FFFF> endcodespacerange %d beginbfchar %s %s endbfchar"
            % (len(coded) + (len(rest) if others else 0), meanings, others)
        ),
        stream(path.read_bytes() if table else path.read_bytes().replace(b"cmap", b"none", 1)),
        stream(bytes(to_glyph)),
    )


@pytest.mark.parametrize("rest", ["ก", "ป่า", "ฟ้", "ญฐ"])
def test_a_glyph_without_a_code_is_the_letter_of_its_font_that_it_looks_like(rest: str) -> None:
    page = first_page(nameless("กขญฐปฟา่้ี", rest))
    assert "".join(one.text for one in page.glyphs) == "กขญฐปฟา่้ี" + rest


@pytest.mark.parametrize("coded", ["กขญฐปฟา่้ี", "abc"], ids=["like-none", "among-no-letters"])
def test_a_glyph_like_no_letter_is_unknown(coded: str) -> None:
    """Its number is none of a letter, though it be that of a comma."""
    assert "".join(one.text for one in first_page(nameless(coded, "A")).glyphs) == coded + "\ufffd"


@pytest.mark.parametrize("table", [True, False])
def test_a_broken_font_tells_what_it_can(table: bool) -> None:
    """Lines of glyphs that go on behind the font's end, and boxes that many glyphs share."""
    file = nameless("กขญฐปฟา่้์ั", "ื่A", table=table)
    start = file.index(b"glyf", file.index(b"\x00\x01\x00\x00"))
    for every in (2, 3, 7, 16, 61):
        broken = bytearray(file)
        for at in range(start + 400, min(start + 20_000, len(file) - 3000), every * 13):
            broken[at] = 0x7F
        assert first_page(bytes(broken)).number == 1


def test_a_number_that_nothing_tells_is_believed_if_it_is_a_sign_of_ascii() -> None:
    """Of a font of pictures, or one that the PDF has not: many keep to ASCII in their bytes."""
    assert "".join(one.text for one in first_page(nameless("กขค", "A", embedded=False)).glyphs) == "กขค,"


@pytest.mark.parametrize("coded", ["กขญฐปฟา่้ี", "abc", ""])
def test_a_glyph_without_a_code_is_what_its_fonts_table_says(coded: str) -> None:
    rest = "แผนงานA1ผู้นำ“ป่า”"
    page = first_page(nameless(coded, rest, table=True))
    assert "".join(one.text for one in page.glyphs) == coded + rest


def test_a_glyph_that_fills_the_box_of_another_is_neither() -> None:
    """SARA II and SARA UEE are as wide and as high."""
    page = first_page(nameless("กขญฐปฟา่้์ั", "ื", table=True))
    (line,) = (block for block in blocks(page).blocks if isinstance(block, Line))
    assert line.text.endswith("\ufffd")


@pytest.mark.parametrize(("coded", "tone"), [("กขญฐปฟา่์ัี", "้"), ("กขญฐปฟา้์ัี", "่")])
def test_a_tone_that_its_font_has_no_code_for_is_not_unlike_the_others(coded: str, tone: str) -> None:
    """Most subsets lack some: what is like none of those that are there may be the one that is not, and is told by its shape."""
    file = nameless(coded, tone, told=ord("É"))
    (line,) = (block for block in blocks(first_page(file)).blocks if isinstance(block, Line))
    assert line.text.endswith(tone)


def test_a_mark_that_is_like_none_of_its_fonts_marks_is_no_other() -> None:
    """A tone is not guessed where its font has the others."""
    page = first_page(nameless("กขญฐปฟา่้ี์", "๋"))
    (line,) = (block for block in blocks(page).blocks if isinstance(block, Line))
    assert line.text.endswith("\ufffd")


@pytest.mark.parametrize("mark", ["่", "้", "์"])
def test_a_sign_that_is_drawn_as_a_mark_is_that_mark(mark: str) -> None:
    """Fonts of single bytes, whose glyphs without a code have the signs that the bytes are."""
    page = first_page(nameless("กขญฐปฟา่้ี์", mark, told=ord('"')))
    assert "".join(one.text for one in page.glyphs) == "กขญฐปฟา่้ี์" + mark


def test_the_letters_of_a_fonts_other_part_tell_a_mark() -> None:
    """cairo puts what it takes for Latin into a part of its own, which has no letters."""
    names = {1: b"ABCDEF+Loma", 2: b"GHIJKL+Loma", 3: b"ABCDEF+Garuda", 4: b"Loma", 5: b"", 6: b""}
    assert [_sisters(one, names) for one in names] == [[2, 4], [1, 4], [], [1, 2], [], []]


@pytest.mark.parametrize("sign", ['"', "'", "^", "-"])
def test_a_sign_that_is_drawn_as_one_is_believed(sign: str) -> None:
    page = first_page(nameless("กขญฐปฟา่้ี์" + sign, ""))
    assert "".join(one.text for one in page.glyphs) == "กขญฐปฟา่้ี์" + sign


@pytest.mark.parametrize(("rest", "read"), [("ป", "ป"), ("ม", "\ufffd")], ids=["that-is-known", "that-is-not"])
def test_a_space_that_is_drawn_as_a_letter_is_none(rest: str, read: str) -> None:
    page = first_page(nameless("กขญฐปฟา่้ี", rest, told=ord(" ")))
    assert "".join(one.text for one in page.glyphs) == "กขญฐปฟา่้ี" + read


LONG = "กขญฐปฟว่้ี" * 3


@pytest.mark.parametrize(
    ("coded", "rest", "read"),
    [
        pytest.param(LONG + "ำ", "า", "า", id="behind-the-circle"),
        pytest.param(LONG + "ำ", "าปา", "าปา", id="wherever-it-stands"),
        pytest.param(LONG, "าาา", "าาา", id="more-often-than-any"),
        pytest.param(LONG + "ำ", "ป", "ป", id="a-letter-that-is-higher"),
        pytest.param("าทกข" * 9 + "ำ", "ท", "ท", id="in-a-font-that-knows-it"),
    ],
)
def test_a_sara_aa_without_a_code_is_told_by_the_circle_before_it(coded: str, rest: str, read: str) -> None:
    """Pages by LibreOffice that Ghostscript or cairo wrote again."""
    page = first_page(nameless(coded, rest, told=0xFFFD, circle=True))
    assert "".join(one.text for one in page.glyphs) == coded + read


@pytest.mark.parametrize("told", [0xFFFD, 0x1F])
def test_glyphs_that_share_a_code_without_meaning_are_told_one_by_one(told: int) -> None:
    coded = "กขญฐปฟา่้ี" * 2
    page = first_page(nameless(coded, "่ปA้ญ", told=told))
    assert "".join(one.text for one in page.glyphs) == coded + "่ป\ufffd้ญ"


@pytest.mark.parametrize("sign", [",", "'", "-"])
def test_a_font_that_draws_its_small_signs_as_letters_is_one_of_numbers(sign: str) -> None:
    page = first_page(nameless("กข" * 8, "คงจฉชซดต", told=ord(sign)))
    assert {one.text for one in page.glyphs} == {"\ufffd"}


@pytest.mark.parametrize(
    ("coded", "rest", "told"),
    [
        pytest.param("กข" * 8, ",." * 4, ord(","), id="small-signs"),
        pytest.param("กข" * 8 + "," * 4, "คงจ", ord("."), id="most-of-them-small"),
        pytest.param("กข" * 8, "คงจฉชซดต", ord("%"), id="signs-as-large-as-letters"),
        pytest.param("กขกข", "คงจ", ord(","), id="too-few"),
        pytest.param("ab" * 8, "คงจฉชซดต", ord(","), id="no-letters"),
    ],
)
def test_other_signs_are_believed(coded: str, rest: str, told: int) -> None:
    page = first_page(nameless(coded, rest, told=told))
    assert "".join(one.text for one in page.glyphs)[: len(coded)] == coded


def test_a_font_of_letters_is_read_though_some_of_its_glyphs_stay_unknown() -> None:
    coded = "กขญฐปฟา่้ี" * 2
    page = first_page(nameless(coded, "ABCD", told=0xFFFD))
    assert "".join(one.text for one in page.glyphs) == coded + "\ufffd" * 4


def test_a_sign_that_has_its_code_is_not_the_glyph_that_has_its_number() -> None:
    page = first_page(nameless("ก่ข,", "่"))
    assert "".join(one.text for one in page.glyphs) == "ก่ข,่"


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_the_pen_behind_turned_text_is_behind_it(turn: int) -> None:
    def write(canvas: Canvas) -> None:
        canvas.translate(200, 150)
        canvas.rotate(turn)
        draw(canvas, (0, 0), "กข ค", size=20)

    page = first_page(drawn(write))
    assert all(one.end >= one.x1 for one in page.glyphs if not one.text.isspace())
    (line,) = blocks(page).blocks
    assert isinstance(line, Line)
    assert line.text == "กข ค"


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_letter_in_wide_room_is_not_cut_off_by_being_turned(turn: int) -> None:
    """The ink of a Helvetica 1 fills half of its width: the next digit stands a space's width off."""

    def write(canvas: Canvas) -> None:
        canvas.translate(200, 150)
        canvas.rotate(turn)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(0, 0, "17,110.11 1 1")

    (line,) = [block for block in blocks(first_page(drawn(write))).blocks if isinstance(block, Line)]
    assert line.text == "17,110.11 1 1"


def test_slanted_letters_are_measured_as_upright_ones() -> None:
    """Bold italics without a font of their own: the text leans, and marks lean away from their letters."""

    def write(canvas: Canvas, slant: float) -> None:
        canvas.transform(1, 0, slant, 1, 50 - 100 * slant, 0)
        draw(canvas, (0, 100), "ทีนุก้าคำ", size=20)

    upright, slanted = (first_page(drawn(lambda canvas, lean=lean: write(canvas, lean))).glyphs for lean in (0.0, 0.3))
    assert [one.text for one in slanted] == [one.text for one in upright]
    for one, other in zip(slanted, upright, strict=True):
        assert (one.x0 + one.x1) / 2 - one.x == pytest.approx((other.x0 + other.x1) / 2 - other.x, abs=0.6)
        assert one.end - one.x >= other.end - other.x - 0.6


def test_what_is_drawn_twice_is_read_once() -> None:
    def write(canvas: Canvas) -> None:
        draw(canvas, (50, 100), "ที่ทำการ", size=12)
        draw(canvas, (50.3, 100), "ที่ทำการ", size=12)

    (line,) = blocks(first_page(drawn(write))).blocks
    assert isinstance(line, Line)
    assert line.text == "ที่ทำการ"
