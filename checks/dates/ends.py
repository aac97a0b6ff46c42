"""The end dates of outcomes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from checks.case import Case
from checks.check import words
from checks.language.readings import Basis, Timeframe
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
        end = timeframe.date
        # A course that seems to end before the plan was written is another course.
        another = timeframe.basis is Basis.PHASE and end is not None and end < case.written
        if end and not another and not from_event(outcome, timeframe):
            yield outcome, timeframe, end


# «Within a term of his device arriving»: counted from a day that the plan does not give.
_EVENT = re.compile(
    r"\s+(?:of|after|from|following)\s+(?!(?:(?:the|this|his|her|their|my) )*"
    r"(?:date|issue|plan|ehcp|review|final|today|now|year|term)\b)",
    re.IGNORECASE,
)


def from_event(outcome: Item, timeframe: Timeframe) -> bool:
    """Whether an end point is counted from an event rather than from the plan."""
    after = timeframe.span.end
    counted = timeframe.basis in (Basis.DURATION, Basis.TERM)
    return counted and after > 0 and _EVENT.match(outcome.text, after) is not None


def said(outcome: Item, timeframe: Timeframe) -> Passage:
    """The words that give the end point, in the outcome or in its list's stem."""
    return words(outcome, timeframe.span)


def in_words(day: date) -> str:
    """The day as people write it: «31 July 2027»."""
    return f"{day.day} {day:%B %Y}"
