"""All the words of a document's sections, each with the heading and card that it stands in."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors import wording
from extractors.headings import Role
from extractors.labels import (
    announced,
    ending_codes,
    is_blank,
    is_number,
    label_number,
    only_refers,
    refers_to,
    run_in,
    says_nothing,
    split_number,
    without_reference,
)
from extractors.lines import Line
from extractors.pieces import ASIDE, ASIDE_BY_ROLE, REFERENCES, Piece, Row
from extractors.standing import BY_LETTER, NEAR, PROVIDED, THREAD, Standing, has_digit

_AND = re.compile(r"\s*(?:,|;|&|\band\b)\s*")
_RANK = {Role.NEED: 0, Role.OUTCOME: 1, Role.STEP: 2, Role.PROVISION: 3}
_BY_CODE = {"B": Role.NEED, "E": Role.OUTCOME, "F": Role.PROVISION}
_WITHOUT_ITEMS = frozenset("IJK")


class Regions(Standing):
    """Collects a document's words by section, heading and card while the walk goes on."""

    def words(self, line: Line, *, row: Row | None = None, group: int | None = None) -> None:
        """Takes a paragraph as words of the section: an item, a labelled line or a reference."""
        text = line.text.strip()
        if is_blank(text) or wording.guidance(text) or line.number in self.furniture:
            return
        label, rest = run_in(text)
        awaits, self.state.awaits = self.state.awaits, None
        if label:
            self._labelled(line, label, rest, row, group)
        elif awaits and self.last_group() and not wording.states(text):
            self.aside(line, text, self.state.heading, awaits, self.last_group(), row)
            self.state.awaits = awaits
        elif only_refers(text) and self.pieces and self.state.letter in {*THREAD, *PROVIDED}:
            self._reference(line, text, BY_LETTER.get(refers_to(text), Role.REF))
        elif self.state.letter in ("E", "F") and (role := self._names_known(text)):
            self._reference(line, text, role)
        else:
            self.piece(line, text, row=row, group=group)

    def _names_known(self, text: str) -> Role | None:
        """What a few words speak of that end in numbers of earlier items: "This is about 2.4"."""
        codes = ending_codes(text)
        if not codes:
            return None
        letters = {p.letter for p in self.pieces if p.number in codes} - {self.state.letter}
        known = {p.number for p in self.pieces if p.letter in letters}
        if len(letters) != 1 or not set(codes) <= known or not self.last_group():
            return None
        return BY_LETTER.get(letters.pop())

    def _reference(self, line: Line, text: str, role: Role) -> None:
        """Takes a line that says what the item before it serves."""
        kept = replace(self.state)
        self.state.role = role
        self.piece(line, text, serves=self.last_group(Role.STEP))
        self.state = kept

    def last_group(self, *but: Role) -> tuple[int, ...]:
        """The group of the section's last words that are an item, not said of one."""
        for piece in reversed(self.pieces[self.first :][-NEAR:]):
            if piece.role not in ASIDE and piece.role not in but:
                return (piece.group,)
        return ()

    def _labelled(
        self, line: Line, label: str, rest: str, row: Row | None, group: int | None
    ) -> None:
        """Takes words with their label on the same line."""
        role, area, number, _ = announced(label)
        if role is None or (role is Role.NEED and announced(rest)[1]):
            role = self._by_value(rest)
        if role is Role.AREA:
            if named := announced(rest)[1]:
                self.state.area = named
            return
        if role is Role.NUMBER:
            self.state.reference = rest.strip(" .:()")
            return
        if role in ASIDE_BY_ROLE and only_refers(rest) and self.last_group():
            role = ASIDE_BY_ROLE[role]  # "Needs: B1, B3"
        if role in REFERENCES and has_digit(label) and not only_refers(rest):
            self.announce(label, role, area, number)
        elif role in ASIDE:
            served = self.last_group(*((Role.STEP,) if role in REFERENCES else ()))
            self.aside(line, rest, label, role, served, row)
            return
        elif role is not Role.MIXED:
            self.announce(label, role, area, number)
        if rest:
            self.piece(line, rest, row=row, group=group)
            self.led = line

    def _by_value(self, rest: str) -> Role | None:
        """What a label that nobody knows must mean, where an area or codes stand beside it."""
        if announced(rest)[1]:
            return Role.AREA
        codes = [c.strip(" .:()") for c in _AND.split(rest)]
        if not (only_refers(rest) or all(is_number(c) for c in codes)) or rest.isdigit():
            return None
        printed = any(p.number in codes for p in self.pieces)
        if len(codes) == 1 and is_number(rest) and not printed:
            return Role.NUMBER if any(c.isalpha() for c in rest) else None
        return BY_LETTER.get(refers_to(rest), Role.REF) if self.last_group() else None

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
        if says_nothing(text):
            return
        if not serves and self.state.letter in THREAD and wording.states(text):
            self.piece(line, text, row=row)  # there is nothing that it could be said of
            return
        kept = replace(self.state)
        self.state.role, self.state.number = role, ""
        served = (x.letter for x in reversed(self.pieces[-NEAR:]) if x.group in serves)
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
        number = self._number(line, text)
        self._end_strengths(line, text, number)
        self._by_code(number)
        rank = _RANK.get(state.role, -1)
        if rank in (0, 1) and rank < self.rank:
            self.new_block()
        self.rank = max(self.rank, rank)
        self.area_fresh = False
        row = self.rows.get(row[:2], row) if row else None
        reference = ""
        if state.letter not in _WITHOUT_ITEMS:  # there the reference is what the sentence says
            text, reference = without_reference(text)
        role = BY_LETTER.get(refers_to(reference), Role.REF)
        refers = (*state.refers, *([(role, reference)] if reference else ()))
        self.pieces.append(
            Piece(
                line,
                text,
                state.letter,
                state.role,
                self._own(),
                "" if self._own() else max(set(state.scope) & set(THREAD), default=""),
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

    def _number(self, line: Line, text: str) -> str:
        """The number of what is about to be kept: announced before it, or printed with it."""
        state = self.state
        announced_before = state.number or state.reference
        state.number = state.reference = ""
        return announced_before or label_number(line.paragraph.label) or split_number(text)[0]

    def _by_code(self, number: str) -> None:
        """Goes over to the section that a code like "F3.1" names, where several are open."""
        state = self.state
        letter = number[:1]
        if (
            letter in _BY_CODE
            and number[1:2].isdigit()
            and letter != state.letter
            and letter in state.scope
            and state.letter in THREAD
            and state.role not in ASIDE
        ):
            state.letter, state.role = letter, _BY_CODE[letter]

    def _end_strengths(self, line: Line, text: str, number: str) -> None:
        """Lets go of "Strengths: ...", said on one line, where needs come: numbered, or as a list.

        What comes after it, set alike and without a number, may still be strengths.
        """
        led, state = self.led, self.state
        held = state.role in (Role.STRENGTH, Role.CURRENT)
        if led is None or not held or led.box is not line.box:
            self.led = None
        elif number or (shape(line) != shape(led) and wording.difficulty(text)):
            state.role, state.told = Role.MIXED, False
            self.led = None

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
        if letter in scope or letter not in self.letters or letter not in THREAD:
            return True
        order = [THREAD.find(x) for x in scope if x in THREAD]
        return not order or THREAD.find(letter) > max(order)


def _goes_back(line: Line, outcome: Line, step: Line) -> bool:
    """The paragraph is set and numbered as the outcome is and the step is not."""
    here, above, below = shape(line), shape(outcome), shape(step)
    if _stands_elsewhere(line, outcome):  # there, where each begins says little
        here, above, below = (
            (form, depth, 0, bold) for form, depth, _, bold in (here, above, below)
        )
    if above != below:
        return here == above
    return wording.promises(line.text) and not wording.promises(step.text)


def _stands_elsewhere(line: Line, before: Line) -> bool:
    """Whether text ran on to another column or page between two paragraphs."""
    here, there = line.paragraph.place, before.paragraph.place
    if not here.box or not there.box:
        return False
    return here.page != there.page or here.box[1] < there.box[1]


def shape(line: Line) -> tuple[str, int, int, bool]:
    """How a paragraph is set: its number's form, its depth, where it begins, bold or not."""
    p = line.paragraph
    number = label_number(p.label) or split_number(p.text)[0] or p.label.strip()
    left = round(p.place.box[0] / 6) if p.place.box else 0
    form = re.sub(r"\b[a-z]{1,4}\b", "a", re.sub(r"\d+", "9", number))
    return (form, p.level, left, p.bold)
