"""A project and its parts (1, 1.1, 1.2): what one of them says is not missing in the others, and amounts are not added twice."""

from __future__ import annotations

import pytest
from laid import laid

from planparse.plan import Project
from planparse.rules import check
from plans import budget, project, ref, table, timeline, total

EDUCATION = ref("1", "แผนงานการศึกษา")


def row(number: str, baht: float | None = 10, **given: object) -> Project:
    cell = budget(None, "", "missing") if baht is None else None
    return project(number, f"โครงการ {number}", program=EDUCATION, baht=baht or 0, cell=cell, **given)  # type: ignore[arg-type]


def found(*rows: Project, states: tuple[float, int] | None = None) -> list[tuple[str, str | None]]:
    sums = [total("รวม", *states, "program")] if states else []
    return [(finding.rule, finding.project) for finding in check(laid(table(), *rows, *sums))]


EMPTY = timeline()
WHOLE = row("1", None, details="", place="", unit="", months=EMPTY)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([WHOLE, row("1.1"), row("1.2")], []),
        ([row("1"), row("1.1", None, place="", unit=""), row("1.2", None, place="", unit="")], []),
        ([WHOLE, row("1.1"), row("1.2", None)], [("budget-missing", "1.2")]),
        ([row("1"), row("1.1"), row("1.2", None, place="")], [("place-missing", "1.2"), ("budget-missing", "1.2")]),
        ([row("1", None), row("1.1", None), row("1.2", None)], [("budget-missing", number) for number in ("1", "1.1", "1.2")]),
        ([row("1", None), row("2")], [("budget-missing", "1")]),
        ([row("1", months=EMPTY), row("10")], [("timeline-empty", "1"), ("number-gap", "10")]),
        ([WHOLE, row("1.1", None), row("1.1.1"), row("1.1.2")], []),
        ([row("1"), row("1.1", None), row("1.1.1", None), row("1.1.2", None)], []),
        ([row("1").model_copy(update={"name": ""}), row("1.1")], [("name-missing", "1")]),
    ],
)
def test_what_one_says_is_not_missing_in_the_others(rows: list[Project], expected: list[tuple[str, str]]) -> None:
    loud = [(rule, number) for rule, number in found(*rows) if rule in dict(expected) or rule.endswith("-missing")]
    assert loud == expected


@pytest.mark.parametrize(
    ("rows", "states", "right"),
    [
        ([row("1", 100), row("1.1", 60), row("1.2", 40), row("2", 5)], (105, 2), True),
        ([row("1", 100), row("1.1", 60), row("1.2", 40), row("2", 5)], (205, 4), True),
        ([row("1", 100), row("1.1", 60), row("1.2", 40), row("2", 5)], (165, 2), False),
        ([row("1", None), row("1.1", 60), row("1.2", 40), row("2", 5)], (105, 2), True),
        ([row("1", None), row("1.1", 60), row("1.2", 40), row("2", 5)], (106, 2), False),
        ([row("1", 100), row("1.1", None), row("1.2", None), row("2", 5)], (105, 2), True),
        ([row("1", 100), row("1.1", None), row("1.2", None), row("2", 5)], (106, 2), False),
        ([row("1.1", 60), row("1.2", 40)], (100, 2), True),
    ],
)
def test_amounts_are_added_once(rows: list[Project], states: tuple[float, int], right: bool) -> None:
    assert [rule for rule, _ in found(*rows, states=states) if rule == "total-mismatch"] == ([] if right else ["total-mismatch"])
