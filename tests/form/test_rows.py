"""The body of a table: its bands, what each is, and where each begins a row."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from form.tables import HEAD, HIGH, LEFT, MONTHS, TITLES, TOP, WIDE, arrow, row, ruled, typed
from form.tables import line as drawn_line
from planparse.form.drafting import add
from planparse.form.header import headers
from planparse.form.rows import (
    Band,
    Draft,
    Layout,
    bands,
    goes_on,
    heading_of,
    is_labels,
    is_page_number,
    printed_lines,
    sum_row,
    total_of,
    where_of,
)
from planparse.page import Box
from planparse.plan import Where
from planparse.table import Cell, Drawn, Line, Table

EMPTY = [""] * 18


def body(table: Table) -> tuple[Layout, list[Band]]:
    """Return a table's layout and the bands below its header."""
    [header] = headers(table)
    return Layout(header, table), bands(table, range(header.rows.stop, len(table.ys) - 1))


def typed_body(*rows: Sequence[str], head: Sequence[str] = HEAD) -> tuple[Layout, list[Band]]:
    """Return the layout and the bands of a typed table."""
    [table] = typed(head, *rows).blocks
    assert isinstance(table, Table)
    return body(table)


def drafted(layout: Layout, *found: Band) -> Draft:
    """Return the draft that bands make."""
    draft = Draft(layout, found[0].where)
    for band in found:
        add(draft, band)
    return draft


def test_bands_are_rows_with_something_in_them() -> None:
    table = ruled(HEAD, ["1", *EMPTY[1:]], EMPTY, [*EMPTY[:6], *EMPTY[6:]], drawn=[arrow(3, 0, 2)])
    _, found = body(table)
    assert [(band.row, len(band.drawn)) for band in found] == [(1, 0), (3, 1)]


def test_a_band_knows_the_columns_that_a_cell_from_above_goes_on_in() -> None:
    table = ruled(HEAD, ["1", "ก", "ข", *EMPTY[3:]], [None, None, "ค", *EMPTY[3:]], spans={(1, 0): (2, 1), (1, 1): (2, 1)})
    _, found = body(table)
    assert [band.covered for band in found] == [frozenset(), frozenset({0, 1})]


def test_a_band_has_its_place() -> None:
    _, [drawn] = body(ruled(HEAD, ["1", "ก", *EMPTY[2:]]))
    assert drawn.where == Where(page=1, bbox=(LEFT, TOP + HIGH, LEFT + 18 * WIDE, TOP + 2 * HIGH))
    _, [line] = typed_body(row("1", "ก"))
    assert line.where == Where(page=1, line=2)


@pytest.mark.parametrize(
    ("drawn", "rows"),
    [
        pytest.param(arrow(1, 0, 2), [1], id="in a row"),
        pytest.param(Drawn("arrow", Box(300, TOP + 2 * HIGH, 400, TOP + 2 * HIGH)), [2], id="on the edge: of the row below"),
        pytest.param(Drawn("fill", Box(300, TOP + HIGH, 400, TOP + 3 * HIGH)), [1, 2], id="a fill over two rows"),
        pytest.param(Drawn("fill", Box(300, TOP + HIGH, 400, TOP + 2 * HIGH + 9)), [1], id="a fill a bit over its row"),
        pytest.param(Drawn("line", Box(300, 10, 400, 10)), [], id="above the table"),
    ],
)
def test_a_mark_is_of_its_row(drawn: Drawn, rows: list[int]) -> None:
    _, found = body(ruled(HEAD, ["1", *EMPTY[1:]], ["2", *EMPTY[1:]], drawn=[drawn]))
    assert [band.row for band in found if band.drawn] == rows


