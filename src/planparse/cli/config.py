"""``planparse config``: every setting of ``check`` with its default."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any

import typer

from planparse.cli.console import Job, Session
from planparse.config import OPTIONS, Config, Option
from planparse.errors import Exit


class Format(StrEnum):
    """The forms of the list."""

    text = "text"
    json = "json"


def config(*, format_: Annotated[Format, typer.Option("--format", "-f", help="Form of the result.")] = Format.text) -> Job:
    """List the settings of check: what each may be, its default, the environment variable that sets it."""

    def job(session: Session) -> Exit:
        session.write(_json() if format_ is Format.json else _text())
        return session.worst

    return job


def _text() -> str:
    """Return the settings as a commented settings file."""
    head = (
        "# planparse.toml, or [tool.planparse] in pyproject.toml. The command line goes first, then the environment, then this.\n"
    )
    return head + "".join(
        f"\n# {option.help}{_choices(option)}  ({option.variable})\n{assignment(option.name, option.default)}\n"
        for option in OPTIONS
    )


def _choices(option: Option) -> str:
    return f" One of {', '.join(option.choices)}." if option.kind == "choice" else ""


def _json() -> str:
    entries = [
        {
            "name": option.name,
            "default": option.default,
            "choices": list(option.choices) or None,
            "environment": option.variable,
            "help": option.help,
        }
        for option in OPTIONS
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def assignment(name: str, value: object) -> str:
    """Return a setting as TOML has it; one that is not set as a comment.

    >>> assignment("select", ("PP3", "no-table")), assignment("severity", {"PP3": "info"}), assignment("lang", None)
    ('select = ["PP3", "no-table"]', 'severity = {"PP3" = "info"}', '# lang =')
    """
    return f"# {name} =" if value is None else f"{name} = {_toml(value)}"


def _toml(value: object) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_toml(key)} = {_toml(one)}" for key, one in value.items()) + "}"
    if isinstance(value, (tuple, list)):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def shown(settings: Config) -> str:
    """Return the settings in force as TOML, each with where it comes from."""
    values: Mapping[str, Any] = settings.values
    lines = [f"{assignment(option.name, values[option.name])}  # {settings.origins[option.name]}" for option in OPTIONS]
    return "\n".join(lines) + "\n"
