"""The arguments and options that several commands have."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

import typer

from planparse.cli.console import Colour, Session


class Language(StrEnum):
    """The languages of the reports."""

    th = "th"
    en = "en"


class RepairLevel(StrEnum):
    """How far text is repaired."""

    none = "none"
    safe = "safe"
    bold = "bold"


class Inputs(NamedTuple):
    """What to read, and how."""

    files: tuple[str, ...]
    pages: str | None
    password_stdin: bool
    repair: RepairLevel = RepairLevel.safe
    form: str | None = None


Files = Annotated[
    list[str],
    typer.Argument(metavar="FILE...", help="PDFs, tab-delimited text or plan JSON; - is standard input.", show_default=False),
]
Pages = Annotated[
    str | None,
    typer.Option("--pages", "--page", metavar="RANGE", help="Read these pages only: 3-7 or 1,4.", show_default=False),
]
Form = Annotated[
    str | None,
    typer.Option(metavar="NAME|FILE.toml", help="Read the tables as this form, not as their header says.", show_default=False),
]
PasswordStdin = Annotated[
    bool,
    typer.Option(
        "--password-stdin", help="Read the password of encrypted PDFs from standard input. Else PLANPARSE_PASSWORD has it."
    ),
]
Output = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to this file, whole or not at all.", show_default=False),
]
Lang = Annotated[
    Language | None, typer.Option(help="Language of tables, reports and messages.  [default: the locale's]", show_default=False)
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no warnings, errors only.")]
Color = Annotated[Colour, typer.Option(help="When to colour; FORCE_COLOR and NO_COLOR are kept.")]


Repair = Annotated[
    RepairLevel,
    typer.Option(
        "--repair", help="Repair OCR'd text in cells: none, what is sure (safe), close calls too (bold).", show_default=True
    ),
]
NoRepair = Annotated[bool, typer.Option("--no-repair", help="The same as --repair none.")]


def inputs(
    files: Sequence[str],
    pages: str | None,
    password_stdin: bool,
    repair: RepairLevel = RepairLevel.safe,
    form: str | None = None,
    output: str | None = None,
) -> Inputs:
    """Return what to read; standard input is one file or the password, and once, and no file is both read and written."""
    if "" in files:
        raise typer.BadParameter("an empty name", param_hint="FILE")
    if files.count("-") + password_stdin > 1:
        raise typer.BadParameter("standard input can be read once only", param_hint="FILE")
    if output and any(_is_same(file, output) for file in files):
        raise typer.BadParameter(f"{output} is what is read; it would be lost", param_hint="'--output' / '-o'")
    return Inputs(tuple(files), pages, password_stdin, repair, form)


def _is_same(file: str, output: str) -> bool:
    """Tell whether two names are of one file; a device is never lost."""
    try:
        return Path(file).is_file() and Path(file).samefile(output)
    except OSError:
        return False


def apply(session: Session, colour: Colour, quiet: bool) -> None:
    """Let the session know how to speak."""
    session.colour, session.quiet = colour, quiet


def language(choice: Language | None, environ: Mapping[str, str] = os.environ) -> Literal["th", "en"]:
    """Return the language asked for, else Thai where the locale says so, else English."""
    if choice is not None:
        return choice.value
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((environ[name] for name in names if environ.get(name)), "")
    return "th" if locale.lower().startswith("th") else "en"
