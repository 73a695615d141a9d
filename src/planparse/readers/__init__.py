"""Bytes → pages. The reader is picked by content, never by the file's name."""

from planparse.readers.text import decode, typed_pages

__all__ = ["decode", "is_pdf", "typed_pages"]

PDF_MARK = b"%PDF-"
FIRST = 1024  # bytes in which a PDF's mark must stand (ISO 32000, annex H)


def is_pdf(data: bytes) -> bool:
    """Whether data is a PDF by its first bytes."""
    return PDF_MARK in data[:FIRST]
