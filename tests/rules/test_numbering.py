"""Runs of numbers, written as a plan prints them: ``|`` a heading, ``=`` a sum, ``#`` a header, ``?`` a page that was not read."""

from __future__ import annotations

import pytest
from laid import Thing, laid

from planparse.rules import check
from plans import fault, project, ref, table, total, where

CASES = {
    "counts on": ("1 2 3", ""),
    "counts on over headings": ("1 2 | 3 = 4 # 5", ""),
    "starts again after a heading": ("1 2 | 1 2 3", ""),
    "starts again after a sum": ("1 2 = 1 2", ""),
    "one row under each heading": ("1 | 1 | 1", ""),
    "starts again under a header": ("1 2 # 1 2", ""),
    "a single row under a header": ("1 2 # 1", ""),
    "starts in the middle": ("5 6 7", ""),
    "the first of the plan is lost": ("2 3 4", "gap 2"),
    "the first two of the plan are lost": ("3 4 | 1 2", "gap 3"),
    "the first of the plan has no number": ("_ 2 3", ""),
    "starts in the middle, then again": ("5 6 | 1 2", ""),
    "a gap": ("1 2 4 5", "gap 4"),
    "a gap over a heading": ("1 2 | 4 5", "gap 4"),
    "a gap in the second run": ("1 2 | 1 3", "gap 3"),
    "the first of a later run is lost": ("1 2 3 | 2 3", "gap 2"),
    "the first of a later run is lost where the run before ends": ("1 2 | 2 3", "gap 2"),
    "two gaps": ("1 3 5", "gap 3, gap 5"),
    "a repetition": ("1 2 2 3", "duplicate 2"),
    "a repetition in the place of a number": ("1 2 2 4", "duplicate 2"),
    "a repetition at the end": ("1 2 3 3", "duplicate 3"),
    "a repetition over a heading": ("1 2 3 | 3 5 6", "duplicate 3"),
    "a repetition and a gap": ("1 2 2 6", "duplicate 2, gap 6"),
    "an early number again": ("1 2 3 1 5", "duplicate 1"),
    "starts again where nothing lets it": ("1 2 3 1 2 3", "duplicate 1"),
    "a missing number is one step": ("1 _ 3 _ _ 6", ""),
    "a missing number is no more than one step": ("1 _ 4", "gap 4"),
    "a row without a number that was none": ("1 2 _ 3 5", "gap 5"),
    "the first of a later run has no number": ("1 2 3 | _ 2 3", ""),
    "a number misread as a greater one": ("1 2 30 4 5", "gap 30"),
    "two rows the wrong way round": ("1 3 2 4", ""),
    "parts": ("1 1.1 1.2 2 2.1 3", ""),
    "parts without their whole": ("1.1 1.2 2.1 2.2 4.1", ""),
    "a part stands for its whole": ("1 2.1 2.2 3", ""),
    "a part is lost": ("1 1.1 1.3 2", "gap 1.3"),
    "the first part is lost": ("1 1.2 1.3 2", "gap 1.2"),
    "parts start in the middle": ("1.2 1.3 2.1", ""),
    "a part again": ("1 1.1 1.1 2", "duplicate 1.1"),
    "parts start again after a heading": ("1.1 1.2 | 1.1 1.2", ""),
    "letters": ("ก ข ข 1 2", ""),
    "no whole number": ("1 2/1 3 4", ""),
    "more digits than a number has": ("1 99999999999999999999 2 3", ""),
    "a page that was not read": ("1 2 ? 7 8", ""),
    "a page that was not read, then again": ("1 2 ? 1 2", ""),
    "a gap after the page that was not read": ("1 2 ? 7 9", "gap 9"),
}


@pytest.mark.parametrize(("printed", "expected"), CASES.values(), ids=CASES)
def test_runs(printed: str, expected: str) -> None:
    things: list[Thing | int] = [table()]
    program, page, faults = 1, 1, []
    for sign in printed.split():
        if sign == "|":
            program += 1
        elif sign == "=":
            things.append(total("รวม", None, None, "program"))
        elif sign == "#":
            things.append(table())
        elif sign == "?":
            faults.append(fault("page-without-text", at=where(page + 1)))
            page += 2
            things.append(page)
        else:
            things.append(project(sign.replace("_", ""), sign, program=ref(str(program), "แผนงาน"), baht=len(things)))
    findings = check(laid(*things, faults=faults))
    said = [f"{f.rule.removeprefix('number-')} {f.project}" for f in findings if f.rule in ("number-gap", "number-duplicate")]
    assert ", ".join(said) == expected


def test_a_run_that_has_lost_its_first_number_is_said_in_words() -> None:
    rows = [
        project(number, number, program=ref(program, "แผนงาน"))
        for number, program in (("1", "1"), ("2", "1"), ("2", "2"), ("3", "2"))
    ]
    english, thai = ([f.message for f in check(laid(table(), *rows), lang=lang) if f.rule == "number-gap"] for lang in ("en", "th"))
    assert english == ["numbers are left out: 2 follows the heading"]
    assert thai == ["ลำดับที่ข้าม: 2 อยู่ถัดจาก หัวข้อ"]


def test_what_stands_before_a_gap_is_said_whole() -> None:
    def said(*numbers: str) -> list[str]:
        return [
            f.message for f in check(laid(table(), *(project(n, baht=k) for k, n in enumerate(numbers)))) if f.rule == "number-gap"
        ]

    assert said("1", "1.1", "1.2", "1.4") == ["numbers are left out: 1.4 follows 1.2"]
    assert said("1", "1.2") == ["numbers are left out: 1.2 follows 1"]
    assert said("2", "3") == ["numbers are left out: 2 follows the title"]


def test_of_a_part_of_a_plan_the_first_number_may_be_any() -> None:
    rows = [project("2", baht=1), project("3", baht=2)]
    for made in (laid(2, table(), *rows), laid(table(), *rows, title=None)):
        assert [f for f in check(made) if f.rule == "number-gap"] == []


def test_a_long_plan_is_quick() -> None:
    rows = [
        project(str(number % 50 + 1), program=ref(str(number // 50), "ก"), at=where(number // 7 + 1, number))
        for number in range(3000)
    ]
    tables = [table().model_copy(update={"where": where(page, 1)}) for page in range(1, 400)]
    sums = [total("รวม", 500_000, 50, "program").model_copy(update={"where": where(n // 7 + 1, n)}) for n in range(49, 3000, 50)]
    made = laid(*rows).model_copy(update={"projects": rows, "tables": tables, "totals": sums})
    assert [f for f in check(made) if f.rule.startswith("number")] == []
