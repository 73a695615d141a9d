"""Streams and exit codes: one row a promise of the contract."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

import pytest
from command import Run


class Case(NamedTuple):
    """A command, the exit code, how many objects stand on stdout, and what each line on stderr says."""

    command: str
    code: int
    objects: int
    errors: tuple[str, ...] = ()
    stdin: str | None = None
    env: tuple[tuple[str, str], ...] = ()


CASES = [
    # extract
    Case("extract clean.json", 0, 1),
    Case("extract clean.json --format json", 0, 1),
    Case("extract clean.json --format jsonl", 0, 1),
    Case("extract two.jsonl", 0, 2),
    Case("extract clean.json two.jsonl", 0, 3),
    Case("extract faulty.json", 0, 1, ("warning: faulty.json: page 2: a picture",)),
    Case("extract faulty.json --quiet", 0, 1),
    Case("extract -", 0, 1, stdin="clean.json"),
    Case("extract clean.json -", 0, 3, stdin="two.jsonl"),
    Case("extract missing.pdf", 2, 0, ("error: missing.pdf: no such file",)),
    Case("extract missing.pdf --quiet", 2, 0, ("error: missing.pdf: no such file",)),
    Case("extract .", 2, 0, ("error: .: a directory, not a file; its PDFs are *.pdf",)),
    Case("extract empty.txt", 2, 0, ("error: empty.txt: empty",)),
    Case("extract cut.pdf", 2, 0, ("error: cut.pdf: ",)),
    Case("extract other.json", 2, 0, ("error: other.json: JSON, but no plan",)),
    Case("extract notes.txt", 2, 0, ("error: notes.txt: no table",)),
    Case("extract locked.pdf", 2, 0, ("error: locked.pdf: encrypted",)),
    Case("extract locked.pdf", 2, 0, ("error: locked.pdf: the password",), env=(("PLANPARSE_PASSWORD", "wrong"),)),
    Case("extract missing.pdf clean.json cut.pdf clean.json", 2, 2, ("error: missing.pdf: ", "error: cut.pdf: ")),
    Case("extract notes.txt clean.json", 2, 1, ("error: notes.txt: ",)),
    # check
    Case("check clean.json -f json", 0, 1),
    Case("check clean.json two.jsonl -f json", 0, 1),
    Case("check faulty.json -f json", 1, 1),
    Case("check notes.txt -f json", 1, 1),
    Case("check faulty.json --fail-on never -f json", 0, 1),
    Case("check warned.json -f json", 0, 1),
    Case("check warned.json --fail-on warning -f json", 1, 1),
    Case("check warned.json --fail-on info -f json", 1, 1),
    Case("check - -f json", 1, 1, stdin="faulty.json"),
    Case("check missing.pdf -f json", 2, 0, ("error: missing.pdf: no such file",)),
    Case("check locked.pdf -f json", 2, 0, ("error: locked.pdf: encrypted",)),
    Case("check cut.pdf -f json", 2, 0, ("error: cut.pdf: ",)),
    Case("check missing.pdf faulty.json -f json", 2, 1, ("error: missing.pdf: ",)),
    # summary, schema
    Case("summary clean.json -f json", 0, 1),
    Case("summary two.jsonl -f json", 0, 2),
    Case("summary notes.txt", 2, 0, ("error: notes.txt: no table",)),
    Case("schema", 0, 1),
    # the command line itself
    Case("", 2, 0, ("Usage: planparse",)),
    Case("extract", 2, 0, ("error: Missing argument",)),
    Case("extract --nothing clean.json", 2, 0, ("error: No such option",)),
    Case("nothing", 2, 0, ("error: No such command",)),
    Case("clean.json", 2, 0, ("error: clean.json is a file, not a command: planparse extract clean.json reads it",)),
    Case("missing.pdf", 2, 0, ("error: No such command 'missing.pdf'",)),
    Case("extract clean.json --format xml", 2, 0, ("error: Invalid value for '--format'",)),
    Case("check clean.json --fail-on always", 2, 0, ("error: Invalid value for '--fail-on'",)),
    Case("extract notes.txt notes.txt --pages x", 2, 0, ("error: --pages x",)),
    Case("extract - -", 2, 0, ("error: Invalid value for FILE",)),
    Case("extract - --password-stdin", 2, 0, ("error: Invalid value for FILE",)),
    Case("extract clean.json -o clean.json", 2, 0, ("error: Invalid value for '--output' / '-o': clean.json is what is read",)),
    Case("check clean.json ./faulty.json -o faulty.json", 2, 0, ("error: Invalid value for '--output' / '-o': faulty.json is",)),
    Case("summary clean.json -o ./clean.json", 2, 0, ("error: Invalid value",)),
    Case("text notes.txt -o notes.txt", 2, 0, ("error: Invalid value",)),
    Case("inspect locked.pdf -o locked.pdf", 2, 0, ("error: Invalid value",)),
    Case("inspect locked.pdf", 2, 0, ("error: locked.pdf: encrypted",)),
    Case("extract clean.json -o missing/x.json", 2, 0, ("error: missing/x.json: cannot be written",)),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.command} {dict(case.env) or ''}".strip())
def test_streams_and_exit_code(case: Case, run: Run, folder: Path) -> None:
    stdin = (folder / case.stdin).read_bytes() if case.stdin else b""
    ran = run(*case.command.split(), stdin=stdin, env=dict(case.env))
    assert ran.code == case.code, ran.err
    assert objects(ran.out) == case.objects
    if case.command:  # the help has many lines
        assert len(ran.errors) == len(case.errors)
    for line, expected in zip(ran.errors, case.errors, strict=False):
        assert line.startswith(expected)
    assert "Traceback" not in ran.err


def objects(text: str) -> int:
    """Return how many JSON objects the text consists of; it may hold nothing else."""
    decoder, found = json.JSONDecoder(), 0
    while text := text.lstrip():
        value, end = decoder.raw_decode(text)
        assert isinstance(value, dict)
        text, found = text[end:], found + 1
    return found


@pytest.mark.parametrize("given", ["secret\n", "secret\r\n", "secret"])
def test_password_on_stdin_opens(given: str, run: Run) -> None:
    ran = run("check", "locked.pdf", "--password-stdin", "-f", "json", stdin=given.encode())
    assert ran.code == 1
    assert "no-table" in ran.out


def test_password_on_stdin_opens_for_a_picture(run: Run, tmp_path: Path) -> None:
    assert run("inspect", "locked.pdf", "-o", str(tmp_path / "p.png"), "--password-stdin", stdin=b"secret\n").code == 0
    assert (tmp_path / "p.png").read_bytes().startswith(b"\x89PNG")


def test_password_in_environment_opens(run: Run) -> None:
    assert run("check", "locked.pdf", "-f", "json", env={"PLANPARSE_PASSWORD": "secret"}).code == 1


def test_password_on_stdin_comes_before_the_environment(run: Run) -> None:
    ran = run("check", "locked.pdf", "--password-stdin", "-f", "json", stdin=b"wrong\n", env={"PLANPARSE_PASSWORD": "secret"})
    assert ran.code == 2


@pytest.mark.parametrize("command", ["extract", "check", "summary", "schema"])
def test_help_explains_every_option(command: str, run: Run) -> None:
    ran = run(command, "--help")
    assert (ran.code, ran.err) == (0, "")
    options = [line.split() for line in ran.out.splitlines() if line.startswith("  -")]
    assert options
    lines = ran.out.splitlines()
    for index, line in enumerate(lines):
        if line.startswith("  -"):
            told = f"{line[34:]}{lines[index + 1] if index + 1 < len(lines) else ''}"
            assert told.strip(), line


def test_version(run: Run) -> None:
    from planparse import __version__

    assert (run("--version").code, run("--version").out) == (0, f"planparse {__version__}\n")


@pytest.mark.parametrize(
    ("args", "told"), [(("extract", ""), "FILE: an empty name"), (("extract", "clean.json", "-o", ""), "--output: names no file")]
)
def test_an_empty_name_is_said_to_be_one(args: tuple[str, ...], told: str, run: Run) -> None:
    ran = run(*args)
    assert (ran.code, ran.out, len(ran.errors)) == (2, "", 1)
    assert told in ran.err
