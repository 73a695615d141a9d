"""The whole way, from bytes to plans: start reading here.

bytes → pages (``read``) → tables (``table``) → rows with names (``form``) → the plan (``plan``)
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from planparse.errors import InputError, NoTableError, NoTextError, UsageError
from planparse.form import Parts, Reading, assemble, read_blocks
from planparse.form.forms import chosen_forms
from planparse.plan import Plan, Source
from planparse.readers import decode, is_pdf, typed_pages
from planparse.table import PageBlocks, blocks
from planparse.thai.clerk import Level

if TYPE_CHECKING:
    from planparse.readers.pdf import Document


JSON_SPACE = "\ufeff \t\r\n"


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read.

    ``pages`` are ``3-7`` or ``1,4`` (all where ``None``), ``password`` is an encrypted PDF's. ``repair`` says how far cells are
    repaired: ``safe``, ``bold`` (close calls too) or ``none`` (only what makes header, months and glyphs readable). ``form`` is
    the name of a form or a form's TOML file; where it is ``None`` a table's form is known by its header.
    """

    pages: str | None = None
    password: str | None = None
    repair: Level = "safe"
    form: str | None = None


def load(data: bytes, name: str, options: ReadOptions = ReadOptions()) -> list[Plan]:
    """Return the plans in ``data``; as :func:`parts`, each in one piece."""
    return [part.whole() for part in parts(data, name, options)]


def parts(data: bytes, name: str, options: ReadOptions = ReadOptions()) -> list[Parts]:
    """Return the plans in ``data``: one of a PDF or a text, those of a plan JSON or JSON lines. ``name`` goes into messages.

    Raise :class:`InputError` for what cannot be read. A readable input without a plan's table gives a plan with the fault
    ``no-table``; a page that is a picture, or cannot be read, gives a fault ``page-without-text``.
    """
    if not data.strip():
        raise InputError(name, "empty")
    if is_pdf(data):
        return [_pdf(data, name, options)]
    text = decode(data, name)
    if not text.strip("\ufeff\x00").strip():
        raise InputError(name, "empty")
    if text.lstrip(JSON_SPACE).startswith("{"):
        return [Parts.of(plan) for plan in _plans(text.lstrip("\ufeff"), name)]
    if is_other_json(text):
        raise InputError(name, "JSON, but no plan; several plans are one a line, not a list")
    if name.lower().endswith(".pdf"):
        raise InputError(name, "not a PDF, whatever its name says")
    return [_text(text, data, name, options)]


def read(path: str | Path, options: ReadOptions = ReadOptions()) -> list[Plan]:
    """Return the plans in a file; raise :class:`InputError` if it cannot be read."""
    path = Path(path)
    return load(read_bytes(path), path.name, options)


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes; raise :class:`InputError` with a plain reason."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(str(path), "no such file") from None
    except IsADirectoryError:
        raise InputError(str(path), f"a directory, not a file; its PDFs are {path / '*.pdf'}") from None
    except OSError as error:
        raise InputError(str(path), (error.strerror or "cannot be read").lower()) from None


def require_table(plan: Plan) -> None:
    """Raise if a plan has no table: :class:`NoTextError` for a scan, else :class:`NoTableError`."""
    if plan.tables:
        return
    if any(fault.rule == "page-without-text" for fault in plan.faults) and not any(
        fault.rule == "no-table" for fault in plan.faults
    ):
        raise NoTextError(plan.source.name, "no text in it, only pictures: a scan; read it with an OCR program first")
    raise NoTableError(plan.source.name, "no table of a plan in it")


def page_numbers(pages: str | None, count: int, name: str) -> list[int]:
    """Return the page numbers that ``3-7`` or ``1,4-`` names; raise :class:`UsageError` for what is no such list.

    >>> page_numbers("2-3,5-", 6, "plan.pdf")
    [2, 3, 5, 6]
    """
    if pages is None:
        return list(range(1, count + 1))
    chosen: set[int] = set()
    for part in pages.split(","):
        first, dash, last = part.strip().partition("-")
        if not (first.isascii() and first.isdigit() and (not last or (last.isascii() and last.isdigit()))):
            raise UsageError(f"--pages {pages}: not page numbers; write 3 or 3-7 or 1,4-6")
        start, stop = int(first), int(last) if last else (count if dash else int(first))
        if start < 1 or (last and stop < start):
            raise UsageError(f"--pages {pages}: {part.strip()} is no range of pages")
        chosen.update(range(start, min(stop, count) + 1))
    if not chosen:
        raise InputError(name, f"has {count} pages, none of them in --pages {pages}")
    return sorted(chosen)


