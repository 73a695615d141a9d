"""What single glyphs mean: code points that stand for another letter, told by their value or by their ink."""

from __future__ import annotations

from planparse.page import Glyph

NIKHAHIT = "\u0e4d"
AA = "\u0e32"
AM = "\u0e33"

_MARKS = "\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
# Microsoft's and Apple's shifted glyphs of Thai fonts, as HarfBuzz's Thai shaper lists them.
PRIVATE_USE = dict(
    zip(
        map(chr, range(0xF700, 0xF71B)),
        "\u0e10\u0e34\u0e35\u0e36\u0e37" + _MARKS + _MARKS + "\u0e0d\u0e31\u0e4d\u0e47" + _MARKS + "\u0e38\u0e39\u0e3a",
        strict=True,
    )
) | dict(
    zip(
        map(chr, range(0xF884, 0xF89F)),
        "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e47" + "".join(mark * 3 for mark in _MARKS) + "\u0e4d\u0e0d\u0e38\u0e39\u0e3a\u0e10",
        strict=False,
    )
)
# Wingdings and Symbol: the private-use code is U+F000 + the byte of the font's own encoding (Adobe's and Microsoft's tables).
SYMBOLS = {
    "\uf0fc": "\u2713",  # check mark
    "\uf050": "\u2713",  # Wingdings 2
    "\uf0fe": "\u2611",  # ballot box with check
    "\uf052": "\u2611",  # Wingdings 2
    "\uf0fb": "x",  # ballot x
    "\uf04f": "x",  # Wingdings 2
    "\uf0a8": "\u2610",  # ballot box
    "\uf0b7": "\u2022",  # Symbol's bullet
    "\uf06c": "\u25cf",  # black circle
    "\uf06e": "\u25a0",  # black square
    "\uf0a7": "\u25aa",  # small black square
    "\uf0d8": "\u27a2",  # arrow head used as a bullet
    "\uf0e0": "\u2192",  # arrow right
    "\uf0e8": "\u2192",  # heavy arrow right
    "\uf0f3": "\u2194",  # arrow both ways
    "\uf0ae": "\u2192",  # Symbol's arrow right
    "\uf0ab": "\u2194",  # Symbol's arrow both ways
    "\uf076": "\u2756",  # diamond bullet
}
SPACES = " \u00a0"
INKED = 0.02  # em: a true space's box is flat
RAISED = 0.3  # em: above this over the baseline stand only marks
AM_LEFT = -0.04  # em: a real SARA AM starts left of its pen (its circle), SARA AA does not

Repaired = tuple[str, str]  # the text, and the rule that changed it ("" for none)


def meaning(glyph: Glyph) -> Repaired:
    """Return what a glyph means and the rule that tells so.

    Sources: HarfBuzz's Thai shaper for the private-use letters; ink of Word 2013's and Excel 2013's glyphs for the
    parts of SARA AM (a circle stored as a space, SARA AA and SARA AM swapped within one font).
    """
    text = glyph.text
    if text in PRIVATE_USE:
        return PRIVATE_USE[text], "private-use"
    if text in SYMBOLS:
        return SYMBOLS[text], "symbol-font"
    if text in SPACES and is_circle(glyph):
        return NIKHAHIT, "sara-am"
    if text == AM and glyph.x0 - glyph.x > AM_LEFT * glyph.em:
        return AA, "sara-am"
    return text, ""


def is_circle(space: Glyph) -> bool:
    """Whether a glyph stored as a space has the ink of a NIKHAHIT: a circle above the letters."""
    inked = space.bottom - space.top > INKED * space.em
    return inked and space.y - space.bottom > RAISED * space.em
