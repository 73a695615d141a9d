"""Which rows a sum covers. A plan is written as it is read: amounts of rows, and sums as ``level label projects baht``."""

from __future__ import annotations

import pytest
from laid import Thing, laid

from planparse.plan import Project, TotalLevel
from planparse.rules import check
from planparse.rules.sums import exact
from plans import budget, fault, project, ref, total, where

LEVELS: dict[str, TotalLevel] = {"p": "program", "g": "guideline", "s": "strategy", "t": "plan"}

# A line is a row's amount, or a sum: its level's letter, its label, the projects and the amount that it states.
CASES = {
    "sections": ("10 20 | p:รวม:2:30 | 5 | p:รวม:1:5", ""),
    "a wrong section": ("10 20 | p:รวม:2:30 | 5 | p:รวม:1:6", "total 6≠5"),
    "a section with a wrong count": ("10 20 | p:รวม:3:30", "count 3≠2"),
    "wrong in both": ("10 20 | p:รวม:3:31", "total 31≠30, count 3≠2"),
    "sub-total and grand total": ("10 20 | p:รวม:2:30 | 5 | p:รวม:1:5 | t:รวมทั้งสิ้น:3:35", ""),
    "a wrong grand total": ("10 20 | p:รวม:2:30 | 5 | p:รวม:1:5 | t:รวมทั้งสิ้น:3:36", "total 36≠35"),
    "totals of three levels": ("10 | p:รวม:1:10 | 20 | p:รวม:1:20 | s:รวม:2:30 | 5 | p:รวม:1:5 | s:รวม:1:5 | t:รวมทั้งสิ้น:3:35", ""),
    "a wrong middle level": ("10 | p:รวม:1:10 | 20 | p:รวม:1:20 | s:รวม:3:30", "count 3≠2"),
    "a plain sum without any heading": ("10 20 | t:รวม:2:30 | 5 | t:รวม:1:5", ""),
    "a wrong plain sum without any heading": ("10 20 | t:รวม:2:30 | 5 | t:รวม:1:7", "total 7≠5"),
    "so far": ("10 | t:รวม:1:10 | 20 | t:รวมทั้งสิ้น:2:30 | 5 | t:รวม:1:5", ""),
    "nothing stated": ("10 20 | p:รวม:-:-", ""),
    "only the count": ("10 20 | p:รวม:2:-", ""),
    "satang": ("0.1 0.2 | p:รวม:2:0.3", ""),
    "satang that lack": ("238613.38 0.01 | p:รวม:2:238613.38", "total 238,613.38≠238,613.39"),
    "an amount that is not known": ("10 ? | p:รวม:2:99", ""),
    "an amount that is not known, and a wrong count": ("10 ? | p:รวม:3:99", "count 3≠2"),
    "rows that need no money": ("10 0 | p:รวม:2:10", ""),
    "a page's sum is of no section": ("10 20 | p:รวมหน้านี้:2:99 | 5 | p:รวม:3:35", ""),
    "a sum that is carried over": ("10 20 | p:รวมทั้งสิ้นยกไป:2:99 | p:ยอดยกมา:2:99 | 5 | p:รวม:3:35", ""),
    "a sum of duties, หน้าที่, is no page's": ("10 20 | p:รวมหน้าที่รับผิดชอบ:2:31", "total 31≠30"),
    "no row before": ("p:รวม:4:40 | s:รวม:4:40 | 10", ""),
    "a summary form after the plan": (
        "10 20 | p:รวม:2:30 | 5 | p:รวม:1:5 | p:1.1 แผนงานก:2:30 | s:รวม:2:30 | p:2.1 แผนงานข:1:5 | s:รวม:1:5 | t:รวมทั้งสิ้น:3:35",
        "",
    ),
    "a summary form before the plan": ("p:แผนงานก:2:30 | p:แผนงานข:1:5 | t:รวมทั้งสิ้น:3:35 | 10 20 5", ""),
    "a summary form of another plan": ("p:แผนงานก:2:3 | p:แผนงานข:1:5 | t:รวมทั้งสิ้น:3:8 | 10 20 5", ""),
    "a summary form that adds wrongly": ("p:แผนงานก:2:30 | p:แผนงานข:1:5 | t:รวมทั้งสิ้น:3:36 | 11", "total 36≠35"),
    "only a summary form": ("s:ยุทธศาสตร์ก:5:10 | s:ยุทธศาสตร์ข:6:20 | t:รวมทั้งสิ้น:11:30", ""),
    "only a summary form, adding wrongly": ("s:ยุทธศาสตร์ก:5:10 | s:ยุทธศาสตร์ข:6:20 | t:รวมทั้งสิ้น:69:30", "count 69≠11"),
    "a summary form with a sum of one row": ("p:แผนงานก:5:10 | s:รวม:6:11", ""),
    "a summary form that does not state all": ("s:ยุทธศาสตร์ก:5:- | s:ยุทธศาสตร์ข:-:20 | t:รวมทั้งสิ้น:69:30", ""),
    "a summary form after rows without sums": ("10 20 | p:แผนงานก:2:30 | t:รวมทั้งสิ้น:2:30", ""),
}


