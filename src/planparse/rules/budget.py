"""Rules about a row's budget."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.plan import Plan, Project
from planparse.rules.order import plan_rows
from planparse.rules.rule import Problem, on
from planparse.rules.wholes import silent


def budget_missing(plan: Plan) -> Iterator[Problem]:
    """Find rows whose budget cell is empty, and whose activities or parts have no amounts of their own either."""
    yield from (on(project) for project in silent(plan_rows(plan), says_amount))


def says_amount(project: Project) -> bool:
    """Whether the row's budget is not missing: its cell or its activities say something."""
    return project.budget.status != "missing" or activity_amounts(project)


def activity_amounts(project: Project) -> bool:
    """Whether an activity states its budget, or says that it needs none."""
    budgets = (activity.budget for activity in project.activities)
    return any(budget is not None and budget.status in ("stated", "none") for budget in budgets)


def budget_unreadable(plan: Plan) -> Iterator[Problem]:
    """Find rows whose budget cell says something that is no amount."""
    for project in plan.projects:
        if project.budget.status == "unreadable":
            yield on(project, text=project.budget.text)
