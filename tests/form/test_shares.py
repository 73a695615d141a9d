"""A budget that is divided over several columns by source is one budget, and its parts are not lost."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from form.tables import MONTHS, page, plan, read, ruled, typed
from planparse.page import Glyph, Rule
from planparse.picture import _named
from planparse.plan import Plan
from table.test_unruled import lines_at
from table.test_unruled import read as read_drawn
from table.test_unruled import text as drawn_text

SOURCES = ("งบ อบต.", "เงินอุดหนุน", "อื่น ๆ")
NOTHING = ("",) * 12


def divided(
    titles: Sequence[str], rows: Sequence[Sequence[str]], stated: Sequence[str] = (), over: str = "งบประมาณ (บาท)", deep: int = 1
) -> Plan:
    """Return a plan whose budget has these titles below ``over``, which is ``deep`` rows high, and these amounts."""
    parts = len(titles)
    span = {(0, at): (deep + 1, 1) for at in (0, 1, 2, 3 + parts, 4 + parts)} | {(0, 3): (deep, parts), (0, 5 + parts): (deep, 12)}
    none: tuple[str | None, ...] = (None,) * (5 + parts + 12)
    top = ("ที่", "โครงการ", "รายละเอียด", over, *none[: parts - 1], "สถานที่", "หน่วยงาน", "ปีงบประมาณ พ.ศ. 2568", *none[:11])
    body = [(str(at), f"ก{at}", "- ข\n- ค\n- ง", *row, "จ", "ฉ", "•", *NOTHING[1:]) for at, row in enumerate(rows, 1)]
    if stated:
        body.append(("รวม", "", "", *stated, "", "", *NOTHING))
    header = (top, *[none] * (deep - 1), (*none[:3], *titles, None, None, *MONTHS))
    return plan(page(ruled(*header, *body, spans=span)))


def amounts(found: Plan) -> list[tuple[object, str]]:
    return [(project.budget.baht, project.budget.status) for project in found.projects]


@pytest.mark.parametrize("deep", [1, 2])
def test_the_budget_is_the_sum_of_its_parts(deep: int) -> None:
    rows = (("100,000", "50,000", ""), ("20,000", "-", "-"), ("", "", "5,000"), ("-", "-", "-"), ("", "", ""))
    found = divided(SOURCES, rows, ("120,000", "50,000", "5,000"), deep=deep)
    assert amounts(found) == [(150000, "stated"), (20000, "stated"), (5000, "stated"), (0, "none"), (None, "missing")]
    assert [list(project.extra.values()) for project in found.projects] == [list(row) for row in rows]
    assert all(tuple(project.extra) == SOURCES for project in found.projects)
    parts = {"งบ อบต.": "120,000", "เงินอุดหนุน": "50,000", "อื่น ๆ": "5,000"}
    assert [(total.baht, total.extra) for total in found.totals] == [(175000, parts)]
    assert [column.field for column in found.tables[0].columns][3:6] == ["budget"] * 3
    assert found.faults == []


def test_the_parts_are_not_those_of_activities() -> None:
    (project,) = divided(SOURCES, [("1,000", "2,000", "3,000")]).projects
    assert project.budget.text == "1,000\n2,000\n3,000"
    assert [activity.budget for activity in project.activities] == [None] * len(project.activities)


def test_a_part_that_is_no_amount_leaves_the_sum_open() -> None:
    found = divided(SOURCES, [("1,000", "ตามจริง", "")], ("1,000", "ตามจริง", ""))
    assert amounts(found) == [(None, "unreadable")]
    assert [total.baht for total in found.totals] == [None]
    assert found.projects[0].extra == {"งบ อบต.": "1,000", "เงินอุดหนุน": "ตามจริง", "อื่น ๆ": ""}


def test_a_column_of_the_sum_is_the_budget_and_the_parts_are_kept() -> None:
    found = divided(("งบ อบต.", "เงินอุดหนุน", "รวม"), [("100,000", "50,000", "150,000")], ("100,000", "50,000", "150,000"))
    assert amounts(found) == [(150000, "stated")]
    parts = {"งบ อบต.": "100,000", "เงินอุดหนุน": "50,000"}
    assert (found.projects[0].extra, found.totals[0].extra, found.totals[0].baht) == (parts, parts, 150000)


def test_what_is_paid_out_of_savings_is_a_source() -> None:
    found = divided(("งบเทศบาล", "จ่ายขาดเงินสะสม", "แหล่งเงินอื่น"), [("100,000", "50,000", "")])
    assert amounts(found) == [(150000, "stated")]


def test_of_an_amount_and_its_source_the_amount_is_the_budget() -> None:
    found = divided(("จำนวน (บาท)", "แหล่งที่มา"), [("100,000", "อบต.")])
    assert (amounts(found), found.projects[0].extra) == ([(100000, "stated")], {"แหล่งที่มา": "อบต."})


@pytest.mark.parametrize(
    "titles",
    [
        pytest.param(("เงินที่ได้รับ", "เงินคงเหลือ"), id="received-and-left"),
        pytest.param(("พ.ศ. 2568", "พ.ศ. 2569"), id="years"),
        pytest.param(("ไตรมาส 1", "ไตรมาส 2"), id="what-nobody-knows"),
    ],
)
def test_what_is_no_source_is_not_added(titles: tuple[str, str]) -> None:
    found = divided(titles, [("100,000", "5,000")])
    assert amounts(found) == [(None, "absent")]
    assert found.projects[0].extra == dict(zip(titles, ("100,000", "5,000"), strict=True))


@pytest.mark.parametrize(
    ("titles", "budget"),
    [
        pytest.param(("ตั้งไว้", "เบิกจ่าย"), 0, id="planned-and-spent"),
        pytest.param(("ใช้ไป", "ได้รับจัดสรร"), 1, id="spent-and-granted"),
    ],
)
def test_of_what_is_planned_and_spent_the_plan_is_the_budget(titles: tuple[str, str], budget: int) -> None:
    texts = ("100,000", "5,000")
    found = divided(titles, [texts], texts)
    assert amounts(found) == [((100000, 5000)[budget], "stated")]
    other = {titles[1 - budget]: texts[1 - budget]}
    assert (found.projects[0].extra, found.totals[0].baht) == (other, (100000, 5000)[budget])


def test_sources_under_another_title_are_no_budget() -> None:
    found = divided(("อบต.", "อบจ."), [("3", "4")], over="ผู้เข้าร่วม")
    assert amounts(found) == [(None, "absent")]


def centred(line: str, middle: float, y: float) -> list[Glyph]:
    wide = max(letter.x1 for letter in drawn_text([(0, line)], y))
    return drawn_text([(middle - wide / 2, line)], y)


def without_rules(
    titles: Sequence[tuple[float, str]], rows: Sequence[Sequence[str]], rules: Sequence[Rule] = (), over: str = "งบประมาณ"
) -> Plan:
    """Return a plan whose columns no rules part: the title of the budget stands in the middle over these."""
    labels = [(400 + 24.0 * at, month) for at, month in enumerate(MONTHS)]
    middle = (titles[0][0] + titles[-1][0]) / 2
    glyphs = [
        *drawn_text([(20, "ที่"), (60, "โครงการ"), (330, "หน่วยงาน")], 94),
        *drawn_text([(500, "พ.ศ. 2568")], 88),
        *(letter for up, line in enumerate(reversed(over.split("\n"))) for letter in centred(line, middle + 15, 88 - 12 * up)),
        *drawn_text([*titles, *labels], 100),
    ]
    for at, row in enumerate(rows, 1):
        amounts = [(x + 2, amount) for (x, _), amount in zip(titles, row, strict=True) if amount]
        glyphs += drawn_text([(22, str(at)), (60, "ซ่อมถนน"), *amounts, (332, "กองช่าง"), (400, "•")], 100 + 20 * at)
    return plan(read_drawn(glyphs, rules))


@pytest.mark.parametrize("over", ["งบประมาณ", "งบประมาณและที่มา (บาท)", "งบประมาณและที่มา\n(บาท)"], ids=["short", "wide", "two-lines"])
@pytest.mark.parametrize("rules", [(), tuple(lines_at(66, 108, 128, 148, 168))], ids=["no-rules", "between-rows"])
@pytest.mark.parametrize(
    "titles", [((150, "งบ อบต."), (205, "เงินอุดหนุน"), (275, "อื่น ๆ")), ((150, "งบ อบต."), (230, "เงินอุดหนุน"))], ids=["three", "two"]
)
def test_without_rules_a_title_over_several_columns_is_none_of_one(
    titles: Sequence[tuple[float, str]], rules: Sequence[Rule], over: str
) -> None:
    rows = [("100,000", "50,000", "")[: len(titles)], ("20,000", "", "")[: len(titles)]]
    found = without_rules(titles, rows, rules, over)
    assert amounts(found) == [(150000, "stated"), (20000, "stated")]
    assert found.projects[0].extra == dict(zip((title for _, title in titles), rows[0], strict=True))


def test_without_rules_a_title_of_two_lines_is_one() -> None:
    found = without_rules([(150, "สถานที่"), (215, "(บาท)"), (275, "หมายเหตุ")], [("วัด", "50,000", "ก")])
    assert amounts(found) == [(50000, "stated")]
    assert [(column.field, column.header) for column in found.tables[0].columns][3] == ("budget", "งบประมาณ(บาท)")


@pytest.mark.parametrize(("last", "baht"), [("อื่น ๆ", 157000), ("รวม", 7000)])
def test_between_tabs_a_title_over_several_columns_is_none_of_one(last: str, baht: int) -> None:
    upper = ("ที่", "โครงการ", "รายละเอียด", "งบประมาณ", "", "", "สถานที่", "หน่วยงาน", *NOTHING)
    lower = ("", "", "", "งบ อบต.", "เงินอุดหนุน", last, "", "", *MONTHS)
    found = plan(typed(upper, lower, ("1", "ก", "- ข", "100,000", "50,000", "7,000", "จ", "ฉ", "•", *NOTHING[1:])))
    assert amounts(found) == [(baht, "stated")]
    assert found.projects[0].extra == {"งบ อบต.": "100,000", "เงินอุดหนุน": "50,000"} | ({last: "7,000"} if last != "รวม" else {})


def test_between_tabs_a_title_goes_on_in_the_next_line() -> None:
    upper = ("ที่", "โครงการ", "งบประมาณ", "สถานที่", "หน่วยงาน", *NOTHING)
    lower = ("", "", "ของ อบต.", "ดำเนินการ", "รับผิดชอบ", *MONTHS)
    found = plan(typed(upper, lower, ("1", "ก", "100,000", "จ", "ฉ", "•", *NOTHING[1:])))
    assert amounts(found) == [(100000, "stated")]
    assert found.projects[0].extra == {}


def test_each_part_is_shown_as_one_of_the_budget() -> None:
    upper = ("ที่", "โครงการ", "หมายเหตุ", "งบประมาณ", "", "สถานที่", "หน่วยงาน", *NOTHING)
    (layout,) = read(typed(upper, ("", "", "", "งบ อบต.", "เงินอุดหนุน", "", "", *MONTHS), ("1", "ก", *NOTHING))).layouts
    names = _named(layout)
    assert [names[column] for column in range(7)] == ["number", "name", "extra", "budget", "budget", "place", "unit"]


TYPED = ("ที่", "โครงการ", "รายละเอียด")
BEHIND = ("สถานที่", "หน่วยงาน")


def typed_below(over: Sequence[str], below: Sequence[str], *rows: Sequence[str]) -> Plan:
    """Return a typed plan whose months stand in its header's first line, and more titles of its budget in the second."""
    head = (*TYPED, *over, *BEHIND, *MONTHS)
    body = [(str(at), f"โครงการ{at}", "ข", *row, "จ", "ฉ", "•", *NOTHING[1:]) for at, row in enumerate(rows, 1)]
    return plan(typed(head, ("", "", "", *below, "", "", *NOTHING), *body))


