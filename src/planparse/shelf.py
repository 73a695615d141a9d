"""What a long plan fills, kept small: a plan of 3,000 pages has tens of thousands of rows, and each is looked at twice."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")

PACK = 2000  # things that are packed together: what they share is kept once, and most plans are never packed


class Shelf(Generic[T]):
    """A list to put things on and go through. All but the last are packed away, to a tenth of their size or less.

    What is packed cannot be changed any more: each time it is gone through, it is unpacked anew. The last thing can be.
    """

    def __init__(self, things: Iterable[T] = (), pack: int = PACK) -> None:
        """Put some things on; ``pack`` are packed at a time."""
        self._pack = pack
        self._packs: list[bytes] = []
        self._open: list[T] = []
        for thing in things:
            self.append(thing)

    def append(self, thing: T) -> None:
        """Put a thing at the end."""
        if len(self._open) >= self._pack:
            self._packs.append(zlib.compress(pickle.dumps(self._open, pickle.HIGHEST_PROTOCOL), 1))
            self._open = []
        self._open.append(thing)

    @property
    def last(self) -> T:
        """The thing at the end; raise ``IndexError`` where there is none."""
        return self._open[-1]

    def __len__(self) -> int:
        """Return how many things there are."""
        return len(self._packs) * self._pack + len(self._open)

    def __iter__(self) -> Iterator[T]:
        """Yield each thing."""
        for pack in self._packs:
            yield from pickle.loads(zlib.decompress(pack))  # noqa: S301 - packed above, never read from anywhere
        yield from self._open
