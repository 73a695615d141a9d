"""What a sample plan is, before it is drawn or typed.

In every text ``|`` marks a place where a line may be broken (Thai has no spaces between words); see ``plain``.
Months are counted from 0 = October; years are of the Buddhist era.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

MONTHS = ("ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.")
NO_MONEY = ("ไม่ใช้|งบประมาณ", "-")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark over the months ``start`` to ``end``, beside the line where an activity begins.

    ``kind`` says how it is made: ``<->``, ``->`` and ``--`` are drawn (two heads, one, none); ``•``, ``•→`` and ``•-``
    are typed, the second sign in the last month.
    """

    kind: str
    start: int
    end: int
    activity: int = 0

    @property
    def drawn(self) -> bool:
        """Whether the mark is lines and triangles instead of letters."""
        return self.kind in {"<->", "->", "--"}


@dataclass(frozen=True, slots=True)
class Project:
    """A row of the plan; ``amounts`` are in baht, one for the row or one for each activity, or words."""

    number: str
    name: str
    activities: tuple[str, ...]
    amounts: tuple[str, ...]
    place: str
    unit: str
    marks: tuple[Mark, ...]

    @property
    def baht(self) -> Decimal:
        """The sum of the amounts; words and an empty cell count as nothing."""
        return sum((Decimal(a.replace(",", "")) for a in self.amounts if a and a not in NO_MONEY), Decimal())

    @property
    def bulleted(self) -> tuple[str, ...]:
        """The activities as printed: with a dash where there are several."""
        return tuple(f"- {text}" for text in self.activities) if len(self.activities) > 1 else self.activities


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading over a table: ``before`` is printed in front of the title (the level's word and number)."""

    level: str
    number: str | None
    title: str
    before: str


@dataclass(frozen=True, slots=True)
class Group:
    """Projects under common headings, and how their table is laid out."""

    headings: tuple[Heading, ...]
    projects: tuple[Project, ...]
    total: bool = True
    stated: Decimal | None = None  # a wrong sum, printed instead of the right one
    repeat_header: bool = True
    new_page: bool = False

    @property
    def baht(self) -> Decimal:
        """The sum that the plan prints under the group."""
        return sum((p.baht for p in self.projects), Decimal()) if self.stated is None else self.stated


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole sample; ``year`` is the fiscal year over the months, ``title`` may name another one."""

    title: str
    organization: str
    year: int
    groups: tuple[Group, ...]
    columns: tuple[str, ...]
    grand_total: bool = True
    label: str = ""

    @property
    def projects(self) -> tuple[Project, ...]:
        """All rows in their order."""
        return tuple(p for group in self.groups for p in group.projects)


def plain(text: str) -> str:
    """Return a text without its places to break."""
    return text.replace("|", "")


def money(amount: Decimal) -> str:
    """Print baht as plans do, with the satang only where there are some.

    >>> money(Decimal("1250000")), money(Decimal("612450.75"))
    ('1,250,000', '612,450.75')
    """
    return f"{amount:,.2f}".removesuffix(".00")
