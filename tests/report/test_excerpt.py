"""The excerpt of a row: the underline stands under the field, whatever Thai marks stand before it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from test_findings import finding

from planparse.plan import Finding, Project
from planparse.report.excerpt import excerpt
from plans import budget, project, total

NAME = "โครงการส่งเสริมน้ำดื่มสะอาดที่บ้านหนองปู่ญี่ปุ่น"


def under(found: Finding, row: Project, width: int = 120) -> tuple[str, str]:
    """Return the excerpt's line, and what stands over its carets."""
    shown = excerpt(found, row, width, "en")
    assert shown is not None
    kept, at = "", 0
    for char in shown.line:
        at += cell_len(char)
        if shown.before < at <= shown.before + shown.under or (kept and cell_len(char) == 0 and at == shown.before + shown.under):
            kept += char
    return shown.line, kept


def about(field: str, value: str = "") -> Finding:
    return finding("x", field=field, value=value)


@pytest.mark.parametrize(
    ("found", "row", "expected"),
    [
        (about("number", "7"), project("7", NAME), "7"),
        (about("name", NAME), project("7", NAME), NAME),
        (about("budget", "1,0O0"), project("7", NAME, cell=budget(None, "1,0O0", "unreadable")), "1,0O0"),
        (about("place"), project("7", NAME, place=""), "(empty)"),
        (about("unit", "กองช่าง"), project("7", NAME, unit="กองช่าง"), "กองช่าง"),
        (about("details"), project("7", NAME, details=""), "(empty)"),
        (about("name", "ดื่ม"), project("7", NAME), "ดื่ม"),
        (about("หมายเหตุ", "งบЖ"), project("7", NAME, extra={"หมายเหตุ": "เงินงบЖกลาง"}), "งบЖ"),
        (about("budget", "5"), total("รวมทั้งสิ้นที่นี่", 5, 2), "5"),
        (about("projects", "2"), total("รวมทั้งสิ้นที่นี่", 5, 2), "2"),
    ],
)
def test_the_carets_stand_under_what_is_wrong(found: Finding, row: Any, expected: str) -> None:
    assert under(found, row)[1] == expected


def test_a_long_cell_is_shown_around_what_is_wrong() -> None:
    row = project("1", NAME, details="- " + "จัดประชุมชาวบ้าน " * 30 + "กองЖช่าง" + " ตรวจรับ" * 30)
    line, kept = under(about("details", "กองЖช่าง"), row, 80)
    assert kept == "กองЖช่าง"
    assert cell_len(line) <= 80


def test_a_field_that_the_row_does_not_have_is_not_underlined() -> None:
    shown = excerpt(about("years", "2555"), project("1", place=None), 80, "en")
    assert shown is not None
    assert shown.carets.strip() == ""


def test_without_a_row_the_value_is_shown_or_nothing() -> None:
    shown = excerpt(about("months", "ก.ค."), None, 80, "th")
    assert shown is not None
    assert (shown.line, shown.carets) == ("ก.ค.", "^" * cell_len("ก.ค."))
    assert excerpt(about("file"), None, 80, "th") is None


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=60), st.text(max_size=60), st.integers(60, 140))
def test_it_fits_and_the_carets_end_within_the_line(name: str, value: str, width: int) -> None:
    shown = excerpt(about("name", value), project("1", name, unit=name), width, "th")
    assert shown is not None
    assert cell_len(shown.line) <= width
    assert shown.before + shown.under <= cell_len(shown.line)
    assert "\n" not in shown.line
