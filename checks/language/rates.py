"""How often something happens: «twice a day», «every other Friday», «half-termly»."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from checks.language.words import Word, amount, clock, word_set

DAYS = 5  # a school week
_DAILY = word_set(
    "day days weekday weekdays morning mornings afternoon afternoons lunchtime lunchtimes lunch"
    " evening evenings night nights playtime breaktime registration"
)
_TIMES_OF_DAY = _DAILY - word_set("day days weekday weekdays night nights")
_WEEKS = {"week": 1.0, "wk": 1.0, "w": 1.0, "fortnight": 2.0, "month": 52 / 12}
_TERMS = {"term": 1.0, "half": 0.5}
_ADVERBS = {
    "daily": "day",
    "nightly": "night",
    "weekly": "week",
    "fortnightly": "fortnight",
    "monthly": "month",
    "termly": "term",
    "annually": "year",
    "yearly": "year",
    "pw": "week",
    "pa": "year",
}
_WEEKDAYS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs"
    " fri sat sun"
)
_OFTEN = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
_EACH = word_set("a an per each every p")
_PLAIN = word_set("school working full single college nursery teaching academic calendar")
_LASTING = word_set("week weeks term terms month months block blocks")  # «36 weeks a year»
_COUNTED = (
    *("session", "time", "day", "lesson", "visit", "meeting", "x", "morning", "afternoon", "block"),
    *("evening", "lunchtime", "night", "appointment", "shift", "occasion", "period"),
)
# What is done at times of its own, beside the provision: «reviewed each half term».
_BESIDE = word_set(
    "reviewed supervised trained checked monitored updated audited reported renewed assessed review"
    " updates reports"
)
_THINGS = word_set("review updates reports")
_SOME = word_set("first last second third final")
_ENDS = word_set("start beginning end morning afternoon")


class SchoolWeeks(NamedTuple):
    """How many weeks of school there are, by which yearly and termly amounts are spread."""

    weeks: float = 39
    weeks_in_term: float = 13

    def of(self, unit: str) -> float | None:
        """How many weeks a unit is; None for a word that is no unit of time."""
        if unit in _DAILY:
            return 1 / DAYS
        name = unit.removesuffix("s")
        if name in _TERMS:
            return self.weeks_in_term * _TERMS[name]
        return self.weeks if name in ("year", "annum") else _WEEKS.get(name)


SCHOOL_WEEKS = SchoolWeeks()


class Clause(NamedTuple):
    """Words that belong together, with the text they stand in."""

    text: str
    words: tuple[Word, ...]

    def key(self, at: int) -> str:
        """The word there, as compared; empty beyond either end."""
        return self.words[at].key if 0 <= at < len(self.words) else ""

    def between(self, at: int) -> str:
        """What stands between the word there and the next: a hyphen, a comma, a space."""
        if not 0 <= at < len(self.words) - 1:
            return ""
        return self.text[self.words[at].end : self.words[at + 1].start]


@dataclass(frozen=True, slots=True)
class Rate:
    """So many times in so many weeks; the two counts differ where a range is given."""

    first: int  # the first of its words in the clause, and the one after its last
    after: int
    least: float
    most: float
    weeks: float  # 1/5 is a day
    counted: bool = False  # how many times is said: «once weekly», «three times a week»
    adverb: bool = False  # «weekly», which may be said of each of a number of sessions

    @property
    def daily(self) -> bool:
        """Whether it is counted by the day."""
        return self.weeks < 1


def rates_in(clause: Clause, start: int, end: int, year: SchoolWeeks) -> list[Rate]:
    """The rates between two words of a clause, in order, none inside another."""
    found: list[Rate] = []
    at = start
    while at < end:
        rate = _rate_at(clause, at, start, year)
        if rate and rate.after <= end and not _beside(clause, rate.first, start):
            found.append(rate)
        at = max(rate.after if rate else 0, at + 1)
    return found


def _beside(clause: Clause, first: int, start: int) -> bool:
    """Whether it says how often something is done beside it: «reviewed by her each term»."""
    for at in range(first - 1, max(start, first - 4) - 1, -1):
        if at == start and clause.key(at) in _THINGS:
            return False  # «a 1-hour review meeting every term»: the review is what there is
        if any(mark in clause.between(at) for mark in ",|"):
            return False
        if clause.key(at) in _BESIDE:
            return True
    return False


def _rate_at(clause: Clause, at: int, start: int, year: SchoolWeeks) -> Rate | None:
    """The rate whose «each» or word for the unit stands there."""
    key = clause.key(at)
    if key in _ADVERBS:
        return _by_adverb(clause, at, start, year)
    if key in _EACH:
        return _by_unit(clause, at, start, year)
    if key.removesuffix("s") in _WEEKDAYS:
        return _by_weekdays(clause, at, start)
    if key in _ENDS:
        return _both_ends(clause, at)
    if key.endswith("s") and key in _DAILY:
        return _on_days(clause, at)
    slash = "/" in clause.between(at - 1)
    return (
        _with_times(clause, at, at + 1, start, weeks) if slash and (weeks := year.of(key)) else None
    )


def _by_adverb(clause: Clause, at: int, start: int, year: SchoolWeeks) -> Rate:
    """«weekly», «half-termly», «twice daily», «six-weekly»."""
    weeks = year.of(_ADVERBS[clause.key(at)]) or 1.0
    hyphen = clause.between(at - 1) == "-" and at > start
    if hyphen and (every := _value(clause.key(at - 1))) and every >= 1:
        return Rate(at - 1, at + 1, 1, 1, every * weeks)
    first = at
    if clause.key(at - 1) == "half" and at > start:
        weeks, first = weeks / 2, at - 1
    rate = _with_times(clause, first, at + 1, start, weeks)
    return Rate(rate.first, rate.after, rate.least, rate.most, weeks, rate.counted, adverb=True)


def _by_unit(clause: Clause, at: int, start: int, year: SchoolWeeks) -> Rate | None:
    """«a week», «every two weeks», «each other Friday», «per half term», «every school day»."""
    to, every = at + 1, 1.0
    while clause.key(to) in _PLAIN:
        to += 1
    key = clause.key(to)
    if key in ("other", "second", "alternate"):
        every, to = 2.0, to + 1
    elif clause.key(at) in ("every", "each") and key != "half" and (number := _value(key)):
        every, to = number, to + 1
    key = clause.key(to)
    if key.removesuffix("s") in _WEEKDAYS and clause.key(at) != "a":
        days = _by_weekdays(clause, to, start)
        return days and Rate(at, days.after, days.least, days.most, every)
    weeks = year.of(key)
    if clause.key(at) in ("a", "an") and key in _TIMES_OF_DAY and not _counts(clause, at, start):
        return None  # «a lunchtime group»
    if weeks is None or _lasting(clause, at, start) or key == "half" != clause.key(to):
        return None
    if key == "half":
        if clause.key(to + 1) not in ("term", "terms"):
            return None
        to += 1
    if weeks < 1 and clause.key(at - 1) == "half":
        return None  # «half a day»
    return _with_times(clause, at, to + 1, start, weeks * every)


def _counts(clause: Clause, at: int, start: int) -> bool:
    """Whether how much or how many stands before «a morning»: «ten minutes», «twice»."""
    key = clause.key(at - 1) if at > start else ""
    return key.startswith(("min", "hour", "hr", *_COUNTED)) or key in _OFTEN or at == start > 0


def _lasting(clause: Clause, at: int, start: int) -> bool:
    """Whether «a year» says how much of a year something goes on: «36 weeks of each year»."""
    before = at - 1
    if clause.key(before) in ("of", "in", "for"):
        before -= 1
    return before >= start and clause.key(before) in _LASTING


def _with_times(clause: Clause, first: int, after: int, start: int, weeks: float) -> Rate:
    """The rate with how often the words before it say: «twice», «3 times», «2-3 x», «x 3»."""
    last = first - 1
    if clause.key(last) in ("in", "on", "during", "within"):  # «twice in each week»
        last -= 1
    key = clause.key(last) if last >= start else ""
    if key in _OFTEN:
        low = last - 2 if clause.key(last - 1) == "or" and clause.key(last - 2) in _OFTEN else last
        least = _OFTEN[clause.key(low)] if low >= start else _OFTEN[key]
        return Rate(max(low, start), after, least, _OFTEN[key], weeks, counted=True)
    if key.startswith(_COUNTED) and (number := _number(clause, last - 1, start)):
        return Rate(number[2], after, number[0], number[1], weeks, counted=True)
    if key and clause.key(last - 1) == "x" and (number := _number(clause, last, start)):
        return Rate(last - 1, after, number[0], number[1], weeks, counted=True)
    if _is_clock(key):
        both = clause.key(last - 1) in ("and", "at") and _is_clock(clause.key(last - 2))
        both = both or (_is_clock(clause.key(last - 3)) and clause.key(last - 2) == "and")
        times = 2 if both or _is_clock(clause.key(last - 4)) else 1
        return Rate(last, after, times, times, weeks)
    one = _value(key)
    if one and one <= DAYS and first < after - 1 and "," not in clause.between(last):
        return Rate(last, after, one, one, weeks, counted=True)  # «one each term»
    return Rate(first, after, 1, 1, weeks)


def _number(clause: Clause, at: int, start: int) -> tuple[float, float, int] | None:
    """The number that ends there, as least and most, and where it begins: «3», «two to three»."""
    most = _value(clause.key(at)) if at >= start else None
    if most is None:
        return None
    joined = clause.between(at - 1).strip() in ("-", "–", "—")
    between = clause.key(at - 1) == "and" and clause.key(at - 3) == "between"
    low = at - 1 if joined else at - 2 if between or clause.key(at - 1) in ("to", "or") else -1
    least = _value(clause.key(low)) if low >= start else None
    return (least, most, low) if least is not None and least < most else (most, most, at)


def _is_clock(key: str) -> bool:
    return clock(key) is not None


def _value(key: str) -> float | None:
    return amount(key) if key else None


def number_ending(clause: Clause, at: int, start: int = 0) -> tuple[float, float, int] | None:
    """The number that ends at that word, as least and most, and where it begins."""
    return _number(clause, at, start)


def _by_weekdays(clause: Clause, at: int, start: int) -> Rate | None:
    """«Mondays and Thursdays», «Monday to Friday»; not «the first Monday of the month»."""
    if at > start and clause.key(at - 1) in _SOME:
        return None
    days, to, through = {_day(clause.key(at))}, at + 1, False
    while clause.key(to) in ("and", "to", "or", *_WEEKDAYS) or clause.key(to)[:-1] in _WEEKDAYS:
        if clause.key(to) == "to":
            through = True
        elif clause.key(to) not in ("and", "or"):
            days.add(_day(clause.key(to)))
        to += 1
    if clause.key(to - 1) in ("and", "to", "or"):
        to -= 1
    count = DAYS if through and len(days) > 1 else len(days)
    return Rate(at, to, count, count, 1, counted=True)


def _day(key: str) -> str:
    return key[:3]


def _both_ends(clause: Clause, at: int) -> Rate | None:
    """«at the start and end of each day», «morning and afternoon»."""
    one, other = clause.key(at), clause.key(at + 2)
    if clause.key(at + 1) == "and" and {one, other} == {"morning", "afternoon"}:
        return Rate(at, at + 3, 2, 2, 1 / DAYS, counted=True)
    both = clause.key(at + 1) == "and" and other in ("start", "beginning", "end")
    to = at + (3 if both else 1)
    if one in ("morning", "afternoon") or clause.key(to) != "of":
        return None
    to += 1
    if clause.key(to) not in ("the", "each", "every", "a", "his", "her", "their", "my"):
        return None
    to += 2 if clause.key(to + 1) in _PLAIN else 1
    times = 2 if both else 1
    return Rate(at, to + 1, times, times, 1 / DAYS) if clause.key(to) == "day" else None


def _on_days(clause: Clause, at: int) -> Rate | None:
    """«on the other four days»."""
    number = _value(clause.key(at - 1))
    if number and number <= DAYS and clause.key(at - 2) in ("on", "other"):
        return Rate(at - 2, at + 1, number, number, 1, counted=True)
    return None
