"""Lines of text: rows, spaces, and what is put together or left out on the way."""

from __future__ import annotations

import pytest

from glyphs.hand import AA, CIRCLE, EM, METRICS, glyph, moved, read, row, stored, texts
from planparse.glyphs import clusters, lines
from planparse.glyphs.lines import changed_words, compose
from planparse.page import Box, Glyph, turned


def spaced(gap: float) -> list[Glyph]:
    """Two words with so many ems between the pen after the first and the second's."""
    first = row("งบ")
    return [*first, *row("รวม", first[-1].end + gap * EM)]


@pytest.mark.parametrize(
    ("gap", "text"),
    [
        (-0.2, "งบรวม"),
        (0.0, "งบรวม"),
        pytest.param(0.12, "งบรวม", id="letter-spaced"),
        (0.2, "งบ รวม"),
        (0.9, "งบ รวม"),
        (20.0, "งบ รวม"),
    ],
)
def test_a_gap_is_a_space(gap: float, text: str) -> None:
    assert texts(spaced(gap)) == [text]
    assert read(spaced(gap))[0].repairs == ()


def set_apart(words: list[str], between_words: float, between_letters: float = 0.0) -> list[Glyph]:
    """Words, of which each letter with its marks comes as one text; so many ems apart, without a space."""
    done: list[Glyph] = []
    x = 20.0
    for word in words:
        for letters in word.split("|"):
            done += row(letters, x)
            x = done[-1].end + between_letters * EM
        x += between_words * EM
    return done


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["น้ำ"] * 3 + ["ทำ"] * 4, id="of-a-letter-and-sara-am"),
        pytest.param(["ปี่", "ฝิ่น", "ฟุ้ง", "ปู่", "ฝูง", "ปุ๋ย"], id="of-two-letters"),
    ],
)
def test_words_of_few_letters_are_not_letter_spaced_text(words: list[str]) -> None:
    assert texts(set_apart(words, 0.26)) == [" ".join(words)]


@pytest.mark.parametrize("spacing", [0.1, 0.2, 0.25])
def test_letter_spaced_text_has_spaces_between_its_words_only(spacing: float) -> None:
    words = ["แ|ผ|น|ง|า|น", "ดี", "ปี่|น|า|ข|อ|ง|บ้|า|น"]
    assert texts(set_apart(words, 0.25, spacing)) == [" ".join(words).replace("|", "")]


@pytest.mark.parametrize("em", [5.0, 40.0])
def test_gaps_are_measured_in_ems(em: float) -> None:
    first = row("งบ", em=em)
    assert texts([*first, *row("รวม", first[-1].end + 0.12 * em, em=em)]) == ["งบรวม"]
    assert texts([*first, *row("รวม", first[-1].end + 0.2 * em, em=em)]) == ["งบ รวม"]


@pytest.mark.parametrize(
    ("stored_text", "text"),
    [
        ("งบ รวม", "งบ รวม"),
        ("งบ   รวม", "งบ รวม"),
        ("งบ\u00a0รวม", "งบ รวม"),
        ("งบ \u00a0รวม", "งบ รวม"),
        pytest.param("  งบ", "งบ", id="leading"),
        pytest.param("งบ  ", "งบ ", id="trailing"),
        pytest.param("10,000.- บาท", "10,000.- บาท", id="amount"),
    ],
)
def test_spaces_that_stand_there_are_one_space(stored_text: str, text: str) -> None:
    assert texts(row(stored_text)) == [text]


def test_a_space_and_a_gap_are_one_space() -> None:
    first = row("งบ ")
    assert texts([*first, *row("รวม", first[-1].end + 2 * EM)]) == ["งบ รวม"]


def test_a_space_drawn_under_letters_is_none() -> None:
    """LibreOffice draws spaces under the next letter where it underlines a change of script."""
    glyphs = row("งบรวม")
    assert texts([*glyphs, glyph(" ", glyphs[2].x - 0.1), glyph(" ", glyphs[2].x - 0.1)]) == ["งบรวม"]


def test_two_spaces_in_one_place_are_one() -> None:
    glyphs = row("งบ รวม")
    assert texts([*glyphs, glyphs[2]]) == ["งบ รวม"]


@pytest.mark.parametrize("back", [0.0, 0.2])
def test_a_space_stays_before_a_letter_that_reaches_back_over_it(back: float) -> None:
    first, second = row("ขอ "), row("ใน", 20 + 1.51 * EM)
    second[0] = second[0]._replace(x0=second[0].x0 - back * EM)
    assert texts([*first, *second]) == ["ขอ ใน"]


