"""A page that pdfium has in memory, and how the next one gets there while this one is worked on."""

from __future__ import annotations

import atexit
import ctypes
from functools import cache
from threading import RLock
from typing import TYPE_CHECKING, Any

from pypdfium2 import raw

from planparse.readers.pdf.calls import compiled, handle

if TYPE_CHECKING:
    from types import TracebackType

    from pypdfium2 import PdfDocument

FUNCTIONS = (
    handle(raw.FPDF_LoadPage),
    handle(raw.FPDFText_LoadPage),
    handle(raw.FPDFText_ClosePage),
    handle(raw.FPDF_ClosePage),
)


class Loaded:
    """A page in memory and its text: opaque handles, which are false where pdfium cannot load them."""

    def __init__(self, document: PdfDocument, number: int) -> None:
        """Load page ``number`` (from 1) of a document."""
        self._document = document  # is not closed while a page of it is loaded
        self._rotation: int | None = None  # its own, where it was turned
        self.number = number
        self.text: Any = None
        with PDFIUM:
            self.page: Any = raw.FPDF_LoadPage(document.raw, number - 1)
            if self.page:
                self.load_text()

    def load_text(self) -> None:
        """Load the text, anew if the page was changed."""
        with PDFIUM:
            self._close_text()
            self.text = raw.FPDFText_LoadPage(self.page)

    def turn(self, quarters: int) -> None:
        """Turn the page by so many quarters to the right, for as long as it is loaded."""
        with PDFIUM:
            if self._rotation is None:
                self._rotation = raw.FPDFPage_GetRotation(self.page)
            raw.FPDFPage_SetRotation(self.page, (self._rotation + quarters) % 4)
            self.load_text()

    def close(self) -> None:
        """Close the page, as it was."""
        with PDFIUM:
            self._turn_back()
            self._close_text()
            if self.page:
                raw.FPDF_ClosePage(self.page)

    def begin(self, number: int) -> None:
        """Close the page, as it was, and load another in its place, while Python goes on; see :func:`can_begin`."""
        with PDFIUM:
            self._turn_back()
            page, text = (handle(one) if one else 0 for one in (self.page, self.text))
            _finish_at_exit()
            compiled.begin(FUNCTIONS, handle(self._document.raw), number - 1, page, text)
            self.number, self.page, self.text, self._rotation = number, None, None, None
            PDFIUM.begun = self

    def finish(self) -> None:
        """Take the page that was begun."""
        page, text = compiled.finish()
        self.page, self.text = ctypes.cast(page, raw.FPDF_PAGE), ctypes.cast(text, raw.FPDF_TEXTPAGE)

    def _turn_back(self) -> None:
        if self._rotation is not None:
            raw.FPDFPage_SetRotation(self.page, self._rotation)

    def _close_text(self) -> None:
        if self.text:
            raw.FPDFText_ClosePage(self.text)
            self.text = None


class _Pdfium:
    """The turn of one thread with pdfium, which is not to be used by two at once, whatever their documents.

    A page that was ``begun`` to be loaded is finished first.
    """

    def __init__(self) -> None:
        self._lock = RLock()
        self.begun: Loaded | None = None

    def __enter__(self) -> None:
        self._lock.acquire()
        if self.begun is not None:
            begun, self.begun = self.begun, None
            begun.finish()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._lock.release()

    def wait(self) -> None:
        """Finish what was begun."""
        with self:
            pass


PDFIUM = _Pdfium()


@cache
def _finish_at_exit() -> None:
    """See to it that what was begun is finished when Python ends: before pypdfium2 closes the documents that are open, for what
    was registered last is done first, and it registers with the first document.
    """
    atexit.register(PDFIUM.wait)


def can_begin() -> bool:
    """Whether a page can be loaded while Python goes on: where there was a compiler when planparse was installed."""
    return compiled is not None
