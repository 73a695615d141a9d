"""The body of a table → bands: which of its rows are of one project, and which stand between the projects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from planparse.form.header import LEAST_FIELDS, LEAST_MONTHS, Header
from planparse.form.headings import FoundHeading, FoundTotal, heading, total
from planparse.form.marks import RawMark
from planparse.form.text import cell_text, joined
from planparse.page import Box
from planparse.plan import Bbox, FieldName, Where
from planparse.table import Cell, Drawn, Line, Table
from planparse.thai.lookalikes import lookalikes
from planparse.thai.months import month_of
from planparse.thai.numbers import arabic, baht, says_none
from planparse.thai.repair import repair

_DIGITS = re.compile(r"[\d๐-๙\s]+\Z")
_COUNTED = re.compile(r"[\d๐-๙,\s]*(?:จำนวน|โครงการ)?")
_THOUSANDS = re.compile(r"[\d๐-๙],[\d๐-๙]{3}")
_SIGNED = re.compile(r"\s*\(?\s*(?:ลงชื่อ|ลงนาม)\s*\)?\s*[.…_]{3,}")
_NOTE = re.compile(r"\s*[*(]*\s*หมายเหตุ")
_CLOSES = re.compile(r"[)\].]")  # the end of a number that its narrow cell broke
_BROKEN = re.compile(r"[,.]\Z|,[\d๐-๙]{1,2}\Z|\.[\d๐-๙]\Z")
_COUNTING = re.compile(r"[\d๐-๙()\s.]+")
FILLED = 0.5  # of a row's height makes the row's month filled
PROJECT = "โครงการ"
LABELS = 0.75  # of the months' cells of a row that are their labels make it a row of labels: some may be damaged
LEAST_COUNTED = 4  # columns: a row that counts fewer may be anything
LARGEST_COUNT = 40  # no plan has as many columns
LONGEST_NUMBER = 10  # letters
SHARED: tuple[FieldName, ...] = ("place", "unit", "timeline")  # what a cell over several rows says of each of them
BAR = 2.0  # times as long as high is a box that is a bar in its row, no filled cell


@dataclass(slots=True)
class Layout:
    """A header and the table that it stands in: what the rows below it, and on later pages, are read with."""

    header: Header
    table: Table
    month_of_column: dict[int, int] = field(init=False)

    def __post_init__(self) -> None:
        """Keep the month columns by number: they are looked up for each cell."""
        self.month_of_column = {column: index for index, month in enumerate(self.header.months) for column in month.own}

    def edges(self, table: Table) -> list[tuple[float, float]]:
        """Return the left and right edge of each month column in a table with this layout."""
        return [(table.xs[month.column], table.xs[month.own.stop]) for month in self.header.months]


@dataclass(slots=True)
class Draft:
    """A row of the plan as it is gathered, out of so many ``bands``.

    ``stray`` is what stands in columns that the header does not name; ``covered`` are the fields whose columns the name's
    cell reaches over, that of a group of rows, say: there is no cell for them.
    """

    layout: Layout
    where: Where
    cells: dict[FieldName, list[Line]] = field(default_factory=dict)
    extra: dict[str, list[Line]] = field(default_factory=dict)
    marks: list[RawMark] = field(default_factory=list)
    stray: list[Line] = field(default_factory=list)
    outside: list[tuple[str, Where]] = field(default_factory=list)
    covered: set[FieldName] = field(default_factory=set)
    over_pages: bool = False
    bands: int = 0

    def text(self, name: FieldName) -> str:
        """Return a field's text, its lines joined."""
        lines = self.cells.get(name)
        return joined([line.text for line in lines]) if lines else ""


class Band(NamedTuple):
    """One row of a table's grid: its cells with text, its drawn marks, and which columns a cell from above goes on in."""

    table: Table
    row: int
    cells: tuple[Cell, ...]
    drawn: tuple[Drawn, ...]
    covered: frozenset[int]

    @property
    def where(self) -> Where:
        """The band's place."""
        table = self.table
        if table.typed:
            return Where(page=table.page, line=int(table.ys[self.row]))
        return Where(page=table.page, bbox=rounded(Box(table.xs[0], table.ys[self.row], table.xs[-1], table.ys[self.row + 1])))


