"""Misread words: what is put right, what stays, and what holds for any text."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planparse.thai.clerk import Clerk, Close, Mended, normalize, rule_names
from planparse.thai.repair import Change
from thai.right_thai import RIGHT

# One line that cannot be right, so that the others may be misread too.
DAMAGED = "การพัฒuาท้องถิ่น"
KINDS = ("letter", "confusion", "lost-mark", "gap", "digits")


def mended(text: str, *others: str, level: str = "safe") -> Mended:
    """Return one line of a damaged document repaired."""
    clerk = Clerk("bold" if level == "bold" else "safe")
    clerk.look((DAMAGED, *others, text))
    return clerk.mend(text)


@pytest.mark.parametrize(
    ("read", "right", "rule"),
    [
        pytest.param("สำนัnช่าง", "สำนักช่าง", "letter", id="n for ko kai"),
        pytest.param("ได้มาตรฐาu", "ได้มาตรฐาน", "letter", id="u at the end"),
        pytest.param("uโยบาย", "นโยบาย", "letter", id="u at the beginning"),
        pytest.param("ความWึงพอใจ", "ความพึงพอใจ", "letter", id="W that bears a vowel"),
        pytest.param("สืUสานประเพณี", "สืบสานประเพณี", "letter", id="nothing but what cannot be right is changed"),
        pytest.param("จุดบริการประซาชน", "จุดบริการประชาชน", "confusion", id="a word broken into three"),
        pytest.param("ดราสินค้า", "ตราสินค้า", "confusion", id="a letter of no word"),
        pytest.param("กองข่าง", "กองช่าง", "confusion", id="a unit of the list"),
        pytest.param("แผนงานการพานิชย์", "แผนงานการพาณิชย์", "confusion", id="a programme of the list"),
        pytest.param("การทองเที่ยว", "การท่องเที่ยว", "lost-mark", id="a tone in a word of plans"),
        pytest.param("อบรมอาชีพ 30 ชั่ว โมง", "อบรมอาชีพ 30 ชั่วโมง", "gap", id="a space between two words"),
        pytest.param("ห มู่บ้าน", "หมู่บ้าน", "gap", id="a space behind one letter"),
        pytest.param("ลาดตระเว นป้องกันไฟป่า", "ลาดตระเวนป้องกันไฟป่า", "gap", id="a space before one letter"),
        pytest.param("ยาวรวม 4๘0 เมตร", "ยาวรวม 480 เมตร", "digits", id="a digit of the other script"),
        pytest.param("ราคา 5O,000 บาท", "ราคา 50,000 บาท", "digits", id="a letter in a number"),
    ],
)
def test_a_misread_word_is_put_right(read: str, right: str, rule: str) -> None:
    found = mended(read)
    assert found.text == right
    assert [change.rule for change in found.changes] == [rule]
    assert mended(right) == Mended(right)


def test_several_misreadings_of_a_line_are_told_one_by_one() -> None:
    assert mended("งานทะเบียuราษ ฎรและประซาชน") == Mended(
        "งานทะเบียนราษฎรและประชาชน",
        (Change("letter", "งานทะเบียuราษ ฎร", "งานทะเบียนราษฎร"), Change("confusion", "ประซาชน", "ประชาชน")),
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("บ้านร่องไฮ", id="a name that no list knows"),
        pytest.param("บ้านทุ่งแค้ว", id="a name one letter away from a word"),
        pytest.param("อบต.แม่ใส", id="a name behind an abbreviation"),
        pytest.param("นางสาวกัลยณี ใจซื่อ", id="a person"),
        pytest.param("ตามจุดต่าง ๆ", id="the repetition sign behind its space"),
        pytest.param("งานแผนที่ภาษี ฯ", id="the abbreviation sign behind its space"),
        pytest.param("กล้อง CCTV และ LED 30 วัตต์", id="latin words"),
        pytest.param("ระบบe-Serviceและไฟล์PDF", id="latin words without spaces"),
        pytest.param("กระดาษA4 ไฟล์ mp3", id="latin letters with digits"),
        pytest.param("รางระบายน้ำรูปตัวUคว่ำ", id="a letter that is meant as one"),
        pytest.param("ทองคำ เที่ยวไทย", id="two words with a space"),
        pytest.param("๒๕ 25 ๑๑22", id="as many digits of each script"),
        pytest.param("H2O", id="a formula"),
        pytest.param("השק", id="a script that no misreading is known of"),
    ],
)
def test_what_may_be_right_stays(text: str) -> None:
    assert mended(text).text == text


@pytest.mark.parametrize("text", RIGHT)
def test_right_thai_stays_among_damaged(text: str) -> None:
    assert mended(text).text == text


@pytest.mark.parametrize("text", ["กองข่าง", "ประซาชน", "ชั่ว โมง", "การทองเที่ยว", "ยาว 4๘0 เมตร"])
def test_a_document_without_damage_is_taken_for_right(text: str) -> None:
    clerk = Clerk()
    clerk.look((text, *RIGHT))
    assert not clerk.suspicious
    assert clerk.mend(text) == Mended(text)


def test_one_sign_among_much_right_text_is_no_damage() -> None:
    clerk = Clerk()
    clerk.look((DAMAGED, *(RIGHT * 3)))
    assert not clerk.suspicious
    assert clerk.mend(DAMAGED).text == "การพัฒนาท้องถิ่น"  # what cannot be right is put right all the same
    assert clerk.mend("ประซาชน").text == "ประซาชน"


@pytest.mark.parametrize(
    ("read", "before", "after"),
    [
        pytest.param("สือความหมาย", "สือ", "สื่อ", id="a lost tone"),
        pytest.param("จำนวน 1 ค วัน", "ค วัน", "ควัน", id="a space"),
    ],
)
def test_a_close_call_stays_and_is_told(read: str, before: str, after: str) -> None:
    assert mended(read) == Mended(read, (), (Close(before, after),))
    taken = mended(read, level="bold")
    assert taken.text == read.replace(before, after)
    assert [change.rule[-1] for change in taken.changes] == ["?"]


def test_a_phrase_that_the_plan_has_twice_is_a_word_of_its_own() -> None:
    name = "ฆฬะนฬุฆีฬา"
    read = "ณ " + name.replace("น", "u")
    assert mended(read).text == read
    assert mended(read, f"ณ {name}").text == read
    assert mended(read, f"ณ {name}", f"{name} หมู่ที่ 2").text == f"ณ {name}"


def test_bold_needs_no_sign_of_damage() -> None:
    assert Clerk("bold").mend("ประซาชน") == Mended("ประชาชน", (Change("confusion", "ประซาชน", "ประชาชน"),))


def test_names_of_a_plan_are_not_taken_for_each_other() -> None:
    assert mended("บ้านสันปาถอน", "บ้านสันป่าถ่อน", "บ้านสันป่าถ่อน").text == "บ้านสันปาถอน"
    names = ("สมชาย คชวงศ์", "สมชาย คชวงค์") * 2
    assert [mended(name, *names).text for name in names] == [*names]


def test_words_that_are_cut_off_at_a_line_are_not_guessed() -> None:
    clerk = Clerk()
    clerk.look((DAMAGED,))
    assert clerk.mend("กองข่าง", whole=True).text == "กองช่าง"
    assert clerk.mend("กองข่าง", whole=False).text == "กองข่าง"
    assert clerk.mend("สำนัnช่าง", whole=False).text == "สำนักช่าง"  # what cannot be right is no cut word


def test_only_the_rules_asked_for() -> None:
    [line] = normalize(["การพัฒuา ประซาชน ກອງ"], rules=frozenset({"letter"}))
    assert line.text == "การพัฒนา ประซาชน ກອງ"
    [line] = normalize(["การพัฒuา ประซาชน ກອງ"], rules=frozenset({"lookalike"}))
    assert line.text == "การพัฒuา ประซาชน กอง"
    assert set(KINDS) < set(rule_names())


def test_no_word_list_is_loaded_for_a_text_without_damage() -> None:
    program = (
        "import sys; from planparse.thai.clerk import normalize; normalize(sys.argv[1:]); sys.exit('pythainlp' in sys.modules)"
    )
    command = [sys.executable, "-c", program]
    assert subprocess.run([*command, *(text for text in RIGHT if "\x00" not in text)], check=False).returncode == 0
    assert subprocess.run([*command, DAMAGED], check=False).returncode == 1


PIECES = (
    "การพัฒuา", "สำนัnช่าง", "ประซาชน", "ชั่ว โมง", "ค วัน", "ทองเที่ยว", "ป ี", "จัดท า", "กอง", "4๘0", "5O,000", "ລື.ຍ.", "เเผน",
    "น", "u", "n", "W", "่", "ี", "า", "ำ", " ", "  ", "\t", "\n", "ๆ", "ฯ", ".", "O", "๐", "0", "A4", "CCTV",
)  # fmt: skip
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.sampled_from(RIGHT), st.text(max_size=4)), max_size=8).map("".join)


@given(texts)
@settings(deadline=None, max_examples=250)
def test_any_text_is_normalized_once_and_keeps_its_cells(text: str) -> None:
    lines = text.split("\n")
    once = [line.text for line in normalize(lines)]
    assert [line.text for line in normalize(once)] == once
    assert [line.count("\t") for line in once] == [line.count("\t") for line in lines]
    assert ["".join(c for c in line if c in "\t\r\f\v\x85\u2028") for line in once] == [
        "".join(c for c in line if c in "\t\r\f\v\x85\u2028") for line in lines
    ]


@given(texts)
@settings(deadline=None, max_examples=100)
def test_bold_is_done_after_once_too(text: str) -> None:
    once = [line.text for line in normalize(text.split("\n"), "bold")]
    assert [line.text for line in normalize(once, "bold")] == once
