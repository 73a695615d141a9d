"""Pages of rules and glyphs make tables of text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glyphs.hand import EM, METRICS, glyph, row, stored
from planparse.page import Box, DrawnPage, Glyph, Rule, Shape
from planparse.table import Cell, Drawn, Line, PageBlocks, Table, blocks

XS = (10.0, 60.0, 160.0, 260.0)
YS = (100.0, 120.0, 150.0)
BLACK, GREY = (0, 0, 0), (200, 200, 200)


def ruled(xs: Sequence[float] = XS, ys: Sequence[float] = YS) -> list[Rule]:
    return [*(Rule(True, y, xs[0], xs[-1]) for y in ys), *(Rule(False, x, ys[0], ys[-1]) for x in xs)]


def read(glyphs: Sequence[Glyph], rules: Sequence[Rule] = (), shapes: Sequence[Shape] = (), pictures: int = 0) -> PageBlocks:
    return blocks(DrawnPage(3, 300, 400, tuple(glyphs), tuple(rules), tuple(shapes), pictures))


def table_of(page: PageBlocks) -> Table:
    (table,) = (block for block in page.blocks if isinstance(block, Table))
    return table


def texts(table: Table) -> dict[tuple[int, int], str]:
    """The text of each cell that has any, its lines parted by ``|``."""
    return {(cell.row, cell.column): "|".join(line.text for line in cell.lines) for cell in table.cells if cell.lines}


def prose(page: PageBlocks) -> list[str]:
    return [block.text for block in page.blocks if isinstance(block, Line)]


def head(tip: float, y: float) -> Shape:
    points = ((tip, y), (tip - 4, y - 2), (tip - 4, y + 2), (tip, y))
    return Shape(Box(tip - 4, y - 2, tip, y + 2), BLACK, points)


def filled(x0: float, top: float, x1: float, bottom: float) -> Shape:
    return Shape(Box(x0, top, x1, bottom), GREY, ((x0, top), (x1, top), (x1, bottom), (x0, bottom), (x0, top)))


def test_text_goes_into_the_cell_that_it_stands_in() -> None:
    page = read(
        [*row("ที่", 15, 115), *row("โครงการ", 65, 115), *row("งบ", 165, 115), *row("1", 15, 135), *row("ถนน", 65, 135)], ruled()
    )
    table = table_of(page)
    assert texts(table) == {(0, 0): "ที่", (0, 1): "โครงการ", (0, 2): "งบ", (1, 0): "1", (1, 1): "ถนน"}
    assert (table.page, table.xs, table.ys, table.closed, table.typed, table.drawn) == (3, XS, YS, True, False, ())
    assert len(table.cells) == 6
    assert prose(page) == []


def test_lines_of_a_cell_keep_their_order_and_place() -> None:
    page = read([*row("ล่าง", 65, 145), *row("บน ", 65, 132)], ruled())
    (cell,) = (cell for cell in table_of(page).cells if cell.lines)
    assert [(line.text, line.page, line.y, line.number) for line in cell.lines] == [("บน ", 3, 132, None), ("ล่าง", 3, 145, None)]
    assert cell.lines[0].box is not None
    assert 65 <= cell.lines[0].box.x0 < cell.lines[0].box.x1 < 80


def test_words_of_one_row_in_two_cells_are_two_lines() -> None:
    glyphs = row("ก" * 20, 35, 115)
    assert texts(table_of(read(glyphs, ruled()))) == {(0, 0): "ก" * 4, (0, 1): "ก" * 16}


@pytest.mark.parametrize(
    ("y", "at"),
    [
        pytest.param(119.0, 0, id="on-the-rule"),
        pytest.param(121.0, 0, id="sinking-through-the-rule"),
        pytest.param(124.0, 1, id="rising-through-the-rule"),
    ],
)
def test_half_a_letters_height_says_which_row(y: float, at: int) -> None:
    assert texts(table_of(read(row("ก", 15, y), ruled()))) == {(at, 0): "ก"}


def test_a_merged_cell_holds_the_text_of_all_its_squares() -> None:
    rules = [rule for rule in ruled() if rule != Rule(False, 60, 100, 150)]
    rules.append(Rule(False, 60, 120, 150))
    table = table_of(read([*row("แผน", 15, 115), *row("งาน", 100, 115), *row("1", 15, 135)], rules))
    assert Cell(0, 0, 1, 2, table.cells[0].lines) in table.cells
    assert texts(table) == {(0, 0): "แผน งาน", (1, 0): "1"}


def test_a_cell_over_rows_holds_the_lines_of_all_of_them() -> None:
    rules = [Rule(True, 100, 10, 260), Rule(True, 150, 10, 260), Rule(True, 120, 60, 260)]
    rules.extend(Rule(False, x, 100, 150) for x in XS)
    assert texts(table_of(read([*row("ก", 15, 112), *row("ข", 15, 124), *row("ค", 15, 145)], rules))) == {(0, 0): "ก|ข|ค"}


def test_other_text_is_lines_in_reading_order() -> None:
    page = read([*row("หน้า 1", 120, 380), *row("แผน", 120, 80), *row("ที่", 15, 115), *row("หมายเหตุ", 20, 170)], ruled())
    assert [type(block).__name__ for block in page.blocks] == ["Line", "Table", "Line", "Line"]
    assert prose(page) == ["แผน", "หมายเหตุ", "หน้า 1"]
    (first, *_) = page.blocks
    assert isinstance(first, Line)
    assert (first.page, first.y, first.number) == (3, 80, None)


@pytest.mark.parametrize(("x", "y"), [(1, 115), (270, 115), (65, 99), (65, 160)], ids=["left", "right", "above", "below"])
def test_text_beside_the_table_is_no_cell(x: float, y: float) -> None:
    page = read(row("ก", x, y), ruled())
    assert prose(page) == ["ก"]
    assert texts(table_of(page)) == {}


def test_tables_come_from_top_to_bottom() -> None:
    lower = ruled(ys=(300.0, 320.0, 340.0))
    page = read([*row("ล่าง", 15, 315), *row("กลาง", 15, 200), *row("บน", 15, 115)], [*lower, *ruled()])
    upper, line, under = page.blocks
    assert isinstance(upper, Table)
    assert isinstance(line, Line)
    assert isinstance(under, Table)
    assert (texts(upper), line.text, texts(under)) == ({(0, 0): "บน"}, "กลาง", {(0, 0): "ล่าง"})


@pytest.mark.parametrize(
    "rules",
    [
        pytest.param([], id="none"),
        pytest.param([Rule(True, 118, 10, 260)], id="underline"),
        pytest.param(ruled(xs=(10, 260), ys=(100, 150)), id="box"),
    ],
)
def test_text_without_a_grid_is_running_text(rules: list[Rule]) -> None:
    page = read([*row("แผน", 15, 115), *row("งาน", 15, 140)], rules)
    assert prose(page) == ["แผน", "งาน"]
    assert len(page.blocks) == 2


def test_repairs_come_with_the_line_they_are_in() -> None:
    bad = [glyph("ป", 65, 115), glyph("\uf705", 71.6, 115, metrics=METRICS["่"]), glyph("า", 71.6, 115)]
    page = read([*bad, *stored(row("ค่า", 65, 80), "คา่"), *row("ป่า", 65, 135)], ruled())
    title, table = page.blocks
    assert isinstance(title, Line)
    assert isinstance(table, Table)
    assert title.repairs == (("mark-order", "คา่", "ค่า"),)
    assert [line.repairs for cell in table.cells for line in cell.lines] == [(("private-use", "ป\uf705า", "ป่า"),), ()]


def test_marks_find_their_letter_before_cells_are_told_apart() -> None:
    """A tone's own ink may stand over the next cell or row."""
    k, tone = row("ก้", 54, 121.0)
    assert texts(table_of(read([k, tone], ruled()))) == {(0, 0): "ก้"}


