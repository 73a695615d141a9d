"""Settings: where they are found, what goes first, and that a wrong one is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from planparse import config
from planparse.config import OPTIONS, Config, File, find, read, resolved, starts
from planparse.errors import UsageError
from planparse.plan import Severity
from planparse.report.findings import FORMATS, SEVERITIES, FailOn

TABLE = '[tool.planparse]\npreview = true\nignore = ["PP3"]\n'


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_choices_are_those_of_the_reports() -> None:
    from typing import get_args

    assert tuple(FORMATS) == config.FORMATS
    assert get_args(FailOn) == config.FAIL_ON
    assert get_args(Severity) == config.SEVERITIES == SEVERITIES


@pytest.mark.parametrize(
    ("files", "start", "expected"),
    [
        ({"planparse.toml": ""}, "a/b", "planparse.toml"),
        ({"pyproject.toml": TABLE}, "a/b", "pyproject.toml"),
        ({"pyproject.toml": TABLE, "planparse.toml": ""}, "a", "planparse.toml"),
        ({"pyproject.toml": TABLE, "a/pyproject.toml": "[project]\n"}, "a", "pyproject.toml"),
        ({"planparse.toml": "", "a/pyproject.toml": TABLE}, "a/b", "a/pyproject.toml"),
        ({"pyproject.toml": "[tool.other]\n"}, "a", None),
        ({"b/planparse.toml": ""}, "a", None),
    ],
)
def test_found_upward(files: dict[str, str], start: str, expected: str | None, tmp_path: Path) -> None:
    (tmp_path / start).mkdir(parents=True)
    for name, text in files.items():
        written(tmp_path / name, text)
    assert find([tmp_path / start]) == (tmp_path / expected if expected else None)


def test_the_search_starts_at_the_inputs_common_folder_then_at_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert starts(["../a/1.pdf", "../a/b/2.pdf"]) == [tmp_path / "a", tmp_path / "here"]
    assert starts(["-"]) == [tmp_path / "here"]
    written(tmp_path / "here" / "planparse.toml", "")
    assert find(starts(["../a/1.pdf"])) == tmp_path / "here" / "planparse.toml"


ORDER = [
    ({"fail-on": "info"}, {"PLANPARSE_FAIL_ON": "never"}, {"fail-on": "warning"}, "info", "command line"),
    ({}, {"PLANPARSE_FAIL_ON": "never"}, {"fail-on": "warning"}, "never", "PLANPARSE_FAIL_ON"),
    ({}, {}, {"fail-on": "warning"}, "warning", "planparse.toml"),
    ({}, {"PLANPARSE_FAIL_ON": ""}, {}, "error", "default"),
]


@pytest.mark.parametrize(("given", "environ", "file", "value", "origin"), ORDER)
def test_what_goes_first(
    given: dict[str, object], environ: dict[str, str], file: dict[str, object], value: str, origin: str
) -> None:
    made = resolved(given, environ, File(Path("planparse.toml"), file))
    assert (made["fail-on"], made.origins["fail-on"]) == (value, origin)


def settings(text: str, tmp_path: Path) -> Config:
    return resolved({}, {}, read(written(tmp_path / "planparse.toml", text)))


def test_every_kind_of_setting_in_a_file(tmp_path: Path) -> None:
    made = settings(
        'format = "json"\npreview = true\nselect = ["PP3"]\nextend_select = ["PP4"]\nbaseline = "known.json"\n'
        'severity = { PP301 = "info" }\n[per-file-ignores]\n"drafts/*" = ["PP4", "no-table"]\n',
        tmp_path,
    )
    assert (made["format"], made["preview"], made["select"], made["extend-select"]) == ("json", True, ("PP3",), ("PP4",))
    assert made["severity"] == {"PP301": "info"}
    assert made["per-file-ignores"] == {"drafts/*": ("PP4", "no-table")}
    assert made["baseline"] == str(tmp_path / "known.json")  # from the file's folder
    assert made.root == tmp_path


def test_every_kind_of_setting_in_the_environment() -> None:
    environ = {
        "PLANPARSE_SELECT": "PP3, no-table",
        "PLANPARSE_SEVERITY": "PP301=info,no-table=warning",
        "PLANPARSE_PER_FILE_IGNORES": "drafts/*:PP4,drafts/*:PP5",
        "PLANPARSE_PREVIEW": "1",
        "PLANPARSE_EXIT_ZERO": "false",
        "PLANPARSE_BASELINE": "known.json",
        "PLANPARSE_UNKNOWN": "x",
    }
    made = resolved({}, environ, None)
    assert made["select"] == ("PP3", "no-table")
    assert made["severity"] == {"PP301": "info", "no-table": "warning"}
    assert made["per-file-ignores"] == {"drafts/*": ("PP4", "PP5")}
    assert (made["preview"], made["exit-zero"], made["baseline"]) == (True, False, "known.json")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("fail_onn = 1", "no setting 'fail_onn' \\(did you mean fail-on\\?\\)"),
        ("preview = 1", "preview: must be true or false"),
        ('fail-on = "always"', "fail-on: 'always' is none of error, warning, info, never"),
        ('select = "PP3"', "select: must be a list"),
        ("select = [3]", "select: must be text"),
        ("severity = 3", "severity: must be a table"),
        ('severity = {PP3 = "bad"}', "severity: 'bad' is none of"),
        ("baseline = 3", "baseline: must be text"),
        ("select = [", "planparse.toml: "),
    ],
)
def test_what_is_no_setting_is_said(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=said):
        settings(text, tmp_path)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"severity": "PP3"}, "--severity: 'PP3' is not like"),
        ({"severity": "PP3=bad"}, "--severity: 'bad' is none of"),
        ({"per-file-ignores": "drafts"}, "--per-file-ignores: 'drafts' is not like"),
    ],
)
def test_what_is_wrong_on_the_command_line_is_said(given: dict[str, object], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        resolved(given, {}, None)


@pytest.mark.parametrize(("variable", "text"), [("PLANPARSE_PREVIEW", "maybe"), ("PLANPARSE_FORMAT", "xml")])
def test_what_is_wrong_in_the_environment_is_said(variable: str, text: str) -> None:
    with pytest.raises(UsageError, match=variable):
        resolved({}, {variable: text}, None)


def test_a_project_file_named_by_hand_must_have_the_table(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no table"):
        read(written(tmp_path / "pyproject.toml", "[project]\n"))
    with pytest.raises(UsageError, match="cannot be read"):
        read(tmp_path / "none.toml")


def test_every_option_of_the_command_line_is_a_setting_and_has_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    from planparse.cli import main

    assert main(["check", "--help"]) == 0
    shown = capsys.readouterr().out
    assert all(f"--{option.name}" in shown and option.help for option in OPTIONS)


def test_a_table_of_settings_that_is_none_is_said(tmp_path: Path) -> None:
    path = written(tmp_path / "pyproject.toml", "[tool]\nplanparse = 3\n")
    with pytest.raises(UsageError, match=r"tool\.planparse: must be a table"):
        find([tmp_path])
    with pytest.raises(UsageError, match=r"tool\.planparse: must be a table"):
        read(path)


def test_a_setting_says_where_it_comes_from_unless_it_is_the_command_line(tmp_path: Path) -> None:
    file = read(written(tmp_path / "planparse.toml", 'ignore = ["PP3"]\n'))
    found = resolved({"preview": True}, {"PLANPARSE_SELECT": "PP1"}, file)
    assert found.said_by("ignore") == f"{tmp_path / 'planparse.toml'}: ignore: "
    assert found.said_by("select") == "PLANPARSE_SELECT: "
    assert found.said_by("preview") == found.said_by("severity") == ""
