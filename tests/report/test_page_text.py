"""A page as text and as JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest

from planparse.page import Box
from planparse.report.page_text import page_json, page_text
from planparse.table import Cell, Line, PageBlocks, Table


def line(text: str, y: float, x: float = 50.0, repairs: tuple[tuple[str, str, str], ...] = ()) -> Line:
    return Line(text, 3, y, None, Box(x, y - 8, x + 40, y + 2), repairs)


def cell(row: int, column: int, *lines: Line, rows: int = 1, columns: int = 1) -> Cell:
    return Cell(row, column, rows, columns, lines)


def table(*cells: Cell) -> Table:
    return Table(3, (40, 100, 200, 300), (90, 130, 170), cells)


def page(*blocks: Line | Table, reason: str = "") -> PageBlocks:
    return PageBlocks(3, blocks, reason)


HEADED = page(
    line("แผนการดำเนินงาน ", 60),
    table(
        cell(0, 0, line("ที่", 100)),
        cell(0, 1, line("โครงการ", 100, 110)),
        cell(0, 2, line("งบประมาณ", 100, 210)),
        cell(1, 0, line("1", 140)),
        cell(1, 1, line("ซ่อมถนน", 140, 110), line("หมู่ที่ 3", 155, 110)),
        cell(1, 2, line(" 10,000.-", 141.5, 210), line("(กองช่าง)", 154, 210)),
    ),
    line("- 5 -", 400, 180),
)


def test_the_cells_of_a_printed_line_stand_apart_by_tabs() -> None:
    assert page_text(HEADED) == ("แผนการดำเนินงาน\nที่\tโครงการ\tงบประมาณ\n1\tซ่อมถนน\t10,000.-\n\tหมู่ที่ 3\t(กองช่าง)\n- 5 -\n\f")


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        pytest.param([cell(0, 2, line("ค", 100))], "\t\tค", id="empty-cells-before"),
        pytest.param([cell(0, 0, line("ก", 100)), cell(0, 2)], "ก", id="empty-cells-behind"),
        pytest.param([cell(0, 0, line("ก", 100)), cell(0, 1, line("ข", 110))], "ก\n\tข", id="another-height"),
        pytest.param([cell(0, 0, line("ก", 100), line("ข", 101.5))], "ก\nข", id="close-lines-of-one-cell"),
        pytest.param([cell(1, 0, line("ข", 100)), cell(0, 0, line("ก", 101))], "ก\nข", id="rows-before-heights"),
        pytest.param([cell(0, 0, line("ก", 100), rows=2), cell(1, 1, line("ข", 100))], "ก\n\tข", id="a-cell-of-two-rows"),
        pytest.param([cell(0, 0, line("[red]{0} %s", 100))], "[red]{0} %s", id="text-is-data"),
        pytest.param([cell(0, 0)], "", id="nothing"),
    ],
)
def test_a_table_is_told_row_by_row(cells: list[Cell], text: str) -> None:
    assert page_text(page(table(*cells))) == (f"{text}\n\f" if text else "\f")


def test_a_page_without_text_is_empty() -> None:
    assert page_text(page(reason="a scan")) == "\f"


def told(blocks: PageBlocks) -> dict[str, Any]:
    text = page_json(blocks, "แผน.pdf")
    assert text.count("\n") == 1
    assert text.endswith("\n")
    entry: dict[str, Any] = json.loads(text)
    return entry


def test_json_has_each_line_with_its_cell() -> None:
    entry = told(HEADED)
    assert (entry["source"], entry["page"], entry["without_text"]) == ("แผน.pdf", 3, None)
    assert [(one["text"], one["table"], one["row"], one["column"]) for one in entry["lines"]] == [
        ("แผนการดำเนินงาน", None, None, None),
        ("ที่", 0, 0, 0),
        ("โครงการ", 0, 0, 1),
        ("งบประมาณ", 0, 0, 2),
        ("1", 0, 1, 0),
        ("ซ่อมถนน", 0, 1, 1),
        ("10,000.-", 0, 1, 2),
        ("(กองช่าง)", 0, 1, 2),
        ("หมู่ที่ 3", 0, 1, 1),
        ("- 5 -", None, None, None),
    ]
    assert entry["lines"][0]["bbox"] == [50.0, 52.0, 90.0, 62.0]


def test_json_tells_what_was_repaired() -> None:
    (one,) = told(page(line("ทำ", 60, repairs=(("sara-am", "ท า", "ทำ"),))))["lines"]
    assert one["repairs"] == [{"rule": "sara-am", "before": "ท า", "after": "ทำ"}]


def test_json_numbers_the_tables() -> None:
    entry = told(page(table(cell(0, 0, line("ก", 100))), line("ข", 150), table(cell(0, 0, line("ค", 200)))))
    assert [(one["text"], one["table"]) for one in entry["lines"]] == [("ก", 0), ("ข", None), ("ค", 1)]


def test_json_says_why_a_page_has_no_text() -> None:
    entry = told(page(reason="the page is a picture"))
    assert (entry["without_text"], entry["lines"]) == ("the page is a picture", [])


def test_lines_of_a_typed_page_have_numbers_for_boxes() -> None:
    typed = Table(1, (0, 1, 2), (2, 3), (cell(0, 1, Line("ข", 1, 2, 2)), cell(0, 0, Line("ก", 1, 2, 2))))
    entry = told(PageBlocks(1, (Line("หัวเรื่อง", 1, 1, 1), typed)))
    assert [(one["text"], one["line"], one["bbox"]) for one in entry["lines"]] == [
        ("หัวเรื่อง", 1, None),
        ("ก", 2, None),
        ("ข", 2, None),
    ]
