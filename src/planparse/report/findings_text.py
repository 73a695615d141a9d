"""Findings for a person, as compilers show them: what is wrong, where, the row with its field underlined."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from planparse.plan import Finding, Severity
from planparse.report.excerpt import excerpt
from planparse.report.findings_report import Report, place
from planparse.report.literal import inert
from planparse.rules import Lang, Row
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
KNOWN: dict[Lang, str] = {"th": " (ทราบแล้วอีก {} แห่ง)", "en": " ({} more known)"}
MARGIN = " │ "


def write(report: Report, console: Console) -> None:
    """Print the report. A line is never wrapped; a row is shortened to the console's width."""
    for group in report.by_source().values():
        for finding, row in group:
            for line in lines(finding, row, console.width, report.lang):
                put(console, line)
            put(console, Text())
    put(console, summary_line(report))


def put(console: Console, line: Text) -> None:
    """Print one line as it is: a document's words are no markup, no emoji and nothing to be coloured."""
    console.print(line, soft_wrap=True, highlight=False, markup=False, emoji=False)


def lines(finding: Finding, row: Row | None, width: int, lang: Lang) -> list[Text]:
    """Return the lines of one finding."""
    style = STYLES[finding.severity]
    head = Text.assemble((NAMES[lang][finding.severity], style), " ", (finding.code, "bold"), f" {finding.rule}: ")
    source = inert(one_line(finding.source, len(finding.source)))
    where = Text.assemble(" ┌ ", (source, "bold"), (inert(f", {place(finding, lang)}"), "dim"))
    made = [head.append(inert(one_line(finding.message, len(finding.message))), style="bold"), where]
    shown = excerpt(finding, row, width - len(MARGIN), lang)
    if shown is None:
        return made
    made.append(Text(f"{MARGIN}{shown.line}"))
    if shown.under:
        made.append(Text.assemble(MARGIN, (shown.carets, style)))
    return made


def summary_line(report: Report) -> Text:
    """Return the one line that says how many findings of which severity there are, in how many inputs."""
    found = [(severity, count) for severity, count in report.counts.items() if count]
    text = Text(", ").join(Text(counted(severity, count, report.lang), style=STYLES[severity]) for severity, count in found)
    inputs = max(len(report.sources), len({finding.source for finding in report.findings}))
    known = KNOWN[report.lang].format(f"{report.known:,}") if report.known else ""
    if report.lang == "th":
        return Text.assemble("พบ" if found else "ไม่พบข้อบกพร่อง", text, known, f" ใน {inputs:,} แผน")
    return Text.assemble("" if found else "nothing found", text, known, f" in {inputs:,} {'plan' if inputs == 1 else 'plans'}")


def counted(severity: Severity, count: int, lang: Lang) -> str:
    """Return a number of findings.

    >>> counted("error", 1, "en"), counted("info", 2, "en"), counted("error", 2, "th")
    ('1 error', '2 notes', 'ข้อผิดพลาด 2 แห่ง')
    """
    one, more = COUNTED[lang][severity]
    return (one if count == 1 else more).format(f"{count:,}")
