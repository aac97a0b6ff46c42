"""The end dates of outcomes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from checks.case import Case
from checks.check import words
from checks.language.readings import Timeframe
from extractors.plan import Item, Passage


def timeframes(case: Case) -> Iterator[tuple[Item, Timeframe]]:
    """Gives each outcome that states an end point, with it."""
    for outcome in case.plan.outcomes:
        reading = case.outcomes.get(outcome.id)
        if reading and reading.timeframe:
            yield outcome, reading.timeframe


def ends(case: Case) -> Iterator[tuple[Item, Timeframe, date]]:
    """Gives each outcome whose end date is known, with it."""
    for outcome, timeframe in timeframes(case):
        if timeframe.date:
            yield outcome, timeframe, timeframe.date


def said(outcome: Item, timeframe: Timeframe) -> Passage:
    """The words that give the end point, in the outcome or in its list's stem."""
    return words(outcome, timeframe.span)


def in_words(day: date) -> str:
    """The day as people write it: «31 July 2027»."""
    return f"{day.day} {day:%B %Y}"
