"""Findings one a line, as editors and ``grep`` take them: ``plan.txt:34:1: error PP301 number-gap: …``."""

from __future__ import annotations

from planparse.plan import Finding
from planparse.report.findings_report import Report, place
from planparse.report.literal import inert
from planparse.rules import Lang
from planparse.rules.rule import one_line


def render(report: Report) -> str:
    """Return a line for each finding; nothing where there is none."""
    return "".join(line(finding, report.lang) + "\n" for finding in report.findings)


def line(finding: Finding, lang: Lang) -> str:
    """Return one finding. A PDF has no lines: its page stands in the place that follows the name."""
    source = one_line(finding.source, len(finding.source))
    at = f":{finding.where.line}:1" if finding.where.line is not None else ""
    message = one_line(finding.message, len(finding.message))
    where = place(finding, lang, with_line=False)
    return inert(f"{source}{at}: {finding.severity} {finding.code} {finding.rule}: {message} ({where})")
