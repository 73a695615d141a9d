"""The samples are read as their maker knows them: golden outputs."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from planparse.pipeline import load, read_bytes

SAMPLES = Path(__file__).parents[2] / "samples"
NAMES = ("plan.pdf", "tungsong.pdf", "faulty.pdf", "ocr-page.txt")


@cache
def read(name: str) -> dict[str, Any]:
    """Return the one plan of a sample as JSON."""
    [plan] = load(read_bytes(SAMPLES / name), name)
    content: dict[str, Any] = plan.model_dump(mode="json")
    return content


def expected(name: str) -> dict[str, Any]:
    """Return what a sample says."""
    content: dict[str, Any] = json.loads((SAMPLES / "expected" / f"{Path(name).stem}.json").read_text(encoding="utf-8"))
    return content


def known(told: Any, wanted: Any) -> Any:
    """Return what was read as far as the maker knows it: an activity's timeline that is null there is left out of both."""
    if isinstance(wanted, dict) and isinstance(told, dict):
        return {key: known(told.get(key), value) for key, value in wanted.items()}
    if isinstance(wanted, list) and isinstance(told, list) and len(wanted) == len(told):
        return [known(a, b) for a, b in zip(told, wanted, strict=True)]
    return told


def without_unknown(project: dict[str, Any], told: dict[str, Any]) -> dict[str, Any]:
    """Return an expected project with the timelines that its maker does not know as they were read."""
    activities = [
        activity
        if activity["timeline"] is not None or index >= len(told["activities"])
        else activity | {"timeline": told["activities"][index]["timeline"]}
        for index, activity in enumerate(project["activities"])
    ]
    return project | {"activities": activities}


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_is_read_whole(name: str) -> None:
    told, wanted = read(name), expected(name)
    for key in wanted.keys() - {"projects"}:
        assert known(told[key], wanted[key]) == wanted[key], key
    assert [project["number"] for project in told["projects"]] == [project["number"] for project in wanted["projects"]]


@pytest.mark.parametrize(("name", "index"), [(name, index) for name in NAMES for index in range(len(expected(name)["projects"]))])
def test_each_project_of_a_sample_is_read(name: str, index: int) -> None:
    told, wanted = read(name)["projects"][index], expected(name)["projects"][index]
    assert known(told, wanted) == without_unknown(wanted, told)


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_has_no_fault(name: str) -> None:
    assert read(name)["faults"] == []


@pytest.mark.parametrize(
    ("name", "doubts"), [("plan.pdf", [("13", "name")]), ("tungsong.pdf", []), ("faulty.pdf", []), ("ocr-page.txt", [])]
)
def test_only_a_row_over_a_page_is_doubtful(name: str, doubts: list[tuple[str, str]]) -> None:
    projects = read(name)["projects"]
    assert [(project["number"], doubt["field"]) for project in projects for doubt in project["doubts"]] == doubts


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("plan.pdf", set()),
        ("tungsong.pdf", {"private-use", "sara-am"}),
        ("faulty.pdf", set()),
        ("ocr-page.txt", {"split-header", "lookalike", "spelling", "page-number"}),
    ],
)
def test_a_sample_is_repaired_where_it_is_damaged_only(name: str, rules: set[str]) -> None:
    repairs = read(name)["repairs"]
    assert {repair["rule"] for repair in repairs} == rules
    assert all(repair["where"]["page"] >= 1 for repair in repairs)


def test_the_repairs_of_the_page_are_these() -> None:
    assert [
        (repair["rule"], repair["before"], repair["after"], repair["where"]["line"]) for repair in read("ocr-page.txt")["repairs"]
    ] == [
        ("split-header", "พ\t.ศ.25\t61", "พ.ศ.2561", 7),
        ("spelling", "ช่อมแชมเครื่องขยายเสียงและลำโพงที่ชำรุด", "ซ่อมแซมเครื่องขยายเสียงและลำโพงที่ชำรุด", 13),
        ("page-number", "4 7", "", 16),
        ("split-header", "พ\t.ศ.25\t61", "พ.ศ.2561", 18),
        ("lookalike", "W.ศ.2562", "พ.ศ.2562", 18),
        ("lookalike", "ພ.ຄ.", "พ.ค.", 19),
    ]
