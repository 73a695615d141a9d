"""Text → typed pages: any of the encodings that Thai text comes in, form feeds between pages."""

from __future__ import annotations

import codecs

from planparse.errors import InputError
from planparse.page import TypedPage

NO_TEXT = "neither a PDF nor text in UTF-8, UTF-16 or Windows-874"
OTHERS = {
    b"PK\x03\x04": "an Office document or another archive; save it as a PDF and read that",
    b"\xd0\xcf\x11\xe0": "an Office document; save it as a PDF and read that",
    b"\x89PNG": "a picture; run it through an OCR program first",
    b"\xff\xd8\xff": "a picture; run it through an OCR program first",
}  # by their first bytes: what people have plans in, and what to do with it
# those of Windows-874 above ASCII: letters, bullets, dashes and quotation marks
THAI_BYTES = frozenset(byte for byte in range(0x80, 0x100) if bytes([byte]).decode("cp874", "ignore"))


def decode(data: bytes, name: str) -> str:
    """Return a text from UTF-8 (with or without a mark), UTF-16 or Windows-874; raise :class:`InputError` for what is no text."""
    for start, reason in OTHERS.items():
        if data.startswith(start):
            raise InputError(name, reason)
    for mark, encoding in ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            return _strictly(data, encoding, name)
    if b"\x00" in data:
        return _strictly(data, _utf16_without_mark(data, name), name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _thai(data, name)


def typed_pages(text: str) -> list[TypedPage]:
    """Return the pages of a text: form feeds end pages, any line end ends a line; lines are numbered through the file."""
    pages: list[TypedPage] = []
    first = 1
    for number, content in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\f"), 1):
        lines = tuple(content.split("\n"))
        pages.append(TypedPage(number, first, lines))
        first += len(lines) - 1
    return pages


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeError:
        raise InputError(name, f"starts like {encoding} text but is not: damaged or truncated") from None
    if "\x00" in text:  # UTF-32 starts with the mark of UTF-16
        raise InputError(name, NO_TEXT)
    return text


def _utf16_without_mark(data: bytes, name: str) -> str:
    """Return which UTF-16 a text without a mark is in: Thai and ASCII have 0x0E or 0 in each high byte."""
    for encoding, start in (("utf-16-le", 1), ("utf-16-be", 0)):
        high = data[start::2]
        if high and sum(byte in (0x00, 0x0E, 0x20) for byte in high) > 0.9 * len(high) and len(data) % 2 == 0:
            return encoding
    raise InputError(name, NO_TEXT)


def _thai(data: bytes, name: str) -> str:
    """Return a text in Windows-874, which holds TIS-620; what is mostly other bytes is no text."""
    high = [byte for byte in data if byte >= 0x80]
    if sum(byte in THAI_BYTES for byte in high) < 0.9 * len(high):
        raise InputError(name, NO_TEXT)
    return data.decode("cp874", errors="replace")
