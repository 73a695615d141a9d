"""The samples' faults were made on purpose and are listed beside them: the checks find these, and nothing else."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from planparse.pipeline import read
from planparse.rules import check

SAMPLES = Path(__file__).parents[2] / "samples"
LISTS = sorted(SAMPLES.glob("expected/*.findings.json"))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name.removesuffix(".findings.json"))
def test_what_is_listed_is_found(path: Path) -> None:
    [sample] = SAMPLES.glob(f"{path.name.removesuffix('.findings.json')}.*")
    listed = Counter((entry["rule"], entry["project"]) for entry in json.loads(path.read_text(encoding="utf-8")))
    [plan] = read(sample)
    assert Counter((finding.rule, finding.project) for finding in check(plan) if finding.severity != "info") == listed


def test_there_are_lists() -> None:
    assert len(LISTS) > 3
    assert any(json.loads(path.read_text(encoding="utf-8")) for path in LISTS)