def bands(table: Table, rows: range) -> list[Band]:
    """Return the rows of a table's grid in ``rows``; rows without anything in them are left out."""
    starting: dict[int, list[Cell]] = {}
    covered: dict[int, set[int]] = {}
    for cell in table.cells:
        first, column, deep, wide, lines = cell
        if lines:
            starting.setdefault(first, []).append(cell)
        for row in range(first + 1, first + deep):
            covered.setdefault(row, set()).update(range(column, column + wide))
    made = (
        Band(table, row, tuple(starting.get(row, ())), tuple(_drawn_in(table, row)), frozenset(covered.get(row, ())))
        for row in rows
    )
    return [band for band in made if band.drawn or band.cells]


def _drawn_in(table: Table, row: int) -> Iterable[Drawn]:
    if not table.drawn:
        return
    top, bottom = table.ys[row], table.ys[row + 1]
    for drawn in table.drawn:
        if drawn.kind == "fill":
            if min(drawn.box.bottom, bottom) - max(drawn.box.top, top) > FILLED * (bottom - top):
                yield drawn
            elif top < drawn.box.top and drawn.box.bottom < bottom and _is_bar(drawn.box):
                yield drawn._replace(kind="line")
        elif top <= (drawn.box.top + drawn.box.bottom) / 2 < bottom:
            yield drawn


def signs(band: Band, layout: Layout, signed: bool) -> bool:
    """Whether a band is where somebody signs, or a note below the rows: no row of the plan, whatever grid it stands in.

    Below one where somebody has ``signed``, it is one too if it has no number and no amount of its own.
    """
    if (
        not band.cells
        or any(drawn.kind != "fill" for drawn in band.drawn)
        or any(cell.column in layout.month_of_column and cell.columns == 1 for cell in band.cells)
    ):
        return False
    own = [cell for cell in band.cells if cell.columns == 1 and (cell.column != 0 or _may_number(cell))]
    alone = _filled(band._replace(cells=tuple(own)), layout)
    if signed and not alone & {"number", "budget"}:
        return True
    if any(is_signature(line.text) for cell in band.cells for line in cell.lines):
        return "number" not in alone or len(band.cells) == 1
    only = band.cells[0]
    wide = only.columns >= LEAST_FIELDS or (band.table.typed and only.column == 0)
    return len(band.cells) == 1 and wide and bool(_NOTE.match(cell_text(only)))


def is_signature(text: str) -> bool:
    """Whether a line is one to sign on."""
    return bool(_SIGNED.match(text))


def _may_number(cell: Cell) -> bool:
    """Whether the text of a table's first cell is short enough for the number of a row: a typed line begins there too."""
    return len(cell_text(cell)) <= LONGEST_NUMBER


def _is_bar(box: Box) -> bool:
    return box.x1 - box.x0 > BAR * (box.bottom - box.top)


def heading_of(band: Band, layout: Layout) -> FoundHeading | None:
    """Return the heading that a band is: one cell with text, which starts left of the budget."""
    if len(band.cells) != 1 or band.cells[0].column in layout.month_of_column:
        return None
    return heading(_repaired(band.cells[0]))


def total_of(band: Band, layout: Layout) -> tuple[FoundTotal, str] | None:
    """Return the sum that a band states, and the text of its budget cell, that of several on lines of their own."""
    budget_columns = _budget_columns(layout)
    before = _before_amount(band, layout, budget_columns)
    if not before:
        return None
    first = next((text for text in map(_repaired, before) if not _DIGITS.match(text)), "")
    found = total(first, first) and total(first, " ".join(map(_repaired, before)))  # few rows are sums: the rest is not joined
    if found is None:
        return None
    amounts = [cell for cell in band.cells if cell.column in budget_columns]
    return found, "\n".join("".join(line.text.strip() for line in cell.lines) for cell in amounts)


def _budget_columns(layout: Layout) -> list[int]:
    """Return the columns of the budget: one, none, or those that it is divided over."""
    return sorted(column for column, name in layout.header.fields.items() if name == "budget")


def rest_of_sum(band: Band, layout: Layout) -> str:
    """Return the amount that is all that stands in a band, else ``""``."""
    is_amount = len(band.cells) == 1 and band.cells[0].column in _budget_columns(layout) and not band.drawn
    return "".join(line.text.strip() for line in band.cells[0].lines) if is_amount else ""


