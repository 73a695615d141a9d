"""``planparse text``: its streams, its formats, its exit codes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from command import Ran, Run
from PIL import Image
from reportlab.lib.utils import ImageReader  # type: ignore[import-untyped]  # reportlab ships no types
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]  # as above

import damage
from planparse.cli import text
from planparse.cli.console import Session
from planparse.cli.options import Inputs
from planparse.page import DrawnPage
from planparse.readers.pdf import Document
from readers.pdfs import drawn, table
from typeset import draw

BOX = {"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 4}
INDEX = {"type": ["integer", "null"], "minimum": 0}
REPAIR = {
    "type": "object",
    "properties": {name: {"type": "string"} for name in ("rule", "before", "after")},
    "required": ["rule", "before", "after"],
    "additionalProperties": False,
}
LINE = {
    "type": "object",
    "properties": {
        "text": {"type": "string", "pattern": r"^\S(.*\S)?$"},
        "bbox": {"oneOf": [BOX, {"type": "null"}]},
        "line": {"type": ["integer", "null"], "minimum": 1},
        "table": INDEX,
        "row": INDEX,
        "column": INDEX,
        "repairs": {"type": "array", "items": REPAIR},
    },
    "required": ["text", "bbox", "line", "table", "row", "column", "repairs"],
    "additionalProperties": False,
}
PAGE = {
    "type": "object",
    "properties": {
        "source": {"type": "string"},
        "page": {"type": "integer", "minimum": 1},
        "without_text": {"type": ["string", "null"]},
        "lines": {"type": "array", "items": LINE},
    },
    "required": ["source", "page", "without_text", "lines"],
    "additionalProperties": False,
}


def saying(words: str) -> Callable[[Canvas], None]:
    return lambda canvas: draw(canvas, (50, 250), words, size=10)


def scan(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("RGB", (4, 4), (90, 90, 90))), 0, 0, 400, 300)


@pytest.fixture(scope="module", autouse=True)
def files(folder: Path) -> None:
    """Add what this command reads to the folder of inputs."""
    (folder / "pages.pdf").write_bytes(drawn(saying("หน้าแรก"), saying("ที่ทำการ"), table, saying("หน้าท้าย")))
    (folder / "scan.pdf").write_bytes(drawn(saying("ปก"), scan, saying("ท้าย")))
    (folder / "driver.pdf").write_bytes(drawn(saying(damage.printed_by_driver("ที่ทำการฝ่ายไฟฟ้า น้ำพุ"))))
    (folder / "typed.txt").write_text("แผนการดำเนินงาน\nปี 2568\n\fหน้าสอง\n", encoding="utf-8")


@pytest.fixture
def read(run: Run) -> Run:
    def read(*args: str, **more: Any) -> Ran:
        return run("text", *args, **more)

    return read


TABLE = "ที่\tโครงการ\tงบประมาณ\n1\tซ่อมน้ำพุกำแพง\t10,000.-\n"


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        pytest.param((), f"หน้าแรก\n\fที่ทำการ\n\f{TABLE}\fหน้าท้าย\n\f", id="all"),
        pytest.param(("--page", "2-3"), f"ที่ทำการ\n\f{TABLE}\f", id="some"),
        pytest.param(("--pages", "4,1"), "หน้าแรก\n\fหน้าท้าย\n\f", id="single-ones"),
        pytest.param(("--page", "3-"), f"{TABLE}\fหน้าท้าย\n\f", id="to-the-end"),
        pytest.param(("--page", "4-9"), "หน้าท้าย\n\f", id="beyond-the-end"),
    ],
)
def test_each_page_ends_with_a_form_feed(args: tuple[str, ...], expected: str, read: Run) -> None:
    ran = read("pages.pdf", *args)
    assert (ran.code, ran.out, ran.err) == (0, expected, "")


def test_standard_input_is_read(read: Run, folder: Path) -> None:
    ran = read("-", "--page", "1", stdin=(folder / "pages.pdf").read_bytes())
    assert (ran.code, ran.out, ran.err) == (0, "หน้าแรก\n\f", "")


def test_files_follow_each_other(read: Run) -> None:
    ran = read("driver.pdf", "pages.pdf", "--page", "1")
    assert (ran.code, ran.out) == (0, "ที่ทำการฝ่ายไฟฟ้า น้ำพุ\n\fหน้าแรก\n\f")


def test_typed_text_goes_the_same_way(read: Run) -> None:
    ran = read("typed.txt")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "แผนการดำเนินงาน\nปี 2568\n\fหน้าสอง\n\f"


def test_a_page_without_text_is_said_and_the_others_are_read(read: Run) -> None:
    ran = read("scan.pdf")
    assert (ran.code, ran.out) == (0, "ปก\n\f\fท้าย\n\f")
    (said,) = ran.errors
    assert said.startswith("warning: scan.pdf: page 2: ")
    assert read("scan.pdf", "--quiet").err == ""


@pytest.mark.parametrize("args", [("pages.pdf",), ("scan.pdf",), ("driver.pdf",), ("typed.txt",), ("pages.pdf", "typed.txt")])
def test_json_is_a_page_a_line(args: tuple[str, ...], read: Run) -> None:
    ran = read(*args, "--format", "json")
    assert ran.code == 0
    pages = [json.loads(line) for line in ran.out.splitlines()]
    for page in pages:
        jsonschema.validate(page, PAGE)
    assert {page["source"] for page in pages} == set(args)
    assert len(pages) == read(*args).out.count("\f")


def test_json_tells_where_lines_stand_and_what_was_repaired(read: Run) -> None:
    (page,) = (json.loads(line) for line in read("driver.pdf", "--format", "json").out.splitlines())
    (line,) = page["lines"]
    assert line["text"] == "ที่ทำการฝ่ายไฟฟ้า น้ำพุ"
    x0, top, x1, bottom = line["bbox"]
    assert (x0, top, x1, bottom) == pytest.approx((50, 40, 147, 52), abs=5)
    assert {repair["rule"] for repair in line["repairs"]} == {"private-use", "sara-am"}
    assert all(repair["before"] != repair["after"] for repair in line["repairs"])


def test_json_of_a_page_without_text_says_why(read: Run) -> None:
    pages = [json.loads(line) for line in read("scan.pdf", "--format", "json").out.splitlines()]
    assert [bool(page["without_text"]) for page in pages] == [False, True, False]
    assert pages[1]["lines"] == []


def test_a_file_is_written_whole_or_not_at_all(read: Run, folder: Path) -> None:
    ran = read("pages.pdf", "--page", "1", "--output", "out.txt")
    assert (ran.code, ran.out) == (0, "")
    assert (folder / "out.txt").read_text(encoding="utf-8") == "หน้าแรก\n\f"


@pytest.mark.parametrize(
    ("args", "code", "pages", "said"),
    [
        pytest.param(("missing.pdf",), 2, 0, "error: missing.pdf: no such file", id="missing"),
        pytest.param(("cut.pdf",), 2, 0, "error: cut.pdf: ", id="damaged"),
        pytest.param(("locked.pdf",), 2, 0, "error: locked.pdf: encrypted", id="encrypted"),
        pytest.param(("empty.txt",), 2, 0, "error: empty.txt: empty", id="empty"),
        pytest.param(("missing.pdf", "pages.pdf"), 2, 4, "error: missing.pdf: ", id="the-others-are-read"),
        pytest.param(("pages.pdf", "--page", "9"), 2, 0, "error: pages.pdf: has 4 pages", id="no-such-page"),
    ],
)
def test_what_cannot_be_read_is_an_error(args: tuple[str, ...], code: int, pages: int, said: str, read: Run) -> None:
    ran = read(*args)
    assert (ran.code, ran.out.count("\f")) == (code, pages)
    assert len(ran.errors) == 1
    assert ran.errors[0].startswith(said)


@pytest.mark.parametrize("args", [("pages.pdf", "--page", "three"), ("pages.pdf", "--format", "html"), ()])
def test_a_wrong_command_line_writes_nothing(args: tuple[str, ...], read: Run) -> None:
    ran = read(*args)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err


def test_the_password_opens_an_encrypted_pdf(read: Run) -> None:
    ran = read("locked.pdf", env={"PLANPARSE_PASSWORD": "secret"})
    assert (ran.code, ran.out) == (0, "x\n\f")


def test_a_page_is_written_before_the_next_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    events: list[str] = []
    page = Document.page

    def read(document: Document, number: int, following: int | None = None) -> DrawnPage:
        events.append("read")
        return page(document, number, following)

    monkeypatch.setattr(Document, "page", read)
    monkeypatch.setattr(Session, "write", lambda session, text: events.append("written"))
    settings = text.Settings(Inputs((str(folder / "pages.pdf"),), None, False), text.Format.text, None)
    assert text.run(settings, Session(quiet=True)) == 0
    assert events == ["read", "written"] * 4
