"""Tables of codes (``ToUnicode``) that Ghostscript 10.00 spoils, put right before pdfium reads them.

Of a code of two bytes in a stretch of codes it keeps one: the high and the low byte laid over each other (U+0E07 becomes U+000F),
and counts on from there. Of several codes of one glyph each takes its high byte from the low one of the code before. pdfium then
takes letters for control codes and for spaces, and leaves out all but the first of some spaces. That version came with Debian 12.

What a spoilt code was is told by the glyphs around that have their codes: fonts number Thai letters as Unicode does, over long
stretches. A code that they do not tell is taken out of the table: the glyph has none then, and is told otherwise, or not at all.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from planparse.readers.pdf.outlines import is_of_family

MAKER = b"Ghostscript"
FIRST, LAST = 0x0E01, 0x0E5B
UNASSIGNED = range(0x0E3B, 0x0E3F)
VARIED = {0x0E0D, 0x0E10, 0x0E31, *range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4F)}  # letters that fonts have several glyphs for
HIGH = 0x0E  # byte of each Thai letter's code
HIDDEN = range(0, HIGH + 1, 2)  # what the bits of the low byte may add up to that the high one hides
HIGHEST = 0x11F  # what becomes of a letter's shifted form, of U+F700 and more
QUOTE, QUOTES, PRIVATE = 0x38, 0x3C, 0xFF  # what becomes of U+2018, U+201C and U+F708
FEW = 12  # codes that follow: capitals and small letters are more
TELLING = 3, 0.25  # letters, and the part of them, that are as far from their numbers: a font numbers them as Unicode does
TIMES = 4
REACH = 64  # glyphs from one that has its code to one that it tells of
LONGEST = 1 << 20  # bytes of a table
STRETCH = re.compile(rb"<([0-9A-Fa-f]{2,4})>\s*<[0-9A-Fa-f]{2,4}>\s*<((?:[0-9A-Fa-f]{4})+)>")
FONT = re.compile(rb"/BaseFont\s*/([^/\s<>\[\]()]+)\s*/ToUnicode (\d+) 0 R")
OBJECT = re.compile(rb"(?<![0-9])(\d+) 0 obj\s*<<[^>]{0,200}/FlateDecode[^>]{0,200}>>\s*stream\r?\n")
END = re.compile(rb"trailer\s*(<<.*?>>)\s*startxref\s*(\d+)\s*%%EOF\s*\Z", re.DOTALL)
ROOT, SIZE = re.compile(rb"/Root \d+ \d+ R"), re.compile(rb"/Size (\d+)")
PART = 100  # entries of one part of a table at most


class _Table(NamedTuple):
    """A table of codes: those of each glyph's number, and how many digits the numbers have."""

    codes: dict[int, list[int]]
    digits: int


def mended(data: bytes) -> bytes:
    """Return a PDF with its spoilt tables put right, or as it is: if it has none, or if it is not as Ghostscript writes it."""
    if MAKER not in data:
        return data
    end = END.search(data, max(len(data) - 4096, 0))
    if end is None or b"/Encrypt" in end[1] or not ROOT.search(end[1]) or not SIZE.search(end[1]):
        return data
    names = {int(font[2]): font[1].decode("latin-1") for font in FONT.finditer(data)}
    tables = {int(one[1]): _read(data, one.end()) for one in OBJECT.finditer(data) if int(one[1]) in names}
    spoilt = {number: table for number, table in tables.items() if table and _is_spoilt(table)}
    right = {number: _right(table, in_family=is_of_family(names[number])) for number, table in spoilt.items()}
    return _with(data, {number: _written(codes, spoilt[number].digits) for number, codes in right.items()}, end)


def _read(data: bytes, start: int) -> _Table | None:
    """Return the table that a compressed stream holds, if it does."""
    try:
        text = zlib.decompressobj().decompress(data[start : start + LONGEST], LONGEST)
    except zlib.error:
        return None
    entries = STRETCH.findall(text) if b"beginbfrange" in text and b"beginbfchar" not in text else []
    if not entries:
        return None
    codes = {int(number, 16): [int(told[at : at + 4], 16) for at in range(0, len(told), 4)] for number, told in entries}
    return _Table(codes, max(len(number) for number, _ in entries))


def _is_spoilt(table: _Table) -> bool:
    """Whether a table has letters for control codes, or several codes of which each has its high byte from the one before."""
    has_thai = any(FIRST <= codes[0] <= LAST for codes in table.codes.values())
    controls = sum(codes[0] < ord(" ") for codes in table.codes.values())
    return (has_thai and controls > 0) or any(_is_split(codes) or _is_halved(codes) for codes in table.codes.values())


def _is_halved(codes: Sequence[int]) -> bool:
    """Whether codes begin with the first half of a character above U+FFFF, without the second."""
    return 0xD800 <= codes[0] < 0xDC00 and not 0xDC00 <= codes[-1] < 0xE000


def _is_split(codes: Sequence[int]) -> bool:
    return len(codes) > 1 and all(
        FIRST <= before <= LAST and after >> 8 == before & 0xFF and FIRST <= _whole(after) <= LAST
        for before, after in zip(codes, [*map(_whole, codes[1:-1]), codes[-1]], strict=False)
    )


def _whole(code: int) -> int:
    return HIGH << 8 | code & 0xFF


