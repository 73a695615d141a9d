"""Blocks, page by page → what the plan says: headings, drafts of rows, sums, tables, faults and repairs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from planparse.form.budget import Mend, as_read
from planparse.form.drafting import add
from planparse.form.forms import Form
from planparse.form.header import Head, Header, completed, continued, head_of, headers
from planparse.form.headings import (
    FoundHeading,
    FoundTotal,
    fiscal_year_of,
    goes_on_with_year,
    heading,
    is_title,
    organization,
    total,
    without_aside,
)
from planparse.form.lines import with_lines
from planparse.form.periods import stated_period, stray_periods
from planparse.form.repairs import Mender
from planparse.form.rows import (
    Band,
    Draft,
    Layout,
    bands,
    begins_overleaf,
    beside_total,
    ends_amount,
    goes_on,
    heading_of,
    is_column_numbers,
    is_header_again,
    is_labels,
    is_named,
    is_page_number,
    is_rest_of_header,
    is_signature,
    names,
    printed_lines,
    rest_of_sum,
    rest_of_typed_sum,
    share,
    signs,
    sum_row,
    total_of,
    where_of,
)
from planparse.form.text import joined
from planparse.plan import Doubt, Fault, Heading, HeadingRef, Level, Repair, TotalLevel, Where
from planparse.shelf import Shelf
from planparse.table import Line, PageBlocks, Table
from planparse.thai.clerk import Level as RepairLevel
from planparse.thai.repair import Change

LEVELS: tuple[Level, ...] = ("strategy", "guideline", "program")
WIDE = 0.75  # of a page's widest line: a heading that wide may have been wrapped
LEADING = 2.2  # em between the lines of one heading


@dataclass(frozen=True, slots=True)
class DraftTotal:
    """A stated sum before its amount is read."""

    level: TotalLevel
    label: str
    projects: int | None
    budget: str
    where: Where
    extra: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Row:
    """A draft, the headings that it stands under, and what was a close call when its text was repaired."""

    draft: Draft
    under: dict[Level, HeadingRef]
    doubts: list[Doubt] = field(default_factory=list)


class OpenHeading(NamedTuple):
    """A heading that the next line may go on with: its line, its entry if it is a new one, and what was in force before it."""

    found: FoundHeading
    line: Line
    entry: Heading | None
    under: dict[Level, HeadingRef]


@dataclass(slots=True)
class Reading:
    """All that was read, in reading order."""

    title: str | None = None
    organization: str | None = None
    headings: list[Heading] = field(default_factory=list)
    rows: Shelf[Row] = field(default_factory=Shelf)
    totals: list[DraftTotal] = field(default_factory=list)
    layouts: list[Layout] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    repairs: Shelf[Repair] = field(default_factory=Shelf)
    text: bool = False
    mend: Mend = as_read

    @property
    def title_year(self) -> int | None:
        """The fiscal year in the title (Buddhist era)."""
        return fiscal_year_of(self.title)


def read_blocks(pages: Iterable[PageBlocks], level: RepairLevel = "safe", known: Sequence[Form] | None = None) -> Reading:
    """Read the pages of one plan.

    ``level`` says how far what stands in cells is repaired; ``known`` are the forms that its tables may be of.
    """
    reader = _Reader(Mender(level), known)
    for page in pages:
        reader.page(page)
    reader.end()
    reader.reading.faults.extend(stray_periods(reader.periods, reader.reading.layouts, reader.reading.title_year))
    return reader.reading


class _Reader:
    """Goes through the pages with what the later ones need of the earlier: layout, headings, the row that may go on."""

    def __init__(self, mender: Mender, known: Sequence[Form] | None) -> None:
        self.mender, self.known = mender, known
        self.reading = Reading(mend=mender.amount)
        self.periods: list[Line] = []
        self.under: dict[Level, HeadingRef] = {}
        self.layout: Layout | None = None
        self.open_row: Draft | None = None
        self.open_sum: int | None = None  # the page that ends with a sum's row, if it does
        self.open_heading: OpenHeading | None = None
        self.above: Line | None = None
        self.head: Head | None = None
        self.header_open = False
        self.signed = False
        self.overleaf: list[tuple[Band, list[Doubt]]] = []

    def page(self, page: PageBlocks) -> None:
        self.reading.text = self.reading.text or page.text
        if page.without_text:
            where = Where(page=page.number)
            self.reading.faults.append(Fault(rule="page-without-text", message=page.without_text, project=None, where=where))
        self._record_glyph_repairs(page)
        self.mender.look(page)
        self.open_heading = None
        self.signed = self.signed and not any(isinstance(block, Table) and block.typed for block in page.blocks)
        widest = max((_right(block) for block in page.blocks), default=0.0)
        first_table = True
        for block in page.blocks:
            if isinstance(block, Line):
                self._line(self._fix(block), widest)
            else:
                self.open_heading = None
                self._table(block, first_table)
                first_table = False

    def end(self) -> None:
        """Take what waited for a page more."""
        if self.overleaf:
            self._wait_no_longer()

    # lines ---------------------------------------------------------------------------------------------------------

    def _line(self, line: Line, widest: float) -> None:
        """Take a line outside the tables: a heading or its second line, the title, the organization; any other is passed over."""
        reading = self.reading
        line = line._replace(text=without_aside(line.text))
        if stated_period(line.text):
            self.periods.append(line)
        if line.box is None and is_signature(line.text):  # typed: what follows may stand between tabs
            self.signed = True
        before, self.above = self.above, line
        if self._goes_on_with_heading(line, widest):
            return
        below_heading, self.open_heading = self.open_heading is not None, None
        if found := heading(line.text):
            if below_heading or before is None or not _is_prose(before, found, line, widest):
                self._heading(found, line)
        elif reading.title is None and is_title(line.text):
            reading.title = " ".join(line.text.split())
        elif reading.title and not reading.rows and goes_on_with_year(reading.title, line.text):
            reading.title += " " + " ".join(line.text.split())
        elif reading.organization is None and (name := organization(line.text)):
            reading.organization = " ".join(name.split())

    def _goes_on_with_heading(self, line: Line, widest: float) -> bool:
        """Put a line to the heading above it if that was as wide as the page and this is its next line without a keyword."""
        if self.open_heading is None or line.box is None:
            return False
        found, above = self.open_heading.found, self.open_heading.line
        if not _is_wrapped(above, line, widest) or heading(line.text) or is_title(line.text):
            return False
        if self.open_heading.entry is not None:
            self.reading.headings.pop()
        self.under = self.open_heading.under
        self._heading(FoundHeading(found.level, found.number, joined([found.title, line.text])), line)
        return True

    def _heading(self, found: FoundHeading, line: Line) -> None:
        self._wait_no_longer()
        self.open_sum = None
        self.open_row = None
        title = " ".join(found.title.split())
        entry = Heading(level=found.level, number=found.number, title=title, page=line.page)
        is_new = not any(_same(entry, known) for known in self.reading.headings[-4:])
        if is_new:
            self.reading.headings.append(entry)
        self.open_heading = OpenHeading(found, line, entry if is_new else None, dict(self.under))
        self._set_heading(found.level, HeadingRef(number=found.number, title=title))

    def _set_heading(self, level: Level, reference: HeadingRef) -> None:
        """Make a heading the one that the next rows stand under; those of lower levels end."""
        if level not in LEVELS or self.under.get(level) == reference:
            return
        for lower in LEVELS[LEVELS.index(level) + 1 :]:
            self.under.pop(lower, None)
        self.under[level] = reference

    # tables --------------------------------------------------------------------------------------------------------

    def _table(self, table: Table, first_on_page: bool) -> None:
        found = self._headers(table)
        if not found:
            more = continued(self.layout.table, self.layout.header, table) if self.layout is not None else None
            if more is not None:
                self._body(more, range(len(table.ys) - 1), first_on_page)
            else:
                self._lines_of(table, range(len(table.ys) - 1))
            return
        self._lines_of(table, range(found[0].rows.start))
        if self.layout is not None:
            found[0] = completed(self.layout.table, self.layout.header, table, found[0])
        for header, following in zip(found, [*found[1:], None], strict=True):
            layout = Layout(header, table._replace(cells=(), drawn=()))  # its edges: a long plan would be kept whole
            if not _same_columns(self.layout, layout):
                self._wait_no_longer()
                self.open_row = None
            if self.layout is None or header is not self.layout.header:
                self.head = head_of(table, header)
            self.layout = layout
            self.reading.layouts.append(layout)
            self._record(header.repairs)
            stop = following.rows.start if following else len(table.ys) - 1
            self.header_open = not table.typed and header.rows.stop == stop
            self._body(table, range(header.rows.stop, stop), first_on_page)

    def _headers(self, table: Table) -> list[Header]:
        """Return a table's headers. Most pages repeat the header of the page before: that is read once."""
        if self.layout is not None and self.head is not None and self.head == head_of(table, self.layout.header):
            return [self.layout.header]
        return list(headers(table, self.known))

    def _lines_of(self, table: Table, rows: range) -> None:
        """Take rows that are no part of a plan as lines: a title or a heading may stand in a grid of its own."""
        for band in bands(table, rows):
            for line in printed_lines(band):
                self._line(self._fix(line), 0.0)

    def _body(self, table: Table, rows: range, first_on_page: bool) -> None:
        assert self.layout is not None  # noqa: S101 - a body is read below its header only
        if not table.typed:
            table = with_lines(table, self.layout.header, rows.start)
            rows = range(rows.start, len(table.ys) - 1)
        if not first_on_page:
            self._wait_no_longer()
        overleaf = begins_overleaf(table, rows, self.layout)
        first = first_on_page
        for index, read in enumerate(bands(table, rows)):
            broken, self.header_open = self.header_open and first_on_page and index == 0, False
            if (
                is_labels(read, self.layout)
                or is_column_numbers(read)
                or is_header_again(read, self.layout)
                or (broken and is_rest_of_header(read, self.layout))
            ):
                self._rest_of_header(read)
                continue
            band, changes, doubts = self.mender.band(read, self.layout)
            self._record(changes)
            self.signed = signs(band, self.layout, self.signed)
            if self.signed:
                self._below(band)
            elif not self._is_between(band, first):
                calls = [Doubt(field=field, reason=reason, where=where_of(line)) for field, reason, line in doubts]
                if read.row >= overleaf:
                    self.overleaf.append((band, calls))
                else:
                    self._row(band, first, calls)
            first = False

    def _is_between(self, band: Band, first: bool) -> bool:
        """Take a band that is between the projects: a sum, a heading, the page's number. Return whether it was one."""
        assert self.layout is not None  # noqa: S101 - as above
        if self.layout.header.form.sums:
            self._sum(band)
        elif is_page_number(band, self.layout):
            self._page_number(band)
        elif found := total_of(band, self.layout):
            self._total(band, *found)
        elif rest := self._rest_of_open_sum(band, first):
            self._rest_of_sum(rest)
        elif titled := heading_of(band, self.layout):
            self._heading(titled, printed_lines(band)[0])
            self.open_heading = None
        else:
            return False
        return True

    def _wait_no_longer(self) -> None:
        """Take the rows that waited for the next page: nothing there names them, they go on with the row before."""
        waiting, self.overleaf = self.overleaf, []
        for band, calls in waiting:
            self._row(band, False, calls)

    def _page_number(self, band: Band) -> None:
        lines = printed_lines(band)
        before = " ".join(line.text.strip() for line in lines)
        self.reading.repairs.append(Repair(rule="page-number", before=before, after="", where=where_of(lines[0])))

    def _below(self, band: Band) -> None:
        """Take what stands below the last row in its grid for lines: who signs, notes."""
        self._wait_no_longer()
        self.open_row = None
        for line in printed_lines(band):
            self._line(line, 0.0)

    def _rest_of_header(self, band: Band) -> None:
        lines = printed_lines(band)
        before = " ".join(line.text.strip() for line in lines)
        self.reading.repairs.append(Repair(rule="split-header", before=before, after="", where=where_of(lines[0])))

    def _total(self, band: Band, found: FoundTotal, budget: str) -> None:
        assert self.layout is not None  # noqa: S101 - a sum is read below its header only
        self._wait_no_longer()
        level = found.level or self._deepest()
        self.open_row = None
        extra = beside_total(band, self.layout, found.label)
        self.reading.totals.append(DraftTotal(level, found.label, found.projects, budget, band.where, extra))
        self.open_sum = band.table.page

    def _rest_of_open_sum(self, band: Band, first: bool) -> str:
        """Return what a row has of the amount of the sum right above it, or at the end of the page before, else ``""``."""
        assert self.layout is not None  # noqa: S101 - as above
        if first and self.open_sum == band.table.page - 1:
            return rest_of_sum(band, self.layout)
        return rest_of_typed_sum(band, self.layout, self.reading.totals[-1].budget) if self.open_sum == band.table.page else ""

    def _rest_of_sum(self, budget: str) -> None:
        """Put what a page's first row has of an amount to the sum that the page before ends with: its row was broken."""
        self.reading.totals[-1] = replace(self.reading.totals[-1], budget=self.reading.totals[-1].budget + budget)
        self.open_sum = None

    def _sum(self, band: Band) -> None:
        """Take a row of a summary form: a heading, or the sum of what its label names."""
        assert self.layout is not None  # noqa: S101 - a body is read below its header only
        row = sum_row(band, self.layout)
        titled, stated = heading(row.label), total(row.label, row.label)
        if titled and row.projects is None and not row.budget:
            self._set_heading(titled.level, HeadingRef(number=titled.number, title=titled.title))
            return
        level: TotalLevel = "strategy"
        if stated:
            level = stated.level or "strategy"
        elif titled and titled.level != "objective":
            level = titled.level
        label = stated.label if stated else row.label
        self.reading.totals.append(DraftTotal(level, label, row.projects, row.budget, band.where, row.extra))

    def _deepest(self) -> TotalLevel:
        levels: tuple[TotalLevel, ...] = ("program", "guideline", "strategy")
        return next((level for level in levels if level in self.under), "plan")

    def _row(self, band: Band, first_on_page: bool, doubts: Sequence[Doubt] = ()) -> None:
        assert self.layout is not None  # noqa: S101 - a row is read below its header only
        begun = self.overleaf if first_on_page and is_named(band, self.layout) else []
        if begun:
            self.overleaf = []
            self._begin(begun[0][0])
            for part, calls in begun:
                self._add(part, calls)
        else:
            self._wait_no_longer()
        draft = self.open_row
        if draft is not None and (
            begun or goes_on(band, self.layout, first_on_page) or (first_on_page and names(band, draft)) or ends_amount(band, draft)
        ):
            draft.over_pages = draft.over_pages or (first_on_page and draft.where.page != band.where.page)
        else:
            self._begin(band)
            if draft is not None and (band.covered or draft.where.page != band.where.page):
                share(draft, self.reading.rows.last.draft, band)
        self._add(band, doubts)

    def _begin(self, band: Band) -> None:
        assert self.layout is not None  # noqa: S101 - as above
        self.open_row, self.open_sum = Draft(self.layout, band.where), None
        self.reading.rows.append(Row(self.open_row, dict(self.under)))

    def _add(self, band: Band, doubts: Sequence[Doubt]) -> None:
        assert self.open_row is not None  # noqa: S101 - it was begun before
        add(self.open_row, band)
        self.reading.rows.last.doubts.extend(doubts)

    # repairs -------------------------------------------------------------------------------------------------------

    def _fix(self, line: Line) -> Line:
        """Return a line with its text repaired; what was changed is recorded."""
        mended, changes = self.mender.line(line)
        self._record(changes)
        return mended

    def _record(self, changes: Iterable[tuple[Change, Line]]) -> None:
        for change, line in changes:
            self.reading.repairs.append(Repair(rule=change.rule, before=change.before, after=change.after, where=where_of(line)))

    def _record_glyph_repairs(self, page: PageBlocks) -> None:
        for block in page.blocks:
            lines = [block] if isinstance(block, Line) else [line for cell in block.cells for line in cell.lines]
            self._record((Change(*told), line) for line in lines for told in line.repairs)


