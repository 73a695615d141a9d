"""All formats of findings from one report: their golden outputs, their escapes, and when the command fails."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from planparse.plan import Finding, Severity, Where
from planparse.report.findings import FORMATS, FailOn, Report, failing
from planparse.rules import RULES, Lang
from plans import budget, project, total

GOLDEN = Path(__file__).parent / "golden"


def finding(
    message: str,
    severity: Severity = "error",
    *,
    source: str = "plan.txt",
    project: str | None = None,
    line: int | None = None,
    code: str = "PP301",
    rule: str = "number-gap",
    **about: str | None,
) -> Finding:
    where = Where(page=2, line=line, bbox=None if line else (53.7, 81.0, 780.1, 112.4))
    return Finding(code=code, rule=rule, severity=severity, message=message, source=source, project=project, where=where, **about)


EIGHT = project("8", "โครงการก่อสร้างรางระบายน้ำ คสล.", baht=1_250_000)
TWELVE = project("12", "[red]x[/red] น้ำที่ :smile:", cell=budget(None, "1,\n0O0", "unreadable"), place="")
SUM = total("รวม", 3_525_000, 12)
FINDINGS = (
    finding("ลำดับที่ข้าม: 8 อยู่ถัดจาก 6", project="8", line=34, name=EIGHT.name, field="number", value="8"),
    finding(
        "the budget “1,\n0O0” is 50 % of nothing: [red]no[/red]",
        project="12",
        line=40,
        code="PP402",
        rule="budget-unreadable",
        name=TWELVE.name,
        field="budget",
        value="1,\n0O0",
    ),
    finding("no place :smile:", "warning", project="12", line=40, code="PP306", rule="place-missing", field="place", value=""),
    finding("read with doubt", "info", source="แผน 2,5:6%.pdf", code="PP901", rule="doubt"),
    finding("“รวม” states 3,525,000 baht", source="-", code="PP403", rule="total-mismatch", field="budget", value="3,525,000"),
)
ROWS = (EIGHT, TWELVE, TWELVE, None, SUM)
SOURCES = ("plan.txt", "แผน 2,5:6%.pdf", "-", "clean.pdf")


def report(lang: Lang = "en", *findings: Finding) -> Report:
    rules = [rule for rule in RULES if rule.name in {one.rule for one in FINDINGS}]
    return Report(findings or FINDINGS, SOURCES, lang, rows=() if findings else ROWS, rules=rules)


def rendered(name: str, shown: Report, **console: object) -> str:
    file = io.StringIO()
    FORMATS[name](shown, Console(file=file, **console))  # type: ignore[arg-type]  # as Console takes them
    return file.getvalue()


@pytest.mark.parametrize("lang", ["en", "th"])
@pytest.mark.parametrize("name", FORMATS)
def test_golden(name: str, lang: Lang) -> None:
    expected = GOLDEN / f"findings.{lang}.{name}"
    assert rendered(name, report(lang), width=70) == expected.read_text(encoding="utf-8")


def test_json_has_the_shape_of_the_contract() -> None:
    text = rendered("json", report())
    made = json.loads(text)
    assert list(made) == ["findings", "summary"]
    assert list(made["findings"][0]) == [
        "code",
        "rule",
        "severity",
        "message",
        "source",
        "project",
        "where",
        "name",
        "field",
        "value",
    ]
    assert made["findings"][0]["where"] == {"page": 2, "line": 34, "bbox": None}
    assert made["findings"][3]["where"] == {"page": 2, "line": None, "bbox": [53.7, 81.0, 780.1, 112.4]}
    assert made["summary"] == {"error": 3, "warning": 1, "info": 1, "known": 0}
    assert "ลำดับที่ข้าม" in text


def test_json_of_nothing_is_whole() -> None:
    assert json.loads(rendered("json", Report(()))) == {
        "findings": [],
        "summary": {"error": 0, "warning": 0, "info": 0, "known": 0},
    }


def test_json_is_the_same_on_a_terminal_with_colour() -> None:
    assert rendered("json", report(), force_terminal=True, color_system="truecolor", width=20) == rendered("json", report())


def test_github_escapes_what_would_end_a_message_or_a_property() -> None:
    lines = rendered("github", report(), force_terminal=True, color_system="truecolor").splitlines()
    assert len(lines) == len(FINDINGS)
    assert "“1,%0A0O0” is 50 %25 of nothing: [red]no[/red]" in lines[1]
    assert lines[3].startswith("::notice file=แผน 2%2C5%3A6%25.pdf,title=PP901 doubt::")
    assert lines[4].startswith("::error title=PP403 total-mismatch::")


def test_github_says_nothing_of_nothing() -> None:
    assert rendered("github", Report((), SOURCES)) == ""


def test_github_command_of_each_severity() -> None:
    severities: tuple[Severity, ...] = ("error", "warning", "info")
    lines = rendered("github", report("en", *(finding("x", severity) for severity in severities))).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error", "::warning", "::notice"]


def test_text_shows_a_documents_words_as_they_are() -> None:
    text = rendered("text", report())
    assert "[red]no[/red]" in text
    assert ":smile:" in text


def test_text_lets_nothing_through_that_a_terminal_obeys() -> None:
    shown = report("en", finding("a\x1b[2Jb\rc", source="x\x1b]0;y\x07.pdf", project="1\x1b[A"))
    assert "\x1b" not in rendered("text", shown)
    assert "\r" not in rendered("text", shown)


@pytest.mark.parametrize("name", ["text", "concise", "github", "markdown"])
@pytest.mark.parametrize("words", ["::stop-commands::x", "x ##[add-mask]y", "##vso[task.complete]"])
def test_no_line_is_a_command_of_a_ci_service(name: str, words: str) -> None:
    row = EIGHT.model_copy(update={"name": words, "number": words})
    made = finding(f"“{words}”", source=words, project=words, name=words, field="name", value=words)
    for line in rendered(name, Report([made], [words], rows=[row]), width=200).splitlines():
        plain = line.removeprefix("::error ")  # all that follows is the data of that one command
        assert not plain.lstrip().startswith("::")
        assert name == "github" or "##[" not in line
        assert name == "github" or "##vso[" not in line


def test_markdown_notifies_nobody_and_links_to_no_issue() -> None:
    text = rendered("markdown", report("en", finding("@everyone #12 a@b.c <b>")))
    assert r"\@&#8203;everyone \#&#8203;12 a\@&#8203;b.c \<b\>" in text
    assert "| PP301 number-gap |" in text


def test_text_never_wraps_a_message_however_narrow() -> None:
    lines = rendered("text", report("en", finding("ยาว " * 100), finding("b")), width=20).splitlines()
    assert len(lines) == len(["message", "place", "", "message", "place", "", "summary"])


def test_text_is_coloured_where_the_console_is() -> None:
    plain = rendered("text", report())
    coloured = rendered("text", report(), force_terminal=True, color_system="standard", width=200)
    assert "\x1b[" not in plain
    assert "\x1b[1;31merror" in coloured


@pytest.mark.parametrize(
    ("findings", "lang", "line"),
    [
        ((), "en", "nothing found in 4 plans"),
        ((), "th", "ไม่พบข้อบกพร่อง ใน 4 แผน"),
        (FINDINGS[:1], "en", "1 error in 4 plans"),
        (FINDINGS, "en", "3 errors, 1 warning, 1 note in 4 plans"),
        (FINDINGS[2:4], "th", "พบคำเตือน 1 แห่ง, ข้อสังเกต 1 แห่ง ใน 4 แผน"),
    ],
)
def test_text_ends_with_one_line_that_sums_up(findings: tuple[Finding, ...], lang: Lang, line: str) -> None:
    assert rendered("text", Report(findings, SOURCES, lang)).splitlines()[-1] == line


def test_text_of_one_plan() -> None:
    assert rendered("text", Report((), ("plan.pdf",))) == "nothing found in 1 plan\n"


WORST: list[tuple[Severity | None, FailOn, bool]] = [
    ("error", "error", True),
    ("warning", "error", False),
    ("info", "error", False),
    (None, "error", False),
    ("error", "warning", True),
    ("warning", "warning", True),
    ("info", "warning", False),
    ("error", "info", True),
    ("info", "info", True),
    (None, "info", False),
    ("error", "never", False),
    ("info", "never", False),
]


@pytest.mark.parametrize(("worst", "fail_on", "fails"), WORST)
def test_failing(worst: Severity | None, fail_on: FailOn, fails: bool) -> None:
    findings = () if worst is None else (finding("x", worst),)
    assert failing(Report(findings, SOURCES), fail_on) is fails


def test_concise_is_one_line_a_finding() -> None:
    lines = rendered("concise", report()).splitlines()
    assert len(lines) == len(FINDINGS)
    assert lines[0].startswith("plan.txt:34:1: error PP301 number-gap: ")
    assert lines[3].startswith("แผน 2,5:6%.pdf: info PP901 doubt: ")


def test_jsonl_is_one_object_a_line() -> None:
    lines = rendered("jsonl", report()).splitlines()
    assert [json.loads(line) for line in lines] == json.loads(rendered("json", report()))["findings"]
    assert rendered("jsonl", Report((), SOURCES)) == ""


def test_what_a_baseline_knows_is_counted() -> None:
    shown = Report(FINDINGS[:1], SOURCES, known=1_200)
    assert rendered("text", shown).splitlines()[-1] == "1 error (1,200 more known) in 4 plans"
    assert rendered("text", Report((), ("a",), "th", known=2)) == "ไม่พบข้อบกพร่อง (ทราบแล้วอีก 2 แห่ง) ใน 1 แผน\n"
    assert json.loads(rendered("json", shown))["summary"]["known"] == 1_200


def test_all_rules_are_in_a_sarif_of_all_rules() -> None:
    run = json.loads(rendered("sarif", Report(FINDINGS, SOURCES, rules=RULES)))["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [rule.code for rule in RULES]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