def _right(table: _Table, *, in_family: bool) -> dict[int, list[int]]:
    """Return the codes that are right, or can be told; the others are left out.

    Where a font is ``in_family`` whose numbers tell its letters, what may be spoilt needs not be told here.
    """
    found = {
        number: [codes[0], *map(_whole, codes[1:])] if _is_split(codes) else list(codes)
        for number, codes in table.codes.items()
        if not _is_halved(codes)
    }
    single = {number: codes[0] for number, codes in found.items() if len(codes) == 1}
    if min(single.values(), default=ord(" ")) >= ord(" "):
        return found
    if in_family:
        return {number: codes for number, codes in found.items() if number not in single or single[number] > HIGHEST}
    known = {number: code for number, code in single.items() if FIRST <= code <= LAST}
    stretches = list(_stretches({number: code for number, code in single.items() if code <= HIGHEST}))
    for _ in range(TIMES):  # what is told tells of others
        known |= {number: letter for stretch in stretches for number, letter in _told(stretch, known).items()}
        stretches = [stretch for stretch in stretches if next(iter(stretch)) not in known]
    lost = {number for stretch in stretches if _is_doubtful(stretch) for number in stretch}
    found |= {number: [letter] for number, letter in known.items()}
    return {number: codes for number, codes in found.items() if number not in lost}


def _stretches(single: Mapping[int, int]) -> Iterator[dict[int, int]]:
    """Yield the stretches of glyphs whose codes go on as their numbers do; some of them may have none."""
    stretch: dict[int, int] = {}
    apart = None
    for number, code in sorted(single.items()):
        if number - code != apart:
            if stretch:
                yield stretch
            stretch, apart = {}, number - code
        stretch[number] = code
    if stretch:
        yield stretch


def _told(stretch: Mapping[int, int], known: Mapping[int, int]) -> dict[int, int]:
    """Return the letters of a stretch: of those that may become its codes, the ones that the nearest known letter leads to, or
    else, of a stretch that can be nothing but spoilt, the only ones that no other glyph has.
    """
    possible = [by for by in HIDDEN if all(_is_letter((HIGH << 8) + code - by) for code in stretch.values())]
    taken = set(known.values()) - VARIED
    free = [by for by in possible if not any((HIGH << 8) + code - by in taken for code in stretch.values())]
    doubtful = _is_doubtful(stretch)
    by = next((by for by in _led(stretch, known, sure=not doubtful) if by in free), None)
    if by is None and doubtful and len(free) == 1:
        by = free[0]
    return {} if by is None else {number: (HIGH << 8) + code - by for number, code in stretch.items()}


def _led(stretch: Mapping[int, int], known: Mapping[int, int], *, sure: bool) -> Iterator[int]:
    """Yield by how much a stretch is off, as the nearest known letter tells it, and the nearest on the other side.

    A font whose letters are not numbered as Unicode does tells nothing; to be ``sure`` the letter itself has to be. Letters of the
    two blocks of Thai, up to U+0E3A and from U+0E3F, do not tell of each other: fonts leave nothing between them.
    """
    first, code = next(iter(stretch.items()))
    aparts = Counter(letter - number for number, letter in known.items())
    least = max(TELLING[0], TELLING[1] * len(known))
    usual = {apart for apart, times in aparts.items() if times >= least}
    leading = {number for number, letter in known.items() if not sure or letter - number in usual} if usual else set()
    below = max((number for number in leading if first - REACH <= number < first), default=first)
    above = min((number for number in leading if first < number <= first + REACH), default=first)
    for number in sorted({below, above} - {first}, key=lambda number: abs(first - number)):
        letter = known[number] + first - number
        if (letter < UNASSIGNED.start) == (known[number] < UNASSIGNED.start):
            yield (HIGH << 8) + code - letter


def _is_letter(code: int) -> bool:
    return FIRST <= code <= LAST and code not in UNASSIGNED


def _is_doubtful(stretch: Mapping[int, int]) -> bool:
    """Whether a stretch can be nothing but spoilt: it has control codes, or begins as two bytes do that lie over each other."""
    (first, code), *more = stretch.items()
    begins = code & HIGH == HIGH or code in (QUOTE, QUOTES) or code >= PRIVATE
    return min(stretch.values()) < ord(" ") or code >= PRIVATE or (begins and first + 1 in stretch and len(more) < FEW)


def _written(codes: Mapping[int, Sequence[int]], digits: int) -> bytes:
    """Return a table as a PDF has it."""
    lines = [b"<%0*X> <%s>" % (digits, number, b"".join(b"%04X" % code for code in told)) for number, told in codes.items()]
    parts = [lines[at : at + PART] for at in range(0, len(lines), PART)]
    body = b"\n".join(b"%d beginbfchar\n%s\nendbfchar" % (len(part), b"\n".join(part)) for part in parts)
    return (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        b"1 begincodespacerange <%s> <%s> endcodespacerange\n%s\nendcmap end end" % (b"0" * digits, b"F" * digits, body)
    )


def _with(data: bytes, streams: Mapping[int, bytes], end: re.Match[bytes]) -> bytes:
    """Return a PDF with some streams in the place of those that have their numbers: written behind its end, as PDFs are changed."""
    root, size = ROOT.search(end[1]), SIZE.search(end[1])
    if not streams or root is None or size is None:
        return data
    out = [data, b"\n"]
    at = len(data) + 1
    entries: list[bytes] = []
    for number, stream in sorted(streams.items()):
        written = b"%d 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (number, len(stream), stream)
        entries.append(b"%d 1\n%010d 00000 n \n" % (number, at))
        out.append(written)
        at += len(written)
    out.append(b"xref\n%s" % b"".join(entries))
    out.append(b"trailer\n<< %s %s /Prev %s >>\nstartxref\n%d\n%%%%EOF\n" % (size[0], root[0], end[2], at))
    return b"".join(out)
