"""Every rule has its page, and what the page says is so: its wrong sample has the finding, its right one has none at all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import planparse.rules.pages
from planparse.rules import RULES, Rule, check
from planparse.rules.pages import SECTIONS, page_of
from samples import plan_of

FOLDER = Path(planparse.rules.pages.__file__).parent
THAI = re.compile("[ก-๛]")

each = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


def test_every_rule_has_a_page_and_every_page_its_rule() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.md")) == sorted(rule.name for rule in RULES)


@each
def test_the_page_is_whole(rule: Rule) -> None:
    page = page_of(rule)
    assert page.text.startswith(f"# {rule.code} {rule.name}\n")
    assert list(page.sections) == ["", *SECTIONS]
    for part in (page.title, page.why, page.mend):
        assert THAI.search(part("th"))
        assert len(part("en")) > 10
        assert part("en") != part("th")
        assert part("en").isascii() or THAI.search(part("en"))


@each
def test_the_wrong_sample_has_the_finding_in_both_languages(rule: Rule) -> None:
    made = plan_of(page_of(rule).sample("Wrong"))
    english, thai = (
        [finding for finding in check(made, lang=lang, rules=RULES) if finding.rule == rule.name] for lang in ("en", "th")
    )
    assert english
    assert len(thai) == len(english)
    assert all(THAI.search(finding.message) for finding in thai)
    assert english[0].message != thai[0].message


@each
def test_the_wrong_sample_has_no_error_of_another_rule(rule: Rule) -> None:
    made = plan_of(page_of(rule).sample("Wrong"))
    assert {finding.rule for finding in check(made, rules=RULES)} == {rule.name}


@each
def test_nothing_is_found_in_the_right_sample(rule: Rule) -> None:
    made = plan_of(page_of(rule).sample("Right"))
    assert [finding.message for finding in check(made, rules=RULES)] == []
