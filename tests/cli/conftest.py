"""The command as a user runs it: a process, with files to read."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from command import Ran, Run, clean, environment, faulty
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from planparse.report.plan_json import plan_json
from plans import plan, project


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with an input of every kind."""
    place = tmp_path_factory.mktemp("inputs")
    texts = {
        "clean.json": plan_json(clean(), indent=2),
        "warned.json": plan_json(plan(project("1", unit=""), name="warned.pdf")),
        "faulty.json": plan_json(faulty()),
        "two.jsonl": plan_json(clean()) + plan_json(clean("other.pdf")),
        "notes.txt": "no plan here\n",
        "other.json": '{"a": 1}',
        "empty.txt": "",
        "cut.pdf": "%PDF-1.7\n1 0 obj\n<<",
    }
    for name, text in texts.items():
        (place / name).write_text(text, encoding="utf-8")
    locked = Canvas(str(place / "locked.pdf"), encrypt=StandardEncryption("secret", ownerPassword="owner"))
    locked.drawString(100, 700, "x")
    locked.save()
    return place


@pytest.fixture(scope="session")
def run(folder: Path) -> Run:
    """Return a function that runs planparse in the folder; the same run is not repeated."""

    @cache
    def kept(args: tuple[str, ...], stdin: bytes, env: tuple[tuple[str, str], ...]) -> Ran:
        command = [sys.executable, "-m", "planparse", *args]
        done = subprocess.run(
            command, input=stdin, capture_output=True, cwd=folder, env=environment(**dict(env)), check=False, timeout=60
        )
        return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    def run(*args: str, stdin: bytes = b"", env: Mapping[str, str] | None = None) -> Ran:
        return kept(args, stdin, tuple(sorted((env or {}).items())))

    return run
