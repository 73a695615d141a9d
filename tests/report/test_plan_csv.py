"""Plans as CSV: what a spreadsheet and Python's reader get of them."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shown import full

from planparse.form import Parts
from planparse.plan import Plan, Project
from planparse.report.plan_csv import COLUMNS, csv_head, csv_rows
from plans import activity, budget, mark, plan, project, ref, timeline

MONTHS = COLUMNS[COLUMNS.index("oct") : COLUMNS.index("sep") + 1]


def read(made: Plan) -> list[dict[str, str]]:
    """Return the rows as a program reads them."""
    text = csv_head() + "".join(csv_rows(Parts.of(made)))
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline="")))


def row(one: Project) -> dict[str, str]:
    return read(plan(one))[0]


def test_the_columns() -> None:
    assert csv_head().startswith("\ufeffsource,page,organization,fiscal_year,strategy_number,strategy,")
    assert ",number,name,details,place,unit,baht,budget_status,spans,oct,nov,dec,jan,feb,mar,apr,may,jun,jul,aug,sep," in csv_head()
    assert csv_head().endswith(",extra,doubts\n")


def test_a_row_a_project_under_its_headings() -> None:
    made = full()
    rows = read(made)
    assert [one["number"] for one in rows] == [project.number for project in made.projects]
    assert {one["source"] for one in rows} == {made.source.name}
    assert (rows[0]["strategy_number"], rows[0]["guideline_number"], rows[0]["program"]) == ("4", "3", "")
    assert (rows[2]["strategy"], rows[2]["program_number"], rows[2]["program"]) == ("ด้านการศึกษา", "1.1", "แผนงานการศึกษา")


@pytest.mark.parametrize(
    ("one", "baht", "status"),
    [
        (project("1", baht=200_000), "200000", "stated"),
        (project("1", baht=1_250_000.5), "1250000.5", "stated"),
        (project("1", cell=budget(0, "ไม่ใช้งบประมาณ", "none")), "0", "none"),
        (project("1", baht=None), "", "missing"),
        (project("1", cell=budget(None, "1,0O0", "unreadable")), "", "unreadable"),
        (project("1", baht=None, activities=[activity("ก", 300), activity("ข", 700)]), "1000", "missing"),
    ],
)
def test_baht_is_a_number_and_never_made_up(one: Project, baht: str, status: str) -> None:
    assert (row(one)["baht"], row(one)["budget_status"]) == (baht, status)


@pytest.mark.parametrize(
    ("one", "active"),
    [
        (timeline(("2011-10", "2011-12")), "oct nov dec"),
        (timeline(("2011-12", "2012-02"), ("2012-09", "2012-09")), "dec jan feb sep"),
        (timeline(("2012-08", "2012-11")), "oct nov aug sep"),  # into the next fiscal year
        (timeline(("2011-10", "2013-09")), " ".join(MONTHS)),
        (timeline(("--12", "--01")), "dec jan"),
        (timeline(), ""),
    ],
)
def test_a_month_of_a_project_is_1(one: object, active: str) -> None:
    cells = row(project("1", months=one))  # type: ignore[arg-type]  # as timeline() makes it
    assert [month for month in MONTHS if cells[month] == "1"] == active.split()
    assert {cells[month] for month in MONTHS} <= {"1", ""}


def test_a_mark_that_says_no_month_for_certain_is_a_question() -> None:
    cells = row(project("1", months=timeline(("2011-10", "2011-10"), marks=[mark("2011-10", "bullet"), mark("2012-04", "arrow")])))
    assert (cells["oct"], cells["apr"], cells["spans"]) == ("1", "?", "2011-10/2011-10")


@pytest.mark.parametrize("text", ["=1+1", "+66 2 123", "-ก", "- ก", "@SUM(A1)", '=HYPERLINK("http://x")', "＝1", "-5"])
def test_what_a_spreadsheet_would_compute_is_text(text: str) -> None:
    assert row(project("1", text))["name"] == f"'{text}"


@pytest.mark.parametrize("text", ["-", "ก=1", "หมู่ที่ 1 - 5", "'ก'", "(ก)", "1.1", 'ก "ข", ค', "ก\nข", "[red]x[/red]"])
def test_other_text_is_as_it_is(text: str) -> None:
    assert row(project("1", text))["name"] == text


def test_bullets_are_no_formulas() -> None:
    assert row(project("1", details="- ประชุม\n- อบรม - ต่อ"))["details"] == "• ประชุม\n• อบรม - ต่อ"


def test_other_columns_and_doubts_are_told() -> None:
    assert row(project("1", extra={"วัตถุประสงค์": "เพื่อ", "หมายเหตุ": ""}))["extra"] == "วัตถุประสงค์: เพื่อ"


@given(st.text(max_size=40), st.text(max_size=40))
def test_whatever_a_document_says_the_table_stays_whole(name: str, title: str) -> None:
    made = plan(project("1", name, strategy=ref("1", title)), project("2"))
    lines = "".join(csv_rows(Parts.of(made)))
    lines.encode("utf-8")
    assert not set(lines) & set(map(chr, (*range(10), *range(11, 32), 127)))
    rows = read(made)
    assert [one["number"] for one in rows] == ["1", "2"]
    assert all(set(one) == set(COLUMNS) for one in rows)
    assert not rows[0]["name"].startswith(("=", "+", "@"))
