"""pfa-y9-review."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example
from checks.language.phrases import Found
from checks.wordlists import found_in
from extractors.plan import LETTERS, Passage


def _told(case: Case) -> list[tuple[Passage, Found]]:
    """What the plan says of reviews that dealt, or did not deal, with adult life."""
    passages = [told.words for told in case.statements(*LETTERS) if "eview" in told.words.text]
    found = [found_in("pfa", passage.text) for passage in passages]
    return [
        (p, f) for p, f in zip(passages, found, strict=True) if f.keys() & {"reviewed", "left_out"}
    ]


@check(
    "pfa-y9-review",
    "From Year 9 the review has dealt with adult life",
    section="",
    severity=Severity.MUST,
    source="Code of Practice 1.40 and 8.9; Developing outcomes in EHC plans",
    suggestion="The review of [date] dealt with [work, living, community, health].",
    by=By.WORDS,
    knows=lambda case: case.year is not None and bool(_told(case)),
    applies=lambda case: (case.year or 0) >= case.rubric.adulthood.from_year,
    examples=[
        example(
            born="2010-03-04",
            plan_date="2026-05-04",
            A="Preparing for adulthood was discussed at her annual review in March.",
        ),
        example(
            born="2010-03-04",
            plan_date="2026-05-04",
            A="«Preparing for adulthood has not yet been discussed at an annual review.»",
        ),
        example(
            born="2010-03-04",
            plan_date="2026-05-04",
            A="«The review in March dealt with attendance; life after school was left out.»",
        ),
    ],
    not_flagged="A plan that says nothing of its reviews: then this is not assessed, for the record"
    " of the review is kept elsewhere.",
)
def pfa_y9_review(case: Case) -> Iterator[Hit]:
    """From Year 9 at the latest, every review has to look at adult life."""
    told = _told(case)
    if all(found.keys() & {"not_yet", "left_out"} for _, found in told):
        yield Hit(told[0][0], verdict=Verdict.UNCLEAR)
