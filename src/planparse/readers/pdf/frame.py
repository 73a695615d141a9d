"""From the PDF's coordinates (origin at the bottom, before ``/Rotate``) to the page's as it is read."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any, NamedTuple, Self

from pypdfium2 import raw

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


class Frame(NamedTuple):
    """The matrix ``(a, b, c, d, e, f)`` that takes a PDF point to the page as it is read, and that page's size."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float
    width: float
    height: float

    @classmethod
    def of(cls, page: Any) -> Self:  # noqa: ANN401 - an opaque pdfium handle
        """Return the frame of a loaded page, from its box and its ``/Rotate``."""
        box = raw.FS_RECTF()
        raw.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
        left, right, bottom, top = box.left, box.right, min(box.bottom, box.top), max(box.bottom, box.top)
        turn = raw.FPDFPage_GetRotation(page) % 4
        if turn == 1:
            return cls(0, 1, 1, 0, -bottom, -left, top - bottom, right - left)
        if turn == 2:
            return cls(-1, 0, 0, 1, right, -bottom, right - left, top - bottom)
        if turn == 3:
            return cls(0, -1, -1, 0, top, right, top - bottom, right - left)
        return cls(1, 0, 0, -1, -left, top, right - left, top - bottom)

    def scaled(self, by: float) -> Frame:
        """Return the frame of the page printed so many times as large."""
        return Frame(*(value * by for value in self))

    @property
    def upright(self) -> bool:
        """Whether the page is not turned, so that only y changes."""
        return self.a == 1 and self.d == -1

    @property
    def matrix(self) -> Matrix:
        """The frame's matrix alone."""
        return self.a, self.b, self.c, self.d, self.e, self.f

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return a PDF point as a point of the page as it is read."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def direction(self, x: float, y: float) -> tuple[float, float]:
        """Return a PDF direction as one of the page as it is read."""
        return self.a * x + self.c * y, self.b * x + self.d * y

    def after(self, inner: Matrix) -> Frame:
        """Return the frame for points inside a form with the matrix ``inner``."""
        return Frame(*product(inner, self.matrix), self.width, self.height)


def product(inner: Matrix, outer: Matrix) -> Matrix:
    """Return the matrix that applies ``inner`` first."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def box_through(matrix: Matrix, box: Sequence[float]) -> tuple[float, float, float, float]:
    """Return the box around a box (left, bottom, right, top) that a matrix takes elsewhere."""
    a, b, c, d, e, f = matrix
    left, low, right, high = box
    xs = [a * x + c * y + e for x in (left, right) for y in (low, high)]
    ys = [b * x + d * y + f for x in (left, right) for y in (low, high)]
    return min(xs), min(ys), max(xs), max(ys)
