"""A page that pdfium has in memory, and how the next one gets there while this one is worked on."""

from __future__ import annotations

import atexit
import ctypes
import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import RLock
from typing import TYPE_CHECKING, Any

from pypdfium2 import raw

from planparse.readers.pdf.calls import compiled, handle
from planparse.readers.pdf.layers import leave_out_hidden

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

FUNCTIONS = (
    handle(raw.FPDF_LoadPage),
    handle(raw.FPDFText_LoadPage),
    handle(raw.FPDFText_ClosePage),
    handle(raw.FPDF_ClosePage),
)


class Loaded:
    """A page in memory and its text: opaque handles, which are false where pdfium cannot load them."""

    def __init__(self, document: PdfDocument, number: int, *, layered: bool = False) -> None:
        """Load page ``number`` (from 1) of a document; of a ``layered`` one without what lies on layers that are off."""
        self._document = document  # is not closed while a page of it is loaded
        self._layered = layered
        self._rotation: int | None = None  # its own, where it was turned
        self.number = number
        self.page: Any = None
        self.text: Any = None
        with pdfium():
            self.page = raw.FPDF_LoadPage(document.raw, number - 1)
            if self.page:
                if layered:
                    leave_out_hidden(self.page)
                self.load_text()

    def load_text(self) -> None:
        """Load the text, anew if the page was changed."""
        with pdfium():
            self._close_text()
            self.text = raw.FPDFText_LoadPage(self.page)

    def turn(self, quarters: int) -> None:
        """Turn the page by so many quarters to the right, for as long as it is loaded."""
        with pdfium():
            if self._rotation is None:
                self._rotation = raw.FPDFPage_GetRotation(self.page)
            raw.FPDFPage_SetRotation(self.page, (self._rotation + quarters) % 4)
            self.load_text()

    def close(self) -> None:
        """Close the page, as it was."""
        with pdfium():
            self._turn_back()
            self._close_text()
            page, self.page = self.page, None
            if page:
                raw.FPDF_ClosePage(page)

    def begin(self, number: int) -> None:
        """Close the page, as it was, and load another in its place, while Python goes on; see :func:`can_begin`."""
        with pdfium():
            self._turn_back()
            document = handle(self._document.raw)
            page, text = (handle(one) if one else 0 for one in (self.page, self.text))
            self.number, self.page, self.text, self._rotation = number, None, None, None
            _keep_others_out()
            _ahead.of = self  # before it begins: who is interrupted now must find it
            compiled.begin(FUNCTIONS, document, number - 1, page, text)

    def finish(self) -> None:
        """Wait for the page that was begun, and take it, if that is not done yet."""
        page, text = compiled.finish()
        if page:
            self.page, self.text = ctypes.cast(page, raw.FPDF_PAGE), ctypes.cast(text, raw.FPDF_TEXTPAGE)

    def leave_out_hidden(self) -> None:
        """Leave out what lies on layers that are off of a page that was begun, and load its text anew."""
        if self.page and self._layered:
            leave_out_hidden(self.page)
            self.load_text()

    def _turn_back(self) -> None:
        if self._rotation is not None:
            raw.FPDFPage_SetRotation(self.page, self._rotation)
            self._rotation = None

    def _close_text(self) -> None:
        text, self.text = self.text, None
        if text:
            raw.FPDFText_ClosePage(text)


class _Ahead:
    """The page that was begun and not taken yet: one for all documents, as there is one pdfium."""

    of: Loaded | None = None


_ahead = _Ahead()
_lock = RLock()


@contextmanager
def pdfium() -> Iterator[None]:
    """Have pdfium alone: no two threads may use it at once, whatever their documents. A page that was begun is finished first."""
    with _lock:
        if _ahead.of is not None:
            begun = _ahead.of
            begun.finish()
            _ahead.of = None  # behind it: who is interrupted while waiting has to wait again
            begun.leave_out_hidden()
        yield


def wait() -> None:
    """Finish the page that was begun, if one was."""
    if _ahead.of is not None:
        with pdfium():
            pass


def can_begin() -> bool:
    """Whether a page can be loaded while Python goes on: where there was a compiler when planparse was installed."""
    return compiled is not None


@cache
def _keep_others_out() -> None:
    """See to it that the page is there before something else has to do with pdfium that does not ask.

    Python's end and its search for circles close the documents of pypdfium2, and a fork takes no thread along. What is registered
    last is done first at the end, and pypdfium2 registers with the first document: this is called when there is one.
    """
    atexit.register(wait)
    gc.callbacks.append(lambda phase, _: wait() if phase == "start" else None)
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(before=_hold, after_in_parent=_lock.release, after_in_child=_lock.release)


def _hold() -> None:
    """Have pdfium alone until the lock is released."""
    with pdfium():
        _lock.acquire()
