"""A budget that is divided over several columns by where the money comes from, under one title over all of them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import count, takewhile
from typing import NamedTuple

from planparse.form.forms import Form, tighten
from planparse.form.text import cell_text
from planparse.table import Cell

_SUM = re.compile("รวม|ยอดรวม|ทั้งสิ้น|ทั้งหมด")
_MONEY = re.compile(r"จำนวน(?:เงิน)?(?:บาท)?\Z|บาท\Z|วงเงิน")
_SOURCE = re.compile(
    "งบ|เงิน|แหล่ง(?!ที่มา)|อบต|อบจ|เทศบาล|ท[ตมน]|เมืองพัทยา|องค์การบริหาร|รายได้|อุดหนุน|รัฐ|ราชการ|จ่ายขาด|กรม|กระทรวง|กองทุน|ท้องถิ่น|สะสม|เอกชน|ประชาชน|"
    "จังหวัด|อำเภอ|ส่วนกลาง|ภายนอก|ภาคี|อื่น|หน่วยงานอื่น"
)
_PLANNED = re.compile("(?:งบประมาณ|งบ|เงิน|ที่)*(?:ตั้งไว้|ตั้งจ่าย|ขอตั้ง|อนุมัติ|ได้รับอนุมัติ|ได้รับจัดสรร|จัดสรร|ตามแผน|แผน\\Z)")
_STAGE = re.compile("ตั้งไว้|ตั้งจ่าย|อนุมัติ|ได้รับ|เบิก|จ่าย(?!ขาด)|ใช้ไป|ที่ใช้|คงเหลือ|เหลือ|ผูกพัน|25\\d\\d|๒๕|ปีที่|ปี(?=[\\d๐-๙])|ร้อยละ")


class Over(NamedTuple):
    """A title over several columns that have titles of their own below it."""

    cell: Cell
    columns: range


def titles_over(cells: Iterable[Cell], months: set[int]) -> list[Over]:
    """Return the titles of a header that stand over those of several columns, the years over the months left out."""
    own = list(cells)
    below = {(cell.row, cell.column) for cell in own}
    found: list[Over] = []
    for cell in own:
        columns = range(cell.column, cell.column + cell.columns)
        if len(columns) > 1 and months.isdisjoint(columns):
            titled = {column for row, column in below if column in columns and row >= cell.row + cell.rows}
            if len(titled) > 1:
                found.append(Over(cell, columns))
    return found


def with_title_apart(cells: Sequence[Cell], form: Form) -> Sequence[Cell]:
    """Return the cells of a header without rules with the title of a divided budget over all of its parts.

    Neither white nor tabs part such a title from these: it was taken for the first lines of the one below it.
    """
    for cell in cells:
        for head, below in _cut(cell, cells):
            if not _is_budget(cell_text(head), form) or not _is_part(below, head):
                continue
            own = [one for one in cells if one is not cell and one is not below]
            parts = [one for one in own if _is_part(one, head) and not _has_other(one, cells)]
            titled = {one.column: one for one in (*parts, below)}
            columns = sorted(_beside(cell.column, titled))
            if len(columns) > 1:
                moved = [titled[column]._replace(row=max(titled[column].row, cell.row + 1), rows=1) for column in columns]
                over = Cell(cell.row, columns[0], 1, len(columns), head.lines)
                return [over, *moved, *(one for one in cells if one.column not in columns)]
    return cells


def are_parts(row: Iterable[Cell], above: Sequence[Cell], form: Form) -> bool:
    """Whether a row below the titles ``above`` has nothing but those of a budget's parts or stages: only its title is over them."""
    own = [cell for cell in row if cell.lines]
    if len(own) < 2 or not all(map(_is_part_or_stage, own)):
        return False
    columns = range(min(cell.column for cell in own), max(cell.column + cell.columns for cell in own))
    over = [cell for cell in above if cell.column < columns.stop and cell.column + cell.columns > columns.start]
    return len(over) == 1 and _is_budget(cell_text(over[0]), form)


def _is_part_or_stage(cell: Cell) -> bool:
    text = tighten(cell_text(cell))
    return text[:1].isalpha() and any(told.match(text) for told in (_SOURCE, _SUM, _STAGE))


def _cut(cell: Cell, cells: Iterable[Cell]) -> Iterator[tuple[Cell, Cell]]:
    """Yield a title and what stands below it: the cell's first lines and its others, or it and the other cell of its column."""
    for at in range(1, len(cell.lines)):
        yield cell._replace(lines=cell.lines[:at]), cell._replace(lines=cell.lines[at:])
    others = [one for one in cells if one is not cell and one.column == cell.column and one.lines]
    if cell.lines and len(others) == 1 and others[0].row > cell.row:
        yield cell, others[0]


def _is_part(cell: Cell, head: Cell) -> bool:
    """Whether a cell is titled as a part of a budget, or its sum, and stands below the title of this."""
    if not cell.lines or cell.columns > 1 or cell.lines[0].y <= head.lines[-1].y:
        return False
    text = tighten(cell_text(cell))
    return bool(_SOURCE.match(text) or _SUM.match(text))


def _has_other(cell: Cell, cells: Iterable[Cell]) -> bool:
    return any(one is not cell and one.column == cell.column and one.lines for one in cells)


def _beside(column: int, among: Container[int]) -> Iterator[int]:
    """Yield the columns of the run that a column is in."""
    if column in among:
        yield column
        yield from takewhile(among.__contains__, count(column + 1))
        yield from takewhile(among.__contains__, count(column - 1, -1))


def budget_columns(over: Mapping[range, str], printed: Mapping[int, str], form: Form) -> Sequence[int]:
    """Return the columns that make up the budget under a title over several, none where it is not one divided by source.

    That is the one of their sum where there is one, or all; of an amount and words about it the amount. What is spent is no part
    of what was planned: that alone is the budget. Nor are the amounts of several years parts of one. ``over`` are the titles
    over the columns.

    >>> from planparse.form.forms import forms
    >>> over = {range(3, 6): "งบประมาณ (บาท)"}
    >>> budget_columns(over, {3: "งบ อบต.", 4: "เงินอุดหนุน", 5: "อื่น ๆ"}, forms()[0])
    [3, 4, 5]
    >>> budget_columns(over, {3: "งบ อบต.", 4: "เงินอุดหนุน", 5: "รวม"}, forms()[0])
    [5]
    >>> budget_columns(over, {3: "ตั้งไว้", 4: "เบิกจ่าย", 5: "คงเหลือ"}, forms()[0])
    [3]
    """
    for columns, title in over.items():
        beside = (text for column, text in printed.items() if column not in columns)
        if not _is_budget(title, form) or any(_is_budget(text, form) for text in beside):
            continue
        below = {column: tighten(printed[column]) for column in columns if column in printed}
        if any(map(_STAGE.search, below.values())):
            planned = [column for column, text in below.items() if _PLANNED.match(text)]
            return planned if len(planned) == 1 else []
        for told in (_SUM, _MONEY):
            if len(single := [column for column, text in below.items() if told.match(text)]) == 1:
                return single
        if len(below) > 1 and all(map(_SOURCE.match, below.values())):
            return list(below)
    return []


def _is_budget(title: str, form: Form) -> bool:
    found = form.field_of(title)
    return found is not None and found[0] == "budget"
