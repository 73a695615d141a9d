"""Where a result goes: to stdout piece by piece, or into a file that is replaced whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from planparse.cli.console import Session
from planparse.errors import PlanparseError

STDOUT = ("-", "/dev/stdout")  # by its path it would be the file behind it, which may have more in it
WORTH_WRITING = 1 << 16  # characters
Write = Callable[[str], object]


@contextmanager
def opened(output: str | None, session: Session) -> Iterator[Write]:
    """Give a function that writes a piece of the result to ``output``, or to stdout where it is ``None`` or names it.

    A file that exists keeps its mode, and keeps its content where nothing was written or anything was raised.
    """
    if output is None or output in STDOUT:
        yield session.write
        return
    with _file(output) as stream:
        # As on stdout, a name of a file that is no text stands for itself.
        yield lambda text: stream.write(text.encode("utf-8", "backslashreplace"))


def gathered(pieces: Iterable[str]) -> Iterator[str]:
    """Yield the pieces, so many of them in one that a write is worth its while."""
    waiting: list[str] = []
    size = 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size >= WORTH_WRITING:
            yield "".join(waiting)
            waiting, size = [], 0
    yield "".join(waiting)


def save(data: bytes, output: str, session: Session) -> None:
    """Write what is no text, as :func:`opened` does."""
    if output in STDOUT:
        session.write_bytes(data)
        return
    with _file(output) as stream:
        stream.write(data)


@contextmanager
def _file(output: str) -> Iterator[BinaryIO]:
    """Give the file, or what takes its place at the end; raise :class:`PlanparseError` where it cannot be written."""
    if not output:
        raise PlanparseError("--output: names no file")
    try:
        target = Path(os.path.realpath(output))
        if target.exists() and not target.is_file():  # a device or a pipe is written to, never replaced
            with target.open("wb") as stream:
                yield stream
        else:
            with _replacing(target) as stream:
                yield stream
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise PlanparseError(f"{output}: cannot be written: {(error.strerror or str(error)).lower()}") from None


@contextmanager
def _replacing(target: Path) -> Iterator[BinaryIO]:
    """Give a file beside the target that takes its place at the end, if there is anything in it."""
    import tempfile  # slow to load, and rarely needed

    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    part = Path(name)
    try:
        with open(handle, "wb") as stream:  # noqa: PTH123 - a handle, not a path
            yield stream
            written = stream.tell() > 0
            stream.flush()
            os.fsync(stream.fileno())
        if written:
            part.chmod(_mode(target))
            part.replace(target)
    finally:
        with suppress(FileNotFoundError):
            part.unlink()


def _mode(target: Path) -> int:
    """Return the mode of the file that is replaced, or the one that a new file gets."""
    with suppress(FileNotFoundError):
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)  # the only way to ask for it is to set it
    os.umask(mask)
    return 0o666 & ~mask
