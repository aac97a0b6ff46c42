"""The phase that a plan belongs to, from its row of plans.jsonl."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from checks.language.school import school_year
from checks.schooling import printed_year

# The last school year of each phase, Reception being 0.
_PHASES = (
    (-1, "early years"),
    (0, "Reception"),
    (2, "key stage 1"),
    (6, "key stage 2"),
    (9, "key stage 3"),
    (11, "key stage 4"),
    (13, "16 to 18"),
)


def phase_of(row: Mapping[str, Any]) -> str:
    """The phase on the plan's own date; where it has none, by the year group that it prints."""
    born, dated = row["child"]["date_of_birth"], row["plan"]["date"]
    year = (
        school_year(date.fromisoformat(born), date.fromisoformat(dated))
        if born and dated
        else printed_year(row["child"]["year_group"] or "")
    )
    return phase_of_year(year)


def phase_of_year(year: int | None) -> str:
    """The phase of a school year, Reception being 0."""
    if year is None:
        return "phase not known"
    return next((name for last, name in _PHASES if year <= last), "19 and over")
