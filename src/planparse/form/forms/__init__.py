"""What the columns of a form mean: one TOML file a form beside this module."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, get_args

from planparse.errors import UsageError
from planparse.plan import FieldName

# in the order in which they are tried: of two forms that fit a header equally well, the first is meant
FORMS = ("pd02", "pd02-1", "tungsong", "school", "steps", "pd01")
ALIKE = 0.78  # of an OCR'd header's letters must agree with a form's
BEGUN = 0.3  # is how sure a header is that only begins as the form has it: a cell of the body may begin so too
_FILLER = re.compile(r"[\s.…:()\[\]_\-–—\u200b]+")


class Form(NamedTuple):
    """A form: its name and title, the fields that it requires, which headers mean which field, whether its rows are sums.

    ``begins`` are the words that a header of a field may begin with, whatever follows; ``own`` are the headers of the
    required fields that the form itself prints, not only plans that follow it.
    """

    name: str
    title: str
    required: tuple[FieldName, ...]
    headers: Mapping[str, FieldName]
    begins: Mapping[str, FieldName]
    own: frozenset[str]
    sums: bool = False

    def field_of(self, header: str) -> tuple[FieldName, float] | None:
        """Return the field that a printed header means and how sure that is (1: as the form has it), or ``None``."""
        tight = tighten(header)
        if (field := self.headers.get(tight)) is not None:
            return field, 1.0
        likeness, best = _most_like(tight, tuple(self.headers))
        begun = self.begins.get(_beginning(tight, tuple(self.begins)))
        if likeness >= ALIKE and begun in (None, self.headers[best]):
            return self.headers[best], likeness
        return (begun, BEGUN) if begun else None


@lru_cache(maxsize=8192)
def tighten(header: str) -> str:
    """Return a header as it is compared: without spaces, points, brackets and dashes."""
    return _FILLER.sub("", header)


@lru_cache(maxsize=8192)
def _most_like(header: str, known: tuple[str, ...]) -> tuple[float, str]:
    """Return the known header that is most like a printed one, and how much; a header comes again on every page."""
    return max((_likeness(header, other), other) for other in known)


@lru_cache(maxsize=8192)
def _beginning(header: str, known: tuple[str, ...]) -> str:
    """Return the longest of the known beginnings that a printed header begins with, ``""`` where it begins with none."""
    return max(filter(header.startswith, known), key=len, default="")


def _likeness(a: str, b: str) -> float:
    if min(len(a), len(b)) < 4 or abs(len(a) - len(b)) > 0.5 * len(b):  # too short or too unlike to be known again
        return 0.0
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE else 0.0


@lru_cache(maxsize=1)
def forms() -> tuple[Form, ...]:
    """Return the forms that planparse knows."""
    return tuple(parse(text_of(name)) for name in FORMS)


def text_of(name: str) -> str:
    """Return the TOML text of a form of planparse; raise :class:`UsageError` with the nearest name for one that is none."""
    if name not in FORMS:
        near = get_close_matches(name, FORMS, n=1, cutoff=0.4)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise UsageError(f"no form is named {name}{hint} (planparse forms lists them; a file of your own ends in .toml)")
    return Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8")


def chosen_forms(choice: str | None) -> tuple[Form, ...] | None:
    """Return the forms to know a table by: all where ``choice`` is ``None``, else the one of that name or TOML file.

    Raise :class:`UsageError` for a name that is none and for a file that is no form.
    """
    if choice is None:
        return None
    return (parse(text_of(choice)),) if not choice.endswith(".toml") else (_of_file(choice),)


def _of_file(path: str) -> Form:
    try:
        return parse(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"the form {path}: {(error.strerror or 'cannot be read').lower()}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"the form {path}: no TOML: {error}") from None
    except KeyError as error:
        raise UsageError(f"the form {path}: no form: it must have {error.args[0]}") from None
    except (TypeError, ValueError) as error:
        raise UsageError(f"the form {path}: no form: {error}") from None


def parse(text: str) -> Form:
    """Return the form that a TOML text describes; raise ``KeyError``, ``TypeError`` or ``ValueError`` for one that is none."""
    data = tomllib.loads(text)
    _check(data)
    columns, required = data["columns"], tuple(data.get("required", ("name",)))
    own = frozenset(tighten(columns[field][0]) for field in required if columns.get(field))
    sums = data.get("rows") == "totals"
    return Form(
        data["name"], data.get("title", data["name"]), required, _by_header(columns), _by_header(data.get("begins", {})), own, sums
    )


def _by_header(headers: Mapping[FieldName, Sequence[str]]) -> dict[str, FieldName]:
    return {tighten(header): field for field in get_args(FieldName) for header in headers.get(field, ())}


def _check(data: Mapping[str, Any]) -> None:
    """Raise ``KeyError``, ``TypeError`` or ``ValueError`` for data that describe no form."""
    columns, begins, required, fields = data["columns"], data.get("begins", {}), data.get("required", []), get_args(FieldName)
    if not (isinstance(columns, dict) and isinstance(begins, dict) and isinstance(required, list)):
        raise TypeError("columns and begins must be tables of fields, required a list of them")
    if not (isinstance(data["name"], str) and isinstance(data.get("title", ""), str)):
        raise TypeError("name and title must be texts")
    if unknown := {*columns, *begins, *required} - set(fields):
        raise ValueError(f"no such field: {', '.join(sorted(map(str, unknown)))}; there are {', '.join(fields)}")
    for field, headers in (*columns.items(), *begins.items()):
        if not (isinstance(headers, list) and all(isinstance(header, str) and tighten(header) for header in headers)):
            raise TypeError(f"the headers of {field} must be a list of texts")
    if not columns.get("name"):
        raise ValueError("it must say which column is the name")
