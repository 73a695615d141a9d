"""Marks → the months that they mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, repeat

from planparse.form.marks import TICKS, RawMark
from planparse.plan import Mark, Span, Timeline
from planparse.table import Drawn
from planparse.thai.months import QUARTER, QUARTERS, NamedSpan, is_whole_year, named_spans

DRAWN_DASH = 3  # signs of a line that is made of dashes: fewer say that there is nothing
YEAR = 12  # months
COVERED = 1 / 3  # of a month's width makes the month part of a drawn mark


class Calendar:
    """The months of a timeline's columns as they are written: ``2012-01``, or ``--01`` where no year is known."""

    def __init__(self, months: Sequence[int], fiscal_year: int | None) -> None:
        """Take the calendar month of each column, and the fiscal year (Buddhist era) or ``None``."""
        self._fiscal_year = fiscal_year
        self._before = frozenset(_before_new_year(months))
        self._months = tuple(map(self.write, months, _years(months, fiscal_year)))
        self._reach = QUARTER - 1 if tuple(months) == QUARTERS else 0

    def __getitem__(self, index: int) -> str:
        """Return the month of a column."""
        return self._months[index]

    def end(self, index: int) -> str:
        """Return the last month of a column: its own, or that of its quarter where each column is one."""
        month = self._months[index]
        return f"{month[:-2]}{int(month[-2:]) + self._reach:02d}"

    def write(self, month: int, year: int | None = None) -> str:
        """Return a calendar month, of ``year`` (Buddhist era) or of the fiscal year."""
        if year is None and self._fiscal_year is not None:
            year = self._fiscal_year - 1 if month in self._before else self._fiscal_year
        return f"--{month:02d}" if year is None else f"{year - 543:04d}-{month:02d}"


def _years(months: Sequence[int], fiscal_year: int | None) -> Iterator[int | None]:
    """Yield the year of each column of a table of several years, which ends in the fiscal year; ``None`` in any other.

    There a month does not tell its year: it comes again.
    """
    if fiscal_year is None or len(months) <= YEAR:
        return repeat(None, len(months))
    turns = [after < before for before, after in pairwise(months)]
    return (fiscal_year - sum(turns[index:]) for index in range(len(months)))


def _before_new_year(months: Sequence[int]) -> Sequence[int]:
    """Return the months of a plan's year that lie in the calendar year before: those in columns before January's.

    A fiscal year starts in October and a school year in May; a plan of January to December has none.
    """
    if 1 in months:
        return months[: months.index(1)]
    return (10, 11, 12)


def covered_months(drawn: Drawn, edges: Sequence[tuple[float, float]]) -> tuple[int, int] | None:
    """Return the first and last month column that a drawn mark covers by a third or more; ``None`` if it lies beside them all.

    ``edges`` are the columns' left and right edges in points. A mark that covers a third of none is of the one it covers most.
    """
    x0, _, x1, _ = drawn.box
    shares = [((x1 if x1 < right else right) - (x0 if x0 > left else left)) / (right - left) for left, right in edges]
    covered = [index for index, share in enumerate(shares) if share >= COVERED]
    if covered:
        return covered[0], covered[-1]
    best = max(range(len(shares)), key=shares.__getitem__)
    return (best, best) if shares[best] > 0 else None


def telling(marks: Sequence[RawMark], columns: int) -> Sequence[RawMark]:
    """Return the marks of a row without the dashes that say that nothing is done in their months.

    Where each of the table's ``columns`` of months has a mark, they do if a dash is the first, or if ticks mark the months:
    these begin nothing that a dash could end.
    """
    dashes = [mark for mark in marks if mark.kind == "dash" and mark.end is None and len(mark.text) < DRAWN_DASH]
    if not dashes or len({month for mark in marks for month in range(mark.month, _last(mark) + 1)}) < columns:
        return marks
    first = min(marks, key=lambda mark: mark.month)
    begun = any(mark.kind == "bullet" and mark.text not in TICKS for mark in marks)
    return [mark for mark in marks if mark not in dashes] if first in dashes or not begun else marks


def timeline(marks: Iterable[RawMark], calendar: Calendar) -> Timeline:
    """Return the timeline of one activity's marks."""
    ordered = sorted(marks, key=lambda mark: mark.month)
    if not ordered:
        return Timeline(marks=[], spans=[])
    made = [_mark(mark, calendar) for mark in ordered]
    return Timeline(marks=[mark for some in made for mark in some], spans=_unique(_spans(ordered, calendar)))


