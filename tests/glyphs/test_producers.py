"""What other producers do to Thai: shaped marks, circles without a value, spaced and doubled print. And what must stay."""

from __future__ import annotations

import pytest

from glyphs.hand import AA, CIRCLE, EM, LETTER, METRICS, RISE, TALL, Metrics, glyph, inked, moved, read, row, sliced, texts
from planparse.glyphs import clusters
from planparse.glyphs.codes import meaning
from planparse.page import Glyph

RIGHT_AM = Metrics(0.6, 0.10, 0.50, 0.90, 0.0)  # its circle is right of the pen: monospaced and slanted fonts


def rules(glyphs: list[Glyph]) -> set[str]:
    return {rule for line in read(glyphs) for rule, _, _ in line.repairs}


def word(*parts: tuple[str, Metrics | None]) -> list[Glyph]:
    """Return glyphs one behind the other, some with ink of their own."""
    done: list[Glyph] = []
    for text, metrics in parts:
        done.append(glyph(text, done[-1].end if done else 20, metrics=metrics))
    return done


# SARA AM


@pytest.mark.parametrize(
    ("letter", "metrics", "text"),
    [
        pytest.param("จ", RIGHT_AM, "จำ", id="higher-than-its-letter"),
        pytest.param("จ", AA, "จา", id="as-high-as-its-letter"),
        pytest.param("ป", RIGHT_AM, "ปำ", id="higher-than-a-tall-letter"),
        pytest.param("ป", AA, "ปา", id="lower-than-a-tall-letter"),
    ],
)
def test_the_height_of_a_sara_am_tells_whether_it_has_its_circle(letter: str, metrics: Metrics, text: str) -> None:
    assert texts(word((letter, None), ("ำ", metrics), ("น", None))) == [text + "น"]


def test_a_tone_may_stand_between_a_letter_and_its_sara_am() -> None:
    assert texts(word(("น", None), ("้", None), ("ำ", RIGHT_AM))) == ["น้ำ"]


def test_a_letter_of_another_line_tells_nothing_of_a_sara_am() -> None:
    assert meaning(glyph("ำ", 26, metrics=RIGHT_AM), [glyph("จ", 20, y=150)]) == ("า", "sara-am")


@pytest.mark.parametrize("code", ["\u02f8", "\u0120", "<", "a", "7"])
@pytest.mark.parametrize("vowel", ["า", "ำ"])
def test_a_circle_without_a_value_before_sara_aa_is_its_circle(code: str, vowel: str) -> None:
    """The font parts the circle from the SARA AM; the vowel may still be stored as the whole of it."""
    glyphs = word(("จ", None), (code, CIRCLE), (vowel, AA), ("น", None))
    assert texts(glyphs) == ["จำน"]
    assert rules(glyphs) == {"sara-am"}


def test_a_circle_without_a_value_may_bear_a_tone() -> None:
    n, circle, aa = word(("น", None), ("\u02f8", CIRCLE), ("า", AA))
    tone = moved(glyph("้", circle.x), dy=-RISE * EM)._replace(y=100)
    assert texts([n, circle, tone, aa]) == ["น้ำ"]


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        pytest.param((("ข", None), ("É", Metrics(0.0, -0.30, 0.0, 0.88, 0.69)), ("า", AA)), "ข้า", id="a-wide-tone"),
        pytest.param((("ก", None), ("É", Metrics(0.0, -0.15, -0.08, 0.90, 0.69)), ("า", AA)), "ก่า", id="a-stroke"),
        pytest.param((("5", None), ("°", Metrics(0.35, 0.04, 0.30, 0.92, 0.66)), ("C", None)), "5°C", id="degrees"),
        pytest.param((("a", None), ("b", None), ("า", AA)), "abา", id="letters"),
        pytest.param((("ก", None), ("o", Metrics(0.3, 0.05, 0.28, 0.25, 0.0)), ("า", AA)), "กoา", id="on-the-baseline"),
    ],
)
def test_other_signs_are_no_circle(parts: tuple[tuple[str, Metrics | None], ...], text: str) -> None:
    assert texts(word(*parts)) == [text]


# marks


def test_a_mark_that_shares_its_letters_pen_is_on_it() -> None:
    """Fonts of shaped text: the ink of a mark is right of its pen, which stands where its letter's does."""
    letters = row("การแพทย")
    shared = glyph("์", letters[-1].x - 0.04 * EM, metrics=Metrics(0.0, 0.35, 0.57, 0.90, 0.69))
    assert texts([*letters, shared]) == ["การแพทย์"]


def test_a_mark_behind_its_letter_is_on_it_even_if_it_lies_over_the_next() -> None:
    """Text that nobody shaped, in a font whose marks have no bearing to the left."""
    n, k = word(("น", None), ("ก", None))
    over = glyph("ั", k.x, metrics=Metrics(0.0, 0.05, 0.47, 0.86, 0.64))
    tone = glyph("่", k.x, metrics=Metrics(0.0, 0.08, 0.15, 1.10, 0.90))
    assert texts([n, over, tone, k]) == ["นั่ก"]


