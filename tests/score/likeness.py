"""How like a plan as it was read is to its truth file: words of sections, and whole items."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from extractors.plan import Item, Plan

MAIN = {"A": "aspiration", "B": "need", "E": "outcome", "F": "provision"}
_SAME = 0.8  # of the words of two items: then they are one
_WORD = re.compile(r"\w+")

Words = Counter[str]


@dataclass
class Tally:
    """Figures over plans: the F1 of each section's words, and items found, read and there."""

    sections: dict[str, list[float]] = field(default_factory=lambda: {s: [] for s in MAIN})
    right: int = 0
    read: int = 0
    there: int = 0

    def __add__(self, other: Tally) -> Tally:
        """The figures over the plans of both."""
        both = {s: self.sections[s] + other.sections[s] for s in MAIN}
        return Tally(
            both, self.right + other.right, self.read + other.read, self.there + other.there
        )

    @property
    def section(self) -> float:
        """The mean F1 of the words of Sections A, B, E and F."""
        return _mean(f for found in self.sections.values() for f in found)

    @property
    def item(self) -> float:
        """The F1 of needs, outcomes and provision as items."""
        return 2 * self.right / (self.read + self.there) if self.read + self.there else 1.0

    def __str__(self) -> str:
        """Both, then each section."""
        each = " ".join(f"{_mean(self.sections[s]):.2f}" for s in MAIN)
        return f"{self.section:.3f}   {self.item:.3f}  {each}"


def tallied(plan: Plan | None, truth: Mapping[str, Any]) -> Tally:
    """The figures of one plan; all that it says is missed where it was not read as a plan."""
    tally = Tally()
    for letter, kind in MAIN.items():
        told = truth["sections"][letter]
        items = [i for i in plan.items if i.section == letter] if plan else []
        wanted = [i for i in told["items"] if not i.get("optional") and not i.get("image_only")]
        if wanted:
            tally.sections[letter].append(_words_alike(items, wanted, told))
        if letter != "A":
            own = [i for i in items if i.kind.value == kind]
            true = [i for i in wanted if i["kind"] == kind]
            tally.right += matched(own, true)
            tally.read += len(own)
            tally.there += len(true)
    return tally


def _words_alike(items: list[Item], wanted: list[Any], told: Mapping[str, Any]) -> float:
    """F1 of a section's words; its headings and numbers count neither way."""
    got = sum((_bag(i.full_text) for i in items), Words())
    true = sum((_bag(i.get("full_text") or i["text"]) for i in wanted), Words())
    free = sum((_bag(f) for f in told["furniture"]), Words())
    for item in told["items"]:
        free += _bag(item.get("number")) + _bag(item.get("label"))
        if item not in wanted:
            free += _bag(item.get("full_text") or item["text"])
    shared = got & true
    extra = (got - shared) - free
    return 2 * shared.total() / (shared.total() + extra.total() + true.total())


def matched(items: list[Item], true: list[Any]) -> int:
    """How many items are one of the true ones, each counted once."""
    left = [[_bag(t["text"]), _bag(t.get("full_text") or t["text"])] for t in true]
    found = 0
    for item in items:
        words = _bag(item.text)
        best = max(left, key=lambda forms: max(_alike(words, f) for f in forms), default=None)
        if best and max(_alike(words, f) for f in best) >= _SAME:
            left.remove(best)
            found += 1
    return found


def _alike(one: Words, other: Words) -> float:
    shared = (one & other).total()
    return 2 * shared / (one.total() + other.total()) if shared else 0.0


def _bag(text: str | None) -> Words:
    plain = unicodedata.normalize("NFKC", text or "").replace("’", "").replace("'", "")
    return Words(_WORD.findall(plain.lower()))


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found) if found else 1.0
