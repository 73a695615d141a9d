"""The formats of findings. This table is also the choices of the command's option."""

from __future__ import annotations

from collections.abc import Callable

from rich.console import Console

from planparse.report import (
    findings_concise,
    findings_github,
    findings_gitlab,
    findings_json,
    findings_junit,
    findings_markdown,
    findings_sarif,
    findings_text,
)
from planparse.report.findings_report import SEVERITIES, FailOn, Report, failing

__all__ = ["FORMATS", "SEVERITIES", "FailOn", "Report", "Write", "failing"]

Write = Callable[[Report, Console], None]


def plain(render: Callable[[Report], str]) -> Write:
    """Return a format for programs: its text goes to the console's file as it is, neither wrapped nor coloured."""

    def write(report: Report, console: Console) -> None:
        console.file.write(render(report))

    return write


FORMATS: dict[str, Write] = {
    "text": findings_text.write,
    "concise": plain(findings_concise.render),
    "json": plain(findings_json.render),
    "jsonl": plain(findings_json.render_lines),
    "sarif": plain(findings_sarif.render),
    "github": plain(findings_github.render),
    "gitlab": plain(findings_gitlab.render),
    "junit": plain(findings_junit.render),
    "markdown": plain(findings_markdown.render),
}
