"""Which words belong to which section: a walk over the document with its marks in hand."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from extractors.headings import Role
from extractors.labels import announced, is_blank, is_number, label_number, run_in
from extractors.lines import Box, Grid, Line, Node
from extractors.marks import Form, Mark
from extractors.plan import Area, Passage

_B = {Role.NEED, Role.STRENGTH, Role.CURRENT, Role.MIXED}
_E = {Role.OUTCOME, Role.STEP}
_REFS = {Role.NEED_REF, Role.OUTCOME_REF, Role.ASPIRATION_REF}
_CONTENT = _B | _E | {Role.PROVISION, Role.HEALTH_PROVISION, Role.CARE_PROVISION, Role.ASPIRATION}
_DEFAULT = {"A": Role.VIEW, "B": Role.MIXED, "E": Role.OUTCOME, "F": Role.PROVISION}
_RANK = {Role.NEED: 0, Role.OUTCOME: 1, Role.STEP: 2, Role.PROVISION: 3}
_BY_LETTER = {"B": Role.NEED, "E": Role.OUTCOME, "F": Role.PROVISION}


@dataclass(slots=True)
class Piece:
    """One paragraph of a section, and what its surroundings say of it."""

    line: Line
    text: str
    letter: str
    role: Role
    own: bool = True  # not a quotation of another section's words
    told: bool = False  # a heading, label or column says what it is
    number: str = ""
    area: Area | None = None
    heading: str = ""
    head: str = ""  # of its column, or its label
    row: tuple[int, int, int] | None = None  # grid, first and last row
    block: int = 0  # what is printed together: a card, an outcome and what is under it
    region: int = 0
    group: int = 0  # the cell or line that it comes from
    serves: tuple[int, ...] = ()  # groups that a detail or reference speaks of
    under: tuple[tuple[Role, str], ...] = ()  # numbers or words in the heading above


@dataclass(slots=True)
class State:
    """Where the walk stands."""

    scope: tuple[str, ...] = ()
    letter: str = ""
    role: Role = Role.OTHER
    told: bool = False
    area: Area | None = None
    heading: str = ""
    number: str = ""
    under: tuple[tuple[Role, str], ...] = ()


@dataclass(slots=True)
class Regions:
    """What the walk found."""

    pieces: list[Piece] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    headings: dict[str, list[Passage]] = field(default_factory=dict)


def letter_of(role: Role) -> str:
    """The section in which such words stand."""
    if role in _B:
        return "B"
    if role in _E:
        return "E"
    return {
        Role.PROVISION: "F",
        Role.HEALTH_PROVISION: "G",
        Role.CARE_PROVISION: "H1",
        Role.ASPIRATION: "A",
    }.get(role, "")


class Walk:
    """Goes through a document once and says of each paragraph where it belongs."""

    def __init__(self, marks: list[Mark]) -> None:
        self.marks = {m.line.number: m for m in marks}
        self.taken = {n for m in marks for n in range(m.line.number + 1, m.last + 1)}
        self.lettered = {x for m in marks if m.labelled for x in m.letters}
        self.state = State()
        self.found = Regions(marks=marks)
        self.block = self.region = self.group = 0
        self.rank = -1
        self.opened = 0  # marks opened so far
        self.last_group: dict[str, int] = {}

    def nodes(self, nodes: list[Node], row: tuple[int, int, int] | None = None) -> None:
        """Walks paragraphs and tables in order."""
        for place, node in enumerate(nodes):
            if isinstance(node, Grid):
                self.grid(node)
            else:
                following = nodes[place + 1] if place + 1 < len(nodes) else None
                self.line(node, following if isinstance(following, Line) else None, row)

    def line(
        self, line: Line, following: Line | None, row: tuple[int, int, int] | None = None
    ) -> None:
        """Takes one paragraph as a mark, a heading or words of the section."""
        if line.number in self.taken:
            return
        if mark := self.marks.get(line.number):
            self.open(mark)
        elif self.state.scope:
            if is_heading(line, following):
                self.heading(line)
            else:
                self.words(line, row=row)

    def open(self, mark: Mark) -> None:
        """Begins the section or sections that a mark names."""
        again = mark.continued and mark.letters == self.state.scope
        for letter in mark.letters:
            passage = Passage(mark.line.whole, mark.line.paragraph.place)
            self.found.headings.setdefault(letter, []).append(passage)
        self.opened += 1
        if again:
            return
        letter = mark.letters[0]
        self.state = State(
            mark.letters,
            letter,
            _DEFAULT.get(letter, Role.OTHER),
            area=mark.area,
            heading=mark.title or mark.line.text,
        )
        self.region += 1
        self.new_block()

    def new_block(self) -> None:
        """Begins a new card or block: nothing before it is printed together with what follows."""
        self.block += 1
        self.rank = -1

    def heading(self, line: Line) -> None:
        """Takes a heading inside a section: it may name an area, a role, a number."""
        role, area, number, _rest = announced(line.text)
        self.announce(line.text, role, area, number)

    def announce(self, text: str, role: Role | None, area: Area | None, number: str) -> None:
        """Sets the state to what a heading or label says."""
        state = self.state
        state.heading = text
        state.number = number
        state.under = ()
        if area is not None:
            state.area = area
            self.region += 1
            self.new_block()
        if role is None:
            if area is not None:
                state.role, state.told = _DEFAULT.get(state.letter, Role.OTHER), False
            elif state.letter == "A":
                state.role, state.told = Role.VIEW, False
            return
        self.turn(role)

    def turn(self, role: Role, *, firm: bool = False) -> None:
        """Goes over to what a heading, label or column head announces, if it may from here."""
        state = self.state
        if state.letter == "A" and not firm:
            state.role = Role.ASPIRATION if role is Role.ASPIRATION else Role.VIEW
            state.told = True
            return
        if state.letter not in "BEF" and not firm:
            return
        target = letter_of(role)
        if target and target not in state.scope and not firm:
            forward = (state.letter, target) == ("E", "F") or target not in self.lettered
            if not forward and not (target in "BE" and state.letter in "EF"):
                return
        if target:
            state.letter = target
        state.role, state.told = role, True

    def words(
        self,
        line: Line,
        *,
        row: tuple[int, int, int] | None = None,
        head: str = "",
        serves: tuple[int, ...] = (),
        group: int | None = None,
    ) -> None:
        """Takes a paragraph as words of the section."""
        text = line.text.strip()
        if is_blank(text):
            return
        if group is None:
            label, rest = run_in(text)
            if label:
                self.labelled(line, label, rest, row)
                return
        self.piece(line, text, row=row, head=head, serves=serves, group=group)

    def labelled(self, line: Line, label: str, rest: str, row: tuple[int, int, int] | None) -> None:
        """Takes words with their label on the same line."""
        role, area, number, _ = announced(label)
        kept = replace(self.state)
        if role in _REFS or role in (Role.DETAIL, Role.MONITORING) or role is Role.NUMBER:
            last = self.found.pieces[-1].group if self.found.pieces else 0
            self.state.role = role
            self.piece(line, rest, row=row, head=label, serves=(last,))
            self.state = kept
            return
        self.announce(label, role, area, number)
        self.piece(line, rest, row=row)

    def piece(
        self,
        line: Line,
        text: str,
        *,
        row: tuple[int, int, int] | None = None,
        head: str = "",
        serves: tuple[int, ...] = (),
        group: int | None = None,
    ) -> None:
        """Keeps one paragraph."""
        state = self.state
        if group is None:
            self.group += 1
            group = self.group
        rank = _RANK.get(state.role, -1)
        if rank in (0, 1) and rank < self.rank:
            self.new_block()
        self.rank = max(self.rank, rank)
        number = state.number or label_number(line.paragraph.label)
        state.number = ""
        target = letter_of(state.role)
        own = (
            not target
            or state.letter in state.scope
            or state.letter not in self.lettered
            or (
                "BEF".find(state.letter)
                > max((" BEF".find(x) - 1 for x in state.scope), default=-1)
            )
        )
        self.found.pieces.append(
            Piece(
                line,
                text,
                state.letter,
                state.role,
                own,
                state.told,
                number,
                state.area,
                state.heading,
                head,
                row,
                self.block,
                self.region,
                group,
                serves,
                state.under,
            )
        )

    # -- tables

    def grid(self, grid: Grid) -> None:
        """Reads a table row by row: bars, heads, labels with values, rows under heads."""
        opened, before = self.opened, replace(self.state)
        if self.state.scope:
            self.new_block()
        heads: dict[int, Head] = {}
        labels = label_column(grid)
        for row in grid.rows:
            heads = self.row(grid, row, heads, labels=labels)
        if self.opened == opened:
            self.state = before
            self.new_block()

    def row(
        self, grid: Grid, row: list[Box], heads: dict[int, Head], *, labels: bool
    ) -> dict[int, Head]:
        """Reads one row, and gives the heads that hold from here on."""
        filled = [b for b in row if b.lines]
        if not filled:
            return heads
        found = self.heads(filled)
        if found:
            self.head_marks(filled)
            return found
        place = (grid.number, row[0].cell.row, max(b.last_row for b in filled))
        if len(filled) == 1 and (not heads or _spans(filled[0], grid)):
            self.nodes(filled[0].nodes, place)
            return heads if is_heading_box(filled[0]) else heads
        if heads and not self.breaks(filled, heads):
            self.under_heads(grid, filled, heads)
            return heads
        if self.opens(filled[0]) or self.is_label(filled[0], filled[1:], labels=labels):
            self.label_row(grid, filled)
            return {}
        for box in filled:
            self.nodes(box.nodes, _place(grid, box))
        return heads

    def opens(self, box: Box) -> bool:
        """The cell is a section mark and nothing else, beside words of that section."""
        lines = box.lines
        mark = self.marks.get(lines[0].number)
        return bool(mark) and all(
            line.number == lines[0].number or line.number in self.taken for line in lines
        )

    def heads(self, filled: list[Box]) -> dict[int, Head]:
        """The row as column heads, if it is one."""
        if len(filled) < 2 or not (self.state.scope or any(self.opens(b) for b in filled)):
            return {}
        found = [self.head(b) for b in filled]
        if any(h is None for h in found):
            return {}
        heads = [h for h in found if h]
        known = [h for h in heads if h.role is not Role.OTHER]
        letters = {x for h in heads if h.mark for x in h.mark.letters}
        if len(known) < 2 and not (known and all(b.lines[0].styled for b in filled)):
            return {}
        if len({h.role for h in known}) < 2 and len(filled) > 1 and len(known) > 1 and not letters:
            if known[0].role not in _CONTENT and known[0].role is not Role.DETAIL:
                return {}
        if self.taken & {line.number for b in filled for line in b.lines} and len(letters) == 1:
            return {}
        return {
            c: h
            for b, h in zip(filled, heads, strict=True)
            for c in range(b.cell.column, b.cell.column + max(1, b.cell.column_span))
        }

    def head(self, box: Box) -> Head | None:
        """One cell as a column head; None where it is not one."""
        lines = box.lines
        text = box.text
        if len(text.split()) > 14 or any(line.bulleted for line in lines) or text.endswith("."):  # noqa: PLR2004 -- heads are short
            return None
        mark = self.marks.get(lines[0].number)
        if mark and len(mark.letters) == 1:
            role = _BY_LETTER.get(mark.letters[0], Role.OTHER)
            said = announced(mark.title)[0] if mark.title else None
            if said and letter_of(said) == mark.letters[0]:
                role = said
            return Head(text, role, mark, mark.letters[0])
        role, area, _, _ = announced(text)
        if role is None and area is not None:
            return None
        return Head(text, role or Role.OTHER, None, "")

    def head_marks(self, filled: list[Box]) -> None:
        """Notes the section marks that stand as column heads."""
        letters: list[str] = []
        for box in filled:
            if (mark := self.marks.get(box.lines[0].number)) is not None:
                for letter in mark.letters:
                    passage = Passage(mark.line.whole, mark.line.paragraph.place)
                    self.found.headings.setdefault(letter, []).append(passage)
                    letters.append(letter)
        if letters:
            self.opened += 1
            self.state.scope = tuple(letters)
            self.state.letter = letters[0]
            self.region += 1

    def breaks(self, filled: list[Box], heads: dict[int, Head]) -> bool:
        """A row that does not stand under the heads: a label with its words."""
        if self.opens(filled[0]):
            return True
        first = heads.get(filled[0].cell.column)
        if first and first.role in (Role.AREA, Role.NUMBER):
            return False
        role, _, number, _ = announced(filled[0].text)
        wide = any(b.cell.column_span > 1 for b in filled[1:])
        return len(filled) == 2 and wide and (role is not None or bool(number))  # noqa: PLR2004 -- label and value

    def is_label(self, box: Box, others: list[Box], *, labels: bool) -> bool:
        """A cell that only says what stands beside it."""
        text = box.text
        if not others or len(text.split()) > 14 or any(x.bulleted for x in box.lines):  # noqa: PLR2004 -- labels are short
            return False
        role, area, number, rest = announced(text)
        if role or area or is_number(text):
            return not text.endswith(".") or is_number(text)
        return labels or (bool(number) and not rest)

    def label_row(self, grid: Grid, filled: list[Box]) -> None:
        """Takes a row as a label and the words beside it."""
        label = filled[0]
        text = label.text
        if self.opens(label):
            self.open(self.marks[label.lines[0].number])
        elif self.state.scope:
            role, area, number, _ = announced(text)
            if role in _REFS or role is Role.DETAIL:
                self.beside(grid, filled[1:], text, role)
                return
            if is_number(text):
                self.state.number = text.strip(" .:()")
            else:
                self.announce(text, role, area, number)
                if role in _CONTENT:
                    self.turn(role, firm=self.state.letter in "BEF" and role is not Role.ASPIRATION)
        for box in filled[1:]:
            group = self.next_group()
            for line in box.lines:
                if line.number in self.taken:
                    continue
                if line.number in self.marks or is_heading(line, None):
                    self.line(line, None)
                elif self.state.scope:
                    self.words(line, row=_place(grid, box), group=group)

    def beside(self, grid: Grid, boxes: list[Box], head: str, role: Role) -> None:
        """Takes a label's words as a detail of, or a reference from, what came before it."""
        kept = replace(self.state)
        self.state.role = role
        last = self.found.pieces[-1] if self.found.pieces else None
        serves = (last.group,) if last and last.role not in _REFS and not last.serves else ()
        serves = serves or (last.serves if last else ())
        for box in boxes:
            for line in box.lines:
                self.words(
                    line, row=_place(grid, box), head=head, serves=serves, group=self.next_group()
                )
        self.state = kept

    def next_group(self) -> int:
        """A number for one cell's words."""
        self.group += 1
        return self.group

    def under_heads(self, grid: Grid, filled: list[Box], heads: dict[int, Head]) -> None:
        """Takes each cell of a row for what its column head says."""
        kept = replace(self.state)
        groups: dict[int, int] = {}
        main = _main_columns(heads, self.state.letter)
        many = len({h.role for h in heads.values() if h.role in _RANK}) > 1
        if many:
            self.new_block()
        number, area = "", None
        for box in filled:
            head = heads.get(box.cell.column)
            if head is None or head.role is Role.AREA:
                area = announced(box.text)[1] or area
            if head and head.role is Role.NUMBER:
                number = box.text.strip(" .:")
        if area:
            kept.area = area
        for box in filled:
            head = heads.get(box.cell.column)
            if head is None:
                self.state = replace(kept)
                self.nodes(box.nodes, _place(grid, box))
                continue
            if head.role is Role.NUMBER or (head.role is Role.AREA and announced(box.text)[1]):
                continue
            self.state = replace(kept)
            self.cell(grid, box, head, groups, main, number)
        self.state = kept

    def cell(
        self, grid: Grid, box: Box, head: Head, groups: dict[int, int], main: list[int], number: str
    ) -> None:
        """Takes one cell under its head."""
        column = box.cell.column
        content = column in main
        if content and head.role in _CONTENT:
            self.turn(head.role, firm=self.state.letter not in ("A", "K"))
            if head.letter:
                self.state.letter = head.letter
        elif not content:
            self.state.role = head.role if head.role in _REFS else Role.DETAIL
        owner = max((c for c in main if c < column), default=min(main, default=column))
        group = self.next_group()
        if content:
            groups[column] = group
            self.state.number = number
        serves = () if content else tuple(g for c, g in groups.items() if c == owner)
        for line in box.lines:
            if line.number in self.taken or line.number in self.marks:
                continue
            if content and is_heading(line, None) and not line.alone:
                self.heading(line)
            else:
                self.words(
                    line,
                    row=_place(grid, box),
                    head="" if content else head.text,
                    serves=serves,
                    group=group,
                )


