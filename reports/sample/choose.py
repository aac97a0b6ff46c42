"""Choosing a sample: the same on any machine, and not reshuffled by a plan that joins or leaves.

Within each stratum plans stand in the order of SHA-256(seed, plan), and the first are taken; the
next in that order are its reserves.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

SMALLEST_STRATUM = 5  # smaller ones are put together
FEWEST_EACH = 2  # plans from each stratum, as far as it has them
TOGETHER = "smaller groups together"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A plan that could be drawn."""

    id: str  # who the plan is of: the UPN, or name and date of birth, or the file
    file: str
    groups: tuple[str, ...]  # one for each kind of stratum asked for


@dataclass(frozen=True, slots=True)
class Stratum:
    """A group of plans and how many were drawn from it, in the order of drawing."""

    name: str
    drawn: tuple[Candidate, ...]
    reserves: tuple[Candidate, ...]

    @property
    def size(self) -> int:
        """How many plans it has."""
        return len(self.drawn) + len(self.reserves)


@dataclass(frozen=True, slots=True)
class Sample:
    """What was drawn, and from what."""

    seed: str
    strata: tuple[Stratum, ...]
    frame: str  # SHA-256 over all candidates: proves what could have been drawn

    @property
    def drawn(self) -> tuple[Candidate, ...]:
        """Every plan drawn, stratum by stratum."""
        return tuple(c for stratum in self.strata for c in stratum.drawn)


def draw(candidates: Sequence[Candidate], size: int, seed: str) -> Sample:
    """A stratified sample of that size, or all plans where there are no more."""
    alike = Counter(c.groups for c in candidates)
    strata: dict[str, list[Candidate]] = {}
    for candidate in sorted(candidates, key=lambda c: _rank(c, seed)):
        large = alike[candidate.groups] >= SMALLEST_STRATUM
        strata.setdefault(", ".join(candidate.groups) if large else TOGETHER, []).append(candidate)
    shares = allocate({name: len(plans) for name, plans in strata.items()}, size)
    return Sample(
        seed=seed,
        strata=tuple(
            Stratum(name, tuple(plans[: shares[name]]), tuple(plans[shares[name] :]))
            for name, plans in sorted(strata.items())
        ),
        frame=hashlib.sha256("\n".join(sorted(c.id for c in candidates)).encode()).hexdigest(),
    )


def _rank(candidate: Candidate, seed: str) -> tuple[str, str]:
    return hashlib.sha256(f"{seed}\n{candidate.id}".encode()).hexdigest(), candidate.file


def allocate(sizes: dict[str, int], size: int) -> dict[str, int]:
    """How many to draw from each stratum: in proportion, and a few at the least."""
    total = sum(sizes.values())
    size = min(size, total)
    least = {name: min(FEWEST_EACH, count) for name, count in sizes.items()}
    if sum(least.values()) > size:
        least = dict.fromkeys(sizes, 0)
    shares = dict(least)
    while sum(shares.values()) < size:
        owed = {n: size * sizes[n] / total - shares[n] for n in sizes if shares[n] < sizes[n]}
        shares[max(sorted(owed), key=lambda name: owed[name])] += 1
    return shares
