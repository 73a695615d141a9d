"""The samples of the rules' pages, read as plans."""

from __future__ import annotations

import json

from planparse.pipeline import load
from planparse.plan import Plan
from planparse.rules.pages import Sample
from plans import plan, project


def plan_of(sample: Sample) -> Plan:
    """Return a sample as a plan: text is read, keys of JSON go into a plan without fault."""
    if sample.kind == "json":
        return Plan.model_validate({**plan(project()).model_dump(), **json.loads(sample.text)})
    [made] = load(sample.text.encode(), sample.name or "sample.txt")
    return made
