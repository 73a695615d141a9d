"""Findings as JSON: one object for all inputs, as the contract has it, or an object a line; Thai stays Thai."""

from __future__ import annotations

import json

from planparse.report.findings_report import Report


def render(report: Report) -> str:
    """Return the report as JSON, with a newline at its end."""
    findings = [finding.model_dump(mode="json") for finding in report.findings]
    return json.dumps({"findings": findings, "summary": report.summary}, ensure_ascii=False, indent=2) + "\n"


def render_lines(report: Report) -> str:
    """Return one object a line for each finding; nothing where there is none."""
    return "".join(finding.model_dump_json() + "\n" for finding in report.findings)
