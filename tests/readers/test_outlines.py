"""Letters told by the outlines of an embedded font."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planparse.readers.pdf.outlines import glyphs_of, is_garbled, letters_of, letters_with_boxes
from planparse.readers.pdf.truetype import InkBox, glyph_boxes

UNITS = 1000
WHOLE = 509  # glyphs of a font of which none was left out
BOXES = {1: (20, 0, 590, 590), 2: (30, -10, 410, 900), 4: (-240, 670, 0, 900)}  # of 3 there is no outline


def font(boxes: dict[int, tuple[int, int, int, int]], *, wide: bool = True, glyphs: int | None = None, units: int = UNITS) -> bytes:
    """A TrueType font of outlines that are boxes only: the tables that say where they are, and nothing else."""
    count = glyphs if glyphs is not None else max(boxes) + 1
    glyf, starts = b"", [0]
    for number in range(count):
        if number in boxes:
            glyf += struct.pack(">5h", 1, *boxes[number]) + b"\0\0"
        starts.append(len(glyf))
    loca = b"".join(struct.pack(">I", at) if wide else struct.pack(">H", at // 2) for at in starts)
    head = bytearray(54)
    struct.pack_into(">H", head, 18, units)
    struct.pack_into(">h", head, 50, int(wide))
    tables = {b"glyf": glyf, b"head": bytes(head), b"loca": loca}
    out, at = struct.pack(">IHHHH", 0x00010000, len(tables), 0, 0, 0), 12 + 16 * len(tables)
    for tag, data in tables.items():
        out += struct.pack(">4sIII", tag, 0, at, len(data))
        at += len(data)
    return out + b"".join(tables.values())


@pytest.mark.parametrize("wide", [True, False], ids=["long", "short"])
def test_the_boxes_of_a_font_are_in_em(wide: bool) -> None:
    assert glyph_boxes(font(BOXES, wide=wide)) == {n: tuple(v / UNITS for v in box) for n, box in BOXES.items()}
    assert glyph_boxes(font(BOXES, wide=wide, units=2000))[1] == (0.01, 0.0, 0.295, 0.295)


@pytest.mark.parametrize(
    ("name", "number", "letter"),
    [
        ("ABCDEF+THSarabunNew", 214, "ก"),
        ("THSarabunPSK-Bold", 213 + 0x19, "น"),
        ("TH Sarabun New", 213 + 0x32, "า"),
        ("THSarabunIT", 209 + 0x40, "เ"),
        ("THSarabunNew", 209 + 0x48, "่"),
        ("THSarabunNew", 343, "ิ"),
        ("THSarabunNew", 352, "่"),
        ("THSarabunNew", 17, "0"),
        ("THSarabunNew", 34, "A"),
        ("THSarabunNew", 66, "a"),
        ("THSarabunNew", 15, "."),
        ("AngsanaNew", 132, "ก"),
        ("AngsanaUPC-Bold", 129 + 0x40, "เ"),
        ("CordiaNew", 131 + 0x2E, "ฮ"),
        ("BrowalliaUPC", 100, "ิ"),
        ("BrowalliaUPC", 105, "่"),
        ("CordiaNew", 110, "่"),
        ("CordiaNew", 111, "้"),
        ("EucrosiaUPC", 114, "์"),
        ("CordiaNew", 123, "ั"),
        ("THSarabunPSK", 305, "–"),
        ("THSarabunPSK", 310, "“"),
        ("THSarabunPSK", 311, "”"),
    ],
)
def test_a_glyphs_number_tells_its_letter_in_a_known_family(name: str, number: int, letter: str) -> None:
    box = (20, 0, 590, 590)
    assert letters_of(name, font({number: box}, glyphs=WHOLE)) == [((0.02, 0.0, 0.59, 0.59), letter)]


@pytest.mark.parametrize("name", ["", "Arial", "ABCDEF+Sarabun-Regular", "Laksaman", "Angsana"])
def test_other_fonts_tell_nothing(name: str) -> None:
    assert letters_of(name, font({214: (20, 0, 590, 590)}, glyphs=WHOLE)) == []


@pytest.mark.parametrize(("name", "glyphs"), [("THSarabunNew", 259), ("CordiaNew", 177)])
def test_a_font_whose_glyphs_were_numbered_anew_tells_nothing(name: str, glyphs: int) -> None:
    """Who embeds only the glyphs of a document has fewer of them than the family's Thai letters reach up to."""
    assert letters_of(name, font({17: (20, 0, 590, 590)}, glyphs=glyphs)) == []
    assert letters_of(name, font({17: (20, 0, 590, 590)}, glyphs=glyphs + 1)) != []


