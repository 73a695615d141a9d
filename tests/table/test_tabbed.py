"""Text with tabs makes tables."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planparse.page import TypedPage
from planparse.table import Line, PageBlocks, Table, blocks

ROW = "1\tโครงการ\t10,000\tกองช่าง"


def read(*lines: str, first: int = 1) -> PageBlocks:
    return blocks(TypedPage(2, first, lines))


def cells(table: object) -> list[tuple[int, int, str]]:
    """The cells as row, column and text."""
    assert isinstance(table, Table)
    assert {(cell.rows, cell.columns) for cell in table.cells} <= {(1, 1)}
    return [(cell.row, cell.column, "|".join(line.text for line in cell.lines)) for cell in table.cells]


def test_lines_of_cells_are_a_table() -> None:
    (table,) = read(ROW, "2\tอบรม\t\tกองคลัง").blocks
    assert cells(table) == [
        *[(0, 0, "1"), (0, 1, "โครงการ"), (0, 2, "10,000"), (0, 3, "กองช่าง")],
        *[(1, 0, "2"), (1, 1, "อบรม"), (1, 2, ""), (1, 3, "กองคลัง")],
    ]


def test_a_table_knows_its_lines() -> None:
    (table,) = read(ROW, ROW, first=40).blocks
    assert isinstance(table, Table)
    assert (table.page, table.xs, table.ys, table.y) == (2, (0, 1, 2, 3, 4), (40, 41, 42), 40)
    assert (table.typed, table.closed, table.drawn) == (True, True, ())
    assert [line.number for cell in table.cells if cell.column == 0 for line in cell.lines] == [40, 41]
    assert {(line.page, line.box) for cell in table.cells for line in cell.lines} == {(2, None)}


def test_the_widest_line_says_how_many_columns() -> None:
    (table,) = read(ROW, ROW + "\t\t<--->").blocks
    assert isinstance(table, Table)
    assert len(table.xs) - 1 == 6
    assert len(table.cells) == 4 + 6


def test_text_in_a_cell_is_kept_as_it_stands() -> None:
    (table,) = read(" 1 \t  โครงการ\t[bold]\t%s {0}").blocks
    assert [text for _, _, text in cells(table)] == [" 1 ", "  โครงการ", "[bold]", "%s {0}"]


def test_white_cells_are_empty() -> None:
    (table,) = read("1\t  \t\u00a0\tx").blocks
    assert [text for _, _, text in cells(table)] == ["1", "", "", "x"]


def test_blank_lines_end_no_table_but_keep_their_number() -> None:
    (table,) = read(ROW, "", "   ", ROW).blocks
    assert isinstance(table, Table)
    assert table.ys == (1, 4, 5)
    assert [cell.row for cell in table.cells if cell.column == 0] == [0, 1]


def test_running_text_parts_tables() -> None:
    title, first, heading, second, foot = read("แผนการดำเนินงาน", ROW, "ยุทธศาสตร์ที่ 1", "", ROW, "หน้า 3").blocks
    assert [line.text for line in (title, heading, foot) if isinstance(line, Line)] == [
        "แผนการดำเนินงาน",
        "ยุทธศาสตร์ที่ 1",
        "หน้า 3",
    ]
    assert [line.number for line in (title, heading, foot) if isinstance(line, Line)] == [1, 3, 6]
    assert [table.ys for table in (first, second) if isinstance(table, Table)] == [(2, 3), (5, 6)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ยุทธศาสตร์ที่ 1", "ยุทธศาสตร์ที่ 1"),
        pytest.param("  แผนงาน  ", "แผนงาน", id="spaces-around"),
        pytest.param("\tแผนงาน", "แผนงาน", id="indented"),
        pytest.param("1.1\tแผนงาน", "1.1 แผนงาน", id="one-tab"),
        pytest.param("1.1\tแผนงาน\t(ต่อ)", "1.1 แผนงาน (ต่อ)", id="two-tabs"),
    ],
)
def test_lines_with_few_tabs_are_running_text(text: str, shown: str) -> None:
    assert read(text).blocks == (Line(shown, 2, 1, 1),)


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ((), False),
        (("",), False),
        (("", " \t ", "\u00a0"), False),
        (("", "ก"), True),
        ((ROW,), True),
    ],
)
def test_a_page_says_whether_it_has_text(lines: tuple[str, ...], text: bool) -> None:
    page = read(*lines)
    assert (page.number, page.text, page.without_text) == (2, text, "")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(st.sampled_from("กข1\t \u00a0[]"), max_size=12), max_size=12), st.integers(1, 500))
def test_no_text_is_lost_and_none_is_made_up(lines: list[str], first: int) -> None:
    found: dict[int, str] = {}
    for block in read(*lines, first=first).blocks:
        for line in [block] if isinstance(block, Line) else [line for cell in block.cells for line in cell.lines]:
            assert line.number is not None
            found[line.number] = found.get(line.number, "") + line.text
    told = {number: line for number, line in enumerate(lines, first) if line.strip()}
    assert {number: "".join(text.split()) for number, text in found.items()} == {
        number: "".join(line.split()) for number, line in told.items()
    }
