"""Rules about a row's cells: those that are empty, and rows that say the same again."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.plan import Plan, Project
from planparse.rules.order import plan_rows
from planparse.rules.rule import Check, Problem, Said, on, row_name, worded
from planparse.rules.wholes import silent
from planparse.thai.numbers import arabic


def cell_missing(field: str) -> Check:
    """Return the rule that finds rows whose cell of this field is there and empty."""

    def check(plan: Plan) -> Iterator[Problem]:
        yield from (on(project) for project in plan_rows(plan) if is_empty(getattr(project, field)))

    return check


def shared_missing(field: str) -> Check:
    """Return the rule for a field that a project may say for its parts, and they for it."""

    def check(plan: Plan) -> Iterator[Problem]:
        yield from (on(project) for project in silent(plan_rows(plan), lambda row: not is_empty(getattr(row, field))))

    return check


def is_empty(cell: str | None) -> bool:
    """Whether the cell is there and has nothing in it."""
    return cell is not None and not cell.strip()


number_missing = cell_missing("number")
name_missing = cell_missing("name")
details_missing = shared_missing("details")
place_missing = shared_missing("place")
unit_missing = shared_missing("unit")


def project_duplicate(plan: Plan) -> Iterator[Problem]:
    """Find rows with the name, details, place and budget of an earlier one, white space and the script of digits aside."""
    first: dict[tuple[str, ...], Project] = {}
    for project in plan_rows(plan):
        key = content(project)
        # Of a name alone nothing can be told: steps of different projects are often called the same.
        if not key[0] or not any(key[1:]):
            continue
        earlier = first.setdefault(key, project)
        if earlier is not project:
            yield on(project, name=project.name or "", first=placed(earlier))


def content(project: Project) -> tuple[str, ...]:
    """Return what makes two rows the same: name, details, place, budget; ``""`` for what is not there."""
    budget = "" if project.budget.baht is None else f"{project.budget.baht:.2f}"
    texts = (project.name, project.details, project.place)
    return (*("".join(arabic(text or "").split()) for text in texts), budget)


def placed(project: Project) -> Said:
    """Return a row by its name and place: another section may have its number too."""
    name, where = row_name(project), project.where
    thai = f"หน้า {where.page}" if where.line is None else f"หน้า {where.page} บรรทัด {where.line}"
    english = f"page {where.page}" if where.line is None else f"page {where.page}, line {where.line}"
    return Said(th=f"{worded(name, 'th')} ({thai})", en=f"{worded(name, 'en')} ({english})")