@pytest.mark.parametrize(
    ("texts", "level"),
    [
        pytest.param(row("แผนงานการศึกษา"), "program", id="in the first column"),
        pytest.param(row("", "1.2 แผนงานสาธารณสุข"), "program", id="in another"),
        pytest.param(row("เเผนงานการศึกษา"), "program", id="damaged"),
        pytest.param(row("1", "แผนงานการศึกษา"), None, id="beside a number"),
        pytest.param(row("โครงการ ก"), None, id="no heading"),
        pytest.param(row(marks={3: "แผนงาน ก"}), None, id="among the months"),
    ],
)
def test_a_heading_stands_alone_in_its_row(texts: Sequence[str], level: str | None) -> None:
    layout, [band] = typed_body(texts)
    found = heading_of(band, layout)
    assert (found.level if found else None) == level


@pytest.mark.parametrize(
    ("texts", "label", "projects", "amount"),
    [
        pytest.param(row("รวม", "4 โครงการ", "", "1,000"), "รวม", 4, "1,000", id="count in its own column"),
        pytest.param(row("", "รวม 4 โครงการ", "", "1,000"), "รวม", 4, "1,000", id="count beside the label"),
        pytest.param(row("", "", "รวมทั้งสิ้น"), "รวมทั้งสิ้น", None, "", id="nothing stated"),
        pytest.param(row("4", "รวม", "", "1,000"), "รวม", None, "1,000", id="a number before the label"),
        pytest.param(row("รวมท้ังสิ้น", "", "", "9"), "รวมทั้งสิ้น", None, "9", id="damaged"),
    ],
)
def test_a_sum_is_known_by_its_label(texts: Sequence[str], label: str, projects: int | None, amount: str) -> None:
    layout, [band] = typed_body(texts)
    found = total_of(band, layout)
    assert found is not None
    assert (found[0].label, found[0].projects, found[1]) == (label, projects, amount)


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(row("1", "รวมพลคนรักษ์ป่า", "", "1,000"), id="a name that begins like a sum"),
        pytest.param(row("", "", "", "", "รวม"), id="behind the amounts"),
        pytest.param(row("", "", "", "รวม 100"), id="among the amounts"),
        pytest.param(row("1", "2"), id="digits only"),
        pytest.param(row(marks={0: "รวม"}), id="among the months"),
    ],
)
def test_another_row_is_no_sum(texts: Sequence[str]) -> None:
    layout, [band] = typed_body(texts)
    assert total_of(band, layout) is None


def test_a_sum_needs_no_column_of_amounts() -> None:
    head = ("ที่", "โครงการ", "สถานที่", "หน่วยงาน", *MONTHS)
    layout, [band] = typed_body(row("", "รวม 2 โครงการ", columns=4), head=head)
    found = total_of(band, layout)
    assert found is not None
    assert (found[0].projects, found[1]) == (2, "")


@pytest.mark.parametrize(
    ("texts", "is_number"),
    [
        pytest.param(row(marks={8: "4", 9: "7"}), True, id="two digits apart"),
        pytest.param(row(marks={5: "๑๒"}), True, id="thai digits"),
        pytest.param(row("1", marks={8: "4"}), False, id="beside a number"),
        pytest.param(row(marks={8: "4", 9: "•"}), False, id="beside a mark"),
        pytest.param(row(marks={8: "1,000"}), False, id="an amount"),
    ],
)
def test_a_page_number_is_digits_alone(texts: Sequence[str], is_number: bool) -> None:
    layout, [band] = typed_body(texts)
    assert is_page_number(band, layout) is is_number


def test_a_page_number_is_none_in_a_drawn_table_or_without_months() -> None:
    layout, [band] = body(ruled(HEAD, [*EMPTY[:6], "4", *EMPTY[7:]]))
    assert not is_page_number(band, layout)
    layout, [band] = typed_body(["", "", "4", "", ""], head=("ที่", "โครงการ", "งบประมาณ", "ระยะเวลาดำเนินการ", "หน่วยงาน"))
    assert not is_page_number(band, layout)


