"""Paths as the services want them that show findings beside a repository's files."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

from planparse.plan import Finding
from planparse.rules.identity import fingerprints


def prints(findings: Iterable[Finding]) -> list[str]:
    """Return the findings' fingerprints, which do not hang on how a path was typed: ``./a.pdf``, ``/builds/x/a.pdf``."""
    return fingerprints(finding.model_copy(update={"source": relative(finding.source)}) for finding in findings)


def relative(source: str) -> str:
    """Return a source's path from the working folder, with slashes, where it is below it; standard input is ``stdin``.

    >>> relative("./plans/../a.pdf"), relative("-")
    ('a.pdf', 'stdin')
    """
    if source == "-":
        return "stdin"
    path = Path(os.path.normpath(source))
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
