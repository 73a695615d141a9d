"""The edge of the program: the only place where errors become lines on stderr and exit codes."""

from __future__ import annotations

import os
import re
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import typer

import planparse
from planparse.cli.app import build
from planparse.cli.console import Job, Session, abandon_streams, use_utf8
from planparse.errors import Exit, PlanparseError

# The base of all that Typer says against a command line. Typer carries its own click (older ones use the real one), so
# the class is looked up from a public one instead of imported.
_COMPLAINT: type[Exception] = next(base for base in typer.BadParameter.__mro__ if base.__name__ == "ClickException")
_NO_COMMAND = re.compile(r"No such command '(.+?)'")
_PACKAGE = Path(planparse.__file__).parent


def run(args: Sequence[str] | None) -> int:
    """Parse the arguments, do the work, and return the exit code."""
    use_utf8()
    session = Session()
    try:
        return int(_run(args, session))
    except BrokenPipeError:
        return int(session.worst)
    except KeyboardInterrupt:
        return int(Exit.INTERRUPTED)
    finally:
        abandon_streams()


def _run(args: Sequence[str] | None, session: Session) -> Exit:
    try:
        return max(_parsed(args)(session), session.worst)
    except (KeyboardInterrupt, BrokenPipeError):
        raise
    except PlanparseError as error:
        session.error(str(error), error.exit_code)
    except _COMPLAINT as error:
        session.error(_complaint(error))
    except Exception as error:  # noqa: BLE001 - the edge: whatever is left is a fault of planparse
        session.error(bug(error), Exit.BUG)
    return session.worst


def _parsed(args: Sequence[str] | None) -> Job:
    """Return the job that the arguments ask for. Typer only parses: in its care an error would become exit code 1."""
    given = sys.argv[1:] if args is None else list(args)
    command = typer.main.get_command(build(given[0] if given else None))
    try:
        result: Any = command.main(args=given, prog_name="planparse", standalone_mode=False)
    except SystemExit:  # Typer ends like this where it cannot write its help
        raise BrokenPipeError from None
    except BrokenPipeError:
        raise
    except OSError as error:  # it is Typer that writes its help
        raise PlanparseError(f"standard output: cannot be written: {(error.strerror or str(error)).lower()}") from None
    if callable(result):
        return cast("Job", result)
    code = Exit(result or 0)  # what is no job is an exit code: 0 after --help, 130 after Ctrl-C
    return lambda _: code


def _complaint(error: Exception) -> str:
    """Return Typer's complaint with the command whose help has the answer."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "planparse"
    message = " ".join(str(getattr(error, "format_message", error.__str__)()).split()).removesuffix(".")
    if (word := _NO_COMMAND.match(message)) and Path(word[1]).is_file():
        return f"{word[1]} is a file, not a command: planparse extract {word[1]} reads it (see planparse --help)"
    message = message.replace(": Value error, ", ": ")  # the name of a class of Python's, which says nothing to a user
    return f"{message} (see {command} --help)"


def bug(error: Exception) -> str:
    """Return what says that planparse is at fault, and what to report; print the traceback only where ``PLANPARSE_DEBUG`` asks."""
    if os.environ.get("PLANPARSE_DEBUG"):
        traceback.print_exception(error, file=sys.stderr)
    told = f"{type(error).__name__} at {_place(error)}, planparse {planparse.__version__}"
    return f"a fault of planparse itself; please report: {told}"


def _place(error: Exception) -> str:
    """Return the innermost line of planparse that the error passed: ``planparse/form/rows.py:12``."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if _PACKAGE in Path(frame.filename).parents]
    if not frames:
        return "an unknown place"
    path = Path(frames[-1].filename).relative_to(_PACKAGE.parent)
    return f"{path.as_posix()}:{frames[-1].lineno}"
