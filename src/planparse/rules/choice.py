"""Which rules run, and how severe each is: chosen by code (``PP301``), by the beginning of one (``PP3``) or by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from planparse.errors import UsageError
from planparse.plan import Severity
from planparse.rules.registry import RULES
from planparse.rules.rule import Rule

ALL = "ALL"
ONE = 99  # how narrow a selector is that names one rule; the beginning of a code is as narrow as it is long


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen. ``select`` is ``None`` for all rules that are not previews."""

    select: Sequence[str] | None = None
    extend_select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    preview: bool = False


def chosen(choice: Choice) -> tuple[Rule, ...]:
    """Return the rules that run, in the order of their codes, with the severities asked for.

    Of two selectors that name a rule the narrower wins, of equal ones the one that ignores. Raise ``UsageError`` for a
    selector that names no rule.
    """
    select = [ALL] if choice.select is None else choice.select
    for selector in (*select, *choice.extend_select, *choice.ignore, *choice.severity):
        named(selector)
    wanted = (*select, *choice.extend_select)
    return tuple(
        with_severity(rule, choice.severity)
        for rule in RULES
        if narrowest(rule, wanted) > narrowest(rule, choice.ignore) and (choice.preview or rule.status != "preview")
    )


def without_effect(choice: Choice) -> list[str]:
    """Return the selectors that name previews only, while these do not run."""
    if choice.preview:
        return []
    asked = (*(choice.select or ()), *choice.extend_select)
    return [selector for selector in asked if all(rule.status == "preview" for rule in named(selector))]


def with_severity(rule: Rule, severities: Mapping[str, Severity]) -> Rule:
    """Return the rule with the severity that its narrowest selector gives it."""
    best = max((selector for selector in severities if width(rule, selector)), key=lambda s: width(rule, s), default=None)
    return rule if best is None else replace(rule, severity=severities[best])


def narrowest(rule: Rule, selectors: Iterable[str]) -> int:
    """Return how narrow the narrowest selector is that names the rule, 0 if none does."""
    return max((width(rule, selector) for selector in selectors), default=0)


def width(rule: Rule, selector: str) -> int:
    """Return how narrow a selector is if it names the rule, else 0.

    >>> [width(RULES[0], selector) for selector in ("PP101", "no-table", "PP1", "ALL", "PP2")]
    [99, 99, 3, 1, 0]
    """
    if selector in (rule.code, rule.name):
        return ONE
    if selector == ALL:
        return 1
    return len(selector) if selector.startswith("PP") and rule.code.startswith(selector) else 0


def named(selector: str) -> tuple[Rule, ...]:
    """Return the rules that a selector names; raise ``UsageError`` with the nearest name if there is none."""
    found = tuple(rule for rule in RULES if width(rule, selector))
    if not found:
        raise UsageError(f"no rule {selector!r}{nearest(selector, known())}; planparse rule lists them all")
    return found


def known() -> list[str]:
    """Return all names, codes and groups of rules."""
    return [ALL, *dict.fromkeys(rule.code[:3] for rule in RULES), *(name for rule in RULES for name in (rule.name, rule.code))]


def nearest(word: str, words: Iterable[str]) -> str:
    """Return the likeliest of the words that was meant, as the end of a message.

    >>> nearest("number-gpa", ["number-gap", "no-table"]), nearest("xyz", ["no-table"])
    (' (did you mean number-gap?)', '')
    """
    by_case = {known.casefold(): known for known in words}
    close = get_close_matches(word.casefold(), by_case, 1, 0.5)
    return f" (did you mean {by_case[close[0]]}?)" if close else ""
