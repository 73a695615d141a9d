"""Code points that stand for another letter."""

from __future__ import annotations

import pytest

from glyphs.hand import AA, AM, CIRCLE, LETTER, SPACE, Metrics, glyph
from planparse.glyphs.codes import is_circle, meaning

# what HarfBuzz's Thai shaper (hb-ot-shaper-thai) lists: the letter, its Windows codes, its Mac codes
SHIFTED = (
    ("\u0e10", [0xF700], [0xF89E]),
    ("\u0e0d", [0xF70F], [0xF89A]),
    ("\u0e31", [0xF710], [0xF884]),
    ("\u0e34", [0xF701], [0xF885]),
    ("\u0e35", [0xF702], [0xF886]),
    ("\u0e36", [0xF703], [0xF887]),
    ("\u0e37", [0xF704], [0xF888]),
    ("\u0e47", [0xF712], [0xF889]),
    ("\u0e4d", [0xF711], [0xF899]),
    ("\u0e48", [0xF70A, 0xF705, 0xF713], [0xF88B, 0xF88C, 0xF88A]),
    ("\u0e49", [0xF70B, 0xF706, 0xF714], [0xF88E, 0xF88F, 0xF88D]),
    ("\u0e4a", [0xF70C, 0xF707, 0xF715], [0xF891, 0xF892, 0xF890]),
    ("\u0e4b", [0xF70D, 0xF708, 0xF716], [0xF894, 0xF895, 0xF893]),
    ("\u0e4c", [0xF70E, 0xF709, 0xF717], [0xF897, 0xF898, 0xF896]),
    ("\u0e38", [0xF718], [0xF89B]),
    ("\u0e39", [0xF719], [0xF89C]),
    ("\u0e3a", [0xF71A], [0xF89D]),
)


@pytest.mark.parametrize(("letter", "windows", "mac"), SHIFTED, ids=lambda value: value if isinstance(value, str) else "")
def test_a_shifted_letter_is_the_letter(letter: str, windows: list[int], mac: list[int]) -> None:
    assert {meaning(glyph(chr(code), 20)) for code in (*windows, *mac)} == {(letter, "private-use")}


def test_the_table_above_is_whole() -> None:
    windows = sorted(code for _, codes, _ in SHIFTED for code in codes)
    mac = sorted(code for _, _, codes in SHIFTED for code in codes)
    assert (windows, mac) == (list(range(0xF700, 0xF71B)), list(range(0xF884, 0xF89F)))


@pytest.mark.parametrize(
    ("code", "sign"),
    [
        ("\uf0fc", "✓"),
        ("\uf0fe", "☑"),
        ("\uf0a8", "☐"),
        ("\uf0b7", "•"),
        ("\uf0a7", "▪"),
        ("\uf0e0", "→"),
        ("\uf0f3", "↔"),
    ],
)
def test_a_symbol_fonts_sign_is_the_sign(code: str, sign: str) -> None:
    assert meaning(glyph(code, 20)) == (sign, "symbol-font")


@pytest.mark.parametrize("code", ["\u2010", "\u2011"])
def test_a_hyphen_of_another_code_is_that_of_the_keyboard(code: str) -> None:
    assert meaning(glyph(code, 20)) == ("-", "hyphen")


@pytest.mark.parametrize("dash", ["\u2012", "–", "—", "−"])
def test_dashes_and_minus_are_no_hyphens(dash: str) -> None:
    assert meaning(glyph(dash, 20)) == (dash, "")


@pytest.mark.parametrize("space", [" ", "\u00a0"])
def test_a_space_with_the_ink_of_a_circle_is_a_nikhahit(space: str) -> None:
    assert meaning(glyph(space, 20, metrics=CIRCLE)) == ("\u0e4d", "sara-am")


@pytest.mark.parametrize(
    "metrics",
    [
        pytest.param(SPACE, id="flat"),
        pytest.param(Metrics(0.23, 0.0, 0.23, 0.015, 0.0), id="nearly-flat"),
        pytest.param(Metrics(0.23, 0.0, 0.23, 0.71, 0.70), id="flat-and-raised"),
        pytest.param(Metrics(0.23, 0.0, 0.23, 0.60, 0.0), id="tall-on-the-baseline"),
        pytest.param(Metrics(0.23, 0.0, 0.23, -0.10, -0.15), id="underline"),
        pytest.param(Metrics(0.23, 0.0, 0.23, 0.30, 0.25), id="dash"),
    ],
)
@pytest.mark.parametrize("space", [" ", "\u00a0"])
def test_any_other_space_is_a_space(space: str, metrics: Metrics) -> None:
    assert meaning(glyph(space, 20, metrics=metrics)) == (space, "")


@pytest.mark.parametrize("em", [4.0, 16.0, 40.0])
def test_ink_is_measured_in_ems(em: float) -> None:
    circle = glyph(" ", 20, metrics=CIRCLE, em=em)
    assert is_circle(circle)
    assert not is_circle(glyph(" ", 20, em=em))
    assert meaning(glyph("ำ", 20, metrics=AA, em=em))[0] == "า"
    assert meaning(glyph("ำ", 20, metrics=AM, em=em))[0] == "ำ"


def test_a_sara_am_without_its_circle_is_a_sara_aa() -> None:
    assert meaning(glyph("ำ", 20, metrics=AA)) == ("า", "sara-am")


@pytest.mark.parametrize("metrics", [AM, Metrics(0.42, -0.16, 0.26, 0.62, 0.0)], ids=["sarabun", "th-sarabun"])
def test_a_sara_am_with_its_circle_stays(metrics: Metrics) -> None:
    assert meaning(glyph("ำ", 20, metrics=metrics)) == ("ำ", "")


def test_a_sara_aa_stays_wherever_its_ink_is() -> None:
    assert {meaning(glyph("า", 20, metrics=metrics)) for metrics in (AA, AM)} == {("า", "")}


@pytest.mark.parametrize(
    "text",
    [
        *"กฮะาเๆ๙0Aa.-•→✓",
        *"ัิ่์ุํ",
        pytest.param("\ue000", id="another-private-use"),
        pytest.param("\uf8ff", id="apple"),
        pytest.param("\uf71b", id="behind-windows-codes"),
        pytest.param("\uf883", id="before-mac-codes"),
        pytest.param("\uf89f", id="behind-mac-codes"),
        pytest.param("\U0001f600", id="astral"),
        pytest.param("\ufffd", id="unknown"),
        pytest.param("ที่", id="cluster"),
        pytest.param("ຄ", id="lao"),
    ],
)
def test_any_other_text_stays(text: str) -> None:
    assert meaning(glyph(text, 20, metrics=LETTER)) == (text, "")
