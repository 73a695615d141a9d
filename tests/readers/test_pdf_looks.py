"""However a line is set, it reads the same: stretched, spaced, slanted, turned, printed twice, a letter at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]  # reportlab ships no types
from reportlab.pdfgen.textobject import PDFTextObject  # type: ignore[import-untyped]  # as above

from planparse.report.page_text import page_text
from planparse.table import blocks
from readers.pdfs import CELLS, HEIGHT, XS, YS, Draw, drawn, first_page, table, tables, texts
from typeset import REGULAR, draw, runs, width

LINE = "แผนการดำเนินงาน ประจำปี พ.ศ. ๒๕๖๘ ที่บ้านน้ำพุ ๑๒,๕๐๐ บาท 1,234.50"
SIZE, X, Y = 12.0, 50.0, 400.0


def lines(*pages: Draw) -> list[str]:
    """Return the lines of the first page."""
    return page_text(blocks(first_page(drawn(*pages, size=(800, 800))))).rstrip("\f").splitlines()


def words() -> Iterator[tuple[float, str]]:
    """Yield the line's words with their places."""
    x = X
    for word in LINE.split(" "):
        yield x, word
        x += width(f"{word} ", REGULAR, SIZE)


def set_with(set_up: Callable[[PDFTextObject], None], stretch: float = 1.0, spacing: float = 0.0) -> Draw:
    """Return a drawing of the line by text objects that ``set_up`` changes; letters take ``stretch`` and ``spacing`` with them."""

    def write(canvas: Canvas) -> None:
        x = X
        for run in runs(LINE):
            text = canvas.beginText(x + run.dx * SIZE * stretch, Y + run.rise * SIZE)
            text.setFont(REGULAR, SIZE)
            set_up(text)
            text.textOut(run.text)
            canvas.drawText(text)
            x += width(run.text, REGULAR, SIZE) * stretch + (spacing * len(run.text) if run.rise == 0 else 0)

    return write


def transformed(*matrix: float) -> Draw:
    def write(canvas: Canvas) -> None:
        canvas.transform(*matrix)
        draw(canvas, (X, Y), LINE, size=SIZE)

    return write


def letter_by_letter(canvas: Canvas) -> None:
    x = X
    canvas.setFont(REGULAR, SIZE)
    for run in runs(LINE):
        for letter in run.text:
            canvas.drawString(x + run.dx * SIZE, Y + run.rise * SIZE, letter)
            x += width(letter, REGULAR, SIZE)


def word_by_word(apart: float = 0.0, space: str = " ") -> Draw:
    def write(canvas: Canvas) -> None:
        for place, (x, word) in enumerate(words()):
            draw(canvas, (x + place * apart, Y), word + space, size=SIZE)

    return write


def backwards(canvas: Canvas) -> None:
    for x, word in reversed(list(words())):
        draw(canvas, (x, Y), word, size=SIZE)


def printed(*moves: tuple[float, float]) -> Draw:
    def write(canvas: Canvas) -> None:
        for dx, dy in moves:
            draw(canvas, (X + dx, Y + dy), LINE, size=SIZE)

    return write


def in_turn(canvas: Canvas) -> None:
    """Draw each word in another size and weight."""
    x = X
    for place, word in enumerate(LINE.split(" ")):
        font, size = (REGULAR, "Sample-Bold")[place % 2], (12, 16, 10)[place % 3]
        draw(canvas, (x, Y), f"{word} ", font, size)
        x += width(f"{word} ", font, size)


