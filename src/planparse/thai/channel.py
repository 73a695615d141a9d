"""A noisy channel: what was printed, given what was read. Searches the words that a misread stretch may be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from planparse.thai.confusions import CONFUSED, GAP, LOST, LOST_MARKS, Kind
from planparse.thai.lexicon import LONGEST, ROOT, Trie
from planparse.thai.segment import NO_WORD, Letters

DEAREST = 9.0  # the price of all misreadings in one word
KEPT = 5  # ways that are remembered at each place


class Edit(NamedTuple):
    """One misreading undone: where it stands in what was read, and its kind."""

    at: int
    kind: Kind


class Piece(NamedTuple):
    """A word that stands for a stretch of what was read."""

    start: int
    end: int
    word: str
    edits: tuple[Edit, ...]
    price: float


@dataclass(frozen=True, slots=True)
class Way:
    """A way to read a stretch: its price, its text, and the pieces in which it is not what was read."""

    price: float
    text: str
    pieces: tuple[Piece, ...] = ()
    words: bool = True


def ways(
    text: str, start: int, end: int, known: Letters, prices: Mapping[str, float], tries: Sequence[Trie], kinds: Set[Kind]
) -> list[Way]:
    """Return the cheapest ways to read ``text[start:end]``, each with another text, the cheapest first."""
    at: list[list[Way]] = [[] for _ in range(end + 1)]
    at[start] = [Way(0.0, "")]
    for place in range(start, end):
        if not at[place]:
            continue
        if not known.thai[place]:
            _go_on(at, place, place + 1, text[place], 0.0)
            continue
        _as_read(at, text, place, end, known, prices)
        for stop, word, ending, more, edits in words_from(text, place, end, known, tries, kinds):
            _go_on(at, place, stop, word, ending + more, Piece(place, stop, word, edits, more))
    return at[end]


Found = tuple[int, str, float, float, tuple[Edit, ...]]  # where it ends, the word, its price, that of its misreadings, and these


def _as_read(at: list[list[Way]], text: str, place: int, end: int, known: Letters, prices: Mapping[str, float]) -> None:
    stop = place + 1
    while stop < end and not known.cut[stop]:
        stop += 1
    _go_on(at, place, stop, text[place:stop], NO_WORD * (stop - place), words=False)
    for stop in range(place + 2, min(end, place + LONGEST) + 1):
        if not known.thai[stop - 1]:
            break
        if known.cut[stop] and (price := prices.get(text[place:stop])) is not None:
            _go_on(at, place, stop, text[place:stop], price)


def _go_on(
    at: list[list[Way]], place: int, stop: int, text: str, price: float, piece: Piece | None = None, *, words: bool = True
) -> None:
    """Lead each way to ``place`` on to ``stop``; of ways with one text the cheapest stays."""
    for way in at[place]:
        longer = Way(way.price + price, way.text + text, (*way.pieces, piece) if piece else way.pieces, way.words and words)
        there = at[stop]
        same = next((other for other in there if other.text == longer.text), None)
        if same is not None and same.price <= longer.price:
            continue
        if same is not None:
            there.remove(same)
        there.append(longer)
        there.sort(key=_price)
        del there[KEPT:]


def _price(way: Way) -> float:
    return way.price


def words_from(text: str, start: int, end: int, known: Letters, tries: Sequence[Trie], kinds: Set[Kind]) -> Iterator[Found]:
    """Yield the words that ``text`` may be misread from at ``start``, with at least one misreading each."""
    for trie in tries:
        yield from _descend(text, start, end, known, trie, kinds)


def _descend(text: str, start: int, end: int, known: Letters, trie: Trie, kinds: Set[Kind]) -> Iterator[Found]:
    children, prices = trie.children, trie.price
    stack: list[tuple[int, int, str, float, tuple[Edit, ...]]] = [(ROOT, start, "", 0.0, ())]
    while stack:
        node, place, word, price, edits = stack.pop()
        if edits and (ending := prices[node]) is not None and known.cut[place] and edits[-1] != (place - 1, "gap"):
            yield place, word, ending, price, edits
        below = children[node]
        if "lost-mark" in kinds and word and price + LOST <= DEAREST and not (edits and edits[-1] == (place, "lost-mark")):
            for mark in LOST_MARKS:
                if (child := below.get(mark)) is not None:
                    stack.append((child, place, word + mark, price + LOST, (*edits, Edit(place, "lost-mark"))))
        if place >= end or not below:
            continue
        letter = text[place]
        if letter == " ":
            if word and "gap" in kinds and price + GAP <= DEAREST and place + 1 < end and known.thai[place + 1]:
                stack.append((node, place + 1, word, price + GAP, (*edits, Edit(place, "gap"))))
            continue
        if not known.thai[place]:
            continue
        if (child := below.get(letter)) is not None:
            stack.append((child, place + 1, word + letter, price, edits))
        for truth, more, kind in CONFUSED.get(letter, ()):
            if kind in kinds and price + more <= DEAREST and (child := below.get(truth)) is not None:
                stack.append((child, place + 1, word + truth, price + more, (*edits, Edit(place, kind))))
