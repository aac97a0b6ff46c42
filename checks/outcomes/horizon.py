"""How far outcomes should look from the school year in which a plan is written."""

from __future__ import annotations

import re
from datetime import date

from checks.case import Case
from checks.language.readings import Basis
from checks.language.school import RECEPTION, school_year, year_name
from checks.schooling import POST_16, stage_ends
from extractors.plan import Item

BY_STAGE = (Basis.KEY_STAGE, Basis.YEAR_GROUP, Basis.PHASE, Basis.ACADEMIC_YEAR, Basis.MONTH)
_SUMMER = (6, 7, 8)
_SHORT = re.compile(r"\bshort(?:er)?[- ]term (?:outcomes?|goals?|aims?)\b", re.IGNORECASE)


def school_age(case: Case) -> bool:
    """Whether the child was of school age when the plan was written."""
    return case.age is not None and case.age >= case.rubric.outcomes.minimum_age


def early_years(case: Case) -> bool:
    """Whether the child was under 5, and not yet in Reception."""
    return not school_age(case) and case.year is not None and case.year < RECEPTION


def held_to_a_year(case: Case) -> bool:
    """Whether outcomes have to look a year ahead: not in the early years, and not after Year 11."""
    yearly = case.rubric.outcomes.post_16_may_be_yearly
    return school_age(case) and not (case.post_16 and yearly)


def labelled_short(outcome: Item) -> bool:
    """Whether its heading, number or stem says that it is short-term, so that it is kept apart."""
    return _SHORT.search(f"{outcome.heading} | {outcome.number} | {outcome.stem}") is not None


def horizon(case: Case) -> int | None:
    """The school year with which outcomes should end; None where the chart says nothing."""
    return case.rubric.horizon(case.year) if case.year is not None else None


def expected(case: Case) -> str:
    """That horizon in words."""
    year = horizon(case)
    if year is None:
        return "the next year"
    return stage_ends(case.stages).get(year, f"the end of {year_name(year)}")


def ending_year(case: Case, end: date) -> int | None:
    """The school year with whose end a day falls together; None for a day within a year."""
    if case.born is None or end.month not in _SUMMER:
        return None
    return school_year(case.born, end)


def same_stage(case: Case, end: date) -> bool:
    """Whether a day ends the stage that the child was about to leave when the plan was written."""
    if case.year not in case.stages.last_years or case.year >= POST_16 or end < case.written:
        return False
    return ending_year(case, end) == case.year


def other_stage(case: Case, end: date) -> int | None:
    """The school year that a day ends, where the chart asks for another; the last is left alone."""
    year, wanted = ending_year(case, end), horizon(case)
    if year is None or wanted is None or year == wanted or end < case.written:
        return None
    return year