def pages(data: bytes, name: str, options: ReadOptions = ReadOptions()) -> Iterator[PageBlocks]:
    """Yield the pages of a PDF or a text as they are read, each with its lines and tables.

    Raise :class:`InputError` for what cannot be read; a page that cannot be says so in ``without_text``.
    """
    if not data.strip():
        raise InputError(name, "empty")
    if is_pdf(data):
        yield from _pdf_pages(data, name, options)
        return
    typed = typed_pages(decode(data, name))
    chosen = set(page_numbers(options.pages, len(typed), name))
    yield from (blocks(page) for page in typed if page.number in chosen)


def _pdf_pages(data: bytes, name: str, options: ReadOptions) -> Iterator[PageBlocks]:
    from planparse.readers.pdf import Document

    with Document(data, name, options.password) as document:
        yield from _walked(document, page_numbers(options.pages, document.pages, name))


def pdf_reading(data: bytes, name: str, options: ReadOptions = ReadOptions()) -> Reading:
    """Return what was read of a PDF, before it becomes a plan: for a picture of it. Raise :class:`InputError` if it is none."""
    if not is_pdf(data):
        raise InputError(name, "not a PDF")
    return read_blocks(_pdf_pages(data, name, options), options.repair, chosen_forms(options.form))


def _pdf(data: bytes, name: str, options: ReadOptions) -> Parts:
    from planparse.readers.pdf import Document

    known = chosen_forms(options.form)
    with Document(data, name, options.password) as document:
        numbers = page_numbers(options.pages, document.pages, name)
        reading = read_blocks(_walked(document, numbers), options.repair, known)
        source = Source(name=name, format="pdf", sha256=_digest(data), pages=document.pages)
    return assemble(reading, source)


def _walked(document: Document, numbers: list[int]) -> Iterator[PageBlocks]:
    from planparse.readers.pdf import PageError

    before: PageBlocks | None = None
    for number, following in zip_longest(numbers, numbers[1:]):
        try:
            before = blocks(document.page(number, following), before)
            yield before
        except PageError as error:
            yield PageBlocks(number, (), str(error))


def _text(text: str, data: bytes, name: str, options: ReadOptions) -> Parts:
    pages = typed_pages(text)
    chosen = set(page_numbers(options.pages, len(pages), name))
    reading = read_blocks((blocks(page) for page in pages if page.number in chosen), options.repair, chosen_forms(options.form))
    return assemble(reading, Source(name=name, format="text", sha256=_digest(data), pages=len(pages)))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def is_other_json(text: str) -> bool:
    """Whether a text is JSON without being an object: a list of plans, or nothing that planparse has written.

    >>> is_other_json('[{"a": 1}]'), is_other_json("[1] โครงการ\\t5,000"), is_other_json("null")
    (True, False, True)
    """
    if not text.lstrip(JSON_SPACE).startswith(("[", "null", '"')):
        return False
    try:
        json.loads(text.lstrip(JSON_SPACE))
    except (ValueError, RecursionError):
        return False
    return True


def _plans(text: str, name: str) -> list[Plan]:
    """Return the plans of a JSON object or of JSON lines."""
    try:
        return [Plan.model_validate_json(text)]
    except ValidationError as error:
        if not _is_broken(error):
            raise InputError(name, f"JSON, but no plan: {_first(error)}") from None
        lines = text.split("\n")  # not splitlines: U+2028 may stand in a JSON string
        if not is_object(text.lstrip().partition("\n")[0]):  # one object over many lines, and broken
            raise InputError(name, _broken(error)) from None
    return [_plan_of_line(line, number, name) for number, line in enumerate(lines, 1) if line.strip()]


def _plan_of_line(line: str, number: int, name: str) -> Plan:
    try:
        return Plan.model_validate_json(line)
    except ValidationError as error:
        told = _broken(error, number) if _is_broken(error) else f"line {number}: no plan: {_first(error)}"
        raise InputError(name, told) from None


def is_object(text: str) -> bool:
    """Whether a text is a whole JSON object."""
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False


def _is_broken(error: ValidationError) -> bool:
    """Whether a text is no JSON at all."""
    return error.errors()[0]["type"] == "json_invalid"


def _broken(error: ValidationError, begin: int = 1) -> str:
    """Return where a text stops to be JSON, in lines of its file: ``begin`` is the one that it begins in."""
    told = _first(error)
    place = re.search(r" at line (\d+) column (\d+)$", told)
    if place is None:
        return f"line {begin}: no plan: {told}"
    return f"line {int(place[1]) + begin - 1}: no plan: {told[: place.start()]} at column {place[2]}"


def _first(error: ValidationError) -> str:
    told = error.errors()[0]
    place = ".".join(str(part) for part in told["loc"])
    return f"{place}: {told['msg']}" if place else told["msg"]
