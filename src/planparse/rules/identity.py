"""What makes a finding the same finding in another run: not its line, not its page, not the language of its message."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from planparse.plan import Finding
from planparse.rules.rule import one_line

Identity = tuple[str, str, str, str]


def identity(finding: Finding) -> Identity:
    """Return the rule, the row that it is about, the field and what stands in it.

    A row is known by its name, and by its number only where it has none: numbers change where a row is put in.
    """
    row = finding.name or finding.project or ""
    return finding.rule, tight(row), finding.field or "", tight(finding.value or "")


def tight(text: str) -> str:
    """Return the text without white space and control characters: lines are broken elsewhere in the next edition."""
    return "".join(one_line(text, len(text)).split())


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """Return a fingerprint for each finding (32 hexadecimal digits), of equal ones in one source each its own."""
    times: Counter[tuple[str, Identity]] = Counter()
    made: list[str] = []
    for finding in findings:
        key = (finding.source, identity(finding))
        times[key] += 1
        words = "\0".join((finding.source, *key[1], str(times[key])))
        made.append(hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return made
