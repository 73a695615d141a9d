"""How fast text is read: ``python tests/bench/engine.py [--pages 60] [--runs 7]``.

In one process, in turns: the least that a reader through pdfium must do (load the pages, read each glyph's code and box), and
planparse's engine (pages read, clusters, lines). Then as processes of their own: ``planparse text``, and a loop over
pdfplumber's ``extract_text()``.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import clock
import loops
import speed

HERE = Path(__file__).parent


def engine_lines(path: str) -> int:
    """Read the lines of all pages; return how many there are."""
    from planparse.glyphs import clusters, lines  # not in the other loop's time
    from planparse.readers.pdf import Document  # as above

    with Document(Path(path).read_bytes(), path) as document:
        return sum(len(lines(clusters(document.page(number).glyphs))) for number in document.numbers())


LOOPS: Mapping[str, Callable[[str], int]] = {
    "pdfium, bare codes and boxes": loops.pdfium_glyphs,
    "planparse's engine": engine_lines,
}


def in_turns(path: str, runs: int) -> dict[str, float]:
    """Return each loop's median seconds over ``runs`` alternating runs, after one that warms the caches."""
    times: dict[str, list[float]] = {name: [] for name in LOOPS}
    for turn in range(runs + 1):
        for name, loop in LOOPS.items():
            start = time.perf_counter()
            loop(path)
            if turn:
                times[name].append(time.perf_counter() - start)
    return {name: statistics.median(values) for name, values in times.items()}


def commands(plan: Path) -> dict[str, list[str]]:
    """Return the processes that are timed; the ratios are to the first."""
    return {
        "planparse text": [sys.executable, "-m", "planparse", "text", str(plan)],
        "pdfplumber extract_text()": [sys.executable, str(HERE / "loops.py"), "pdfplumber-text", str(plan)],
    }


def measure(pages: int, runs: int) -> str:
    """Return both tables of one measurement; the plan is made in a temporary folder and gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        plan = Path(folder) / "plan.pdf"
        rows = speed.long_plan(plan, pages)
        engine = clock.table(in_turns(str(plan), runs), pages)
        whole = clock.table(clock.medians(commands(plan), max(runs // 2, 1)), pages)
    return f"{pages} pages, {rows} projects, medians\n\n{engine}\n\n{whole}"


def main() -> None:
    """Read the options and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=60)
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    sys.stdout.write(measure(options.pages, options.runs) + "\n")


if __name__ == "__main__":
    main()
