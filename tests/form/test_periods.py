"""A period stated around the table, against the table's months."""

from __future__ import annotations

import pytest

from form.tables import HEAD, plan, row, typed
from planparse.form.periods import stated_period, within
from planparse.thai.months import NamedSpan

TITLE = "แผนการดำเนินงาน พ.ศ. 2564"  # the months are October 2563 to September 2564


@pytest.mark.parametrize(
    ("text", "words", "spans"),
    [
        ("๗.๑ ระยะเวลาดำเนินการ สิงหาคม ถึง ตุลาคม ๒๕๖๔", "สิงหาคม ถึง ตุลาคม ๒๕๖๔", [NamedSpan(8, 10, 2564, 2564)]),
        ("ระยะเวลาในการดำเนินงาน : ต.ค. 63 - ก.ย. 64", "ต.ค. 63 - ก.ย. 64", [NamedSpan(10, 9, 2563, 2564)]),
        ("ช่วงเวลาจัดโครงการ มี.ค. 2564", "มี.ค. 2564", [NamedSpan(3, 3, 2564, 2564)]),
    ],
)
def test_a_period_is_stated(text: str, words: str, spans: list[NamedSpan]) -> None:
    assert stated_period(text) == (words, spans)


@pytest.mark.parametrize(
    "text",
    ["", "ระยะเวลาดำเนินการ", "ระยะเวลา 3 วัน", "ระยะเวลาดำเนินการ ต.ค. - ธ.ค.", "ประชุม ต.ค. 64", "ระยะเวลา " + "ก" * 90 + " ต.ค. 64"],
    ids=["nothing", "the words alone", "days", "no year", "no keyword", "too far behind"],
)
def test_no_period_is_stated(text: str) -> None:
    assert stated_period(text) is None


@pytest.mark.parametrize(
    ("text", "mismatch"),
    [
        pytest.param("ระยะเวลาดำเนินการ ต.ค. 63 - ก.ย. 64", False, id="the whole year"),
        pytest.param("ระยะเวลาดำเนินการ ธ.ค. - ก.พ. 64", False, id="over new year"),
        pytest.param("ระยะเวลาดำเนินการ สิงหาคม ถึง ตุลาคม 2564", True, id="its end beyond"),
        pytest.param("ระยะเวลาดำเนินการ ก.ย. 63 - ธ.ค. 63", True, id="its start before"),
        pytest.param("ระยะเวลาดำเนินการ ม.ค. - มี.ค.", False, id="no year"),
    ],
)
def test_a_period_beside_the_months_is_a_fault(text: str, mismatch: bool) -> None:
    found = plan(typed(TITLE, text, HEAD, row("1", "โครงการ ก")))
    assert [(fault.rule, fault.where.line) for fault in found.faults] == ([("period-mismatch", 2)] if mismatch else [])
    assert all("2564" in fault.message for fault in found.faults)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("", HEAD, row("1", "ก")), id="months of no year"),
        pytest.param((TITLE,), id="no table"),
        pytest.param((TITLE, ("โครงการ", "งบประมาณ", "ระยะเวลาดำเนินการ", "ผู้รับผิดชอบ"), ("ก", "5", "", "ข")), id="no months"),
    ],
)
def test_a_period_is_held_against_known_months_only(lines: tuple[str | tuple[str, ...], ...]) -> None:
    found = plan(typed(*lines, "ระยะเวลาดำเนินการ ต.ค. 99"))
    assert "period-mismatch" not in [fault.rule for fault in found.faults]


def test_a_span_is_within_months_by_its_years() -> None:
    months = range(2020 * 12 + 10, 2021 * 12 + 10)
    assert within(NamedSpan(10, 9, 2563, 2564), months)
    assert within(NamedSpan(12, 2, None, 2564), months)  # December of the year before
    assert within(NamedSpan(1, 3, None, 2564), months)
    assert not within(NamedSpan(8, 10, 2564, 2564), months)
    assert not within(NamedSpan(12, 2, None, 2565), months)
