"""The clerk who puts a document's text right: rules first, then words by the noisy channel, as far as the document gives cause."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from planparse.thai.amounts import digits_in
from planparse.thai.confusions import Kind
from planparse.thai.repair import ENCODING, RULES, Change, changed_words, is_repairable, repair
from planparse.thai.signs import Signs, signs

if TYPE_CHECKING:
    from planparse.thai.channel import Piece, Way
    from planparse.thai.lexicon import Trie
    from planparse.thai.segment import Letters, Token

Level = Literal["none", "safe", "bold"]
DIGITS = "digits"
ROUNDS = 8
KINDS: tuple[Kind, ...] = get_args(Kind)
CERTAIN: frozenset[Kind] = frozenset({"letter"})  # what was read cannot be right: something has to be changed
INF = float("inf")
GAIN, LEAD = 6.0, 3.0  # of prices: a change has to be so much likelier than no change, and than the next candidate
SHORT_GAIN = 9.0  # where a Thai letter is changed in a short word, which may be a piece of a name
PLAN_GAIN = 4.0  # where the word is one that plans are full of
CLOSE_GAIN = 2.0  # a close call; what gains less stays without a word
TAKEN = "?"  # marks the rule of a close call that was taken
SHORTEST = 5  # letters of a word that a Thai letter is changed in, unless it is one of the commonest
SHORTER, COMMON = 3, 10.0  # the letters and the price of these
SIMPLER = 9.0  # of prices: a way that changes only what cannot be right is taken up to here
RARE, SHORT = 12.5, 4  # the price and the letters of a word that is rather a piece of another
AROUND = 2  # words on each side that are read again with a misread one
LONGEST_STRETCH = 60  # letters: more is no misread word but another language
AGAIN = 2  # times that a phrase stands in a plan before it counts as one of its own
MOST_PHRASES = 50_000  # that are remembered: memory stays flat over a long plan
_PHRASE = re.compile("[\u0e01-\u0e4e]{6,60}")
_CELLS = re.compile(r"([\t\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+)")
# A name follows: it is in no list, and one letter away from some word
_NAME = re.compile(
    "(?:บ้าน|ตำบล|อำเภอ|จังหวัด|ซอย|ถนน|คลอง|ห้วย|หนอง|โรงเรียน|วัด|นาย|นาง|นางสาว|เทศบาลเมือง|เทศบาลนคร)[\u0e01-\u0e4e]{0,14}\\Z"
)
_PERSON = re.compile("(?:นาย(?!ก|อำเภอ|ช่าง)|นาง|น\\.ส\\.)\\S* +\\S*\\Z")


class Close(NamedTuple):
    """A close call: words that stay as they were read, and what they may be."""

    before: str
    after: str


class Mended(NamedTuple):
    """A text after repair, what was changed, and what was not because it was a close call."""

    text: str
    changes: tuple[Change, ...] = ()
    close: tuple[Close, ...] = ()


class Call(NamedTuple):
    """What is to become of a stretch: the text that it is in truth (empty: as it was read), and whether that is clear."""

    start: int
    end: int
    text: str = ""
    rule: str = ""
    clear: bool = False


class Clerk:
    """Repairs the lines of one document. What it has looked at tells how damaged the document is, and which words are its own."""

    def __init__(self, level: Level = "safe", rules: Set[str] | None = None) -> None:
        """Take how far to go, and the names of the rules to keep to (all where ``None``)."""
        self.level = level
        self.rules = ENCODING if level == "none" else frozenset(rule_names() if rules is None else rules)
        self.kinds = frozenset(kind for kind in KINDS if kind in self.rules)
        self._signs = Signs()
        self._phrases: Counter[str] = Counter()
        self._own: Trie | None = None
        self._done: dict[tuple[str, bool], Mended] = {}
        self._sound: frozenset[str] = frozenset()  # of what was looked at last: texts that no rule has anything to do with

    def look(self, texts: Iterable[str]) -> None:
        """Take in what else stands in the document, before it is repaired."""
        if self.level == "none":
            return
        own = [text for text in texts if not text.isascii()]
        together = "\n".join(own)  # most pages are without a sign of damage: then one look is enough
        damaged = self._signs.look(together) > 0
        for text in own if damaged else [together]:
            if len(self._phrases) < MOST_PHRASES and not (damaged and signs(text)):
                self._phrases.update(_PHRASE.findall(text))
        self._sound = frozenset() if self.suspicious or damaged or is_repairable(together) else frozenset(own)
        self._own = None
        self._done.clear()

    @property
    def suspicious(self) -> bool:
        """Whether the document shows damage, so that Thai letters may have been misread too."""
        return self.level == "bold" or self._signs.damaged

    def is_sound(self, text: str) -> bool:
        """Whether a text is known to need no repair: most of what was looked at last."""
        return text in self._sound or (text.isascii() and not self.suspicious)

    def mend(self, text: str, *, whole: bool = True) -> Mended:
        """Return a text repaired, cell by cell and line by line; ``whole`` says that no word is cut off at its ends."""
        if self.is_sound(text):
            return Mended(text)
        known = self._done.get((text, whole))
        if known is None:
            known = self._done[text, whole] = self._mended(text, whole)
        return known

    def _mended(self, text: str, whole: bool) -> Mended:
        fixed, changes = repair(text, self.rules)
        if self.level == "none" or self.rules <= RULES.keys() or not (self.suspicious or signs(fixed)):
            return Mended(fixed, changes)
        parts = [self._cell(part, whole) if index % 2 == 0 else Mended(part) for index, part in enumerate(_CELLS.split(fixed))]
        return Mended(
            "".join(part.text for part in parts),
            (*changes, *(change for part in parts for change in part.changes)),
            tuple(close for part in parts for close in part.close),
        )

    def _cell(self, text: str, whole: bool) -> Mended:
        """Return one cell's line with its words repaired: first those that are no words, then those in disguise."""
        from planparse.thai.lexicon import prices
        from planparse.thai.segment import letters, segment

        known = letters(text)
        tokens = segment(text, prices(), known)
        calls = [call for start, end in _stretches(text, tokens, known) for call in self._calls(text, start, end, known, whole)]
        if self.suspicious:
            calls.extend(self._disguised(text, tokens, known, whole))
            if DIGITS in self.rules:
                calls.extend(Call(start, end, number, DIGITS, clear=True) for start, end, number in digits_in(text))
        done, sofar = "", 0
        changes: list[Change] = []
        for call in sorted((call for call in calls if call.clear), key=lambda call: call.start):
            if call.start >= sofar:
                done += text[sofar : call.start] + call.text
                changes.append(Change(call.rule, text[call.start : call.end], call.text))
                sofar = call.end
        close = (Close(*changed_words(text[call.start : call.end], call.text)) for call in calls if call.text and not call.clear)
        return Mended(done + text[sofar:], tuple(changes), tuple(close))

    def _plan_words(self) -> Trie:
        from planparse.thai.lexicon import phrases

        if self._own is None:
            self._own = phrases(phrase for phrase, times in self._phrases.items() if times >= AGAIN)
        return self._own

    def _calls(self, text: str, start: int, end: int, known: Letters, whole: bool) -> Iterator[Call]:
        """Yield how each misread word of a stretch that holds letters of no word is to be read."""
        from planparse.thai.channel import Reader
        from planparse.thai.lexicon import common, prices

        kinds = self.kinds if self.suspicious else self.kinds & CERTAIN
        found = Reader(text, known, prices(), (common(), self._plan_words()), kinds).ways(start, end)
        best = _simplest(found)
        rivals = [way for way in found if way.pieces and _is_certain(way) >= _is_certain(best)]
        for piece in best.pieces:
            if not self._allowed(text, piece, whole):
                continue
            gain = self._gain(text, start, end, best, piece)
            lead = min((way.price for way in rivals if piece not in way.pieces), default=INF) - best.price
            least = SHORT_GAIN if len(piece.word) < SHORTEST and not _is_sure(piece) else GAIN
            yield self._judged(Call(piece.start, piece.end, piece.word, piece.edits[0].kind), gain, lead, least)

    def _gain(self, text: str, start: int, end: int, way: Way, piece: Piece) -> float:
        """Return how much cheaper a stretch is with a word of a way than with what was read for it."""
        from planparse.thai.lexicon import PHRASE, prices
        from planparse.thai.segment import letters, segment

        if piece.word in self._phrases and piece.word not in prices():
            read = text[piece.start : piece.end]
            return sum(token.price for token in segment(read, prices(), letters(read))) - PHRASE - piece.price
        return _price_without(text, start, end, way, piece) - _price_without(text, start, end, way, None)

    def _disguised(self, text: str, tokens: list[Token], known: Letters, whole: bool) -> Iterator[Call]:
        """Yield the long words that one misreading broke into shorter ones: ``ประซาชน``, ``ชั่ว โมง``."""
        from planparse.thai.channel import Piece, Reader
        from planparse.thai.lexicon import compounds, is_of_plans, prices

        reader = Reader(text, known, prices(), (compounds(),), self.kinds)
        ends = {token.end: index for index, token in enumerate(tokens)}
        for index, token in enumerate(tokens):
            if not known.thai[token.start] or not token.known:
                continue
            found = []
            for end, word, price, more, edits in reader.words(token.start, len(text)):
                last = ends.get(end)
                if last is None or last == index or len(edits) > 1:
                    continue
                read = tokens[index : last + 1]
                if all(part.known for part in read):
                    gain = sum(part.price for part in read) - price - more
                    found.append((gain, Piece(token.start, end, word, edits, more)))
            found.sort(reverse=True)
            if found and self._allowed(text, found[0][1], whole):
                gain, piece = found[0]
                rival = next((other for other, rest in found[1:] if rest.word != piece.word), -INF)
                call = Call(piece.start, piece.end, piece.word, piece.edits[0].kind)
                yield self._judged(call, gain, gain - rival, PLAN_GAIN if is_of_plans(piece.word) else GAIN)

    def _judged(self, call: Call, gain: float, lead: float, least_gain: float = GAIN) -> Call:
        """Return a call as it is to be made: clear, close (a text that is not clear), or none (no text)."""
        if gain >= least_gain and lead >= LEAD:
            return call._replace(clear=True)
        if gain < CLOSE_GAIN:
            return Call(call.start, call.end)
        return call._replace(clear=True, rule=f"{call.rule}{TAKEN}") if self.level == "bold" else call

    def _allowed(self, text: str, piece: Piece, whole: bool) -> bool:
        """Whether a word may be changed so: Thai letters only in words that are long enough, are no names and are whole."""
        if _is_sure(piece):
            return True
        if len(piece.word) < SHORTEST and not _is_common(piece.word):
            return False
        if self._phrases[text[piece.start : piece.end]] >= AGAIN:  # it stands elsewhere as well: a name, not a misreading
            return False
        named_to = piece.edits[0].at if piece.word in self._phrases else piece.start
        if _NAME.search(text[:named_to].rpartition(" ")[2]) or _PERSON.search(text[: piece.start]):
            return False
        return whole or (piece.start > 0 and piece.end < len(text))


