"""PDFs made for the tests: drawn with reportlab and the samples' font, or written by hand, object by object."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from numpy.typing import NDArray
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]  # reportlab ships no types

import typeset
from planparse.page import DrawnPage
from planparse.readers.pdf import Document
from planparse.readers.pdf.calls import Call, told
from planparse.table import Table, blocks

WIDTH, HEIGHT = 400.0, 300.0
XS = (40.0, 80.0, 220.0, 360.0)
YS = (60.0, 90.0, 130.0)  # from the top, as a page is read
CELLS = (("ที่", "โครงการ", "งบประมาณ"), ("1", "ซ่อมน้ำพุกำแพง", "10,000.-"))

Draw = Callable[[Canvas], None]


def drawn(*pages: Draw, size: tuple[float, float] = (WIDTH, HEIGHT), encrypt: object = None) -> bytes:
    """Return a PDF with one page for each drawing."""
    typeset.register_fonts()
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=size, pageCompression=0, invariant=1, encrypt=encrypt)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def first_page(data: bytes) -> DrawnPage:
    """Return the first page of a PDF."""
    with Document(data, "made.pdf") as document:
        return document.page(1)


def telling(own: Call, change: Callable[[NDArray[Any]], NDArray[Any]]) -> Callable[..., NDArray[Any]]:
    """Return :func:`told` as it is where a call tells something else than pdfium's does."""
    return lambda call, *of: change(told(call, *of)) if call is own else told(call, *of)


def tables(data: bytes) -> list[Table]:
    """Return the tables on the first page of a PDF."""
    return [block for block in blocks(first_page(data)).blocks if isinstance(block, Table)]


def texts(table: Table) -> list[tuple[str, ...]]:
    """Return the text of each row's cells."""
    columns = len(table.xs) - 1
    cells = ["|".join(line.text for line in cell.lines) for cell in table.cells]
    return [tuple(cells[i : i + columns]) for i in range(0, len(cells), columns)]


def stroked_lines(canvas: Canvas) -> None:
    for y in YS:
        canvas.line(XS[0], HEIGHT - y, XS[-1], HEIGHT - y)
    for x in XS:
        canvas.line(x, HEIGHT - YS[0], x, HEIGHT - YS[-1])


def words(canvas: Canvas) -> None:
    """Write the cells' text."""
    for row, bottom in zip(CELLS, YS[1:], strict=True):
        for text, x in zip(row, XS, strict=False):
            typeset.draw(canvas, (x + 4, HEIGHT - bottom + 8), text, size=10)


def table(canvas: Canvas) -> None:
    """Draw a table of two rows and three columns."""
    stroked_lines(canvas)
    words(canvas)


# written by hand


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


def written(*objects: bytes, trailer: bytes = b"") -> bytes:
    """Return a PDF of these objects, numbered from 1; the first is the catalog."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(out)


def page_of(
    content: bytes, *, font: bytes = b"/Helvetica", unicode: bytes = b"", more: tuple[bytes, ...] = (), pages: int = 1
) -> bytes:
    """Return a PDF with one content for its 400 × 300 pages; ``more`` objects (from 7) are XObjects named ``/X7``, ``/X8`` …"""
    kids = b" ".join(b"%d 0 R" % (7 + len(more) + page) for page in range(pages))
    forms = b" ".join(b"/X%d %d 0 R" % (number, number) for number in range(7, 7 + len(more)))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents 3 0 R /Resources 4 0 R >>"
    cmap = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        b"1 begincodespacerange <00> <FF> endcodespacerange\n%d beginbfchar\n%s\nendbfchar\nendcmap end end"
    ) % (unicode.count(b"\n") + 1, unicode)
    return written(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, pages),
        stream(content),
        b"<< /Font << /F 5 0 R >> /XObject << %s >> >>" % forms,
        b"<< /Type /Font /Subtype /Type1 /BaseFont %s %s >>" % (font, b"/ToUnicode 6 0 R" if unicode else b""),
        stream(cmap),
        *more,
        *[page] * pages,
    )


def form(content: bytes, matrix: bytes = b"1 0 0 1 0 0") -> bytes:
    """Return a form XObject; it shares the page's resources."""
    return stream(content, b"/Type /XObject /Subtype /Form /BBox [-500 -500 900 900] /Matrix [%s] /Resources 4 0 R" % matrix)