def _before_amount(band: Band, layout: Layout, budget_columns: Sequence[int]) -> list[Cell]:
    filled = [cell for cell in band.cells if cell.column not in layout.month_of_column]
    return [cell for cell in filled if not budget_columns or cell.column < budget_columns[0]]


def beside_total(band: Band, layout: Layout, label: str) -> dict[str, str]:
    """Return what a row with a sum says besides its label, count and amount, by the headers of its columns."""
    header = layout.header
    before = _before_amount(band, layout, _budget_columns(layout))
    amounts = [column for column, name in header.fields.items() if name == "budget" and column not in header.others]
    labels = {month.column: month.label for month in header.months}
    extra: dict[str, str] = {}
    for cell in band.cells:
        text = _repaired(cell)
        rest = _COUNTED.sub("", text.replace(label, "", 1)) if cell in before and not _is_share(cell, header) else text
        if cell.column in amounts or not rest.strip(" ()"):
            continue
        title = header.printed.get(cell.column) or labels.get(cell.column, "")
        extra[title] = f"{extra[title]} {text}" if title in extra else text
    return extra


def _is_share(cell: Cell, header: Header) -> bool:
    """Whether a cell left of the amount states another: that of a part, before the column of their sum."""
    return cell.column in header.others and bool(_THOUSANDS.search(cell_text(cell)))


def _repaired(cell: Cell) -> str:
    return repair(joined(line.text for line in cell.lines))[0]


class SumRow(NamedTuple):
    """A row of a summary form: its label, what it states, and its other columns."""

    label: str
    projects: int | None
    budget: str
    extra: dict[str, str]


def sum_row(band: Band, layout: Layout) -> SumRow:
    """Return a row of a summary form."""
    texts = {cell.column: _repaired(cell) for cell in band.cells}
    fields = {name: texts.get(column, "") for column, name in layout.header.fields.items()}
    count = arabic(fields["projects"]).replace(",", "").removesuffix(PROJECT).strip()
    extra = {title: texts.get(column, "") for column, title in layout.header.others.items()}
    return SumRow(fields["name"], int(count) if count.isdecimal() and len(count) < 10 else None, fields["budget"], extra)


def is_page_number(band: Band, layout: Layout) -> bool:
    """Whether a typed band is the page's number: nothing but digits, and only in the month columns."""
    return (
        band.table.typed
        and bool(layout.month_of_column)
        and all(cell.column in layout.month_of_column for cell in band.cells)
        and all(_DIGITS.match(cell.lines[0].text) for cell in band.cells)
    )


def is_labels(band: Band, layout: Layout) -> bool:
    """Whether a band is the months' labels again: the end of a header that a page's end broke, with the rest of its titles."""
    labels = [cell for cell in band.cells if cell.column in layout.month_of_column]
    right = sum(is_label(cell, layout) for cell in labels)
    if right < max(LEAST_MONTHS, LABELS * len(labels)):
        return False
    return not _begins(band, layout) and "name" not in _filled(band, layout)


def is_header_again(band: Band, layout: Layout) -> bool:
    """Whether a band has the titles of the columns again, as where several tables stand below each other in one grid."""
    titles = [cell for cell in band.cells if cell.column not in layout.month_of_column]
    return len(titles) >= LEAST_FIELDS and all(cell_text(cell) == layout.header.printed.get(cell.column) for cell in titles)


def is_column_numbers(band: Band) -> bool:
    """Whether a band counts the columns from left to right, as a row below some headers does: (1), (2), (3) …"""
    if len(band.cells) < LEAST_COUNTED:
        return False
    if not all(_COUNTING.fullmatch(line.text) for cell in band.cells for line in cell.lines):
        return False
    text = "".join(cell_text(cell) for cell in sorted(band.cells, key=column_of))  # where no rule parts the months one may be cut
    digits = "".join(filter(str.isdecimal, arabic(text)))
    return "".join(map(str, range(1, LARGEST_COUNT))).startswith(digits)


def column_of(cell: Cell) -> int:
    """Return the column that a cell begins in."""
    return cell.column


