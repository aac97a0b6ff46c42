"""The parts of an outcome, and whether guidance would call it a good one.

Code of Practice 9.66 wants outcomes specific, measurable, achievable, realistic and time-bound, and
personal: not a service. 9.65 keeps aspirations apart from them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from checks.language.actions import Actions, actions_of
from checks.language.phrases import Found, load_phrases
from checks.language.readings import (
    Letter,
    Met,
    OutcomeReading,
    Span,
    Timeframe,
)
from checks.language.timeframes import find_timeframe, read_deadline
from checks.language.words import LONGEST, words_of
from extractors.plan import Column

_FIRM = ("criterion.amount", "criterion.often", "criterion.independence", "criterion.quality")
_DEADLINE_HEAD = re.compile(
    r"\b(?:when|time\s?-?(?:scale|frame|line)?s?|date|deadline|target\s+date|achieved?\s+by)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.;\n|](?=\s|$)")
_SUBJECT = re.compile(
    r"\b(?:will|shall|can|is|am|are|has|have)\b|\b(?:I|he|she|they)\b", re.IGNORECASE
)


def read_outcome(
    text: str,
    stem: str = "",
    born: date | None = None,
    plan_date: date | None = None,
    columns: tuple[Column, ...] = (),
) -> OutcomeReading:
    """The parts of an outcome and its letters of SMART.

    `smart` weighs them as published guidance does:

    * not met: a service or its hours, an aspiration, or nothing that anybody could see happen;
    * met: something to be seen, or a change with a number or condition to it, and a time-frame;
    * met without a time-frame: only where a fragment with a firm criterion is quoted without its
      child and list («follow three-part instructions without prompts»);
    * otherwise, with a firm criterion but no time-frame, or a time-frame and a verb that the
      lexicon does not know: unclear.

    The letter T stays not met wherever no time-frame is stated.
    """
    text = text[:LONGEST]
    found = load_phrases("outcome").find(text)
    timeframe = _timeframe(text, stem, born, plan_date, columns)
    benefit = _benefit(text, found)
    outside = [benefit] if benefit else []
    if timeframe and timeframe.span.start >= 0:
        outside.append(timeframe.span)
    core = {name: _apart(spans, outside) for name, spans in found.items()}
    actions = actions_of(text, _verbs(core), outside)
    vague = _vague(core, actions)
    criterion = tuple(
        sorted({s for k in (*_FIRM, "criterion.setting") for s in core.get(k, ())}, key=_start)
    )
    service = _at_head(text, core.get("service.subject", ()), outside)
    reading = OutcomeReading(
        text=text,
        stem=stem,
        timeframe=timeframe,
        action=actions.first or next(iter(core.get("verb.done", ())), None),
        observable=bool(actions.seen or core.get("verb.done")),
        vague=vague,
        criterion=criterion,
        benefit=benefit,
        provision=_provision(text, core, actions, outside),
        hours=core.get("provision.hours", ()),
        service_subject=service,
        aspiration=_aspiration(core, actions),
        absolutes=() if "absolute_fine" in found else core.get("absolute", ()),
        results=actions.results,
        past=_past(text, core),
        letters=(),
        smart=Met.UNCLEAR,
    )
    firm = any(core.get(name) for name in _FIRM)
    letters = _letters(reading, actions, firm=firm)
    return replace(reading, letters=letters, smart=_smart(reading, dict(letters), firm=firm))


def _start(span: Span) -> int:
    return span.start


def _timeframe(
    text: str, stem: str, born: date | None, plan_date: date | None, columns: tuple[Column, ...]
) -> Timeframe | None:
    """The time-frame of the outcome itself, of its list's stem, or of its «By when» column."""
    own = find_timeframe(text, born, plan_date)
    if own:
        return own
    elsewhere = find_timeframe(stem, born, plan_date) if stem else None
    for column in columns:
        if elsewhere is None and _DEADLINE_HEAD.search(column.head):
            elsewhere = read_deadline(column.text, born, plan_date)
    return elsewhere and replace(elsewhere, span=Span(-1, -1, elsewhere.span.text))


def _benefit(text: str, found: Found) -> Span | None:
    """«so that ...», to the end of its sentence."""
    joiners = found.get("benefit", ())
    if not joiners:
        return None
    start = joiners[0].start
    stop = _SENTENCE_END.search(text, joiners[0].end)
    end = stop.start() if stop else len(text)
    return Span(start, end, text[start:end])


