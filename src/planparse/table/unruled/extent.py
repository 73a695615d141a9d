"""Which rows of a page are a table's header, and which go on with the table of the page before."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from math import inf

from planparse.table.unruled.labels import LEAST_MONTHS, Labels
from planparse.table.unruled.words import Row, Word, runs_over

LEAST_COLUMNS = 4  # a row without a header that stands in as many is one of the table before
LEADING = 1.75  # em between the lines of one title
HEADER_UP = 3.2  # em that the lines of a table without a header may lie apart
OVER_LABELS = 4.0  # em that the lines of a header may lie apart: a row of turned labels is high
TITLES_APART = 2.0  # em of white between the titles of columns: the words of a heading are nearer
NEAR = 3  # rows: those between two lines of a title stand beside these
BELOW = 2.4  # em between the labels of months and their years below them
BESIDE = 0.8  # em that titles may stand lower than the labels of months beside them
TITLE_LEADING = 2.2  # em between two lines of one title that stand in the middle of each other
CENTRED = 0.5  # em between the middles of two lines of one title
MANY = 16  # rows: among as many below the header other lines of its columns begin where one does
ALIGNED = 1.0  # points between the beginnings, or ends, of lines set below each other
FEW = 3  # words: a header's row of titles has more
CROSSES = 4.0  # points by which words must reach over a column's edge to be a line of their own
_YEAR = re.compile(r"(?:[2๒][5๕])?[\d๐-๙]{2}")


def header_top(found: Sequence[Row], labels: Labels, rules: Sequence[float]) -> int:
    """Return the index of a header's first row: the first below the rule over it, else as far up as titles stand close."""
    left = labels.words[0].x0
    above = [at for at in rules if at < found[labels.first].y - found[labels.first].em / 2]
    top = labels.first
    while top and _first_line(found[top]) - found[top - 1].y < OVER_LABELS * found[top].em:
        row = found[top - 1]
        if above and row.y < above[-1]:
            break
        if _is_heading(row, left) and _first_line(found[top]) - row.y >= row.em:  # nearer are no two lines of text, but titles
            higher = found[max(top - NEAR, 0) : top - 1]
            titles = [one for one in higher if (one.y > above[-1] if above else not _is_heading(one, left))]
            if not _is_of_titles(row, [*titles, *found[top : top + NEAR]]):
                break
        top -= 1
    return top


def _first_line(row: Row) -> float:
    """Return where a row's first line is: labels that are turned are as high as several."""
    return min(row.y, row.top + row.em)


def _is_of_titles(row: Row, titles: Sequence[Row]) -> bool:
    """Whether the words of a row are lines of titles of columns: each stands in the middle over or below another line."""
    close = [one for one in titles if 0 < abs(one.y - row.y) < TITLE_LEADING * row.em]
    lines = [word.middle for one in close for word in one.words if word.letters[0].em == row.em]  # not the labels beside them
    return all(any(abs(word.middle - middle) < CENTRED * row.em for middle in lines) for word in row.words)


def _is_heading(row: Row, months: float) -> bool:
    """Whether a row above the months is a line of words, no titles of columns: they begin beside the months, close together."""
    if row.words[0].x0 >= months:
        return False
    gaps = [b.x0 - a.x1 for a, b in zip(row.words, row.words[1:], strict=False)]
    return not gaps or (len(row.words) <= FEW and max(gaps) < TITLES_APART * row.em)


