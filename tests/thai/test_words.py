"""The dictionary: which letter makes a word of what stands around it."""

from __future__ import annotations

import os

import pytest

from planparse.thai.words import dictionary, is_word_part


@pytest.mark.parametrize(
    ("before", "letter", "after", "is_word"),
    [
        pytest.param("จัดท", "ำ", "แผน", True, id="the word goes on to the left"),
        pytest.param("จ", "ำ", "นวนครั้ง", True, id="the word goes on to the right"),
        pytest.param("จ", "า", "นวนครั้ง", True, id="another word of the same letters"),
        pytest.param("โครงก", "า", "ร", True, id="on both sides"),
        pytest.param("โครงก", "ำ", "ร", False, id="no word"),
        pytest.param("ฅ", "า", "ฅ", False, id="no thai word at all"),
        pytest.param("", "า", "การ", False, id="nothing before"),
        pytest.param("ท ", "ำ", "", False, id="a space between"),
        pytest.param("ท\t", "ำ", "", False, id="a cell between"),
    ],
)
def test_a_letter_makes_a_word_or_not(before: str, letter: str, after: str, is_word: bool) -> None:
    assert is_word_part(before, letter, after) is is_word


def test_the_dictionary_is_loaded_once_and_writes_nothing() -> None:
    assert dictionary() is dictionary()
    assert "โครงการ" in dictionary()
    assert os.environ["PYTHAINLP_READ_ONLY"] == os.environ["PYTHAINLP_OFFLINE"] == "1"
