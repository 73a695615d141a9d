"""Draws a sample plan as a ruled PDF, and notes on which page everything came to stand.

Points from the bottom left corner, as PDF counts; landscape A4.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from itertools import accumulate
from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape  # type: ignore[import-untyped]  # reportlab ships no types
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]  # as above

from model import MONTHS, Group, Heading, Mark, Plan, Project, money
from typeset import BOLD, REGULAR, draw, draw_centred, draw_right, register_fonts, wrap

LEFT, TOP, BOTTOM = 30.0, 560.0, 42.0
TEXT_WIDTHS = (28.0, 126.0, 188.0, 62.0, 78.0, 60.0)
MONTH_WIDTH = 20.0
SIZE, LEADING, PAD = 8.0, 12.5, 3.0
HEADER_LINE = 17.0
RULE, SHAFT, HEAD = 0.5, 0.7, 4.0
# A row is broken over two pages only where this many of its lines stay and go on.
KEPT_LINES = 2


@dataclass(frozen=True, slots=True)
class Style:
    """How one kind of plan is set: the place for its year, and what its text layer stores for a text."""

    year: str = "พ.ศ. {}"
    stored: Callable[[str], str] = str


@dataclass(slots=True)
class Sheet:
    """The paper: where the pen stands, and the page of everything drawn so far."""

    canvas: Canvas
    style: Style
    y: float = TOP
    page: int = 1
    headings: list[int] = field(default_factory=list)
    projects: list[int] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)

    def turn(self) -> None:
        """Number this page and go on with the next."""
        self.close()
        self.canvas.showPage()
        self.page, self.y = self.page + 1, TOP

    def close(self) -> None:
        """Print the page's number at its foot."""
        draw_centred(self.canvas, (landscape(A4)[0] / 2, 22), str(self.page))


@dataclass(frozen=True, slots=True)
class Row:
    """A project cut into lines: those of each text column, and its marks with the line that they stand beside."""

    cells: tuple[tuple[str, ...], ...]
    marks: tuple[tuple[int, Mark], ...]

    @property
    def lines(self) -> int:
        """How many lines the row takes."""
        return max(len(cell) for cell in self.cells)

    def split(self, at: int) -> tuple[Row, Row]:
        """Cut the row in two before the line ``at``."""
        here = tuple((line, mark) for line, mark in self.marks if line < at)
        there = tuple((line - at, mark) for line, mark in self.marks if line >= at)
        return Row(tuple(c[:at] for c in self.cells), here), Row(tuple(c[at:] for c in self.cells), there)


def edges() -> list[float]:
    """Return the x of every column's left edge, and of the table's right one."""
    return list(accumulate((*TEXT_WIDTHS, *[MONTH_WIDTH] * 12), initial=LEFT))


def height(lines: int) -> float:
    """Return the height of a row in points."""
    return lines * LEADING + 2 * PAD


def baseline(top: float, line: int) -> float:
    """Return the y on which the text of a line stands."""
    return top - PAD - line * LEADING - 9.0


def set_row(project: Project, stored: Callable[[str], str]) -> Row:
    """Break a project's texts into lines; its amounts stand beside their activities where there are as many."""
    rooms = [width - 6 for width in TEXT_WIDTHS]
    activities = [wrap(stored(text), REGULAR, SIZE, rooms[2]) for text in project.bulleted]
    starts = list(accumulate((len(a) for a in activities), initial=0))
    amounts = [""] * starts[-1]
    spread = len(project.amounts) == len(activities)
    for index, amount in enumerate(project.amounts):
        lines = wrap(stored(amount), REGULAR, SIZE, rooms[3])
        first = starts[index] if spread else index
        amounts[first : first + len(lines)] = lines
    texts = [
        wrap(stored(t), REGULAR, SIZE, r)
        for t, r in zip((project.name, project.place, project.unit), (rooms[1], *rooms[4:]), strict=True)
    ]
    details = tuple(line for activity in activities for line in activity)
    cells = ((project.number,), texts[0], details, tuple(amounts), *texts[1:])
    return Row(cells, tuple((starts[mark.activity], mark) for mark in project.marks))


