"""Tells the marks that are drawn over a table (arrows, fills) from the rules that make it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial, reduce
from itertools import pairwise

from planparse.page import Box, Rule, Shape
from planparse.table.cells import Drawn

HEAD = 16.0  # points: no arrow head is larger beside text of a usual size
HEAD_LEAST = 1.5  # points: smaller is a dot
TOUCH = 2.5  # points between an arrow's shaft and its head
PIECE = 0.5  # points between the pieces of a line, or between an outline and its sides
OFF_AXIS = 2.0  # points between the shaft's middle and the head's
BLOCK_ARROW = (2.0, 24.0)  # points of height of an arrow that is one outline, beside such text
TEXT = 8.0  # points: such text; beside larger text arrows may be as much larger
OFF_CORNER = 1.0  # points between an outline's corner and its box's, across and down together
BULLET = (2.0, 12.0)  # points across a drawn dot or star, beside text of a usual size
OBLONG = 1.6  # times as high as wide, or as wide as high, is no dot
FEW_CORNERS = 4  # an arrow's head has no more
LEAST_FILL = 3.0  # points: a thinner filled box is a rule


def arrows(rules: Iterable[Rule], shapes: Sequence[Shape], em: float = TEXT) -> tuple[list[Drawn], list[Rule]]:
    """Return the arrows, and the rules that are no shaft and no side of one; ``em`` is the usual size of the page's text."""
    larger = max(em / TEXT, 1.0)
    pointed = [shape for shape in shapes if is_head(shape, larger)]
    heads = [shape.box for shape in pointed]
    blocks = [shape.box for shape in shapes if is_block_arrow(shape, larger)]
    found = [Drawn("arrow", box) for box in blocks]
    near = _by_height(heads)
    level, rest = _shafts(rules, near) if heads else ([], list(rules))
    for rule in level:
        own = [head for head in near(rule.at) if _meets(rule, head)]
        if own:
            found.append(Drawn("arrow", reduce(Box.union, own, Box(rule.start, rule.at, rule.end, rule.at))))
        else:
            rest.append(rule)
    if blocks:
        rest = [rule for rule in rest if not any(_is_side(rule, block) for block in blocks)]
    return _joined([*found, *_headed_only((shape.box for shape in pointed if _is_triangle(shape)), found)]), rest


def _headed_only(heads: Iterable[Box], found: Sequence[Drawn]) -> Iterator[Drawn]:
    """Yield the arrows so short that their two heads hide the shaft: alike, level, one right beside the other."""
    free = sorted((head for head in heads if not any(_lies_on(head, drawn.box) for drawn in found)), key=_level_and_left)
    for left, right in pairwise(free):
        wide, high = left.x1 - left.x0, left.bottom - left.top
        alike = abs(right.x1 - right.x0 - wide) < PIECE and abs(right.bottom - right.top - high) < PIECE
        if alike and abs(left.top - right.top) < PIECE and PIECE < right.x0 - left.x0 < wide + TOUCH:
            yield Drawn("arrow", left.union(right))


def _level_and_left(head: Box) -> tuple[float, float]:
    return round(_middle(head)), head.x0


def _by_height(heads: Sequence[Box]) -> Callable[[float], Sequence[Box]]:
    """Return a function that tells which heads lie about a height of the page: there may be hundreds of them, and of rules, few
    of these at a height of their own.
    """
    ordered = sorted(heads, key=_middle)
    middles = list(map(_middle, ordered))
    return cache(lambda y: ordered[bisect_left(middles, y - OFF_AXIS) : bisect_right(middles, y + OFF_AXIS)])


def _middle(box: Box) -> float:
    return (box.top + box.bottom) / 2


def _shafts(rules: Iterable[Rule], near: Callable[[float], Sequence[Box]]) -> tuple[list[Rule], list[Rule]]:
    """Return the rules that are level with a head, and the others.

    The pieces of each line of the former are put together, except where a head parts them.
    """
    others: list[Rule] = []
    level: list[Rule] = []
    for rule in rules:
        (level if rule.horizontal and near(rule.at) else others).append(rule)
    done: list[Rule] = []
    for rule in sorted(level, key=lambda rule: (round(rule.at, 1), rule.start)):
        start = Rule(True, rule.at, rule.start, rule.start)
        if done and _goes_on(done[-1], rule) and not any(_meets(start, head) for head in near(rule.at)):
            done[-1] = Rule(True, rule.at, done[-1].start, max(done[-1].end, rule.end))
        else:
            done.append(rule)
    return done, others


def _goes_on(left: Rule, right: Rule) -> bool:
    return abs(left.at - right.at) < PIECE and abs(right.start - left.end) < PIECE


def _is_side(rule: Rule, block: Box) -> bool:
    """Whether a rule is a stretch of a block arrow's outline."""
    x0, x1, top, bottom = block.x0 - PIECE, block.x1 + PIECE, block.top - PIECE, block.bottom + PIECE
    if rule.horizontal:
        return x0 <= rule.start and rule.end <= x1 and top <= rule.at <= bottom
    return top <= rule.start and rule.end <= bottom and x0 <= rule.at <= x1


