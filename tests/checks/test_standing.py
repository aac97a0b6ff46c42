"""What a check may do for how often it was right."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest  # type: ignore[import-untyped]

from checks.audit import audit
from checks.catalogue import BY_ID, CHECKS
from checks.check import By, Verdict, example
from checks.examples import plan_of
from checks.rubric import Rubric, RubricError, load_rubric
from checks.standing import (
    ENOUGH,
    Counts,
    Figures,
    Standing,
    earned_by,
    figures_in_words,
    measured,
    standing_of,
    wilson,
)
from tests.score.standings import truth_hash

AS_OF = date(2026, 11, 21)
RUBRIC = load_rubric()
WEASEL = BY_ID["f-weasel"]
VAGUE = plan_of(example(provision="Support as required."))


def figures(found: int, false_alarms: int, missed: int = 0) -> Figures:
    return Figures(Counts(found, missed, false_alarms))


@pytest.mark.parametrize(
    ("by", "found", "false_alarms", "standing"),
    [
        (By.WORDS, 9, 1, Standing.RED),
        (By.WORDS, 8, 1, Standing.AMBER),  # 0.89
        (By.WORDS, 4, 0, Standing.AMBER),  # too few
        (By.FORM, 3, 0, Standing.RED),
        (By.FORM, 2, 0, Standing.AMBER),
        (By.RECORDS, 3, 0, Standing.RED),
        (By.MEANING, 50, 0, Standing.AMBER),
        (By.WORDS, 2, 2, Standing.AMBER),
        (By.WORDS, 2, 3, Standing.OFF),
        (By.MEANING, 0, 5, Standing.OFF),
        (By.WORDS, 0, 4, Standing.AMBER),  # too few to drop it
        (By.WORDS, 0, 0, Standing.AMBER),  # nobody measured it
    ],
)
def test_a_check_may_do_what_its_figures_allow(
    by: By, found: int, false_alarms: int, standing: Standing
) -> None:
    assert earned_by(replace(WEASEL, by=by), figures(found, false_alarms)) is standing


@given(st.integers(1, 300).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_interval_is_wilsons(counted: tuple[int, int]) -> None:
    right, of = counted
    theirs = binomtest(right, of).proportion_ci(0.95, method="wilson")

    assert math.isclose(wilson(right, of)[0], theirs.low, abs_tol=1e-4)
    assert math.isclose(wilson(right, of)[1], theirs.high, abs_tol=1e-4)


def ruled(tmp_path: Path, text: str) -> Rubric:
    path = tmp_path / "northmere.toml"
    path.write_text(text, encoding="utf-8")
    return load_rubric(path)


def test_an_authority_s_word_goes_before_what_was_measured(tmp_path: Path) -> None:
    aspirations = BY_ID["thread-outcome-aspiration"]
    assert standing_of(aspirations, RUBRIC) is Standing.AMBER

    trusting = ruled(tmp_path, 'assert = ["thread-outcome-aspiration"]\n')
    assert standing_of(aspirations, trusting) is Standing.RED
    asking = ruled(tmp_path, 'ask = ["f-weasel"]\n')
    assert standing_of(WEASEL, asking) is Standing.AMBER
    assert standing_of(WEASEL, ruled(tmp_path, 'off = ["f-weasel"]\n')) is Standing.OFF


def test_a_check_that_may_assert_has_to_be_one(tmp_path: Path) -> None:
    with pytest.raises(RubricError, match="«f-weasle», which is not a check"):
        ruled(tmp_path, 'assert = ["f-weasle"]\n')


def test_a_check_with_no_figures_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    assert audit(VAGUE, RUBRIC, AS_OF).verdicts["f-weasel"] is Verdict.FAIL

    monkeypatch.setitem(measured().checks, "f-weasel", Figures())

    assert audit(VAGUE, RUBRIC, AS_OF).verdicts["f-weasel"] is Verdict.UNCLEAR


def test_a_check_that_is_mostly_wrong_is_not_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(measured().checks, "f-weasel", figures(1, 9))

    found = audit(VAGUE, RUBRIC, AS_OF)

    assert "f-weasel" not in found.verdicts
    assert not [f for f in found.findings if f.check == "f-weasel"]


NEEDS = (
    "His handwriting is slow, and he tires after two lines.",
    "He cannot follow spoken instructions that have three parts.",
    "He wakes at night and sleeps for four hours.",
)
LINES = (
    "An occupational therapist will teach him handwriting for an hour a week.",
    "A speech therapist will teach him to follow instructions for an hour a week.",
)


def test_what_the_plan_prints_is_asserted_though_meaning_only_asks(tmp_path: Path) -> None:
    printed = plan_of(example(need=NEEDS, provision=LINES, link=("F1>B1", "F2>B2")))
    by_words = plan_of(example(need=NEEDS, provision=LINES))

    def verdict(rubric: Rubric) -> set[Verdict]:
        found = audit(printed, rubric, AS_OF).findings
        return {f.verdict for f in found if f.check == "thread-need-provision" and f.item == "B3"}

    assert verdict(RUBRIC) == {Verdict.FAIL}
    assert verdict(ruled(tmp_path, 'ask = ["thread-need-provision"]\n')) == {Verdict.UNCLEAR}
    asked = audit(by_words, RUBRIC, AS_OF).findings
    assert Verdict.FAIL not in {f.verdict for f in asked if f.check == "thread-need-provision"}


def test_what_was_measured_is_of_checks_that_there_are() -> None:
    assert set(measured().checks) <= set(BY_ID)
    for check in CHECKS:
        told = figures_in_words(check)
        assert told.startswith(("On the sample plans: found ", "Not measured"))


def test_a_check_by_meaning_never_asserts_by_its_figures() -> None:
    assert By.MEANING not in ENOUGH
    for check in CHECKS:
        if check.by is By.MEANING:
            assert standing_of(check, RUBRIC) is not Standing.RED, check.id


def test_the_figures_rest_on_the_truth_that_is_kept() -> None:
    truths = Path(__file__).parents[2] / "sample_plans" / "truth"

    assert measured().truth == truth_hash(truths), "make measured"
