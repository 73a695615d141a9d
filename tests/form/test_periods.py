"""Periods that a document states around its table."""

from __future__ import annotations

import pytest

from planparse.form.periods import stated_period
from planparse.pipeline import load

MONTHS = ["ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย."]
HEAD = "\t".join(["ที่", "โครงการ", "งบประมาณ", "หน่วยงานรับผิดชอบ", *MONTHS])
ROW = "\t".join(["1", "โครงการวันเด็ก", "5,000", "กองช่าง", "•"])


def faults(*lines: str, title: str = "แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2565", table: bool = True) -> list[str]:
    """Return the periods that the reader finds fault with."""
    text = "\n".join([title, *lines, *([HEAD, ROW] if table else []), ""])
    [plan] = load(text.encode(), "plan.txt")
    return [fault.message for fault in plan.faults if fault.rule == "period-mismatch"]


@pytest.mark.parametrize(
    "line",
    [
        "๗.๑ ระยะเวลาดำเนินการ สิงหาคม ถึง ตุลาคม ๒๕๖๔",
        "ระยะเวลาดำเนินการ : ต.ค. 2565 - ก.ย. 2566",
        "ระยะเวลา ส.ค. 65 – พ.ย. 65",
        "ช่วงเวลาดำเนินงาน กันยายน 2564",
    ],
)
def test_a_period_outside_the_year_is_a_fault(line: str) -> None:
    [said] = faults(line)
    assert said.startswith("the stated period ")
    assert said.endswith("is not all in the fiscal year 2565")


@pytest.mark.parametrize(
    "line",
    [
        "ระยะเวลาดำเนินการ ตุลาคม 2564 - กันยายน 2565",
        "ระยะเวลาดำเนินการ ตุลาคม - กันยายน 2565",
        "ระยะเวลา มกราคม ถึง มีนาคม ๒๕๖๕",
        "ระยะเวลาดำเนินการ สิงหาคม ถึง ตุลาคม",
        "ระยะเวลาดำเนินการ 30 วัน",
        "ตามหนังสือ ลงวันที่ 5 ตุลาคม 2560",
        "กิจกรรม/ระยะเวลา/สถานที่",
    ],
)
def test_a_period_within_the_year_or_without_one_is_none(line: str) -> None:
    assert faults(line) == []


def test_without_a_year_or_a_table_nothing_can_be_said() -> None:
    line = "ระยะเวลาดำเนินการ สิงหาคม ถึง ตุลาคม ๒๕๖๐"
    assert faults(line, title="แผนการดำเนินงาน") == []
    assert faults(line, table=False) == []


def test_the_words_are_kept_as_they_are() -> None:
    assert stated_period("ไม่มีช่วง") is None
    found = stated_period("ระยะเวลาดำเนินงาน  ต.ค. ๖๔")
    assert found is not None
    assert found[0] == "ต.ค. ๖๔"
