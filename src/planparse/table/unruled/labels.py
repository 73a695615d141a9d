"""The labels of the months in a table's header: beside each other in a row, broken over lines, so close that they touch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from planparse.glyphs import Cluster
from planparse.table.unruled.words import Row, Word
from planparse.thai.months import FISCAL_ORDER, FULL, QUARTERS, SHORT, are_a_year, month_of, quarter_of
from planparse.thai.numbers import arabic

LEAST_MONTHS = 6  # labels of months that make a header
DEEPEST = 3  # lines that a label is broken over
LEADING = 1.7  # em between the lines of a label, at most
REST = 2.4  # em between a label and the point of its last abbreviation, where that is all that its next line has
SHORT_WORD = 10  # letters: as short are the words of a line of labels, with their years
TWICE = 0.06  # em: the same letter this near was drawn twice
FEW = 3  # short words that a label's line has at least
TITLES = 4  # words that a header without months has in the row with its time at least
HEADER = 6  # rows above the labels of months in which such a title is theirs
BESIDE = 2.5  # em between the rows of one title
_TIME = re.compile(r"ระยะเวลา|ช่วง(?:ระยะ)?เวลา|วัน\s*เดือน\s*ปี|กำหนดเวลา")
_NUMBERS = re.compile(r"(?:ล(?:ำ|ํา)ดับ|เลข)?\s*(?:ที่)?|ข้อ")
_MONTH = "|".join([*FULL, *(re.escape(name[:-1]).replace(r"\.", r"\.?") + r"\.?" for name in SHORT)])
_GLUED = re.compile(rf"(?:(?:{_MONTH})(?:\d\d)?)+")
_ONE_MONTH = re.compile(rf"(?:{_MONTH})(?:\d\d)?")


class Labels(NamedTuple):
    """The labels of a header's months, from left to right, and the indices of the first and last row that they stand in.

    Of a header whose time is a column of words it is the title of that column alone.
    """

    first: int
    last: int
    words: tuple[Word, ...]


def labelled(found: Sequence[Row]) -> list[Labels]:
    """Return the labels of all headers in a page's rows, from top to bottom."""
    blocks = [block for index, row in enumerate(found) if _may_label(row) and (block := _block(found, index)) is not None]
    done: list[Labels] = []
    for block in sorted(blocks, key=lambda block: (-len(block.words), block.last - block.first)):
        near = HEADER if len(block.words) == len(QUARTERS) else 0  # quarters over months, or their sums, are not a table's months
        if all(block.last + near < other.first or block.first > other.last + near for other in done):
            done.append(block)
    return sorted(done, key=lambda block: block.first)


def worded(found: Sequence[Row], months: Sequence[Labels]) -> list[Labels]:
    """Return the title of the time in each header whose time is a column of words, from top to bottom.

    One over the labels of ``months`` is theirs. The first column of such a header has the numbers.
    """
    done: list[Labels] = []
    for index, row in enumerate(found):
        time = _time_of(row)
        if time is None or any(index <= block.last and block.first - index < HEADER for block in months):
            continue
        near = [other for other in found[max(index - HEADER, 0) : index + HEADER] if abs(other.y - row.y) < BESIDE * row.em]
        first = [other.words[0] for other in near if other.words[0].x0 <= row.words[0].x0]
        if any(_NUMBERS.fullmatch(_text(word.letters)) for word in first):
            done.append(Labels(index, index, (time,)))
    return done


def _time_of(row: Row) -> Word | None:
    """Return the title of a column with the time in words, in a row of titles."""
    if len(row.words) < TITLES:
        return None
    return next((word for word in row.words if _TIME.match(_text(word.letters))), None)


def may_head(found: Iterable[Row]) -> bool:
    """Whether labels of months, or a title of the time, may stand in a page's rows; their letters may still be in one piece."""
    return any(_may_label(row) or _time_of(row) is not None for row in found)


def _may_label(row: Row) -> bool:
    return len([word for word in row.words if len(word.letters) <= SHORT_WORD]) >= FEW or any(
        _GLUED.fullmatch(_text(word.letters)) for word in row.words
    )


