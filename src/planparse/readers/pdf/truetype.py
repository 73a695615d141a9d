"""What the glyphs of an embedded TrueType font look like and mean, by glyph number, which pdfium does not hand out.

All functions raise one of ``BROKEN`` for what is no whole TrueType font.
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

BROKEN = (struct.error, IndexError, KeyError, ValueError)
MOST = 64  # parts of a glyph: a broken font's may be made of itself
# of a point in a glyph: whether it is on the line, whether its flags are said again, and how its x and y are written
ON, AGAIN = 1, 8
SHORT_X, SHORT_Y, SAME_X, SAME_Y = 2, 4, 16, 32
# of the table of characters: Unicode's platform, Microsoft's and its two encodings of Unicode
UNICODE, MICROSOFT, UNICODES = 0, 3, (1, 10)
# what a plan is written in, the first of several codes of one glyph first: ASCII, Thai, Latin, dashes and quotes, arrows, marks
WRITTEN = tuple(
    code
    for first, last in ((0x20, 0x7E), (0x0E01, 0x0E5B), (0xA1, 0xFF), (0x2010, 0x2026), (0x2190, 0x2194), (0x25A0, 0x25CF))
    for code in range(first, last + 1)
) + tuple(range(0xF700, 0xF71B))
# of a part of a glyph: how its place and its scale are written
WORDS, SCALED, MORE, SCALED_TWICE, SKEWED = 1, 8, 32, 64, 128

InkBox = tuple[float, float, float, float]  # left, bottom, right, top in em, from the pen
Outline = list[NDArray[np.float64]]  # closed lines, a row a point: x and y in em from the pen


class _Part(NamedTuple):
    """A glyph as it stands in another: its number, how its points are scaled and then shifted, in the font's units."""

    number: int
    scale: NDArray[np.float64]
    shift: NDArray[np.float64]

    def with_part(self, part: _Part) -> _Part:
        """Return a part of the glyph as it stands where this one does."""
        return _Part(part.number, part.scale @ self.scale, part.shift @ self.scale + self.shift)


def glyph_boxes(data: bytes) -> dict[int, InkBox]:
    """Return the outline box of each glyph that has one."""
    units, glyf, starts = _places(data)
    boxes: dict[int, InkBox] = {}
    for number, (start, stop) in enumerate(pairwise(starts)):
        if stop - start >= 10:
            _, x0, y0, x1, y1 = struct.unpack_from(">5h", data, glyf + start)
            boxes[number] = x0 / units, y0 / units, x1 / units, y1 / units
    return boxes


def glyph_characters(data: bytes) -> dict[int, int]:
    """Return the code in Unicode of each glyph that a font has one of ``WRITTEN`` for: none where it has no such table."""
    found: dict[int, int] = {}
    for number_of in _numberings(data, _tables(data)):
        for code in WRITTEN:
            if number := number_of(code):
                found.setdefault(number, code)
    return found


