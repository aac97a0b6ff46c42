"""The items of two plans of one child, each put beside the one that it grew out of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import ratio

from checks.caseload.masking import NUMBER, masked, names_in, wording
from checks.language.readings import Timeframe
from extractors.plan import Item, Plan

_ALIKE = 0.55  # less, and neither grew out of the other
_SAME = 0.98  # of the letters: a slip mended, a comma
_TURNS = frozenset({"with", "without", "not", "no", "never"})
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """An item and the one that stood in its place in the earlier plan."""

    now: Item
    before: Item


def pairs(now: Sequence[Item], before: Sequence[Item], names: frozenset[str]) -> list[Pair]:
    """The items that grew out of each other, by their words: each stands in one pair at most."""
    new = [wording(item.full_text, names) for item in now]
    old = [wording(item.full_text, names) for item in before]
    alike = [(likeness(a, b), -m, -n) for m, a in enumerate(new) for n, b in enumerate(old)]
    found: dict[int, int] = {}
    for like, m, n in sorted(alike, reverse=True):
        if like >= _ALIKE and -m not in found and -n not in found.values():
            found[-m] = -n
    return [Pair(now[m], before[n]) for m, n in sorted(found.items())]


def likeness(one: Words, other: Words) -> float:
    """How like two wordings are: in the same order, or as words whatever their order."""
    mine, theirs = set(one), set(other)
    if not mine or not theirs:
        return 0.0
    shared = 2 * len(mine & theirs) / (len(mine) + len(theirs))
    return max(Indel.normalized_similarity(one, other), shared)


def same_words(one: str, other: str, names: frozenset[str]) -> bool:
    """Whether two texts say the same: a slip mended makes no difference, a number does."""
    first, second = (masked(text, names, numbers=True) for text in (one, other))
    if [w for w in first if _weighty(w)] != [w for w in second if _weighty(w)]:
        return False
    return ratio(" ".join(first), " ".join(second)) >= _SAME * 100


def without_time(item: Item, time: Timeframe | None) -> str:
    """The words of an outcome without those that say by when."""
    if time is None or time.span.start < 0:
        return item.text
    return f"{item.text[: time.span.start]} {item.text[time.span.end :]}"


def names_of_child(*plans: Plan) -> frozenset[str]:
    """What the child is called in any of these plans."""
    return frozenset().union(*(names_in(plan) for plan in plans))


def _weighty(word: str) -> bool:
    """Whether a single word makes another outcome of it: a number, or «without» for «with»."""
    return word in _TURNS or masked(word, frozenset()) == [NUMBER]
