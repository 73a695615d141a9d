"""What cannot be read says so: no file, however broken, raises anything but an error with a reason. And memory stays flat."""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pypdfium2
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption  # type: ignore[import-untyped]  # reportlab ships no types
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]  # as above

from planparse.errors import EncryptedError, InputError, NoTextError, PlanparseError
from planparse.pipeline import ReadOptions, load, require_table
from planparse.readers.pdf import Document, PageError, calls, clips, glyphs, paths, unseen
from planparse.readers.pdf.calls import BOX, MATRIX, ORIGIN, POINT, Call, Results, measured
from planparse.table import blocks
from readers.pdfs import drawn, form, page_of, table

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from planparse.readers.pdf.calls import Argument

SECRET = "secret"  # noqa: S105 - of a PDF that the test makes
DAMAGED = "not a PDF, or a damaged or truncated one"
SMALL = page_of(
    b"q 0.8 g 50 100 100 20 re B Q BT /F 10 Tf 20 60 Td (xAx 12) Tj ET /X7 Do 20 20 m 30 90 l S",
    unicode=b"<41> <0E17 0E35>\n<32> <D83D DE00>",
    more=(form(b"20 200 m 90 200 l S BT /F 10 Tf 20 60 Td (xAx) Tj ET", b"2 0 0 2 0 0"),),
)


@cache
def good() -> bytes:
    return drawn(table)


@cache
def encrypted() -> bytes:
    return drawn(table, encrypt=StandardEncryption(SECRET, "owner", strength=128))


def walk(data: bytes) -> int:
    """Read every page of a PDF, as far as it can be; return how many could be."""
    done = 0
    with Document(data, "made.pdf") as document:
        for number in document.numbers():
            with suppress(PageError):
                blocks(document.page(number))
                done += 1
    return done


