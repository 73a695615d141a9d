"""What all formats of findings show, and whether it makes the command fail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from planparse.plan import Finding, Severity
from planparse.rules import STABLE, Lang, Row, Rule
from planparse.rules.rule import one_line

FailOn = Literal["error", "warning", "info", "never"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)  # the worst first


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of one run of ``check``, in the order of its inputs, and the names of all inputs that were checked.

    ``rows`` has each finding's row, or nothing at all; ``known`` is how many findings a baseline keeps silent; ``rules``
    are those that ran; ``unread`` has each input that could not be read, and why.
    """

    findings: Sequence[Finding]
    sources: Sequence[str] = ()
    lang: Lang = "en"
    rows: Sequence[Row | None] = ()
    known: int = 0
    fail_on: FailOn = "error"
    rules: Sequence[Rule] = STABLE
    unread: Sequence[tuple[str, str]] = ()

    @property
    def counts(self) -> dict[Severity, int]:
        """How many findings there are of each severity, the worst first."""
        return {severity: sum(finding.severity == severity for finding in self.findings) for severity in SEVERITIES}

    @property
    def summary(self) -> dict[str, int]:
        """The counts, and how many more findings the baseline knows."""
        return {str(severity): count for severity, count in self.counts.items()} | {"known": self.known}

    def by_source(self) -> dict[str, list[tuple[Finding, Row | None]]]:
        """Return the findings of each input that has some, with their rows."""
        groups: dict[str, list[tuple[Finding, Row | None]]] = {}
        for place, finding in enumerate(self.findings):
            groups.setdefault(finding.source, []).append((finding, self.rows[place] if self.rows else None))
        return groups


def is_failing(finding: Finding, fail_on: FailOn) -> bool:
    """Whether a finding is at or above the severity that makes ``check`` fail."""
    return fail_on != "never" and SEVERITIES.index(finding.severity) <= SEVERITIES.index(fail_on)


def failing(report: Report, fail_on: FailOn) -> bool:
    """Whether any finding makes ``check`` fail."""
    return any(is_failing(finding, fail_on) for finding in report.findings)


def place(finding: Finding, lang: Lang, *, with_line: bool = True) -> str:
    """Return where a finding is: the page, the line of a text, the project's number."""
    page, line, number = ("หน้า {}", "บรรทัด {}", "ที่ {}") if lang == "th" else ("page {}", "line {}", "no. {}")
    parts = [page.format(finding.where.page)]
    if with_line and finding.where.line is not None:
        parts.append(line.format(finding.where.line))
    if finding.project:
        parts.append(number.format(one_line(finding.project)))
    return (" " if lang == "th" else ", ").join(parts)
