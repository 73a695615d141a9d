"""Rules that do not run on some files."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from planparse.rules.choice import named
from planparse.rules.rule import Rule


def rules_for(rules: tuple[Rule, ...], names: Sequence[str], ignores: Mapping[str, Sequence[str]], root: Path) -> tuple[Rule, ...]:
    """Return the rules that run on a file of these names; patterns are matched from ``root``."""
    selectors = [one for pattern, selectors in ignores.items() if matches(pattern, names, root) for one in selectors]
    if not selectors:
        return rules
    ignored = {rule.code for selector in selectors for rule in named(selector)}
    return tuple(rule for rule in rules if rule.code not in ignored)


def matches(pattern: str, names: Sequence[str], root: Path) -> bool:
    """Whether a pattern is of one of the names: of its path from ``root``, or, without a slash, of its last part.

    ``*`` goes over slashes, ``!`` at the beginning turns the pattern round.

    >>> [matches(pattern, ["a/b/plan.pdf"], Path.cwd()) for pattern in ("*.pdf", "a/*", "b/*", "!*.txt")]
    [True, True, False, True]
    """
    if pattern.startswith("!"):
        return not matches(pattern[1:], names, root)
    for name in names:
        path = os.path.relpath(name, root).replace(os.sep, "/")
        if fnmatchcase(path, pattern) or ("/" not in pattern and fnmatchcase(PurePosixPath(path).name, pattern)):
            return True
    return False
