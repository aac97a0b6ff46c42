"""Patterns filled with the plan's own words: blanks for the rest, and nothing made up."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.audit import audit
from checks.case import prepare
from checks.check import example
from checks.examples import plan_of
from checks.filled import filled
from checks.rubric import load_rubric

RUBRIC = load_rubric()
AS_OF = date(2026, 11, 21)
WHEN = "By the end of [which year or key stage]"
SHOWN = "shown by [what will be seen or heard, how often or with how much help]"
CAN = "[can do what in daily life]"
OURS = """by the end of will shown so that i amira name in place who trained what how long often
group reviewed"""
TEXT = """Amira will read write improve access to TA support 30 minutes daily by July 2027 so that
she can in 4 of 5 lessons , . as required weekly"""
_BLANK = re.compile(r"\[[^\]]*\]")
_WORD = re.compile(r"[a-z0-9]+")


def pattern(text: str, kind: str = "outcome", *, anew: bool = False) -> str:
    plan = plan_of(example((kind, text), name="Amira Hussain"))
    case = prepare(plan, RUBRIC, AS_OF)
    (item,) = plan.outcomes if kind == "outcome" else plan.provision
    return filled(item, case, anew=anew)


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (
            "By the end of Year 6, Amira will improve her reading.",
            f"By the end of Year 6, Amira will improve her reading, {SHOWN}, so that Amira {CAN}.",
        ),
        (
            "Amira will read 60 words in 4 of 5 lessons so that she can read menus.",
            f"{WHEN}, Amira will read 60 words in 4 of 5 lessons, so that she can read menus.",
        ),
        (
            "To read 60 common signs by July 2028.",
            f"By July 2028, Amira will read 60 common signs, so that Amira {CAN}.",
        ),
        (
            "I will feel happier by July 2027.",
            f"By July 2027, I will feel happier, {SHOWN}, so that I {CAN}.",
        ),
        (
            "In order to make friends, Amira will name 12 feelings.",
            f"{WHEN}, Amira will name 12 feelings, In order to make friends.",
        ),
    ],
)
def test_an_outcome_keeps_its_words_and_gets_blanks(outcome: str, expected: str) -> None:
    assert pattern(outcome).lower() == expected.lower()


def test_of_a_service_only_time_and_purpose_stay() -> None:
    assert pattern("By July 2027 Amira will have access to a TA.", anew=True) == (
        "By July 2027, Amira will [do what: something that can be seen or heard], so that Amira "
        "[can do what in daily life]."
    )


def test_where_nothing_is_missing_there_is_no_pattern() -> None:
    whole = "By July 2028 Amira will read 60 common signs so that she can travel by bus."

    assert pattern(whole) == ""


def test_provision_shows_what_it_says_and_what_it_does_not() -> None:
    said = pattern("Access to speech and language therapy, 30 minutes, as required.", "provision")

    assert "how long: 30 minutes" in said
    assert "how often: [times a week or term]" in said
    assert "in place of «as required»: [exactly what, or when]" in said


def test_equipment_is_not_asked_for_minutes() -> None:
    assert "how long" not in pattern("A sloping desk as appropriate.", "provision")


def test_a_finding_carries_the_filled_pattern() -> None:
    plan = plan_of(example(outcome="Amira will improve her reading.", name="Amira Hussain"))

    told = {f.check: f.suggestion for f in audit(plan, RUBRIC, AS_OF).findings}

    assert told["e-timebound"].startswith(f"{WHEN}, Amira will")


@given(
    st.lists(st.sampled_from(TEXT.split()), min_size=3, max_size=25),
    st.sampled_from(["outcome", "provision"]),
    st.booleans(),
)
def test_nothing_is_made_up(words: list[str], kind: str, anew: bool) -> None:
    text = "Amira will " + " ".join(words)

    said = _BLANK.sub(" ", pattern(text, kind, anew=anew)).lower()

    assert set(_WORD.findall(said)) <= set(_WORD.findall(f"{text} {OURS}".lower()))
