"""What a variant is, before it is drawn: the rows, how the table looks, and what stands around it.

The projects are those of the samples' model; here their months count from the table's first month.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import strokes

from model import MONTHS, Heading, Project

TITLES = {
    "number": "ที่",
    "name": "โครงการ/กิจกรรม",
    "details": "รายละเอียดของกิจกรรม",
    "budget": "งบประมาณ\n(บาท)",
    "place": "สถานที่\nดำเนินการ",
    "unit": "หน่วยงาน\nรับผิดชอบหลัก",
    "note": "หมายเหตุ",
}
WIDTHS = {"number": 26.0, "name": 110.0, "details": 160.0, "budget": 58.0, "place": 74.0, "unit": 70.0, "note": 50.0}
SOLID = strokes.solid()
YEARS = ((3, "พ.ศ. 2567"), (9, "พ.ศ. 2568"))
QUARTERED = tuple(label for start in (0, 3, 6, 9) for label in (*MONTHS[start : start + 3], f"รวม\nไตรมาส {start // 3 + 1}"))


class Sum(NamedTuple):
    """A row that states a sum: its label, the amount, in which column the label stands, over how many columns."""

    label: str
    amount: str
    column: str = "number"
    columns: int = 3
    projects: int | None = None


class Part(NamedTuple):
    """The lines ``first`` to ``last`` of a project's row: what stands on one page. ``ends`` says whether a rule closes it."""

    project: Project
    first: int
    last: int
    ends: bool = True


class Shared(NamedTuple):
    """A project of several rows: each activity has a row with its own amount and marks, the other cells reach over all."""

    project: Project


class Empty(NamedTuple):
    """A row with nothing in it."""


class Counted(NamedTuple):
    """A row below the header that counts the columns from left to right, the months as one."""

    form: str


Entry = Project | Part | Shared | Heading | Sum | Empty | Counted


@dataclass(frozen=True)
class Look:
    """How a table looks. ``first`` is the calendar month of the first month column, ``year`` its year (Buddhist era)."""

    columns: tuple[str, ...] = ("number", "name", "details", "budget", "place", "unit", "months")
    titles: Mapping[str, str] = field(default_factory=lambda: TITLES)
    widths: Mapping[str, float] = field(default_factory=lambda: WIDTHS)
    months: tuple[str, ...] = MONTHS
    month_width: float = 20.0
    header: tuple[tuple[tuple[int, str], ...], ...] = (YEARS,)  # the rows over the months: how many of them, and the text
    first: int = 10
    year: int | None = 2567
    rules: strokes.RuleStyle = SOLID
    marks: Mapping[str, strokes.Stroke] = field(default_factory=lambda: strokes.STROKES)
    reach: tuple[float, float] = (2.0, -2.0)  # points from the months' edges to a drawn mark's ends
    size: float = 8.0
    turned: int = 0  # quarter turns of the month labels to the left
    shade: float | None = None  # the header's grey, 0 to 1
    zebra: bool = False  # every second row is shaded
    grey: float = 0.6  # of filled months
    label_size: float = 6.0
    label_height: float = 34.0  # of the months' row, where labels are turned
    notes: Mapping[str, str] = field(default_factory=dict)  # by project's number
    amounts: Mapping[tuple[str, int], str] = field(default_factory=dict)  # by project's number and month column: the quarters' sums

    @property
    def month_columns(self) -> list[int]:
        """Which of the columns under the timeline are months, from 0."""
        return [at for at, label in enumerate(self.months) if "รวม" not in label]


@dataclass(frozen=True)
class TableOf:
    """A table: its rows, with or without a header."""

    entries: tuple[Entry, ...]
    look: Look = Look()
    header: bool = True


@dataclass(frozen=True)
class Words:
    """Lines of running text: at a size, from the left margin or around the middle."""

    lines: tuple[str, ...]
    size: float = 10.0
    centred: bool = False


@dataclass(frozen=True)
class Plain:
    """A ruled table that is no plan's."""

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True)
class PageEnd:
    """The next part stands on a new page."""


Thing = TableOf | Words | Plain | PageEnd
