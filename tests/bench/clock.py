"""Times commands side by side: one run of each in turn, so that a slow minute of the machine slows all alike."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence


def run_time(command: Sequence[str]) -> float:
    """Run a command and return its seconds; raises ``CalledProcessError`` if it fails."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=_environment())
    return time.perf_counter() - start


def _environment() -> dict[str, str]:
    """Return the environment of a command as it is used: what is installed has its bytecode, whatever a developer's shell says."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def medians(commands: Mapping[str, Sequence[str]], runs: int) -> dict[str, float]:
    """Return each command's median seconds over ``runs`` alternating runs, after one that warms the caches."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            seconds = run_time(command)
            if turn:
                times[name].append(seconds)
    return {name: statistics.median(values) for name, values in times.items()}


def table(seconds: Mapping[str, float], pages: int | None = None) -> str:
    """Return the medians as a small table; the last column says how many times the first command's time each takes.

    >>> print(table({"mine": 0.5, "other": 2.0}))
    command   median s  x first
    mine         0.500     1.00
    other        2.000     4.00
    """
    first = next(iter(seconds.values()))
    wide = max(len(name) for name in ("command", *seconds))
    head = f"{'command':<{wide}}   median s  x first" + ("   ms/page" if pages else "")
    rows = [f"{name:<{wide}} {s:>10.3f} {s / first:>8.2f}" for name, s in seconds.items()]
    if pages:
        rows = [f"{row} {s * 1000 / pages:>9.2f}" for row, s in zip(rows, seconds.values(), strict=True)]
    return "\n".join([head, *rows])
