from typing import Any

from numpy.typing import NDArray

def each(
    shape: str,
    function: int,
    results: NDArray[Any],
    items: int,
    places: tuple[int, ...],
    handle: int | NDArray[Any],
    index: int | NDArray[Any] = 0,
    /,
) -> None: ...
def begin(functions: tuple[int, int, int, int], document: int, number: int, page: int, text: int, /) -> None: ...
def finish() -> tuple[int, int]: ...
