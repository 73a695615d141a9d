"""What is loaded when: the version and the package alone are cheap."""

from __future__ import annotations

import subprocess
import sys

import pytest

import planparse
from planparse.cli.check import FailOn, Format
from planparse.plan import Plan

HEAVY = (
    "pdfplumber",
    "pdfminer",
    "pypdfium2",
    "pythainlp",
    "pydantic_core",
    "rich.console",
    "planparse.pipeline",
    "planparse.plan",
)
PROBE = "import sys\n{}\nprint(' '.join(name for name in {!r} if name in sys.modules))"


def loaded(code: str, names: tuple[str, ...] = HEAVY) -> list[str]:
    """Return which of the modules the code has loaded."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE.format(code, names)], capture_output=True, text=True, encoding="utf-8", check=True
    )
    return done.stdout.splitlines()[-1].split()


@pytest.mark.parametrize(
    "code",
    ["import planparse", "from planparse.cli import main", "from planparse.cli import main; main(['--version'])"],
)
def test_nothing_heavy_is_loaded(code: str) -> None:
    assert loaded(code) == []


def test_help_and_schema_load_no_reader() -> None:
    readers = ("pdfplumber", "pypdfium2", "pythainlp", "planparse.pipeline")
    assert loaded("from planparse.cli import main; main(['extract', '--help']); main(['schema'])", readers) == []


def test_models_come_with_the_package() -> None:
    assert planparse.Plan is Plan
    assert {"Plan", "Finding", "read", "check"} <= set(dir(planparse))
    with pytest.raises(AttributeError, match="Nothing"):
        _ = planparse.Nothing


def test_choices_are_those_of_the_reports() -> None:
    from typing import get_args

    from planparse.report import findings

    assert [choice.value for choice in Format] == list(findings.FORMATS)
    assert {choice.value for choice in FailOn} == set(get_args(findings.FailOn))
