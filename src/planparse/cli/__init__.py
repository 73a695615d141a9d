"""The command line: a file a command, and one edge where every error becomes an exit code."""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence

YOUNG = 500_000  # objects between two looks for circles: a page makes thousands, leaves none, and looking takes time


def main(args: Sequence[str] | None = None) -> int:
    """Run the command line (``sys.argv`` where ``args`` is ``None``) and return the exit code; raise nothing."""
    gc.set_threshold(YOUNG)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # there are none: else all that is installed is searched for some
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # no matrices here: else numpy starts a thread a core, and all of them spin
    # Loading Typer takes a tenth of a second, and Ctrl-C in it is no fault of planparse.
    try:
        from planparse.cli.edge import run

        return run(args)
    except KeyboardInterrupt:
        from planparse.errors import Exit

        return Exit.INTERRUPTED
    finally:
        if args is None:
            gc.freeze()  # the process ends: nobody needs to look for circles in what it leaves
