"""How long a check of many plan JSONs takes: ``python tests/bench/check.py [--plans 300] [--projects 100] [--runs 5]``.

The whole command, side by side with what any program must do that reads the same files: ``json.load`` and the validation of
the models.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import clock

HERE = Path(__file__).parent
LOAD = """
import json, sys
from planparse.plan import Plan
for name in sys.argv[1:]:
    with open(name, encoding="utf-8") as stream:
        Plan.model_validate(json.load(stream))
"""


def commands(plans: Sequence[Path]) -> dict[str, list[str]]:
    """Return what is timed; the ratios are to the first."""
    python, names = sys.executable, [str(plan) for plan in plans]
    return {
        "json.load, model validation": [python, "-c", LOAD, *names],
        "planparse check": [python, "-m", "planparse", "check", "--isolated", *names],
    }


def many_plans(folder: Path, plans: int, projects: int) -> list[Path]:
    """Write plans of so many projects, with a sum and three activities a project; return their paths."""
    sys.path.insert(0, str(HERE.parent))
    from planparse.plan import Where  # loaded where it is used, as below
    from planparse.report.plan_json import plan_json
    from plans import plan, project, total  # its folder is known only now

    def row(number: int) -> object:
        made = project(str(number), f"โครงการก่อสร้างถนน หมู่ที่ {number}", details="- จัดประชุม\n- ก่อสร้าง\n- ตรวจรับ")
        return made.model_copy(update={"where": Where(page=1 + number // 12, line=number + 5)})

    last = total("รวมทั้งสิ้น", 10_000 * projects, projects).model_copy(update={"where": Where(page=projects, line=9_999)})
    text = plan_json(plan(*(row(number) for number in range(1, projects + 1)), totals=[last]))  # type: ignore[arg-type]  # rows
    paths = [folder / f"{number:04}.json" for number in range(plans)]
    for path in paths:
        path.write_text(text, encoding="utf-8")
    return paths


def measure(plans: int, projects: int, runs: int) -> str:
    """Return the table of one measurement; the plans are in a temporary folder and gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        seconds = clock.medians(commands(many_plans(Path(folder), plans, projects)), runs)
    return f"{plans} plans of {projects} projects, median of {runs} runs\n\n{clock.table(seconds)}"


def main() -> None:
    """Read the options and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=300)
    parser.add_argument("--projects", type=int, default=100)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    sys.stdout.write(measure(options.plans, options.projects, options.runs) + "\n")


if __name__ == "__main__":
    main()