def rule_cells(sheet: Sheet, xs: Iterable[float], top: float, bottom: float) -> None:
    """Rule a row: its upper and lower edge and the cells' sides."""
    sheet.canvas.setLineWidth(RULE)
    sides = list(xs)
    for y in (top, bottom):
        sheet.canvas.line(sides[0], y, sides[-1], y)
    for x in sides:
        sheet.canvas.line(x, top, x, bottom)


def draw_head(canvas: Canvas, tip: float, y: float, length: float) -> None:
    """Draw an arrow head: a small filled triangle; a negative length points left."""
    path = canvas.beginPath()
    path.moveTo(tip, y)
    path.lineTo(tip - length, y + HEAD / 2)
    path.lineTo(tip - length, y - HEAD / 2)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def draw_shaft(canvas: Canvas, mark: Mark, y: float) -> None:
    """Draw an arrow or a line over its months, a little short of their edges."""
    x0, x1 = edges()[6 + mark.start] + 2.0, edges()[7 + mark.end] - 2.0
    canvas.rect(x0, y - SHAFT / 2, x1 - x0, SHAFT, stroke=0, fill=1)
    if mark.kind != "--":
        draw_head(canvas, x1, y, HEAD)
    if mark.kind == "<->":
        draw_head(canvas, x0, y, -HEAD)


def draw_mark(sheet: Sheet, mark: Mark, y: float) -> None:
    """Draw one mark beside the text that stands on ``y``."""
    if mark.drawn:
        draw_shaft(sheet.canvas, mark, y + 2.5)
        return
    for sign, month in zip(mark.kind, (mark.start, mark.end), strict=False):
        draw_centred(sheet.canvas, (edges()[6 + month] + MONTH_WIDTH / 2, y - 1), sign, REGULAR, 12)


def draw_row(sheet: Sheet, row: Row) -> None:
    """Draw a row at the pen and move the pen below it."""
    top, xs = sheet.y, edges()
    sheet.y -= height(row.lines)
    rule_cells(sheet, xs, top, sheet.y)
    for column, lines in enumerate(row.cells):
        for number, line in enumerate(lines):
            y = baseline(top, number)
            if column == 0 or (column == 3 and not line[:1].isdigit()):
                draw_centred(sheet.canvas, ((xs[column] + xs[column + 1]) / 2, y), line)
            elif column == 3:
                draw_right(sheet.canvas, (xs[4] - 3, y), line)
            else:
                draw(sheet.canvas, (xs[column] + 3, y), line)
    for line_number, mark in row.marks:
        draw_mark(sheet, mark, baseline(top, line_number))


def draw_years(sheet: Sheet, year: int, top: float) -> None:
    """Draw the upper line of the header over the months: the calendar years, three months and nine."""
    xs = edges()
    rule_cells(sheet, (xs[6], xs[9], xs[18]), top, top - HEADER_LINE)
    for first, last, printed in ((6, 9, year - 1), (9, 18, year)):
        text = sheet.style.stored(sheet.style.year.format(printed))
        draw_centred(sheet.canvas, ((xs[first] + xs[last]) / 2, top - 11.5), text, BOLD, 7.5)


def draw_header(sheet: Sheet, plan: Plan) -> None:
    """Draw the header of two lines: text columns over both, years over months."""
    top, xs = sheet.y, edges()
    sheet.y -= 2 * HEADER_LINE
    rule_cells(sheet, xs[:7], top, sheet.y)
    draw_years(sheet, plan.year, top)
    rule_cells(sheet, xs[6:], top - HEADER_LINE, sheet.y)
    for column, title in enumerate(plan.columns):
        lines = sheet.style.stored(title).split("\n")
        y = top - HEADER_LINE - 2.5 + (len(lines) - 1) * 6
        for number, line in enumerate(lines):
            draw_centred(sheet.canvas, ((xs[column] + xs[column + 1]) / 2, y - 12 * number), line, BOLD, 7.5)
    for month, label in enumerate(MONTHS):
        draw_centred(sheet.canvas, (xs[6 + month] + MONTH_WIDTH / 2, sheet.y + 5.5), sheet.style.stored(label), BOLD, 6.5)


