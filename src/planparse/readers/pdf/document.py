"""Opening a PDF and reading its pages, each loaded while the one before is worked on."""

from __future__ import annotations

import logging
import math
from collections.abc import Iterator
from types import TracebackType
from typing import Self

import numpy as np
import pypdfium2
from pypdfium2 import raw

from planparse.errors import EncryptedError, InputError
from planparse.page import DrawnPage, Glyphs
from planparse.readers.pdf.frame import Frame
from planparse.readers.pdf.glyphs import page_glyphs
from planparse.readers.pdf.loaded import PDFIUM, Loaded, can_begin
from planparse.readers.pdf.paths import Drawing, page_paths
from planparse.readers.pdf.unseen import leave_out

# pdfium tells of every odd object on its logger; what matters to a user comes back as an error of ours
logging.getLogger("pypdfium2").setLevel(logging.CRITICAL)

TURNED = 0.66  # of a page's glyphs that are turned alike: then the page is (the others may be its months' labels)
TELLING = 100  # glyphs that tell of a page that it is turned, or scaled: the few of a stamp or a cover do not
USUAL = 10.0  # points: the text of a plan's table
SIZES = 5.0, 20.0  # points of such text: a page with smaller or larger was scaled to print it on another paper
FARTHEST = 64.0  # times as large or as small: no page is, but a damaged file may say so
REASONS = {
    raw.FPDF_ERR_FORMAT: "not a PDF, or a damaged or truncated one",
    raw.FPDF_ERR_SECURITY: "an encryption that cannot be opened",
    raw.FPDF_ERR_FILE: "the file cannot be opened",
}


class PageError(Exception):
    """One page cannot be read; the others can."""


class Document:
    """An open PDF. Pages are numbered from 1; each is closed when it is read, and at most one is loaded ahead."""

    def __init__(self, data: bytes, name: str, password: str | None = None) -> None:
        """Open ``data``; raise :class:`InputError` (``EncryptedError`` for want of a password) if that cannot be done."""
        with PDFIUM:
            try:
                self._pdf = pypdfium2.PdfDocument(data, password=password)
            except pypdfium2.PdfiumError as error:
                raise _opening_error(name, password) from error
            self.pages = len(self._pdf)
        self.name = name
        self._ahead: Loaded | None = None
        if self.pages == 0:
            raise InputError(name, "a PDF without pages, or a damaged or truncated one")

    def __enter__(self) -> Self:
        """Return the document itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close the file."""
        ahead, self._ahead = self._ahead, None
        with PDFIUM:
            if ahead is not None:
                ahead.close()
            self._pdf.close()

    def page(self, number: int, following: int | None = None) -> DrawnPage:
        """Read page ``number`` (from 1); raise :class:`PageError` if pdfium cannot load it.

        The page that is ``following`` next is loaded meanwhile, in the place of this one.
        """
        loaded = self._taken(number)
        try:
            with PDFIUM:
                if not loaded.page:
                    raise PageError(f"page {number} cannot be loaded")
                return _read(loaded)
        finally:
            if following is not None and can_begin():
                loaded.begin(following)
                self._ahead = loaded
            else:
                loaded.close()

    def _taken(self, number: int) -> Loaded:
        """Return a page that is loaded: that one if it was ahead."""
        loaded, self._ahead = self._ahead, None
        if loaded is not None and loaded.number == number:
            return loaded
        if loaded is not None:
            loaded.close()
        return Loaded(self._pdf, number)

    def numbers(self) -> Iterator[int]:
        """Yield the page numbers in order."""
        return iter(range(1, self.pages + 1))


def _read(loaded: Loaded) -> DrawnPage:
    frame, drawing, glyphs, stamps = _parts(loaded)
    turn = _turn(glyphs)
    if turn:
        loaded.turn(turn)  # pdfium puts the text of a line in the order of the page as it is turned
        frame, drawing, glyphs, stamps = _parts(loaded)
    times = _times(glyphs)
    if times != 1:
        frame, glyphs, stamps = frame.scaled(times), glyphs.scaled(times), stamps.scaled(times)
        drawing = page_paths(loaded.page, frame)
    size = frame.width, frame.height
    return DrawnPage(loaded.number, *size, glyphs, drawing.rules, drawing.shapes, drawing.pictures, turn, 1 / times, stamps or None)


def _parts(loaded: Loaded) -> tuple[Frame, Drawing, Glyphs, Glyphs]:
    """Return a loaded page's frame, what is drawn on it, its glyphs, and those of stamps."""
    frame = Frame.of(loaded.page)
    drawing = page_paths(loaded.page, frame)
    if leave_out(drawing, frame):
        loaded.load_text()
    return frame, drawing, *page_glyphs(loaded.text, frame, drawing)


def _turn(glyphs: Glyphs) -> int:
    """Return the quarters that a page is turned by, as its text tells: a table laid across a page that is not marked as turned."""
    if len(glyphs) < TELLING or not glyphs.turns.any():
        return 0
    turns = np.bincount(glyphs.turns, minlength=4)
    most = int(turns.argmax())
    return most if turns[most] > TURNED * len(glyphs) else 0


def _times(glyphs: Glyphs) -> float:
    """Return how many times as large a page's text is to be read, so that it is of a usual size: a power of two."""
    em = glyphs.em if len(glyphs) >= TELLING else USUAL
    if SIZES[0] < em < SIZES[1] or not USUAL / FARTHEST < em < USUAL * FARTHEST:
        return 1.0
    return float(2.0 ** -round(math.log2(em / USUAL)))


def _opening_error(name: str, password: str | None) -> InputError:
    code = raw.FPDF_GetLastError()
    if code == raw.FPDF_ERR_PASSWORD:
        told = "the password does not open it" if password else "encrypted"
        return EncryptedError(name, f"{told}; give its password with --password-stdin or PLANPARSE_PASSWORD")
    return InputError(name, REASONS.get(code, "not a PDF, or a damaged or truncated one"))