def _block(found: Sequence[Row], first: int) -> Labels | None:
    """Return the labels that begin in row ``first``: of as few lines as name the most months."""
    best: Labels | None = None
    words: list[Word] = []
    for index in range(first, min(first + DEEPEST, len(found))):
        row = found[index]
        if index > first and row.y - found[index - 1].y >= LEADING * row.em:
            break
        words.extend(parted(row.words))
        named = _named(_stacked(words)) or (_numbers_of_quarters(found, index) if index == first else ())
        if len(named) > (len(best.words) if best else 0):
            best = Labels(first, index, named)
    return _with_rests(found, best) if best else None


def _named(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words of a row that are labels of months, or else of the quarters of a year."""
    named = tuple(word for word in words if _is_month(word))
    if len(named) >= LEAST_MONTHS:
        return named
    texts = [_text(word.letters) for word in words]
    for first in range(len(words) - len(FISCAL_ORDER) + 1):
        if are_a_year(texts[first : first + len(FISCAL_ORDER)]):
            return tuple(words[first : first + len(FISCAL_ORDER)])
    quarters = [(word, month) for word, text in zip(words, texts, strict=True) if (month := quarter_of(text)) is not None]
    return tuple(word for word, _ in quarters) if [month for _, month in quarters] == list(QUARTERS) else ()


def _numbers_of_quarters(found: Sequence[Row], index: int) -> tuple[Word, ...]:
    """Return the words 1, 2, 3 and 4 of a row, if the title right above them says that these are quarters."""
    words = found[index].words
    texts = [arabic(_text(word.letters)) for word in words]
    first = next((at for at in range(len(words)) if texts[at : at + len(QUARTERS)] == list("1234")), None)
    if first is None:
        return ()
    own = words[first : first + len(QUARTERS)]
    above = [row for row in found[max(index - 2, 0) : index] if found[index].y - row.y < BESIDE * row.em]
    titles = (word for row in above for word in row.words if own[0].x0 < word.middle < own[-1].x1)
    return own if any("ไตรมาส" in _text(word.letters) for word in titles) else ()


def _with_rests(found: Sequence[Row], block: Labels) -> Labels:
    """Return labels with the line below them that has nothing but their ends."""
    after = block.last + 1
    if after == len(found) or found[after].y - found[block.last].y >= REST * found[after].em:
        return block
    whole = _stacked([*block.words, *found[after].words])
    if len(whole) > len(block.words) or not all(map(_is_month, whole)):
        return block
    return Labels(block.first, after, tuple(whole))


def _stacked(words: Iterable[Word]) -> list[Word]:
    """Return words with those over each other put together, from left to right."""
    done: list[Word] = []
    for word in sorted(words, key=lambda word: word.x0):
        if done and word.x0 < done[-1].x1 - 1:
            both = sorted((*done[-1].letters, *word.letters), key=lambda letter: (letter.y, letter.x))
            done[-1] = Word(tuple(both))
        else:
            done.append(word)
    return done


def _is_month(word: Word) -> bool:
    return month_of(_text(word.letters)) is not None


def _text(letters: Sequence[Cluster]) -> str:
    """Return the letters' text, without those that are drawn twice."""
    once = [*letters[:1], *(b for a, b in pairwise(letters) if not _is_again(a, b))]
    return "".join(letter.text for letter in once).strip()


def _is_again(a: Cluster, b: Cluster) -> bool:
    return a.text == b.text and abs(a.x - b.x) < TWICE * b.em and a.y == b.y


def parted(words: Iterable[Word]) -> Iterator[Word]:
    """Yield words; those that are several months' labels, so close that they look like one word, in their labels."""
    for word in words:
        text = "".join(_text(word.letters).split())
        ends = [match.end() for match in _ONE_MONTH.finditer(text)] if _GLUED.fullmatch(text) else []
        yield from _cut(word, ends) if len(ends) > 1 else (word,)


def _cut(word: Word, ends: Sequence[int]) -> Iterator[Word]:
    """Yield a word's pieces that end behind so many letters."""
    label: list[Cluster] = []
    at = done = 0
    for letter in word.letters:
        if letter.text.isspace():
            continue
        label.append(letter)
        at += len(letter.text)
        if at >= ends[done]:
            yield Word(tuple(label))
            label, done = [], done + 1