@pytest.mark.parametrize(
    ("texts", "goes"),
    [
        pytest.param(row("2", "โครงการ ข"), False, id="a number"),
        pytest.param(row("", "", "- อบรม"), True, id="details only"),
        pytest.param(row(marks={3: "•"}), True, id="a mark only"),
        pytest.param(row("", "ชุมชนเพื่อการเตือนภัย"), True, id="the name goes on"),
        pytest.param(row("", "ชุมชน", "", "5,000"), True, id="the name goes on beside a wrapped amount"),
        pytest.param(row("", "โครงการ ข", "", "5,000"), False, id="another project without its number"),
        pytest.param(row("", "ชุมชน", "", "5,000", "ลาน", "กองช่าง"), False, id="amount, place and unit"),
        pytest.param(row("", "โครงการ ข"), True, id="the word alone"),
    ],
)
def test_a_typed_line_goes_on_with_the_row_above(texts: Sequence[str], goes: bool) -> None:
    layout, [_, band] = typed_body(row("1", "โครงการ ก"), texts)
    assert goes_on(band, layout, first_on_page=False) is goes


def test_without_numbers_each_typed_name_begins_a_row() -> None:
    head = ("โครงการ", "งบประมาณ", "สถานที่", "หน่วยงาน", *MONTHS)
    layout, [_, name, rest] = typed_body(row("ก", columns=4), row("ข", columns=4), row("", "5", columns=4), head=head)
    assert not goes_on(name, layout, first_on_page=False)
    assert goes_on(rest, layout, first_on_page=False)


@pytest.mark.parametrize(
    ("texts", "first_on_page", "goes"),
    [
        pytest.param(["", "ต่อ"], True, True, id="a name at the head of a page"),
        pytest.param(["", "ต่อ"], False, False, id="a name elsewhere"),
        pytest.param(["", "ต่อ", "", "5"], True, True, id="with a wrapped amount"),
        pytest.param(["", "ต่อ", *[""] * 5, "•"], True, True, id="with a mark"),
        pytest.param(["", "โครงการ ข"], True, True, id="the word for project alone"),
        pytest.param(["", "โครงการ ข", "", "5"], True, False, id="another project with its amount"),
        pytest.param(["", "", "- อบรม"], False, True, id="details only"),
        pytest.param(["2", "", "- อบรม"], True, False, id="a number"),
    ],
)
def test_a_drawn_row_goes_on_over_a_page(texts: list[str], first_on_page: bool, goes: bool) -> None:
    layout, [band] = body(ruled(HEAD, [*texts, *EMPTY[len(texts) :]]))
    assert goes_on(band, layout, first_on_page) is goes


@pytest.mark.parametrize(
    ("texts", "drawn", "goes"),
    [
        pytest.param(["ต่อ"], [], True, id="a name"),
        pytest.param(["ต่อ", "5"], [], False, id="with an amount"),
        pytest.param(["ต่อ", "", "ลาน"], [], False, id="with a place"),
        pytest.param(["ต่อ", "", "", "กองช่าง"], [], False, id="with a unit"),
        pytest.param(["ต่อ", *[""] * 4, "•"], [], False, id="with a mark"),
        pytest.param(["ต่อ"], [arrow(1, 0, 2, first=4)], False, id="with a drawn mark"),
        pytest.param(["", "5"], [], True, id="no name"),
    ],
)
def test_without_numbers_only_a_bare_name_goes_on_over_a_page(texts: list[str], drawn: list[Drawn], goes: bool) -> None:
    head = ["โครงการ", "งบประมาณ", "สถานที่", "หน่วยงาน", *MONTHS]
    layout, [band] = body(ruled(head, [*texts, *[""] * (16 - len(texts))], drawn=drawn))
    assert goes_on(band, layout, first_on_page=True) is goes


def test_a_row_goes_on_where_its_name_reaches_down() -> None:
    table = ruled(HEAD, ["1", "ก", "ข", *EMPTY[3:]], ["2", None, "ค", *EMPTY[3:]], spans={(1, 1): (2, 1)})
    layout, [_, band] = body(table)
    assert goes_on(band, layout, first_on_page=False)


