"""Tables without upright lines: rows parted by rules or by shading, columns by empty strips."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.document import Box
from extractors.pdf_tables import Edge, Grid
from extractors.pdf_text import Run

_SAME = 3.0  # points
_STRIP = 5.0  # points: the least space between two columns
_HIGHEST_ROW = 260.0  # points
_HIGHEST_HEAD = 5.0  # lines: so much of a head may stand above the first rule
_LINE_GAP = 0.6  # of a line's height: lines further apart do not belong together
_LEAST_ROWS = 2  # with words in two columns or more
_LEAST_SHARE = 0.6  # of the rows have words in two columns or more


def missing_sides(edges: Sequence[Edge], grids: Sequence[Grid], runs: Sequence[Run]) -> list[Box]:
    """The upright lines that rows of words between level rules stand for, where none are drawn."""
    wide = [grid.box for grid in grids if grid.columns > 1]
    level = [
        edge
        for edge in edges
        if edge["orientation"] == "h" and not any(_is_within(edge, box) for box in wide)
    ]
    sides: list[Box] = []
    for stack in _stacks(level):
        for rules, rows in _together(stack, runs):
            found = _sides(rules, rows)
            sides += _with_heads(found, runs) if found else []
    return sides


def _is_within(edge: Edge, box: Box) -> bool:
    across = edge["x0"] >= box[0] - _SAME and edge["x1"] <= box[2] + _SAME
    return bool(across and box[1] - _SAME <= edge["top"] <= box[3] + _SAME)


def _stacks(level: Sequence[Edge]) -> list[list[Edge]]:
    """Rules of one width that stand below each other, no further apart than a row is high."""
    stacks: list[list[Edge]] = []
    for edge in sorted(level, key=lambda edge: edge["top"]):
        for stack in stacks:
            last = stack[-1]
            same = abs(last["x0"] - edge["x0"]) <= _SAME and abs(last["x1"] - edge["x1"]) <= _SAME
            if same and edge["top"] - last["top"] <= _HIGHEST_ROW:
                stack.append(edge)
                break
        else:
            stacks.append([edge])
    return [stack for stack in stacks if len(stack) > _LEAST_ROWS]


def _together(
    stack: Sequence[Edge], runs: Sequence[Run]
) -> list[tuple[list[Edge], list[list[Run]]]]:
    """The rules of each table in a stack and the rows between them; empty space parts tables."""
    parts: list[tuple[list[Edge], list[list[Run]]]] = [([stack[0]], [])]
    for above, below in pairwise(stack):
        row = [run for run in runs if _stands_in(run, above, below)]
        if row:
            parts[-1][0].append(below)
            parts[-1][1].append(row)
        else:
            parts.append(([below], []))
    return parts


def _sides(stack: Sequence[Edge], rows: Sequence[Sequence[Run]]) -> list[Box]:
    """The sides of the columns that all rows have in common; none where they have none."""
    strips = strips_between([run for row in rows for run in row])
    if not strips:  # running text may stand between the first rules
        return _sides(stack[1:], rows[1:]) if len(rows) > _LEAST_ROWS else []
    parted = sum(_fills(row, strips) for row in rows)
    if parted < _LEAST_ROWS or parted < _LEAST_SHARE * len(rows):
        return []
    top, bottom = stack[0]["top"], stack[-1]["top"]
    return [(x, top, x, bottom) for x in (stack[0]["x0"], *strips, stack[0]["x1"])]


def _with_heads(sides: list[Box], runs: Sequence[Run]) -> list[Box]:
    """The sides drawn up to the columns' heads, where these stand above the first rule."""
    left, right, top = sides[0][0], sides[-1][0], sides[0][1]
    strips = [side[0] for side in sides[1:-1]]
    above = [run for run in runs if run.x1 > left and run.x0 < right and run.bottom <= top + _SAME]
    heads: list[Run] = []
    reach = top
    for run in sorted(above, key=lambda run: -run.bottom):
        height = min(each.bottom - each.top for each in (run, *heads))
        gap = reach - run.bottom
        if gap > (_LINE_GAP if heads else 1) * height or top - run.top > _HIGHEST_HEAD * height:
            break
        if any(run.x0 < strip < run.x1 for strip in strips):
            break
        heads.append(run)
        reach = min(reach, run.top)
    columns = {sum(run.x0 > strip for strip in strips) for run in heads}
    if len(columns) <= len(strips):  # a head for every column, or they are none
        return sides
    ceiling = (left, reach - 1, right, reach - 1)
    return [*((x, reach - 1, x, bottom) for x, _, _, bottom in sides), ceiling]


def _stands_in(run: Run, above: Edge, below: Edge) -> bool:
    middle = (run.top + run.bottom) / 2
    across = run.x0 >= above["x0"] - _SAME and run.x1 <= above["x1"] + _SAME
    return bool(across and above["top"] < middle < below["top"])


def strips_between(runs: Sequence[Run]) -> list[float]:
    """The middles of the upright strips that no run stands in."""
    strips = []
    reach = float("inf")
    for run in sorted(runs, key=lambda run: run.x0):
        if run.x0 - reach >= _STRIP:
            strips.append((run.x0 + reach) / 2)
        reach = run.x1 if reach == float("inf") else max(reach, run.x1)
    return strips


def _fills(row: Sequence[Run], strips: Sequence[float]) -> bool:
    """Whether a row has words on both sides of some strip that are more than bullets."""
    columns = {sum(run.x0 > strip for strip in strips) for run in row if len(run.text.strip()) > 1}
    return len(columns) > 1