def _numberings(data: bytes, tables: dict[str, tuple[int, int]]) -> Iterator[Callable[[int], int]]:
    """Yield what tells the glyph of a code of Unicode, 0 for none: one for each table that a font has for that."""
    if "cmap" not in tables:
        return
    start = tables["cmap"][0]
    for index in range(struct.unpack_from(">H", data, start + 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHI", data, start + 4 + 8 * index)
        if platform != UNICODE and (platform != MICROSOFT or encoding not in UNICODES):
            continue
        form = struct.unpack_from(">H", data, start + offset)[0]
        if form == 4:
            yield _in_stretches(data, start + offset)
        elif form == 12:
            yield _in_groups(data, start + offset)


def _in_stretches(data: bytes, at: int) -> Callable[[int], int]:
    """Return what tells the glyph of a code by a table of stretches (format 4) at ``at``."""
    many = struct.unpack_from(">H", data, at + 6)[0] // 2
    lasts = struct.unpack_from(f">{many}H", data, at + 14)
    firsts, steps, places = (struct.unpack_from(f">{many}H", data, at + 16 + 2 * many * (1 + part)) for part in range(3))

    def number_of(code: int) -> int:
        index = bisect_left(lasts, code)
        if index == many or code < firsts[index]:
            return 0
        number = code
        if places[index]:
            number = struct.unpack_from(">H", data, at + 16 + 2 * (3 * many + index + code - firsts[index]) + places[index])[0]
        return (number + steps[index]) % 0x10000 if number else 0

    return number_of


def _in_groups(data: bytes, at: int) -> Callable[[int], int]:
    """Return what tells the glyph of a code by a table of groups (format 12) at ``at``."""
    many = struct.unpack_from(">I", data, at + 12)[0]
    groups = struct.unpack_from(f">{3 * many}I", data, at + 16)
    lasts = groups[1::3]

    def number_of(code: int) -> int:
        index = bisect_left(lasts, code)
        first = groups[3 * index] if index < many else code + 1
        return groups[3 * index + 2] + code - first if code >= first else 0

    return number_of


def glyph_count(data: bytes) -> int:
    """Return how many glyphs a font has, with those that are empty."""
    return len(_places(data)[2]) - 1


def glyph_outline(data: bytes, number: int) -> Outline:
    """Return the outline of a glyph, its curves as two chords each; without lines for one that draws nothing."""
    units, glyf, starts = _places(data)
    found: Outline = []
    parts = [_Part(number, np.eye(2), np.zeros(2))]
    for _ in range(MOST):
        if not parts:
            break
        part = parts.pop()
        at = glyf + starts[part.number]
        if starts[part.number + 1] + glyf - at < 10:
            continue
        many = struct.unpack_from(">h", data, at)[0]
        if many < 0:
            parts += [part.with_part(other) for other in _parts(data, at + 10)]
        else:
            found += [(line @ part.scale + part.shift) / units for line in _lines(data, at + 10, many)]
    return found


@lru_cache(maxsize=4)  # asked for each glyph of a font, which may have tens of thousands
def _places(data: bytes) -> tuple[int, int, Sequence[int]]:
    """Return the units of an em, the offset of the glyphs, and where behind it each starts (and the last stops)."""
    tables = _tables(data)
    head, loca = tables["head"][0], tables["loca"]
    units = struct.unpack_from(">H", data, head + 18)[0] or 1
    wide = struct.unpack_from(">h", data, head + 50)[0]
    step, form, factor = (4, ">I", 1) if wide else (2, ">H", 2)
    starts = [struct.unpack_from(form, data, loca[0] + at)[0] * factor for at in range(0, loca[1] - loca[1] % step, step)]
    return units, tables["glyf"][0], starts


def _tables(data: bytes) -> dict[str, tuple[int, int]]:
    """Return offset and length of each table."""
    count = struct.unpack_from(">H", data, 4)[0]
    found: dict[str, tuple[int, int]] = {}
    for index in range(count):
        tag, _, offset, length = struct.unpack_from(">4sIII", data, 12 + 16 * index)
        found[tag.decode("latin-1")] = offset, length
    return found


def _parts(data: bytes, at: int) -> list[_Part]:
    """Return the glyphs that a glyph is made of, from behind its box."""
    found: list[_Part] = []
    more = MORE
    while more:
        flags, number = struct.unpack_from(">2H", data, at)
        shift = struct.unpack_from(">2h" if flags & WORDS else ">2b", data, at + 4)
        at += 8 if flags & WORDS else 6
        many = 1 if flags & SCALED else 2 if flags & SCALED_TWICE else 4 if flags & SKEWED else 0
        scale = np.array(struct.unpack_from(f">{many}h", data, at)) / 0x4000
        at += 2 * many
        found.append(_Part(number, scale.reshape(2, 2) if many == 4 else np.eye(2) * (scale if many else 1.0), np.array(shift)))
        more = flags & MORE
    return found


def _lines(data: bytes, at: int, many: int) -> Outline:
    """Return the ``many`` closed lines of a glyph that is not made of others, from behind its box."""
    if not many:
        return []
    ends = struct.unpack_from(f">{many}H", data, at)
    at += 2 * many
    at += 2 + struct.unpack_from(">H", data, at)[0]  # its program
    count = ends[-1] + 1
    flags: list[int] = []
    while len(flags) < count:
        again = data[at + 1] if data[at] & AGAIN else 0
        flags += [data[at]] * (1 + again)
        at += 2 if data[at] & AGAIN else 1
    x, at = _axis(data, at, flags[:count], SHORT_X, SAME_X)
    y, at = _axis(data, at, flags[:count], SHORT_Y, SAME_Y)
    points, on = np.column_stack([x, y]).astype(np.float64), np.array(flags[:count]) & ON != 0
    starts = [0, *(end + 1 for end in ends[:-1])]
    lines = [slice(start, end + 1) for start, end in zip(starts, ends, strict=True)]
    return [_chords(points[line], on[line]) for line in lines if len(on[line]) > 2]


def _axis(data: bytes, at: int, flags: list[int], short: int, same: int) -> tuple[list[int], int]:
    """Return the points' places along an axis, and where what is written of them ends."""
    value, found = 0, []
    for flag in flags:
        if flag & short:
            value += data[at] if flag & same else -data[at]
            at += 1
        elif not flag & same:
            value += struct.unpack_from(">h", data, at)[0]
            at += 2
        found.append(value)
    return found, at


def _chords(points: NDArray[np.float64], on: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return a closed line with its curves' control points brought onto it; between two of these it has a point of its own."""
    after, before = np.roll(points, -1, axis=0), np.roll(points, 1, axis=0)
    is_on, on_after, on_before = on[:, None], np.roll(on, -1)[:, None], np.roll(on, 1)[:, None]
    start, stop = np.where(on_before, before, (before + points) / 2), np.where(on_after, after, (points + after) / 2)
    here = np.where(is_on, points, (start + 2 * points + stop) / 4)
    between = np.where(is_on | on_after, here, stop)
    return np.stack([here, between], axis=1).reshape(-1, 2)
