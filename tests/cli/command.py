"""A run of the command, its surroundings, and the plans that the tests of it read."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

from planparse.plan import Plan
from plans import fault, plan, project, ref, where

COLOURS = ("FORCE_COLOR", "NO_COLOR", "COLUMNS", "LC_ALL", "LC_MESSAGES", "LANG", "PLANPARSE_PASSWORD", "PLANPARSE_DEBUG")


@dataclass(frozen=True)
class Ran:
    """What a run left behind."""

    code: int
    out: str
    err: str

    @property
    def errors(self) -> list[str]:
        return self.err.splitlines()


Run = Callable[..., Ran]


def environment(**extra: str) -> dict[str, str]:
    """Return this environment without anything that colours or translates."""
    kept = {name: value for name, value in os.environ.items() if name not in COLOURS}
    return kept | {"TERM": "xterm"} | extra


def clean(name: str = "clean.pdf") -> Plan:
    """Return a plan without fault."""
    strategy = ref("4", "การบริหารจัดการ")
    return plan(project("1", strategy=strategy), project("2", strategy=strategy), name=name)


def faulty() -> Plan:
    """Return a plan with an error, a warning, and a page that could not be read."""
    gap = project("3", "โครงการ [red]สีแดง[/red] {0} %s [/tmp/a]", unit="")
    return plan(project("1"), gap, name="faulty.pdf", faults=[fault("page-without-text", "a picture", at=where(2))])