def test_a_number_of_no_letter_tells_nothing() -> None:
    assert letters_of("THSarabunNew", font({1000: (20, 0, 590, 590)})) == []  # of a thousand glyphs


@pytest.mark.parametrize("data", [b"", b"\0" * 12, font(BOXES)[:60], font(BOXES)[:-20], b"OTTO" + bytes(200)])
def test_a_broken_font_tells_nothing(data: bytes) -> None:
    assert letters_of("THSarabunNew", data) == []


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 255)), min_size=1, max_size=8))
def test_no_font_raises(edits: list[tuple[int, int]]) -> None:
    data = bytearray(font(dict.fromkeys((1, 2, 5, 9), (20, 0, 590, 590))))
    for at, new in edits:
        data[at % len(data)] = new
    assert isinstance(letters_of("THSarabunNew", bytes(data)), list)


KO: InkBox = (0.03, 0.0, 0.53, 0.59)
NO: InkBox = (0.02, -0.01, 0.59, 0.59)
DO: InkBox = (0.04, 0.0, 0.52, 0.59)
KNOWN = [(KO, "ก"), (NO, "น"), (DO, "ด"), (DO, "ต")]


def seen(box: InkBox, by: float = 0.0) -> InkBox:
    """A box as pdfium gives it: its top is a little higher."""
    return box[0] + by, box[1], box[2], box[3] * (1 + 1 / 64)


def test_a_character_is_the_letter_whose_outline_it_has() -> None:
    assert letters_with_boxes([(seen(KO), 1), (seen(NO, 0.002), 2)], KNOWN) == ["ก", "น"]


def test_ink_below_the_baseline_is_not_raised() -> None:
    below: InkBox = (-0.2, -0.3, -0.1, -0.05)
    assert letters_with_boxes([(below, 1)], [(below, "ุ")]) == ["ุ"]


@pytest.mark.parametrize("known", [[], [(NO, "น")]], ids=["none-known", "another"])
def test_a_character_with_no_letters_outline_is_unknown(known: list[tuple[InkBox, str]]) -> None:
    assert letters_with_boxes([(seen(KO), 1)], known) == [None]


@pytest.mark.parametrize(("code", "letter"), [(20, "ด"), (21, "ต")])
def test_of_two_letters_alike_the_code_tells_which(code: int, letter: str) -> None:
    """The codes follow the alphabet: ก is 1, so ด is 20 and ต is 21."""
    assert letters_with_boxes([(seen(KO), 1), (seen(DO), code)], KNOWN)[1] == letter


def test_without_any_other_letter_the_first_of_two_alike_is_taken() -> None:
    assert letters_with_boxes([(seen(DO), 20)], KNOWN)[0] in ("ด", "ต")


@pytest.mark.parametrize(
    ("unknown", "garbled"),
    [
        ([True] * 20, True),
        ([True] * 3 + [False] * 17, True),
        ([True] + [False] * 19, False),
        ([False] * 40, False),
        pytest.param([True] * 19, False, id="too-few"),
        pytest.param([], False, id="none"),
    ],
)
def test_a_font_is_garbled_by_its_share_of_control_codes(unknown: list[bool], garbled: bool) -> None:
    assert is_garbled(unknown) is garbled


