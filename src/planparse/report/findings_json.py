"""Findings as one JSON object for all inputs, as the contract has it; Thai stays Thai."""

from __future__ import annotations

import json

from planparse.report.findings_report import Report


def render(report: Report) -> str:
    """Return the report as JSON, with a newline at its end."""
    # Through the model's own JSON, which has no NaN: a box of a damaged file may.
    findings = [json.loads(finding.model_dump_json()) for finding in report.findings]
    return json.dumps({"findings": findings, "summary": report.summary}, ensure_ascii=False, indent=2) + "\n"
