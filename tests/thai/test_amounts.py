"""Amounts with misread figures: one reading, two, or none; never a guess."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.thai.amounts import DIGIT_LIKE, amount_in_words, digits_in, number_read, readings
from planparse.thai.numbers import baht


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("200,000", "200,000"),
        ("76O,0O0", "760,000"),
        ("l,25O,OOO", "1,250,000"),
        ("S5,B00 บาท", "55,800 บาท"),
        ("๙00,0O0.-", "900,000.-"),
        ("๑๐๒,๐00 บาท", "๑๐๒,๐00 บาท"),  # readable as it is
        ("76 0,000", "760,000"),
        ("760, 000", "760,000"),
        ("1 250 000", "1250000"),
        ("1.250.000", "1,250,000"),
        ("1,250.000", "1,250,000"),
        ("1.250,000.50", "1,250,000.50"),
        ("1250,0O0", "1,250,000"),
        ("115,5OO.-บาท (-หนึ่งแสนหนึ่งหมื่นห้าพันห้าร้อยบาทถ้วน-)", "115,500.-บาท (-หนึ่งแสนหนึ่งหมื่นห้าพันห้าร้อยบาทถ้วน-)"),
        ("12,50 บาท (หนึ่งพันสองร้อยห้าสิบบาทถ้วน)", "1,250 บาท (หนึ่งพันสองร้อยห้าสิบบาทถ้วน)"),
    ],
)
def test_one_reading(text: str, meant: str) -> None:
    assert readings(text).clear == meant
    assert baht(meant) is not None


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("12,50", ("1,250", "12.50")),
        ("25O.000", ("250,000", "250.00")),
        ("10,000 บาท (หนึ่งพันบาทถ้วน)", ("10,000", "1,000")),
        ("1O,000 บาท (หนึ่งพันบาทถ้วน)", ("10,000", "1,000")),
        ("ดูเอกสารแนบ", ()),
        ("5,000 ต่อเดือน", ()),
        ("10,000 5,000", ()),
        ("5 250,000", ()),
        ("1,000 000", ()),
        ("OOO", ()),
        ("192 ตารางเมตร", ()),
        ("", ()),
    ],
)
def test_no_reading_or_two_are_none(text: str, texts: tuple[str, ...]) -> None:
    assert readings(text).texts == texts
    assert readings(text).clear is None


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("(หนึ่งแสนหนึ่งหมื่นห้าพันห้าร้อยบาทถ้วน)", 115_500),
        ("(-เก้าร้อยบาทถ้วน-)", 900),
        ("(ยี่สิบเอ็ดล้านสองแสนบาทถ้วน)", 21_200_000),
        ("(สิบบาทถ้วน)", 10),
        ("(ต่อเนื่อง)", None),
        ("(ห้าสิบสตางค์)", None),
        ("หนึ่งแสนบาทถ้วน", None),
    ],
)
def test_amounts_in_words(words: str, amount: int | None) -> None:
    assert amount_in_words(words) == amount


@pytest.mark.parametrize(
    ("text", "number"), [("1O", "10"), ("l", "1"), ("๑๒.", "12."), ("2.l", "2.1"), ("ก", None), ("", None), ("1234", None)]
)
def test_numbers_of_rows(text: str, number: str | None) -> None:
    assert number_read(text) == number


@pytest.mark.parametrize("text", ["CCTV", "A4", "mp3", "H2O", "๒๕๖๙", "2569", "๑๑22", "10.5", "IoT", "Oo", "1-2", "ห้อง1O1"])
def test_numbers_that_stay(text: str) -> None:
    assert list(digits_in(f"ก {text} ข")) == []


@given(st.integers(1, 10**9), st.data())
def test_an_amount_with_letters_is_that_amount_or_unreadable(amount: int, data: st.DataObject) -> None:
    alike = {digit: [chr(code) for code, value in DIGIT_LIKE.items() if value == digit] for digit in "0123456789"}
    drawn = [data.draw(st.sampled_from([letter, *alike.get(letter, ())])) for letter in f"{amount:,}"]
    meant = readings("".join(drawn)).clear
    assert meant is None or baht(meant) == amount
