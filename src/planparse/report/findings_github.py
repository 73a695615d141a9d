"""Findings as workflow commands, which GitHub shows as annotations of a pull request."""

from __future__ import annotations

from planparse.plan import Finding
from planparse.report.findings_report import Report, place
from planparse.report.locations import relative
from planparse.rules import Lang

COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY = DATA | str.maketrans({":": "%3A", ",": "%2C"})


def render(report: Report) -> str:
    """Return one line for each finding; nothing where there is none."""
    return "".join(annotation(finding, report.lang) + "\n" for finding in report.findings)


def annotation(finding: Finding, lang: Lang) -> str:
    """Return one command. A PDF has no lines, and a row's number is no property: the message says the place."""
    properties = {"title": f"{finding.code} {finding.rule}"}
    if finding.where.line is not None:
        properties = {"line": str(finding.where.line), "col": "1", **properties}
    if finding.source != "-":
        properties = {"file": relative(finding.source), **properties}
    written = ",".join(f"{name}={value.translate(PROPERTY)}" for name, value in properties.items())
    message = f"{place(finding, lang, with_line=False)}: {finding.message}"
    return f"::{COMMANDS[finding.severity]} {written}::{message.translate(DATA)}"
