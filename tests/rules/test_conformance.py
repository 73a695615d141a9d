"""The checks on plans whose truth is known: what a plan without fault says must raise no alarm.

``PLANPARSE_CONFORMANCE`` is the folder with the corpus; without it nothing of this runs.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from planparse.plan import MonthLabel, Plan
from planparse.rules import check
from plans import MONTH_LABELS, fiscal_months, table

FOLDER = os.environ.get("PLANPARSE_CONFORMANCE")
TRUTHS = sorted(Path(FOLDER).rglob("[A-WY]-*.truth.json")) if FOLDER else []
EMPTY: dict[str, list[object]] = {"marks": [], "spans": []}

pytestmark = pytest.mark.skipif(not TRUTHS, reason="no corpus: set PLANPARSE_CONFORMANCE")


def plan_of(truth: dict[str, Any]) -> Plan:
    """Return the truth as a plan: with the keys that it leaves out, and with a line for each row and sum."""
    year = truth["fiscal_year"]
    months = [MonthLabel(label=label, month=month) for label, month in zip(MONTH_LABELS, fiscal_months(year), strict=True)]
    lines = ({"page": 1, "line": line, "bbox": None} for line in count(2))
    totals = list(truth["totals"])
    for number, row in enumerate(truth["projects"], 1):
        complete(row)
        row["where"] = next(lines)
        # The sums of the table come in the order of its rows; those of a summary form come last.
        if (
            totals
            and number
            == sum(t["projects"] for t in truth["totals"] if "where" in t and t["level"] != "plan") + totals[0]["projects"]
        ):
            totals.pop(0).update(where=next(lines), extra={})
    for row in totals:
        row.update(where=next(lines), extra={})
    header = table(year).model_copy(update={"months": months, "where": table().where.model_copy(update={"line": 1})})
    given = {key: value for key, value in truth.items() if key != "corpus"}
    given["source"] = {**truth["source"], "sha256": "", "pages": truth["source"].get("pages") or 1}
    given["headings"] = [{**heading, "page": 1} for heading in truth["headings"]]
    return Plan.model_validate({**given, "tables": [header.model_dump()], "faults": [], "repairs": []})


def complete(row: dict[str, Any]) -> None:
    """Add to a row what the truth leaves out."""
    row["doubts"] = []
    row["details"] = row["details"] or None  # the truth does not tell an empty cell from no column
    row["timeline"] = row["timeline"] or EMPTY
    for cell in budgets(row):
        cell["status"] = "missing" if cell["baht"] is None else "stated"
    for activity in row["activities"]:
        activity["timeline"] = activity["timeline"] or EMPTY


def budgets(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the row's budget and those of its activities."""
    yield row["budget"]
    yield from (activity["budget"] for activity in row["activities"] if activity["budget"])


@pytest.mark.parametrize("path", TRUTHS, ids=lambda path: path.name.removesuffix(".truth.json"))
def test_no_false_alarm(path: Path) -> None:
    truth = json.loads(path.read_text(encoding="utf-8"))
    alarms = [f"{f.rule} {f.project}: {f.message}" for f in check(plan_of(truth)) if f.severity != "info"]
    assert alarms == []
