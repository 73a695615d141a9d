"""Marks go to the consonant that they are drawn on."""

from __future__ import annotations

import pytest

from glyphs.hand import CIRCLE, EM, METRICS, RISE, Metrics, glyph, inked, moved, row, stored
from planparse.glyphs import centre, clusters
from planparse.page import Glyph


def read(glyphs: list[Glyph]) -> list[str]:
    """Return the clusters' texts from left to right."""
    return [cluster.text for cluster in sorted(clusters(glyphs), key=lambda cluster: (cluster.y, cluster.x))]


def rules(glyphs: list[Glyph]) -> set[str]:
    return {cluster.rule for cluster in clusters(glyphs)} - {""}


@pytest.mark.parametrize(
    "text",
    [
        *("ที่", "ผู้", "ปี่", "กัน", "พิ์", "กุ๊", "เป็น", "ก็", "สิทธิ์", "ฐานะ", "ปฏิบัติ", "ฤๅ"),
        *("เจ้าหน้าที่", "ค่าใช้จ่าย", "โครงการ", "กันยายน", "๒๕๖๘", "10,000.-", "(งบประมาณ)"),
    ],
)
def test_text_as_it_should_be_stays(text: str) -> None:
    glyphs = row(text)
    assert "".join(read(glyphs)) == text
    assert rules(glyphs) == set()
    assert "".join(cluster.raw for cluster in clusters(glyphs)) == text


# what is drawn, and the order in which the file tells it
DISORDER = [
    pytest.param("ค่า", "คา่", id="mark-after-the-next-letter"),
    pytest.param("ผู้เรียน", "ผเู้รียน", id="marks-after-a-leading-vowel"),
    pytest.param("กันยา", "กนัยา", id="mark-after-the-next-consonant"),
    pytest.param("ที่ดิน", "ท่ีดิน", id="tone-before-vowel"),
    pytest.param("ผู้", "ผู้", id="tone-before-lower-vowel"),
    pytest.param("นี้", "้ีน", id="marks-first"),
    pytest.param("หมู่บ้าน", "หมบานู่้", id="marks-last"),
    pytest.param("ประชุม", "ประชมุ", id="lower-vowel-after-the-next-consonant"),
    pytest.param("พันธุ์", "พนธุ์ั", id="vowel-at-the-end"),
]


@pytest.mark.parametrize(("text", "order"), DISORDER)
def test_marks_go_back_to_their_consonants(text: str, order: str) -> None:
    glyphs = stored(row(text), order)
    assert "".join(read(glyphs)) == text
    assert rules(glyphs) == {"mark-order"}


@pytest.mark.parametrize(("text", "order"), DISORDER)
def test_marks_stay_in_their_row(text: str, order: str) -> None:
    glyphs = [*stored(row(text), order), *row("กขค" * 3, y=100 + 1.2 * EM), *row("กขค" * 3, y=100 - 1.2 * EM)]
    assert "".join(read(glyphs)) == "กขค" * 3 + text + "กขค" * 3


@pytest.mark.parametrize(("text", "order"), [case for case in DISORDER if case.id != "marks-first"])
def test_what_the_file_said_is_kept_where_it_said_it(text: str, order: str) -> None:
    assert "".join(cluster.raw for cluster in clusters(stored(row(text), order))) == order


def test_a_mark_told_in_another_row_is_in_no_raw_text_of_its_own() -> None:
    glyphs = row("กิน")
    made = clusters([glyphs[0], glyphs[2], *row("ขอ", y=120), glyphs[1]])
    assert "".join(cluster.text for cluster in made) == "กินขอ"
    assert "".join(cluster.raw for cluster in made) == "กนขอ"


def test_a_word_in_order_after_one_in_disorder_is_not_repaired() -> None:
    made = clusters([*stored(row("ค่า"), "คา่"), *row("ที่นี่", y=120)])
    assert "".join(cluster.text for cluster in made if cluster.rule) == "ค่"


def test_a_mark_in_two_places_is_two_marks() -> None:
    assert "".join(read(row("กิกิ"))) == "กิกิ"


@pytest.mark.parametrize("dx", [0.0, 0.3, -0.5], ids=["same", "right", "left"])
def test_a_mark_drawn_twice_is_one(dx: float) -> None:
    one, mark, tone = row("ที่")
    glyphs = [one, mark, moved(mark, dx), tone, moved(tone, dx)]
    assert read(glyphs) == ["ที่"]
    assert rules(glyphs) == {"drawn-twice"}
    assert clusters(glyphs)[0].raw == "ทีี่่"


def test_a_second_mark_further_away_is_kept() -> None:
    one, tone = row("ก่")
    assert read([one, tone, inked(tone, -0.2 * EM)]) == ["ก่่"]


def test_a_stray_mark_drawn_twice_is_one() -> None:
    glyphs = stored(row("กันยา"), "กนัยา")
    assert read([*glyphs, glyphs[2]]) == ["กั", "น", "ย", "า"]


@pytest.mark.parametrize("order", ["มนั่", "มัน่", "มั่น"], ids=["marks-last", "tone-last", "in-order"])
def test_a_tone_goes_to_the_vowel_under_it(order: str) -> None:
    """Dillenia and Browallia draw marks far to the right: the tone's ink stands over the next letter."""
    m, vowel, tone, n = row("มั่น")
    right = [m, inked(vowel, 0.12 * EM), inked(tone, 0.25 * EM), n]
    assert read(stored(right, order)) == ["มั่", "น"]


