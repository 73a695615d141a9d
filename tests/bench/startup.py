"""How long the command takes to start: ``python tests/bench/startup.py [--runs 15]``.

Side by side with the libraries that any command of its kind imports, and with Python alone.
"""

from __future__ import annotations

import argparse
import sys

import clock


def commands() -> dict[str, list[str]]:
    """Return what is timed; the ratios are to the first."""
    python = sys.executable
    return {
        "planparse --version": [python, "-m", "planparse", "--version"],
        "import typer, rich, pydantic": [python, "-c", "import typer, rich, pydantic"],
        "python alone": [python, "-c", "pass"],
    }


def main() -> None:
    """Read the option and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    sys.stdout.write(clock.table(clock.medians(commands(), parser.parse_args().runs)) + "\n")


if __name__ == "__main__":
    main()
