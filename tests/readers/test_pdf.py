"""PDFs come out as pages: their text, their tables, whichever way the page is turned, cut or nested."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise, zip_longest
from pathlib import Path

import pytest
from reportlab.lib.colors import Color, black, white  # type: ignore[import-untyped]  # reportlab ships no types
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]  # as above

from planparse.page import DrawnPage, Glyph, Glyphs, Rule
from planparse.readers.pdf import Document, PageError, loaded
from planparse.report.page_text import page_text
from planparse.table import Line, blocks
from readers.pdfs import (
    CELLS,
    HEIGHT,
    WIDTH,
    XS,
    YS,
    Draw,
    drawn,
    first_page,
    form,
    page_of,
    stroked_lines,
    table,
    tables,
    texts,
    words,
    written,
)
from typeset import draw

UPRIGHT = drawn(table)


def close(page: DrawnPage, other: DrawnPage, within: float = 0.02) -> bool:
    """Whether two pages hold the same glyphs and rules in the same places."""
    if [(one.text, one.turn) for one in page.glyphs] != [(one.text, one.turn) for one in other.glyphs]:
        return False
    ours = [*map(_ink, page.glyphs), *map(_stroke, _sorted(page.rules))]
    theirs = [*map(_ink, other.glyphs), *map(_stroke, _sorted(other.rules))]
    return all(abs(a - b) < within for one, two in zip(ours, theirs, strict=True) for a, b in zip(one, two, strict=True))


def _ink(one: Glyph) -> tuple[float, ...]:
    return one.x0, one.top, one.x1, one.bottom, one.x, one.y, one.em


def _stroke(rule: Rule) -> tuple[float, ...]:
    return rule.horizontal, rule.at, rule.start, rule.end


def _sorted(rules: tuple[Rule, ...]) -> list[Rule]:
    return sorted(rules, key=lambda rule: (rule.horizontal, round(rule.at), round(rule.start)))


# tables


def boxes(canvas: Canvas) -> None:
    for x0, x1 in pairwise(XS):
        for top, bottom in pairwise(YS):
            canvas.rect(x0, HEIGHT - bottom, x1 - x0, bottom - top)


def bars(canvas: Canvas) -> None:
    for y in YS:
        canvas.rect(XS[0], HEIGHT - y - 0.25, XS[-1] - XS[0], 0.5, stroke=0, fill=1)
    for x in XS:
        canvas.rect(x - 0.25, HEIGHT - YS[-1], 0.5, YS[-1] - YS[0], stroke=0, fill=1)


def pieces(canvas: Canvas) -> None:
    """The borders of each cell by themselves, as office programs write them."""
    for x0, x1 in pairwise(XS):
        for y in YS:
            canvas.rect(x0 + 0.2, HEIGHT - y - 0.25, x1 - x0 - 0.4, 0.5, stroke=0, fill=1)
    for x in XS:
        for top, bottom in pairwise(YS):
            canvas.line(x, HEIGHT - top - 0.3, x, HEIGHT - bottom + 0.3)


def one_path(canvas: Canvas) -> None:
    path = canvas.beginPath()
    for y in YS:
        path.moveTo(XS[0], HEIGHT - y)
        path.lineTo(XS[-1], HEIGHT - y)
    for x in XS:
        path.moveTo(x, HEIGHT - YS[0])
        path.lineTo(x, HEIGHT - YS[-1])
    canvas.drawPath(path)


def paper(canvas: Canvas) -> None:
    """White boxes below everything, as browsers and spreadsheets lay them."""
    canvas.setFillColor(white)
    for x0, x1 in pairwise(XS):
        canvas.rect(x0 + 5, HEIGHT - 120, x1 - x0 - 10, 20, stroke=0, fill=1)
        canvas.rect(x0 + 5, HEIGHT - 110, x1 - x0 - 10, 0.5, stroke=0, fill=1)
    canvas.setFillColor(black)
    stroked_lines(canvas)


@pytest.mark.parametrize("rule", [stroked_lines, boxes, bars, pieces, one_path, paper])
def test_a_ruled_table_is_read_however_its_rules_are_drawn(rule: Draw) -> None:
    def both(canvas: Canvas) -> None:
        rule(canvas)
        words(canvas)

    (made,) = tables(drawn(both))
    assert made.xs == pytest.approx(XS, abs=0.6)
    assert made.ys == pytest.approx(YS, abs=0.6)
    assert texts(made) == list(CELLS)
    assert made.drawn == ()
    assert [line.repairs for cell in made.cells for line in cell.lines] == [()] * 6


def test_text_without_rules_is_lines() -> None:
    page = blocks(first_page(drawn(words)))
    assert [block.text for block in page.blocks if isinstance(block, Line)] == [" ".join(row) for row in CELLS]


# turned pages


def sized(turn: int) -> tuple[float, float]:
    """The size to ask for so that the page's box is 400 × 300: reportlab swaps it for a turned page."""
    return (WIDTH, HEIGHT) if turn in (0, 180) else (HEIGHT, WIDTH)


