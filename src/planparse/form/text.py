"""Lines of a cell → text: wrapped lines joined as Thai is written, bullets kept apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from planparse.table import Cell, Line

_BULLET = re.compile(r"\s*(?:[-–—•●▪■◆○·*➢❖✓✔]|\uf0b7)\s*(?=\S)")
_NUMBER = re.compile(r"-?\d")
_TIGHT = re.compile(r"\s*-[^\W\d_]")
_TIGHT_NUMBER = re.compile(r"\s*-\d[^-]*[\u0e01-\u0e2e]")  # more than a number
# Thai is written with a space beside Latin words, numbers and ณ, behind ฯ and ๆ, and a line begins with these two only where
# there was one before them.
_APART_END = re.compile(r"(?:[A-Za-z0-9๐-๙%)ฯๆ]|(?<!\S)ณ)\Z")
_APART_START = re.compile(r"[A-Za-z0-9๐-๙(ฯๆ]|ณ(?!\S)")
_WORD_END = re.compile(r"[A-Za-z\u0e01-\u0e4e]\.?\Z")  # an abbreviation too
_CLOSING = tuple(".,)/")


class Item(NamedTuple):
    """One bullet of a cell, or its text before the first bullet: the text and where its lines stand."""

    text: str
    bulleted: bool
    lines: tuple[Line, ...]


def joined(texts: Iterable[str]) -> str:
    """Return wrapped lines as one text: without a space, except beside Latin words, numbers, ฯ and ณ, before a line that starts
    with a bullet, or where a line ended in one.

    >>> joined(["ศูนย์ข้อมูล", "ข่าวสาร", "จำนวน 2", "ครั้ง"])
    'ศูนย์ข้อมูลข่าวสารจำนวน 2 ครั้ง'
    """
    done = ""
    for text in texts:
        piece = text.strip()
        if not piece:
            continue
        if done and (done.endswith(" ") or _needs_space(done, piece)):
            done = done.rstrip() + " "
        done += piece + (" " if text.endswith((" ", "\u00a0")) else "")
    return done.strip()


def _needs_space(left: str, right: str) -> bool:
    if is_bulleted(right):
        return True
    if _APART_END.search(left):
        return not right.startswith(_CLOSING)
    return bool(_APART_START.match(right) and _WORD_END.search(left))


def items(lines: Sequence[Line]) -> list[Item]:
    """Return a cell's bullets. A line that starts with a bullet begins one, other lines go on with it.

    A dash right before a number is one where other lines have it right before their words.
    """
    tight = any(_TIGHT.match(line.text) for line in lines)
    groups: list[tuple[bool, list[Line]]] = []
    for line in lines:
        if not line.text.strip():
            continue
        bulleted = is_bulleted(line.text) or (tight and bool(_TIGHT_NUMBER.match(line.text)))
        if bulleted or not groups:
            groups.append((bulleted, [line]))
        else:
            groups[-1][1].append(line)
    return [Item(_item_text(group, bulleted), bulleted, tuple(group)) for bulleted, group in groups]


def is_bulleted(text: str) -> bool:
    """Whether a line starts with a bullet; a lone dash and a negative number do not."""
    match = _BULLET.match(text)
    return bool(match) and not _NUMBER.match(text.strip())


def _item_text(lines: Sequence[Line], bulleted: bool) -> str:
    first = _BULLET.sub("", lines[0].text, count=1) if bulleted else lines[0].text
    return joined([first, *(line.text for line in lines[1:])])


def details_of(found: Sequence[Item]) -> str:
    """Return the details' text: one line for each bullet (``- …``)."""
    return "\n".join(f"- {item.text}" if item.bulleted else item.text for item in found)


def cell_text(cell: Cell) -> str:
    """Return a header cell's text, its lines put together without a space."""
    return "".join(line.text.strip() for line in cell.lines)
