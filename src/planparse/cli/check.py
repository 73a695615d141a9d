"""``planparse check``: what is wrong with plans."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from planparse.cli import options as o
from planparse.cli.console import Colour, Job, Session
from planparse.errors import Exit

if TYPE_CHECKING:
    from planparse.cli.inputs import Read
    from planparse.plan import Finding, Plan


class Format(StrEnum):
    """The formats of findings: the names in ``planparse.report.findings.FORMATS``, which a test holds."""

    text = "text"
    json = "json"
    github = "github"


class FailOn(StrEnum):
    """The severity from which on ``check`` fails."""

    error = "error"
    warning = "warning"
    info = "info"
    never = "never"


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``check`` was asked for."""

    inputs: o.Inputs
    format: Format
    output: str | None
    fail_on: FailOn
    lang: Literal["th", "en"]


def check(
    files: o.Files,
    format_: Annotated[Format, typer.Option("--format", "-f", help="Form of the findings.")] = Format.text,
    output: o.Output = None,
    fail_on: Annotated[FailOn, typer.Option(help="End with exit code 1 from this severity on.")] = FailOn.error,
    pages: o.Pages = None,
    password_stdin: o.PasswordStdin = False,
    lang: o.Lang = None,
    quiet: o.Quiet = False,
    color: o.Color = Colour.auto,
) -> Job:
    """Check plans and print what is wrong with them. Exit code 1: something is, 2: an input could not be read."""
    settings = Settings(o.inputs(files, pages, password_stdin), format_, output, fail_on, o.language(lang))

    def job(session: Session) -> Exit:
        o.apply(session, color, quiet)
        return run(settings, session)

    return job


def run(settings: Settings, session: Session) -> Exit:
    """Check every readable input, then write all findings at once."""
    from planparse.cli.inputs import read_all
    from planparse.cli.output import opened
    from planparse.report.findings import Report, failing

    with opened(settings.output, session) as write:
        found = [f for read in read_all(settings.inputs, session) for f in _findings(read, settings)]
        report = Report(tuple(found))
        if failing(report, settings.fail_on.value):
            session.worst = max(session.worst, Exit.FOUND)
        write(_text(report, settings, session))
    return session.worst


def _findings(read: Read, settings: Settings) -> list[Finding]:
    from planparse import rules

    return [
        _placed(finding, plan, read.path, settings.format)
        for plan in read.plans
        for finding in rules.check(plan, lang=settings.lang)
    ]


def _placed(finding: Finding, plan: Plan, path: str, format_: Format) -> Finding:
    """Return a finding that people and GitHub find the file of: its path as typed. JSON keeps the plan's own name."""
    if format_ is Format.json or Path(path).name != plan.source.name:
        return finding
    return finding.model_copy(update={"source": path})
