"""What counts as a time-frame, and which date it comes to."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.language.readings import Basis
from checks.language.timeframes import find_timeframe, read_deadline

# In Year 3, aged 7, and in Year 12, aged 16, when their plans are written.
YOUNG = (date(2017, 11, 20), date(2025, 11, 14))
OLDER = (date(2009, 5, 2), date(2026, 2, 10))
SHARED = Path(__file__).parents[4] / "shared" / "threads" / "timeframes.json"

YOUNG_CASES = """
By the end of Year 6, Ada will|2029-07-31
By the end of Yr 4 she will|2027-07-31
By end of Y5, Ada will|2028-07-31
by the end of NCY 6 Ada can|2029-07-31
By the end of year four Ada will|2027-07-31
At the end of Year 4 Ada says|2027-07-31
By the time Ada finishes Year 6 she will|2029-07-31
By the end of Key Stage Two Ada reads|2029-07-31
By the end of KS 2 Ada reads|2029-07-31
By the end of Key Stage 3, Ada will|2032-07-31
End of KS2: Ada tells the time|2029-07-31
End of Year 4 - reads a page aloud|2027-07-31
By the end of this key stage Ada will|2029-07-31
By the end of her next phase of education Ada will|2032-07-31
By the end of primary school Ada will|2029-07-31
By the time she leaves primary school Ada will|2029-07-31
Before she leaves primary school Ada will|2029-07-31
Before leaving primary school, Ada will|2029-07-31
By the end of primary Ada will|2029-07-31
By the time she starts secondary school Ada will|2029-09-01
By the start of Year 7 Ada will|2029-09-01
By transition to secondary school Ada will|2029-09-01
Before moving to high school, Ada will|2029-09-01
When she starts secondary school, Ada will|2029-09-01
In time for secondary transfer Ada will|2029-09-01
By the end of infant school Ada will|2025-07-31
By the end of Reception Ada will|2023-07-31
By the end of the Early Years Foundation Stage she will|2023-07-31
By the end of EYFS she will|2023-07-31
By the end of nursery she will|2022-07-31
By the age of 10 Ada will|2027-11-20
By age ten Ada will|2027-11-20
By her tenth birthday Ada will|2027-11-20
By her 11th birthday Ada will|2028-11-20
By the time she is 9 Ada will|2026-11-20
By the time Ada turns 12 she will|2029-11-20
By the time she is nine years old, Ada will|2026-11-20
By 16 she will|2033-11-20
By July 2027 Ada will|2027-07-31
By the end of June 2027 Ada will|2027-06-30
by Feb 2027 Ada will|2027-02-28
By 1st September 2026 Ada will|2026-09-01
By the 1st of September 2026 Ada will|2026-09-01
By 3 March 2027, Ada will|2027-03-03
By March 3rd 2027, Ada will|2027-03-03
By 03/03/27 Ada will|2027-03-03
By 3.3.2027 Ada will|2027-03-03
By 2027-03-03 Ada will|2027-03-03
By 31 July, Ada will|2026-07-31
By Friday 17 July 2026 Ada will|2026-07-17
Ada will read a page aloud by June 2027.|2027-06-30
Ada will read a page aloud (by June 2027)|2027-06-30
Ada will read a page aloud. Timescale: July 2027|2027-07-31
Ada will read a page aloud (July 2027)|2027-07-31
By the end of the autumn term Ada will|2025-12-31
By the end of the spring term 2027 Ada will|2027-04-30
By summer 2027 Ada will|2027-07-31
By the end of the summer term of Year 4 Ada will|2027-07-31
By the end of the autumn term of Year 7 Ada will|2029-12-31
By the summer of Year 5 Ada will|2028-07-31
By Christmas 2026 Ada will|2026-12-31
By the end of term Ada will|2025-12-31
By the end of this term Ada will|2025-12-31
By the end of next term Ada will|2026-04-30
By May half term 2027 Ada will|2027-05-31
By the end of the academic year 2026/27 Ada will|2027-07-31
By the end of the 2026-27 academic year Ada will|2027-07-31
By the end of academic year 2026/2027 Ada will|2027-07-31
By the end of the school year Ada will|2026-07-31
By the end of next academic year Ada will|2027-07-31
By the end of the year Ada will|2026-07-31
By the end of 2027 Ada will|2027-12-31
By 2027 Ada will|2027-12-31
Within a year Ada will|2026-11-14
Within one year of this plan Ada will|2026-11-14
Within the next 12 months, Ada will|2026-11-14
In the next 12 months Ada will|2026-11-14
In 12 months' time Ada will|2026-11-14
In a year's time Ada will|2026-11-14
In twelve months Ada will|2026-11-14
Over the next year Ada will|2026-11-14
Over the coming year, Ada will|2026-11-14
Over the next 18 months Ada will|2027-05-14
During the next two years Ada will|2027-11-14
Within 12 - 18 months Ada will|2027-05-14
Within two terms Ada will|2026-07-14
Within a half term Ada will|2026-01-14
Within three years Ada will|2028-11-14
Ada will ride a bike in 6 months.|2026-05-14
After 12 months Ada will|2026-11-14
Over the course of the academic year Ada will|2026-07-31
By the next annual review Ada will|2026-11-14
By her next review meeting, Ada will|2026-11-14
By the time of the next annual review Ada will|2026-11-14
At the end of Year 4, and not before, Ada will|2027-07-31
Ada will, by the end of Year 4, read|2027-07-31
Throughout Year 4, Ada will|2027-07-31
No later than July 2027 Ada will|2027-07-31
By when: July 2027|2027-07-31
By the time I'm in Year 5 I will|2028-07-31
By the time she’s 10 she will|2027-11-20
By the time I am in Y6 I can|2029-07-31
By Year 5 Ada will|2028-07-31
By Years 5 and 6 Ada will|2029-07-31
By the end of Year 5/6 Ada will|2029-07-31
By the time [child] is 12 they will|2029-11-20
By the end of the course, Ada will|undated
By the end of the programme Ada will|undated
Once she leaves school, Ada will|undated
By adulthood Ada will|2035-11-20
By the end of Yr.6 Ada will|2029-07-31
By the end of Y6 (July 2029), Ada will|2029-07-31
By the end of Year 5 (July 2029), Ada will|2029-07-31
By the end of the Spring Term (April 2027), Ada will|2027-04-30
By her EHCP review in June 2027 Ada will|2027-06-30
By 07/2027 Ada will|2027-07-31
By next summer Ada will|2026-07-31
By the end of Autumn 1 Ada will|2026-10-31
By the end of Term 6 Ada will|2026-07-31
By the end of Term 2 Ada will|undated
By the end of lower Key Stage 2 Ada will|2027-07-31
By the end of her first year in secondary school Ada will|undated
By the end of her time at primary school Ada will|2029-07-31
By the end of the next two years Ada will|2027-11-14
Over 12 months Ada will|2026-11-14
Across the next year Ada will|2026-11-14
This academic year Ada will|2026-07-31
Within this academic year Ada will|2026-07-31
By late spring 2027 Ada will|2027-04-30
By the year 2028 Ada will|2028-12-31
At age 16 she will|2033-11-20
By the time she's leaving school, Ada will|undated
At transition to secondary school Ada will|2029-09-01
Ada will name her tutor on transition to secondary school|2029-09-01
By the last day of the summer term 2027 Ada will|2027-07-31
By the last day of term in July 2028 Ada will|2028-07-31
Ada will start at the swimming club in September 2027.|2027-09-30
At 18, Ada will|2035-11-20
Within one term of starting at her new school, Ada will|undated
By July 2026 staff will|2026-07-31
"""
OLDER_CASES = """
By the end of Year 14 she will|2028-07-31
By the end of post-16 education she will|2027-07-31
By the end of post 16 she will|2027-07-31
By the time she leaves sixth form she will|2027-07-31
By the time she leaves school she will|undated
Before he leaves college, he will|undated
When he leaves college, he will|undated
By the end of his first year at college he will|undated
By the end of her supported internship she will|undated
By the end of his course in July 2027 he will|2027-07-31
By the time she is 19/20 she will|2029-05-02
By age 19-20 she will|2029-05-02
By 18 years of age she will|2027-05-02
By her 18th birthday she will|2027-05-02
By the time she is an adult she will|2027-05-02
By the time he turns 25|2034-05-02
By the end of further education she will|undated
"""
NONE_CASES = """
At 10, Ada does the register
Ada reads more words than she did in July 2027
Ada reads 20 words, as recorded in July 2027
Ada texts her mum on leaving college
Ada will read for 20 minutes each day
Ada will walk 20 metres within two minutes
Ada will be dry for six weeks in a row
Ada will attend 4 lessons in 5
on three occasions over two weeks
with no more than two incidents in 6 weeks
at least three times in two weeks
Ada will arrive by 9am
Ada will arrive at school by 8:45
by ten past nine
by 10%
by 3 sub-levels
by two years
Ada will be collected by her uncle
Ada will write by hand
by herself
by the end of the lesson
by the end of each day
by the end of the session
by the end of the day
at the end of the school day
at the end of each half term
every term
once a term
each year
for a whole term
for two terms
throughout the day
in Year 3 maths lessons
pupils in Year 4
reads a Year 2 text
at a Year 2 level
before lunch
before she answers
before going to bed
until the timer rings
by reading aloud
by choosing from two pictures
over the age of five
may use her card
Ada may march
to the second year pupils
in the autumn she likes leaves
within the classroom
in school
at school
by the school
by the school nurse
by her Year 6 teacher
"""


def _rows(table: str) -> list[tuple[str, str]]:
    return [
        (text, want) for text, _, want in (r.partition("|") for r in table.strip().splitlines())
    ]


def _read(text: str, born: date, plan_date: date) -> str:
    found = find_timeframe(text, born, plan_date)
    return "none" if found is None else str(found.date) if found.date else "undated"


@pytest.mark.parametrize(("text", "want"), _rows(YOUNG_CASES))
def test_of_a_child_in_year_3(text: str, want: str) -> None:
    assert _read(text, *YOUNG) == want


@pytest.mark.parametrize(("text", "want"), _rows(OLDER_CASES))
def test_of_a_young_person_in_year_12(text: str, want: str) -> None:
    assert _read(text, *OLDER) == want


@pytest.mark.parametrize("text", NONE_CASES.strip().splitlines())
def test_how_often_and_how_long_are_no_time_frame(text: str) -> None:
    assert _read(text, *YOUNG) == "none"


DEADLINES = (
    ("July 2027", "2027-07-31"),
    ("End of KS2", "2029-07-31"),
    ("12 months", "2026-11-14"),
    ("Summer term 2027", "2027-07-31"),
    ("Year 6", "2029-07-31"),
    ("by Easter 2027", "2027-04-30"),
    ("31/07/2027", "2027-07-31"),
    ("Key Stage 2", "2029-07-31"),
    ("Age 11", "2028-11-20"),
    ("Next annual review", "2026-11-14"),
    ("End of academic year", "2026-07-31"),
    ("Two terms", "2026-07-14"),
    ("ongoing", "none"),
    ("", "none"),
    ("daily", "none"),
)


@pytest.mark.parametrize(("cell", "want"), DEADLINES)
def test_bare_words_are_enough_in_a_by_when_cell(cell: str, want: str) -> None:
    found = read_deadline(cell, *YOUNG)
    assert (str(found.date) if found else "none") == want


def test_another_possible_reading_is_noted() -> None:
    for text in (
        "By the time he is in Reception",
        "By Year 5",
        "By February 17",
        "By June",
        "By 19/20 I",
    ):
        found = find_timeframe(text, *YOUNG)
        assert found, text
        assert found.note, text


def test_without_dates_a_time_frame_is_still_one() -> None:
    for text, basis in (
        ("By the end of Year 6", Basis.YEAR_GROUP),
        ("By the end of KS2", Basis.KEY_STAGE),
        ("By age 12", Basis.AGE),
        ("Within 12 months", Basis.DURATION),
        ("By the end of primary school", Basis.PHASE),
        ("By the end of the autumn term", Basis.TERM),
        ("By the end of the academic year", Basis.ACADEMIC_YEAR),
        ("By the next annual review", Basis.REVIEW),
        ("By September", Basis.MONTH),
    ):
        found = find_timeframe(text)
        assert found, text
        assert (found.basis, found.date) == (basis, None), text


@pytest.mark.skipif(not SHARED.exists(), reason="the shared time-frames are not on this machine")
def test_the_shared_time_frames() -> None:
    rows = json.loads(SHARED.read_text(encoding="utf-8"))
    read = [
        _read(r["text"], date.fromisoformat(r["dob"]), date.fromisoformat(r["plan_date"]))
        for r in rows
    ]
    assert read == [r["expect"] for r in rows]


MONTHS = "January February March April May June July August September October November December"
points = st.one_of(
    st.integers(1, 13).map(lambda n: f"Year {n}"),
    st.integers(1, 5).map(lambda n: f"Key Stage {n}"),
    st.integers(1, 5).map(lambda n: f"KS{n}"),
    st.tuples(st.sampled_from(MONTHS.split()), st.integers(2020, 2040)).map(
        lambda p: f"{p[0]} {p[1]}"
    ),
    st.tuples(st.sampled_from(["autumn", "spring", "summer"]), st.integers(2020, 2040)).map(
        lambda p: f"the {p[0]} term {p[1]}"
    ),
    st.sampled_from(["the academic year", "primary school", "Reception", "this key stage"]),
)
sentences = st.sampled_from(
    ["{} Ada will write her name.", "Ada will write her name {}.", "Ada will, {}, sing."]
)


@settings(deadline=None, max_examples=60)
@given(points, sentences)
def test_a_time_frame_that_is_written_is_read(point: str, sentence: str) -> None:
    phrase = f"by the end of {point}"
    text = sentence.format(phrase)
    found = find_timeframe(text, *YOUNG)
    assert found
    assert found.span.text == phrase
    assert text[found.span.start : found.span.end] == phrase


@settings(deadline=None, max_examples=60)
@given(
    st.dates(date(2020, 1, 1), date(2045, 1, 1)),
    st.sampled_from(["%d/%m/%Y", "%d %B %Y", "%d.%m.%y"]),
)
def test_a_date_that_is_written_is_read(day: date, form: str) -> None:
    found = find_timeframe(f"By {day.strftime(form)} Ada will sing", *YOUNG)
    assert found
    assert found.date == day


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=300), st.dates(date(2000, 1, 1), date(2026, 1, 1)))
def test_any_text_can_be_read(text: str, born: date) -> None:
    found = find_timeframe(text, born, born + timedelta(days=3000))
    assert found is None or text[found.span.start : found.span.end] == found.span.text


def test_a_child_who_has_yet_to_start_school_starts_it_in_reception() -> None:
    text = "By the time she starts school Ada will drink from an open cup."
    young, older = date(2023, 1, 10), date(2019, 1, 10)

    assert _read(text, young, date(2026, 9, 10)) == "2027-09-01"
    assert _read(text, older, date(2026, 9, 10)) == "undated"
