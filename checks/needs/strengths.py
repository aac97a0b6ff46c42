"""b-strengths."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example
from checks.needs.areas_covered import BROAD
from checks.needs.words import told
from extractors.plan import Area, Item, Kind

_FEWEST = 2  # areas set out with needs: only then does one without strengths stand out


@check(
    "b-strengths",
    "Section B says what the child can do",
    section="B",
    severity=Severity.SHOULD,
    source="Code of Practice 9.61; Outcomes: SEND Guidance, Waltham Forest: not a deficit model",
    suggestion="[Area]: [name] can [what goes well], [how well, and when seen].",
    reads=("B",),
    each=(Kind.NEED,),
    examples=[
        example(strength="Reads 40 words by sight.", need="He cannot sound out a new word."),
        example(need="He cannot sound out a new word.", fails=True),
        example(need="She can count to 20 and cannot yet add.", note="said with the need"),
        example(
            ("area", "communication and interaction"),
            ("strength", "He greets people by name."),
            ("need", "He cannot follow an instruction with three parts."),
            ("area", "cognition and learning"),
            ("need", "He cannot hold a plan in mind while he writes."),
            fails=True,
            note="asked: cognition and learning has none",
        ),
    ],
    not_flagged="A strength that is told beside the need, under any heading of Section B.",
    by=By.WORDS,
)
def b_strengths(case: Case) -> Iterator[Hit]:
    """Provision builds on what a child can do, so Section B has to say it: for each area."""
    own = [item for item in case.plan.items if item.section == "B"]
    able = [item for item in own if _tells_strength(item)]
    outside = any(
        "strength" in told(said.words.text) for said in case.statements("B") if said.item is None
    )
    if not able and not outside:
        yield Hit(reason="Section B tells only what is hard: no strength was found in it.")
        return
    without = _areas_without(own, able)
    if without:
        named = "; ".join(area.value for area in without)
        yield Hit(
            verdict=Verdict.UNCLEAR,
            reason=f"No strength was found beside the needs of: {named}. Please check.",
        )


def _tells_strength(item: Item) -> bool:
    if item.kind is Kind.STRENGTH:
        return True
    found = told(item.text)
    return "strength" in found or (item.kind is not Kind.NEED and "does" in found)


def _areas_without(own: list[Item], able: list[Item]) -> list[Area]:
    """The areas that have needs and no strength, where the plan sets strengths out by area."""
    by_area = {item.area for item in able} - {None}
    needing = list(dict.fromkeys(i.area for i in own if i.kind is Kind.NEED and i.area in BROAD))
    loose = any(item.area is None for item in able)
    if loose or len(needing) < _FEWEST or not by_area:
        return []
    return [area for area in needing if area and area not in by_area]
