"""Opening a PDF and walking its pages."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from types import TracebackType
from typing import Any, Self

import numpy as np
import pypdfium2
from pypdfium2 import raw

from planparse.errors import EncryptedError, InputError
from planparse.page import DrawnPage, Glyphs
from planparse.readers.pdf.frame import Frame
from planparse.readers.pdf.glyphs import page_glyphs
from planparse.readers.pdf.paths import Drawing, page_paths

# pdfium tells of every odd object on its logger; what matters to a user comes back as an error of ours
logging.getLogger("pypdfium2").setLevel(logging.CRITICAL)

TURNED = 0.66  # of a page's glyphs that are turned alike: then the page is (the others may be its months' labels) …
TELLING = 100  # … if it has as many: the few of a stamp do not tell
REASONS = {
    raw.FPDF_ERR_FORMAT: "not a PDF, or a damaged or truncated one",
    raw.FPDF_ERR_SECURITY: "an encryption that cannot be opened",
    raw.FPDF_ERR_FILE: "the file cannot be opened",
}


class PageError(Exception):
    """One page cannot be read; the others can."""


class Document:
    """An open PDF. Pages are numbered from 1, loaded one at a time and closed when read."""

    def __init__(self, data: bytes, name: str, password: str | None = None) -> None:
        """Open ``data``; raise :class:`InputError` (``EncryptedError`` for want of a password) if that cannot be done."""
        try:
            self._pdf = pypdfium2.PdfDocument(data, password=password)
        except pypdfium2.PdfiumError as error:
            raise _opening_error(name, password) from error
        self.name = name
        self.pages = len(self._pdf)
        if self.pages == 0:
            raise InputError(name, "a PDF without pages, or a damaged or truncated one")

    def __enter__(self) -> Self:
        """Return the document itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close the file."""
        self._pdf.close()

    def page(self, number: int) -> DrawnPage:
        """Read page ``number`` (from 1); raise :class:`PageError` if pdfium cannot load it."""
        page = raw.FPDF_LoadPage(self._pdf.raw, number - 1)
        if not page:
            raise PageError(f"page {number} cannot be loaded")
        rotation = raw.FPDFPage_GetRotation(page)
        try:
            frame, drawing, glyphs = _read(page)
            turn = _turn(glyphs)
            if turn:
                # pdfium puts the text of a line in the order of the page as it is turned
                raw.FPDFPage_SetRotation(page, (rotation + turn) % 4)
                frame, drawing, glyphs = _read(page)
            return DrawnPage(number, frame.width, frame.height, glyphs, drawing.rules, drawing.shapes, drawing.pictures, turn)
        finally:
            raw.FPDFPage_SetRotation(page, rotation)
            raw.FPDF_ClosePage(page)

    def numbers(self) -> Iterator[int]:
        """Yield the page numbers in order."""
        return iter(range(1, self.pages + 1))


def _read(page: Any) -> tuple[Frame, Drawing, Glyphs]:  # noqa: ANN401 - an opaque pdfium handle
    """Return a loaded page's frame, what is drawn on it, and its glyphs."""
    frame = Frame.of(page)
    drawing = page_paths(page, frame)
    return frame, drawing, page_glyphs(page, frame, drawing)


def _turn(glyphs: Glyphs) -> int:
    """Return the quarters that a page is turned by, as its text tells: a table laid across a page that is not marked as turned."""
    if len(glyphs) < TELLING or not glyphs.turns.any():
        return 0
    turns = np.bincount(glyphs.turns, minlength=4)
    most = int(turns.argmax())
    return most if turns[most] > TURNED * len(glyphs) else 0


def _opening_error(name: str, password: str | None) -> InputError:
    code = raw.FPDF_GetLastError()
    if code == raw.FPDF_ERR_PASSWORD:
        told = "the password does not open it" if password else "encrypted"
        return EncryptedError(name, f"{told}; give its password with --password-stdin or PLANPARSE_PASSWORD")
    return InputError(name, REASONS.get(code, "not a PDF, or a damaged or truncated one"))
