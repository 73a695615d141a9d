"""Repairs that know the field: what a number, an amount, a month's mark may be; free text goes to the clerk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planparse.form.marks import ARROWS, BULLETS, DASHES
from planparse.form.rows import Band, Layout
from planparse.plan import FieldName
from planparse.table import Cell, Line, PageBlocks
from planparse.thai.amounts import number_read, readings
from planparse.thai.clerk import Clerk, Level
from planparse.thai.numbers import says_none
from planparse.thai.repair import Change

# Signs that OCR programs read for a bullet or an arrow. A speck may be dirt as well: alone in a row's line it is a doubt.
BULLET_LIKE = frozenset("·∙⋅◦°oOоꞏ")
SPECKS = frozenset(".,'`ec")
ARROW_LIKE = re.compile(r"[-–—=~]*[>»›≻⟩]+\Z")
DASH_LIKE = frozenset("_~ー一¬")
KNOWN = BULLETS | ARROWS | DASHES


class Problem(NamedTuple):
    """A close call: the field, and why."""

    field: str
    reason: str
    line: Line


class MendedBand(NamedTuple):
    """A band after repair, each change with its line, and the close calls."""

    band: Band
    changes: tuple[tuple[Change, Line], ...]
    doubts: tuple[Problem, ...]


class Mender:
    """Repairs lines and rows of one document, page by page."""

    def __init__(self, level: Level = "safe") -> None:
        """Take how far to go; ``none`` keeps to what makes text readable at all."""
        self.level = level
        self.clerk = Clerk(level)
        self._number = ""

    def look(self, page: PageBlocks) -> None:
        """Take in a page before its lines are repaired."""
        self.clerk.look(_texts(page))

    def line(self, line: Line) -> tuple[Line, list[tuple[Change, Line]]]:
        """Return a line repaired as free text, and its changes."""
        mended = self.clerk.mend(line.text, whole=line.box is None)
        return _with_text(line, mended.text), [(change, line) for change in mended.changes]

    def band(self, band: Band, layout: Layout) -> MendedBand:
        """Return a row of the body with each cell repaired as its field allows."""
        changes: list[tuple[Change, Line]] = []
        doubts: list[Problem] = []
        marks = sum(len(cell.lines) for cell in band.cells if cell.column in layout.month_of_column)
        cells = []
        for cell in band.cells:
            name = layout.header.field_of(cell)
            if cell.column in layout.month_of_column:
                lines = [self._mark(line, changes, doubts, lone=marks == 1 and not band.drawn) for line in cell.lines]
            elif name == "number":
                lines = [self._row_number(line, changes, doubts) for line in cell.lines]
            elif name == "budget":
                lines = [self._amount(line, changes, doubts) for line in cell.lines]
            else:
                lines = [self._text(line, name, changes, doubts) for line in cell.lines]
            cells.append(Cell(cell.row, cell.column, cell.rows, cell.columns, tuple(lines)))
        return MendedBand(band._replace(cells=tuple(cells)), tuple(changes), tuple(doubts))

    def _text(self, line: Line, name: FieldName | None, changes: list[tuple[Change, Line]], doubts: list[Problem]) -> Line:
        if self.clerk.is_sound(line.text):
            return line
        mended = self.clerk.mend(line.text, whole=line.box is None)
        changes.extend((change, line) for change in mended.changes)
        doubts.extend(Problem(name or "extra", f"{close.before} may be {close.after}", line) for close in mended.close)
        return _with_text(line, mended.text)

    def _row_number(self, line: Line, changes: list[tuple[Change, Line]], doubts: list[Problem]) -> Line:
        """Return a number with its letters as digits: where one digit is sure, or where it counts on from the row before."""
        before = line.text.strip()
        read = number_read(before)
        if read is None or self.level == "none":
            return self._text(line, "number", changes, doubts)
        certain = any(letter.isdecimal() for letter in before) or read.rstrip(".)") in ("1", self._next())
        if not certain:
            return line
        self._number = read.rstrip(".)")
        if all(letter.isdecimal() or letter in ".)" for letter in before):
            return line
        changes.append((Change("number", before, read), line))
        return _with_text(line, read)

    def _next(self) -> str:
        return str(int(self._number) + 1) if self._number.isdecimal() else ""

    def _amount(self, line: Line, changes: list[tuple[Change, Line]], doubts: list[Problem]) -> Line:
        """Record what is put right when the amount is read; the line stays, for the plan keeps what the cell said."""
        text = line.text.strip()
        if self.level == "none" or not text:
            return line
        mended = self.amount(text)
        if mended is not None and mended != text:
            changes.append((Change("amount", text, mended), line))
        elif mended is None and len(found := readings(text).texts) > 1:
            doubts.append(Problem("budget", f"{text} may be {' or '.join(found)}", line))
        return line

    def amount(self, text: str) -> str | None:
        """Return a budget cell's text as it was meant; ``None`` where it allows two readings."""
        if self.level == "none":
            return text
        found = readings(text).texts
        if found:
            return found[0] if len(found) == 1 else None
        mended = self.clerk.mend(text).text
        return mended if says_none(mended) else text

    def _mark(self, line: Line, changes: list[tuple[Change, Line]], doubts: list[Problem], *, lone: bool) -> Line:
        if self.level == "none":
            return line
        tokens = line.text.split()
        signs = [sign_of(token) for token in tokens]
        if lone and any(token in SPECKS for token in tokens):
            doubts.append(Problem("timeline", f"{line.text.strip()} may be a bullet or a speck", line))
        if signs == tokens:
            return line
        changes.extend((Change("mark", token, sign), line) for token, sign in zip(tokens, signs, strict=True) if token != sign)
        return _with_text(line, " ".join(signs))


def sign_of(token: str) -> str:
    """Return the mark that was read as ``token``, or ``token`` where it is a mark already or cannot be told.

    >>> sign_of("o"), sign_of("»"), sign_of("o-"), sign_of("ł"), sign_of("x")
    ('•', '→', '•-', 'ł', 'x')
    """
    if token in SPECKS or token in BULLET_LIKE:
        return "•"
    if token in KNOWN or token.startswith(("->", "<")):
        return token
    if ARROW_LIKE.match(token) and not re.fullmatch("[-–—=]+>", token):
        return "→"
    if all(letter in KNOWN | BULLET_LIKE | DASH_LIKE for letter in token) and not token.isalpha():
        return "".join("•" if letter in BULLET_LIKE else "-" if letter in DASH_LIKE else letter for letter in token)
    return token


def _texts(page: PageBlocks) -> Iterator[str]:
    for block in page.blocks:
        if isinstance(block, Line):
            yield block.text
        else:
            yield from _cell_texts(block.cells)


def _cell_texts(cells: Iterable[Cell]) -> Iterator[str]:
    for cell in cells:
        for line in cell.lines:
            yield line.text


def _with_text(line: Line, text: str) -> Line:
    return line if text == line.text else Line(text, line.page, line.y, line.number, line.box, line.repairs)
