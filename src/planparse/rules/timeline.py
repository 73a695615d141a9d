"""Rules about a row's timeline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from planparse.plan import Mark, Plan, Project, Span, Timeline
from planparse.rules.faults import row_of
from planparse.rules.header import lacks_columns
from planparse.rules.labels import is_reversed, month_name
from planparse.rules.order import has_marks, has_timeline, plan_rows, tables_of_rows
from planparse.rules.rule import Problem, on
from planparse.rules.wholes import silent
from planparse.thai.months import FISCAL_ORDER


def timeline_empty(plan: Plan) -> Iterator[Problem]:
    """Find rows without a mark and without words in a table that has a timeline."""
    # A row whose marks all stand outside the months is not empty: that is said already.
    outside = {id(row_of(fault, plan)) for fault in plan.faults if fault.rule == "mark-outside-months"}
    tables = {id(row): table for row, table in zip(plan.projects, tables_of_rows(plan), strict=True)}
    for project in silent(plan_rows(plan), has_marks):
        table = tables[id(project)]
        if table is not None and has_timeline(table) and not lacks_columns(table) and id(project) not in outside:
            yield on(project)


def mark_unknown(plan: Plan) -> Iterator[Problem]:
    """Find marks that no kind is known for, each once in a row."""
    for project in plan.projects:
        unknown = [mark for timeline in all_timelines(project) for mark in timeline.marks if mark.kind == "unknown"]
        for month, text in dict.fromkeys((mark.month, mark.text) for mark in unknown):
            yield on(project, found=text, mark=text, month=month_name(month))


def arrow_without_start(plan: Plan) -> Iterator[Problem]:
    """Find arrows and dashes that no bullet stands before."""
    for project, table in zip(plan.projects, tables_of_rows(plan), strict=True):
        if table is not None and lacks_columns(table):
            continue
        for marks in ordered_marks(project):
            arrow, bullet = headless(marks)
            if arrow is not None and bullet is None:
                yield on(project, found=arrow.text, mark=arrow.text, month=month_name(arrow.month))
                break


def span_reversed(plan: Plan) -> Iterator[Problem]:
    """Find rows whose time ends before it begins: spans, words, an arrow that stands before its bullet."""
    for project in plan.projects:
        turned = next(reversed_times(project), None)
        if turned is not None:
            yield on(project, found=turned, span=turned)


def reversed_times(project: Project) -> Iterator[str]:
    """Yield what is the wrong way round in a row, the clearest first."""
    timelines = all_timelines(project)
    for timeline in timelines:
        yield from (mark.text for mark in timeline.marks if mark.kind == "text" and is_reversed(mark.text))
    for timeline in timelines:
        yield from (spell_span(span) for span in timeline.spans if goes_back(span))
    for marks in ordered_marks(project):
        arrow, bullet = headless(marks)
        if arrow is not None and bullet is not None:
            yield f"{arrow.text} {month_name(arrow.month)}, {bullet.text} {month_name(bullet.month)}"


def all_timelines(project: Project) -> list[Timeline]:
    """Return the row's timeline and those of its activities."""
    return [project.timeline, *(activity.timeline for activity in project.activities)]


def ordered_marks(project: Project) -> list[list[Mark]]:
    """Return the marks to be read together, by month, where one may lack its start: the row's, else each activity's."""
    timelines = [project.timeline] if project.timeline.marks else all_timelines(project)
    open_ = [_without_wholes(timeline) for timeline in timelines if not begins(timeline.marks)]
    return [sorted(marks, key=lambda mark: (mark.month[:-2], fiscal(mark.month))) for marks in open_]


def _without_wholes(timeline: Timeline) -> list[Mark]:
    """Return the marks without the arrows and dashes that are a span by themselves: they fill a cell over several months."""
    months = Counter(mark.month for mark in timeline.marks)
    starts = {span.start for span in timeline.spans}
    return [mark for mark in timeline.marks if not (is_head(mark) and months[mark.month] == 1 and mark.month in starts)]


def begins(marks: Sequence[Mark]) -> bool:
    """Whether no head can stand before a start, as a look at most rows tells: there is no mark, or a start in the first month."""
    if not marks:
        return True
    first = marks[0]
    return not is_head(first) and not first.month.startswith("--") and all(first.month <= mark.month for mark in marks)


def headless(marks: Sequence[Mark]) -> tuple[Mark | None, Mark | None]:
    """Return the first arrow or dash without a start, and the bullet that it belongs to where it only stands before it.

    Any other mark may be a start: an unknown one is said to be unknown, and that is enough.
    """
    starts = next((place for place, mark in enumerate(marks) if not is_head(mark)), len(marks))
    heads, rest = marks[:starts], marks[starts:]
    arrow = next((mark for mark in heads if mark.text), None)
    if arrow is None:
        return None, None
    # A bullet that has its own arrow after it does not belong to the one before.
    alone = rest and rest[0].kind == "bullet" and not (len(rest) > 1 and is_head(rest[1]))
    return arrow, rest[0] if alone and rest[0].month != arrow.month else None


def is_head(mark: Mark) -> bool:
    """Whether the mark ends what a bullet began: a dash, or an arrow of the text; a drawn one has its own start."""
    return mark.kind == "dash" or (mark.kind == "arrow" and mark.text != "")


def goes_back(span: Span) -> bool:
    """Whether the span ends before it begins; without years it may go over the new year."""
    return span.end < span.start and not span.start.startswith("--") and not span.end.startswith("--")


def spell_span(span: Span) -> str:
    """Return a span as a person reads it."""
    return f"{month_name(span.start)} – {month_name(span.end)}"


def fiscal(month: str) -> int:
    """Return the place of a month in the fiscal year where no year is given, else in its year."""
    number = int(month[-2:])
    return FISCAL_ORDER.index(number) if month.startswith("--") else number
