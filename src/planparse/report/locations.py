"""Paths as the services want them that show findings beside a repository's files."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote


def relative(source: str) -> str:
    """Return a source's path from the working folder, with slashes, where it is below it; standard input is ``stdin``."""
    if source == "-":
        return "stdin"
    path = Path(source)
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    return path.as_posix()


def uri(source: str) -> str:
    """Return a source's path as a relative URI, or as a file's where it is not below the working folder.

    >>> uri("plans/แผน 1.pdf")
    'plans/%E0%B9%81%E0%B8%9C%E0%B8%99%201.pdf'
    """
    path = relative(source)
    return Path(path).as_uri() if Path(path).is_absolute() else quote(path.encode("utf-8", "surrogateescape"))