def turned(turn: int) -> bytes:
    """The table on a page with ``/Rotate``, drawn so that it reads as the upright one."""
    matrix = {90: (0, 1, -1, 0, HEIGHT, 0), 180: (-1, 0, 0, -1, WIDTH, HEIGHT), 270: (0, -1, 1, 0, 0, WIDTH)}[turn]

    def draw_turned(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        canvas.transform(*matrix)
        table(canvas)

    return drawn(draw_turned)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_the_upright_one(turn: int) -> None:
    page, upright = first_page(turned(turn)), first_page(UPRIGHT)
    assert (page.width, page.height) == (upright.width, upright.height) == (WIDTH, HEIGHT)
    assert close(page, upright)
    assert [texts(made) for made in tables(turned(turn))] == [list(CELLS)]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_is_turned_with_its_text_has_turned_text(turn: int) -> None:
    def draw_turned(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        table(canvas)

    page = first_page(drawn(draw_turned, size=sized(turn)))
    assert {one.turn for one in page.glyphs} == {(4 - turn // 90) % 4}
    assert (page.width, page.height) == ((WIDTH, HEIGHT) if turn == 180 else (HEIGHT, WIDTH))


@pytest.mark.parametrize(("angle", "turn"), [(0, 0), (90, 1), (180, 2), (270, 3)])
def test_turned_text_is_read_along_its_baseline(angle: int, turn: int) -> None:
    def draw_turned(canvas: Canvas) -> None:
        canvas.translate(200, 150)
        canvas.rotate(angle)
        draw(canvas, (0, 0), "ที่ทำการ พ.ค.", size=10)

    page = first_page(drawn(draw_turned))
    assert {one.turn for one in page.glyphs} == {turn}
    (line,) = blocks(page).blocks
    assert isinstance(line, Line)
    assert line.text == "ที่ทำการ พ.ค."
    assert line.box is not None
    assert {rule for rule, _, _ in line.repairs} <= {"mark-order"}  # pdfium puts the pieces of a line in another order
    wide, high = line.box.x1 - line.box.x0, line.box.bottom - line.box.top
    assert (wide > 4 * high) == (angle in (0, 180))
    near = {0: line.box.x0, 90: line.box.bottom, 180: line.box.x1, 270: line.box.top}[angle]
    assert near == pytest.approx(200 if angle in (0, 180) else 150, abs=2)


def table_and_text(canvas: Canvas) -> None:
    """Draw the table and enough text to tell which way up the page is."""
    table(canvas)
    for row in range(5):
        draw(canvas, (40, 120 - 15 * row), f"{row} องค์การบริหารส่วนตำบลหนองน้ำใส", size=10)


@pytest.mark.parametrize("way", ["marked", "drawn"])
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_whose_text_is_turned_is_read_as_the_upright_one(turn: int, way: str) -> None:
    """A wide table that is laid across a page without ``/Rotate``, or the reverse."""
    matrix = {90: (0, 1, -1, 0, HEIGHT, 0), 180: (-1, 0, 0, -1, WIDTH, HEIGHT), 270: (0, -1, 1, 0, 0, WIDTH)}[turn]

    def draw_turned(canvas: Canvas) -> None:
        if way == "marked":
            canvas.setPageRotation(turn)
        else:
            canvas.transform(*matrix)
        table_and_text(canvas)
        canvas.rotate(90)
        draw(canvas, (20, -395), "ฉบับร่าง", size=10)

    def draw_upright(canvas: Canvas) -> None:
        table_and_text(canvas)
        canvas.rotate(90)
        draw(canvas, (20, -395), "ฉบับร่าง", size=10)

    page = first_page(drawn(draw_turned, size=(WIDTH, HEIGHT) if way == "drawn" and turn == 180 else sized(turn)))
    upright = first_page(drawn(draw_upright))
    assert (page.width, page.height) == (WIDTH, HEIGHT)
    assert page_text(blocks(page)) == page_text(blocks(upright))
    assert {one.turn for one in page.glyphs} == {0, 1}


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_labels_do_not_keep_a_page_from_being_turned(turn: int) -> None:
    """A page with a header, whose months are turned, and little else."""

    def draw_upright(canvas: Canvas) -> None:
        for row in range(6):
            draw(canvas, (40, 200 - 15 * row), f"{row} องค์การบริหารส่วนตำบลหนองน้ำใส", size=10)
        canvas.rotate(90)
        for month in range(12):
            draw(canvas, (20, -250 - 10 * month), "พ.ค.๖๗", size=8)

    def draw_turned(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        draw_upright(canvas)

    page, upright = first_page(drawn(draw_turned, size=sized(turn))), first_page(drawn(draw_upright))
    assert {one.turn for one in page.glyphs} == {0, 1}
    assert page_text(blocks(page)) == page_text(blocks(upright))


def test_a_page_with_turned_text_beside_as_much_upright_text_is_not_turned() -> None:
    def draw_both(canvas: Canvas) -> None:
        table_and_text(canvas)
        canvas.translate(WIDTH, 0)
        canvas.rotate(90)
        table_and_text(canvas)

    page = first_page(drawn(draw_both))
    assert (page.width, page.height) == (WIDTH, HEIGHT)
    assert {one.turn for one in page.glyphs} == {0, 1}


def test_slanted_text_counts_to_the_nearest_direction() -> None:
    def draw_slanted(canvas: Canvas) -> None:
        canvas.rotate(10)
        draw(canvas, (100, 100), "กข", size=10)

    assert {one.turn for one in first_page(drawn(draw_slanted)).glyphs} == {0}


# cut pages


@pytest.mark.parametrize("crop", [(20, 30, 390, 280), (0, 0, 400, 300), (-50, -50, 500, 500)], ids=["cut", "same", "larger"])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_crop_box_is_the_page(crop: tuple[float, ...], turn: int) -> None:
    def draw_cut(canvas: Canvas) -> None:
        canvas.setCropBox(crop)
        canvas.setPageRotation(turn)
        table(canvas)

    def draw_whole(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        table(canvas)

    left, bottom = max(crop[0], 0), max(crop[1], 0)
    right, top = min(crop[2], WIDTH), min(crop[3], HEIGHT)
    cut, whole = first_page(drawn(draw_cut, size=sized(turn))), first_page(drawn(draw_whole, size=sized(turn)))
    assert (cut.width, cut.height) == ((right - left, top - bottom) if turn in (0, 180) else (top - bottom, right - left))
    dx, dy = {0: (left, HEIGHT - top), 90: (bottom, left), 180: (WIDTH - right, bottom), 270: (HEIGHT - top, WIDTH - right)}[turn]
    assert [(round(r.at, 1), round(r.start, 1)) for r in cut.rules] == [
        (round(r.at - (dy if r.horizontal else dx), 1), round(r.start - (dx if r.horizontal else dy), 1)) for r in whole.rules
    ]
    if turn == 0:
        assert [(one.text, round(one.x + dx, 1), round(one.y + dy, 1)) for one in cut.glyphs] == [
            (one.text, round(one.x, 1), round(one.y, 1)) for one in whole.glyphs
        ]


def test_a_media_box_that_begins_elsewhere_is_the_page() -> None:
    data = page_of(b"BT /F 10 Tf 110 250 Td (abc) Tj ET").replace(b"/MediaBox [0 0 400 300]", b"/MediaBox [100 50 400 300]")
    page = first_page(data)
    assert (page.width, page.height) == (300, 250)
    assert (page.glyphs[0].x, page.glyphs[0].y) == pytest.approx((10, 50))


# forms


def in_form(canvas: Canvas) -> None:
    canvas.beginForm("table")
    table(canvas)
    canvas.endForm()
    canvas.doForm("table")


def in_moved_form(canvas: Canvas) -> None:
    canvas.beginForm("table")
    canvas.translate(-30, -20)
    table(canvas)
    canvas.endForm()
    canvas.translate(30, 20)
    canvas.doForm("table")


def in_scaled_form(canvas: Canvas) -> None:
    canvas.beginForm("table", 0, 0, 2 * WIDTH, 2 * HEIGHT)
    canvas.scale(2, 2)
    table(canvas)
    canvas.endForm()
    canvas.scale(0.5, 0.5)
    canvas.doForm("table")


def in_nested_forms(canvas: Canvas) -> None:
    canvas.beginForm("inner")
    canvas.translate(-5, 5)
    table(canvas)
    canvas.endForm()
    canvas.beginForm("outer")
    canvas.translate(0, -5)
    canvas.doForm("inner")
    canvas.endForm()
    canvas.translate(5, 0)
    canvas.doForm("outer")


@pytest.mark.parametrize("nest", [in_form, in_moved_form, in_scaled_form, in_nested_forms])
def test_a_form_is_read_where_it_is_drawn(nest: Draw) -> None:
    data = drawn(nest)
    assert close(first_page(data), first_page(UPRIGHT))
    assert [texts(made) for made in tables(data)] == [list(CELLS)]


def test_a_form_drawn_twice_is_read_twice() -> None:
    data = page_of(b"q /X7 Do Q q 1 0 0 1 0 -50 cm /X7 Do Q", more=(form(b"20 200 m 90 200 l S"),))
    assert [(rule.at, rule.start) for rule in first_page(data).rules] == [(100, 20), (150, 20)]


def test_the_matrix_of_a_form_counts() -> None:
    data = page_of(b"q /X7 Do Q", more=(form(b"10 100 m 45 100 l S", b"2 0 0 2 0 0"),))
    assert first_page(data).rules == (Rule(True, 100, 20, 90),)


def test_forms_in_a_circle_come_to_an_end() -> None:
    data = page_of(b"/X7 Do", more=(form(b"20 200 m 90 200 l S /X8 Do"), form(b"20 180 m 90 180 l S /X7 Do")))
    assert 2 <= len(first_page(data).rules) < 100


def test_forms_nested_deeper_than_any_page_needs_are_left() -> None:
    depth = 20
    forms = [form(b"20 %d m 90 %d l S /X%d Do" % (10 * level, 10 * level, 8 + level)) for level in range(depth)]
    page = first_page(page_of(b"/X7 Do", more=(*forms, form(b"20 250 m 90 250 l S"))))
    assert 10 <= len(page.rules) <= depth


# pictures


def pictures(canvas: Canvas, count: int) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader  # type: ignore[import-untyped]  # as above

    for index in range(count):
        canvas.drawImage(ImageReader(Image.new("RGB", (4, 4), (index, 90, 90))), 40 * index, 40, 30, 30)


@pytest.mark.parametrize("count", [0, 1, 3])
def test_pictures_are_counted(count: int) -> None:
    page = first_page(drawn(lambda canvas: pictures(canvas, count)))
    assert (page.pictures, list(page.glyphs), page.rules) == (count, [], ())
    assert bool(blocks(page).without_text) == bool(count)


def test_pictures_in_forms_are_counted() -> None:
    def nested(canvas: Canvas) -> None:
        canvas.beginForm("pictures")
        pictures(canvas, 2)
        canvas.endForm()
        canvas.doForm("pictures")

    assert first_page(drawn(nested)).pictures == 2


# documents


def test_pages_are_numbered_from_one() -> None:
    with Document(drawn(table, words, table), "made.pdf") as document:
        assert (document.pages, list(document.numbers()), document.name) == (3, [1, 2, 3], "made.pdf")
        assert [document.page(number).number for number in document.numbers()] == [1, 2, 3]
        assert [len(document.page(number).rules) for number in (3, 2, 1)] == [7, 0, 7]


@pytest.mark.parametrize("order", [(1, 2, 3), (1, 3, 2), (3, 1), (2, 2), (1,)], ids=str)
def test_a_page_loaded_ahead_is_the_page_itself(order: tuple[int, ...]) -> None:
    data = drawn(table, words, lambda canvas: draw(canvas, (50, 100), "กขค", size=20))
    with Document(data, "made.pdf") as plain:
        expected = [plain.page(number) for number in order]
    with Document(data, "made.pdf") as document:
        assert [document.page(number, following) for number, following in zip_longest(order, order[1:])] == expected


def test_another_page_than_the_one_ahead_is_read() -> None:
    with Document(drawn(table, words, table), "made.pdf") as document:
        assert [document.page(1, 2).number, document.page(3, 2).number, document.page(1).number] == [1, 3, 1]


def test_a_page_ahead_that_cannot_be_loaded_is_said_when_it_is_read() -> None:
    with Document(UPRIGHT, "made.pdf") as document:
        assert document.page(1, 2).number == 1
        with pytest.raises(PageError, match="page 2 cannot be loaded"):
            document.page(2, 1)
        assert document.page(1, 9).number == 1


def test_a_document_is_closed_with_a_page_ahead() -> None:
    with Document(drawn(table, words), "made.pdf") as document:
        document.page(1, 2)
    assert document._ahead is None


def test_a_document_is_read_without_a_page_ahead_where_there_was_no_compiler(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = _pages(data := drawn(table, words, table))
    monkeypatch.setattr(loaded, "compiled", None)
    assert _pages(data) == expected


def test_a_document_that_nobody_closes_is_kept_until_its_page_is_loaded() -> None:
    data = drawn(table, words)
    for _ in range(20):
        Document(data, "made.pdf").page(1, 2)
        gc.collect()
    assert first_page(data) == _pages(data)[0]


def test_a_page_ahead_is_there_before_a_program_that_ends_closes_its_documents(tmp_path: Path) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(drawn(table, words))
    program = (
        "import sys, weakref; from planparse.readers.pdf import Document, loaded; "
        "document = Document(open(sys.argv[1], 'rb').read(), ''); document.page(1, 2); "
        "weakref.finalize(document, lambda: print(loaded._ahead.of))"  # as pypdfium2 closes them
    )
    assert _run(program, path) == (0, "None\n", "")


def test_who_is_interrupted_while_waiting_for_a_page_leaves_pdfium_to_others(monkeypatch: pytest.MonkeyPatch) -> None:
    data = drawn(table, words, table)
    expected = _pages(data)
    with Document(data, "made.pdf") as document, monkeypatch.context() as patch:
        document.page(1, 2)
        patch.setattr(loaded.Loaded, "finish", _interrupted)
        with pytest.raises(KeyboardInterrupt):
            document.page(2, 3)
        patch.undo()
        with ThreadPoolExecutor(1) as pool:
            assert pool.submit(_pages, data).result(timeout=60) == expected
        assert document.page(3) == expected[2]


def _interrupted(_: loaded.Loaded) -> None:
    raise KeyboardInterrupt


def test_a_page_ahead_is_there_before_circles_are_looked_for() -> None:
    """pypdfium2 closes the documents among them, whoever else is in pdfium."""
    with Document(drawn(table, words), "made.pdf") as document:
        document.page(1, 2)
        gc.collect()
        assert loaded._ahead.of is None
        assert document.page(2).number == 2


def _run(program: str, path: Path) -> tuple[int, str, str]:
    """Return how a program ends that is given a path, and what it says."""
    command = [sys.executable, "-W", "ignore", "-c", program, str(path)]  # pypdfium2 warns of itself where warnings are asked for
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=60)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no forks here")
def test_a_process_that_is_forked_while_a_page_is_loaded_can_read(tmp_path: Path) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(drawn(table, words))
    program = (
        "import os, sys; from planparse.readers.pdf import Document; data = open(sys.argv[1], 'rb').read()\n"
        "document = Document(data, ''); document.page(1, 2)\n"
        "child = os.fork()\n"
        "os.write(1, b'%d %d\\n' % (Document(data, '').page(2).number, document.page(2).number))\n"
        "child and os.waitpid(child, 0)"
    )
    assert _run(program, path) == (0, "2 2\n2 2\n", "")


def test_documents_are_read_in_several_threads_at_once() -> None:
    data = drawn(*[table, words] * 4)
    expected = [len(page.glyphs) for page in _pages(data)]
    with ThreadPoolExecutor(4) as pool:
        assert [[len(page.glyphs) for page in found] for found in pool.map(_pages, [data] * 12)] == [expected] * 12


def _pages(data: bytes) -> list[DrawnPage]:
    with Document(data, "made.pdf") as document:
        return [document.page(number, number + 1) for number in document.numbers()]


def test_reading_twice_gives_the_same() -> None:
    assert first_page(UPRIGHT) == first_page(UPRIGHT)
    with Document(UPRIGHT, "made.pdf") as document:
        assert document.page(1) == document.page(1)
    assert tables(UPRIGHT) == tables(UPRIGHT)


def test_an_empty_page_is_empty() -> None:
    assert first_page(drawn(lambda canvas: None)) == DrawnPage(1, WIDTH, HEIGHT, Glyphs.of(()), (), ())


def test_a_page_that_cannot_be_loaded_does_not_keep_the_others() -> None:
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] >>"
    data = written(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R 9 0 R 3 0 R] /Count 3 >>", page)
    with Document(data, "made.pdf") as document:
        assert document.pages == 3
        with pytest.raises(PageError, match="page 2 cannot be loaded"):
            document.page(2)
        assert document.page(3).number == 3


@pytest.mark.parametrize("number", [0, 2, 99])
def test_a_page_that_is_not_there_cannot_be_read(number: int) -> None:
    with Document(UPRIGHT, "made.pdf") as document, pytest.raises(PageError):
        document.page(number)


def test_a_page_whose_text_cannot_be_loaded_keeps_its_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    from pypdfium2 import raw

    monkeypatch.setattr(raw, "FPDFText_LoadPage", lambda page: None)
    page = first_page(UPRIGHT)
    assert not page.glyphs
    assert len(page.rules) == 7


def test_pale_text_is_told_from_print() -> None:
    def grey(shade: float, alpha: float = 1) -> Callable[[Canvas], None]:
        def write(canvas: Canvas) -> None:
            canvas.setFillColor(Color(shade, shade, shade, alpha=alpha))
            draw(canvas, (50, 100), "สำเนา", size=30)

        return write

    pages = [first_page(drawn(grey(*how))) for how in ((0.0,), (0.5,), (0.85,), (0.0, 0.2), (0.0, 0.9))]
    assert [{one.pale for one in page.glyphs} for page in pages] == [{False}, {False}, {True}, {True}, {False}]
