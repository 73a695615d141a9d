"""Whatever the glyphs are: nothing raises, nothing is lost."""

from __future__ import annotations

from collections import Counter
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from glyphs.hand import EM, glyph, read, row, texts
from planparse.glyphs import clusters, lines
from planparse.glyphs.clusters import RANK
from planparse.page import Glyph

CONSONANTS = "กขคงจชซณดตทนบปผพมยรลวสหอฮ"
VOWELS = ("", "", "ั", "ิ", "ี", "ึ", "ื", "็", "ุ", "ู")
SYLLABLES = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(("", "", "เ", "แ", "โ", "ไ")),
        st.sampled_from(CONSONANTS),
        st.sampled_from(VOWELS),
        st.sampled_from(("", "", "่", "้", "๊", "์")),
        st.sampled_from(("", "", "า", "ะ", "น", "ๆ", ".", "-", "5")),
    ),
)
# two SARA E in a row are read as a SARA AE, by intention
WORDS = st.lists(SYLLABLES, min_size=1, max_size=8).map("".join).filter(lambda text: "เเ" not in text)
LINES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
ANY_TEXT = st.one_of(
    st.sampled_from(("ก", "น", "ป", "ิ", "ี", "ู", "่", "้", "ํ", "า", "ำ", "เ", " ", "\u00a0", "\uf705", "\uf70a", "\uf0fc")),
    st.text(min_size=1, max_size=3),
)
POINTS = st.floats(0, 200, allow_nan=False, width=32)
SIZES = st.floats(0, 30, allow_nan=False, width=32)


@st.composite
def any_glyph(draw: st.DrawFn) -> Glyph:
    x0, top, x, y = draw(st.tuples(POINTS, POINTS, POINTS, POINTS))
    width, height, ahead = draw(st.tuples(SIZES, SIZES, SIZES))
    em = draw(st.floats(0.1, 60))
    return Glyph(draw(ANY_TEXT), x0, top, x0 + width, top + height, x, y, x + ahead, em, draw(st.integers(0, 3)))


@settings(max_examples=150, deadline=None)
@given(LINES)
def test_text_set_as_it_should_be_is_read_as_it_is(text: str) -> None:
    (line,) = read(row(text))
    assert (line.text, line.repairs) == (text, ())


@settings(max_examples=150, deadline=None)
@given(WORDS, st.randoms(use_true_random=False))
def test_the_order_of_the_file_says_nothing(text: str, random: Random) -> None:
    glyphs = row(text)
    shuffled = list(glyphs)
    random.shuffle(shuffled)
    assert texts(shuffled) == [text]


@settings(max_examples=100, deadline=None)
@given(WORDS, st.floats(0.0, 0.5))
def test_a_line_drawn_twice_is_the_line(text: str, dx: float) -> None:
    again = [one._replace(x=one.x + dx, x0=one.x0 + dx, x1=one.x1 + dx, end=one.end + dx) for one in row(text)]
    assert texts([*row(text), *again]) == [text]


@settings(max_examples=150, deadline=None)
@given(st.lists(any_glyph(), max_size=25))
def test_no_glyphs_raise(glyphs: list[Glyph]) -> None:
    for line in read(glyphs):
        assert line.text.strip()
        assert line.box.x0 <= line.box.x1
        assert line.box.top <= line.box.bottom
        assert all(before != after for _, before, after in line.repairs)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(CONSONANTS + "".join(RANK) + "ะ๕5A."), POINTS, POINTS), max_size=25))
def test_no_letter_is_lost(placed: list[tuple[str, float, float]]) -> None:
    """Letters and marks anywhere: each letter is kept unless it was drawn twice in one place, and so is each mark."""
    glyphs = [glyph(text, x, y) for text, x, y in placed]
    kept = Counter("".join(line.text for line in read(glyphs)).replace(" ", ""))
    told = Counter(text for text, _, _ in placed)
    assert kept <= told
    for text, number in (told - kept).items():
        own = sorted((x, y) for other, x, y in placed if other == text)
        near = sum(any(abs(x - a) < 0.12 * EM and abs(y - b) < EM for a, b in own[:i]) for i, (x, y) in enumerate(own))
        assert number <= near, f"{text} is lost"


@settings(max_examples=60, deadline=None)
@given(st.lists(any_glyph(), max_size=20))
def test_reading_twice_gives_the_same(glyphs: list[Glyph]) -> None:
    made = clusters(glyphs)
    first = lines(made)
    assert lines(made) == first
    assert read(glyphs) == first
