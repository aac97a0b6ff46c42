"""Table rows that are drawn as one: labels one below another, each level with its own words."""

from __future__ import annotations

from dataclasses import replace

from extractors.document import Block, Cell, Paragraph, Table

_LEVEL = 4.0  # points: what is printed on one line begins so near
_LABEL = 8  # words
_PAGE = 10_000.0  # points: no page is so high


def parted(table: Table) -> Table:
    """The table with a row for each label, where one cell of its first column holds several."""
    cuts = {c: found for c in table.cells if c.column == 0 and (found := _cuts(c, table))}
    if not cuts:
        return table
    made: list[Cell] = []
    extra = 0
    held: set[int] = set()
    for row in range(table.rows):
        if row in held:
            continue
        cells = [c for c in table.cells if c.row == row]
        label = next((c for c in cells if c in cuts), None)
        if label is None:
            made += [replace(c, row=row + extra) for c in cells]
            continue
        rows = range(row, row + max(1, label.row_span))
        held.update(rows)
        together = [c for c in table.cells if c.row in rows]
        made += _shared_out(together, cuts[label], row + extra)
        extra += len(cuts[label]) - len(rows)
    return replace(table, cells=tuple(made), rows=table.rows + extra)


def _cuts(label: Cell, table: Table) -> list[float]:
    """Where the labels of a cell begin, each level with words beside it; else nothing."""
    rows = range(label.row, label.row + max(1, label.row_span))
    tops = [_top(b) for b in label.blocks if _is_label(b)]
    if len(tops) < max(2, len(rows)) or len(tops) != len(label.blocks):
        return []
    beside = [c for c in table.cells if c.row in rows and c is not label]
    if any(c.column == 0 or c.row + max(1, c.row_span) > rows.stop for c in beside):
        return []
    words = [b for c in beside for b in c.blocks]
    if any(_is_label(b) for b in words[:1]):
        return []
    starts = [t for b in words if (t := _top(b)) is not None]
    cuts = [t for t in tops if t is not None and any(abs(t - s) <= _LEVEL for s in starts)]
    return cuts if len(cuts) == len(tops) and cuts == sorted(cuts) else []


def _is_label(block: Block) -> bool:
    if not isinstance(block, Paragraph) or not block.bold or block.label:
        return False
    return len(block.text.split()) <= _LABEL and not block.text.endswith(".")


def _top(block: Block) -> float | None:
    """How far down it begins, over all pages."""
    place = block.place
    return (place.page or 0) * _PAGE + place.box[1] if place.box else None


def _shared_out(cells: list[Cell], cuts: list[float], row: int) -> list[Cell]:
    """The cells with their blocks shared out among the rows that the labels begin."""
    made: list[Cell] = []
    for column in sorted({c.column for c in cells}):
        same = [c for c in cells if c.column == column]
        parts: list[list[Block]] = [[] for _ in cuts]
        for block in (b for c in same for b in c.blocks):
            top = _top(block)
            at = sum(top is not None and cut - _LEVEL <= top for cut in cuts) - 1
            parts[max(0, at)].append(block)
        made += [
            replace(same[0], row=row + at, blocks=tuple(part), row_span=1)
            for at, part in enumerate(parts)
        ]
    return made
