"""The forms: each known by its own headers, an OCR'd header known again, others not."""

from __future__ import annotations

from pathlib import Path

import pytest

from planparse.errors import UsageError
from planparse.form.forms import ALIKE, BEGUN, FORMS, Form, chosen_forms, forms, parse, tighten

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
    "header",
    ["", "หมายเหตุ", "ตัวชี้วัด", "ต.ค.", "ท", "ผลที่คาดว่าจะได้รับ", "งบ", "โครง", "plan", "แหล่งงบประมาณ", "ประเภทงบประมาณ", "หน่วยนับ"],
)
def test_another_header_is_not(header: str) -> None:
    assert PD02.field_of(header) is None


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("แผนงาน/รายการที่ดำเนินการ", "name"),
        ("ลักษณะของกิจกรรม", "details"),
        ("งบประมาณที่ตั้งไว้ (บาท)", "budget"),
        ("บริเวณที่ดำเนินโครงการ", "place"),
        ("ส่วนราชการเจ้าของโครงการ", "unit"),
        ("กอง/สำนัก", "unit"),
    ],
)
def test_a_header_is_known_by_its_beginning_but_less_surely(header: str, name: str) -> None:
    assert PD02.field_of(header) == (name, BEGUN)


def test_what_a_header_begins_with_tells_more_than_what_it_is_like() -> None:
    school = next(form for form in forms() if form.name == "school")
    assert school.field_of("เดือนที่ดำเนินการ") == ("timeline", 1.0)
    assert school.field_of("บริเวณที่ดำเนินการ") == ("place", BEGUN)


@pytest.mark.parametrize("form", [form for form in forms() if not form.sums])
def test_every_form_of_projects_knows_the_words_for_their_numbers(form: Form) -> None:
    assert {form.field_of(header) for header in ("ที่", "ลำดับที่", "ลำดับ", "เลขที่")} == {("number", 1.0)}


@pytest.mark.parametrize("name", ["pd02", "pd02-1", "school", "steps"])
def test_the_time_may_be_days_of_months_in_every_form(name: str) -> None:
    form = next(form for form in forms() if form.name == name)
    found = form.field_of("วัน เดือน ปี ที่ดำเนินการ")
    assert found is not None
    assert found[0] == "timeline"


def test_the_unit_of_equipment_has_the_same_names_as_that_of_projects() -> None:
    equipment = next(form for form in forms() if form.name == "pd02-1")
    found = [equipment.field_of(header) for header in ("กอง/สำนักที่รับผิดชอบ", "สำนัก/กอง", "ส่วนงานที่รับผิดชอบ")]
    assert [one and one[0] for one in found] == ["unit"] * 3


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


MINE = 'name = "my"\n[columns]\nname = ["เรื่อง"]\nunit = ["ใคร"]\n'


def test_a_form_is_chosen_by_name_or_file(tmp_path: Path) -> None:
    assert chosen_forms(None) is None
    assert chosen_forms("steps") == tuple(form for form in forms() if form.name == "steps")
    path = tmp_path / "my.toml"
    path.write_text(MINE, encoding="utf-8")
    [form] = chosen_forms(str(path)) or ()
    assert (form.name, form.title, form.required, form.field_of("เรื่อง")) == ("my", "my", ("name",), ("name", 1.0))


@pytest.mark.parametrize(("name", "hint"), [("pd2", "did you mean pd02?"), ("xyzw", "no form is named xyzw (")])
def test_a_name_that_is_no_form_is_said_with_the_nearest(name: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        chosen_forms(name)
    assert hint in str(caught.value)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("x=", "no TOML", id="no toml"),
        pytest.param("\udcff", "no TOML", id="no utf-8"),
        pytest.param('name = "x"', "no form: it must have columns", id="no columns"),
        pytest.param(MINE.replace('name = "my"', ""), "no form: it must have name", id="no name of the form"),
        pytest.param(MINE.replace('"my"', "1"), "name and title must be texts", id="a number for a name"),
        pytest.param('name = "x"\ncolumns = ["name"]', "must be tables", id="columns as a list"),
        pytest.param("begins = 1\n" + MINE, "must be tables", id="a number for begins"),
        pytest.param(MINE + '[begins]\ncolour = ["สี"]', "no such field: colour", id="another field begins"),
        pytest.param('required = "name"\n' + MINE, "required a list", id="required as a text"),
        pytest.param('required = ["colour"]\n' + MINE, "no such field: colour", id="another field required"),
        pytest.param(MINE + 'colour = ["สี"]', "no such field: colour", id="another field"),
        pytest.param(MINE.replace('["เรื่อง"]', '"เรื่อง"'), "headers of name must be a list", id="a text for a list"),
        pytest.param(MINE.replace('"เรื่อง"', "1"), "headers of name must be a list", id="a number for a header"),
        pytest.param(MINE.replace("เรื่อง", "( )"), "headers of name must be a list", id="a header of nothing"),
        pytest.param(MINE.replace('"เรื่อง"', ""), "which column is the name", id="no header of the name"),
        pytest.param('name = "x"\n[columns]\nunit = ["ใคร"]', "which column is the name", id="no column of the name"),
    ],
)
def test_a_file_that_is_no_form_is_said(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "my.toml"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(UsageError) as caught:
        chosen_forms(str(path))
    assert str(caught.value).startswith(f"the form {path}: ")
    assert reason in str(caught.value)


def test_a_file_that_is_missing_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"the form .*my\.toml: no such file"):
        chosen_forms(str(tmp_path / "my.toml"))
