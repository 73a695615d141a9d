"""A page's text: as lines for a person, with boxes and repairs for a program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median
from typing import Any

from planparse.report.plan_json import json_text
from planparse.table import Cell, Line, PageBlocks, Table

SAME_LINE = 0.33  # of the height of a table's lines between baselines that are one printed line
PAGE_END = "\f"


def page_text(page: PageBlocks) -> str:
    """Return a page's text: a printed line a line, the cells of a table apart by tabs; a form feed ends the page."""
    lines: list[str] = []
    for block in page.blocks:
        lines.extend([block.text.strip()] if isinstance(block, Line) else _table_lines(block))
    return "".join(f"{line}\n" for line in lines) + PAGE_END


def _table_lines(table: Table) -> Iterator[str]:
    """Yield the printed lines of a table, row by row."""
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    near = SAME_LINE * median([_height(line) for cell in table.cells for line in cell.lines] or [0.0])
    for row in sorted(rows):
        for printed in _printed(rows[row], near):
            columns = dict(printed)
            yield "\t".join(columns.get(column, "") for column in range(max(columns) + 1))


def _height(line: Line) -> float:
    """Return a line's height, where it is typed in lines."""
    return line.box.bottom - line.box.top if line.box else 1.0


def _printed(cells: Sequence[Cell], near: float) -> Iterator[list[tuple[int, str]]]:
    """Yield the texts of one row that stand on one line, each with its column: with baselines as ``near`` each other."""
    texts = sorted((line.y, cell.column, line.text.strip()) for cell in cells for line in cell.lines)
    level: list[tuple[int, str]] = []
    start = 0.0
    for y, column, text in texts:
        if level and (y - start > near or column in dict(level)):
            yield level
            level = []
        if not level:
            start = y
        level.append((column, text))
    if level:
        yield level


def page_json(page: PageBlocks, source: str) -> str:
    """Return a page as one JSON object on a line: its lines with their boxes, their cells, and what was repaired."""
    entry: dict[str, Any] = {"source": source, "page": page.number, "without_text": page.without_text or None, "lines": []}
    for number, block in enumerate(block for block in page.blocks if isinstance(block, Table)):
        entry["lines"].extend(_line(line, number, cell) for cell in block.cells for line in cell.lines)
    entry["lines"].extend(_line(block, None, None) for block in page.blocks if isinstance(block, Line))
    entry["lines"].sort(key=_reading_order)
    return json_text(entry, None)


def _line(line: Line, table: int | None, cell: Cell | None) -> dict[str, Any]:
    return {
        "text": line.text.strip(),
        "bbox": [round(value, 1) for value in line.box] if line.box else None,
        "line": line.number,
        "table": table,
        "row": cell.row if cell else None,
        "column": cell.column if cell else None,
        "repairs": [{"rule": rule, "before": before, "after": after} for rule, before, after in line.repairs],
    }


def _reading_order(line: dict[str, Any]) -> tuple[float, float]:
    box = line["bbox"]
    return (float(line["line"]), line["column"] or 0) if box is None else (round(box[3]), box[0])
