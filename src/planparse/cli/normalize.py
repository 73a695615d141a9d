"""``planparse normalize``: Thai text put right, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

import typer

from planparse.cli import options as o
from planparse.cli.console import Colour, Job, Session
from planparse.cli.inputs import each_input, input_bytes, source_name
from planparse.cli.output import opened
from planparse.errors import Exit, InputError

if TYPE_CHECKING:
    from planparse.pipeline import ReadOptions


class Format(StrEnum):
    """The formats of a repaired text."""

    text = "text"
    json = "json"


class Level(StrEnum):
    """How far to go."""

    safe = "safe"
    bold = "bold"


class Settings(NamedTuple):
    """What ``normalize`` was asked for; ``rules`` is ``None`` for all."""

    inputs: o.Inputs
    format: Format
    diff: bool
    level: Literal["safe", "bold"]
    rules: frozenset[str] | None
    output: str | None
    lang: Literal["th", "en"]


File = Annotated[str, typer.Argument(metavar="[FILE|-]", help="A text; - is standard input.", show_default=False)]
Diff = Annotated[bool, typer.Option("--diff", help="Show each change with its line and rule instead of the text.")]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="json: the text, each change and each close call.")]
LevelOption = Annotated[Level, typer.Option("--level", help="bold: close calls too, and without signs of damage.")]
Rules = Annotated[str | None, typer.Option(metavar="RULE,…", help="Keep to these rules; --list names them.", show_default=False)]
List = Annotated[bool, typer.Option("--list", help="Explain each rule with an example, and end.")]


def normalize(
    *,
    file: File = "-",
    diff: Diff = False,
    format_: FormatOption = Format.text,
    level: LevelOption = Level.safe,
    rules: Rules = None,
    list_: List = False,
    output: o.Output = None,
    lang: o.Lang = None,
    quiet: o.Quiet = False,
    color: o.Color = Colour.auto,
) -> Job:
    """Repair Thai text that OCR programs or fonts damaged. Lines and tabs stay where they are."""
    inputs = o.inputs((file,), None, False)
    settings = Settings(inputs, format_, diff, level.value, _rules(rules), output, o.language(lang))

    def job(session: Session) -> Exit:
        o.apply(session, color, quiet)
        return explain(settings, session) if list_ else run(settings, session)

    return job


def run(settings: Settings, session: Session) -> Exit:
    """Write the text, or what was changed in it."""
    from planparse.report.changes import changes_json, changes_text
    from planparse.thai.clerk import normalize as put_right

    with opened(settings.output, session) as write:
        for _, whole in each_input(settings.inputs, session, _text):
            lines, ends = _lines(whole)
            mended = put_right(lines, settings.level, settings.rules)
            if settings.diff and settings.format is Format.text:
                write(session.rendered(lambda console: changes_text(mended, console), to_file=settings.output is not None))  # noqa: B023 - shown at once
                continue
            text = "".join(line.text + end for line, end in zip(mended, ends, strict=True))
            write(changes_json(text, mended) if settings.format is Format.json else text)
    return session.worst


def explain(settings: Settings, session: Session) -> Exit:
    """Write what each rule does."""
    from planparse.report.changes import rules_text

    with opened(settings.output, session) as write:
        write(session.rendered(lambda console: rules_text(settings.lang, console), to_file=settings.output is not None))
    return Exit.DONE


def _rules(names: str | None) -> frozenset[str] | None:
    if names is None:
        return None
    from planparse.thai.clerk import rule_names

    asked = frozenset(name.strip() for name in names.split(",") if name.strip())
    if unknown := sorted(asked - set(rule_names())):
        raise typer.BadParameter(f"no rule {', '.join(unknown)}; there are {', '.join(rule_names())}", param_hint="--rules")
    return asked


def _text(path: str, _: ReadOptions) -> Iterator[str]:
    from planparse.readers import decode, is_pdf

    data = input_bytes(path)
    if is_pdf(data):
        raise InputError(path, "a PDF; planparse text gives its text")
    yield decode(data, source_name(path))


def _lines(text: str) -> tuple[list[str], list[str]]:
    """Return a text's lines, and what ends each."""
    whole = text.splitlines(keepends=True)
    lines = ["".join(line.splitlines()) for line in whole]
    return lines, [line[len(bare) :] for line, bare in zip(whole, lines, strict=True)]
