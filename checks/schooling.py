"""What plans call the school years and stages, and how many months lie between two days."""

from __future__ import annotations

import re
from datetime import date, timedelta

from checks.language.school import (
    NURSERY,
    RECEPTION,
    KeyStages,
    Stage,
    age_on,
    school_year,
    year_name,
)
from extractors.plan import Plan

YEAR_13 = 13
YEAR_14 = 14
POST_16 = 12

_YEAR = re.compile(r"\b(?:year|yr|ncy|y)\.?\s*(?:group\s*)?(\d{1,2})\b", re.IGNORECASE)
_RECEPTION = re.compile(r"\b(?:reception|foundation stage 2|fs2|year r|yr r)\b", re.IGNORECASE)


def stage_ends(stages: KeyStages) -> dict[int, str]:
    """The last year of each stage, and what people call its end."""
    return {
        year: _end_of(stage, year) for stage, year in zip(Stage, stages.last_years, strict=True)
    }


def _end_of(stage: Stage, year: int) -> str:
    if stage is Stage.EARLY_YEARS:
        return f"the end of {year_name(year)} (the Foundation Stage)"
    named = "post-16" if stage is Stage.KS5 else f"Key Stage {stage.number}"
    return f"the end of {named} ({year_name(year)})"


def printed_year(text: str) -> int | None:
    """The year group that a text such as «NCY 6» or «Reception» names; None where it names none."""
    if match := _YEAR.search(text):
        return int(match[1])
    if _RECEPTION.search(text):
        return RECEPTION
    bare = text.strip()
    return int(bare) if bare.isdigit() and int(bare) <= YEAR_13 else None


def year_by_age(plan: Plan) -> str | None:
    """The year group that age alone gives on the plan's own date, in words; None if undated.

    In England the year begins on 1 September: Reception follows the fourth birthday, and Year 14
    is the last that has a number. A plan may run on to the age of 25.
    """
    born, written = plan.child.date_of_birth, plan.facts.date
    if born is None or written is None or written < born:
        return None
    year = school_year(born, written)
    if year > YEAR_14:
        return f"past Year 14, aged {age_on(born, written)}"
    return "before nursery" if year < NURSERY else year_name(year)


def is_out_of_cohort(plan: Plan) -> bool:
    """Whether the year group printed is the one above or below what age alone gives."""
    printed = printed_year(plan.child.year_group or "")
    born, written = plan.child.date_of_birth, plan.facts.date
    if printed is None or born is None or written is None:
        return False
    return abs(printed - school_year(born, written)) == 1


def months_between(start: date, end: date) -> float:
    """Months from one day to another, to a tenth: 30 June to 30 June is 12."""
    return round((end - start) / timedelta(days=365.25) * 12, 1)
