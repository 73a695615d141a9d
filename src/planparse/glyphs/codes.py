"""What single glyphs mean: code points that stand for another letter, told by their value or by their ink."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from planparse.page import Glyph

NIKHAHIT = "\u0e4d"
AA = "\u0e32"
AM = "\u0e33"
UNLIKE = "\ufdd0"  # in the place of a mark that is like none of its font's: one of the codes that Unicode leaves to programs

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
SOFT_HYPHEN = "\u00ad"  # seen where it is drawn only
# no width and no ink: joiners, marks of direction, the soft hyphen inside a line, byte order marks
INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff")
INKED = 0.02  # em: a true space's box is flat
RAISED = 0.3  # em: above this over the baseline stand only marks
AM_TOP = 0.6  # em: and reaches higher than SARA AA does
AM_LEFT = -0.04  # em: a real SARA AM starts left of its pen (its circle), SARA AA does not …
AM_RISE = 1.08  # … and is no higher than the consonant before it, which a circle is
BACK = 4  # glyphs: a consonant stands this near before its SARA AM, with tone and circle between

SPECK = 0.14  # em: a consonant's code on ink this small is a full stop
SIGN = 0.12  # em of advance: a sign that means itself has more, a tone no more than its ink reaches behind its pen
UNMAPPED_LOW = 0.4  # em over the baseline: lower ink is no tone
UNMAPPED_SIZE = (0.45, 0.36)  # em: no tone is wider or higher
LEFT = -0.05  # em: a mark's ink starts left of its pen …
RIGHT = 0.08  # … and ends at it
ALIKE = 0.09  # em of width and height together by which two prints of one tone differ
SAME_PRINT = 0.02  # em by which they differ where it is the same glyph
SAME_TIER = 0.1  # em between the lower edges of tones that stand equally high
KNOWN_THERE = 0.04  # em that it costs a tone to have a glyph of its own at that height: a font has one for each
UNDER = 0.3  # em between the middles of a mark and the one that it stands on
THIN_TONE = 0.12  # em: MAI EK is a stroke
BY_AA = 0.9  # em between the pen of a circle and that of its SARA AA
ROUND = (0.8, 1.15)  # of its width: how high a circle is
SLIM_BELOW = 0.16  # em: SARA U is slimmer than SARA UU …
UPRIGHT_BELOW = 0.965  # … or its height: fonts draw it up to that wide, SARA UU from 0.97 on
TONES = frozenset("\u0e48\u0e49\u0e4a\u0e4b\u0e4c")
BELOW_MARKS = frozenset("\u0e38\u0e39\u0e3a")
CONSONANTS = frozenset(map(chr, range(0x0E01, 0x0E2F)))
# these mean what they say, if they are not raised: ASCII, Thai letters that are no consonants and no marks, dashes and quotes
SOUND = frozenset(map(chr, range(0x21, 0x7F))) | frozenset("ฯะาเแโใไๅๆ–—‘’“”…") | frozenset(map(chr, range(0x0E50, 0x0E5A)))
ABOVE_MARKS = frozenset("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e47") | TONES

Repaired = tuple[str, str]  # the text, and the rule that changed it ("" for none)
HYPHENS = "\u2010\u2011"  # fonts draw them as the hyphen of the keyboard: XeTeX and Word store them in its place
CODES: dict[str, Repaired] = (
    {code: (letter, "private-use") for code, letter in PRIVATE_USE.items()}
    | {code: (sign, "symbol-font") for code, sign in SYMBOLS.items()}
    | dict.fromkeys(HYPHENS, ("-", "hyphen"))
    | {UNLIKE: ("\ufffd", "")}
)


def is_sound(glyph: Glyph) -> bool:
    """Whether a glyph is a letter by itself that no rule changes: most of any page."""
    text, em = glyph.text, glyph.em
    if text in CONSONANTS:
        return glyph.bottom - glyph.top > SPECK * em
    return text in SOUND and glyph.y - glyph.bottom < UNMAPPED_LOW * em


def meaning(glyph: Glyph, before: Sequence[Glyph] = ()) -> Repaired:
    """Return what a glyph means and the rule that tells so; ``before`` are the glyphs before it.

    Sources: HarfBuzz's Thai shaper for the private-use letters; ink of Word 2013's and Excel 2013's glyphs for the
    parts of SARA AM (a circle stored as a space, SARA AA and SARA AM swapped within one font).
    """
    text = glyph.text
    if text in INVISIBLE:
        return _of_invisible(glyph), ""
    if text in CODES:
        return CODES[text]
    if text in SPACES and is_circle(glyph):
        return NIKHAHIT, "sara-am"
    if text == AM and glyph.x0 - glyph.x > AM_LEFT * glyph.em and not _is_higher(glyph, before):
        return AA, "sara-am"
    if text in CONSONANTS and is_speck(glyph):
        return ".", "full-stop"
    return text, ""


def _is_higher(glyph: Glyph, before: Sequence[Glyph]) -> bool:
    """Whether a SARA AM is higher than its consonant: monospaced and slanted fonts draw its circle right of the pen."""
    letter = next((one for one in reversed(before[-BACK:]) if one.text in CONSONANTS and one.y == glyph.y), None)
    return letter is not None and glyph.y - glyph.top > AM_RISE * (letter.y - letter.top)


def is_speck(glyph: Glyph) -> bool:
    """Whether a glyph is a dot on the baseline. Source: Word 2013, where a font's full stop came with the code of a consonant."""
    limit = SPECK * glyph.em
    return glyph.x1 - glyph.x0 < limit and glyph.bottom - glyph.top < limit and abs(glyph.y - glyph.bottom) < limit / 3


