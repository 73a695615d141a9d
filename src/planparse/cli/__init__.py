"""The command line: a file a command, and one edge where every error becomes an exit code."""

from __future__ import annotations

import gc
from collections.abc import Sequence

YOUNG = 50_000  # objects between two looks for circles: a page makes thousands and leaves none, and looking took a 15th of the time


def main(args: Sequence[str] | None = None) -> int:
    """Run the command line (``sys.argv`` where ``args`` is ``None``) and return the exit code; raise nothing."""
    gc.set_threshold(YOUNG)
    # Loading Typer takes a tenth of a second, and Ctrl-C in it is no fault of planparse.
    try:
        from planparse.cli.edge import run

        return run(args)
    except KeyboardInterrupt:
        from planparse.errors import Exit

        return Exit.INTERRUPTED
