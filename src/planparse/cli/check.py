"""``planparse check``: what is wrong with plans."""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from planparse.cli import options as o
from planparse.cli.console import Colour, Job, Session
from planparse.cli.inputs import STDIN, Read, read_all, source_name
from planparse.cli.output import opened
from planparse.config import Config, find, read, resolved, starts
from planparse.errors import Exit, UsageError

if TYPE_CHECKING:
    from planparse.plan import Finding, Plan
    from planparse.report.findings import Report
    from planparse.rules import Row, Rule

CONFIG_VARIABLE = "PLANPARSE_CONFIG"
OWN_NAMES = ("json", "jsonl")  # for programs: they call an input by the name that the plan has
LISTS_UNREAD = ("junit",)  # written where no input was readable too: each is an error in it
FILE_PATHS = ("sarif", "github", "gitlab")  # for services that show findings beside a repository's files


class Format(StrEnum):
    """The formats of findings: the names in ``planparse.report.findings.FORMATS``, which a test holds."""

    text = "text"
    concise = "concise"
    json = "json"
    jsonl = "jsonl"
    sarif = "sarif"
    github = "github"
    gitlab = "gitlab"
    junit = "junit"
    markdown = "markdown"


class FailOn(StrEnum):
    """The severity from which on ``check`` fails."""

    error = "error"
    warning = "warning"
    info = "info"
    never = "never"


Rules = list[str] | None
FormatOption = Annotated[
    Format | None, typer.Option("--format", "-f", help="Form of the findings.  [default: text]", show_default=False)
]
OutputFile = Annotated[
    str | None,
    typer.Option(
        "--output-file", "--output", "-o", metavar="FILE", help="Write to this file, whole or not at all.", show_default=False
    ),
]
FailOnOption = Annotated[
    FailOn | None, typer.Option(help="End with exit code 1 from this severity on.  [default: error]", show_default=False)
]
Select = Annotated[
    Rules, typer.Option(metavar="RULES", help="Run these rules only: PP3, PP301, number-gap, ALL.", show_default=False)
]
ExtendSelect = Annotated[Rules, typer.Option(metavar="RULES", help="Run these rules too.", show_default=False)]
Ignore = Annotated[Rules, typer.Option(metavar="RULES", help="Do not run these rules.", show_default=False)]
Severities = Annotated[Rules, typer.Option(metavar="RULE=LEVEL", help="Give a rule another severity.", show_default=False)]
PerFileIgnores = Annotated[
    Rules, typer.Option(metavar="PATTERN:RULE", help="Do not run a rule on files that match.", show_default=False)
]
Preview = Annotated[
    bool | None, typer.Option("--preview/--no-preview", help="Run the rules that are tried out too.", show_default=False)
]
ExitZero = Annotated[
    bool | None, typer.Option("--exit-zero/--no-exit-zero", help="End with exit code 0 whatever is found.", show_default=False)
]
Baseline = Annotated[
    str | None, typer.Option(metavar="FILE", help="Stay silent about the findings in this file.", show_default=False)
]
WriteBaseline = Annotated[str | None, typer.Option(metavar="FILE", help="Write all findings there, as known.", show_default=False)]
PruneBaseline = Annotated[bool, typer.Option("--prune-baseline", help="Take what is mended out of the baseline.")]
# Not required by the parser: the settings can be shown without any plan.
Files = Annotated[
    Rules,
    typer.Argument(metavar="FILE...", help="PDFs, tab-delimited text or plan JSON; - is standard input.", show_default=False),
]
StdinFilename = Annotated[
    str | None, typer.Option(metavar="FILE", help="What to call standard input, for settings too.", show_default=False)
]
ConfigFile = Annotated[
    str | None,
    typer.Option("--config", metavar="FILE", help="Read this settings file.", envvar=CONFIG_VARIABLE, show_default=False),
]
Isolated = Annotated[bool, typer.Option("--isolated", help="Read no settings file.")]
ShowSettings = Annotated[bool, typer.Option("--show-settings", help="Print the settings in force, and end.")]