def is_unmapped_tone(glyph: Glyph) -> bool:
    """Whether a glyph with the code of no Thai letter is drawn as a tone: small, above the letters, left of its pen.

    Source: fonts whose upper tones have no Unicode value (``É``, ``Ê``, ``Í`` and Cyrillic letters in their place; wkhtmltopdf
    numbers them, so that they may be signs such as ``,`` and ``$``, which have an advance where they mean themselves). One that
    was looked at and is like none of its font's is unknown, but for MAI EK, which is a stroke in any font.
    """
    text, em = glyph.text, glyph.em
    if text == UNLIKE and _size(glyph)[0] >= THIN_TONE:
        return False
    if (
        len(text) != 1
        or (text.isascii() and not text.isalnum() and glyph.end - glyph.x > SIGN * em)
        or "\u0e00" <= text <= "\u0e7f"
        or "\u2000" <= text <= "\u206f"
        or text.isspace()
    ):
        return False
    width, height = UNMAPPED_SIZE
    small = glyph.x1 - glyph.x0 < width * em and 0 < glyph.bottom - glyph.top < height * em
    left = glyph.x0 - glyph.x < LEFT * em and glyph.x1 - glyph.x < RIGHT * em
    return small and left and glyph.y - glyph.bottom > UNMAPPED_LOW * em


def is_unmapped_circle(glyph: Glyph, before: Sequence[Glyph], after: Sequence[Glyph]) -> bool:
    """Whether a glyph with the code of no Thai letter is the circle of a SARA AM: small, raised, round, before a SARA AA.

    A round one that stands on another is the tone over the circle. Source: WeasyPrint, where the circle that a font parts from
    its SARA AM has no Unicode value.
    """
    if glyph.y - glyph.bottom < UNMAPPED_LOW * glyph.em or "\u0e00" <= glyph.text <= "\u0e7f":
        return False
    if any(_stands_on(glyph, other) for other in (*before[-1:], *after[:1])):
        return False
    width, height = _size(glyph)
    low, high = ROUND
    following = next((one for one in after if not is_unmapped_tone(one) and not _is_raised_mark(one)), None)
    if following is None or following.text[:1] not in (AA, AM):
        return False
    if abs(following.y - glyph.y) > RAISED * glyph.em or abs(following.x - glyph.x) > BY_AA * glyph.em:
        return False
    return 0 < height < UNMAPPED_SIZE[1] and low * width < height < high * width


def _stands_on(glyph: Glyph, under: Glyph) -> bool:
    """Whether a mark is drawn right over another."""
    near = abs(glyph.x0 + glyph.x1 - under.x0 - under.x1) / 2 < UNDER * glyph.em and abs(glyph.y - under.y) < RAISED * glyph.em
    return near and under.y - under.bottom > RAISED * glyph.em and glyph.bottom < under.top + INKED * glyph.em


def _is_raised_mark(glyph: Glyph) -> bool:
    """Whether a glyph has a mark's code and is drawn above the letters, whatever mark that is."""
    return (glyph.text in ABOVE_MARKS or glyph.text in BELOW_MARKS) and is_raised(glyph)


def is_vowel_on_mark(glyph: Glyph, before: Sequence[Glyph]) -> bool:
    """Whether a glyph with the code of a vowel above stands on another mark, as tones do only. On one with a tone's code it is
    the vowel: LibreOffice swaps the codes of the two.
    """
    if glyph.text not in ABOVE_MARKS or glyph.text in TONES or not before or before[-1].text in TONES:
        return False
    return _stands_on(glyph, before[-1])