def is_label(cell: Cell, layout: Layout) -> bool:
    """Whether a cell below the header has its month's label again."""
    month = layout.header.months[layout.month_of_column[cell.column]].month
    return month_of(lookalikes(cell_text(cell))) == month


def _filled(band: Band, layout: Layout) -> set[FieldName | None]:
    found = {layout.header.fields.get(cell.column): cell for cell in band.cells}
    if "number" in found and _CLOSES.fullmatch(cell_text(found["number"])):
        del found["number"]
    return set(found)


def _begins(band: Band, layout: Layout) -> bool:
    """Whether a number or an amount stands in a band: no header has them."""
    amounts = (cell for cell in band.cells if layout.header.fields.get(cell.column) == "budget")
    return "number" in _filled(band, layout) or any(letter.isdecimal() for cell in amounts for letter in cell_text(cell))


def is_rest_of_header(band: Band, layout: Layout) -> bool:
    """Whether the first band of a page can be the end of the header that the page before ends with.

    Then it has no number, no amount and no mark; what stands among the months are pieces of their labels. In a table
    without numbers a row may have none of these either: there it must complete the titles above.
    """
    if band.drawn or _begins(band, layout):
        return False
    if "number" not in layout.header.fields.values() and not _completes_titles(band, layout.header):
        return False
    labels = [cell for cell in band.cells if cell.column in layout.month_of_column and cell_text(cell).strip(" .")]
    return all(is_label(cell, layout) for cell in labels)


def _completes_titles(band: Band, header: Header) -> bool:
    """Whether all that stands in the columns of fields makes these titles ones that the form has, or more like them."""
    filled = [(cell, header.fields[cell.column]) for cell in band.cells if cell.column in header.fields]
    return bool(filled) and all(_completes(cell, field, header) for cell, field in filled)


def _completes(cell: Cell, field: FieldName, header: Header) -> bool:
    title = header.printed.get(cell.column, "")
    before, whole = header.form.field_of(title), header.form.field_of(title + cell_text(cell))
    if whole is None or whole[0] != field:
        return False
    return whole[1] == 1 or (before is not None and whole[1] > before[1])


def begins_overleaf(table: Table, rows: range, layout: Layout) -> int:
    """Return the first row at a table's end that may be of a project named on the next page only, else ``rows.stop``.

    In a table that has cells over the rows of a project, an empty one of number and name that reaches to the end of the
    page is its beginning: their text stands in the middle of the whole. So it does in a row that the page's end cuts.
    """
    columns = [column for column, name in layout.header.fields.items() if name in ("number", "name")]
    if table.typed or table.unruled or len(columns) < 2:
        return rows.stop
    own = [cell for cell in table.cells if cell.row in rows and cell.column in columns]
    if _is_cut(table, rows, [cell for cell in own if cell.row == rows.stop - 1]):
        return rows.stop - 1
    last = [cell for cell in own if cell.row + cell.rows == rows.stop and cell.row > rows.start and not cell.lines]
    if len(last) < 2 or len({cell.row for cell in last}) > 1 or not any(cell.rows > 1 and cell.lines for cell in own):
        return rows.stop
    return last[0].row


def _is_cut(table: Table, rows: range, last: Sequence[Cell]) -> bool:
    """Whether the last row of a page has no closing rule and no number and name yet: they stand lower in it than its beginning."""
    return not table.closed and len(rows) > 1 and len(last) == 2 and not any(cell.lines or cell.rows > 1 for cell in last)


def is_named(band: Band, layout: Layout) -> bool:
    """Whether number and name of a project stand in a band."""
    return {"number", "name"} <= _filled(band, layout)


def goes_on(band: Band, layout: Layout, first_on_page: bool) -> bool:
    """Whether a band goes on with the row before it.

    It does where cells of that row reach down into it, and where neither number nor name stand in it. A typed line, and
    the first row of a page, may go on with the name too: in a table with numbers where no other project is named beside
    an amount, in a table without where there is no mark, amount, place or unit either.
    """
    columns = {name: column for column, name in layout.header.fields.items()}
    if columns["name"] in band.covered:
        return True
    filled = _filled(band, layout)
    if "number" in filled:
        return False
    if "name" not in filled:
        return True
    if band.table.typed:
        return "number" in columns and not _starts_typed(band, layout, columns["name"], filled)
    if first_on_page and "number" in columns:
        return "budget" not in filled or not _name_of(band, columns["name"]).startswith(PROJECT)
    marked = bool(band.drawn) or any(cell.column in layout.month_of_column for cell in band.cells)
    return first_on_page and not marked and not filled & {"budget", "unit", "place"}


