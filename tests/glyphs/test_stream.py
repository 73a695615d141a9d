"""One glyph that is told several times."""

from __future__ import annotations

import pytest

from glyphs.hand import AA, CIRCLE, EM, LETTER, METRICS, UPPER_VOWEL, Metrics, glyph, moved, row, sliced, texts
from planparse.glyphs import stream
from planparse.page import Glyph, Glyphs

WIDE = Metrics(1.12, 0.02, 1.05, 0.90, -0.01)  # a ligature of a consonant and a SARA AM


def whole(glyphs: list[Glyph]) -> list[Glyph]:
    return list(stream.whole(Glyphs.of(glyphs)))


def told(glyphs: list[Glyph]) -> list[str]:
    return [one.text for one in whole(glyphs)]


def chromium(text: str, x: float = 20.0) -> list[Glyph]:
    """A cluster as Chromium writes it: its consonant bears the text, and so does each of its marks."""
    marks = [glyph(text, x + 0.64 * EM, metrics=metrics) for metrics in (UPPER_VOWEL, Metrics(0, -0.15, -0.07, 1.2, 0.99))]
    return [*sliced(text, x), *(slice_ for mark in marks for slice_ in cut(mark))]


def cut(one: Glyph) -> list[Glyph]:
    wide = (one.x1 - one.x0) / len(one.text)
    return [one._replace(text=letter, x0=one.x0 + at * wide, x1=one.x0 + (at + 1) * wide) for at, letter in enumerate(one.text)]


@pytest.mark.parametrize("text", ["ที่", "นี้", "ผู้", "กำ", "ffi"])
def test_slices_are_one_glyph(text: str) -> None:
    (made,) = whole(sliced(text))
    assert made.text == text
    assert (made.x0, made.x1, made.top) == pytest.approx((20.2, 25.9, 94.1))


def test_marks_that_tell_their_clusters_text_again_are_left_out() -> None:
    assert told(chromium("ที่")) == ["ที่"]
    assert texts(chromium("ที่")) == ["ที่"]


def test_a_cluster_that_stands_there_twice_is_kept_twice() -> None:
    assert told([*chromium("ที่"), *chromium("ที่", 26.4)]) == ["ที่", "ที่"]


def test_a_cluster_far_away_is_kept_whatever_its_size() -> None:
    small = cut(glyph("ที่", 200, metrics=UPPER_VOWEL))
    below = cut(glyph("ที่", 20, y=130, metrics=UPPER_VOWEL))
    assert told([*sliced("ที่"), *small]) == ["ที่", "ที่"]
    assert told([*sliced("ที่"), *below]) == ["ที่", "ที่"]


def test_a_copy_in_other_words_is_no_copy() -> None:
    assert told([*sliced("ที่"), *cut(glyph("ที", 26.4, metrics=UPPER_VOWEL))]) == ["ที่", "ที"]


def test_one_letters_are_never_copies() -> None:
    assert told([glyph("ก", 20), glyph("ก", 22, metrics=UPPER_VOWEL)]) == ["ก", "ก"]


def test_the_pen_after_a_cluster_with_sara_am_stands_behind_the_sara_aa() -> None:
    narrow, wide = sliced("ทำ"), sliced("ทำ", metrics=WIDE)
    assert whole(narrow)[0].end == pytest.approx(25.9 + 5.6)  # the box was the consonant's only
    assert whole(wide)[0].end == pytest.approx(wide[0].end)  # the box held it all
    assert whole(sliced("ที"))[0].end == pytest.approx(26.4)


@pytest.mark.parametrize(
    "glyphs",
    [
        pytest.param(row("ที่ทำการ"), id="as-it-should-be"),
        pytest.param([glyph("ก", 20), glyph("ก", 20)], id="drawn-twice"),
        pytest.param([glyph("ก", 20), moved(glyph("า", 20), dx=5.9)], id="another-pen"),
        pytest.param([a := glyph("ก", 20), a._replace(text="ข", x0=a.x1 + 0.2, x1=a.x1 + 3)], id="a-gap"),
        pytest.param([a := glyph("ก", 20), a._replace(text="ข", x0=a.x1, x1=a.x1 + 3, top=a.top - 1)], id="another-top"),
        pytest.param([a := glyph("ก", 20), a._replace(text="ข", x0=a.x1, x1=a.x1 + 3, bottom=a.bottom + 1)], id="another-bottom"),
        pytest.param([a := glyph("ก", 20), moved(a._replace(text="ข", x0=a.x1, x1=a.x1 + 3), dy=12)], id="another-line"),
        pytest.param([], id="nothing"),
    ],
)
def test_other_glyphs_stay(glyphs: list[Glyph]) -> None:
    assert whole(glyphs) == glyphs


