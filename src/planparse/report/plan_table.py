"""A plan as a Rich table: a row a project, its headings as section rows, its months as a bar."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from rich import box
from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from planparse.plan import Heading, Plan, Project, Total
from planparse.report.amounts import amount, baht_of, cost
from planparse.report.labels import LEVELS, WORDS, Lang, count
from planparse.report.literal import literal, printable, wrap
from planparse.report.months import bar, fiscal_years, letters
from planparse.report.sections import sections

_GAP = 2
_LEAST_NAME = 16
_UNIT_FROM = 78
_WIDEST_NUMBER, _WIDEST_UNIT = 7, 28
_HEADING_STYLE = {"strategy": "bold cyan", "objective": "dim", "guideline": "cyan", "program": "cyan"}

_Row = tuple[Text, Text, Text, Text, Text]


@dataclass(frozen=True, slots=True)
class _Widths:
    """The columns in cells; 0 leaves a column out."""

    number: int
    name: int
    budget: int
    unit: int
    months: int

    @property
    def columns(self) -> tuple[int, int, int, int, int]:
        return self.number, self.name, self.budget, self.unit, self.months

    @property
    def all(self) -> int:
        shown = [width for width in self.columns if width]
        return sum(shown) + _GAP * (len(shown) - 1)


def plan_table(plan: Plan, *, width: int, lang: Lang = "en") -> RenderableType:
    """Return the table of a plan for ``width`` cells, its title above and the closing line below.

    Below 78 cells the unit is left out, and on the narrowest terminals the months too.
    """
    years = fiscal_years(plan)
    widths = _widths(plan, years, width, lang)
    blocks: list[RenderableType] = [*plan_title(plan, width), _header(widths, years, lang)]
    for is_heading, entries in groupby(sections(plan), key=lambda entry: isinstance(entry, Heading)):
        if is_heading:
            blocks += [heading_text(entry, widths.all, lang) for entry in entries if isinstance(entry, Heading)]
        else:
            blocks.append(_rows([_project(p, widths, years) for p in entries if isinstance(p, Project)], widths))
    return Group(*blocks, _sums(plan, widths, lang), closing(plan, lang))


def plan_title(plan: Plan, width: int) -> list[Text]:
    """Return the lines above a plan: its name, organization and title."""
    lines = [literal(plan.source.name, "dim")]
    for text in (plan.title, plan.organization):
        if text:
            lines.append(Text("\n".join(wrap(text, width)), "bold"))
    return lines


def closing(plan: Plan, lang: Lang) -> Text:
    """Return the line that closes a report: projects, baht if any amount is known, and the faults of reading if there are any.

    That there are none is not said: it would be taken for a word of ``check``.
    """
    parts = [count(len(plan.projects), "projects", lang)]
    if (baht := cost(plan.projects)) is not None:
        parts.append(f"{amount(baht)} {WORDS[lang]['baht']}")
    if plan.faults:
        parts.append(count(len(plan.faults), "faults", lang))
    return Text(" · ".join(parts), "bold yellow" if plan.faults else "bold green")


def _widths(plan: Plan, years: list[int], width: int, lang: Lang) -> _Widths:
    """Share out the cells: the name gets what the others leave."""
    words = WORDS[lang]
    numbers = [words["number"], *(printable(p.number or "") for p in plan.projects)]
    sums = [words["budget"], amount(cost(plan.projects))]
    sums += [_baht(baht) for baht in (*(p.budget.baht for p in plan.projects), *(t.baht for t in plan.totals))]
    number = min(max(map(cell_len, numbers)), _WIDEST_NUMBER)
    budget = max(map(cell_len, sums))
    months = 12 * max(len(years), 1)
    unit = min(max(width // 5, cell_len(words["unit"])), _WIDEST_UNIT) if width >= _UNIT_FROM else 0
    for unit_, months_ in ((unit, months), (0, months), (0, 0)):
        name = width - _Widths(number, 0, budget, unit_, months_).all - _GAP
        if name >= _LEAST_NAME:
            break
    return _Widths(number, max(name, _LEAST_NAME // 2), budget, unit_, months_)


def _header(widths: _Widths, years: list[int], lang: Lang) -> Table:
    words = WORDS[lang]
    spans = "".join(f"{words['year']} {year}".ljust(12) for year in years) or words["month"]
    names = (words["number"], words["project"], words["budget"], words["unit"], f"{spans.rstrip()}\n{letters(lang, years)}")
    return _columns(widths, names, show_header=True)


def _rows(rows: Iterable[_Row], widths: _Widths) -> Table:
    """Return rows under the header: tables of their own, so that a heading between them has the whole width."""
    table = _columns(widths, ("",) * 5, show_header=False)
    for row in rows:
        table.add_row(*_shown(row, widths))
    return table


def _columns(widths: _Widths, headers: Sequence[str], *, show_header: bool) -> Table:
    table = Table(
        box=box.SIMPLE_HEAD,
        show_edge=False,
        show_header=show_header,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        header_style="bold",
    )
    for name, width, right in zip(headers, widths.columns, (True, False, True, False, False), strict=True):
        if width:
            header = Text("\n".join(line for part in name.split("\n") for line in wrap(part, width)))
            table.add_column(header, width=width, justify="right" if right else "left", no_wrap=True)
    return table


def _shown(row: _Row, widths: _Widths) -> list[Text]:
    """Return the cells of a row without the columns that are left out."""
    return [cell for cell, width in zip(row, widths.columns, strict=True) if width]


def _project(project: Project, widths: _Widths, years: list[int]) -> _Row:
    number = Text("\n".join(wrap(project.number or "", widths.number)))
    name = Text("\n".join(wrap(project.name or "", widths.name)))
    unit = Text("\n".join(wrap(project.unit or "", widths.unit))) if widths.unit else Text()
    return number, name, _budget(project), unit, Text(bar(project.timeline, years), "green")


def _budget(project: Project) -> Text:
    """Return the amount; ``?`` for one that could not be read, ``-`` where the plan says that none is used."""
    if project.budget.status == "unreadable":
        return Text("?", "bold red")
    if project.budget.status == "none":
        return Text("-")
    return Text(_baht(baht_of(project)))


def _sums(plan: Plan, widths: _Widths, lang: Lang) -> Table:
    """Return the sums that the plan states, and under them the sum of its rows."""
    stated = [(_total(total, lang), _baht(total.baht)) for total in plan.totals]
    empty = Text()
    rows = [
        (empty, Text("\n".join(wrap(label, widths.name)), "bold"), Text(baht, "bold"), empty, empty)
        for label, baht in (*stated, (WORDS[lang]["sum"], amount(cost(plan.projects))))
    ]
    return _rows(rows, widths)


def heading_text(heading: Heading, width: int, lang: Lang) -> Text:
    """Return a heading in lines of ``width`` cells, its level's word before it unless its title begins with that."""
    word = LEVELS[lang][heading.level]
    parts = (None if heading.title.startswith(word) else word, heading.number, heading.title)
    return Text("\n".join(wrap(" ".join(filter(None, parts)), width)), _HEADING_STYLE[heading.level])


def _total(total: Total, lang: Lang) -> str:
    return total.label if total.projects is None else f"{total.label} ({count(total.projects, 'projects', lang)})"


def _baht(baht: float | None) -> str:
    return "" if baht is None else amount(baht)