def test_a_draft_gathers_cells_marks_and_other_columns() -> None:
    head = (*HEAD, "หมายเหตุ")
    layout, found = typed_body(
        (*row("1", "โครงการ", "- ก", "10,000", "ลาน", "กอง", marks={0: "•→", 11: "3"}), "ดี"),
        (*row("", "ข", "ค", "5,000"), "มาก"),
        head=head,
    )
    draft = drafted(layout, *found)
    assert {name: [line.text for line in lines] for name, lines in draft.cells.items()} == {
        "number": ["1"],
        "name": ["โครงการ", "ข"],
        "details": ["- ก", "ค"],
        "budget": ["10,000", "5,000"],
        "place": ["ลาน"],
        "unit": ["กอง"],
    }
    assert draft.text("name") == "โครงการข"
    assert draft.text("timeline") == ""
    assert {title: [line.text for line in lines] for title, lines in draft.extra.items()} == {"หมายเหตุ": ["ดี", "มาก"]}
    assert [(mark.month, mark.kind, mark.text, mark.place, mark.end) for mark in draft.marks] == [
        (0, "bullet", "•", (1, 2), None),
        (0, "arrow", "→", (1, 2), None),
        (11, "number", "3", (1, 2), None),
    ]
    assert draft.where == Where(page=1, line=2)


@pytest.mark.parametrize(
    ("text", "outside", "stray"),
    [("•", ["•"], []), ("→", ["→"], []), ("ð", ["ð"], []), ("12", [], ["12"]), ("จดไว้ทีหลัง", [], ["จดไว้ทีหลัง"])],
)
def test_what_stands_in_a_column_without_a_header_is_kept(text: str, outside: list[str], stray: list[str]) -> None:
    layout, [band] = typed_body((*row("1", "ก"), text), head=(*HEAD, ""))
    draft = drafted(layout, band)
    assert [found for found, _ in draft.outside] == outside
    assert [line.text for line in draft.stray] == stray
    assert all(where == Where(page=1, line=2) for _, where in draft.outside)


def test_what_runs_over_number_and_name_is_a_name() -> None:
    words: list[str | None] = ["กลยุทธ์ที่ ๑ ผู้เรียน", *[None] * 17]
    layout, [band] = body(ruled(HEAD, words, spans={(1, 0): (1, 18)}))
    assert {name: [line.text for line in lines] for name, lines in drafted(layout, band).cells.items()} == {"name": [words[0]]}
    words = ["1", "ก", "ข", *[None] * 3, *[""] * 12]
    layout, [band] = body(ruled(HEAD, words, spans={(1, 2): (1, 4)}))
    assert {name: [line.text for line in lines] for name, lines in drafted(layout, band).cells.items()} == {
        "number": ["1"],
        "name": ["ก"],
        "details": ["ข"],
    }


ALONE = row("2", "ก", marks=dict.fromkeys(range(12), ""))


@pytest.mark.parametrize(
    ("text", "across", "x0", "x1", "marks"),
    [
        pytest.param("<----->", 4, 60, 100, [("arrow", 2, 5)], id="an arrow in the middle"),
        pytest.param("←——→", 4, 2, 158, [("arrow", 2, 5)], id="an arrow from edge to edge"),
        pytest.param("---->", 4, 2, 78, [("arrow", 2, 3)], id="an arrow over some of the months"),
        pytest.param("✓", 3, 58, 62, [("bullet", 2, 4)], id="a tick in the middle"),
        pytest.param("✓", 4, 98, 102, [("bullet", 4, None)], id="a tick in a month"),
        pytest.param("5", 2, 38, 42, [("number", 2, 3)], id="a quantity"),
        pytest.param("2 ครั้ง", 3, 2, 30, [("text", 2, 4)], id="words, wherever they begin"),
        pytest.param("-----", 3, 40, 80, [("dash", 2, 4)], id="a line of dashes"),
        pytest.param("-", 3, 58, 62, [("dash", 2, None)], id="a dash that says there is nothing"),
        pytest.param("• →", 3, 50, 70, [("bullet", 2, None), ("arrow", 4, None)], id="a bullet and its arrow"),
        pytest.param("ł", 3, 58, 62, [("unknown", 2, 4)], id="an unknown sign"),
        pytest.param("→", 1, 15, 25, [("arrow", 2, None)], id="an arrow in one month"),
    ],
)
def test_marks_in_a_cell_over_months(
    text: str, across: int, x0: float, x1: float, marks: list[tuple[str, int, int | None]]
) -> None:
    first = len(TITLES) + 2
    words: list[str | None] = [*row("1", "ก")]
    words[first : first + across] = ["", *[None] * (across - 1)]
    table = ruled(HEAD, words, ALONE, spans={(1, first): (1, across)})
    left = LEFT + WIDE * first
    lines = (drawn_line(text, TOP + HIGH + 12, x0=left + x0, x1=left + x1),)
    cells = tuple(cell._replace(lines=lines) if (cell.row, cell.column) == (1, first) else cell for cell in table.cells)
    layout, [band, _] = body(table._replace(cells=cells))
    assert [(mark.kind, mark.month, mark.end) for mark in drafted(layout, band).marks] == marks


