"""Rows without rules and without white between them, whose numbers stand at the top, in the middle or at the bottom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pytest

from planparse.page import Glyph
from table.test_unruled import header, labels, prose, read, rows_of, tables, text

LEADING = 12.0


class Laid(NamedTuple):
    """A project's row: number, the lines of its name, amount, the lines of its unit."""

    number: str
    name: tuple[str, ...]
    amount: str
    unit: tuple[str, ...]


TWO = [
    Laid("1", ("ซ่อมถนน", "สายเหนือ"), "10,000", ("กองช่าง",)),
    Laid("2", ("ขุดคลอง", "สายใต้"), "20,000", ("กองช่าง",)),
    Laid("3", ("ปลูกต้นไม้", "ริมทาง"), "30,000", ("กองคลัง",)),
]
THREE = [row._replace(name=(*row.name, "บ้านใหม่")) for row in TWO]
FOUR = [row._replace(name=(*row.name, "วัด")) for row in THREE]
MIXED = [
    TWO[0],
    THREE[1],
    Laid("3", ("ปลูกต้นไม้",), "30,000", ("กองช่าง", "และ", "กองคลัง")),
    Laid("4", ("ตลาด",), "5,000", ("กองคลัง",)),
    THREE[2],
]
KINDS = {"two": TWO, "three": THREE, "four": FOUR, "mixed": MIXED}
PLACES = {"top": 0.0, "middle": 0.5, "bottom": 1.0}


def cell(x: float, lines: Sequence[str], top: float, height: int, place: str) -> list[Glyph]:
    first = top + (height - len(lines)) * PLACES[place] * LEADING
    return [one for number, line in enumerate(lines) for one in text([(x, line)], first + number * LEADING)]


def laid(rows: Sequence[Laid], numbers: str, others: str, gap: float = 0.0, y: float = 120.0) -> list[Glyph]:
    done: list[Glyph] = []
    for row in rows:
        height = max(len(row.name), len(row.unit))
        done.extend(cell(22, [row.number], y, height, numbers))
        for x, lines in ((60, row.name), (182, (row.amount,)), (262, row.unit)):
            done.extend(cell(x, lines, y, height, others))
        y += height * LEADING + gap
    return done


def told(rows: Sequence[Laid]) -> list[dict[int, str]]:
    return [{0: row.number, 1: "|".join(row.name), 2: row.amount, 3: "|".join(row.unit)} for row in rows]


@pytest.mark.parametrize("gap", [0.0, 2.0, 6.0])
@pytest.mark.parametrize(("numbers", "others"), [("top", "top"), ("middle", "middle"), ("bottom", "bottom"), ("middle", "top")])
@pytest.mark.parametrize("rows", KINDS.values(), ids=KINDS)
def test_rows_begin_where_their_numbers_say(rows: Sequence[Laid], numbers: str, others: str, gap: float) -> None:
    (table,) = tables(read([*header(), *laid(rows, numbers, others, gap)]))
    assert rows_of(table)[2:] == told(rows)
    assert numbers != "top" or table.standing == "top"


@pytest.mark.parametrize("head", [True, False], ids=["with-header", "without-header"])
def test_the_next_page_is_as_the_first(head: bool) -> None:
    first = read([*header(), *laid(THREE, "middle", "middle")])
    rows = [MIXED[3], *THREE]  # of these alone nothing is above the first number
    (table,) = tables(read([*(header() if head else ()), *laid(rows, "middle", "middle")], before=first))
    assert rows_of(table)[2 if head else 0 :] == told(rows)


def test_one_part_between_headings_tells_of_the_others() -> None:
    heading = text([(22, "ยุทธศาสตร์ที่ 2 การพัฒนาคุณภาพชีวิตและสังคมให้น่าอยู่")], 120 + 9 * LEADING)
    rows = [MIXED[3], *THREE]
    page = read([*header(), *laid(THREE, "middle", "middle"), *heading, *laid(rows, "middle", "middle", y=120 + 10 * LEADING)])
    above, below = tables(page)
    assert (rows_of(above)[2:], rows_of(below)) == (told(THREE), told(rows))
    assert len(prose(page)) == 1


def test_what_ends_a_row_of_the_page_before_is_no_line_of_the_first_row() -> None:
    first = read([*header(), *laid(THREE, "top", "top")])
    rest = text([(60, "วัด")], 120)
    (table,) = tables(read([*rest, *laid(TWO, "top", "top", y=120 + 2 * LEADING)], before=first))
    assert rows_of(table) == [{1: "วัด"}, *told(TWO)]


def test_a_stray_line_above_the_first_number_changes_no_other_row() -> None:
    (table,) = tables(read([*header(), *text([(186, "กู้")], 120), *laid(THREE, "top", "top", y=120 + LEADING)]))
    assert rows_of(table)[3:] == told(THREE)[1:]


@pytest.mark.parametrize("place", ["middle", "bottom"])
@pytest.mark.parametrize("rows", [THREE, FOUR, MIXED], ids=["three", "four", "mixed"])
def test_lines_right_below_the_header_are_of_the_first_row_where_they_are_set_as_the_others(
    rows: Sequence[Laid], place: str
) -> None:
    centred = text([(20, "ที่"), (74, "โครงการ"), (188, "งบประมาณ"), (270, "หน่วยงาน")], 100)
    (table,) = tables(read([*centred, *labels(100), *laid(rows, place, place, y=100 + LEADING)]))
    assert rows_of(table)[2:] == told(rows)


def test_a_line_right_below_a_title_is_its_next_where_it_stands_as_the_title_does() -> None:
    (table,) = tables(read([*header(), *text([(60, "กิจกรรม"), (180, "(บาท)")], 112), *laid(THREE, "top", "top", y=126)]))
    assert rows_of(table)[0][1] == "โครงการ|กิจกรรม"
    assert rows_of(table)[2:] == told(THREE)
