"""Sentences that name the months are no header; a header that is set like one is."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from glyphs.hand import row
from planparse.page import Glyph, Rule
from table.test_unruled import EM, FIRST, MONTHS, PITCH, TITLES, lines_at, project, prose, read, rows_of, tables, text

FULL = (
    "ตุลาคม", "พฤศจิกายน", "ธันวาคม", "มกราคม", "กุมภาพันธ์", "มีนาคม",
    "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน",
)  # fmt: skip
LONG = "และให้รายงานผลการดำเนินงานต่อสภาท้องถิ่นภายในสามสิบวันนับแต่วันสิ้นปีตามระเบียบของกระทรวง"


def line(words: Sequence[str], y: float, gaps: Sequence[float], x: float = 40.0) -> list[Glyph]:
    """Words one behind the other, with so much white between them; the last gap repeats."""
    done: list[Glyph] = []
    for number, word in enumerate(words):
        done.extend(row(word, x, y, em=EM))
        x = max(one.x1 for one in done) + gaps[min(number, len(gaps) - 1)]
    return done


def paragraph(*lines: Sequence[str], gaps: Sequence[float] = (10.0,)) -> list[Glyph]:
    return [one for number, words in enumerate(lines) for one in line(words, 100 + 14 * number, gaps)]


SENTENCES = [
    pytest.param((("ประชุมสภา", "ในเดือน", *FULL[:6]), (LONG, "ทั้งนี้"), ("ตามระเบียบ", "กระทรวง")), id="six-in-full"),
    pytest.param((("เดือน", *FULL[:9]), (*FULL[9:], LONG)), id="over-two-lines"),
    pytest.param((("เดือน", *FULL),), id="alone"),
    pytest.param((("ทุกเดือน", *MONTHS, "ของปี"), (LONG, "ทั้งนี้"), ("จบ",)), id="short"),
]


@pytest.mark.parametrize("lines", SENTENCES)
@pytest.mark.parametrize("gap", [6.0, 10.0, 16.0])
def test_months_in_a_sentence_are_no_header(lines: Sequence[Sequence[str]], gap: float) -> None:
    page = read(paragraph(*lines, gaps=(gap,)))
    assert tables(page) == []
    assert prose(page) == [" ".join(words) for words in lines]


def test_months_apart_by_any_number_of_spaces_are_no_header_where_the_next_line_runs_on() -> None:
    page = read(paragraph(("ประชุมสภา", *FULL[:8]), (LONG,), ("จบ",), gaps=(6, 12, 6, 18, 12, 6, 9)))
    assert tables(page) == []


def test_a_table_below_a_sentence_is_one() -> None:
    head = [
        one._replace(y=one.y + 100, top=one.top + 100, bottom=one.bottom + 100) for one in paragraph(("ที่", *TITLED), gaps=(30,))
    ]
    page = read([*paragraph(("เดือน", *FULL[:9]), (*FULL[9:], LONG)), *head, *close(230)])
    (table,) = tables(page)
    assert rows_of(table)[2:] == [CLOSE]
    assert len(prose(page)) == 2


TITLED = ("โครงการ", "งบประมาณ", "หน่วยงาน", *MONTHS)
CLOSE = {0: "1", 1: "ซ่อมถนน", 2: "10,000", 3: "กองช่าง"}


def close(y: float) -> list[Glyph]:
    """A project's row below titles that stand 30 points apart."""
    where = [words[0].x0 for word, words in zip(TITLED, _words_of_header(), strict=True) if word in TITLED[:3]]
    return text([(41, "1"), (where[0], "ซ่อมถนน"), (where[1], "10,000"), (where[2], "กองช่าง")], y)


def _words_of_header() -> list[list[Glyph]]:
    done: list[list[Glyph]] = []
    x = max(one.x1 for one in row("ที่", 40, 100, em=EM)) + 30
    for word in TITLED:
        done.append(row(word, x, 100, em=EM))
        x = max(one.x1 for one in done[-1]) + 30
    return done


def test_titles_and_months_as_far_from_each_other_as_words_are_a_header_where_a_row_keeps_to_them() -> None:
    (table,) = tables(read([*paragraph(("ที่", *TITLED), gaps=(30,)), *close(120)]))
    assert rows_of(table)[2:] == [CLOSE]


def test_a_header_without_rows_is_one() -> None:
    page = read([*text(TITLES, 100), *text([(FIRST + PITCH * at, month) for at, month in enumerate(MONTHS)], 100)])
    assert len(tables(page)) == 1


def test_a_header_below_which_a_heading_runs_over_the_months_is_one() -> None:
    header = [*text(TITLES, 100), *text([(FIRST + PITCH * at, month) for at, month in enumerate(MONTHS)], 100)]
    page = read([*header, *text([(22, LONG)], 114), *project("1", 128)])
    assert prose(page) == [LONG]
    assert [rows_of(table) for table in tables(page)][1] == [{0: "1", 1: "ซ่อมถนน", 2: "10,000", 3: "กองช่าง"}]


def test_a_rule_over_months_makes_them_a_header() -> None:
    rules: list[Rule] = lines_at(86, 106, 130)
    page = read(paragraph(("ที่", *TITLED), gaps=(30,)), rules)
    assert len(tables(page)) == 1
