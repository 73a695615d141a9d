"""Codes that the ink gives the lie: full stops, tones without a Unicode value, marks in another tier; and watermarks."""

from __future__ import annotations

import pytest

from glyphs.hand import EM, METRICS, RISE, Metrics, glyph, read, row, texts
from planparse.glyphs import clusters
from planparse.glyphs.codes import UNLIKE, meaning, tone_of
from planparse.page import Glyph

# TH Sarabun's upper tones
MAI_EK = Metrics(0.0, -0.15, -0.11, 0.84, 0.69)
MAI_THO = Metrics(0.0, -0.30, -0.05, 0.88, 0.69)
THANTHAKHAT = Metrics(0.0, -0.20, -0.03, 0.90, 0.69)
MAI_TRI = Metrics(0.0, -0.42, -0.02, 0.90, 0.69)
SARA_U, SARA_UU = Metrics(0.0, -0.18, -0.07, -0.05, -0.23), Metrics(0.0, -0.28, -0.07, -0.03, -0.23)
BOLD_U, LOW_UU = Metrics(0.0, -0.28, -0.10, -0.04, -0.27), Metrics(0.0, -0.27, -0.07, -0.04, -0.24)  # Loma, Kanit
DOT = Metrics(0.25, 0.06, 0.18, 0.12, 0.0)


def word(letter: str, mark: str, metrics: Metrics, rest: str = "") -> list[Glyph]:
    one = glyph(letter, 20)
    return [one, glyph(mark, one.end, metrics=metrics), *row(rest, one.end)]


def rules(glyphs: list[Glyph]) -> list[str]:
    return [rule for line in read(glyphs) for rule, _, _ in line.repairs]


# full stops


def test_a_consonants_code_on_a_dot_is_a_full_stop() -> None:
    assert meaning(glyph("ศ", 20, metrics=DOT)) == (".", "full-stop")
    first, *rest = row("พ.ศ.")
    assert texts([first, rest[0]._replace(text="ศ"), *rest[1:]]) == ["พ.ศ."]


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        pytest.param("ศ", METRICS["."]._replace(top=0.30), id="higher"),
        pytest.param("ศ", METRICS["."]._replace(right=0.30), id="wider"),
        pytest.param("ศ", Metrics(0.25, 0.06, 0.18, 0.55, 0.43), id="raised"),
        pytest.param("ศ", Metrics(0.25, 0.06, 0.18, -0.10, -0.20), id="lowered"),
        pytest.param("ะ", DOT, id="no-consonant"),
        pytest.param("-", DOT, id="no-letter"),
    ],
)
def test_any_other_ink_is_what_its_code_says(text: str, metrics: Metrics) -> None:
    assert meaning(glyph(text, 20, metrics=metrics)) == (text, "")


# tones without a Unicode value


@pytest.mark.parametrize("code", ["É", "Ê", "Í", "\u0477", "\u0478", "\ufffd"])
@pytest.mark.parametrize(
    ("metrics", "letter", "text"),
    [
        pytest.param(MAI_EK, "ก", "ก่", id="stroke"),
        pytest.param(MAI_THO, "ก", "ก้", id="wide"),
        pytest.param(THANTHAKHAT, "ย", "ย์", id="higher-than-wide"),
    ],
)
def test_a_tone_without_a_value_is_told_by_its_shape(code: str, metrics: Metrics, letter: str, text: str) -> None:
    glyphs = word(letter, code, metrics)
    assert texts(glyphs) == [text]
    assert rules(glyphs) == ["unmapped-tone"]


@pytest.mark.parametrize(("metrics", "text"), [(MAI_EK, "ก่"), (MAI_THO, "ก\ufffd")], ids=["stroke", "wide"])
def test_a_mark_like_none_of_its_fonts_is_told_by_its_shape_only_as_a_stroke(metrics: Metrics, text: str) -> None:
    assert "".join(texts(word("ก", UNLIKE, metrics))) == text


@pytest.mark.parametrize("code", [",", "$", "<", "'", "7", "K"])
def test_a_tone_that_has_only_a_number_may_look_like_a_sign_in_the_file(code: str) -> None:
    """wkhtmltopdf: a sign that advances nothing is none."""
    assert texts(word("ที", code, MAI_EK._replace(top=1.2, bottom=1.0), "อ")) == ["ที่อ"]


def test_no_thanthakhat_stands_on_a_circle() -> None:
    one, circle = row("นํ")
    tone = glyph("Ê", one.end, metrics=THANTHAKHAT, rise=RISE)
    assert texts([one, circle, tone, *row("า", one.end)]) == ["น้ำ"]