@dataclass(frozen=True, slots=True)
class Head:
    """A column head, and what stands under it."""

    text: str
    role: Role
    mark: Mark | None
    letter: str


def _place(grid: Grid, box: Box) -> tuple[int, int, int]:
    return (grid.number, box.cell.row, box.last_row)


def _spans(box: Box, grid: Grid) -> bool:
    return box.cell.column_span >= max(2, grid.table.columns - 1)


def _main_columns(heads: dict[int, Head], letter: str) -> list[int]:
    """The columns whose words are items; the others say more about them."""
    main = [c for c, h in heads.items() if h.role in _CONTENT or (h.mark and h.role is Role.OTHER)]
    if main:
        return main
    other = [c for c, h in heads.items() if h.role is Role.OTHER]
    return other[:1] or [min(heads)]


def label_column(grid: Grid) -> bool:
    """The first column holds labels: short, set apart, beside longer words."""
    pairs = [r for r in grid.rows if len([b for b in r if b.lines]) == 2]  # noqa: PLR2004 -- label and value
    if len(pairs) < 2 or len(pairs) * 2 < len(grid.rows):  # noqa: PLR2004 -- one row shows no pattern
        return False
    firsts = [next(b for b in r if b.lines) for r in pairs]
    return all(len(b.text.split()) <= 14 and not b.text.endswith(".") for b in firsts)


def is_heading_box(box: Box) -> bool:
    """The cell holds a heading and nothing else."""
    return all(is_heading(line, None) for line in box.lines)


def is_heading(line: Line, following: Line | None) -> bool:
    """The line announces what follows and is not itself said of the child."""
    text = line.text.strip()
    words = len(text.split())
    p = line.paragraph
    if words > 16:  # noqa: PLR2004 -- no heading is that long
        return False
    if p.heading and not (text.endswith(".") and words > 6):  # noqa: PLR2004 -- a sentence set as heading
        return True
    if line.paragraph.label.strip() and not label_number(line.paragraph.label):
        return False
    if text[-1:] in ".;,!":
        return False
    role, area, number, rest = announced(text.rstrip(":"))
    if (role or area) and words <= 12:  # noqa: PLR2004 -- longer ones may be words of the plan
        return True
    if number and not rest and not p.label:
        return True
    set_apart = p.bold or line.large or p.shaded
    if set_apart and (following is not None or not line.alone):
        return True
    return text.endswith("?") and following is not None and not following.text.endswith("?")
