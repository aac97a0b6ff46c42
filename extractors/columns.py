"""A table's rows under its column heads: cells of items, and cells that say more about them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from extractors.headings import Role
from extractors.labels import announced, is_blank, is_number, only_refers
from extractors.lines import Box, Grid
from extractors.pieces import ASIDE, ASIDE_BY_ROLE, CONTENT, REFERENCES
from extractors.plan import HEALTH_AND_CARE
from extractors.regions import Regions
from extractors.tables import Head, Heads, main_columns, place_of

_UNNUMBERED = (Role.STRENGTH, Role.CURRENT)
_BEYOND = (Role.STEP, Role.HEALTH_PROVISION, Role.CARE_PROVISION)
TakeWords = Callable[[Regions, Grid, Box], tuple[int, ...]]  # a cell's words; gives their groups


def under_heads(
    regions: Regions, grid: Grid, filled: list[Box], heads: Heads, take: TakeWords
) -> None:
    """Takes each cell of a row for what its column head says."""
    main = _main(heads, filled)
    if len({heads[c].role for c in main}) > 1:
        regions.new_block()
    for box in filled:
        head = heads.get(box.cell.column)
        area = announced(box.text)[1] if head is None or head.role is Role.AREA else None
        if area:
            regions.enter_area(area)
    numbers = _row_numbers(filled, heads, main)
    kept = replace(regions.state)
    groups: dict[int, tuple[int, ...]] = {}
    for box in filled:
        head = heads.get(box.cell.column)
        if head and box.cell.column in main:
            regions.state = replace(kept, number=numbers.get(box.cell.column, ""))
            before = len(regions.pieces)
            _announce(regions, head)
            found = take(regions, grid, box)
            if len(regions.pieces) > before:
                groups[box.cell.column] = found
    for box in filled:
        head = heads.get(box.cell.column)
        if head is None or box.cell.column in main or head.role in (Role.NUMBER, Role.AREA):
            continue
        _aside_cell(regions, grid, box, heads, groups)
    regions.state = kept


def _main(heads: Heads, filled: list[Box]) -> list[int]:
    """The columns of items in a row; what only names needs and outcomes stands beside one of them.

    Where all known heads do so, the words stand under a head that is not known: "What".
    """
    main = [c for c in main_columns(heads, filled) if not _refers(heads, filled, c)]
    unknown = {c: h for c, h in heads.items() if h.role is Role.OTHER}
    return main or (main_columns(unknown, filled) if unknown else [])


def _row_numbers(filled: list[Box], heads: Heads, main: list[int]) -> dict[int, str]:
    """The numbers in a row's cells, by the column of the words that each is printed for.

    A number stands before its words; needs are numbered, and the strengths beside them are not.
    """
    columns = [b.cell.column for b in filled if b.cell.column in main and not is_blank(b.text)]
    found: dict[int, str] = {}
    for box in filled:
        head = heads.get(box.cell.column)
        unheaded = head is None and is_number(box.text)
        if not unheaded and (head is None or head.role is not Role.NUMBER):
            continue
        after = [c for c in columns if c > box.cell.column] or columns
        counted = [c for c in after if heads[c].role not in _UNNUMBERED]
        for column in (counted or after)[:1]:
            found.setdefault(column, box.text.strip(" .:"))
    return found


def _refers(heads: Heads, filled: list[Box], column: int) -> bool:
    """The cell in that column only names other items."""
    return any(
        b.cell.column == column and _aside_role(heads[column], b) is not None for b in filled
    )


def _aside_role(head: Head, box: Box) -> Role | None:
    """What a cell says of the item beside it, if it is no item itself."""
    if head.role in ASIDE:
        return head.role
    return ASIDE_BY_ROLE.get(head.role) if only_refers(box.text) else None


def _announce(regions: Regions, head: Head) -> None:
    """Goes over to what a column's head says of the cell below it."""
    if head.role not in CONTENT:
        return
    regions.turn(head.role, firm=True)
    if head.mark and head.mark.letters[0] in HEALTH_AND_CARE:
        regions.state.letter = head.mark.letters[0]
    if announced(regions.state.heading)[1] is None:  # the area's name says more than "Outcome"
        regions.state.heading = head.text


def _aside_cell(
    regions: Regions, grid: Grid, box: Box, heads: Heads, groups: dict[int, tuple[int, ...]]
) -> None:
    """Takes a cell whose words say more about the item beside it."""
    column = box.cell.column
    head = heads[column]
    role = _aside_role(head, box) or Role.DETAIL
    thread = [c for c in groups if heads[c].role not in _BEYOND] or list(groups)
    before = [c for c in thread if c < column] if role is Role.DETAIL else thread
    owner = max(before, default=min(thread, default=-1))
    serves = groups.get(owner, ())
    if role in REFERENCES:  # it is said of all of the row
        serves = tuple(g for c in thread for g in groups[c])
    for line in box.lines:
        if line.number in regions.taken:
            continue
        regions.aside(line, line.whole, head.text, role, serves, place_of(grid, box))