def test_a_tone_without_a_value_is_the_known_tone_most_like_it() -> None:
    known = [glyph("ต", 20, 130), glyph("๊", 26.4, 130, metrics=MAI_TRI), *row("โต๋", 60, 130)]
    assert texts([*word("ก", "Ê", MAI_TRI), *known])[0] == "ก๊"
    assert texts([*word("ก", "Ê", METRICS["๋"]), *known])[0] == "ก๋"


def test_a_known_tone_of_private_use_is_known_too() -> None:
    known = glyph("\uf70c", 80, 130, metrics=MAI_TRI)
    assert texts([*word("ก", "Ê", MAI_TRI), glyph("ต", 73.6, 130), known]) == ["ก๊", "ต๊"]


def test_no_thanthakhat_stands_over_a_vowel_that_bears_none() -> None:
    one, vowel = row("กี")
    tone = glyph("Ê", one.end, metrics=THANTHAKHAT, rise=RISE)
    assert texts([one, vowel, tone]) == ["กี้"]
    one, vowel = row("กิ")
    assert texts([one, vowel, glyph("Ê", one.end, metrics=THANTHAKHAT, rise=RISE)]) == ["กิ์"]


@pytest.mark.parametrize(
    ("code", "metrics"),
    [
        pytest.param("É", Metrics(0.6, 0.02, 0.58, 0.9, 0.0), id="a-latin-letter"),
        pytest.param("°", Metrics(0.35, 0.04, 0.30, 0.72, 0.48), id="behind-its-pen"),
        pytest.param("É", MAI_EK._replace(top=0.30, bottom=0.15), id="low"),
        pytest.param("É", MAI_EK._replace(top=1.10), id="high"),
        pytest.param("É", MAI_EK._replace(left=-0.60), id="wide"),
        pytest.param("É", MAI_EK._replace(top=0.69), id="flat"),
        pytest.param("\u0477", Metrics(0.0, -0.10, 0.15, 0.88, 0.69), id="over-its-pen"),
        pytest.param("'", MAI_EK._replace(advance=0.2), id="ascii"),
        pytest.param(",", Metrics(0.0, 0.02, 0.10, 0.88, 0.69), id="ascii-behind-its-pen"),
        pytest.param(",", MAI_EK._replace(top=0.12, bottom=-0.1), id="ascii-low"),
        pytest.param("’", MAI_EK, id="punctuation"),
        pytest.param("\u0e4f", MAI_EK, id="thai"),
        pytest.param("Éx", MAI_EK, id="two-letters"),
    ],
)
def test_any_other_sign_is_no_tone(code: str, metrics: Metrics) -> None:
    glyphs = word("ก", code, metrics)
    assert "".join(cluster.text for cluster in clusters(glyphs)) == "ก" + code
    assert rules(glyphs) == []


# quotation marks under the codes of accented letters

QUOTE = Metrics(0.30, 0.05, 0.25, 0.72, 0.50)


def test_accented_letters_drawn_as_quotation_marks_are_such() -> None:
    opening = glyph("ì", 20, metrics=QUOTE)
    inside = row("แผน", opening.end)
    closing = glyph("î", inside[-1].end, metrics=QUOTE)
    assert texts([opening, *inside, closing]) == ["“แผน”"]
    assert set(rules([opening, *inside, closing])) == {"quotation-mark"}


def test_a_quotation_mark_behind_a_space_opens() -> None:
    before = row("ตาม ")
    opening = glyph("ì", before[-1].end, metrics=QUOTE)
    assert texts([*before, opening, *row("แผน", opening.end)]) == ["ตาม “แผน"]


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        pytest.param("ì", Metrics(0.30, 0.05, 0.25, 0.72, 0.0), id="a-letter"),
        pytest.param("î", Metrics(0.30, 0.05, 0.25, 0.20, -0.05), id="low"),
        pytest.param("'", QUOTE, id="ascii"),
        pytest.param("°", QUOTE, id="degrees"),
    ],
)
def test_other_letters_are_no_quotation_marks(text: str, metrics: Metrics) -> None:
    assert texts([*row("ก"), glyph(text, 26.4, metrics=metrics)]) == ["ก" + text]


# marks in another tier


def test_a_lower_vowels_code_above_the_letter_is_a_tone() -> None:
    glyphs = word("ฝ", "ุ", MAI_EK, "าย")
    assert texts(glyphs) == ["ฝ่าย"]
    assert rules(glyphs) == ["misplaced-mark"]


