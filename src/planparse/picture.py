"""A page as a picture, with what was read drawn over it."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from planparse.errors import InputError
from planparse.form import Reading
from planparse.form.rows import Draft, Layout
from planparse.plan import Bbox
from planparse.thai.numbers import arabic

RESOLUTION = 110  # dots an inch
HEADER, ROW, MARK, DOUBT, HEADING = (30, 90, 200), (0, 140, 60), (200, 30, 120), (235, 120, 0), (120, 60, 180)
FILLED = 40  # of 255: how much a colour covers what lies below
MARK_HEIGHT = 3.0  # points above and below a mark's place
GAP, CLEAR = 3, 2  # dots between a label and the line that it leans on, and those around it that nothing may stand in
Colour = tuple[int, int, int]
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Label:
    """A word about a box, and the rooms where it may stand, the best first: each the edges that it leans on.

    A room is ``(x, y, dx, dy)``: a point, and where the word lies from it: 1 right or below, -1 left or above.
    """

    text: str
    colour: Colour
    rooms: tuple[tuple[float, float, int, int], ...]


def picture(data: bytes, name: str, number: int, reading: Reading, password: str | None = None) -> bytes:
    """Return page ``number`` as a PNG with the table's header and columns, the rows, the marks and spans, and doubts drawn over it.

    ``reading`` is of the pages up to it at least. Raise :class:`InputError` for a page that is not there.
    """
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data), password=password or "") as pdf:
        if not 1 <= number <= len(pdf.pages):
            raise InputError(name, f"has {len(pdf.pages)} pages, no page {number}")
        image = _upright(pdf.pages[number - 1].to_image(resolution=RESOLUTION), data, name, number, password)
        layouts = [layout for layout in reading.layouts if layout.table.page == number]
        drafts = [row.draft for row in reading.rows]
        for layout in layouts:
            _draw_header(image, layout)
        for draft in drafts:
            _draw_row(image, draft, number)
        for label in (*(label for layout in layouts for label in _names(layout)), *_numbers(drafts, number)):
            _write(image, label)
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
    """Draw the header's box, and its columns down to the end of the table."""
    xs, ys, rows = layout.table.xs, layout.table.ys, layout.header.rows
    top, bottom = ys[rows.start], ys[rows.stop]
    _box(image, (xs[0], top, xs[-1], bottom), HEADER)
    for column in _named(layout):
        _box(image, (xs[column], top, xs[column + 1], ys[-1]), HEADER, fill=False)


def _named(layout: Layout) -> dict[int, str]:
    """Return the field or month that each column was taken for."""
    names = dict.fromkeys(layout.header.others, "extra")
    names |= {column: str(field) for column, field in layout.header.fields.items()}  # the parts of a budget are in both
    return names | {month.column: MONTHS[month.month - 1] for month in layout.header.months}


def _names(layout: Layout) -> Iterator[Label]:
    """Yield a label for each column: above the header, in it at its top or its foot, or below the table."""
    xs, ys, rows = layout.table.xs, layout.table.ys, layout.header.rows
    top, bottom = ys[rows.start], ys[rows.stop]
    for column, name in _named(layout).items():
        x = xs[column]
        yield Label(name, HEADER, ((x, top, 1, -1), (x, top, 1, 1), (x, bottom, 1, -1), (x, ys[-1], 1, 1)))


def _numbers(drafts: Iterable[Draft], number: int) -> Iterator[Label]:
    """Yield a label for each row: beside it on the left, in one of its corners there, or beside it on the right."""
    for draft in drafts:
        if draft.where.page == number and draft.where.bbox:
            x0, top, x1, bottom = draft.where.bbox
            rooms = ((x0, top, -1, 1), (x0, top, 1, 1), (x0, bottom, 1, -1), (x1, top, 1, 1))
            yield Label(arabic(draft.text("number")) or "row", _colour(draft), rooms)


def _colour(draft: Draft) -> Colour:
    return DOUBT if draft.over_pages or draft.stray or draft.outside else ROW


def _draw_row(image: Any, draft: Draft, number: int) -> None:  # noqa: ANN401 - pdfplumber is untyped
    """Draw a row's box in the colour of a row or of a doubt, and its marks as the months that they cover."""
    if draft.where.page == number and draft.where.bbox:
        _box(image, draft.where.bbox, _colour(draft))
    edges = draft.layout.edges(draft.layout.table)
    for mark in draft.marks:
        page, y = mark.place
        if page == number and edges and mark.month < len(edges):
            end = mark.month if mark.end is None else mark.end
            _box(image, (edges[mark.month][0], y - MARK_HEIGHT, edges[end][1], y + MARK_HEIGHT), MARK)


def _box(image: Any, box: Bbox | Sequence[float], colour: Colour, *, fill: bool = True) -> None:  # noqa: ANN401
    image.draw_rect(tuple(box), fill=(*colour, FILLED if fill else 0), stroke=colour, stroke_width=1)


def _write(image: Any, label: Label) -> None:  # noqa: ANN401 - pdfplumber is untyped
    """Write a label into the first of its rooms where it covers nothing, else where it covers least."""
    text = label.text.encode("ascii", "replace").decode("ascii")
    width = round(image.draw.textlength(text))
    _, top, _, bottom = image.draw.textbbox((0, 0), "Apr")  # of words of any height: their feet stand in one line
    x0, y0 = image.root.bbox[0], image.root.bbox[1]
    boxes = []
    for x, y, dx, dy in label.rooms:
        left = round((x - x0) * image.scale) + (GAP if dx > 0 else -GAP - width)
        upper = round((y - y0) * image.scale) + (GAP if dy > 0 else -GAP - (bottom - top))
        boxes.append((left, upper, left + width, upper + bottom - top))
    best = min(boxes, key=lambda box: _covered(image.annotated, box))
    image.draw.text((best[0], best[1] - top), text, fill=label.colour)


def _covered(picture: Any, box: tuple[int, int, int, int]) -> int:  # noqa: ANN401 - Pillow comes with pdfplumber, untyped here
    """Return how many dots in and around a box are not of its ground, be that white or a fill; all where it leaves the page."""
    x0, y0, x1, y1 = box[0] - CLEAR, box[1] - CLEAR, box[2] + CLEAR, box[3] + CLEAR
    dots = (x1 - x0) * (y1 - y0)
    if x0 < 0 or y0 < 0 or x1 > picture.width or y1 > picture.height:
        return dots
    found: int = dots - max(picture.crop((x0, y0, x1, y1)).convert("L").histogram())
    return found
