"""Plans whose links a person gave: to fit the thread's weights on, and to measure it by."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from extractors.document import Place
from extractors.plan import LETTERS, Area, Child, Facts, Item, Kind, Plan, Reference, Section

ARGUABLE = "arguable-links.toml"  # beside the folder of truth files
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
    child: str = ""  # plans of one child say much the same

    @property
    def unprinted(self) -> LinkedPlan:
        """The same plan as if it printed nothing of what belongs together."""
        return replace(self, plan=replace(self.plan, references=()))


def linked_plans(file: Path) -> list[LinkedPlan]:
    """The plans of a file in the form of `plans12.json`."""
    return [_listed(entry) for entry in json.loads(file.read_text(encoding="utf-8"))]


def linked_samples(truth: Path) -> list[LinkedPlan]:
    """The sample plans as their truth files give them: words, links, and what is printed."""
    files = sorted(truth.glob("*.json"))
    entries = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    arguable = arguable_links(truth)
    return [
        _sampled(entry, arguable.get(entry["file"], frozenset()))
        for entry in entries
        if is_linked(entry)
    ]


def arguable_links(truth: Path) -> dict[str, frozenset[tuple[str, str]]]:
    """For each sample plan's file the pairs that one reader would link and another would not."""
    told = tomllib.loads(truth.with_name(ARGUABLE).read_text(encoding="utf-8"))
    return {
        file: frozenset((source, target) for source, targets in rows.items() for target in targets)
        for file, rows in told.items()
    }


# The checks on items without another end: the letter of the item, and of its other ends.
_CHECKS = {
    "thread-need-outcome": ("B", "E"),
    "thread-need-provision": ("B", "F"),
    "thread-outcome-need": ("E", "B"),
    "thread-outcome-provision": ("E", "F"),
    "thread-outcome-aspiration": ("E", "A"),
    "thread-aspiration-orphan": ("A", "E"),
    "thread-provision-orphan": ("F", "BE"),
}


def arguable_ends(
    truth: Mapping[str, Any], arguable: frozenset[tuple[str, str]]
) -> list[dict[str, str]]:
    """Whether these items have another end may be argued about: rows as a truth file has them."""
    firm = {(row["from"], row["to"]) for row in truth["links"]}
    firm = {pair for pair in firm if pair not in arguable and pair[::-1] not in arguable}
    found = set()
    for check, (own, others) in _CHECKS.items():
        mine = {pair if pair[0][0] == own else pair[::-1] for pair in (*firm, *arguable)}
        here = {(item, other) for item, other in mine if item[0] == own and other[0] in others}
        ended = {item for item, other in here if {(item, other), (other, item)} & firm}
        found |= {(check, item) for item, _ in here if item not in ended}
    return [{"check": check, "item": item} for check, item in sorted(found)]


def is_linked(truth: Mapping[str, Any]) -> bool:
    """Whether a truth file tells the links of a plan throughout.

    Plans that are there for single sentences have outcomes and provision that nobody linked.
    """
    ended = {end for link in truth["links"] for end in (link["from"], link["to"])}
    kinds = {"E": Kind.OUTCOME, "F": Kind.PROVISION}
    linked = [
        [item["id"] in ended for item in truth["sections"][letter]["items"] if item["kind"] == kind]
        for letter, kind in kinds.items()
    ]
    return truth["status"] == "auditable" and all(2 * sum(own) >= len(own) for own in linked)


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
        entry["id"],
    )


def _sampled(entry: dict[str, Any], arguable: frozenset[tuple[str, str]]) -> LinkedPlan:
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
    beside = {
        (i["id"], other)
        for letter in "ABEF"
        for i in entry["sections"][letter]["items"]
        for other in i["printed_against"]
    }
    references = [Reference(one, other, "same row", Place()) for one, other in sorted(beside)]
    name = entry["child"]["name"]
    return LinkedPlan(
        entry["file"],
        _plan(name, items, references),
        frozenset(ends) - arguable,
        arguable,
        name or entry["file"],
    )


def _plan(name: str, items: Iterable[Item], references: Iterable[Reference] = ()) -> Plan:
    sections = tuple(Section(letter, found=letter in _KINDS) for letter in LETTERS)
    return Plan(Child(name=name), Facts(), sections, tuple(items), tuple(references))
