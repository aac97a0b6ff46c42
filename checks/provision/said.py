"""What the lines of Section F say beside their slots: bands, transport, groups without a number."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.language.phrases import Found
from checks.language.readings import ProvisionReading, Span
from checks.provision.slots import readings
from checks.wordlists import found_in
from extractors.plan import Item


def said(text: str) -> Found:
    """The phrases of lexicon/duties.toml in a text."""
    return found_in("duties", text)


def saying(case: Case, what: str) -> Iterator[tuple[Item, ProvisionReading, tuple[Span, ...]]]:
    """Gives the lines of provision that say that, with the words that do."""
    for line, reading in readings(case):
        if found := said(reading.text).get(what):
            yield line, reading, found


def informal(reading: ProvisionReading) -> bool:
    """Whether family, a club or a volunteer provides: their role and training are not asked."""
    return "informal" in said(reading.text)
