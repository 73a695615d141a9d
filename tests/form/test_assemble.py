"""What was read → the plan: activities with their marks and amounts, doubts, faults, tables."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from form.tables import HEAD, HIGH, LEFT, MONTHS, SOURCE, TITLES, TOP, WIDE, arrow, page, plan, row, ruled, spans, typed
from planparse.plan import Project, Where

EMPTY = [""] * 18
YEARS = (*[""] * 6, "พ.ศ. 2554", "", "", "พ.ศ. 2555", *[""] * 8)
WORDS = ("ที่", "โครงการ", "งบประมาณ", "ระยะเวลาดำเนินการ", "ผู้รับผิดชอบ")


def project(*rows: Sequence[str], head: Sequence[str] = HEAD) -> Project:
    """Return the one project of a typed table."""
    [found] = plan(typed(head, *rows)).projects
    return found


def test_a_whole_row() -> None:
    found = plan(
        typed(
            "แผนการดำเนินงาน ประจำปี 2560",
            "เทศบาลเมืองตัวอย่าง",
            "ยุทธศาสตร์ที่ 4 ก",
            "แนวทางการพัฒนาที่ 3 ข",
            "แผนงานการศึกษา",
            (*YEARS, ""),
            (*HEAD, "หมายเหตุ"),
            (*row("๑.", "โครงการ", "- จัดทำ", "200,000", "ลาน", "กอง", marks={3: "•"}), "ดี"),
            (*row("", "ทดสอบ", "- อบรม", "", "วัด", "ช่าง", marks={5: "→"}), ""),
            row("", "รวม 1 โครงการ", "", "200,000"),
        )
    )
    assert (found.title, found.organization, found.source) == ("แผนการดำเนินงาน ประจำปี 2560", "เทศบาลเมืองตัวอย่าง", SOURCE)
    assert found.fiscal_year == 2555  # the years over the months before the title's
    [one] = found.projects
    assert (one.number, one.name, one.details, one.place, one.unit) == ("1", "โครงการทดสอบ", "- จัดทำ\n- อบรม", "ลานวัด", "กองช่าง")
    assert (one.budget.baht, one.budget.status, one.extra) == (200_000, "stated", {"หมายเหตุ": "ดี"})
    assert [(ref.number, ref.title) for ref in (one.strategy, one.guideline, one.program) if ref] == [
        ("4", "ก"),
        ("3", "ข"),
        (None, "แผนงานการศึกษา"),
    ]
    assert [(mark.month, mark.kind) for mark in one.timeline.marks] == [("2012-01", "bullet"), ("2012-03", "arrow")]
    assert one.where == Where(page=1, line=8)
    assert [(stated.level, stated.label, stated.projects, stated.baht) for stated in found.totals] == [
        ("program", "รวม", 1, 200_000)
    ]
    assert (found.faults, one.doubts) == ([], [])


def test_columns_that_are_not_there_are_null_and_empty_cells_are_not() -> None:
    found = project(row("ก", columns=2), head=("โครงการ", "สถานที่", *MONTHS))
    assert (found.number, found.details, found.unit, found.budget.status) == (None, None, None, "absent")
    assert (found.place, found.activities) == ("", [])
    found = project(row("", "", "", "", "ลาน"))
    assert (found.number, found.name, found.details, found.unit, found.budget.status) == ("", "", "", "", "missing")
    assert (found.strategy, found.guideline, found.program) == (None, None, None)


@pytest.mark.parametrize(
    ("printed", "number"), [("1", "1"), ("๑๒", "12"), ("1.", "1"), ("2)", "2"), ("1.1", "1.1"), ("1 .", "1"), ("", "")]
)
def test_a_number_is_plain(printed: str, number: str) -> None:
    assert project(row(printed, "โครงการ ก")).number == number


@pytest.mark.parametrize(
    ("lines", "activities", "whole"),
    [
        pytest.param(
            [("- ก", {0: "•", 2: "→"}), ("- ข", {5: "•"})],
            [[("--10", "--12")], [("--03", "--03")]],
            [("--10", "--12"), ("--03", "--03")],
            id="marks beside each",
        ),
        pytest.param(
            [("- ก", {0: "•"}), ("ข", {2: "→"}), ("- ค", {})],
            [[("--10", "--12")], []],
            [("--10", "--12")],
            id="beside its second line",
        ),
        pytest.param(
            [("- ก", {0: "•"}), ("- ข", {2: "→"})], [[("--10", "--10")], []], [("--10", "--10")], id="an arrow of another activity"
        ),
        pytest.param(
            [("- ก", {0: "•"}), ("- ข", {0: "•"})],
            [[("--10", "--10")], [("--10", "--10")]],
            [("--10", "--10")],
            id="the same months once",
        ),
        pytest.param([("ก", {0: "•"})], [[("--10", "--10")]], [("--10", "--10")], id="no bullet is one activity"),
        pytest.param([("", {0: "•", 1: "-"})], [], [("--10", "--11")], id="no details are none"),
    ],
)
def test_marks_go_to_the_activity_beside_them(
    lines: list[tuple[str, dict[int, str]]], activities: list[list[tuple[str, str]]], whole: list[tuple[str, str]]
) -> None:
    found = project(*(row("1" if not index else "", "", text, marks=marks) for index, (text, marks) in enumerate(lines)))
    assert [spans(activity.timeline.spans) for activity in found.activities] == activities
    assert spans(found.timeline.spans) == whole


def test_a_mark_above_all_activities_is_of_the_first() -> None:
    found = project(row("1", "ก", "", marks={0: "•"}), row("", "", "- ข"), row("", "", "- ค"))
    assert [spans(activity.timeline.spans) for activity in found.activities] == [[("--10", "--10")], []]


@pytest.mark.parametrize(
    ("lines", "amounts", "doubt"),
    [
        pytest.param([("- ก", "100"), ("- ข", "200")], [100, 200], False, id="as many: in order"),
        pytest.param([("- ก", "100"), ("ต่อ", "200"), ("- ข", "")], [100, 200], False, id="as many: in order, not by line"),
        pytest.param([("- ก", "100"), ("- ข", ""), ("- ค", "300")], [100, None, 300], False, id="fewer: by line"),
        pytest.param(
            [("- ก", "100"), ("ต่อ", "200"), ("- ข", ""), ("- ค", "")], [None, None, None], True, id="two beside one: to none"
        ),
        pytest.param([("- ก", "100"), ("- ข", "")], [None, None], False, id="one amount is the project's"),
        pytest.param([("- ก", "100"), ("- ข", "-")], [100, 0], False, id="a dash is an amount of none"),
    ],
)
def test_amounts_go_to_activities(lines: list[tuple[str, str]], amounts: list[int | None], doubt: bool) -> None:
    found = project(*(row("1" if not index else "", "", text, amount) for index, (text, amount) in enumerate(lines)))
    assert [activity.budget.baht if activity.budget else None for activity in found.activities] == amounts
    assert [entry.field for entry in found.doubts] == (["budget"] if doubt else [])
    assert found.budget.baht == sum(int(amount) for _, amount in lines if amount.isdigit())


def test_glyphs_on_one_drawn_line_are_of_one_activity() -> None:
    texts = ["1", "ก", "- ข\n- ค", *[""] * 15]
    table = ruled(HEAD, [*texts[:6], "•", "", "→", *texts[9:]], high=30)
    lowered = tuple(
        cell.__class__(
            cell.row, cell.column, 1, 1, tuple(line.__class__(line.text, 1, line.y + 2.5, None, line.box) for line in cell.lines)
        )
        if cell.column == 8 and cell.row == 1
        else cell
        for cell in table.cells
    )
    [found] = plan(page(table.__class__(1, table.xs, table.ys, lowered))).projects
    assert [spans(activity.timeline.spans) for activity in found.activities] == [[("--10", "--12")], []]


def test_drawn_arrows_are_of_the_activity_beside_them() -> None:
    first, second = (TOP + HIGH * 2 + at for at in (7.0, 17.0))
    texts = ["1", "ก", "- ข\n- ค", *[""] * 15]
    arrows = [arrow(1, 0, 2), arrow(1, 4, 6)]
    moved = [
        mark.__class__("arrow", mark.box._replace(top=y - 1, bottom=y + 1)) for mark, y in zip(arrows, (first, second), strict=True)
    ]
    [found] = plan(page(ruled([*HEAD], texts, drawn=moved, high=40, top=TOP - HIGH + 20))).projects
    assert [spans(activity.timeline.spans) for activity in found.activities] == [[("--10", "--11")], [("--02", "--03")]]


@pytest.mark.parametrize(
    ("words", "found_spans", "doubts"),
    [
        pytest.param("ต.ค. 66 - ก.ย. 67", [("2023-10", "2024-09")], [], id="with years"),
        pytest.param("ม.ค. - มี.ค.", [("2026-01", "2026-03")], [], id="of the title's year"),
        pytest.param("ตลอดปี", [("2025-10", "2026-09")], [], id="the whole year"),
        pytest.param("15 วัน", [], ["timeline"], id="no month"),
        pytest.param("-", [], [], id="a dash"),
        pytest.param("", [], [], id="nothing"),
    ],
)
def test_a_time_in_words(words: str, found_spans: list[tuple[str, str]], doubts: list[str]) -> None:
    found = plan(typed("แผนการดำเนินงาน พ.ศ. 2569", WORDS, ("1", "ก", "5", words, "ข")))
    [one] = found.projects
    assert spans(one.timeline.spans) == found_spans
    assert [(mark.kind, mark.text) for mark in one.timeline.marks] == ([("text", words)] if found_spans else [])
    assert [doubt.field for doubt in one.doubts] == doubts


def test_months_have_the_year_of_their_own_table() -> None:
    years = (*[""] * 9, "พ.ศ. 2570", *[""] * 8)
    found = plan(typed(YEARS, HEAD, row("1", "ก", marks={0: "•"}), years, HEAD, row("2", "ข", marks={0: "•"})))
    assert found.fiscal_year == 2555
    assert [one.timeline.spans[0].start for one in found.projects] == ["2011-10", "2026-10"]
    assert [table.months[0].month for table in found.tables] == ["2011-10", "2026-10"]


@pytest.mark.parametrize(
    ("title", "month"), [("แผนการดำเนินงาน พ.ศ. 2569", "2025-10"), ("แผนการดำเนินงาน", "--10")], ids=["of the title", "of none"]
)
def test_months_without_a_year_over_them(title: str, month: str) -> None:
    found = plan(typed(title, HEAD, row("1", "ก", marks={0: "•"})))
    assert found.projects[0].timeline.marks[0].month == found.tables[0].months[0].month == month


def test_doubts_say_what_was_a_close_call() -> None:
    first = page(ruled((*HEAD, ""), ["1", "โครงการ ก", *EMPTY[2:], "เศษคำ"]))
    second = page(ruled(["", "ต่อ", *EMPTY[2:], ""], page=2), number=2)
    [found] = plan(first, second).projects
    assert [(doubt.field, doubt.reason) for doubt in found.doubts] == [
        ("name", "the row was joined over the end of a page"),
        ("extra", "text in a column without a header: เศษคำ"),
    ]


def test_letters_that_nothing_tells_are_doubts_of_their_cells() -> None:
    cells = [*row("1", "โครงการ", "", "", "ลาน\ufffd", "กอง", marks={3: "•"}), "ด\ufffd"]
    [found] = plan(page(ruled((*HEAD, "หมายเหตุ"), cells))).projects
    assert [(doubt.field, doubt.reason) for doubt in found.doubts] == [
        ("place", "letters that the document does not name: ลาน\ufffd"),
        ("หมายเหตุ", "letters that the document does not name: ด\ufffd"),
    ]
    [typed_in] = plan(typed((*HEAD, "หมายเหตุ"), tuple(cells))).projects
    assert typed_in.doubts == []  # a text names its letters, whatever they are


def test_a_mark_outside_the_months_is_a_fault_of_its_project() -> None:
    found = plan(typed((*HEAD, ""), (*row("7", "ก"), "•")))
    assert [(fault.rule, fault.project, fault.where.line) for fault in found.faults] == [("mark-outside-months", "7", 2)]
    assert "•" in found.faults[0].message


def test_a_required_column_that_is_missing_is_a_fault_once() -> None:
    head = ("ที่", "โครงการ", "งบประมาณ", *MONTHS)
    found = plan(typed(head, row("1", "ก", columns=3)), typed(head, row("2", "ข", columns=3), number=2))
    assert [(fault.rule, fault.where) for fault in found.faults] == [("column-missing", Where(page=1, line=1))] * 2
    assert [fault.message.rpartition(" ")[2] for fault in found.faults] == ["place", "unit"]


def test_text_without_a_table_is_a_fault_and_so_is_nothing() -> None:
    assert [fault.rule for fault in plan(typed("แผนการดำเนินงาน พ.ศ. 2569")).faults] == ["no-table"]
    assert plan(typed("แผนการดำเนินงาน พ.ศ. 2569")).fiscal_year == 2569
    assert [fault.rule for fault in plan(page()).faults] == ["no-table"]
    scan = page(without_text="a scan")
    assert [fault.rule for fault in plan(scan).faults] == ["page-without-text"]
    assert [fault.rule for fault in plan(scan, typed("ก", number=2)).faults] == ["page-without-text", "no-table"]


def test_a_table_tells_its_header() -> None:
    [table] = plan(typed("", (*YEARS, ""), (*HEAD, "หมายเหตุ"))).tables
    assert (table.form, table.years, table.where) == ("pd02", [2554, 2555], Where(page=1, line=2))
    assert [(column.field, column.header) for column in table.columns] == [
        *zip(("number", "name", "details", "budget", "place", "unit"), TITLES, strict=True),
        (None, "หมายเหตุ"),
    ]
    assert [(month.label, month.month) for month in table.months][::11] == [("ต.ค.", "2011-10"), ("ก.ย.", "2012-09")]
    [drawn] = plan(page(ruled(EMPTY, HEAD, ["1", "ก", *EMPTY[2:]]))).tables
    assert drawn.where == Where(page=1, bbox=(LEFT, TOP + HIGH, LEFT + 18 * WIDE, TOP + 2 * HIGH))


def test_a_sum_without_an_amount_states_none() -> None:
    found = plan(typed(HEAD, row("", "รวม"), row("", "รวม", "", "ไม่ทราบ"), row("", "รวม", "", "-")))
    assert [stated.baht for stated in found.totals] == [None, None, 0]


GROUP = "ด้านวิชาการ"


@pytest.mark.parametrize(
    ("first", "last", "cells"),
    [
        pytest.param(0, 17, (None, None, None, None), id="over-all-columns"),
        pytest.param(0, 5, (None, None, None, None), id="up-to-the-months"),
        pytest.param(1, 17, ("", None, None, None), id="behind-the-number"),
        pytest.param(0, 2, (None, None, "", ""), id="over-the-details"),
        pytest.param(1, 1, ("", "", "", ""), id="over-no-other"),
    ],
)
def test_a_groups_name_leaves_no_cells_where_it_reaches_over(first: int, last: int, cells: tuple[str | None, ...]) -> None:
    whole = [GROUP if at == first else None if first < at <= last else "" for at in range(18)]
    found = plan(page(ruled(HEAD, whole, row("1", "ก", "- ข", "5", "ค", "ง"), spans={(1, first): (1, last - first + 1)})))
    named, below = found.projects
    assert (named.number, named.details, named.place, named.unit) == cells
    assert (named.name, named.budget.status, named.extra) == (GROUP, "missing", {})
    assert (below.number, below.details, below.place, below.unit) == ("1", "- ข", "ค", "ง")


def test_a_name_that_goes_on_in_cells_of_its_own_has_them() -> None:
    whole = (GROUP, *[None] * 17)
    found = plan(page(ruled(HEAD, whole, row("", "", "", "", "ค"), spans={(1, 0): (1, 18)})))
    assert [(project.name, project.place, project.unit) for project in found.projects] == [(GROUP, "ค", "")]
