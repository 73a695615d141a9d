"""What the repairs must reach, on the samples' own lines: the bars of the bench."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import repair

LINES = repair.plan_lines()


@pytest.mark.parametrize("rate", repair.RATES)
def test_most_words_are_right_again_and_hardly_any_is_lost(rate: float) -> None:
    found = repair.drawn_recovery(LINES, rate)
    assert found.lacking >= 10
    assert found.back >= 0.7 * found.lacking
    assert found.harmed <= 0.05 * found.lacking


def test_right_text_stays() -> None:
    right = repair.running_words()
    assert repair.words("\n".join(right)).total() >= 20_000
    assert repair.changed(right) == []
    assert repair.changed(repair.names()) == []
    assert repair.changed(LINES) == []


def test_right_lines_of_a_damaged_plan_stay() -> None:
    assert repair.changed_among_damage(LINES) == []
