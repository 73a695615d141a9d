"""The benches run; what they measure is for people to judge, so no time is asserted here."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

pytest.importorskip("reportlab", reason="the samples' generator needs it")
sys.path.insert(0, str(Path(__file__).parent))

import clock
import loops
import speed
import startup

PAGES = 2


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """A plan of two pages, and its number of projects."""
    path = tmp_path_factory.mktemp("bench") / "plan.pdf"
    return path, speed.long_plan(path, PAGES)


def test_pdfplumber_sees_every_project(plan: tuple[Path, int]) -> None:
    path, projects = plan
    assert loops.pdfplumber_tables(str(path)) >= projects


def test_pdfium_reads_full_pages(plan: tuple[Path, int]) -> None:
    assert loops.pdfium_glyphs(str(plan[0])) > PAGES * 500


def test_the_loops_run_as_processes(plan: tuple[Path, int]) -> None:
    others = {name: command for name, command in speed.commands(plan[0]).items() if "loops.py" in command[1]}
    seconds = clock.medians(others, runs=1)
    assert len(seconds) == 2
    assert all(value > 0 for value in seconds.values())


def test_startup_names_what_it_times() -> None:
    assert next(iter(startup.commands())) == "planparse --version"


def test_the_table_gives_ratios_to_the_first() -> None:
    lines = clock.table({"mine": 0.5, "other": 2.0}, pages=10).splitlines()
    assert [line.split()[-3:] for line in lines[1:]] == [["0.500", "1.00", "50.00"], ["2.000", "4.00", "200.00"]]
