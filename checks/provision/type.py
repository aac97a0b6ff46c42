"""f-type."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.case import Case
from checks.check import Fill, Hit, Severity, check, example, whole
from checks.language.readings import ProvisionReading, Slot, Span
from checks.provision.purpose import hours_alone
from checks.provision.said import said
from checks.provision.slots import readings
from checks.wordlists import wordlist
from extractors.plan import Kind

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_ELSE_SAID = (Slot.HOW_LONG, Slot.HOW_OFTEN, Slot.WHO, Slot.EXPERTISE, Slot.RATIO)
_LAST_WORD = re.compile(r"[^\W\d_][\w'’-]*\s+\Z")


@check(
    "f-type",
    "Provision says what it is",
    section="F",
    severity=Severity.SHOULD,
    source="Code of Practice 9.69; Developing outcomes in EHC plans",
    suggestion="[Who] will provide [programme, therapy, teaching or aid] …",
    reads=("F",),
    each=(Kind.PROVISION,),
    fill=Fill.GAPS,
    examples=[
        example(provision="A speech therapist will teach Sam for 30 minutes each week."),
        example(provision="«Support when needed.»"),
        example(provision="10 hours TA.", note="told by f-hours-only"),
        example(provision="Memory games, ten minutes daily."),
        example(provision="«A programme matched to his needs.»"),
        example(provision="A Talk Boost programme."),
        example(provision="«Sam finds loud noises very difficult.»"),
        example(provision="Sam finds loud noises difficult: ear defenders."),
    ],
    not_flagged="A programme or an activity that is only named; hours of a helper, for which"
    " another check asks.",
)
def f_type(case: Case) -> Iterator[Hit]:
    """Help can be anything: a family cannot ask for it, nor a school plan it."""
    for line, reading in readings(case):
        if hours_alone(reading, case.plan.child):
            continue
        vessel = _only_a_vessel(reading)
        if vessel:
            yield Hit(whole(line), line, reason=f"«{vessel.text}»: which, it does not say.")
        elif not _named(reading):
            yield Hit(whole(line), line)
        elif _only_a_need(reading):
            yield Hit(whole(line), line, reason="This is a need, and not what is provided for it.")


def _only_a_vessel(reading: ProvisionReading) -> Span | None:
    """«An individual programme», where nothing in the line says which, who, or how much."""
    if any(reading.slot(slot) for slot in _ELSE_SAID):
        return None
    vessels = said(reading.text).get("vessel", ())
    if not vessels:
        return None
    empty = _generic(reading.text)
    named = [what for what in reading.slot(Slot.WHAT) if not _within(what.start, vessels)]
    named += [v for v in vessels if _word_before(reading.text, v.start, empty)]
    return None if named else vessels[0]


def _only_a_need(reading: ProvisionReading) -> bool:
    """«Sam finds loud noises difficult», with nothing about what anybody does."""
    said_more = reading.duty or any(reading.slot(slot) for slot in (Slot.WHAT, *_ELSE_SAID))
    return not said_more and "need" in said(reading.text)


def _word_before(text: str, at: int, empty: tuple[Span, ...]) -> bool:
    """Whether the word before says which: «a sensory curriculum», «a Talk Boost programme»."""
    before = _LAST_WORD.search(text, 0, at)
    return before is not None and not _within(before.start(), empty)


def _within(at: int, spans: tuple[Span, ...]) -> bool:
    return any(span.start <= at < span.end for span in spans)


def _generic(text: str) -> tuple[Span, ...]:
    return wordlist("generic").find(text).get("generic", ())


def _named(reading: ProvisionReading) -> bool:
    """Whether a word is left that says what is provided, once loose words are taken away."""
    spans = [weasel.span for weasel in reading.weasel]
    loose = (*spans, *_generic(reading.text))
    return any(not _within(word.start(), loose) for word in _WORD.finditer(reading.text))
