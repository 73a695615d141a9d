"""Where plans are submitted: the hook, the action and the snippets of the docs are valid, and their commands run."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from command import Ran, environment

from planparse import config

yaml = pytest.importorskip("ruamel.yaml", reason="comes with check-jsonschema")
pytest.importorskip("check_jsonschema")

ROOT = Path(__file__).parents[2]
ACTION = ROOT / ".github" / "actions" / "check" / "action.yml"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
DOCS = ROOT / "docs" / "ci.md"
BASH = pytest.mark.skipif(os.name != "posix", reason="the scripts are for bash")
# What pre-commit takes in a manifest of hooks (its documentation, "new hooks"), as far as it is used here.
HOOK_KEYS = {"id", "name", "description", "entry", "args", "language", "types_or", "files", "require_serial"}


def loaded(text: str) -> Any:
    return yaml.YAML(typ="safe").load(text)


def snippets(language: str) -> list[str]:
    """Return the blocks of the docs in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", DOCS.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def valid(schema: str, path: Path) -> bool:
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)], capture_output=True, check=False
    )
    return done.returncode == 0


def bash(script: str, folder: Path, **env: str) -> Ran:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    done = subprocess.run(
        command, cwd=folder, env=environment(PATH=path, LANG="C.UTF-8", **env), capture_output=True, encoding="utf-8", check=False
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def test_the_action_and_the_snippets_are_valid(tmp_path: Path) -> None:
    assert valid("vendor.github-actions", ACTION)
    workflow, gitlab, _ = snippets("yaml")
    for name, schema, text in (("w.yml", "vendor.github-workflows", workflow), ("g.yml", "vendor.gitlab-ci", gitlab)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert valid(schema, tmp_path / name)
    (tmp_path / "bad.yml").write_text("jobs: 5\n", encoding="utf-8")
    assert not valid("vendor.github-workflows", tmp_path / "bad.yml")


def test_the_workflow_gives_the_action_inputs_that_it_has() -> None:
    step = loaded(snippets("yaml")[0])["jobs"]["check"]["steps"][-1]
    assert "/.github/actions/check@" in step["uses"]
    inputs = loaded(ACTION.read_text(encoding="utf-8"))["inputs"]
    assert set(step["with"]) <= set(inputs)
    assert {name for name, given in inputs.items() if given.get("required")} <= set(step["with"])


def test_the_readmes_step_is_that_of_the_docs() -> None:
    [text] = re.findall(r"^```yaml\n(.*?)^```$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert loaded(text) == [loaded(snippets("yaml")[0])["jobs"]["check"]["steps"][-1]]


def test_no_input_of_the_action_is_text_of_its_script() -> None:
    for step in loaded(ACTION.read_text(encoding="utf-8"))["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


@BASH
@pytest.mark.parametrize(
    ("files", "arguments", "code", "begins"),
    [
        ("faulty.json", "", 1, "::error file=faulty.json"),
        ("w*.json", "", 0, "::warning file=warned.json"),
        ("w*.json clean.json", "--fail-on warning --lang th", 1, "::warning file=warned.json"),
        ("clean.json", "", 0, ""),
        ("missing.pdf", "", 2, ""),
        ("'; touch injected; '", "", 2, ""),
    ],
)
def test_the_actions_script(files: str, arguments: str, code: int, begins: str, folder: Path, tmp_path: Path) -> None:
    script = loaded(ACTION.read_text(encoding="utf-8"))["runs"]["steps"][-1]["run"]
    sarif = tmp_path / "out.sarif"
    ran = bash(script, folder, FILES=files, ARGUMENTS=arguments, FORMAT="github", SARIF_FILE=str(sarif))
    assert ran.code == code
    assert ran.out.startswith(begins)
    assert sarif.exists() == (code != 2)
    assert not (folder / "injected").exists()


@BASH
def test_the_script_of_gitlab(folder: Path, tmp_path: Path) -> None:
    job = loaded(snippets("yaml")[1])["plans"]
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "a.pdf").write_bytes((ROOT / "samples" / "faulty.pdf").read_bytes())
    ran = bash("\n".join(job["script"]), tmp_path)
    report = tmp_path / job["artifacts"]["reports"]["codequality"]
    assert (ran.code, ran.out) == (1, "")
    assert {issue["location"]["path"] for issue in json.loads(report.read_text(encoding="utf-8"))} == {"plans/a.pdf"}


@BASH
def test_the_hook(folder: Path) -> None:
    [hook] = loaded(HOOKS.read_text(encoding="utf-8"))
    assert set(hook) <= HOOK_KEYS
    assert {"id", "name", "entry", "language"} <= set(hook)
    assert loaded(snippets("yaml")[2])["repos"][0]["hooks"] == [{"id": hook["id"]}]
    ran = bash(f"{hook['entry']} {' '.join(hook['args'])} clean.json faulty.json", folder)
    assert (ran.code, ran.err) == (1, "")
    assert len(ran.out.splitlines()) == 3


def test_the_settings_of_the_docs_can_be_read(tmp_path: Path) -> None:
    [text] = snippets("toml")
    (tmp_path / "planparse.toml").write_text(text, encoding="utf-8")
    assert set(config.read(tmp_path / "planparse.toml").values) == set(tomllib.loads(text))


@BASH
def test_the_commands_of_the_docs_run(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "a.pdf").write_bytes((ROOT / "samples" / "faulty.pdf").read_bytes())
    commands = re.findall(r"^    (planparse .*)$", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    assert [bash(command, tmp_path).code for command in commands] == [0, 0, 0]
