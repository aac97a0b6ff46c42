"""Tables that run over pages become one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extractors.pdf_page import PageRead
from extractors.pdf_paragraphs import BREAKS_OFF
from extractors.pdf_tables import Grid, GridCell

_SAME_X = 3.0  # points
_NEAR_X = 12.0  # points: browsers set columns anew on each page, under the same heads
_MAX_HEADS = 3  # rows repeated at the top of each page
_SLACK = 6.0  # points
_LINE = 18.0  # points: no line of words is higher
_HIGH = 4  # lines: a cell so high is likely to be broken, and one less high to have ended
_FOOT = 0.85  # of a page's height: words may stand so far down at least
_OFTEN = 0.3  # of a column's cells are empty: an empty one says nothing
_ENDED = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_BEGINS_ITEM = re.compile(
    r"\W*[A-Z]{0,2}\d+[.):]?(\s|$)|\W*(outcome|need|provision)\s+\d", re.IGNORECASE
)


def join_over_pages(pages: Sequence[PageRead]) -> None:
    """Adds the part of a table at the top of a page to the part at the foot of the page before."""
    cards = _repeated_on_a_page(pages)
    open_grid: Grid | None = None
    foot = {page.height: _FOOT * page.height for page in pages}
    for page in pages:
        foot[page.height] = max([foot[page.height], *(item.box[3] for item in page.flow)])
    before: PageRead | None = None
    for page in pages:
        first = page.flow[0] if page.flow else None
        if open_grid is not None and before is not None and isinstance(first, Grid):
            room = foot[before.height] - open_grid.foot
            begun = _begun(open_grid, first, room, cards)
            if before.width == page.width and begun is not None:
                _join(begun, first, room, cards)
                open_grid.foot = first.foot
                page.flow.pop(0)
                if not page.flow:
                    before = page
                    continue
        last = page.flow[-1] if page.flow else None
        open_grid = last if isinstance(last, Grid) else None
        before = page


def _begun(grid: Grid, rest: Grid, room: float, cards: set[tuple[str, ...]]) -> Grid | None:
    """The table, or the one inside its last cell, that the rest at the top of a page goes on."""
    for last in grid.cells[-1].inner[-1:]:
        inside = _begun(last, rest, room, cards)
        if inside is not None:
            return inside
    return grid if _is_rest(grid, rest, room, cards) else None


def _repeated_on_a_page(pages: Sequence[PageRead]) -> set[tuple[str, ...]]:
    """First rows or labels that tables of one page share: those are cards, each its own."""
    found: set[tuple[str, ...]] = set()
    for page in pages:
        rows = [_row_text(item, 0) for item in page.flow if isinstance(item, Grid)]
        heads = Counter(start for row in rows for start in {row, row[:1]} if any(start))
        found.update(head for head, count in heads.items() if count > 1)
    return found


def _row_text(grid: Grid, row: int) -> tuple[str, ...]:
    return tuple(" ".join(cell.text.split()) for cell in grid.cells if cell.row == row)


def _is_rest(grid: Grid, rest: Grid, room: float, cards: set[tuple[str, ...]]) -> bool:
    """Whether a table at the top of a page goes on with the one at the foot of the page before."""
    if not _same_columns(grid, rest):
        return False
    heads = _repeated_heads(grid, rest)
    if _runs_on(grid, rest, heads) or _is_open(grid, rest, heads):
        return True
    if _goes_on_inside(grid, rest, heads, room, cards):
        return True
    row = _row_text(rest, 0)
    if grid.columns == 1 or (heads and row in cards) or (not heads and row[:1] in cards):
        return False
    first = [cell.box[3] - cell.box[1] for cell in rest.cells if cell.row == heads]
    return room < min(first, default=0.0) + _SLACK


def _same_columns(grid: Grid, rest: Grid) -> bool:
    sides = zip((grid.box[0], grid.box[2]), (rest.box[0], rest.box[2]), strict=True)
    if any(abs(a - b) > _SAME_X for a, b in sides):
        return False
    if grid.columns == rest.columns and _repeated_heads(grid, rest):
        pairs = zip(_lefts(grid), _lefts(rest), strict=False)
        return all(abs(a - b) <= _NEAR_X for a, b in pairs)
    few, many = sorted((_lefts(grid), _lefts(rest)), key=len)
    return all(any(abs(x - other) <= _SAME_X for other in many) for x in few)


def _lefts(grid: Grid) -> list[float]:
    return sorted({cell.box[0] for cell in grid.cells})


def _repeated_heads(grid: Grid, rest: Grid) -> int:
    """How many rows at the top of the rest are those at the top of the table again."""
    heads = 0
    while heads < min(_MAX_HEADS, rest.rows, grid.rows):
        text = _row_text(rest, heads)
        if not any(text) or text != _row_text(grid, heads):
            break
        heads += 1
    return heads


def _join(grid: Grid, rest: Grid, room: float, cards: set[tuple[str, ...]]) -> None:
    """Adds the rows of the rest, without the repeated heads."""
    heads = _repeated_heads(grid, rest)
    for cell in grid.cells:
        cell.head = cell.head or cell.row < heads
    if len(_lefts(rest)) != grid.columns or len(_lefts(grid)) != grid.columns:
        _renumber(grid, rest)
    going_on = _runs_on(grid, rest, heads) or _is_split_row(grid, rest, heads, room)
    going_on = going_on or _is_open(grid, rest, heads)
    going_on = going_on or _goes_on_inside(grid, rest, heads, room, cards)
    merged = set() if going_on else _merged_columns(grid)
    above = {cell.column: cell for cell in grid.cells if cell.row + cell.row_span >= grid.rows}
    offset = grid.rows - heads - (1 if going_on else 0)
    for cell in rest.cells:
        if cell.row < heads:
            continue
        over = above.get(cell.column)
        first = cell.row == heads
        if first and over is not None and going_on:
            more = list(cell.inner)
            if _is_cut_inside(over, cell, room, cards):
                _join(over.inner[-1], more.pop(0), room, cards)
            over.lines += cell.lines
            over.inner += more
            over.row_span += cell.row_span - 1
        elif first and over is not None and cell.column in merged and not cell.lines:
            over.row_span += cell.row_span
        else:
            cell.row += offset
            grid.cells.append(cell)
    grid.cells.sort(key=lambda cell: (cell.row, cell.column))
    grid.rows += rest.rows - heads - (1 if going_on else 0)
    grid.foot = rest.box[3]
    grid.open_foot = rest.open_foot


def _renumber(grid: Grid, rest: Grid) -> None:
    """Counts the columns of both parts on one grid."""
    lefts: list[float] = []
    for x in sorted([*_lefts(grid), *_lefts(rest)]):
        if not lefts or x - lefts[-1] > _SAME_X:
            lefts.append(x)
    for cell in [*grid.cells, *rest.cells]:
        cell.column = min(range(len(lefts)), key=lambda i: abs(lefts[i] - cell.box[0]))
        inside = [x for x in lefts if cell.box[0] - _SAME_X <= x < cell.box[2] - _SAME_X]
        cell.column_span = max(len(inside), 1)
    grid.columns = rest.columns = len(lefts)


def _pairs(grid: Grid, rest: Grid, heads: int) -> list[tuple[GridCell, GridCell]] | None:
    """The cells at the foot of a table, each with the one below it; None where they differ."""
    near = _NEAR_X if heads else _SAME_X
    foot = {cell.box[0]: cell for cell in grid.cells if cell.row + cell.row_span >= grid.rows}
    top = [cell for cell in rest.cells if cell.row == heads]
    pairs = []
    for cell in top:
        over = min(foot.values(), key=lambda above: abs(above.box[0] - cell.box[0]), default=None)
        if over is None or abs(over.box[0] - cell.box[0]) > near:
            return None
        if abs(over.box[2] - cell.box[2]) > near:
            return None
        pairs.append((over, cell))
    return pairs if len(top) == len(foot) else None


def _runs_on(grid: Grid, rest: Grid, heads: int) -> bool:
    """Whether some cell breaks off in the middle of a sentence that the one below it ends."""
    pairs = _pairs(grid, rest, heads)
    return any(_is_one_sentence(over.text, below.text) for over, below in pairs or ())


def _is_open(grid: Grid, rest: Grid, heads: int) -> bool:
    """Whether the last row is left open at its foot, and the first of the rest at its head."""
    return grid.open_foot and (rest.open_head or heads > 0)


def _goes_on_inside(
    grid: Grid, rest: Grid, heads: int, room: float, cards: set[tuple[str, ...]]
) -> bool:
    """Whether a table inside the last row is cut by the page's end and goes on in the next."""
    pairs = _pairs(grid, rest, heads)
    return any(_is_cut_inside(over, below, room, cards) for over, below in pairs or ())


