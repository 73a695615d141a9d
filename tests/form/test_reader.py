"""Pages in their order: what outlasts a page's end, and what a heading or a sum ends."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from form.tables import HEAD, LEFT, MONTHS, SOURCE, TITLES, TOP, WIDE, line, page, plan, read, row, ruled, typed
from planparse.form import assemble
from planparse.page import Box
from planparse.plan import Where
from planparse.table import Drawn, Line, Table

EMPTY = [""] * 18
LONG = "ยุทธศาสตร์ที่ 4 ปรับปรุงและพัฒนาการบริหารจัดการองค์กรให้มี"
WIDEST = line("ก" * 70, 400)


def test_lines_around_the_tables() -> None:
    found = read(
        typed(
            "แผนการดำเนินงาน",
            "ประจำปีงบประมาณ  พ.ศ. 2569",
            "เทศบาลตำบลตัวอย่าง  อำเภอเมือง จังหวัดตาก",
            "องค์การบริหารส่วนตำบลอื่น",
            "แผนการดำเนินงานอื่น พ.ศ. 2570",
            "ยุทธศาสตร์ที่ 1 โครงสร้างพื้นฐาน",
            "บัญชีโครงการ",
            HEAD,
            row("1", "โครงการ ก"),
        )
    )
    assert found.title == "แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2569"
    assert (found.title_year, found.organization) == (2569, "เทศบาลตำบลตัวอย่าง")
    assert [(entry.level, entry.number, entry.title) for entry in found.headings] == [("strategy", "1", "โครงสร้างพื้นฐาน")]


def test_a_title_takes_no_year_from_below_the_rows() -> None:
    found = read(typed("แผนการดำเนินงาน", HEAD, row("1", "โครงการ ก"), "ประจำปีงบประมาณ พ.ศ. 2569"))
    assert found.title == "แผนการดำเนินงาน"


def test_a_grid_that_is_no_table_is_lines() -> None:
    grid = ruled(["แผนการดำเนินงาน พ.ศ. 2569", "หน้า 1"], ["", "เทศบาลตำบลตัวอย่าง"])
    found = read(page(grid))
    assert (found.title, found.organization, list(found.rows), found.layouts) == (
        "แผนการดำเนินงาน พ.ศ. 2569",
        "เทศบาลตำบลตัวอย่าง",
        [],
        [],
    )


def test_rows_stand_under_the_headings_in_force() -> None:
    found = read(
        typed(
            "ยุทธศาสตร์ที่ 1 ก",
            "เป้าประสงค์ เพื่อทุกคน",
            "แนวทางการพัฒนาที่ 1.1 ข",
            "แผนงานการศึกษา",
            HEAD,
            row("1", "โครงการ หนึ่ง"),
            row("แผนงานสาธารณสุข"),
            row("2", "โครงการ สอง"),
            row("", "แนวทางการพัฒนาที่ 1.2 ค"),
            row("3", "โครงการ สาม"),
            "ยุทธศาสตร์ที่ 2 ง",
            HEAD,
            row("4", "โครงการ สี่"),
        )
    )
    assert [{level: ref.title for level, ref in under.under.items()} for under in found.rows] == [
        {"strategy": "ก", "guideline": "ข", "program": "แผนงานการศึกษา"},
        {"strategy": "ก", "guideline": "ข", "program": "แผนงานสาธารณสุข"},
        {"strategy": "ก", "guideline": "ค"},
        {"strategy": "ง"},
    ]
    assert [entry.level for entry in found.headings] == [
        "strategy",
        "objective",
        "guideline",
        "program",
        "program",
        "guideline",
        "strategy",
    ]


def test_headings_repeated_on_the_next_page_are_one() -> None:
    first = typed("ยุทธศาสตร์ที่ 1 ก", "แผนงานการศึกษา", HEAD, row("1", "โครงการ หนึ่ง"))
    found = read(first, typed("ยุทธศาสตร์ที่ 1 ก", HEAD, row("2", "โครงการ สอง"), number=2))
    assert [entry.title for entry in found.headings] == ["ก", "แผนงานการศึกษา"]
    assert list(found.rows)[1].under["program"].title == "แผนงานการศึกษา"


@pytest.mark.parametrize(
    ("second", "title"),
    [
        pytest.param(line("ประสิทธิภาพ", 62), LONG[len("ยุทธศาสตร์ที่ 4 ") :] + "ประสิทธิภาพ", id="the next line"),
        pytest.param(line("ประสิทธิภาพ", 95), LONG[len("ยุทธศาสตร์ที่ 4 ") :], id="too far below"),
        pytest.param(line("แผนงานการศึกษา", 62), LONG[len("ยุทธศาสตร์ที่ 4 ") :], id="another heading"),
        pytest.param(line("แผนการดำเนินงาน พ.ศ. 2569", 62), LONG[len("ยุทธศาสตร์ที่ 4 ") :], id="the title"),
    ],
)
def test_a_heading_as_wide_as_the_page_goes_on(second: Line, title: str) -> None:
    found = read(page(line(LONG, 50), second, WIDEST))
    assert found.headings[0].title == title


def test_a_heading_of_three_lines() -> None:
    found = read(page(line(LONG, 50), line("ก" * 60, 62), line("ข", 74), WIDEST))
    assert [entry.title for entry in found.headings] == [LONG.removeprefix("ยุทธศาสตร์ที่ 4 ") + "ก" * 60 + "ข"]


def test_a_short_heading_does_not_go_on() -> None:
    found = read(page(line("ยุทธศาสตร์ที่ 4 ก", 50), line("ประสิทธิภาพ", 62), WIDEST))
    assert found.headings[0].title == "ก"


def test_a_typed_heading_does_not_go_on() -> None:
    assert read(typed(LONG, "ประสิทธิภาพ")).headings[0].title == LONG.removeprefix("ยุทธศาสตร์ที่ 4 ")


def test_a_heading_before_a_table_does_not_go_on_behind_it() -> None:
    found = read(page(line(LONG, 50), ruled(HEAD, top=55, high=2), line("ประสิทธิภาพ", 62), WIDEST))
    assert found.headings[0].title == LONG.removeprefix("ยุทธศาสตร์ที่ 4 ")


def test_a_wrapped_heading_repeated_on_the_next_page_is_one_and_ends_none() -> None:
    wrapped = (line(LONG, 50), line("ประสิทธิภาพ", 62), WIDEST)
    program = line("แผนงานการศึกษา", 80)
    first = page(*wrapped[:2], program, ruled(HEAD, ["1", "โครงการ ก", *EMPTY[2:]]), WIDEST)
    second = page(*wrapped[:2], ruled(HEAD, ["2", "โครงการ ข", *EMPTY[2:]], page=2), WIDEST, number=2)
    found = read(first, second)
    assert [entry.level for entry in found.headings] == ["strategy", "program"]
    assert list(found.rows)[1].under == next(iter(found.rows)).under


def test_a_heading_that_goes_on_only_on_its_second_page_is_another() -> None:
    found = read(page(line(LONG, 50), WIDEST), page(line(LONG, 50), line("ประสิทธิภาพ", 62), WIDEST, number=2))
    title = LONG.removeprefix("ยุทธศาสตร์ที่ 4 ")
    assert [(entry.title, entry.page) for entry in found.headings] == [(title, 1), (title + "ประสิทธิภาพ", 1)]


def test_a_sum_is_of_the_deepest_heading_where_it_names_none() -> None:
    found = read(
        typed(
            HEAD,
            row("1", "โครงการ ก"),
            row("", "รวม 1 โครงการ", "", "100"),
            row("", "ยุทธศาสตร์ที่ 1 ก"),
            row("", "รวม", "", "100"),
            row("", "แนวทางที่ 1 ก"),
            row("", "รวม", "", "100"),
            row("", "แผนงาน ก"),
            row("", "รวม", "", "100"),
            row("", "รวมยุทธศาสตร์", "", "400"),
            row("", "รวมทั้งสิ้น", "", "400"),
        )
    )
    assert [stated.level for stated in found.totals] == ["plan", "strategy", "guideline", "program", "strategy", "plan"]
    assert (found.totals[0].label, found.totals[0].projects, found.totals[0].budget) == ("รวม", 1, "100")
    assert found.totals[0].where == Where(page=1, line=3)


@pytest.mark.parametrize(
    "between", [row("", "รวม", "", "9"), row("", "แผนงานการศึกษา"), "แผนงานการศึกษา"], ids=["sum", "heading", "line"]
)
def test_a_row_ends_at_a_sum_or_a_heading(between: tuple[str, ...] | str) -> None:
    rows = read(typed(HEAD, row("1", "ก"), between, *([HEAD] if isinstance(between, str) else []), row("", "", "ข"))).rows
    assert [under.draft.text("details") for under in rows] == ["", "ข"]


def test_a_page_number_is_no_row_and_is_told() -> None:
    found = read(typed(HEAD, row("1", "ก"), row(marks={8: "4", 9: " 7"}), row("", "ข")))
    assert [under.draft.text("name") for under in found.rows] == ["กข"]
    assert [(change.rule, change.before, change.after, change.where.line) for change in found.repairs] == [
        ("page-number", "4 7", "", 3)
    ]


def test_a_row_goes_on_over_the_end_of_a_page() -> None:
    first = page(ruled(HEAD, ["1", "โครงการ ก", *EMPTY[2:]], closed=False))
    second = page(ruled(["", "ต่อ", "- ข", *EMPTY[3:]], ["2", "โครงการ ค", *EMPTY[2:]], page=2), number=2)
    rows = read(first, second).rows
    assert [(under.draft.text("name"), under.draft.over_pages) for under in rows] == [("โครงการ กต่อ", True), ("โครงการ ค", False)]


def test_a_row_goes_on_below_a_repeated_header() -> None:
    first = page(ruled(HEAD, ["1", "โครงการ ก", *EMPTY[2:]]))
    found = read(first, page(ruled(HEAD, ["", "", "- ข", *EMPTY[3:]], page=2), number=2))
    assert [under.draft.text("details") for under in found.rows] == ["- ข"]
    assert len(found.layouts) == 2


def test_a_row_whose_name_is_overleaf_is_named_there() -> None:
    first = page(ruled(HEAD, row("6", "โครงการ ก", "- ก", "100"), row("7", "", "- ข", ""), closed=False))
    second = page(ruled(HEAD, row("", "โครงการ ข", "", "200"), row("8", "โครงการ ค", "", "300"), page=2), number=2)
    rows = list(read(first, second).rows)
    assert [(under.draft.text("number"), under.draft.text("name")) for under in rows] == [
        ("6", "โครงการ ก"),
        ("7", "โครงการ ข"),
        ("8", "โครงการ ค"),
    ]
    assert [under.draft.over_pages for under in rows] == [False, True, False]


def test_a_named_row_takes_no_other_name_overleaf() -> None:
    first = page(ruled(HEAD, row("7", "โครงการ ก", "- ก", "100"), closed=False))
    second = page(ruled(HEAD, row("", "โครงการ ข", "", "200"), page=2), number=2)
    assert [under.draft.text("name") for under in read(first, second).rows] == ["โครงการ ก", "โครงการ ข"]


@pytest.mark.parametrize(
    ("rest", "amounts", "rows"),
    [
        pytest.param(row("", "", "", "1,300"), ["1,300"], 1, id="broken"),
        pytest.param(row("2", "โครงการ ข", "", "1,300"), [""], 2, id="a-project"),
    ],
)
def test_the_amount_of_a_sum_may_stand_overleaf(rest: tuple[str, ...], amounts: list[str], rows: int) -> None:
    first = page(ruled(HEAD, row("1", "โครงการ ก", "- ก", "1,300"), row("รวม"), closed=False))
    second = page(ruled(HEAD, rest, page=2), number=2)
    found = read(first, second)
    assert [total.budget for total in found.totals] == amounts
    assert len(list(found.rows)) == rows


def test_an_amount_in_the_middle_of_a_page_is_no_sums() -> None:
    found = read(page(ruled(HEAD, row("1", "โครงการ ก", "- ก", "1,300"), row("รวม"), row("", "", "", "1,300"))))
    assert [total.budget for total in found.totals] == [""]


def test_a_row_goes_on_below_a_header_and_the_row_that_counts_its_columns() -> None:
    counts = tuple(f"({count})" for count in range(1, 19))
    first = page(ruled(HEAD, counts, ["1", "โครงการ ก", *EMPTY[2:]], closed=False))
    found = read(first, page(ruled(HEAD, counts, ["", "ต่อ", "- ข", *EMPTY[3:]], page=2), number=2))
    assert [(under.draft.text("name"), under.draft.over_pages) for under in found.rows] == [("โครงการ กต่อ", True)]


def test_a_row_does_not_go_on_below_another_header() -> None:
    found = read(typed(HEAD, row("1", "ก")), typed(("ที่", "โครงการ", "งบประมาณ", *MONTHS), row("", "", "5", columns=3), number=2))
    assert [under.draft.text("budget") for under in found.rows] == ["", "5"]
    assert not list(found.rows)[1].draft.over_pages


def test_a_table_with_other_columns_is_no_continuation() -> None:
    found = read(page(ruled(HEAD, ["1", "ก", *EMPTY[2:]])), page(ruled(["2", "ข", "ค"], page=2), number=2))
    assert len(found.rows) == 1


def test_the_second_table_of_a_page_does_not_begin_it() -> None:
    first, second = ruled(HEAD, ["1", "ก", *EMPTY[2:]]), ruled(["", "ข", *EMPTY[2:]], top=300)
    assert [under.draft.text("name") for under in read(page(first, second)).rows] == ["ก", "ข"]


def test_text_above_a_header_in_its_table_is_lines() -> None:
    table = ruled(["แผนงานการศึกษา", *EMPTY[1:]], HEAD, ["1", "ก", *EMPTY[2:]])
    found = read(page(table))
    assert [entry.title for entry in found.headings] == ["แผนงานการศึกษา"]
    assert next(iter(found.rows)).under["program"].title == "แผนงานการศึกษา"


def test_repairs_are_told_with_their_line() -> None:
    found = read(typed("แนวทางที่ 1 ดําเนินการ", HEAD, row("1", "เเผน", "ช่อมแชม"), row("แผนงาน ดําเนินการ"), row("รวม", "จ านวน")))
    assert [(change.rule, change.before, change.after, change.where.line) for change in found.repairs] == [
        ("sara-am", "ดําเนินการ", "ดำเนินการ", 1),
        ("sara-ae", "เเผน", "แผน", 3),
        ("spelling", "ช่อมแชม", "ซ่อมแซม", 3),
        ("sara-am", "ดําเนินการ", "ดำเนินการ", 4),
        ("split-sara-am", "จ านวน", "จำนวน", 5),
    ]
    assert [entry.title for entry in found.headings] == ["ดำเนินการ", "แผนงาน ดำเนินการ"]


def test_repairs_of_glyphs_are_told() -> None:
    told = (("private-use", "หน\uf70aวย", "หน่วย"),)
    prose = Line("หน่วย", 1, 50, None, line("หน่วย").box, told)
    table = ruled(["ก", "ข"], ["ค", "ง"])
    cells = tuple(cell.__class__(cell.row, cell.column, 1, 1, (prose,)) for cell in table.cells[:1])
    found = read(page(prose, Table(1, table.xs, table.ys, cells)))
    assert [(change.rule, change.before, change.after) for change in found.repairs] == list(told) * 2


def test_a_page_without_text_is_a_fault() -> None:
    found = read(page(number=2, without_text="a scan"), typed(HEAD, row("1", "ก"), number=3), page(number=4))
    assert [(fault.rule, fault.message, fault.where) for fault in found.faults] == [("page-without-text", "a scan", Where(page=2))]
    assert len(found.rows) == 1


@pytest.mark.parametrize(
    ("texts", "level", "label", "projects", "baht"),
    [
        (("ยุทธศาสตร์ที่ 1 ก", "2", "500", "10"), "strategy", "ยุทธศาสตร์ที่ 1 ก", 2, 500),
        (("แผนงานการศึกษา", "2", "500", "10"), "program", "แผนงานการศึกษา", 2, 500),
        (("เป้าประสงค์ ก", "2", "500", "10"), "strategy", "เป้าประสงค์ ก", 2, 500),
        (("ด้านสังคม", "2", "500", "10"), "strategy", "ด้านสังคม", 2, 500),
        (("รวม", "2", "500", "10"), "strategy", "รวม", 2, 500),
        (("รวมทั้งสิ้น", "2", "500", "10"), "plan", "รวมทั้งสิ้น", 2, 500),
        (("แผนงานการศึกษา", "-", "500", "10"), "program", "แผนงานการศึกษา", None, 500),
    ],
)
def test_rows_of_a_summary_are_sums(texts: tuple[str, ...], level: str, label: str, projects: int | None, baht: int) -> None:
    found = plan(typed(("ยุทธศาสตร์/แผนงาน", "จำนวนโครงการ", "จำนวนงบประมาณ", "ร้อยละ"), texts))
    assert [(stated.level, stated.label, stated.projects, stated.baht, stated.extra) for stated in found.totals] == [
        (level, label, projects, baht, {"ร้อยละ": "10"})
    ]
    assert found.projects == []


def test_a_row_of_a_summary_that_states_nothing_is_a_heading() -> None:
    found = read(
        typed(
            ("ยุทธศาสตร์/แผนงาน", "จำนวนโครงการ", "จำนวนงบประมาณ", "ร้อยละ"), ("ยุทธศาสตร์ที่ 1 ก", "", "", ""), ("แผนงาน ข", "1", "5", "")
        )
    )
    assert [stated.label for stated in found.totals] == ["แผนงาน ข"]


def test_nothing_read_is_an_empty_plan() -> None:
    found = assemble(read(), SOURCE).whole()
    assert (found.title, found.projects, found.tables) == (None, [], [])
    assert [fault.rule for fault in found.faults] == ["no-table"]


def test_the_end_of_a_header_on_the_next_page_is_no_row() -> None:
    first = page(ruled(HEAD), number=1)
    second = page(ruled(row("", "", "(ผลผลิต)", "(บาท)", marks={6: "."}), row("1", "ก", "- ข", "5"), page=2), number=2)
    found = read(first, second)
    assert [under.draft.text("name") for under in found.rows] == ["ก"]
    assert [(repair.rule, repair.before) for repair in found.repairs] == [("split-header", "(ผลผลิต) (บาท) .")]


@pytest.mark.parametrize(
    "rest",
    [
        pytest.param(row("", "", "- ข", "7"), id="an-amount"),
        pytest.param(row("1", "ก", "- ข"), id="a-number"),
        pytest.param(row("", "ก", "- ข", marks={3: "•"}), id="a-mark"),
    ],
)
def test_what_a_header_does_not_have_is_a_row(rest: tuple[str, ...]) -> None:
    found = read(page(ruled(HEAD), number=1), page(ruled(rest, row("2", "ค"), page=2), number=2))
    assert len(list(found.rows)) == 2


UNNUMBERED = ("โครงการ", "รายละเอียดของ", "งบประมาณ", "สถานที่", "หน่วยงาน", *MONTHS)


@pytest.mark.parametrize(
    ("rest", "names"),
    [
        pytest.param(("/กิจกรรม", "กิจกรรม", "(บาท)", "ดำเนินการ", "รับผิดชอบหลัก"), ["ข"], id="all-titles"),
        pytest.param(("", "กิจกรรม", "", "", ""), ["ข"], id="one-title"),
        pytest.param(("", "กิจกรรมที่เกิดขึ้นจากโครงกร", "", "", ""), ["ข"], id="damaged"),
        pytest.param(("ก", "", "", "ลาน", "กอง"), ["ก", "ข"], id="a-row"),
        pytest.param(("ก", "กิจกรรม", "", "", ""), ["ก", "ข"], id="a-row-with-a-titles-word"),
    ],
)
def test_the_end_of_a_header_without_numbers_completes_its_titles(rest: tuple[str, ...], names: list[str]) -> None:
    second = page(ruled((*rest, *[""] * 12), ("ข", "- ข", "5", "จ", "ฉ", *[""] * 12), page=2), number=2)
    found = read(page(ruled(UNNUMBERED), number=1), second)
    assert [under.draft.text("name") for under in found.rows] == names
    assert len(list(found.repairs)) == (1 if names == ["ข"] else 0)


def test_labels_with_the_rest_of_the_titles_are_no_row() -> None:
    labels = ("", "", "ที่เกิดขึ้น", "(บาท)", "", "", *MONTHS)
    second = page(ruled(labels, row("2", "ค"), page=2), number=2)
    found = read(page(ruled(HEAD, row("1", "ก")), number=1), second)
    assert [under.draft.text("name") for under in found.rows] == ["ก", "ค"]


def test_a_cut_header_has_the_columns_of_the_one_before() -> None:
    cut = ("", "โครงการ", "กิจกรรม", "งบประมาณ", "", "", *MONTHS)
    second = page(ruled(cut, row("2", "ค", "- ง", "5", "จ", "ฉ"), page=2), number=2)
    found = read(page(ruled(HEAD, row("1", "ก")), number=1), second)
    assert found.layouts[1].header.fields == found.layouts[0].header.fields
    other = page(ruled((*cut[:2], "หมายเหตุ", *cut[3:]), row("2", "ค", "- ง", "5", "จ", "ฉ"), page=2), number=2)
    found = read(page(ruled(HEAD, row("1", "ก")), number=1), other)
    assert found.layouts[1].header.others == {2: "หมายเหตุ"}


def test_the_lower_half_of_a_header_has_the_columns_of_the_one_before() -> None:
    whole = ("ลำดับที่", "โครงการ", "รายละเอียด(ผลผลิต)", "งบประมาณ", "พื้นที่", "หน่วยดำเนินการ", *MONTHS)
    half = ("ที่", "", "(ผลผลิต)", "ประมาณ", "", "ดำเนินการ", *MONTHS)
    second = page(ruled(half, row("2", "ค", "- ง", "5", "จ", "ฉ"), page=2), number=2)
    found = read(page(ruled(whole, row("1", "ก")), number=1), second)
    assert found.layouts[1].header.printed == found.layouts[0].header.printed
    assert [(under.draft.text("name"), under.draft.text("details")) for under in found.rows] == [("ก", ""), ("ค", "- ง")]


TWO = {(1, 0): (2, 1), (1, 1): (2, 1)}
MERGED = (HEAD, row("1", "ก", "- ก1", "5"), (None, None, "- ก2", "6", *[""] * 14))


def merged_cells(*below: tuple[str, ...]) -> Table:
    """Return a table whose first project reaches over two rows, and rows below it."""
    return ruled(*MERGED, *below, spans=TWO)


NAMED = row("2", "ข", "- ข2", "8")


@pytest.mark.parametrize(
    ("first", "second", "details"),
    [
        pytest.param(merged_cells(row("", "", "- ข1", "7")), NAMED, ["- ก1\n- ก2", "- ข1\n- ข2"], id="named-overleaf"),
        pytest.param(
            merged_cells(row("", "", "- ก3", "7")), row("", "", "- ก4", "8"), ["- ก1\n- ก2\n- ก3\n- ก4"], id="named-by-none"
        ),
        pytest.param(
            merged_cells(row("", "", "- ก3", "7"), row("3", "ค", "- ค1")),
            NAMED,
            ["- ก1\n- ก2\n- ก3", "- ค1", "- ข2"],
            id="not-at-the-end",
        ),
        pytest.param(
            ruled(HEAD, row("1", "ก", "- ก1", "5"), row("", "", "- ก2", "7")), NAMED, ["- ก1\n- ก2", "- ข2"], id="no-merged-cells"
        ),
    ],
)
def test_a_project_is_named_where_its_rows_go_on(first: Table, second: tuple[str, ...], details: list[str]) -> None:
    made = plan(page(first, number=1), page(ruled(second, page=2), number=2))
    assert [project.details for project in made.projects] == details


@pytest.mark.parametrize(
    ("closed", "second", "details"),
    [
        pytest.param(False, row("2", "ข", "- ข2", "7"), ["- ก1", "- ข1\n- ข2"], id="cut"),
        pytest.param(True, row("2", "ข", "- ข2", "7"), ["- ก1\n- ข1", "- ข2"], id="closed"),
        pytest.param(False, row("", "", "- ข2", "7"), ["- ก1\n- ข1\n- ข2"], id="not-named-overleaf"),
    ],
)
def test_a_row_that_the_pages_end_cuts_is_named_overleaf(closed: bool, second: tuple[str, ...], details: list[str]) -> None:
    first = page(ruled(HEAD, row("1", "ก", "- ก1", "5"), row("", "", "- ข1"), closed=closed))
    found = read(first, page(ruled(HEAD, second, page=2), number=2))
    assert ["\n".join(line.text for line in under.draft.cells["details"]) for under in found.rows] == details


def test_rows_that_wait_for_the_next_page_are_not_lost() -> None:
    waiting = merged_cells(row("", "", "- ก3", "7"))
    heading = line("แผนงานการศึกษา", page=2)
    for after in ([], [page(heading, ruled(NAMED, page=2), number=2)]):
        assert plan(page(waiting, number=1), *after).projects[0].details == "- ก1\n- ก2\n- ก3"


def test_columns_of_one_title_stay_apart() -> None:
    titles = (*TITLES, "หมายเหตุ", "หมายเหตุ", *MONTHS)
    (project,) = plan(page(ruled(titles, ("1", "ก", "- ข", "5", "ค", "ง", "จ", "ฉ", *[""] * 12)))).projects
    assert project.extra == {"หมายเหตุ": "จ", "หมายเหตุ (2)": "ฉ"}


def test_a_fill_is_of_the_activity_in_its_row_however_low_its_words_stand() -> None:
    marks = [Drawn("fill", Box(LEFT + WIDE * 6, TOP + 40 * at, LEFT + WIDE * 7, TOP + 40 * (at + 1))) for at in (2,)]
    below = (None, None, "\n\n- ก2", "6", *[""] * 14)
    table = ruled(HEAD, row("1", "ก", "- ก1", "5"), below, spans=TWO, drawn=marks, high=40)
    (project,) = plan(page(table)).projects
    assert [[span.start for span in activity.timeline.spans] for activity in project.activities] == [[], ["--10"]]


PROSE = line("ผู้บริหารได้ดำเนินการวิเคราะห์สภาพปัจจุบันและจัดทำแผนให้สอดคล้องกับ", 50)


@pytest.mark.parametrize(
    ("above", "text", "levels"),
    [
        pytest.param(PROSE, "ยุทธศาสตร์สถานศึกษา", [], id="wrapped prose"),
        pytest.param(PROSE, "ยุทธศาสตร์ที่ 2 สถานศึกษา", ["strategy"], id="a number"),
        pytest.param(PROSE, "แผนงานการศึกษา", ["program"], id="a programme"),
        pytest.param(line("คำอธิบาย", 50), "ยุทธศาสตร์การพัฒนาคน", ["strategy"], id="a short line above"),
        pytest.param(line(PROSE.text, 20), "ยุทธศาสตร์การพัฒนาคน", ["strategy"], id="a gap above"),
        pytest.param(line(LONG, 50), "ยุทธศาสตร์การพัฒนาคน", ["strategy", "strategy"], id="a heading above"),
        pytest.param(
            line("แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2569 " * 2, 50), "ยุทธศาสตร์การพัฒนาคน", ["strategy"], id="a title above"
        ),
    ],
)
def test_the_word_of_a_heading_in_running_text_is_none(above: Line, text: str, levels: list[str]) -> None:
    found = read(page(above, line(text, 62), WIDEST))
    assert [entry.level for entry in found.headings] == levels


MARKED = ("✓", *[""] * 11)


def common(*rows: tuple[str | None, ...], deep: int, column: int) -> Table:
    """Return a table with a cell in ``column`` over the first ``deep`` rows below the header."""
    return ruled(HEAD, *rows, spans={(1, column): (deep, 1)})


def test_what_stands_in_a_cell_over_several_rows_is_of_each() -> None:
    rows = [
        ("1", "โครงการ ก", "ข", "100", "จ", "กองช่าง", *MARKED),
        ("2", "โครงการ ข", "ข", "200", "ฉ", None, *MARKED),
        ("3", "โครงการ ค", "ข", "300", "ช", None, *MARKED),
        ("4", "โครงการ ง", "ข", "400", "ซ", "", *MARKED),
    ]
    found = plan(page(common(*rows, deep=3, column=5)))
    assert [project.unit for project in found.projects] == ["กองช่าง", "กองช่าง", "กองช่าง", ""]
    assert [project.place for project in found.projects] == ["จ", "ฉ", "ช", "ซ"]


def test_an_amount_over_several_rows_is_given_once() -> None:
    rows = [("1", "โครงการ ก", "ข", "100", "จ", "ฉ", *MARKED), ("2", "โครงการ ข", "ข", None, "จ", "ฉ", *MARKED)]
    found = plan(page(common(*rows, deep=2, column=3)))
    assert [project.budget.baht for project in found.projects] == [100, None]


def test_what_two_rows_have_in_common_ends_at_a_sum() -> None:
    rows = [("1", "โครงการ ก", "ข", "100", "จ", "ฉ", *MARKED), ("รวม", "", "", "100", "", None, *[""] * 12)]
    rows.append(("2", "โครงการ ข", "ข", "50", "จ", None, *MARKED))
    found = plan(page(common(*rows, deep=3, column=5)))
    assert [project.unit for project in found.projects] == ["ฉ", ""]


ONE_ROW = ("1", "โครงการ ก", "ข", "100", "จ", "ฉ", *MARKED)
ACROSS = (None,) * 17


@pytest.mark.parametrize(
    "below",
    [
        pytest.param(["(ลงชื่อ)....................ผู้จัดทำ\n(นายประเสริฐ วงศ์ใหญ่)"], id="signed"),
        pytest.param(["ลงชื่อ ..................... ผู้อนุมัติ", "(นายประเสริฐ วงศ์ใหญ่)", "นายกเทศมนตรี"], id="signed-row-by-row"),
        pytest.param(["หมายเหตุ : ระยะเวลาอาจเปลี่ยนแปลงได้"], id="note"),
        pytest.param(["* หมายเหตุ โอนงบประมาณ"], id="note-with-a-star"),
    ],
)
def test_who_signs_and_notes_in_the_grid_below_the_rows_are_none_of_them(below: list[str]) -> None:
    spans = {(2 + at, 0): (1, 18) for at in range(len(below))}
    found = plan(page(ruled(HEAD, ONE_ROW, *((text, *ACROSS) for text in below), spans=spans)))
    assert [project.name for project in found.projects] == ["โครงการ ก"]


def test_rows_below_a_signature_are_not_lost() -> None:
    signed = ("ลงชื่อ ................ ผู้จัดทำ", *ACROSS)
    found = plan(page(ruled(HEAD, ONE_ROW, signed, ("2", *ONE_ROW[1:]), spans={(2, 0): (1, 18)})))
    assert [project.number for project in found.projects] == ["1", "2"]


@pytest.mark.parametrize("name", ["ลงชื่อรับรองการประชุม", "หมายเหตุของโครงการ"])
def test_a_name_that_begins_like_a_signature_or_note_is_one(name: str) -> None:
    found = plan(page(ruled(HEAD, ONE_ROW, ("2", name, *ONE_ROW[2:]))))
    assert [project.name for project in found.projects] == ["โครงการ ก", name]


def test_the_bracket_that_ends_a_broken_number_begins_no_row_overleaf() -> None:
    first = ruled(HEAD, ("(1.1", "โครงการเลือกตั้ง", "ข", "100", "จ", "ฉ", *MARKED), closed=False)
    second = ruled(HEAD, (")", "สมาชิกสภา", "", "", "", "", *[""] * 12), page=2)
    found = plan(page(first), page(second, number=2))
    assert [(project.number, project.name) for project in found.projects] == [("1.1", "โครงการเลือกตั้งสมาชิกสภา")]


def test_what_a_cell_over_the_end_of_a_page_says_is_of_the_rows_overleaf_too() -> None:
    rows = [("2", "โครงการ ข", "ข", "5", "จ", "", *MARKED), ("3", "โครงการ ค", "ข", "6", "จ", None, *MARKED)]
    second = ruled(HEAD, *rows, spans={(1, 5): (2, 1)}, page=2)
    found = plan(page(ruled(HEAD, ONE_ROW)), page(second, number=2))
    assert [project.unit for project in found.projects] == ["ฉ", "ฉ", "ฉ"]


def test_an_empty_cell_of_one_row_overleaf_is_empty() -> None:
    second = ruled(HEAD, ("2", "โครงการ ข", "ข", "5", "จ", "", *MARKED), page=2)
    found = plan(page(ruled(HEAD, ONE_ROW)), page(second, number=2))
    assert [project.unit for project in found.projects] == ["ฉ", ""]


def test_the_header_of_a_second_table_in_one_grid_is_no_row() -> None:
    over = ("ปีงบประมาณ พ.ศ. 2568", *[None] * 11)
    titles: tuple[str | None, ...] = (*TITLES, *over)
    grid = (
        titles,
        (*[None] * 6, *MONTHS),
        ONE_ROW,
        ("แผนงานสาธารณสุข", *ACROSS),
        titles,
        (*[None] * 6, *MONTHS),
        ("2", *ONE_ROW[1:]),
    )
    spans = {(at, column): (2, 1) for at in (0, 4) for column in range(6)} | {(0, 6): (1, 12), (4, 6): (1, 12), (3, 0): (1, 18)}
    found = plan(page(ruled(*grid, spans=spans)))
    assert [(project.number, project.program and project.program.title) for project in found.projects] == [
        ("1", None),
        ("2", "แผนงานสาธารณสุข"),
    ]


def test_a_bar_in_its_row_is_a_line_and_a_flat_spot_is_none() -> None:
    bar = Drawn("fill", Box(LEFT + 6 * WIDE, TOP + 28, LEFT + 9 * WIDE, TOP + 32), (0, 0, 0))
    spot = Drawn("fill", Box(LEFT + 10 * WIDE, TOP + 28, LEFT + 10 * WIDE + 5, TOP + 32), (0, 0, 0))
    found = plan(page(ruled(HEAD, ("1", *ONE_ROW[1:6], *[""] * 12), drawn=[bar, spot])))
    assert [(mark.kind, mark.month) for mark in found.projects[0].timeline.marks] == [("line", "--10")]
    assert [(span.start, span.end) for span in found.projects[0].timeline.spans] == [("--10", "--12")]


WEEKS = ("1", "2", "3", "4")


@pytest.mark.parametrize(
    ("weeks", "labels"),
    [
        pytest.param(WEEKS, MONTHS, id="digits"),
        pytest.param(tuple(f"สัปดาห์ที่ {week}" for week in WEEKS), MONTHS, id="words"),
        pytest.param(tuple("๑๒๓๔"), ("10", "11", "12", *"123456789"), id="numbered-months"),
    ],
)
def test_weeks_below_the_months_are_of_these(weeks: tuple[str, ...], labels: Sequence[str]) -> None:
    head: list[str | None] = [*TITLES]
    for month in labels:
        head += [month, None, None, None]
    spans = {(0, column): (2, 1) for column in range(6)} | {(0, 6 + 4 * month): (1, 4) for month in range(12)}
    marks = ["✓" if 6 <= week < 13 or week == 40 else "" for week in range(48)]
    arrow = Drawn("arrow", Box(LEFT + WIDE * (6 + 17), TOP + 69, LEFT + WIDE * (6 + 27), TOP + 71))
    rows = [("1", *ONE_ROW[1:6], *marks), ("2", *ONE_ROW[1:6], *[""] * 48)]
    found = plan(page(ruled(head, [*[None] * 6, *weeks * 12], *rows, spans=spans, drawn=[arrow])))
    assert [len(found.tables[0].months), found.tables[0].months[1].label] == [12, labels[1]]
    assert [[(span.start, span.end) for span in project.timeline.spans] for project in found.projects] == [
        [("--11", "--01"), ("--08", "--08")],
        [("--02", "--04")],
    ]


def test_the_name_of_the_form_beside_the_title_is_none_of_it() -> None:
    found = read(typed("แผนการดำเนินงาน พ.ศ. 2569   แบบ ผด.02", "เทศบาลตำบลตัวอย่าง  หน้า 1/3", HEAD, ONE_ROW))
    assert (found.title, found.organization) == ("แผนการดำเนินงาน พ.ศ. 2569", "เทศบาลตำบลตัวอย่าง")


def test_a_title_with_white_behind_its_vowel_is_one() -> None:
    assert read(typed("แผนดำ เนินงาน", HEAD, ONE_ROW)).title == "แผนดำ เนินงาน"


NO_MARKS = ("",) * 12


def test_the_titles_of_a_typed_header_go_on_below_its_months() -> None:
    head = ("ลำดับ", "โครงการ", "รายละเอียด", "งบประมาณ", "สถานที่", "หน่วยงาน", *MONTHS[:6], "เม.", *MONTHS[7:])
    rest = ("ที่", "", "", "(บาท)", "ดำเนินการ", "", *[""] * 12)
    labels = (*[""] * 6, ".", *[""] * 5, "ย.", *[""] * 5)
    found = plan(typed(head, rest, labels, ONE_ROW))
    assert [project.number for project in found.projects] == ["1"]
    assert [(column.field, column.header) for column in found.tables[0].columns][3:5] == [
        ("budget", "งบประมาณ(บาท)"),
        ("place", "สถานที่ดำเนินการ"),
    ]


@pytest.mark.parametrize(
    ("rest", "details"),
    [
        pytest.param(("", "(ต่อ)", "ง", "", "", "", *NO_MARKS), "ข\nง", id="name"),
        pytest.param(("", "", "(บาท)", "", "", "", *NO_MARKS), "ข\n(บาท)", id="details"),
        pytest.param((*[""] * 6, "•", *[""] * 11), "ข", id="mark"),
    ],
)
def test_a_row_that_goes_on_below_a_typed_header_is_none_of_its_titles(rest: tuple[str, ...], details: str) -> None:
    found = read(typed(HEAD, ONE_ROW), typed(HEAD, rest, number=2, first_line=3))
    assert len(found.rows) == 1
    draft = next(iter(found.rows)).draft
    assert ("\n".join(line.text for line in draft.cells["details"]), len(draft.marks)) == (details, 1 + (rest[6] == "•"))


@pytest.mark.parametrize(
    ("amount", "rest", "baht"),
    [("20,573,60", "0", 20573600), ("1,234,", "567", 1234567), ("21,322,628.", "46", 21322628.46)],
)
def test_an_amount_that_a_typed_line_broke_is_whole_beside_the_rest_of_the_row(amount: str, rest: str, baht: float) -> None:
    row_ = (*ONE_ROW[:3], amount, *ONE_ROW[4:])
    found = plan(typed(HEAD, row_, ("", "ต่อ", "ง", rest, "จ", "ฉ", *NO_MARKS), ("รวม", "", "", amount), ("", "", "", rest)))
    assert [(project.name, project.budget.baht) for project in found.projects] == [("โครงการ กต่อ", baht)]
    assert [total.baht for total in found.totals] == [baht]


def test_another_amount_below_a_whole_one_begins_a_row() -> None:
    found = plan(typed(HEAD, ONE_ROW, ("", "โครงการ ข", "ง", "200", "จ", "ฉ", *NO_MARKS)))
    assert [project.budget.baht for project in found.projects] == [100, 200]


def test_the_rest_of_no_amount_begins_no_row() -> None:
    rest = ("", "ต่อ", "ง", "งบประมาณ", "จ", "ฉ", *NO_MARKS)
    found = plan(typed(HEAD, (*ONE_ROW[:3], "ไม่ใช้", *ONE_ROW[4:]), rest))
    assert [(project.name, project.budget.status) for project in found.projects] == [("โครงการ กต่อ", "none")]


def test_who_signs_between_the_tabs_of_a_typed_page_is_no_project() -> None:
    signed = ("(ลงชื่อ)................ผู้จัดทำ", ("(นายประเสริฐ วงศ์ใหญ่)", *EMPTY[1:]), ("นายกเทศมนตรี", *EMPTY[1:]))
    found = plan(typed(HEAD, ONE_ROW, *signed))
    assert [project.number for project in found.projects] == ["1"]
    found = plan(typed(HEAD, ONE_ROW, *signed), typed(("", "ต่อ", "ง", "", "", "", *NO_MARKS), number=2, first_line=9))
    assert found.projects[0].name == "โครงการ ก"


def test_a_signature_at_the_end_of_a_page_goes_on_overleaf() -> None:
    first = ruled(HEAD, ONE_ROW, ("ลงชื่อ .............. ผู้อนุมัติ", *ACROSS), spans={(2, 0): (1, 18)})
    second = ruled(HEAD, ("(นายประเสริฐ วงศ์ใหญ่)", *ACROSS), spans={(1, 0): (1, 18)}, page=2)
    found = plan(page(first), page(second, number=2))
    assert [project.number for project in found.projects] == ["1"]
