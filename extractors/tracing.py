"""The fate of each paragraph, worked out from the steps of an ordinary reading.

What the steps leave unsaid is noted by a collector that takes in words as the ordinary one does.
So an ordinary reading neither knows of this nor is slowed by it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from extractors import wording
from extractors.document import Paragraph, Place
from extractors.fates import Became, Fate
from extractors.headings import Role
from extractors.labels import is_blank, run_in, split_number
from extractors.lines import Line
from extractors.making import Made
from extractors.marks import Mark, candidates
from extractors.pieces import ASIDE, REFERENCES, Piece, Row
from extractors.plan import Plan
from extractors.reading import Understood
from extractors.regions import Regions

_NEAR = 200  # lines: a row that a page's end cuts goes on soon after


class Watched(Regions):
    """Collects words as ever, and notes what was done with the paragraphs handed over."""

    def __init__(self, marks: list[Mark]) -> None:
        super().__init__(marks)
        self.headed: set[int] = set()
        self.dropped: dict[int, Became] = {}
        self.inside: dict[int, bool] = {}  # whether a section was open at a paragraph

    def note(self, mark: Mark) -> None:
        """Notes a mark as it opens its sections."""
        super().note(mark)
        self.inside[mark.line.number] = True

    def heading(self, line: Line) -> None:
        """Notes a heading."""
        self.headed.add(line.number)
        self.inside[line.number] = bool(self.state.scope)
        super().heading(line)

    def words(self, line: Line, *, row: Row | None = None, group: int | None = None) -> None:
        """Notes words of which nothing was kept."""
        before = len(self.pieces)
        self.inside[line.number] = bool(self.state.scope)
        super().words(line, row=row, group=group)
        if len(self.pieces) == before:
            self.dropped[line.number] = _why_dropped(line.text.strip())

    def aside(
        self,
        line: Line,
        text: str,
        head: str,
        role: Role,
        serves: tuple[int, ...],
        row: Row | None = None,
    ) -> None:
        """Notes details that say nothing."""
        before = len(self.pieces)
        self.inside[line.number] = bool(self.state.scope)
        super().aside(line, text, head, role, serves, row)
        if len(self.pieces) == before:
            self.dropped[line.number] = Became.BLANK


def _why_dropped(text: str) -> Became:
    if is_blank(text):
        return Became.BLANK
    if wording.guidance(text):
        return Became.GUIDANCE
    return Became.LABEL if run_in(text)[0] else Became.UNPLACED


@dataclass(slots=True)
class _Steps:
    """The steps of a reading, by paragraph."""

    pieces: dict[int, list[Piece]] = field(default_factory=dict)  # by the line's number
    made: dict[int, Made] = field(default_factory=dict)  # by the piece's identity
    repeated: dict[int, Made] = field(default_factory=dict)
    serving: dict[int, list[str]] = field(default_factory=dict)  # the items of each group
    detailed: dict[tuple[Place, str], list[str]] = field(default_factory=dict)  # by column
    led: dict[str, list[str]] = field(default_factory=dict)  # by the words that lead in


class Tracer:
    """The fate of each paragraph, from the steps of a reading."""

    def __init__(self, done: Understood) -> None:
        if not isinstance(done.regions, Watched):
            raise TypeError("The words were collected without being watched.")
        self._done, self._regions = done, done.regions
        self._is_plan = isinstance(done.plan, Plan)
        self._lines: dict[int, list[Line]] = {}
        places: dict[Place, list[Line]] = {}
        for line in done.lines:
            self._lines.setdefault(id(line.paragraph), []).append(line)
            places.setdefault(line.paragraph.place, []).append(line)
        self._places = places
        self._steps = _steps(done)
        self._numbers = sorted(self._steps.pieces)
        self._marks = sorted(self._regions.marks)
        self._with_items = {m.piece.letter for m in done.items.made}
        self._first = min((m.line.number for m in done.regions.opened), default=len(done.lines))
        marks = self._regions.marks
        self._titles = {n: m for m in marks.values() for n in range(m.line.number, m.last + 1)}
        labelled = (m for m in candidates(done.lines) if m.labelled)
        self._listed = {m.line.number for m in labelled} - set(marks)
        self._open = _open_at(done.lines, self._regions.inside)

    def fate(self, paragraph: Paragraph) -> Fate:
        """What became of a paragraph."""
        if not paragraph.text.strip():
            return Fate(Became.BLANK)
        lines = self._lines.get(id(paragraph)) or self._places.get(paragraph.place, [])
        found = [self._line(line) for line in lines]
        if not found:
            return Fate(Became.OUTSIDE if self._is_plan else Became.NOT_A_PLAN)
        return _together(found)

    def _line(self, line: Line) -> Fate:
        if not self._is_plan:
            return Fate(Became.NOT_A_PLAN)
        return self._kept(line) or self._announcing(line) or self._left_out(line)

    def _kept(self, line: Line) -> Fate | None:
        """What became of a line that opens a section, or whose words a section took in."""
        if mark := self._titles.get(line.number):
            return Fate(Became.SECTION_MARK, mark.letters)
        if pieces := self._steps.pieces.get(line.number):
            return _together([self._piece(piece) for piece in pieces])
        above = self._joined_to(line) if line.number in self._regions.taken else None
        return self._piece(above) if above else None

    def _announcing(self, line: Line) -> Fate | None:
        """What became of a line that was handed over, and of which no words were kept."""
        letters = self._letters_near(line.number)
        if line.number in self._regions.headed:
            return Fate(Became.HEADING, letters)
        became = self._regions.dropped.get(line.number)
        return Fate(became, letters) if became else None

    def _left_out(self, line: Line) -> Fate:
        """What became of a line that was not handed over: a label or head, or of no section."""
        if line.number < self._first:
            listed = line.number in self._listed
            return Fate(Became.LISTS_SECTIONS if listed else Became.BEFORE_SECTIONS)
        if line.box is None or not self._open[line.number]:
            return Fate(Became.OUTSIDE)
        letters = self._letters_near(line.number)
        if is_blank(line.text):
            return Fate(Became.BLANK, letters)
        said = wording.states(line.text) and not self._heads_a_row(line)
        return Fate(Became.UNPLACED if said else Became.LABEL, letters)

    def _piece(self, piece: Piece) -> Fate:
        """What became of words that a section took in."""
        letters = (piece.letter,)
        if made := self._steps.made.get(id(piece)):
            return Fate(Became.ITEM, letters, (made.id,))
        if piece.role in ASIDE:
            return self._aside(piece)
        if quote := self._steps.repeated.get(id(piece)):
            if quote.quotes is None:
                return Fate(Became.UNPLACED, letters)
            return Fate(Became.REPEATED, letters, (quote.quotes.id,))
        led = self._steps.led
        if items := led.get(split_number(piece.text)[1] or piece.text) or led.get(piece.text):
            return Fate(Became.LEAD_IN, letters, tuple(items))
        none = wording.says_none(piece.text)
        return Fate(Became.SAYS_NONE if none else Became.SECTION_WORDS, letters)

    def _aside(self, piece: Piece) -> Fate:
        """What became of words that say more about an item, or which others it belongs to."""
        letters = (piece.letter,)
        if piece.role is not Role.DETAIL:
            served = [id for group in piece.serves for id in self._steps.serving.get(group, ())]
            became = Became.REFERENCE if piece.role in REFERENCES else Became.LABEL
            return Fate(became, letters, tuple(dict.fromkeys(served)))
        if items := self._steps.detailed.get((piece.line.paragraph.place, piece.text)):
            return Fate(Became.DETAIL, letters, tuple(dict.fromkeys(items)))
        return Fate(
            Became.UNPLACED if piece.letter in self._with_items else Became.SECTION_WORDS, letters
        )

    def _joined_to(self, line: Line) -> Piece | None:
        """The piece of an earlier page that the rest of a cut row was joined to."""
        end = bisect_left(self._numbers, line.number)
        for number in reversed(self._numbers[max(0, end - _NEAR) : end]):
            for piece in self._steps.pieces[number]:
                if line.text in piece.text:
                    return piece
        return None

    def _letters_near(self, number: int) -> tuple[str, ...]:
        """The section that a heading or label stands in: that of the words below it, or above."""
        at, mark = bisect_left(self._numbers, number), bisect_right(self._marks, number)
        end = self._marks[mark] if mark < len(self._marks) else len(self._done.lines)
        opened = self._marks[mark - 1] if mark else -1
        if at < len(self._numbers) and self._numbers[at] < end:
            return (self._steps.pieces[self._numbers[at]][0].letter,)
        if at and self._numbers[at - 1] > opened:
            return (self._steps.pieces[self._numbers[at - 1]][0].letter,)
        return self._regions.marks[opened].letters if mark else ()

    def _heads_a_row(self, line: Line) -> bool:
        """All of its row was taken for heads or labels."""
        if line.grid is None or line.box is None:
            return False
        row = [b for r in line.grid.rows for b in r if line.box in r]
        return all(one.number not in self._steps.pieces for b in row for one in b.lines)


def _steps(done: Understood) -> _Steps:
    steps = _Steps()
    for piece in done.regions.pieces:
        steps.pieces.setdefault(piece.line.number, []).append(piece)
    for made in done.items.made:
        steps.made |= {id(piece): made for piece in (made.piece, *made.parts)}
        for group in made.groups:
            steps.serving.setdefault(group, []).append(made.id)
        for column in made.columns:
            steps.detailed.setdefault((column.place, column.text), []).append(made.id)
        steps.led.setdefault(made.stem, []).append(made.id)
    for quote in done.items.quotes:
        steps.repeated |= {id(piece): quote for piece in (quote.piece, *quote.parts)}
    return steps


def _open_at(lines: list[Line], noted: dict[int, bool]) -> list[bool]:
    """For each line, whether a section was open there, as last noted."""
    found, is_open = [], False
    for line in lines:
        is_open = noted.get(line.number, is_open)
        found.append(is_open)
    return found


def _together(fates: list[Fate]) -> Fate:
    """The fate of a paragraph of which several things were made: the first of the list counts."""
    order = list(Became)
    first = min(fates, key=lambda fate: order.index(fate.became))
    ids = dict.fromkeys(id for fate in fates if fate.became is first.became for id in fate.items)
    return Fate(first.became, first.letters, tuple(ids))
