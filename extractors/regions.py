"""Which section, heading and card the words at hand belong to, and all the words kept so far."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors import wording
from extractors.headings import Role, titles
from extractors.labels import (
    announced,
    ending_codes,
    is_blank,
    label_number,
    names_numbered,
    only_refers,
    refers_to,
    run_in,
    split_number,
    without_reference,
)
from extractors.lines import Grid, Line
from extractors.marks import Mark
from extractors.pieces import (
    ASIDE,
    ASIDE_BY_ROLE,
    OUTCOMES,
    REFERENCES,
    Piece,
    Row,
    State,
    letter_of,
)
from extractors.plan import Area, Passage

_BY_LETTER = {"B": Role.NEED_REF, "E": Role.OUTCOME_REF, "A": Role.ASPIRATION_REF}
_DEFAULT = {"A": Role.VIEW, "B": Role.MIXED, "E": Role.OUTCOME, "F": Role.PROVISION}
_RANK = {Role.NEED: 0, Role.OUTCOME: 1, Role.STEP: 2, Role.PROVISION: 3}
_BY_CODE = {"B": Role.NEED, "E": Role.OUTCOME, "F": Role.PROVISION}
_THREAD = "BEF"
_NEAR = 30  # paragraphs: what a detail or reference speaks of stands close before it


class Regions:
    """Collects a document's words by section, heading and card while the walk goes on."""

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
        self.area_fresh = False  # nothing stands yet under the area's heading

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
        self.region += 1
        if not in_card:
            self.new_block()
            self.first = len(self.pieces)

    def note(self, mark: Mark) -> None:
        """Keeps a mark as a heading of its sections."""
        for letter in mark.letters:
            passage = Passage(mark.line.whole, mark.line.paragraph.place)
            self.headings.setdefault(letter, []).append(passage)
        self.changes += 1

    def _area_holds(self, mark: Mark) -> bool:
        """Whether the area named before a mark is that of the section it opens."""
        if not set(mark.letters) <= set(_THREAD):
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
        if last is None or not lines or last.line.grid is not None:
            return False
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
        if role is None and "F" in state.scope:
            role = _BY_LETTER.get(names_numbered(text))
        if role in REFERENCES:
            self._serves(text, role)
            return
        if area is not None:
            self.enter_area(area)
        if number:
            self._numbered(text, role, number)
        if role is None or role in (Role.VOICE, Role.VIEW, Role.DETAIL, Role.AREA):
            if area is not None or state.letter == "A":
                state.role, state.told = _DEFAULT.get(state.letter, Role.OTHER), False
            return
        if not (number and state.refers):
            self.turn(role)
        if state.role is Role.PROVISION and (letter := refers_to(text)) and _has_digit(text):
            state.refers = ((_BY_LETTER[letter], text),)

    def _same_section(self, role: Role) -> bool:
        """A heading of the kind that the number before it is of: "Outcome 1", then "Outcome:"."""
        return self.state.role is role

    def _numbered(self, text: str, role: Role | None, number: str) -> None:
        """Takes a heading that bears a number: of what follows, or of what it serves."""
        state = self.state
        target = letter_of(role, state.letter) if role else ""
        if state.scope == ("F",) and target in ("B", "E") and target in self.letters:
            state.refers = ((_BY_LETTER[target], text),)
            self.new_block()
            return
        state.number = number
        if target in ("B", "E"):
            self.new_block()

    def _serves(self, text: str, role: Role) -> None:
        """Takes a heading that says what the words below it serve: "To meet outcome 1"."""
        state = self.state
        if not _has_digit(text):
            state.awaits = role
            return
        self.new_block()
        if role is Role.OUTCOME_REF and "F" in state.scope:
            self.turn(Role.PROVISION)
        elif state.letter in _THREAD:
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
        if state.letter not in _THREAD and not firm:
            return
        if target and target not in state.scope and not firm:
            forward = (state.letter, target) == ("E", "F") or target not in self.letters
            if not forward and not (target in "BE" and state.letter in "EF"):
                return
        state.letter = target or state.letter
        state.role, state.told = role, role is not Role.MIXED

    def _has_outcome(self) -> bool:
        """An outcome stands in this region already."""
        return any(p.role is Role.OUTCOME and p.region == self.region for p in self.pieces[-_NEAR:])

    def words(self, line: Line, *, row: Row | None = None, group: int | None = None) -> None:
        """Takes a paragraph as words of the section: an item, a labelled line or a reference."""
        text = line.text.strip()
        if is_blank(text) or wording.guidance(text):
            return
        label, rest = run_in(text)
        awaits, self.state.awaits = self.state.awaits, None
        if label:
            self._labelled(line, label, rest, row, group)
        elif awaits and self.last_group() and not wording.states(text):
            self.aside(line, text, self.state.heading, awaits, self.last_group(), row)
            self.state.awaits = awaits
        elif only_refers(text) and self.pieces and self.state.letter in _THREAD:
            self._reference(line, text, _BY_LETTER.get(refers_to(text), Role.REF))
        elif self.state.letter in ("E", "F") and (role := self._names_known(text)):
            self._reference(line, text, role)
        else:
            self.piece(line, text, row=row, group=group)

    def _names_known(self, text: str) -> Role | None:
        """What a few words speak of that end in numbers of earlier items: "This is about 2.4"."""
        codes = ending_codes(text)
        letters = {p.letter for p in self.pieces if p.number in codes} - {self.state.letter}
        known = {p.number for p in self.pieces if p.letter in letters}
        if len(letters) != 1 or not set(codes) <= known or not self.last_group():
            return None
        return _BY_LETTER.get(letters.pop())

    def _reference(self, line: Line, text: str, role: Role) -> None:
        """Takes a line that says what the item before it serves."""
        kept = replace(self.state)
        self.state.role = role
        self.piece(line, text, serves=self.last_group(Role.STEP))
        self.state = kept

    def last_group(self, *but: Role) -> tuple[int, ...]:
        """The group of the section's last words that are an item, not said of one."""
        for piece in reversed(self.pieces[self.first :][-_NEAR:]):
            if piece.role not in ASIDE and piece.role not in but:
                return (piece.group,)
        return ()

    def _labelled(
        self, line: Line, label: str, rest: str, row: Row | None, group: int | None
    ) -> None:
        """Takes words with their label on the same line."""
        role, area, number, _ = announced(label)
        if role is Role.AREA:
            if named := announced(rest)[1]:
                self.state.area = named
            return
        if role is Role.NUMBER:
            self.state.reference = rest.strip(" .:()")
            return
        if role in ASIDE_BY_ROLE and only_refers(rest) and self.last_group():
            role = ASIDE_BY_ROLE[role]  # "Needs: B1, B3"
        if role in REFERENCES and _has_digit(label) and not only_refers(rest):
            self.announce(label, role, area, number)
        elif role in ASIDE:
            served = self.last_group(*((Role.STEP,) if role in REFERENCES else ()))
            self.aside(line, rest, label, role, served, row)
            return
        elif role is not Role.MIXED:
            self.announce(label, role, area, number)
        if rest:
            self.piece(line, rest, row=row, group=group)

    def aside(
        self,
        line: Line,
        text: str,
        head: str,
        role: Role,
        serves: tuple[int, ...],
        row: Row | None = None,
    ) -> None:
        """Keeps words that say more about an item: who, how often, which need it meets."""
        if is_blank(text):
            return
        if not serves and self.state.letter in _THREAD and wording.states(text):
            self.piece(line, text, row=row)  # there is nothing that it could be said of
            return
        kept = replace(self.state)
        self.state.role, self.state.number = role, ""
        served = (x.letter for x in reversed(self.pieces[-_NEAR:]) if x.group in serves)
        self.state.letter = next(served, self.state.letter)
        self.piece(line, text, row=row, head=head, serves=serves)
        self.state = kept

    def piece(
        self,
        line: Line,
        text: str,
        *,
        row: Row | None = None,
        head: str = "",
        serves: tuple[int, ...] = (),
        group: int | None = None,
    ) -> None:
        """Keeps one paragraph."""
        state = self.state
        self._end_steps(line)
        number = state.number or state.reference or label_number(line.paragraph.label)
        number = number or split_number(text)[0]
        state.number = state.reference = ""
        self._by_code(number)
        rank = _RANK.get(state.role, -1)
        if rank in (0, 1) and rank < self.rank:
            self.new_block()
        self.rank = max(self.rank, rank)
        self.area_fresh = False
        row = self.rows.get(row[:2], row) if row else None
        text, reference = without_reference(text)
        refers = state.refers
        if reference:
            role = _BY_LETTER.get(refers_to(reference), Role.REF)
            refers = (*refers, (role, reference))
        self.pieces.append(
            Piece(
                line,
                text,
                state.letter,
                state.role,
                self._own(),
                state.told,
                number,
                state.area,
                state.heading,
                head,
                row,
                self.block,
                self.region,
                self.next_group() if group is None else group,
                serves,
                refers,
            )
        )

    def _by_code(self, number: str) -> None:
        """Goes over to the section that a code like "F3.1" names, where several are open."""
        state = self.state
        letter = number[:1]
        if (
            letter in _BY_CODE
            and number[1:2].isdigit()
            and letter != state.letter
            and letter in state.scope
            and state.letter in _THREAD
            and state.role not in ASIDE
        ):
            state.letter, state.role = letter, _BY_CODE[letter]

    def _end_steps(self, line: Line) -> None:
        """Goes back from steps to outcomes where a paragraph is set as the last outcome was."""
        state = self.state
        if state.role is not Role.STEP or not state.told:
            return
        steps: list[Piece] = []
        for piece in reversed(self.pieces):
            if piece.region != self.region or piece.line.box is not line.box:
                return
            if piece.role is Role.OUTCOME:
                if steps and _goes_back(line, piece.line, steps[-1].line):
                    state.role, state.told = Role.OUTCOME, False
                return
            if piece.role is Role.STEP:
                steps.append(piece)

    def _own(self) -> bool:
        """Whether such words belong here, rather than being quoted from another section."""
        letter, scope = self.state.letter, self.state.scope
        if letter in scope or letter not in self.letters or letter not in _THREAD:
            return True
        order = [_THREAD.find(x) for x in scope if x in _THREAD]
        return not order or _THREAD.find(letter) > max(order)


def _goes_back(line: Line, outcome: Line, step: Line) -> bool:
    """The paragraph is set and numbered as the outcome is and the step is not."""
    here, above, below = shape(line), shape(outcome), shape(step)
    if above != below:
        return here == above
    return wording.promises(line.text) and not wording.promises(step.text)


def shape(line: Line) -> tuple[str, int, int, bool]:
    """How a paragraph is set: its number's form, its depth, where it begins, bold or not."""
    p = line.paragraph
    number = label_number(p.label) or split_number(p.text)[0] or p.label.strip()
    left = round(p.place.box[0] / 6) if p.place.box else 0
    form = re.sub(r"\b[a-z]{1,4}\b", "a", re.sub(r"\d+", "9", number))
    return (form, p.level, left, p.bold)


def _has_digit(text: str) -> bool:
    return any(c.isdigit() for c in text)
