"""``planparse rule``: what a rule finds, why, and how to mend it."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from planparse.cli import options as o
from planparse.cli.console import Job, Session
from planparse.errors import Exit

if TYPE_CHECKING:
    from planparse.rules import Rule


class Format(StrEnum):
    """The forms of an explanation."""

    text = "text"
    json = "json"
    markdown = "markdown"


Name = Annotated[
    str | None, typer.Argument(metavar="[CODE|NAME]", help="Explain this rule, or those whose code begins so.", show_default=False)
]


def rule(
    *,
    name: Name = None,
    format_: Annotated[Format, typer.Option("--format", "-f", help="Form of the result.")] = Format.text,
    lang: o.Lang = None,
) -> Job:
    """Explain a rule of check, or list them all."""
    language = o.language(lang)

    def job(session: Session) -> Exit:
        session.write(_text(name, format_, language))
        return session.worst

    return job


def _text(name: str | None, format_: Format, lang: Literal["th", "en"]) -> str:
    from planparse.rules import RULES
    from planparse.rules.choice import ALL, named
    from planparse.rules.pages import page_of

    rules = RULES if name is None else named(name.upper() if name.lower().startswith("pp") or name.upper() == ALL else name)
    if format_ is Format.markdown:
        return _table(rules)
    if format_ is Format.json:
        entries = [_entry(rule) for rule in rules]
        single = name is not None and name != ALL and len(rules) == 1
        return json.dumps(entries[0] if single else entries, ensure_ascii=False, indent=2) + "\n"
    if name is None or len(rules) > 1:
        return _list(rules, lang)
    return f"{page_of(rules[0]).text}\n{_facts(rules[0])}\n"


def _list(rules: tuple[Rule, ...], lang: Literal["th", "en"]) -> str:
    """Return a line for each rule."""
    from planparse.rules.pages import page_of

    width = max(len(rule.name) for rule in rules)
    return "".join(
        f"{rule.code}  {rule.name:<{width}}  {rule.severity:<7}  {rule.status:<7}  {page_of(rule).title(lang)}\n" for rule in rules
    )


def _table(rules: tuple[Rule, ...]) -> str:
    """Return the list of the documentation: a row for each rule, linked to its page."""
    from planparse.rules.pages import page_of

    head = """# The rules of `planparse check`

Made by `planparse rule --format markdown`. A rule that is a preview runs with `--preview` only.

| code | rule | severity | | finds | |
| --- | --- | --- | --- | --- | --- |
"""
    return head + "".join(
        f"| {rule.code} | [{rule.name}](../../src/planparse/rules/pages/{rule.name}.md) | {rule.severity} | {_status(rule)} "
        f"| {page_of(rule).title('en')} | {page_of(rule).title('th')} |\n"
        for rule in rules
    )


def _status(rule: Rule) -> str:
    return "" if rule.status == "stable" else rule.status


def _facts(rule: Rule) -> str:
    return f"severity: {rule.severity}, {rule.status} since {rule.since}\nen: {rule.en}\nth: {rule.th}"


def _entry(rule: Rule) -> dict[str, object]:
    """Return all that is known of a rule."""
    from planparse.rules.pages import page_of

    page = page_of(rule)
    languages: tuple[Literal["th", "en"], ...] = ("th", "en")
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity,
        "status": rule.status,
        "since": rule.since,
        "field": rule.about,
        "message": {"th": rule.th, "en": rule.en},
        **{part: {lang: getattr(page, part)(lang) for lang in languages} for part in ("title", "why", "mend")},
        "wrong": page.sample("Wrong").text,
        "right": page.sample("Right").text,
    }
