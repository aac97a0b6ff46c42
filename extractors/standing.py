"""Where the walk over a document stands: its section, area, card, and what is announced."""

from __future__ import annotations

import re

from extractors import wording
from extractors.headings import Role, titles
from extractors.labels import announced, names_numbered, refers_to
from extractors.lines import Grid, Line
from extractors.marks import Mark
from extractors.pieces import OUTCOMES, REFERENCES, Piece, Row, State, letter_of
from extractors.plan import Area, Kind, Passage

BY_LETTER = {"B": Role.NEED_REF, "E": Role.OUTCOME_REF, "A": Role.ASPIRATION_REF}
THREAD = "BEF"
PROVIDED = frozenset({"F", "G", "H1", "H2"})
NEAR = 30  # paragraphs: what a detail or reference speaks of stands close before it
_SPEAKS = {Kind.NEED: Role.NEED, Kind.STRENGTH: Role.STRENGTH}
_DEFAULT = {"A": Role.VIEW, "B": Role.MIXED, "E": Role.OUTCOME, "F": Role.PROVISION}
_DEFAULT |= {"C": Role.MIXED, "D": Role.MIXED, "G": Role.HEALTH_PROVISION}
_DEFAULT |= {"H1": Role.CARE_PROVISION, "H2": Role.CARE_PROVISION}


_NAMES_ONE = re.compile(
    r"\b(?:needs?|outcomes?)\s+(?:\([a-z]{1,4}\)|[a-z]\)|[BE]?\d)", re.IGNORECASE
)


