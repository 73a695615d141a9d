"""The checks of a plan: a small function a rule, listed in ``registry.py``."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.plan import Fault, Finding, Plan
from planparse.rules.input import FIELDS
from planparse.rules.order import position
from planparse.rules.registry import BY_NAME, RULES
from planparse.rules.rule import Lang, Problem, Rule, Value

__all__ = ["RULES", "Lang", "Rule", "check"]


def check(plan: Plan, *, lang: Lang = "en") -> list[Finding]:
    """Return what is wrong with a plan, in reading order; messages are Thai or English.

    The plan may come from a file or from its JSON: the findings are the same. Never raises.
    """
    found: list[Finding] = []
    for rule in RULES:
        findings = (finding(rule, problem, plan, lang) for problem in problems(rule, plan))
        found += once(findings) if rule.scope == "plan" else dict.fromkeys(map(Hashed, findings))
    return sorted(found, key=lambda item: (position(item.where), item.code))