def test_marks_with_each_others_codes_are_the_right_two_wherever_the_file_tells_them() -> None:
    """LibreOffice swaps SARA UU and MAI THO, and tells the upper one later."""
    letters = row("ความรทักษะ")
    pen = letters[4].end
    low = glyph("้", pen, metrics=METRICS["ู"])
    high = glyph("ู", pen, metrics=METRICS["้"])
    assert texts([*letters[:5], low, *letters[5:], high]) == ["ความรู้ทักษะ"]


def test_two_letters_with_a_misplaced_mark_each_are_both_repaired() -> None:
    first, second = word(("ฝ", None), ("ป", TALL))
    marks = [glyph("ุ", one.end, metrics=METRICS["่"]) for one in (first, second)]
    assert texts([first, marks[0], second, marks[1]]) == ["ฝ่ป่"]


def test_a_copy_drawn_left_of_its_pen_is_left_out_whatever_its_size() -> None:
    """Chromium: the marks of a cluster, which tell its text again, may be as large as its letter."""
    first = sliced("กี่")
    again = [moved(inked(one, -0.6 * EM), dx=0.6 * EM) for one in first]
    assert texts([*first, *again, *row("ยว", 26.4)]) == ["กี่ยว"]


# spaces


def spaced(text: str, by: float) -> list[Glyph]:
    """Return letter-spaced text: ``by`` ems behind each letter and space, marks with their letters."""
    done: list[Glyph] = []
    shift = 0.0
    for one in row(text):
        if one.x != one.end and done:
            shift += by * EM
        done.append(moved(one, dx=shift))
    return done


@pytest.mark.parametrize("by", [0.05, 0.12, 0.18, 0.25])
@pytest.mark.parametrize("text", ["แผนการดำเนนงาน ประจำปงบประมาณ", "ยอดรวม 12,500.00 บาท"])
def test_letter_spaced_text_has_the_spaces_of_its_words(text: str, by: float) -> None:
    assert texts(spaced(text, by)) == [text]


def test_letter_spaced_words_without_spaces_stand_apart() -> None:
    glyphs = [one for one in spaced("แผนการ รวมงบ", 0.2) if one.text != " "]
    assert texts(glyphs) == ["แผนการ รวมงบ"]


def pens_behind(glyphs: list[Glyph]) -> list[Glyph]:
    """Return letter-spaced glyphs whose marks have their pens where the next letter's is, as LibreOffice writes them."""
    done: list[Glyph] = []
    for one, after in zip(glyphs, [*glyphs[1:], None], strict=True):
        pen = after.x if after and one.text in METRICS and one.x0 < one.x and one.text != "ำ" else one.x
        done.append(one._replace(x=pen, end=max(pen, one.end)))
    return done


@pytest.mark.parametrize("by", [0.08, 0.19])
@pytest.mark.parametrize("text", ["กฎุมพี ฐูป ญูกญุก ปีติ ที่ดิน", "ก็ เป็น เห็น เล็ก แข็ง ตั๋ว โต๊ะ จ๋า ป๊อก ฟุ้ง"])
def test_letters_are_spaced_though_their_marks_are_not(text: str, by: float) -> None:
    assert texts(pens_behind(spaced(text, by))) == [text]


def test_short_words_are_no_letter_spacing() -> None:
    """Their gaps are as wide as spaces, and there are as many of them as letters that follow at once."""
    text = "ก็ เป็น เห็น เล็ก แข็ง จ๋า"
    assert texts([one for one in row(text) if one.text != " "]) == [text]


@pytest.mark.parametrize(
    ("room", "text"),
    [
        pytest.param(0.0, "พ.ศ", id="under-the-next-letter"),
        pytest.param(0.03, "พ.ศ", id="nearly"),
        pytest.param(0.23, "พ. ศ", id="seen"),
    ],
)
def test_a_space_is_seen_where_it_has_room(room: float, text: str) -> None:
    """Underlined by LibreOffice: a space's ink is not there, but its pen stands at the next letter's."""
    p, stop = word(("พ", None), (".", None))
    s = glyph("ศ", stop.end + room * EM)
    assert texts([p, stop, glyph(" ", s.x - room * EM), s]) == [text]


def test_a_letter_that_leans_over_a_space_does_not_close_it() -> None:
    leaning = inked(glyph("ฬ", 20), dx=2.2)._replace(end=28.5)  # its ink ends where its space does
    assert texts([leaning, glyph(" ", 26.4), glyph("พ", 28.7)]) == ["ฬ พ"]


@pytest.mark.parametrize(
    ("glyphs", "text"),
    [
        pytest.param([glyph("1", 20 + 20 * at) for at in range(12)], " ".join("1" * 12), id="ticks"),
        pytest.param([one for at in range(4) for one in row("งบ", 20 + at * 1.55 * EM)], "งบ งบ งบ งบ", id="words-by-gaps"),
        pytest.param([glyph("ก", 20), glyph("ข", 28.5), glyph("ค", 37)], "ก ข ค", id="too-few-to-tell"),
    ],
)
def test_wide_gaps_are_no_letter_spacing(glyphs: list[Glyph], text: str) -> None:
    assert texts(glyphs) == [text]


