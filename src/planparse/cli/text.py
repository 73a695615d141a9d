"""``planparse text``: the text of documents, right to the letter."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from planparse.cli import options as o
from planparse.cli.console import Colour, Job, Session
from planparse.cli.inputs import each_input, input_bytes, source_name
from planparse.cli.output import opened
from planparse.errors import Exit

if TYPE_CHECKING:
    from planparse.pipeline import ReadOptions
    from planparse.table import PageBlocks


class Format(StrEnum):
    """The formats of a text."""

    text = "text"
    json = "json"


class Settings(NamedTuple):
    """What ``text`` was asked for."""

    inputs: o.Inputs
    format: Format
    output: str | None


def text(
    *,
    files: o.Files,
    format_: Annotated[Format, typer.Option("--format", "-f", help="Form of the result; json: one object a page.")] = Format.text,
    output: o.Output = None,
    pages: o.Pages = None,
    password_stdin: o.PasswordStdin = False,
    quiet: o.Quiet = False,
    color: o.Color = Colour.auto,
) -> Job:
    """Print the text of PDFs with its Thai put right, tables row by row. A form feed ends each page."""
    settings = Settings(o.inputs(files, pages, password_stdin, output=output), format_, output)

    def job(session: Session) -> Exit:
        o.apply(session, color, quiet)
        return run(settings, session)

    return job


def run(settings: Settings, session: Session) -> Exit:
    """Write each page as soon as it is read; say the pages that have no text."""
    from planparse.report.page_text import page_json, page_text

    with opened(settings.output, session) as write:
        for path, page in each_input(settings.inputs, session, _pages):
            if page.without_text:
                session.warn(f"{path}: page {page.number}: {page.without_text}")
            write(page_text(page) if settings.format is Format.text else page_json(page, path))
    return session.worst


def _pages(path: str, options: ReadOptions) -> Iterator[PageBlocks]:
    from planparse.pipeline import pages

    yield from pages(input_bytes(path), source_name(path), options)  # what cannot be read is said when the pages are asked for
