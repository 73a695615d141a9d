"""The text of a PDF's pages out of each library, as it comes: what planparse's text is compared with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path

# Each imports what it needs itself: a library that is not installed is left out of the comparison.


def planparse(path: Path) -> str:
    """Return what ``planparse text`` prints."""
    from planparse.pipeline import pages  # see above
    from planparse.report.page_text import page_text  # see above

    return "".join(page_text(page) for page in pages(path.read_bytes(), path.name))


def pdfium(path: Path) -> str:
    """Return pdfium's own text, which is what the PDF's text layer says."""
    import pypdfium2  # see above

    with pypdfium2.PdfDocument(path) as document:
        return "\f".join(page.get_textpage().get_text_range(errors="replace") for page in document)


def pdfplumber(path: Path) -> str:
    """Return the text that pdfplumber extracts."""
    import pdfplumber  # see above

    with pdfplumber.open(path) as document:
        return "\f".join(page.extract_text() for page in document.pages)


def pymupdf(path: Path) -> str:
    """Return the text that PyMuPDF gets."""
    import pymupdf  # see above

    with pymupdf.open(path) as document:
        return "\f".join(page.get_text() for page in document)


ALL: Mapping[str, Callable[[Path], str]] = {
    "planparse": planparse,
    "pdfplumber": pdfplumber,
    "pypdfium2": pdfium,
    "pymupdf": pymupdf,
}


def installed() -> dict[str, Callable[[Path], str]]:
    """Return the libraries that are there."""
    return {name: text for name, text in ALL.items() if find_spec(name)}
