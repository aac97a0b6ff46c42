"""e-holistic."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.case import Case, Statement
from checks.check import By, Hit, Severity, Verdict, check, example
from checks.needs.areas_covered import NONE
from checks.outcomes.subjects import meet, subjects
from checks.thread.links import Relation
from extractors.plan import Area, Kind

_NAMED = {
    "C": re.compile(r"\b(?:health|medical|medic\w+|well-?being)\b", re.IGNORECASE),
    "D": re.compile(r"\b(?:care|home|family|community|short breaks?)\b", re.IGNORECASE),
}
# What is looked after by a clinic asks for no outcome: «prescribed melatonin».
_MANAGED = re.compile(
    r"\b(?:prescribed|medications?|medicines?|known to|followed up|under the (?:care|clinic)|"
    r"(?:does|do|did|has|have) (?:not|no) (?:affect|effect|impact|bearing)|care plan|letters?)\b",
    re.IGNORECASE,
)
_FEWEST = 6  # words: a shorter line only names a condition
_AREA = {"C": Area.HEALTH, "D": Area.CARE}
_WHAT = {"C": "health", "D": "social care"}


@check(
    "e-holistic",
    "The outcomes cover health and social care where there are such needs",
    section="E",
    severity=Severity.GOOD,
    source="Developing outcomes in EHC plans, Delivering Better Outcomes Together: outcomes should"
    " be holistic",
    suggestion="By [when], [name] will [what the health or social care provision makes possible].",
    reads=("E",),
    each=(Kind.OUTCOME,),
    applies=lambda case: any(_of(case, letter) for letter in _WHAT),
    examples=[
        example(
            C="Epilepsy, with seizures on most nights of the week.",
            outcome="By July 2028 he will read a page of a story aloud.",
            none="D",
            fails=True,
        ),
        example(
            C="Epilepsy, with seizures on most nights.",
            outcome="By July 2028 he will tell an adult when he feels a seizure coming.",
            none="D",
        ),
    ],
    not_flagged="Needs of Sections C and D in which no subject could be made out, or which are met"
    " by medicine or followed up by a clinic; outcomes under a"
    " heading for health or care. It is asked once.",
    by=By.MEANING,
)
def e_holistic(case: Case) -> Iterator[Hit]:
    """A plan for education, health and care has outcomes for each of them where there is a need."""
    without = [
        f"{what} («{needs[0].words.text}»)"
        for letter, what in _WHAT.items()
        if (needs := _of(case, letter)) and not _touched(case, letter, needs)
    ]
    if without:
        yield Hit(
            verdict=Verdict.UNCLEAR,
            reason=f"No outcome was found that comes near the needs in {' or '.join(without)}."
            " Please check.",
        )


def _of(case: Case, letter: str) -> list[Statement]:
    """What that section tells of needs whose subject is known."""
    return [
        said
        for said in case.statements(letter)
        if subjects(said.words.text)
        and not NONE.search(said.words.text)
        and not _MANAGED.search(said.words.text)
        and len(said.words.text.split()) >= _FEWEST
    ]


def _touched(case: Case, letter: str, needs: list[Statement]) -> bool:
    ids = {said.item.id for said in needs if said.item}
    if any(k.relation is Relation.OUTCOME_NEED and k.to_id in ids for k in case.thread.links):
        return True
    told = [said.words.text for said in needs]
    return any(
        outcome.area is _AREA[letter]
        or _NAMED[letter].search(f"{outcome.heading} {outcome.full_text}")
        or meet(outcome.full_text, told)
        for outcome in case.plan.outcomes
    )
