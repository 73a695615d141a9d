"""What stands around the tables, and tables that go on over pages."""

from __future__ import annotations

import pytest

pytest.importorskip("reportlab", reason="it draws the variants")

import strokes
from looks import Look, PageEnd, Part, Plain, TableOf, Thing, Words
from paper import pdf
from towns import DENGUE, DRUMS, ELDERS, PROGRAM, ROWS, SHOAL
from truth import differences, read

from model import Heading

STYLES = {"ruled": strokes.solid(), "between-rows": strokes.horizontal, "no-rules": strokes.none}
styles = pytest.mark.parametrize("rules", STYLES.values(), ids=STYLES)

TITLE = "แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2568"
COVER = Words((TITLE, "เทศบาลตำบลหนองแพรก", "อำเภอโพธิ์เรียง จังหวัดธารา"), 20, centred=True)
CONTENTS = Words(
    (
        "สารบัญ",
        "ส่วนที่ 1 บทนำ " + "." * 60 + " 1",
        "บัญชีสรุปจำนวนโครงการและงบประมาณ " + "." * 40 + " 3",
        "บัญชีโครงการ/กิจกรรม/งบประมาณ " + "." * 44 + " 5",
        "1) ยุทธศาสตร์การพัฒนาคุณภาพชีวิต " + "." * 42 + " 6",
    ),
    12,
)
PROSE = Words(
    (
        "ส่วนที่ 1 บทนำ",
        "แผนการดำเนินงานเป็นเอกสารที่รวบรวมโครงการทั้งหมดที่จะดำเนินการจริงในปีงบประมาณ",
        "เพื่อให้การติดตามและประเมินผลเป็นไปอย่างมีประสิทธิภาพ ระหว่างเดือน ต.ค. ถึง ก.ย. ของทุกปี",
        "1. วัตถุประสงค์ของการจัดทำ เพื่อให้หน่วยงานใช้เป็นแนวทางในการปฏิบัติงาน",
        "2. ขั้นตอนการจัดทำ รวบรวมโครงการ จัดทำร่าง และประกาศใช้",
    ),
    11,
)
FOOT = Words(("หน้า 3",), 9, centred=True)
COSTS = Plain(
    (("รายการ", "จำนวน", "ราคา"), ("เครื่องพ่นหมอกควัน", "2", "118,000"), ("ทรายกำจัดลูกน้ำ", "10", "35,000"), ("รวม", "12", "153,000")),
    (160, 60, 80),
)

BETWEEN = {"nothing": (), "heading": (Words((PROGRAM.title,)),), "page-number": (Words(("หน้า 2", ""), 9, centred=True),)}


def test_pages_of_prose_are_no_rows_and_no_fault() -> None:
    plan = read(pdf(COVER, PageEnd(), CONTENTS, PageEnd(), PROSE, PageEnd(), TableOf(ROWS), FOOT, PageEnd(), PROSE, FOOT))
    assert differences(plan, ROWS, Look()) == []
    assert (plan.title, plan.organization, plan.fiscal_year) == (TITLE, "เทศบาลตำบลหนองแพรก", 2568)
    assert [(total.label, total.baht) for total in plan.totals] == []


@pytest.mark.parametrize("before", [True, False], ids=["above", "below"])
def test_another_table_on_the_page(before: bool) -> None:
    things: tuple[Thing, ...] = (COSTS, TableOf(ROWS)) if before else (TableOf(ROWS), COSTS)
    plan = read(pdf(*things))
    assert differences(plan, ROWS, Look()) == []
    assert plan.totals == []
    assert len(plan.tables) == 1


@styles
def test_two_tables_on_a_page_with_headings(rules: strokes.RuleStyle) -> None:
    look = Look(rules=rules)
    other = "แผนงานการศึกษา"
    plan = read(pdf(Words((PROGRAM.title,)), TableOf((SHOAL, DENGUE), look), Words((other,)), TableOf((DRUMS, ELDERS), look)))
    assert differences(plan, ROWS, look) == []
    assert [heading.title for heading in plan.headings] == [PROGRAM.title, other]
    assert [project.program and project.program.title for project in plan.projects] == [PROGRAM.title] * 2 + [other] * 2
    assert len(plan.tables) == 2


def test_tables_of_two_looks() -> None:
    looks = Look(), Look(columns=("number", "name", "details", "budget", "unit", "place", "months"), month_width=18)
    plan = read(pdf(TableOf((SHOAL, DENGUE), looks[0]), PageEnd(), TableOf((DRUMS, ELDERS), looks[1])))
    assert differences(plan, ROWS, looks[0]) == []


@pytest.mark.parametrize("header", [True, False], ids=["with-header", "without-header"])
@pytest.mark.parametrize("between", BETWEEN.values(), ids=BETWEEN)
@styles
def test_rows_that_go_on_overleaf(rules: strokes.RuleStyle, between: tuple[Words, ...], header: bool) -> None:
    look = Look(rules=rules)
    plan = read(pdf(TableOf((SHOAL, DENGUE), look), PageEnd(), *between, TableOf((DRUMS, ELDERS), look, header)))
    assert differences(plan, ROWS, look) == []


@pytest.mark.parametrize("header", [True, False], ids=["with-header", "without-header"])
@styles
def test_a_row_broken_over_pages(rules: strokes.RuleStyle, header: bool) -> None:
    look = Look(rules=rules)
    first, second = Part(DENGUE, 0, 1, ends=False), Part(DENGUE, 1, 3)
    plan = read(pdf(TableOf((SHOAL, first), look), PageEnd(), TableOf((second, DRUMS, ELDERS), look, header)))
    told = differences(plan, ROWS, look)
    assert [entry for entry in told if not _is_join(entry)] == []


def _is_join(entry: object) -> bool:
    """Whether a difference is the doubt that tells of the joint."""
    return "joined over the end of a page" in str(entry)


def test_a_heading_inside_the_table_on_the_next_page() -> None:
    heading = Heading("program", None, "แผนงานการศึกษา", "")
    plan = read(pdf(TableOf((PROGRAM, SHOAL, DENGUE)), PageEnd(), TableOf((heading, DRUMS, ELDERS), header=False)))
    assert differences(plan, ROWS, Look()) == []
    assert [project.program and project.program.title for project in plan.projects] == [PROGRAM.title] * 2 + [heading.title] * 2