# characters that have no width

ZERO_WIDTH = ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u200e", "\u00ad"]
NOTHING = Metrics(0.0, 0.0, 0.0, 0.0, 0.0)


@pytest.mark.parametrize("code", ZERO_WIDTH)
def test_what_has_no_width_is_not_there(code: str) -> None:
    glyphs = word(("ก", None), (code, NOTHING), ("ิ", None), (code, NOTHING), ("น", None))
    assert texts(glyphs) == ["กิน"]
    assert rules(glyphs) == set()


@pytest.mark.parametrize(("code", "text"), [("\u00ad", "ก-"), ("\u200b", "ก\u200b")])
def test_what_is_drawn_is_there(code: str, text: str) -> None:
    assert texts(word(("ก", None), (code, METRICS["-"]))) == [text]


# print over print


def test_a_second_print_without_its_marks_is_the_first() -> None:
    """pdfium leaves out a mark that is drawn twice, and not the letters around it."""
    first, again = row("ที่นี่"), [moved(one, dx=0.3) for one in row("ที่นี่") if one.text != "่"]
    assert texts([*first, *again]) == texts([*again, *first]) == ["ที่นี่"]


def small(text: str, x: float, rise: float, size: float) -> list[Glyph]:
    return row(text, x, 100 - rise * EM, em=size * EM)


@pytest.mark.parametrize(("rise", "size"), [(0.35, 0.6), (0.5, 0.55), (0.4, 0.75), (-0.35, 0.6), (0.3, 0.6), (0.4, 0.83)])
def test_raised_and_lowered_print_stays_in_its_line(rise: float, size: float) -> None:
    before = row("200 ม.")
    script = small("2", before[-1].end, rise, size)
    after = row(" ต่อ", script[-1].end)
    assert texts([*before, *script, *after]) == ["200 ม.2 ต่อ"]


@pytest.mark.parametrize(
    ("x", "rise", "size"),
    [
        pytest.param(0.0, 0.5, 0.9, id="as-large"),
        pytest.param(0.0, 0.9, 0.6, id="higher"),
        pytest.param(0.0, -1.2, 0.6, id="the-next-line"),
        pytest.param(0.5, 0.4, 0.6, id="apart"),
    ],
)
def test_other_small_print_is_a_line_of_its_own(x: float, rise: float, size: float) -> None:
    before = row("200 ม.")
    assert sorted(texts([*before, *small("2", before[-1].end + x * EM, rise, size)])) == ["2", "200 ม."]


def test_the_letters_of_a_line_are_told_in_its_file_order_all_the_same() -> None:
    assert [cluster.text for cluster in clusters(word(("ข", LETTER), ("\u200b", NOTHING), ("ก", None)))] == ["ข", "ก"]


# SARA AM that is drawn apart


RAISED_AM = CIRCLE  # the ink of its circle only


def test_a_sara_am_that_tells_its_circle_only_reaches_over_its_sara_aa() -> None:
    """LibreOffice: no glyph tells the rest of it, so the next letter seems to stand far off."""
    letter, vowel = word(("น", None), ("ำ", RAISED_AM))
    assert texts([letter, vowel, *row("ชน", vowel.x + 4.8)]) == ["นำชน"]
    assert texts([letter, vowel, *row("ชน", vowel.x + 4.8 + 2.5)]) == ["นำ ชน"]


@pytest.mark.parametrize("tone", ["", "้"])
def test_a_sara_am_that_is_told_before_its_own_sara_aa_is_its_circle(tone: str) -> None:
    letter, circle, aa = word(("น", None), ("ำ", RAISED_AM), ("า", None))
    over = [moved(glyph(one, circle.x), dy=-RISE * EM)._replace(y=100) for one in tone]
    assert texts([letter, circle, *over, aa]) == [f"น{tone}ำ"]


def test_a_sara_am_with_its_circle_stays_before_another_vowel() -> None:
    assert texts(row("นำา")) == ["นำา"]
    letter, vowel = word(("น", None), ("ำ", RAISED_AM))
    assert texts([letter, vowel, *row("า", vowel.x + 20)]) == ["นำ า"]


def test_a_sara_am_that_shares_its_letters_pen_is_behind_it() -> None:
    """Monospaced fonts: the pens are the same but for rounding, which may set the vowel first."""
    letter = glyph("จ", 20)
    vowel = glyph("ำ", 19.99, metrics=Metrics(1.1, 0.32, 1.1, 0.67, 0.0))
    assert texts([letter, vowel, *row("ปี", 32)]) == ["จำปี"]


def test_a_sara_am_before_the_next_letter_stays_there() -> None:
    assert texts(row("จำปี")) == ["จำปี"]
    overlapping = [*row("จำ"), glyph("ป", 26.6)]  # set tight: its ink ends right of the vowel's
    assert texts(overlapping)[0].startswith("จำ")