@pytest.mark.parametrize("over", [("งบประมาณ (บาท)", "", ""), ("", "งบประมาณ", "")])
def test_the_parts_may_stand_below_the_line_of_the_months(over: Sequence[str]) -> None:
    found = typed_below(over, SOURCES, ("1,000", "2,000", "3,000"), ("5,000", "", ""))
    assert amounts(found) == [(6000, "stated"), (5000, "stated")]
    assert tuple(found.projects[0].extra) == SOURCES


def test_the_parts_may_stand_below_the_months_of_a_drawn_table() -> None:
    top = (*TYPED, "งบประมาณ", None, None, *BEHIND, *MONTHS)
    body = ("1", "โครงการ", "ข", "1,000", "2,000", "", "จ", "ฉ", "•", *NOTHING[1:])
    found = plan(page(ruled(top, ("", "", "", *SOURCES, "", "", *NOTHING), body, spans={(0, 3): (1, 3)})))
    assert amounts(found) == [(3000, "stated")]


def test_what_is_planned_and_spent_below_the_months_is_no_row() -> None:
    found = typed_below(("งบประมาณ", ""), ("ตั้งไว้", "เบิกจ่าย"), ("5,000", "4,900"))
    assert amounts(found) == [(5000, "stated")]
    assert found.projects[0].extra == {"เบิกจ่าย": "4,900"}


def test_a_row_of_sources_below_titles_of_their_own_is_a_row() -> None:
    head = ("ที่", "โครงการ", "งบประมาณ", "แหล่งเงิน", "หน่วยงาน", *MONTHS)
    found = plan(typed(head, ("", "", "เงินอุดหนุน", "งบกลาง", "", *NOTHING), ("1", "โครงการ ก", "100", "อบต.", "ฉ", *NOTHING)))
    assert [project.extra for project in found.projects] == [{"แหล่งเงิน": "งบกลาง"}, {"แหล่งเงิน": "อบต."}]
