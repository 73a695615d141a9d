"""Typed pages → blocks: runs of tab-delimited lines are tables, other lines stand by themselves."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.page import TypedPage
from planparse.table.cells import Block, Cell, Line, PageBlocks, Table

LEAST_TABS = 3  # a line with fewer tabs is running text


def typed_blocks(page: TypedPage) -> PageBlocks:
    """Return the lines and tables of a page of text in reading order. Blank lines end no table: OCR leaves them anywhere."""
    return PageBlocks(page.number, tuple(_blocks(page)))


def _blocks(page: TypedPage) -> Iterator[Block]:
    run: list[tuple[int, str]] = []
    for number, text in enumerate(page.lines, page.first_line):
        if text.count("\t") >= LEAST_TABS:
            run.append((number, text))
        elif text.strip():
            if run:
                yield _table(run, page.number)
                run = []
            yield Line(" ".join(text.split("\t")).strip(), page.number, number, number)
    if run:
        yield _table(run, page.number)


def _table(run: list[tuple[int, str]], page: int) -> Table:
    rows = [text.split("\t") for _, text in run]
    width = max(len(row) for row in rows)
    cells = [
        Cell(index, column, 1, 1, (Line(text, page, number, number),) if text.strip() else ())
        for index, ((number, _), row) in enumerate(zip(run, rows, strict=True))
        for column, text in enumerate(row)
    ]
    numbers = [number for number, _ in run]
    return Table(page, tuple(range(width + 1)), (*numbers, numbers[-1] + 1), tuple(cells), typed=True)
