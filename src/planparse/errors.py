"""What can go wrong, each error with the exit code that it ends the program with."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """The exit codes of every command."""

    DONE = 0
    FOUND = 1
    UNREADABLE = 2
    BUG = 3
    INTERRUPTED = 130


class PlanparseError(Exception):
    """One clear line for the user: what is wrong, and the way out."""

    exit_code = Exit.UNREADABLE


class InputError(PlanparseError):
    """An input that cannot be read; ``source`` names it and ``reason`` says why."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class UsageError(PlanparseError):
    """The command line or a setting is wrong."""


class EncryptedError(InputError):
    """A PDF that opens with a password only, and none or a wrong one was given."""


class NoTableError(InputError):
    """A readable input without any plan table."""


class NoTextError(InputError):
    """A PDF of pictures only: a scan, which has no text to read."""
