"""The plan as programs get it: the JSON contract, one model a thing.

Amounts are in baht, years are of the Buddhist era (2555), months are Gregorian ``YYYY-MM`` (``--MM`` where the plan
names no year), boxes are ``(x0, top, x1, bottom)`` in points from the page's top left corner as it is read.

``None`` says that the plan has no such column or prints no such thing; ``""`` that the cell is there and empty.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION: Literal["1"] = "1"

Level = Literal["strategy", "objective", "guideline", "program"]
TotalLevel = Literal["strategy", "guideline", "program", "plan"]
MarkKind = Literal["bullet", "arrow", "dash", "line", "fill", "number", "text", "unknown"]
BudgetStatus = Literal["stated", "none", "missing", "absent", "unreadable"]
Severity = Literal["error", "warning", "info"]
FieldName = Literal["number", "name", "details", "budget", "place", "unit", "timeline", "projects"]
Month = Annotated[str, Field(pattern=r"^(\d{4}-|--)(0[1-9]|1[0-2])$")]
Baht = int | float
Bbox = tuple[float, float, float, float]


class Model(BaseModel):
    """Base of all models: read-only, no key that the contract does not name, no number that JSON does not have."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class Where(Model):
    """A place in the source: the page from 1, the line from 1 (text only), the box in points (PDF only)."""

    page: int
    line: int | None = None
    bbox: Bbox | None = None


class Source(Model):
    """What was read; ``name`` of standard input is ``-``, ``pages`` of a text is its form feeds + 1."""

    name: str
    format: str
    sha256: str
    pages: int


class Heading(Model):
    """A heading over the rows; the title is what follows the level's word and number."""

    level: Level
    number: str | None
    title: str
    page: int


class HeadingRef(Model):
    """The heading that a project stands under."""

    number: str | None
    title: str


class Mark(Model):
    """One mark in the timeline; a drawn one stands in its first month with the text ``""``."""

    month: Month
    kind: MarkKind
    text: str


class Span(Model):
    """The months from ``start`` to ``end``, both included."""

    start: Month
    end: Month


class Timeline(Model):
    """The marks as they stand, and the months that they mean."""

    marks: list[Mark]
    spans: list[Span]


class Budget(Model):
    """An amount in baht; ``text`` is what the cell said before any repair."""

    baht: Baht | None
    status: BudgetStatus
    text: str


class Activity(Model):
    """One bullet of a project's details, with the marks that stand beside its lines."""

    text: str
    budget: Budget | None
    timeline: Timeline


class Doubt(Model):
    """A reading that was a close call."""

    field: str
    reason: str
    where: Where


class Project(Model):
    """One row of the plan."""

    number: str | None
    name: str | None
    details: str | None
    activities: list[Activity]
    budget: Budget
    place: str | None
    unit: str | None
    timeline: Timeline
    strategy: HeadingRef | None
    guideline: HeadingRef | None
    program: HeadingRef | None
    extra: dict[str, str]
    doubts: list[Doubt]
    where: Where


class Total(Model):
    """A row that states a sum; ``projects`` and ``baht`` are ``None`` where it does not state them."""

    level: TotalLevel
    label: str
    projects: int | None
    baht: Baht | None
    extra: dict[str, str]
    where: Where


class Column(Model):
    """A column of a table's header; the field is ``None`` where the column goes to ``extra``."""

    field: FieldName | None
    header: str


class MonthLabel(Model):
    """A month column's label as printed, and the month that it was taken for."""

    label: str
    month: Month


class TableHeader(Model):
    """A table's header as it was read."""

    form: str
    years: list[int]
    columns: list[Column]
    months: list[MonthLabel]
    where: Where


class Fault(Model):
    """What only the reader can know is wrong; ``check`` turns it into a finding."""

    rule: str
    message: str
    project: str | None
    where: Where


class Repair(Model):
    """A change that was made to what was read."""

    rule: str
    before: str
    after: str
    where: Where


class Plan(Model):
    """One plan: the object that ``planparse extract --format json`` prints."""

    schema_version: Literal["1"] = SCHEMA_VERSION
    source: Source
    title: str | None
    organization: str | None
    fiscal_year: int | None
    headings: list[Heading]
    projects: list[Project]
    totals: list[Total]
    tables: list[TableHeader]
    faults: list[Fault]
    repairs: list[Repair]


class Finding(Model):
    """One thing that is wrong with a plan, as ``planparse check`` reports it.

    ``name`` is the project's, or the label of a sum; ``field`` is the one that is wrong (a field's name, or the header of
    a column in ``extra``; for the plan's own ``title``, ``organization``, ``heading``, ``years``, ``months``, ``columns``,
    ``page`` or ``file``); ``value`` is what stands there, ``""`` where nothing does.
    """

    code: str
    rule: str
    severity: Severity
    message: str
    source: str
    project: str | None
    where: Where
    name: str | None = None
    field: str | None = None
    value: str | None = None
