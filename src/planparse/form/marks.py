"""What stands in a month's cell → marks and their kinds."""

from __future__ import annotations

import re
from typing import NamedTuple

from planparse.plan import MarkKind

BULLETS = frozenset("•●▪■◆◇○◉◎⚫★☆✦✱▲△▼✓✔√🗸☑✗✘x×X/*")
TICKS = BULLETS - {"•"}  # they mark months; that one marks where something begins, and an arrow may follow it
ARROWS = frozenset("→↔►➔➢⟶⇒⇨➜➤▶←⟵⇐◄◀")
DASHES = frozenset("-–—−―")
_TYPED_ARROW = re.compile("[<←⟵⇐◄◀]?[-–—−―─=_]+[>→⟶⇒►▶]|[<←⟵⇐◄◀][-–—−―─=_]+")
_NUMBER = re.compile(r"[\d๐-๙][\d๐-๙,.]*\Z")
_WORD = re.compile(r"[\u0e01-\u0e3a\u0e40-\u0e4e]{2,}|[A-Za-z]{2,}|[\u0e01-\u0e2e]\.\s?[\u0e01-\u0e2e]\.")  # ก.ย. is one too


class RawMark(NamedTuple):
    """A mark before its month has a year: the index of its month column, and its place ``(page, y)``.

    ``end`` is the last month column that the mark itself covers, as a drawn one does; ``None`` for a sign in one month's cell.
    """

    month: int
    kind: MarkKind
    text: str
    place: tuple[int, float]
    end: int | None = None


def kinds(text: str) -> list[tuple[MarkKind, str]]:
    """Return the marks of a month's cell in order.

    >>> kinds("•→"), kinds("-->"), kinds("1 ครั้ง"), kinds("12,000"), kinds("ł")
    ([('bullet', '•'), ('arrow', '→')], [('arrow', '-->')], [('text', '1 ครั้ง')], [('number', '12,000')], [('unknown', 'ł')])
    >>> kinds("<----->"), kinds("←——→")
    ([('arrow', '<----->')], [('arrow', '←——→')])
    >>> kinds("ก.ย. - ต.ค."), kinds("ก.")
    ([('text', 'ก.ย. - ต.ค.')], [('unknown', 'ก.')])
    """
    text = text.strip()
    if _WORD.search(text):
        return [("text", text)]
    found: list[tuple[MarkKind, str]] = []
    for token in text.split():
        found.extend(_token(token))
    return found


def _token(token: str) -> list[tuple[MarkKind, str]]:
    if _TYPED_ARROW.fullmatch(token):
        return [("arrow", token)]
    if _NUMBER.fullmatch(token):
        return [("number", token)]
    if set(token) <= DASHES:
        return [("dash", token)]
    if all(letter in BULLETS | ARROWS | DASHES for letter in token):
        return [(_kind(letter), letter) for letter in token]
    return [("unknown", token)]


def _kind(letter: str) -> MarkKind:
    if letter in BULLETS:
        return "bullet"
    return "arrow" if letter in ARROWS else "dash"
