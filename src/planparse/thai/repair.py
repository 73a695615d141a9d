"""The repairs in their order."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Set
from typing import NamedTuple

from planparse.thai.lookalikes import lookalikes
from planparse.thai.marks import detached_marks, doubled_marks, mark_order, private_use, sara_ae, sara_am, split_sara_am
from planparse.thai.spelling import spelling


class Change(NamedTuple):
    """What a rule changed: the words before and after."""

    rule: str
    before: str
    after: str


# Letters first (what stands for a Thai letter becomes one), then marks (their order needs the letters), then words.
RULES: Mapping[str, Callable[[str], str]] = {
    "private-use": private_use,
    "lookalike": lookalikes,
    "detached-mark": detached_marks,
    "mark-order": mark_order,
    "drawn-twice": doubled_marks,
    "sara-am": sara_am,
    "sara-ae": sara_ae,
    "split-sara-am": split_sara_am,
    "spelling": spelling,
}
_PLAIN = re.compile(r"[\x00-\x7f]*\Z")


# What a program stored in another way than Thai is written, as against what an OCR program misread
ENCODING = frozenset({"private-use", "mark-order", "drawn-twice", "sara-am", "sara-ae"})


def repair(text: str, rules: Set[str] | None = None) -> tuple[str, tuple[Change, ...]]:
    """Return a text repaired, and each change in order; ``rules`` names those to keep to (all where ``None``).

    Tabs and line breaks stay; the repair of a repaired text is itself.
    """
    if _PLAIN.match(text):
        return text, ()
    changes: list[Change] = []
    for rule, change in RULES.items():
        if rules is not None and rule not in rules:
            continue
        changed = change(text)
        if changed != text:
            changes.append(Change(rule, *changed_words(text, changed)))
            text = changed
    return text, tuple(changes)


def changed_words(before: str, after: str) -> tuple[str, str]:
    """Return the stretch of words in which two texts differ, as it stands in each."""
    shortest = min(len(before), len(after))
    start = next((i for i in range(shortest) if before[i] != after[i]), shortest)
    end = next((i for i in range(shortest - start) if before[-1 - i] != after[-1 - i]), shortest - start)
    while start and not before[start - 1].isspace():
        start -= 1
    while end and not before[-end].isspace():
        end -= 1
    return before[start : len(before) - end], after[start : len(after) - end]
