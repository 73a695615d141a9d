"""The repairs in their order."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Set
from typing import NamedTuple

from planparse.thai.lookalikes import lookalikes
from planparse.thai.marks import detached_marks, doubled_marks, mark_order, private_use, sara_ae, sara_am, split_sara_am
from planparse.thai.spelling import MISSPELT, spelling


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
# Where none of this stands, no rule has anything to do: most texts are done with here. What may begin it comes first, as it is
# looked for at once.
_ANYTHING = re.compile(
    f"[\uf700-\uf71a\u0e80-\u0eff\u0e4dWw \u0e31\u0e34-\u0e3a\u0e47-\u0e4eเ{''.join({word[0] for word in MISSPELT})}](?:"
    "(?<=[\uf700-\uf71a\u0e80-\u0eff\u0e4d])"  # glyphs, look-alikes, circles
    "|(?<=[Ww])[ \u00a0.]*ศ"
    "|(?<=[\u0e01-\u0e3a\u0e40-\u0e4e] )[\u0e31-\u0e3a\u0e47-\u0e4e]"  # what no word begins with, behind a space
    "|(?<=[\u0e48-\u0e4c])[\u0e31\u0e34-\u0e39\u0e47]"  # a tone before its vowel
    "|(?<=([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]))\\1"
    "|(?<=เ)เ|" + "|".join(f"(?<={word[0]}){word[1:]}" for word in MISSPELT) + ")"
)

# What a program stored in another way than Thai is written, as against what an OCR program misread
ENCODING = frozenset({"private-use", "mark-order", "drawn-twice", "sara-am", "sara-ae"})


def is_repairable(text: str) -> bool:
    """Whether a rule may have something to do in a text."""
    return not text.isascii() and _ANYTHING.search(text) is not None


def repair(text: str, rules: Set[str] | None = None) -> tuple[str, tuple[Change, ...]]:
    """Return a text repaired, and each change in order; ``rules`` names those to keep to (all where ``None``).

    Tabs and line breaks stay; the repair of a repaired text is itself.
    """
    if not is_repairable(text):
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
