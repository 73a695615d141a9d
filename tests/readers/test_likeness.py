"""Letters told by their likeness to others of their font."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfbase.ttfonts import TTFontFile  # type: ignore[import-untyped]  # reportlab ships no types

import typeset
from planparse.readers.pdf.likeness import letters_like
from planparse.readers.pdf.truetype import BROKEN, WRITTEN, Outline, glyph_boxes, glyph_characters, glyph_outline

FONT = Path(typeset.__file__).parent / "fonts" / "SarabunSample-Regular.ttf"
DATA = FONT.read_bytes()
NUMBERS: dict[int, int] = TTFontFile(str(FONT)).charToGlyph
LETTERS = {chr(code): glyph_outline(DATA, number) for code, number in NUMBERS.items() if 0x0E01 <= code <= 0x0E4E}
LATIN = [chr(code) for code in NUMBERS if 0x21 <= code < 0x7F]
UPPER = "ัิีึื็่้๊๋์ํ"


def scaled(outline: Outline, wide: float, high: float, by: tuple[float, float] = (0.0, 0.0)) -> Outline:
    """An outline drawn narrower or flatter where it stands, and then moved."""
    points = np.concatenate(outline)
    low = points.min(axis=0)
    return [(line - low) * (wide, high) + low + by for line in outline]


def square(left: float, low: float, right: float, high: float) -> Outline:
    return [np.array([(left, low), (left, high), (right, high), (right, low)])]


@pytest.mark.parametrize("letter", [mark for mark in UPPER if mark in LETTERS])
def test_a_mark_drawn_narrower_is_that_mark(letter: str) -> None:
    assert letters_like([scaled(LETTERS[letter], 0.75, 1)], LETTERS) == [letter]


@pytest.mark.parametrize("letter", [mark for mark in UPPER if mark in LETTERS])
def test_a_mark_drawn_flatter_and_higher_up_is_that_mark(letter: str) -> None:
    assert letters_like([scaled(LETTERS[letter], 0.9, 0.8, (-0.05, 0.2))], LETTERS) == [letter]


@pytest.mark.parametrize("letter", [letter for letter in "ญฐ" if letter in LETTERS])
def test_a_letter_without_its_foot_is_that_letter(letter: str) -> None:
    whole = LETTERS[letter]
    body = [np.column_stack([line[:, 0], np.maximum(line[:, 1], 0.0)]) for line in whole]
    assert min(line[:, 1].min() for line in whole) < -0.1
    assert letters_like([body], LETTERS) == [letter]


@pytest.mark.parametrize("letter", [letter for letter in LATIN if letter not in "lI|"])
def test_a_letter_of_another_script_is_none(letter: str) -> None:
    assert letters_like([glyph_outline(DATA, NUMBERS[ord(letter)])], LETTERS) == [None]


def test_a_stroke_is_a_mark_only_in_its_tier_and_on_its_side_of_the_pen() -> None:
    mark = {"่": square(-0.18, 0.6, -0.1, 0.85)}
    drawn = [
        square(-0.18, 0.85, -0.1, 1.05),  # flatter, in the second tier
        square(0.05, 0.6, 0.13, 0.85),  # a quotation mark
        square(-0.18, 0.0, -0.1, 0.85),  # a line on the baseline
        square(-0.18, -0.3, -0.1, -0.1),  # below
    ]
    assert letters_like(drawn, mark) == ["่", None, None, None]


def test_a_font_without_letters_tells_nothing() -> None:
    assert letters_like([LETTERS["ก"]], {}) == [None]
    assert letters_like([], LETTERS) == []


# the outlines of a TrueType font


def test_an_outline_is_as_large_as_its_box() -> None:
    for number, box in glyph_boxes(DATA).items():
        points = np.concatenate(glyph_outline(DATA, number))
        assert (*points.min(axis=0), *points.max(axis=0)) == pytest.approx(box, abs=0.03)  # chords cut curves short


def test_a_glyph_without_ink_has_no_outline() -> None:
    assert glyph_outline(DATA, NUMBERS[ord(" ")]) == []


SQUARE = (
    struct.pack(">5h", 1, 0, 0, 100, 100)
    + struct.pack(">HH", 3, 0)
    + bytes([1] * 4)
    + struct.pack(">4h4h", 0, 0, 100, 0, 0, 100, 0, -100)
)


def made_of(*parts: bytes) -> bytes:
    """A glyph that is made of others."""
    return struct.pack(">5h", -1, 0, 0, 100, 100) + b"".join(parts)


def font(*glyphs: bytes) -> bytes:
    glyf, starts = b"", [0]
    for glyph in glyphs:
        glyf += glyph + bytes(-len(glyph) % 2)
        starts.append(len(glyf))
    head = bytearray(54)
    struct.pack_into(">H", head, 18, 1000)
    struct.pack_into(">h", head, 50, 1)
    tables = {b"glyf": glyf, b"head": bytes(head), b"loca": struct.pack(f">{len(starts)}I", *starts)}
    out, at = struct.pack(">IHHHH", 0x00010000, len(tables), 0, 0, 0), 12 + 16 * len(tables)
    for tag, data in tables.items():
        out += struct.pack(">4sIII", tag, 0, at, len(data))
        at += len(data)
    return out + b"".join(tables.values())


@pytest.mark.parametrize(
    ("part", "box"),
    [
        pytest.param(struct.pack(">HHbb", 2, 0, 50, 20), (0.05, 0.02, 0.15, 0.12), id="moved"),
        pytest.param(struct.pack(">HHhh", 3, 0, 500, -20), (0.5, -0.02, 0.6, 0.08), id="moved-far"),
        pytest.param(struct.pack(">HHbbh", 2 | 8, 0, 10, 0, 0x2000), (0.01, 0.0, 0.06, 0.05), id="half"),
        pytest.param(struct.pack(">HHbb2h", 2 | 64, 0, 0, 0, 0x2000, 0x4000), (0.0, 0.0, 0.05, 0.1), id="narrow"),
        pytest.param(struct.pack(">HHbb4h", 2 | 128, 0, 0, 0, 0, 0x4000, -0x4000, 0), (-0.1, 0.0, 0.0, 0.1), id="turned"),
    ],
)
def test_a_glyph_made_of_another_is_drawn_as_that_one(part: bytes, box: tuple[float, ...]) -> None:
    (line,) = glyph_outline(font(SQUARE, made_of(part)), 1)
    assert (*line.min(axis=0), *line.max(axis=0)) == pytest.approx(box)


def test_a_glyph_made_of_two_and_of_a_glyph_made_of_another_has_all_their_lines() -> None:
    nested = made_of(struct.pack(">HHbb", 2 | 32, 1, 100, 0), struct.pack(">HHbb", 2, 0, 0, 100))
    first, second = glyph_outline(font(SQUARE, made_of(struct.pack(">HHbb", 2, 0, 50, 0)), nested), 2)
    assert sorted((first.min(axis=0).tolist(), second.min(axis=0).tolist())) == [[0.0, 0.1], [0.15, 0.0]]


def test_a_glyph_made_of_itself_ends() -> None:
    assert glyph_outline(font(made_of(struct.pack(">HHbb", 2 | 32, 0, 0, 0), struct.pack(">HHbb", 2, 0, 0, 0))), 0) == []


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(60, 400), st.integers(0, 255)), min_size=1, max_size=12), st.integers(0, 3))
def test_a_broken_font_is_broken_and_no_more(edits: list[tuple[int, int]], number: int) -> None:
    data = bytearray(font(SQUARE, made_of(struct.pack(">HHbb", 2, 0, 50, 20)), SQUARE))
    for at, new in edits:
        data[at % len(data)] = new
    try:
        outline = glyph_outline(bytes(data), number)
    except BROKEN:
        return
    assert all(line.shape[1] == 2 for line in outline)


# what the glyphs of a TrueType font mean


def test_a_glyph_means_what_its_fonts_table_says() -> None:
    known = glyph_characters(DATA)
    assert known
    for number, code in known.items():
        assert NUMBERS[code] == number
    assert {NUMBERS[code] for code in WRITTEN if code in NUMBERS} == set(known)


def with_table(table: bytes, platform: int = 3, encoding: int = 10) -> bytes:
    """A font that has nothing but a table of its characters."""
    written = struct.pack(">HHHHI", 0, 1, platform, encoding, 12) + table
    return struct.pack(">IHHHH", 0x00010000, 1, 0, 0, 0) + struct.pack(">4sIII", b"cmap", 0, 28, len(written)) + written


GROUPS = struct.pack(">HHIII", 12, 0, 16 + 24, 0, 2) + struct.pack(">6I", 0x41, 0x42, 7, 0x0E01, 0x0E03, 100)


@pytest.mark.parametrize(
    ("data", "known"),
    [
        pytest.param(with_table(GROUPS), {7: 0x41, 8: 0x42, 100: 0x0E01, 101: 0x0E02, 102: 0x0E03}, id="groups"),
        pytest.param(with_table(GROUPS, 0, 4), {7: 0x41, 8: 0x42, 100: 0x0E01, 101: 0x0E02, 102: 0x0E03}, id="unicodes-own"),
        pytest.param(with_table(GROUPS, 3, 0), {}, id="of-a-font-of-symbols"),
        pytest.param(with_table(GROUPS, 1, 0), {}, id="of-bytes"),
        pytest.param(with_table(struct.pack(">H", 6)), {}, id="in-another-form"),
        pytest.param(font(SQUARE), {}, id="none"),
    ],
)
def test_a_table_of_characters_is_read(data: bytes, known: dict[int, int]) -> None:
    assert glyph_characters(data) == known


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(12, 4000), st.integers(0, 255)), min_size=1, max_size=12))
def test_a_broken_table_is_broken_and_no_more(edits: list[tuple[int, int]]) -> None:
    for whole in (with_table(GROUPS), DATA):
        data = bytearray(whole)
        for at, new in edits:
            data[at % len(data)] = new
        try:
            glyph_characters(bytes(data))
        except BROKEN:
            continue
