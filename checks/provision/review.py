"""f-review."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example
from checks.provision.said import said
from extractors.plan import Kind

_OF_REVIEW = ("review", "monitor", "evaluat", "progress", "impact", "success")


@check(
    "f-review",
    "Section F says when it is checked whether provision works",
    section="F",
    severity=Severity.SHOULD,
    source="Waltham Forest, outcomes in EHC plans; Code of Practice 9.61",
    suggestion="[Role] will check by [how] whether this worked, each [term], first by [date].",
    by=By.WORDS,
    reads=("F",),
    each=(Kind.PROVISION,),
    examples=[
        example(
            provision="A teaching assistant will teach Sam phonics for 20 minutes each day.",
            fails=True,
        ),
        example(
            provision="A teaching assistant will teach Sam phonics for 20 minutes each day,"
            " reviewed by the SENCO each half term."
        ),
        example(
            provision="Phonics, 20 minutes a day | Reviewed: March 2027, SENCO",
            note="a column of its own",
        ),
        example(
            provision="A teaching assistant will teach Sam phonics for 20 minutes each day.",
            F="The SENCO will evaluate all of it with his parents each term.",
            note="said once for all of Section F",
        ),
        example(
            provision="A teaching assistant will teach Sam phonics for 20 minutes each day.",
            F="Sam's teacher and his parents meet each term to see what has changed for him.",
        ),
    ],
    not_flagged="Lines without a review of their own, where one line or sentence of Section E or F"
    " says it for all.",
)
def f_review(case: Case) -> Iterator[Hit]:
    """Provision that nobody looks at again goes on whether or not it helps."""
    heads = (c.head.lower() for line in case.plan.provision for c in line.columns if c.text.strip())
    if any(word in head for head in heads for word in _OF_REVIEW):
        return
    if any("checked" in said(told.words.text) for told in case.statements("E", "F")):
        return
    yield Hit(
        verdict=Verdict.UNCLEAR,
        reason="Nothing was found in Section F that says when, how and by whom it is checked"
        " whether the provision works.",
    )
