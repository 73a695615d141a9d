"""``check`` as it is run: every exit code and stream in one table, settings, baselines, and the other ways to ask for them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree as Xml

import pytest
from command import Run, clean, environment, faulty

from planparse.report.plan_json import plan_json
from planparse.rules import RULES
from plans import plan, project

SAMPLES = Path(__file__).parents[2] / "samples"


class Case(NamedTuple):
    """The arguments of ``check``, its exit code, the rules on stdout, the beginning of each line on stderr."""

    arguments: str
    code: int
    rules: str | None = ""
    errors: tuple[str, ...] = ()
    env: tuple[tuple[str, str], ...] = ()
    stdin: str | None = None


ERROR_AND_WARNING = "number-gap page-without-text unit-missing"
CASES = [
    # what is found, and from which severity on it fails
    Case("clean.json", 0),
    Case("faulty.json", 1, ERROR_AND_WARNING),
    Case("warned.json", 0, "unit-missing"),
    Case("warned.json --fail-on warning", 1, "unit-missing"),
    Case("warned.json --fail-on info", 1, "unit-missing"),
    Case("faulty.json --fail-on never", 0, ERROR_AND_WARNING),
    Case("faulty.json --exit-zero", 0, ERROR_AND_WARNING),
    Case("faulty.json", 0, ERROR_AND_WARNING, env=(("PLANPARSE_EXIT_ZERO", "1"),)),
    Case("faulty.json --no-exit-zero", 1, ERROR_AND_WARNING, env=(("PLANPARSE_EXIT_ZERO", "1"),)),
    Case("warned.json", 1, "unit-missing", env=(("PLANPARSE_FAIL_ON", "warning"),)),
    Case("warned.json --fail-on error", 0, "unit-missing", env=(("PLANPARSE_FAIL_ON", "warning"),)),
    Case("notes.txt", 1, "no-table"),
    Case("-", 1, ERROR_AND_WARNING, stdin="faulty.json"),
    # choosing
    Case("faulty.json --ignore PP1,number-gap", 0, "unit-missing"),
    Case("faulty.json --ignore PP1 --ignore number-gap", 0, "unit-missing"),
    Case("faulty.json --select unit-missing", 0, "unit-missing"),
    Case("faulty.json --select PP102 --extend-select PP307", 1, "page-without-text unit-missing"),
    Case("faulty.json --select PP3 --ignore PP301", 0, "unit-missing"),
    Case("faulty.json --severity PP3=info --ignore PP1", 0, "number-gap unit-missing"),
    Case("warned.json --severity unit-missing=error", 1, "unit-missing"),
    Case("faulty.json --per-file-ignores faulty.*:ALL", 0),
    Case("faulty.json warned.json --per-file-ignores faulty.json:PP1,faulty.json:PP3", 0, "unit-missing"),
    Case("parts.json", 0),
    Case("parts.json --preview", 1, "part-sum-mismatch"),
    Case("parts.json", 1, "part-sum-mismatch", env=(("PLANPARSE_PREVIEW", "true"),)),
    Case("parts.json --preview --select part-sum-mismatch", 1, "part-sum-mismatch"),
    Case("parts.json --select part-sum-mismatch", 0, "", ("warning: part-sum-mismatch is a preview",)),
    Case("parts.json --extend-select part-sum-mismatch", 0, "", ("warning: part-sum-mismatch is a preview",)),
    # inputs that cannot be read
    Case("missing.pdf", 2, None, ("error: missing.pdf: no such file",)),
    Case("missing.pdf --exit-zero", 2, None, ("error: missing.pdf: no such file",)),
    Case("cut.pdf locked.pdf empty.txt", 2, None, ("error: cut.pdf", "error: locked.pdf: encrypted", "error: empty.txt: empty")),
    Case("missing.pdf faulty.json", 2, ERROR_AND_WARNING, ("error: missing.pdf: ",)),
    Case("other.json clean.json", 2, "", ("error: other.json: JSON, but no plan",)),
    # a wrong command line or setting
    Case("", 2, None, ("error: Missing argument",)),
    Case("clean.json --select nothing", 2, None, ("error: no rule 'nothing'",)),
    Case("clean.json --ignore number-gpa", 2, None, ("error: no rule 'number-gpa' (did you mean number-gap?)",)),
    Case("clean.json --extend-select PP7", 2, None, ("error: no rule 'PP7'",)),
    Case("clean.json --select PP3x", 2, None, ("error: no rule 'PP3x' (did you mean PP3?)",)),
    Case("clean.json --select ,", 2, None, ("error: --select: names no rule",)),
    Case("clean.json", 2, None, ("error: PLANPARSE_IGNORE: no rule 'x'",), env=(("PLANPARSE_IGNORE", "x"),)),
    Case("clean.json --config unknown.toml", 2, None, ("error: unknown.toml: severity: no rule 'place-misin' (did you mean",)),
    Case("clean.json --config table.toml", 2, None, ("error: table.toml: preview: must be true or false",)),
    Case("clean.json --config latin.toml", 2, None, ("error: latin.toml: not UTF-8",)),
    Case("clean.json --severity PP3=fatal", 2, None, ("error: --severity: 'fatal' is none of",)),
    Case("clean.json --severity PP3", 2, None, ("error: --severity: 'PP3' is not like",)),
    Case("clean.json --per-file-ignores x", 2, None, ("error: --per-file-ignores: 'x' is not like",)),
    Case("clean.json --per-file-ignores x:PP8", 2, None, ("error: no rule 'PP8'",)),
    Case("clean.json --format yaml", 2, None, ("error: Invalid value for '--format'",)),
    Case("clean.json --fail-on always", 2, None, ("error: Invalid value for '--fail-on'",)),
    Case("clean.json", 2, None, ("error: PLANPARSE_FAIL_ON: 'x' is none of",), env=(("PLANPARSE_FAIL_ON", "x"),)),
    Case("clean.json --config none.toml", 2, None, ("error: none.toml: cannot be read",)),
    Case("clean.json --config wrong.toml", 2, None, ("error: wrong.toml: no setting 'selct' (did you mean select?)",)),
    Case("clean.json --config wrong.toml --isolated", 2, None, ("error: --isolated reads no settings file, --config names one",)),
    Case("clean.json --isolated", 0, env=(("PLANPARSE_CONFIG", "wrong.toml"),)),
    Case("faulty.json --config quiet.toml", 0, "unit-missing"),
    Case("faulty.json", 0, "unit-missing", env=(("PLANPARSE_CONFIG", "quiet.toml"),)),
    Case("faulty.json --isolated", 1, ERROR_AND_WARNING, env=(("PLANPARSE_CONFIG", "quiet.toml"),)),
    Case("faulty.json --ignore ALL", 0, "", ("warning: the settings leave no rule to run",)),
    Case("faulty.json --config empty.toml", 0, "", ("warning: the settings leave no rule to run",)),
    Case("faulty.json --config quiet.toml --ignore PP102", 1, "number-gap unit-missing"),
    Case("clean.json --baseline none.json", 2, None, ("error: none.json: the baseline cannot be read",)),
    Case("clean.json --baseline uncounted.json", 2, None, ("error: uncounted.json: JSON, but no baseline",)),
    Case("clean.json --baseline clean.json", 2, None, ("error: clean.json: JSON, but no baseline",)),
    Case("missing.pdf --write-baseline n.json", 2, None, ("error: missing.pdf: no such file", "warning: n.json is not written")),
    Case("clean.json --prune-baseline", 2, None, ("error: --prune-baseline: of which baseline?",)),
    Case("clean.json --write-baseline x.json --prune-baseline", 2, None, ("error: --write-baseline writes all findings",)),
    Case("list.json", 2, None, ("error: list.json: JSON, but no plan; several plans are one a line",)),
    Case("clean.json -f x", 2, None, ("error: Invalid value for '--format' / '-f': 'x' is not one of",)),
    Case("- --stdin-filename faulty.json --per-file-ignores faulty.*:ALL", 0, stdin="faulty.json"),
    Case("clean.json --output-file missing/x.json", 2, None, ("error: missing/x.json: cannot be written",)),
]


@pytest.fixture(scope="module", autouse=True)
def more(folder: Path) -> None:
    """Put more inputs into the folder."""
    parts = plan(project("1", baht=100), project("1.1", baht=10), project("1.2", baht=20))
    (folder / "parts.json").write_text(plan_json(parts), encoding="utf-8")
    (folder / "quiet.toml").write_text('ignore = ["PP1", "PP301"]\n', encoding="utf-8")
    (folder / "unknown.toml").write_text('severity = {"place-misin" = "info"}\n', encoding="utf-8")
    (folder / "table.toml").write_text("preview = 1\n", encoding="utf-8")
    (folder / "latin.toml").write_bytes(b"\xff")
    (folder / "empty.toml").write_text("select = []\n", encoding="utf-8")
    (folder / "list.json").write_text(f"[{plan_json(parts)}]", encoding="utf-8")
    entry = {"source": "a", "rule": "b", "row": "c", "field": "d", "value": "e", "count": "many"}
    (folder / "uncounted.json").write_text(json.dumps({"version": 1, "findings": [entry]}), encoding="utf-8")
    (folder / "wrong.toml").write_text('selct = ["PP1"]\n', encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.arguments} {dict(case.env) or ''}".strip())
def test_exit_code_and_streams(case: Case, run: Run, folder: Path) -> None:
    stdin = (folder / case.stdin).read_bytes() if case.stdin else b""
    ran = run("check", "-f", "json", *case.arguments.split(), stdin=stdin, env=dict(case.env))
    assert ran.code == case.code, ran.err
    if case.rules is None:
        assert ran.out == ""
    else:
        assert sorted(finding["rule"] for finding in json.loads(ran.out)["findings"]) == sorted(case.rules.split())
    assert len(ran.errors) == len(case.errors), ran.err
    for line, expected in zip(ran.errors, case.errors, strict=True):
        assert line.startswith(expected)
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("option", ["-o", "--output", "--output-file"])
def test_the_findings_go_into_a_file(option: str, run: Run, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    ran = run("check", "faulty.json", "-f", "json", option, str(target))
    assert (ran.code, ran.out) == (1, "")
    assert json.loads(target.read_text(encoding="utf-8"))["summary"]["error"] == 2


def test_standard_output_by_its_path_keeps_what_its_file_has(folder: Path) -> None:
    if not Path("/dev/stdout").exists():
        pytest.skip("no such path here")
    target = folder / "log.txt"
    target.write_text("before\n", encoding="utf-8")
    with target.open("a", encoding="utf-8") as log:
        command = [sys.executable, "-m", "planparse", "check", "faulty.json", "-f", "concise", "-o", "/dev/stdout"]
        subprocess.run(command, cwd=folder, stdout=log, env=environment(), check=False)
    assert target.read_text(encoding="utf-8").startswith("before\n")
    assert "PP301" in target.read_text(encoding="utf-8")


def test_text_underlines_the_field(run: Run) -> None:
    out = run("check", "warned.json", env={"COLUMNS": "100"}).out.splitlines()
    assert out[0].startswith("warning PP307 unit-missing: project 1")
    assert out[2].index("(empty)") >= 0
    assert out[3].strip(" │") == "^" * len("(empty)")


def test_settings_are_found_beside_the_plans(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "x.json").write_text(plan_json(faulty()), encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(
        '[tool.planparse]\nseverity = {"PP1" = "info", "PP3" = "info"}\n[tool.planparse.per-file-ignores]\n"plans/*" = ["PP301"]\n',
        encoding="utf-8",
    )
    ran = run("check", str(tmp_path / "plans" / "x.json"), "-f", "json")
    found = json.loads(ran.out)
    assert (ran.code, [finding["rule"] for finding in found["findings"]]) == (0, ["unit-missing", "page-without-text"])
    assert found["summary"] == {"error": 0, "warning": 0, "info": 2, "known": 0}
    shown = run("check", str(tmp_path / "plans" / "x.json"), "--show-settings", "--fail-on", "info", env={"PLANPARSE_LANG": "th"})
    assert shown.code == 0
    assert 'fail-on = "info"  # command line' in shown.out
    assert 'lang = "th"  # PLANPARSE_LANG' in shown.out
    assert f'per-file-ignores = {{"plans/*" = ["PP301"]}}  # {tmp_path / "pyproject.toml"}' in shown.out
    assert "preview = false  # default" in shown.out


def test_a_baseline_from_writing_to_pruning(run: Run, tmp_path: Path) -> None:
    path, known = tmp_path / "plan.json", tmp_path / "known.json"

    def save(*units: str) -> None:
        rows = [project(str(n), "โครงการ", unit=unit, place=f"หมู่ {n}") for n, unit in enumerate(units, 1)]
        path.write_text(plan_json(plan(*rows, name="plan.json")), encoding="utf-8")

    def check(*more: str, env: dict[str, str] | None = None) -> Any:
        ran = run(
            "check", str(path), "--fail-on", "warning", "-f", "json", *more, env={**(env or {}), "TEST_TURN": str(next(turn))}
        )
        return ran.code, json.loads(ran.out)["summary"], ran.err

    turn = iter(range(99))
    save("", "", "กองช่าง")
    code, summary, err = check("--write-baseline", str(known))
    assert (code, summary["known"], err) == (0, 2, f"2 findings written to {known}\n")
    assert check("--baseline", str(known)) == (0, {"error": 0, "warning": 0, "info": 0, "known": 2}, "")
    save("", "", "")  # the third is equal, and new
    assert check("--baseline", str(known))[:2] == (1, {"error": 0, "warning": 1, "info": 0, "known": 2})
    save("กองช่าง", "กองช่าง", "")
    code, summary, err = check("--baseline", str(known))
    assert (code, summary["known"]) == (0, 1)
    assert "1 of its findings are mended; --prune-baseline" in err
    assert check("--prune-baseline", env={"PLANPARSE_BASELINE": str(known)})[2] == ""
    save("", "", "กองช่าง")
    assert check("--baseline", str(known))[:2] == (1, {"error": 0, "warning": 1, "info": 0, "known": 1})


def test_what_rules_would_have_found_that_did_not_run_is_not_mended(run: Run, tmp_path: Path) -> None:
    path, known = tmp_path / "plan.json", tmp_path / "known.json"
    path.write_text(plan_json(faulty()), encoding="utf-8")
    run("check", str(path), "--write-baseline", str(known), env={"TEST": "rules"})
    written = known.read_text(encoding="utf-8")
    for choice in (["--ignore", "PP3"], ["--select", "PP1"], ["--per-file-ignores", "*.json:ALL"], ["--pages", "1"]):
        ran = run("check", str(path), "--baseline", str(known), "--prune-baseline", *choice, env={"TEST": "rules"})
        assert (ran.code, ran.err) == (0, "")
        assert known.read_text(encoding="utf-8") == written


def test_standard_input_has_the_name_that_it_is_given(run: Run) -> None:
    data = (SAMPLES / "faulty.pdf").read_bytes()
    arguments = ("check", "-", "--stdin-filename", "plans/x.pdf", "--isolated", "-f")
    assert {finding["source"] for finding in json.loads(run(*arguments, "json", stdin=data).out)["findings"]} == {"x.pdf"}
    assert run(*arguments, "concise", stdin=data).out.startswith("plans/x.pdf: error")
    assert run(*arguments, "github", stdin=data).out.startswith("::error file=plans/x.pdf,")


def test_settings_are_shown_without_a_plan(run: Run) -> None:
    ran = run("check", "--show-settings", "--isolated")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith('format = "text"  # default\n')


def test_a_baseline_does_not_hang_on_language_format_or_folder(run: Run, tmp_path: Path) -> None:
    path, known = tmp_path / "plan.json", tmp_path / "known.json"
    path.write_text(
        plan_json(faulty().model_copy(update={"source": faulty().source.model_copy(update={"name": "plan.json"})})),
        encoding="utf-8",
    )
    run("check", str(path), "--lang", "th", "-f", "sarif", "--write-baseline", str(known), env={"TEST": "hang"})
    for more in (("--lang", "en"), ("-f", "github"), ("-f", "json")):
        assert run("check", str(path), "--baseline", str(known), *more, "-q").code == 0
    assert str(tmp_path) not in known.read_text(encoding="utf-8")


@pytest.mark.parametrize("sample", sorted([*SAMPLES.glob("*.pdf"), *SAMPLES.glob("*.txt")]), ids=lambda path: path.name)
@pytest.mark.parametrize("lang", ["en", "th"])
def test_check_of_a_file_is_check_of_its_json(sample: Path, lang: str, run: Run) -> None:
    as_json = run("extract", str(sample), "-f", "json", "-q").out.encode()
    arguments = ("-f", "json", "--preview", "--lang", lang, "--isolated")
    assert run("check", "-", *arguments, stdin=as_json).out == run("check", str(sample), *arguments).out


def test_a_sarif_of_inputs_that_were_not_all_read_says_so(run: Run) -> None:
    whole, part = (
        json.loads(run("check", *files, "-f", "sarif").out)["runs"][0]["invocations"][0]
        for files in (["warned.json"], ["warned.json", "missing.pdf"])
    )
    assert whole == {"executionSuccessful": True, "toolExecutionNotifications": []}
    assert not part["executionSuccessful"]
    assert part["toolExecutionNotifications"] == [{"level": "error", "message": {"text": "missing.pdf: no such file"}}]


@pytest.mark.parametrize(
    ("files", "unread"),
    [
        (["clean.json"], []),
        (["clean.json", "missing.pdf", "cut.pdf"], ["missing.pdf", "cut.pdf"]),
        (["missing.pdf"], ["missing.pdf"]),  # written all the same: a job would show the report of the run before
    ],
)
def test_a_junit_report_has_an_error_for_each_input_that_could_not_be_read(files: list[str], unread: list[str], run: Run) -> None:
    ran = run("check", *files, "-f", "junit")
    assert ran.code == (2 if unread else 0)
    root = Xml.fromstring(ran.out)  # noqa: S314 - our own output
    assert root.get("errors") == str(len(unread))
    assert [case.get("classname") for case in root.iter("testcase") if case.find("error") is not None] == unread
    told = [f"error: {error.text}" for error in root.iter("error")]
    assert told == ran.errors


def test_an_input_with_a_name_of_its_own_is_listed_by_it(run: Run) -> None:
    ran = run("check", "-", "--stdin-filename", "plans/a.pdf", "-f", "junit", stdin=b"%PDF-1.7\n")
    assert 'classname="plans/a.pdf"' in ran.out
    assert ran.code == 2


@pytest.mark.parametrize("name", ["text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "markdown"])
def test_other_reports_say_nothing_where_no_input_could_be_read(name: str, run: Run) -> None:
    assert run("check", "missing.pdf", "-f", name).out == ""


def test_rule_lists_and_explains(run: Run) -> None:
    listed = run("rule").out.splitlines()
    assert [line.split()[0] for line in listed] == [rule.code for rule in RULES]
    for name in ("PP301", "number-gap", "pp301"):
        assert run("rule", name).out.startswith("# PP301 number-gap\n")
    one = json.loads(run("rule", "number-gap", "--format", "json").out)
    assert (one["code"], one["severity"], set(one["message"])) == ("PP301", "error", {"th", "en"})
    assert len(json.loads(run("rule", "--format", "json").out)) == len(RULES)
    assert len(json.loads(run("rule", "PP3", "--format", "json").out)) > 5
    missing = run("rule", "number-gpa")
    assert (missing.code, missing.out) == (2, "")
    assert missing.err.startswith("error: no rule 'number-gpa' (did you mean number-gap?)")


def test_the_list_of_rules_in_the_docs_is_the_one_that_is_made(run: Run) -> None:
    docs = Path(__file__).parents[2] / "docs" / "rules" / "README.md"
    assert docs.read_text(encoding="utf-8") == run("rule", "--format", "markdown").out
    for link in (line.split("](")[1].split(")")[0] for line in docs.read_text(encoding="utf-8").splitlines() if "](" in line):
        assert (docs.parent / link).is_file()


def test_config_shows_every_setting_as_a_file_that_can_be_read(run: Run, tmp_path: Path) -> None:
    from planparse.config import OPTIONS, read, resolved

    path = tmp_path / "planparse.toml"
    path.write_text(run("config").out, encoding="utf-8")
    assert dict(resolved({}, {}, read(path)).values) == dict(resolved({}, {}, None).values)
    assert [entry["name"] for entry in json.loads(run("config", "--format", "json").out)] == [option.name for option in OPTIONS]


def test_a_clean_plan_is_clean_in_every_format(run: Run) -> None:
    assert clean().faults == []
    for name in ("text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "markdown"):
        ran = run("check", "clean.json", "--format", name)
        assert (ran.code, ran.err) == (0, "")
