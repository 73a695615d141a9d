"""Findings as a GitLab Code Quality report: a list of issues, each with a fingerprint of its own."""

from __future__ import annotations

import json

from planparse.plan import Finding
from planparse.report.findings_report import Report, place
from planparse.report.locations import prints, relative
from planparse.rules import Lang

SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render(report: Report) -> str:
    """Return the report as JSON; an empty list where nothing is found."""
    issues = [issue(finding, print_, report.lang) for finding, print_ in zip(report.findings, prints(report.findings), strict=True)]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def issue(finding: Finding, fingerprint: str, lang: Lang) -> dict[str, object]:
    """Return one issue. It must have a line: a PDF has none, so the message says the page."""
    return {
        "description": f"{place(finding, lang, with_line=False)}: {finding.message}",
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": SEVERITIES[finding.severity],
        "location": {"path": relative(finding.source), "lines": {"begin": finding.where.line or 1}},
    }
