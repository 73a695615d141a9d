"""Vowels and tones that are stored in another way than Thai is written."""

from __future__ import annotations

import re

from planparse.thai.words import longest_over

_TONES = "\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
# Microsoft's and Apple's shifted glyphs of Thai fonts (HarfBuzz's Thai shaper has the same table)
_PRIVATE = str.maketrans(
    dict(
        zip(
            map(chr, range(0xF700, 0xF71B)),
            "\u0e10\u0e34\u0e35\u0e36\u0e37" + _TONES + _TONES + "\u0e0d\u0e31\u0e4d\u0e47" + _TONES + "\u0e38\u0e39\u0e3a",
            strict=True,
        )
    )
)
_MARKS = re.compile("[\u0e31\u0e34-\u0e39\u0e47-\u0e4c]{2,}")
_SHIFTED = re.compile("[\uf700-\uf71a]")
_DOUBLED = re.compile("([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])\\1+")
_DETACHED = re.compile("(?<=[\u0e01-\u0e3a\u0e40-\u0e4e]) (?=[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])")
_SPLIT_AM = re.compile("([\u0e48-\u0e4b]?)\u0e4d(?:\\1|([\u0e48-\u0e4b]))?\u0e32")
_GAPING_AM = re.compile("([\u0e01-\u0e2e][\u0e48-\u0e4b]?) ([\u0e32\u0e33])")


def private_use(text: str) -> str:
    """Return the text with the private-use glyphs of Thai fonts as the letters they draw. Source: HarfBuzz's Thai shaper.

    >>> private_use("หน\\uf70aวย")
    'หน่วย'
    """
    return text.translate(_PRIVATE) if _SHIFTED.search(text) else text


def mark_order(text: str) -> str:
    """Return the text with each tone behind the vowel that it stands on. Source: doPDF, reportlab without shaping.

    >>> mark_order("ท่ี")
    'ที่'
    """
    return _MARKS.sub(lambda match: "".join(sorted(match[0], key=_TONES.__contains__)), text)


def detached_marks(text: str) -> str:
    """Return the text without the space between a letter and its mark: no mark stands alone. Source: OCR'd pages, slides.

    >>> detached_marks("กรณ ีที่ ท ั ้ง")
    'กรณีที่ ทั้ง'
    """
    return _DETACHED.sub("", text)


def doubled_marks(text: str) -> str:
    """Return the text with marks that were drawn twice once: no Thai word has the same mark twice on a letter.

    >>> doubled_marks("ที่่")
    'ที่'
    """
    return _DOUBLED.sub(r"\1", text)


def sara_am(text: str) -> str:
    """Return the text with SARA AM put together from NIKHAHIT and SARA AA. Source: doPDF, Print To PDF.

    >>> sara_am("นํ้า ดําเนินการ")
    'น้ำ ดำเนินการ'
    """
    if "\u0e4d" not in text:
        return text
    return _SPLIT_AM.sub("\\1\\2\u0e33", text)


def sara_ae(text: str) -> str:
    """Return the text with two SARA E as the one SARA AE that they draw: no Thai word has SARA E twice in a row.

    >>> sara_ae("เเผน")
    'แผน'
    """
    return text.replace("\u0e40\u0e40", "\u0e41")


def split_sara_am(text: str) -> str:
    """Return the text with a SARA AM closed that was torn into a space and SARA AA. Source: text layers of Word 2013.

    No Thai word starts with SARA AA. It is SARA AM unless SARA AA makes a longer word of what stands around: then the
    space alone was the error. A program that tears one tears all, so the others are taken for the same.

    >>> split_sara_am("จัดท าแผนการด าเนินงาน ค าน า")
    'จัดทำแผนการดำเนินงาน คำนำ'
    >>> split_sara_am("โครงก าร ช่ าง")
    'โครงการ ช่าง'
    """
    gaps = list(_GAPING_AM.finditer(text))
    if not gaps:
        return text
    as_am, as_aa = (_GAPING_AM.sub(rf"\1{letter}", text) for letter in "\u0e33\u0e32")
    closed = list(as_am)
    for earlier, gap in enumerate(gaps):
        at = gap.end(1) - earlier
        if gap[2] == "\u0e32" and _longest(as_aa, at) > _longest(as_am, at):
            closed[at] = "\u0e32"
    return "".join(closed)


def _longest(text: str, at: int) -> int:
    return longest_over(text[:at], text[at], text[at + 1 :])
