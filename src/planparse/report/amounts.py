"""Baht: what a project costs, what projects cost together, and how an amount is printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from planparse.plan import Baht, Project

NO_AMOUNT = "-"


def baht_of(project: Project) -> Baht:
    """Return a project's budget; where the row states none, that of its activities."""
    return added(_amounts(project))


def _amounts(project: Project) -> list[Baht]:
    """Return the amount of a row, 0 where it says that none is used; where it has none, those of its activities."""
    if project.budget.baht is not None:
        return [project.budget.baht]
    return [a.budget.baht for a in project.activities if a.budget and a.budget.baht is not None]


def has_amounts(projects: Sequence[Project]) -> bool:
    """Return whether there is something to add: an amount of a project or activity, if only that none is used, or no project.

    Forms without a budget column have none; that their projects cost 0 baht would be a claim.
    """
    return not projects or any(map(_amounts, projects))


def summed(projects: Sequence[Project]) -> str:
    """Return what projects cost together as it is printed; ``-`` where no amount is known."""
    return amount(added(baht for _, baht in counted(projects))) if has_amounts(projects) else NO_AMOUNT


def added(amounts: Iterable[Baht]) -> Baht:
    """Return the sum in whole satang, as a whole number where it is one."""
    satang = sum(round(amount * 100) for amount in amounts)
    return satang / 100 if satang % 100 else satang // 100


def counted(projects: Sequence[Project]) -> list[tuple[Project, Baht]]:
    """Return each project with the baht that it adds to a sum: nothing for a part (``1.1``) of a row that has it all."""
    parts = _parts(projects)
    return [(project, 0 if index in parts else baht_of(project)) for index, project in enumerate(projects)]


def amount(baht: Baht) -> str:
    """Return an amount with thousands separators, and satang where there are any.

    >>> amount(1250000)
    '1,250,000'
    """
    return f"{baht:,.2f}" if baht % 1 else f"{baht:,.0f}"


def _parts(projects: Sequence[Project]) -> set[int]:
    """Return the places of rows whose amounts are within that of the row they are numbered under."""
    parts: set[int] = set()
    for index, project in enumerate(projects):
        children = _children(projects, index)
        whole = baht_of(project)
        below = counted([projects[child] for child in children])
        if whole and added(baht for _, baht in below) <= whole:
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
