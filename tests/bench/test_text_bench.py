"""The bench of the text counts right; what it measures is for people to judge."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

pytest.importorskip("reportlab", reason="the samples' generator needs it")
sys.path.insert(0, str(Path(__file__).parent))

import engine
import loops
import peers
import text

import damage
from readers.pdfs import drawn
from typeset import draw

LINES = ["ที่ทำการฝ่ายไฟฟ้า น้ำพุ", "งบประมาณ ๑๒,๕๐๐ บาท"]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A page as an old printer driver makes it, with its lines; the third of them is not on it."""

    def page(canvas: object) -> None:
        for place, line in enumerate(LINES):
            draw(canvas, (50, 250 - 20 * place), damage.printed_by_driver(line), size=10)

    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "page.pdf").write_bytes(drawn(page))
    path = tmp_path / "lines.json"
    entry = {"pdf": "page.pdf", "lines": [*LINES, "ไม่มี"], "amounts": ["๑๒,๕๐๐", "500"]}
    path.write_text(json.dumps([entry]), encoding="utf-8")
    return path


def test_lines_digits_and_amounts_are_counted(gold: Path) -> None:
    (page,) = json.loads(gold.read_text(encoding="utf-8"))
    read = peers.planparse(gold.parent / "pages" / "page.pdf")
    assert text.rates([(page, read)]) == text.Rates(pytest.approx(200 / 3), pytest.approx(200 / 3), 100.0, 50.0)
    assert text.rates([(page, read.replace(" ", ""))]).spaced == 0
    assert text.rates([(page, read.translate(text.ARABIC))]).drawn == 0


def test_each_library_has_its_row(gold: Path) -> None:
    pages = json.loads(gold.read_text(encoding="utf-8"))
    readers = {name: peers.ALL[name] for name in ("planparse", "pypdfium2", "pdfplumber")}
    rows = text.comparison(pages, gold.parent / "pages", readers).splitlines()
    assert [row.split()[:2] for row in rows[1:]] == [["planparse", "66.7"], ["pypdfium2", "33.3"], ["pdfplumber", "33.3"]]


def test_what_is_lost_is_listed(gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = json.loads(gold.read_text(encoding="utf-8"))
    folder = gold.parent / "pages"
    assert list(text.lines_harmed(pages, folder)) == []
    assert list(text.words_harmed(folder / "page.pdf", lambda word: word == "งบประมาณ")) == []
    monkeypatch.setattr(peers, "planparse", lambda path: "")
    assert list(text.lines_harmed(pages, folder)) == [f"page.pdf: {LINES[1]}"]
    assert list(text.words_harmed(folder / "page.pdf", lambda word: word == "งบประมาณ")) == ["page.pdf: งบประมาณ"]


def test_the_engine_reads_every_line(gold: Path) -> None:
    page = str(gold.parent / "pages" / "page.pdf")
    assert engine.engine_lines(page) == len(LINES)
    assert loops.pdfplumber_text(page) > 30
    assert set(engine.in_turns(page, runs=1)) == set(engine.LOOPS)
    assert "pdfplumber-text" in engine.commands(Path(page))["pdfplumber extract_text()"]
