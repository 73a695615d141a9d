"""Action plans of Thai local government, out of PDFs and OCR pages.

>>> import planparse                                    # doctest: +SKIP
>>> plan = planparse.read("plan.pdf")                   # doctest: +SKIP
>>> planparse.check(plan)                               # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os
    from typing import BinaryIO, Literal

    from planparse.plan import Finding, Plan

__all__ = ["Finding", "Plan", "__version__", "check", "read"]
__version__ = "0.1.0"

_MODELS = ("Finding", "Plan")


def read(
    source: str | os.PathLike[str] | BinaryIO,
    *,
    pages: str | None = None,
    password: str | None = None,
) -> Plan:
    """Return the plan in a file, or in a stream of bytes: a PDF, tab-delimited text or plan JSON, told apart by content.

    ``pages`` (``"3-7"``, ``"1,4"``) reads these pages only. A readable input without a plan table gives a plan without
    ``tables`` that says so in ``faults``.

    Raises ``OSError`` where the file cannot be opened, and ``planparse.errors.InputError`` where it cannot be read
    (encrypted, damaged) or holds several plans.
    """
    from planparse.errors import InputError
    from planparse.pipeline import ReadOptions, load

    name, data = _named_bytes(source)
    plans = load(data, name, ReadOptions(pages=pages, password=password))
    if len(plans) != 1:
        raise InputError(name, f"holds {len(plans)} plans, not one")
    return plans[0]


def check(plan: Plan, *, lang: Literal["th", "en"] = "en") -> list[Finding]:
    """Return what is wrong with a plan, in the plan's order, with messages in Thai or English."""
    from planparse import rules

    return rules.check(plan, lang=lang)


def _named_bytes(source: str | os.PathLike[str] | BinaryIO) -> tuple[str, bytes]:
    import os
    from pathlib import Path

    if isinstance(source, (str, os.PathLike)):
        path = Path(source)
        return path.name, path.read_bytes()
    name = getattr(source, "name", None)  # a stream may have none, a number, or "<stdin>"
    return Path(name).name if isinstance(name, str) and not name.startswith("<") else "-", source.read()


def __getattr__(name: str) -> object:
    # The models are loaded on first use: `import planparse` alone stays cheap.
    if name not in _MODELS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from planparse import plan

    return getattr(plan, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_MODELS})