@pytest.mark.parametrize(("metrics", "text"), [(SARA_U, "กุ"), (SARA_UU, "กู"), (BOLD_U, "กุ"), (LOW_UU, "กู")])
@pytest.mark.parametrize("code", ["่", "ิ"])
def test_an_upper_marks_code_below_the_letter_is_a_lower_vowel(code: str, metrics: Metrics, text: str) -> None:
    glyphs = word("ก", code, metrics)
    assert texts(glyphs) == [text]
    assert rules(glyphs) == ["misplaced-mark"]


def test_two_marks_with_each_others_codes_are_the_right_two() -> None:
    """LibreOffice swaps the codes inside a cluster: the set is right."""
    one = glyph("ผ", 20)
    swapped = [one, glyph("้", one.end, metrics=METRICS["ู"]), glyph("ู", one.end, metrics=MAI_THO)]
    assert texts(swapped) == ["ผู้"]
    assert "misplaced-mark" not in rules(swapped)


def test_the_set_of_codes_is_wrong_where_another_tone_is_drawn() -> None:
    """LibreOffice gives each glyph the code that it has in one word: here SARA UU that of a word with MAI THO."""
    one = glyph("ส", 20)
    drawn = [one, glyph("ู", one.end, metrics=MAI_EK), glyph("้", one.end, metrics=METRICS["ู"])]
    assert texts(drawn) == ["สู่"]


def test_misplaced_marks_of_neighbouring_letters_are_not_swapped() -> None:
    """WeasyPrint takes the codes of the first cluster that a glyph stands in for all that it draws."""
    one = glyph("ผ", 20)
    swapped = [one, glyph("ู", one.end, metrics=MAI_THO), glyph("้", one.end, metrics=METRICS["ู"])]
    two = glyph("ส", one.end)
    assert texts([*swapped, two, glyph("้", two.end, metrics=METRICS["ู"]), *row("ง", two.end)]) == ["ผู้สูง"]
    first = [*row("แก"), glyph("ู", 33.0, metrics=MAI_EK)]
    second = glyph("ผ", 33.0)
    both = [second, glyph("้", second.end, metrics=METRICS["้"]), glyph("่", second.end, metrics=METRICS["ู"])]
    assert texts([*first, *both, *row("ใหญ่", second.end)]) == ["แก่ผู้ใหญ่"]


@pytest.mark.parametrize("code", ["ู", "ั", "ี"])
def test_a_vowels_code_on_the_circle_of_a_sara_am_is_a_tone(code: str) -> None:
    """WeasyPrint tells no code for the circle that a font parts from its SARA AM, and any for the tone over it."""
    one = glyph("น", 20)
    circle = glyph("Ě", one.end, metrics=Metrics(0.0, -0.30, -0.05, 0.94, 0.69))
    tone = glyph(code, one.end, metrics=Metrics(0.0, -0.40, -0.03, 1.24, 0.97))
    assert texts([one, circle, tone, *row("าต้น", one.end)]) == ["น้ำต้น"]


def test_a_vowel_on_the_code_of_a_tone_is_one_of_two_that_are_swapped() -> None:
    one = glyph("ท", 20)
    low, high = METRICS["ี"], Metrics(0.0, -0.15, -0.03, 1.20, 0.97)
    assert texts([one, glyph("่", one.end, metrics=low), glyph("ี", one.end, metrics=high)]) == ["ที่"]


@pytest.mark.parametrize("text", ["ผู้", "กุ", "ที่", "เป็น", "กัน", "ฟั่น", "ฎีกา", "พินฺทุ"])
def test_marks_in_their_tier_stay(text: str) -> None:
    assert texts(row(text)) == [text]
    assert rules(row(text)) == []


@pytest.mark.parametrize("sign", ["!", "%", '"'])
def test_a_signs_code_on_a_tone_is_that_tone_however_far_its_ink_reaches(sign: str) -> None:
    one = glyph("ง", 20)
    tone = glyph(sign, one.end, metrics=Metrics(0.04, -0.32, 0.04, 1.05, 0.85))
    assert texts([one, tone, *row("าน", one.end)]) == ["ง้าน"]


@pytest.mark.parametrize("sign", ["'", '"', "*"])
def test_a_raised_sign_with_an_advance_is_itself(sign: str) -> None:
    raised = glyph(sign, 26.4, metrics=Metrics(0.30, 0.05, 0.25, 0.72, 0.50))
    assert texts([*row("ก"), raised]) == ["ก" + sign]


# watermarks


