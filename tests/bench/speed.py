"""How long a long plan takes: ``python tests/bench/speed.py [--pages 60] [--runs 5]``.

The whole command, side by side with pdfplumber's tables alone and with the least that any reader
through pdfium must do.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import clock

HERE = Path(__file__).parent


def commands(plan: Path) -> dict[str, list[str]]:
    """Return what is timed; the ratios are to the first."""
    python, loops = sys.executable, str(HERE / "loops.py")
    return {
        "planparse extract --format json": [python, "-m", "planparse", "extract", str(plan), "--format", "json"],
        "pdfplumber extract_tables()": [python, loops, "pdfplumber", str(plan)],
        "pdfium, bare codes and boxes": [python, loops, "pdfium", str(plan)],
    }


def long_plan(path: Path, pages: int) -> int:
    """Make a ruled plan of ``pages`` pages out of the samples' projects; return its number of rows."""
    sys.path.insert(0, str(HERE.parents[1] / "samples"))
    from make import ruled_plan  # its folder is known only now

    return int(ruled_plan(path, pages))


def measure(pages: int, runs: int) -> str:
    """Return the table of one measurement; the plan is made in a temporary folder and gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        plan = Path(folder) / "plan.pdf"
        rows = long_plan(plan, pages)
        seconds = clock.medians(commands(plan), runs)
    return f"{pages} pages, {rows} projects, median of {runs} runs\n\n{clock.table(seconds, pages)}"


def main() -> None:
    """Read the options and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=60)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    sys.stdout.write(measure(options.pages, options.runs) + "\n")


if __name__ == "__main__":
    main()
