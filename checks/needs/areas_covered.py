"""b-areas-covered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example
from extractors.plan import Area, Item, Kind

BROAD = (Area.COMMUNICATION, Area.COGNITION, Area.SEMH, Area.SENSORY_PHYSICAL)
NONE = re.compile(
    r"\b(?:no (?:\w+[ ,]+){0,8}?(?:needs?|difficult\w+|concerns?|barriers?)\b|"
    r"none (?:identified|known|at present|currently|found|noted|recorded|beyond|besides|other than|"
    r"apart from|in this area)|not applicable|n/a\b|age[- ]appropriate|"
    r"within (?:the )?(?:expected|average|normal|typical)|no (?:additional|special|identified))|"
    r"^\W*(?:none|nil)\W*$",
    re.IGNORECASE,
)
_NAMED = {
    Area.COMMUNICATION: re.compile(r"communicat|speech|language|interaction", re.IGNORECASE),
    Area.COGNITION: re.compile(r"cogniti|learning", re.IGNORECASE),
    Area.SEMH: re.compile(r"emotional|mental|behaviour|SEMH", re.IGNORECASE),
    Area.SENSORY_PHYSICAL: re.compile(r"sensory|physical", re.IGNORECASE),
}


def _by_areas(case: Case) -> bool:
    """Whether Section B is set out by the four broad areas, and each need's is known."""
    printed = {i.area for i in case.plan.items if i.section == "B"} & set(BROAD)
    known = all(need.area is not None for need in case.plan.needs)
    return (
        known
        and len(printed) > 1
        and not (
            case.year is not None
            and case.year >= case.rubric.adulthood.from_year
            and any(i.area is Area.ADULTHOOD for i in case.plan.items if i.section == "B")
        )
    )


@check(
    "b-areas-covered",
    "Each of the four areas has needs, or says that there are none",
    section="B",
    severity=Severity.SHOULD,
    source="Code of Practice 6.28 to 6.35",
    suggestion="[Area]: no special educational needs were identified.",
    reads=("B",),
    each=(Kind.NEED,),
    applies=_by_areas,
    examples=[
        example(
            ("area", "communication and interaction"),
            ("need", "He cannot follow an instruction with three parts."),
            ("area", "cognition and learning"),
            ("current", "No needs were identified."),
            ("B", "No social, emotional or mental health needs."),
            ("B", "Sensory and/or physical needs: none beyond those of Section C."),
        ),
        example(
            ("area", "communication and interaction"),
            ("need", "He cannot follow an instruction with three parts."),
            ("area", "cognition and learning"),
            ("need", "He cannot hold a plan in mind while he writes."),
            ("area", "social, emotional and mental health"),
            ("strength", "He is kind to younger children."),
            ("B", "No sensory or physical needs were identified."),
            fails=True,
            note="the third area has a strength, and no word on needs",
        ),
    ],
    not_flagged="Plans that are not set out by the four areas, and from Year 9 plans set out by the"
    " headings of preparing for adulthood.",
    by=By.FORM,
)
def b_areas_covered(case: Case) -> Iterator[Hit]:
    """An area left blank does not tell whether there is no need, or whether nobody looked."""
    for area in BROAD:
        own = [i for i in case.plan.items if i.section == "B" and i.area is area]
        if any(i.kind is Kind.NEED or NONE.search(i.text) for i in own):
            continue
        if any(
            NONE.search(s.words.text) and _NAMED[area].search(s.words.text)
            for s in case.statements("B")
        ):
            continue
        yield _hit(area, own)


def _hit(area: Area, own: list[Item]) -> Hit:
    what = "only strengths or how things are now" if own else "nothing was found"
    asked = "" if own else " Please check."  # its heading may not have been recognised
    return Hit(
        verdict=Verdict.FAIL if own else Verdict.UNCLEAR,
        reason=f"{area.value.capitalize()}: {what}; no need, and no word that there is none."
        f"{asked}",
    )
