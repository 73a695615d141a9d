"""What a font makes of its codes: Thai digits drawn for ASCII ones, letters under codes without meaning."""

from __future__ import annotations

import ctypes
import re
from typing import TYPE_CHECKING

import numpy as np
from pypdfium2 import raw

from planparse.readers.pdf.outlines import is_garbled, letters_like, letters_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from planparse.page import Codes, Measures

HYPHEN = 2  # what pdfium gives for a hyphen at a line's end …
HYPHEN_IN_TEXT = 0xFFFE  # … and what stands for it in the text of a whole page
UNKNOWN = 0xFFFD
FLAT = 0.02  # em: a space's box is flat
THAI_ZERO = 0x0E50
# TH SarabunIT๙ and its kin draw Thai digits for the codes of ASCII ones; the ๙ comes in several encodings, or is dropped
THAI_DIGIT_FONT = re.compile(rb"TH ?[A-Za-z ]+IT(?![A-Za-z])")


def meant(codes: Codes, font: NDArray[np.int64], measures: Measures) -> Codes:
    """Return the code that each character means; ``font`` has their fonts' handles, ``measures`` the columns of ``Glyphs``."""
    found = codes.copy()
    found[(codes == HYPHEN) | (codes == HYPHEN_IN_TEXT)] = ord("-")
    control = (codes < ord(" ")) & (codes != HYPHEN)
    found[control] = np.where(np.isin(codes[control], (9, 10, 13)), ord(" "), UNKNOWN)
    unknown = found == UNKNOWN
    for address in set(font.tolist()):
        own = font == address
        name = name_of(address)
        if THAI_DIGIT_FONT.search(name):
            digits = own & (codes >= ord("0")) & (codes <= ord("9"))
            found[digits] = codes[digits] - ord("0") + THAI_ZERO
        if address and is_garbled(unknown[own].tolist()):
            found[own] = _by_outline(codes[own], measures[own], name, data_of(address))
    return found


def _by_outline(codes: Codes, measures: Measures, name: bytes, data: bytes) -> Codes:
    """Return the codes of a garbled font's characters as those of the letters that their outlines are."""
    x0, top, x1, bottom, x, y, _, em = measures.T
    ink = np.column_stack([(x0 - x) / em, (y - bottom) / em, (x1 - x) / em, (y - top) / em])
    inked = bottom - top > FLAT * em
    known = letters_of(name.decode("latin-1"), data)
    letters = letters_like(
        [
            ((left, low, right, high), code)
            for (left, low, right, high), code in zip(ink[inked].tolist(), codes[inked].tolist(), strict=True)
        ],
        known,
    )
    found = codes.copy()
    found[codes < ord(" ")] = UNKNOWN
    found[inked] = [ord(letter) if letter else UNKNOWN for letter in letters]
    return found


def name_of(address: int) -> bytes:
    """Return a font's name: bytes, since some are in no known encoding."""
    font = ctypes.cast(address, raw.FPDF_FONT)
    size = raw.FPDFFont_GetBaseFontName(font, None, 0) if address else 0
    if not size:
        return b""
    name = ctypes.create_string_buffer(size)
    raw.FPDFFont_GetBaseFontName(font, name, size)
    return name.value


def data_of(address: int) -> bytes:
    """Return the embedded font, or nothing."""
    font = ctypes.cast(address, raw.FPDF_FONT)
    size = ctypes.c_size_t()
    raw.FPDFFont_GetFontData(font, None, 0, ctypes.byref(size))
    data = (ctypes.c_uint8 * size.value)()
    done = size.value and raw.FPDFFont_GetFontData(font, data, size.value, ctypes.byref(size))
    return bytes(data) if done else b""
