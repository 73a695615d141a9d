"""A plan's headings between its projects, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planparse.plan import Heading, Level, Plan, Project

_REFERRED: tuple[Level, ...] = ("strategy", "program", "guideline")


def sections(plan: Plan) -> Iterator[Heading | Project]:
    """Yield each heading before the projects that stand under it, once; headings without projects in their place."""
    cursor = 0
    current: dict[Level, Heading] = {}
    for project in plan.projects:
        wanted = [h for h in _referred(project) if not _same(current.get(h.level), h)]
        reached = max((_find(plan.headings, cursor, h) for h in wanted), default=cursor)
        passed = list(plan.headings[cursor:reached]) if wanted else []
        if wanted:
            passed += _objectives(plan.headings, reached)
            cursor += len(passed)
            passed += [h for h in wanted if not any(_same(h, other) for other in passed)]
        for heading in passed:
            if not _same(current.get(heading.level), heading):
                current[heading.level] = heading
                yield heading
        yield project
    yield from (h for h in plan.headings[cursor:] if not _same(current.get(h.level), h))


def _referred(project: Project) -> list[Heading]:
    refs = [(level, getattr(project, level)) for level in _REFERRED]
    page = project.where.page
    return [Heading(level=level, number=r.number, title=r.title, page=page) for level, r in refs if r is not None]


def _same(one: Heading | None, other: Heading) -> bool:
    """Tell whether two are the same heading; a page that repeats it does not make it another."""
    return one is not None and (one.level, one.number, one.title) == (other.level, other.number, other.title)


def _find(headings: Sequence[Heading], cursor: int, wanted: Heading) -> int:
    """Return the place after the next heading that is the wanted one; the cursor where there is none."""
    return next((i + 1 for i in range(cursor, len(headings)) if _same(headings[i], wanted)), cursor)


def _objectives(headings: Sequence[Heading], start: int) -> list[Heading]:
    """Return the objectives that follow a heading at once: no project refers to them."""
    end = start
    while end < len(headings) and headings[end].level == "objective":
        end += 1
    return list(headings[start:end])
