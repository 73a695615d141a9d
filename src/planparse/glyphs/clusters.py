"""Glyphs → clusters: each mark goes to the consonant that it is drawn on, whatever the order in the file."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from planparse.glyphs.codes import (
    AA,
    AM,
    BACK,
    BELOW_MARKS,
    BY_AA,
    NIKHAHIT,
    TONES,
    is_misplaced,
    is_raised,
    is_raised_quote,
    is_unmapped_circle,
    is_unmapped_tone,
    is_vowel_on_mark,
    mark_of_tier,
    meaning,
    tone_of,
)
from planparse.glyphs.limits import AA_WIDTH, BEHIND, EXACT, LEFT, OVER, PEN, REACH, ROW, SIDE, STACKED, TWICE
from planparse.page import Box, Glyph, Glyphs, page_box

BELOW, ABOVE, CIRCLE, TONE = range(4)
# where a mark stands in the written order of a cluster
RANK = (
    dict.fromkeys("\u0e38\u0e39\u0e3a", BELOW)
    | dict.fromkeys("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e47", ABOVE)
    | {"\u0e4d": CIRCLE}
    | dict.fromkeys("\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4e", TONE)
)
CLOSED = frozenset("\u0e31\u0e35\u0e36\u0e37\u0e4d")  # no THANTHAKHAT stands over these
NEXT_LETTER = 0.5  # em: what it costs that a consonant is the next letter
ONE_LETTER = 0.7  # em: marks nearer to each other may be of one letter
SECOND = 0.3  # em: what a second mark of a kind on one consonant costs
X_HEIGHT = 0.25  # em over the baseline: the middle of a letter


@dataclass(slots=True)
class Cluster:
    """A letter with its marks: its text in written order, what the file said, the rule that changed it, ink and pen.

    Or several letters that follow each other and need no repair: ``run`` has the glyphs of their layer, and where theirs are.

    The measures are those of the page turned by ``turn`` quarters, as in :class:`planparse.page.Glyph`. The pen of a mark may
    have ``moved`` the end by some points.
    """

    text: str
    raw: str
    rule: str
    x0: float
    top: float
    x1: float
    bottom: float
    x: float
    y: float
    end: float
    em: float
    turn: int = 0
    pale: bool = False
    marks: list[tuple[int, str, float]] = field(default_factory=list)
    run: tuple[Glyphs, int, int] | None = None
    moved: float = 0.0


def clusters(glyphs: Iterable[Glyph]) -> list[Cluster]:
    """Return the clusters of a page's or a cell's glyphs, in stream order of their letters; those of each layer together.

    A layer is a direction, and what is as pale as a watermark. Letters that need no repair come as one cluster, if nothing
    parts them: :func:`split` takes it to pieces.
    """
    told = glyphs if isinstance(glyphs, Glyphs) else Glyphs.of(glyphs)
    if not told.turns.any() and not told.pale.any():  # most pages
        return _clusters(told) if len(told) else []
    layers = sorted({*zip(told.turns.tolist(), told.pale.tolist(), strict=True)})
    return [cluster for turn, pale in layers for cluster in _clusters(told.where((told.turns == turn) & (told.pale == pale)))]


def split(cluster: Cluster) -> list[Cluster]:
    """Return the clusters of the single letters in one."""
    if cluster.run is None:
        return [cluster]
    glyphs, start, stop = cluster.run
    return _put_together([(place, None) for place in range(start, stop)], glyphs)


class _Stray(NamedTuple):
    """A mark that does not stand on the letter ``before`` it in the file (``None``: that one is in another row)."""

    rank: int
    glyph: Glyph
    text: str
    rule: str
    before: Cluster | None


# A glyph's place in the stream, and the cluster of the letters there that need no look, if they do not.
_Part = tuple[int, Cluster | None]


def _clusters(glyphs: Glyphs) -> list[Cluster]:
    from planparse.glyphs.plain import runs  # numpy: a text needs none
    from planparse.glyphs.stream import whole  # as above

    told = whole(glyphs)
    start, stop, plain, several, measures, text, raw = runs(told)
    turn, pale = int(told.turns[0]), bool(told.pale[0])
    parts: list[_Part] = []
    for first, last, is_plain, has_several, (x0, top, x1, bottom, x, y, end, em) in zip(
        start.tolist(), stop.tolist(), plain.tolist(), several.tolist(), measures.tolist(), strict=True
    ):
        made = None
        if is_plain:
            word, code = text[first:last], raw[first:last]
            if has_several:
                word, code = told.text(first, last, word), told.text(first, last, code)
            made = Cluster(word, code, "" if word == code else "private-use", x0, top, x1, bottom, x, y, end, em, turn, pale)
            if last - first > 1:
                made.run = told, first, last
        parts.append((first, made))
    return _put_together(parts, told)


def _put_together(parts: Iterable[_Part], told: Sequence[Glyph]) -> list[Cluster]:
    """Return the clusters that the parts of a layer make: its marks on their letters."""
    done: list[Cluster] = []
    strays: list[_Stray] = []
    astray = False  # whether the mark before is
    for place, plain in parts:
        if plain is not None:
            done.append(plain)
            astray = False
            continue
        glyph = told[place]
        text, rule = _meaning(told, place)
        if not text:
            continue
        rank = RANK.get(text)
        if rank is None:
            done.append(_cluster(glyph, text, rule))
            if text == AM and is_raised(glyph):
                done[-1].end = max(glyph.end, glyph.x + AA_WIDTH * glyph.em)
            astray = False
            continue
        before = done[-1] if done and abs(done[-1].y - glyph.y) < ROW * glyph.em else None
        if before is not None:
            before.raw += glyph.text
        lifted = rank == TONE and (astray or _is_stacked(glyph, done))  # a tone goes with the vowel that was told before it
        astray = before is None or lifted or not is_on(before, glyph) or is_early(glyph, told[place + 1 : place + 2])
        if before is not None and not astray:
            _add(before, rank, glyph, text, rule)
        else:
            strays.append(_Stray(rank, glyph, text, rule, before))
    if strays:
        _place(strays, done)
    for cluster in done:
        if cluster.marks:
            _compose(cluster)
    return done


def _meaning(glyphs: Sequence[Glyph], index: int) -> tuple[str, str]:
    """Return what a glyph means among the others, and the rule that tells so."""
    glyph = glyphs[index]
    if glyph.text in RANK:
        return _mark_meaning(glyphs, index)
    before, after = glyphs[max(index - BACK, 0) : index], glyphs[index + 1 : index + BACK]
    text, rule = meaning(glyph, before)
    if not rule and (_is_circle_of_am(glyph, after) or is_unmapped_circle(glyph, before, after)):
        return NIKHAHIT, "sara-am"
    if not rule and is_unmapped_tone(glyph):
        return tone_of(glyph, _marks(glyphs)), "unmapped-tone"
    if not rule and is_raised_quote(glyph):
        return "”" if index and _touches(glyphs[index - 1], glyph) else "“", "quotation-mark"
    return text, rule


def _mark_meaning(glyphs: Sequence[Glyph], index: int) -> tuple[str, str]:
    """Return which mark a glyph with a mark's code draws, and the rule that tells so."""
    glyph = glyphs[index]
    misplaced = is_misplaced(glyph)
    if not misplaced and not is_vowel_on_mark(glyph, glyphs[max(index - 1, 0) : index]):
        return glyph.text, ""
    if misplaced and _is_swapped(glyph, (*glyphs[max(index - 1, 0) : index], *glyphs[index + 1 : index + 2])):
        return glyph.text, ""
    return mark_of_tier(glyph, _marks(glyphs)), "misplaced-mark"


