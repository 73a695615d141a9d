"""A list that packs away what it holds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.shelf import Shelf

THINGS = st.lists(st.text() | st.tuples(st.integers(), st.text()) | st.lists(st.integers()), max_size=20)


@given(THINGS, st.integers(1, 7))
def test_a_shelf_has_what_was_put_on_it_in_its_order(things: list[object], pack: int) -> None:
    shelf = Shelf(things, pack)
    assert (list(shelf), list(shelf), len(shelf)) == (things, things, len(things))
    assert bool(shelf) == bool(things)


@given(THINGS.filter(bool), st.integers(1, 7))
def test_the_last_thing_is_at_hand(things: list[object], pack: int) -> None:
    assert Shelf(things, pack).last is things[-1]


def test_the_last_thing_can_be_changed() -> None:
    shelf: Shelf[list[int]] = Shelf(pack=2)
    for number in range(9):
        shelf.append([number])
        shelf.last.append(-number)
    assert list(shelf) == [[number, -number] for number in range(9)]


def test_an_empty_shelf_has_no_last_thing() -> None:
    with pytest.raises(IndexError):
        _ = Shelf[int]().last


def test_what_is_packed_takes_little_room() -> None:
    """Ten thousand rows that are much alike: a fraction of what they are as a list."""
    import tracemalloc

    def rows() -> Iterator[str]:
        return (f"โครงการก่อสร้างถนนคอนกรีตเสริมเหล็ก หมู่ที่ {number}" for number in range(10_000))

    def room(rows: object) -> int:
        return tracemalloc.get_traced_memory()[0] - before if rows else 0

    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        packed = room(Shelf(rows(), pack=500))
        plain = room(list(rows()))
    finally:
        tracemalloc.stop()
    assert packed < plain / 8
