"""Text that is clipped away: a PDF holds it and nobody sees it, such as what does not fit into a workbook's cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from planparse.readers.pdf.calls import (
    POINT,
    clip_paths,
    clip_segment,
    clip_segments,
    counted,
    measured,
    object_clip,
    segment_point,
    told,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from planparse.page import Measures
    from planparse.readers.pdf.calls import Handles

EVERYTHING = (-np.inf, -np.inf, np.inf, np.inf)
SHOWN = 0.25  # of an object's ink: what shows less is clipped away
OVER = 2.0  # points that two objects have in common in both directions, if one lies over the other
FAR = 72.0  # points from where a clip shows something: no cell's text goes on as far
BOX_SEGMENTS = 5  # of a rectangle's path at most
LEAST = 0.01  # square points: what is no larger has no ink


def clip_boxes(objects: Handles) -> Measures:
    """Return the box (left, bottom, right, top, in PDF coordinates) that each object is clipped to: that of all its paths."""
    found = np.tile(np.array(EVERYTHING), (len(objects), 1))
    owner, clips, paths = _paths(objects)
    if not len(owner):
        return found
    low, high = _path_boxes(clips, paths)
    np.maximum.at(found[:, :2], owner, low)
    np.minimum.at(found[:, 2:], owner, high)
    return found


def is_clipped_to_boxes(objects: Handles) -> NDArray[np.bool_]:
    """Return which objects are clipped by rectangles only, or not at all."""
    owner, clips, paths = _paths(objects)
    found = np.ones(len(objects), np.bool_)
    found[owner[told(clip_segments, clips, paths) > BOX_SEGMENTS]] = False
    return found


def _paths(objects: Handles) -> tuple[NDArray[np.intp], Handles, Handles]:
    """Return the paths that some objects are clipped by: the place of each one's object, its clip, its number there from 0."""
    clips = told(object_clip, objects)
    counts = np.maximum(told(clip_paths, clips), 0)
    owner = np.repeat(np.arange(len(objects)), counts)
    return owner, clips[owner], counted(counts)


def _path_boxes(clips: Handles, paths: Handles) -> tuple[Measures, Measures]:
    """Return the lowest and the highest point of each path of a clip; one without points clips everything away."""
    sizes = np.maximum(told(clip_segments, clips, paths), 0)
    place = np.repeat(np.arange(len(paths)), sizes)
    segments = clip_segment(clips[place], paths[place], counted(sizes))
    points = measured(segment_point, POINT, segments).astype(np.float64)
    low, high = np.full((len(paths), 2), np.inf), np.full((len(paths), 2), -np.inf)
    np.minimum.at(low, place, points)
    np.maximum.at(high, place, points)
    return low, high


def in_the_way(boxes: Measures, clips: Measures) -> NDArray[np.bool_]:
    """Return which objects are clipped away and lie over others that are not (read together, neither could be read) or far away.

    What is clipped away near by (the last line of a cell that is too low for it) stays: it is the cell's text.
    """
    left, bottom = np.maximum(boxes, clips).T[:2]
    right, top = np.minimum(boxes, clips).T[2:]
    size = np.maximum((boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1]), LEAST)
    hidden = np.maximum(right - left, 0) * np.maximum(top - bottom, 0) < SHOWN * size
    hidden &= size > LEAST
    away = np.maximum(clips[:, :2] - boxes[:, 2:], boxes[:, :2] - clips[:, 2:]).max(axis=1)
    found: NDArray[np.bool_] = hidden.copy()
    for place in np.flatnonzero(hidden).tolist():
        others = boxes[~hidden]
        low, high = np.maximum(others[:, :2], boxes[place, :2]), np.minimum(others[:, 2:], boxes[place, 2:])
        found[place] = away[place] > FAR or ((high - low) > OVER).all(axis=1).any()
    return found
