"""Rows of every make: sums, headings and empty rows between them, amounts, activities with rows of their own."""

from __future__ import annotations

from dataclasses import replace

import pytest

pytest.importorskip("reportlab", reason="it draws the variants")

import strokes
from looks import WIDTHS, Counted, Empty, Entry, Look, Shared, Sum, TableOf
from paper import pdf
from towns import DENGUE, DRUMS, ELDERS, PROGRAM, ROWS, SHOAL, STRATEGY, marked, paid
from truth import differences, read

from model import Heading, Mark

STYLES = {"ruled": strokes.solid(), "between-rows": strokes.horizontal, "no-rules": strokes.none}
styles = pytest.mark.parametrize("rules", STYLES.values(), ids=STYLES)

SUMS = [
    pytest.param(Sum("รวม", "257,500"), "รวม", None, id="over-three-columns"),
    pytest.param(Sum("รวม", "257,500", "number", 1), "รวม", None, id="in-the-number-column"),
    pytest.param(Sum("รวม", "257,500", "name", 1), "รวม", None, id="in-the-name-column"),
    pytest.param(Sum("รวม", "257,500", "details", 1), "รวม", None, id="in-the-details-column"),
    pytest.param(Sum("รวม", "257,500", "name", 2), "รวม", None, id="over-name-and-details"),
    pytest.param(Sum("รวม 4 โครงการ", "257,500"), "รวม", 4, id="with-a-count"),
    pytest.param(Sum("รวมทั้งสิ้น 4 โครงการ", "257,500.-"), "รวมทั้งสิ้น", 4, id="of-all"),
    pytest.param(Sum("รวมงบประมาณ", "257,500 บาท"), "รวมงบประมาณ", None, id="with-baht"),
    pytest.param(Sum("รวมทั้งสิ้น", "๒๕๗,๕๐๐"), "รวมทั้งสิ้น", None, id="thai-digits"),
]


@pytest.mark.parametrize(("stated", "label", "count"), SUMS)
@styles
def test_a_sum_is_no_project(stated: Sum, label: str, count: int | None, rules: strokes.RuleStyle) -> None:
    look = Look(rules=rules)
    plan = read(pdf(TableOf((*ROWS, stated), look)))
    assert differences(plan, ROWS, look) == []
    assert [(total.label, total.projects, total.baht) for total in plan.totals] == [(label, count, 257500)]


AMOUNTS = ["185,000", "185,000.00", "185,000.50", "185,000.-", "185,000 บาท", "๑๘๕,๐๐๐", "185000", "-", "", "185,000|บาท"]


@pytest.mark.parametrize("amount", AMOUNTS, ids=lambda text: text or "empty")
@styles
def test_an_amount_however_it_is_printed(amount: str, rules: strokes.RuleStyle) -> None:
    rows = (paid(SHOAL, amount), *ROWS[1:])
    look = Look(rules=rules)
    assert differences(read(pdf(TableOf(rows, look))), rows, look) == []


def test_an_amount_wider_than_its_cell_stays_whole() -> None:
    rows = (paid(SHOAL, "12,185,000.00"), DENGUE, DRUMS)
    look = Look(widths={**WIDTHS, "budget": 38.0})
    plan = read(pdf(TableOf((*rows, Sum("รวม", "12,257,500.00")), look)))
    assert differences(plan, rows, look) == []
    assert [(total.label, total.baht) for total in plan.totals] == [("รวม", 12257500)]


def test_amounts_of_activities() -> None:
    rows = (SHOAL, paid(DENGUE, "20,000", "22,500"), DRUMS)
    plan = read(pdf(TableOf(rows)))
    assert differences(plan, rows, Look()) == []
    budgets = [activity.budget for activity in plan.projects[1].activities]
    assert [budget.baht if budget else None for budget in budgets] == [20000, 22500]


