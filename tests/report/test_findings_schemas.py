"""What other services read is valid for them: SARIF, GitLab's Code Quality, JUnit; and within their limits."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_findings import FINDINGS, ROWS, SOURCES, finding, rendered

from planparse.plan import Finding
from planparse.report import findings_markdown, findings_sarif
from planparse.report.findings import Report
from planparse.rules import RULES

SCHEMAS = Path(__file__).parent / "schemas"
# JUnit as Jenkins, GitLab and GitHub's viewers read it (their XSD, junit-10, by hand): for each element the attributes that
# it must have, those that it may have, and its children.
JUNIT: dict[str, tuple[set[str], set[str], set[str]]] = {
    "testsuites": (set(), {"name", "tests", "failures", "errors", "time"}, {"testsuite"}),
    "testsuite": ({"name", "tests"}, {"failures", "errors", "skipped", "time", "timestamp"}, {"testcase"}),
    "testcase": ({"name", "classname"}, {"time", "file", "line"}, {"failure", "error", "skipped", "system-out"}),
    "failure": (set(), {"type", "message"}, set()),
    "error": (set(), {"type", "message"}, set()),
    "system-out": (set(), set(), set()),
}
REPORTS = (
    Report(FINDINGS, SOURCES, rows=ROWS),
    Report(FINDINGS, SOURCES, "th", fail_on="info", rules=RULES),
    Report((), SOURCES),
    Report((), SOURCES, unread=[("แผน\x1b.pdf", "encrypted \ud800"), ("b.pdf", "no such file")]),
    Report((), ()),
)
TEXT = st.text(max_size=12)
ANY = st.lists(
    st.builds(
        finding,
        TEXT,
        st.sampled_from(["error", "warning", "info"]),
        source=TEXT.filter(bool) | st.sampled_from(["a/b.pdf", "-", "แผน 1.pdf"]),
        project=st.none() | TEXT,
        line=st.none() | st.integers(1, 99),
        name=st.none() | TEXT,
        field=st.none() | TEXT,
        value=st.none() | TEXT,
    ),
    max_size=4,
)


def schema(name: str) -> Any:  # what a JSON file holds
    return json.loads((SCHEMAS / name).read_text(encoding="utf-8"))


def check_junit(text: str) -> None:
    root = Xml.fromstring(text.encode())  # noqa: S314 - our own output
    assert root.tag == "testsuites"
    for element in root.iter():
        required, optional, children = JUNIT[element.tag]
        assert required <= set(element.keys()) <= required | optional
        assert {child.tag for child in element} <= children
    for suite in root:
        assert int(suite.get("tests", "")) == len(suite)
        assert int(suite.get("failures", "")) == len(suite.findall("testcase/failure"))
        assert int(suite.get("errors", "")) == len(suite.findall("testcase/error"))


def check_all(shown: Report) -> None:
    jsonschema.Draft4Validator(schema("sarif-2.1.0.json")).validate(json.loads(rendered("sarif", shown)))
    jsonschema.Draft7Validator(schema("gitlab-code-quality.json")).validate(json.loads(rendered("gitlab", shown)))
    check_junit(rendered("junit", shown))


@pytest.mark.parametrize("shown", REPORTS)
def test_valid(shown: Report) -> None:
    check_all(shown)


@settings(deadline=None, max_examples=60)
@given(ANY)
def test_valid_whatever_a_document_says(findings: list[Finding]) -> None:
    check_all(Report(findings, rules=RULES))


def test_the_schemas_refuse_what_is_wrong() -> None:
    sarif = json.loads(rendered("sarif", REPORTS[0]))
    sarif["runs"][0]["results"][0]["level"] = "fatal"
    assert not jsonschema.Draft4Validator(schema("sarif-2.1.0.json")).is_valid(sarif)
    gitlab = json.loads(rendered("gitlab", REPORTS[0]))
    del gitlab[0]["fingerprint"]
    assert not jsonschema.Draft7Validator(schema("gitlab-code-quality.json")).is_valid(gitlab)


def test_equal_findings_have_fingerprints_of_their_own_and_moved_ones_keep_theirs() -> None:
    twice = [finding("a", line=3, name="x"), finding("a", line=9, name="x")]
    moved = [finding("ก", line=13, name="x"), finding("ก", line=19, name="x")]  # other lines, another language
    prints, later = (
        [result["partialFingerprints"]["primaryLocationLineHash"] for result in results(findings)] for findings in (twice, moved)
    )
    assert len(set(prints)) == 2
    assert prints == later
    issues = json.loads(rendered("gitlab", Report(twice)))
    assert len({issue["fingerprint"] for issue in issues}) == 2


def results(findings: list[Finding]) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = json.loads(rendered("sarif", Report(findings)))["runs"][0]["results"]
    return made


def test_sarif_keeps_the_worst_of_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings_sarif, "LONGEST_RUN", 2)
    run = json.loads(rendered("sarif", Report([finding("a", "info"), finding("b", "warning"), finding("c")])))["runs"][0]
    assert [result["level"] for result in run["results"]] == ["warning", "error"]
    assert "1 findings were left off" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


def test_sarif_names_files_as_relative_uris(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    sources = ["plans/แผน 1.pdf", str(tmp_path / "a.txt"), "-"]
    uris = [
        one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for one in results([finding("x", source=s) for s in sources])
    ]
    assert uris == ["plans/%E0%B9%81%E0%B8%9C%E0%B8%99%201.pdf", "a.txt", "stdin"]


def test_fingerprints_and_paths_do_not_hang_on_how_a_path_was_typed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    typed = ["a.pdf", "./a.pdf", "plans/../a.pdf", str(tmp_path / "a.pdf")]
    found = [json.loads(rendered("gitlab", Report([finding("x", source=source)])))[0] for source in typed]
    assert {(one["location"]["path"], one["fingerprint"]) for one in found} == {("a.pdf", found[0]["fingerprint"])}
    assert len({rendered("sarif", Report([finding("x", source=source)])) for source in typed}) == 1
    assert len({rendered("github", Report([finding("x", source=source)])) for source in typed}) == 1
    other = json.loads(rendered("gitlab", Report([finding("x", source="b/a.pdf")])))[0]
    assert other["fingerprint"] != found[0]["fingerprint"]


def test_junit_fails_for_what_check_fails_for() -> None:
    warned = [finding("a", "warning"), finding("b", "info")]
    failures = [
        rendered("junit", Report(warned, fail_on=level)).count("<failure") for level in ("error", "warning", "info", "never")
    ]
    assert failures == [0, 1, 2, 0]


def test_markdown_shows_words_as_they_are_and_stays_short_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    text = rendered("markdown", Report([finding("a | [b](c) @team <i>")]))
    assert r"a \| \[b\]\(c\) \@&#8203;team \<i\>" in text
    monkeypatch.setattr(findings_markdown, "LONGEST", 400)
    cut = rendered("markdown", Report([finding(f"word {n}") for n in range(50)]))
    assert len(cut) < 450
    shown = cut.count("word ")
    assert cut.endswith(f"… and {50 - shown} more\n")
    assert shown > 0