def _is_wrapped(above: Line, line: Line, widest: float) -> bool:
    """Whether a line may go on with the one above: that is as wide as the page, and this is its next."""
    if line.box is None or above.box is None or line.page != above.page:
        return False
    near = 0 < line.y - above.y < LEADING * (line.box.bottom - line.box.top) * 1.4
    return near and above.box.x1 > WIDE * widest


def _is_prose(above: Line, found: FoundHeading, line: Line, widest: float) -> bool:
    """Whether a heading's word only begins a line of running text: the line above is wrapped there, and no number follows it.

    A programme's name is as often without a number, and seldom in running text.
    """
    if found.number is not None or found.level == "program" or not _is_wrapped(above, line, widest):
        return False
    aligned = (
        line.box is not None and above.box is not None and line.box.x0 < above.box.x0 + LEADING * (line.box.bottom - line.box.top)
    )
    return aligned and not (heading(above.text) or is_title(above.text) or organization(above.text))


def _right(block: Line | Table) -> float:
    if isinstance(block, Table):
        return block.xs[-1]
    return block.box.x1 if block.box else 0.0


def _same(a: Heading, b: Heading) -> bool:
    return (a.level, a.number, a.title) == (b.level, b.number, b.title)


def _same_columns(before: Layout | None, now: Layout) -> bool:
    """Whether a header repeats the one before, so that a row may go on below it."""
    return before is not None and before.header.fields == now.header.fields and len(before.header.months) == len(now.header.months)