def fills(shapes: Iterable[Shape]) -> list[Drawn]:
    """Return the filled boxes."""
    return [Drawn("fill", shape.box, shape.fill) for shape in shapes if shape.fill is not None and _is_filled_box(shape)]


def bullets(shapes: Iterable[Shape], found: Sequence[Drawn], em: float = TEXT) -> list[Drawn]:
    """Return the dots, stars and the like that are drawn by themselves, not at the end of one of the arrows ``found``."""
    larger = max(em / TEXT, 1.0)
    dots = [shape.box for shape in shapes if shape.fill is not None and _is_bullet(shape, larger)]
    ends = [drawn.box for drawn in found if drawn.kind == "arrow"] if dots else []
    return [Drawn("bullet", box) for box in dots if not any(map(partial(_lies_on, box), ends))]


def _is_bullet(shape: Shape, larger: float) -> bool:
    """Whether a shape is small and about as wide as high, with more corners than a head, or one in the middle of each side."""
    box = shape.box
    width, height = box.x1 - box.x0, box.bottom - box.top
    low, high = BULLET
    if not (low < min(width, height) and max(width, height) < high * larger and max(width, height) < OBLONG * min(width, height)):
        return False
    corners = len(set(shape.points))
    return not _is_box(shape) and (corners > FEW_CORNERS or (corners == FEW_CORNERS and _is_diamond(shape)))


def _is_diamond(shape: Shape) -> bool:
    box = shape.box
    middle_x, middle_y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    return all(abs(x - middle_x) < OFF_CORNER or abs(y - middle_y) < OFF_CORNER for x, y in shape.points)


def _is_triangle(shape: Shape) -> bool:
    return shape.fill is not None and len(set(shape.points)) <= FEW_CORNERS and not _is_diamond(shape)


def _lies_on(box: Box, other: Box) -> bool:
    """Whether two boxes overlap or touch."""
    return (
        box.x0 < other.x1 + TOUCH
        and box.x1 > other.x0 - TOUCH
        and box.top < other.bottom + TOUCH
        and box.bottom > other.top - TOUCH
    )


def is_head(shape: Shape, larger: float = 1.0) -> bool:
    """Whether a shape is as small and as pointed as an arrow's head, beside text that is so many times as large as usual."""
    width, height = shape.box.x1 - shape.box.x0, shape.box.bottom - shape.box.top
    return (
        HEAD_LEAST < width < HEAD * larger
        and HEAD_LEAST < height < HEAD * larger
        and len(set(shape.points)) >= 3
        and not _is_box(shape)
    )


def is_block_arrow(shape: Shape, larger: float = 1.0) -> bool:
    """Whether a shape is a whole arrow in one outline: longer than high, pointed, and filled or stroked."""
    width, height = shape.box.x1 - shape.box.x0, shape.box.bottom - shape.box.top
    low, high = BLOCK_ARROW
    return low < height < high * larger and width > height and len(set(shape.points)) >= 6 and _is_pointed(shape)


def _is_pointed(shape: Shape) -> bool:
    """Whether an end of the outline is a single point at half its height: where a box has two corners, an arrow has its tip."""
    box = shape.box
    middle = (box.top + box.bottom) / 2
    reach = (box.bottom - box.top) / 4
    for edge in (box.x0, box.x1):
        at_edge = [y for x, y in set(shape.points) if abs(x - edge) < reach / 2]
        if at_edge and all(abs(y - middle) < reach for y in at_edge):
            return True
    return False


def _meets(rule: Rule, head: Box) -> bool:
    if abs((head.top + head.bottom) / 2 - rule.at) > OFF_AXIS:
        return False
    return any(head.x0 - TOUCH <= end <= head.x1 + TOUCH for end in (rule.start, rule.end))


def _joined(found: Sequence[Drawn]) -> list[Drawn]:
    """Put arrows together that share a head or lie on each other: the pieces of one."""
    done: list[Drawn] = []
    for arrow in sorted(found, key=lambda drawn: (round(drawn.box.bottom + drawn.box.top), drawn.box.x0)):
        if done and _overlap(done[-1].box, arrow.box):
            done[-1] = Drawn("arrow", done[-1].box.union(arrow.box))
        else:
            done.append(arrow)
    return done


def _overlap(a: Box, b: Box) -> bool:
    level = abs((a.top + a.bottom) - (b.top + b.bottom)) / 2 < OFF_AXIS
    return level and b.x0 < a.x1 - TOUCH and a.x0 < b.x1 - TOUCH


def _is_filled_box(shape: Shape) -> bool:
    box = shape.box
    return _is_box(shape) and box.x1 - box.x0 > LEAST_FILL and box.bottom - box.top > LEAST_FILL


def _is_box(shape: Shape) -> bool:
    """Whether an outline goes through the corners of its box, and nowhere else."""
    (x0, top, x1, bottom), corners = shape.box, set()
    for x, y in shape.points:
        left, right, up, down = abs(x - x0), abs(x - x1), abs(y - top), abs(y - bottom)
        if min(left, right) + min(up, down) >= OFF_CORNER:
            return False
        corners.add((left < right, up < down))
    return len(corners) == 4
