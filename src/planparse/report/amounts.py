"""Baht: what a project costs, what projects cost together, and how an amount is printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from planparse.plan import Baht, Project

NO_AMOUNT = "-"


def baht_of(project: Project) -> Baht | None:
    """Return a project's budget, 0 where it says that none is used; where the row states none, that of its activities."""
    if project.budget.baht is not None:
        return project.budget.baht
    stated = [activity.budget.baht for activity in project.activities if activity.budget]
    return added(stated) if stated else None


def cost(projects: Sequence[Project]) -> Baht | None:
    """Return what projects cost together; ``None`` where no amount is known, as in forms without a budget column."""
    return added(baht for _, baht in counted(projects))


def added(amounts: Iterable[Baht | None]) -> Baht | None:
    """Return the sum of what is known in whole satang, as a whole number where it is one; ``None`` where nothing of it is known.

    >>> added([0.1, 0.2, None]), added([None]), added([])
    (0.3, None, 0)
    """
    every = list(amounts)
    known = [amount for amount in every if amount is not None]
    if every and not known:  # 0 baht would be a claim
        return None
    satang = sum(round(amount * 100) for amount in known)
    return satang / 100 if satang % 100 else satang // 100


def counted(projects: Sequence[Project]) -> list[tuple[Project, Baht | None]]:
    """Return each project with the baht that it adds to a sum: nothing for a part (``1.1``) of a row that has it all."""
    parts = _parts(projects)
    return [(project, 0 if index in parts else baht_of(project)) for index, project in enumerate(projects)]


def amount(baht: Baht | None) -> str:
    """Return an amount with thousands separators, and satang where there are any; ``-`` for one that is not known.

    >>> amount(1250000)
    '1,250,000'
    """
    if baht is None:
        return NO_AMOUNT
    return f"{baht:,.2f}" if baht % 1 else f"{baht:,.0f}"


def _parts(projects: Sequence[Project]) -> set[int]:
    """Return the places of rows whose amounts are within that of the row they are numbered under."""
    parts: set[int] = set()
    for index, project in enumerate(projects):
        children = _children(projects, index)
        whole = baht_of(project)
        below = counted([projects[child] for child in children])
        if whole and (added(baht for _, baht in below) or 0) <= whole:
            parts.update(children)
    return parts


def _children(projects: Sequence[Project], index: int) -> list[int]:
    """Return the rows ``1.1``, ``1.2`` … that follow the row ``1``."""
    number = projects[index].number
    children: list[int] = []
    for place in range(index + 1, len(projects)) if number else ():
        if not (projects[place].number or "").startswith(f"{number}."):
            break
        children.append(place)
    return children