class Settings(NamedTuple):
    """What ``check`` was asked for."""

    inputs: o.Inputs
    config: Config
    write_baseline: str | None
    prune_baseline: bool
    stdin_filename: str | None = None


@dataclass(slots=True)
class Checked:
    """What was found so far: the findings with their rows, the inputs' names for a person and for the format, what ran on which."""

    findings: list[Finding] = field(default_factory=list)
    rows: list[Row | None] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    sources: list[tuple[str, str]] = field(default_factory=list)
    ran: list[tuple[str, str]] = field(default_factory=list)


def check(
    *,
    files: Files = None,
    format_: FormatOption = None,
    output_file: OutputFile = None,
    fail_on: FailOnOption = None,
    exit_zero: ExitZero = None,
    select: Select = None,
    extend_select: ExtendSelect = None,
    ignore: Ignore = None,
    severity: Severities = None,
    per_file_ignores: PerFileIgnores = None,
    preview: Preview = None,
    baseline: Baseline = None,
    write_baseline: WriteBaseline = None,
    prune_baseline: PruneBaseline = False,
    config: ConfigFile = None,
    isolated: Isolated = False,
    show_settings: ShowSettings = False,
    stdin_filename: StdinFilename = None,
    pages: o.Pages = None,
    password_stdin: o.PasswordStdin = False,
    form: o.Form = None,
    lang: o.Lang = None,
    quiet: o.Quiet = False,
    color: o.Color = Colour.auto,
) -> Job:
    """Check plans and print what is wrong with them. Exit code 1: something is, 2: an input could not be read."""
    asked: dict[str, object] = {
        "format": format_, "output-file": output_file, "fail-on": fail_on, "exit-zero": exit_zero, "select": select,
        "extend-select": extend_select, "ignore": ignore, "severity": severity, "per-file-ignores": per_file_ignores,
        "preview": preview, "baseline": baseline, "lang": lang,
    }  # fmt: skip
    if not files and not show_settings:
        raise UsageError("Missing argument 'FILE...' (see planparse check --help)")
    inputs = o.inputs(files or (), pages, password_stdin, form=form, output=output_file)

    def job(session: Session) -> Exit:
        o.apply(session, color, quiet)
        found = settings([_called(name, stdin_filename) for name in inputs.files], asked, config, isolated)
        if show_settings:
            return _show(found, session)
        return run(Settings(inputs, found, write_baseline, prune_baseline, stdin_filename), session)

    return job


def settings(files: Sequence[str], asked: dict[str, object], config: str | None, isolated: bool) -> Config:
    """Return the settings in force for these inputs."""
    given = {name: ",".join(said) if isinstance(said, list) else said for name, said in asked.items() if said != []}
    if isolated and config and config != os.environ.get(CONFIG_VARIABLE):  # of the variable --isolated is to be free too
        raise UsageError("--isolated reads no settings file, --config names one: give one of the two")
    path = None if isolated else Path(config) if config else find(starts(files))
    return resolved(given, os.environ, read(path) if path is not None else None)


def _show(config: Config, session: Session) -> Exit:
    from planparse.cli.config import shown

    session.write(shown(config))
    return session.worst


def run(settings: Settings, session: Session) -> Exit:
    """Check every readable input, then write all findings at once; nothing where no input was readable, unless that is told."""
    from planparse.cli.known import apart
    from planparse.report.findings import FORMATS, failing

    config = settings.config
    rules = _rules(config, session)
    # What was loaded so far stays: the collector need not look at it again for each plan that is read.
    gc.freeze()
    with opened(config["output-file"], session) as write:
        checked = _checked(settings, rules, session)
        unread = [(_called(path, settings.stdin_filename), reason) for path, reason in session.unread]
        report = _report(checked, apart(settings, checked, session), rules, config, unread)
        if failing(report, config["fail-on"]) and not config["exit-zero"]:
            session.worst = max(session.worst, Exit.FOUND)
        if checked.sources or (unread and config["format"] in LISTS_UNREAD):
            show = FORMATS[config["format"]]
            write(session.rendered(lambda console: show(report, console), to_file=config["output-file"] is not None))
    return session.worst


