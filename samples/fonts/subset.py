"""Cut the sample fonts out of Sarabun: ``python samples/fonts/subset.py FOLDER`` with fontTools and the original TTFs.

Run once; the two fonts that it writes are kept beside it. They hold ASCII, the Thai block and the marks that plans
use. Besides its Unicode place, a moved Thai mark also gets the private-use code point under which old Windows
fonts, and the printer drivers after them, know it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-not-found]  # not needed to make the samples
from fontTools.subset import Options, Subsetter  # type: ignore[import-not-found]  # as above
from fontTools.ttLib import TTFont  # type: ignore[import-not-found]  # as above

HERE = Path(__file__).parent
WEIGHTS = {"400Regular/Sarabun_400Regular.ttf": "Regular", "700Bold/Sarabun_700Bold.ttf": "Bold"}
TONES = ("uni0E48", "uni0E49", "uni0E4A", "uni0E4B", "uni0E4C")
VOWELS_LEFT = {0xF710: "uni0E31", 0xF711: "uni0E4D", 0xF712: "uni0E47"} | {0xF701 + i: f"uni0E3{4 + i}" for i in range(4)}
HIGHER = 300  # units of the em (1000) that a tone rises above an upper vowel
WANTED = (*range(0x20, 0x7F), *range(0x0E01, 0x0E5C), 0x2013, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2192)


def raised(font: TTFont, glyph: str) -> str:
    """Add a copy of a glyph that stands higher, and return its name."""
    pen = TTGlyphPen(font.getGlyphSet())
    pen.addComponent(glyph, (1, 0, 0, 1, 0, HIGHER))
    name = f"{glyph}.high"
    font["glyf"][name] = pen.glyph()
    font["hmtx"][name] = font["hmtx"][glyph]
    return name


def aliases(font: TTFont) -> dict[int, str]:
    """Return the private-use code points and the glyphs that they show."""
    low = {0xF70A + i: tone for i, tone in enumerate(TONES)}
    left = {0xF705 + i: f"{tone}.narrow" for i, tone in enumerate(TONES)}
    left_high = {0xF713 + i: raised(font, f"{tone}.narrow") for i, tone in enumerate(TONES)}
    return low | left | left_high | {code: f"{vowel}.narrow" for code, vowel in VOWELS_LEFT.items()}


def rename(font: TTFont, style: str) -> None:
    """Name the font as what it is: a part of Sarabun."""
    for record in list(font["name"].names):
        if record.nameID in {1, 4, 16}:
            record.string = "Sarabun Sample" if record.nameID != 4 else f"Sarabun Sample {style}"
        elif record.nameID == 6:
            record.string = f"SarabunSample-{style}"


def cut(source: Path, style: str) -> None:
    """Write the part of one weight that the samples need."""
    font = TTFont(source, recalcTimestamp=False)
    private = aliases(font)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(private)
    options = Options(hinting=False, layout_features=[], name_IDs=[0, 1, 2, 4, 5, 6, 13, 14])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[*WANTED, *private])
    subsetter.subset(font)
    rename(font, style)
    font.save(HERE / f"SarabunSample-{style}.ttf")


if __name__ == "__main__":
    for name, style in WEIGHTS.items():
        cut(Path(sys.argv[1]) / name, style)
