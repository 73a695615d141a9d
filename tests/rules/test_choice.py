"""Choosing rules: by code, by the beginning of one, by name; the narrower choice wins."""

from __future__ import annotations

from pathlib import Path

import pytest

from planparse.errors import UsageError
from planparse.rules import RULES, STABLE
from planparse.rules.choice import Choice, chosen, named, without_effect
from planparse.rules.files import matches, rules_for

ROW = [rule.name for rule in STABLE if rule.code.startswith("PP3")]


def names(choice: Choice) -> list[str]:
    return [rule.name for rule in chosen(choice)]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice(), [rule.name for rule in STABLE]),
        (Choice(preview=True), [rule.name for rule in RULES]),
        (Choice(select=["PP3"]), ROW),
        (Choice(select=["PP301", "no-table"]), ["no-table", "number-gap"]),
        (Choice(select=["PP3"], ignore=["PP301"]), [name for name in ROW if name != "number-gap"]),
        (Choice(select=["PP301"], ignore=["PP3"]), ["number-gap"]),
        (Choice(ignore=["ALL"], extend_select=["PP30"]), ROW),
        (Choice(select=["number-gap"], ignore=["PP301"]), []),
        (Choice(select=[]), []),
        (Choice(select=["PP405"]), []),
        (Choice(select=["PP405"], preview=True), ["part-sum-mismatch"]),
        (
            Choice(select=["PP1"], extend_select=["PP901"], preview=False),
            ["no-table", "page-without-text", "text-unrepaired", "doubt"],
        ),
    ],
)
def test_chosen(choice: Choice, expected: list[str]) -> None:
    assert names(choice) == expected


def test_the_narrowest_severity_wins() -> None:
    severities = {
        rule.name: rule.severity for rule in chosen(Choice(severity={"PP3": "info", "number-gap": "warning", "ALL": "error"}))
    }
    assert (severities["number-gap"], severities["place-missing"], severities["doubt"]) == ("warning", "info", "error")


@pytest.mark.parametrize(
    "choice", [Choice(select=["PP9999"]), Choice(ignore=["pp3"]), Choice(severity={"x": "info"}), Choice(extend_select=[""])]
)
def test_what_names_no_rule_is_an_error(choice: Choice) -> None:
    with pytest.raises(UsageError, match="no rule"):
        chosen(choice)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("number-gpa", "number-gap"), ("PP3011", "PP301"), ("Total-Mismatch", "total-mismatch"), ("budget_missing", "budget-missing")],
)
def test_the_nearest_name_is_told(typed: str, meant: str) -> None:
    with pytest.raises(UsageError, match=f"did you mean {meant}"):
        named(typed)


def test_a_selection_of_previews_only_has_no_effect_without_preview() -> None:
    assert without_effect(Choice(select=["PP405", "PP4"])) == ["PP405"]
    assert without_effect(Choice(select=["PP405"], preview=True)) == []


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("plan.pdf", True), ("*.pdf", True), ("drafts/*", True), ("drafts/**/plan.pdf", False), ("*/plan.pdf", True),
        ("plan", False), ("*.txt", False), ("!*.txt", True), ("!drafts/*", False), ("other.pdf", True),
    ],
)  # fmt: skip
def test_patterns(pattern: str, expected: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert matches(pattern, ("drafts/plan.pdf", "other.pdf"), tmp_path) is expected


def test_rules_for_a_file() -> None:
    kept = rules_for(STABLE, ["a.pdf"], {"*.pdf": ["PP3"], "*.txt": ["ALL"]}, Path.cwd())
    assert {rule.code[:3] for rule in kept} == {"PP1", "PP2", "PP4", "PP5", "PP9"}
    assert rules_for(STABLE, ["a.json"], {"*.pdf": ["PP3"]}, Path.cwd()) == STABLE
