"""Projects and their parts: row 1 with 1.1 and 1.2 after it. What one of them says need not be said by the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from planparse.plan import Project


def with_parts(rows: Sequence[Project]) -> Iterator[tuple[Project, Sequence[Project]]]:
    """Yield each row that is followed by rows of its number and a point, with those that are one level below it."""
    for place, project in enumerate(rows):
        below = rows[place + 1 : end_of_parts(rows, place)]
        if below:
            depth = level(project) + 1
            yield project, [row for row in below if level(row) == depth]


def end_of_parts(rows: Sequence[Project], place: int) -> int:
    """Return the place after the last part of the row at this place."""
    number, end = rows[place].number, place + 1
    while number and end < len(rows) and (rows[end].number or "").startswith(f"{number}."):
        end += 1
    return end


def level(project: Project) -> int:
    """Return how many points the row's number has."""
    return (project.number or "").count(".")


def silent(rows: Sequence[Project], says: Callable[[Project], bool]) -> Iterator[Project]:
    """Yield the rows that do not say something, where neither their parts say it, nor their whole for all of its parts."""
    quiet = [row for row in rows if not says(row)]
    if not quiet:  # nearly every plan: the parts need not be looked for
        return
    spoken_for: set[int] = set()
    for place, whole in enumerate(rows):
        parts = rows[place + 1 : end_of_parts(rows, place)]
        if any(map(says, parts)):
            spoken_for.add(id(whole))
        elif says(whole):
            spoken_for.update(map(id, parts))
    yield from (row for row in quiet if id(row) not in spoken_for)


def counted(rows: Sequence[Project]) -> list[Project]:
    """Return the rows whose amounts make the sum: a project without its parts, or the parts of one that states no amount."""
    if not any(map(level, rows)):  # nearly every plan
        return list(rows)
    found: list[Project] = []
    place = 0
    while place < len(rows):
        end = end_of_parts(rows, place)
        below = rows[place + 1 : end]
        in_parts = rows[place].budget.baht is None and any(part.budget.baht is not None for part in below)
        found += counted(below) if in_parts else [rows[place]]
        place = end
    return found