def _stretches(text: str, tokens: list[Token], known: Letters) -> Iterator[tuple[int, int]]:
    """Yield the stretches that hold letters of no word, or a rare short one, with the words around; those that meet are one."""
    open_: tuple[int, int] | None = None
    for index, token in enumerate(tokens):
        doubtful = not token.known or (token.price >= RARE and token.end - token.start <= SHORT)
        if not doubtful or token.end - token.start > LONGEST_STRETCH:
            continue
        first, last = _reach(text, tokens, known, index, -1), _reach(text, tokens, known, index, 1)
        start, end = tokens[first].start, tokens[last].end
        if open_ is not None and start <= open_[1]:
            open_ = open_[0], end
            continue
        if open_ is not None:
            yield open_
        open_ = start, end
    if open_ is not None:
        yield open_


def _is_sure(piece: Piece) -> bool:
    """Whether no Thai letter is changed in a word: all that was read stays, but for what cannot be right."""
    return all(edit.kind in CERTAIN or edit.kind == "gap" for edit in piece.edits)


def _is_common(word: str) -> bool:
    from planparse.thai.lexicon import prices

    return len(word) >= SHORTER and prices().get(word, INF) <= COMMON


def _simplest(found: list[Way]) -> Way:
    """Return the cheapest way, or one that is about as cheap and changes only what cannot be right."""
    simple = next((way for way in found if way.words and way.pieces and _is_certain(way)), None)
    return simple if simple is not None and simple.price - found[0].price <= SIMPLER else found[0]


