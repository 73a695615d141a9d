"""A preview: activities of a project of which some have their months and some have none."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.plan import Plan, Timeline
from planparse.rules.rule import Problem, on


def without_marks(plan: Plan) -> Iterator[Problem]:
    """Find activities without a mark where the project's first activity has some and a later one too.

    Marks often stand beside the first line only, for the whole project: of such a row nothing can be said.
    """
    for project in plan.projects:
        marked = [is_marked(activity.timeline) for activity in project.activities]
        if sum(marked) < 2:
            continue
        for activity, has_marks in zip(project.activities, marked, strict=True):
            if not has_marks:
                yield on(project, found="", activity=activity.text)


def is_marked(timeline: Timeline) -> bool:
    """Whether anything stands in a timeline."""
    return bool(timeline.marks or timeline.spans)
