"""The checks of a plan: a small function a rule, listed in ``registry.py``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planparse.plan import Finding, Plan, Project
from planparse.rules.cells import cell
from planparse.rules.faults import of_fault
from planparse.rules.order import position
from planparse.rules.registry import BY_NAME, RULES, STABLE
from planparse.rules.rule import Lang, Problem, Row, Rule

__all__ = ["BY_NAME", "RULES", "STABLE", "Found", "Lang", "Row", "Rule", "check", "find"]


@dataclass(frozen=True, slots=True)
class Found:
    """A finding and the row that it is about, for those who show it."""

    finding: Finding
    row: Row | None


def check(plan: Plan, *, lang: Lang = "en", rules: Sequence[Rule] = STABLE) -> list[Finding]:
    """Return what is wrong with a plan, in reading order, with messages in Thai or English.

    The plan may come from a file or from its JSON: the findings are the same. A plan that is wrong raises no error.
    """
    return [found.finding for found in find(plan, lang=lang, rules=rules)]


def find(plan: Plan, *, lang: Lang = "en", rules: Sequence[Rule] = STABLE, source: str | None = None) -> list[Found]:
    """Return the findings with their rows; ``source`` is what they call the plan, if not by its own name."""
    name = plan.source.name if source is None else source
    found = [one for rule in rules for one in _found(rule, plan, lang, name)]
    return sorted(found, key=lambda one: (position(one.finding.where), one.finding.code))


def _found(rule: Rule, plan: Plan, lang: Lang, source: str) -> Iterator[Found]:
    """Yield the rule's findings, each once: for the plan or for the place, as the rule's scope says."""
    said: set[tuple[object, ...]] = set()
    for problem in _problems(rule, plan):
        message = problem.said.to(lang) if problem.said else rule.message(problem.values, lang)
        key = (message,) if rule.scope == "plan" else (message, problem.project, problem.where)
        if key not in said:
            said.add(key)
            yield Found(_finding(rule, problem, message, source), problem.row)


def _finding(rule: Rule, problem: Problem, message: str, source: str) -> Finding:
    row, field = problem.row, problem.about or rule.about
    value = problem.found
    if value is None and row is not None and field is not None:
        value = cell(row, field)
    return Finding(
        code=rule.code,
        rule=rule.name,
        severity=rule.severity,
        message=message,
        source=source,
        project=problem.project,
        where=problem.where,
        name=None if row is None else row.name if isinstance(row, Project) else row.label,
        field=field,
        value=value,
    )


def _problems(rule: Rule, plan: Plan) -> Iterator[Problem]:
    """Yield what the rule finds in the plan, then what only the reader knew of it."""
    own = list(rule.check(plan))
    yield from own
    faults = [fault for fault in plan.faults if (fault.rule if fault.rule in BY_NAME else "doubt") == rule.name]
    told = {(problem.project, problem.where.page) for problem in own}
    for fault in faults:
        # What the rule has found itself needs no second word from the reader.
        known = bool(own) if rule.scope == "plan" else (fault.project, fault.where.page) in told
        if not known and not (rule.excuse and rule.excuse(plan, fault)):
            yield of_fault(rule, fault, plan)
