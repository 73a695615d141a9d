"""A noisy channel: what was printed, given what was read. Searches the words that a misread stretch may be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from planparse.thai.confusions import GAP, LOST, LOST_MARKS, Kind, confused
from planparse.thai.lexicon import LONGEST, ROOT, Trie
from planparse.thai.segment import NO_WORD, ONE_LETTER, Letters

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


class Way(NamedTuple):
    """A way to read a stretch: its price, its text, and the pieces in which it is not what was read."""

    price: float
    text: str
    pieces: tuple[Piece, ...] = ()
    words: bool = True


class Reader(NamedTuple):
    """Reads one text again: which of its letters are of words, what words cost, the words that may be meant, the rules allowed."""

    text: str
    known: Letters
    prices: Mapping[str, float]
    tries: Sequence[Trie]
    kinds: frozenset[Kind]

    def ways(self, start: int, end: int) -> list[Way]:
        """Return the cheapest ways to read ``text[start:end]``, each with another text, the cheapest first."""
        at: list[list[Way]] = [[] for _ in range(end + 1)]
        at[start] = [Way(0.0, "")]
        for place in range(start, end):
            if not at[place]:
                continue
            for stop, step in self._steps(place, end):
                _go_on(at[place], at[stop], step)
        return at[end]

    def _steps(self, place: int, end: int) -> Iterator[tuple[int, Way]]:
        """Yield where one may go on to from a place, and how: a word as it was read, a misread one, a letter of no word."""
        text, thai, cut = self.text, *self.known
        if not thai[place]:
            yield place + 1, Way(0.0, text[place])
            return
        stop = place + 1
        while stop < end and not cut[stop]:
            stop += 1
        one = ONE_LETTER.get(text[place:stop])
        price = NO_WORD * (stop - place) if one is None else one
        yield stop, Way(price, text[place:stop], words=one is not None)
        for stop in range(place + 2, min(end, place + LONGEST) + 1):
            if not thai[stop - 1]:
                break
            if cut[stop] and (known := self.prices.get(text[place:stop])) is not None:
                yield stop, Way(known, text[place:stop])
        for word in self.words(place, end):
            piece = Piece(place, word.end, word.word, word.edits, word.misread)
            yield word.end, Way(word.price + word.misread, word.word, (piece,))

    def words(self, start: int, end: int) -> Iterator[Found]:
        """Yield the words that the text may be misread from at ``start``, with at least one misreading each."""
        for trie in self.tries:
            yield from self._descend(trie, start, end)

    def _descend(self, trie: Trie, start: int, end: int) -> Iterator[Found]:
        """Walk down a trie as far as the text, read with misreadings, goes along."""
        text, thai, cut = self.text, *self.known
        gaps, lost = "gap" in self.kinds, "lost-mark" in self.kinds
        misread = confused(self.kinds)
        children, prices = trie.children, trie.price
        stack: list[_Step] = [(ROOT, start, "", 0.0, ())]
        while stack:
            node, place, word, price, edits = stack.pop()
            if edits and (ending := prices[node]) is not None and cut[place] and edits[-1] != (place - 1, "gap"):
                yield Found(place, word, ending, price, edits)
            below = children[node]
            if not below:
                continue
            if lost and word and price + LOST <= DEAREST and not (edits and edits[-1] == (place, "lost-mark")):
                for mark in LOST_MARKS:
                    if (child := below.get(mark)) is not None:
                        stack.append((child, place, word + mark, price + LOST, (*edits, Edit(place, "lost-mark"))))
            if place >= end:
                continue
            letter = text[place]
            if letter == " " and gaps and word and price + GAP <= DEAREST and place + 1 < end and thai[place + 1]:
                stack.append((node, place + 1, word, price + GAP, (*edits, Edit(place, "gap"))))
            if not thai[place]:
                continue
            if (child := below.get(letter)) is not None:
                stack.append((child, place + 1, word + letter, price, edits))
            for truth, more, kind in misread.get(letter, ()):
                if price + more <= DEAREST and (child := below.get(truth)) is not None:
                    stack.append((child, place + 1, word + truth, price + more, (*edits, Edit(place, kind))))


_Step = tuple[int, int, str, float, tuple[Edit, ...]]  # the trie's node, the place in the text, the word so far, its misreadings


class Found(NamedTuple):
    """A word that may be meant: where it ends in the text, its price, the price of its misreadings, and these."""

    end: int
    word: str
    price: float
    misread: float
    edits: tuple[Edit, ...]


def _go_on(here: Sequence[Way], there: list[Way], step: Way) -> None:
    """Lead each way here on by one step; of ways there with one text the cheapest stays."""
    for way in here:
        longer = Way(way.price + step.price, way.text + step.text, (*way.pieces, *step.pieces), way.words and step.words)
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
