"""Text → words and what is no word: the cheapest way through the word list. Nothing is changed here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from planparse.thai.lexicon import LONGEST
from planparse.thai.words import dictionary

NO_WORD = 12.0  # the price of each letter that belongs to no word
ONE_LETTER = {"ณ": 8.0}  # words of one letter with their prices
THAI = "\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e"  # what words are made of: not ฯ and ๆ, which stand apart
# A Latin letter or two beside Thai letters: part of a misread word, unless they are a word of their own (CCTV, e-Service, A4)
_ALIEN = re.compile(rf"(?<![A-Za-z0-9๐-๙.,\-])[A-Za-z0๐]{{1,2}}(?=[{THAI}])|(?<=[{THAI}])[A-Za-z0๐]{{1,2}}(?![A-Za-z0-9๐-๙.\-])")
_LETTER = re.compile(f"[{THAI}]")
_FOLLOWING = frozenset(
    "\u0e30\u0e31\u0e32\u0e33\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e45\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e"
)
_LEADING = frozenset("\u0e40\u0e41\u0e42\u0e43\u0e44")


class Token(NamedTuple):
    """A stretch of a text: a word of the list, letters that are none (``known`` is false), or what is not Thai."""

    start: int
    end: int
    known: bool
    price: float


class Letters(NamedTuple):
    """What each letter of a text is: Thai or taken for Thai, and whether a word may end before it."""

    thai: tuple[bool, ...]
    cut: tuple[bool, ...]


def letters(text: str) -> Letters:
    """Return which letters belong to Thai words, misread ones too, and before which a word may end."""
    thai = [_LETTER.match(letter) is not None for letter in text]
    for match in _ALIEN.finditer(text):
        thai[match.start() : match.end()] = [True] * (match.end() - match.start())
    cut = [True] * (len(text) + 1)
    for index, letter in enumerate(text):
        if letter in _FOLLOWING and index:
            cut[index] = False
        if letter in _LEADING and index + 1 < len(text):
            cut[index + 1] = not thai[index + 1]
    return Letters(tuple(thai), tuple(cut))


def segment(text: str, prices: Mapping[str, float], known: Letters) -> list[Token]:
    """Return the tokens of a text in order; letters that are no word stand together as one."""
    best = _best(text, prices, known)
    tokens: list[Token] = []
    end = len(text)
    while end:
        start, is_word, price = best[end]
        if tokens and not is_word and not tokens[-1].known and known.thai[start] and known.thai[tokens[-1].start]:
            tokens[-1] = Token(start, tokens[-1].end, False, tokens[-1].price + price)
        else:
            tokens.append(Token(start, end, is_word, price))
        end = start
    return tokens[::-1]


def words(text: str) -> list[str]:
    """Return a text in pieces that follow each other: as few words of the dictionary as it falls into, and what is none.

    >>> words("กองสาธารณสุขและสิ่งแวดล้อม")
    ['กอง', 'สาธารณสุข', 'และ', 'สิ่งแวดล้อม']
    """
    return [text[token.start : token.end] for token in segment(text, _evenly(), letters(text))]


@lru_cache(maxsize=1)
def _evenly() -> Mapping[str, float]:
    """Return the words of the dictionary at one price: how common they are takes longer to load than most plans to read."""
    return dict.fromkeys((word for word in dictionary() if 1 < len(word) <= LONGEST), 1.0)


def _best(text: str, prices: Mapping[str, float], known: Letters) -> list[tuple[int, bool, float]]:
    """Return for each place where the last token before it starts, whether it is a word, and its price."""
    thai, cut = known
    size = len(text)
    far = float("inf")
    sums = [far] * (size + 1)
    sums[0] = 0.0
    best: list[tuple[int, bool, float]] = [(0, True, 0.0)] * (size + 1)
    for start in range(size):
        sofar = sums[start]
        if sofar == far:
            continue
        stop = start + 1
        if not thai[start]:
            if sofar < sums[stop]:
                sums[stop], best[stop] = sofar, (start, True, 0.0)
            continue
        while not cut[stop]:
            stop += 1
        one = ONE_LETTER.get(text[start:stop])
        price = NO_WORD * (stop - start) if one is None else one
        if sofar + price < sums[stop]:
            sums[stop], best[stop] = sofar + price, (start, one is not None, price)
        for end in range(start + 2, min(size, start + LONGEST) + 1):
            if not thai[end - 1]:
                break
            if cut[end] and (found := prices.get(text[start:end])) is not None and sofar + found < sums[end]:
                sums[end], best[end] = sofar + found, (start, True, found)
    return best
