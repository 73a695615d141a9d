"""The summary: figures, goldens at two widths, and what must hold on a narrow terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rich.cells import cell_len
from shown import full, shown

from planparse.plan import Baht, Project
from planparse.report.labels import Lang
from planparse.report.summary import Share, summarize, summary_json, summary_view
from plans import budget, plan, project, ref, timeline

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(("width", "lang"), [(80, "en"), (120, "th")])
def test_summary_is_as_kept(width: int, lang: Lang) -> None:
    kept = (GOLDEN / f"summary-{width}-{lang}.txt").read_text(encoding="utf-8")
    assert shown(summary_view(full(), width=width, lang=lang), width) == kept


@pytest.mark.parametrize("width", [26, 32, 40, 60, 80])
def test_no_line_is_wider_than_the_terminal_and_no_amount_is_cut(width: int) -> None:
    text = shown(summary_view(full(), width=width), width)
    assert max(map(cell_len, text.splitlines())) <= width
    assert "1,250,000.50" in text
    assert text.count("ONDJFMAMJJAS") == 1


@pytest.mark.parametrize(
    ("projects", "baht"),
    [
        ([project("1", baht=100), project("2", baht=50)], 150),
        ([project("1", baht=100), project("1.1", baht=60), project("1.2", baht=40)], 100),
        ([project("1", baht=100), project("1.1", baht=60)], 100),
        # more than the row above them: no parts of it
        ([project("1", baht=100), project("1.1", baht=60), project("1.2", baht=60)], 220),
        # nothing above them: what they have counts
        ([project("1", baht=None), project("1.1", baht=60), project("1.2", baht=40)], 100),
        ([project("1.1", baht=60), project("1.2", baht=40)], 100),
        # parts of parts
        ([project("1", baht=100), project("1.1", baht=60), project("1.1.1", baht=60), project("1.2", baht=40)], 100),
        # 10 is no part of 1, nor is a 1.1 that does not follow it
        ([project("1", baht=100), project("10", baht=60)], 160),
        ([project("1", baht=100), project("2", baht=5), project("1.1", baht=60)], 165),
        ([project(None, "ก", baht=100), project(None, "ข", baht=60)], 160),
        ([project("1", baht=0.1), project("2", baht=0.2)], 0.3),
        ([project("1", cell=budget(None, "xx", "unreadable"))], None),
        ([project("1", baht=None), project("2", baht=5)], 5),
        ([project("1", cell=budget(0, "ไม่ใช้งบประมาณ", "none"))], 0),
        ([], 0),
    ],
)
def test_baht_is_counted_once(projects: list[Project], baht: Baht | None) -> None:
    assert summarize(plan(*projects)).baht == baht


@pytest.mark.parametrize(("baht", "shown_as"), [(None, "-"), (0, "0"), (5, "5")])
def test_a_share_without_any_amount_is_not_claimed_to_be_0(baht: Baht | None, shown_as: str) -> None:
    text = shown(summary_view(plan(project("1", baht=baht, unit="")), width=80), 80)
    assert [line.split()[-1] for line in text.splitlines() if line.startswith("(not stated)")] == [shown_as, shown_as]


def test_shares_of_strategies_and_units() -> None:
    one, two = ref("1", "หนึ่ง"), ref(None, "สอง")
    made = plan(
        project("1", baht=5, strategy=one, unit="ก"),
        project("2", baht=7, strategy=two, unit="ข"),
        project("3", baht=9, strategy=one, unit="ข"),
        project("4", baht=1, unit=""),
    )
    figures = summarize(made)
    assert figures.strategies == (Share("1 หนึ่ง", 2, 14), Share("สอง", 1, 7), Share(None, 1, 1))
    assert figures.units == (Share("ข", 2, 16), Share("ก", 1, 5), Share(None, 1, 1))


def test_a_unit_without_any_amount_has_null_beside_one_that_has_some() -> None:
    made = plan(project("1", baht=None, unit="ก"), project("2", baht=0, unit="ข"), project("3", baht=5, unit="ค"))
    figures = json.loads(summary_json(made))
    assert [(unit["label"], unit["baht"]) for unit in figures["units"]] == [("ค", 5), ("ก", None), ("ข", 0)]
    assert figures["baht"] == 5
    assert json.loads(summary_json(plan(project("1", baht=None))))["baht"] is None


def test_projects_active_in_a_month() -> None:
    made = plan(
        project("1", months=timeline(("2011-10", "2011-12"), ("2012-03", "2012-03"))),
        project("2", months=timeline(("2011-12", "2012-01"))),
    )
    assert [share.projects for share in summarize(made).months] == [1, 1, 2, 1, 0, 1, 0, 0, 0, 0, 0, 0]
    assert [share.month for share in summarize(made).months] == [10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9]


def test_summary_as_json() -> None:
    text = summary_json(full())
    assert text.count("\n") == 1
    assert json.loads(text)["baht"] == 1_551_000.5
    assert "\\u0e" not in text


def test_an_empty_plan_has_a_summary() -> None:
    assert "0 projects" in shown(summary_view(plan(), width=80), 80)