GLYPHS: dict[int, InkBox] = {1: KO, 2: NO, 3: DO, 4: DO, 5: (KO[0], KO[1], KO[2] - 0.005, KO[3])}


@pytest.mark.parametrize(
    ("number", "box", "glyphs"),
    [
        pytest.param(1, seen(KO), [1], id="of-its-number"),
        pytest.param(9, KO, [1], id="of-a-font-of-single-bytes"),
        pytest.param(1, (KO[0] + 0.01, *seen(KO)[1:2], KO[2] + 0.1, seen(KO)[3]), [1], id="slanted"),
        pytest.param(9, seen(NO), [2], id="of-another-number"),
        pytest.param(1, seen(NO), [2], id="not-of-its-number"),
        pytest.param(9, seen(DO), [3, 4], id="of-two"),
        pytest.param(4, seen(DO), [4], id="of-two-one-of-its-number"),
        pytest.param(9, seen(KO, 0.001), [1], id="of-the-nearest"),
        pytest.param(9, (0.0, 0.0, 0.2, 0.2), [], id="of-none"),
    ],
)
def test_a_characters_glyph_is_told_by_its_number_and_its_box(number: int, box: InkBox, glyphs: list[int]) -> None:
    assert glyphs_of(number, box, GLYPHS) == glyphs


@pytest.mark.parametrize(("right", "glyph"), [(-0.227, 1), (-0.225, 2)])
def test_two_narrow_vowels_are_told_by_a_thousandth(right: float, glyph: int) -> None:
    """Noto Sans Thai's, and what pdfium tells of them."""
    narrow: dict[int, InkBox] = {1: (-0.57422, 0.63477, -0.22803, 0.78418), 2: (-0.57422, 0.63477, -0.22607, 0.78418)}
    assert glyphs_of(0xFFFD, (-0.573, 0.635, right, 0.796), narrow) == [glyph]


TWINS = [((0.0, 0.0, 0.4, 0.5), "ด"), ((0.0, 0.0, 0.4, 0.5), "ต"), ((0.0, 0.0, 0.6, 0.5), "ณ"), ((0.0, 0.0, 0.5, 0.5), "ท")]
TWIN, SHIFT = TWINS[0][0], 0x0DF4


def pdfium_box(box: InkBox) -> InkBox:
    """A box as pdfium tells it."""
    return (*box[:3], box[3] * (1 + 1 / 64))


def read(*drawn: tuple[InkBox, int], known: list[tuple[InkBox, str]] = TWINS) -> str:
    return "".join(letter or "?" for letter in letters_with_boxes([(pdfium_box(box), code) for box, code in drawn], known))


def test_of_two_letters_in_one_box_that_is_meant_whose_code_follows_its_neighbours() -> None:
    others = (TWINS[2][0], ord("ณ") - SHIFT)
    assert read((TWIN, ord("ด") - SHIFT), (TWIN, ord("ต") - SHIFT), others) == "ดตณ"


def test_a_code_that_is_left_of_a_font_of_numbers_is_believed() -> None:
    others = (TWINS[2][0], ord("ณ") - SHIFT)
    assert read((TWIN, ord("ต")), (TWIN, ord("ด")), others) == "ตดณ"


def test_a_code_that_is_left_does_not_tell_how_far_off_the_others_are() -> None:
    others = (TWINS[2][0], ord("ณ") - SHIFT), (TWINS[3][0], ord("ท"))
    assert read((TWIN, ord("ด") - SHIFT), (TWIN, ord("ต") - SHIFT), *others) == "ดตณท"


def test_a_variant_of_a_letter_does_not_tell_how_far_off_the_letter_is() -> None:
    variant = (0.1, 0.0, 0.5, 0.5)
    others = (TWINS[2][0], ord("ณ") - SHIFT), (variant, ord("ต") - SHIFT + 9)
    assert read((TWIN, ord("ด") - SHIFT), (TWIN, ord("ต") - SHIFT), *others, known=[*TWINS, (variant, "ต")]) == "ดตณต"
