"""The plan as it is written: what all of the checks and reports speak of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from extractors.document import Caveat, Place, SetAside
from extractors.pupil_numbers import is_nhs_number, is_upn

# Regulation 12(1) of the SEND Regulations 2014, and K, the advice of regulation 12(4).
LETTERS = ("A", "B", "C", "D", "E", "F", "G", "H1", "H2", "I", "J", "K")
EDUCATION = frozenset("ABEF")  # the sections of the golden thread
HEALTH_AND_CARE = frozenset({"C", "D", "G", "H1", "H2"})


class Kind(StrEnum):
    """What an item is. Aspiration, need, outcome and provision are the links of the thread."""

    ASPIRATION = "aspiration"
    VIEW = "view"
    NEED = "need"
    STRENGTH = "strength"
    CURRENT = "current"  # how things are now
    OUTCOME = "outcome"
    STEP = "step"  # a short-term target on the way to an outcome
    PROVISION = "provision"
    CONTEXT = "context"  # anything else that is said inside a section


class Area(StrEnum):
    """The areas that plans are divided by: Code of Practice 6.28 to 6.35, and what plans add."""

    COMMUNICATION = "communication and interaction"
    COGNITION = "cognition and learning"
    SEMH = "social, emotional and mental health"
    SENSORY_PHYSICAL = "sensory and physical"
    ADULTHOOD = "preparing for adulthood"
    HEALTH = "health"
    CARE = "social care"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of the plan, and where they stand."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Column:
    """What another column of an item's row says of it: who, how often, by when, reviewed."""

    head: str  # the column's head as printed: "By whom", "Frequency"
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Item:
    """One aspiration, need, outcome, step, provision or other statement, as printed."""

    id: str  # unique in the plan: the section and a running number, "E2"
    section: str
    kind: Kind
    text: str  # its words, without number, bullet or label
    place: Place  # of its first word
    number: str = ""  # as printed: "E1", "Outcome 2", "F1.2"
    area: Area | None = None  # only where the plan prints it
    heading: str = ""  # the heading that it stands under, as printed
    stem: str = ""  # the words that lead into its list: "By the end of Year 6, Amira will:"
    columns: tuple[Column, ...] = ()

    @property
    def full_text(self) -> str:
        """Its words, and those of the other columns of its row."""
        return " | ".join([self.text, *(c.text for c in self.columns)])


@dataclass(frozen=True, slots=True)
class Reference:
    """What the plan itself prints as belonging together."""

    from_id: str
    to_id: str
    how: str  # in words: "same row", "same card", "«E2» is printed beside it"
    place: Place


@dataclass(frozen=True, slots=True)
class Section:
    """One lettered section, found or not."""

    letter: str
    found: bool = False
    labelled: bool = False  # by its letter, not by a title alone
    says_none: bool = False  # it states that there is nothing: "None identified"
    headings: tuple[Passage, ...] = ()  # each mark that opened it, as printed
    passages: tuple[Passage, ...] = ()  # all that stands in it, headings and labels left out

    @property
    def empty(self) -> bool:
        """Found, but nothing stands in it."""
        return self.found and not self.passages


@dataclass(frozen=True, slots=True)
class Child:
    """Whose plan it is, as the cover says."""

    name: str | None = None
    known_as: str | None = None
    date_of_birth: dt.date | None = None
    upn: str | None = None  # as printed, though it may be no number that was ever given out
    year_group: str | None = None  # as printed: "Year 4", "NCY 6", "Reception"
    sex: str | None = None  # as printed
    nhs_number: str | None = None  # as printed, its ten digits without spaces
    references: tuple[Passage, ...] = ()  # by which the authority knows the child, as printed

    @property
    def upn_valid(self) -> bool:
        """Whether there is a unique pupil number whose check letter agrees."""
        return self.upn is not None and is_upn(self.upn)

    @property
    def nhs_number_valid(self) -> bool:
        """Whether there is an NHS number whose check digit agrees."""
        return self.nhs_number is not None and is_nhs_number(self.nhs_number)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the cover says about the plan itself."""

    status: str | None = None  # "draft", "proposed", "final" or "amended"
    date: dt.date | None = None  # final or amended, not the draft, the first plan or the review
    review_date: dt.date | None = None
    setting: str | None = None
    authority: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """An EHC plan as it is written."""

    child: Child
    facts: Facts
    sections: tuple[Section, ...]  # one for each of LETTERS, in that order
    items: tuple[Item, ...]  # of Sections A to H2, in the order in which they are printed
    references: tuple[Reference, ...] = ()
    format: str = "docx"
    pages: int | None = None
    caveats: frozenset[Caveat] = frozenset()
    set_aside: tuple[SetAside, ...] = ()

    def section(self, letter: str) -> Section:
        """The section of that letter, found or not."""
        return self.sections[LETTERS.index(letter)]

    def of(self, *kinds: Kind) -> tuple[Item, ...]:
        """The items of those kinds in Sections A, B, E and F, in the order of printing."""
        return tuple(i for i in self.items if i.kind in kinds and i.section in EDUCATION)

    @property
    def aspirations(self) -> tuple[Item, ...]:
        """What the child and family hope for."""
        return self.of(Kind.ASPIRATION)

    @property
    def needs(self) -> tuple[Item, ...]:
        """The special educational needs of Section B."""
        return self.of(Kind.NEED)

    @property
    def outcomes(self) -> tuple[Item, ...]:
        """The outcomes of Section E, steps left out."""
        return self.of(Kind.OUTCOME)

    @property
    def provision(self) -> tuple[Item, ...]:
        """The special educational provision of Section F."""
        return self.of(Kind.PROVISION)

    @property
    def health_and_care_needs(self) -> tuple[Item, ...]:
        """The health needs of Section C and the social care needs of Section D."""
        return self._beyond(Kind.NEED)

    @property
    def health_and_care_provision(self) -> tuple[Item, ...]:
        """The provision of Sections G, H1 and H2."""
        return self._beyond(Kind.PROVISION)

    def _beyond(self, kind: Kind) -> tuple[Item, ...]:
        return tuple(i for i in self.items if i.kind is kind and i.section in HEALTH_AND_CARE)
