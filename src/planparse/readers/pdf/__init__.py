"""PDF → pages of glyphs, rules and shapes. Nothing outside this package knows a PDF library (but the picture command)."""

from planparse.readers.pdf.document import Document, PageError

__all__ = ["Document", "PageError"]
