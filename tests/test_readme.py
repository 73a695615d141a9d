"""The README's commands do what it says: each runs, and prints what stands below it.

``python tests/test_readme.py`` writes the outputs anew.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"```console\n\$ (?P<command>.*)\n(?P<output>(?:.*\n)*?)```")
SHELL = re.compile(r"^(?<!-->\n)```sh\n(.*)\n```", re.MULTILINE)
PYTHON = re.compile(r"```python\n((?:.*\n)*?)```")
WIDTH = "100"


def blocks() -> list[tuple[str, str]]:
    """Return each console block's command and the output that stands below it."""
    return [(match["command"], match["output"]) for match in BLOCK.finditer(README.read_text(encoding="utf-8"))]


def shell(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command of the README in a shell."""
    bin_ = Path(sys.executable).parent
    environ = {**os.environ, "PATH": f"{bin_}:{os.environ['PATH']}", "COLUMNS": WIDTH, "NO_COLOR": "1", "LANG": "C.UTF-8"}
    return subprocess.run(["bash", "-c", command], cwd=folder, env=environ, capture_output=True, encoding="utf-8", check=False)


def run(command: str) -> str:
    """Return what a command of the README prints at the project's root."""
    done = shell(command, ROOT)
    return "\n".join(line.rstrip() for line in (done.stdout + done.stderr).splitlines()) + "\n"


@pytest.mark.parametrize(("command", "output"), blocks(), ids=[command for command, _ in blocks()])
def test_command_prints_what_the_readme_says(command: str, output: str) -> None:
    assert run(command) == output


@pytest.mark.parametrize("command", SHELL.findall(README.read_text(encoding="utf-8")))
def test_command_writes_the_file_that_the_readme_names(command: str, tmp_path: Path) -> None:
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    done = shell(command, tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / command.rsplit(maxsplit=1)[-1]).stat().st_size > 0


@pytest.mark.parametrize("code", PYTHON.findall(README.read_text(encoding="utf-8")))
def test_python_of_the_readme_runs(code: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    exec(compile(code, "README.md", "exec"), {})  # noqa: S102 - the README's own code
    assert capsys.readouterr().out


def test_readme_has_its_two_commands() -> None:
    text = README.read_text(encoding="utf-8")
    commands = dict(re.findall(r"<!-- command: (\w+) -->\n```sh\n(.*)\n```", text))
    assert commands.keys() == {"try", "test"}
    assert commands["try"].endswith("planparse extract samples/plan.pdf")
    assert commands["test"].endswith("-m pytest")


def test_readme_names_every_command() -> None:
    from planparse.cli.app import COMMANDS

    text = README.read_text(encoding="utf-8")
    assert [command for command in COMMANDS if f"`planparse {command}" not in text] == []


def test_linked_files_are_there() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README.read_text(encoding="utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []


def update() -> None:
    """Write each console block's output anew."""
    text = README.read_text(encoding="utf-8")
    made = BLOCK.sub(lambda match: f"```console\n$ {match['command']}\n{run(match['command'])}```", text)
    README.write_text(made, encoding="utf-8")


if __name__ == "__main__":
    update()