class Standing:
    """The state of the walk, changed by marks, headings, labels and column heads."""

    def __init__(self, marks: list[Mark]) -> None:
        self.opened = marks
        self.marks = {m.line.number: m for m in marks}
        self.taken = {n for m in marks for n in range(m.line.number + 1, m.last + 1)}
        self.letters = {x for m in marks for x in m.letters}
        self.state = State()
        self.pieces: list[Piece] = []
        self.headings: dict[str, list[Passage]] = {}
        self.changes = 0  # marks met so far
        self.outside = (Role.OTHER, False)  # what held above the table's labels
        self.first = 0  # the first of the pieces under the mark at hand
        self.block = self.region = self.group = 0
        self.rank = -1
        self.grid = 0  # the table at hand, 0 outside
        self.area_from: int | None = None  # the table whose bar names the area; 0 for a heading
        self.cut: Grid | None = None  # the rest of a row on the next page
        self.rows: dict[tuple[int, int], Row] = {}  # such a row, and the row that it goes on
        self.furniture: set[int] = set()  # lines that only repeat what stands under every heading
        self.area_fresh = False  # nothing stands yet under the area's heading
        self.led: Line | None = None  # a line that began with a label: "Strengths: she reads well"

    def open(self, mark: Mark, *, in_card: bool = False) -> None:
        """Begins the section or sections that a mark names; in a card, the card goes on."""
        self.note(mark)
        if mark.continued and mark.letters == self.state.scope:
            return
        area = mark.area or (self.state.area if self._area_holds(mark) else None)
        self.state = State(
            mark.letters,
            mark.letters[0],
            _DEFAULT.get(mark.letters[0], Role.OTHER),
            area=area,
            heading=mark.title or mark.line.text,
        )
        role = announced(mark.title)[0] if mark.title else None
        if (
            role
            and letter_of(role, mark.letters[0]) in mark.letters
            and not (role is Role.NEED and titles(mark.title))
        ):
            self.state.letter = letter_of(role, mark.letters[0])
            self.state.role, self.state.told = role, role is not Role.MIXED
            self._one_item(mark.title, role)
        self.region += 1
        if not in_card:
            self.new_block()
            self.first = len(self.pieces)

    def _one_item(self, title: str, role: Role) -> None:
        """Takes a number in a mark's title: "Outcome 2 (Section E)", "Provision for Outcome 2"."""
        if role is Role.PROVISION and has_digit(title) and (letter := names_numbered(title)):
            self.state.refers = ((BY_LETTER[letter], title),)
        elif role in (Role.NEED, Role.OUTCOME):
            self.state.number = announced(title)[2]

    def note(self, mark: Mark) -> None:
        """Keeps a mark as a heading of its sections."""
        for letter in mark.letters:
            passage = Passage(mark.line.whole, mark.line.paragraph.place)
            self.headings.setdefault(letter, []).append(passage)
        self.changes += 1

    def _area_holds(self, mark: Mark) -> bool:
        """Whether the area named before a mark is that of the section it opens."""
        if not set(mark.letters) <= set(THREAD):
            return False
        if self.area_fresh:
            self.area_from = 0
            return True
        return self.area_from == self.grid and (
            bool(self.grid)
            or set(mark.letters) <= set(self.headings) - set(mark.letters)
            or all(len(self.headings.get(x, ())) > 1 for x in mark.letters)
        )

    def new_block(self) -> None:
        """Begins a new card or block: nothing before it is printed together with what follows."""
        self.block += 1
        self.rank = -1

    def ends_in_outcome(self, grid: Grid) -> bool:
        """The words just before a table are an outcome: what stands in it is printed under it."""
        lines = [line for row in grid.rows for box in row for line in box.lines]
        last = self.pieces[-1] if self.pieces else None
        if last is None or not lines:
            return False
        if last.line.box is not None:  # a table inside the outcome's own cell
            return last.role in OUTCOMES and any(node is grid for node in last.line.box.nodes)
        between = lines[0].number - last.line.number - 1
        if between == 1 and self.state.role is Role.PROVISION:  # "Provision for this outcome"
            return last.role in OUTCOMES
        return not between and last.role is Role.OUTCOME

    def joined(self, grid: int, row: int, above: int, last: int) -> None:
        """Notes that a table's first row goes on the last row of the table above it."""
        self.rows[grid, row] = self.rows.get((above, last), (above, last, last))

    def next_group(self) -> int:
        """A number for one cell's words."""
        self.group += 1
        return self.group

    def heading(self, line: Line) -> None:
        """Takes a heading inside a section: it may name an area, a role, a number."""
        role, area, number, _rest = announced(line.text.rstrip(": "))
        self.announce(line.text, role, area, number)

    def announce(self, text: str, role: Role | None, area: Area | None, number: str) -> None:
        """Sets the state to what a heading or label says."""
        state = self.state
        if role is Role.VOICE and state.letter == "A" and state.role is Role.ASPIRATION:
            return
        state.heading, state.number, state.refers, state.awaits = text, "", (), None
        role = role or self._meant(text, named=bool(area or number))
        if role in REFERENCES:
            self._serves(text, role)
            return
        if area is not None:
            self._of_area(text, area, role, number)
        elif number:
            self._numbered(text, role, number)
        if role is None or role in (Role.VOICE, Role.VIEW, Role.DETAIL, Role.AREA):
            if area is not None or state.letter == "A":
                state.role, state.told = _DEFAULT.get(state.letter, Role.OTHER), False
            return
        if not (number and state.refers):
            self.turn(role)
        if state.role is Role.PROVISION and not number and wording.for_all(text):
            self.new_block()
        if state.role is Role.PROVISION and (letter := refers_to(text)) and has_digit(text):
            state.refers = ((BY_LETTER[letter], text),)

    def _of_area(self, text: str, area: Area, role: Role | None, number: str) -> None:
        """Takes a heading that names an area: "2.1 Cognition", "Learning: need (a), outcome 2"."""
        self.enter_area(area)
        if number and not number[0].isdigit():  # else it is the heading's own
            self._numbered(text, role, number)
        if PROVIDED & set(self.state.scope) and _NAMES_ONE.search(text):
            self.state.refers = ((BY_LETTER[refers_to(text)], text),)

    def _meant(self, text: str, *, named: bool) -> Role | None:
        """What a heading means here that is not known: by what it names, or by its own words."""
        if PROVIDED & set(self.state.scope) and (letter := names_numbered(text)):
            return BY_LETTER.get(letter)
        if self.state.letter != "B" or named or not (kind := wording.of_heading(text)):
            return None
        return _SPEAKS[kind]

    def _numbered(self, text: str, role: Role | None, number: str) -> None:
        """Takes a heading that bears a number: of what follows, or of what it serves."""
        state = self.state
        target = letter_of(role, state.letter) if role else ""
        if set(state.scope) <= PROVIDED and target in ("B", "E") and target in self.letters:
            state.refers = ((BY_LETTER[target], text),)
            self.new_block()
            return
        state.number = number
        if target in ("B", "E"):
            self.new_block()

    def _serves(self, text: str, role: Role) -> None:
        """Takes a heading that says what the words below it serve: "To meet outcome 1"."""
        state = self.state
        if not has_digit(text):
            state.awaits = role
            return
        self.new_block()
        if role is Role.OUTCOME_REF and "F" in state.scope:
            self.turn(Role.PROVISION)
        elif state.letter in PROVIDED | set(THREAD):
            state.role, state.told = _DEFAULT[state.letter], False
        state.refers = ((role, text),)

    def number_row(self, number: str) -> None:
        """Takes a row that is labelled with a number alone: the label of the row above is over."""
        if self.state.role in (Role.STRENGTH, Role.CURRENT, Role.STEP):
            self.state.role, self.state.told = self.outside
        self.state.number = number

    def enter_area(self, area: Area) -> None:
        """Goes over to another area of need."""
        self.state.area = area
        self.area_from, self.area_fresh = self.grid, True
        self.region += 1
        self.new_block()

    def turn(self, role: Role, *, firm: bool = False) -> None:
        """Goes over to what a heading, label or column head announces, if it may from here."""
        state = self.state
        if state.letter == "A":
            hoped = role in (Role.ASPIRATION, Role.OUTCOME)  # "My goals", "What I want to achieve"
            state.role = Role.ASPIRATION if hoped else Role.VIEW
            state.told = True
            return
        if role is Role.ASPIRATION or not state.letter or state.letter in "IJK":
            return
        if role is Role.MEDIUM:
            role = Role.STEP if self._has_outcome() else Role.OUTCOME
        target = letter_of(role, state.letter)
        if state.letter not in THREAD and not firm:
            return
        if target and target not in state.scope and not firm:
            forward = (state.letter, target) == ("E", "F") or target not in self.letters
            if not forward and not (target in "BE" and state.letter in "EF"):
                return
        state.letter = target or state.letter
        state.role, state.told = role, role is not Role.MIXED

    def _has_outcome(self) -> bool:
        """An outcome stands in this region already."""
        return any(p.role is Role.OUTCOME and p.region == self.region for p in self.pieces[-NEAR:])


def has_digit(text: str) -> bool:
    """It names something by its number."""
    return any(c.isdigit() for c in text)
