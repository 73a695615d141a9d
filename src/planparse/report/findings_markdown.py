"""Findings as Markdown for a comment on a pull request: a table for each input, within the length that GitHub takes."""

from __future__ import annotations

import re

from planparse.plan import Finding
from planparse.report.findings_report import Report, place
from planparse.report.findings_text import NAMES, summary_line
from planparse.rules import Lang
from planparse.rules.rule import one_line

LONGEST = 60_000  # characters: GitHub refuses a comment of more than 65,536
_LINKING = re.compile(r"([@#])(?=\w)")  # names of people and teams, numbers of issues
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~$@:&-])")
HEADS: dict[Lang, str] = {"th": "| ที่ | กฎ | ระดับ | ข้อความ |", "en": "| where | rule | severity | message |"}
MORE: dict[Lang, str] = {"th": "… และอีก {} แห่ง", "en": "… and {} more"}


def render(report: Report) -> str:
    """Return the report: the line that sums up, then the tables, cut where a comment would be too long."""
    lines = [f"**{escaped(summary_line(report).plain)}**", ""]
    length, shown = sum(map(len, lines)), 0
    for source, group in report.by_source().items():
        head = [f"### {escaped(source)}", "", HEADS[report.lang], "| --- | --- | --- | --- |"]
        rows = [row(finding, report.lang) for finding, _ in group]
        length += sum(len(line) + 1 for line in head)
        fitting = fits(rows, LONGEST - length)
        if not fitting:
            break
        lines.extend([*head, *fitting, ""])
        length, shown = length + sum(len(line) + 1 for line in fitting), shown + len(fitting)
        if len(fitting) < len(rows):
            break
    if shown < len(report.findings):
        lines.append(MORE[report.lang].format(f"{len(report.findings) - shown:,}"))
    return "\n".join(lines).rstrip("\n") + "\n"


def fits(rows: list[str], length: int) -> list[str]:
    """Return the first rows that together have no more characters."""
    for place_, line in enumerate(rows):
        length -= len(line) + 1
        if length < 0:
            return rows[:place_]
    return rows


def row(finding: Finding, lang: Lang) -> str:
    """Return a row of the table."""
    rule = f"{finding.code} {finding.rule}"  # our own words: no need to escape them
    return f"| {escaped(place(finding, lang))} | {rule} | {NAMES[lang][finding.severity]} | {escaped(finding.message)} |"


def escaped(text: str) -> str:
    """Return a document's words so that Markdown shows them as they are.

    GitHub makes links of ``@name`` and ``#1`` after Markdown has taken the backslashes away: a space without width parts them.

    >>> escaped("[a](b) | @c")
    '\\\\[a\\\\]\\\\(b\\\\) \\\\| \\\\@&#8203;c'
    """
    return _LINKING.sub(r"\1&#8203;", _SPECIAL.sub(r"\\\1", one_line(text, len(text))))
