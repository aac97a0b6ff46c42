"""ver-date-rolled."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example, whole
from checks.dates.ends import in_words
from checks.versions.earlier import last_issued
from checks.versions.outcomes import Kept, kept_outcomes, put_off
from checks.wordlists import wordlist
from extractors.plan import Kind, Passage, Plan


@check(
    "ver-date-rolled",
    "A later date for the same outcome has a reason",
    section="E",
    severity=Severity.SHOULD,
    source="Code of Practice 9.166 to 9.168: a review considers progress towards the outcomes",
    suggestion="[What was reached by the first date], so now: by [date], [name] will [next step].",
    reads=("E",),
    each=(Kind.OUTCOME,),
    knows=lambda case: last_issued(case) is not None,
    caseload=True,
    by=By.RECORDS,
    examples=[
        example(
            outcome="«By the end of Year 5» Amira will write a paragraph of three lines.",
            earlier_outcome="By the end of Year 4 Amira will write a paragraph of three lines.",
        ),
        example(
            outcome="By the end of Year 5 Amira will write a page with ten sentences.",
            earlier_outcome="By the end of Year 4 Amira will write a paragraph of three lines.",
            note="a further step",
        ),
        example(
            outcome="By the end of Year 5 Amira will write a paragraph of three lines."
            " | Review: partly met in 2026, extended for a year after six weeks in hospital",
            earlier_outcome="By the end of Year 4 Amira will write a paragraph of three lines.",
            note="the reason is recorded",
        ),
        example(
            outcome="By July 2028 Amira will write a paragraph of three lines.",
            earlier_outcome="By July 2028 Amira will write a paragraph of three lines.",
        ),
    ],
    not_flagged="An outcome that asks for more than before; a later date whose reason stands beside"
    " it; the same end in other words.",
)
def ver_date_rolled(case: Case) -> Iterator[Hit]:
    """The same words with a later date say that the outcome was missed, and not why."""
    earlier = last_issued(case)
    for kept in kept_outcomes(case, earlier) if earlier else ():
        if earlier and put_off(kept) and not _explained(kept):
            yield Hit(
                _when(kept),
                kept.now,
                reason=_told(kept, earlier),
                before=whole(kept.before),
            )


def _when(kept: Kept) -> Passage:
    time = kept.time
    if time is None or time.span.start < 0:
        return whole(kept.now)
    return Passage(time.span.text, kept.now.place)


def _told(kept: Kept, earlier: Plan) -> str:
    then, now = kept.end_before, kept.end
    dated = (
        f"the plan of {in_words(earlier.facts.date)}" if earlier.facts.date else "the one before"
    )
    if then is None or now is None:
        return ""
    return (
        f"In {dated} it was to be reached by {in_words(then)}. The words are the same now, the end"
        f" is {in_words(now)}, and no reason is given beside it."
    )


def _explained(kept: Kept) -> bool:
    return "extended" in wordlist("versions").find(kept.now.full_text)
