"""The samples: made again they come out the same, and they hold what their README says."""

from __future__ import annotations

import io
import json
import re
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("reportlab", reason="the samples' generator needs it")
sys.path.insert(0, str(Path(__file__).parents[2] / "samples"))

import damage
import faulty_data
import make
import model
import ocr_page
import plan_data
import tungsong_data
import typeset

SAMPLES = Path(make.__file__).parent
PDFS = ("plan", "tungsong", "faulty")
TEXTS = (
    "ocr-page.txt",
    *(f"expected/{name}{end}" for name in (*PDFS, "ocr-page") for end in (".json", ".findings.json")),
)
PLANS = {"plan": plan_data.PLAN, "tungsong": tungsong_data.PLAN, "faulty": faulty_data.PLAN, "ocr-page": ocr_page.PLAN}
KEPT = {".pdf", ".txt", ".json", ".ttf", ".py", ".md"}
PRIVATE = re.compile("[\uf700-\uf71a]")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples made anew."""
    folder = tmp_path_factory.mktemp("samples")
    make.make_all(folder)
    return folder


def streams(path: Path) -> list[bytes]:
    """Return the content of a PDF's streams, which does not hang on how a zlib packs them."""
    from pdfminer.pdfdocument import PDFDocument  # slow to import
    from pdfminer.pdfparser import PDFParser  # as above
    from pdfminer.pdftypes import PDFStream  # as above

    document = PDFDocument(PDFParser(io.BytesIO(path.read_bytes())))
    numbers = sorted(number for xref in document.xrefs for number in xref.get_objids())
    objects = [document.getobj(number) for number in numbers]
    return [thing.get_data() for thing in objects if isinstance(thing, PDFStream)]


def text_of(name: str) -> str:
    """Return the text layer of a sample as pdfium gives it."""
    import pypdfium2  # slow to import

    with pypdfium2.PdfDocument(SAMPLES / f"{name}.pdf") as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


def expected(name: str) -> dict[str, Any]:
    """Return what a sample is expected to say."""
    content: dict[str, Any] = json.loads((SAMPLES / "expected" / f"{name}.json").read_text(encoding="utf-8"))
    return content


@pytest.mark.parametrize("name", TEXTS)
def test_texts_are_made_again_byte_for_byte(made: Path, name: str) -> None:
    assert (made / name).read_bytes() == (SAMPLES / name).read_bytes()


@pytest.mark.parametrize("name", PDFS)
def test_pdfs_are_made_again_the_same(made: Path, name: str) -> None:
    assert streams(made / f"{name}.pdf") == streams(SAMPLES / f"{name}.pdf")


def test_two_makings_give_the_same_bytes(made: Path, tmp_path: Path) -> None:
    make.make_all(tmp_path)
    for name in PDFS:
        assert (tmp_path / f"{name}.pdf").read_bytes() == (made / f"{name}.pdf").read_bytes()


@pytest.mark.parametrize("path", sorted(p for p in SAMPLES.rglob("*.*") if p.suffix in KEPT), ids=lambda p: p.name)
def test_no_sample_is_large(path: Path) -> None:
    assert path.stat().st_size < 150_000


def test_the_sums_of_the_plan_are_right() -> None:
    plan = expected("plan")
    *programs, whole = plan["totals"]
    assert sum(Decimal(str(t["baht"])) for t in programs) == Decimal(str(whole["baht"])) == Decimal("10468937.25")
    assert sum(Decimal(str(p["budget"]["baht"])) for p in plan["projects"]) == Decimal("10468937.25")
    assert sum(t["projects"] for t in programs) == whole["projects"] == len(plan["projects"]) == 22


def test_the_plan_has_every_kind_of_mark_and_budget() -> None:
    marks = {mark.kind for project in plan_data.PLAN.projects for mark in project.marks}
    assert marks == {"<->", "->", "--", "•"}
    projects = expected("plan")["projects"]
    assert {p["budget"]["text"] for p in projects if p["budget"]["status"] == "none"} == {"ไม่ใช้งบประมาณ", "-"}
    assert [p["number"] for p in projects if "\n" in p["budget"]["text"]] == ["5", "16", "20"]


