"""How far each check may be trusted: how often it was right where the faults were known before.

*Red* asserts, *amber* asks («please check»), *off* is not run. Which a check is follows from
`measured.toml`, which only `make measured` writes; an authority's rubric goes before it.

- Red takes a precision of at least 0.9 over enough findings that were right: three where form
  decides (structure, dates, arithmetic: it holds whatever the wording), five where words do, since
  each new wording is a new way to be wrong. So few cases bound the precision loosely: the interval
  is printed beside it.
- What is decided by likeness of meaning, and what nobody measured, asks whatever the figures say.
- Off is what was wrong more often than right, over five findings or more: a question that is
  mostly idle teaches people to skip the others.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from checks.check import By, Check, Severity
from checks.rubric import Rubric

FILE = Path(__file__).with_name("measured.toml")
PRECISE = 0.9
IDLE = 0.5
ENOUGH: Mapping[By, int] = {By.FORM: 3, By.RECORDS: 3, By.WORDS: 5}
_ENOUGH_TO_DROP = 5
_Z = 1.96  # 95 %


class Standing(StrEnum):
    """What a check may do with what it finds."""

    RED = "red"
    AMBER = "amber"
    OFF = "off"


STANDINGS_IN_WORDS: Mapping[Standing, str] = {
    Standing.RED: "asserts",
    Standing.AMBER: "asks",
    Standing.OFF: "not run",
}


@dataclass(frozen=True, slots=True)
class Counts:
    """How often a check was right: faults found and missed, and findings that were no faults."""

    found: int = 0
    missed: int = 0
    false_alarms: int = 0

    @property
    def precision(self) -> float | None:
        """The share of findings that were faults; None where nothing was found."""
        return _share(self.found, self.false_alarms)

    @property
    def recall(self) -> float | None:
        """The share of faults that were found; None where there were none."""
        return _share(self.found, self.missed)

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % interval of the precision, by Wilson's score."""
        n = self.found + self.false_alarms
        return wilson(self.found, n) if n else None


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured of one check."""

    sample: Counts = Counts()  # on the sample plans
    near_misses: int = 0  # words much like a fault, planted to be left alone
    near_misses_flagged: int = 0
    published: Counts = Counts()  # on statements that published guidance judged


@dataclass(frozen=True, slots=True)
class Measured:
    """All figures, the day they were measured, and the hash of the truth they rest on."""

    on: str
    truth: str
    checks: Mapping[str, Figures]


def wilson(right: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share, which holds for few cases and for shares near 0 and 1."""
    share, square = right / of, _Z * _Z
    middle = share + square / (2 * of)
    reach = _Z * math.sqrt(share * (1 - share) / of + square / (4 * of * of))
    scale = 1 + square / of
    return max(0.0, (middle - reach) / scale), min(1.0, (middle + reach) / scale)


@cache
def measured() -> Measured:
    """The figures that were kept."""
    kept = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return Measured(
        on=str(kept["on"]),
        truth=kept["truth"],
        checks={id: _figures(row) for id, row in kept["checks"].items()},
    )


def figures_of(check: Check) -> Figures:
    """What was measured of a check; nothing, where nobody measured it."""
    return measured().checks.get(check.id, Figures())


def standing_of(check: Check, rubric: Rubric) -> Standing:
    """What a check may do under a rubric, whose word goes before what was measured."""
    if check.id in rubric.off:
        return Standing.OFF
    if check.id in rubric.asserts:
        return Standing.RED
    earned = earned_by(check, figures_of(check))
    return Standing.AMBER if check.id in rubric.ask else earned


def earned_by(check: Check, figures: Figures) -> Standing:
    """What a check may do by its figures alone."""
    counts = figures.sample
    precision = counts.precision
    if precision is None:
        return Standing.AMBER
    if precision < IDLE and counts.found + counts.false_alarms >= _ENOUGH_TO_DROP:
        return Standing.OFF
    enough = check.by in ENOUGH and counts.found >= ENOUGH[check.by]
    return Standing.RED if enough and precision >= PRECISE else Standing.AMBER


def standing_in_words(check: Check) -> str:
    """What a check may do, as people read it; what only informs has no need to be trusted."""
    if check.severity is Severity.INFO:
        return "informs"
    standing = earned_by(check, figures_of(check))
    return f"{standing} ({STANDINGS_IN_WORDS[standing]})"


def right_in_words(check: Check) -> str:
    """How many of a check's findings on the sample plans were right: "43 of 44"."""
    counts = figures_of(check).sample
    if findings := counts.found + counts.false_alarms:
        return f"{counts.found} of {findings}"
    return "nothing found" if counts.missed else "not measured"


def figures_in_words(check: Check) -> str:
    """How often a check was right, in one line."""
    figures = figures_of(check)
    counts, interval = figures.sample, figures.sample.interval
    if interval is None and not counts.missed:
        return "Not measured: no such fault stands in the sample plans yet."
    told = f"found {counts.found}, missed {counts.missed}, false alarms {counts.false_alarms}"
    if interval is not None and counts.precision is not None:
        told += f"; precision {counts.precision:.2f} [{interval[0]:.2f} to {interval[1]:.2f}]"
    if counts.recall is not None:
        told += f", recall {counts.recall:.2f}"
    if figures.near_misses:
        left = figures.near_misses - figures.near_misses_flagged
        told += f"; near-misses left alone: {left} of {figures.near_misses}"
    return f"On the sample plans: {told}."


def _figures(row: Mapping[str, int]) -> Figures:
    return Figures(
        Counts(row["found"], row["missed"], row["false_alarms"]),
        row.get("near_misses", 0),
        row.get("near_misses_flagged", 0),
        Counts(
            row.get("published_found", 0),
            row.get("published_missed", 0),
            row.get("published_false_alarms", 0),
        ),
    )


def _share(part: int, rest: int) -> float | None:
    return part / (part + rest) if part + rest else None