@pytest.mark.parametrize("text", ["มันนี่", "กินก่อน", "พื้นที่"])
def test_a_tone_of_the_next_letter_stays_its_own(text: str) -> None:
    assert "".join(read(row(text))) == text
    assert rules(row(text)) == set()


def test_a_tone_beside_the_vowel_goes_to_its_own_letter() -> None:
    assert read(stored(row("กิน่า"), "กนาิ่")) == ["กิ", "น่", "า"]


def test_a_mark_left_of_its_pen_is_not_the_next_letters() -> None:
    """Letter-spaced text: the mark's ink is nearer to the letter whose pen it shares."""
    p, n = glyph("พ", 20), glyph("น", 20 + 0.94 * EM)
    vowel = inked(glyph("ั", n.x), 0.1 * EM)
    assert n.x - (vowel.x0 + vowel.x1) / 2 < (vowel.x0 + vowel.x1) / 2 - p.end
    assert read([p, n, vowel]) == ["พั", "น"]


RIGHT_OF_PEN = Metrics(0.0, 0.05, 0.45, 0.92, 0.68)  # a mark that is drawn right of its pen, over a letter of 0.64 em


@pytest.mark.parametrize(
    ("behind", "read_as"),
    [
        pytest.param(0.0, "งัน", id="at-the-end-of-its-own"),
        pytest.param(-0.001, "งัน", id="at-its-end-but-for-rounding"),
        pytest.param(-0.005, "งนั", id="told-before-its-own"),
    ],
)
def test_a_mark_right_of_its_pen_is_the_letters_behind_which_the_pen_stands(behind: float, read_as: str) -> None:
    first, second = glyph("ง", 20), glyph("น", 26.4)
    mark = glyph("ั", 26.4 + behind * EM, metrics=RIGHT_OF_PEN)
    assert "".join(read([first, mark, second])) == read_as


def test_a_second_vowel_goes_to_the_neighbour_rather_than_on_one_letter() -> None:
    k, n = glyph("ก", 20), glyph("น", 26.4)
    first = glyph("ิ", 26.4)
    between = inked(glyph("ี", 26.4 + 0.3 * EM), 0.2 * EM)
    assert read([k, n, first, between]) == ["กิ", "นี"]


@pytest.mark.parametrize(
    "glyphs",
    [
        pytest.param([glyph("ิ", 26.4)], id="alone"),
        pytest.param([glyph("A", 20), glyph("ิ", 26.4)], id="on-a-latin-letter"),
        pytest.param([glyph("1", 20), glyph("้", 26.4)], id="on-a-digit"),
        pytest.param([glyph("ก", 20), glyph("ิ", 26.4 + 3 * EM)], id="far-behind"),
        pytest.param([glyph("ก", 20 + 3 * EM), glyph("ิ", 26.4)], id="far-before"),
        pytest.param([glyph("ก", 20), glyph("ิ", 26.4, y=100 + EM)], id="in-the-next-row"),
        pytest.param([glyph("ก", 20), glyph("ิ", 26.4, y=100 - EM)], id="in-the-row-before"),
    ],
)
def test_a_mark_without_a_consonant_stands_by_itself(glyphs: list[Glyph]) -> None:
    assert sorted(cluster.text for cluster in clusters(glyphs)) == sorted(one.text for one in glyphs)
    assert rules(glyphs) == set()


def test_a_raised_mark_with_its_own_pen_is_on_its_letter() -> None:
    t, vowel, tone = row("ที่")
    assert read([t, vowel, tone._replace(y=tone.y - RISE * EM)]) == ["ที่"]


def test_a_private_use_mark_is_repaired_on_its_letter() -> None:
    glyphs = [glyph("ป", 20), glyph("\uf705", 26.6, metrics=METRICS["่"])]
    (made,) = clusters(glyphs)
    assert (made.text, made.raw, made.rule) == ("ป่", "ป\uf705", "private-use")


def test_a_private_use_consonant_takes_marks() -> None:
    (made,) = clusters([glyph("\uf70f", 20), glyph("ุ", 26.4)])
    assert (made.text, made.raw, made.rule) == ("ญุ", "\uf70fุ", "private-use")


def test_an_inked_space_is_a_mark_of_the_letter_before() -> None:
    (made,) = clusters([glyph("ท", 20), glyph(" ", 26.4, metrics=CIRCLE)])
    assert (made.text, made.rule) == ("ทํ", "sara-am")


def test_the_pen_behind_a_cluster_is_behind_its_marks() -> None:
    (made,) = clusters([glyph("ก", 20), moved(glyph("ิ", 26.4), dx=1)])
    assert made.end == pytest.approx(27.4)
    (plain,) = clusters(row("ก"))
    assert plain.end == pytest.approx(26.4)


def test_a_ligature_takes_marks_as_its_consonant_does() -> None:
    (made,) = clusters([glyph("ที", 20), glyph("่", 26.4, rise=RISE)])
    assert made.text == "ที่"


def test_letters_keep_the_order_of_the_file() -> None:
    assert "".join(cluster.text for cluster in clusters([*row("ขอ", 60), *row("กอ", 20)])) == "ขอกอ"


def test_nothing_makes_nothing() -> None:
    assert clusters([]) == []


def test_a_letters_place_is_the_middle_of_its_ink_half_a_letter_up() -> None:
    (made,) = clusters(row("ก"))
    assert centre(made) == pytest.approx((23.05, 97.5))
