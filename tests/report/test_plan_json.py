"""The plan JSON and its schema."""

from __future__ import annotations

import json

import jsonschema
import pytest
from shown import full

from planparse.form import Parts
from planparse.plan import Plan
from planparse.report.plan_json import plan_json, plan_pieces, schema_json
from plans import plan, project

SCHEMA = json.loads(schema_json())


def test_the_schema_is_one_and_names_itself() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"] == "urn:planparse:plan:1"
    assert SCHEMA["$schema"].endswith("2020-12/schema")


@pytest.mark.parametrize("made", [plan(), full(), plan(fiscal_year=None, title=None, tables=[])])
def test_every_plan_validates_and_comes_back(made: Plan) -> None:
    text = plan_json(made)
    jsonschema.validate(json.loads(text), SCHEMA)
    assert Plan.model_validate_json(text) == made


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("made", [plan(), full(), plan(project(name='"projects":[] "repairs": []', extra={"repairs": "[]"}))])
def test_the_pieces_are_the_plan_as_pydantic_writes_it(made: Plan, indent: int | None) -> None:
    pieces = list(plan_pieces(Parts.of(made), indent=indent))
    assert "".join(pieces) == made.model_dump_json(indent=indent) + "\n"
    assert len(pieces) > len(made.projects) + len(made.repairs)


@pytest.mark.parametrize(("key", "value"), [("fiscal_year", "2555"), ("projects", None), ("more", 1), ("schema_version", "2")])
def test_the_schema_refuses_what_is_no_plan(key: str, value: object) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(json.loads(plan_json(full())) | {key: value}, SCHEMA)


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\x85", "\x1c", "\n", "\r\n"])
def test_a_line_of_json_is_one_line(end: str) -> None:
    text = plan_json(plan(project(name=f"ก{end}ข")))
    assert len(text.splitlines()) == 1
    assert Plan.model_validate_json(text).projects[0].name == f"ก{end}ข"


def test_half_a_surrogate_pair_becomes_a_replacement_character() -> None:
    text = plan_json(plan(project(name="ก\ud800")))
    assert text.encode("utf-8")
    assert json.loads(text)["projects"][0]["name"] == "ก\ufffd"


def test_thai_and_numbers_are_as_the_contract_has_them() -> None:
    text = plan_json(plan(project(baht=200_000)), indent=2)
    assert '"baht": 200000,' in text
    assert "โครงการทดสอบ 1" in text
