"""What cannot be read says so: no file, however broken, raises anything but an error with a reason. And memory stays flat."""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import cache

import pypdfium2
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption  # type: ignore[import-untyped]  # reportlab ships no types
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]  # as above

from planparse.errors import EncryptedError, InputError, NoTextError, PlanparseError
from planparse.pipeline import ReadOptions, load, require_table
from planparse.read.pdf import Document, PageError
from planparse.table import blocks
from read.pdfs import drawn, form, page_of, table

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
def encrypted(strength: int = 128) -> bytes:
    return drawn(table, encrypt=StandardEncryption("กข-secret" if strength == 256 else "secret", "owner", strength=strength))


def walk(data: bytes) -> int:
    """Read every page of a PDF, as far as it can be; return how many could be."""
    done = 0
    with Document(data, "made.pdf") as document:
        for number in document.numbers():
            with suppress(PageError):
                blocks(document.page(number))
                done += 1
    return done


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
        pytest.param(good().replace(b"/Type /Pages", b"/Type /Pagex").replace(b"/Kids", b"/Kidx"), id="no-pages"),
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
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "plan.pdf", "neither a PDF nor text", id="png"),
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


@pytest.mark.parametrize("password", ["secret", "owner"])
def test_the_right_password_opens_it(password: str) -> None:
    with Document(encrypted(), "made.pdf", password) as document, Document(good(), "made.pdf") as plain:
        assert document.page(1) == plain.page(1)


def test_a_password_that_is_not_needed_does_no_harm() -> None:
    with Document(good(), "made.pdf", "secret") as document:
        assert document.pages == 1


def test_the_whole_way_takes_the_password() -> None:
    with pytest.raises(EncryptedError):
        load(encrypted(), "plan.pdf")
    (plan,) = load(encrypted(), "plan.pdf", ReadOptions(password="secret"))
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

EDITS = st.lists(
    st.tuples(
        st.integers(0, 10_000),
        st.one_of(st.binary(min_size=1, max_size=4), st.sampled_from([b"0", b"-1", b"99999999", b"<<", b"/Kids", b"R"])),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=150, deadline=None)
@given(EDITS)
def test_a_changed_pdf_is_read_or_refused(edits: list[tuple[int, bytes]]) -> None:
    changed = bytearray(SMALL)
    for at, new in edits:
        place = at % len(changed)
        changed[place : place + len(new)] = new
    with suppress(InputError):
        walk(bytes(changed))


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 10_000), st.integers(0, 200))
def test_a_pdf_with_a_piece_cut_moved_or_repeated_is_read_or_refused(start: int, to: int, size: int) -> None:
    start, to = start % len(SMALL), to % len(SMALL)
    piece = SMALL[start : start + size]
    for changed in (SMALL[:start], SMALL[:start] + SMALL[start + size :], SMALL[:to] + piece + SMALL[to:]):
        with suppress(InputError):
            walk(changed)


@settings(max_examples=60, deadline=None)
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
    with pytest.raises(PlanparseError, match="made.pdf: "):
        load(b"%PDF-1.7\n" + data, "made.pdf")


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("0123456789.- \nmlcvyhreWSsfFBbnqQcmwJjMdGgRrKkBTETfTjTd*'\"()<>[]/F"), max_size=150))
def test_any_content_is_a_page(content: str) -> None:
    assert walk(page_of(content.encode("ascii"))) == 1


# memory


def peak() -> int:
    """The most memory that the process has had, in bytes."""
    resource = pytest.importorskip("resource", reason="only where the system tells")
    used: int = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used if sys.platform == "darwin" else used * 1024


def test_pages_are_closed_when_they_are_read() -> None:
    lines = b" ".join(b"%d %d m %d 290 l S" % (x, y, x) for x in range(20, 380, 12) for y in range(20, 280, 14))
    words = b"BT /F 6 Tf 20 280 Td 7 TL " + b"(%s) ' " % (b"abcdefgh " * 6) * 12 + b"ET"
    with Document(page_of(lines + b"\n" + words, pages=300), "long.pdf") as document:
        assert document.pages == 300
        for number in range(1, 61):
            document.page(number)
        before = peak()
        for number in range(61, 301):
            assert len(document.page(number).glyphs) == 12 * 54
        grown = peak() - before
    assert grown < 30 * 1024 * 1024
