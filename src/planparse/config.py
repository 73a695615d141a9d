"""The settings of ``check``: from the command line, else the environment, else a file, else their defaults.

The file is ``planparse.toml``, or ``pyproject.toml`` with a table ``[tool.planparse]``: the first that is found upward from
the inputs' common folder, else from the working folder.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, NamedTuple

from planparse.errors import UsageError

FORMATS = ("text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "markdown")
FAIL_ON = ("error", "warning", "info", "never")
SEVERITIES = ("error", "warning", "info")
LANGUAGES = ("th", "en")
PREFIX = "PLANPARSE_"
COMMAND_LINE, DEFAULT = "command line", "default"  # where a setting comes from, if not from a variable or a file
OWN_FILE, PROJECT_FILE = "planparse.toml", "pyproject.toml"

Kind = Literal["flag", "choice", "rules", "severities", "patterns", "file"]


class Option(NamedTuple):
    """One setting: its name in a file and on the command line, what it may be, its default, and what it does."""

    name: str
    kind: Kind
    default: object
    help: str
    choices: tuple[str, ...] = ()

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return PREFIX + self.name.upper().replace("-", "_")


OPTIONS: tuple[Option, ...] = (
    Option("format", "choice", "text", "Form of the findings.", FORMATS),
    Option("output-file", "file", None, "Write the findings to this file instead of standard output."),
    Option("lang", "choice", None, "Language of the messages; else the locale's.", LANGUAGES),
    Option("preview", "flag", False, "Run the rules that are tried out too."),
    Option("select", "rules", None, "Run these rules only: codes, beginnings of codes, names, or ALL."),
    Option("extend-select", "rules", (), "Run these rules too."),
    Option("ignore", "rules", (), "Do not run these rules."),
    Option("severity", "severities", {}, "Give rules another severity.", SEVERITIES),
    Option("per-file-ignores", "patterns", {}, "Do not run these rules on files that match a pattern."),
    Option("fail-on", "choice", "error", "End with exit code 1 from this severity on.", FAIL_ON),
    Option("exit-zero", "flag", False, "End with exit code 0 whatever is found."),
    Option("baseline", "file", None, "Stay silent about the findings in this file."),
)
BY_NAME = {option.name: option for option in OPTIONS}


class File(NamedTuple):
    """A settings file: where it is, and the settings in it."""

    path: Path
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Config:
    """The settings in force by their names, and where each of them comes from; patterns are matched from ``root``."""

    values: Mapping[str, Any]
    origins: Mapping[str, str] = field(default_factory=dict)
    root: Path = Path()

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - each kind of option has its own type, which ``_of_text`` makes
        return self.values[name]

    def said_by(self, name: str) -> str:
        """Return what a message about a setting begins with: nothing where the command line says it, which everybody sees."""
        origin = self.origins.get(name, DEFAULT)
        return (
            ""
            if origin in (COMMAND_LINE, DEFAULT)
            else f"{origin}: "
            if origin == BY_NAME[name].variable
            else f"{origin}: {name}: "
        )


def resolved(given: Mapping[str, object], environ: Mapping[str, str], file: File | None) -> Config:
    """Return the settings in force. ``given`` has what the command line says: text as in the environment, or a flag."""
    values: dict[str, object] = {}
    origins: dict[str, str] = {}
    for option in OPTIONS:
        values[option.name], origins[option.name] = _one(option, given, environ, file)
    return Config(values, origins, file.path.parent if file else Path.cwd())


def _one(option: Option, given: Mapping[str, object], environ: Mapping[str, str], file: File | None) -> tuple[object, str]:
    said = given.get(option.name)
    if said is not None:
        return _of_text(option, said, f"--{option.name}") if isinstance(said, str) else said, COMMAND_LINE
    if text := environ.get(option.variable):
        return _of_text(option, text, option.variable), option.variable
    if file is not None and option.name in file.values:
        return file.values[option.name], str(file.path)
    return option.default, DEFAULT


def find(starts: Iterable[Path]) -> Path | None:
    """Return the first settings file that is found upward from one of the folders."""
    for start in starts:
        for folder in (start, *start.parents):
            for name in (OWN_FILE, PROJECT_FILE):
                path = folder / name
                if path.is_file() and (name == OWN_FILE or _table(path) is not None):
                    return path
    return None


def starts(files: Sequence[str]) -> list[Path]:
    """Return where the search for a settings file begins: the common folder of the inputs, then the working folder."""
    folders = [str(Path(name).resolve().parent) for name in files if name != "-"]
    here = Path.cwd()
    try:
        return [Path(os.path.commonpath(folders)), here] if folders else [here]
    except ValueError:  # on two drives
        return [here]


def read(path: Path) -> File:
    """Return the settings in a file; raise ``UsageError`` for what is no setting."""
    table = _table(path)
    if table is None:
        raise UsageError(f"{path}: no table [tool.planparse]")
    values: dict[str, object] = {}
    for key, value in table.items():
        name = key.replace("_", "-")
        if name not in BY_NAME:
            from planparse.rules.choice import nearest  # the rules load pydantic; most files have no mistake

            raise UsageError(f"{path}: no setting {key!r}{nearest(name, BY_NAME)}; planparse config lists them all")
        values[name] = _of_file(BY_NAME[name], value, path)
    return File(path, values)


def _table(path: Path) -> Mapping[str, object] | None:
    """Return a file's settings as TOML has them, ``None`` where a project's file has none."""
    try:
        content: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {(error.strerror or str(error)).lower()}") from None
    except UnicodeDecodeError:
        raise UsageError(f"{path}: not UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path}: {error}") from None
    if path.name != PROJECT_FILE:
        return content
    tool = content.get("tool")
    table = tool.get("planparse") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise UsageError(f"{path}: tool.planparse: must be a table")
    return table


def _of_file(option: Option, value: object, path: Path) -> object:
    """Return a value of TOML as the settings have it: as text that the command line would say, but for flags and tables."""
    where = f"{path}: {option.name}"
    if option.kind == "flag":
        if not isinstance(value, bool):
            raise UsageError(f"{where}: must be true or false")
        return value
    if option.kind == "file":
        return str(path.parent / _text(value, where))
    if option.kind == "severities":
        return {rule: _chosen(option, _text(given, where), where) for rule, given in _pairs(value, where)}
    if option.kind == "patterns":
        return {pattern: _texts(rules, where) for pattern, rules in _pairs(value, where)}
    if option.kind == "rules":
        return _texts(value, where)
    return _chosen(option, _text(value, where), where)


def _text(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise UsageError(f"{where}: must be text in quotes")
    return value


def _texts(value: object, where: str) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise UsageError(f'{where}: must be a list of rules: ["PP3", "no-table"]')
    return tuple(_text(item, where) for item in value)


def _pairs(value: object, where: str) -> Iterable[tuple[str, object]]:
    if not isinstance(value, dict):
        raise UsageError(f"{where}: must be a table")
    return value.items()


def _chosen(option: Option, text: str, where: str) -> str:
    if text not in option.choices:
        raise UsageError(f"{where}: {text!r} is none of {', '.join(option.choices)}")
    return text


def _of_text(option: Option, text: str, where: str) -> object:
    """Return what a text of the command line or the environment says."""
    return _READERS[option.kind](option, text, where)


def _flag(option: Option, text: str, where: str) -> bool:
    if text.lower() not in ("1", "true", "yes", "0", "false", "no"):
        raise UsageError(f"{where}: {text!r} is neither true nor false")
    return text.lower() in ("1", "true", "yes")


def _list(option: Option, text: str, where: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _rules(option: Option, text: str, where: str) -> tuple[str, ...]:
    """Return the selectors. An empty selection is most likely an unset variable of a script: it must not pass all plans."""
    found = _list(option, text, where)
    if option.name == "select" and not found:
        raise UsageError(f"{where}: names no rule")
    return found


def _severities(option: Option, text: str, where: str) -> dict[str, str]:
    pairs = [part.partition("=") for part in _list(option, text, where)]
    if not all(rule and level for rule, _, level in pairs):
        raise UsageError(f"{where}: {text!r} is not like place-missing=error")
    return {rule.strip(): _chosen(option, level.strip(), where) for rule, _, level in pairs}


def _patterns(option: Option, text: str, where: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for part in _list(option, text, where):
        pattern, _, rule = part.rpartition(":")
        if not pattern or not rule:
            raise UsageError(f"{where}: {part!r} is not like drafts/*.pdf:PP3")
        found[pattern] = (*found.get(pattern, ()), rule.strip())
    return found


def _file(option: Option, text: str, where: str) -> str:
    return text


_READERS: Mapping[Kind, Callable[[Option, str, str], object]] = {
    "flag": _flag,
    "choice": _chosen,
    "rules": _rules,
    "severities": _severities,
    "patterns": _patterns,
    "file": _file,
}
