"""Findings as JUnit XML: a suite for each input, a case for each finding, which fails if ``check`` does for it.

An input that could not be read is one case with an error.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from planparse.plan import Finding
from planparse.report.findings_report import Report, is_failing, place
from planparse.rules import Lang

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report) -> str:
    """Return the report; an input in which nothing is found is one case that passes."""
    groups = report.by_source()
    root = Element("testsuites", name="planparse")
    for source in dict.fromkeys((*report.sources, *groups)):
        suite(root, source, [finding for finding, _ in groups.get(source, ())], report)
    for source, why in report.unread:
        unread(root, source, why)
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(one.get(name, "0")) for one in root)))
    indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def suite(root: Element, source: str, findings: list[Finding], report: Report) -> None:
    """Add the suite of one input."""
    failures = sum(is_failing(finding, report.fail_on) for finding in findings)
    counts = {"tests": str(max(1, len(findings))), "failures": str(failures), "errors": "0", "skipped": "0"}
    made = SubElement(root, "testsuite", {"name": clean(source), **counts})
    if not findings:
        SubElement(made, "testcase", name="check", classname=clean(source))
    for finding in findings:
        case(made, finding, report)


def unread(root: Element, source: str, why: str) -> None:
    """Add the suite of an input that could not be read."""
    made = SubElement(root, "testsuite", name=clean(source), tests="1", failures="0", errors="1", skipped="0")
    one = SubElement(made, "testcase", name="read", classname=clean(source))
    SubElement(one, "error", type="unreadable", message=clean(why)).text = clean(f"{source}: {why}")


def case(made: Element, finding: Finding, report: Report) -> None:
    """Add the case of one finding: a failure, or a case that passes and says what was found."""
    name = clean(f"{finding.code} {finding.rule} {place(finding, report.lang)}")
    one = SubElement(made, "testcase", name=name, classname=clean(finding.source))
    if is_failing(finding, report.fail_on):
        failure = SubElement(one, "failure", type=finding.severity, message=clean(finding.message))
        failure.text = clean(told(finding, report.lang))
    else:
        SubElement(one, "system-out").text = clean(f"{finding.severity}: {told(finding, report.lang)}")


def told(finding: Finding, lang: Lang) -> str:
    """Return where a finding is and what it says."""
    return f"{place(finding, lang)}: {finding.message}"


def clean(text: str) -> str:
    """Return text without the characters that XML cannot have.

    >>> clean("a\\x1b[1mข\\ufffe")
    'a�[1mข�'
    """
    return _NOT_XML.sub("\ufffd", text)
