"""Repairs that know the field: marks, amounts, numbers, texts; what is told, and what no repair touches."""

from __future__ import annotations

import pytest

from form.tables import HEAD, SOURCE, row, spans, typed
from planparse.form.assemble import assemble
from planparse.form.reader import read_blocks
from planparse.form.repairs import sign_of
from planparse.plan import Plan
from planparse.thai.clerk import Level

DAMAGED = "แนวทางการพัฒuาที่ 1 ส่งเสริมอาชีพ"


def plan(*rows: tuple[str, ...], level: Level = "safe") -> Plan:
    """Return the plan of a typed table in a damaged document."""
    return assemble(read_blocks([typed(DAMAGED, HEAD, *rows)], level), SOURCE).whole()


@pytest.mark.parametrize(
    ("read", "sign"),
    [
        *[(sign, "•") for sign in ("o", "O", "·", "∙", "°", ".", "e", ",")],
        *[(sign, "→") for sign in (">", "»", "—»", "-›")],
        *[(sign, sign) for sign in ("•", "●", "x", "✓", "/", "→", "->", "-->", "<->", "-", "—", "–", "•→", "•-")],
        ("o-", "•-"),
        ("•_", "•-"),
        *[(sign, sign) for sign in ("ł", "ð", "ก", "5", "12,000", "oo", "a", "1", "0", "?", "#", "ตลอดปี")],
    ],
)
def test_marks(read: str, sign: str) -> None:
    assert sign_of(read) == sign
    assert sign_of(sign) == sign


def test_a_misread_bullet_begins_a_span_and_is_told() -> None:
    found = plan(row("1", "โครงการ ก", "- อบรม", "5,000", marks={1: "o", 4: "»"}), row("2", "โครงการ ข", marks={0: ".", 3: "•"}))
    first, second = found.projects
    assert spans(first.timeline.spans) == [("--11", "--02")]
    assert spans(second.timeline.spans) == [("--10", "--10"), ("--01", "--01")]
    assert [mark.kind for mark in first.timeline.marks] == ["bullet", "arrow"]
    assert [mark.kind for mark in second.timeline.marks] == ["bullet", "bullet"]
    assert [(told.rule, told.before, told.after) for told in found.repairs if told.rule == "mark"] == [
        ("mark", "o", "•"),
        ("mark", "»", "→"),
        ("mark", ".", "•"),
    ]


@pytest.mark.parametrize(
    ("marks", "told"),
    [
        pytest.param({3: "-"}, ["timeline"], id="a lone dash"),
        pytest.param({3: "."}, ["timeline"], id="a lone speck"),
        pytest.param({3: "o"}, [], id="a lone letter"),
        pytest.param({3: "•", 5: "-"}, [], id="a dash behind its bullet"),
        pytest.param({3: "•", 5: "."}, [], id="a speck beside a bullet"),
    ],
)
def test_close_calls_of_marks_are_doubts(marks: dict[int, str], told: list[str]) -> None:
    [project] = plan(row("1", "โครงการ ก", "- อบรม", "5,000", "ลาน", "กองช่าง", marks=marks)).projects
    assert [doubt.field for doubt in project.doubts] == told


def test_what_cannot_be_told_stays_unknown() -> None:
    [project] = plan(row("1", "โครงการ ก", marks={3: "ł"})).projects
    assert [(mark.kind, mark.text) for mark in project.timeline.marks] == [("unknown", "ł")]
    assert project.timeline.spans == []


@pytest.mark.parametrize(
    ("cell", "baht", "status"),
    [
        pytest.param("76O,0O0", 760_000, "stated", id="letters"),
        pytest.param("๙00,0O0.-", 900_000, "stated", id="letters and two scripts"),
        pytest.param("ไม่ใช้งบประมาu", 0, "none", id="words that say none"),
        pytest.param("12,50", None, "unreadable", id="two readings"),
        pytest.param("10,000 บาท (หนึ่งพันบาทถ้วน)", None, "unreadable", id="words that do not agree"),
        pytest.param("(ดูเอกสารแนบ)", None, "unreadable", id="no amount"),
    ],
)
def test_amounts(cell: str, baht: int | None, status: str) -> None:
    [project] = plan(row("1", "โครงการ ก", "- อบรม", cell)).projects
    assert (project.budget.baht, project.budget.status, project.budget.text) == (baht, status, cell)


def test_both_readings_of_an_amount_are_told() -> None:
    [project] = plan(row("1", "โครงการ ก", "- อบรม", "12,50")).projects
    assert [(doubt.field, doubt.reason) for doubt in project.doubts] == [("budget", "12,50 may be 1,250 or 12.50")]


def test_a_total_is_read_with_its_letters() -> None:
    found = plan(row("1", "โครงการ ก", "- อบรม", "5,000"), row("", "รวม 1 โครงการ", "", "5,O00"))
    assert [(total.projects, total.baht) for total in found.totals] == [(1, 5_000)]


@pytest.mark.parametrize(
    ("numbers", "read"),
    [
        (["1", "2", "3"], ["1", "2", "3"]),
        (["l", "2"], ["1", "2"]),
        (["9", "1O"], ["9", "10"]),
        (["4", "S"], ["4", "5"]),
        (["4", "B"], ["4", "B"]),
        (["1", "ก"], ["1", "ก"]),
    ],
)
def test_numbers_count_on(numbers: list[str], read: list[str]) -> None:
    found = plan(*(row(number, f"โครงการ {number}", "- อบรม", "5,000", "ลาน", "กองช่าง") for number in numbers))
    assert [project.number for project in found.projects] == read


def test_texts_and_headings_are_repaired_and_close_calls_told() -> None:
    found = plan(row("1", "โครงการจัดuิทรรศการ", "- จัดทำป้ายสือความหมาย", "5,000", "ลาน", "สำนัnช่าง"))
    [project] = found.projects
    assert (project.name, project.unit) == ("โครงการจัดนิทรรศการ", "สำนักช่าง")
    assert [(heading.level, heading.number, heading.title) for heading in found.headings] == [("guideline", "1", "ส่งเสริมอาชีพ")]
    assert [(doubt.field, doubt.reason) for doubt in project.doubts] == [("details", "สือ may be สื่อ")]
    assert [told.before for told in found.repairs] == ["แนวทางการพัฒuา", "uิทรรศการ", "สำนัnช่าง"]


def test_without_repair_cells_stay_as_they_were_read() -> None:
    cells = ("1", "โครงการจัดuิทรรศการ", "- ກອງ", "76O,0O0", "ลาน", "สำนัnช่าง")
    found = plan(row(*cells, marks={1: "o"}), level="none")
    [project] = found.projects
    assert (project.name, project.details, project.unit, project.budget.status) == (*cells[1:3], cells[5], "unreadable")
    assert [mark.kind for mark in project.timeline.marks] == ["unknown"]
    assert found.repairs == []


def test_without_repair_glyphs_stay_readable() -> None:
    [project] = plan(row("1", "โครงการนํ้าดื\uf70aม"), level="none").projects
    assert project.name == "โครงการน้ำดื่ม"


def test_bold_takes_close_calls_and_marks_them() -> None:
    found = plan(row("1", "จัดทำป้ายสือความหมาย"), level="bold")
    assert found.projects[0].name == "จัดทำป้ายสื่อความหมาย"
    assert [told.rule for told in found.repairs] == ["letter", "lost-mark?"]
