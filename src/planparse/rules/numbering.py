"""Rules about the rows' numbers: each run counts from one row to the next without a gap and without a repetition."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from planparse.plan import Plan, Project
from planparse.rules.order import is_group, lost_pages, once_a_plan, rows_before, tables_of_rows
from planparse.rules.rule import Problem, Said, on

Number = tuple[int, ...]

START = Said(th="หัวข้อ", en="the heading")  # what the first row of a later run stands after
TITLE = Said(th="ชื่อแผน", en="the title")  # what the first row of the plan stands after
FIRST = 3  # a plan that begins with a greater number is a part of a longer one

# Longer runs of digits are no row's number (and Python refuses to read very long ones).
NUMBER = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,6})*")


@dataclass(frozen=True, slots=True)
class Step:
    """A row with its number, and what lies between it and the row before.

    ``opened``: a heading, a total or a lost page; ``turned``: a table's header; ``lost``: a page that was not read.
    """

    project: Project
    number: Number | None
    opened: bool = False
    turned: bool = False
    lost: bool = False


@dataclass(slots=True)
class Run:
    """The rows that count on from one another; ``abrupt``: it starts again at 1 where nothing lets it.

    ``after`` is what its first row stands after, ``None`` where that may be a row that the input does not have.
    """

    after: Said | None = None
    abrupt: bool = False
    steps: list[Step] = field(default_factory=list)
    seen: set[Number] = field(default_factory=set)

    def add(self, step: Step) -> None:
        """Take the row as the run's next."""
        self.steps.append(step)
        if step.number is not None:
            self.seen.add(step.number)


def number_gap(plan: Plan) -> Iterator[Problem]:
    """Find rows whose number is more than one after the last, where no row of the run has the numbers between."""
    for run in runs_of(plan):
        for step, before in gaps(run):
            yield on(step.project, number=step.project.number or "", before=spelt(before) if before else run.after or START)


def number_duplicate(plan: Plan) -> Iterator[Problem]:
    """Find rows with a number that a row of the same run has already."""
    for run in runs_of(plan):
        for step in repeated(run):
            yield on(step.project, number=step.project.number or "")


@lru_cache(maxsize=4096)  # the same numbers in plan after plan
def parse(number: str | None) -> Number | None:
    """Return ``"1.2"`` as ``(1, 2)``, ``None`` for what does not count.

    >>> parse("1.2"), parse("ก"), parse("")
    ((1, 2), None, None)
    """
    return tuple(int(part) for part in number.split(".")) if number and NUMBER.fullmatch(number) else None


def steps(plan: Plan) -> list[Step]:
    """Return the rows that have a number's cell, each with what lies before it."""
    totals = set(rows_before(plan.projects, [total.where for total in plan.totals]))
    headers = set(rows_before(plan.projects, [table.where for table in plan.tables], unknown=0.0))
    lost = lost_pages(plan)
    found: list[Step] = []
    opened = turned = missed = False
    before: Project | None = None
    for place, (project, table) in enumerate(zip(plan.projects, tables_of_rows(plan), strict=True)):
        if lost and before is not None:
            missed |= any(before.where.page <= page <= project.where.page for page in lost)
        opened |= place in totals or missed or (before is not None and under(before) != under(project))
        turned |= place in headers
        before = project
        if is_group(project, table):  # it names a group, as a heading does
            opened = True
        elif project.number is not None:
            found.append(Step(project, parse(project.number), opened, turned, missed))
            opened = turned = missed = False
    return found


def under(project: Project) -> tuple[object, ...]:
    """Return the headings that a row stands under, as plain text: models are slow to compare."""
    headings = (project.strategy, project.guideline, project.program)
    return tuple(None if heading is None else (heading.number, heading.title) for heading in headings)


@once_a_plan
def runs_of(plan: Plan) -> list[Run]:
    """Return the runs of a plan's numbers."""
    found = runs(steps(plan))
    if begins(plan, found[0].steps):
        found[0].after = TITLE
    return found


def begins(plan: Plan, rows: Sequence[Step]) -> bool:
    """Whether the rows are the first of a whole plan: below its title, on the first page, with a small number."""
    first = next((step for step in rows if step.number is not None), None)
    return (
        first is not None
        and first.number is not None
        and first.number[0] <= FIRST
        and first.project.where.page == 1
        and plan.title is not None
    )


def runs(rows: Sequence[Step]) -> list[Run]:
    """Split the rows into runs."""
    found = [Run()]
    for place, step in enumerate(rows):
        if found[-1].steps and starts_again(found[-1], rows, place):
            found.append(Run(START, abrupt=not (step.opened or step.turned)))
        found[-1].add(step)
    return found


def starts_again(run: Run, rows: Sequence[Step], place: int) -> bool:
    """Whether the row starts a new run: by itself, or by the rows after it that count on from it."""
    step = rows[place]
    following = rows[place + 1].number if place + 1 < len(rows) else None
    if step.opened:
        return opens(step.number, following, run)
    if step.number != (1,) or (1,) not in run.seen:
        return False
    return following == (2,) or (step.turned and following is None)


def opens(number: Number | None, following: Number | None, run: Run) -> bool:
    """Whether a row after a heading or a total starts a new run."""
    if number is None:  # its own number is missing: the next row tells
        return following == (2,) and following in run.seen
    if number == (1,):
        return True
    # 1 2 | 2 3: the row after tells a run that has lost its first number from a number that is there twice.
    counts_on = following == (*number[:-1], number[-1] + 1)
    return number in run.seen and (number[-1] == 1 or number != run.steps[-1].number or counts_on)


def repeated(run: Run) -> Iterator[Step]:
    """Yield the steps whose number the run has already."""
    seen: set[Number] = set()
    for place, step in enumerate(run.steps):
        if step.number is None:
            continue
        if step.number in seen or (run.abrupt and place == 0):
            yield step
        seen.add(step.number)


def spelt(number: Number) -> str:
    """Return a number as plans print it.

    >>> spelt((1, 2))
    '1.2'
    """
    return ".".join(map(str, number))


def gaps(run: Run) -> Iterator[tuple[Step, Number]]:
    """Yield the steps before which numbers are missing, each with the last number before the gap, of a first part its whole's.

    A row without a number, or with one that is repeated, stands for one number that is missing.
    """
    present = present_numbers(run)
    last: dict[Number, int] = {}
    if run.after is not None:
        last[()] = 0
    seen: set[Number] = set()
    spare = 0
    for step in run.steps:
        if step.number is None or step.number in seen:
            spare += 1
            continue
        seen.add(step.number)
        level, number = step.number[:-1], step.number[-1]
        before = last.get(level, 0 if level and level in seen else number - 1)
        if number - before - 1 > spare and not step.lost:
            there = sum(before < other < number for other in present[level])
            if number - before - 1 - there > spare:
                yield step, (*level, before) if before else level
        spare = 0
        last[level] = number


def present_numbers(run: Run) -> dict[Number, set[int]]:
    """Return for each level the numbers that the run has there; ``1.2`` shows that there is a 1."""
    present: dict[Number, set[int]] = defaultdict(set)
    for step in run.steps:
        for depth in range(len(step.number or ())):
            number = step.number or ()
            present[number[:depth]].add(number[depth])
    return present
