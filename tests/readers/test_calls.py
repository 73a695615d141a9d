"""pdfium's functions, called for all items of a page in one go: by loops in C, and by those in Python that tell the same."""

from __future__ import annotations

from collections.abc import Callable
from ctypes import CFUNCTYPE, c_double, c_int, c_size_t, c_void_p
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from planparse.readers.pdf import Document, calls
from planparse.readers.pdf.calls import HANDLE, INDEX, Results, measured, told

SAMPLES = sorted(Path(__file__).parents[2].joinpath("samples").glob("*.pdf"))
HANDLES = st.lists(st.integers(1, 2**40), max_size=20).map(lambda items: np.array(items, np.int64))
INDICES = st.lists(st.integers(0, 2**31 - 1), max_size=20).map(lambda items: np.array(items, np.int64))
compiled = pytest.mark.skipif(calls.compiled is None, reason="there was no compiler where planparse was installed")


def both_ways(ask: Callable[[], NDArray[Any]]) -> tuple[list[Any], list[Any]]:
    """Return what the loops in C tell (where there are any) and what those in Python do."""
    found = ask().tolist()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(calls, "compiled", None)
        return found, ask().tolist()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_page_is_the_same_by_both(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Document(path.read_bytes(), path.name) as document:
        usual = [document.page(number) for number in document.numbers()]
        monkeypatch.setattr(calls, "compiled", None)
        assert [document.page(number) for number in document.numbers()] == usual


@given(HANDLES)
def test_a_number_of_each_handle(handles: NDArray[np.int64]) -> None:
    function = CFUNCTYPE(c_int, c_size_t)(lambda handle: handle % 1000 - 500)
    call = calls._call(function, c_int, c_void_p)
    expected = [handle % 1000 - 500 for handle in handles.tolist()]
    assert both_ways(lambda: told(call, handles)) == (expected, expected)


@given(HANDLES)
def test_a_handle_of_each_handle_none_is_nought(handles: NDArray[np.int64]) -> None:
    function = CFUNCTYPE(c_size_t, c_size_t)(lambda handle: handle + 1 if handle % 2 else 0)
    call = calls._call(function, HANDLE, c_void_p)
    expected = [handle + 1 if handle % 2 else 0 for handle in handles.tolist()]
    assert both_ways(lambda: told(call, handles)) == (expected, expected)


@given(INDICES)
def test_one_handle_goes_with_every_index(indices: NDArray[np.int64]) -> None:
    function = CFUNCTYPE(c_double, c_size_t, c_int)(lambda handle, index: handle + index / 8)
    call = calls._call(function, c_double, c_void_p, INDEX)
    expected = [7 + index / 8 for index in indices.tolist()]
    assert both_ways(lambda: told(call, 7, indices)) == (expected, expected)


@given(HANDLES)
def test_each_handle_goes_with_its_index(handles: NDArray[np.int64]) -> None:
    function = CFUNCTYPE(c_size_t, c_size_t, c_int)(lambda handle, index: handle + index)
    call = calls._call(function, HANDLE, c_void_p, INDEX)
    expected = [handle + handle % 1000 for handle in handles.tolist()]
    assert both_ways(lambda: told(call, handles, handles % 1000)) == (expected, expected)


@given(INDICES, st.permutations(range(5)))
def test_results_are_written_to_their_columns_and_none_where_a_call_fails(indices: NDArray[np.int64], order: list[int]) -> None:
    def write(handle: int, index: int, *places: int) -> int:
        for number, place in enumerate(places if index % 2 else ()):
            c_double.from_address(place).value = handle + index + number / 4
        return index % 2

    function = CFUNCTYPE(c_int, c_size_t, c_int, *[c_size_t] * 4)(write)
    call = calls._call(function, c_int, c_void_p, INDEX, places=4)
    expected = np.zeros((len(indices), 5))
    for number, column in enumerate(order[:4]):
        expected[:, column] = np.where(indices % 2, 3 + indices + number / 4, 0)
    results = Results(np.float64, 5, tuple(order[:4]))
    assert both_ways(lambda: measured(call, results, 3, indices)) == (expected.tolist(), expected.tolist())


@compiled
@pytest.mark.parametrize(
    ("shape", "items", "places", "handle"),
    [
        ("x(h)", 2, (0, 0, 0, 0), 1),
        ("i(h)", 2, (0, 0, 0, 0), np.zeros(3, np.int64)),
        ("i(h)", 2, (0, 0, 0, 0), np.zeros(2, np.int32)),
        ("w1(h)", 2, (8, 0, 0, 0), 1),
        ("w1(h)", 2, (-1, 0, 0, 0), 1),
        ("i(h)", -2, (0, 0, 0, 0), 1),
        ("i(h)", 2, (0, 0, 0, 0), "1"),
        ("i(h)", 2, (0, 0, 0, 0), 2**70),
        ("i(h)", 5, (0, 0, 0, 0), 1),
        ("i(h)", 1, (0, 0, 0, 0), 1),
    ],
    ids=[
        "shape",
        "too many",
        "not 64 bits",
        "behind the item",
        "before the item",
        "no number of items",
        "text",
        "large",
        "little room",
        "much room",
    ],
)
def test_what_does_not_fit_is_refused(shape: str, items: int, places: tuple[int, ...], handle: Any) -> None:
    with pytest.raises((ValueError, TypeError, OverflowError)):
        calls.compiled.each(shape, 1, np.zeros(2, np.int64), items, places, handle)
