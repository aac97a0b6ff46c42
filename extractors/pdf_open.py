"""Tables left open where a page ends: their upright lines go on, and no line closes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from extractors.document import Box
from extractors.pdf_tables import Edge, Grid

_SAME = 3.0  # points
_LEAST = 9.0  # points: no row of words is lower


def open_ends(edges: Sequence[Edge]) -> list[Box]:
    """The level lines that would close a table at its open head or foot.

    Browsers and report writers break a row over pages so: the sides are drawn on both pages, and
    the line between its parts on neither.
    """
    upright = [e for e in edges if e["orientation"] == "v"]
    level = [e for e in edges if e["orientation"] == "h"]
    if len(upright) < 2 or not level:  # noqa: PLR2004 -- a table has two sides
        return []
    found: list[Box] = []
    for end, sign in (("bottom", 1.0), ("top", -1.0)):
        ends: dict[float, list[Edge]] = defaultdict(list)
        for edge in upright:
            near = next((y for y in ends if abs(y - edge[end]) <= _SAME), edge[end])
            ends[near].append(edge)
        for y, sides in ends.items():
            x0, x1 = min(e["x0"] for e in sides), max(e["x0"] for e in sides)
            if x1 - x0 > _LEAST and _is_open(y, sign, (x0, x1), sides, level):
                found.append((x0, y, x1, y))
    return found


def _is_open(
    y: float, sign: float, across: tuple[float, float], sides: list[Edge], level: Sequence[Edge]
) -> bool:
    """No line ends the sides there, and one as wide as they are ends the row before."""
    crossing = [e for e in level if e["x1"] > across[0] + _SAME and e["x0"] < across[1] - _SAME]
    if any((e["top"] - y) * sign > -_LEAST for e in crossing if abs(e["top"] - y) < _LEAST):
        return False
    return any(
        abs(e["x0"] - across[0]) <= _SAME
        and abs(e["x1"] - across[1]) <= _SAME
        and all(s["top"] - _SAME <= e["top"] <= s["bottom"] + _SAME for s in sides)
        for e in crossing
    )


def mark_open(grids: Sequence[Grid], ends: Sequence[Box]) -> None:
    """Notes on the tables which of them are open at their head or foot."""
    for grid in grids:
        grid.open_head = any(_ends_at(grid, end, grid.box[1]) for end in ends)
        grid.open_foot = any(_ends_at(grid, end, grid.box[3]) for end in ends)


def _ends_at(grid: Grid, end: Box, y: float) -> bool:
    within = end[0] >= grid.box[0] - _SAME and end[2] <= grid.box[2] + _SAME
    return within and abs(end[1] - y) <= _SAME
