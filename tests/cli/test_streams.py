"""What goes where: colour, encodings, closed pipes, interrupts, faults of our own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command import Ran, Run, clean, environment

from planparse.cli.console import Colour, coloured
from planparse.cli.options import Language, language
from planparse.plan import Plan

POSIX = pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals and signals of POSIX")
ESCAPE = "\x1b["


def test_forced_colour_leaves_json_pure(run: Run) -> None:
    plain = run("extract", "faulty.json")
    forced = run("extract", "faulty.json", env={"FORCE_COLOR": "1"})
    assert forced.out == plain.out
    assert ESCAPE in forced.err  # the noise is on: the warning is coloured
    assert run("check", "faulty.json", "-f", "json", "--color", "always").out == run("check", "faulty.json", "-f", "json").out


@pytest.mark.parametrize(
    ("args", "env", "expected"),
    [
        ((), {}, False),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "0"}, False),
        ((), {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_of_a_piped_table(args: tuple[str, ...], env: dict[str, str], expected: bool, run: Run) -> None:
    ran = run("extract", "clean.json", "--format", "table", *args, env=env)
    assert (ESCAPE in ran.out) is expected


@pytest.mark.parametrize(
    ("choice", "env", "expected"),
    [
        ("auto", {}, True),
        ("auto", {"NO_COLOR": "1"}, False),
        ("auto", {"NO_COLOR": ""}, True),
        ("auto", {"TERM": "dumb"}, False),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True),
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_on_a_terminal(choice: str, env: dict[str, str], expected: bool) -> None:
    class Terminal:
        closed = False

        def isatty(self) -> bool:
            return True

    assert coloured(Colour(choice), Terminal(), env) is expected  # type: ignore[arg-type] # all that is asked of a stream


@pytest.mark.parametrize(
    ("choice", "env", "expected"),
    [
        (None, {}, "en"),
        (None, {"LANG": "th_TH.UTF-8"}, "th"),
        (None, {"LANG": "th_TH.UTF-8", "LC_ALL": "C"}, "en"),
        (None, {"LANG": "en_US.UTF-8", "LC_MESSAGES": "th_TH"}, "th"),
        (Language.en, {"LANG": "th_TH.UTF-8"}, "en"),
        (Language.th, {}, "th"),
    ],
)
def test_language(choice: Language | None, env: dict[str, str], expected: str) -> None:
    assert language(choice, env) == expected


def test_document_text_is_shown_literally(run: Run) -> None:
    shown = "".join(run("extract", "faulty.json", "-f", "table", "-q", env={"COLUMNS": "120"}).out.split())
    assert "[red]สีแดง[/red]{0}%s[/tmp/a]" in shown


@pytest.mark.parametrize("encoding", ["cp874", "ascii", "utf-16"])
def test_output_is_utf8_whatever_the_locale(encoding: str, run: Run) -> None:
    ran = run("extract", "clean.json", env={"PYTHONIOENCODING": encoding})
    assert Plan.model_validate_json(ran.out) == clean()


def test_thai_is_not_escaped_and_keys_keep_their_order(run: Run) -> None:
    out = run("extract", "clean.json").out
    assert "\\u0e" not in out
    assert list(json.loads(out)) == list(Plan.model_fields)


def test_one_json_is_indented_and_several_are_a_line_each(run: Run) -> None:
    assert run("extract", "clean.json").out.startswith('{\n  "schema_version"')
    assert run("extract", "clean.json", "-f", "jsonl").out.count("\n") == 1
    assert run("extract", "two.jsonl").out.count("\n") == 2
    assert run("extract", "clean.json", "missing.pdf").out.count("\n") == 1


def test_check_of_json_lines_names_each_plan(run: Run) -> None:
    ran = run("check", "-", "-f", "json", stdin=run("extract", "faulty.json", "warned.json").out.encode())
    assert {finding["source"] for finding in json.loads(ran.out)["findings"]} == {"faulty.pdf", "warned.pdf"}


def test_check_speaks_thai_where_the_locale_does(run: Run) -> None:
    assert run("check", "faulty.json", env={"LANG": "th_TH.UTF-8"}).out == run("check", "faulty.json", "--lang", "th").out
    assert run("check", "faulty.json", "--lang", "th").out != run("check", "faulty.json", "--lang", "en").out


@POSIX
@pytest.mark.parametrize("args", [("extract", "big.jsonl"), ("summary", "big.jsonl"), ("schema",), ("--help",), ("--version",)])
def test_a_closed_pipe_ends_quietly(args: tuple[str, ...], folder: Path) -> None:
    (folder / "big.jsonl").write_text((folder / "two.jsonl").read_text(encoding="utf-8") * 40, encoding="utf-8")
    reader, writer = os.pipe()
    os.close(reader)  # nobody reads: the first write fails, as after `| head -1`
    done = subprocess.run(
        [sys.executable, "-m", "planparse", *args],
        cwd=folder,
        env=environment(),
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


@POSIX
def test_a_closed_pipe_keeps_the_exit_code_of_check(folder: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "planparse", "check", "faulty.json"]
    done = subprocess.run(command, cwd=folder, env=environment(), stdout=writer, stderr=subprocess.PIPE, check=False, timeout=60)
    os.close(writer)
    assert (done.returncode, done.stderr) == (1, b"")


@POSIX
@pytest.mark.parametrize("args", [("extract", "clean.json"), ("--help",), ("check", "--help"), ("schema",)])
def test_a_full_disk_is_one_clear_line(args: tuple[str, ...], folder: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full")
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "planparse", *args]
        done = subprocess.run(
            command, cwd=folder, env=environment(), stdout=full, stderr=subprocess.PIPE, text=True, encoding="utf-8", check=False
        )
    assert done.returncode == 2
    assert done.stderr.startswith("error: standard output: ")
    assert done.stderr.count("\n") == 1


@POSIX
def test_ctrl_c_ends_with_130_and_whole_lines(folder: Path) -> None:
    command = [sys.executable, "-m", "planparse", "extract", "two.jsonl", "-"]
    with subprocess.Popen(command, cwd=folder, env=environment(), stdin=-1, stdout=-1, stderr=-1) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline(), process.stdout.readline()]  # now it waits for standard input
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"")
    assert [json.loads(line)["source"]["name"] for line in lines] == ["clean.pdf", "other.pdf"]


BROKEN = """
import sys
import planparse.pipeline
parts = planparse.pipeline.parts
def broken(data, name, options):
    print("noise of a library")
    if name == "two.jsonl":
        raise KeyError("of a\\nlibrary")
    return parts(data, name, options)