def share(before: Draft, draft: Draft, band: Band) -> None:
    """Give a row what it has in common with the row before: the text of cells that reach over both.

    An amount, or a mark, that stands so is of the rows together: that stays with the first.
    """
    header = draft.layout.header
    for column in sorted(band.covered | _begun_before(band)):
        name = header.fields.get(column)
        if name in SHARED and before.cells.get(name):
            draft.cells[name] = list(before.cells[name])
        elif name is None and (title := header.others.get(column)) and not _is_amount(lines := before.extra.get(title, [])):
            draft.extra[title] = list(lines)


def _begun_before(band: Band) -> set[int]:
    """Return the columns of the empty cells over several rows in a page's first: the page before may have their text."""
    cells = (cell for cell in band.table.cells if cell.row == band.row and cell.rows > 1 and not cell.lines)
    return {cell.column for cell in cells}


def _is_amount(lines: Iterable[Line]) -> bool:
    return any(_DIGITS.match(line.text) or _THOUSANDS.search(line.text) for line in lines)


def names(band: Band, draft: Draft) -> bool:
    """Whether a band names a row that a page's end cut above its name: that has a number and no name, the band a name only."""
    filled = _filled(band, draft.layout)
    return "number" in draft.cells and "name" not in draft.cells and "name" in filled and "number" not in filled


def ends_amount(band: Band, draft: Draft) -> bool:
    """Whether a typed line has the last digits of an amount that the line above broke behind a comma or point."""
    before = draft.cells.get("budget", ())
    if not band.table.typed or not before or not _is_broken(before[-1].text) or "number" in _filled(band, draft.layout):
        return False
    amounts = [cell_text(cell) for cell in band.cells if draft.layout.header.fields.get(cell.column) == "budget"]
    return len(amounts) == 1 and baht(before[-1].text.strip() + amounts[0]) is not None


def _is_broken(amount: str) -> bool:
    """Whether an amount ends behind a comma or point, or within three digits."""
    return bool(_BROKEN.search(amount.rstrip()))


def rest_of_typed_sum(band: Band, layout: Layout, amount: str) -> str:
    """Return the last digits of a typed sum's ``amount`` that the line above broke, ``""`` where a band is something else."""
    return rest_of_sum(band, layout) if band.table.typed and _is_broken(amount) else ""


def _starts_typed(band: Band, layout: Layout, name_column: int, filled: Set[FieldName | None]) -> bool:
    """Whether a typed line without a number begins a row: an amount beside the word for project, or beside place and unit."""
    if "budget" not in filled or not _is_paid(band, layout):
        return False
    return _name_of(band, name_column).startswith(PROJECT) or filled >= {"place", "unit"}


def _is_paid(band: Band, layout: Layout) -> bool:
    """Whether an amount stands in a band, or that there is none: no word alone, such as the rest of ไม่ใช้งบประมาณ."""
    texts = [cell_text(cell) for cell in band.cells if layout.header.fields.get(cell.column) == "budget"]
    return any(says_none(text) or any(map(str.isdecimal, text)) for text in texts)


def _name_of(band: Band, column: int) -> str:
    """Return the first line of the name in a band that has one."""
    return next(cell.lines[0].text.lstrip() for cell in band.cells if cell.column == column)


def where_of(line: Line) -> Where:
    """Return a line's place."""
    return Where(page=line.page, line=line.number, bbox=rounded(line.box) if line.box else None)


def rounded(box: Box) -> Bbox:
    """Return a box in tenths of points, as the plan has it."""
    return round(box.x0, 1), round(box.top, 1), round(box.x1, 1), round(box.bottom, 1)


def printed_lines(band: Band) -> Sequence[Line]:
    """Return all lines of a band, from left to right."""
    return [line for cell in sorted(band.cells, key=column_of) for line in cell.lines]
