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
from checks.language.readings import Met, OutcomeReading, Span, Timeframe
from checks.language.school import USUAL, KeyStages
from checks.language.smart import Signs, judged
from checks.language.timeframes import find_timeframe, read_deadline
from checks.language.words import LONGEST, words_of
from extractors.plan import Column

FIRM = ("criterion.amount", "criterion.often", "criterion.independence", "criterion.quality")
_CRITERIA_HEAD = re.compile(
    r"success|criteri|how (?:will|do) we know|measure|evidence", re.IGNORECASE
)
_DEADLINE_HEAD = re.compile(
    r"\b(?:when|time\s?-?(?:scale|frame|line)?s?|date|deadline|target\s+date|achieved?\s+by)\b",
    re.IGNORECASE,
)
_BENEFIT_HEAD = re.compile(
    r"\bso\s+that\b|\bbenefits?\b|\bpurpose\b|\bwhy\b|\bdifference\b", re.IGNORECASE
)
_PLACED = frozenset({"of", "at", "in", "from"})  # «of school Sol will ...»
_SENTENCE_END = re.compile(r"[.;\n|](?=\s|$)")
_MAIN_CLAUSE = re.compile(r",(?=[^.;\n|]*\b(?:will|is|am|are)\b)")


def read_outcome(
    text: str,
    stem: str = "",
    born: date | None = None,
    plan_date: date | None = None,
    columns: tuple[Column, ...] = (),
    stages: KeyStages = USUAL,
) -> OutcomeReading:
    """The parts of an outcome, its letters of SMART and what they come to (see `smart.py`).

    A time-frame may stand in the outcome, in its list's stem or in a «By when» column; how it will
    be known may stand in a column for success criteria.
    """
    text = text[:LONGEST]
    found = load_phrases("outcome").find(text)
    timeframe = _timeframe(text, stem, born, plan_date, columns, stages)
    benefit = _benefit(text, found)
    outside = [benefit] if benefit else []
    benefit = benefit or _benefit_beside(text, columns)
    if timeframe and timeframe.span.start >= 0:
        outside.append(timeframe.span)
    core = {name: _apart(spans, outside) for name, spans in found.items()}
    beside = _success_criteria(columns)
    firm = bool(beside or _of(core, *FIRM))
    done = _apart(core.get("verb.done", ()), list(core.get("vague", ())))
    actions = actions_of(text, _verbs(core, soft=firm), outside)
    reading = OutcomeReading(
        text=text,
        stem=stem,
        timeframe=timeframe,
        action=actions.first or next(iter(done), None),
        observable=bool(actions.seen or done),
        vague=_vague(core, actions, soft=not firm),
        criterion=(*_of(core, *FIRM, "criterion.setting"), *beside),
        benefit=benefit,
        provision=_provision(text, core, actions, outside),
        hours=core.get("provision.hours", ()),
        service_subject=_at_head(text, core.get("service.subject", ()), outside),
        aspiration=_aspiration(core, actions),
        absolutes=() if "absolute_fine" in found else core.get("absolute", ()),
        results=_results(actions, done),
        past=_past(text, core, actions),
        letters=(),
        smart=Met.UNCLEAR,
    )
    return judged(
        reading,
        Signs(
            firm=firm,
            amount=bool(beside or core.get("criterion.amount")),
            other_verb=actions.unknown is not None,
            manner="manner" in core,
            purpose=_firm_purpose(text, found, benefit) if reading.vague else Met.NOT_MET,
        ),
    )


def _results(actions: Actions, done: tuple[Span, ...]) -> tuple[Span, ...]:
    """What is to be seen, and what will be done by then: «know how to vote and have registered»."""
    apart = [d for d in done if not any(a.start < d.end and d.start < a.end for a in actions.seen)]
    return tuple(sorted({*actions.results, *apart}, key=_stand))


def _of(found: Found, *names: str) -> tuple[Span, ...]:
    """The spans of those categories in the order of the text, each once."""
    return tuple(sorted({s for name in names for s in found.get(name, ())}, key=_stand))


def _success_criteria(columns: tuple[Column, ...]) -> tuple[Span, ...]:
    """What a column for success criteria says, if there is anything firm in it."""
    return tuple(
        Span(-1, -1, column.text)
        for column in columns
        if _CRITERIA_HEAD.search(column.head)
        and any(name in FIRM for name in load_phrases("outcome").find(column.text))
    )