planparse.pipeline.parts = broken
from planparse.cli import main
sys.exit(main())
"""


def run_broken(folder: Path, *args: str, **env: str) -> Ran:
    command = [sys.executable, "-c", BROKEN, *args]
    done = subprocess.run(
        command, cwd=folder, env=environment(**env), capture_output=True, text=True, encoding="utf-8", check=False
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def test_a_fault_of_our_own_is_one_line_and_code_3(folder: Path) -> None:
    ran = run_broken(folder, "extract", "two.jsonl", "missing.pdf", "clean.json")
    assert ran.code == 3
    assert "Traceback" not in ran.err
    told = next(line for line in ran.errors if "two.jsonl" in line)
    for part in ("fault of planparse", "report", "KeyError", "planparse/cli/inputs.py:", "planparse 0."):
        assert part in told
    assert json.loads(ran.out)["source"]["name"] == "clean.pdf"  # the others are still done, the noise is not on stdout


def test_the_traceback_is_there_for_who_asks(folder: Path) -> None:
    assert "Traceback" in run_broken(folder, "extract", "two.jsonl", PLANPARSE_DEBUG="1").err


@POSIX
def test_a_file_name_that_is_no_utf8(folder: Path) -> None:
    name = os.fsdecode(b"plan-\xff.json")
    (folder / name).write_bytes((folder / "clean.json").read_bytes())
    command = [sys.executable, "-m", "planparse", "extract", name, os.fsdecode(b"missing-\xff.pdf")]
    done = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, check=False)
    assert done.returncode == 2
    assert done.stderr.decode("utf-8").startswith("error: missing-\ufffd.pdf: no such file")
    assert Plan.model_validate_json(done.stdout) == clean()


@pytest.fixture(scope="module")
def terminal(folder: Path) -> str:
    """Return what `extract` shows on a terminal of 80 columns."""
    return on_terminal(folder, "extract", "clean.json")


def on_terminal(folder: Path, *args: str) -> str:
    import pty

    parent, child = pty.openpty()
    env = environment(COLUMNS="80", PYTHONUNBUFFERED="1")
    command = [sys.executable, "-m", "planparse", *args]
    with subprocess.Popen(command, cwd=folder, env=env, stdin=child, stdout=child, stderr=child) as process:
        os.close(child)
        shown = b""
        while True:
            try:
                piece = os.read(parent, 65536)
            except OSError:  # how Linux says that the other side has closed
                break
            if not piece:
                break
            shown += piece
        assert process.wait(30) == 0
    os.close(parent)
    return shown.decode("utf-8")


@POSIX
def test_a_terminal_gets_a_coloured_table(terminal: str) -> None:
    assert ESCAPE in terminal
    assert "FY 2555" in terminal
    assert "2 projects" in terminal
    assert "schema_version" not in terminal


@POSIX
def test_progress_is_shown_on_a_terminal_only(terminal: str, folder: Path, run: Run) -> None:
    hide_cursor = "\x1b[?25l"
    assert hide_cursor in terminal
    assert hide_cursor not in on_terminal(folder, "extract", "clean.json", "--quiet")
    piped = run("extract", "clean.json", env={"FORCE_COLOR": "1"})
    assert hide_cursor not in piped.out + piped.err
    assert piped.err == ""
