"""What a variant says, in few words, and the same of what was read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from looks import Look

from model import Mark, Project, plain
from planparse.pipeline import load
from planparse.plan import Plan, Timeline

Told = dict[str, Any]
KINDS = {"->": "arrow", "<->": "arrow", "--": "line", "fill": "fill"}
NO_MONEY = ("ไม่ใช้งบประมาณ", "-")
_THAI = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def read(data: bytes) -> Plan:
    """Return the plan in a PDF."""
    (plan,) = load(data, "variant.pdf")
    return plan


def month(look: Look, index: int) -> str:
    """Return the month of the month column ``index`` as the plan JSON writes it."""
    year, number = divmod(look.first - 1 + index, 12)
    return f"--{number + 1:02}" if look.year is None else f"{look.year + year - 543}-{number + 1:02}"


def months_of(look: Look) -> list[str]:
    """Return the months of a look's columns."""
    return [month(look, index) for index in range(len(look.month_columns))]


def spans(look: Look, marks: Iterable[Mark]) -> list[tuple[str, str]]:
    """Return the months that marks mean."""
    return sorted({(month(look, mark.start), month(look, mark.end)) for mark in marks})


def baht(amounts: Iterable[str]) -> float | None:
    """Return the sum of the amounts of a cell; no money is 0, and nothing is none."""
    texts = [plain(amount) for amount in amounts if amount]
    if not texts:
        return None
    numbers = [re.sub(r"[^\d.]", "", text.translate(_THAI).replace(".-", "")) for text in texts if text not in NO_MONEY]
    return float(sum(map(Decimal, numbers), Decimal()))


def told_of(project: Project, look: Look) -> Told:
    """Return what a project's row says."""
    has = set(look.columns).__contains__
    return {
        "number": project.number if has("number") else None,
        "name": plain(project.name),
        "details": "\n".join(plain(text) for text in project.bulleted),
        "baht": baht(project.amounts),
        "place": plain(project.place) if has("place") else None,
        "unit": plain(project.unit) if has("unit") else None,
        "spans": spans(look, project.marks),
        "kinds": sorted({kind for mark in project.marks for kind in kinds_of(mark.kind)}),
        "activities": activities_of(project, look),
    }


def kinds_of(mark: str) -> tuple[str, ...]:
    """Return the kinds of a mark as the samples write it: two of a typed pair."""
    if mark in KINDS:
        return (KINDS[mark],)
    if mark == "•→":
        return "bullet", "arrow"
    if mark[0] in "•✓\uf0fcx/":
        return ("bullet",)
    return ("number" if mark.replace(",", "").isdigit() else "text",)


def activities_of(project: Project, look: Look) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the activities with their own spans."""
    return [
        (plain(text), spans(look, [mark for mark in project.marks if mark.activity == index]))
        for index, text in enumerate(project.activities)
    ]


def months_told(timeline: Timeline) -> list[tuple[str, str]]:
    """Return the months that were read of a row or an activity."""
    return sorted((span.start, span.end) for span in timeline.spans)


def told(plan: Plan) -> list[Told]:
    """Return what was read of each row."""
    return [
        {
            "number": project.number,
            "name": project.name,
            "details": project.details,
            "baht": None if project.budget.baht is None else float(project.budget.baht),
            "place": project.place,
            "unit": project.unit,
            "spans": months_told(project.timeline),
            "kinds": sorted({mark.kind for mark in project.timeline.marks}),
            "activities": [(activity.text, months_told(activity.timeline)) for activity in project.activities],
        }
        for project in plan.projects
    ]


def differences(plan: Plan, projects: Iterable[Project], look: Look) -> list[object]:
    """Return what a plan says that its projects do not: each field of each row, rows too many or too few, faults, doubts."""
    read_rows, rows = told(plan), [told_of(project, look) for project in projects]
    wrong: list[object] = [
        (row["number"], name, got[name], row[name])
        for got, row in zip(read_rows, rows, strict=False)
        for name in row
        if got[name] != row[name]
    ]
    wrong.extend(("row too many", row) for row in read_rows[len(rows) :])
    wrong.extend(("row lost", row) for row in rows[len(read_rows) :])
    wrong.extend(plan.faults)
    wrong.extend(doubt for project in plan.projects for doubt in project.doubts)
    return wrong
