"""What the rows and columns of a plan's tables are: heads, labels, bars, or words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractors import wording
from extractors.headings import Role
from extractors.labels import announced, is_number, label_number, only_refers
from extractors.lines import Box, Grid, Line
from extractors.marks import Mark
from extractors.pieces import ASIDE, CONTENT, Row, letter_of

_ABBREVIATED = 3  # words: "Outcome no." is no sentence
_MANY = 3  # columns
_SHORT = 6  # words
_NEAR = 6.0  # points
_HEAD = 14  # words: heads and labels are no longer
_ROLE = {"B": Role.NEED, "E": Role.OUTCOME, "F": Role.PROVISION, "G": Role.HEALTH_PROVISION}
_ROLE |= {"H1": Role.CARE_PROVISION, "H2": Role.CARE_PROVISION, "A": Role.ASPIRATION}
_ROLE |= {"C": Role.OTHER, "D": Role.OTHER}
_SAME = {
    Role.NEED: {Role.NEED, Role.MIXED, Role.CURRENT},
    Role.OUTCOME: {Role.OUTCOME},
    Role.PROVISION: {Role.PROVISION},
}  # what stands for a section's own items
_SAYS = 5  # words: what a column of items has in a cell at least
_LESSER = 2.5  # times as many words has a column of items as one beside it that names things


@dataclass(frozen=True, slots=True)
class Head:
    """A column head, and what stands under it."""

    text: str
    role: Role
    mark: Mark | None = None


Heads = dict[int, Head]  # by column


def place_of(grid: Grid, box: Box) -> Row:
    """Where a cell reaches."""
    return (grid.number, box.cell.row, box.last_row)


def spans(box: Box, grid: Grid) -> bool:
    """The cell goes over the whole width of its table, or nearly."""
    return box.cell.column_span >= max(2, grid.table.columns - 1) or grid.table.columns == 1


def heads_of(filled: list[Box], marks: dict[int, Mark], taken: set[int], letter: str = "") -> Heads:
    """The row as column heads, in the section of that letter; empty if it is not one."""
    titled = taken & {b.lines[0].number for b in filled}  # a letter, then its title beside it
    if len(filled) < 2 or titled:  # noqa: PLR2004 -- one column needs no head
        return {}
    if any(is_number(b.text) or only_refers(b.text) for b in filled):
        return {}
    header = all(b.cell.head for b in filled)
    shaded = all(b.cell.head or b.cell.shaded for b in filled) and len(filled) >= _MANY
    set_apart = header or shaded
    if not set_apart and not all(map(_may_be_head, filled)):
        return {}
    heads = []
    for box in filled:
        head = _head(box, marks, letter)
        if head is None and _of_areas(box, filled):
            head = Head(box.text, Role.DETAIL)
        if head is None and not set_apart:
            return {}
        heads.append(head or Head(box.text, Role.OTHER))
    known = {h.role for h in heads if h.role is not Role.OTHER or h.mark}
    several = len(known) > 1 and bool(known & (CONTENT | {Role.OTHER}))
    if not several and not (known and all(line.styled for b in filled for line in b.lines)):
        return {}
    return {
        c: h
        for b, h in zip(filled, heads, strict=True)
        for c in range(b.cell.column, b.cell.column + max(1, b.cell.column_span))
    }


def settled(heads: Heads, grid: Grid, filled: list[Box], letter: str) -> Heads:
    """The heads of a table in that section, one of which has the section's own items under it.

    Where none is known to, it is the unknown one with most sentences below. Where several are, a
    column of names beside one of statements only says more of them: "Resources".
    """
    own = _ROLE.get(letter)
    if own not in _SAME or any(h.mark for h in heads.values()):
        return heads
    said = _said_below(grid, filled)
    here = [c for c, h in heads.items() if h.role in _SAME[own]]
    most = max((said.get(c, 0) for c in here), default=0)
    unknown = [c for c, h in heads.items() if h.role is Role.OTHER]
    if not here:  # "Area of difficulty", over sentences
        unknown += [c for c, h in heads.items() if h.role is Role.AREA]
    best = max(unknown, key=lambda c: (said.get(c, 0), -c), default=None)
    if best is not None and said.get(best, 0) >= max(_SAYS, most * _LESSER):
        heads = heads | {best: replace(heads[best], role=own)}
        here, most = [*here, best], said[best]
    lesser = [c for c in here if said.get(c, 0) * _LESSER < most and own is not Role.NEED]
    return heads | {c: replace(heads[c], role=Role.DETAIL) for c in lesser}


def _said_below(grid: Grid, filled: list[Box]) -> dict[int, float]:
    """How many words a cell of each column has below that row, on average."""
    row = filled[0].cell.row
    found: dict[int, list[int]] = {}
    for box in (b for r in grid.rows for b in r if b.cell.row > row and b.lines):
        found.setdefault(box.cell.column, []).append(len(box.text.split()))
    return {c: sum(counts) / len(counts) for c, counts in found.items()}


def quoted(found: Heads, scope: tuple[str, ...]) -> Heads:
    """The heads, where aspirations outside of Section A only say what an outcome serves."""
    if "A" in scope:
        return found
    return {
        c: replace(h, role=Role.ASPIRATION_REF) if h.role is Role.ASPIRATION else h
        for c, h in found.items()
    }


def repeated(found: Heads, heads: Heads) -> Heads:
    """The heads of a new page: where one cannot be read, that of the page before holds."""
    same = sum(c in heads and heads[c].role is h.role for c, h in found.items())
    if same * 2 < len(found) or set(found) != set(heads):
        return found
    return {c: heads[c] if h.role is Role.OTHER else h for c, h in found.items()}


def _of_areas(box: Box, filled: list[Box]) -> bool:
    """A head that is called as an area is, beside known ones: "Preparing for adulthood"."""
    others = [announced(b.text.rstrip(": "))[0] for b in filled if b is not box]
    known = sum(role is not None for role in others)
    return announced(box.text.rstrip(": "))[1] is not None and known >= max(1, len(others) - 1)


def _may_be_head(box: Box) -> bool:
    """It is as short as a column head, and neither a sentence nor in a list."""
    words = len(box.text.split())
    sentence = words > _ABBREVIATED and box.text.endswith(".")
    return words <= _HEAD and not sentence and not any(map(label_is_bullet, box.lines))


def _head(box: Box, marks: dict[int, Mark], letter: str) -> Head | None:
    """One cell as a column head; None where it is not one."""
    text = box.text
    if not _may_be_head(box) or is_number(text) or only_refers(text):
        return None
    mark = marks.get(box.lines[0].number)
    if mark and (len(mark.letters) == 1 or set(mark.letters) == {"H1", "H2"}):
        role = _ROLE.get(mark.letters[0], Role.OTHER)
        told = announced(mark.title)[0] if mark.title else None
        if told and (letter_of(told, mark.letters[0]) == mark.letters[0] or told in ASIDE):
            role = told
        return Head(text, role, mark)
    said, area, number, _ = announced(text.rstrip(": "))
    if said is None and area is None:
        said = _mended(text) or (_spoken(box) if letter == "B" else None)
    if any(c.isdigit() for c in number) or (said is None and area is not None):
        return None
    return Head(text, said or Role.OTHER)


def unheaded(filled: list[Box], role: Role, heading: str) -> Heads:
    """Columns by what a row without heads says: one says something, the others are short."""
    said = [b for b in filled if wording.states(b.text)]
    short = all(len(b.text.split()) <= _SHORT for b in filled if b not in said)
    if len(filled) < 2 or len(said) != 1 or not short:  # noqa: PLR2004 -- words and a detail
        return {}
    return {
        b.cell.column: Head(heading, role) if b in said else Head("", Role.DETAIL) for b in filled
    }


def unknown_heads(grid: Grid, filled: list[Box], marks: dict[int, Mark]) -> Heads:
    """A first row set apart from the rows below, though none of its words is known."""
    rows = [f for r in grid.rows if len(f := [b for b in r if b.lines]) > 1]
    if len(rows) < 2 or filled[0] not in rows[0]:  # noqa: PLR2004 -- heads and a row
        return {}
    lines = [line for b in filled for line in b.lines]
    styled = all(b.cell.head or b.cell.shaded for b in filled) or all(x.styled for x in lines)
    apart = styled and not any(line.number in marks for line in lines)
    if not apart or any(len(b.text.split()) > _SHORT for b in filled):
        return {}
    below = {b.cell.column for row in rows[1:] for b in row if wording.states(b.text)}
    plain = any(not line.styled for row in rows[1:] for b in row for line in b.lines)
    if len(below) != 1 or not plain:
        return {}
    return {b.cell.column: Head(b.text, Role.OTHER) for b in filled}


def _spoken(box: Box) -> Role | None:
    """What a few words over a column of Section B speak of: "Difficulties", "Going well"."""
    if len(box.text.split()) > _SHORT or not all(line.styled for line in box.lines):
        return None
    kind = wording.of_column(box.text)
    return Role(kind) if kind else None


def _mended(text: str) -> Role | None:
    """What a head says whose word a narrow column has broken: "Outcom e no."."""
    words = text.rstrip(": ").split()
    joined = (
        " ".join([*words[:i], words[i] + words[i + 1], *words[i + 2 :]])
        for i in range(len(words) - 1)
    )
    return next((said for one in joined if (said := announced(one)[0])), None)


def label_is_bullet(line: Line) -> bool:
    """The line stands in a list without numbers."""
    return bool(line.paragraph.label.strip()) and not label_number(line.paragraph.label)


def main_columns(heads: Heads, filled: list[Box]) -> list[int]:
    """The columns whose words are items; the others say more about them."""
    main = [c for c, h in heads.items() if h.role in CONTENT]
    if main:
        return main
    other = [c for c, h in heads.items() if h.role is Role.OTHER]
    lengths = {b.cell.column: len(b.text) for b in filled}
    return [max(other or list(heads), key=lambda c: (lengths.get(c, 0), -c))]


def label_column(grid: Grid) -> bool:
    """The first column holds labels: short and set apart, beside words that are not."""
    pairs = [f for r in grid.rows if len(f := [b for b in r if b.lines]) == 2]  # noqa: PLR2004 -- label and words
    if not pairs or len(pairs) * 2 < len(grid.rows):
        return False
    if any(len(f[0].text.split()) > _HEAD or f[0].text.endswith(".") for f in pairs):
        return False
    apart = sum(
        all(line.styled for line in f[0].lines) and not all(line.styled for line in f[1].lines)
        for f in pairs
    )
    longer = sum(len(f[1].text) > 2 * len(f[0].text) for f in pairs)
    return apart == len(pairs) or (len(pairs) > 1 and longer > len(pairs) / 2)


def is_label(box: Box, *, labels: bool) -> bool:
    """A cell that only says what stands beside it."""
    text = box.text
    if len(text.split()) > _HEAD or any(label_is_bullet(line) for line in box.lines):
        return False
    role, area, number, rest = announced(text.rstrip(": "))
    if is_number(text):
        return True
    if role or area or (number and not rest):
        return not text.endswith(".")
    return labels


def breaks(grid: Grid, filled: list[Box], heads: Heads) -> bool:
    """A row that does not stand under the heads: a label, and its words over several columns."""
    first = heads.get(filled[0].cell.column)
    if (first and first.role in (Role.AREA, Role.NUMBER)) or only_refers(filled[0].text):
        return False
    role, _, number, rest = announced(filled[0].text.rstrip(": "))
    wide = any(spans(b, grid) or b.cell.column_span > 1 for b in filled[1:])
    if role is not None and not number and not only_refers(filled[0].text):
        return wide or all(line.styled for line in filled[0].lines)
    return wide and len(filled) == 2 and bool(number) and not rest  # noqa: PLR2004 -- label and words


def columns_above(above: Grid, grid: Grid) -> dict[int, int]:
    """The columns of a table's continuation on the next page, each with the column it goes on."""
    old, new = _lefts(above), _lefts(grid)
    if not old or not new:
        same = above.table.columns == grid.table.columns
        return {c: c for c in range(grid.table.columns)} if same else {}
    nearest = {c: min(old, key=lambda o, at=left: abs(old[o] - at)) for c, left in new.items()}  # type: ignore[misc]
    if any(abs(old[o] - new[c]) > _NEAR for c, o in nearest.items()):
        return {}
    return nearest


def carried(heads: Heads, columns: dict[int, int]) -> Heads:
    """The heads of a table for its continuation, by the columns that go on."""
    if not all(old in heads for old in columns.values()):
        return {}
    return {new: heads[old] for new, old in columns.items()}


def _lefts(grid: Grid) -> dict[int, float]:
    """Where each column begins on the page, where that is known."""
    return {
        b.cell.column: b.cell.place.box[0] for row in grid.rows for b in row if b.cell.place.box
    }
