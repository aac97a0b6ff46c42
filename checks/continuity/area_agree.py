"""thread-area-agree."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example, whole
from checks.thread.links import Relation
from extractors.plan import Kind


@check(
    "thread-area-agree",
    "An outcome stands under the same area as a need that it answers",
    section="E",
    severity=Severity.INFO,
    source="Our own inference; Code of Practice 6.28 to 6.35",
    suggestion="Check the heading: [area of the outcome] or [area of the need]?",
    reads=("B", "E"),
    each=(Kind.OUTCOME,),
    examples=[
        example(
            ("area", "cognition and learning"),
            ("need", "His handwriting is slow."),
            ("outcome", "By July 2028 he will write half a page by hand."),
            ("link", "E1>B1"),
        ),
        example(
            ("area", "cognition and learning"),
            ("need", "His handwriting is slow."),
            ("area", "social, emotional and mental health"),
            ("outcome", "«By July 2028 he will write half a page by hand.»"),
            ("link", "E1>B1"),
        ),
    ],
    not_flagged="An outcome that serves needs in several areas, one of them its own.",
    by=By.FORM,
)
def thread_area_agree(case: Case) -> Iterator[Hit]:
    """Linked items under different headings may show that one of them stands in the wrong place."""
    areas = {item.id: item.area for item in case.plan.items}
    for outcome in case.plan.outcomes:
        if outcome.area is None:
            continue
        links = case.thread.linked(Relation.OUTCOME_NEED, outcome.id)
        others = {area for link in links if (area := areas[link.to_id]) is not None}
        if others and outcome.area not in others:
            named = ", ".join(sorted(a.value for a in others))
            yield Hit(
                whole(outcome),
                outcome,
                reason=f"It stands under {outcome.area.value}; the needs that it answers"
                f" stand under {named}.",
            )
