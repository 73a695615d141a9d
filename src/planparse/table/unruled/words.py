"""Letters of a page → rows of words, and where in a row ink runs on without white."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

from planparse.glyphs import Cluster, lines, rows

WORD_GAP = 0.6  # em of white between two words of a header
RUN_GAP = 0.15  # em of white that parts two runs of ink
CELL_LEADING = 2.0  # em between two lines of a cell, at most
CELL_LINES = 3  # rows of words among which the line above one is
SPACE = 0.4  # em of white that a space in a line of words may leave
_AMOUNT = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?:\.?-)?")
# with other letters right behind it, it is a name: รวมพลังรักษ์ป่า
_SUM = re.compile(
    r"\s*(?:ยอดรวม|รวม(?:ทั้ง|เป็น|เงิน|งบ|จำนวน|แผนงาน|ยุทธ|แนวทาง|หน้า|ทุก|โครงการ|ยอด|(?![\u0e01-\u0e4e])))|ยอด(?:ยก|รวม)"
)
_BROKEN = re.compile(r"[\d๐-๙][.,]?\Z")
_AMOUNT_BEHIND = re.compile(r"\S+\s+(?P<amount>[\d๐-๙]{1,3}(?:,[\d๐-๙]{3})+\S*)\Z")
# … of no more pages than years are counted: 2/2562 is the second time in a year
_PAGE_NUMBER = re.compile(r"(?:หน้า(?:ที่)?|-|–)?\s*[\d๐-๙]{1,4}\s*(?:-|–|(?:/|of|จาก)\s*(?![2๒][4-6๔-๖][\d๐-๙]{2})[\d๐-๙]{1,4})?")
_ADDRESS = re.compile(r"(?:https?|file|about|blob|data|chrome-extension):\S+")
_TIME_OF_PRINT = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4},?\s+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*[AP]M)?", re.IGNORECASE)


class Word(NamedTuple):
    """Clusters of a row without a wide gap between them."""

    letters: tuple[Cluster, ...]

    @property
    def text(self) -> str:
        """The letters' text, without those that are drawn twice."""
        return "".join(line.text for line in lines(self.letters)).strip()

    @property
    def x0(self) -> float:
        """Where its ink begins, in points."""
        return min(letter.x0 for letter in self.letters)

    @property
    def x1(self) -> float:
        """Where its ink ends, in points."""
        return max(letter.x1 for letter in self.letters)

    @property
    def middle(self) -> float:
        """The middle of its ink, in points."""
        return (self.x0 + self.x1) / 2


class Row(NamedTuple):
    """The words at one baseline, from left to right."""

    words: tuple[Word, ...]
    y: float
    em: float
    top: float

    @property
    def letters(self) -> list[Cluster]:
        """All letters of the row."""
        return [letter for word in self.words for letter in word.letters]

    @property
    def is_sum(self) -> bool:
        """Whether it states a sum."""
        return bool(_SUM.match(self.words[0].text))


def sum_and_amount(word: Word) -> tuple[Sequence[Cluster], Sequence[Cluster]]:
    """Return the letters of a sum's label, and those of an amount that stands so close behind it that the two look like one."""
    text = "".join(letter.text for letter in word.letters)
    found = _AMOUNT_BEHIND.search(text.rstrip())
    if found is None:
        return word.letters, ()
    at = 0
    for index, letter in enumerate(word.letters):
        if at >= found.start("amount"):
            return word.letters[:index], word.letters[index:]
        at += len(letter.text)
    return word.letters, ()


class Run(NamedTuple):
    """A stretch of a row that no white parts."""

    x0: float
    x1: float
    text: str = ""

    @property
    def is_number(self) -> bool:
        """Whether it begins as a number does."""
        return self.text[:1].isdecimal()

    @property
    def is_amount(self) -> bool:
        """Whether it is a number with its thousands parted."""
        return bool(_AMOUNT.fullmatch(self.text))


def rows_of_words(letters: Iterable[Cluster]) -> list[Row]:
    """Return the rows of words, from top to bottom."""
    return [row for row in map(_row, rows(letters)) if row is not None]


def _row(letters: Sequence[Cluster]) -> Row | None:
    inked = [letter for letter in letters if not letter.text.isspace()]
    if not inked:
        return None
    words: list[list[Cluster]] = []
    for letter in letters:
        if letter.text.isspace() and not words:
            continue
        if words and letter.x - words[-1][-1].end < WORD_GAP * letter.em:
            words[-1].append(letter)
        elif not letter.text.isspace():
            words.append([letter])
    return Row(
        tuple(Word(tuple(word)) for word in words), inked[0].y, median(letter.em for letter in inked), min(c.top for c in inked)
    )


def without_page_numbers(found: Sequence[Row]) -> Sequence[Row]:
    """Return the rows of a page without those at its head and foot that are nothing but its number, or what a browser prints."""
    start, stop = 0, len(found)
    if stop > 1 and (_is_page_number(found[0]) or is_of_browser(found[0])):
        start = 1
    last = found[-1] if stop > start + 1 else None
    if last and (is_of_browser(last) or (_is_page_number(last) and not _ends_amount(last, found[:-1]))):
        stop -= 1
    return found[start:stop]


def is_of_browser(row: Row) -> bool:
    """Whether a row is what browsers print at a page's head or foot: an address, the time or the page's number at its two ends."""
    texts = [word.text for word in row.words]
    if len(texts) < 2:
        return False
    first, last = texts[0], texts[-1]
    if _TIME_OF_PRINT.fullmatch(first) or _TIME_OF_PRINT.fullmatch(last):
        return True
    address = _ADDRESS.fullmatch(first) or _ADDRESS.fullmatch(last)
    return bool(address) and len(texts) == 2 and any(map(_PAGE_NUMBER.fullmatch, (first, last)))


def _is_page_number(row: Row) -> bool:
    return len(row.words) == 1 and bool(_PAGE_NUMBER.fullmatch(row.words[0].text))


def _ends_amount(row: Row, above: Sequence[Row]) -> bool:
    """Whether a row is right below digits, as the end of an amount is that was broken."""
    last = row.words[0]
    near = (one for one in above[-CELL_LINES:] if row.y - one.y < CELL_LEADING * row.em)
    over = (word for one in near for word in one.words if word.x0 < last.x1 and word.x1 > last.x0)
    return any(_BROKEN.search(word.text) for word in over)


def runs(row: Row) -> list[Run]:
    """Return the stretches of a row that no white parts, not even a space's; a letter reaches as far as its ink or its pen."""
    done: list[Run] = []
    gap = RUN_GAP * row.em
    for letter in row.letters:
        if letter.text.isspace():
            continue
        end = max(letter.x1, min(letter.end, letter.x1 + letter.em))
        if done and letter.x0 - done[-1].x1 < gap:
            done[-1] = Run(done[-1].x0, max(done[-1].x1, end), done[-1].text + letter.text)
        else:
            done.append(Run(letter.x0, end, letter.text))
    return done


def runs_over(row: Row, x: float) -> bool:
    """Whether a row's words run on over a place: what stands on both sides of it is no further apart than words of a line."""
    left = [letter.x1 for letter in row.letters if not letter.text.isspace() and (letter.x0 + letter.x1) / 2 < x]
    right = [letter.x0 for letter in row.letters if not letter.text.isspace() and (letter.x0 + letter.x1) / 2 >= x]
    return bool(left and right) and min(right) - max(left) < RUN_GAP * row.em