def things(printed: str) -> list[Thing | int]:
    made: list[Thing | int] = []
    for part in printed.split("|"):
        if ":" not in part:
            made += [row(amount, len(made) + place) for place, amount in enumerate(part.split())]
            continue
        level, label, projects, baht = part.strip().split(":")
        made.append(total(label, None if baht == "-" else float(baht), None if projects == "-" else int(projects), LEVELS[level]))
    return made


def row(amount: str, place: int) -> Project:
    cell = budget(None, "ไม่ชัด", "unreadable") if amount == "?" else None
    return project(None, f"โครงการ {place}", baht=0 if amount == "?" else float(amount), cell=cell)


def verdict(*made: Thing | int, **given: object) -> str:
    said = []
    for finding in check(laid(*made, **given)):
        if finding.rule in ("total-mismatch", "count-mismatch"):
            words = finding.message.split("states ")[1].replace("baht, its ", "").replace("projects, there are ", "")
            stated, found = words.split()[0], words.split()[-1]
            said.append(f"{finding.rule.removesuffix('-mismatch')} {stated}≠{found}")
    return ", ".join(said)


@pytest.mark.parametrize(("printed", "expected"), CASES.values(), ids=CASES)
def test_what_a_sum_covers(printed: str, expected: str) -> None:
    assert verdict(*things(printed)) == expected


def test_the_rows_of_its_heading_count_where_the_sum_before_was_not_read() -> None:
    first, second = ref("1", "แผนงานก"), ref("2", "แผนงานข")
    rows = [project("1", baht=10, program=first), project("1", "ข", baht=20, program=second), project("2", baht=5, program=second)]
    assert verdict(*rows, total("รวม", 25, 2, "program")) == ""
    assert verdict(*rows, total("รวม", 26, 2, "program")) == "total 26≠35, count 2≠3"


def test_another_heading_excuses_no_sum_by_what_it_does_not_state() -> None:
    first, second, third = (ref(str(number), f"แผนงาน {number}") for number in (1, 2, 3))
    unread = budget(None, "ไม่ชัด", "unreadable")
    others = [project("1", baht=5, program=second), project("1", program=third), project("2", cell=unread, program=third)]
    assert verdict(project("1", baht=10, program=first), total("รวม", 10, 2, "program"), *others) == "count 2≠1"
    assert verdict(project("1", baht=10, program=first), total("รวม", None, 2, "program"), *others) == "count 2≠1"
    assert verdict(project("1", baht=10, program=first), total("รวม", None, 1, "program"), *others) == ""


def test_nothing_is_told_of_rows_on_a_page_that_was_not_read() -> None:
    rows: list[Thing | int] = [
        1,
        project("1", baht=10),
        total("รวม", 10, 1, "program"),
        3,
        project("5", baht=20),
        total("รวม", 70, 4, "program"),
    ]
    lost = {"faults": [fault("page-without-text", at=where(2))]}
    assert verdict(*rows) == "total 70≠20, count 4≠1"
    assert verdict(*rows, **lost) == ""
    assert verdict(*rows, total("รวมทั้งสิ้น", 999, 9), **lost) == ""
    assert verdict(1, project("1", baht=10), total("รวม", 11, 1, "program"), 3, project("5"), **lost) == "total 11≠10"


def test_nothing_is_told_of_a_summary_form_of_which_a_page_was_not_read() -> None:
    rows: list[Thing | int] = [
        1,
        total("แผนงานก", 10, 2, "program"),
        3,
        total("แผนงานข", 5, 1, "program"),
        total("รวม", 99, 9, "strategy"),
    ]
    assert verdict(*rows) == "total 99≠15, count 9≠3"
    assert verdict(*rows, faults=[fault("page-without-text", at=where(2))]) == ""
    assert verdict(*rows, faults=[fault("page-without-text", at=where(4))]) == "total 99≠15, count 9≠3"


def test_nothing_is_told_of_a_section_where_only_pages_are_known() -> None:
    made = laid(project("1", baht=10), total("รวม", 11, 1, "program"))
    vague = made.model_copy(update={"totals": [made.totals[0].model_copy(update={"where": where(1)})]})
    assert [finding.rule for finding in check(made)] == ["total-mismatch"]
    assert check(vague) == []


@pytest.mark.parametrize(("baht", "written"), [(None, "None"), (0.1, "0.1"), (238613.38, "238613.38"), (10**20, str(10**20))])
def test_an_amount_is_taken_as_it_was_printed(baht: float | None, written: str) -> None:
    assert str(exact(baht)) == written
