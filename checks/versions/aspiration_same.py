"""ver-aspiration-same."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example, whole
from checks.dates.ends import in_words
from checks.versions.aspirations import share_kept
from checks.versions.earlier import two_reviews_ago
from extractors.plan import Kind

_NEARLY_ALL = 0.9  # of the words


@check(
    "ver-aspiration-same",
    "Hopes and views are asked for again as the child grows",
    section="A",
    severity=Severity.GOOD,
    source="Guidance on outcomes: hopes change with age; SEND Regulations 2014, regulation 20",
    suggestion="[Name] told [whom], on [date], by [how]: «[what matters now, what is hoped for]».",
    reads=("A",),
    each=(Kind.ASPIRATION,),
    knows=lambda case: two_reviews_ago(case) is not None,
    caseload=True,
    by=By.RECORDS,
    examples=[
        example(
            earlier_date="2023-05-04",
            aspiration="«Amira wants to drive a fire engine and to have a rabbit.»",
            earlier_aspiration="Amira wants to drive a fire engine and to have a rabbit.",
        ),
        example(
            earlier_date="2023-05-04",
            aspiration="Amira wants to drive a fire engine and to have a rabbit.",
            view="She told her teacher in May 2026 that she likes the new reading corner.",
            earlier_aspiration="Amira wants to drive a fire engine and to have a rabbit.",
            earlier_view="She told the nursery that she likes the water tray.",
            note="the hope held; what she said is new",
        ),
        example(
            earlier_date="2023-05-04",
            aspiration="Amira wants to work with animals and to share a flat with her sister.",
            earlier_aspiration="Amira wants to drive a fire engine and to have a rabbit.",
        ),
    ],
    not_flagged="A hope that lasts, where the rest of Section A was written anew; plans less than"
    " two reviews apart.",
)
def ver_aspiration_same(case: Case) -> Iterator[Hit]:
    """Words that two reviews left as they were may be those of a much younger child."""
    earlier = two_reviews_ago(case)
    if earlier and earlier.facts.date and share_kept(case.plan, earlier) >= _NEARLY_ALL:
        first = case.plan.aspirations[0]
        before = next(iter(earlier.aspirations), None)
        yield Hit(
            whole(first),
            first,
            reason="What the child and the family say stands word for word in the plan of"
            f" {in_words(earlier.facts.date)}. If it was asked for again and is still so, the plan"
            " can say when.",
            before=whole(before) if before else None,
        )