def test_slices_of_two_sizes_of_one_cluster_are_copies_only_of_another_size() -> None:
    again = moved(glyph("ที", 20, metrics=LETTER._replace(right=0.605)), dx=7)  # rounding
    assert told([*sliced("ที"), *cut(again)]) == ["ที", "ที"]
    other = moved(glyph("ที", 20, metrics=LETTER._replace(top=0.80)), dx=7)  # as wide, but higher
    assert told([*sliced("ที"), *cut(other)]) == ["ที"]


def turned_over(glyphs: list[Glyph]) -> list[Glyph]:
    """Return the slices of a cluster as they come in text that is turned by 180°: cut from the right."""
    return [one._replace(x0=other.x0, x1=other.x1) for one, other in zip(glyphs, reversed(glyphs), strict=True)]


def test_slices_of_text_that_is_turned_over_are_one_glyph() -> None:
    (made,) = whole(turned_over(sliced("ที่")))
    assert (made.text, made.x0, made.x1) == ("ที่", sliced("ที่")[0].x0, pytest.approx(sliced("ที่")[-1].x1))


def test_text_that_is_turned_over_tells_the_marks_before_their_letter() -> None:
    mark = cut(glyph("ที", 26.4, metrics=UPPER_VOWEL))
    assert whole([*mark, *sliced("ที")]) == whole(sliced("ที"))


def test_letters_told_beside_their_glyphs_have_the_whole_box_each() -> None:
    """Typst's and others' ``ActualText``."""
    letter, mark = glyph("ท", 20), glyph("ี", 26.4)
    told_twice = [*(letter._replace(text=text) for text in "ที"), *(mark._replace(text=text) for text in "ที")]
    assert told(told_twice) == ["ที"]


def test_a_letter_that_is_drawn_twice_in_one_place_is_no_slice() -> None:
    assert told([glyph("ท", 20), glyph("ท", 20)]) == ["ท", "ท"]


def test_the_pen_after_a_tone_with_sara_am_stands_behind_its_ink() -> None:
    """Cairo cuts the two that stand behind their letter from one glyph."""
    narrow, wide = (sliced("\u0e49\u0e33", metrics=Metrics(0.44, -0.3, right, 1.2, 0.0)) for right in (0.0, 0.44))
    assert whole(wide)[0].end == pytest.approx(wide[-1].x1)
    assert whole(narrow)[0].end == pytest.approx(narrow[-1].x1 + 0.56 * EM)


def circle(top: float, *, between: str = "", at: float = 26.4) -> list[Glyph]:
    """Return น, a circle of some height that is told to be ``้ำ``, a mark of its own, and the rest of the SARA AM."""
    drawn = glyph("\u0e4d", 26.4, metrics=CIRCLE._replace(top=top))
    pair = [drawn._replace(text=letter) for letter in "\u0e49\u0e33"]
    return [glyph("น", 20), *pair, *(glyph(mark, 26.4, rise=0.3) for mark in between), glyph("า", at)]


def test_a_circle_that_is_told_to_be_a_whole_sara_am_is_a_circle() -> None:
    """Cairo and Ghostscript write the text of LibreOffice's glyphs so, where it told their cluster's beside them."""
    assert texts(circle(0.90, between="\u0e49")) == ["น้ำ"]
    assert texts(circle(0.90)) == ["นำ"]


def test_a_circle_with_a_tone_keeps_its_tone() -> None:
    assert texts(circle(1.25)) == ["น้ำ"]


def test_a_whole_sara_am_with_a_tone_stays_before_a_letter_that_is_none_of_its_own() -> None:
    wide = sliced("\u0e49\u0e33", metrics=Metrics(0.44, -0.3, 0.44, 1.2, 0.0))
    assert told([glyph("น", 14), *wide, glyph("า", 26)])[1] == "\u0e49\u0e33"
    assert told(circle(1.25, at=40.0))[1] == "\u0e49\u0e33"


