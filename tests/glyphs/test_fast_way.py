"""Runs of glyphs go through the engine in one piece: the text is the same as if each had been looked at."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glyphs.hand import AA, CIRCLE, EM, METRICS, glyph, moved, row
from glyphs.test_any_glyphs import LINES, any_glyph
from planparse.glyphs import clusters, lines, split
from planparse.glyphs.clusters import _put_together
from planparse.glyphs.codes import PRIVATE_USE
from planparse.glyphs.stream import whole
from planparse.page import Glyph, Glyphs

SHIFTED = {letter: code for code, letter in PRIVATE_USE.items() if code < "\uf71b"}


def shifted(glyphs: list[Glyph], _: Random) -> list[Glyph]:
    return [one._replace(text=SHIFTED.get(one.text, one.text)) for one in glyphs]


def circle_apart(glyphs: list[Glyph], _: Random) -> list[Glyph]:
    """Part each SARA AM into an inked space and the rest of it."""
    done: list[Glyph] = []
    for one in glyphs:
        parts = [glyph(" ", one.x, one.y, metrics=CIRCLE), glyph("า", one.x, one.y, metrics=AA)]
        done += parts if one.text == "ำ" else [one]
    return done


def marks_late(glyphs: list[Glyph], random: Random) -> list[Glyph]:
    """Tell some marks after the next letter."""
    done = list(glyphs)
    for at in range(len(done) - 1):
        if done[at].x0 < done[at].x and random.random() < 0.3:
            done[at], done[at + 1] = done[at + 1], done[at]
    return done


def unmapped(glyphs: list[Glyph], _: Random) -> list[Glyph]:
    return [one._replace(text="É") if one.text == "้" else one for one in glyphs]


def nudged(glyphs: list[Glyph], random: Random) -> list[Glyph]:
    return [moved(one, dx=random.uniform(-0.05, 0.05) * EM) for one in glyphs]


def doubled(glyphs: list[Glyph], _: Random) -> list[Glyph]:
    return [*glyphs, *(moved(one, dx=0.04 * EM) for one in glyphs)]


def spaced(glyphs: list[Glyph], random: Random) -> list[Glyph]:
    by, shift, done = random.choice((0.05, 0.12, 0.2)) * EM, 0.0, list[Glyph]()
    for one in glyphs:
        shift += by if one.end > one.x and done else 0.0
        done.append(moved(one, dx=shift))
    return done


def unspaced(glyphs: list[Glyph], _: Random) -> list[Glyph]:
    return [one for one in glyphs if one.text != " "]


def turned(glyphs: list[Glyph], random: Random) -> list[Glyph]:
    turn = random.randint(1, 3)
    return [one._replace(turn=turn) for one in glyphs]


def pale_below(glyphs: list[Glyph], _: Random) -> list[Glyph]:
    return [*(one._replace(pale=True) for one in row("ร่าง", 30)), *glyphs]


WAYS = (shifted, circle_apart, marks_late, unmapped, nudged, doubled, spaced, unspaced, turned, pale_below)
DAMAGES = st.lists(st.sampled_from(WAYS), max_size=3)
# what is drawn twice is so at last, and once: two prints that each are moved by themselves may be further apart than two letters
SINGLE = st.lists(st.sampled_from([way for way in WAYS if way is not doubled]), max_size=3)
TOGETHER = st.tuples(SINGLE, st.booleans()).map(lambda told: [*told[0][: 3 - told[1]], *[doubled] * told[1]])


def read_one_by_one(glyphs: list[Glyph]) -> list[str]:
    """Return the lines' texts as they are if no glyph is taken to need no look."""
    done = []
    for turn, pale in sorted({(one.turn, one.pale) for one in glyphs}):
        told = whole(Glyphs.of(one for one in glyphs if (one.turn, one.pale) == (turn, pale)))
        done += _put_together([(place, None) for place in range(len(told))], told)
    return [line.text for line in lines(done)]


def damaged(text: str, damages: list[object], random: Random) -> list[Glyph]:
    glyphs = row(text)
    for damage in damages:
        glyphs = damage(glyphs, random)  # type: ignore[operator]  # a damage is one of the functions above
    return glyphs


@settings(max_examples=300, deadline=None)
@given(LINES, DAMAGES, st.randoms(use_true_random=False))
def test_a_line_is_read_the_same_in_runs_and_one_by_one(text: str, damages: list[object], random: Random) -> None:
    glyphs = damaged(text, damages, random)
    assert [line.text for line in lines(clusters(glyphs))] == read_one_by_one(glyphs)


@settings(max_examples=150, deadline=None)
@given(LINES, DAMAGES, st.randoms(use_true_random=False))
def test_a_run_taken_to_pieces_has_the_same_text(text: str, damages: list[object], random: Random) -> None:
    made = clusters(damaged(text, damages, random))
    pieces = [piece for cluster in made for piece in split(cluster)]
    assert [line.text for line in lines(pieces)] == [line.text for line in lines(made)]
    assert "".join(piece.text for piece in pieces) == "".join(cluster.text for cluster in made)


@settings(max_examples=150, deadline=None)
@given(LINES, TOGETHER, st.randoms(use_true_random=False))
def test_what_has_been_repaired_needs_no_repair(text: str, damages: list[object], random: Random) -> None:
    """Idempotent: the text that comes out, set as it should be, comes out as it is and without a repair.

    Not so for what is doubled and moved after that: a letter then has a mark twice, and set as it should be, these are one.
    """
    for line in lines(clusters(damaged(text, damages, random))):
        if all(letter in METRICS or letter.isalnum() for letter in line.text):
            (again,) = lines(clusters(row(line.text.strip())))
            assert (again.text, again.repairs) == (line.text.strip(), ())


@settings(max_examples=150, deadline=None)
@given(st.lists(any_glyph(), max_size=25))
def test_no_letter_of_any_glyphs_is_kept_by_one_way_only(glyphs: list[Glyph]) -> None:
    fast = Counter("".join(line.text for line in lines(clusters(glyphs))).replace(" ", ""))
    assert fast == Counter("".join(read_one_by_one(glyphs)).replace(" ", ""))


def apart(ems: float) -> list[Glyph]:
    """Return two words and a space whose second word is moved."""
    glyphs = row("งาน ที่")
    return [*glyphs[:4], *(moved(one, dx=ems * EM) for one in glyphs[4:])]


@pytest.mark.parametrize(
    ("glyphs", "pieces"),
    [
        pytest.param(row("งาน ที่ 2"), ["งาน ที่ 2"], id="between words"),
        pytest.param(row("งาน  ที่"), ["งาน", " ", " ", "ที่"], id="two"),
        pytest.param(row(" งาน "), [" ", "งาน", " "], id="at the ends"),
        pytest.param(row("งาน\u00a0ที่"), ["งาน", "\u00a0", "ที่"], id="one of another kind"),
        pytest.param(apart(-0.2), ["งาน", " ", "ที่"], id="under the next letter"),
        pytest.param(apart(0.05), ["งาน", " ", "ที่"], id="with white behind"),
    ],
)
def test_a_space_goes_in_one_piece_with_its_words_where_nothing_is_odd(glyphs: list[Glyph], pieces: list[str]) -> None:
    assert [cluster.text for cluster in clusters(glyphs)] == pieces
