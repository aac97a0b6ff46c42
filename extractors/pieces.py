"""What the walk over a document keeps of each paragraph, and what it knows at that point."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.document import Place
from extractors.headings import Role
from extractors.lines import Line
from extractors.plan import Area

NEEDS = frozenset({Role.NEED, Role.STRENGTH, Role.CURRENT, Role.MIXED})
OUTCOMES = frozenset({Role.OUTCOME, Role.MEDIUM, Role.STEP})
REFERENCES = frozenset({Role.NEED_REF, Role.OUTCOME_REF, Role.ASPIRATION_REF, Role.REF})
ASIDE = REFERENCES | {Role.DETAIL, Role.NUMBER}
PROVISIONS = frozenset({Role.PROVISION, Role.HEALTH_PROVISION, Role.CARE_PROVISION})
CONTENT = NEEDS | OUTCOMES | PROVISIONS | {Role.ASPIRATION, Role.MONITORING}
ASIDE_BY_ROLE = {
    Role.NEED: Role.NEED_REF,
    Role.MIXED: Role.NEED_REF,
    Role.OUTCOME: Role.OUTCOME_REF,
    Role.ASPIRATION: Role.ASPIRATION_REF,
}
Row = tuple[int, int, int]  # a grid, and the first and last row of a cell in it


@dataclass(slots=True)
class Piece:
    """One paragraph of a section, and what its surroundings say of it."""

    line: Line
    text: str
    letter: str
    role: Role
    own: bool = True  # not a quotation of another section's words
    home: str = ""  # the section that it stands in, where it is quoted from another
    told: bool = False  # a heading, label or column says what it is
    number: str = ""
    area: Area | None = None
    heading: str = ""
    head: str = ""  # of its column, or its label
    row: Row | None = None
    block: int = 0  # what is printed together: a card, an outcome and what is under it
    region: int = 0  # what stands under one mark or area heading
    group: int = 0  # the cell or line that it comes from
    serves: tuple[int, ...] = ()  # the groups that a detail or reference speaks of
    refers: tuple[tuple[Role, str], ...] = ()  # printed with it: "[E1, E4]", or in its heading

    @property
    def place(self) -> Place:
        """Where it stands, in Word with its section."""
        return self.line.paragraph.place.within(self.home or self.letter)


@dataclass(slots=True)
class State:
    """Where the walk stands."""

    scope: tuple[str, ...] = ()
    letter: str = ""
    role: Role = Role.OTHER
    told: bool = False
    area: Area | None = None
    heading: str = ""
    number: str = ""  # of a heading, for the words that follow
    reference: str = ""  # the same on a line of its own: "Reference: OUT-1"
    refers: tuple[tuple[Role, str], ...] = ()
    awaits: Role | None = None  # a label alone on its line asks which item this serves


def letter_of(role: Role, letter: str = "") -> str:
    """The section in which such words stand; in Sections C, D, G and H, health's and care's own."""
    if role is Role.ASPIRATION:
        return "A"
    if role in OUTCOMES:
        return "E"
    if role in NEEDS:
        return {"C": "C", "G": "C", "D": "D", "H1": "D", "H2": "D"}.get(letter, "B")
    if role is Role.PROVISION:
        return {"C": "G", "G": "G", "D": "H1", "H1": "H1", "H2": "H2"}.get(letter, "F")
    return {Role.HEALTH_PROVISION: "G", Role.CARE_PROVISION: "H1"}.get(role, "")
