"""b-misplaced-area."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example, whole
from checks.thread.concepts import mentions, standard_lexicon
from extractors.plan import Area, Item, Kind

# The areas of the subjects in the lexicon, as plans print them.
AREA_OF = {
    "communication": Area.COMMUNICATION,
    "cognition": Area.COGNITION,
    "semh": Area.SEMH,
    "sensory and physical": Area.SENSORY_PHYSICAL,
    "adulthood": Area.ADULTHOOD,
}
_NEIGHBOURS = {Area.COMMUNICATION, Area.SEMH}  # many plans tell the social side under either
_ANYWHERE = {"sleep", "eating", "attention", "sensory", "attendance", "family_home"}
_FEWEST = 2  # subjects of another area: one alone may only be mentioned by the way


@check(
    "b-misplaced-area",
    "Each need stands under the area that it belongs to",
    section="B",
    severity=Severity.GOOD,
    source="Code of Practice 6.28 to 6.35; guidance on the quality of EHC plans",
    suggestion="Move it to [area], or say here what it means for [this area].",
    reads=("B",),
    each=(Kind.NEED,),
    examples=[
        example(
            ("area", "communication and interaction"),
            ("need", "His speech sounds are unclear and he cannot form sentences."),
            ("area", "sensory and physical"),
            ("need", "She falls on stairs and cannot fasten buttons or hold a pencil."),
        ),
        example(
            ("area", "communication and interaction"),
            ("need", "«She falls on stairs and cannot fasten buttons or hold a pencil.»"),
        ),
        example(
            ("area", "social, emotional and mental health"),
            ("need", "He is anxious when he cannot make himself understood in speech."),
            note="it speaks of its own area too",
        ),
    ],
    not_flagged="A need that speaks of its own area as well, and one that names a single subject;"
    " headings for health, social care or preparing for adulthood.",
    by=By.MEANING,
)
def b_misplaced_area(case: Case) -> Iterator[Hit]:
    """Who reads one area to plan for it does not see a need that stands under another."""
    for need in case.plan.needs:
        other = _other_area(need)
        if other is not None and need.area is not None:
            yield Hit(
                whole(need),
                need,
                Verdict.UNCLEAR,
                f"It stands under {need.area.value}; its words speak only of {other.value}."
                " Please check.",
            )


def _other_area(need: Item) -> Area | None:
    """The one other area of which all that a need says speaks."""
    if need.area not in set(AREA_OF.values()) - {Area.ADULTHOOD}:
        return None
    lexicon = standard_lexicon()
    subjects = {m.concept for m in mentions(need.text, lexicon)} - _ANYWHERE
    areas = Counter(AREA_OF[lexicon.concepts[subject].area] for subject in subjects)
    if len(areas) != 1 or need.area in areas:
        return None
    (other, count) = areas.most_common(1)[0]
    apart = other is not Area.ADULTHOOD and {other, need.area} != _NEIGHBOURS
    return other if count >= _FEWEST and apart else None
