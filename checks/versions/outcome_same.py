"""ver-outcome-same."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example, whole
from checks.dates.ends import in_words
from checks.schooling import months_between
from checks.versions.earlier import last_reviewed
from checks.versions.outcomes import Kept, kept_outcomes, put_off
from extractors.plan import Kind, Plan

_YEARS = 3  # reviews that changed nothing


@check(
    "ver-outcome-same",
    "An outcome that is carried over is still on its way",
    section="E",
    severity=Severity.SHOULD,
    source="Code of Practice 9.166 to 9.168; guidance on outcomes: they change as the child grows",
    suggestion="[Was it reached? If so, what comes next:] By [later stage], [name] will [do what].",
    reads=("E",),
    each=(Kind.OUTCOME,),
    knows=lambda case: last_reviewed(case) is not None,
    caseload=True,
    by=By.RECORDS,
    examples=[
        example(
            outcome="«By the end of Key Stage 1 Amira will read forty words by sight.»",
            earlier_outcome="By the end of Key Stage 1 Amira will read forty words by sight.",
            note="the key stage was over before this plan was written",
        ),
        example(
            outcome="«Amira will read forty words by sight.»",
            earlier_outcome="Amira will read forty words by sight.",
            note="nothing says by when",
        ),
        example(
            outcome="By the end of Key Stage 2 Amira will read a page aloud to her group.",
            earlier_outcome="By the end of Key Stage 2 Amira will read a page aloud to her group.",
            note="still on its way",
        ),
        example(
            outcome="Amira will read eighty words by sight.",
            earlier_outcome="Amira will read forty words by sight.",
        ),
    ],
    not_flagged="An outcome whose end point is still to come, unless it has stood unchanged for"
    " three years: then it is asked about. A plan that was amended soon after the one before it.",
)
def ver_outcome_same(case: Case) -> Iterator[Hit]:
    """An outcome that no review has touched says nothing of whether it was reached."""
    earlier = last_reviewed(case)
    for kept in kept_outcomes(case, earlier) if earlier else ():
        told = _told(case, kept, earlier) if earlier else None
        if told:
            yield Hit(whole(kept.now), kept.now, *told, before=whole(kept.before))


def _told(case: Case, kept: Kept, earlier: Plan) -> tuple[Verdict, str] | None:
    """How firmly and in what words; nothing where it is still on its way, or has a later end."""
    since = earlier.facts.date
    if since is None or put_off(kept):
        return None
    stands = f"It stands as it did in the plan of {in_words(since)}"
    if kept.time is None:
        return Verdict.FAIL, f"{stands}, and nothing says by when."
    if kept.end is None:
        return Verdict.UNCLEAR, f"{stands}. Is it still on its way?"
    if kept.end < case.written:
        past = f"it ended on {in_words(kept.end)}, before this plan was written"
        return Verdict.FAIL, f"{stands}: {past}."
    years = int(months_between(since, case.written) // 12)
    if years >= _YEARS:
        return Verdict.UNCLEAR, f"{stands}, {years} years before this one. Is it still right?"
    return None
