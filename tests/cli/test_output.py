"""``-o``: the file is replaced whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from command import Run, clean, environment, faulty

from planparse.cli.console import Session
from planparse.cli.output import opened
from planparse.errors import PlanparseError
from planparse.plan import Plan
from planparse.report.plan_json import plan_json

POSIX = pytest.mark.skipif(os.name != "posix", reason="modes and links of POSIX")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "out.json"
    path.write_text("old", encoding="utf-8")
    return path


def only(path: Path) -> bool:
    """Tell whether nothing was left beside the file."""
    return list(path.parent.iterdir()) == [path]


def test_the_file_gets_what_stdout_would(run: Run, target: Path) -> None:
    ran = run("extract", "clean.json", "-o", str(target))
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert target.read_text(encoding="utf-8") == run("extract", "clean.json").out
    assert only(target)


@pytest.mark.parametrize(
    ("name", "format_"), [("plans.csv", "csv"), ("Plans.CSV", "csv"), ("plans.jsonl", "jsonl"), ("plans.txt", "json")]
)
def test_the_name_of_the_file_says_the_format(run: Run, tmp_path: Path, name: str, format_: str) -> None:
    assert run("extract", "clean.json", "-o", str(tmp_path / name)).code == 0
    assert (tmp_path / name).read_text(encoding="utf-8") == run("extract", "clean.json", "--format", format_).out


@pytest.mark.parametrize("name", ["plans.xlsx", "Plans.XLS", "plans.ods"])
def test_a_workbook_is_refused_with_the_way_out(run: Run, tmp_path: Path, name: str) -> None:
    ran = run("extract", "clean.json", "-o", str(tmp_path / name))
    assert (ran.code, ran.out) == (2, "")
    assert name in ran.err
    assert ".csv" in ran.err
    assert not list(tmp_path.iterdir())
    assert run("extract", "clean.json", "-f", "json", "-o", str(tmp_path / name)).code == 0  # who says so gets it


def test_a_failing_input_leaves_the_old_file(run: Run, target: Path) -> None:
    for command in ("extract", "check", "summary"):
        assert run(command, "cut.pdf", "-o", str(target)).code == 2
        assert target.read_text(encoding="utf-8") == "old"
    assert only(target)


def test_of_several_inputs_the_good_ones_are_written(run: Run, target: Path) -> None:
    assert run("extract", "cut.pdf", "clean.json", "-o", str(target)).code == 2
    assert Plan.model_validate_json(target.read_text(encoding="utf-8")) == clean()


def test_findings_go_into_the_file_without_colours(run: Run, target: Path) -> None:
    ran = run("check", "faulty.json", "-o", str(target), env={"FORCE_COLOR": "0"})
    assert (ran.code, ran.out) == (1, "")
    assert "number-gap" in target.read_text(encoding="utf-8")
    assert "\x1b" not in target.read_text(encoding="utf-8")


def test_a_dash_is_stdout(run: Run) -> None:
    assert run("extract", "clean.json", "-o", "-").out == run("extract", "clean.json").out


def test_a_fault_while_writing_leaves_the_old_file(target: Path) -> None:
    def written_in_part() -> None:
        with opened(str(target), Session()) as write:
            write("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        written_in_part()
    assert target.read_text(encoding="utf-8") == "old"
    assert only(target)


def test_a_folder_that_is_missing_is_said_before_any_work(tmp_path: Path) -> None:
    with pytest.raises(PlanparseError, match="cannot be written"), opened(str(tmp_path / "no" / "x"), Session()):
        pytest.fail("the work has begun")


@POSIX
def test_an_old_file_keeps_its_mode_and_a_new_one_gets_the_usual(target: Path) -> None:
    target.chmod(0o640)
    new = target.with_name("new.json")
    mask = os.umask(0o027)
    try:
        for path in (target, new):
            with opened(str(path), Session()) as write:
                write("new")
    finally:
        os.umask(mask)
    assert [path.stat().st_mode & 0o777 for path in (target, new)] == [0o640, 0o640]


@POSIX
def test_a_link_stays_and_its_file_is_replaced(target: Path) -> None:
    link = target.with_name("link.json")
    link.symlink_to(target)
    with opened(str(link), Session()) as write:
        write("new")
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new"


@POSIX
def test_a_device_is_never_replaced() -> None:
    with opened(os.devnull, Session()) as write:
        write("gone")
    assert not Path(os.devnull).is_file()


def test_csv_is_one_table_of_all_plans(run: Run, tmp_path: Path) -> None:
    ran = run("extract", "clean.json", "cut.pdf", "two.jsonl", "--format", "csv")
    assert (ran.code, ran.errors[0].startswith("error: cut.pdf: ")) == (2, True)
    lines = ran.out.splitlines()
    assert [line.partition(",")[0] for line in lines] == ["\ufeffsource", *["clean.pdf"] * 4, *["other.pdf"] * 2]
    target = tmp_path / "plans.CSV"  # a file that is called so gets it unasked
    assert run("extract", "clean.json", "cut.pdf", "two.jsonl", "-o", str(target)).code == 2
    assert target.read_text(encoding="utf-8") == ran.out
    assert run("extract", "clean.json", "-f", "json", "-o", str(target)).code == 0
    assert Plan.model_validate_json(target.read_text(encoding="utf-8")) == clean()


def test_no_plan_is_no_table_of_names_alone(run: Run) -> None:
    assert run("extract", "cut.pdf", "notes.txt", "-f", "csv").out == ""


@POSIX
@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit", "github", "gitlab", "markdown", "concise"])
def test_a_name_that_is_no_text_is_written_as_on_stdout(form: str, tmp_path: Path) -> None:
    name = os.fsdecode(b"bad\xff.json")
    (tmp_path / name).write_text(plan_json(faulty()), encoding="utf-8")
    command = [sys.executable, "-m", "planparse", "check", name, "--format", form]
    shown = subprocess.run(command, cwd=tmp_path, env=environment(), capture_output=True, check=False)
    kept = subprocess.run([*command, "-o", "out"], cwd=tmp_path, env=environment(), capture_output=True, check=False)
    assert (shown.returncode, kept.returncode, kept.stderr) == (1, 1, b"")
    assert (tmp_path / "out").read_bytes() == shown.stdout