@pytest.mark.parametrize(("x0", "x1", "months"), [(58, 62, (3, None)), (2, 78, (2, 3))], ids=["a-tick", "an-arrow"])
def test_where_nothing_parts_the_months_a_mark_is_of_those_that_it_stands_in(
    x0: float, x1: float, months: tuple[int, int | None]
) -> None:
    first = len(TITLES)
    words: list[str | None] = [*row("1", "ก")[:first], "", *[None] * 11]
    table = ruled(HEAD, words, spans={(1, first): (1, 12)})
    left = LEFT + WIDE * (first + 2)
    lines = (drawn_line("✓" if months[1] is None else "<-->", TOP + HIGH + 12, x0=left + x0, x1=left + x1),)
    cells = tuple(cell._replace(lines=lines) if (cell.row, cell.column) == (1, first) else cell for cell in table.cells)
    layout, [band] = body(table._replace(cells=cells))
    assert [(mark.month, mark.end) for mark in drafted(layout, band).marks] == [months]


@pytest.mark.parametrize(
    ("drawn", "marks", "outside"),
    [
        pytest.param([arrow(1, 0.1, 2.9)], [("arrow", 0, 2)], 0, id="an arrow"),
        pytest.param([arrow(1, 0, 2), arrow(1, 5, 7, kind="line")], [("arrow", 0, 1), ("line", 5, 6)], 0, id="an arrow and a line"),
        pytest.param([arrow(1, 3, 5, kind="fill")], [("fill", 3, 4)], 0, id="a filled cell"),
        pytest.param([arrow(1, -6, 12, kind="fill")], [], 0, id="a whole row shaded"),
        pytest.param([arrow(1, 2, 13, kind="fill")], [], 0, id="shaded beyond the months"),
        pytest.param([arrow(1, -3, -1)], [], 1, id="an arrow beside the months"),
        pytest.param([arrow(1, -3, -1, kind="line")], [], 0, id="a line beside the months"),
    ],
)
def test_drawn_marks_are_put_to_months(drawn: list[Drawn], marks: list[tuple[str, int, int]], outside: int) -> None:
    layout, [band] = body(ruled((*HEAD, "หมายเหตุ"), ["1", "ก", *EMPTY[1:]], drawn=drawn))
    draft = drafted(layout, band)
    assert [(mark.kind, mark.month, mark.end) for mark in draft.marks] == marks
    assert len(draft.outside) == outside


def test_a_drawn_mark_is_nothing_without_months() -> None:
    head = ("ที่", "โครงการ", "งบประมาณ", "ระยะเวลาดำเนินการ")
    layout, [band] = body(ruled(head, ["1", "ก", "", ""], drawn=[arrow(1, 0, 1, first=2)]))
    draft = drafted(layout, band)
    assert (draft.marks, draft.outside) == ([], [])


def test_a_draft_grows_on_its_page_only() -> None:
    table = ruled(HEAD, ["1", "ก", *EMPTY[2:]], ["", "", "ข", *EMPTY[3:]])
    layout, found = body(table)
    assert drafted(layout, *found).where.bbox == (LEFT, TOP + HIGH, LEFT + 18 * WIDE, TOP + 3 * HIGH)
    _, [other] = body(ruled(HEAD, ["", "", "ข", *EMPTY[3:]], page=2))
    assert drafted(layout, found[0], other).where == found[0].where


