"""What a sample says, in the shape of the plan JSON, as far as its maker knows it.

Left out is what only a reader can say (hash, boxes, repairs, doubts). An activity's timeline is null where the plan
does not tell which activity a mark belongs to.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from model import NO_MONEY, Group, Heading, Mark, Plan, Project, plain

Json = dict[str, Any]
KINDS = {"<->": "arrow", "->": "arrow", "--": "line", "•": "bullet", "→": "arrow", "-": "dash"}


def number_of(amount: Decimal) -> int | float:
    """Return an amount as JSON writes it: whole where it is whole."""
    return int(amount) if amount == int(amount) else float(amount)


def month_of(year: int, index: int) -> str:
    """Return the calendar month at an index of a fiscal year.

    >>> month_of(2569, 0), month_of(2569, 3), month_of(2569, 11)
    ('2025-10', '2026-01', '2026-09')
    """
    return f"{year - 543 - (index < 3)}-{(index + 9) % 12 + 1:02}"


def marks_of(mark: Mark) -> list[tuple[int, int, str, str]]:
    """Return what a mark reads as: ``(month, activity, kind, text)``, two for a typed pair."""
    if mark.drawn:
        return [(mark.start, mark.activity, KINDS[mark.kind], "")]
    months = (mark.start, mark.end)
    return [(m, mark.activity, KINDS.get(s, "unknown"), s) for s, m in zip(mark.kind, months, strict=False)]


def timeline_of(marks: Iterable[Mark], year: int) -> Json:
    """Return the marks by month, and the spans that they mean; an unknown sign means none."""
    marks = list(marks)
    single = sorted(entry for mark in marks for entry in marks_of(mark))
    spans = sorted({(mark.start, mark.end) for mark in marks if mark.kind[0] in "<-•"})
    return {
        "marks": [{"month": month_of(year, m), "kind": kind, "text": text} for m, _, kind, text in single],
        "spans": [{"start": month_of(year, a), "end": month_of(year, b)} for a, b in spans],
    }


def budget_of(amounts: Sequence[str]) -> Json:
    """Return the budget that a cell with these amounts says."""
    text = "\n".join(plain(amount) for amount in amounts)
    if not text:
        return {"baht": None, "status": "missing", "text": text}
    if amounts[0] in NO_MONEY or text in {plain(words) for words in NO_MONEY}:
        return {"baht": 0, "status": "none", "text": text}
    total = sum((Decimal(amount.replace(",", "")) for amount in amounts), Decimal())
    return {"baht": number_of(total), "status": "stated", "text": text}


def activities_of(project: Project, year: int) -> list[Json]:
    """Return the activities, each with its own amount and marks where the plan gives them one by one."""
    count = len(project.activities)
    own_amounts = count > 1 and len(project.amounts) == count
    own_marks = count == 1 or {mark.activity for mark in project.marks} == set(range(count))
    return [
        {
            "text": plain(text),
            "budget": budget_of(project.amounts[i : i + 1]) if own_amounts else None,
            "timeline": timeline_of((m for m in project.marks if m.activity == i), year) if own_marks else None,
        }
        for i, text in enumerate(project.activities)
    ]


def project_of(project: Project, year: int, above: Json, where: Json) -> Json:
    """Return one project under the headings ``above``."""
    return {
        "number": project.number,
        "name": plain(project.name),
        "details": "\n".join(plain(text) for text in project.bulleted),
        "activities": activities_of(project, year),
        "budget": budget_of(project.amounts),
        "place": plain(project.place),
        "unit": plain(project.unit),
        "timeline": timeline_of(project.marks, year),
        **above,
        "extra": {},
        "where": where,
    }


def headings_above(headings: Sequence[Heading], above: Json) -> Json:
    """Return the headings in force below ``headings``: a strategy ends the guideline and the programme before it."""
    above = dict(above)
    for heading in headings:
        if heading.level == "strategy":
            above |= {"guideline": None, "program": None}
        if heading.level in above:
            above[heading.level] = {"number": heading.number, "title": heading.title}
    return above


def totals_of(plan: Plan, pages: Sequence[int]) -> list[Json]:
    """Return the stated sums in their order."""

    def total(level: str, label: str, groups: Sequence[Group], page: int) -> Json:
        count, baht = sum(len(g.projects) for g in groups), sum((g.baht for g in groups), Decimal())
        where = {"page": page, "line": None}
        return {"level": level, "label": label, "projects": count, "baht": number_of(baht), "extra": {}, "where": where}

    summed = [group for group in plan.groups if group.total]
    rows = [total("program", "รวม", [group], page) for group, page in zip(summed, pages, strict=False)]
    return rows + ([total("plan", "รวมทั้งสิ้น", plan.groups, pages[-1])] if plan.grand_total else [])


def expected_plan(
    plan: Plan, source: Json, places: Sequence[Json], heading_pages: Sequence[int], total_pages: Sequence[int]
) -> Json:
    """Return the whole plan; ``places`` are the ``where`` of the projects in their order."""
    above: Json = {"strategy": None, "guideline": None, "program": None}
    projects: list[Json] = []
    headings = [heading for group in plan.groups for heading in group.headings]
    for group in plan.groups:
        above = headings_above(group.headings, above)
        projects += [project_of(p, plan.year, above, places[len(projects) + i]) for i, p in enumerate(group.projects)]
    return {
        "schema_version": "1",
        "source": source,
        "title": plan.title or None,
        "organization": plan.organization or None,
        "fiscal_year": plan.year,
        "headings": [
            {"level": h.level, "number": h.number, "title": h.title, "page": page}
            for h, page in zip(headings, heading_pages, strict=True)
        ],
        "projects": projects,
        "totals": totals_of(plan, total_pages),
    }