# numbers that are none


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("number", [np.nan, np.inf, -np.inf, 3e38])
@pytest.mark.parametrize("spoilt", [BOX, ORIGIN, MATRIX, POINT], ids=["ink", "pens", "matrices", "points"])
def test_numbers_out_of_bounds_are_left_out_without_a_warning(
    spoilt: Results, number: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a damaged file pdfium tells such numbers; here of every second item."""

    def spoil(call: Call, results: Results, *of: Argument) -> NDArray[Any]:
        found = measured(call, results, *of)
        if results is spoilt:
            found[::2] = number
        return found

    for module in (calls, clips, glyphs, paths, unseen):
        if hasattr(module, "measured"):
            monkeypatch.setattr(module, "measured", spoil)
    lines = " ".join(f"BT /F 10 Tf 20 {60 + 20 * line} Td (abc 12) Tj ET {20 * line} 20 m 200 {20 * line} l S" for line in range(6))
    with Document(page_of(lines.encode("ascii") + b" 300 10 50 60 re f"), "made.pdf") as document:
        page = document.page(1)
    assert all(np.isfinite([*glyph[1:7], glyph.em]).all() for glyph in page.glyphs)
    assert all(np.isfinite([rule.at, rule.start, rule.end]).all() for rule in page.rules)
    assert all(np.isfinite(shape.box).all() for shape in page.shapes)
    blocks(page)


@pytest.mark.filterwarnings("error")
def test_numbers_as_large_as_can_be_are_read_without_a_warning() -> None:
    huge = b"9" * 38
    inner = b"BT /F 10 Tf 20 60 Td (xyz 12) Tj 5 5 Td (abc) Tj ET 20 20 m 30 90 l S 300 10 50 60 re f"
    walk(page_of(b"BT /F 10 Tf 20 60 Td (fine) Tj ET q %s 0 0 %s -%s %s cm %s Q" % (huge, huge, huge, huge, inner)))


# files that are no PDF


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"%PDF-", id="mark-only"),
        pytest.param(b"%PDF-1.7\n%%EOF\n", id="no-objects"),
        pytest.param(b"%PDF-1.4\n" + bytes(range(256)) * 40, id="random-bytes"),
        pytest.param(b"%PDF-1.7\n" + "แผนการดำเนินงาน ".encode() * 50, id="text-behind-the-mark"),
        pytest.param(good()[: len(good()) // 3], id="truncated"),
        pytest.param(good()[:400], id="head-only"),
    ],
)
def test_a_damaged_pdf_says_so(data: bytes) -> None:
    with pytest.raises(InputError) as told:
        walk(data)
    assert (told.value.source, told.value.reason, told.value.exit_code) == ("made.pdf", DAMAGED, 2)
    assert str(told.value) == f"made.pdf: {DAMAGED}"
    assert not isinstance(told.value, EncryptedError)


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        pytest.param(b"", "plan.pdf", "empty", id="empty"),
        pytest.param(b" \n\t\r\n", "plan.pdf", "empty", id="white"),
        pytest.param("แผนการดำเนินงาน".encode(), "plan.pdf", "not a PDF, whatever its name says", id="text-named-pdf"),
        pytest.param("แผนการดำเนินงาน".encode(), "PLAN.PDF", "not a PDF, whatever its name says", id="text-named-in-capitals"),
        pytest.param(b"%PDF-1.7\n" + bytes(range(256)), "plan.txt", DAMAGED, id="damaged-pdf-by-any-name"),
        pytest.param(
            b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)),
            "plan.pdf",
            "a picture; run it through an OCR program first",
            id="png",
        ),
    ],
)
def test_the_content_says_what_a_file_is(data: bytes, name: str, reason: str) -> None:
    with pytest.raises(InputError) as told:
        load(data, name)
    assert (told.value.source, told.value.reason) == (name, reason)


def test_a_pdf_is_one_by_any_name() -> None:
    (plan,) = load(good(), "plan.txt")
    assert (plan.source.format, plan.source.pages) == ("pdf", 1)


def test_rubbish_before_the_mark_does_not_matter() -> None:
    assert walk(b"\r\n\r\n" + good()) == 1


def test_a_pdf_without_its_last_lines_is_read_all_the_same() -> None:
    assert walk(good()[: good().rindex(b"startxref")]) == 1


def test_a_pdf_without_pages_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pypdfium2.PdfDocument, "__len__", lambda pdf: 0)
    with pytest.raises(InputError, match="without pages"):
        walk(good())


def test_an_encryption_nobody_knows_says_so() -> None:
    handler = b"/Encrypt << /Filter /Other /V 1 /R 2 /O (%s) /U (%s) /P -4 >> /ID [(a) (b)]" % (b"a" * 32, b"b" * 32)
    with pytest.raises(InputError, match="an encryption that cannot be opened") as told:
        walk(SMALL.replace(b"/Root 1 0 R", b"/Root 1 0 R " + handler))
    assert not isinstance(told.value, EncryptedError)


# passwords


@pytest.mark.parametrize("password", [None, "", "wrong", "กข"])
def test_an_encrypted_pdf_needs_its_password(password: str | None) -> None:
    with pytest.raises(EncryptedError) as told:
        Document(encrypted(), "made.pdf", password)
    assert told.value.source == "made.pdf"
    assert "PLANPARSE_PASSWORD" in told.value.reason
    assert ("the password does not open it" in told.value.reason) == bool(password)
    assert password is None or password not in ("wrong", "กข") or password not in str(told.value)


@pytest.mark.parametrize("password", [SECRET, "owner"])
def test_the_right_password_opens_it(password: str) -> None:
    with Document(encrypted(), "made.pdf", password) as document, Document(good(), "made.pdf") as plain:
        assert document.page(1) == plain.page(1)


def test_a_password_that_is_not_needed_does_no_harm() -> None:
    with Document(good(), "made.pdf", "secret") as document:
        assert document.pages == 1


def test_the_whole_way_takes_the_password() -> None:
    with pytest.raises(EncryptedError):
        load(encrypted(), "plan.pdf")
    (plan,) = load(encrypted(), "plan.pdf", ReadOptions(password=SECRET))
    assert plan.source.pages == 1


# pages


def test_a_page_that_cannot_be_loaded_is_a_fault_of_the_plan() -> None:
    data = page_of(b"BT /F 10 Tf 20 60 Td (plan) Tj ET", pages=3)
    (plan,) = load(
        data.replace(b"/Kids [7 0 R 8 0 R 9 0 R]", b"/Kids [7 0 R 8 0 X 9 0 R]".replace(b"8 0 X", b"99 0 R")), "plan.pdf"
    )
    faults = [(fault.rule, fault.where.page) for fault in plan.faults if fault.where is not None]
    assert ("page-without-text", 2) in faults
    assert ("page-without-text", 1) not in faults


def test_a_scan_says_what_to_do() -> None:
    def scan(canvas: Canvas) -> None:
        from PIL import Image
        from reportlab.lib.utils import ImageReader  # type: ignore[import-untyped]  # as above

        canvas.drawImage(ImageReader(Image.new("RGB", (4, 4), (90, 90, 90))), 0, 0, 400, 300)

    (plan,) = load(drawn(scan), "scan.pdf")
    with pytest.raises(NoTextError, match="OCR"):
        require_table(plan)


# any file

NEW = st.one_of(st.binary(min_size=1, max_size=4), st.sampled_from([b"0", b"-1", b"99999999", b"<<", b"/Kids", b"R"]))
EDITS = st.lists(st.tuples(st.integers(0, 10_000), NEW), min_size=1, max_size=12)


@settings(max_examples=400, deadline=None)
@given(EDITS)
def test_a_changed_pdf_is_read_or_refused(edits: list[tuple[int, bytes]]) -> None:
    changed = bytearray(SMALL)
    for at, new in edits:
        place = at % len(changed)
        changed[place : place + len(new)] = new
    with suppress(InputError):
        walk(bytes(changed))


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 10_000), st.integers(0, 200))
def test_a_pdf_with_a_piece_cut_moved_or_repeated_is_read_or_refused(start: int, to: int, size: int) -> None:
    start, to = start % len(SMALL), to % len(SMALL)
    piece = SMALL[start : start + size]
    for changed in (SMALL[:start], SMALL[:start] + SMALL[start + size :], SMALL[:to] + piece + SMALL[to:]):
        with suppress(InputError):
            walk(changed)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 200_000), st.binary(min_size=1, max_size=3)), min_size=1, max_size=20))
def test_a_changed_font_is_read_or_refused(edits: list[tuple[int, bytes]]) -> None:
    changed = bytearray(good())
    for at, new in edits:
        place = at % len(changed)
        changed[place : place + len(new)] = new
    with suppress(InputError):
        walk(bytes(changed))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400))
@example(b"trailer << /Root 1 0 R >>")
def test_any_bytes_behind_the_mark_are_refused(data: bytes) -> None:
    with pytest.raises(PlanparseError, match=r"made\.pdf: "):
        load(b"%PDF-1.7\n" + data, "made.pdf")


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("0123456789.- \nmlcvyhreWSsfFBbnqQcmwJjMdGgRrKkBTETfTjTd*'\"()<>[]/F"), max_size=150))
def test_any_content_is_a_page(content: str) -> None:
    assert walk(page_of(content.encode("ascii"))) == 1


# memory


def used() -> int:
    """The memory that the process has now, in bytes, or where the system does not tell, the most that it has had."""
    now = Path("/proc/self/statm")
    if now.exists():
        return int(now.read_text(encoding="ascii").split()[1]) * 4096
    resource = pytest.importorskip("resource", reason="only where the system tells")
    peak: int = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def test_pages_are_closed_when_they_are_read() -> None:
    picture = b"q BI /W 200 /H 100 /CS /G /BPC 8 ID " + b"\x90" * 20_000 + b" EI Q\n"
    words = b"BT /F 6 Tf 20 280 Td 7 TL " + b"(%s) ' " % (b"abcdefgh " * 7) * 6 + b"ET"
    with Document(page_of(picture * 4 + words, pages=300), "long.pdf") as document:
        for number in range(1, 61):
            document.page(number)
        before = used()
        for number in range(61, 301):
            page = document.page(number)
        assert (document.pages, page.pictures, len(page.glyphs)) == (300, 4, 6 * 63)
        assert used() - before < 8 * 1024 * 1024  # 14 where only the text stays open, 26 where the page does
