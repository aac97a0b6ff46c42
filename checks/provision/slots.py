"""Which parts a line of provision has to say, and which of them it does not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.case import Case
from checks.language.readings import ProvisionReading, ProvisionSort, Slot, Span
from checks.wordlists import found_in
from extractors.plan import Item

_ALL = frozenset({Slot.WHAT, Slot.HOW_LONG, Slot.HOW_OFTEN, Slot.WHO, Slot.EXPERTISE})
_NAMED = (ProvisionSort.SESSION, ProvisionSort.TRAINING, ProvisionSort.EQUIPMENT)
_DOSE = frozenset({Slot.HOW_LONG, Slot.HOW_OFTEN})
# A way of working that goes on all day: «in every lesson», «whenever a task changes».
_CONSTANT = re.compile(
    r"\b(?:(?:in|at|for|during|across) (?:every|each|all)(?: (?:of|her|his|their|my|the))? "
    r"(?:lesson|session|class|task|activit|time|change|transition|subject|setting|play|meal)|"
    r"(?:every|each) (?:lesson|task|activity|change)|throughout|at all times|whenever|all day|"
    r"across the (?:school )?day|in all)",
    re.IGNORECASE,
)


# What the child may do or feel is no duty of anybody's: «Sam may choose», «when he may be tired».
_CHILDS_OWN = re.compile(
    r"\W*(?:(?:also|still|sometimes|then) )?(?:choose|ask|wish|want|need|find|decide|prefer|become|"
    r"feel|struggle|leave|not |be (?:able|anxious|upset|tired|overwhelmed|late|absent|unable|"
    r"distressed|angry|unwell|away|reluctant)\b)",
    re.IGNORECASE,
)
# «May need support», where nothing else in the line is a duty, is all that is provided.
_NEEDS_HELP = re.compile(
    r"\W*(?:need|want) (?:some |extra |more |additional |adult |occasional )*"
    r"(?:support|help|supervis|assist)",
    re.IGNORECASE,
)
# «May» also gives leave, to the child alone: «and may bring two friends».
_LEAVE = re.compile(r"\W*(?:bring|invite|opt|go|return|stop|rest|pick|eat)\b", re.IGNORECASE)


def readings(case: Case) -> Iterator[tuple[Item, ProvisionReading]]:
    """Gives each line of provision with its reading."""
    for line in case.plan.provision:
        if reading := case.provisions.get(line.id):
            yield line, reading


def unsaid(case: Case, slot: Slot) -> Iterator[tuple[Item, ProvisionReading]]:
    """Gives the lines that have to say that part, and do not."""
    for line, reading in readings(case):
        given = reading.slot(slot) or (slot is Slot.HOW_OFTEN and reading.minutes_a_week)
        if not given and slot in _asked(reading, case) and not is_clause(reading):
            yield line, reading


def is_clause(reading: ProvisionReading) -> bool:
    """Whether a line only says how provision may change: there is no more of it to be said."""
    given = any(reading.slot(s) for s in (Slot.HOW_LONG, Slot.HOW_OFTEN, Slot.WHO, Slot.EXPERTISE))
    return (
        not given
        and reading.sort not in _NAMED
        and "unilateral" in found_in("duties", reading.text)
    )


def _asked(reading: ProvisionReading, case: Case) -> frozenset[Slot]:
    """What a line has to say: by its sort, and everything where its words leave the duty open."""
    asked = frozenset(case.rubric.provision.asks.get(reading.sort, ()))
    constant = bool(_CONSTANT.search(reading.text))
    if is_loose(reading) and not constant:
        asked |= _DOSE if reading.sort is ProvisionSort.EQUIPMENT else _ALL
    if reading.slot(Slot.HOW_LONG):  # a dose: whatever it is, it has a rhythm, and a person's skill
        asked |= {Slot.HOW_OFTEN} | ({Slot.EXPERTISE} if reading.slot(Slot.WHO) else set())
    return asked - {Slot.HOW_LONG, Slot.EXPERTISE} if constant else asked


def is_loose(reading: ProvisionReading) -> bool:
    """Whether its words leave open what is owed."""
    return weak_duty(reading) is not None or any(
        not weasel.softened and weasel.family != "modal" for weasel in reading.weasel
    )


def weak_duty(reading: ProvisionReading) -> Span | None:
    """The words that make a wish of a duty: «would benefit from», «may»."""
    duty = reading.weak_duty
    if duty is None or is_clause(reading):
        return None
    if duty.text.lower().startswith("benefit") and reading.slot(Slot.HOW_LONG):
        return None  # «he benefits from music, so a therapist will sing with him for an hour»
    if _CHILDS_OWN.match(reading.text, duty.end):
        help_owed = reading.duty is None and _NEEDS_HELP.match(reading.text, duty.end)
        return duty if help_owed else None
    leave = duty.text.lower() == "may" and _LEAVE.match(reading.text, duty.end)
    return None if leave else duty