def test_turned_text_stands_in_its_cell() -> None:
    up = [one._replace(turn=1) for one in row("ต.ค.", x=-148, y=112)]
    assert texts(table_of(read(up, ruled(xs=(100, 120, 140), ys=(100, 160, 200))))) == {(0, 0): "ต.ค."}


# marks


def test_an_arrow_over_the_table_is_its_mark_and_no_rule() -> None:
    table = table_of(read([], [*ruled(), Rule(True, 135, 65, 250)], [head(250, 135)]))
    assert table.drawn == (Drawn("arrow", Box(65, 133, 250, 137)),)
    assert table.ys == YS


def test_an_arrow_from_edge_to_edge_is_no_rule() -> None:
    table = table_of(read([], [*ruled(), Rule(True, 135, 60, 260)], [head(260, 135)]))
    assert [mark.kind for mark in table.drawn] == ["arrow"]
    assert table.ys == YS


def test_a_line_between_columns_is_a_mark_and_no_row() -> None:
    table = table_of(read([], [*ruled(), Rule(True, 135, 80, 250)]))
    assert table.drawn == (Drawn("line", Box(80, 135, 250, 135)),)
    assert (table.ys, len(table.cells)) == (YS, 6)


def test_a_line_from_edge_to_edge_is_a_row() -> None:
    table = table_of(read([], [*ruled(), Rule(True, 135, 60, 260)]))
    assert (table.ys, table.drawn) == ((100, 120, 135, 150), ())
    assert (1, 0, 2, 1) in {(cell.row, cell.column, cell.rows, cell.columns) for cell in table.cells}