def test_the_plan_breaks_a_row_over_a_page() -> None:
    pages = {p["number"]: p["where"]["page"] for p in expected("plan")["projects"]}
    assert (pages["13"], pages["14"], pages["19"], pages["20"]) == (2, 3, 3, 4)
    assert expected("plan")["source"]["pages"] == 4


def test_only_the_damaged_layer_is_damaged() -> None:
    assert not PRIVATE.search(text_of("plan"))
    assert "จำนวน" in text_of("plan")
    assert len(PRIVATE.findall(text_of("tungsong"))) > 100
    assert "ำ" not in text_of("tungsong")


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("ไม้", "ไม\uf70b"),
        ("ปู่", "ปู\uf705"),
        ("ปี", "ป\uf702"),
        ("ปี่", "ป\uf702\uf713"),
        ("ที่", "ที่"),
        ("กอง", "กอง"),
        ("ทำ", "ทํา"),
        ("น้ำ", "นํ้า"),
    ],
)
def test_the_driver_stores_moved_marks(text: str, stored: str) -> None:
    assert damage.printed_by_driver(text) == stored


@pytest.mark.parametrize(("text", "high"), [("ที่", True), ("น้ำ", True), ("ไม่", False), ("ผู้", False), ("ก่อน", False), ("ั่ง", True)])
def test_a_tone_rises_over_another_mark_only(text: str, high: bool) -> None:
    at = next(i for i, letter in enumerate(text) if letter in typeset.TONES)
    assert typeset.is_high(text, at) is high


@pytest.mark.parametrize("name", PLANS)
def test_lines_hold_the_whole_text(name: str) -> None:
    typeset.register_fonts()
    for project in PLANS[name].projects:
        for text in (project.name, *project.bulleted, project.place, project.unit):
            assert "".join(typeset.wrap(text, typeset.REGULAR, 8, 120)) == model.plain(text)


def test_the_faults_are_in_the_faulty_plan() -> None:
    plan = expected("faulty")
    by_number = {p["number"]: p for p in plan["projects"]}
    assert "3" not in by_number
    assert by_number["5"]["budget"] == {"baht": None, "status": "missing", "text": ""}
    assert by_number["6"]["timeline"] == {"marks": [], "spans": []}
    assert by_number["7"]["place"] == ""
    assert plan["totals"][0]["baht"] - sum(by_number[n]["budget"]["baht"] for n in "124") == 10_000
    assert "2567" in plan["title"]
    assert plan["fiscal_year"] == 2568


def test_the_page_has_the_damage_that_it_is_for() -> None:
    lines = (SAMPLES / "ocr-page.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if "\t" in line]
    assert {len(row) for row in rows} == {ocr_page.CELLS}
    text = "\n".join(lines)
    assert all(sign in text for sign in ("\t.ศ.25\t61\t", "W.ศ.2562", "ພ.ຄ.", "ช่อมแชม", "ð"))
    assert "ซ่อมแซม" not in text
    assert "ซ่อมแซม" in expected("ocr-page")["projects"][0]["details"]


def test_projects_of_the_page_begin_where_it_says() -> None:
    lines = (SAMPLES / "ocr-page.txt").read_text(encoding="utf-8").splitlines()
    for project in expected("ocr-page")["projects"]:
        assert lines[project["where"]["line"] - 1].startswith(f"{project['number']}\t")


@pytest.mark.parametrize("name", PDFS)
def test_letters_of_the_plan_are_in_the_text_layer(name: str) -> None:
    letters = re.compile(r"[^ก-ฮ]+")  # consonants only: marks are where the damage is
    layer = letters.sub("", text_of(name))
    for project in PLANS[name].projects:
        for line in typeset.wrap(project.unit, typeset.REGULAR, 8, 54):
            assert letters.sub("", line) in layer
