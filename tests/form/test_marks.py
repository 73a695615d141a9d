"""What stands in a month's cell, and what kind of mark it is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planparse.form.marks import ARROWS, BULLETS, DASHES, kinds


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        *[pytest.param(sign, [("bullet", sign)], id=f"bullet {sign}") for sign in "•●▪✓✔√🗸☑/x*"],
        *[pytest.param(sign, [("arrow", sign)], id=f"arrow {sign}") for sign in "→↔►➔"],
        *[pytest.param(sign, [("dash", sign)], id=f"dash {sign}") for sign in "-–—"],
        pytest.param("---", [("dash", "---")], id="a long dash"),
        pytest.param("->", [("arrow", "->")], id="typed arrow"),
        pytest.param("<-->", [("arrow", "<-->")], id="typed arrow with two heads"),
        pytest.param("==>", [("arrow", "==>")], id="typed double arrow"),
        pytest.param("•→", [("bullet", "•"), ("arrow", "→")], id="two marks"),
        pytest.param("• -", [("bullet", "•"), ("dash", "-")], id="two marks with a space"),
        pytest.param("•-•", [("bullet", "•"), ("dash", "-"), ("bullet", "•")], id="three marks"),
        pytest.param("12,000", [("number", "12,000")], id="number"),
        pytest.param("๑๒", [("number", "๑๒")], id="thai number"),
        pytest.param("2.5", [("number", "2.5")], id="number with a point"),
        pytest.param("1 ครั้ง", [("text", "1 ครั้ง")], id="number and word"),
        pytest.param(" ตลอดปี ", [("text", "ตลอดปี")], id="words"),
        pytest.param("ASAP", [("text", "ASAP")], id="latin words"),
        pytest.param("ð", [("unknown", "ð")], id="stray letter"),
        pytest.param("ก", [("unknown", "ก")], id="one thai letter is no word"),
        pytest.param("ð •", [("unknown", "ð"), ("bullet", "•")], id="stray letter and a mark"),
        pytest.param("•ð", [("unknown", "•ð")], id="stray letter on a mark"),
        pytest.param("<>", [("unknown", "<>")], id="heads without a shaft"),
        pytest.param(" ", [], id="nothing"),
    ],
)
def test_a_cell_has_marks(text: str, marks: list[tuple[str, str]]) -> None:
    assert kinds(text) == marks


def test_no_sign_is_of_two_kinds() -> None:
    assert not BULLETS & ARROWS
    assert not BULLETS & DASHES
    assert not ARROWS & DASHES


@given(st.text("•→-–x/1๒,ð<> กที่", max_size=8))
@settings(deadline=None, max_examples=200)
def test_marks_lose_no_letter(text: str) -> None:
    assert "".join("".join(mark.split()) for _, mark in kinds(text)) == "".join(text.split())
