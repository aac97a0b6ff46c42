"""Which words belong to which section: a walk over the document with its marks in hand."""

from __future__ import annotations

from dataclasses import replace

from extractors import wording
from extractors.carrying import Held, finish_row, goes_on
from extractors.columns import under_heads
from extractors.furniture import heads_list, is_heading, repeated_lines
from extractors.headings import Role
from extractors.labels import announced, is_number, split_number
from extractors.lines import Box, Grid, Line, Node, lines_of
from extractors.pieces import ASIDE, CONTENT, OUTCOMES, Row, letter_of
from extractors.regions import Regions
from extractors.tables import (
    Head,
    Heads,
    breaks,
    carried,
    columns_above,
    heads_of,
    is_label,
    label_column,
    place_of,
    quoted,
    repeated,
    settled,
    spans,
    unheaded,
    unknown_heads,
)


def walk(nodes: list[Node], regions: Regions) -> Regions:
    """Every paragraph of the document's sections, with its heading, row and card."""
    regions.furniture = repeated_lines(list(lines_of(nodes)), list(regions.marks.values()))
    _nodes(regions, nodes)
    return regions


def _nodes(regions: Regions, nodes: list[Node], row: Row | None = None) -> None:
    held: Held | None = None  # at the end of the table just read
    for place, node in enumerate(nodes):
        if isinstance(node, Grid):
            held = _grid(regions, node, held)
            continue
        if held is not None and regions.state.scope:
            regions.new_block()
        held = None
        following = nodes[place + 1] if place + 1 < len(nodes) else None
        _line(regions, node, following, row)


def _line(regions: Regions, line: Line, following: Node | None, row: Row | None = None) -> None:
    """Takes one paragraph as a mark, a heading or words of the section."""
    if line.number in regions.taken:
        return
    if mark := regions.marks.get(line.number):
        regions.open(mark)
    elif regions.state.scope == ("I",):  # a school's name stands there as a heading would
        regions.words(line, row=row)
    elif regions.state.scope:
        if (
            is_heading(line, following)
            or _names_next(regions, line)
            or (regions.state.role is not Role.PROVISION and heads_list(line, following))
        ):
            regions.heading(line)
        else:
            regions.words(line, row=row)


def _names_next(regions: Regions, line: Line) -> bool:
    """The line is the number of what follows, in its own section: "Need 2"."""
    text = line.text.rstrip(": ")
    number, rest = split_number(text)
    if not number or rest or (role := announced(text)[0]) is None:
        return False
    return letter_of(role, regions.state.letter) in regions.state.scope


def _grid(regions: Regions, grid: Grid, held: Held | None = None) -> Held:
    """Reads a table row by row: bars, heads, labels with words, rows under heads.

    What a table's labels and heads say holds to its end, and on into a table that follows at once
    without a label of its own: the same table on the next page.
    """
    changes, before, outer = regions.changes, replace(regions.state), regions.grid
    regions.grid = grid.number
    heads: Heads = {}
    if held is not None and goes_on(grid):
        regions.state = replace(held.state)
        columns = columns_above(held.grid, grid)
        heads = carried(held.heads, columns)
        if heads:
            finish_row(regions, held, grid, columns)
    elif regions.state.scope and not regions.ends_in_outcome(grid):
        regions.new_block()
    labels, outside = label_column(grid), regions.outside
    regions.outside = (regions.state.role, regions.state.told)
    for row in grid.rows:
        heads = _row(regions, grid, row, heads, labels=labels)
    inside = Held(replace(regions.state), grid, heads)
    if held is not None and heads and len(heads) < len(held.heads):
        inside = replace(inside, grid=held.grid, heads=held.heads)  # the rest of a row alone
    regions.grid, regions.outside = outer, outside
    if regions.changes == changes:
        regions.state = before
    return inside


def _row(regions: Regions, grid: Grid, row: list[Box], heads: Heads, *, labels: bool) -> Heads:
    """Reads one row, and gives the column heads that hold from here on."""
    filled = [b for b in row if b.lines]
    if not filled:
        return heads
    if found := _heads(regions, grid, filled, heads):
        return repeated(found, heads) if regions.state.scope else {}
    if len(filled) == 1 and (not heads or spans(filled[0], grid)):
        return _bar(regions, grid, filled[0], heads)
    if heads and not _only_mark(regions, filled[0]) and not breaks(grid, filled, heads):
        under_heads(regions, grid, filled, heads, _cell_words)
        return heads
    if _only_mark(regions, filled[0]) or (len(filled) > 1 and is_label(filled[0], labels=labels)):
        _label_row(regions, grid, filled, below=bool(heads))
        return {}
    _unlabelled_row(regions, grid, filled)
    return heads


def _unlabelled_row(regions: Regions, grid: Grid, filled: list[Box]) -> None:
    """Takes a row of a table that prints neither heads nor labels."""
    state = regions.state
    found = {}
    if state.letter in ("B", "E", "F") and state.role in CONTENT:
        found = unheaded(filled, state.role, state.heading)
    if found:
        under_heads(regions, grid, filled, found, _cell_words)
        return
    for box in filled:
        _nodes(regions, box.nodes, place_of(grid, box))