@pytest.mark.parametrize("glyphs", [[], row(" "), row(" \u00a0 ")], ids=["nothing", "space", "spaces"])
def test_a_white_line_is_none(glyphs: list[Glyph]) -> None:
    assert texts(glyphs) == []
    assert texts([*glyphs, *row("งบ", y=120)]) == ["งบ"]


def test_lines_come_from_top_to_bottom_and_letters_from_left_to_right() -> None:
    assert texts([*row("ล่าง", y=130), *row("กลาง", y=115)[::-1], *row("บน", y=100)]) == ["บน", "กลาง", "ล่าง"]


@pytest.mark.parametrize(
    ("down", "count"),
    [
        pytest.param(0.1, 1, id="crooked"),
        pytest.param(0.25, 1, id="raised"),
        pytest.param(0.35, 2, id="close-lines"),
        (1.2, 2),
    ],
)
def test_a_row_has_one_baseline(down: float, count: int) -> None:
    glyphs = [*row("งบ"), *row("รวม", 60, y=100 + down * EM)]
    assert texts(glyphs) == (["งบ รวม"] if count == 1 else ["งบ", "รวม"])


def test_the_smaller_of_two_sizes_says_how_far_baselines_may_differ() -> None:
    assert texts([*row("รวม", em=20), *row("หนึ่ง", 90, y=103.5)]) == ["รวม", "หนึ่ง"]


def test_a_line_knows_where_it_stands() -> None:
    (line,) = read([*row("กิน"), *row("ข", 60, em=14)])
    assert line.y == 100
    assert line.em == 14
    assert line.box == pytest.approx(Box(20.2, 90.5 + 1.24, 60 + 0.59 * 14, 100.14), abs=1.3)


def test_the_box_of_a_line_leaves_white_out() -> None:
    assert read(row(" ก "))[0].box == read(row("ก", 22.3))[0].box


# Fake bold


@pytest.mark.parametrize("dx", [0.0, 0.2, 0.5])
def test_a_line_drawn_twice_is_read_once(dx: float) -> None:
    once = row("รวมทั้งสิ้น")
    (line,) = read([*once, *(moved(one, dx) for one in once)])
    assert line.text == "รวมทั้งสิ้น"
    assert {rule for rule, _, _ in line.repairs} == {"drawn-twice"}


@pytest.mark.parametrize("dx", [0.0, 0.4])
def test_letters_drawn_twice_one_after_the_other_are_read_once(dx: float) -> None:
    (line,) = read([copy for one in row("รวม") for copy in (one, moved(one, dx))])
    assert line.text == "รวม"
    assert line.repairs == (("drawn-twice", "รรววมม", "รวม"),)


@pytest.mark.parametrize("late", ["ื", "่"])
def test_marks_that_are_told_for_one_print_of_a_letter_each_are_in_written_order(late: str) -> None:
    """A vowel that the second print of a letter has alone stands below the tone of the first."""
    first, second = row("รื่อง"), [moved(one, dx=0.03 * EM) for one in row("รื่อง")]
    (other,) = set("ื่") - {late}
    kept = [one for one in first if one.text != late] + [one for one in second if one.text != other]
    assert texts(kept) == ["รื่อง"]


@pytest.mark.parametrize("text", ["กรรมการ", "ททท", "1,111,000", "ๆๆ", "....", "ที่ที่"])
def test_letters_that_stand_there_twice_are_kept(text: str) -> None:
    assert texts(row(text)) == [text]
    assert read(row(text))[0].repairs == ()


@pytest.mark.parametrize("dx", [0.8, 1.2])
def test_letters_that_overlap_by_less_are_two(dx: float) -> None:
    one = glyph("1", 20)
    assert texts([one, moved(one, dx)]) == ["11"]


def test_two_letters_in_one_place_are_both_kept() -> None:
    assert texts([glyph("ก", 20), glyph("ข", 20)]) == ["กข"]


# SARA AM and SARA AE


def word_2013(text: str) -> list[Glyph]:
    """A text as Word 2013 stores it: the circle of SARA AM is a space, its other half a SARA AM."""
    done: list[Glyph] = []
    x = 20.0
    for letter in text:
        parts = [glyph(" ", x, metrics=CIRCLE), glyph("ำ", x, metrics=AA)] if letter == "ำ" else [glyph(letter, x)]
        done.extend(parts)
        x = parts[-1].end
    return done


def test_a_sara_am_of_an_inked_space_is_put_together() -> None:
    (line,) = read(word_2013("กำหนด"))
    assert line.text == "กำหนด"
    assert line.repairs == (("sara-am", "ก ำหนด", "กำหนด"),)


