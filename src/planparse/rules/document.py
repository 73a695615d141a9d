"""Rules about the input as a whole: no table, pages without text, text that no repair could put right."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from planparse.plan import Plan, Project, Where
from planparse.rules.order import lost_pages
from planparse.rules.rule import Problem, Said, at, on

THAI = "\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e"  # the letters and marks, without ฯ, ๆ, ฿ and digits
UNUSUAL = re.compile(r"[^\x00-\x7f\u0e00-\u0e7f]")
# One letter: a Latin word or abbreviation between Thai words (ระบบLEDขนาด) is how people write. An x is a times sign.
LATIN_INSIDE = re.compile(rf"(?<=[{THAI}])[A-WYZa-wyzÀ-ÖØ-öø-ɏ](?=[{THAI}])")
SUSPECT = re.compile(f"{UNUSUAL.pattern}|{LATIN_INSIDE.pattern}")  # most texts have neither: one look tells
CONTEXT = 8  # characters shown on either side

# The first words of the names of letters that are signs and no script: µ, Ω, ℓ, ª …
NOT_A_SCRIPT = frozenset(
    {
        *("LATIN", "THAI", "FULLWIDTH", "MODIFIER", "COMBINING", "VARIATION", "ENCLOSING", "FEMININE", "MASCULINE"),
        *("MICRO", "KELVIN", "OHM", "ANGSTROM", "SCRIPT", "DOUBLE-STRUCK", "BLACK-LETTER", "INFORMATION"),
        *("MATHEMATICAL", "EULER", "TURNED", "ROTATED", "PLANCK", "SUPERSCRIPT", "SUBSCRIPT", "ALEF", "BET"),
    }
)

FIELDS = {
    "number": Said(th="ลำดับที่", en="number"),
    "name": Said(th="ชื่อโครงการ", en="name"),
    "details": Said(th="รายละเอียด", en="details"),
    "budget": Said(th="งบประมาณ", en="budget"),
    "place": Said(th="สถานที่", en="place"),
    "unit": Said(th="หน่วยดำเนินการ", en="unit"),
    "timeline": Said(th="ระยะเวลา", en="timeline"),
    "title": Said(th="ชื่อแผน", en="title"),
    "organization": Said(th="ชื่อหน่วยงาน", en="organization"),
    "heading": Said(th="หัวข้อ", en="heading"),
}


def reader_only(plan: Plan) -> Iterator[Problem]:
    """Find nothing: what only the reader can know comes from the plan's faults."""
    yield from ()


def no_table(plan: Plan) -> Iterator[Problem]:
    """Find a plan without any table; one of pictures only is another rule's."""
    if not (plan.tables or plan.projects or plan.totals or lost_pages(plan)):
        yield at(Where(page=1))


def text_unrepaired(plan: Plan) -> Iterator[Problem]:
    """Find letters that cannot be right in Thai text: of another script, or a Latin one inside a Thai word."""
    for field, text in (("title", plan.title), ("organization", plan.organization)):
        for letters, words in damage(text):
            yield at(Where(page=1), about=field, found=words, field=FIELDS[field], letters=letters, words=words)
    for heading in plan.headings:
        for letters, words in damage(heading.title):
            where = Where(page=heading.page)
            yield at(where, about="heading", found=words, field=FIELDS["heading"], letters=letters, words=words)
    for project in plan.projects:
        # One look at the whole row: nearly every row has nothing that is suspect.
        if not SUSPECT.search("\n".join(filter(None, (*cells(project), *project.extra.values())))):
            continue
        for field in ("name", "details", "place", "unit"):
            for letters, words in damage(getattr(project, field)):
                yield on(project, about=field, found=words, field=FIELDS[field], letters=letters, words=words)
        for header, text in project.extra.items():
            for letters, words in damage(text):
                yield on(project, about=header, found=words, field=header, letters=letters, words=words)


def cells(project: Project) -> tuple[str | None, ...]:
    """Return the texts of a row."""
    return project.name, project.details, project.place, project.unit


def damage(text: str | None) -> Iterator[tuple[str, str]]:
    """Yield a text's impossible letters and the words around the first of them: once, or not at all.

    >>> list(damage("ธนาคารขԺะรีไซเคิล"))
    [('Ժ', 'ธนาคารขԺะรีไซเคิ')]
    >>> list(damage("กล้อง CCTV (Solar Cell) กว้าง 4xยาว 5"))
    []
    """
    if text is None or not SUSPECT.search(text):
        return
    foreign = [found.start() for found in UNUSUAL.finditer(text) if is_foreign(text, found.start())]
    places = sorted({*foreign, *(found.start() for found in LATIN_INSIDE.finditer(text))})
    if places:
        words = text[max(0, places[0] - CONTEXT) : places[0] + CONTEXT + 1].strip()
        yield "".join(dict.fromkeys(text[place] for place in places)), words


def is_foreign(text: str, place: int) -> bool:
    """Whether the character there is a letter of a script that is neither Thai nor Latin."""
    script = script_of(text[place])
    if script == "GREEK":  # Φ, μ and Ω stand for themselves, except in the middle of Thai
        around = text[max(0, place - 1) : place] + text[place + 1 : place + 2]
        return re.search(f"[{THAI}]", around) is not None
    return script is not None


@lru_cache(maxsize=4096)
def script_of(char: str) -> str | None:
    """Return the script of a letter or of a vowel sign, ``None`` for Thai, Latin, signs and digits.

    >>> script_of("ລ"), script_of("Ж"), script_of("é"), script_of("→")
    ('LAO', 'CYRILLIC', None, None)
    """
    if unicodedata.category(char)[0] not in "LM":
        return None
    name = unicodedata.name(char, "")
    first = name.split(" ")[0]
    return None if not name or first in NOT_A_SCRIPT or " LATIN " in name else first
