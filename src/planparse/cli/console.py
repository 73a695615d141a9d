"""The streams: results to stdout and nothing else there, words to a person on stderr, colour, progress."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext, redirect_stdout
from dataclasses import dataclass, field
from enum import StrEnum
from io import StringIO, TextIOWrapper
from types import FrameType
from typing import TYPE_CHECKING, TextIO

from planparse.errors import Exit, PlanparseError

if TYPE_CHECKING:
    from rich.console import Console


class Colour(StrEnum):
    """When to colour."""

    auto = "auto"
    always = "always"
    never = "never"


@dataclass(slots=True)
class Session:
    """One run of the command line: where its words go, the worst that has happened so far, the inputs that gave nothing and why."""

    colour: Colour = Colour.auto
    quiet: bool = False
    worst: Exit = Exit.DONE
    unread: list[tuple[str, str]] = field(default_factory=list)

    def write(self, text: str) -> None:
        """Write a piece of the result to stdout, whole: Ctrl-C takes effect after it."""
        with _stdout() as stream:
            stream.write(text)

    def write_bytes(self, data: bytes) -> None:
        """Write a result that is no text to stdout, whole."""
        with _stdout() as stream:
            stream.buffer.write(data)

    def tell(self, text: str) -> None:
        """Say something on stderr, as it is."""
        if sys.stderr is not None:
            sys.stderr.write(f"{text}\n")
            sys.stderr.flush()

    def error(self, message: str, code: Exit = Exit.UNREADABLE) -> None:
        """Say on one line what went wrong, and remember the exit code that it means."""
        self.worst = max(self.worst, code)
        self._line("error", "\x1b[1;31m", message)

    def give_up(self, path: str, reason: str, code: Exit) -> None:
        """Say that an input gave nothing, and remember it."""
        self.unread.append((path, reason))
        self.error(f"{path}: {reason}", code)

    def warn(self, message: str) -> None:
        """Say on one line what to know about a result, unless asked to be quiet."""
        if not self.quiet:
            self._line("warning", "\x1b[33m", message)

    def rendered(self, show: Callable[[Console], None], *, to_file: bool = False) -> str:
        """Return what ``show`` prints for the terminal's width, with colours where stdout (never a file) takes them."""
        stream = None if to_file else sys.stdout
        text = StringIO()
        show(_console(text, colour=coloured(self.colour, stream, os.environ)))
        return text.getvalue()

    def working(self, words: str) -> AbstractContextManager[object]:
        """Return a context that shows on a terminal what is being done, and keeps stdout clean of what libraries print."""
        if self.quiet or not is_terminal(sys.stderr):
            return redirect_stdout(sys.stderr) if sys.stderr is not None else nullcontext()
        from planparse.report.literal import literal

        console = _console(sys.stderr, colour=coloured(self.colour, sys.stderr, os.environ), terminal=True)
        return console.status(literal(words))

    def _line(self, word: str, style: str, message: str) -> None:
        if sys.stderr is None:
            return
        from planparse.report.literal import printable

        shown = f"{style}{word}:\x1b[0m" if coloured(self.colour, sys.stderr, os.environ) else f"{word}:"
        self.tell(f"{shown} {printable(message)}")


Job = Callable[[Session], Exit]


def coloured(choice: Colour, stream: TextIO | None, environ: Mapping[str, str]) -> bool:
    """Tell whether to colour: ``--color`` comes first, then ``FORCE_COLOR``, ``NO_COLOR``, and whether it is a terminal."""
    if choice is not Colour.auto:
        return choice is Colour.always
    if environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return not environ.get("NO_COLOR") and environ.get("TERM") != "dumb" and is_terminal(stream)


def is_terminal(stream: TextIO | None) -> bool:
    """Tell whether a person reads the stream."""
    return stream is not None and not stream.closed and stream.isatty()


def use_utf8() -> None:
    """Make stdout and stderr UTF-8 whatever the locale or the Windows code page; no text is an error there."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def abandon_streams() -> None:
    """Point streams that nobody reads to nowhere, so that Python says nothing of them when it ends."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)


@contextmanager
def _stdout() -> Iterator[TextIO]:
    """Give stdout to write a piece to; raise :class:`PlanparseError` where it cannot be written, unless nobody reads it."""
    if sys.stdout is None:  # started with stdout closed
        raise PlanparseError("standard output: closed")
    try:
        with interrupts_held():
            yield sys.stdout
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise PlanparseError(f"standard output: cannot be written: {(error.strerror or str(error)).lower()}") from None


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Put off Ctrl-C until the end of the block; a second one takes effect at once."""
    held: list[int] = []

    def hold(number: int, frame: FrameType | None) -> None:
        if held:
            raise KeyboardInterrupt
        held.append(number)

    try:
        former = signal.signal(signal.SIGINT, hold)
    except ValueError:  # not the main thread: no signal arrives here
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, former)
    if held:
        raise KeyboardInterrupt


def _console(stream: TextIO, *, colour: bool, terminal: bool = False) -> Console:
    from rich.console import Console

    return Console(
        file=stream,
        force_terminal=terminal or colour,
        no_color=not colour,
        color_system="standard" if colour else None,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )
