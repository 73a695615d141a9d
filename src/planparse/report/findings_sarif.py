"""Findings as SARIF 2.1.0, within the limits of GitHub's code scanning."""

from __future__ import annotations

import json
from collections.abc import Mapping

import planparse
from planparse.plan import Finding
from planparse.report.findings_report import SEVERITIES, Report, place
from planparse.report.locations import prints, uri
from planparse.rules import Lang, Rule
from planparse.rules.pages import page_of

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "info": "note"}
LONGEST_RUN = 25_000  # results: GitHub refuses a run that has more
TAGS = {"1": "input", "2": "header", "3": "row", "4": "budget", "5": "timeline", "9": "reading"}

Json = dict[str, object]


def render(report: Report) -> str:
    """Return the report as one run. Of more findings than GitHub takes the worst are kept, and it says how many are not."""
    places = sorted(range(len(report.findings)), key=lambda place: SEVERITIES.index(report.findings[place].severity))
    kept = sorted(places[:LONGEST_RUN])
    made = prints(report.findings)
    index = {rule.name: number for number, rule in enumerate(report.rules)}
    run: Json = {
        "tool": {"driver": driver(report)},
        "invocations": [invocation(report, len(report.findings) - len(kept))],
        "columnKind": "unicodeCodePoints",
        "results": [result(report.findings[place], made[place], index, report.lang) for place in kept],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def driver(report: Report) -> Json:
    """Return what ran: planparse, with the rules that ran."""
    return {
        "name": "planparse",
        "semanticVersion": planparse.__version__,
        "rules": [descriptor(rule, report.lang) for rule in report.rules],
    }


def descriptor(rule: Rule, lang: Lang) -> Json:
    """Return a rule with its help, which is its page."""
    page = page_of(rule)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": page.title(lang)},
        "fullDescription": {"text": page.why(lang)},
        "help": {"text": f"{page.why(lang)}\n\n{page.mend(lang)}", "markdown": page.text},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": ["plan", TAGS[rule.code[2]], rule.status], "problem.severity": problem_severity(rule)},
    }


def problem_severity(rule: Rule) -> str:
    """Return a rule's severity in the words of GitHub's property of that name."""
    return "recommendation" if rule.severity == "info" else rule.severity


def invocation(report: Report, left_off: int) -> Json:
    """Return how the run went: which inputs could not be read, and how many results it does not have."""
    told: list[Json] = [{"level": "error", "message": {"text": f"{name}: {why}"}} for name, why in report.unread]
    if left_off:
        told.append({"level": "warning", "message": {"text": f"{left_off} findings were left off: {LONGEST_RUN} is the limit"}})
    return {"executionSuccessful": not report.unread, "toolExecutionNotifications": told}


def result(finding: Finding, fingerprint: str, index: Mapping[str, int], lang: Lang) -> Json:
    """Return one finding. GitHub shows no result without a line, so one of a PDF is at the first; the message says the page."""
    made: Json = {"ruleId": finding.code}
    if finding.rule in index:
        made["ruleIndex"] = index[finding.rule]
    region = {"startLine": finding.where.line or 1}
    properties = {"page": finding.where.page, "bbox": finding.where.bbox, "field": finding.field, "value": finding.value}
    location: Json = {"physicalLocation": {"artifactLocation": {"uri": uri(finding.source)}, "region": region}}
    if finding.project or finding.name:
        location["logicalLocations"] = [{"name": finding.project or finding.name, "kind": "row"}]
    return made | {
        "level": LEVELS[finding.severity],
        "message": {"text": f"{place(finding, lang, with_line=False)}: {finding.message}"},
        "locations": [location],
        "partialFingerprints": {"primaryLocationLineHash": fingerprint},
        "properties": {name: value for name, value in properties.items() if value is not None},
    }
