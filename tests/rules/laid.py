"""Plans laid out line by line, for rules that look at what stands before what."""

from __future__ import annotations

from planparse.plan import Finding, Plan, Project, TableHeader, Total, Where
from planparse.rules import RULES, check
from plans import plan, table

Thing = Project | Total | TableHeader


def laid(*things: Thing | int, **given: object) -> Plan:
    """Return a plan with its rows, sums and headers in this order, a line each; a number begins that page."""
    page, placed = 1, []
    for line, thing in enumerate(things, 1):
        if isinstance(thing, int):
            page = thing
        else:
            placed.append(thing.model_copy(update={"where": Where(page=page, line=line)}))
    tables = [thing for thing in placed if isinstance(thing, TableHeader)] or [table()]
    totals = [thing for thing in placed if isinstance(thing, Total)]
    projects = [thing for thing in placed if isinstance(thing, Project)]
    return plan(*projects, tables=tables, totals=totals, **given)  # type: ignore[arg-type]  # as plan() takes them


def found(made: Plan, rule: str) -> list[Finding]:
    """Return what one rule finds, be it a preview."""
    return [finding for finding in check(made, rules=RULES) if finding.rule == rule]