def _marks(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    """Return those of the glyphs that may be marks."""
    from planparse.glyphs.stream import marks_of  # numpy: a text needs none

    return marks_of(glyphs) if isinstance(glyphs, Glyphs) else glyphs


def _is_circle_of_am(circle: Glyph, after: Iterable[Glyph]) -> bool:
    """Whether a SARA AM is drawn as its circle only and told before the rest of it; a tone may stand between."""
    if circle.text != AM or not is_raised(circle):
        return False
    following = next((one for one in after if one.text not in TONES and not is_unmapped_tone(one)), None)
    if following is None or following.text[:1] != AA:
        return False
    return abs(following.y - circle.y) < ROW * circle.em and abs(following.x - circle.x) < BY_AA * circle.em


def _touches(before: Glyph, glyph: Glyph) -> bool:
    """Whether a glyph follows another without a space."""
    near = before.y == glyph.y and not before.text.isspace()
    return near and abs(glyph.x - before.end) < SIDE * glyph.em


def _is_swapped(mark: Glyph, beside: Iterable[Glyph]) -> bool:
    """Whether a mark and one ``beside`` it in the stream stand in each other's tiers: LibreOffice swaps codes, the set is right."""
    lower = mark.text in BELOW_MARKS
    return any(
        other.text in RANK
        and (other.text in BELOW_MARKS) != lower
        and abs(other.y - mark.y) < ROW * mark.em
        and abs(other.x0 + other.x1 - mark.x0 - mark.x1) / 2 < ONE_LETTER * mark.em
        and is_misplaced(other)
        for other in beside
    )


def _cluster(glyph: Glyph, text: str, rule: str) -> Cluster:
    told, x0, top, x1, bottom, x, y, end, em, turn, pale = glyph
    return Cluster(text, told, rule, x0, top, x1, bottom, x, y, end, em, turn, pale)


def centre(cluster: Cluster) -> tuple[float, float]:
    """Return the point of the page that tells which cell a cluster stands in: the middle of its ink, half a letter up."""
    x, y = (cluster.x0 + cluster.x1) / 2, cluster.y - X_HEIGHT * cluster.em
    if not cluster.turn:
        return x, y
    box = page_box(Box(x, y, x, y), cluster.turn)
    return box.x0, box.top


def is_consonant(text: str) -> bool:
    """Whether a text starts with a Thai consonant."""
    return "\u0e01" <= text[:1] <= "\u0e2e"


def is_on(letter: Cluster, mark: Glyph) -> bool:
    """Whether a mark that follows a letter in the file is drawn on it."""
    if not is_consonant(letter.text):
        return False
    over = min(letter.x1, mark.x1) - max(letter.x0, mark.x0)
    if over > OVER * (mark.x1 - mark.x0) and mark.x - letter.x > BEHIND * mark.em:
        return True
    if mark.x0 >= mark.x and abs(mark.x - letter.end) < BEHIND * mark.em:
        return True  # it was written behind the letter, and lies over the next by its font's fault
    if _is_next(letter, mark):
        return False
    middle = (mark.x0 + mark.x1) / 2
    return letter.x - LEFT * letter.em <= middle <= letter.x1 + SIDE * letter.em


def is_early(mark: Glyph, after: Sequence[Glyph]) -> bool:
    """Whether a mark is told before its letter: its pen is a hair left of that letter's, and its ink over it.

    Source: wkhtmltopdf, with fonts that draw a mark right of its pen: pdfium sorts what stands on a line.
    """
    for letter in after:
        early = mark.x0 >= mark.x and letter.x - mark.x > EXACT * mark.em and (mark.x0 + mark.x1) / 2 > letter.x
        return early and is_consonant(letter.text) and abs(letter.y - mark.y) < ROW * mark.em
    return False


def _is_next(letter: Cluster, mark: Glyph) -> bool:
    """Whether a letter comes after a mark: one that is drawn left of its pen has its own letter left of that pen too."""
    return letter.x > mark.x - PEN * mark.em and mark.x0 < mark.x


def _is_stacked(tone: Glyph, done: Sequence[Cluster]) -> bool:
    """Whether a tone that is told after the next letter stands on the vowel of the one before: some fonts draw both far right."""
    if len(done) < 2 or done[-1].marks:
        return False
    middle, before = (tone.x0 + tone.x1) / 2, done[-2]
    level = abs(before.y - tone.y) < ROW * tone.em
    return level and any(kind in (ABOVE, CIRCLE) and abs(at - middle) < STACKED * before.em for kind, _, at in before.marks)


def _add(letter: Cluster, rank: int, mark: Glyph, text: str, rule: str) -> None:
    middle = (mark.x0 + mark.x1) / 2
    for _, other, at in letter.marks:
        if other == text and abs(at - middle) < TWICE * letter.em:
            letter.rule = letter.rule or "drawn-twice"
            return
    letter.rule = letter.rule or rule
    letter.marks.append((rank, text, middle))
    if mark.x > letter.end:
        letter.moved += mark.x - letter.end
        letter.end = mark.x


def _compose(letter: Cluster) -> None:
    if letter.rule == "unmapped-tone" and any(text in CLOSED for _, text, _ in letter.marks):
        letter.marks = [(rank, "\u0e49" if text == "\u0e4c" else text, at) for rank, text, at in letter.marks]
    letter.text += "".join(text for _, text, _ in sorted(letter.marks, key=lambda mark: mark[0]))
    if letter.text != letter.raw:
        letter.rule = letter.rule or "mark-order"


def _place(strays: list[_Stray], done: list[Cluster]) -> None:
    """Put marks that do not stand on the letter before them where their ink is: vowels first, tones look for them."""
    letters = sorted(
        (cluster for cluster in done if cluster.run is None and is_consonant(cluster.text)), key=lambda cluster: cluster.x
    )
    pens = [letter.x for letter in letters]
    for rank, glyph, text, rule, before in sorted(strays, key=lambda stray: stray.rank):
        low = bisect_left(pens, glyph.x0 - REACH * glyph.em)
        high = bisect_right(pens, glyph.x1 + REACH * glyph.em)
        row = [letter for letter in letters[low:high] if abs(letter.y - glyph.y) < ROW * glyph.em]
        best = min(row, key=lambda letter: _cost(letter, rank, glyph), default=None)
        if best is None or _cost(best, rank, glyph) > REACH * glyph.em:
            alone = _cluster(glyph, text, rule)
            alone.raw = "" if before else glyph.text
            done.append(alone)
        else:
            _add(best, rank, glyph, text, rule)


def _cost(letter: Cluster, rank: int, mark: Glyph) -> float:
    """Return how far a mark is from being a letter's, in points."""
    middle = (mark.x0 + mark.x1) / 2
    if rank == TONE and any(kind in (ABOVE, CIRCLE) and abs(at - middle) < STACKED * letter.em for kind, _, at in letter.marks):
        return 0.0  # a tone stands on its vowel, wherever that was drawn
    cost = max(letter.x - middle, middle - letter.end, 0.0)
    if _is_next(letter, mark):
        cost += NEXT_LETTER * letter.em
    if any(_kind(kind) == _kind(rank) for kind, _, _ in letter.marks):
        cost += SECOND * letter.em
    return cost


def _kind(rank: int) -> bool:
    return rank == TONE
