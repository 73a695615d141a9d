"""Pages → blocks: lines of running text and tables of cells, in reading order."""

from __future__ import annotations

from planparse.page import DrawnPage, Page
from planparse.table.cells import Block, Cell, Drawn, Line, PageBlocks, Table
from planparse.table.ruled import drawn_blocks
from planparse.table.tabbed import typed_blocks

__all__ = ["Block", "Cell", "Drawn", "Line", "PageBlocks", "Table", "blocks"]


def blocks(page: Page, before: PageBlocks | None = None) -> PageBlocks:
    """Return what stands on a page; ``before`` is what stands on the page before it, whose table may go on."""
    return drawn_blocks(page, before) if isinstance(page, DrawnPage) else typed_blocks(page)
