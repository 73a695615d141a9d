"""``planparse inspect``: a page as a picture, with what was read drawn over it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from planparse.cli import options as o
from planparse.cli.console import Colour, Job, Session
from planparse.cli.inputs import STDIN, input_bytes, password_of, silence_libraries, source_name
from planparse.cli.output import STDOUT, save
from planparse.errors import Exit, InputError

_PAGE = re.compile(r"0*[1-9][0-9]{0,8}")


def page_number(words: str | int) -> int:
    """Return the number of a page, from 1; other words are a usage error. The default comes as a number."""
    digits = str(words)
    if _PAGE.fullmatch(digits):
        return int(digits)
    raise typer.BadParameter(f"{words}: not the number of a page, such as 3")


File = Annotated[str, typer.Argument(metavar="FILE", help="A PDF; - is standard input.", show_default=False)]
Page = Annotated[int, typer.Option("--page", "--pages", metavar="N", parser=page_number, help="The page to draw.")]
Output = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="The PNG to write.  [default: FILE-pN.png]", show_default=False),
]


def inspect(
    *,
    file: File,
    page: Page = 1,
    output: Output = None,
    password_stdin: o.PasswordStdin = False,
    quiet: o.Quiet = False,
    color: o.Color = Colour.auto,
) -> Job:
    """Draw what was read over a page: header and columns, rows, marks and their months; doubts are orange."""

    inputs = o.inputs((file,), None, password_stdin, output=output)

    def job(session: Session) -> Exit:
        o.apply(session, color, quiet)
        return run(inputs, page, output, session)

    return job


def run(inputs: o.Inputs, page: int, output: str | None, session: Session) -> Exit:
    """Write the picture and say where it is."""
    from planparse.picture import picture
    from planparse.pipeline import ReadOptions, pdf_reading

    silence_libraries()
    [path] = inputs.files
    data, password = input_bytes(path), password_of(inputs)
    try:
        with session.working(path):
            reading = pdf_reading(data, source_name(path), ReadOptions(pages=f"1-{page}", password=password))
            drawn = picture(data, path, page, reading, password)
    except InputError as error:
        raise InputError(path, error.reason) from None
    for fault in reading.faults:
        if fault.where.page == page and fault.rule.startswith("page-"):
            session.warn(f"{path}: page {page}: {fault.message}")
    target = f"{Path(path).stem if path != STDIN else 'page'}-p{page}.png" if output is None else output
    save(drawn, target, session)
    if target not in STDOUT:
        session.write(f"{target}\n")
    return session.worst
