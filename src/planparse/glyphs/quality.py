"""Whether a page's text is text at all: a layer of numbers, of one letter or of another language's OCR is none."""

from __future__ import annotations

import re

LEAST = 40  # letters: fewer tell nothing
UNREADABLE = 0.25  # of the characters that mean nothing
KINDS = 12  # of ornaments: no page has as many bullets and ticks, but one whose fonts have the names of ornaments for their glyphs
ONE_LETTER = 0.5  # of the letters that are the same
NUMBERED = 0.2  # of the characters that belong to (cid:n)
WORDLIKE = 0.55  # of the Latin words of a picture's text layer that look like words
_CID = re.compile(r"\(cid:\d+\)")
_MEANINGLESS = re.compile("[\x00-\x1f\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]")  # unknown, control codes, for private use
_ORNAMENT = re.compile("[\u2460-\u24ff\u2600-\u27bf]")
_THAI = re.compile("[\u0e01-\u0e4e]")
_LATIN_TOKEN = re.compile(r"[^\s\u0e00-\u0e7f]*[A-Za-z][^\s\u0e00-\u0e7f]*")
_WORD = re.compile(r"[(\"'“‘]*(?:[A-Z]?[a-z]+|[A-Z]{2,}|[A-Za-z])(?:[-'’/.][A-Za-z]+)*[)\"'”’.,;:!?]*\Z")
_VOWEL = re.compile(r"[aeiouyAEIOUY]")


def no_text(text: str, pictures: int) -> str | None:
    """Return why a page's text is none, or ``None`` if it is text.

    Seen: TCPDF's and scanners' layers of glyph numbers, whole pages of one letter, English OCR of Thai scans, PostScript made of
    fonts whose glyphs it numbers ``a1``, ``a2`` … as those of ornaments are called.
    """
    letters = "".join(text.split())
    if len(letters) < LEAST:
        return None
    if _is_numbers(letters):
        return "its text is glyph numbers without meaning"
    times = [count for letter, count in _counted(letters) if letter.isalpha()]
    if sum(times) >= LEAST and max(times) > ONE_LETTER * sum(times):
        return "its text is one letter again and again"
    if pictures and not _THAI.search(letters) and _is_latin_rubbish(text):
        return "its text is an OCR of another language"
    return None


def _is_numbers(letters: str) -> bool:
    """Whether most letters are the numbers of glyphs: as such, as what means nothing, or as more ornaments than pages have."""
    cids = sum(len(match) for match in _CID.findall(letters)) if "(cid:" in letters else 0
    if cids > NUMBERED * len(letters):
        return True
    ornaments = _ORNAMENT.findall(letters)
    if len(ornaments) > UNREADABLE * len(letters) and len(set(ornaments)) >= KINDS:
        return True
    may_be = not letters.isprintable() or "\ufffd" in letters  # as what means nothing is: not looked for where none can be
    return may_be and len(_MEANINGLESS.findall(letters)) > UNREADABLE * len(letters)


def _counted(text: str) -> list[tuple[str, int]]:
    """Return each character of a text with how often it is there: a page has thousands, and a font's few are counted at once."""
    import numpy as np  # a text needs none

    counts = np.bincount(np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4"))
    codes = np.flatnonzero(counts)
    return [(chr(code), count) for code, count in zip(codes.tolist(), counts[codes].tolist(), strict=True)]


def _is_latin_rubbish(text: str) -> bool:
    tokens = _LATIN_TOKEN.findall(text)
    if len(tokens) < LEAST / 4:
        return False
    wordlike = sum(bool(_WORD.match(token)) and (len(token) < 3 or bool(_VOWEL.search(token))) for token in tokens)
    return wordlike < WORDLIKE * len(tokens)
