"""How long a plan is, and how long plans of its caseload are."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median

from extractors.plan import Plan

FEWEST_PLANS = 10  # below them no length is typical


def words_in(plan: Plan) -> int:
    """The words of all its sections, headings and the cover left out."""
    return sum(len(p.text.split()) for section in plan.sections for p in section.passages)


def typical_words(plans: Iterable[Plan]) -> float | None:
    """The middle length of plans in words; None where they are too few to say."""
    lengths = [words_in(plan) for plan in plans]
    return median(lengths) if len(lengths) >= FEWEST_PLANS else None
