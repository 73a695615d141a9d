"""What labels and titles state, and what they only seem to."""

from __future__ import annotations

import pytest

from planparse.rules.labels import fiscal_years, is_reversed, months_named, says_nothing, title_years


@pytest.mark.parametrize(
    ("label", "months"),
    [
        ("ต.ค.", (10,)),
        ("ต.ค", (10,)),
        ("ตุลาคม", (10,)),
        ("ต.ค. ๖๖", (10,)),
        ("มี.\nค.", (3,)),
        ("พ.ย.-ม.ค.", (11, 12, 1)),
        ("ก.ย. ถึง ต.ค.", (9, 10)),
        ("", ()),
        ("-", ()),
        ("10", ()),
        ("ไตรมาสที่ 1", ()),
        ("ນ.ค.", ()),
        ("ต.ค. - สิ้นปี", ()),
    ],
)
def test_months_named(label: str, months: tuple[int, ...]) -> None:
    assert months_named(label) == months


@pytest.mark.parametrize(("label", "nothing"), [("", True), (" . ", True), ("-", True), ("–", True), ("1", False), ("ต", False)])
def test_says_nothing(label: str, nothing: bool) -> None:
    assert says_nothing(label) is nothing


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2567", {2567}),
        ("ปีงบประมาณ พ.ศ.๒๕๖๗", {2567}),
        ("ประจำปี งบประมาณ2567", {2567}),
        ("ปีงบประมาณ พ . ศ . 2567 (โอนจากปีงบประมาณ 2566)", {2566, 2567}),
        ("ปีงบประมาณ พ.ศ. 2566 – 2570", set()),
        ("ปีงบประมาณ 2566 ถึง พ.ศ. 2570", set()),
        ("งานประเพณีปี 2567", set()),
        ("พระราชบัญญัติข้อมูลข่าวสาร พ.ศ. 2540", set()),
        ("ปีงบประมาณ 25670", set()),
        ("ปีงบประมาณ 12567", set()),
        ("", set()),
    ],
)
def test_fiscal_years(text: str, years: set[int]) -> None:
    assert fiscal_years(text) == years


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("แผนการดำเนินงาน ประจำปี 2567", {2567}),
        ("แผนการดำเนินงาน ประจำปี พ.ศ. 2567 ฉบับที่ 1/2568", {2567}),
        ("แผนปฏิบัติการ พ.ศ. 2567", {2567}),
        ("แผนการดำเนินงาน ปีงบประมาณ 2567 ประจำปี 2566", {2567}),
        ("แผนปฏิบัติการ ปีการศึกษา 2567", set()),
        ("แผนปฏิบัติการ ประจำปีการศึกษา พ.ศ. 2567", set()),
        ("แผนพัฒนาท้องถิ่น (พ.ศ. 2566 - 2570)", set()),
        ("แผนการดำเนินงาน ครั้งที่ 2/2568", set()),
        ("แผนตามระเบียบ พ.ศ. 2548 ของเทศบาล", set()),
        ("แผนการดำเนินงาน", set()),
    ],
)
def test_title_years(title: str, years: set[int]) -> None:
    assert title_years(title) == years


@pytest.mark.parametrize(
    ("words", "reversed_"),
    [
        ("มี.ค. 2554 - พ.ย. 2553", True),
        ("ก.ย. ๕๔ – ส.ค. ๕๔", True),
        ("กันยายน 2554 ถึง ตุลาคม 2553", True),
        ("ต.ค. 53 – ก.ย. 54", False),
        ("พ.ค. 54", False),
        ("พ.ค. - มี.ค.", False),
        ("พ.ย. - ม.ค. 2555", False),
        ("ตลอดปี", False),
        ("ไตรมาส 4 - 1", False),
        ("", False),
    ],
)
def test_is_reversed(words: str, reversed_: bool) -> None:
    assert is_reversed(words) is reversed_
