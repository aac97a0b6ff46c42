"""e-area-coverage."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example
from checks.needs.areas_covered import BROAD
from checks.outcomes.subjects import areas
from checks.thread.links import Relation
from extractors.plan import Area, Item, Kind


@check(
    "e-area-coverage",
    "Each area with needs has an outcome",
    section="E",
    severity=Severity.GOOD,
    source="Guidance on outcomes: an outcome in each area; one may cover several",
    suggestion="By [when], [name] will [an outcome for the needs in that area], so that […].",
    reads=("B", "E"),
    each=(Kind.OUTCOME,),
    examples=[
        example(
            ("area", "cognition and learning"),
            ("need", "He cannot read words of two syllables."),
            ("outcome", "By July 2028 he will read a page of a story aloud."),
            ("area", "social, emotional and mental health"),
            ("need", "He is so anxious that he hides when visitors come into class."),
            fails=True,
        ),
        example(
            ("area", "cognition and learning"),
            ("need", "He cannot read words of two syllables."),
            ("area", "social, emotional and mental health"),
            ("need", "He is so anxious that he hides when visitors come into class."),
            ("area", "cognition and learning"),
            ("outcome", "By July 2028 he will read aloud to a visitor, whatever his anxiety."),
            note="one outcome serves both",
        ),
    ],
    not_flagged="Outcomes under no heading or another, where their words come near the area; plans"
    " whose needs stand under no area. It is asked once for all areas.",
    by=By.MEANING,
)
def e_area_coverage(case: Case) -> Iterator[Hit]:
    """An area that has needs and no outcome is not worked on, whatever is provided."""
    covered = _covered(case)
    printed = dict.fromkeys(need.area for need in case.plan.needs if need.area in BROAD)
    without = [area for area in printed if area is not None and area not in covered]
    if without:
        yield Hit(
            verdict=Verdict.UNCLEAR,
            reason="No outcome was found that comes near the needs under"
            f" {'; or under '.join(area.value for area in without)}. Please check.",
        )


def _covered(case: Case) -> set[Area]:
    """The areas that an outcome stands under, speaks of, or answers a need of."""
    found: set[Area] = {o.area for o in case.plan.outcomes if o.area}
    for outcome in case.plan.outcomes:
        found |= areas(outcome.heading) | areas(outcome.full_text)
    by_id: dict[str, Item] = {item.id: item for item in case.plan.items}
    for link in case.thread.links:
        area = by_id[link.to_id].area if link.relation is Relation.OUTCOME_NEED else None
        if area:
            found.add(area)
    return found
