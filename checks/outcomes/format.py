"""e-format."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from checks.case import Case
from checks.check import By, Fill, Hit, Severity, check, example, whole
from checks.language.readings import OutcomeReading
from checks.outcomes.read import readings
from checks.outcomes.words import told
from extractors.plan import Kind

_ASIDE = re.compile(r"\([^()]*\) ?")
_PARTS = 2  # parts that may be missing, or said in another way, before it is remarked on


@check(
    "e-format",
    "Each outcome says by when, who, will do what, so that",
    section="E",
    severity=Severity.GOOD,
    source="Guidance on outcomes: by when, the learner will be able to do what, so that",
    suggestion="By [when], [name] will be able to [do what], so that [what difference it makes].",
    reads=("E",),
    each=(Kind.OUTCOME,),
    fill=Fill.GAPS,
    examples=[
        example(outcome="By July 2028 he will eat with two friends, so that he is not alone."),
        example(outcome="«Improved speech»"),
        example(outcome="«To be happier in class»"),
        example(stem="By the end of Year 6, Amira will:", outcome="Read 60 common signs"),
        example(outcome="I am cooking a meal from written instructions by the end of the year."),
    ],
    not_flagged="The same parts in another order or in other words; a list whose stem says when and"
    " who; a single part that is missing, of which other checks speak.",
    by=By.WORDS,
)
def e_format(case: Case) -> Iterator[Hit]:
    """By when, who, will do what, so that: a sentence of that form can be reviewed by anyone."""
    for outcome, reading in readings(case):
        missing = _missing(reading)
        if "who will do it" in missing and len(missing) > _PARTS:
            yield Hit(
                whole(outcome),
                outcome,
                reason=f"It is not a sentence of that form: missing are {', '.join(missing)}.",
            )


def _missing(reading: OutcomeReading) -> list[str]:
    parts = {
        "when": reading.timeframe is not None,
        "who will do it": _has_learner(reading),
        "what will be seen": reading.observable,
        "what for": reading.benefit is not None,
    }
    return [part for part, there in parts.items() if not there]


def _has_learner(reading: OutcomeReading) -> bool:
    if "learner" in told(reading.stem) or "learner" in told(reading.text):
        return True
    words = _ASIDE.sub("", reading.text).split()
    named = any(
        word[:1].isupper() and after.endswith("s") and after.islower()
        for word, after in pairwise(words)
    )
    return (named and reading.observable) or _named_to(words)


def _named_to(words: list[str]) -> bool:
    """«Sam to read ...», «For Sam to read ...»."""
    at = words.index("to") if "to" in words[1:4] else -1
    return at > 0 and words[at - 1][:1].isupper() and words[at - 1].lower() not in ("able", "for")
