"""Which parts a line of provision has to say, and which of them it does not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.case import Case
from checks.language.readings import ProvisionReading, ProvisionSort, Slot
from extractors.plan import Item

_ALL = frozenset({Slot.WHAT, Slot.HOW_LONG, Slot.HOW_OFTEN, Slot.WHO, Slot.EXPERTISE})
# A way of working that goes on all day: «in every lesson», «whenever a task changes».
_CONSTANT = re.compile(
    r"\b(?:(?:in|at|for|during|across) (?:every|each|all)(?: (?:of|her|his|their|my|the))? "
    r"(?:lesson|session|class|task|activit|time|change|transition|subject|setting|play|meal)|"
    r"(?:every|each) (?:lesson|task|activity|change)|throughout|at all times|whenever|all day|"
    r"across the (?:school )?day|in all)",
    re.IGNORECASE,
)


def readings(case: Case) -> Iterator[tuple[Item, ProvisionReading]]:
    """Gives each line of provision with its reading."""
    for line in case.plan.provision:
        if reading := case.provisions.get(line.id):
            yield line, reading


def unsaid(case: Case, slot: Slot) -> Iterator[tuple[Item, ProvisionReading]]:
    """Gives the lines that have to say that part, and do not."""
    for line, reading in readings(case):
        if slot in _asked(reading, case) and not reading.slot(slot):
            yield line, reading


def _asked(reading: ProvisionReading, case: Case) -> frozenset[Slot]:
    """What a line has to say: by its sort, and everything where its words leave the duty open."""
    asked = frozenset(case.rubric.provision.asks.get(reading.sort, ()))
    constant = bool(_CONSTANT.search(reading.text))
    if reading.sort is not ProvisionSort.EQUIPMENT and not constant and is_loose(reading):
        asked |= _ALL
    return asked - {Slot.HOW_LONG, Slot.EXPERTISE} if constant else asked


def is_loose(reading: ProvisionReading) -> bool:
    """Whether its words leave open what is owed."""
    return bool(reading.weak_duty) or any(not weasel.softened for weasel in reading.weasel)
