"""The commands, and what ``planparse`` does without any."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated

import typer

import planparse
from planparse.cli.console import Job, Session
from planparse.errors import Exit

COMMANDS = ("extract", "check", "summary", "text", "normalize", "inspect", "rule", "config", "forms", "schema")


def build(first: str | None = None) -> typer.Typer:
    """Return the application. Its commands do no work: each returns a job, which the edge runs.

    Where the ``first`` argument names a command, the others are not loaded.
    """
    app = typer.Typer(
        name="planparse",
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True)(planparse_)
    for name in [first] if first in COMMANDS else COMMANDS:
        app.command(name=name)(getattr(import_module(f"planparse.cli.{name}"), name))
    return app


def _version(asked: bool) -> None:
    """Print the version while the arguments are parsed: Typer's later steps load pydantic, which takes as long again."""
    if asked:
        Session().write(f"planparse {planparse.__version__}\n")
        raise typer.Exit


Version = Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")]


def planparse_(context: typer.Context, version: Version = False) -> Job | None:
    """Read action plans of Thai local government out of PDFs and OCR text, and check them."""
    if context.invoked_subcommand is None:
        usage = context.get_help()
        return lambda session: _usage(session, usage)
    return None


def _usage(session: Session, usage: str) -> Exit:
    """Show the help where an error stands: without a command there is no result."""
    session.tell(usage)
    return Exit.UNREADABLE
