"""Findings as one JSON object for all inputs, as the contract has it; Thai stays Thai."""

from __future__ import annotations

import json

from planparse.report.findings_report import Report


def render(report: Report) -> str:
    """Return the report as JSON, with a newline at its end."""
    findings = [finding.model_dump(mode="json") for finding in report.findings]
    return json.dumps({"findings": findings, "summary": report.summary}, ensure_ascii=False, indent=2) + "\n"
