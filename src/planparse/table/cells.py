"""What the table stage hands on: lines, cells, tables, and the marks that are drawn over them."""

from __future__ import annotations

from typing import Literal, NamedTuple

from planparse.page import Box

DrawnKind = Literal["arrow", "line", "fill", "bullet"]
Standing = Literal["top", "middle", "bottom"]


class Line(NamedTuple):
    """A line of text. ``y`` is its place down the page: the baseline in points (PDF), the line's number (text).

    ``number`` is the line's number in a text (from 1) and ``None`` for a PDF; ``box`` the other way round.
    """

    text: str
    page: int
    y: float
    number: int | None = None
    box: Box | None = None
    repairs: tuple[tuple[str, str, str], ...] = ()


class Cell(NamedTuple):
    """A cell of the grid: its upper left corner, how many rows and columns it covers, its lines."""

    row: int
    column: int
    rows: int
    columns: int
    lines: tuple[Line, ...]


class Drawn(NamedTuple):
    """A drawn mark: an arrow, a plain line, a filled box with its colour (RGB), or a dot, star and the like."""

    kind: DrawnKind
    box: Box
    colour: tuple[int, int, int] | None = None


class Table(NamedTuple):
    """A grid of cells, in the order of their rows: ``xs`` and ``ys`` are the edges of columns and rows (for a text, their numbers).

    ``closed`` says whether the last row ends in a rule: where it does not, it may go on on the next page.
    ``typed`` says that it was typed with tabs: each line is a row, and wrapped lines go on in the next.
    ``unruled`` says that white parts its columns, no rules; ``months`` are then the indices of the edges that bound its months,
    and ``standing`` says where the numbers stand in its rows.
    """

    page: int
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[Cell, ...]
    drawn: tuple[Drawn, ...] = ()
    closed: bool = True
    typed: bool = False
    unruled: bool = False
    months: tuple[int, int] = (0, 0)
    standing: Standing = "top"

    @property
    def y(self) -> float:
        """Where the table starts down the page."""
        return self.ys[0]


Block = Line | Table


class PageBlocks(NamedTuple):
    """A page's blocks in reading order. ``without_text`` says why a page that is not blank has none (a scan, say), else ``""``."""

    number: int
    blocks: tuple[Block, ...]
    without_text: str = ""

    @property
    def text(self) -> bool:
        """Whether there is any text at all."""
        return bool(self.blocks)
