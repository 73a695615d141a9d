"""A page as a picture, with what was read drawn over it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from planparse.errors import InputError
from planparse.form import Reading
from planparse.form.rows import Draft, Layout
from planparse.plan import Bbox

RESOLUTION = 110  # dots an inch
HEADER, ROW, MARK, DOUBT, HEADING = (30, 90, 200), (0, 140, 60), (200, 30, 120), (235, 120, 0), (120, 60, 180)
FILLED = 40  # of 255: how much a colour covers what lies below
MARK_HEIGHT = 3.0  # points above and below a mark's place
ABOVE = 8.0  # points above the header where its columns' names stand
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def picture(data: bytes, name: str, number: int, reading: Reading, password: str | None = None) -> bytes:
    """Return page ``number`` as a PNG with the table's header and columns, the rows, the marks and spans, and doubts drawn over it.

    ``reading`` is of the pages up to it at least. Raise :class:`InputError` for a page that is not there.
    """
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data), password=password or "") as pdf:
        if not 1 <= number <= len(pdf.pages):
            raise InputError(name, f"has {len(pdf.pages)} pages, no page {number}")
        image = _upright(pdf.pages[number - 1].to_image(resolution=RESOLUTION), data, name, number, password)
        for layout in reading.layouts:
            if layout.table.page == number:
                _draw_header(image, layout)
        for row in reading.rows:
            _draw_row(image, row.draft, number)
        buffer = io.BytesIO()
        image.save(buffer, format="PNG")
        return buffer.getvalue()


def _upright(image: Any, data: bytes, name: str, number: int, password: str | None) -> Any:  # noqa: ANN401 - pdfplumber is untyped
    """Return a page's picture as the page is read: a table may lie across a page that does not say that it is turned."""
    from planparse.readers.pdf import Document

    with Document(data, name, password) as document:
        turn = document.page(number).turn
    if turn:
        image.original = image.original.rotate(-90 * turn, expand=True)
        image.reset()
    return image


def _draw_header(image: Any, layout: Layout) -> None:  # noqa: ANN401 - pdfplumber is untyped
    """Draw the header's box, and over each column the field or month that it was taken for."""
    xs, ys, rows = layout.table.xs, layout.table.ys, layout.header.rows
    top, bottom = ys[rows.start], ys[rows.stop]
    _box(image, (xs[0], top, xs[-1], bottom), HEADER)
    names = {column: str(field) for column, field in layout.header.fields.items()}
    names |= dict.fromkeys(layout.header.others, "extra")
    names |= {month.column: MONTHS[month.month - 1] for month in layout.header.months}
    for column, name in names.items():
        _box(image, (xs[column], top, xs[column + 1], ys[-1]), HEADER, fill=False)
        _label(image, (xs[column] + 1, top - ABOVE), name, HEADER)


def _draw_row(image: Any, draft: Draft, number: int) -> None:  # noqa: ANN401 - pdfplumber is untyped
    """Draw a row's box in the colour of a row or of a doubt, and its marks as the months that they cover."""
    colour = DOUBT if draft.over_pages or draft.stray or draft.outside else ROW
    if draft.where.page == number and draft.where.bbox:
        _box(image, draft.where.bbox, colour)
        _label(image, (draft.where.bbox[0] + 1, draft.where.bbox[1] + 1), draft.text("number") or "row", colour)
    edges = draft.layout.edges(draft.layout.table)
    for mark in draft.marks:
        page, y = mark.place
        if page == number and edges and mark.month < len(edges):
            end = mark.month if mark.end is None else mark.end
            _box(image, (edges[mark.month][0], y - MARK_HEIGHT, edges[end][1], y + MARK_HEIGHT), MARK)


def _box(image: Any, box: Bbox | Sequence[float], colour: tuple[int, int, int], *, fill: bool = True) -> None:  # noqa: ANN401
    image.draw_rect(tuple(box), fill=(*colour, FILLED if fill else 0), stroke=colour, stroke_width=1)


def _label(image: Any, point: tuple[float, float], text: str, colour: tuple[int, int, int]) -> None:  # noqa: ANN401
    x, y = point
    scale = image.scale
    left, top = image.root.bbox[0], image.root.bbox[1]
    image.draw.text(((x - left) * scale, (y - top) * scale), text.encode("ascii", "replace").decode("ascii"), fill=colour)
