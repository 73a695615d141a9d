"""A preview: one village or unit that is spelt two ways in a plan."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from planparse.plan import Plan, Project
from planparse.rules.rule import Problem, on, several

# Letters that sound alike, and so are mistaken for one another.
_ALIKE = str.maketrans("ณศษฏฎฐธฑฒภญฬซใ", "นสสตดถทททพยลชไ")
_SILENT = re.compile("[\u0e47-\u0e4e\\s]|[ก-ฮ]\u0e4c")  # tones, and a letter that its sign makes silent
_VILLAGE = re.compile("บ้าน[\u0e01-\u0e4e]{2,}")
_UNIT = re.compile(r"[/,;\n]+|\s{2,}| และ")
SHORTEST = 6  # letters: shorter words are too often two different ones

Use = tuple[Project, str, str]


def spelling_varies(plan: Plan) -> Iterator[Problem]:
    """Find villages and units that a plan also spells another way, more often."""
    groups: dict[tuple[str, str], list[Use]] = defaultdict(list)
    for use in uses(plan):
        groups[(use[1], skeleton(use[2]))].append(use)
    for group in groups.values():
        counted = Counter(tight(word) for _, _, word in group)
        if len(counted) > 1:
            yield from odd_ones(group, counted)


def odd_ones(group: list[Use], counted: Counter[str]) -> Iterator[Problem]:
    """Yield the uses that are not spelt as most are, each spelling once."""
    usual, times = counted.most_common(1)[0]
    said = {usual}
    for project, field, word in group:
        if tight(word) not in said:
            said.add(tight(word))
            yield on(project, about=field, found=word, word=word, other=usual, times=several(times, "แห่ง", "time", "times"))


def uses(plan: Plan) -> Iterator[Use]:
    """Yield each village in names and places (as of the place), and each unit, with the row and the field that has it."""
    for project in plan.projects:
        for field in ("name", "place"):
            for village in _VILLAGE.findall(getattr(project, field) or ""):
                yield project, field, village
        for unit in _UNIT.split(project.unit or ""):
            if len(tight(unit)) >= SHORTEST:
                yield project, "unit", unit.strip()


def skeleton(word: str) -> str:
    """Return what is left of a word without tones, silent letters and the choice among letters that sound alike.

    >>> skeleton("สันป่าถ่อน") == skeleton("สันปาถอน"), skeleton("กองคลัง") == skeleton("กองช่าง")
    (True, False)
    """
    return _SILENT.sub("", word).translate(_ALIKE)


def tight(word: str) -> str:
    """Return a word without its spaces: where one is set is no spelling."""
    return "".join(word.split())
