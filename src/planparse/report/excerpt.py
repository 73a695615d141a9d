"""A finding's row on one line with its field underlined, as compilers show a line of a program; widths are those of Thai."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from planparse.plan import Finding, Project
from planparse.report.literal import printable, shorten
from planparse.rules import Lang, Row
from planparse.rules.cells import cell

BAR = " │ "
SHOWN = ("number", "name", "budget", "place", "unit")
OF_SUM = ("name", "projects", "budget")
EMPTY: dict[Lang, str] = {"th": "(ว่าง)", "en": "(empty)"}
NARROWEST = 8  # cells that a field is shortened to at least
LONGEST = 40  # cells of a field that is not the one that is wrong


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line, and how many cells stand before and under its underline."""

    line: str
    before: int
    under: int

    @property
    def carets(self) -> str:
        """The line of carets below it."""
        return " " * self.before + "^" * self.under


def excerpt(finding: Finding, row: Row | None, width: int, lang: Lang) -> Excerpt | None:
    """Return the row of a finding in at most ``width`` cells; without a row what was found, ``None`` if that says nothing."""
    if row is None:
        value = shorten(finding.value or "", width)
        return Excerpt(value, 0, cell_len(value)) if value.strip() else None
    fields = [field for field in (SHOWN if isinstance(row, Project) else OF_SUM) if cell(row, field) is not None]
    about = finding.field if finding.field is not None and cell(row, finding.field) is not None else None
    if about is not None and about not in fields:
        fields.append(about)
    return _drawn([(field == about, printable(cell(row, field) or "")) for field in fields], finding, width, lang)


def _drawn(texts: Sequence[tuple[bool, str]], finding: Finding, width: int, lang: Lang) -> Excerpt:
    """Draw the fields, each shortened only as far as all must be to fit."""
    wanted = [cell_len(text or EMPTY[lang]) if wrong else min(cell_len(text), LONGEST) for wrong, text in texts]
    rooms = fitted(wanted, width - len(BAR) * (len(texts) - 1))
    line, before, under = "", 0, 0
    for place, ((wrong, text), room) in enumerate(zip(texts, rooms, strict=True)):
        line += BAR if place else ""
        shown = shorten(text, room)
        if wrong:
            shown, at, under = marked(text, printable(finding.value or ""), room, lang)
            before = cell_len(line) + at
        line += shown
    return Excerpt(line, before, under)


def fitted(wanted: Sequence[int], room: int) -> list[int]:
    """Return widths that together have room: the widest give first, none below the narrowest.

    >>> fitted([2, 40, 7, 30], 40), fitted([2, 3], 40)
    ([2, 15, 7, 16], [2, 3])
    """
    widths = list(wanted)
    while sum(widths) > room and max(widths) > NARROWEST:
        widths[max(range(len(widths)), key=lambda place: (widths[place], -place))] -= 1
    return widths


def marked(text: str, value: str, width: int, lang: Lang) -> tuple[str, int, int]:
    """Return a field's text, and where in it the underline begins and how wide it is: the value, else all of the field."""
    if not text:
        return EMPTY[lang], 0, cell_len(EMPTY[lang])
    if not value or value not in text or value == text:
        shown = shorten(text, width)
        return shown, 0, cell_len(shown)
    before, _, after = text.partition(value)
    value = shorten(value, width)
    room = max(width - cell_len(value), 2) // 2
    if cell_len(before) > room:
        before = "…" + tail(before, room - 1)
    space = " " if after.startswith(" ") else ""  # which shortening takes away
    return before + value + space + shorten(after, room), cell_len(before), cell_len(value)


def tail(text: str, width: int) -> str:
    """Return the end of a text in at most so many cells, with whole letters.

    >>> tail("กองช่างที่", 3)
    'างที่'
    """
    kept = text
    while cell_len(kept) > width or (kept and cell_len(kept[0]) == 0):
        kept = kept[1:]
    return kept
