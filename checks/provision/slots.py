"""Which parts a line of provision has to say, by the sort of provision that it is."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.language.readings import ProvisionReading, Slot
from extractors.plan import Item


def readings(case: Case) -> Iterator[tuple[Item, ProvisionReading]]:
    """Gives each line of provision with its reading."""
    for line in case.plan.provision:
        if reading := case.provisions.get(line.id):
            yield line, reading


def unsaid(case: Case, slot: Slot) -> Iterator[tuple[Item, ProvisionReading]]:
    """Gives the lines whose sort of provision has to say that part, and which do not."""
    for line, reading in readings(case):
        asked = case.rubric.provision.asks.get(reading.sort, ())
        if slot in asked and not reading.slot(slot):
            yield line, reading