# what a box does not tell


RAISED_MARK = UPPER_VOWEL._replace(left=0.0, right=0.45)


def test_a_cluster_that_only_its_mark_tells_is_as_wide_as_its_letter_elsewhere() -> None:
    """Chromium: pdfium tells a cluster once, in the mark's box where that one's pen stands left of the letter's."""
    assert texts([*row("ก"), *sliced("ปี", 26.2, metrics=RAISED_MARK), *row("งบ", 32.8)]) == ["กปีงบ"]
    (_, cluster, *_) = whole([*row("ก"), *sliced("ปี", 26.2, metrics=RAISED_MARK), *row("ปงบ", 60)])
    assert cluster.end == pytest.approx(26.4 + 6.6)  # behind the letter before, as wide as the other ป


@pytest.mark.parametrize("mark", [UPPER_VOWEL, METRICS["ู"]], ids=["above", "below"])
@pytest.mark.parametrize(("x", "text"), [(20, "กปี งบ"), (22.3, "ก ปี งบ")], ids=["at-once", "after-a-space"])
def test_a_mark_left_of_its_pen_that_tells_its_cluster_has_its_letter_before_it(mark: Metrics, x: float, text: str) -> None:
    """Text that is turned over: the pen of the mark is the one behind its letter."""
    cluster = sliced("ปี", x + 6.4 + 6.6, metrics=mark)
    assert texts([*row("ก", 20), *cluster, *row("งบ", x + 6.4 + 6.6 + 2.3), *row("ป", 80)])[0].startswith(text)


def test_the_pen_after_a_cluster_is_where_its_letters_is_elsewhere() -> None:
    """Chromium's letter-spaced text: the slices tell the end of the ink only, and the white behind it is no space."""
    letter_spaced = [*(one._replace(end=one.x1) for one in sliced("ที่")), *row("น", 20 + 0.76 * EM)]
    assert texts([*letter_spaced, *row("ท", 60)]) == ["ที่น ท"]
    assert texts([*letter_spaced, *row("ก", 60)]) == ["ที่ น ก"]


def test_the_white_behind_a_cluster_that_only_its_mark_tells_is_a_space() -> None:
    assert texts([*row("ก"), *sliced("ปี", 26.2, metrics=RAISED_MARK), *row("งบ", 35.5)]) == ["กปี งบ"]


def test_a_cluster_in_its_letters_box_keeps_its_pen() -> None:
    assert whole([*row("ก"), *sliced("กี", 40), *row("ก", 80)])[1].end == pytest.approx(46.4)


def test_a_mark_of_another_line_moves_no_pen() -> None:
    far = sliced("ปี", 26.2, metrics=RAISED_MARK)
    assert whole([*row("ก", y=130), *far])[1].end == pytest.approx(26.2 + 6.2)
    assert whole(far)[0].end == pytest.approx(26.2 + 6.2)


def test_a_sara_aa_is_as_wide_as_those_of_the_page() -> None:
    narrow = AA._replace(advance=0.3)
    (cluster, *_) = whole([*sliced("ทำ"), glyph("า", 60, metrics=narrow)])
    assert cluster.end == pytest.approx(25.9 + 3.0)
    (cluster, *_) = whole([*sliced("ทำ"), glyph("า", 60, metrics=narrow), glyph("ท", 80)])
    assert cluster.end == pytest.approx(26.4 + 3.0)


def test_two_marks_that_stand_there_twice_without_a_letter_are_kept_twice() -> None:
    """Cairo: ``้ำ`` of one word and the next, from the right end of its letter on."""
    am = Metrics(0.44, -0.30, 0.30, 1.2, 0.0)
    assert texts([*row("น"), *sliced("้ำ", 26.4, metrics=am), *row("น", 30.8), *sliced("้ำ", 37.2, metrics=am)]) == ["น้ำน้ำ"]


def test_a_mark_is_compared_with_marks_only() -> None:
    told = Glyphs.of([glyph(text, 20) for text in ("ก", "่", "\uf70a", "\uf700", " ", "ู", "ํ", "ำ", "É", "ที่", "\u0e4e")])
    assert [one.text for one in stream.marks_of(told)] == ["่", "\uf70a", "ู", "ํ", "\u0e4e"]