@pytest.mark.parametrize(
    "write",
    [
        pytest.param(printed((0, 0)), id="plainly"),
        pytest.param(set_with(lambda text: text.setHorizScale(80), 0.8), id="condensed"),
        pytest.param(set_with(lambda text: text.setHorizScale(130), 1.3), id="expanded"),
        pytest.param(transformed(0.8, 0, 0, 1, 0, 0), id="condensed-by-a-matrix"),
        pytest.param(transformed(1, 0, 0.3, 1, -120, 0), id="slanted"),
        pytest.param(transformed(1, 0, -0.2, 1, 90, 0), id="slanted-backwards"),
        pytest.param(transformed(0.33, 0, 0, 0.33, 0, 0), id="four-points"),
        *[
            pytest.param(set_with(lambda text, by=by: text.setCharSpace(by), spacing=by), id=f"spaced-by-{by}")
            for by in (0.3, 1.0, 1.8, 3.0)
        ],
        pytest.param(letter_by_letter, id="letter-by-letter"),
        pytest.param(word_by_word(), id="word-by-word"),
        pytest.param(word_by_word(space=""), id="words-without-spaces"),
        pytest.param(word_by_word(9.0), id="justified"),
        pytest.param(word_by_word(-0.8), id="justified-tightly"),
        pytest.param(backwards, id="words-backwards"),
        pytest.param(printed((0, 0), (0.3, 0)), id="fake-bold"),
        pytest.param(printed((0, 0), (0.15, 0), (0.3, 0), (0.45, 0)), id="fake-bold-of-four"),
        pytest.param(printed((0.3, 0.2), (0, 0)), id="fake-bold-aslant"),
        pytest.param(in_turn, id="in-sizes-and-weights"),
    ],
)
def test_a_line_reads_the_same_however_it_is_set(write: Draw) -> None:
    assert lines(write) == [LINE]


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_turned_text_beside_upright_text_is_a_line_of_its_own(angle: int) -> None:
    def write(canvas: Canvas) -> None:
        draw(canvas, (50, 760), "ข้อความตั้งตรง", size=SIZE)
        canvas.translate(400, 400)
        canvas.rotate(angle)
        draw(canvas, (0, 0), LINE, size=SIZE)

    assert sorted(lines(write)) == sorted(["ข้อความตั้งตรง", LINE])


@pytest.mark.parametrize("angle", [-30, -12, 8, 35])
def test_a_stamp_over_a_table_is_in_none_of_its_cells(angle: int) -> None:
    def write(canvas: Canvas) -> None:
        table(canvas)
        canvas.translate(XS[0] + 30, HEIGHT - YS[1])
        canvas.rotate(angle)
        draw(canvas, (0, 0), "อนุมัติ", size=SIZE)

    (made,) = tables(drawn(write))
    assert texts(made) == list(CELLS)
    assert "อนุมัติ" in page_text(blocks(first_page(drawn(write))))


@pytest.mark.parametrize(("rise", "small"), [(4.0, 7.0), (5.0, 8.0), (-2.0, 7.0), (-4.0, 7.0)])
def test_raised_and_lowered_digits_stay_in_their_line(rise: float, small: float) -> None:
    def write(canvas: Canvas) -> None:
        end = X + width("พื้นที่ 200 ม.", REGULAR, SIZE)
        draw(canvas, (X, Y), "พื้นที่ 200 ม.", size=SIZE)
        draw(canvas, (end, Y + rise), "2", size=small)
        draw(canvas, (end + width("2", REGULAR, small), Y), " ต่อครัวเรือน", size=SIZE)

    assert lines(write) == ["พื้นที่ 200 ม.2 ต่อครัวเรือน"]


@pytest.mark.parametrize(("x", "y"), [(50, 900), (50, -40), (-400, 300), (900, 300)])
def test_what_is_off_the_page_is_not_read(x: float, y: float) -> None:
    def write(canvas: Canvas) -> None:
        draw(canvas, (X, Y), LINE, size=SIZE)
        draw(canvas, (x, y), "นอกกระดาษ", size=SIZE)

    assert lines(write) == [LINE]


def test_what_hangs_over_the_pages_edge_is_read() -> None:
    assert lines(lambda canvas: draw(canvas, (-3, 300), "ขอบกระดาษ", size=SIZE)) == ["ขอบกระดาษ"]
