"""What every layout prints of the sections that the golden thread does not run through."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from content import AREAS, Content, Outcome, Provision, Statement, long_date
from truth import Truth

Part = TypeVar("Part", Statement, Outcome, Provision)

STATUS = {
    "draft": "Draft plan",
    "proposed": "Proposed plan",
    "final": "Final plan",
    "amended": "Amended final plan",
}


def of(area: str, parts: Iterable[Part]) -> list[Part]:
    """The parts that belong to one area of need."""
    return [p for p in parts if p.area == area]


def named(plan: Content, titles: dict[str, str] | None = None) -> list[tuple[str, str]]:
    """The areas the plan speaks of, with their titles in this layout's words."""
    return [(a, (titles or {}).get(a) or AREAS.get(a, a)) for a in plan.areas]


def others(
    plan: Content,
    truth: Truth,
    titles: dict[str, str],
    heading: Callable[[str], object],
    words: Callable[[str], object],
) -> None:
    """Prints those of C, D, G to K that `titles` names and the plan has."""
    for letter, title in titles.items():
        if letter in plan.others:
            heading(title)
            truth.trap(f"section {letter}", *plan.others[letter])
            for text in plan.others[letter]:
                words(text)


def advice(plan: Content) -> list[tuple[str, str, str]]:
    """The lines of Section K: role, name, date."""
    return [(a.role, a.name, long_date(a.given)) for a in plan.advice]


def voices(plan: Content) -> list[tuple[str, list[Statement]]]:
    """The aspirations, the child's own apart from the family's."""
    return [
        (voice, [a for a in plan.aspirations if a.voice == voice])
        for voice in ("child", "family")
        if any(a.voice == voice for a in plan.aspirations)
    ]


def status_boxes(plan: Content, ticked: str = "☒", empty: str = "☐") -> list[tuple[str, str]]:
    """The kinds of plan as boxes on a cover, one of them ticked."""
    return [
        (ticked if name == plan.plan.status else empty, words) for name, words in STATUS.items()
    ]
