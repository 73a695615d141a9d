"""Marks → the months that they mean."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from form.tables import spans as pairs
from planparse.form.marks import RawMark
from planparse.form.timeline import Calendar, covered_months, merged, telling, timeline, worded
from planparse.page import Box
from planparse.plan import Mark, MarkKind, Span, Timeline
from planparse.table import Drawn
from planparse.thai.months import FISCAL_ORDER

YEAR = Calendar(FISCAL_ORDER, 2555)
NO_YEAR = Calendar(FISCAL_ORDER, None)
EDGES = [(100.0 + 30 * month, 130.0 + 30 * month) for month in range(12)]


Sign = tuple[int, MarkKind] | tuple[int, MarkKind, str] | tuple[int, MarkKind, str, int]


def marks(*signs: Sign) -> list[RawMark]:
    """Return marks from ``(month, kind, text, end)``."""
    return [RawMark(month, kind, *_rest(*rest)) for month, kind, *rest in signs]


def _rest(text: str = "", end: int | None = None) -> tuple[str, tuple[int, float], int | None]:
    return text, (1, 0.0), end


def test_a_calendar_writes_months_of_the_fiscal_year() -> None:
    assert [YEAR[index] for index in (0, 2, 3, 11)] == ["2011-10", "2011-12", "2012-01", "2012-09"]
    assert [NO_YEAR[index] for index in (0, 3)] == ["--10", "--01"]
    assert (YEAR.write(10, 2560), NO_YEAR.write(1, 2567)) == ("2017-10", "2024-01")


@pytest.mark.parametrize(
    ("x0", "x1", "months"),
    [
        pytest.param(100, 190, (0, 2), id="whole months"),
        pytest.param(119, 141, (0, 1), id="a third of each"),
        pytest.param(121, 139, (0, 0), id="less than a third of two: the one it covers most, the first of equals"),
        pytest.param(125, 139, (1, 1), id="less than a third of two: the one it covers most"),
        pytest.param(122, 165, (1, 1), id="a bit beyond its month"),
        pytest.param(50, 460, (0, 11), id="beyond all"),
        pytest.param(448, 452, (11, 11), id="short, in a month"),
        pytest.param(20, 99, None, id="left of all"),
        pytest.param(470, 500, None, id="right of all"),
    ],
)
def test_a_drawn_mark_covers_months(x0: float, x1: float, months: tuple[int, int] | None) -> None:
    assert covered_months(Drawn("arrow", Box(x0, 10, x1, 11)), EDGES) == months


@pytest.mark.parametrize(
    ("signs", "spans"),
    [
        pytest.param([(0, "bullet"), (2, "arrow")], [(0, 2)], id="bullet to arrow"),
        pytest.param([(0, "bullet"), (2, "dash")], [(0, 2)], id="bullet to dash"),
        pytest.param([(0, "bullet"), (2, "dash"), (4, "arrow")], [(0, 4)], id="to the last before the next bullet"),
        pytest.param([(2, "arrow"), (0, "bullet")], [(0, 2)], id="in the order of the months"),
        pytest.param([(0, "bullet"), (2, "arrow"), (5, "bullet")], [(0, 2), (5, 5)], id="a lone bullet is a month"),
        pytest.param([(3, "bullet"), (3, "arrow")], [(3, 3)], id="both in one month"),
        pytest.param([(3, "arrow")], [], id="an arrow without a start"),
        pytest.param([(1, "dash"), (3, "bullet")], [(3, 3)], id="a dash before the bullet"),
        pytest.param(
            [(0, "bullet", "✓"), (1, "bullet", "✓"), (2, "bullet", "✓"), (5, "bullet", "✓")], [(0, 2), (5, 5)], id="ticks"
        ),
        pytest.param([(0, "bullet", "✓"), (1, "bullet", "x")], [(0, 0), (1, 1)], id="ticks of two kinds"),
        pytest.param([(0, "bullet", "•"), (1, "bullet", "•")], [(0, 0), (1, 1)], id="bullets that may begin arrows"),
        pytest.param([(0, "bullet", "●"), (1, "bullet", "●"), (3, "arrow", "→")], [(0, 0), (1, 3)], id="one that does"),
        pytest.param([(3, "unknown", "ð")], [], id="an unknown mark"),
        pytest.param([(2, "arrow", "", 5)], [(2, 5)], id="a drawn arrow"),
        pytest.param([(2, "line", "", 2)], [(2, 2)], id="a drawn line"),
        pytest.param([(2, "arrow", "<-->", 5), (7, "bullet")], [(2, 5), (7, 7)], id="an arrow in a cell over months"),
        pytest.param([(0, "bullet"), (2, "bullet", "•", 5), (7, "arrow")], [(0, 0), (2, 7)], id="a bullet in a cell over months"),
        pytest.param([(2, "unknown", "ð", 5)], [], id="an unknown mark in a cell over months"),
        pytest.param([(2, "number", "3", 4)], [(2, 4)], id="a quantity in a cell over months"),
        pytest.param([(2, "text", "3 ครั้ง", 4)], [(2, 4)], id="words in a cell over months"),
        pytest.param([(0, "bullet"), (2, "arrow", "", 5)], [(0, 0), (2, 5)], id="a bullet beside a drawn arrow"),
        pytest.param([(6, "arrow", "", 7), (2, "line", "", 3)], [(2, 3), (6, 7)], id="spans by month"),
        pytest.param([(2, "arrow", "", 5), (2, "arrow", "", 5)], [(2, 5)], id="each once"),
        pytest.param([(2, "arrow", "", 5), (3, "text", "จัดซื้อ"), (4, "number", "3")], [(2, 5)], id="words over a drawn arrow"),
        pytest.param([(2, "line", "", 5), (3, "text", "ทุกเดือน")], [(2, 5)], id="each month of a drawn line"),
        pytest.param([(2, "arrow", "", 5), (6, "number", "3")], [(2, 5), (6, 6)], id="a quantity beside an arrow"),
        pytest.param([(2, "arrow", "", 3), (3, "text", "มิ.ย.")], [(2, 3), (8, 8)], id="words over an arrow that name a month"),
        pytest.param([(2, "bullet", "", 2), (3, "bullet", "", 3), (6, "bullet", "", 6)], [(2, 3), (6, 6)], id="drawn dots"),
        pytest.param([(1, "fill", "", 1), (2, "fill", "", 3), (5, "fill")], [(1, 3), (5, 5)], id="neighbouring fills"),
        pytest.param([(1, "fill", "", 4), (2, "fill", "", 2)], [(1, 4)], id="a fill on another"),
        pytest.param([(4, "number", "3")], [(4, 4)], id="a quantity"),
        pytest.param([(4, "text", "3 ครั้ง")], [(4, 4)], id="words that name no month"),
        pytest.param([(0, "text", "ม.ค.-มี.ค.")], [(3, 5)], id="words that name months"),
        pytest.param([(0, "text", "ตลอดปี")], [(0, 11)], id="words that name the year"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_marks_mean_months(signs: list[Sign], spans: list[tuple[int, int]]) -> None:
    found = timeline(marks(*signs), YEAR)
    assert pairs(found.spans) == [(YEAR[start], YEAR[end]) for start, end in spans]


@pytest.mark.parametrize(
    ("signs", "told"),
    [
        pytest.param([(0, "bullet", "✓"), *[(at, "dash", "-") for at in range(1, 12)]], [0], id="a tick and dashes"),
        pytest.param([(5, "bullet", "•"), *[(at, "dash", "-") for at in range(12) if at != 5]], [5], id="dashes before the bullet"),
        pytest.param([(at, "dash", "–") for at in range(12)], [], id="dashes alone"),
        pytest.param([*[(at, "dash", "-") for at in range(9)], (9, "arrow", "", 11)], [9], id="dashes beside a drawn arrow"),
        pytest.param([(0, "bullet", "•"), *[(at, "dash", "-") for at in range(1, 12)]], list(range(12)), id="a line of dashes"),
        pytest.param([(0, "bullet", "✓"), (1, "dash", "-")], [0, 1], id="months without any mark"),
        pytest.param([(0, "bullet", "✓"), (1, "dash", "-----", 11)], [0, 1], id="a long dash"),
    ],
)
def test_dashes_may_say_that_nothing_is_done(signs: list[Sign], told: list[int]) -> None:
    assert sorted(mark.month for mark in telling(marks(*signs), 12)) == told


def test_months_that_come_again_have_their_own_year() -> None:
    two_years = Calendar([*FISCAL_ORDER, *FISCAL_ORDER], 2556)
    assert [two_years[index] for index in (0, 3, 11, 12, 15, 23)] == [
        "2011-10", "2012-01", "2012-09", "2012-10", "2013-01", "2013-09",
    ]  # fmt: skip
    assert [Calendar([7, 8, 9, *FISCAL_ORDER], 2556)[index] for index in (0, 3, 6)] == ["2012-07", "2012-10", "2013-01"]


def test_a_column_of_a_quarter_ends_with_it() -> None:
    quarters = Calendar([10, 1, 4, 7], 2555)
    assert [(quarters[index], quarters.end(index)) for index in range(4)] == [
        ("2011-10", "2011-12"), ("2012-01", "2012-03"), ("2012-04", "2012-06"), ("2012-07", "2012-09"),
    ]  # fmt: skip
    found = timeline(marks((0, "bullet", "✓"), (1, "bullet", "✓"), (3, "fill", "", 3)), quarters)
    assert pairs(found.spans) == [("2011-10", "2012-03"), ("2012-07", "2012-09")]


def test_a_mark_stands_in_its_month() -> None:
    found = timeline(
        marks((5, "unknown", "ð"), (3, "fill", "", 4), (0, "bullet", "•"), (1, "line", "", 2), (6, "text", "ส.ค.")), YEAR
    )
    assert [(mark.month, mark.kind, mark.text) for mark in found.marks] == [
        ("2011-10", "bullet", "•"),
        ("2011-11", "line", ""),
        ("2012-01", "fill", ""),
        ("2012-02", "fill", ""),
        ("2012-03", "unknown", "ð"),
        ("2012-08", "text", "ส.ค."),
    ]


@pytest.mark.parametrize(
    ("text", "calendar", "spans"),
    [
        ("ต.ค. 66 - ก.ย. 67", YEAR, [("2023-10", "2024-09")]),
        ("ต.ค. - ม.ค.", NO_YEAR, [("--10", "--01")]),
        ("ไตรมาส 1, ไตรมาส 4", YEAR, [("2011-10", "2011-12"), ("2012-07", "2012-09")]),
        ("3 ครั้ง", YEAR, []),
    ],
)
def test_words_name_spans(text: str, calendar: Calendar, spans: list[tuple[str, str]]) -> None:
    assert pairs(worded(text, calendar)) == spans


@pytest.mark.parametrize(
    ("months", "ordered"),
    [
        (["2012-01", "2011-12", "2012-09"], ["2011-12", "2012-01", "2012-09"]),
        (["--01", "--12", "--09", "--10"], ["--10", "--12", "--01", "--09"]),
    ],
    ids=["with a year", "without: the fiscal year starts in October"],
)
def test_timelines_are_merged_in_order(months: list[str], ordered: list[str]) -> None:
    parts = [Timeline(marks=[Mark(month=month, kind="bullet", text="•")], spans=[Span(start=month, end=month)]) for month in months]
    whole = merged([*parts, parts[0]])
    assert pairs(whole.spans) == [(month, month) for month in ordered]
    assert sorted(mark.month for mark in whole.marks) == sorted([*months, months[0]])
    assert list(dict.fromkeys(mark.month for mark in whole.marks)) == ordered


raw_marks = st.builds(
    lambda month, kind, length, text: RawMark(month, kind, text, (1, 0.0), length and min(month + length - 1, 11)),
    st.integers(0, 11),
    st.sampled_from(["bullet", "arrow", "dash", "line", "fill", "number", "text", "unknown"]),
    st.none() | st.integers(1, 12),
    st.sampled_from(["", "•", "ม.ค. - มี.ค. 66", "ตลอดปี", "3"]),
)


@given(st.lists(raw_marks, max_size=10), st.sampled_from([YEAR, NO_YEAR]))
@settings(deadline=None, max_examples=200)
def test_any_marks_make_a_timeline(found: list[RawMark], calendar: Calendar) -> None:
    whole = timeline(found, calendar)
    assert len(whole.marks) >= len(found)
    assert len(set(map(tuple, pairs(whole.spans)))) == len(whole.spans)
    assert merged([whole]).spans == whole.spans
    drawn = [mark for mark in found if mark.end is not None]
    assert timeline(drawn[::-1], calendar).spans == timeline(drawn, calendar).spans
