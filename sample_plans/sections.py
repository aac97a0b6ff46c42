"""What every layout prints of the sections that the golden thread does not run through."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from content import AREAS, Content, Outcome, Provision, Statement, long_date
from truth import Truth

Part = TypeVar("Part", Statement, Outcome, Provision)

STATUS = {
    "": "",  # a plan that does not say what it is
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
        (ticked if name == plan.plan.status else empty, words)
        for name, words in STATUS.items()
        if name
    ]


def a_groups(
    plan: Content, truth: Truth, labels: tuple[str, str, str, str], hopes_first: bool = False
) -> Iterator[tuple[str, list[str], bool]]:
    """Section A in groups: label, words, and whether they are aspirations.

    The labels are for the child's views, its hopes, the family's hopes and the parents' views.
    """
    views, own, family, parents = labels
    said = dict(voices(plan))
    hopes: list[tuple[str, list[Statement]]] = [
        (label, said[voice])
        for voice, label in (("child", own), ("family", family))
        if voice in said
    ]
    told = [(views, plan.views), (parents, plan.parent_views)]
    order = ["hopes", "told"] if hopes_first else ["told", "hopes"]
    truth.mark("A")
    for which in order:
        if which == "hopes":
            for label, statements in hopes:
                truth.mark("A", label)
                yield label, [truth.aspiration(s) for s in statements], True
        else:
            for label, texts in told:
                if texts:
                    truth.mark("A", label)
                    yield label, [truth.view(t) for t in texts], False


def b_groups(
    plan: Content,
    truth: Truth,
    area: str,
    labels: tuple[str, str, str],
    numbers: dict[str, str] | None = None,
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """One area of Section B in groups: label, then number and words of each statement.

    The labels are for strengths, for how things are now, and for needs.
    """
    numbers = numbers or {}
    strengths, now, needs = (of(area, x) for x in (plan.strengths, plan.currents, plan.needs))
    for label, kind, statements in zip(
        labels, ("strength", "current", "need"), (strengths, now, needs), strict=True
    ):
        if not statements:
            continue
        truth.mark("B", label)
        if kind == "need":
            said = [
                (numbers.get(s.id, ""), truth.need(s, numbers.get(s.id, ""))) for s in statements
            ]
        else:
            note = truth.strength if kind == "strength" else truth.current
            said = [("", note(s)) for s in statements]
        yield label, said


def in_b(plan: Content, area: str) -> bool:
    """Whether Section B says anything about that area."""
    return any(of(area, x) for x in (plan.strengths, plan.currents, plan.needs))


def numbered(parts: Iterable[Statement | Outcome | Provision], form: str) -> dict[str, str]:
    """The number printed for each part, such as «Outcome 1» from the form «Outcome {}»."""
    return {p.id: form.format(n) for n, p in enumerate(parts, 1)}
