"""The forms: each known by its own headers, an OCR'd header known again, others not."""

from __future__ import annotations

import pytest

from planparse.form.forms import ALIKE, FORMS, Form, forms, parse, tighten

PD02 = next(form for form in forms() if form.name == "pd02")
BUILT_IN = [pytest.param(form, id=form.name) for form in forms()]


def test_the_forms_are_those_of_the_list() -> None:
    assert tuple(form.name for form in forms()) == FORMS
    assert len(set(FORMS)) == len(FORMS)
    assert {form.name for form in forms() if form.sums} == {"pd01"}


@pytest.mark.parametrize("form", BUILT_IN)
def test_a_form_knows_its_own_headers_and_has_what_it_requires(form: Form) -> None:
    assert form.title
    assert "name" in form.required
    assert set(form.required) <= set(form.headers.values())
    for header, name in form.headers.items():
        assert form.field_of(header) == (name, 1.0)
        assert tighten(header) == header


@pytest.mark.parametrize(
    ("header", "name"),
    [
        pytest.param("งบประมาณ\n(บาท)", "budget", id="over two lines"),
        pytest.param(" ห น่วยงาน-รับผิดชอบ ", "unit", id="spaces and dashes"),
        pytest.param("รายละเอียดของกิจกรรมที่เกิดขึ้นจากโครงกร", "details", id="a letter lost"),
        pytest.param("สถานทีดำเนินการ", "place", id="a mark lost"),
        pytest.param("หน่วยงานรับผดชอบหลัก", "unit", id="a vowel lost"),
    ],
)
def test_a_damaged_header_is_known(header: str, name: str) -> None:
    found = PD02.field_of(header)
    assert found is not None
    assert found[0] == name
    assert ALIKE <= found[1] <= 1


@pytest.mark.parametrize(
    "header", ["", "หมายเหตุ", "ตัวชี้วัด", "ต.ค.", "ท", "ผลที่คาดว่าจะได้รับ", "งบ", "โครง", "plan", "โครงการก่อสร้างถนน"]
)
def test_another_header_is_not(header: str) -> None:
    assert PD02.field_of(header) is None


@pytest.mark.parametrize(
    ("header", "tight"), [("งบประมาณ (บาท)", "งบประมาณบาท"), ("ที่…", "ที่"), ("[ก] – ข_ค: ง.", "กขคง"), ("ก\u200bข", "กข"), ("", "")]
)
def test_headers_are_compared_without_filling(header: str, tight: str) -> None:
    assert tighten(header) == tight


def test_a_form_is_data() -> None:
    form = parse('name = "my"\ntitle = "ของฉัน"\nrequired = ["name"]\n[columns]\nname = ["เรื่อง (ย่อ)"]\nunit = ["ใคร"]\n')
    assert (form.name, form.title, form.required, form.sums) == ("my", "ของฉัน", ("name",), False)
    assert dict(form.headers) == {"เรื่องย่อ": "name", "ใคร": "unit"}
    assert parse('name="s"\ntitle="s"\nrows="totals"\nrequired=[]\n[columns]\nname=["ก"]').sums
