"""What planparse is measured against, each run as a process of its own: ``python loops.py NAME FILE``."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable

# Each loop imports what it needs itself: what it does not use is not to be in its time.


def pdfplumber_tables(path: str) -> int:
    """Extract the tables of all pages with pdfplumber; return how many rows they have."""
    import pdfplumber  # see above

    rows = 0
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            rows += sum(len(table) for table in page.extract_tables())
            page.close()  # else all pages stay in memory
    return rows


def pdfplumber_text(path: str) -> int:
    """Extract the text of all pages with pdfplumber; return how many characters there are."""
    import pdfplumber  # see above

    letters = 0
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            letters += len(page.extract_text())
            page.close()  # else all pages stay in memory
    return letters


def pdfium_glyphs(path: str) -> int:
    """Read the code and the box of each glyph with pdfium and do nothing with them; return how many there are."""
    import pypdfium2.raw as pdfium  # see above

    glyphs = 0
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadDocument(path.encode(), None)
    for number in range(pdfium.FPDF_GetPageCount(document)):
        page = pdfium.FPDF_LoadPage(document, number)
        text = pdfium.FPDFText_LoadPage(page)
        count = pdfium.FPDFText_CountChars(text)
        for index in range(count):
            pdfium.FPDFText_GetUnicode(text, index)
            pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
        glyphs += count
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)
    pdfium.FPDF_CloseDocument(document)
    return glyphs


LOOPS: dict[str, Callable[[str], int]] = {
    "pdfplumber": pdfplumber_tables,
    "pdfplumber-text": pdfplumber_text,
    "pdfium": pdfium_glyphs,
}

if __name__ == "__main__":
    sys.stdout.write(f"{LOOPS[sys.argv[1]](sys.argv[2])}\n")