@styles
def test_headings_inside_the_table(rules: strokes.RuleStyle) -> None:
    look = Look(rules=rules)
    second = Heading("program", None, "แผนงานการศึกษา", "")
    plan = read(pdf(TableOf((STRATEGY, PROGRAM, SHOAL, DENGUE, second, DRUMS, ELDERS), look)))
    assert differences(plan, ROWS, look) == []
    assert [(h.level, h.number, h.title) for h in plan.headings] == [
        ("strategy", "2", STRATEGY.title),
        ("program", None, PROGRAM.title),
        ("program", None, second.title),
    ]
    assert [p.program and p.program.title for p in plan.projects] == [PROGRAM.title] * 2 + [second.title] * 2
    assert [p.strategy and p.strategy.number for p in plan.projects] == ["2"] * 4


@styles
def test_empty_rows_are_nothing(rules: strokes.RuleStyle) -> None:
    look = Look(rules=rules)
    entries: tuple[Entry, ...] = (Empty(), SHOAL, Empty(), DENGUE, DRUMS, Empty(), Empty(), ELDERS, Empty())
    if rules is strokes.none:  # there empty rows are a gap, and a wide one ends the table
        entries = (SHOAL, DENGUE, DRUMS, ELDERS, Empty())
    assert differences(read(pdf(TableOf(entries, look))), ROWS, look) == []


@pytest.mark.parametrize("rules", [strokes.solid(), strokes.boxes, strokes.thin_boxes], ids=["lines", "boxes", "thin-boxes"])
@pytest.mark.parametrize("kinds", [("<->", "<->"), ("--", "--"), ("•", "•"), ("fill", "fill"), ("→", "→")], ids="".join)
def test_activities_in_rows_of_their_own(kinds: tuple[str, str], rules: strokes.RuleStyle) -> None:
    end = (2, 8) if kinds[0] in ("<->", "--", "fill") else (0, 6)
    marks = (Mark(kinds[0], 0, end[0], 0), Mark(kinds[1], 6, end[1], 1))
    if kinds[0] == "→":
        marks = (Mark("•→", 0, 2, 0), Mark("•→", 6, 8, 1))
    shared = replace(DENGUE, amounts=("20,000", "22,500"), marks=marks)
    rows = (SHOAL, shared, DRUMS, ELDERS)
    look = Look(rules=rules)
    plan = read(pdf(TableOf((SHOAL, Shared(shared), DRUMS, ELDERS), look)))
    assert differences(plan, rows, look) == []
    budgets = [activity.budget for activity in plan.projects[1].activities]
    assert [budget.baht if budget else None for budget in budgets] == [20000, 22500]
    assert plan.projects[0].activities[0].budget == plan.projects[0].budget


def test_the_amount_of_one_activity_is_the_projects_where_no_activity_has_a_row_of_its_own() -> None:
    plan = read(pdf(TableOf((SHOAL, paid(DENGUE, "20,000", "22,500")))))
    assert plan.projects[0].activities[0].budget is None


def test_a_row_without_number_or_amount_is_a_row() -> None:
    rows = (SHOAL, replace(DENGUE, number="", amounts=("",)), DRUMS)
    assert differences(read(pdf(TableOf(rows))), rows, Look()) == []


@pytest.mark.parametrize("number", ["๑", "1.1", "12", "(1)", "๑)"])
def test_numbers_of_rows(number: str) -> None:
    rows = (replace(SHOAL, number=number), DENGUE)
    plan = read(pdf(TableOf(rows)))
    assert [project.number for project in plan.projects] == [{"๑": "1", "๑)": "1", "(1)": "1"}.get(number, number), "2"]


@pytest.mark.parametrize("form", ["{}", "({})", "{}."])
@styles
def test_a_row_that_counts_the_columns_is_none_of_the_table(rules: strokes.RuleStyle, form: str) -> None:
    look = Look(rules=rules)
    assert differences(read(pdf(TableOf((Counted(form), *ROWS), look))), ROWS, look) == []


def test_a_row_without_marks_has_no_months() -> None:
    rows = (marked(SHOAL), DENGUE)
    assert differences(read(pdf(TableOf(rows))), rows, Look()) == []
