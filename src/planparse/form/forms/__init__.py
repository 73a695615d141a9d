"""What the columns of a form mean: one TOML file a form beside this module."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from importlib import resources
from typing import get_args

from planparse.plan import FieldName

# in the order in which they are tried: of two forms that fit a header equally well, the first is meant
FORMS = ("pd02", "pd02-1", "tungsong", "school", "steps", "pd01")
ALIKE = 0.78  # of an OCR'd header's letters must agree with a form's
_FILLER = re.compile(r"[\s.…:()\[\]_\-–—\u200b]+")


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its name and title, the fields that it requires, which headers mean which field, whether its rows are sums."""

    name: str
    title: str
    required: tuple[FieldName, ...]
    headers: Mapping[str, FieldName]
    sums: bool = False

    def field_of(self, header: str) -> tuple[FieldName, float] | None:
        """Return the field that a printed header means and how sure that is (1: as the form has it), or ``None``."""
        tight = tighten(header)
        if (field := self.headers.get(tight)) is not None:
            return field, 1.0
        likeness, best = max((_likeness(tight, known), known) for known in self.headers)
        return (self.headers[best], likeness) if likeness >= ALIKE else None


def tighten(header: str) -> str:
    """Return a header as it is compared: without spaces, points, brackets and dashes."""
    return _FILLER.sub("", header)


@lru_cache(maxsize=8192)
def _likeness(a: str, b: str) -> float:
    if min(len(a), len(b)) < 4 or abs(len(a) - len(b)) > 0.5 * len(b):  # too short or too unlike to be known again
        return 0.0
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE else 0.0


@lru_cache(maxsize=1)
def forms() -> tuple[Form, ...]:
    """Return the forms that planparse knows."""
    return tuple(parse((resources.files(__package__) / f"{name}.toml").read_text(encoding="utf-8")) for name in FORMS)


def parse(text: str) -> Form:
    """Return the form that a TOML text describes."""
    data = tomllib.loads(text)
    fields = get_args(FieldName)
    headers = {tighten(header): field for field in fields for header in data["columns"].get(field, ())}
    return Form(data["name"], data["title"], tuple(data["required"]), headers, data.get("rows") == "totals")
