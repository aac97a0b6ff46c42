"""What the language reading finds in an outcome or a line of provision, before anyone judges."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Span:
    """Words found in a text, by where they begin and end in it."""

    start: int
    end: int
    text: str


class Basis(StrEnum):
    """What a time-frame is counted by."""

    DATE = "date"
    MONTH = "month"
    TERM = "term"
    YEAR_GROUP = "year group"
    KEY_STAGE = "key stage"
    PHASE = "phase"  # primary, sixth form, a course
    AGE = "age"
    ACADEMIC_YEAR = "academic year"
    DURATION = "duration"  # counted from the plan's date: "within 12 months"
    REVIEW = "review"  # "by the next annual review"


@dataclass(frozen=True, slots=True)
class Timeframe:
    """An end point that a text states."""

    span: Span  # start and end count in the text given; -1, -1 where the list's stem states it
    basis: Basis
    date: date | None  # None where it cannot be known
    number: int | None = None  # the year group, key stage or age named
    note: str = ""  # how it was read, where another reading is possible


class Letter(StrEnum):
    """The letters of SMART that a program can look for."""

    SPECIFIC = "S"
    MEASURABLE = "M"
    ACHIEVABLE = "A"  # a person's judgement: never more than unclear, and never counted
    RELEVANT = "R"  # linked to a need or an aspiration: the thread tells
    TIME_BOUND = "T"


class Met(StrEnum):
    """Whether something asked for is there."""

    MET = "met"
    NOT_MET = "not met"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class OutcomeReading:
    """The parts of an outcome, each with the words that show it."""

    text: str  # the outcome's own words
    stem: str  # of its list
    timeframe: Timeframe | None
    action: Span | None  # the first thing to be seen or heard: "reads aloud"
    observable: bool
    vague: tuple[Span, ...]  # vague verbs and phrases: "improve", "be confident"
    criterion: tuple[Span, ...]  # number, level, condition, product: "in 4 of 5 lessons"
    benefit: Span | None  # "so that ..."
    provision: tuple[Span, ...]  # words of a service: "will receive", "15 hours"
    hours: tuple[Span, ...]  # support hours as the result
    service_subject: Span | None  # "Staff will", "The school will"
    aspiration: tuple[Span, ...]  # a life goal that nobody can be held to
    absolutes: tuple[Span, ...]  # "always", "100%", save for safety and daily routines
    results: tuple[Span, ...]  # the verbs of the separate results it asks for
    past: Span | None  # a wrong tense: "has been helped to"
    letters: tuple[tuple[Letter, Met], ...]
    smart: Met  # from the letters: what guidance would call a good outcome

    def letter(self, letter: Letter) -> Met:
        """Whether that letter of SMART is met."""
        return dict(self.letters)[letter]


class Slot(StrEnum):
    """What provision has to say: Code of Practice 9.69."""

    WHAT = "what"
    HOW_LONG = "how long"
    HOW_OFTEN = "how often"
    WHO = "who"
    EXPERTISE = "expertise"
    RATIO = "ratio"


class ProvisionSort(StrEnum):
    """What sort of provision a line is: each sort needs other slots filled."""

    SESSION = "session"  # therapy, teaching, an intervention: needs everything
    ADULT_SUPPORT = "adult support"  # hours of an adult
    CONTINUOUS = "continuous"  # a way of working all day: "all instructions are given in two steps"
    EQUIPMENT = "equipment"  # a thing, or the room: needs no minutes
    TRAINING = "training"  # of staff
    REVIEW = "review"  # monitoring, meetings, advice
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Weasel:
    """Words that leave room for doubt."""

    span: Span
    family: str  # "access", "as required", "regular", "opportunities", "up to", "modal", ...
    softened: bool = False  # the same line is fully quantified: a note, not a fault


@dataclass(frozen=True, slots=True)
class ProvisionReading:
    """What a line of provision specifies, each with the words that show it.

    The text read is `Item.full_text`: the line and the other columns of its row.
    """

    text: str
    sort: ProvisionSort
    slots: tuple[tuple[Slot, tuple[Span, ...]], ...]  # every slot once; no span = not stated
    weasel: tuple[Weasel, ...]
    duty: Span | None  # "will", "must", "shall"
    weak_duty: Span | None  # "may", "should", "would benefit from"
    ranges: tuple[Span, ...]  # "up to 30 minutes", "20-45 minutes"
    flexible_for_reason: Span | None  # flexibility with its reason: Worcestershire v SE
    minutes_a_week: float | None
    specified: Met

    def slot(self, slot: Slot) -> tuple[Span, ...]:
        """The words that fill that slot."""
        return dict(self.slots)[slot]