def pale(glyphs: list[Glyph]) -> list[Glyph]:
    return [one._replace(pale=True) for one in glyphs]


def test_a_watermark_does_not_mix_with_the_text_over_it() -> None:
    assert sorted(texts([*row("งบประมาณ"), *pale(row("สำเนา", 23))])) == ["งบประมาณ", "สำเนา"]


def test_marks_of_a_watermark_stay_its_own() -> None:
    below = pale([glyph("ก", 20), *row("น", 60)])
    assert sorted(texts([*below, *row("น่", 20)])) == ["ก น", "น่"]


def test_pale_text_is_text() -> None:
    assert texts(pale(row("ที่ทำการ", y=120)) + row("งบ")) == ["งบ", "ที่ทำการ"]


def test_size_does_not_matter() -> None:
    for em in (5.0, 4 * EM):
        one = glyph("ก", 20, em=em)
        assert texts([one, glyph("É", one.end, metrics=MAI_EK, em=em)]) == ["ก่"]
        assert meaning(glyph("ศ", 20, metrics=DOT, em=em))[0] == "."


def test_a_tone_that_the_page_draws_otherwise_at_its_height_is_another() -> None:
    """WeasyPrint's fonts have flatter tones over vowels: nearer to another tone's than to the same over a letter."""
    low_tho = glyph("้", 60, metrics=Metrics(0.0, -0.38, -0.07, 0.89, 0.65))
    low_chattawa, high_chattawa = (
        glyph("๋", x, metrics=metrics)
        for x, metrics in ((80, Metrics(0.0, -0.31, -0.06, 0.90, 0.65)), (100, Metrics(0.0, -0.29, -0.06, 1.18, 0.95)))
    )
    unknown = glyph("\u011a", 40, metrics=Metrics(0.0, -0.32, -0.06, 1.18, 0.95))
    assert tone_of(unknown, [low_tho, low_chattawa, high_chattawa]) == "้"
    assert tone_of(unknown, [low_tho, low_chattawa]) == "๋"
    assert tone_of(high_chattawa, [low_tho, low_chattawa, high_chattawa]) == "๋"


@pytest.mark.parametrize("code", ["\ufffd", "\u011a"])
def test_a_tone_without_a_value_may_stand_between_a_sara_am_that_is_its_circle_and_its_rest(code: str) -> None:
    one = glyph("น", 20)
    circle = glyph("ำ", one.end, metrics=Metrics(0.0, -0.27, -0.05, 0.80, 0.61))
    tone = glyph(code, one.end, metrics=Metrics(0.0, -0.27, -0.01, 1.02, 0.85))
    known = glyph("้", 60, 130, metrics=Metrics(0.0, -0.27, -0.01, 1.02, 0.85))
    assert texts([one, circle, tone, *row("าใส", one.end), known]) == ["น้ำใส", "้"]


def test_a_round_sign_on_the_circle_of_a_sara_am_is_its_tone() -> None:
    """Both have no value of their own; pdfium gives them the numbers of their glyphs."""
    one = glyph("ก", 20)
    circle = glyph("\u011e", one.end, metrics=Metrics(0.0, -0.25, -0.08, 0.83, 0.65))
    tone = glyph("\u011a", one.end, metrics=Metrics(0.0, -0.32, -0.06, 1.18, 0.95))
    vowel = glyph("า", one.end)
    known = glyph("้", 60, 130, metrics=Metrics(0.0, -0.32, -0.06, 0.89, 0.66))
    assert texts([one, circle, tone, vowel, known]) == ["ก้ำ", "้"]
    assert texts([one, tone, circle, vowel, known]) == ["ก้ำ", "้"]


@pytest.mark.parametrize("code", [";", "<"])
def test_a_circle_with_the_code_of_a_sign_belongs_to_the_run_before_it(code: str) -> None:
    glyphs = [*row("การด")]
    circle = glyph(code, glyphs[-1].end, metrics=Metrics(0.0, -0.27, -0.05, 0.80, 0.61))
    rest = row("าเนนงาน", circle.x)
    assert texts([*glyphs, circle, *rest]) == ["การดำเนนงาน"]


def test_a_round_sign_far_from_the_sara_am_told_after_it_is_none_of_its_parts() -> None:
    """A quotation mark from another font is told before the end of the word that it follows."""
    word_ = row("ตำบล")
    quote = glyph("\u2019", word_[-1].end, metrics=Metrics(0.32, 0.05, 0.28, 0.67, 0.45))
    assert texts([word_[0], quote, *word_[1:]]) == ["ตำบล\u2019"]