def _firm_purpose(text: str, found: Found, benefit: Span | None) -> Met:
    """Whether the benefit itself is something to be seen (unclear), with a measure to it (met)."""
    if benefit is None:
        return Met.NOT_MET
    before, after = Span(0, benefit.start, ""), Span(benefit.end, len(text), "")
    inside = {name: _apart(spans, [before, after]) for name, spans in found.items()}
    if not actions_of(text, _verbs(inside, soft=False), [before, after]).seen:
        return Met.NOT_MET
    return Met.MET if _of(inside, *FIRM) else Met.UNCLEAR


def _stand(span: Span) -> tuple[int, int]:
    """By where it stands, so that a set of spans always comes in one order."""
    return span.start, span.end


def _timeframe(
    text: str,
    stem: str,
    born: date | None,
    plan_date: date | None,
    columns: tuple[Column, ...],
    stages: KeyStages,
) -> Timeframe | None:
    """The time-frame of the outcome itself, of its list's stem, or of its «By when» column."""
    own = find_timeframe(text, born, plan_date, stages)
    if own:
        return own
    elsewhere = find_timeframe(stem, born, plan_date, stages) if stem else None
    for column in columns:
        if elsewhere is None and _DEADLINE_HEAD.search(column.head):
            elsewhere = read_deadline(column.text, born, plan_date, stages)
    return elsewhere and replace(elsewhere, span=Span(-1, -1, elsewhere.span.text))


def _benefit(text: str, found: Found) -> Span | None:
    """«so that ...», to the end of its sentence; «In order to ..., she will», to its comma."""
    joiners = found.get("benefit", ())
    if not joiners:
        return None
    start = joiners[0].start
    stop = _SENTENCE_END.search(text, joiners[0].end)
    end = stop.start() if stop else len(text)
    if not text[:start].strip() and (main := _MAIN_CLAUSE.search(text, joiners[0].end, end)):
        end = main.start()
    return Span(start, end, text[start:end])


def _benefit_beside(text: str, columns: tuple[Column, ...]) -> Span | None:
    """What a column of its own says it is for; it stands where the outcome's own words end."""
    told = (c.text.strip() for c in columns if _BENEFIT_HEAD.search(c.head))
    said = next((t for t in told if any(map(str.isalpha, t))), None)
    if said is None:
        return None
    joined = said if said.lower().startswith(("so ", "to ", "in order", "because")) else ""
    return Span(len(text), len(text), joined or f"so that {said}")


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
        if len(before) <= 1 and not (before and before[0].key in _PLACED):
            return span
    return None


def _verbs(core: Found, *, soft: bool) -> tuple[Span, ...]:
    """The verbs of doing, without those that begin a vague phrase: «make progress».

    A soft verb that is itself the vague phrase counts where it's measured: «stay calm».
    """
    longest = {s.start: s.end for s in core.get("vague", ())}
    firm = {s for s in core.get("verb.observable", ()) if longest.get(s.start, -1) < s.end}
    mild = {s for s in core.get("verb.soft", ()) if soft and longest.get(s.start, -1) <= s.end}
    return tuple(sorted(firm | mild, key=_stand))


def _vague(core: Found, actions: Actions, *, soft: bool) -> tuple[Span, ...]:
    """Vague words, without those that are part of an action that can be seen."""
    return tuple(
        s
        for s in _of(core, "vague", *(("verb.soft",) if soft else ()))
        if not any(a.start <= s.start and s.end <= a.end for a in actions.seen)
    )


def _provision(text: str, core: Found, actions: Actions, outside: list[Span]) -> tuple[Span, ...]:
    """Words that make it a service: what is received, or a service as the thing itself."""
    receives = core.get("provision.receive", ())
    hours = core.get("provision.hours", ())
    service = core.get("provision.service", ())
    if actions.first and not receives:
        until = actions.first.start
        labels = re.compile(r"\s*(?::|[-–—]\s)")  # «Physiotherapy: Ada will walk ...»
        service = tuple(s for s in service if s.start < until and not labels.match(text, s.end))
    head = _at_head(text, service, outside)
    return tuple(sorted({*receives, *hours, *((head,) if head else ())}, key=_stand))


def _aspiration(core: Found, actions: Actions) -> tuple[Span, ...]:
    """A life goal, unless it is what some skill before it leads to."""
    return tuple(
        s for s in core.get("aspiration", ()) if not any(a.end <= s.start for a in actions.seen)
    )


def _past(text: str, core: Found, actions: Actions) -> Span | None:
    """A wrong tense of the outcome itself, not of what it tells beside («words he was taught»)."""
    first = words_of(text)[:1]
    for span in core.get("past", ()):
        if actions.first and actions.first.start < span.start:
            return None
        if span.text.lower() != "had" or (first and span.start == first[0].start):
            return span
    return None
