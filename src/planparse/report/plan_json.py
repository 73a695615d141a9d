"""Plans as JSON, and the JSON Schema of a plan."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel
from pydantic_core import PydanticSerializationError

from planparse.form import Parts
from planparse.plan import Plan

SCHEMA_ID = "urn:planparse:plan:1"
_SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SURROGATE = re.compile(r"[\ud800-\udfff]")
# JSON allows them in a string, but much that reads JSON lines takes them for the end of a line.
_LINE_ENDS = "\x85\u2028\u2029"
_LINE_END = re.compile(f"[{_LINE_ENDS}]")


def plan_json(plan: Plan, *, indent: int | None = None) -> str:
    """Return a plan as one JSON object that ends with a newline: on one line, or indented.

    A half of a surrogate pair, which a broken character map can give and UTF-8 cannot hold, becomes U+FFFD.
    """
    return "".join(plan_pieces(Parts.of(plan), indent=indent))


def plan_pieces(parts: Parts, *, indent: int | None = None) -> Iterator[str]:
    """Yield the JSON of :func:`plan_json` piece by piece, a project at a time: a long plan's is larger than all else of it."""
    rest = _text(parts.head, indent)
    colon = ":" if indent is None else ": "
    for name, things in (("projects", parts.projects), ("repairs", parts.repairs)):
        before, empty, rest = rest.partition(f'"{name}"{colon}[]')  # no string has it: its quotation marks would be escaped
        yield before + empty[:-1]
        yield from _listed(things, indent)
    yield rest + "\n"


def _listed(things: Iterable[BaseModel], indent: int | None) -> Iterator[str]:
    """Yield the rest of a list in a plan's object, from behind its bracket."""
    line, last = ("", "") if indent is None else ("\n" + 2 * indent * " ", "\n" + indent * " ")
    comma = ""
    for thing in things:
        yield comma + line + _text(thing, indent).replace("\n", line or "\n")
        comma = ","
    yield (last if comma else "") + "]"


def _text(thing: BaseModel, indent: int | None) -> str:
    try:
        return _safe(thing.model_dump_json(indent=indent))
    except PydanticSerializationError:
        return json_text(thing.model_dump(), indent).removesuffix("\n")


def schema_json() -> str:
    """Return the JSON Schema that every plan of ``plan_json`` validates against."""
    schema = Plan.model_json_schema(mode="serialization")
    return json_text({"$schema": _SCHEMA_DIALECT, "$id": SCHEMA_ID, **schema}, indent=2)


def json_text(value: dict[str, Any], indent: int | None) -> str:
    """Return an object as JSON that ends with a newline: Thai as Thai, one line where ``indent`` is ``None``."""
    separators = (",", ":") if indent is None else None
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators)
    return _safe(_SURROGATE.sub("\ufffd", text)) + "\n"


def _safe(text: str) -> str:
    if not any(end in text for end in _LINE_ENDS):  # a tenth of the time
        return text
    return _LINE_END.sub(lambda end: f"\\u{ord(end[0]):04x}", text)
