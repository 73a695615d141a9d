"""Letters of other scripts that stand where only Thai can."""

from __future__ import annotations

import re

# Lao was given the order of Thai in Unicode, so most letters lie 0x80 above the Thai letter of their sound and shape.
# These look like another Thai letter than the one of their place.
_LAO_SHAPES = {
    "\u0e8d": "\u0e22",  # ຍ stands at the place of ญ and looks like ย
    "\u0e9d": "\u0e1d",
    "\u0e9f": "\u0e1f",
    "\u0ebb": "\u0e31",  # ົ looks like ั
    "\u0ebc": "\u0e38",  # ຼ hangs below
    "\u0ebd": "\u0e22",  # ຽ
    "\u0edc": "\u0e2b\u0e19",  # ໜ is ຫ + ນ
    "\u0edd": "\u0e2b\u0e21",  # ໝ is ຫ + ມ
}
_THAI = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e\u0e50-\u0e59]\\Z")
_LAO = re.compile("[\u0e80-\u0eff]")
# W, w for พ and n, U, u … for น, บ: only in the abbreviation of the era, where nothing else can stand
_ERA = re.compile(r"(?<![A-Za-z])[Ww][ \u00a0]*\.?[ \u00a0]*(?=ศ[ \u00a0]*\.)")


def lookalikes(text: str) -> str:
    """Return the text with Lao letters as the Thai letters they look like, and ``W.ศ.`` as ``พ.ศ.``.

    Source: OCR'd pages of plans (``ລື.ຍ.`` for a Thai month); a Thai plan has no Lao in it.

    >>> lookalikes("ກອງຄລັງ")
    'กองคลัง'
    >>> lookalikes("W.ศ.2555")
    'พ.ศ.2555'
    """
    if _LAO.search(text):
        text = _LAO.sub(lambda match: _thai(match[0]), text)
    return _ERA.sub("พ.", text) if "ศ" in text else text


def _thai(lao: str) -> str:
    same_place = chr(ord(lao) - 0x80)
    return _LAO_SHAPES.get(lao) or (same_place if _THAI.match(same_place) else lao)
