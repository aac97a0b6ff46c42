"""e-positive."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example, words
from checks.language.readings import OutcomeReading, Span
from checks.outcomes.read import readings
from checks.outcomes.words import told
from extractors.plan import Kind

_NEGATED = 12  # characters after «not» in which the verb stands that it denies
_ASIDE = re.compile(r"\b(?:while|when|whenever|as|before|after|if|until|what|at the end)\b")
_AND_WILL = re.compile(r"\b(?:and|but|instead) ?,?(?: will)?\b")


@check(
    "e-positive",
    "An outcome says what the child will do, not what will stop",
    section="E",
    severity=Severity.GOOD,
    source="What are outcomes?, Central Bedfordshire: a positive and possible future",
    suggestion="Instead of [what is to stop]: [name] will [what he or she will do then].",
    reads=("E",),
    each=(Kind.OUTCOME,),
    examples=[
        example(outcome="By July 2028 he will show a card to ask for space."),
        example(outcome="By July 2028 he will «stop hitting» other children."),
        example(
            outcome="By July 2028 he will stop shouting and will show a card to ask for space."
        ),
        example(outcome="By July 2028 he will stop at the kerb and look both ways."),
        example(outcome="By July 2028 she will «have fewer outbursts» in lessons."),
        example(outcome="By July 2028 he will not run into the road."),
    ],
    not_flagged="Safety: harm, roads, running off; an outcome that also says what will be done; a"
    " limit such as «no more than two errors».",
    by=By.WORDS,
)
def e_positive(case: Case) -> Iterator[Hit]:
    """What a child will no longer do leaves open what he or she can do instead."""
    for outcome, reading in readings(case):
        span = _stopping(reading)
        if span:
            yield Hit(words(outcome, span), outcome)


def _stopping(reading: OutcomeReading) -> Span | None:
    """What is to stop, where nothing is said that will be done."""
    found = told(reading.text)
    stop = reading.benefit.start if reading.benefit else len(reading.text)
    if "harm" in found:
        return None
    for span in found.get("stopping", ()):
        at = span if not _is_stop(span) else _with_gerund(reading.text, span)
        if at is None or span.start >= stop or not _is_main(reading, span):
            continue
        if not _done_instead(reading, at, stop):
            return at
    return None


def _done_instead(reading: OutcomeReading, at: Span, stop: int) -> list[Span]:
    """What is to be done besides; the verb that «not» denies is none of it."""
    aside = _ASIDE.search(reading.text, at.end)
    if aside and not _AND_WILL.search(reading.text, aside.end()):
        stop = min(stop, aside.start())  # what others do meanwhile
    apart = [a for a in reading.results if a.start < stop and not at.start <= a.start < at.end]
    after = [a for a in apart if a.start >= at.end]
    denied = after[:1] if not _is_stop(at) and after and after[0].start <= at.end + _NEGATED else []
    return [a for a in apart if a not in denied]


def _is_stop(span: Span) -> bool:
    return span.text.lower().startswith(("stop", "ceas", "quit", "refrain"))


def _with_gerund(text: str, span: Span) -> Span | None:
    """«stop hitting»; «stop at the kerb» and «stop the timer» stop nothing that is done."""
    after = text[span.end :].split(maxsplit=1)[:1]
    word = after[0].rstrip(".,;:") if after else ""
    if not word.endswith("ing") or word.lower() in ("thing", "king", "during"):
        return None
    end = text.index(word, span.end) + len(word)
    return Span(span.start, end, text[span.start : end])


def _is_main(reading: OutcomeReading, span: Span) -> bool:
    """Whether «will» stands right before: not a condition such as «when he is not sure»."""
    before = reading.text[: span.start].rstrip().lower().split()[-3:]
    led = any(word in ("will", "to", "shall", "can") for word in before)
    return led or not before or span.text.lower().startswith("won")
