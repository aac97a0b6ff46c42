"""doc-concise."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.document.length import FEWEST_PLANS, words_in

_TIMES = 2.5  # the middle length of the caseload


def _typical(case: Case) -> float | None:
    return case.known.typical_words if case.known else None


@check(
    "doc-concise",
    "The plan is not much longer than its neighbours",
    section="",
    severity=Severity.GOOD,
    source="A guide to «Outcomes», 2018; Leeds, EHC plan standardisation",
    suggestion="Keep in Sections B and F what is needed and provided; leave the reports' own words"
    " to the reports of Section K.",
    by=By.FORM,
    caseload=True,
    knows=lambda case: _typical(case) is not None,
    examples=[
        example(need="He finds reading hard."),
        example(
            need="Pages of a report copied in whole.",
            fails=True,
            note="where the plan has more than two and a half times the words of the middle plan"
            " of the caseload",
        ),
    ],
    not_flagged=f"Nothing is said where fewer than {FEWEST_PLANS} plans are read together. The plan"
    " of a child with many needs may well be long: look before you cut.",
)
def doc_concise(case: Case) -> Iterator[Hit]:
    """A plan that is several times as long as others is hard to use in a classroom."""
    typical = _typical(case)
    words = words_in(case.plan)
    if typical and words > _TIMES * typical:
        pages = f" on {case.plan.pages} pages" if case.plan.pages else ""
        yield Hit(
            reason=f"The plan's sections have {words:,} words{pages}; the middle plan of this"
            f" caseload has {typical:,.0f}."
        )
