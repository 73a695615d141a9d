"""``planparse summary``: a plan at a glance."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

import typer

from planparse.cli import options as o
from planparse.cli.console import Colour, Job, Session
from planparse.cli.inputs import read_all
from planparse.cli.output import opened
from planparse.errors import Exit

if TYPE_CHECKING:
    from rich.console import Console

    from planparse.plan import Plan


class Format(StrEnum):
    """The formats of a summary."""

    text = "text"
    json = "json"


class Settings(NamedTuple):
    """What ``summary`` was asked for."""

    inputs: o.Inputs
    format: Format
    output: str | None
    lang: Literal["th", "en"]


def summary(
    *,
    files: o.Files,
    format_: Annotated[Format, typer.Option("--format", "-f", help="Form of the result.")] = Format.text,
    output: o.Output = None,
    pages: o.Pages = None,
    form: o.Form = None,
    password_stdin: o.PasswordStdin = False,
    lang: o.Lang = None,
    quiet: o.Quiet = False,
    color: o.Color = Colour.auto,
) -> Job:
    """Show projects and baht by strategy, unit and month, and the timeline of the whole plan."""
    settings = Settings(o.inputs(files, pages, password_stdin, form=form, output=output), format_, output, o.language(lang))

    def job(session: Session) -> Exit:
        o.apply(session, color, quiet)
        return run(settings, session)

    return job


def run(settings: Settings, session: Session) -> Exit:
    """Write the summary of each plan as soon as it is read."""
    from planparse.pipeline import require_table

    with opened(settings.output, session) as write:
        for read in read_all(settings.inputs, session, require_table):
            for plan in read.plans:
                single = len(settings.inputs.files) == 1 and len(read.plans) == 1
                write(_text(plan, settings, session, single=single))
    return session.worst


def _text(plan: Plan, settings: Settings, session: Session, *, single: bool) -> str:
    from planparse.report.summary import summary_json, summary_view

    if settings.format is Format.json:
        return summary_json(plan, indent=2 if single else None)

    def show(console: Console) -> None:
        console.print(summary_view(plan, width=console.width, lang=settings.lang))

    return session.rendered(show, to_file=settings.output is not None) + ("" if single else "\n")
