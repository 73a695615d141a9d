"""``planparse forms``: the forms that planparse knows."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from planparse.cli.console import Job, Session
from planparse.errors import Exit

Name = Annotated[
    str | None,
    typer.Argument(
        metavar="[NAME]", help="Show this form whole, as TOML: its name, or a TOML file of your own.", show_default=False
    ),
]


def forms(*, name: Name = None) -> Job:
    """List the forms that planparse knows, or show one: a copy of it is the start of a form of your own.

    A TOML file of your own is checked: it is printed if it is a form, else what is wrong with it is said. Begin with
    `planparse forms pd02 > my.toml`, and read with it: `planparse extract --form my.toml plan.pdf`.
    """

    def job(session: Session) -> Exit:
        session.write(_list() if name is None else _shown(name))
        return session.worst

    return job


def _list() -> str:
    from planparse.form.forms import forms as known

    width = max(len(form.name) for form in known())
    return "".join(f"{form.name:<{width}}  {form.title}\n" for form in known())


def _shown(name: str) -> str:
    from planparse.form.forms import chosen_forms, text_of

    if not name.endswith(".toml"):
        return text_of(name)
    chosen_forms(name)
    return Path(name).read_text(encoding="utf-8")
