"""A preview: characters that no repair can settle, because what they stood for is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planparse.plan import Plan, Where
from planparse.rules.document import FIELDS
from planparse.rules.rule import Problem, at, on

CONTEXT = 8  # characters shown on either side
_ABOVE = "\u0e31\u0e34-\u0e37\u0e47\u0e4d"
_TONES = "\u0e48-\u0e4b"
# A replacement character or a private-use one; two tones or two vowels on one letter; a mark that has no letter to stand on.
_LOST = re.compile(
    rf"[\ufffd\ue000-\uf8ff]|\(cid:\d+\)|[{_TONES}][{_TONES}]|[{_ABOVE}][{_ABOVE}]|(?:(?<=\s)|\A)[{_ABOVE}{_TONES}\u0e38-\u0e3a\u0e33]"
)


def text_doubtful(plan: Plan) -> Iterator[Problem]:
    """Find text whose letters are lost: replacement characters, codes without a meaning, marks without a letter."""
    for field, text in (("title", plan.title), ("organization", plan.organization)):
        for letters, words in lost(text):
            yield at(Where(page=1), about=field, found=words, field=FIELDS[field], letters=letters, words=words)
    for project in plan.projects:
        for field in ("name", "details", "place", "unit"):
            for letters, words in lost(getattr(project, field)):
                yield on(project, about=field, found=words, field=FIELDS[field], letters=letters, words=words)


def lost(text: str | None) -> Iterator[tuple[str, str]]:
    """Yield the first such letters of a text and the words around them, or nothing.

    >>> list(lost("โครงการจ้\ufffdง")), list(lost("น้ำ ที่ทำการ"))
    ([('\ufffd', 'ครงการจ้\ufffdง')], [])
    """
    match = _LOST.search(text) if text else None
    if text and match:
        yield spelled(match[0]), text[max(0, match.start() - CONTEXT) : match.end() + CONTEXT].strip()


def spelled(letters: str) -> str:
    """Return letters so that they can be seen: a mark on a dotted circle, a code without a glyph as its number.

    >>> spelled("\uf8ff"), spelled("่")
    ('U+F8FF', '◌่')
    """
    if "\ue000" <= letters[0] <= "\uf8ff":
        return f"U+{ord(letters[0]):04X}"
    return letters if letters.startswith(("(", "\ufffd")) else f"◌{letters}"
