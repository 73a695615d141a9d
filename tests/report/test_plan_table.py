"""The table of a plan: goldens at two widths, and what must hold at every width."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from shown import full, shown

from planparse.plan import Heading, Plan
from planparse.report.labels import Lang
from planparse.report.plan_table import plan_table
from planparse.report.sections import sections
from plans import budget, heading, plan, project, ref, timeline

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(("width", "lang"), [(80, "en"), (120, "th")])
def test_table_is_as_kept(width: int, lang: Lang) -> None:
    kept = (GOLDEN / f"plan-{width}-{lang}.txt").read_text(encoding="utf-8")
    assert shown(plan_table(full(), width=width, lang=lang), width) == kept


@pytest.mark.parametrize("width", [30, 44, 60, 79, 80, 100, 200])
def test_no_line_is_wider_than_the_terminal_and_no_amount_is_cut(width: int) -> None:
    text = shown(plan_table(full(), width=width), width)
    assert max(map(cell_len, text.splitlines())) <= width
    assert "1,250,000.50" in text
    assert "…" not in text


def test_text_of_the_document_is_data() -> None:
    text = shown(plan_table(full(), width=200), 200)
    assert "วารสาร [red]x[/red] [/tmp/a] {0} %s \ufffd[31m" in text
    assert "\x1b" not in text


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("วารสาร", "-"), ("อ่านไม่ออก", "?"), ("งบอยู่ที่กิจกรรม", "1,000"), ("โครงการใหญ่", "100,000")],
)
def test_amount_of_a_row(cell: str, expected: str) -> None:
    line = next(line for line in shown(plan_table(full(), width=120), 120).splitlines() if cell in line)
    assert f" {expected} " in line


def test_closing_line_counts_no_baht_twice() -> None:
    closing = shown(plan_table(full(), width=80), 80).splitlines()[-1]
    assert closing == "8 projects · 1,551,000.50 baht · 1 fault"


@pytest.mark.parametrize(
    ("year", "span", "bar"),
    [
        (2555, ("2012-01", "2012-03"), "···███······"),
        (2555, ("2011-10", "2012-09"), "████████████"),
        (2555, ("2012-09", "2012-11"), "···········███··········"),
        (None, ("--01", "--03"), "···███······"),
        (None, ("2012-01", "2012-03"), "···███······"),
        (2555, ("2011-08", "2011-11"), "██··········"),
    ],
)
def test_bar(year: int | None, span: tuple[str, str], bar: str) -> None:
    text = shown(plan_table(plan(project(months=timeline(span)), fiscal_year=year), width=120), 120)
    line = next(line for line in text.splitlines() if "█" in line)
    assert line.endswith(f" {bar}")


def test_an_empty_plan_has_a_table() -> None:
    assert "0 projects · 0 baht\n" in shown(plan_table(plan(title=None, organization=None), width=80), 80)


def test_sums_of_a_form_without_budgets_are_not_claimed_to_be_0() -> None:
    of = plan(project("1", baht=None), project("2", baht=None))
    *_, summed, closing = shown(plan_table(of, width=80), 80).splitlines()
    assert (summed.split()[-1], closing) == ("-", "2 projects")


def test_that_no_budget_is_used_is_an_amount() -> None:
    of = plan(project("1", cell=budget(0, "-", "none")), title=None)
    assert shown(plan_table(of, width=80), 80).endswith("1 project · 0 baht\n")


S1, S2 = ref("1", "หนึ่ง"), ref("2", "สอง")
G1 = ref("1", "แนวทาง")


def order(of: Plan) -> list[str]:
    """Return headings as `level number`, projects by their number."""
    return [f"{e.level} {e.number}" if isinstance(e, Heading) else str(e.number) for e in sections(of)]


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (plan(project("1")), ["1"]),
        # what a project refers to stands before it, once, even where the plan lists no headings
        (
            plan(project("1", strategy=S1), project("2", strategy=S1), project("3", strategy=S2)),
            ["strategy 1", "1", "2", "strategy 2", "3"],
        ),
        # an objective, which no project refers to, keeps its place
        (
            plan(
                project("1", strategy=S1, guideline=G1),
                headings=[heading("strategy", "1", "หนึ่ง"), heading("guideline", "1", "แนวทาง"), heading("objective", None, "เพื่อ")],
            ),
            ["strategy 1", "guideline 1", "objective None", "1"],
        ),
        # a heading that a page repeats is said once
        (
            plan(
                project("1", strategy=S1),
                project("2", strategy=S2),
                headings=[heading("strategy", "1", "หนึ่ง"), heading("strategy", "1", "หนึ่ง", 2), heading("strategy", "2", "สอง", 2)],
            ),
            ["strategy 1", "1", "strategy 2", "2"],
        ),
        # a heading without projects is not lost
        (
            plan(
                project("1", strategy=S2),
                headings=[heading("strategy", "1", "หนึ่ง"), heading("strategy", "2", "สอง"), heading("strategy", "3", "สาม")],
            ),
            ["strategy 1", "strategy 2", "1", "strategy 3"],
        ),
    ],
)
def test_order_of_headings_and_projects(made: Plan, expected: list[str]) -> None:
    assert order(made) == expected


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.text(max_size=8), st.text(max_size=30), st.integers(20, 130))
def test_any_text_is_shown_within_the_width(name: str, number: str, unit: str, width: int) -> None:
    text = shown(plan_table(plan(project(number, name, unit=unit), title=name), width=width), width)
    assert max(map(cell_len, text.splitlines())) <= width