def draw_total(sheet: Sheet, label: str, amount: str) -> None:
    """Draw a row that states a sum, its label over the first three columns."""
    if sheet.y - height(1) < BOTTOM:
        sheet.turn()
    top, xs = sheet.y, edges()
    sheet.y -= height(1)
    rule_cells(sheet, (xs[0], *xs[3:]), top, sheet.y)
    draw_centred(sheet.canvas, ((xs[0] + xs[3]) / 2, baseline(top, 0)), sheet.style.stored(label), BOLD)
    draw_right(sheet.canvas, (xs[4] - 3, baseline(top, 0)), amount, BOLD)
    sheet.totals.append(sheet.page)


def draw_project(sheet: Sheet, plan: Plan, project: Project, repeat_header: bool) -> None:
    """Draw a project, over the page's end if enough of its lines fit on both sides."""
    row = set_row(project, sheet.style.stored)
    room = int((sheet.y - BOTTOM - 2 * PAD) // LEADING)
    if row.lines > room:
        here, row = row.split(room) if KEPT_LINES <= room <= row.lines - KEPT_LINES else (None, row)
        sheet.projects.append(sheet.page + (here is None))
        if here:
            draw_row(sheet, here)
        sheet.turn()
        if repeat_header:
            draw_header(sheet, plan)
    else:
        sheet.projects.append(sheet.page)
    draw_row(sheet, row)


def draw_heading(sheet: Sheet, heading: Heading) -> None:
    """Draw a heading above a table."""
    font = REGULAR if heading.level == "objective" else BOLD
    draw(sheet.canvas, (LEFT, sheet.y - 11), sheet.style.stored(heading.before + heading.title), font, 9.5)
    sheet.y -= 17
    sheet.headings.append(sheet.page)


def draw_group(sheet: Sheet, plan: Plan, group: Group) -> None:
    """Draw a group: headings, table, sum. It begins a page where the header and three lines would not fit."""
    if group.new_page or sheet.y - 17 * len(group.headings) - 2 * HEADER_LINE - height(3) < BOTTOM:
        sheet.turn()
    for heading in group.headings:
        draw_heading(sheet, heading)
    draw_header(sheet, plan)
    for project in group.projects:
        draw_project(sheet, plan, project, group.repeat_header)
    if group.total:
        draw_total(sheet, f"รวม {len(group.projects)} โครงการ", money(group.baht))


def draw_title(sheet: Sheet, plan: Plan) -> None:
    """Draw what stands over the whole plan."""
    middle = landscape(A4)[0] / 2
    draw_right(sheet.canvas, (landscape(A4)[0] - LEFT, TOP), sheet.style.stored(plan.label))
    for number, text in enumerate((plan.title, plan.organization)):
        draw_centred(sheet.canvas, (middle, TOP - 6 - 20 * number), sheet.style.stored(text), BOLD, 13 - number)
    sheet.y = TOP - 44


def draw_plan(plan: Plan, path: Path, style: Style | None = None) -> Sheet:
    """Draw a plan into a PDF and return the sheet, which knows the pages of headings, projects and totals."""
    register_fonts()
    # Invariant: no dates and no random id, so that the same plan gives the same bytes.
    canvas = Canvas(str(path), pagesize=landscape(A4), invariant=1, pageCompression=1)
    canvas.setTitle(plan.title)
    sheet = Sheet(canvas, style or Style())
    draw_title(sheet, plan)
    for group in plan.groups:
        draw_group(sheet, plan, group)
        sheet.y -= 12
    if plan.grand_total:
        sheet.y += 12
        total = money(sum((group.baht for group in plan.groups[1:]), plan.groups[0].baht))
        draw_total(sheet, f"รวมทั้งสิ้น {len(plan.projects)} โครงการ", total)
    sheet.close()
    canvas.save()
    return sheet


def endless(plan: Plan, rows: int) -> Plan:
    """Return one long group of ``rows`` projects, those of the plan over and over with new numbers."""
    projects = plan.projects
    many = tuple(replace(projects[i % len(projects)], number=str(i + 1)) for i in range(rows))
    return replace(plan, groups=(Group(plan.groups[0].headings, many),))
