"""How near a mark is to the letter that it belongs to: what the tests of single glyphs and those of whole columns share."""

from __future__ import annotations

SAME_ROW = 0.3  # em between baselines of one row
ROW = 0.45  # em: marks of a row lie this near its baseline's pen
REACH = 1.5  # em: no mark is drawn further from its consonant
PEN = 0.08  # em: a consonant whose pen is not left of the mark's is the next letter
LEFT = 0.02  # em: no further left of its consonant's pen: there it is the mark of the letter before
SIDE = 0.12  # em: a mark's middle may stand this far beside its consonant's ink
STACKED = 0.3  # em: a tone's middle stands this near to that of the vowel below it
TOUCHING = 0.05  # points between two slices of one glyph
BEHIND = 0.03  # em by which the pen of a mark is behind its consonant's
EXACT = 0.0015  # em by which two pens differ that are the same
OVER = 0.6  # of a mark's ink over its consonant's: some fonts have the pen of a mark before its consonant's end
TWICE = 0.06  # em: the same print this near was drawn twice
AA_WIDTH = 0.56  # em of a SARA AA's advance, where nothing tells it
