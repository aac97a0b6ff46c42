"""e-compound."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.case import Case
from checks.check import Hit, Severity, check, example, whole
from checks.language.readings import OutcomeReading, Span
from checks.outcomes.read import readings
from extractors.plan import Kind


@check(
    "e-compound",
    "One outcome, one result",
    section="E",
    severity=Severity.GOOD,
    source="A guide to «Outcomes», 2018: concise and clear",
    suggestion="Make each result an outcome of its own: [result 1]; [result 2]; …",
    reads=("E",),
    each=(Kind.OUTCOME,),
    examples=[
        example(outcome="By July 2028 she will dress herself and travel to school by bus."),
        example(
            outcome="«By July 2028 he will count coins to 20p, tell the time and write a letter.»"
        ),
        example(outcome="By July 2028 he will use the toilet, wipe, wash and dress himself."),
        example(outcome="By July 2028 I will book, pay for and take a train journey."),
    ],
    not_flagged="Two results; the steps of one routine or journey.",
)
def e_compound(case: Case) -> Iterator[Hit]:
    """Several results in one outcome cannot be reviewed as one: some may be met and some not."""
    for outcome, reading in readings(case):
        several = _with_objects(reading)
        if len(several) >= case.rubric.outcomes.results_limit:
            named = ", ".join(f"«{span.text}»" for span in several)
            yield Hit(whole(outcome), outcome, reason=f"It asks for several results: {named}.")


# Where the result ends and its circumstances begin: «before he runs», «so that ...».
_CIRCUMSTANCE = re.compile(
    r"\b(?:before|after|when|whenever|while|until|if|because|so that|so (?:he|she|they|i)\b|"
    r"in order|without|enough (?:for|to)|using|as|by \w+ing|which)\b|[.;](?=\s|$)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w'’£-]+")
_JOINERS = ("and", "then", "but", "or")
_OWN = 2  # words of a result of its own: a verb and its object, «enjoy school»


def _with_objects(reading: OutcomeReading) -> list[Span]:
    """The verbs that have an object of their own: the steps of one routine share theirs."""
    skip = [reading.timeframe.span] if reading.timeframe else []
    first = min((s.start for s in reading.results), default=0)
    outside = [m.start() for m in _CIRCUMSTANCE.finditer(reading.text, first)]
    outside = [at for at in outside if not any(s.start <= at < s.end for s in skip)]
    stop = min(outside, default=len(reading.text))
    vague = [v for v in reading.vague if not any(_touch(v, r) for r in reading.results)]
    verbs = sorted((*vague, *reading.results), key=lambda span: span.start)
    verbs = [v for v in verbs if v.start < stop and not _of_a_clause(reading.text, v, first)]
    ends = [v.start for v in verbs[1:]] + [stop] * bool(verbs)
    return [
        verb
        for verb, end in zip(verbs, ends, strict=True)
        if len(_WORD.findall(reading.text[verb.start : end])) - _joined(reading.text, end) >= _OWN
    ]


def _of_a_clause(text: str, verb: Span, first: int) -> bool:
    """Whether it only tells of something before it: «friends she meets on Fridays»."""
    before = text[: verb.start].lower().split()[-2:]
    told = len(before) > 1 and before[-1] in ("he", "she", "they", "i", "who", "that")
    return told and verb.start > first and before[0][-1:].isalpha() and before[0] not in _JOINERS


def _joined(text: str, end: int) -> int:
    """One for the «and» that leads to the next verb."""
    return int(text[:end].rstrip().lower().endswith((" and", " or")))


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