def _heads(regions: Regions, grid: Grid, filled: list[Box], heads: Heads) -> Heads:
    """The row as column heads, the sections that they name opened; empty if it is not one."""
    if found := heads_of(filled, regions.marks, regions.taken, regions.state.letter):
        if regions.state.scope or any(h.mark for h in found.values()):
            _open_columns(regions, found)
        found = settled(found, grid, filled, regions.state.letter)
        return quoted(found, regions.state.scope)
    if heads or regions.state.letter not in ("B", "E", "F"):
        return {}
    return unknown_heads(grid, filled, regions.marks)


def _open_columns(regions: Regions, heads: Heads) -> None:
    """Opens the sections whose marks stand as column heads, side by side."""
    marks = list(dict.fromkeys(h.mark.line.number for h in heads.values() if h.mark))
    if not marks:
        return
    letters: list[str] = []
    for number in marks:
        regions.note(regions.marks[number])
        letters += regions.marks[number].letters
    state = regions.state
    scope = tuple(dict.fromkeys(letters))
    if not set(scope) <= set(state.scope):
        state.scope = scope
    state.letter = scope[0]
    regions.region += 1


def _bar(regions: Regions, grid: Grid, box: Box, heads: Heads) -> Heads:
    """Reads the only filled cell of a row: a bar that names an area, or words with headings."""
    line = box.lines[0]
    bar = len(box.lines) == 1 and line.styled and line.short and not line.text.endswith((".", ";"))
    apart = len(grid.rows) > 1 or (line.shaded and (line.paragraph.bold or line.large))
    if bar and apart and line.number not in regions.marks and regions.state.scope:
        regions.heading(line)
        regions.outside = (regions.state.role, regions.state.told)
        return heads
    changes = regions.changes
    _nodes(regions, box.nodes, place_of(grid, box))
    return heads if regions.changes == changes else {}


def _only_mark(regions: Regions, box: Box) -> bool:
    """The cell is a section mark and nothing else."""
    lines = box.lines
    return lines[0].number in regions.marks and all(
        line.number in regions.taken for line in lines[1:]
    )


def _announce_label(regions: Regions, text: str) -> None:
    """Takes a row's label; what its card says that it serves holds on: "To meet need 1"."""
    role, area, number, _ = announced(text.rstrip(": "))
    refers = regions.state.refers
    regions.announce(text, role, area, number)
    if not regions.state.refers and role not in (Role.NEED, Role.OUTCOME):
        regions.state.refers = refers


def _label_row(regions: Regions, grid: Grid, filled: list[Box], *, below: bool = False) -> None:
    """Takes a row as a label and the words beside it; below a card's rows, it is the card's."""
    label, text = filled[0], filled[0].text
    if _only_mark(regions, label):
        regions.open(regions.marks[label.lines[0].number], in_card=True)
    elif not regions.state.scope:
        for box in filled:
            _nodes(regions, box.nodes, place_of(grid, box))
        return
    elif not is_number(text):
        role = announced(text.rstrip(": "))[0]
        if role in ASIDE:
            serves = regions.last_group(*((Role.PROVISION, Role.STEP) if below else ()))
            _beside(regions, grid, filled[1:], Head(text, role), serves)
            return
        if role is None and _says_more(regions, grid, filled[1:]):
            _beside(regions, grid, filled[1:], Head(text, Role.DETAIL), regions.last_group())
            return
        _announce_label(regions, text)
        if role in CONTENT and regions.state.letter != "A":
            regions.turn(role, firm=not regions.state.refers)
    else:
        regions.number_row(text.strip(" .:()"))
    for place, box in enumerate(filled[1:], 2):
        said = announced(box.text.rstrip(": "))[0]
        if place < len(filled) and said in CONTENT and is_label(box, labels=False):
            regions.turn(said, firm=True)
        else:
            _cell_words(regions, grid, box)


def _says_more(regions: Regions, grid: Grid, boxes: list[Box]) -> bool:
    """Whether words beside a label nobody knows only say more of the item that their card has."""
    told = (
        p.role
        for p in reversed(regions.pieces[regions.first :])
        if p.row and p.row[0] == grid.number and p.told and p.role not in ASIDE
    )
    item = next(told, None)
    if item not in OUTCOMES | {Role.PROVISION}:
        return False
    said = " ".join(box.text for box in boxes)
    alone = item is not Role.PROVISION and "F" not in regions.state.scope
    return not (wording.promises(said) if alone else wording.states(said))


def _cell_words(regions: Regions, grid: Grid, box: Box) -> tuple[int, ...]:
    """Takes a cell's words, those under one heading as one group; gives the groups."""
    groups = [regions.next_group()]
    for place, node in enumerate(box.nodes):
        if isinstance(node, Grid):
            _grid(regions, node)
            continue
        if node.number in regions.taken:
            continue
        following = box.nodes[place + 1] if place + 1 < len(box.nodes) else None
        heads = is_heading(node, following) or heads_list(node, following)
        if node.number in regions.marks or (not node.alone and heads):
            _line(regions, node, following)
            groups.append(regions.next_group())
        elif regions.state.scope:
            regions.words(node, row=place_of(grid, box), group=groups[-1])
    return tuple(groups)


def _beside(
    regions: Regions, grid: Grid, boxes: list[Box], head: Head, serves: tuple[int, ...]
) -> None:
    """Takes a label's words as a detail of, or a reference from, what they speak of."""
    for box in boxes:
        for line in box.lines:
            regions.aside(line, line.whole, head.text, head.role, serves, place_of(grid, box))