def test_a_filled_box_over_the_table_is_its_mark() -> None:
    assert table_of(read([], ruled(), [filled(70, 125, 150, 140)])).drawn == (
        Drawn("fill", Box(70, 125, 150, 140), (200, 200, 200)),
    )


@pytest.mark.parametrize("down", [-60.0, 60.0], ids=["above", "below"])
def test_marks_beside_the_table_are_none_of_its(down: float) -> None:
    shapes = [filled(70, 125 + down, 150, 140 + down), head(250, 135 + down)]
    assert table_of(read([], [*ruled(), Rule(True, 135 + down, 65, 250)], shapes)).drawn == ()


def test_each_table_has_its_own_marks() -> None:
    rules = [*ruled(), *ruled(ys=(300, 320, 350))]
    page = read([], rules, [filled(70, 125, 150, 140), filled(70, 325, 150, 340), filled(170, 325, 250, 340)])
    assert [len(block.drawn) for block in page.blocks if isinstance(block, Table)] == [1, 2]


# the page


@pytest.mark.parametrize("glyphs", [[], row("  ", 20)], ids=["none", "white"])
def test_a_page_of_pictures_says_that_it_has_no_text(glyphs: list[Glyph]) -> None:
    page = read(glyphs, ruled(), pictures=2)
    assert (page.number, page.blocks, page.text) == (3, (), False)
    assert "scan" in page.without_text


def test_a_picture_beside_text_does_not_matter() -> None:
    page = read(row("แผน", 20, 80), pictures=1)
    assert (prose(page), page.text, page.without_text) == (["แผน"], True, "")


def test_a_blank_page_is_blank() -> None:
    assert read([]) == PageBlocks(3, (), "")


def test_text_that_is_none_is_left_out() -> None:
    page = read(row("\ufffd" * 60, 20, 115), ruled())
    assert (page.blocks, page.without_text) == ((), "its text is glyph numbers without meaning")


def test_a_table_without_text_is_a_table() -> None:
    page = read([], ruled())
    assert (texts(table_of(page)), page.without_text) == ({}, "")


def test_an_open_table_says_so() -> None:
    rules = [rule for rule in ruled() if rule != Rule(True, 150, 10, 260)]
    table = table_of(read(row("1", 15, 135), rules))
    assert (table.closed, table.ys, texts(table)) == (False, YS, {(1, 0): "1"})


# whatever is on the page

POINTS = st.floats(0, 300, allow_nan=False, width=32)
RULES = st.builds(lambda level, at, start, size: Rule(level, at, start, start + size), st.booleans(), POINTS, POINTS, POINTS)
SHAPES = st.builds(
    lambda points, fill: Shape(
        Box(min(x for x, _ in points), min(y for _, y in points), max(x for x, _ in points), max(y for _, y in points)),
        fill,
        tuple(points),
    ),
    st.lists(st.tuples(POINTS, POINTS), min_size=1, max_size=7),
    st.sampled_from([None, BLACK]),
)
LETTERS = st.lists(st.tuples(st.sampled_from("กขคงจ12A"), POINTS, POINTS), max_size=20, unique_by=lambda place: place[1:])


