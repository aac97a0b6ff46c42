"""e-new-skill."""

from __future__ import annotations

from collections.abc import Iterator

from checks.aspirations.voices import names_of
from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example, whole
from checks.language.readings import OutcomeReading
from checks.language.words import words_of
from checks.outcomes.levels import HEDGED, levels, outcome_core, roots, same_thing, told_in_b
from checks.outcomes.read import readings
from extractors.plan import Item, Kind

_FEWEST = 3  # words that carry the meaning of the outcome
_SHARED = 0.75  # of them, in the strength


@check(
    "e-new-skill",
    "Each outcome is something that the child cannot do yet",
    section="E",
    severity=Severity.SHOULD,
    source="A guide to «Outcomes», 2018: what they cannot do now; What are outcomes?, Central"
    " Bedfordshire: skills that the young person does not have at the moment",
    suggestion="Now: [what is done already]. By [when]: [the next step, or in which new place].",
    reads=("B", "E"),
    each=(Kind.OUTCOME,),
    examples=[
        example(
            strength="He uses the toilet at school without help.",
            outcome="«By July 2028 he will use the toilet at school without help.»",
        ),
        example(
            current="Types 32 words a minute on a laptop (June 2026).",
            outcome="«By July 2028 she will type 30 words a minute on her laptop.»",
        ),
        example(
            current="Types 14 words a minute on a laptop (June 2026).",
            outcome="By July 2028 she will type 30 words a minute on her laptop.",
        ),
        example(
            strength="He uses the toilet at home with a reminder.",
            outcome="By July 2028 he will use the toilet at school without help.",
        ),
    ],
    not_flagged="A skill that is carried into a new place, or done with less help than now. This is"
    " only ever asked.",
    by=By.MEANING,
)
def e_new_skill(case: Case) -> Iterator[Hit]:
    """What a child does already is a strength: an outcome is what is not there yet."""
    for outcome, reading in readings(case):
        done = _done_already(case, reading)
        if done:
            yield Hit(
                whole(outcome),
                outcome,
                Verdict.UNCLEAR,
                f"Section B ({done.id}) says: «{done.text}» What will be new? Please check.",
            )


def _done_already(case: Case, reading: OutcomeReading) -> Item | None:
    """What Section B tells that is as much as the outcome asks for."""
    core = outcome_core(reading)
    able = told_in_b(case, Kind.CURRENT, Kind.STRENGTH)
    for target, now, item in same_thing(able, core):
        if now.number >= target.number > 0 and not _hedged(item):
            return item
    subject = roots(core) - roots(" ".join(names_of(case)))
    if len(subject) < _FEWEST or levels(core):
        return None
    for item in able:
        if _hedged(item, apart=core):
            continue
        if len(subject & roots(item.text)) >= _SHARED * len(subject):
            return item
    return None


def _hedged(item: Item, apart: str = "") -> bool:
    """Whether it is told with a condition that the outcome does not have: «with a reminder»."""
    own = {word.key for word in words_of(item.text)}
    return bool((own & HEDGED) - {word.key for word in words_of(apart)})
