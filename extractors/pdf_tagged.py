"""The tags of a PDF as a second witness, heard only where what is drawn leaves a doubt."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from extractors import pdf_engine as engine
from extractors.document import Box
from extractors.pdf_lines import Line, lines_of
from extractors.pdf_tables import Grid, GridCell
from extractors.pdf_tags import Place, tags_of
from extractors.pdf_text import Run

_MARGIN = 0.15  # of the page's height: what is tagged as no part of the text and stands so near
_MOST_UNREAD = 0.4  # of a page's letters are such: tags that leave more out are not believed
_WIDE = 2.5  # of the font size: a gap that may part columns
_LEAST_GAPS = 2  # lines with such a gap: fewer are no table
_LARGER = 0.9  # points
_SLACK = 2.0  # points

_NAME = ctypes.create_string_buffer(32)
_SIZE = ctypes.c_ulong()
_ARTIFACT = "Artifact".encode("utf-16-le")


def all_alike(lines: Iterable[Line]) -> bool:
    """Whether no line of a document looks like a heading: then its tags are asked for them."""
    sizes: Counter[float] = Counter()
    for line in lines:
        if line.bold or line.shaded:
            return False
        sizes[line.size] += len(line.text)
    return bool(sizes) and max(sizes) < sizes.most_common(1)[0][0] + _LARGER


def take_headings(page: object, runs: Sequence[Run]) -> None:
    """Tells the runs of headings their levels."""
    levels = tags_of(page).headings
    found = [(run, levels.get(engine.content_of(run.handle), 0)) for run in runs]
    letters = sum(len(run.text) for run, level in found if level)
    if 2 * letters > sum(len(run.text) for run in runs):  # no page is half headings
        return
    for run, level in found:
        run.heading = level


def take_tables(page: object, runs: list[Run], number: int) -> tuple[list[Run], list[Grid]]:
    """Tables that only the tags tell of, and the runs that stand in none.

    A table is believed where its words stand in rows and columns, as the tags say.
    """
    if not _may_hold_columns(runs):
        return runs, []
    places = tags_of(page).cells
    tables: dict[int, dict[Place, list[Run]]] = {}
    for run in runs if places else ():
        place = places.get(engine.content_of(run.handle))
        if place is not None:
            tables.setdefault(place[0], {}).setdefault(place, []).append(run)
    grids: list[Grid] = []
    for cells in tables.values():
        grid = _grid(cells, number)
        if grid is not None and not _holds_others(grid, runs, cells):
            grids.append(grid)
            taken = {id(run) for held in cells.values() for run in held}
            runs = [run for run in runs if id(run) not in taken]
    return runs, grids


def _may_hold_columns(runs: Sequence[Run]) -> bool:
    """Whether gaps as wide as between columns part the words of some lines."""
    level = sorted([(round(run.base), run.x0, run.x1, run.style.size) for run in runs])
    gaps = {
        one[0]
        for one, two in pairwise(level)
        if one[0] == two[0] and two[1] - one[2] > _WIDE * one[3]
    }
    return len(gaps) >= _LEAST_GAPS


def _grid(cells: dict[Place, list[Run]], number: int) -> Grid | None:
    """A table of words alone; None where they do not stand as the tags say."""
    rows = sorted({row for _, row, _ in cells})
    columns = sorted({column for _, _, column in cells})
    around = {place: _around(held) for place, held in cells.items()}
    downs = _parts([[b for (_, r, _), b in around.items() if r == row] for row in rows], 1)
    wide = {row for row in rows if sum(r == row for _, r, _ in cells) > 1}
    rights = _parts(
        [[b for (_, r, c), b in around.items() if c == column and r in wide] for column in columns],
        0,
    )
    if downs is None or rights is None or min(len(wide), len(columns)) < 2:  # noqa: PLR2004 -- less is no table
        return None
    found = []
    for i, row in enumerate(rows):
        spans = row not in wide
        for j, column in enumerate(columns[:1] if spans else columns):
            right = rights[-1] if spans else rights[j + 1]
            cell = GridCell((rights[j], downs[i], right, downs[i + 1]), i, j, page=number)
            cell.column_span = len(columns) if spans else 1
            held = next(
                (h for (_, r, c), h in cells.items() if r == row and (spans or c == column)), []
            )
            cell.lines = lines_of(held, number)
            found.append(cell)
    box = (rights[0], downs[0], rights[-1], downs[-1])
    return Grid(found, box, len(rows), len(columns), number, foot=box[3])


def _around(runs: Sequence[Run]) -> Box:
    return (
        min(run.x0 for run in runs),
        min(run.top for run in runs),
        max(run.x1 for run in runs),
        max(run.bottom for run in runs),
    )


def _parts(groups: Sequence[Sequence[Box]], side: int) -> list[float] | None:
    """Where rows or columns begin and the last one ends; None where they overlap."""
    if not groups or not all(groups):
        return None
    starts = [min(box[side] for box in group) for group in groups]
    ends = [max(box[side + 2] for box in group) for group in groups]
    if any(end > start + _SLACK for end, start in zip(ends, starts[1:], strict=False)):
        return None
    between = [(end + start) / 2 for end, start in zip(ends, starts[1:], strict=False)]
    return [starts[0] - _SLACK, *between, ends[-1] + _SLACK]


def _holds_others(grid: Grid, runs: Sequence[Run], cells: dict[Place, list[Run]]) -> bool:
    """Whether words stand in a table that its tags know nothing of."""
    own = {id(run) for held in cells.values() for run in held}
    x0, top, x1, bottom = grid.box
    return any(
        x0 < (run.x0 + run.x1) / 2 < x1 and top < (run.top + run.bottom) / 2 < bottom
        for run in runs
        if id(run) not in own
    )


def mark_running(lines: Sequence[Line], runs: Sequence[Run], height: float) -> None:
    """Notes the lines near a page's edge that are tagged as no part of its text."""
    edge = _MARGIN * height
    near = [run for run in runs if run.bottom < edge or run.top > height - edge]
    running = [run for run in near if _is_artifact(run.handle)]
    if sum(len(r.text) for r in running) > _MOST_UNREAD * sum(len(r.text) for r in runs):
        return
    said: dict[int, str] = {}
    for run in running:
        said[round(run.base)] = said.get(round(run.base), "") + run.text
    for line in lines if said else ():
        words = said.get(round(line.base))
        if words is not None and _bare(words) == _bare(line.text):
            line.running = True


def _bare(text: str) -> list[str]:
    return sorted(filter(str.isalnum, text))


def _is_artifact(handle: int) -> bool:
    for i in range(max(engine.mark_count(handle), 0)):
        mark = engine.mark_at(handle, i)
        engine.mark_name(mark, ctypes.addressof(_NAME), len(_NAME), ctypes.addressof(_SIZE))
        if _NAME.raw.startswith(_ARTIFACT):
            return True
    return False
