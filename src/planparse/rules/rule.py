"""What a rule is, what it finds, and how its findings are worded."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from string import Formatter
from typing import Literal

from planparse.plan import Fault, Plan, Project, Severity, Total, Where

Lang = Literal["th", "en"]
Status = Literal["stable", "preview", "deprecated"]
Scope = Literal["plan", "place"]

LONGEST_VALUE = 100  # characters of the document that a message quotes at most


@dataclass(frozen=True, slots=True)
class Said:
    """A word of our own in both languages, for use as a value in a message."""

    th: str
    en: str

    def to(self, lang: Lang) -> str:
        """Return the word in one language."""
        return self.th if lang == "th" else self.en


Value = str | Said
Row = Project | Total


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule found: the place, the project's number where it is known, the values that its message names.

    ``row`` is the row that it was found in. ``about`` is the field where it is not the rule's own, ``found`` the words in
    that field where they are not the whole cell. ``said`` is the whole message where the reader has worded it.
    """

    where: Where
    project: str | None
    values: Mapping[str, Value]
    row: Row | None = None
    about: str | None = None
    found: str | None = None
    said: Said | None = None


Check = Callable[[Plan], Iterator[Problem]]
Excuse = Callable[[Plan, Fault], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; ``th`` and ``en`` are templates for ``str.format`` with the names of a problem's values.

    A rule of the scope ``plan`` says an equal message once for a plan (a header that is repeated on each page), one of
    the scope ``place`` once for each place. ``about`` is the field that its findings are about; the plan's own are
    ``title``, ``years``, ``months``, ``columns`` and ``file``. A ``preview`` rule runs only when asked for. ``excuse`` tells which
    faults of the reader only follow from what another rule says.
    """

    code: str
    name: str
    severity: Severity
    check: Check
    th: str
    en: str
    about: str | None = None
    excuse: Excuse | None = None
    scope: Scope = "place"
    since: str = "0.1"
    status: Status = "stable"

    def message(self, values: Mapping[str, Value], lang: Lang) -> str:
        """Return the message for these values."""
        template = self.th if lang == "th" else self.en
        return template.format(**{key: worded(value, lang) for key, value in values.items()})

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the values that the templates need, in the order of the English one."""
        return tuple(dict.fromkeys(name for _, name, _, _ in Formatter().parse(self.en) if name is not None))


def at(where: Where, *, row: Row | None = None, about: str | None = None, found: str | None = None, **values: Value) -> Problem:
    """Return a problem of the plan as a whole, of a sum, or of a place in it."""
    return Problem(where, None, values, row, about, found)


def on(project: Project, *, about: str | None = None, found: str | None = None, **values: Value) -> Problem:
    """Return a problem of one row; its messages may always name the row as ``{row}``."""
    return Problem(project.where, project.number or None, {"row": row_name(project), **values}, project, about, found)


def row_name(project: Project) -> Value:
    """Return what a reader knows the row by: its number, else its name."""
    if project.number:
        return project.number
    return f"“{project.name}”" if project.name else Said(th="ไม่มีลำดับ", en="without a number")


def worded(value: Value, lang: Lang) -> str:
    """Return a value as a message shows it: on one line, not too long, nothing that a terminal would obey."""
    return one_line(value) if isinstance(value, str) else value.to(lang)


def one_line(text: str, longest: int = LONGEST_VALUE) -> str:
    """Return the text on one line, without control characters, cut after so many characters.

    >>> one_line("ค่าวัสดุ\\n ค่าป้าย")
    'ค่าวัสดุ ค่าป้าย'
    >>> one_line("ที่ทำการ", longest=2)
    'ที่…'
    """
    line = " ".join("".join(" " if unicodedata.category(c) in ("Cc", "Cf") else c for c in text).split())
    end = longest
    while end < len(line) and unicodedata.category(line[end]) == "Mn":  # a mark stays with its letter
        end += 1
    return line if end >= len(line) else line[:end].rstrip() + "…"


def several(count: int, thai: str, one: str, more: str) -> Said:
    """Return a number of things in both languages.

    >>> several(1, "โครงการ", "project", "projects").en, several(2, "โครงการ", "project", "projects").en
    ('1 project', '2 projects')
    """
    return Said(th=f"{count} {thai}", en=f"{count} {one if count == 1 else more}")


def money(baht: Decimal) -> str:
    """Return an amount with its thousands apart, and with satang only where there are some.

    >>> money(Decimal("238613.38")), money(Decimal("50000.00"))
    ('238,613.38', '50,000')
    """
    return f"{baht:,.2f}".removesuffix(".00")