def merged(timelines: Iterable[Timeline]) -> Timeline:
    """Return a project's timeline from those of its activities: marks by month, each span once."""
    parts = list(timelines)
    if len(parts) == 1 and len(parts[0].marks) < 2:  # most projects
        return parts[0]
    marks = sorted((mark for part in parts for mark in part.marks), key=lambda mark: _order(mark.month))
    spans = sorted((span for part in parts for span in part.spans), key=lambda span: (_order(span.start), _order(span.end)))
    return Timeline(marks=marks, spans=_unique(spans))


def _order(month: str) -> str:
    """Return a key that puts months in the order of the fiscal year where no year is known."""
    return f"{(int(month[2:]) - 10) % 12:02d}" if month.startswith("--") else month


def _unique(spans: Iterable[Span]) -> list[Span]:
    return list(dict.fromkeys(spans))


def _mark(mark: RawMark, calendar: Calendar) -> list[Mark]:
    if mark.kind == "fill":
        return [Mark(month=calendar[month], kind="fill", text="") for month in range(mark.month, _last(mark) + 1)]
    return [Mark(month=_first_month(mark, calendar), kind=mark.kind, text=mark.text)]


def _first_month(mark: RawMark, calendar: Calendar) -> str:
    named = named_spans(mark.text) if mark.kind == "text" else []
    return calendar.write(named[0].start, named[0].start_year) if named else calendar[mark.month]


def _last(mark: RawMark) -> int:
    """Return the last month column that a mark covers."""
    return mark.month if mark.end is None else mark.end


def _is_end(mark: RawMark) -> bool:
    """Whether a mark ends what a bullet began, and is no span by itself."""
    return mark.kind in ("arrow", "dash") and mark.end is None


def _spans(marks: Sequence[RawMark], calendar: Calendar) -> list[Span]:
    """Return the spans of marks in the order of their months."""
    spans: list[Span] = []
    if glyphs := [mark for mark in marks if mark.kind == "bullet" or _is_end(mark)]:
        spans.extend(_glyph_spans(glyphs, calendar))
    if fills := [mark for mark in marks if mark.kind == "fill"]:
        spans.extend(_fill_spans(fills, calendar))
    for mark in marks:
        named = worded(mark.text, calendar) if mark.kind == "text" else []
        if named and not (is_whole_year(mark.text) and _is_said_of(mark, marks)):
            spans.extend(named)
        elif mark.kind in ("number", "text", "arrow", "dash", "line") and not _is_end(mark) and not _is_said_of(mark, marks):
            spans.append(Span(start=calendar[mark.month], end=calendar.end(_last(mark))))
    return sorted(spans, key=lambda span: (_order(span.start), _order(span.end)))


def _is_said_of(mark: RawMark, marks: Iterable[RawMark]) -> bool:
    """Whether a quantity or words stand in months of a drawn arrow or line: they say something of it, not when."""
    if mark.kind not in ("number", "text"):
        return False
    drawn = (other for other in marks if other.kind in ("arrow", "line") and not other.text)
    return any(other.month <= mark.month and _last(mark) <= _last(other) for other in drawn)


def _glyph_spans(marks: Sequence[RawMark], calendar: Calendar) -> list[Span]:
    """Return one span for each bullet: to the last arrow or dash before the next bullet of its line.

    A line of arrows and dashes alone goes on with the last bullet of the lines above. Neighbouring ticks of a line that has
    nothing else are one span.
    """
    spans: list[list[int]] = []
    for place in sorted({mark.place for mark in marks}):
        line = [mark for mark in marks if mark.place == place]
        ticked = all(mark.kind == "bullet" and (mark.text in TICKS or not mark.text) for mark in line)
        before: RawMark | None = None
        for mark in line:
            if ticked and before is not None and mark.text == before.text and 0 <= mark.month - _last(before) <= 1:
                spans[-1][1] = _last(mark)
            elif mark.kind == "bullet":
                spans.append([mark.month, _last(mark)])
            elif spans and mark.month > spans[-1][0]:
                spans[-1][1] = max(spans[-1][1], mark.month)
            before = mark
    return [Span(start=calendar[start], end=calendar.end(end)) for start, end in spans]


def _fill_spans(marks: Sequence[RawMark], calendar: Calendar) -> list[Span]:
    """Return one span for each run of neighbouring filled months."""
    runs: list[list[int]] = []
    for mark in marks:
        if runs and mark.month <= runs[-1][1] + 1:
            runs[-1][1] = max(runs[-1][1], _last(mark))
        else:
            runs.append([mark.month, _last(mark)])
    return [Span(start=calendar[start], end=calendar.end(end)) for start, end in runs]


def worded(text: str, calendar: Calendar) -> list[Span]:
    """Return the spans that words name."""
    return [_named(span, calendar) for span in named_spans(text)]


def _named(span: NamedSpan, calendar: Calendar) -> Span:
    return Span(start=calendar.write(span.start, span.start_year), end=calendar.write(span.end, span.end_year))
