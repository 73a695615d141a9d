"""The repairs: what each must fix, what none may touch, and what holds for any text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from planparse.thai import RULES, Change, repair
from planparse.thai.clerk import Clerk
from planparse.thai.lookalikes import lookalikes
from planparse.thai.marks import detached_marks, doubled_marks, mark_order, private_use, sara_ae, sara_am, split_sara_am
from planparse.thai.repair import ENCODING, changed_words
from planparse.thai.spelling import spelling
from thai.right_thai import RIGHT

LAO = "".join(map(chr, range(0x0E80, 0x0F00)))
PRIVATE = "".join(map(chr, range(0xF6FE, 0xF71D)))
THAI = "".join(map(chr, range(0x0E01, 0x0E5C)))
SHAPES = ("W.ศ.", "w ศ .", "เเ", "ํา", "ํ่า", "่ํา", "ก า", "น ำ", "่ี", "ิ่ี", "ช่อมแชม", "ซ่อมแชม", "จัดท า", "\t", "\n", "\r\n", "\f", " ")
texts = st.lists(st.one_of(st.sampled_from(SHAPES), st.text(THAI + LAO + PRIVATE + "Ww.,1 \t\n", max_size=6)), max_size=12).map(
    "".join
)


@pytest.mark.parametrize(
    ("rule", "damaged", "right"),
    [
        pytest.param(private_use, "หน\uf70aวย", "หน่วย", id="low tone"),
        pytest.param(private_use, "ป\uf702งบประมาณ", "ปีงบประมาณ", id="vowel moved left"),
        pytest.param(private_use, "ป\uf701\uf713นโต", "ปิ่นโต", id="vowel and tone moved left"),
        pytest.param(private_use, "\uf70fาติ \uf700าน", "ญาติ ฐาน", id="letters without their foot"),
        pytest.param(private_use, "กฎ\uf718 ก\uf71a", "กฎุ กฺ", id="first and last of the lower marks"),
        pytest.param(lookalikes, "ກອງຄລັງ", "กองคลัง", id="lao letters at the place of thai ones"),
        pytest.param(lookalikes, "ມີ.ຄ.", "มี.ค.", id="lao month"),
        pytest.param(lookalikes, "ຍາຽຝຟ", "ยายฝฟ", id="lao letters of another shape"),
        pytest.param(lookalikes, "ໜ້າ ໝູ່", "หน้า หมู่", id="lao ligatures"),
        pytest.param(lookalikes, "໒໕໖໙", "๒๕๖๙", id="lao digits"),
        pytest.param(lookalikes, "W.ศ. 2555", "พ.ศ. 2555", id="w of the era"),
        pytest.param(lookalikes, "ปี w ศ. 2555", "ปี พ.ศ. 2555", id="small w without its point"),
        pytest.param(mark_order, "ท่ี", "ที่", id="tone before vowel"),
        pytest.param(mark_order, "ผ้ัก", "ผั้ก", id="tone before han akat"),
        pytest.param(mark_order, "พันธ์ุ", "พันธุ์", id="silencer before vowel"),
        pytest.param(mark_order, "ก่ิี", "กิี่", id="tone before two vowels"),
        pytest.param(detached_marks, "กรณ ี", "กรณี", id="a space before a vowel"),
        pytest.param(detached_marks, "ท ั ้ง", "ทั้ง", id="spaces before a vowel and its tone"),
        pytest.param(doubled_marks, "ที่่", "ที่", id="tone twice"),
        pytest.param(doubled_marks, "ปีีีงบ", "ปีงบ", id="vowel three times"),
        pytest.param(sara_am, "ดําเนินการ", "ดำเนินการ", id="am taken apart"),
        pytest.param(sara_am, "นํ้า", "น้ำ", id="tone inside am"),
        pytest.param(sara_am, "น้ํา", "น้ำ", id="tone before am taken apart"),
        pytest.param(sara_ae, "เเผนงาน", "แผนงาน", id="two sara e"),
        pytest.param(split_sara_am, "จ านวน", "จำนวน", id="am torn to a gap"),
        pytest.param(split_sara_am, "น้ า", "น้ำ", id="gap behind the tone"),
        pytest.param(split_sara_am, "ประจ ำปี", "ประจำปี", id="gap before a whole am"),
        pytest.param(split_sara_am, "โครงก าร", "โครงการ", id="only aa makes a word"),
        pytest.param(split_sara_am, "ซ าฅฅ", "ซำฅฅ", id="neither makes a word"),
        pytest.param(spelling, "ช่อมแชมถนน", "ซ่อมแซมถนน", id="both letters misread"),
        pytest.param(spelling, "ช่อมแซม ซ่อมแชม", "ซ่อมแซม ซ่อมแซม", id="one letter misread"),
    ],
)
def test_a_rule_repairs_and_so_does_the_whole(rule: Callable[[str], str], damaged: str, right: str) -> None:
    assert rule(damaged) == right
    assert rule(right) == right
    assert repair(damaged)[0] == right


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        pytest.param(private_use, "\uf6ff \uf71b \uf0b7", id="private use of other fonts"),
        pytest.param(lookalikes, "ໞ", id="lao letter without a thai one"),
        pytest.param(lookalikes, "WW.ศ. 2555", id="the end of a latin word"),
        pytest.param(lookalikes, "W ศูนย์", id="w before a word with the letter of the era"),
        pytest.param(lookalikes, "W\t.ศ.2555", id="w in another cell"),
        pytest.param(lookalikes, "W\nศ.2555", id="w on another line"),
        pytest.param(doubled_marks, "กรรมการ ออก ๆๆ 1100", id="letters that may stand twice"),
        pytest.param(detached_marks, "1 ่ ก\t้ ข\nิ A ุ", id="a mark behind no thai letter"),
        pytest.param(sara_ae, "เ เก", id="sara e apart"),
        pytest.param(sara_am, "ํก า", id="nikhahit on its own"),
        pytest.param(split_sara_am, "ก\tา ก\nา ก  า", id="a cell, a line and two spaces between"),
        pytest.param(split_sara_am, "2 าน ๆ า", id="no consonant before"),
        pytest.param(spelling, "ช่อมาลัย แชมป์", id="parts of the misspelling"),
    ],
)
def test_a_rule_leaves_alone(rule: Callable[[str], str], text: str) -> None:
    assert rule(text) == text


@pytest.mark.parametrize("text", RIGHT)
def test_right_thai_stays(text: str) -> None:
    assert repair(text) == (text, ())


@pytest.mark.parametrize("damage", ["", "ช่อมแชม ດຳເນີນ ð ພ.ຄ. ł"], ids=["a clean document", "a damaged document"])
def test_right_thai_stays_with_the_clerk(damage: str) -> None:
    clerk = Clerk()
    clerk.look([*RIGHT, *[damage] * 3])
    assert [text for text in RIGHT if clerk.mend(text).text != text] == []


def test_right_thai_is_enough_to_tell() -> None:
    assert len(set(RIGHT)) >= 40


def test_each_change_is_told_with_its_rule_and_words() -> None:
    text, changes = repair("งาน จ\uf70aาย คา ชําระ หนี้")
    assert text == "งาน จ่าย คา ชำระ หนี้"
    assert changes == (Change("private-use", "จ\uf70aาย", "จ่าย"), Change("sara-am", "ชําระ", "ชำระ"))


def test_rules_run_in_their_order() -> None:
    _, changes = repair("ເເผน นํํา")  # lao, then drawn twice, then put together
    assert [change.rule for change in changes] == ["lookalike", "drawn-twice", "sara-am", "sara-ae"]


def test_only_some_rules_may_be_asked_for() -> None:
    text = "ช่อมแชม ดําเนินการ"
    assert repair(text, ENCODING) == ("ช่อมแชม ดำเนินการ", (Change("sara-am", "ดําเนินการ", "ดำเนินการ"),))
    assert repair(text, frozenset()) == (text, ())
    assert set(RULES) > ENCODING


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        pytest.param("ก ขข ค", "ก ข ค", ("ขข", "ข"), id="a word"),
        pytest.param("ก ขข", "ก ข", ("ขข", "ข"), id="the last word"),
        pytest.param("กก", "ก", ("กก", "ก"), id="all of it"),
        pytest.param("ก า ข", "กำ ข", ("ก า", "กำ"), id="two words that become one"),
    ],
)
def test_changed_words_are_whole(before: str, after: str, told: tuple[str, str]) -> None:
    assert changed_words(before, after) == told


@given(texts | st.text(max_size=40))
@example("ิ่่ี่").via("tones between vowels")
@example("ํํ่า").via("marks twice inside am")
@example("่ีํ่า").via("a tone on both sides of am taken apart")
@settings(deadline=None, max_examples=600)
def test_any_text_is_repaired_once_and_keeps_its_cells(text: str) -> None:
    repaired, changes = repair(text)
    assert repair(repaired) == (repaired, ())
    assert (repaired == text) == (changes == ())
    assert [c for c in repaired if c in "\t\n\r\f\v"] == [c for c in text if c in "\t\n\r\f\v"]
    assert [len(line.split("\t")) for line in repaired.splitlines()] == [len(line.split("\t")) for line in text.splitlines()]
    assert all(change.rule in RULES and change.before != change.after for change in changes)


@given(st.lists(st.sampled_from(RIGHT), min_size=1, max_size=5), st.sampled_from(" \t\n"))
@settings(deadline=None, max_examples=150)
def test_right_thai_stays_in_any_company(parts: list[str], between: str) -> None:
    text = between.join(parts)
    assert repair(text) == (text, ())


@given(st.sampled_from(sorted(RULES)), texts)
@settings(deadline=None, max_examples=400)
def test_each_rule_alone_is_done_after_once(rule: str, text: str) -> None:
    once = RULES[rule](text)
    assert RULES[rule](once) == once
