"""Each rule on its cases, in both languages; and the table of rules itself."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from cases import CASES as STABLE_CASES
from cases import EMPTY, ONE, group
from laid import found, laid
from preview_cases import CASES as PREVIEW_CASES

from planparse.plan import Plan
from planparse.rules import RULES, STABLE, check
from plans import budget, fault, plan, project, table, total, where

CASES = {**STABLE_CASES, **PREVIEW_CASES}
FIRES = [(rule, number) for rule, cases in CASES.items() for number in range(len(cases.fires))]
SILENT = [(rule, number) for rule, cases in CASES.items() for number in range(len(cases.silent))]
WARNINGS = {"details-missing", "place-missing", "unit-missing", "fiscal-year-missing", "project-duplicate"}


@pytest.mark.parametrize(("rule", "number"), FIRES)
def test_fires_once_at_the_right_row_and_quotes_the_value(rule: str, number: int) -> None:
    made, row, words = CASES[rule].fires[number]
    findings = found(made, rule)
    assert [finding.project for finding in findings] == [row]
    assert words in findings[0].message


@pytest.mark.parametrize(("rule", "number"), SILENT)
def test_leaves_alone(rule: str, number: int) -> None:
    assert found(CASES[rule].silent[number], rule) == []


@pytest.mark.parametrize(("rule", "number"), FIRES)
def test_is_said_in_both_languages_with_the_same_values(rule: str, number: int) -> None:
    made = CASES[rule].fires[number][0]
    thai, english = ([f.message for f in check(made, lang=lang, rules=RULES) if f.rule == rule] for lang in ("th", "en"))
    assert thai != english
    assert all(re.search("[ก-ฮะ-์]{5}", message) for message in thai)
    numbers = re.compile(r"\d(?:[\d,.]*\d)?")
    assert [numbers.findall(message) for message in thai] == [numbers.findall(message) for message in english]


def test_check_of_the_json_says_what_check_of_the_plan_says() -> None:
    for cases in CASES.values():
        for made, _, _ in cases.fires:
            assert check(Plan.model_validate_json(made.model_dump_json()), rules=RULES) == check(made, rules=RULES)


def test_a_clean_plan_has_no_findings() -> None:
    assert check(plan(ONE, project("2"), project("3")), rules=RULES) == []


def test_previews_run_only_when_asked_for() -> None:
    made = PREVIEW_CASES["part-sum-mismatch"].fires[0][0]
    assert "part-sum-mismatch" not in {finding.rule for finding in check(made)}
    assert all(rule.status == "stable" for rule in STABLE)


def test_a_finding_says_where_whose_what_and_which_value() -> None:
    [finding] = found(plan(ONE, project("2", "โครงการถนน", cell=budget(None, "ดูแนบ", "unreadable"))), "budget-unreadable")
    assert (finding.project, finding.name, finding.field, finding.value) == ("2", "โครงการถนน", "budget", "ดูแนบ")
    [empty] = found(plan(project("1", "ก", place="")), "place-missing")
    assert (empty.field, empty.value) == ("place", "")
    [total_] = found(laid(ONE, total("รวม", 5, 1, "program")), "total-mismatch")
    assert (total_.project, total_.name, total_.field, total_.value) == (None, "รวม", "budget", "5")
    [letter] = found(plan(project("1", extra={"หมายเหตุ": "งบ\u0430ประมาณ"})), "text-unrepaired")
    assert (letter.field, letter.value) == ("หมายเหตุ", "งบ\u0430ประมาณ")


def test_the_readers_sentence_is_the_message_and_is_not_said_twice() -> None:
    outside = fault("mark-outside-months", "a mark stands outside the months: •", "1", at=where(1, 9))
    column = fault("column-missing", "the form ผด.02 requires a column for unit", at=where(1, 2))
    made = plan(ONE, faults=[outside, column])
    english, thai = ({f.rule: f.message for f in check(made, lang=lang)} for lang in ("en", "th"))
    assert english == {"mark-outside-months": outside.message, "column-missing": column.message}
    assert thai == {"mark-outside-months": "มีเครื่องหมายอยู่นอกช่องเดือน: •", "column-missing": "แบบ ผด.02 ต้องมีคอลัมน์หน่วยดำเนินการ"}


def test_a_fault_shows_its_row() -> None:
    made = plan(
        project("1", at=where(1, 3)),
        project("1", "อื่น", at=where(1, 9)),
        faults=[fault("mark-outside-months", "•", "1", where(1, 9))],
    )
    [finding] = found(made, "mark-outside-months")
    assert (finding.name, finding.value) == ("อื่น", "•")


def test_a_fault_is_of_the_nearest_row_with_its_number() -> None:
    made = plan(
        project("1", "ก", months=EMPTY, at=where(1, 3)),
        project("1", "ข", months=EMPTY, at=where(1, 9)),
        faults=[fault("mark-outside-months", "•", "1", where(1, 10))],
    )
    assert [finding.name for finding in found(made, "mark-outside-months")] == ["ข"]
    assert [finding.name for finding in found(made, "timeline-empty")] == ["ก"]


def test_a_row_that_names_a_group_is_no_row() -> None:
    assert check(plan(ONE, group(), project("2"))) == []


def test_a_row_that_says_anything_else_is_a_row() -> None:
    said = group().model_copy(update={"extra": {"หมายเหตุ": "เงินอุดหนุน"}})
    assert [finding.rule for finding in check(plan(ONE, said))][:1] == ["number-missing"]


@pytest.mark.parametrize("number", [None, "1"])
def test_a_row_whose_name_covers_its_cells_names_a_group(number: str | None) -> None:
    covers = group().model_copy(update={"number": number, "details": None, "place": None, "unit": None})
    assert check(laid(covers, project("1", "ก"), project("2", "ข"))) == []


def test_a_step_without_marks_in_a_table_of_names_alone_names_no_group() -> None:
    step = group().model_copy(
        update={"number": None, "details": None, "place": None, "unit": None, "budget": budget(None, status="absent")}
    )
    assert [finding.rule for finding in check(laid(table(fields=("name",)), step))] == ["timeline-empty"]
    assert check(laid(table(fields=("name", "unit")), step)) == []


def test_numbers_may_start_again_under_a_row_that_names_a_group() -> None:
    assert check(laid(project("1", "ก"), project("2", "ข"), group(), project("1", "ค"), project("2", "ง"), project("3", "จ"))) == []
    assert found(laid(project("1", "ก"), group(), project("1", "ข"), project("3", "ค")), "number-duplicate") == []


def test_what_a_repeated_header_says_again_is_one_finding() -> None:
    headers = [table().model_copy(update={"months": table().months[:11], "where": where(page)}) for page in (1, 2, 3)]
    assert len(found(plan(ONE, tables=headers), "month-missing")) == 1


def test_a_column_that_lacks_on_each_page_is_one_finding() -> None:
    faults = [fault("column-missing", "unit", at=where(page)) for page in (1, 2)]
    assert len(found(plan(ONE, faults=faults), "column-missing")) == 1


def test_each_page_without_text_is_a_finding() -> None:
    faults = [fault("page-without-text", "a scan", at=where(page)) for page in (2, 5, 5)]
    assert [finding.where.page for finding in found(plan(ONE, faults=faults), "page-without-text")] == [2, 5]


def test_the_reader_need_not_say_what_the_rule_has_found() -> None:
    reversed_row = CASES["span-reversed"].fires[0][0]
    said = reversed_row.model_copy(update={"faults": [fault("span-reversed", "มี.ค. - ม.ค.", "1")]})
    assert len(found(said, "span-reversed")) == 1
    other = reversed_row.model_copy(update={"faults": [fault("span-reversed", "มี.ค. - ม.ค.", "2")]})
    assert len(found(other, "span-reversed")) == 2


def test_findings_stand_in_reading_order() -> None:
    rows = [
        project("2", place="", unit="", at=where(2, 40)),
        project("1", baht=None, at=where(2, 9)),
        project("9", place="", at=where(1, 50)),
    ]
    findings = check(plan(*rows, tables=[table().model_copy(update={"where": where(1, 1)})]))
    places = [(finding.where.page, finding.where.line) for finding in findings]
    assert places == sorted(places)
    assert [f.code for f in findings if f.project == "2" and f.where.line == 40] == ["PP306", "PP307"]


def test_a_long_value_is_cut_and_stays_on_its_line() -> None:
    [finding] = found(plan(project("1", "ก" * 500 + "Ж\x1b[31m\nข", details="ก" * 300 + "Ж")), "text-unrepaired")[:1]
    assert len(finding.message) < 200
    assert "\x1b" not in finding.message
    assert "\n" not in finding.message


def test_every_rule_has_its_cases() -> None:
    assert sorted(CASES) == sorted(rule.name for rule in RULES)
    assert all(len(cases.fires) >= 2 and len(cases.silent) >= 2 for cases in CASES.values())


def test_codes_are_unique_in_order_and_of_their_kind() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert all(re.fullmatch(r"PP[123459]\d\d", code) for code in codes)
    assert next(rule.code for rule in RULES if rule.name == "number-gap") == "PP301"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_table_of_rules_is_whole(rule: object) -> None:
    [entry] = [known for known in RULES if known is rule]
    if entry.status == "stable":
        assert entry.severity == ("info" if entry.name == "doubt" else "warning" if entry.name in WARNINGS else "error")
    assert entry.since == "0.1"
    assert (entry.status == "preview") == (entry.name in PREVIEW_CASES)
    assert sorted(re.findall(r"{(\w+)}", entry.th)) == sorted(re.findall(r"{(\w+)}", entry.en)) == sorted(entry.names)
    assert entry.check.__doc__ or entry.name.endswith("-missing")


def test_what_is_kept_of_one_plan_is_not_said_of_another() -> None:
    gap, sum_ = plan(ONE, project("3")), laid(ONE, total("รวม", 5, 1, "program"))
    alone = {name: [f.rule for f in check(made)] for name, made in (("gap", gap), ("sum", sum_))}
    assert alone == {"gap": ["number-gap"], "sum": ["total-mismatch"]}
    with ThreadPoolExecutor(4) as threads:
        made = [gap, sum_] * 50
        assert [[f.rule for f in found_] for found_ in threads.map(check, made)] == [alone["gap"], alone["sum"]] * 50