@pytest.mark.parametrize("text", ["ทำ", "น้ำ", "จำนวน", "ค่ำ"])
def test_word_2013_writes_nothing_that_cannot_be_read(text: str) -> None:
    assert texts(word_2013(text)) == [text]


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ("ทํา", "ทำ"),
        ("นํ้า", "น้ำ"),
        ("น้ํา", "น้ำ"),
        ("จํานวนคํ่าๆ", "จำนวนค่ำๆ"),
        ("เเผน", "แผน"),
        ("เเละเเม่", "และแม่"),
    ],
)
def test_parts_are_put_together(parts: str, whole: str) -> None:
    assert compose(parts) == whole


@pytest.mark.parametrize("text", ["ทำ", "น้ำ", "แผน", "เก็บเงิน", "นํ", "ํ", "หํ อา", "นา", "เ เ", "ก่า", "หั้า", "สํ์า", ""])
def test_other_text_stays(text: str) -> None:
    assert compose(text) == text


def test_putting_together_is_recorded() -> None:
    assert read(row("แผน ทํา เเบบ"))[0].repairs == (("sara-am", "ทํา เเบบ", "ทำ แบบ"),)


# Repairs


def test_repairs_tell_the_words_and_the_rule() -> None:
    glyphs = row("ไม่ ป่า ไม้")
    at = next(i for i, one in enumerate(glyphs) if one.text == "ป")
    glyphs[at + 1] = glyphs[at + 1]._replace(text="\uf705")
    (line,) = read(glyphs)
    assert line.text == "ไม่ ป่า ไม้"
    assert line.repairs == (("private-use", "ป\uf705า", "ป่า"),)


def test_each_rule_is_told_once_in_order_of_its_name() -> None:
    glyphs = [*stored(row("ค่า"), "คา่"), *[glyph("ป", 60), glyph("\uf705", 66.6, metrics=METRICS["่"])], *row("\uf0fc", 70)]
    assert [rule for rule, _, _ in read(glyphs)[0].repairs] == ["mark-order", "private-use", "symbol-font"]


@pytest.mark.parametrize(("text", "order"), [("ค่า", "คา่"), ("ที่ดิน", "ท่ีดิน"), ("ผู้เรียน", "ผเู้รียน")])
def test_marks_that_were_moved_are_told(text: str, order: str) -> None:
    assert read(stored(row(text), order))[0].repairs == (("mark-order", order, text),)


def test_text_as_it_should_be_has_no_repair() -> None:
    assert read(row("โครงการก่อสร้างถนน ค.ส.ล. จำนวน 1,250,000 บาท ณ หมู่ที่ ๓"))[0].repairs == ()


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("ก ำหนด", "กำหนด", ("ก ำหนด", "กำหนด")),
        ("แผน ทํา แบบ", "แผน ทำ แบบ", ("ทํา", "ทำ")),
        ("ก x ข y ค", "ก X ข Y ค", ("x ข y", "X ข Y")),
        ("รรวม", "รวม", ("รรวม", "รวม")),
        ("ปี 2568 x", "ปี 2568 y", ("x", "y")),
        ("", "ก", ("", "ก")),
        ("ก", "", ("ก", "")),
    ],
)
def test_the_words_that_differ(before: str, after: str, words: tuple[str, str]) -> None:
    assert changed_words(before, after) == words


# Turned text


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_turned_text_is_a_line_of_its_own(turn: int) -> None:
    up = [one._replace(turn=turn) for one in row("ตุลาคม", x=-100, y=100)]
    assert sorted(texts([*row("งบ"), *up])) == ["งบ", "ตุลาคม"]


# an ink box of 20..30 by 50..54 on the page, as the page turned so that the text reads upright has it
@pytest.mark.parametrize(("turn", "x", "y"), [(1, -54, 30), (2, -30, -50), (3, 50, -20)])
def test_the_box_of_turned_text_is_the_pages(turn: int, x: float, y: float) -> None:
    size = (4.0, 10.0) if turn != 2 else (10.0, 4.0)
    one = Glyph("ก", x, y - size[1], x + size[0], y, x, y, x + size[0], 10.0, turn)
    (line,) = lines(clusters([one]))
    assert line.box == Box(20, 50, 30, 54)
    assert line.y == 50


@pytest.mark.parametrize("turn", [0, 1, 2, 3])
def test_a_turned_glyph_and_its_lines_box_agree(turn: int) -> None:
    upright = Glyph("ก", 20, 50, 30, 54, 21, 53, 30, 10.0)
    (line,) = lines(clusters([turned(upright, turn)]))
    assert line.box == Box(20, 50, 30, 54)


def test_a_glyph_of_several_letters_that_begins_with_a_mark_may_begin_a_run() -> None:
    first = glyph("ก", 20)._replace(text="\u0e48ก")
    rest = row("กขคงจ", first.end)
    apart = row("ฉช", rest[-1].end + 0.3 * EM)
    assert texts([first, *rest, *apart]) == ["\u0e48กกขคงจ ฉช"]
