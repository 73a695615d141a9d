"""Findings for a person: grouped by input, one line each, and a line that sums them up."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from planparse.plan import Finding, Severity
from planparse.report.findings_report import Report, place
from planparse.rules import Lang
from planparse.rules.rule import one_line

STYLES: dict[Severity, str] = {"error": "bold red", "warning": "yellow", "info": "cyan"}
NAMES: dict[Lang, dict[Severity, str]] = {
    "th": {"error": "ผิด", "warning": "เตือน", "info": "ข้อสังเกต"},
    "en": {"error": "error", "warning": "warning", "info": "info"},
}
COUNTED: dict[Lang, dict[Severity, tuple[str, str]]] = {
    "th": {"error": ("ข้อผิดพลาด {} แห่ง",) * 2, "warning": ("คำเตือน {} แห่ง",) * 2, "info": ("ข้อสังเกต {} แห่ง",) * 2},
    "en": {"error": ("{} error", "{} errors"), "warning": ("{} warning", "{} warnings"), "info": ("{} note", "{} notes")},
}


def write(report: Report, console: Console) -> None:
    """Print the report. A line is never wrapped: what is piped stays one finding a line."""
    groups: dict[str, list[Finding]] = {}
    for finding in report.findings:
        groups.setdefault(finding.source, []).append(finding)
    for source, findings in groups.items():
        put(console, Text(one_line(source, longest=len(source)), style="bold"))
        for line in lines(findings, report.lang):
            put(console, line)
        put(console, Text())
    put(console, summary_line(report))


def put(console: Console, line: Text) -> None:
    """Print one line as it is: a document's words are no markup, no emoji and nothing to be coloured."""
    console.print(line, soft_wrap=True, highlight=False, markup=False, emoji=False)


def lines(findings: Sequence[Finding], lang: Lang) -> list[Text]:
    """Return the findings of one input with their columns below each other."""
    rows = [(place(f, lang), f.code, f.rule, NAMES[lang][f.severity]) for f in findings]
    widths = [max(cell_len(row[column]) for row in rows) for column in range(4)]
    return [
        Text.assemble("  ", *styled(row, widths, STYLES[f.severity]), one_line(f.message, longest=len(f.message)))
        for row, f in zip(rows, findings, strict=True)
    ]


def styled(row: tuple[str, ...], widths: Sequence[int], severity: str) -> list[tuple[str, str]]:
    """Return a line's cells, filled up to their widths, each with its style."""
    styles = ("dim", "bold", "", severity)
    return [(cell + " " * (width - cell_len(cell) + 2), style) for cell, width, style in zip(row, widths, styles, strict=True)]


def summary_line(report: Report) -> Text:
    """Return the one line that says how many findings of which severity there are, in how many inputs."""
    found = [(severity, count) for severity, count in report.summary.items() if count]
    text = Text(", ").join(Text(counted(severity, count, report.lang), style=STYLES[severity]) for severity, count in found)
    inputs = max(len(report.sources), len({finding.source for finding in report.findings}))
    if report.lang == "th":
        return Text.assemble("พบ" if found else "ไม่พบข้อบกพร่อง", text, f" ใน {inputs:,} แผน")
    return Text.assemble("" if found else "nothing found", text, f" in {inputs:,} {'plan' if inputs == 1 else 'plans'}")


def counted(severity: Severity, count: int, lang: Lang) -> str:
    """Return a number of findings.

    >>> counted("error", 1, "en"), counted("info", 2, "en"), counted("error", 2, "th")
    ('1 error', '2 notes', 'ข้อผิดพลาด 2 แห่ง')
    """
    one, more = COUNTED[lang][severity]
    return (one if count == 1 else more).format(f"{count:,}")
