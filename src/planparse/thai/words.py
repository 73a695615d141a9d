"""The dictionary, loaded the first time that a text needs it. The only place that knows pythainlp."""

from __future__ import annotations

import os
from functools import lru_cache

LONGEST = 12  # letters on each side of a vowel that are tried as one word


@lru_cache(maxsize=1)
def dictionary() -> frozenset[str]:
    """Return the words of pythainlp's Thai word list."""
    # its corpus module writes to the home folder unless it is told not to
    os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
    os.environ.setdefault("PYTHAINLP_OFFLINE", "1")
    from pythainlp.corpus import thai_words

    return frozenset(thai_words())


def is_word_part(before: str, letter: str, after: str) -> bool:
    """Whether some word of the dictionary runs over ``letter`` between the two texts: at least two letters before it."""
    return longest_over(before, letter, after) > 0


def longest_over(before: str, letter: str, after: str) -> int:
    """Return how long the longest word of the dictionary is that runs over ``letter`` between the two texts; 0 if there is none."""
    longest = 0
    words = dictionary()
    for left in range(1, LONGEST + 1):
        head = before[-left:]
        if len(head) < left or " " in head or "\t" in head:
            break
        for right in range(LONGEST + 1):
            word = head + letter + after[:right]
            if len(word) >= 3 and word in words:
                longest = max(longest, len(word))
    return longest
