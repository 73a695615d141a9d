"""``planparse extract``: plans out of files, as a table, as JSON or as CSV."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

import typer

from planparse.cli import options as o
from planparse.cli.console import Colour, Job, Session, is_terminal
from planparse.cli.inputs import accepted, each_input, parts_of, read_all
from planparse.cli.output import gathered, opened
from planparse.errors import Exit, UsageError
from planparse.shelf import Shelf

if TYPE_CHECKING:
    from rich.console import Console

    from planparse.form import Parts
    from planparse.pipeline import ReadOptions
    from planparse.plan import Plan


WORKBOOKS = (".xlsx", ".xls", ".xlsm", ".ods")


class Format(StrEnum):
    """The formats of a plan."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format",
        "-f",
        help="Form of the result.  [default: table on a terminal, csv for -o *.csv, jsonl for -o *.jsonl, else json]",
        show_default=False,
    ),
]


class Settings(NamedTuple):
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
    """Read plans and print them: a table on a terminal, else the plan JSON (one object a line for several plans).

    csv is for spreadsheets: a row a project, the months beside each other.
    """
    level = o.RepairLevel.none if no_repair else repair
    settings = Settings(
        o.inputs(files, pages, password_stdin, level, form, output), _format(format_, output), output, o.language(lang)
    )

    def job(session: Session) -> Exit:
        o.apply(session, color, quiet)
        return run(settings, session)

    return job


def run(settings: Settings, session: Session) -> Exit:
    """Write each plan as soon as it is read; say its unreadable pages."""
    show = _tables if settings.format is Format.table else _streamed
    with opened(settings.output, session) as write:
        for piece in show(settings, session):
            write(piece)
    return session.worst


def _format(choice: Format | None, output: str | None) -> Format:
    """Return the format that is asked for, or that a file's name says; raise :class:`UsageError` for a workbook's."""
    if choice is not None:
        return choice
    name = "" if output is None else output.lower()
    if name.endswith(WORKBOOKS):
        raise UsageError(f"{output}: planparse writes no workbooks; a name that ends in .csv gives a table that they open")
    if name.endswith(".csv"):
        return Format.csv
    if name.endswith(".jsonl"):
        return Format.jsonl
    return Format.table if output is None and is_terminal(sys.stdout) else Format.json


def _tables(settings: Settings, session: Session) -> Iterator[str]:
    """Yield each plan as a table."""
    from planparse.pipeline import require_table
    from planparse.report.plan_table import plan_table

    for read in read_all(settings.inputs, session, require_table):
        for plan in read.plans:
            _warn(plan, read.path, session)

            def show(console: Console, plan: Plan = plan) -> None:
                console.print(plan_table(plan, width=console.width, lang=settings.lang))

            single = len(settings.inputs.files) == 1 and len(read.plans) == 1
            yield session.rendered(show, to_file=settings.output is not None) + ("" if single else "\n")


def _streamed(settings: Settings, session: Session) -> Iterator[str]:
    """Yield each plan in pieces: a long plan is never whole in memory, but all of it is made before any is written."""
    from planparse.pipeline import require_table

    begin = _beginning(settings.format)
    for path, made in each_input(settings.inputs, session, partial(_made, settings)):
        for head, pieces in made:
            if accepted(head, path, session, require_table):
                _warn(head, path, session)
                yield begin
                yield from gathered(pieces)
                begin = ""


def _beginning(format_: Format) -> str:
    """Return what stands before the first plan."""
    if format_ is not Format.csv:
        return ""
    from planparse.report.plan_csv import csv_head

    return csv_head()


def _made(settings: Settings, path: str, options: ReadOptions) -> Iterator[list[tuple[Plan, Shelf[str]]]]:
    """Yield the plans of an input: each without its long lists, and all of it as pieces of the result."""
    found = parts_of(path, options)
    single = len(settings.inputs.files) == 1 and len(found) == 1
    yield [(part.head, Shelf(_pieces(part, settings.format, single=single))) for part in found]


def _pieces(part: Parts, format_: Format, *, single: bool) -> Iterator[str]:
    if format_ is Format.csv:
        from planparse.report.plan_csv import csv_rows

        return csv_rows(part)
    from planparse.report.plan_json import plan_pieces

    return plan_pieces(part, indent=2 if single and format_ is Format.json else None)


def _warn(plan: Plan, path: str, session: Session) -> None:
    """Say each page that could not be read: these faults are named ``page-…``."""
    for fault in plan.faults:
        if fault.rule.startswith("page-"):
            session.warn(f"{path}: page {fault.where.page}: {fault.message}")
