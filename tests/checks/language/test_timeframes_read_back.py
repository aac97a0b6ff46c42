"""Whatever time-frame can be written of a child with a date of birth, it is read back."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from checks.language.school import Stage, birthday, school_year, stage_end, year_end, year_start
from checks.language.timeframes import find_timeframe

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
SMALL = ("nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
LEAVING = ("leaves", "finishes", "completes")


@dataclass(frozen=True)
class Written:
    """Words for an end point, and the day that they mean."""

    words: str
    day: date


@dataclass(frozen=True)
class Whose:
    """The dates that words are read against."""

    born: date
    written: date


def _number(draw: st.DrawFn, n: int) -> str:
    return draw(st.sampled_from([str(n), SMALL[n]])) if n < len(SMALL) else str(n)


@st.composite
def whose(draw: st.DrawFn) -> Whose:
    """A child of school age, and a plan written of it."""
    born = draw(st.dates(date(2005, 1, 1), date(2021, 12, 31)))
    age = draw(st.integers(3, 17))
    return Whose(born, birthday(age, born) + timedelta(days=draw(st.integers(0, 300))))


@st.composite
def _calendar(draw: st.DrawFn, child: Whose) -> Written:
    day = draw(st.dates(child.written, child.written + timedelta(days=2500)))
    name = MONTHS[day.month - 1]
    month = draw(st.sampled_from([name, name[:3]]))
    last = date(day.year, day.month, monthrange(day.year, day.month)[1])
    th = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}.get(day.day, "th")
    return draw(
        st.sampled_from(
            [
                Written(f"{month} {day.year}", last),
                Written(f"the end of {name} {day.year}", last),
                Written(f"{day.day} {month} {day.year}", day),
                Written(f"{day.day}{th} {name} {day.year}", day),
                Written(f"the {day.day}{th} of {name} {day.year}", day),
                Written(f"{day:%d/%m/%Y}", day),
                Written(f"{day:%d.%m.%y}", day),
                Written(f"{day.isoformat()}", day),
            ]
        )
    )


@st.composite
def _school(draw: st.DrawFn, child: Whose) -> Written:
    now = school_year(child.born, child.written)
    year = draw(st.integers(max(1, min(now, 13)), 13))
    stage = draw(st.sampled_from([Stage.KS1, Stage.KS2, Stage.KS3, Stage.KS4]))
    group = draw(st.sampled_from(["Year {}", "Yr {}", "Y{}", "NCY {}"]))
    named = group.format(_number(draw, year) if group == "Year {}" else year)
    key = draw(st.sampled_from(["Key Stage {}", "KS{}", "KS {}", "key stage {}"]))
    return draw(
        st.sampled_from(
            [
                Written(f"the end of {named}", year_end(year, child.born)),
                Written(f"end of {named}", year_end(year, child.born)),
                Written(f"the start of {named}", year_start(year, child.born)),
                Written(
                    f"the time she {draw(st.sampled_from(LEAVING))} {named}",
                    year_end(year, child.born),
                ),
                Written(f"the time he starts {named}", year_start(year, child.born)),
                Written(f"the end of {key.format(stage.number)}", stage_end(stage, child.born)),
                Written("the end of primary school", year_end(6, child.born)),
                Written("the time they leave primary school", year_end(6, child.born)),
                Written("the start of secondary school", year_start(7, child.born)),
            ]
        )
    )


@st.composite
def _by_age(draw: st.DrawFn, child: Whose) -> Written:
    age = draw(st.integers(4, 25))
    said = _number(draw, age)
    return draw(
        st.sampled_from(
            [
                Written(f"the age of {said}", birthday(age, child.born)),
                Written(f"age {said}", birthday(age, child.born)),
                Written(f"the time she is {said}", birthday(age, child.born)),
                Written(f"the time he turns {age}", birthday(age, child.born)),
                Written(
                    f"{draw(st.sampled_from(['her', 'his', 'their']))}"
                    f" {age}{ {21: 'st', 22: 'nd', 23: 'rd'}.get(age, 'th') } birthday",
                    birthday(age, child.born),
                ),
            ]
        )
    )


@st.composite
def cases(draw: st.DrawFn) -> tuple[Whose, Written]:
    """A child, and an end point written of it."""
    child = draw(whose())
    sort = draw(st.sampled_from([_calendar, _school, _by_age]))
    return child, draw(sort(child))


FRAMES = (
    "By {} she will read a page aloud to a friend.",
    "By {}, Ada will read a page aloud to a friend.",
    "Ada will read a page aloud to a friend by {}.",
    "I will be able to read a page aloud by {}",
    "Ada will, by {}, read a page aloud to a friend.",
    "Ada will read a page aloud to a friend on four days out of five by {}, so that she has books.",
)


@settings(deadline=None, max_examples=120)
@given(cases(), st.sampled_from(FRAMES))
def test_what_is_written_is_read_back(case: tuple[Whose, Written], frame: str) -> None:
    child, said = case

    found = find_timeframe(frame.format(said.words), child.born, child.written)

    assert found is not None
    assert found.date == said.day
    assert said.words.removeprefix("the ") in found.span.text


@settings(deadline=None, max_examples=40)
@given(whose(), st.integers(1, 20), st.sampled_from(["week", "month", "year", "term"]))
def test_a_length_of_time_is_counted_from_the_plan(child: Whose, number: int, unit: str) -> None:
    plural = unit if number == 1 else f"{unit}s"

    found = find_timeframe(f"Within {number} {plural} he will swim.", child.born, child.written)

    assert found is not None
    assert found.date is not None
    months = {"week": 12 / 52, "month": 1, "year": 12, "term": 4}[unit] * number
    assert abs((found.date - child.written).days - months * 30.44) <= 3 + months / 5


@settings(deadline=None, max_examples=40)
@given(cases())
def test_without_dates_of_the_child_it_is_still_a_time_frame(case: tuple[Whose, Written]) -> None:
    _, said = case

    assert find_timeframe(f"By {said.words} Ada will read a page aloud.") is not None
