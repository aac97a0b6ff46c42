"""Plans whose links a person gave: to fit the thread's weights on, and to measure it by."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractors.document import Place
from extractors.plan import LETTERS, Area, Child, Facts, Item, Kind, Plan, Section

_KINDS = {"A": Kind.ASPIRATION, "B": Kind.NEED, "E": Kind.OUTCOME, "F": Kind.PROVISION}
_AREAS = {
    "communication": Area.COMMUNICATION,
    "cognition": Area.COGNITION,
    "semh": Area.SEMH,
    "sensory_physical": Area.SENSORY_PHYSICAL,
    "adulthood": Area.ADULTHOOD,
    "health": Area.HEALTH,
    "care": Area.CARE,
}


@dataclass(frozen=True, slots=True)
class LinkedPlan:
    """A plan whose links a person gave; those that are arguable count neither way."""

    id: str
    plan: Plan
    firm: frozenset[tuple[str, str]]
    arguable: frozenset[tuple[str, str]] = frozenset()


def linked_plans(file: Path) -> list[LinkedPlan]:
    """The plans of a file in the form of `plans12.json`."""
    return [_listed(entry) for entry in json.loads(file.read_text(encoding="utf-8"))]


def linked_samples(truth: Path) -> list[LinkedPlan]:
    """The sample plans as their truth files give them: their words and links, no print."""
    files = sorted(truth.glob("*.json"))
    entries = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    return [_sampled(entry) for entry in entries if entry["status"] == "auditable"]


def _listed(entry: dict[str, Any]) -> LinkedPlan:
    items = [Item(id, "A", Kind.ASPIRATION, text, Place()) for id, text in entry["A"].items()]
    items += [
        Item(i["id"], letter, _KINDS[letter], i["text"], Place())
        for letter in "BEF"
        for i in entry[letter]
    ]
    links = {(link["from"], link["to"]): link["firm"] for link in entry["links"]}
    return LinkedPlan(
        entry["id"],
        _plan(entry["child"]["name"], items),
        frozenset(pair for pair, firm in links.items() if firm),
        frozenset(pair for pair, firm in links.items() if not firm),
    )


def _sampled(entry: dict[str, Any]) -> LinkedPlan:
    printed = entry["area_printed"]
    items = [
        Item(
            i["id"],
            letter,
            Kind(i["kind"]),
            i["full_text"] or i["text"],
            Place(),
            area=_AREAS.get(i["area"]) if printed.get(letter) else None,
        )
        for letter in "ABEF"
        for i in entry["sections"][letter]["items"]
    ]
    # Truth files lead from need to outcome to provision; the relations run the other way.
    ends = {
        (link["from"], link["to"])
        if link["type"] == "outcome_aspiration"
        else (link["to"], link["from"])
        for link in entry["links"]
    }
    return LinkedPlan(entry["file"], _plan(entry["child"]["name"], items), frozenset(ends))


def _plan(name: str, items: Iterable[Item]) -> Plan:
    sections = tuple(Section(letter, found=letter in _KINDS) for letter in LETTERS)
    return Plan(Child(name=name), Facts(), sections, tuple(items))
