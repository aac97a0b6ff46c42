"""From a PDF's own coordinates to those of the page as a reader holds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_Place = TypeVar("_Place", float, Floats)


@dataclass(frozen=True, slots=True)
class Frame:
    """A page's box in the file's coordinates, and by how many quarter turns clockwise it is read.

    Points come out counted from the top left corner, downwards.
    """

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0

    @property
    def width(self) -> float:
        """The page's width as it is read."""
        return self.right - self.left if self.turns % 2 == 0 else self.top - self.bottom

    @property
    def height(self) -> float:
        """The page's height as it is read."""
        return self.top - self.bottom if self.turns % 2 == 0 else self.right - self.left

    def point(self, x: _Place, y: _Place) -> tuple[_Place, _Place]:
        """Where a point of the file, or many, stand on the page."""
        if self.turns == 0:
            return x - self.left, self.top - y
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:  # noqa: PLR2004 -- half a turn
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def direction(self, x: float, y: float) -> tuple[float, float]:
        """Which way a direction of the file points on the page, downwards positive."""
        return ((x, -y), (y, x), (-x, y), (-y, -x))[self.turns]

    def boxes(self, found: Floats) -> Floats:
        """Boxes of the file (left, top, right, bottom) as left, top, right, bottom on the page."""
        x0, y1, x1, y0 = found[:, 0], found[:, 1], found[:, 2], found[:, 3]
        across, down = (
            ((x0 - self.left, x1 - self.left), (self.top - y1, self.top - y0)),
            ((y0 - self.bottom, y1 - self.bottom), (x0 - self.left, x1 - self.left)),
            ((self.right - x1, self.right - x0), (y0 - self.bottom, y1 - self.bottom)),
            ((self.top - y1, self.top - y0), (self.right - x1, self.right - x0)),
        )[self.turns]
        return np.column_stack(
            (np.minimum(*across), np.minimum(*down), np.maximum(*across), np.maximum(*down))
        )

    def turned(self, more: int) -> Frame:
        """The same page, turned further by quarters."""
        return Frame(self.left, self.bottom, self.right, self.top, (self.turns + more) % 4)


def turned_back(
    box: tuple[float, float, float, float], turns: int, width: float, height: float
) -> tuple[float, float, float, float]:
    """A box on a page that was turned to be read, as it stands on the page before that turn.

    `width` and `height` are those of the page as it was turned.
    """
    x0, top, x1, bottom = box
    if turns == 1:
        return top, width - x1, bottom, width - x0
    if turns == 2:  # noqa: PLR2004 -- half a turn
        return width - x1, height - bottom, width - x0, height - top
    if turns == 3:  # noqa: PLR2004 -- three quarters of a turn
        return height - bottom, x0, height - top, x1
    return box
