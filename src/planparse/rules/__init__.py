"""The checks of a plan: a small function a rule, listed in ``registry.py``."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.plan import Fault, Finding, Plan
from planparse.rules.document import FIELDS
from planparse.rules.order import position
from planparse.rules.registry import BY_NAME, RULES
from planparse.rules.rule import Lang, Problem, Rule, Value

__all__ = ["RULES", "Lang", "Rule", "check"]

DOUBT = BY_NAME["doubt"]


def check(plan: Plan, *, lang: Lang = "en") -> list[Finding]:
    """Return what is wrong with a plan, in reading order, with messages in Thai or English.

    The plan may come from a file or from its JSON: the findings are the same. A plan that is wrong raises no error.
    """
    found = [finding for rule in RULES for finding in _findings(rule, plan, lang)]
    return sorted(found, key=lambda finding: (position(finding.where), finding.code))


def _findings(rule: Rule, plan: Plan, lang: Lang) -> Iterator[Finding]:
    """Yield the rule's findings, each once: for the plan or for the place, as the rule's scope says."""
    said: set[tuple[object, ...]] = set()
    for problem in _problems(rule, plan):
        message = rule.message(problem.values, lang)
        key = (message,) if rule.scope == "plan" else (message, problem.project, problem.where)
        if key not in said:
            said.add(key)
            yield Finding(
                code=rule.code,
                rule=rule.name,
                severity=rule.severity,
                message=message,
                source=plan.source.name,
                project=problem.project,
                where=problem.where,
            )


def _problems(rule: Rule, plan: Plan) -> Iterator[Problem]:
    """Yield what the rule finds in the plan, then what only the reader knew of it."""
    own = list(rule.check(plan))
    yield from own
    told = {(problem.project, problem.where.page) for problem in own}
    for fault in plan.faults:
        # What the rule has found itself needs no second word from the reader.
        known = bool(own) if rule.scope == "plan" else (fault.project, fault.where.page) in told
        if BY_NAME.get(fault.rule, DOUBT) is rule and not known:
            yield _of_fault(rule, fault)


def _of_fault(rule: Rule, fault: Fault) -> Problem:
    """Return a reader's fault as a problem of its rule; its message is the value that the rule's message names."""
    said: Value = FIELDS.get(fault.message, fault.message)
    values: dict[str, Value] = {"page": str(fault.where.page), "field": fault.rule}
    return Problem(fault.where, fault.project, {name: values.get(name, said) for name in rule.names})