def is_raised_quote(glyph: Glyph) -> bool:
    """Whether a glyph with the code of an accented letter is drawn as a quotation mark: small, above the letters, with an advance.

    Source: TCPDF, where ``ì`` and ``î`` stand for “ and ”.
    """
    if len(glyph.text) != 1 or not "\u00c0" <= glyph.text <= "\u00ff":
        return False
    raised = glyph.y - glyph.bottom > RAISED * glyph.em and 0 < glyph.bottom - glyph.top < RAISED * glyph.em
    return raised and glyph.end - glyph.x > SPECK * glyph.em


def tone_of(glyph: Glyph, glyphs: Iterable[Glyph]) -> str:
    """Return the tone that a glyph draws: the one of the page's known tones that is most like it, else by its shape.

    One that a known glyph draws otherwise at the same height is less likely: WeasyPrint's fonts have flatter tones over vowels.
    """
    alike: dict[str, float] = {}
    known_there: set[str] = set()
    for other in glyphs:
        tone = PRIVATE_USE.get(other.text, other.text)
        if tone in TONES and other.y - other.bottom > RAISED * other.em:
            difference = _difference(glyph, other)
            alike[tone] = min(difference, alike.get(tone, difference))
            if difference > SAME_PRINT and abs(_rise(other) - _rise(glyph)) < SAME_TIER:
                known_there.add(tone)
    costs = {
        tone: difference + (KNOWN_THERE if tone in known_there and difference > SAME_PRINT else 0.0)
        for tone, difference in alike.items()
    }
    best = min(costs, key=costs.__getitem__, default="")
    return best if best and costs[best] < ALIKE else _tone_by_shape(*_size(glyph))


def is_tone_of(glyph: Glyph, tone: str) -> bool:
    """Whether a raised glyph may draw a tone: MAI EK is thin, and the others are not. Of other marks it may be any."""
    return tone not in TONES or (_size(glyph)[0] < THIN_TONE) == (tone == "\u0e48")


def _tone_by_shape(width: float, height: float) -> str:
    if width < THIN_TONE:
        return "\u0e48"
    return "\u0e4c" if height > 1.1 * width else "\u0e49"


def _difference(glyph: Glyph, other: Glyph) -> float:
    """Return how much two glyphs differ in width and height together, in em."""
    (width, height), (w, h) = _size(glyph), _size(other)
    return abs(w - width) + abs(h - height)


def _rise(glyph: Glyph) -> float:
    """Return how high the lower edge of a glyph's ink is over the baseline, in em."""
    return (glyph.y - glyph.bottom) / glyph.em


def is_misplaced(glyph: Glyph) -> bool:
    """Whether a mark is drawn in another tier than its code belongs to: one for below the letter above it, or the reverse."""
    if glyph.text in BELOW_MARKS:
        return glyph.y - glyph.bottom > RAISED * glyph.em
    return glyph.text in ABOVE_MARKS and glyph.top - glyph.y > 0


def mark_of_tier(glyph: Glyph, glyphs: Iterable[Glyph]) -> str:
    """Return the mark that a misplaced glyph draws. Source: PDFs whose ToUnicode gives a shifted tone the code of SARA U."""
    if is_raised(glyph):
        return tone_of(glyph, glyphs)
    width, height = _size(glyph)
    return "\u0e38" if width < max(SLIM_BELOW, UPRIGHT_BELOW * height) else "\u0e39"


def _size(glyph: Glyph) -> tuple[float, float]:
    return (glyph.x1 - glyph.x0) / glyph.em, (glyph.bottom - glyph.top) / glyph.em


def _of_invisible(glyph: Glyph) -> str:
    """Return what a reader sees of a character that has no width: nothing, unless its font draws something for it."""
    if not _is_inked(glyph):
        return ""
    return "-" if glyph.text == SOFT_HYPHEN else glyph.text


def _is_inked(glyph: Glyph) -> bool:
    return glyph.bottom - glyph.top > INKED * glyph.em


def is_circle(space: Glyph) -> bool:
    """Whether a glyph stored as a space has the ink of a NIKHAHIT: a circle above the letters."""
    return _is_inked(space) and is_raised(space)


def is_raised(glyph: Glyph) -> bool:
    """Whether a glyph is drawn above the letters."""
    return glyph.y - glyph.bottom > RAISED * glyph.em
