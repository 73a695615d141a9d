"""Amounts in baht: what is one, and what must not be taken for one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planparse.thai.numbers import arabic, baht, plain, says_none, total

THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("200,000", 200_000),
        ("200000", 200_000),
        ("๑๐๒,๐00 บาท", 102_000),
        ("612,450.75", 612_450.75),
        ("1,500.50 บาท", 1_500.5),
        ("1,500.00", 1_500),
        ("0", 0),
        ("115,500.-บาท (-หนึ่งแสนหนึ่งหมื่นห้าพันห้าร้อยบาทถ้วน-)", 115_500),
        ("50,000 (ห้าหมื่นบาทถ้วน)", 50_000),
        ("= 30,000 บาทถ้วน", 30_000),
        ("30,000 บ.", 30_000),
        ("฿30,000.-", 30_000),
        ("- 5,000", 5_000),
        ("10 ล้านบาท", 10_000_000),
        ("1.25 ล้าน", 1_250_000),
        ("1.2345 ล้านบาท", 1_234_500),
        ("2 แสนบาท", 200_000),
        ("5 หมื่นบาท", 50_000),
        ("3 พันบาท", 3_000),
        ("9,999,999,999,999.99", 9_999_999_999_999.99),
        ("99,999 ล้านบาท", 99_999_000_000),
    ],
)
def test_an_amount_is_read(text: str, amount: float) -> None:
    read = baht(text)
    assert read == amount
    assert type(read) is type(amount)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("บาท", id="no digit"),
        pytest.param("1O,000", id="letter o"),
        pytest.param("1,00", id="two digits behind a comma"),
        pytest.param("1,0000", id="four digits behind a comma"),
        pytest.param("12,34,567", id="grouped elsewhere"),
        pytest.param("1,00 ล้านบาท", id="grouped elsewhere, in millions"),
        pytest.param("1.234", id="a point for a comma"),
        pytest.param("10,000 20,000", id="two amounts"),
        pytest.param("10,000 - 20,000", id="from to"),
        pytest.param("10,000/ปี", id="for each year"),
        pytest.param("10,000 บาท/คน", id="for each person"),
        pytest.param("งบ 10,000", id="words before"),
        pytest.param("ไม่ใช้งบประมาณ", id="words only"),
        pytest.param("100,000 ล้านบาท", id="more than any plan, in millions"),
        pytest.param("10,000,000,000,000", id="more than any plan"),
        pytest.param("9" * 5000, id="more digits than python prints"),
        pytest.param("9" * 1_000_001, id="more digits than a decimal multiplies"),
    ],
)
def test_what_is_not_certain_is_no_amount(text: str) -> None:
    assert baht(text) is None


@pytest.mark.parametrize(
    "text", ["-", " – ", "—", "− -", "ไม่ใช้งบประมาณ", "ไม่ใช้ งบ ประมาณ", "ไม่ได้ใช้งบประมาณ", "ไม่มีงบประมาณ", "ไม่ใช้จ่าย"]
)
def test_no_money_is_said(text: str) -> None:
    assert says_none(text)


@pytest.mark.parametrize("text", ["", " ", "0", "- 5,000", "งบประมาณ", "ไม่ระบุ", "ใช้งบประมาณ", "ไม่เกิน 5,000", "=", "--x"])
def test_no_money_is_not_said(text: str) -> None:
    assert not says_none(text)


def test_thai_digits_become_arabic_and_nothing_else_does() -> None:
    assert arabic("๐๑๒๓๔๕๖๗๘๙ ก๒.๕๖๙ ๏") == "0123456789 ก2.569 ๏"


def test_a_sum_is_exact() -> None:
    assert total([0.1] * 3) == 0.3
    assert total([]) == 0
    assert total([1, 0.5, 0.5]) == 2
    assert isinstance(total([0.5, 0.5]), int)
    assert isinstance(plain(Decimal("0.50")), float)


amounts = st.decimals(0, 9_999_999_999, places=2)


@given(amounts, st.sampled_from(["{}", "{} บาท", " {}.- ", "{} (หนึ่งบาท)"]), st.booleans())
@settings(deadline=None, max_examples=200)
def test_any_amount_is_read_as_it_is_printed(amount: Decimal, form: str, in_thai: bool) -> None:
    printed = form.format(f"{amount:,.2f}".removesuffix(".00"))
    assert baht(printed.translate(THAI_DIGITS) if in_thai else printed) == plain(amount)


@given(st.text("0123456789๐๑๒,.-–= บาทล้านแสน()OoI", max_size=25) | st.text(max_size=25))
@settings(deadline=None, max_examples=400)
def test_any_text_is_an_amount_or_none(text: str) -> None:
    read = baht(text)
    assert read is None or 0 <= read < 10_000_000_000_000
    assert read is None or any(digit.isdecimal() for digit in text)
    assert not (says_none(text) and read is not None)


@given(st.lists(amounts, max_size=20))
@settings(deadline=None, max_examples=100)
def test_any_sum_is_that_of_decimals(parts: list[Decimal]) -> None:
    assert total([plain(part) for part in parts]) == plain(sum(parts, Decimal(0)))