def test_a_row_of_a_summary() -> None:
    head = ("ยุทธศาสตร์/แผนงาน", "จำนวนโครงการ", "จำนวนงบประมาณ", "ร้อยละ")
    layout, found = typed_body(("เเผนงาน ก", "๑,๒๐๐", "5,000", "10"), ("รวม", "-", "", ""), ("ข", "9" * 5000, "", ""), head=head)
    assert [(sums.label, sums.projects, sums.budget, sums.extra) for sums in (sum_row(band, layout) for band in found)] == [
        ("แผนงาน ก", 1200, "5,000", {"ร้อยละ": "10"}),
        ("รวม", None, "", {"ร้อยละ": ""}),
        ("ข", None, "", {"ร้อยละ": ""}),
    ]


def test_a_line_has_its_place() -> None:
    assert where_of(Line("ก", 2, 7, 7)) == Where(page=2, line=7)
    assert where_of(drawn_line("กก", 50.04, page=3)) == Where(page=3, bbox=(50.0, 42.0, 58.0, 52.0))


def test_lines_are_printed_from_left_to_right() -> None:
    _, [band] = body(ruled(TITLES + MONTHS, ["1", "ก\nข", *EMPTY[2:17], "ค"], high=40))
    assert [line.text for line in printed_lines(band)] == ["1", "ก", "ข", "ค"]
    turned = Band(band.table, band.row, band.cells[::-1], (), frozenset())
    assert [line.text for line in printed_lines(turned)] == ["1", "ก", "ข", "ค"]


@pytest.mark.parametrize(
    ("texts", "are_labels"),
    [
        pytest.param(row(marks=dict(enumerate(MONTHS))), True, id="labels"),
        pytest.param(row("1", marks=dict(enumerate(MONTHS))), False, id="beside a number"),
        pytest.param(row(marks={at: MONTHS[at] for at in range(4)}), False, id="four months only"),
        pytest.param(row(marks={at: MONTHS[11 - at] for at in range(12)}), False, id="other months"),
    ],
)
def test_the_labels_of_the_months_again_are_no_row(texts: tuple[str, ...], are_labels: bool) -> None:
    layout, [band] = typed_body(texts)
    assert is_labels(band, layout) is are_labels


def words_over(texts: dict[int, tuple[str, float, float]], *drawn: Drawn) -> list[tuple[str, int, str, int | None]]:
    """Return the marks of a row with such pieces of words in its months: their text, and where they begin and end."""
    table = ruled(HEAD, ("1", "ก", "ข", "5", "ค", "ง", *[""] * 12), drawn=drawn)
    y = TOP + 1.4 * HIGH
    cells = [
        Cell(1, 6 + month, 1, 1, (Line(text, 1, y, None, Box(LEFT + WIDE * (6 + x0), y - 8, LEFT + WIDE * (6 + x1), y + 2)),))
        for month, (text, x0, x1) in texts.items()
    ]
    kept = [cell for cell in table.cells if (cell.row, cell.column) not in {(1, one.column) for one in cells}]
    layout, found = body(table._replace(cells=(*kept, *cells)))
    return [(mark.kind, mark.month, mark.text, mark.end) for mark in drafted(layout, *found).marks]


def test_a_word_over_an_arrow_is_whole_although_months_part_it() -> None:
    pieces = {1: ("ดำเนิน", 1.4, 1.99), 2: ("การ", 2.01, 2.5)}
    assert words_over(pieces, arrow(1, 1, 4)) == [("text", 2, "ดำเนินการ", None), ("arrow", 1, "", 3)]


def test_words_of_two_months_stay_apart() -> None:
    pieces = {1: ("จัดซื้อ", 1.2, 1.7), 2: ("จัดจ้าง", 2.2, 2.8)}
    assert [text for _, _, text, _ in words_over(pieces, arrow(1, 1, 4))] == ["จัดซื้อ", "จัดจ้าง", ""]
