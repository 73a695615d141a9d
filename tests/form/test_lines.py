"""Plain lines drawn from edge to edge of months: marks, where they part nothing but empty cells."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from form.tables import HEAD, HIGH, LEFT, TOP, WIDE, arrow, page, plan, row, ruled, spans, typed
from planparse.form.header import headers
from planparse.form.lines import with_lines
from planparse.table import Table


def parted(months: Sequence[int], texts: dict[tuple[int, int], str] | None = None, drawn: Sequence[object] = ()) -> Table:
    """Return a table whose one row is parted by a line over ``months``, with texts by ``(half, column)``."""
    upper: list[str | None] = ["1", "ก", "ข", "5", "ค", "ง", *[""] * 12]
    lower: list[str | None] = [None if column - 6 not in months else "" for column in range(18)]
    for (half, column), text in (texts or {}).items():
        (lower if half else upper)[column] = text
    below = {(1, column): (2, 1) for column, text in enumerate(lower) if text is None}
    return ruled([*HEAD], upper, lower, ["2", "จ", *[""] * 16], spans=below, drawn=drawn)  # type: ignore[arg-type]  # marks


def lined(table: Table) -> Table:
    """Return the table with its lines as marks."""
    [header] = headers(table)
    return with_lines(table, header, header.rows.stop)


def test_a_line_over_months_is_a_mark() -> None:
    found = lined(parted([2, 3, 4]))
    assert [(mark.kind, tuple(mark.box)) for mark in found.drawn] == [
        ("line", (LEFT + 8 * WIDE, TOP + 2 * HIGH, LEFT + 11 * WIDE, TOP + 2 * HIGH))
    ]
    assert found.ys == (TOP, TOP + HIGH, TOP + 3 * HIGH, TOP + 4 * HIGH)
    assert {(cell.row, cell.rows) for cell in found.cells} == {(0, 1), (1, 1), (2, 1)}
    assert len(found.cells) == 3 * 18


def test_the_plan_has_its_span_and_one_row() -> None:
    found = plan(page(parted([2, 3, 4])))
    assert [(one.number, spans(one.timeline.spans)) for one in found.projects] == [("1", [("--12", "--02")]), ("2", [])]
    assert [mark.kind for mark in found.projects[0].timeline.marks] == ["line"]


def test_a_line_over_all_months_is_a_mark_where_they_are_empty() -> None:
    assert [spans(one.timeline.spans) for one in plan(page(parted(range(12)))).projects] == [[("--10", "--09")], []]


def test_two_lines_at_one_height_are_two() -> None:
    assert [one.timeline.spans and spans(one.timeline.spans) for one in plan(page(parted([0, 5, 6]))).projects] == [
        [("--10", "--10"), ("--03", "--04")],
        [],
    ]


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(parted([2, 3], {(1, 9): "•"}), id="a mark below the line"),
        pytest.param(parted(range(12), {(0, 8): "•"}), id="over all months, a mark above it"),
        pytest.param(parted(range(12), drawn=[arrow(1, 2, 4)]), id="over all months, a drawn mark above it"),
        pytest.param(parted(range(12), drawn=[arrow(2, 2, 4)]), id="over all months, a drawn mark below it"),
        pytest.param(parted([-1, 0], {(1, 5): "", (1, 6): ""}), id="over another column too"),
        pytest.param(parted(list(range(-6, 12)), {(1, 0): "", (1, 1): ""}), id="over all columns"),
        pytest.param(ruled([*HEAD], ["1", "ก", *[""] * 16]), id="no line"),
    ],
)
def test_a_rule_between_cells_stays(table: Table) -> None:
    assert lined(table) is table


def test_neither_a_typed_table_nor_one_without_months_has_lines() -> None:
    [table] = typed(HEAD, row("1", "ก")).blocks
    assert isinstance(table, Table)
    assert lined(table) is table
    words = ruled(["โครงการ", "งบประมาณ", "ระยะเวลาดำเนินการ"], ["ก", "", ""], [None, "", ""], spans={(1, 0): (2, 1)})
    assert lined(words) is words


def test_a_rule_within_the_header_is_no_line() -> None:
    table = ruled([*HEAD[:6], *[""] * 12], [*[None] * 6, *HEAD[6:]], spans={(0, column): (2, 1) for column in range(6)})
    assert lined(table) is table