def _apart(spans: Iterable[Span], outside: list[Span]) -> tuple[Span, ...]:
    """The spans that don't touch those parts."""
    return tuple(
        s for s in spans if not any(s.start < part.end and part.start < s.end for part in outside)
    )


def _at_head(text: str, spans: tuple[Span, ...], outside: list[Span]) -> Span | None:
    """The first of the spans, if nothing of weight stands before it."""
    for span in spans[:1]:
        before = [
            w
            for w in words_of(text)
            if w.end <= span.start and not any(part.start <= w.start < part.end for part in outside)
        ]
        if len(before) <= 1:
            return span
    return None


def _verbs(core: Found) -> tuple[Span, ...]:
    """The verbs of doing, without those that begin a vague phrase: «make progress»."""
    longest = {s.start: s.end for s in core.get("vague", ())}
    return tuple(s for s in core.get("verb.observable", ()) if longest.get(s.start, -1) < s.end)


def _vague(core: Found, actions: Actions) -> tuple[Span, ...]:
    """Vague words, without those that are part of an action that can be seen."""
    return tuple(
        s
        for s in core.get("vague", ())
        if not any(a.start <= s.start and s.end <= a.end for a in actions.seen)
    )


def _provision(text: str, core: Found, actions: Actions, outside: list[Span]) -> tuple[Span, ...]:
    """Words that make it a service: what is received, or a service as the thing itself."""
    receives = core.get("provision.receive", ())
    hours = core.get("provision.hours", ())
    service = core.get("provision.service", ())
    if actions.first and not receives:
        service = tuple(s for s in service if s.start < actions.first.start)
    head = _at_head(text, service, outside)
    return tuple(sorted({*receives, *hours, *((head,) if head else ())}, key=_start))


def _aspiration(core: Found, actions: Actions) -> tuple[Span, ...]:
    """A life goal, unless it is what some skill before it leads to."""
    return tuple(
        s for s in core.get("aspiration", ()) if not any(a.end <= s.start for a in actions.seen)
    )


def _past(text: str, core: Found) -> Span | None:
    first = words_of(text)[:1]
    for span in core.get("past", ()):
        if span.text.lower() != "had" or (first and span.start == first[0].start):
            return span
    return None


def _letters(
    reading: OutcomeReading, actions: Actions, *, firm: bool
) -> tuple[tuple[Letter, Met], ...]:
    """Each letter by its own rule; A and R are for people and for the thread."""
    seen = reading.observable and not _leads_vague(reading)
    counted = firm and reading.timeframe and re.search(r"\b(?:will|is|has|can)\b", reading.text)
    known = seen or firm
    if reading.service_subject or reading.provision or reading.aspiration:
        specific = Met.NOT_MET
    elif seen or (firm and (reading.vague or actions.unknown)) or (counted and not reading.vague):
        specific = Met.MET
    elif actions.unknown and not reading.vague:
        specific = Met.UNCLEAR
    else:
        specific = Met.NOT_MET
    if reading.provision or reading.aspiration:
        known = False
    measurable = Met.MET if known else Met.UNCLEAR if specific is Met.UNCLEAR else Met.NOT_MET
    return (
        (Letter.SPECIFIC, specific),
        (Letter.MEASURABLE, measurable),
        (Letter.ACHIEVABLE, Met.UNCLEAR),
        (Letter.RELEVANT, Met.UNCLEAR),
        (Letter.TIME_BOUND, Met.MET if reading.timeframe else Met.NOT_MET),
    )


def _leads_vague(reading: OutcomeReading) -> bool:
    """Whether the vague words come before anything that can be seen: «improve his reading»."""
    if not reading.vague:
        return False
    return reading.action is None or reading.vague[0].start < reading.action.start


def _smart(reading: OutcomeReading, letters: dict[Letter, Met], *, firm: bool) -> Met:
    """What the letters come to; the rule is in `read_outcome`."""
    specific, measurable = letters[Letter.SPECIFIC], letters[Letter.MEASURABLE]
    if specific is Met.NOT_MET:
        return Met.NOT_MET
    if reading.timeframe:
        return Met.MET if specific is measurable is Met.MET else Met.UNCLEAR
    if not firm or specific is not Met.MET:
        return Met.NOT_MET
    return Met.UNCLEAR if _SUBJECT.search(reading.text) else Met.MET
