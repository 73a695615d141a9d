"""Tables without vertical rules: their columns from the header's words, their rows from what stands in the first column."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glyphs.hand import row
from planparse.page import Box, DrawnPage, Glyph, Rule
from planparse.table import Drawn, Line, PageBlocks, Table, blocks

MONTHS = ("ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.")
FIRST, PITCH, EM = 340.0, 30.0, 8.0  # where the first month's label begins, and each next one
TITLES = ((20.0, "ที่"), (60.0, "โครงการ"), (180.0, "งบประมาณ"), (260.0, "หน่วยงาน"))


def text(words: Sequence[tuple[float, str]], y: float) -> list[Glyph]:
    return [one for x, word in words for one in row(word, x, y, em=EM)]


def labels(y: float, months: Sequence[str] = MONTHS) -> list[Glyph]:
    return text([(FIRST + PITCH * MONTHS.index(month), month) for month in months], y)


def header(y: float = 100.0) -> list[Glyph]:
    return [*text(TITLES, y), *labels(y)]


def project(number: str, y: float, name: str = "ซ่อมถนน", amount: str = "10,000", unit: str = "กองช่าง") -> list[Glyph]:
    return text([(22, number), (60, name), (182, amount), (262, unit)], y)


def lines_at(*ys: float) -> list[Rule]:
    return [Rule(True, y, 18, 710) for y in ys]


def read(glyphs: Sequence[Glyph], rules: Sequence[Rule] = (), before: PageBlocks | None = None) -> PageBlocks:
    return blocks(DrawnPage(4, 720, 500, tuple(glyphs), tuple(rules), ()), before)


def tables(page: PageBlocks) -> list[Table]:
    return [block for block in page.blocks if isinstance(block, Table)]


def rows_of(table: Table) -> list[dict[int, str]]:
    """The text of each row by column."""
    done: dict[int, dict[int, str]] = {}
    for cell in table.cells:
        done.setdefault(cell.row, {})[cell.column] = "|".join(line.text.strip() for line in cell.lines)
    return [done[number] for number in sorted(done)]


def prose(page: PageBlocks) -> list[str]:
    return [block.text for block in page.blocks if isinstance(block, Line)]


ONE = {0: "1", 1: "ซ่อมถนน", 2: "10,000", 3: "กองช่าง"}
TWO = {**ONE, 0: "2"}
HEAD = {0: "ที่", 1: "โครงการ", 2: "งบประมาณ", 3: "หน่วยงาน"}
LABELS = {4 + at: month for at, month in enumerate(MONTHS)}


def test_months_and_titles_make_columns_and_first_words_rows() -> None:
    page = read([*header(), *project("1", 120), *project("2", 140)])
    (table,) = tables(page)
    assert rows_of(table) == [HEAD, LABELS, ONE, TWO]
    assert len(table.xs) - 1 == 16
    assert list(table.xs) == sorted(table.xs)
    assert (table.page, table.closed, prose(page)) == (4, False, [])


def test_the_columns_of_months_lie_round_their_labels() -> None:
    (table,) = tables(read([*header(), *project("1", 120)]))
    middle = FIRST + PITCH / 4
    assert all(b - a == pytest.approx(PITCH, abs=3) for a, b in zip(table.xs[4:], table.xs[5:], strict=False))
    assert table.xs[4] < middle < table.xs[5]


NUMBERS = tuple(map(str, (10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9)))
LETTERS = ("ต", "พ", "ธ", "ม", "ก", "มี", "เม", "พ", "มิ", "ก", "ส", "ก")


@pytest.mark.parametrize("words", [NUMBERS, LETTERS], ids=["numbers", "letters"])
def test_months_headed_by_a_letter_or_number(words: Sequence[str]) -> None:
    glyphs = [*text(TITLES, 100), *text([(FIRST + PITCH * at, word) for at, word in enumerate(words)], 100), *project("1", 120)]
    (table,) = tables(read(glyphs))
    assert rows_of(table) == [HEAD, {4 + at: word for at, word in enumerate(words)}, ONE]


def test_quarters_are_columns_where_no_months_stand_below_them() -> None:
    quarters = [(FIRST + 90 * at, f"ไตรมาส {at + 1}") for at in range(4)]
    (table,) = tables(read([*text(TITLES, 100), *text(quarters, 100), *project("1", 120)]))
    assert rows_of(table) == [HEAD, {4 + at: word for at, (_, word) in enumerate(quarters)}, ONE]
    (table,) = tables(read([*text([(x + 20, word) for x, word in quarters], 88), *header(), *project("1", 120)]))
    assert len(table.xs) - 1 == 16


@pytest.mark.parametrize(("over", "count"), [("ไตรมาส", 1), ("จำนวน", 0)])
def test_numbers_below_a_title_of_quarters_are_these(over: str, count: int) -> None:
    numbers = [(FIRST + 90 * at, number) for at, number in enumerate("1234")]
    page = read([*text([(FIRST + 120, over)], 88), *text(TITLES, 100), *text(numbers, 100), *project("1", 120)])
    assert [rows_of(table)[1:] for table in tables(page)] == [[dict(enumerate("1234", 4)), ONE]] * count


def test_a_label_that_is_left_out_keeps_its_column() -> None:
    glyphs = [*text(TITLES, 100), *labels(100, [m for m in MONTHS if m not in ("ม.ค.", "ก.พ.")]), *project("1", 120)]
    (table,) = tables(read(glyphs))
    assert len(table.xs) - 1 == 16
    assert rows_of(table)[1] == {column: month for column, month in LABELS.items() if month not in ("ม.ค.", "ก.พ.")}


def test_a_header_of_several_lines_is_one() -> None:
    upper = [*text([(60, "ชื่อ"), (440, "พ.ศ. 2568")], 88), *header()]
    (table,) = tables(read([*upper, *project("1", 120)]))
    head = rows_of(table)[0]
    assert head[1] == "ชื่อ|โครงการ"
    assert any("2568" in said for said in head.values())


def test_a_title_above_is_no_part_of_the_header() -> None:
    page = read([*text([(20, "แผนการดำเนินงาน")], 85), *header(), *project("1", 120)])
    assert prose(page) == ["แผนการดำเนินงาน"]
    assert rows_of(tables(page)[0])[0] == HEAD


def test_lines_below_each_other_in_one_row_are_one_cell() -> None:
    glyphs = [*header(), *project("1", 120), *text([(60, "สายใต้")], 132), *project("2", 144)]
    (table,) = tables(read(glyphs))
    assert rows_of(table)[2:] == [{**ONE, 1: "ซ่อมถนน|สายใต้"}, TWO]


def test_a_column_behind_the_months_is_one() -> None:
    behind = FIRST + 12 * PITCH + 20
    glyphs = [*header(), *text([(behind, "หมายเหตุ")], 100), *project("1", 120), *text([(behind, "ดู 2")], 120)]
    (table,) = tables(read(glyphs))
    assert rows_of(table)[0] == {**HEAD, 16: "หมายเหตุ"}
    assert rows_of(table)[2] == {**ONE, 16: "ดู 2"}


def test_a_heading_across_the_columns_parts_the_table() -> None:
    heading = "ยุทธศาสตร์ที่ 2 การพัฒนาคุณภาพชีวิตและสังคมให้น่าอยู่"
    page = read([*header(), *project("1", 120), *text([(22, heading)], 134), *project("2", 148)])
    first, second = tables(page)
    assert (rows_of(first)[2:], rows_of(second)) == ([ONE], [TWO])
    assert prose(page) == [heading]
    assert first.xs == second.xs


def test_a_sum_is_a_row_and_its_label_stays_whole() -> None:
    total = "รวมทั้งสิ้นตามแผนการดำเนินงาน 2 โครงการ"
    (table,) = tables(read([*header(), *project("1", 120), *text([(60, total), (300, "20,000")], 132)]))
    assert total in rows_of(table)[-1].values()


def test_a_wide_gap_ends_the_table() -> None:
    page = read([*header(), *project("1", 120), *text([(22, "หมายเหตุ"), (120, "แก้ไข")], 220)])
    assert rows_of(tables(page)[0])[2:] == [ONE]
    assert [line.replace(" ", "") for line in prose(page)] == ["หมายเหตุแก้ไข"]


def test_labels_that_stand_so_close_that_they_look_like_one_word_are_months() -> None:
    close = text([(FIRST + 17 * at, month) for at, month in enumerate(MONTHS)], 100)
    (table,) = tables(read([*text(TITLES, 100), *close, *project("1", 120)]))
    assert rows_of(table) == [HEAD, LABELS, ONE]


def test_labels_broken_over_two_lines_are_months() -> None:
    pieces = [(FIRST + PITCH * at, month.split(".")) for at, month in enumerate(MONTHS)]
    above, below = text([(x, f"{a}.") for x, (a, _, _) in pieces], 100), text([(x, f"{b}.") for x, (_, b, _) in pieces], 111)
    (table,) = tables(read([*text(TITLES, 100), *above, *below, *project("1", 130)]))
    whole = {column: month.replace(".", ".|", 1) for column, month in LABELS.items()}
    assert rows_of(table) == [HEAD, whole, ONE]


def test_the_last_point_of_a_label_may_stand_below_it() -> None:
    short = text([(FIRST + PITCH * at, month[:-1] if at in (0, 6) else month) for at, month in enumerate(MONTHS)], 100)
    points = text([(FIRST + PITCH * at + 4, ".") for at in (0, 6)], 117)
    (table,) = tables(read([*text(TITLES, 100), *short, *points, *project("1", 140)]))
    assert rows_of(table)[2:] == [ONE]
    assert rows_of(table)[1][4].replace("|", "") == MONTHS[0]


def test_labels_at_two_heights_are_one_row_of_months() -> None:
    high, low = labels(96, MONTHS[:3]), labels(100, MONTHS[3:])
    (table,) = tables(read([*text(TITLES, 100), *high, *low, *project("1", 120)]))
    assert rows_of(table) == [HEAD, LABELS, ONE]


def test_a_word_below_the_first_title_is_of_the_header() -> None:
    titles = text([(20, "ลำดับ"), (60, "โครงการ"), (180, "งบประมาณ"), (260, "หน่วยงาน")], 98)
    (table,) = tables(read([*titles, *labels(100), *text([(26, "ที่")], 110), *project("1", 126)]))
    assert rows_of(table)[2:] == [ONE]
    assert "".join(row.get(0, "") for row in rows_of(table)[:2]) == "ลำดับ|ที่"


def test_a_heading_of_two_words_above_is_no_part_of_the_header() -> None:
    page = read([*text([(20, "1.1"), (40, "แผนงานการเกษตร")], 88), *header(), *project("1", 120)])
    assert [line.replace(" ", "") for line in prose(page)] == ["1.1แผนงานการเกษตร"]
    assert rows_of(tables(page)[0])[0] == HEAD


def test_amounts_set_to_the_right_end_close_to_the_next_column() -> None:
    amounts = [text([(262 - 2 - 5.12 * len(said), said)], y) for said, y in (("10,000", 120), ("1,250,000", 140), ("900", 160))]
    bodies = [text([(22, number), (60, "ถนน"), (262, "กอง")], y) for number, y in (("1", 120), ("2", 140), ("3", 160))]
    titles = text([(20, "ที่"), (60, "โครงการ"), (180, "งบประมาณ"), (285, "หน่วยงาน")], 100)
    (table,) = tables(read([*titles, *labels(100), *[one for some in (*amounts, *bodies) for one in some]]))
    assert [row[2] for row in rows_of(table)[2:]] == ["10,000", "1,250,000", "900"]
    assert [row[3] for row in rows_of(table)[2:]] == ["กอง"] * 3


def test_a_ragged_column_keeps_its_longest_line() -> None:
    long = "- ซ่อมถนนทั้งสายและทาสีตีเส้น"
    lines = [*text([(60, long)], 132), *text([(60, "- วางท่อ")], 144)]
    (table,) = tables(read([*header(), *project("1", 120, name="- ซ่อมถนน"), *lines, *project("2", 156, name="- ซ่อม")]))
    assert rows_of(table)[2:] == [{**ONE, 1: f"- ซ่อมถนน|{long}|- วางท่อ"}, {**TWO, 1: "- ซ่อม"}]


def test_a_table_has_the_columns_of_the_one_before_where_few_rows_tell_its_own() -> None:
    titles = text([(20, "ที่"), (60, "โครงการ"), (180, "งบประมาณ"), (285, "หน่วยงาน")], 100)
    first = read([*titles, *labels(100), *project("1", 120, amount="9,910,000", unit="กองช่างและโยธา"), *project("2", 140)])
    short = text([(22, "3"), (60, "ถนน"), (257, "-"), (262, "กอง")], 120)
    alone, after = (tables(read([*titles, *labels(100), *short], before=before))[0] for before in (None, first))
    assert rows_of(after)[2] == {0: "3", 1: "ถนน", 2: "-", 3: "กอง"}
    assert after.xs == tables(first)[0].xs != alone.xs


def test_numbers_that_stand_lower_than_their_row_begins() -> None:
    first = [
        *text([(60, "ซ่อมถนน"), (182, "10,000"), (262, "กองช่าง")], 120),
        *text([(22, "1"), (60, "สาย")], 130),
        *text([(60, "ใต้")], 140),
    ]
    second = [
        *text([(60, "วางท่อ"), (182, "5,000"), (262, "กองช่าง")], 156),
        *text([(22, "2"), (60, "สาย")], 166),
        *text([(60, "เหนือ")], 176),
    ]
    (table,) = tables(read([*header(), *first, *second]))
    assert rows_of(table)[2:] == [{**ONE, 1: "ซ่อมถนน|สาย|ใต้"}, {**TWO, 1: "วางท่อ|สาย|เหนือ", 2: "5,000"}]


@pytest.mark.parametrize("number", ["4", "๔", "- 4 -", "หน้า 4", "4/12"])
def test_the_page_number_below_is_no_part_of_the_last_row(number: str) -> None:
    page = read([*header(), *project("1", 120), *text([(350, number)], 138)])
    assert rows_of(tables(page)[0])[2:] == [ONE]
    assert prose(page) == [number]


@pytest.mark.parametrize(
    ("words", "y"),
    [
        (((20, "file:///tmp/plan.html"), (680, "1/3")), 138),
        (((20, "1 of 3"), (620, "27/11/2569 2:10")), 138),
        (((20, "27/11/26, 2:10 AM"), (350, "แผน")), 84),
    ],
)
def test_what_browsers_print_beside_a_page_is_no_row_of_its_table(words: Sequence[tuple[float, str]], y: float) -> None:
    page = read([*header(), *project("1", 120), *text(words, y)])
    assert rows_of(tables(page)[0]) == [HEAD, LABELS, ONE]


BROWSERS = text([(20, "file:///tmp/plan.html"), (680, "1/3")], 160)


@pytest.mark.parametrize(("end", "below"), [("2/2562", []), ("๒/๒๕๖๒", []), ("2/2562", BROWSERS), ("12", BROWSERS)])
def test_the_end_of_the_last_rows_name_is_no_page_number(end: str, below: list[Glyph]) -> None:
    page = read([*header(), *project("1", 120), *text([(60, end)], 132), *below])
    assert rows_of(tables(page)[0])[2:] == [{**ONE, 1: f"ซ่อมถนน|{end}"}]


def test_an_address_beside_other_words_is_part_of_a_row() -> None:
    page = read([*header(), *project("1", 120), *text([(60, "http://a.th"), (262, "ช่าง")], 132)])
    assert rows_of(tables(page)[0])[2:] == [{**ONE, 1: "ซ่อมถนน|http://a.th", 3: "กองช่าง|ช่าง"}]


def test_titles_a_little_lower_than_the_labels_are_of_the_header() -> None:
    page = read([*text(TITLES, 102), *labels(100), *project("1", 120)], lines_at(90, 108, 126))
    assert rows_of(tables(page)[0]) == [HEAD, LABELS, ONE]


def test_a_row_right_below_the_labels_is_none_of_the_header() -> None:
    page = read([*header(), *project("1", 110)], lines_at(90, 103, 116))
    assert rows_of(tables(page)[0]) == [HEAD, LABELS, ONE]


def test_two_titles_between_the_lines_of_the_others_are_no_heading() -> None:
    head = [*text([(180, "งบ"), (260, "หน่วยงาน")], 93), *text([(20, "ที่"), (32, "โครงการ")], 99)]
    head += [*text([(180, "ประมาณ"), (260, "ดำเนินการ")], 105), *labels(103)]
    page = read([*head, *project("1", 124), *project("2", 144)], lines_at(84, 112, 130, 150))
    assert rows_of(tables(page)[0])[0] == {0: "ที่", 1: "โครงการ", 2: "งบ|ประมาณ", 3: "หน่วยงาน|ดำเนินการ"}
    assert prose(page) == []


def test_the_last_digit_of_an_amount_is_no_page_number() -> None:
    page = read([*header(), *project("1", 120), *text([(60, "รวม"), (182, "10,000.2")], 140), *text([(182, "5")], 152)])
    assert rows_of(tables(page)[0])[3] == {1: "รวม", 2: "10,000.2|5"}


@pytest.mark.parametrize("at", [350, 420])
def test_who_signs_below_is_no_part_of_the_last_row(at: float) -> None:
    page = read([*header(), *project("1", 120), *project("2", 140), *text([(at, "ลงชื่อผู้จัดทำ")], 166), *text([(at, "นายก")], 180)])
    assert rows_of(tables(page)[0])[2:] == [ONE, TWO]
    assert prose(page) == ["ลงชื่อผู้จัดทำ", "นายก"]


def test_marks_that_stand_lower_than_the_last_row_begins_are_its() -> None:
    page = read([*header(), *project("1", 120), *text([(FIRST, "/")], 132)])
    assert rows_of(tables(page)[0])[2:] == [{**ONE, 4: "/"}]


def test_a_first_row_whose_number_stands_lower_is_whole() -> None:
    glyphs = [
        *text([(60, "ซ่อมถนน"), (182, "10,000"), (262, "กองช่าง")], 120),
        *text([(22, "1"), (60, "สาย")], 134),
        *project("2", 158),
    ]
    (table,) = tables(read([*header(), *glyphs]))
    assert rows_of(table)[2:] == [{**ONE, 1: "ซ่อมถนน|สาย"}, TWO]


def test_rows_far_apart_are_of_one_table() -> None:
    (table,) = tables(read([*header(), *project("1", 120), *project("2", 190)]))
    assert rows_of(table)[2:] == [ONE, TWO]


def test_a_mark_above_the_words_of_a_row_is_in_it() -> None:
    mark = Rule(True, 132, FIRST + PITCH, FIRST + 3 * PITCH)
    (table,) = tables(read([*header(), *project("1", 120), *project("2", 140)], [mark]))
    assert table.ys[3] < 132 < table.ys[4]


# rows between rules


def test_rules_bound_the_rows() -> None:
    glyphs = [*header(), *project("1", 125), *text([(22, "ก"), (60, "สายใต้")], 137), *project("2", 160)]
    (table,) = tables(read(glyphs, lines_at(88, 110, 145, 170)))
    assert rows_of(table)[2:] == [{**ONE, 0: "1|ก", 1: "ซ่อมถนน|สายใต้"}, TWO]
    assert table.closed


def test_what_stands_below_the_rule_of_the_header_is_a_row() -> None:
    rest, low = text([(182, "5"), (262, "กอง")], 112), project("1", 130)
    (table,) = tables(read([*header(), *rest, *low], lines_at(88, 104, 118, 140)))
    assert rows_of(table) == [HEAD, LABELS, {2: "5", 3: "กอง"}, ONE]


def test_empty_bands_are_no_rows() -> None:
    (table,) = tables(read([*header(), *project("1", 125), *project("2", 160)], lines_at(110, 135, 145, 170)))
    assert rows_of(table)[2:] == [ONE, TWO]


def test_lines_over_the_months_are_marks() -> None:
    mark = Rule(True, 117, FIRST + PITCH, FIRST + 3 * PITCH)
    (table,) = tables(read([*header(), *project("1", 120)], [mark]))
    assert Drawn("line", Box(mark.start, 117, mark.end, 117)) in table.drawn
    assert rows_of(table)[2:] == [ONE]


@pytest.mark.parametrize("far", [[], [(60, "ไกล")]], ids=["alone", "with-text-far-below"])
def test_a_row_below_the_last_rule_goes_on_overleaf(far: list[tuple[float, str]]) -> None:
    glyphs = [*header(), *project("1", 125), *project("2", 145), *text([(60, "สายใต้")], 157), *text(far, 240)]
    page = read(glyphs, lines_at(88, 110, 135))
    assert rows_of(tables(page)[0])[2:] == [ONE, {**TWO, 1: "ซ่อมถนน|สายใต้"}]
    assert prose(page) == [said for _, said in far]


@pytest.mark.parametrize(
    "foot",
    [
        pytest.param([(300, "หน้า 4")], id="one-word"),
        pytest.param([(60, "ผู้จัดทำ"), (300, "กองแผน")], id="not-in-the-first-column"),
    ],
)
def test_other_text_below_the_last_rule_is_no_row(foot: list[tuple[float, str]]) -> None:
    page = read([*header(), *project("1", 125), *text(foot, 145)], lines_at(88, 110, 135))
    assert rows_of(tables(page)[0])[2:] == [ONE]
    assert len(prose(page)) == 1


def test_rules_far_below_bound_no_row() -> None:
    (table,) = tables(read([*header(), *project("1", 120)], lines_at(300, 320)))
    assert rows_of(table)[2:] == [ONE]


def test_rows_without_a_number_below_a_heading_are_lines() -> None:
    heading = "ยุทธศาสตร์ที่ 2 การพัฒนาคุณภาพชีวิตและสังคมให้น่าอยู่"
    page = read([*header(), *project("1", 120), *text([(22, heading)], 134), *text([(60, "ถนน"), (182, "5")], 148)])
    assert [rows_of(table)[2:] for table in tables(page)] == [[ONE]]
    assert len(prose(page)) == 2


# tables that go on


BEFORE = read([*header(), *project("1", 120)])


def test_rows_without_a_header_go_on_with_the_table_before() -> None:
    page = read([*text([(300, "- 4 -")], 60), *project("1", 100), *project("2", 120)], before=BEFORE)
    (table,) = tables(page)
    assert rows_of(table) == [ONE, TWO]
    assert table.xs == tables(BEFORE)[0].xs
    assert prose(page) == ["- 4 -"]


def test_the_end_of_a_row_goes_on_above_the_next() -> None:
    page = read([*text([(60, "สายใต้")], 92), *project("1", 110), *text([(60, "ยาว")], 120), *project("2", 130)], before=BEFORE)
    (table,) = tables(page)
    assert rows_of(table) == [{1: "สายใต้"}, {**ONE, 1: "ซ่อมถนน|ยาว"}, TWO]


def test_the_end_of_a_row_above_the_first_rule_is_a_row_of_its_own() -> None:
    page = read([*text([(60, "สายใต้")], 90), *project("1", 110)], lines_at(97, 120), before=BEFORE)
    assert [rows_of(table) for table in tables(page)] == [[{1: "สายใต้"}, ONE]]


def test_the_end_of_a_row_above_a_sum_is_none_of_it() -> None:
    page = read([*text([(60, "สายใต้")], 60), *text([(60, "รวม 2 โครงการ"), (182, "20,000")], 70)], before=BEFORE)
    assert [rows_of(table) for table in tables(page)] == [[{1: "สายใต้"}, {1: "รวม 2 โครงการ", 2: "20,000"}]]


def test_a_sum_alone_goes_on_overleaf() -> None:
    page = read(text([(60, "รวม 2 โครงการ"), (182, "20,000")], 60), before=BEFORE)
    assert [rows_of(table) for table in tables(page)] == [[{1: "รวม 2 โครงการ", 2: "20,000"}]]


def test_amounts_close_to_the_next_column_go_on_overleaf() -> None:
    amounts = text([(260 - 5.12 * 9, "1,250,000")], 100)
    page = read([*text([(22, "1"), (60, "ถนน"), (262, "กองช่าง")], 100), *amounts], before=BEFORE)
    assert [rows_of(table) for table in tables(page)] == [[{0: "1", 1: "ถนน", 2: "1,250,000", 3: "กองช่าง"}]]
    assert tables(page)[0].xs == tables(BEFORE)[0].xs


@pytest.mark.parametrize(
    ("glyphs", "before"),
    [
        pytest.param(project("1", 100), None, id="no-page-before"),
        pytest.param(project("1", 100), read(project("1", 100)), id="no-table-before"),
        pytest.param(text([(22, "หมายเหตุ")], 100), BEFORE, id="one-column"),
        pytest.param(text([(60, "ถนน"), (182, "100"), (262, "กอง")], 100), BEFORE, id="not-in-the-first-column"),
        pytest.param(text([(22, "การพัฒนาคุณภาพชีวิต"), (182, "100"), (262, "กอง")], 100), BEFORE, id="over-an-edge"),
    ],
)
def test_other_rows_go_on_with_nothing(glyphs: list[Glyph], before: PageBlocks | None) -> None:
    page = read(glyphs, before=before)
    assert tables(page) == []
    assert len(prose(page)) == 1


def test_a_header_on_the_next_page_begins_anew() -> None:
    page = read([*project("1", 60), *header(), *project("2", 120)], before=BEFORE)
    assert [rows_of(table) for table in tables(page)] == [[ONE], [HEAD, LABELS, TWO]]


def test_spaces_before_words_are_nothing() -> None:
    glyphs = [*header(), *project("1", 120), *row("  ", 12, 120, em=EM), *row("   ", 60, 132, em=EM), *row(" ", 130, 120, em=EM)]
    assert rows_of(tables(read(glyphs))[0])[2:] == [ONE]


# what is no table


@pytest.mark.parametrize(
    "glyphs",
    [
        pytest.param([*text(TITLES, 100), *project("1", 120)], id="no-months"),
        pytest.param([*text(TITLES, 100), *labels(100, MONTHS[:5]), *project("1", 120)], id="five-months"),
        pytest.param(text([(20, "เดือน ต.ค. พ.ย. ธ.ค. ม.ค. ก.พ. มี.ค. เม.ย.")], 100), id="months-in-a-sentence"),
        pytest.param([], id="nothing"),
    ],
)
def test_other_text_is_lines(glyphs: list[Glyph]) -> None:
    assert tables(read(glyphs)) == []
    assert len(read(glyphs).blocks) == len({one.y for one in glyphs})


def test_a_header_without_rows_is_a_table_without_rows() -> None:
    (table,) = tables(read(header()))
    assert rows_of(table) == [HEAD, LABELS]


IN_WORDS = (*TITLES, (340.0, "ระยะเวลา"), (480.0, "หมายเหตุ"))


def when(number: str, y: float, time: str) -> list[Glyph]:
    return [*project(number, y), *text([(330, time)], y)]


@pytest.mark.parametrize("rules", [[], lines_at(90, 106, 126, 146)], ids=["no-rules", "between-rows"])
def test_a_column_with_the_time_in_words_heads_a_table(rules: list[Rule]) -> None:
    page = read([*text(IN_WORDS, 100), *when("1", 120, "ต.ค. 67 - ก.ย. 68"), *when("2", 140, "ไตรมาส 2")], rules)
    (table,) = tables(page)
    assert table.months == (0, 0)
    times = {4: "ระยะเวลา", 5: "หมายเหตุ"}
    assert rows_of(table) == [{**HEAD, **times}, {**ONE, 4: "ต.ค. 67 - ก.ย. 68"}, {**TWO, 4: "ไตรมาส 2"}]


def test_the_time_over_labels_of_months_heads_none_of_its_own() -> None:
    page = read([*text([*TITLES, (450, "ระยะเวลาดำเนินการ")], 88), *labels(100), *project("1", 120)])
    (table,) = tables(page)
    assert rows_of(table)[1:] == [LABELS, ONE]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(((20, "ก"), (60, "โครงการ"), (180, "งบประมาณ"), (260, "ระยะเวลา")), id="no-numbers"),
        pytest.param(((20, "ที่"), (60, "โครงการ"), (180, "ระยะเวลา")), id="few-titles"),
        pytest.param(((20, "ที่"), (60, "โครงการ"), (180, "งบประมาณ"), (260, "หน่วยงาน")), id="no-time"),
    ],
)
def test_other_titles_without_months_head_no_table(words: tuple[tuple[float, str], ...]) -> None:
    assert tables(read([*text(words, 100), *project("1", 120), *project("2", 140)])) == []


def test_years_below_the_labels_end_the_header_whatever_titles_stand_beside_them() -> None:
    years = text([(FIRST + PITCH * month, "67" if month < 3 else "68") for month in range(12)], 113)
    page = read([*text([(20, "ที่"), *TITLES[1:]], 107), *labels(100), *years, *project("1", 130), *project("2", 146)])
    (table,) = tables(page)
    assert rows_of(table)[0] == HEAD
    assert rows_of(table)[2:] == [ONE, TWO]


@pytest.mark.parametrize("name", ["รวมพลคนรักษ์ป่า", "รวมใจภักดิ์"])
def test_a_name_that_begins_as_a_sum_does_is_none(name: str) -> None:
    rows = [*text([(60, name), (182, "10,000"), (262, "กองช่าง")], 120), *text([(22, "1"), (60, "ปีที่ 5")], 130)]
    page = read([*header(), *rows, *project("2", 150)], lines_at(90, 106, 138, 158))
    assert rows_of(tables(page)[0])[2:] == [{**ONE, 1: f"{name}|ปีที่ 5"}, TWO]


def test_an_amount_close_behind_the_label_of_a_sum_is_the_amount() -> None:
    stated = text([(96, "รวม 2 โครงการ 16,536,800")], 140)
    page = read([*header(), *project("1", 120), *stated])
    assert rows_of(tables(page)[0])[3] == {1: "รวม 2 โครงการ", 2: "16,536,800"}


def test_months_without_titles_head_no_table() -> None:
    page = read([*labels(100), *project("1", 120)])
    assert tables(page) == []
    assert len(prose(page)) == 2


def test_a_header_right_below_another_is_one_of_its_own() -> None:
    page = read([*header(100), *header(120), *project("1", 140)])
    assert [rows_of(table) for table in tables(page)] == [[HEAD, LABELS], [HEAD, LABELS, ONE]]


def test_two_headers_make_two_tables() -> None:
    page = read([*header(), *project("1", 120), *header(300), *project("2", 320)])
    assert [rows_of(table) for table in tables(page)] == [[HEAD, LABELS, ONE], [HEAD, LABELS, TWO]]


HEIGHTS = st.sampled_from([80.0, 88.0, 100.0, 112.0, 120.0, 131.0, 150.0, 210.0, 330.0])
PLACES = st.lists(st.tuples(st.floats(0, 700, width=32), HEIGHTS), max_size=25)
RULED = st.lists(st.floats(50, 400, width=32), max_size=5)


@settings(max_examples=120, deadline=None)
@given(PLACES, st.booleans(), RULED, st.sets(st.sampled_from(MONTHS), min_size=4))
def test_no_page_raises_and_no_letter_is_lost(
    places: list[tuple[float, float]], titled: bool, ys: list[float], months: set[str]
) -> None:
    letters = [row("กขคฆงจ"[at % 6], x, y, em=EM)[0] for at, (x, y) in enumerate(places)]
    glyphs = [*(text(TITLES, 100) if titled else []), *labels(100, sorted(months, key=MONTHS.index)), *letters]
    page = read(glyphs, lines_at(*ys))
    told = "".join(prose(page)) + "".join(line.text for table in tables(page) for cell in table.cells for line in cell.lines)
    assert {one.text for one in glyphs} <= set(told)


def test_a_title_of_one_line_between_two_of_two_is_that_of_a_column() -> None:
    upper = text([(20, "ที่"), (60, "ชื่อ"), (180, "งบประมาณ"), (260, "หน่วยงาน")], 88)
    lower = [*text([(60, "โครงการ"), (260, "หลัก")], 100), *labels(100)]
    (table,) = tables(read([*upper, *lower, *project("1", 120)]))
    assert rows_of(table)[0] == {0: "ที่", 1: "ชื่อ|โครงการ", 2: "งบประมาณ", 3: "หน่วยงาน|หลัก"}
    assert rows_of(table)[2:] == [ONE]


def test_two_amounts_under_a_title_stand_in_two_columns() -> None:
    upper = text([(20, "ที่"), (60, "โครงการ"), (180, "งบประมาณรวมของปี"), (300, "หน่วย")], 88)
    lower = [*text([(176, "อบต."), (225, "อื่น")], 100), *labels(100)]
    row_of_two = text([(22, "1"), (60, "ซ่อมถนน"), (170, "10,000"), (222, "5,000"), (302, "กอง")], 120)
    (table,) = tables(read([*upper, *lower, *row_of_two]))
    assert rows_of(table)[2] == {0: "1", 1: "ซ่อมถนน", 2: "10,000", 3: "5,000", 4: "กอง"}


def test_words_below_the_labels_in_the_middle_below_titles_are_their_last_lines() -> None:
    upper = text([(20, "ที่"), (60, "โครงการ"), (180, "งบประมาณ"), (270, "หน่วยงาน")], 76)
    lower = [*text([(180, "งบ"), (225, "เงิน")], 88), *labels(100), *text([(178, "ตน"), (223, "อื่น")], 111)]
    (table,) = tables(
        read([*upper, *lower, *text([(22, "1"), (60, "ซ่อมถนน"), (172, "10,000"), (222, "5,000"), (272, "กอง")], 130)])
    )
    assert rows_of(table)[2] == {0: "1", 1: "ซ่อมถนน", 2: "10,000", 3: "5,000", 4: "กอง"}
