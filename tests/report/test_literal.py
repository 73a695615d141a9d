"""Document text on a terminal: literal, and cut only where Thai may be cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from planparse.report.literal import literal, printable, shorten, wrap


@pytest.mark.parametrize("text", ["[red]x[/red]", "[/tmp/a]", "[row]", "{0}", "%s", ":smile:", r"\[x]"])
def test_markup_is_text(text: str) -> None:
    assert literal(text).plain == text
    assert not literal(text).spans


@pytest.mark.parametrize("sign", ["\x1b", "\x07", "\x9b", "\u202e", "\ud800", "\x00"])
def test_what_a_terminal_would_obey_is_replaced(sign: str) -> None:
    assert printable(f"ก{sign}ข") == "ก\ufffdข"


@pytest.mark.parametrize("text", ["น้ำใจ", "ที่ทำการ", "ก่อสร้าง ฯ", "café"])
def test_ordinary_text_is_kept(text: str) -> None:
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("การพัฒนา", 3, ["การ", "พัฒ", "นา"]),
        ("เป็นองค์กรที่ดี", 8, ["เป็นองค์กร", "ที่ดี"]),
        ("ขีดความสามารถ", 7, ["ขีดความ", "สามารถ"]),
        ("น้ำ", 1, ["น้", "ำ"]),  # wider than the line: only then inside a syllable
        ("one two", 5, ["one", "two"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("", 5, [""]),
        ("   ", 5, [""]),
    ],
)
def test_wrap(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


@given(
    st.text(alphabet=st.one_of(st.characters(min_codepoint=0xE01, max_codepoint=0xE5B), st.sampled_from("ab 1-")), max_size=60),
    st.integers(2, 40),
)
def test_wrap_fits_and_loses_nothing_but_spaces(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == printable(text).replace(" ", "")


@given(st.text(max_size=60), st.integers(1, 40))
def test_shorten_fits(text: str, width: int) -> None:
    assert cell_len(shorten(text, width)) <= width


@pytest.mark.parametrize(("text", "width", "short"), [("โครงการน้ำ", 20, "โครงการน้ำ"), ("โครงการน้ำ", 7, "โครง…"), ("ที่", 1, "ที่")])
def test_shorten(text: str, width: int, short: str) -> None:
    assert shorten(text, width) == short
