"""Headers of every make over the same rows, read alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

pytest.importorskip("reportlab", reason="it draws the variants")

import strokes
from looks import QUARTERED, TITLES, YEARS, Look, TableOf, Words
from paper import pdf
from towns import ROWS, marked
from truth import differences, months_of, months_told, read, spans

from model import MONTHS, Mark

FULL = (
    "ตุลาคม", "พฤศจิกายน", "ธันวาคม", "มกราคม", "กุมภาพันธ์", "มีนาคม",
    "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน",
)  # fmt: skip
DATED = tuple(f"{name} {2567 + (at > 2)}" for at, name in enumerate(FULL))
BROKEN = (
    "ตุลา\nคม", "พฤศจิ\nกายน", "ธันวา\nคม", "มกรา\nคม", "กุมภา\nพันธ์", "มีนา\nคม",
    "เมษา\nยน", "พฤษภา\nคม", "มิถุนา\nยน", "กรกฎา\nคม", "สิงหา\nคม", "กันยา\nยน",
)  # fmt: skip
IN_LETTERS = tuple("\n".join(label.split(".")[:2]) + "." for label in MONTHS)
SCHOOL = (*MONTHS[7:], *MONTHS[:7])
ORDERS = {
    "unit-before-place": ("number", "name", "details", "budget", "unit", "place", "months"),
    "budget-last": ("number", "name", "details", "place", "unit", "months", "budget"),
    "months-before-unit": ("number", "name", "details", "budget", "place", "months", "unit"),
    "months-before-place-and-unit": ("number", "name", "details", "budget", "months", "place", "unit"),
    "note-last": ("number", "name", "details", "budget", "place", "unit", "months", "note"),
    "no-number": ("name", "details", "budget", "place", "unit", "months"),
}
WHOLE = ((12, "ปีงบประมาณ พ.ศ. 2568"),)
HEADERS = [
    pytest.param(Look(header=(WHOLE,)), id="one-year-over-all"),
    pytest.param(Look(header=(((12, "ระยะเวลาดำเนินการ"),), YEARS)), id="three-lines"),
    pytest.param(Look(header=(((12, "ระยะเวลาดำเนินการ ปีงบประมาณ พ.ศ. 2568"),),)), id="title-and-year-over-all"),
    pytest.param(Look(header=(((3, "2567"), (9, "2568")),)), id="bare-years"),
    pytest.param(Look(header=(((3, "พ.ศ. ๒๕๖๗"), (9, "พ.ศ. ๒๕๖๘")),)), id="thai-digits"),
    pytest.param(Look(header=(((12, "ระยะเวลาดำเนินการ"),),), year=None), id="no-year"),
    pytest.param(Look(header=(), year=None), id="months-only"),
    pytest.param(
        Look(header=(), months=tuple(m + str(67 + (at > 2)) for at, m in enumerate(MONTHS)), month_width=22), id="year-in-label"
    ),
    pytest.param(
        Look(header=(((12, "ระยะเวลา"),),), months=tuple(f"{m} {67 + (at > 2)}" for at, m in enumerate(MONTHS)), month_width=24),
        id="year-behind-label",
    ),
    pytest.param(
        Look(header=(((12, "ระยะเวลา"),),), months=tuple(f"{m}\n{67 + (at > 2)}" for at, m in enumerate(MONTHS))),
        id="year-below-label",
    ),
    pytest.param(Look(months=tuple(label.replace(".", "") for label in MONTHS)), id="without-points"),
    pytest.param(Look(months=tuple(label[:-1] for label in MONTHS)), id="without-the-last-point"),
    pytest.param(Look(months=FULL, month_width=27, label_size=4.5), id="full-names"),
    pytest.param(Look(months=BROKEN), id="full-names-of-two-lines"),
    pytest.param(Look(months=IN_LETTERS), id="a-letter-a-line"),
    pytest.param(Look(turned=1), id="turned-left"),
    pytest.param(Look(turned=3), id="turned-right"),
    pytest.param(Look(months=FULL, turned=1, label_height=48), id="full-names-turned-left"),
    pytest.param(Look(months=FULL, turned=3, label_height=48), id="full-names-turned-right"),
    pytest.param(Look(months=DATED, turned=1, label_height=40), id="turned-labels-longer-than-their-cells"),
    pytest.param(Look(months=SCHOOL, first=5, header=(((8, "พ.ศ. 2567"), (4, "พ.ศ. 2568")),)), id="school-year"),
    pytest.param(Look(months=SCHOOL, first=5, year=None, header=(((12, "ระยะเวลาดำเนินการ"),),)), id="school-year-without-year"),
    pytest.param(
        Look(
            months=tuple(m + str(67 + (at > 7)) for at, m in enumerate(SCHOOL)),
            first=5,
            header=(((12, "ระยะเวลา"),),),
            month_width=22,
        ),
        id="school-year-in-labels",
    ),
    pytest.param(Look(header=(tuple((3, f"ไตรมาส {number}") for number in (1, 2, 3, 4)), WHOLE)), id="quarters-over-months"),
    pytest.param(Look(months=QUARTERED, header=(((4, "พ.ศ. 2567"), (12, "พ.ศ. 2568")),), month_width=18), id="quarters-sums-empty"),
]


@pytest.mark.parametrize("look", HEADERS)
def test_however_the_months_are_headed(look: Look) -> None:
    plan = read(pdf(TableOf(ROWS, look)))
    assert differences(plan, ROWS, look) == []
    assert [month.month for month in plan.tables[0].months] == months_of(look)


ORDERED = [
    pytest.param(columns, rules, id=f"{order}-{ruled}")
    for ruled, rules in (("ruled", strokes.solid()), ("between-rows", strokes.horizontal), ("no-rules", strokes.none))
    for order, columns in ORDERS.items()
    if (order, ruled) != ("no-number", "no-rules")  # nothing there tells where a row begins
]


UNRULED = {
    "one-year-over-all", "three-lines", "no-year", "months-only", "year-below-label", "year-behind-label",
    "full-names-of-two-lines", "quarters-sums-empty", "turned-left", "turned-right", "full-names-turned-left",
}  # fmt: skip


@pytest.mark.parametrize("rules", [strokes.horizontal, strokes.none], ids=["between-rows", "no-rules"])
@pytest.mark.parametrize("look", [param for param in HEADERS if param.id in UNRULED])
def test_however_the_months_are_headed_without_rules(look: Look, rules: strokes.RuleStyle) -> None:
    look = replace(look, rules=rules)
    plan = read(pdf(TableOf(ROWS, look)))
    assert differences(plan, ROWS, look) == []
    assert [month.month for month in plan.tables[0].months] == months_of(look)


def test_turned_labels_longer_than_their_cells_between_rules() -> None:
    look = Look(months=DATED, turned=1, label_height=40, rules=strokes.horizontal)
    assert differences(read(pdf(TableOf(ROWS, look))), ROWS, look) == []


@pytest.mark.parametrize(("columns", "rules"), ORDERED)
def test_however_the_columns_are_ordered(columns: tuple[str, ...], rules: strokes.RuleStyle) -> None:
    look = Look(columns=columns, rules=rules)
    plan = read(pdf(TableOf(ROWS, look)))
    assert differences(plan, ROWS, look) == []
    assert [project.extra for project in plan.projects] == [{"หมายเหตุ": ""} if "note" in columns else {}] * len(ROWS)


def test_notes_go_to_extra() -> None:
    look = Look(columns=(*Look().columns, "note"), notes={"2": "เลื่อน|มา|จาก|ปี 2567", "4": "ต่อ|เนื่อง"})
    plan = read(pdf(TableOf(ROWS, look)))
    assert differences(plan, ROWS, look) == []
    assert [project.extra["หมายเหตุ"] for project in plan.projects] == ["", "เลื่อนมาจากปี 2567", "", "ต่อเนื่อง"]


def test_sums_of_quarters_go_to_extra() -> None:
    amounts = {("1", 3): "100", ("1", 7): "85,000", ("3", 11): "30,000"}
    look = Look(months=QUARTERED, header=(((16, "พ.ศ. 2568"),),), month_width=19, label_size=3.5, amounts=amounts, size=5)
    plan = read(pdf(TableOf(ROWS, look)))
    assert differences(plan, ROWS, look) == []
    first = {"รวมไตรมาส 1": "100", "รวมไตรมาส 2": "85,000", "รวมไตรมาส 3": "", "รวมไตรมาส 4": ""}
    assert plan.projects[0].extra == first
    assert plan.projects[2].extra == {**dict.fromkeys(first, ""), "รวมไตรมาส 3": "30,000"}


def test_amounts_in_months_are_numbers() -> None:
    rows = (marked(ROWS[0], Mark("5,000", 2, 2), Mark("120", 7, 7)), *ROWS[1:])
    look = Look(size=6)
    assert differences(read(pdf(TableOf(rows, look))), rows, look) == []


OTHER_TITLES = {
    "of-the-row": {"number": "ลำดับที่", "name": "ชื่อโครงการ"},
    "of-place-and-unit": {"place": "พื้นที่\nดำเนินการ", "unit": "ส่วนราชการ\nที่รับผิดชอบ"},
    "of-none-that-a-form-has": {
        "name": "แผนงาน/โครงการ/กิจกรรม",
        "details": "ลักษณะของกิจกรรม",
        "budget": "งบประมาณที่ตั้ง\nไว้ (บาท)",
        "place": "บริเวณที่\nดำเนินการ",
        "unit": "สำนัก/กอง",
    },
    "of-many-lines": {"budget": "งบประมาณ\nที่ได้รับ\n(บาท)", "unit": "หน่วยงาน\nรับผิดชอบ"},
    "of-name-and-details": {"name": "รายการ/โครงการ", "details": "กิจกรรม", "budget": "วงเงิน\n(บาท)", "unit": "กอง/สำนัก"},
}


@pytest.mark.parametrize("rules", [strokes.solid(), strokes.horizontal, strokes.none], ids=["ruled", "between-rows", "no-rules"])
@pytest.mark.parametrize("titles", OTHER_TITLES.values(), ids=OTHER_TITLES)
def test_other_words_for_the_columns(titles: dict[str, str], rules: strokes.RuleStyle) -> None:
    look = Look(titles={**TITLES, **titles}, rules=rules)
    assert differences(read(pdf(TableOf(ROWS, look))), ROWS, look) == []


def test_the_year_of_the_title_is_that_of_months_without_one() -> None:
    title = Words(("แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2568", "เทศบาลตำบลหนองแพรก"), 13, centred=True)
    look = Look(header=(((12, "ระยะเวลาดำเนินการ"),),))
    plan = read(pdf(title, TableOf(ROWS, look)))
    assert (plan.title, plan.organization, plan.fiscal_year) == (*title.lines, 2568)
    assert differences(plan, ROWS, look) == []


EQUIPMENT = {**TITLES, "name": "ครุภัณฑ์", "details": "รายละเอียดของครุภัณฑ์"}
COLLEGE = {**TITLES, "name": "ขั้นตอนการดำเนินงาน", "unit": "ผู้รับผิดชอบ"}
STEPS = ("number", "name", "unit", "months")


@pytest.mark.parametrize(
    ("form", "look"),
    [
        pytest.param("pd02-1", Look(titles=EQUIPMENT), id="equipment"),
        pytest.param("pd02", Look(), id="projects"),
        pytest.param("steps", Look(titles=COLLEGE, columns=STEPS), id="college"),
        pytest.param(
            "steps",
            Look(titles=COLLEGE, columns=STEPS, months=QUARTERED, header=(((16, "พ.ศ. 2568"),),), month_width=18),
            id="college-quarters",
        ),
    ],
)
@pytest.mark.parametrize("rules", [strokes.solid(), strokes.horizontal, strokes.none], ids=["ruled", "between-rows", "no-rules"])
def test_forms_are_told_by_their_titles(form: str, look: Look, rules: strokes.RuleStyle) -> None:
    look = replace(look, rules=rules)
    plan = read(pdf(TableOf(ROWS, look)))
    assert {table.form for table in plan.tables} == {form}
    assert [project.number for project in plan.projects] == [row.number for row in ROWS]
    assert [months_told(project.timeline) for project in plan.projects] == [spans(look, row.marks) for row in ROWS]
