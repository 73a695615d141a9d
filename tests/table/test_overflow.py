"""Lines that run over the floor of their cell are its, though they stand in the next row."""

from __future__ import annotations

import pytest

from glyphs.hand import row
from planparse.page import DrawnPage, Rule
from planparse.table import Table, blocks

from .test_ruled import read, ruled, table_of, texts
from .test_unruled import header, project, rows_of, tables, text

YS = (100.0, 130.0, 160.0)


@pytest.mark.parametrize(
    ("third", "own", "at"),
    [
        pytest.param(133, (145,), 0, id="cut-by-the-rule"),
        pytest.param(136, (142,), 0, id="too-close-to-the-next"),
        pytest.param(145, (), 1, id="whole-in-its-row"),
        pytest.param(138.5, (153,), 1, id="not-the-next-of-those-above"),
        pytest.param(139, (153,), 1, id="beside-no-rule-and-no-line"),
    ],
)
def test_a_line_over_the_rule_is_of_the_cell_above(third: float, own: tuple[float, ...], at: int) -> None:
    step = (third - 109) / 2 if third != 138.5 else 13.0
    above = [*row("ก", 65, 109), *row("ข", 65, 109 + step)]
    rest = [glyph for y in own for glyph in row("ง", 65, y)]
    lower = [*row("1", 15, 109), *row("2", 15, 145), *row("9", 165, 145)]
    found = texts(table_of(read([*above, *row("ค", 65, third), *rest, *lower], ruled(ys=YS))))
    assert found[0, 1] == ("ก|ข|ค" if at == 0 else "ก|ข")
    assert found.get((1, 1), "") == "|".join((["ค"] if at else []) + ["ง"] * len(own))


@pytest.mark.parametrize(
    ("hung", "own", "over"),
    [
        pytest.param((133, 145, 157), (140, 152), 3, id="between-the-lines-of-the-next"),
        pytest.param((133, 145), (151,), 2, id="one-beside-them"),
        pytest.param((133, 145, 157), (), 3, id="alone-and-not-as-the-others"),
        pytest.param((133,), (142, 154), 1, id="the-others-are-its-own"),
        pytest.param((133, 145.0), (), 1, id="level-with-the-others"),
    ],
)
def test_more_lines_over_the_rule_are_of_the_cell_above(hung: tuple[float, ...], own: tuple[float, ...], over: int) -> None:
    above = [*row("ก", 65, 109), *row("ข", 65, 121)]
    rest = [glyph for y in hung for glyph in row("ค", 65, y)] + [glyph for y in own for glyph in row("ง", 65, y)]
    level = 145 if over == 1 and not own else 142
    lower = [*row("1", 15, 109), *row("2", 15, level), *row("9", 165, level)]
    found = texts(table_of(read([*above, *rest, *lower], ruled(ys=(100, 130, 172)))))
    assert found[0, 1] == "|".join(["ก", "ข", *["ค"] * over])
    assert found.get((1, 1), "") == "|".join([*["ค"] * (len(hung) - over), *["ง"] * len(own)])


def test_two_cells_whose_lines_are_level_run_over_alike() -> None:
    """Each is no witness against the other."""
    glyphs = [glyph for x in (65, 165) for y in (109, 121, 133, 145) for glyph in row("ก", x, y)]
    found = texts(table_of(read([*glyphs, *row("1", 15, 109), *row("2", 15, 150)], ruled(ys=(100, 130, 160)))))
    assert found == {(0, 0): "1", (0, 1): "ก|ก|ก|ก", (0, 2): "ก|ก|ก|ก", (1, 0): "2"}


def test_rows_that_all_stand_high_keep_their_lines() -> None:
    ys = (100.0, 112.0, 124.0, 136.0)
    glyphs = [glyph for n, y in enumerate((104, 116, 128)) for x in (15, 65, 165) for glyph in row(str(n), x, y)]
    assert texts(table_of(read(glyphs, ruled(ys=ys)))) == {(n, column): str(n) for n in range(3) for column in range(3)}


def test_a_sum_below_keeps_its_label() -> None:
    rules = [rule for rule in ruled(ys=YS) if rule != Rule(False, 60, 100, 160)]
    rules.append(Rule(False, 60, 100, 130))
    glyphs = [
        *row("1", 15, 109),
        *row("ก", 65, 109),
        *row("ข", 65, 121),
        *row("ค", 65, 133),
        *row("รวม", 15, 146),
        *row("9", 165, 146),
    ]
    assert texts(table_of(read(glyphs, rules))) == {(0, 0): "1", (0, 1): "ก|ข|ค", (1, 0): "รวม", (1, 2): "9"}


def test_without_rules_a_line_too_close_to_the_next_is_of_the_row_above() -> None:
    first = [
        *project("1", 120),
        *text(
            [
                (60, "หน้า"),
            ],
            132,
        ),
        *text([(60, "วัด")], 144),
    ]
    (table,) = tables(blocks(DrawnPage(4, 720, 500, (*header(), *first, *project("2", 149), *project("3", 180)), (), ())))
    assert [cells.get(1) for cells in rows_of(table)[2:]] == ["ซ่อมถนน|หน้า|วัด", "ซ่อมถนน", "ซ่อมถนน"]


def test_a_label_over_the_rule_below_it_hides_no_row() -> None:
    glyphs = [*header(), *text([(340, ".")], 110), *project("1", 125), *project("2", 145)]
    lines = [Rule(True, y, 18, 710) for y in (88, 108, 130, 150)]
    (table,) = tables(blocks(DrawnPage(4, 720, 500, tuple(glyphs), tuple(lines), ())))
    assert isinstance(table, Table)
    assert [cells.get(0) for cells in rows_of(table)[2:]] == ["1", "2"]