def _is_cut_inside(
    over: GridCell, below: GridCell, room: float, cards: set[tuple[str, ...]]
) -> bool:
    """Whether a cell ends with a table that the one below it begins with.

    Rows that hold nothing but a table of their own may each begin so: there the words must run on.
    """
    if not over.inner or not below.inner:
        return False
    table, rest = over.inner[-1], below.inner[0]
    if any(line.base > table.foot for line in over.lines if line.page == table.page):
        return False
    if any(line.base < rest.box[1] + _SLACK for line in below.lines):
        return False
    heads = _repeated_heads(table, rest)
    if not over.lines and not (_runs_on(table, rest, heads) or _is_open(table, rest, heads)):
        return False
    return _is_rest(table, rest, room + _LINE, cards)


def _is_one_sentence(before: str, after: str) -> bool:
    if not before or not after or _ENDED.search(before):
        return False
    return after[0].islower() or bool(BREAKS_OFF.search(before))


def _is_split_row(grid: Grid, rest: Grid, heads: int, room: float) -> bool:
    """Whether the first row of the rest is the end of the last row, by what is empty in it.

    Where a row is broken over pages, the cells that were done with are empty on the next page. An
    empty cell under a merged one says nothing of the kind, and nor does one in a column that is
    often empty. A row of one cell is broken where it is high and ends at the foot of the page.
    """
    pairs = _pairs(grid, rest, heads)
    if not pairs or grid.rows - heads < 1:
        return False
    if len(pairs) == 1:
        return room < 2 * _LINE and _is_high_and_goes_on(*pairs[0])
    filled = [(over, below) for over, below in pairs if below.lines or below.inner]
    if not filled or len(filled) == len(pairs):
        return False
    if any(_BEGINS_ITEM.match(below.text) for _, below in filled):
        return False
    if all(_looks(over) != _looks(below) for over, below in filled):
        return False
    done = [over for over, below in pairs if not (below.lines or below.inner) and over.lines]
    merged = _merged_columns(grid)
    return any(
        over.column not in merged and not _is_often_empty(grid, over.column) for over in done
    )


def _looks(cell: GridCell) -> tuple[bool, bool]:
    """On a ground, and bold: a row of heads is no beginning of a row without."""
    return cell.shaded, bool(cell.lines) and all(line.bold for line in cell.lines)


def _is_high_and_goes_on(over: GridCell, below: GridCell) -> bool:
    lines, more = over.lines, below.lines
    high = over.box[3] - over.box[1] > _HIGH * _LINE
    return bool(high and lines and more) and more[0].size <= lines[0].size and not below.shaded


def _merged_columns(grid: Grid) -> set[int]:
    return {cell.column for cell in grid.cells if cell.row_span > 1}


def _is_often_empty(grid: Grid, column: int) -> bool:
    cells = [cell for cell in grid.cells if cell.column == column]
    return sum(not cell.lines for cell in cells) > _OFTEN * len(cells)
