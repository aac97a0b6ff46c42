"""thread-need-outcome."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example, whole
from checks.continuity.ends import loose
from checks.thread.links import Linked, Relation
from extractors.plan import Kind


@check(
    "thread-need-outcome",
    "Each need reaches an outcome",
    section="B",
    severity=Severity.GOOD,
    source="North Lincolnshire and Suffolk, guidance on outcomes",
    suggestion="By [when], [name] will [do what that this need makes hard].",
    reads=("B", "E"),
    each=(Kind.NEED,),
    examples=[
        example(
            need=(
                "His handwriting is slow, and he tires after two lines.",
                "He cannot follow spoken instructions that have three parts.",
            ),
            outcome=(
                "By the end of Key Stage 2 he will write half a page by hand.",
                "By the end of Key Stage 2 he will follow spoken instructions with three parts.",
            ),
            link=(
                "E1>B1",
                "E2>B2",
            ),
            note="the plan prints which belong together",
        ),
        example(
            need=(
                "His handwriting is slow, and he tires after two lines.",
                "He cannot follow spoken instructions that have three parts.",
                "«He wakes at night and sleeps for four hours.»",
            ),
            outcome=(
                "By the end of Key Stage 2 he will write half a page by hand.",
                "By the end of Key Stage 2 he will follow spoken instructions with three parts.",
            ),
            link=(
                "E1>B1",
                "E2>B2",
            ),
        ),
    ],
    not_flagged="Several needs that one outcome serves, unless the rubric wants one for each.",
    by=By.MEANING,
)
def thread_need_outcome(case: Case) -> Iterator[Hit]:
    """A need that no outcome answers may be left as it is for years."""
    yield from loose(case, case.plan.needs, Relation.OUTCOME_NEED, "outcome for this need")
    if not case.rubric.thread.shared_outcomes:
        yield from _only_shared(case)


def _only_shared(case: Case) -> Iterator[Hit]:
    """Needs that have no outcome of their own, where the rubric wants one for each."""
    served: dict[str, set[str]] = {}
    for joined in case.thread.links:
        if joined.relation is Relation.OUTCOME_NEED and joined.verdict is Linked.LINKED:
            served.setdefault(joined.from_id, set()).add(joined.to_id)
    for need in case.plan.needs:
        by = sorted(outcome for outcome, needs in served.items() if need.id in needs)
        if by and all(len(served[outcome]) > 1 for outcome in by):
            reason = f"{' and '.join(by)} serves other needs too; the rubric wants one for each."
            yield Hit(whole(need), need, Verdict.UNCLEAR, reason)