def _rules(config: Config, session: Session) -> tuple[Rule, ...]:
    """Return the rules that run; say which selections have no effect."""
    from planparse.rules.choice import Choice, chosen, named, without_effect

    for option, selectors in _selectors(config):
        for selector in selectors:
            try:
                named(selector)
            except UsageError as error:
                raise UsageError(f"{config.said_by(option)}{error}") from None
    choice = Choice(config["select"], config["extend-select"], config["ignore"], config["severity"], config["preview"])
    rules = chosen(choice)
    silent = without_effect(choice)
    for selector in silent:
        session.warn(f"{selector} is a preview: without --preview it does not run")
    if not rules and not silent:
        session.warn("the settings leave no rule to run: nothing is looked for")
    return rules


def _selectors(config: Config) -> list[tuple[str, list[str]]]:
    """Return all that names rules, by the settings that it stands in."""
    lists = [(name, list(config[name] or ())) for name in ("select", "extend-select", "ignore", "severity")]
    return [*lists, ("per-file-ignores", [one for rules in config["per-file-ignores"].values() for one in rules])]


def _checked(settings: Settings, rules: tuple[Rule, ...], session: Session) -> Checked:
    """Check the inputs one after the other; of a plan only the rows with findings are kept."""
    from planparse.rules import find
    from planparse.rules.files import rules_for

    config, checked = settings.config, Checked()
    lang = config["lang"] if config["lang"] else o.language(None)
    for one in map(partial(_named, called=settings.stdin_filename), read_all(settings.inputs, session)):
        for plan in one.plans:
            source, shown = _source(one, plan), _shown(one, plan, config["format"])
            checked.sources.append((source, shown))
            running = rules_for(rules, (one.path, plan.source.name), config["per-file-ignores"], config.root)
            checked.ran.extend((source, rule.name) for rule in running)
            for found in find(plan, lang=lang, rules=running, source=source):
                checked.findings.append(found.finding)
                checked.rows.append(found.row)
                checked.shown.append(shown)
    return checked


def _called(name: str, stdin_filename: str | None) -> str:
    """Return what an input is called: by its own name, or by the one that standard input was given."""
    return stdin_filename if name == STDIN and stdin_filename else name


def _named(read: Read, called: str | None) -> Read:
    """Return an input with its plans; what standard input had no name for is called as it was asked for."""
    if called is None or read.path != STDIN:
        return read
    name = source_name(called)
    plans = (
        plan.model_copy(update={"source": plan.source.model_copy(update={"name": name})}) if plan.source.name == STDIN else plan
        for plan in read.plans
    )
    return Read(called, tuple(plans))


def _report(
    checked: Checked, kept: tuple[list[int], int], rules: tuple[Rule, ...], config: Config, unread: Sequence[tuple[str, str]]
) -> Report:
    """Return the report of the findings at these places; the others are known."""
    from planparse.report.findings import Report

    places, known = kept
    return Report(
        findings=[checked.findings[place].model_copy(update={"source": checked.shown[place]}) for place in places],
        sources=[shown for _, shown in checked.sources],
        lang=config["lang"] or o.language(None),
        rows=[checked.rows[place] for place in places],
        known=known,
        fail_on=config["fail-on"],
        rules=rules,
        unread=unread,
    )


def _source(read: Read, plan: Plan) -> str:
    """Return what a person calls the plan: its path as typed, or the name that a plan JSON has of its file."""
    return read.path if source_name(read.path) == plan.source.name else plan.source.name


def _shown(read: Read, plan: Plan, format_: str) -> str:
    """Return what a format calls the plan."""
    if format_ in OWN_NAMES:
        return plan.source.name
    return read.path if format_ in FILE_PATHS and read.path != "-" else _source(read, plan)
