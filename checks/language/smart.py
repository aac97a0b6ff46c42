"""The letters of SMART that a program can look for, and what they come to.

`smart` weighs them as published guidance does:

* not met: a service or its hours, an aspiration, or nothing that anybody could see happen;
* met: a time-frame, and something to be seen or a change with a number to it;
* met without a time-frame: only a fragment with a firm criterion, quoted without its child and its
  list («follow three-part instructions without prompts»);
* otherwise, a whole sentence with a firm criterion but no time-frame, or one with a time-frame and
  a verb that the lexicon doesn't know: unclear.

The letter T is strict: not met wherever no time-frame is stated. A and R are for people and for
the golden thread.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from checks.language.readings import Letter, Met, OutcomeReading, Span

_SENTENCE = re.compile(
    r"\b(?:will|shall|can|is|am|are|has|have)\b|\b(?:I|he|she|they)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Signs:
    """What the verdict needs to know besides the parts themselves."""

    firm: bool  # a number, frequency, level of independence or quality
    amount: bool  # a number
    manner: bool  # «nicely», «appropriately»
    other_verb: bool  # an action that the lexicon doesn't know: «will tessellate»
    purpose: Met  # the benefit is itself something to be seen


def judged(reading: OutcomeReading, signs: Signs) -> OutcomeReading:
    """The reading with its letters and verdict."""
    letters = {
        Letter.SPECIFIC: _specific(reading, signs),
        Letter.MEASURABLE: _measurable(reading, signs),
        Letter.ACHIEVABLE: Met.UNCLEAR,
        Letter.RELEVANT: Met.UNCLEAR,
        Letter.TIME_BOUND: Met.MET if reading.timeframe else Met.NOT_MET,
    }
    return replace(reading, letters=tuple(letters.items()), smart=_smart(reading, signs, letters))


def _specific(reading: OutcomeReading, signs: Signs) -> Met:
    """Whether it names one thing that the child does or reaches."""
    if reading.service_subject or reading.provision or reading.aspiration:
        return Met.NOT_MET
    if _is_carried_by_vague(reading):
        return Met.MET if signs.amount else signs.purpose
    if reading.observable:
        return Met.UNCLEAR if signs.manner and not signs.firm else Met.MET
    if signs.firm and (signs.other_verb or reading.vague or _states_a_fact(reading)):
        return Met.MET
    return Met.UNCLEAR if signs.other_verb and not reading.vague else Met.NOT_MET


def _measurable(reading: OutcomeReading, signs: Signs) -> Met:
    """Whether somebody else could tell that it was met: by a measure, or by seeing it."""
    if reading.provision or reading.aspiration:
        return Met.NOT_MET
    if _is_carried_by_vague(reading):
        return Met.MET if signs.amount else signs.purpose
    if reading.observable or signs.firm:
        return Met.MET
    return Met.UNCLEAR if signs.other_verb and not reading.vague else Met.NOT_MET


def _smart(reading: OutcomeReading, signs: Signs, letters: dict[Letter, Met]) -> Met:
    specific, measurable = letters[Letter.SPECIFIC], letters[Letter.MEASURABLE]
    if Met.NOT_MET in (specific, measurable):
        return Met.NOT_MET
    if reading.timeframe:
        return Met.MET if specific is measurable is Met.MET else Met.UNCLEAR
    if not signs.firm or specific is not Met.MET:
        return Met.NOT_MET
    return Met.UNCLEAR if _SENTENCE.search(reading.text) or not reading.observable else Met.MET


def _states_a_fact(reading: OutcomeReading) -> bool:
    """«His attendance will be at least 90%»: a state by a date, which the number makes plain."""
    return bool(reading.timeframe and _SENTENCE.search(reading.text))


def _is_carried_by_vague(reading: OutcomeReading) -> bool:
    """Whether nothing is seen but what vague words lead to: «improve his ability to read»."""
    return bool(reading.vague) and all(
        _led_by_vague(reading, r) or _only_better(reading, r) for r in reading.results
    )


def _led_by_vague(reading: OutcomeReading, result: Span) -> bool:
    """Whether vague words stand right before: «be better able to tolerate», «continue to read»."""
    before = (v for v in reading.vague if v.end <= result.start and not _dares(v))
    between = (reading.text[v.end : result.start].split() for v in before)
    return any(words in ([], ["to"], ["able", "to"]) for words in between)


def _dares(vague: Span) -> bool:
    """«confident to ask a stranger the way» asks to see it; «more confident to talk» doesn't."""
    words = vague.text.lower().split()
    return words[-1] == "confident" and "more" not in words


def _only_better(reading: OutcomeReading, result: Span) -> bool:
    """Whether it is done already and is to be done «better» or «harder»: «listen better»."""
    after = reading.text[result.end :].split(maxsplit=1)[:1]
    return bool(after) and after[0].lower().strip(".,;") in ("better", "harder")
