"""b-need-not-diagnosis."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.aspirations.voices import names_of
from checks.case import Case
from checks.check import Hit, Severity, check, example, whole
from checks.language.plain import sentences
from checks.needs.diagnosis import only_diagnosis
from extractors.plan import Kind

_CARRIED_ON = re.compile(
    r"^(?:this|that|it|these|which|because of (?:this|her|his|their)|as a result|so|"
    r"the effect|(?:his|her|their) (?:condition|diagnosis))\b",
    re.IGNORECASE,
)


@check(
    "b-need-not-diagnosis",
    "A need says what is hard, not only what it is called",
    section="B",
    severity=Severity.SHOULD,
    source="Outcomes: SEND Guidance, Waltham Forest; Code of Practice 6.28",
    suggestion="Because of [diagnosis], [name] [finds what difficult], so [effect].",
    reads=("B",),
    each=(Kind.NEED,),
    examples=[
        example(need="Maya has ADHD. She loses track after five minutes of listening."),
        example(name="Maya Lin", need="«Maya has a diagnosis of ADHD.»"),
        example(need="«Autism»"),
        example(need="«Spastic diplegic cerebral palsy, GMFCS Level III.»"),
        example(need=("He has an attachment disorder.", "This means that he watches every door.")),
        example(need="His autism makes it hard to join in a game that he has not chosen."),
    ],
    not_flagged="A diagnosis whose effect follows in the next sentence, or in the next line.",
)
def b_need_not_diagnosis(case: Case) -> Iterator[Hit]:
    """Two children with one diagnosis have different needs, so the name of it is not enough."""
    needs = case.plan.needs
    for need, after in zip(needs, (*needs[1:], None), strict=True):
        said = sentences(need.text)
        if not said or not all(only_diagnosis(s, names_of(case)) for s in said):
            continue
        if after is not None and _CARRIED_ON.match(after.text):
            continue
        yield Hit(whole(need), need)
