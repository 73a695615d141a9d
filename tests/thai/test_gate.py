"""A text that shows nothing to repair goes past the rules: none of them would have changed it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planparse.thai.repair import RULES, repair

LETTERS = "กขศนรสมาำเแ็ัีู่้์ํຍກ\uf70a Ww.1ช่อมแซม"


@given(st.text(st.sampled_from(LETTERS), max_size=12))
def test_no_text_goes_past_a_rule_that_changes_it(text: str) -> None:
    changed = text
    for rule in RULES.values():
        changed = rule(changed)
    assert repair(text)[0] == changed