def _is_certain(way: Way) -> bool:
    return all(edit.kind in CERTAIN for piece in way.pieces for edit in piece.edits)


def _price_without(text: str, start: int, end: int, way: Way, without: Piece | None) -> float:
    """Return the price of a stretch with the words of a way but one, and the misreadings that the words take."""
    from planparse.thai.lexicon import prices
    from planparse.thai.segment import letters, segment

    taken = [piece for piece in way.pieces if piece is not without]
    done, sofar = "", start
    for piece in taken:
        done += text[sofar : piece.start] + piece.word
        sofar = piece.end
    done += text[sofar:end]
    return sum(token.price for token in segment(done, prices(), letters(done))) + sum(piece.price for piece in taken)


def _reach(text: str, tokens: list[Token], known: Letters, index: int, step: int) -> int:
    """Return the last token that belongs to the words around one: not beyond what is not Thai, but over one space."""
    words = 0
    reached = index
    while 0 <= index + step < len(tokens) and words < AROUND:
        index += step
        token = tokens[index]
        if not known.thai[token.start]:
            beyond = index + step
            if text[token.start : token.end] != " " or not (0 <= beyond < len(tokens)) or not known.thai[tokens[beyond].start]:
                break
            continue
        words += 1
        reached = index
    return reached


def rule_names() -> tuple[str, ...]:
    """Return the names of all rules, in their order."""
    return (*RULES, *KINDS, DIGITS)


def normalize(lines: Sequence[str], level: Level = "safe", rules: Set[str] | None = None) -> list[Mended]:
    """Return the lines of a text repaired as far as they can be, so that doing it again changes nothing. Tabs stay.

    A repair may bring another to light (a mark that was away from its letter makes a word of it), so it is done until
    nothing changes; a text that never comes to rest gets the rules' repairs only.
    """
    done = [Mended(line) for line in lines]
    for _ in range(ROUNDS):
        again = _once([line.text for line in done], level, rules)
        done = [_after(old, new) for old, new in zip(done, again, strict=True)]
        if not any(new.changes for new in again):
            return done
    return [Mended(*repair(line, rules)) for line in lines]


def _after(old: Mended, new: Mended) -> Mended:
    """Return what two rounds did to a line; a close call stays one as long as its words stand there."""
    close = dict.fromkeys(call for call in (*old.close, *new.close) if call.before in new.text)
    return Mended(new.text, (*old.changes, *new.changes), tuple(close))


def _once(lines: Sequence[str], level: Level, rules: Set[str] | None) -> list[Mended]:
    clerk = Clerk(level, rules)
    clerk.look(cell for line in lines for cell in _CELLS.split(line))
    return [clerk.mend(line) for line in lines]
