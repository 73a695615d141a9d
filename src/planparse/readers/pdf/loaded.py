"""A page that pdfium has in memory."""

from __future__ import annotations

from threading import RLock
from typing import Any

from pypdfium2 import raw

from planparse.readers.pdf.layers import leave_out_hidden

PDFIUM = RLock()  # pdfium is not to be used by two threads at once, whatever their documents


class Loaded:
    """A page in memory and its text: opaque handles, which are false where pdfium cannot load them."""

    def __init__(self, document: Any, number: int, *, layered: bool = False) -> None:  # noqa: ANN401 - an opaque pdfium handle
        """Load page ``number`` (from 1) of a document; of a ``layered`` one without what lies on layers that are off."""
        self.number = number
        self.text: Any = None
        with PDFIUM:
            self.page: Any = raw.FPDF_LoadPage(document, number - 1)
            if self.page:
                self._rotation = raw.FPDFPage_GetRotation(self.page)
                if layered:
                    leave_out_hidden(self.page)
                self.load_text()

    def load_text(self) -> None:
        """Load the text, anew if the page was changed."""
        with PDFIUM:
            self._close_text()
            self.text = raw.FPDFText_LoadPage(self.page)

    def turn(self, quarters: int) -> None:
        """Turn the page by so many quarters to the right, for as long as it is loaded."""
        with PDFIUM:
            raw.FPDFPage_SetRotation(self.page, (self._rotation + quarters) % 4)
            self.load_text()

    def close(self) -> None:
        """Close the page, as it was."""
        with PDFIUM:
            self._close_text()
            if self.page:
                raw.FPDFPage_SetRotation(self.page, self._rotation)
                raw.FPDF_ClosePage(self.page)

    def _close_text(self) -> None:
        if self.text:
            raw.FPDFText_ClosePage(self.text)
            self.text = None
