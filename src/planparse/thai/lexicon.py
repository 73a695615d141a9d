"""How common the words of Thai are, and the words that a misread one may be. Loaded only for text that shows damage."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import resources
from math import log

from planparse.thai.words import dictionary

COMMON = 10  # times that a word must stand in the corpora to be what a misread one may be
RAREST = 15.0  # the price of a word that the corpora do not have
LIKE_PLAN = 7.5  # the price of a word of plans
PHRASE = 6.0  # the price of a closed list's phrase, and of one that the same plan has elsewhere
LONGEST = 24  # letters of a word that is looked for
LISTS = ("plan_words", "units", "programs")
ROOT = 0
LONG = 6  # letters of a word that short words may be the pieces of


class Trie:
    """Words by their letters: ``children[node]`` leads on, ``price[node]`` is that of the word that ends there."""

    __slots__ = ("children", "price")

    def __init__(self, words: Mapping[str, float]) -> None:
        """Take words with their prices."""
        self.children: list[dict[str, int]] = [{}]
        self.price: list[float | None] = [None]
        for word, price in words.items():
            self._add(word, price)

    def _add(self, word: str, price: float) -> None:
        children = self.children
        node = ROOT
        for letter in word:
            following = children[node].get(letter)
            if following is None:
                following = children[node][letter] = len(children)
                children.append({})
                self.price.append(None)
            node = following
        self.price[node] = price


@lru_cache(maxsize=1)
def prices() -> Mapping[str, float]:
    """Return the price of each word: the negative logarithm of its share in the corpora, less for the words of plans."""
    os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
    os.environ.setdefault("PYTHAINLP_OFFLINE", "1")
    from pythainlp.corpus import tnc, ttc

    counts = dict(tnc.unigram_word_freqs())
    for word, count in ttc.unigram_word_freqs().items():
        counts[word] = counts.get(word, 0) + count
    whole = log(sum(counts.values()))
    found = {word: min(whole - log(counts.get(word, 0) + 0.5), RAREST) for word in dictionary() if 1 < len(word) <= LONGEST}
    found.update((word, LIKE_PLAN) for word in listed("plan_words") if found.get(word, RAREST) > LIKE_PLAN)
    found.update((word, PHRASE) for name in ("units", "programs") for word in listed(name))
    return found


@lru_cache(maxsize=1)
def common() -> Trie:
    """Return the words that a misread one may be."""
    least = RAREST - log(COMMON)
    return Trie({word: price for word, price in prices().items() if price <= least and " " not in word and "." not in word})


@lru_cache(maxsize=1)
def compounds() -> Trie:
    """Return the long words that a misread letter may have broken into shorter ones: those of plans, and the commonest of all."""
    least = LIKE_PLAN + 3.0
    words = {word: price for word, price in prices().items() if len(word) >= LONG and price <= least}
    return Trie({word: price for word, price in words.items() if " " not in word and "." not in word})


@lru_cache(maxsize=len(LISTS))
def listed(name: str) -> tuple[str, ...]:
    """Return the entries of a list that ships with planparse; ``#`` begins a comment."""
    text = (resources.files(__package__) / "data" / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(entry for line in text.splitlines() if (entry := line.partition("#")[0].strip()))


def is_of_plans(word: str) -> bool:
    """Whether plans are full of a word."""
    return word in _of_plans()


@lru_cache(maxsize=1)
def _of_plans() -> frozenset[str]:
    return frozenset(word for name in LISTS for word in listed(name))


def phrases(found: Iterable[str]) -> Trie:
    """Return the phrases of one plan as words of their own."""
    return Trie(dict.fromkeys(found, PHRASE))
