"""Budget cells: one amount, several, none, or what cannot be read."""

from __future__ import annotations

import pytest

from form.tables import line
from planparse.form.budget import amount_of, read_budget


@pytest.mark.parametrize(
    ("lines", "baht", "status", "text", "amounts"),
    [
        pytest.param(["200,000"], 200_000, "stated", "200,000", [], id="one amount"),
        pytest.param([" ๕๐,๐๐๐ ", ""], 50_000, "stated", "๕๐,๐๐๐", [], id="thai digits stay in the text"),
        pytest.param(["1,250,", "000"], 1_250_000, "stated", "1,250,000", [], id="one amount over two lines"),
        pytest.param(["2,400,000.2", "5"], 2_400_000.25, "stated", "2,400,000.25", [], id="satang broken off"),
        pytest.param(["2,400,00", "0.-"], 2_400_000, "stated", "2,400,000.-", [], id="a group broken off"),
        pytest.param(["900", ".50"], 900.5, "stated", "900.50", [], id="satang on their own line"),
        pytest.param(["9,000.", "-", "500.-"], 9_500, "stated", "9,000.-\n500.-", [9_000, 500], id="two amounts, one broken off"),
        pytest.param(["10,000", "บาท"], 10_000, "stated", "10,000บาท", [], id="the unit on its own line"),
        pytest.param(["10,000", "5,000.50"], 15_000.5, "stated", "10,000\n5,000.50", [10_000, 5_000.5], id="two amounts"),
        pytest.param(["10,000", "-"], 10_000, "stated", "10,000\n-", [10_000, 0], id="an amount and a dash"),
        pytest.param(["-", "–"], 0, "none", "-\n–", [0, 0], id="dashes only"),
        pytest.param(["-"], 0, "none", "-", [], id="a lone dash"),
        pytest.param(["ไม่ใช้", "งบประมาณ"], 0, "none", "ไม่ใช้งบประมาณ", [], id="words that say none"),
        pytest.param([], None, "missing", "", [], id="no line"),
        pytest.param(["", " "], None, "missing", "", [], id="empty lines"),
        pytest.param(["1O,000"], None, "unreadable", "1O,000", [], id="a letter in the amount"),
        pytest.param(
            ["29,000.00", "ไม่มี", "งบประมาณ"], 29_000, "stated", "29,000.00\nไม่มีงบประมาณ", [29_000, 0], id="words among amounts"
        ),
        pytest.param(["ไม่มีงบ", "ไม่ใช้งบ"], 0, "none", "ไม่มีงบ\nไม่ใช้งบ", [0, 0], id="words twice"),
        pytest.param(["1O,000", "2,000", "ไม่มีงบ"], None, "unreadable", "1O,0002,000ไม่มีงบ", [], id="words beside what is no amount"),
        pytest.param(["1032830", "0"], 10_328_300, "stated", "10328300", [], id="an amount without commas broken off"),
        pytest.param(["๑", "๗,๑๗๒,๗๐๐"], 17_172_700, "stated", "๑๗,๑๗๒,๗๐๐", [], id="Thai digits broken behind the first"),
        pytest.param(["30,000,-"], 30_000, "stated", "30,000,-", [], id="a comma before the dash"),
        pytest.param(["ไม่ขอใช้งบ", "ประมาณ"], 0, "none", "ไม่ขอใช้งบประมาณ", [], id="asked for none"),
        pytest.param(["ไม่ได้ตั้งงบประมาณ"], 0, "none", "ไม่ได้ตั้งงบประมาณ", [], id="none set"),
        pytest.param(["ไม่มี"], 0, "none", "ไม่มี", [], id="there is none"),
        pytest.param(["ไม่มีข้อมูล"], None, "unreadable", "ไม่มีข้อมูล", [], id="something else is not there"),
        pytest.param(["๐", "๕,๐๐๐"], 5_000, "stated", "๐\n๕,๐๐๐", [0, 5_000], id="nothing and an amount"),
        pytest.param(["10000", "500"], 10_500, "stated", "10000\n500", [10_000, 500], id="two amounts without commas"),
        pytest.param(["10,000", "ต่อปี"], None, "unreadable", "10,000ต่อปี", [], id="an amount and words"),
    ],
)
def test_a_cell_says_its_budget(lines: list[str], baht: float | None, status: str, text: str, amounts: list[float]) -> None:
    budget, found = read_budget([line(part, 10 * i) for i, part in enumerate(lines)])
    assert (budget.baht, budget.status, budget.text) == (baht, status, text)
    assert [amount.budget.baht for amount in found] == amounts
    assert all(amount.budget.text.startswith(amount.line.text.strip()) for amount in found)


def test_an_amount_that_is_none_is_zero_and_says_so() -> None:
    assert (amount_of("ไม่มีงบประมาณ").baht, amount_of("ไม่มีงบประมาณ").status) == (0, "none")
    assert (amount_of("0").baht, amount_of("0").status) == (0, "stated")
