"""Small plans in the making: typed pages from rows of cells, drawn tables from words in a grid of equal squares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planparse.form import Reading, assemble, read_blocks
from planparse.page import Box, TypedPage
from planparse.plan import Plan, Source, Span
from planparse.table import Block, Cell, Drawn, Line, PageBlocks, Table, blocks

MONTHS = ("ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.")
TITLES = ("ที่", "โครงการ", "รายละเอียดของกิจกรรม", "งบประมาณ", "สถานที่ดำเนินการ", "หน่วยงานรับผิดชอบ")
HEAD = (*TITLES, *MONTHS)
SOURCE = Source(name="plan.txt", format="text", sha256="0" * 64, pages=1)
WIDE, HIGH = 40.0, 20.0  # points of a drawn square
LEFT, TOP = 50.0, 100.0  # points of the corner of a drawn table
LEADING = 12.0  # points between the lines of a drawn cell

Words = Sequence[str | None]


def row(*texts: str, marks: Mapping[int, str] | None = None, columns: int = 6) -> tuple[str, ...]:
    """Return a row: the texts of the first columns, and marks by the index of their month."""
    months = [(marks or {}).get(index, "") for index in range(12)]
    return (*texts, *[""] * (columns - len(texts)), *months)


def typed(*rows: Sequence[str] | str, number: int = 1, first_line: int = 1) -> PageBlocks:
    """Return a page of text: a row of cells is put between tabs, a string is a line as it stands."""
    lines = tuple(line if isinstance(line, str) else "\t".join(line) for line in rows)
    return blocks(TypedPage(number, first_line, lines))


def line(text: str, y: float = 50.0, *, page: int = 1, x0: float = LEFT, x1: float | None = None) -> Line:
    """Return a line of a drawn page whose letters are 4 points wide."""
    return Line(text, page, y, None, Box(x0, y - 8, x1 if x1 is not None else x0 + 4 * len(text), y + 2))


def ruled(
    *rows: Words,
    spans: Mapping[tuple[int, int], tuple[int, int]] | None = None,
    drawn: Sequence[Drawn] = (),
    page: int = 1,
    top: float = TOP,
    high: float = HIGH,
    closed: bool = True,
) -> Table:
    """Return a drawn table; ``None`` is a square that a cell of ``spans`` (rows, columns by its corner) covers."""
    cells = []
    for r, words in enumerate(rows):
        for c, text in enumerate(words):
            if text is None:
                continue
            deep, across = (spans or {}).get((r, c), (1, 1))
            x, y = LEFT + WIDE * c, top + high * r
            lines = [line(part, y + LEADING * (i + 1), page=page, x0=x + 2) for i, part in enumerate(text.split("\n")) if part]
            cells.append(Cell(r, c, deep, across, tuple(lines)))
    xs = tuple(LEFT + WIDE * c for c in range(len(rows[0]) + 1))
    ys = tuple(top + high * r for r in range(len(rows) + 1))
    return Table(page, xs, ys, tuple(cells), tuple(drawn), closed)


def arrow(row: int, start: float, end: float, *, kind: str = "arrow", first: int = len(TITLES)) -> Drawn:
    """Return a mark drawn in the middle of a table's row, from ``start`` to ``end`` in months from the first."""
    y = TOP + HIGH * (row + 0.5)
    half = 9.0 if kind == "fill" else 1.0
    x0, x1 = (LEFT + WIDE * (first + month) for month in (start, end))
    return Drawn(kind, Box(x0, y - half, x1, y + half))  # type: ignore[arg-type]  # the test names the kind


def page(*content: Block, number: int = 1, without_text: str = "") -> PageBlocks:
    """Return a page of these blocks."""
    return PageBlocks(number, content, without_text)


def read(*pages: PageBlocks) -> Reading:
    """Return what the pages say."""
    return read_blocks(pages)


def plan(*pages: PageBlocks) -> Plan:
    """Return the plan that the pages make."""
    return assemble(read_blocks(pages), SOURCE).whole()


def spans(found: Sequence[Span]) -> list[tuple[str, str]]:
    """Return spans as pairs."""
    return [(span.start, span.end) for span in found]
