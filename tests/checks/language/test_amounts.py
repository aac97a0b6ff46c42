"""Minutes a week, from the ways in which plans write them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.language.amounts import amounts_in, minutes_a_week
from checks.language.rates import SchoolWeeks
from checks.language.words import LONGEST


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("15 minutes daily", 75),
        ("10 minutes a morning", 50),
        ("an hour and a half each week", 90),
        ("1 hour and 30 minutes a week", 90),
        ("every school day from 9.00 to 9.20", 100),
        ("12:15–13:00 on Mondays", 45),
        ("between 11.50 and 12.10, three times a week", 60),
        ("15 minutes a day, from 9.00 to 9.15", 75),
        ("between 1.15 and 1.30 hours a week", 69),
        ("4 days a week, 6 hours a day", 1440),
        ("75 minutes a week, in three sessions of 25 minutes", 75),
        ("1 hour a week of therapy in two sessions of 30 minutes", 60),
        ("10 minutes a day in two 5-minute bursts", 50),
        ("30 minutes a week in class and two sessions of 20 minutes a week outside it", 70),
        ("10 minutes before break, 10 minutes before lunch and 10 minutes after it each day", 150),
        ("20 minutes of reading and 10 minutes of spelling each day", 150),
        ("an initial visit of 60 minutes and 20 minutes of practice each day", 100),
        ("a 1-hour review meeting every term", 4.6),
        ("30 minutes each week, with a review every term", 30),
        ("A 15-minute daily session", 75),
        ("20 minutes, three times a week", 60),
        ("2 x 45 minutes a week", 90),
        ("30 minutes, 4 x weekly", 120),
        ("3x15 mins per week", 45),
        ("10 mins x 3 per week", 30),
        ("25 mins x 2 weekly", 50),
        ("two 30-minute sessions a week", 60),
        ("two sessions of 45 minutes a week", 90),
        ("two shifts of two hours each week", 240),
        ("one afternoon of two and a half hours each week", 150),
        ("1.5 hours weekly", 90),
        ("1½ hours weekly", 90),
        ("1 hour 15 minutes a week", 75),
        ("three quarters of an hour a week", 45),
        ("half an hour each week", 30),
        ("an hour every fortnight", 30),
        ("an hour every two weeks", 30),
        ("45 minutes fortnightly", 22.5),
        ("15 hours a week from a TA", 900),
        ("20 mins/day", 100),
        ("30 mins p/w", 30),
        ("20 minutes on two days a week", 40),
        ("20 minutes on the other four days", 80),
        ("10 minutes a day, five days a week", 50),
        ("six hours a day, three days a week", 1080),
        ("10 minutes, twice each day", 100),
        ("15 minutes at the start and end of each day", 150),
        ("10 minutes at 8.45 and again at 3.00 each day", 100),
        ("15 minutes, morning and afternoon", 150),
        ("6 hours per term", 27.7),
        ("one hour every half term", 9.2),
        ("a six-weekly visit of 60 minutes", 10),
        ("12 x 45-minute direct sessions per year", 13.8),
        ("three interviews of 40 minutes, one each term", 3.1),
        ("40 weekly 50-minute sessions", 50),
        ("12 weekly sessions of 30 minutes", 30),
        ("eight sessions of 40 minutes, once weekly", 40),
        ("ten one-hour sessions with a psychologist, fortnightly", 30),
        ("six 40-minute sessions over 12 weeks", 20),
        ("10 sessions of 39 minutes in the autumn term", 30),
        ("30 minutes on Mondays and Fridays", 60),
        ("30 minutes every Tuesday", 30),
        ("20 minutes Monday to Friday", 100),
        ("30 minutes on Wednesdays, 38 weeks a year", 30),
        ("40 minutes a week in two terms of each school year", 40),
        ("60 minutes of direct SALT a week, given in three 20 minute sessions", 60),
        ("25 hours a week, including 20 minutes of phonics a day", 1500),
        ("two hours every week: one hour of braille and one hour of typing", 120),
        ("six hours a week in the first term, and four hours a week after that", 360),
        ("thirty hours over the school year, one hour a week", 60),
        ("45 minutes fortnightly, plus a daily 30-minute programme", 172.5),
        ("90 minutes every week and 60 minutes every fortnight", 120),
        ("30 minutes a week; 15 minutes daily at home", 105),
        ("TA | 1:1 | 15 minutes | Daily", 75),
    ],
)
def test_minutes_a_week(text: str, want: float) -> None:
    assert minutes_a_week(text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("20-30 minutes daily", 100),
        ("between 20 and 30 minutes a day", 100),
        ("20 minutes, two to three times a week", 40),
        ("20 minutes, once or twice a week", 20),
        ("at least 45 minutes each weekday", 225),
    ],
)
def test_of_a_range_the_least_is_promised(text: str, want: float) -> None:
    assert minutes_a_week(text) == want


@pytest.mark.parametrize(
    "text",
    [
        "up to 30 minutes a day",
        "a maximum of two hours weekly",
        "12 sessions of 50 minutes",
        "a break after 20 minutes of work each day",
        "extra time in every test of more than 30 minutes each term",
        "she leaves five minutes early every day",
        "a teaching assistant who has had two hours of training each year",
        "half a day each term",
        "regular support",
        "weekly",
        "",
    ],
)
def test_nothing_is_promised_by_the_week(text: str) -> None:
    assert minutes_a_week(text) is None


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("30 minutes daily, reviewed each half term by the therapist", 150),
        ("A helper supervised each half term will see her for 30 minutes every Tuesday", 30),
        ("A programme reviewed each term | TA shown by the therapist | 15 minutes daily", 75),
        ("A 90-minute review of the dining hall once a term", 6.9),
        ("15 minutes | Assistant trained in the programme | Every Monday and Thursday", 30),
    ],
)
def test_what_is_done_beside_it_has_a_rhythm_of_its_own(text: str, want: float) -> None:
    assert minutes_a_week(text) == want


def test_a_block_is_told_in_all_and_nothing_by_the_week() -> None:
    (block,) = amounts_in("Six sessions of 40 minutes with a learning mentor")

    assert block.a_week is None
    assert (block.goes, block.least, block.most) == ((6, 6), 40, 40)


def test_the_lengths_of_terms_are_the_rubrics() -> None:
    text = "60 minutes a term"

    assert minutes_a_week(text, SchoolWeeks(weeks=36, weeks_in_term=12)) == 5


_NUMBERS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five"}
_UNITS = {"a day": 5, "every week": 1, "per fortnight": 1 / 2, "each half term": 1 / 6.5,
          "each term": 1 / 13, "a year": 1 / 39}  # fmt: skip
_SHAPES = (
    "{n} sessions of {m} minutes {unit}",
    "{n} {m}-minute sessions {unit}",
    "{n} x {m} minutes {unit}",
    "{m} minutes, {n} times {unit}",
    "{unit}: {n} sessions of {m} minutes",
    "{m} minutes of reading with a teaching assistant, {n} times {unit}, in a group of three",
)


@settings(deadline=None, max_examples=150)
@given(
    shape=st.sampled_from(_SHAPES),
    times=st.integers(2, 5),
    minutes=st.integers(5, 90),
    unit=st.sampled_from(sorted(_UNITS)),
    in_words=st.booleans(),
)
def test_what_is_written_is_read_back(
    shape: str, times: int, minutes: int, unit: str, *, in_words: bool
) -> None:
    text = shape.format(n=_NUMBERS[times] if in_words else times, m=minutes, unit=unit)

    assert minutes_a_week(text) == pytest.approx(times * minutes * _UNITS[unit], abs=0.06)


@settings(deadline=None, max_examples=60)
@given(st.integers(5, 60), st.integers(5, 60), st.sampled_from([". ", "; ", " plus "]))
def test_amounts_of_two_sentences_add_up(one: int, other: int, between: str) -> None:
    text = f"{one} minutes a day{between}{other} minutes weekly"

    assert minutes_a_week(text) == one * 5 + other


@settings(deadline=None, max_examples=80)
@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    found = minutes_a_week(text)

    assert found is None or found > 0
    for amount in amounts_in(text):
        assert 0 <= amount.start < amount.end <= min(len(text), LONGEST)
        assert amount.least <= amount.most


_OWN_WORDS = (
    "20 2.5 0 3 ½ half minutes hours sessions of a an each every per x week day term half"
    " up to once twice and or - | , . daily weekly on Monday the other including"
)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(_OWN_WORDS.split()), max_size=25))
def test_any_row_of_its_own_words_can_be_read(words: list[str]) -> None:
    text = " ".join(words)

    assert all(a.least <= a.most for a in amounts_in(text))
    minutes_a_week(text)
