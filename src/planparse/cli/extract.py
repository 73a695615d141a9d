"""``planparse extract``: plans out of files, as a table or as JSON."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from planparse.cli import options as o
from planparse.cli.console import Colour, Job, Session, is_terminal
from planparse.cli.inputs import Read, read_all
from planparse.cli.output import opened
from planparse.errors import Exit

if TYPE_CHECKING:
    from rich.console import Console

    from planparse.plan import Plan


class Format(StrEnum):
    """The formats of a plan."""

    table = "table"
    json = "json"
    jsonl = "jsonl"


FormatOption = Annotated[
    Format | None,
    typer.Option("--format", "-f", help="Form of the result.  [default: table on a terminal, else json]", show_default=False),
]


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``extract`` was asked for."""

    inputs: o.Inputs
    format: Format
    output: str | None
    lang: Literal["th", "en"]


def extract(
    *,
    files: o.Files,
    format_: FormatOption = None,
    output: o.Output = None,
    pages: o.Pages = None,
    form: o.Form = None,
    password_stdin: o.PasswordStdin = False,
    repair: o.Repair = o.RepairLevel.safe,
    no_repair: o.NoRepair = False,
    lang: o.Lang = None,
    quiet: o.Quiet = False,
    color: o.Color = Colour.auto,
) -> Job:
    """Read plans and print them: a table on a terminal, else the plan JSON (one object a line for several plans)."""
    level = o.RepairLevel.none if no_repair else repair
    settings = Settings(o.inputs(files, pages, password_stdin, level, form), _format(format_, output), output, o.language(lang))

    def job(session: Session) -> Exit:
        o.apply(session, color, quiet)
        return run(settings, session)

    return job


def run(settings: Settings, session: Session) -> Exit:
    """Write each plan as soon as it is read; say its unreadable pages."""
    from planparse.pipeline import require_table

    with opened(settings.output, session) as write:
        for read in read_all(settings.inputs, session, require_table):
            _warn(read, session)
            for plan in read.plans:
                single = len(settings.inputs.files) == 1 and len(read.plans) == 1
                write(_text(plan, settings, session, single=single))
    return session.worst


def _format(choice: Format | None, output: str | None) -> Format:
    if choice is not None:
        return choice
    return Format.table if output is None and is_terminal(sys.stdout) else Format.json


def _text(plan: Plan, settings: Settings, session: Session, *, single: bool) -> str:
    if settings.format is Format.table:
        from planparse.report.plan_table import plan_table

        def show(console: Console) -> None:
            console.print(plan_table(plan, width=console.width, lang=settings.lang))

        return session.rendered(show, to_file=settings.output is not None) + ("" if single else "\n")
    from planparse.report.plan_json import plan_json

    return plan_json(plan, indent=2 if single and settings.format is Format.json else None)


def _warn(read: Read, session: Session) -> None:
    """Say each page that could not be read: these faults are named ``page-…``."""
    for plan in read.plans:
        for fault in plan.faults:
            if fault.rule.startswith("page-"):
                session.warn(f"{read.path}: page {fault.where.page}: {fault.message}")
