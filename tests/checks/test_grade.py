"""Grades: the ladder, the cap, and what does not count."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.audit import audit
from checks.catalogue import BY_ID, CHECKS
from checks.check import Check, Hit, Verdict, example
from checks.examples import plan_of
from checks.grade import OVERALL, grades_of
from checks.rollup import Result
from checks.rubric import load_rubric

RUBRIC = load_rubric()
AS_OF = date(2026, 11, 21)
SHOULD = [c for c in CHECKS if c.section == "F" and c.severity == "should"]
MUST = BY_ID["f-present"]


def results(passed: int, failed: int) -> list[Result]:
    verdicts = [Verdict.PASS] * passed + [Verdict.FAIL] * failed
    return [Result(SHOULD[n % len(SHOULD)], verdict) for n, verdict in enumerate(verdicts)]


@pytest.mark.parametrize(
    ("passed", "failed", "word"),
    [(10, 0, "strong"), (9, 1, "sound"), (8, 2, "weak"), (7, 3, "weak"), (6, 4, "poor")],
)
def test_the_share_that_is_met_gives_the_word(passed: int, failed: int, word: str) -> None:
    assert grades_of(results(passed, failed), RUBRIC)["F"].word == word


def test_a_statutory_fail_caps_the_grade_and_is_named_first() -> None:
    grade = grades_of([*results(30, 0), Result(MUST, Verdict.FAIL)], RUBRIC)["F"]

    assert grade.capped
    assert grade.word == "weak"
    assert "f-present" in grade.next_step


@pytest.mark.parametrize("verdict", [Verdict.NOT_ASSESSED, Verdict.NOT_APPLICABLE, Verdict.UNCLEAR])
def test_what_was_not_judged_does_not_count(verdict: Verdict) -> None:
    judged = results(9, 1)
    more = [Result(check, verdict) for check in SHOULD]

    before, after = grades_of(judged, RUBRIC)["F"], grades_of([*judged, *more], RUBRIC)["F"]

    assert (before.word, before.share, before.assessed) == (after.word, after.share, after.assessed)


def test_a_section_in_which_nothing_was_judged_has_no_grade() -> None:
    found = audit(plan_of(example(missing="E")), RUBRIC, AS_OF)

    assert "E" not in found.grades
    assert OVERALL in found.grades


def test_a_check_of_each_item_counts_by_the_items_that_meet_it() -> None:
    plan = plan_of(example(provision=("A TA will teach phonics for 20 minutes daily.",) * 3))
    item = plan.provision[0]
    one_of_four = Result(SHOULD[0], Verdict.FAIL, (Hit(item=item),), items=4)

    assert grades_of([one_of_four], RUBRIC)["F"].share == 0.75


def test_mending_what_is_named_moves_the_grade_up_one() -> None:
    judged = [Result(check, Verdict.FAIL) for check in SHOULD]
    before = grades_of(judged, RUBRIC)["F"]
    named = {check.id for check in SHOULD if check.id in before.next_step}
    mended = [Result(r.check, Verdict.PASS) if r.check.id in named else r for r in judged]

    after = grades_of(mended, RUBRIC)["F"]

    words = RUBRIC.grades.words
    assert words.index(after.word) == words.index(before.word) - 1


@given(st.lists(st.sampled_from(CHECKS), min_size=1, unique=True), st.data())
def test_mending_a_fault_never_lowers_a_grade(checks: list[Check], data: st.DataObject) -> None:
    verdicts = [data.draw(st.sampled_from([Verdict.PASS, Verdict.FAIL])) for _ in checks]
    judged = [Result(c, v) for c, v in zip(checks, verdicts, strict=True)]
    mended = [Result(judged[0].check, Verdict.PASS), *judged[1:]]

    before, after = grades_of(judged, RUBRIC), grades_of(mended, RUBRIC)

    words = RUBRIC.grades.words
    for section, grade in before.items():
        assert words.index(after[section].word) <= words.index(grade.word)
