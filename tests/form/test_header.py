"""Headers: which column is which field, which are months, and the years over them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from form.tables import HEAD, MONTHS, TITLES, page, plan, read, row, ruled, typed
from planparse.form.header import Header, continued, headers, rows_of
from planparse.form.text import cell_text
from planparse.table import Cell, Table

FIELDS = ("number", "name", "details", "budget", "place", "unit")
NO_MONTHS = tuple([""] * 12)


def table(*rows: Sequence[str]) -> Table:
    """Return the table of a typed page; short rows are filled up."""
    width = max(map(len, rows))
    [block] = typed(*([*row, *[""] * (width - len(row))] for row in rows)).blocks
    assert isinstance(block, Table)
    return block


def header(*rows: Sequence[str]) -> Header:
    """Return the one header of a typed table."""
    [found] = headers(table(*rows))
    return found


def fields(found: Header) -> tuple[str, ...]:
    """Return the fields in the order of their columns."""
    return tuple(name for _, name in sorted(found.fields.items()))


def months(found: Header) -> list[int]:
    """Return the calendar months of the month columns."""
    return [month.month for month in found.months]


def test_a_header_of_one_line() -> None:
    found = header(HEAD)
    assert fields(found) == FIELDS
    assert months(found) == [10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert [month.column for month in found.months] == list(range(6, 18))
    assert (found.form.name, found.rows, found.years, found.fiscal_year, found.missing) == ("pd02", range(1), (), None, ())
    assert found.repairs == ()


@pytest.mark.parametrize(
    "labels",
    [
        pytest.param(("ต", "พ", "ธ", "ม", "ก", "มี", "เม", "พ", "มิ", "ก", "ส", "ก"), id="letters"),
        pytest.param(("10", "11", "12", "1", "2", "3", "4", "5", "6", "7", "8", "9"), id="numbers"),
        pytest.param(("๑๐", "๑๑", "๑๒", "๑", "๒", "๓", "๔", "๕", "๖", "๗", "๘", "๙"), id="thai-numbers"),
    ],
)
def test_months_are_known_by_their_letters_or_numbers_in_the_order_of_the_year(labels: tuple[str, ...]) -> None:
    found = header((*TITLES, "พ.ศ. 2568", "", "", "พ.ศ. 2569"), ("", "", "", "", "", "", *labels))
    assert (months(found), found.fiscal_year) == ([10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9], 2569)
    assert [month.label for month in found.months] == list(labels)


@pytest.mark.parametrize("labels", [tuple("กขคงจฉชซฌญฎฏ"), tuple(map(str, range(1, 13)))], ids=["letters", "columns-counted"])
def test_other_letters_and_numbers_are_no_months(labels: tuple[str, ...]) -> None:
    assert list(headers(table((*TITLES, "", "", "", ""), ("", "", "", "", "", "", *labels)))) == []


@pytest.mark.parametrize(
    "labels",
    [
        pytest.param(tuple(f"ไตรมาส {number}" for number in (1, 2, 3, 4)), id="numbered"),
        pytest.param(tuple(f"ไตรมาสที่ {number}" for number in "๑๒๓๔"), id="thai-digits"),
        pytest.param(("ต.ค.-ธ.ค.", "ม.ค.-มี.ค.", "เม.ย.-มิ.ย.", "ก.ค.-ก.ย."), id="by-their-months"),
        pytest.param(("ไตรมาส 1 (ต.ค.-ธ.ค.)", "ไตรมาส 2 (ม.ค.-มี.ค.)", "ไตรมาส 3 (เม.ย.-มิ.ย.)", "ไตรมาส 4 (ก.ค.-ก.ย.)"), id="both"),
    ],
)
def test_a_timeline_of_quarters(labels: tuple[str, ...]) -> None:
    made = plan(typed((*TITLES, *labels), ("1", "โครงการ ก", "ข", "100", "จ", "ฉ", "✓", "", "✓", "✓")))
    assert [(month.label, month.month) for month in made.tables[0].months] == list(
        zip(labels, ("--10", "--01", "--04", "--07"), strict=True)
    )
    assert [(span.start, span.end) for span in made.projects[0].timeline.spans] == [("--10", "--12"), ("--04", "--09")]


@pytest.mark.parametrize(("over", "months_read"), [("ไตรมาสที่", [10, 1, 4, 7]), ("จำนวนครั้ง", [])])
def test_numbers_below_a_title_of_quarters_are_these(over: str, months_read: list[int]) -> None:
    top = (*TITLES, over, None, None, None)
    row = ("1", "โครงการ", "ข", "5,000", "จ", "ฉ", "✓", "", "", "")
    spans = {(0, column): (2, 1) for column in range(6)} | {(0, 6): (1, 4)}
    made = ruled(top, (*[None] * 6, "1", "2", "3", "4"), row, spans=spans)
    assert [month.month for found in headers(made) for month in found.months] == months_read


def test_titles_that_reach_below_the_months_end_the_header() -> None:
    head = (*TITLES[:3], "งบประมาณ", None, *TITLES[4:], *MONTHS)
    below = (None, None, None, "ตั้งไว้", "ใช้ไป", None, None, "ก", *[""] * 11)
    row = ("1", "โครงการ", "ข", "5,000", "4,000", "จ", "ฉ", "✓", *[""] * 11)
    spans = {(0, column): (2, 1) for column in (0, 1, 2, 5, 6)} | {(0, 3): (1, 2)}
    found = plan(page(ruled(head, below, row, spans=spans)))
    assert [(project.number, project.budget.baht) for project in found.projects] == [("1", 5000)]


def test_quarters_over_months_are_no_columns_of_theirs() -> None:
    over = ("ไตรมาส 1", "", "", "ไตรมาส 2", "", "", "ไตรมาส 3", "", "", "ไตรมาส 4", "", "")
    assert months(header((*TITLES, *over), ("", "", "", "", "", "", *MONTHS))) == [10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9]


def test_a_header_over_lines_is_put_together() -> None:
    found = header(
        ("ลำดับที่", "โครงการ/กิจกรรม", "รายละเอียดของกิจกรรม", "งบประมาณ", "พื้นที่", "หน่วย", "พ.ศ.2554", "", "", "พ.ศ.2555"),
        ("", "", "(ผลผลิต)", "", "", "ดำเนินการ", *MONTHS),
    )
    assert fields(found) == FIELDS
    assert found.printed[2] == "รายละเอียดของกิจกรรม(ผลผลิต)"
    assert (found.form.name, found.rows, found.years, found.fiscal_year) == ("tungsong", range(2), (2554, 2555), 2555)


def test_a_drawn_header_with_merged_cells() -> None:
    upper = ("ที่", "โครงการ", "งบประมาณ", "สถานที่", "หน่วยงาน", "พ.ศ. 2568", None, None, "พ.ศ. 2569", *[None] * 8, "หมายเหตุ")
    spans = {(0, column): (2, 1) for column in (*range(5), 17)} | {(0, 5): (1, 3), (0, 8): (1, 9)}
    [found] = headers(
        ruled(
            ("แผนงาน", *[None] * 17),
            upper,
            (*[None] * 5, *MONTHS, None),
            spans={(0, 0): (1, 18)} | {(1, c): s for (_, c), s in spans.items()},
        )
    )
    assert fields(found) == ("number", "name", "budget", "place", "unit")
    assert found.others == {17: "หมายเหตุ"}
    assert (found.rows, found.years, found.fiscal_year) == (range(1, 3), (2568, 2569), 2569)


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        pytest.param(MONTHS[3:], [1, 2, 3, 4, 5, 6, 7, 8, 9], id="from january: the columns before are no months"),
        pytest.param(MONTHS[:6], [10, 11, 12, 1, 2, 3], id="half a year"),
        pytest.param([*MONTHS[7:], *MONTHS[:7]], [5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3, 4], id="a year from may"),
        pytest.param(["มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน"], [1, 2, 3, 4, 5, 6], id="in full"),
        pytest.param(["ລ.ຄ.", *MONTHS[1:]], [10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9], id="the first damaged"),
        pytest.param(["ตลาคม", *MONTHS[1:]], [10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9], id="the first damaged, in full"),
        pytest.param([*MONTHS[:11], "n.ย."], [10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9], id="the last damaged"),
        pytest.param(
            [*MONTHS[:4], "ŋ", "", *MONTHS[6:]], [10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9], id="damaged and empty in the middle"
        ),
        pytest.param([*MONTHS[:3], "รวม", *MONTHS[3:]], [10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9], id="a sum among them"),
        pytest.param([*MONTHS[:3], "ไตรมาส 1", *MONTHS[3:6]], [10, 11, 12, 1, 2, 3], id="a quarter among some"),
        pytest.param(["ต.ค.", "พ.ย.", "ก.ค.", "ธ.ค.", "ม.ค.", "ก.พ."], [10, 11, 7, 12, 1, 2], id="in a wrong order, all named"),
    ],
)
def test_months_are_found(labels: Sequence[str], expected: list[int]) -> None:
    found = header((*TITLES, *labels))
    assert months(found) == expected
    assert fields(found) == FIELDS


@pytest.mark.parametrize("title", ["หมายเหตุ", "ปัญหา", "หน่วยงานหลัก", "ตัวชี้วัด", "งาน"])
def test_a_column_behind_half_a_year_is_no_month(title: str) -> None:
    found = header((*TITLES[:5], *MONTHS[:6], title))
    assert months(found) == [10, 11, 12, 1, 2, 3]
    assert title in found.printed.values()


def test_a_short_title_beside_a_whole_year_is_no_month() -> None:
    found = header((*TITLES, "ผล", *MONTHS[7:], *MONTHS[:7], "ยอด"))
    assert months(found) == [5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3, 4]
    assert list(found.others.values()) == ["ผล", "ยอด"]


def test_a_month_may_stand_twice_where_positions_tell() -> None:
    found = header((*TITLES, *MONTHS[:7], "มิ.ย.", *MONTHS[8:]))
    assert months(found) == [10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert [month.label for month in found.months][7] == "มิ.ย."


@pytest.mark.parametrize(
    ("years", "labels", "found_years", "fiscal_year"),
    [
        pytest.param({6: "พ.ศ. 2568", 9: "พ.ศ. 2569"}, MONTHS, (2568, 2569), 2569, id="two years"),
        pytest.param({6: "พ.ศ. ๒๕๖๘", 9: "พ.ศ. ๒๕๖๙"}, MONTHS, (2568, 2569), 2569, id="thai digits"),
        pytest.param({6: "พ.ศ. 2568 พ.ศ. 2569"}, MONTHS, (2568, 2569), 2569, id="two years in one cell"),
        pytest.param({6: "W.ศ. 2568", 9: "พ.ศ. 2569"}, MONTHS, (2568, 2569), 2569, id="a lookalike"),
        pytest.param({6: "พ", 7: ".ศ.25", 8: "68", 9: "พ.ศ.2569"}, MONTHS, (2568, 2569), 2569, id="torn apart"),
        pytest.param({9: "ปีงบประมาณ 2569"}, MONTHS, (2569,), 2569, id="one year over a later month"),
        pytest.param({}, ["ต.ค.68", *MONTHS[1:3], "ม.ค.69", *MONTHS[4:]], (2568, 2569), 2569, id="in the labels"),
        pytest.param({}, ["ต.ค.68", *MONTHS[1:]], (2568,), 2569, id="only in october's label"),
        pytest.param({}, ["ม.ค.69", *MONTHS[4:]], (2569,), 2569, id="in january's label, which comes first"),
        pytest.param({}, MONTHS, (), None, id="none"),
        pytest.param({6: "ระยะเวลาดำเนินการ"}, MONTHS, (), None, id="words only"),
        pytest.param({6: "1999"}, MONTHS, (), None, id="no year of the era"),
    ],
)
def test_years_give_the_fiscal_year(
    years: dict[int, str], labels: Sequence[str], found_years: tuple[int, ...], fiscal_year: int | None
) -> None:
    upper = [*TITLES, *NO_MONTHS]
    for column, text in years.items():
        upper[column] = text
    found = header(upper, (*[""] * 6, *labels))
    assert (found.years, found.fiscal_year) == (found_years, fiscal_year)


@pytest.mark.parametrize(
    ("above", "rows", "years"),
    [
        pytest.param({6: "พ.ศ. 2568", 9: "พ.ศ. 2569"}, range(1, 3), (2568, 2569), id="years"),
        pytest.param({6: "ปีงบประมาณ ๒๕๖๙"}, range(1, 3), (2569,), id="fiscal year"),
        pytest.param({1: "แผนงาน ปี 2569"}, range(2, 3), (), id="a heading"),
        pytest.param({1: "แผนงาน", 6: "พ.ศ. 2568"}, range(2, 3), (), id="a heading beside a year"),
        pytest.param({}, range(2, 3), (), id="nothing"),
    ],
)
def test_years_may_stand_over_a_header_of_one_line(above: dict[int, str], rows: range, years: tuple[int, ...]) -> None:
    found = header(["x", *[""] * 17], [above.get(column, "") for column in range(18)], HEAD)
    assert (found.rows, found.years) == (rows, years)


@pytest.mark.parametrize(
    ("text", "across", "fiscal_year"),
    [("พ.ศ. 2568", 3, 2569), ("พ.ศ. 2568", 12, 2568), ("ปีงบประมาณ 2568", 3, 2568)],
    ids=["over autumn only", "over the whole year", "over autumn, but it says that it is the fiscal year"],
)
def test_one_drawn_year_is_of_the_months_below_it(text: str, across: int, fiscal_year: int) -> None:
    upper = (*TITLES, text, *[None] * (across - 1), *[""] * (12 - across))
    spans = {(0, column): (2, 1) for column in range(6)} | {(0, 6): (1, across)}
    [found] = headers(ruled(upper, (*[None] * 6, *MONTHS), spans=spans))
    assert (found.years, found.fiscal_year) == ((2568,), fiscal_year)


def test_a_year_that_cannot_be_read_does_not_move_the_one_beside_it() -> None:
    upper = (*TITLES, "พ.ศ. 2568", None, None, "พ.แผศ.น2", *[None] * 8)
    spans = {(0, column): (2, 1) for column in range(6)} | {(0, 6): (1, 3), (0, 9): (1, 9)}
    [found] = headers(ruled(upper, (*[None] * 6, *MONTHS), spans=spans))
    assert (found.years, found.fiscal_year) == ((2568,), 2569)


def test_what_was_put_right_in_a_header_is_told() -> None:
    found = header(
        (*TITLES, "พ", ".ศ.25", "68", "W.ศ.2569", *NO_MONTHS[4:]),
        (*[""] * 6, "ຕ.ຄ.", "พ.ย", "x", *MONTHS[3:]),
    )
    assert [(change.rule, change.before, change.after, line.number) for change, line in found.repairs] == [
        ("split-header", "พ\t.ศ.25\t68", "พ.ศ.2568", 1),
        ("lookalike", "W.ศ.2569", "พ.ศ.2569", 1),
        ("lookalike", "ຕ.ຄ.", "ต.ค.", 2),
        ("month-name", "x", "ธ.ค.", 2),
    ]


@pytest.mark.parametrize(
    ("titles", "form", "missing"),
    [
        pytest.param(("ที่", "โครงการ", "งบประมาณ", "สถานที่"), "pd02", ("unit",), id="pd02 without its unit"),
        pytest.param(("ลำดับที่", "โครงการ/กิจกรรม", "งบประมาณ", "พื้นที่", "หน่วยดำเนินการ"), "tungsong", ("details",), id="tungsong cut"),
        pytest.param(("ที่", "โครงการ", "งบประมาณ", "พื้นที่", "หน่วยดำเนินการ"), "pd02", (), id="all of pd02"),
        pytest.param(("ที่", "โครงการพัฒนา", "กิจกรรม", "วงเงิน", "พื้นที่", "กอง/สำนัก"), "pd02", (), id="other words"),
        pytest.param(("ที่", "ขั้นตอนการดำเนินงาน", "ผู้รับผิดชอบ"), "steps", (), id="steps"),
        pytest.param(("ที่", "โครงการ/กิจกรรม", "งบประมาณ", "ผู้รับผิดชอบ"), "school", (), id="a school's: it has no place"),
    ],
)
def test_a_form_is_told_by_its_headers(titles: tuple[str, ...], form: str, missing: tuple[str, ...]) -> None:
    found = header((*titles, *MONTHS))
    assert (found.form.name, found.missing) == (form, missing)


def test_the_column_behind_the_numbers_names_the_rows_whatever_its_title() -> None:
    assert header(("ที่", "เรื่อง", "งบประมาณ", "หมายเหตุ", *MONTHS)).fields == {0: "number", 1: "name", 2: "budget"}


@pytest.mark.parametrize(
    "titles", [("เรื่อง", "งบประมาณ", "สถานที่"), ("ที่", "งบประมาณ", "เรื่อง", "สถานที่")], ids=["no number", "behind it"]
)
def test_no_other_column_of_an_unknown_title_does(titles: tuple[str, ...]) -> None:
    assert list(headers(table((*titles, *MONTHS)))) == []


def test_a_row_that_begins_like_titles_is_no_header() -> None:
    row = ("1", "โครงการพัฒนาตำบล", "กิจกรรมวันเด็ก", "5,000", "พื้นที่ตำบล", "หน่วยงานภายใน")
    found = list(headers(table(row, ("ที่", "โครงการ", "รายละเอียด", "งบประมาณ", "สถานที่", "หน่วยงาน", *MONTHS))))
    assert [one.rows.start for one in found] == [1]


def test_a_time_in_words_is_a_header_without_months() -> None:
    found = header(("ที่", "โครงการ", "งบประมาณ", "ระยะเวลาดำเนินการ", "หมายเหตุ", "ผู้รับผิดชอบ"))
    assert set(found.fields.values()) >= {"number", "name", "budget", "timeline"}
    assert "หมายเหตุ" in found.others.values()
    assert found.months == ()


def test_a_title_over_the_months_is_no_timeline() -> None:
    found = header((*TITLES, "ระยะเวลาดำเนินการ"), (*[""] * 6, *MONTHS))
    assert "timeline" not in found.fields.values()
    assert len(found.months) == 12


def test_of_two_columns_the_surer_is_the_field() -> None:
    found = header(("ที่", "โครงการ", "งบประมาณท", "งบประมาณ", "หน่วยงานรับผิดชอบ", *MONTHS))
    assert found.fields[3] == "budget"
    assert found.others == {2: "งบประมาณท"}


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([MONTHS], id="months only"),
        pytest.param([("ที่", "โครงการ", "งบประมาณ", "สถานที่")], id="neither months nor time"),
        pytest.param([("โครงการ", "ระยะเวลา", "ก", "ข")], id="too few fields without months"),
        pytest.param([("โครงการ" + "ก" * 80, "งบประมาณ", *MONTHS)], id="cells too long"),
        pytest.param([("ที่", "งบประมาณ", *MONTHS)], id="no name"),
        pytest.param([("1", "โครงการก่อสร้างถนน", "ก่อสร้าง", "100", "หมู่ 1", "กองช่าง")], id="a row"),
        pytest.param([(*TITLES, *MONTHS[:4])], id="too few months"),
        pytest.param([("โครงการ", "จำนวนโครงการ", "ก", "ข")], id="a summary without amounts"),
    ],
)
def test_another_row_is_no_header(rows: list[Sequence[str]]) -> None:
    assert list(headers(table(*rows))) == []


def test_a_summary_form_needs_no_time() -> None:
    found = header(("ยุทธศาสตร์/แผนงาน", "จำนวนโครงการที่ดำเนินการ", "จำนวนงบประมาณ", "ร้อยละ"))
    assert found.form.sums
    assert fields(found) == ("name", "projects", "budget")


def test_a_typed_table_may_repeat_its_header() -> None:
    found = list(headers(table(HEAD, ("1", "โครงการ ก"), HEAD, ("2", "โครงการ ข"))))
    assert [header.rows for header in found] == [range(1), range(2, 3)]


def test_a_drawn_table_has_its_header_at_its_head() -> None:
    empty = [""] * 18
    assert [found.rows for found in headers(ruled(empty, HEAD, empty, HEAD))] == [range(1, 2)]
    assert list(headers(ruled(*[empty] * 14, HEAD))) == []


def test_a_column_without_letters_has_no_header() -> None:
    found = header((*TITLES, *MONTHS, "-", "...", ""))
    assert set(found.printed) == set(range(6))


def test_the_lines_of_a_header_cell_are_one_word() -> None:
    [[cell], []] = rows_of(ruled(("งบประมาณ\n(บาท)",), (None,), spans={(0, 0): (2, 1)}, high=40))
    assert cell_text(cell) == "งบประมาณ(บาท)"


@pytest.mark.parametrize(
    ("at", "goes_on"),
    [
        pytest.param({2: 20.0, 3: 15.0}, True, id="other-titles-wider"),
        pytest.param({17: 30.0}, False, id="a-month-wider"),
        pytest.param({0: -20.0}, False, id="the-whole-wider"),
    ],
)
def test_a_table_goes_on_where_its_inner_columns_were_drawn_anew(at: dict[int, float], goes_on: bool) -> None:
    first, second = ruled(HEAD), ruled([""] * 18)
    redrawn = second._replace(xs=tuple(x + at.get(edge, 0.0) for edge, x in enumerate(second.xs)))
    assert (continued(first, header(HEAD), redrawn) is redrawn) is goes_on


@pytest.mark.parametrize(
    ("shift", "columns", "goes_on"),
    [(0.0, 18, True), (7.9, 18, True), (8.1, 18, False), (0.0, 17, False)],
    ids=["same", "near", "off", "fewer"],
)
def test_a_table_goes_on_with_the_same_columns(shift: float, columns: int, goes_on: bool) -> None:
    first, second = ruled(HEAD), ruled([""] * columns)
    moved = Table(2, tuple(x + shift for x in second.xs), second.ys, second.cells)
    assert (continued(first, header(HEAD), moved) is moved) is goes_on


def test_a_table_goes_on_whose_rows_need_fewer_edges() -> None:
    first = ruled(HEAD)
    kept = [0, *range(3, 19)]
    xs = tuple(first.xs[edge] for edge in kept)
    cells = tuple(Cell(0, column, 1, 1, ()) for column in range(len(xs) - 1))
    head = header(HEAD)
    found = continued(first, head, Table(2, xs, (40.0, 60.0), cells))
    assert found is not None
    assert found.xs == first.xs
    assert [(cell.column, cell.columns) for cell in found.cells] == [(0, 3), *((column, 1) for column in range(3, 18))]
    assert continued(first, head, Table(2, (*xs[:3], xs[3] + 9, *xs[4:]), (40.0, 60.0), cells)) is None
    assert continued(first, head, Table(2, xs[1:], (40.0, 60.0), cells[1:])) is None
    assert continued(first, head, Table(2, (*xs[:8], *xs[9:]), (40.0, 60.0), cells[1:])) is None


@pytest.mark.parametrize("blank", [0, 11], ids=["the-first", "the-last"])
def test_a_blank_label_at_the_end_of_the_year_is_a_month(blank: int) -> None:
    labels = [label if at != blank else "" for at, label in enumerate(MONTHS)]
    (project,) = plan(page(ruled((*TITLES, *labels), row("1", "ก", "- ข", "5", marks={blank: "•"})))).projects
    assert [span.start[-2:] for span in project.timeline.spans] == ["10" if blank == 0 else "09"]


def test_an_empty_column_beside_eleven_months_is_none_if_it_has_a_title_or_the_year_begins_elsewhere() -> None:
    table = ruled((*TITLES, *MONTHS[:11], "หมายเหตุ"), row("1", "ก", "- ข", "5"))
    ((layout,),) = (read(page(table)).layouts,)
    assert len(layout.header.months) == 11
    table = ruled((*TITLES, *MONTHS[1:], ""), row("1", "ก", "- ข", "5"))
    ((layout,),) = (read(page(table)).layouts,)
    assert len(layout.header.months) == 11


@pytest.mark.parametrize(
    ("second", "again"),
    [
        pytest.param(HEAD, True, id="the-same"),
        pytest.param((*HEAD[:4], "ผู้รับผิดชอบ", *HEAD[5:]), False, id="another-title"),
        pytest.param((*HEAD[:6], *(f"{label}69" for label in HEAD[6:])), False, id="other-labels"),
    ],
)
def test_a_header_that_a_page_repeats_is_the_same(second: Sequence[str], again: bool) -> None:
    tables = [ruled(titles, row("1", "ก", "- ข", "5")) for titles in (HEAD, second)]
    before, after = read(*(page(table, number=number) for number, table in enumerate(tables, 1))).layouts
    assert (after.header is before.header) is again
    assert after.header == next(headers(tables[1]))
