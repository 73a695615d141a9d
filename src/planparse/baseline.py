"""A baseline: the findings of a plan that are known, and stay silent until they are mended.

A finding is known by its rule, row, field and value, not by its line: rows may move. Equal findings are counted, so that
one more of them is new.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planparse.errors import PlanparseError
from planparse.plan import Finding
from planparse.rules.identity import Identity, identity

VERSION = 1
KEYS = ("source", "rule", "row", "field", "value")

Known = Counter[tuple[str, Identity]]


@dataclass(frozen=True, slots=True)
class Compared:
    """The places of the findings that are new, how many are known, and the baseline without what is mended."""

    new: Sequence[int]
    known: int
    left: Known
    mended: int


def known_of(findings: Iterable[Finding], names: Mapping[str, str] | None = None) -> Known:
    """Return the findings as a baseline keeps them; ``names`` says what it calls their sources."""
    named = names or {}
    return Counter((named.get(finding.source, finding.source), identity(finding)) for finding in findings)


def compared(
    findings: Sequence[Finding],
    known: Known,
    sources: Iterable[str],
    names: Mapping[str, str] | None = None,
    ran: Iterable[tuple[str, str]] | None = None,
) -> Compared:
    """Compare the findings of these sources with a baseline. What it knows of other sources it keeps.

    ``ran`` has the sources and the rules that ran on them, where not all did: what others would have found it keeps too.
    """
    named = names or {}
    left = Counter(known)
    new: list[int] = []
    for place, finding in enumerate(findings):
        key = (named.get(finding.source, finding.source), identity(finding))
        if left[key] > 0:
            left[key] -= 1
        else:
            new.append(place)
    checked = {named.get(source, source) for source in sources}
    told = None if ran is None else {(named.get(source, source), rule) for source, rule in ran}
    mended = Counter(
        {
            key: times
            for key, times in left.items()
            if times > 0 and key[0] in checked and (told is None or (key[0], key[1][0]) in told)
        }
    )
    return Compared(new, len(findings) - len(new), known - mended, mended.total())


def read(path: Path) -> Known:
    """Return the baseline in a file; raise ``PlanparseError`` if there is none in it."""
    try:
        content: Any = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise PlanparseError(f"{path}: the baseline cannot be read: {(error.strerror or str(error)).lower()}") from None
    except ValueError:  # no JSON, or no UTF-8
        raise PlanparseError(f"{path}: no baseline: not JSON") from None
    try:
        if content["version"] != VERSION:
            raise PlanparseError(f"{path}: a baseline of version {content['version']}; this planparse reads version {VERSION}")
        known: Known = Counter()
        for entry in content["findings"]:  # two branches that were merged may both have an entry
            known[_key(entry)] += _count(entry["count"])
    except (KeyError, TypeError, ValueError, AttributeError):
        raise PlanparseError(f"{path}: JSON, but no baseline; --write-baseline makes one") from None
    return known


def _count(value: object) -> int:
    if not isinstance(value, int) or value < 1:
        raise ValueError(value)
    return value


def _key(entry: Mapping[str, str]) -> tuple[str, Identity]:
    source, rule, row, field, value = (str(entry[key]) for key in KEYS)
    return source, (rule, row, field, value)


def written(known: Known) -> str:
    """Return the text of a baseline's file, in an order that makes small differences of small changes."""
    entries = [
        dict(zip((*KEYS, "count"), (source, *what, times), strict=True))
        for (source, what), times in sorted(known.items())
        if times > 0
    ]
    return json.dumps({"version": VERSION, "findings": entries}, ensure_ascii=False, indent=1) + "\n"


def names_beside(sources: Iterable[str], path: Path) -> dict[str, str]:
    """Return what a baseline calls each source: its path from the baseline's folder where it is below it, else as it is.

    So the same baseline serves whatever folder the command runs in.
    """
    folder = path.resolve().parent
    names: dict[str, str] = {}
    for source in sources:
        resolved = Path(source).resolve()
        if source != "-" and resolved.is_relative_to(folder) and resolved.exists():
            names[source] = resolved.relative_to(folder).as_posix()
    return names
