"""A plan at a glance: projects and baht by strategy, by unit and by month, and the timeline of the whole plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass

from rich import box
from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from planparse.plan import Baht, Plan, Project
from planparse.report.amounts import added, amount, cost, counted
from planparse.report.labels import WORDS, Lang
from planparse.report.literal import printable, shorten, wrap
from planparse.report.months import ACTIVE, NAMES, active, bar, fiscal_years, letters
from planparse.report.plan_json import json_text
from planparse.report.plan_table import closing, plan_title

_GAP = 2
_WIDEST_NUMBER = 7
_WIDE = 100
_LEAST_NAME = 12


@dataclass(frozen=True, slots=True)
class Share:
    """What falls to one strategy or unit; the label is ``None`` where the plan names none, the baht where no amount is known."""

    label: str | None
    projects: int
    baht: Baht | None


@dataclass(frozen=True, slots=True)
class MonthShare:
    """How many projects are active in a month: October is 10, the fiscal year of the Buddhist era or unknown."""

    fiscal_year: int | None
    month: int
    projects: int


@dataclass(frozen=True, slots=True)
class Summary:
    """A plan in figures; its baht are ``None`` where no amount is known.

    No baht is counted twice: parts of a row that states the whole add nothing.
    """

    source: str
    fiscal_year: int | None
    projects: int
    baht: Baht | None
    faults: int
    strategies: tuple[Share, ...]
    units: tuple[Share, ...]
    months: tuple[MonthShare, ...]


def summarize(plan: Plan) -> Summary:
    """Return the figures: strategies in the plan's order, units by their baht, months from October on."""
    units = _shares(plan.projects, lambda project: project.unit or None)
    return Summary(
        source=plan.source.name,
        fiscal_year=plan.fiscal_year,
        projects=len(plan.projects),
        baht=cost(plan.projects),
        faults=len(plan.faults),
        strategies=tuple(_shares(plan.projects, _strategy)),
        units=tuple(sorted(units, key=lambda share: (-(share.baht or 0), -share.projects))),
        months=tuple(_months(plan)),
    )


def summary_json(plan: Plan, *, indent: int | None = None) -> str:
    """Return the figures as a JSON object that ends with a newline."""
    return json_text(asdict(summarize(plan)), indent)


def summary_view(plan: Plan, *, width: int, lang: Lang = "en") -> RenderableType:
    """Return the figures and the timeline for ``width`` cells."""
    figures = summarize(plan)
    words = WORDS[lang]
    blank = Text()
    return Group(
        *plan_title(plan, width),
        blank,
        _share_table(words["strategy"], figures.strategies, width, lang),
        blank,
        _share_table(words["unit"], figures.units, width, lang),
        blank,
        _month_table(figures.months, width, lang),
        blank,
        _timeline(plan, width, lang),
        blank,
        closing(plan, lang),
    )


def _strategy(project: Project) -> str | None:
    ref = project.strategy
    return " ".join(filter(None, (ref.number, ref.title))) if ref else None


def _shares(projects: Sequence[Project], key: Callable[[Project], str | None]) -> list[Share]:
    groups: dict[str | None, list[Baht | None]] = {}
    for project, baht in counted(projects):
        groups.setdefault(key(project), []).append(baht)
    return [Share(label, len(amounts), added(amounts)) for label, amounts in groups.items()]


def _months(plan: Plan) -> Iterable[MonthShare]:
    years = fiscal_years(plan)
    covered = [active(project.timeline, years) for project in plan.projects]
    for place in range(12 * max(len(years), 1)):
        year = years[place // 12] if years else None
        yield MonthShare(year, (place + 9) % 12 + 1, sum(place in months for months in covered))


def _columns(*columns: tuple[str, int, bool]) -> Table:
    """Return a table of columns of a header, a width in cells, and whether figures stand in it."""
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    for header, width, figures in columns:
        table.add_column(Text(shorten(header, width)), width=width, justify="right" if figures else "left", no_wrap=True)
    return table


def _share_table(title: str, shares: Sequence[Share], width: int, lang: Lang) -> Table:
    words = WORDS[lang]
    counts = [f"{share.projects:,}" for share in shares]
    sums = [amount(share.baht) for share in shares]
    count_width = max(map(cell_len, (words["projects"], *counts)))
    baht_width = max(map(cell_len, (words["baht"], *sums)))
    name_width = width - count_width - baht_width - 2 * _GAP
    if narrow := name_width < _LEAST_NAME:  # an amount is never cut: the count goes
        name_width = max(width - baht_width - _GAP, _LEAST_NAME // 2)
    headers = ((title, name_width, False), (words["projects"], count_width, True), (words["baht"], baht_width, True))
    table = _columns(*(header for place, header in enumerate(headers) if not (narrow and place == 1)))
    for share, projects, baht in zip(shares, counts, sums, strict=True):
        name = Text("\n".join(wrap(words["none"] if share.label is None else share.label, name_width)))
        table.add_row(name, *([] if narrow else [Text(projects)]), Text(baht))
    return table


def _month_table(months: Sequence[MonthShare], width: int, lang: Lang) -> Table:
    """Return a bar a month, the longest as wide as the terminal lets it be, but never wider than a cell a project."""
    words = WORDS[lang]
    labels = [_month_name(share, lang) for share in months]
    label_width = max(map(cell_len, (words["month"], *labels)))
    most = max((share.projects for share in months), default=0)
    count_width = max(len(f"{most:,}"), 1)
    room = max(width - label_width - count_width - 2 * _GAP, 4)
    table = _columns((words["month"], label_width, False), ("", count_width, True), (shorten(words["active"], room), room, False))
    for label, share in zip(labels, months, strict=True):
        length = -(-share.projects * min(room, most) // most) if most else 0
        table.add_row(Text(label), Text(f"{share.projects:,}"), Text(ACTIVE * length, "green"))
    return table


def _month_name(share: MonthShare, lang: Lang) -> str:
    name = NAMES[lang][(share.month - 10) % 12]
    if share.fiscal_year is None:
        return name
    return f"{name} {share.fiscal_year - (share.month >= 10)}"


def _timeline(plan: Plan, width: int, lang: Lang) -> Table:
    """Return a line a project: number, as much of the name as fits, bar."""
    words = WORDS[lang]
    years = fiscal_years(plan)
    cells = 2 if width >= _WIDE and len(years) <= 1 else 1
    months = letters(lang, years, cells)
    numbers = [shorten(project.number or "", _WIDEST_NUMBER) for project in plan.projects]
    number_width = max(map(cell_len, (words["number"], *numbers)))
    name_width = width - number_width - cell_len(months) - 2 * _GAP
    names = [shorten(printable(p.name or ""), name_width) if name_width >= 4 else "" for p in plan.projects]
    table = _columns(
        (words["number"], number_width, True),
        *([(shorten(words["timeline"], name_width), name_width, False)] if name_width >= 4 else []),
        (months, cell_len(months), False),
    )
    for number, name, project in zip(numbers, names, plan.projects, strict=True):
        drawn = Text(bar(project.timeline, years, cells), "green")
        table.add_row(Text(number), *([Text(name)] if name_width >= 4 else []), drawn)
    return table
