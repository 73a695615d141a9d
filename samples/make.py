"""Make all samples: ``python samples/make.py [FOLDER]`` (needs reportlab). The same plans give the same bytes.

``ruled_plan`` makes a plan of any length for the benches.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import faulty_data
import ocr_page
import plan_data
import tungsong_data
from damage import printed_by_driver
from drawing import Sheet, Style, draw_plan, endless
from expected import expected_plan
from model import Plan

HERE = Path(__file__).parent
DRAWN = {
    "plan": (plan_data.PLAN, Style()),
    "tungsong": (tungsong_data.PLAN, Style(year="พ.ศ.{}", stored=printed_by_driver)),
    "faulty": (faulty_data.PLAN, Style()),
}
FINDINGS = {"plan": (), "tungsong": (), "faulty": faulty_data.FINDINGS, "ocr-page": ocr_page.FINDINGS}
ROWS_A_PAGE = 14  # more than fit: enough rows to see where a page would end


def write_json(path: Path, content: object) -> None:
    """Write JSON as people read it, Thai as Thai."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def expected_of_drawing(plan: Plan, sheet: Sheet, name: str) -> dict[str, Any]:
    """Return what a drawn plan says."""
    source = {"name": name, "format": "pdf", "pages": sheet.page}
    places = [{"page": page, "line": None} for page in sheet.projects]
    return expected_plan(plan, source, places, sheet.headings, sheet.totals)


def expected_of_page(begins: dict[str, int]) -> dict[str, Any]:
    """Return what the typed page says."""
    plan = ocr_page.PLAN
    source = {"name": "ocr-page.txt", "format": "text", "pages": 1}
    places = [{"page": 1, "line": begins[project.number]} for project in plan.projects]
    return expected_plan(plan, source, places, [1] * len(ocr_page.HEADINGS), ())


def make_all(folder: Path) -> None:
    """Write every sample into ``folder``, and what is expected of it into ``folder/expected``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (plan, style) in DRAWN.items():
        sheet = draw_plan(plan, folder / f"{name}.pdf", style)
        write_json(folder / "expected" / f"{name}.json", expected_of_drawing(plan, sheet, f"{name}.pdf"))
    text, begins = ocr_page.page()
    (folder / "ocr-page.txt").write_text(text, encoding="utf-8", newline="\n")
    write_json(folder / "expected" / "ocr-page.json", expected_of_page(begins))
    for name, findings in FINDINGS.items():
        listed = [{"rule": rule, "project": project, "why": why} for rule, project, why in findings]
        write_json(folder / "expected" / f"{name}.findings.json", listed)


def ruled_plan(path: Path, pages: int = 60) -> int:
    """Write one ruled table of ``pages`` full pages (two at least); return how many rows it has."""
    trial = draw_plan(endless(plan_data.PLAN, ROWS_A_PAGE * pages), path)
    rows = trial.projects.index(pages + 1) - 2  # room for the rows of the sums
    draw_plan(endless(plan_data.PLAN, rows), path)
    return rows


if __name__ == "__main__":
    make_all(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
