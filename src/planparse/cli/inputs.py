"""Reading the inputs of a command: each is done, whatever became of the others."""

from __future__ import annotations

import getpass
import logging
import os
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from planparse.cli.console import Session, is_terminal
from planparse.cli.options import Inputs
from planparse.errors import Exit, InputError, PlanparseError, UsageError

if TYPE_CHECKING:
    from planparse.form import Parts
    from planparse.pipeline import ReadOptions
    from planparse.plan import Plan

STDIN = "-"
T = TypeVar("T")


class Read(NamedTuple):
    """What one input gave: its path as it was typed, and its plans."""

    path: str
    plans: tuple[Plan, ...]


def read_all(inputs: Inputs, session: Session, accept: Callable[[Plan], None] | None = None) -> Iterator[Read]:
    """Yield what each readable input holds; say the others' errors and remember their exit code.

    ``accept`` raises ``InputError`` for a plan that the command cannot use.
    """
    for path, plans in each_input(inputs, session, _load):
        usable = tuple(plan for plan in plans if accepted(plan, path, session, accept))
        if usable:
            yield Read(path, usable)


def each_input(inputs: Inputs, session: Session, read: Callable[[str, ReadOptions], Iterator[T]]) -> Iterator[tuple[str, T]]:
    """Yield each thing that ``read`` gives of each input, with the input's path; an input that fails is said, the others done."""
    from planparse.pipeline import ReadOptions

    silence_libraries()
    options = ReadOptions(pages=inputs.pages, password=password_of(inputs), repair=inputs.repair.value, form=inputs.form)
    for place, path in enumerate(inputs.files, 1):
        counter = f" ({place}/{len(inputs.files)})" if len(inputs.files) > 1 else ""
        things = read(path, options)
        while True:
            try:
                with session.working(f"{path}{counter}"):
                    thing = next(things)
            except StopIteration:
                break
            except UsageError:
                raise
            except Exception as error:  # noqa: BLE001 - the other inputs are still done
                _tell(session, path, error)
                break
            yield path, thing


def _load(path: str, options: ReadOptions) -> Iterator[list[Plan]]:
    yield [part.whole() for part in parts_of(path, options)]


def parts_of(path: str, options: ReadOptions) -> list[Parts]:
    """Return the plans in an input, in parts; raise ``InputError`` if it cannot be read or has none."""
    from planparse.pipeline import parts

    found = parts(input_bytes(path), source_name(path), options)
    if not found:
        raise InputError(path, "no plan in it")
    return found


def source_name(path: str) -> str:
    """Return the name that a plan keeps of its file: no directories, which say more of a machine than of the plan."""
    name = path if path == STDIN else Path(path).name
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def input_bytes(path: str) -> bytes:
    """Return what a file or standard input holds; raise ``InputError`` if it cannot be read."""
    if path == STDIN:
        if sys.stdin is None:
            raise InputError(path, "standard input is closed")
        return sys.stdin.buffer.read()
    from planparse.pipeline import read_bytes

    return read_bytes(Path(path))


def password_of(inputs: Inputs) -> str | None:
    """Return the password of encrypted PDFs, from standard input where asked for, else from the environment."""
    if not inputs.password_stdin:
        return os.environ.get("PLANPARSE_PASSWORD") or None
    if is_terminal(sys.stdin):
        return getpass.getpass("Password: ", stream=sys.stderr)
    if sys.stdin is None:
        raise PlanparseError("--password-stdin: standard input is closed")
    return sys.stdin.buffer.readline().rstrip(b"\r\n").decode("utf-8", "replace")


def accepted(plan: Plan, path: str, session: Session, accept: Callable[[Plan], None] | None) -> bool:
    """Return whether ``accept`` takes a plan; say why not."""
    try:
        if accept is not None:
            accept(plan)
    except Exception as error:  # noqa: BLE001 - the other plans are still done
        _tell(session, path, error)
        return False
    return True


def _tell(session: Session, path: str, error: Exception) -> None:
    """Say one line about an input that gave nothing."""
    from planparse.cli.edge import bug

    if isinstance(error, InputError):
        session.give_up(path, error.reason, error.exit_code)
    elif isinstance(error, PlanparseError):
        session.give_up(path, str(error), error.exit_code)
    else:
        session.give_up(path, bug(error), Exit.BUG)


def silence_libraries() -> None:
    """Keep the remarks of PDF libraries to themselves: what matters of them is in the faults."""
    logging.getLogger().addHandler(logging.NullHandler())
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