def header_end(found: Sequence[Row], top: int, labels: Labels, rules: Sequence[float]) -> int:
    """Return the index after a header's last row: the months' last, or what goes on with its titles right below.

    That is no row of the table: it stands above the rule below the header, right of the first title, as a word below it or as
    words below several, and is not set as the lines further down.
    """
    floor = min((at for at in rules if at > found[labels.last].y), default=inf)
    left = min(word.x1 for row in found[max(labels.first - 1, 0) : labels.first + 1] for word in row.words[:1])
    first = min((row.words[0] for row in found[top : labels.last + 1]), key=lambda word: word.x0)
    end = labels.last + 1
    low = max(letter.bottom for word in labels.words for letter in word.letters)
    while floor < inf and end < len(found) and found[end].y < min(low, floor):  # beside labels that are turned
        end += 1
    end = max(end, _after_years(found, labels))
    while end < len(found) and found[end].y < min(found[labels.last].y + BESIDE * found[end].em, floor):  # beside smaller labels
        end += 1
    while end < len(found) and found[end].y - found[end - 1].y < LEADING * found[end].em and found[end].y < floor:
        row, above = found[end], found[top:end]
        if not (row.words[0].x0 > left or _is_title_below(row, first) or _are_below_titles(row, above)):
            break
        if _is_of_body(row, above, found[end + 1 : end + 1 + MANY]):
            break
        end += 1
    return end


def _are_below_titles(row: Row, header: Sequence[Row]) -> bool:
    """Whether a row is several words without digits, each in the middle below a title."""
    middles = [word.middle for one in header for word in one.words]
    below = all(any(abs(word.middle - middle) < CENTRED * row.em for middle in middles) for word in row.words)
    return len(row.words) > 1 and below and not any(letter.text.isdecimal() for word in row.words for letter in word.letters)


def _is_of_body(row: Row, header: Sequence[Row], body: Sequence[Row]) -> bool:
    """Whether the words of a row begin or end where those of lines below do, and some of them stand unlike the title above."""
    titles = [word for one in header for word in one.words]
    lines = [word for one in body for word in one.words]
    if not all(any(_is_aligned(word, other) for other in lines) for word in row.words):
        return False
    over = ([title for title in titles if title.x0 < word.x1 and title.x1 > word.x0] for word in row.words)
    return any(
        own and not any(_is_aligned(word, title) or abs(word.middle - title.middle) < CENTRED * row.em for title in own)
        for word, own in zip(row.words, over, strict=True)
    )


def _is_aligned(a: Word, b: Word) -> bool:
    return min(abs(a.x0 - b.x0), abs(a.x1 - b.x1)) < ALIGNED


def _after_years(found: Sequence[Row], labels: Labels) -> int:
    """Return the index after a row of years right below the labels of months, else that after these."""
    for index in range(labels.last + 1, min(labels.last + 1 + NEAR, len(found))):
        row = found[index]
        if row.y - found[labels.last].y > BELOW * row.em:
            break
        years = [word.text for word in row.words if _YEAR.fullmatch(word.text)]
        if len(years) >= LEAST_MONTHS and len(set(years)) <= 2:
            return index + 1
    return labels.last + 1


def _is_title_below(row: Row, title: Word) -> bool:
    """Whether a row is one word without digits in the middle below a title."""
    word = row.words[0]
    middle = abs(word.middle - title.middle) < max(word.x1 - word.x0, title.x1 - title.x0) / 4
    return len(row.words) == 1 and middle and not any(letter.text.isdecimal() for letter in word.letters)


def going_on(found: Sequence[Row], xs: Sequence[float]) -> Sequence[Row]:
    """Return the rows that go on with a table's columns: from its first row in several of them, and what stands right above."""
    first = next((index for index, row in enumerate(found) if fits(row, xs)), None)
    if first is None:
        return ()
    while first and found[first].y - found[first - 1].y < HEADER_UP * found[first].em and in_columns(found[first - 1], xs):
        first -= 1
    return found[first:]


def fits(row: Row, xs: Sequence[float]) -> bool:
    """Whether a row begins in the first column and stands in several, or states a sum in two."""
    if row.is_sum:
        return len(row.words) > 1 and row.words[0].x1 < xs[-1]
    columns = {bisect_right(xs, (letter.x0 + letter.x1) / 2) for letter in row.letters if not letter.text.isspace()}
    return len(columns) >= LEAST_COLUMNS and min(columns) == 1 and in_columns(row, xs)


def in_columns(row: Row, xs: Sequence[float]) -> bool:
    """Whether none of a row's words runs over a column's edge."""
    return not any(
        runs_over(row, xs[at])
        for word in row.words
        for at in range(bisect_left(xs, word.x0 + CROSSES), bisect_right(xs, word.x1 - CROSSES))
    )
