"""Minutes a week, from the ways in which plans write them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.language.quantities import minutes_a_week


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("15 minutes daily", 75),
        ("A 15-minute daily session", 75),
        ("20 minutes, three times a week", 60),
        ("2 x 45 minutes a week", 90),
        ("30 minutes, 4 x weekly", 120),
        ("3x15 mins per week", 45),
        ("10 mins x 3 per week", 30),
        ("25 mins x 2 weekly", 50),
        ("two 30-minute sessions a week", 60),
        ("two sessions of 45 minutes a week", 90),
        ("1.5 hours weekly", 90),
        ("1½ hours weekly", 90),
        ("half an hour each week", 30),
        ("an hour every fortnight", 30),
        ("45 minutes fortnightly", 22.5),
        ("15 hours a week from a TA", 900),
        ("20 minutes on two days a week", 40),
        ("10 minutes, twice each day", 100),
        ("6 hours per term", 27.7),
        ("one hour every half term", 9.2),
        ("12 x 45-minute direct sessions per year", 13.8),
        ("40 weekly 50-minute sessions", 50),
        ("30 minutes on Mondays and Fridays", 60),
        ("20-30 minutes daily", 150),
        ("60 minutes of direct SALT a week, given in three 20 minute sessions", 60),
        ("45 minutes fortnightly, plus a daily 30-minute programme", 172.5),
        ("30 minutes a week; 15 minutes daily at home", 105),
        ("TA | 1:1 | 15 minutes | Daily", 75),
        ("12 sessions of 50 minutes", None),
        ("regular support", None),
        ("weekly", None),
        ("", None),
    ],
)
def test_minutes_a_week(text: str, want: float | None) -> None:
    assert minutes_a_week(text) == want


@settings(deadline=None, max_examples=50)
@given(st.integers(1, 90), st.integers(1, 5))
def test_times_a_week_multiply(minutes: int, times: int) -> None:
    assert minutes_a_week(f"{minutes} minutes, {times} times a week") == minutes * times


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    found = minutes_a_week(text)
    assert found is None or found > 0
