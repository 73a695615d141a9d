"""Misspellings of words that plans are full of, where no other word can be meant."""

from __future__ import annotations

import re

# What OCR makes of a word, and the word. Only strings that no right Thai text contains.
MISSPELT = {
    "ช่อมแชม": "ซ่อมแซม",
    "ช่อมแซม": "ซ่อมแซม",
    "ซ่อมแชม": "ซ่อมแซม",
}
_PATTERN = re.compile("|".join(map(re.escape, MISSPELT)))


def spelling(text: str) -> str:
    """Return the text with known misspellings put right. Source: an OCR'd plan of 2555 (ซ read as ช, its commonest confusion).

    >>> spelling("ช่อมแชมครุภัณฑ์")
    'ซ่อมแซมครุภัณฑ์'
    """
    return _PATTERN.sub(lambda match: MISSPELT[match[0]], text)
