"""A table that goes on over the page: what held above holds on, and a cut row is one row."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.labels import announced, run_in
from extractors.lines import Grid
from extractors.pieces import State
from extractors.regions import Regions
from extractors.tables import Heads, carried, main_columns

_ENDS = (".", "!", "?", ";", ":")


@dataclass(frozen=True, slots=True)
class Held:
    """What held at a table's end, for a table that goes on from it."""

    state: State
    grid: Grid
    heads: Heads


def goes_on(grid: Grid) -> bool:
    """The table's first words are neither a label nor a bar: it continues the one before."""
    boxes = [b for row in grid.rows for b in row if b.lines]
    if not boxes:
        return False
    first = boxes[0].lines[0]
    role, area, number, _ = announced(run_in(first.text)[0] or first.text.rstrip(": "))
    if role or area or (number[:1].isalpha() and number[:1] != "F"):
        return False
    return bool(number) or not (first.styled and first.short)


def finish_row(regions: Regions, held: Held, grid: Grid, columns: dict[int, int]) -> None:
    """Joins the rest of a row that the page's end cut to what stands before the cut."""
    last = {
        p.line.box.cell.column: p
        for p in regions.pieces
        if p.line.box and p.line.grid in (held.grid, regions.cut)
    }
    main = main_columns(carried(held.heads, columns), grid.rows[0])
    is_cut = not any(b.lines for b in grid.rows[0] if b.cell.column == min(main))
    for box in grid.rows[0]:
        piece = last.get(columns.get(box.cell.column, -1))
        first = box.lines[0] if box.lines else None
        if piece is None or first is None or first.bulleted or piece.text.endswith(_ENDS):
            continue
        piece.text = f"{piece.text} {first.text}"
        regions.taken.add(first.number)
        is_cut = True
    if is_cut and held.grid.rows:
        regions.cut = grid
        regions.joined(
            grid.number, grid.rows[0][0].cell.row, held.grid.number, _last_row(held.grid)
        )


def _last_row(grid: Grid) -> int:
    return grid.rows[-1][0].cell.row if grid.rows[-1] else 0
