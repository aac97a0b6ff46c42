"""b-barrier-impact."""

from __future__ import annotations

from collections.abc import Iterator

from checks.aspirations.voices import names_of
from checks.case import Case
from checks.check import By, Hit, Severity, check, example, whole
from checks.language.plain import sentences
from checks.needs.diagnosis import only_diagnosis
from checks.needs.words import told
from extractors.plan import Item, Kind

_MOST = 16  # words: a longer need says more than a label, in whatever words


@check(
    "b-barrier-impact",
    "Each need says what it stops the child from doing",
    section="B",
    severity=Severity.SHOULD,
    source="Outcomes: SEND Guidance, Waltham Forest: a need is a barrier to achieving something;"
    " A guide to «Outcomes», 2018",
    suggestion="[Name] [finds what hard], so [what that means in lessons or in life].",
    reads=("B",),
    each=(Kind.NEED,),
    examples=[
        example(need="His memory for what he hears is poor, so he loses tasks of three steps."),
        example(need="«He has a poor working memory.»"),
        example(need="«Significant difficulties with literacy.»"),
        example(need=("He has a poor working memory.", "This means that he forgets his kit.")),
        example(need="He cannot say who he is to somebody new."),
    ],
    not_flagged="A need told as what the child does, or cannot do; an effect in the next line; a"
    " diagnosis alone, which another check looks at.",
    by=By.MEANING,
)
def b_barrier_impact(case: Case) -> Iterator[Hit]:
    """What a need stops a child from doing is what outcomes and provision have to answer."""
    needs = case.plan.needs
    for need, after in zip(needs, (*needs[1:], None), strict=True):
        if _label_alone(need, names_of(case)) and not (after and _goes_on(after)):
            yield Hit(whole(need), need)


def _label_alone(need: Item, names: set[str]) -> bool:
    found = told(need.full_text)
    short = len(need.full_text.split()) <= _MOST
    if not short or "label" not in found or {"effect", "level"} & found.keys():
        return False
    said = sentences(need.text)
    return bool(said) and not all(only_diagnosis(s, names) for s in said)


def _goes_on(after: Item) -> bool:
    """Whether the next line tells what the one before leads to: «This means ...», «As a result»."""
    opening = " ".join(after.text.split()[:3]).lower()
    return opening.startswith(
        ("this", "that", "these", "as a result", "so ", "because of", "which")
    )
