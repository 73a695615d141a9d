"""Lines of a cell: joined as Thai is written, bullets kept apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from form.tables import line
from planparse.form.text import details_of, is_bulleted, items, joined


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        pytest.param(["โครงการก่อสร้าง", "ถนนคอนกรีต"], "โครงการก่อสร้างถนนคอนกรีต", id="thai on thai"),
        pytest.param(["จำนวน 2", "ครั้ง"], "จำนวน 2 ครั้ง", id="after a number"),
        pytest.param(["ปีละ", "2 ครั้ง"], "ปีละ 2 ครั้ง", id="before a number"),
        pytest.param(["ปีละ ๒", "ครั้ง"], "ปีละ ๒ ครั้ง", id="after a thai number"),
        pytest.param(["ระบบ", "CCTV", "และ WiFi"], "ระบบ CCTV และ WiFi", id="beside latin words"),
        pytest.param(["พื้นที่", "200"], "พื้นที่ 200", id="between a vowel and a number"),
        pytest.param(["ที่นี่", "(ต่อ)"], "ที่นี่ (ต่อ)", id="before a bracket"),
        pytest.param(["(ต่อ)", "ที่สอง"], "(ต่อ) ที่สอง", id="after a bracket"),
        pytest.param(["ร้อยละ 80", ".5"], "ร้อยละ 80.5", id="a number torn at its point"),
        pytest.param(["1", ",000"], "1,000", id="a number torn at its comma"),
        pytest.param(["(2", ")"], "(2)", id="a bracket closed"),
        pytest.param(["งานประชาสัมพันธ์ ฯ", "กองวิชาการ"], "งานประชาสัมพันธ์ ฯ กองวิชาการ", id="after an abbreviation"),
        pytest.param(["ต่าง ๆ", "ในเขต"], "ต่าง ๆ ในเขต", id="after a repetition"),
        pytest.param(["เทศบาล ", "ตำบล"], "เทศบาล ตำบล", id="the line ended in a space"),
        pytest.param(["เทศบาล\u00a0", "ตำบล"], "เทศบาล ตำบล", id="the line ended in a hard space"),
        pytest.param(["ก ", "", "  ", " ข "], "ก ข", id="empty lines"),
        pytest.param(["-", "5"], "-5", id="after a sign"),
        pytest.param(["ตั้งจุดตรวจ", "- วางท่อ"], "ตั้งจุดตรวจ - วางท่อ", id="before a bullet, after thai"),
        pytest.param(["ระบบ CCTV", "- วางท่อ"], "ระบบ CCTV - วางท่อ", id="before a bullet, after latin"),
        pytest.param(["ชุมชน.", "• วางท่อ"], "ชุมชน. • วางท่อ", id="before a bullet, after a point"),
        pytest.param(["มี.ค. 2554 - พ.ย.", "2553"], "มี.ค. 2554 - พ.ย. 2553", id="between an abbreviation and a number"),
        pytest.param(["เวลา 16.30 น.", "(ไม่พักเที่ยง)"], "เวลา 16.30 น. (ไม่พักเที่ยง)", id="between an abbreviation and a bracket"),
        pytest.param(["ค.ส.", "ล."], "ค.ส.ล.", id="an abbreviation torn"),
        pytest.param(["ร้อยละ 80.", "5"], "ร้อยละ 80.5", id="a number torn behind its point"),
        pytest.param(["งานประชาสัมพันธ์", "ฯ กองวิชาการ"], "งานประชาสัมพันธ์ ฯ กองวิชาการ", id="before an abbreviation"),
        pytest.param(["หมึกพิมพ์", "ฯลฯ"], "หมึกพิมพ์ ฯลฯ", id="before and so on"),
        pytest.param(["ต่าง", "ๆ ในเขต"], "ต่าง ๆ ในเขต", id="before a repetition"),
        pytest.param(["ประชาชนเคลื่อนที่", "ณ ชุมชน"], "ประชาชนเคลื่อนที่ ณ ชุมชน", id="before a word of one letter"),
        pytest.param(["ประชาชนเคลื่อนที่ ณ", "ชุมชน"], "ประชาชนเคลื่อนที่ ณ ชุมชน", id="after a word of one letter"),
        pytest.param(["คุณ", "ภาพชีวิต"], "คุณภาพชีวิต", id="after a word that ends in that letter"),
        pytest.param(["เจตนา", "ณรงค์"], "เจตนาณรงค์", id="before a word that begins with that letter"),
        pytest.param(["ขนาด A4", "/A3"], "ขนาด A4/A3", id="before a stroke"),
        pytest.param(["ไทย-", "อังกฤษ"], "ไทย-อังกฤษ", id="after a hyphen"),
        pytest.param([], "", id="no line"),
    ],
)
def test_lines_are_joined(lines: list[str], text: str) -> None:
    assert joined(lines) == text


@pytest.mark.parametrize("text", ["- ก", "-ก", " – ก", "• ก", "● ก", "* ก", "\uf0b7 ก", "✓ ก", "- (1) ก", "— ก"])
def test_a_bullet_begins_an_item(text: str) -> None:
    assert is_bulleted(text)
    assert [(item.text, item.bulleted) for item in items([line(text)])] == [(text.strip(" -–•●*\uf0b7✓—"), True)]


@pytest.mark.parametrize("text", ["-", " - ", "-5", "-๒ องศา", "ก - ข", "1. ก", "2) ก", "", "(ก)"])
def test_no_bullet_begins_none(text: str) -> None:
    assert not is_bulleted(text)


@pytest.mark.parametrize(
    ("lines", "texts", "details"),
    [
        pytest.param(["- ประชุม", "คณะทำงาน", "- อบรม"], ["ประชุมคณะทำงาน", "อบรม"], "- ประชุมคณะทำงาน\n- อบรม", id="bullets"),
        pytest.param(["กิจกรรม", "- อบรม"], ["กิจกรรม", "อบรม"], "กิจกรรม\n- อบรม", id="words before the first"),
        pytest.param(["จัดซื้อ", "ครุภัณฑ์"], ["จัดซื้อครุภัณฑ์"], "จัดซื้อครุภัณฑ์", id="no bullet"),
        pytest.param(["", "- ก", " ", "ข"], ["กข"], "- กข", id="empty lines"),
        pytest.param(["- - ก"], ["- ก"], "- - ก", id="one bullet is taken off"),
        pytest.param(["", " "], [], "", id="nothing"),
    ],
)
def test_a_cell_has_items(lines: list[str], texts: list[str], details: str) -> None:
    found = items([line(text) for text in lines])
    assert [item.text for item in found] == texts
    assert details_of(found) == details


def test_an_item_keeps_its_lines() -> None:
    lines = [line("- ก", 10), line("ข", 20), line("- ค", 30)]
    assert [item.lines for item in items(lines)] == [(lines[0], lines[1]), (lines[2],)]


@given(st.lists(st.text("กขำ่ฯๆ A1๒.,()-• \u00a0", max_size=6), max_size=8))
@settings(deadline=None, max_examples=200)
def test_joining_only_adds_spaces(texts: list[str]) -> None:
    text = joined(texts)
    assert "".join(text.split()) == "".join("".join(texts).split())
    assert text == text.strip()
    found = items([line(part) for part in texts])
    assert sum(len(item.lines) for item in found) == sum(bool(part.strip()) for part in texts)


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        pytest.param(["-อบรม", "-500 คน"], ["อบรม", "500 คน"], id="dashes-right-before-words"),
        pytest.param(["-500 คน", "-อบรม"], ["500 คน", "อบรม"], id="the-number-first"),
        pytest.param(["- อบรม หมู่ 1", "-5 ตำบล"], ["อบรม หมู่ 1-5 ตำบล"], id="dashes-apart"),
        pytest.param(["-อบรม", "-5"], ["อบรม-5"], id="a-number-only"),
        pytest.param(["-500 คน"], ["-500 คน"], id="no-other-line"),
    ],
)
def test_a_dash_before_a_number_is_a_bullet_among_such_bullets(texts: list[str], found: list[str]) -> None:
    lines = [line(text, 10 * index) for index, text in enumerate(texts)]
    assert ["".join(item.text.split()) for item in items(lines)] == ["".join(text.split()) for text in found]
