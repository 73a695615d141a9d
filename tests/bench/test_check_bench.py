"""The bench of ``check`` runs; what it measures is for people to judge."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import check
import clock


def test_its_commands_run_on_plans_without_fault(tmp_path: Path) -> None:
    commands = check.commands(check.many_plans(tmp_path, plans=2, projects=3))
    assert next(iter(commands)) == "json.load, model validation"
    assert all(seconds > 0 for seconds in clock.medians(commands, runs=1).values())
