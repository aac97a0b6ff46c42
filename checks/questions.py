"""What only a person can judge: questions that are put to the auditor, and never scored."""

from __future__ import annotations

from checks.aspirations.asked import a_views_shaped_plan
from checks.check import Question
from checks.needs.asked import b_calls_for_sep
from checks.outcomes.asked import e_achievable_by_then, e_fits_the_age, e_high_expectations
from checks.provision.asked import f_additional
from checks.versions.asked import ver_progress_recorded

QUESTIONS: tuple[Question, ...] = (
    a_views_shaped_plan,
    b_calls_for_sep,
    e_high_expectations,
    e_achievable_by_then,
    e_fits_the_age,
    f_additional,
    ver_progress_recorded,
)
