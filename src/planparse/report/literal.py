"""Text from a document, to be shown as it is: never markup, never a control sequence of the terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.text import Text

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_COMMAND = re.compile(r"\A\s*(?=::)|(?<=##)(?=\w*\[)")
_ONSET = "(?:[กขคตปผพ][รลว]|ห[ก-ฮ]|[ก-ฮ])"
_SYLLABLE = f"(?:[เ-ไ]{_ONSET}|{_ONSET}(?=[ะ-ฺ็-๋ํ]))"
# A syllable visibly begins with a leading vowel, or with a consonant that bears one. A bare consonant mostly closes the
# syllable before it, so it stays there: การ|พัฒ|นา, not กา|รพั|ฒนา.
_PIECE = re.compile(rf"\s|{_SYLLABLE}(?:(?!{_SYLLABLE})[ก-๛])*|(?:(?!{_SYLLABLE})[ก-๛])+|[^\sก-๛]+")
_RUN = re.compile(r"\s[ฯๆ]|\s|[^\sก-๛]+|[ก-๛]+")
_CLOSING, _OPENING = tuple(".,;:!?%)]}”’»ฯๆ๏๚๛"), tuple("([{“‘«.")  # no line begins with the ones, none ends with the others
_LATE = 2 / 3


def printable(text: str) -> str:
    r"""Return one line without control characters, direction marks and lone surrogates.

    >>> printable("a\nb\x1b[31mc")
    'a b�[31mc'
    """
    return inert(harmless(" ".join(text.split())))


def harmless(text: str) -> str:
    """Return a line with U+FFFD for each control character, direction mark and lone surrogate."""
    return _UNPRINTABLE.sub("\ufffd", text)


def inert(text: str) -> str:
    """Return a line that a CI service shows and does not obey: ``::stop-commands::`` at its beginning, ``##[group]`` anywhere.

    >>> [ascii(inert(line)) for line in ("::error::x", "a::b", "1 ##[group]")]
    ["'\\\\u200b::error::x'", "'a::b'", "'1 ##\\\\u200b[group]'"]
    """
    return _COMMAND.sub(lambda found: f"{found[0]}\u200b", text)


def literal(text: str, style: str = "") -> Text:
    """Return document text for Rich, taken literally."""
    return Text(printable(text), style=style)


def wrap(text: str, width: int) -> list[str]:
    """Return the text in lines of at most ``width`` cells, cut at spaces and between Thai words, in words only where one is wider.

    A line ends at a space where there is one in its last third.
    """
    text = printable(text)
    if cell_len(text) <= width:  # no word list is loaded for it
        return [text.strip()]
    lines: list[str] = []
    line = ""
    for piece in _fitting(_words(text), width):
        if cell_len(line + piece) > width:
            kept, line = _cut(line, piece, width)
            lines.append(kept)
        else:
            line += piece
        line = line.lstrip(" ")
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def shorten(text: str, width: int) -> str:
    """Return the text, or as much of it as fits into ``width`` cells with an ellipsis.

    >>> shorten("โครงการน้ำสะอาด", 9)
    'โครงการ…'
    """
    text = printable(text)
    if cell_len(text) <= width:
        return text
    kept = ""
    for piece in _fitting(_PIECE.findall(text), max(width - 1, 1)):
        if cell_len(kept + piece) > width - 1:
            break
        kept += piece
    return kept.rstrip() + "…"


def _words(text: str) -> list[str]:
    """Return the pieces that a line may begin with: spaces, words, and what is neither with the signs that cling to it."""
    from planparse.thai.segment import words

    pieces: list[str] = []
    for run in _RUN.findall(text):
        for piece in words(run) if run >= "ก" else [run]:
            if pieces and not pieces[-1].isspace() and (piece.lstrip().startswith(_CLOSING) or pieces[-1].endswith(_OPENING)):
                pieces[-1] += piece
            else:
                pieces.append(piece)
    return pieces


def _fitting(pieces: Iterable[str], width: int) -> Iterator[str]:
    """Yield the pieces; one that is wider than a line in its syllables, and such a syllable in its characters."""
    for piece in pieces:
        for part in [piece] if cell_len(piece) <= width else _PIECE.findall(piece):
            yield from [part] if cell_len(part) <= width else part


def _cut(line: str, piece: str, width: int) -> tuple[str, str]:
    """Return the line that is full, and the beginning of the next."""
    space = line.rfind(" ")
    if piece != " " and space >= 0 and cell_len(line[:space]) >= width * _LATE:
        return line[:space], line[space + 1 :] + piece
    return line.rstrip(), piece
