"""``planparse check``: what is wrong with plans."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from planparse.cli import options as o
from planparse.cli.console import Colour, Job, Session
from planparse.cli.inputs import Read, read_all, source_name
from planparse.cli.output import opened
from planparse.errors import Exit

if TYPE_CHECKING:
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
    *,
    files: o.Files,
    format_: Annotated[Format, typer.Option("--format", "-f", help="Form of the findings.")] = Format.text,
    output: o.Output = None,
    fail_on: Annotated[FailOn, typer.Option(help="End with exit code 1 from this severity on.")] = FailOn.error,
    pages: o.Pages = None,
    form: o.Form = None,
    password_stdin: o.PasswordStdin = False,
    lang: o.Lang = None,
    quiet: o.Quiet = False,
    color: o.Color = Colour.auto,
) -> Job:
    """Check plans and print what is wrong with them. Exit code 1: something is, 2: an input could not be read."""
    settings = Settings(o.inputs(files, pages, password_stdin, form=form), format_, output, fail_on, o.language(lang))

    def job(session: Session) -> Exit:
        o.apply(session, color, quiet)
        return run(settings, session)

    return job


def run(settings: Settings, session: Session) -> Exit:
    """Check every readable input, then write all findings at once; nothing where no input was readable."""
    from planparse.report.findings import FORMATS, Report, failing

    with opened(settings.output, session) as write:
        checked = [(read, plan) for read in read_all(settings.inputs, session) for plan in read.plans]
        findings = [finding for read, plan in checked for finding in _findings(read, plan, settings)]
        report = Report(findings, [_source(read, plan, settings) for read, plan in checked], settings.lang)
        if failing(report, settings.fail_on.value):
            session.worst = max(session.worst, Exit.FOUND)
        if checked:
            show = FORMATS[settings.format.value]
            write(session.rendered(lambda console: show(report, console), to_file=settings.output is not None))
    return session.worst


def _findings(read: Read, plan: Plan, settings: Settings) -> list[Finding]:
    from planparse import rules

    source = _source(read, plan, settings)
    return [finding.model_copy(update={"source": source}) for finding in rules.check(plan, lang=settings.lang)]


def _source(read: Read, plan: Plan, settings: Settings) -> str:
    """Return what findings call the file. People and GitHub get its path as typed, JSON the name that the plan has."""
    name = plan.source.name
    return read.path if settings.format is not Format.json and source_name(read.path) == name else name