@settings(max_examples=120, deadline=None)
@given(LETTERS, st.lists(RULES, max_size=12), st.lists(SHAPES, max_size=4))
def test_no_page_raises_and_no_letter_is_lost(
    letters: list[tuple[str, float, float]], rules: list[Rule], shapes: list[Shape]
) -> None:
    page = read([glyph(text, x, y) for text, x, y in letters], rules, shapes)
    cells = [cell for block in page.blocks if isinstance(block, Table) for cell in block.cells]
    told = [line.text for cell in cells for line in cell.lines] + prose(page)
    kept, all_letters = Counter("".join(told).replace(" ", "")), Counter(text for text, _, _ in letters)
    assert kept <= all_letters
    assert set(kept) == set(all_letters)  # the same letter in one place is a letter drawn twice


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(20, 60), min_size=2, max_size=6),
    st.lists(st.integers(15, 40), min_size=2, max_size=6),
    st.text("กขคงจ", min_size=1, max_size=36),
)
def test_a_full_table_gives_each_cell_its_letter(widths: list[int], heights: list[int], letters: str) -> None:
    xs = tuple(10.0 + sum(widths[:i]) for i in range(len(widths) + 1))
    ys = tuple(50.0 + sum(heights[:i]) for i in range(len(heights) + 1))
    places = [(r, c) for r in range(len(heights)) for c in range(len(widths))]
    put = dict(zip(places, letters, strict=False))
    glyphs = [glyph(letter, xs[c] + 5, ys[r] + EM) for (r, c), letter in put.items()]
    page = read(glyphs, ruled(xs, ys))
    assert texts(table_of(page)) == put
    assert prose(page) == []


@pytest.mark.parametrize(("bottom", "closed"), [(399.0, True), (430.0, False)], ids=["on-the-page", "below-its-edge"])
def test_a_rule_below_the_page_closes_no_table(bottom: float, closed: bool) -> None:
    table = table_of(read([*row("1", 15, 115), *row("2", 15, 135)], ruled(ys=(100.0, 120.0, bottom))))
    assert table.closed is closed


def test_what_is_filled_behind_a_whole_table_is_no_mark() -> None:
    page = read(row("1", 15, 115), ruled(), [filled(5, 90, 270, 160), filled(10, 100, 260, 150), filled(60, 100, 160, 120)])
    assert [drawn.box for drawn in table_of(page).drawn] == [Box(60, 100, 160, 120)]


def test_what_a_browser_prints_over_a_row_that_the_page_cuts_is_in_no_cell() -> None:
    footer = [*row("file:///a.html", 15, 390), *row("1/3", 240, 390)]
    page = read([*row("ถนน", 65, 135), *row("ลูกรัง", 65, 380), *footer], ruled(ys=(100.0, 120.0, 398.0)))
    assert texts(table_of(page)) == {(1, 1): "ถนน|ลูกรัง"}
    assert prose(page)[0].startswith("file:///a.html")


def test_the_frame_of_a_page_tells_nothing_of_a_table_without_rules_in_it() -> None:
    months = ("ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.")
    words = [*row("ที่", 15, 115), *row("โครงการ", 40, 115), *row("งบ", 100, 115), *row("1", 15, 135), *row("ถนน", 40, 135)]
    words += [letter for at, month in enumerate(months) for letter in row(month, 130 + 20 * at, 115)]
    words += [*row("2", 15, 155), *row("คลอง", 40, 155), *row("เทศบาลเมือง", 120, 86), *row("เทศบาลเมือง", 120, 98)]
    framed, bare = (read(words, rules) for rules in (ruled((8.0, 292.0), (10.0, 390.0)), []))
    assert (texts(table_of(framed)), prose(framed)) == (texts(table_of(bare)), prose(bare))
