"""How much time a line of provision gives: each amount that it states, and what it comes to.

«Three sessions of 20 minutes a week» is an hour a week; «six sessions of 40 minutes» is four hours
once, and nothing a week. An amount that is part of another («including 20 minutes of phonics a
day») is told apart and not added.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from checks.language.lengths import Length, lengths_in
from checks.language.memory import remembered
from checks.language.rates import SCHOOL_WEEKS, Clause, Rate, SchoolWeeks, number_ending, rates_in
from checks.language.words import STOP, Word, amount, word_set, words_of

_SESSIONS = (
    *("session", "lesson", "visit", "meeting", "block", "shift", "appointment", "interview"),
    *("journey", "slot", "workshop", "tutorial", "period", "check", "time", "burst", "week"),
)
_PART = word_set("including include includes comprising comprises consisting")
_LATER = word_set("then thereafter afterwards reducing falling rising increasing")
_MANY = 5  # more sessions than this in a week are meant for the whole of a block
_BESIDE = 2  # words between a number and its sessions
_LESSON = 60  # minutes: what is longer may be once
# What stands between two doses of one rhythm: «of reading and», «before break,»; what is done once.
_LISTED = re.compile(r"(?:\s+\w+){0,6}\s*(?:,|,?\s+and)\s+")
_ONCE = re.compile(
    r"\b(?:train\w*|assess\w*|initial\w*|meeting|review|report|observ\w*|visit|first|then|least|total"
    r"|including)\b",
    re.IGNORECASE,
)
_NEARBY = 40  # characters before a length in which it is said what it is
_WINDOW = 4  # words between a number of sessions and how long each is


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount of time, as far as its words tell."""

    start: int  # where its length stands in the text
    end: int
    least: float  # minutes each time: 0 where only a ceiling is given
    most: float
    goes: tuple[float, float] = (1, 1)  # how many of them: for each time, or in all
    rate: Rate | None = None  # how often; None for what happens once
    weeks: float | None = None  # how long it goes on, where that is said
    part: bool = False  # inside another amount, or in its place later: not to be added
    block: bool = False  # `goes` counts all of them, not those of one week

    @property
    def a_week(self) -> tuple[float, float] | None:
        """Minutes in a week in which it goes on, at least and at most; None for what is once."""
        goes = (1.0, 1.0) if self.block else self.goes
        if self.rate:
            each = self.rate.least / self.rate.weeks, self.rate.most / self.rate.weeks
            return self.least * goes[0] * each[0], self.most * goes[1] * each[1]
        if self.weeks:
            return (
                self.least * self.goes[0] / self.weeks,
                self.most * self.goes[1] / self.weeks,
            )
        return None


def minutes_a_week(text: str, year: SchoolWeeks = SCHOOL_WEEKS) -> float | None:
    """Minutes that a text promises in a school week; None where it can't be told, or is nothing."""
    weekly = [amount.a_week for amount in amounts_in(text, year) if not amount.part]
    return round(sum(week[0] for week in weekly if week), 1) or None


@remembered
def amounts_in(text: str, year: SchoolWeeks = SCHOOL_WEEKS) -> tuple[Amount, ...]:
    """Every amount of time that a text gives, in order."""
    return tuple(found for clause in _clauses(text) for found in _in_clause(clause, year))


def _clauses(text: str) -> Iterator[Clause]:
    """The words between full stops, semicolons and «plus»; the cells of a row stay together."""
    words: list[Word] = []
    for word in words_of(text):
        if word.key in (STOP, "plus"):
            if not text[word.start : word.end].startswith("|"):
                yield Clause(text, tuple(words))
                words = []
        else:
            words.append(word)
    yield Clause(text, tuple(words))


def _in_clause(clause: Clause, year: SchoolWeeks) -> Iterator[Amount]:
    found = _sharing(list(_each_amount(clause, year)), clause.text)
    for at, one in enumerate(found):
        spread = one.weeks is not None and at + 1 < len(found)
        if spread and found[at + 1].rate and _apposed(clause.text[one.end : found[at + 1].start]):
            # «thirty hours over the school year, one hour a week» is the one or the other
            yield replace(one, part=True)
        else:
            yield one


def _sharing(found: list[Amount], text: str) -> list[Amount]:
    """«20 minutes of reading and 10 minutes of spelling each day»: both are daily."""
    for at in range(len(found) - 2, -1, -1):
        one, other = found[at], found[at + 1]
        alone = one.rate is None and one.weeks is None and one.goes == (1, 1)
        rhythm = other.rate if other.rate and not other.part and other.rate.weeks <= 1 else None
        short = max(one.most, other.most) <= _LESSON and min(one.least, other.least) > 0
        if not (alone and rhythm and short and _LISTED.fullmatch(text[one.end : other.start])):
            continue
        if not _ONCE.search(text[max(0, one.start - _NEARBY) : other.start]):
            found[at] = replace(one, rate=rhythm)
    return found


def _apposed(between: str) -> bool:
    return "," in between and " and " not in between[between.rindex(",") :]


def _each_amount(clause: Clause, year: SchoolWeeks) -> Iterator[Amount]:
    lengths = list(lengths_in(clause))
    for number, length in enumerate(lengths):
        before = lengths[number - 1].after if number else 0
        end = lengths[number + 1].first if number + 1 < len(lengths) else len(clause.words)
        goes = _goes(clause, length, before)
        rates = _rates(clause, length, before, end, year)
        rate = _of_days(rates) if rates else None
        if rate and rate.first == length.after and goes[2] == "x after":
            goes = (1, 1, "")  # «10 mins x 3 per week»: the rate has counted them
        weeks = None if rate else _weeks_of(clause, length, end, year)
        yield Amount(
            clause.words[length.first].start,
            clause.words[length.after - 1].end,
            length.least,
            length.most,
            goes[:2],
            rate,
            weeks,
            part=_is_part(clause, length, before, end, after_another=number > 0),
            block=_is_block(clause, goes, rate, length),
        )


def _goes(clause: Clause, length: Length, start: int) -> tuple[float, float, str]:
    """How many goes a length is meant for, and how that is said: «2 x 45», «six sessions of»."""
    after = length.after
    if clause.key(after) == "x" and (times := amount(clause.key(after + 1) or "-")):
        return times, times, "x after"
    at = length.first - 1
    if at >= start and clause.key(at) == "x" and (number := number_ending(clause, at - 1, start)):
        return number[0], number[1], "x"
    joined = clause.between(at).strip()
    if not joined and at >= start and (number := number_ending(clause, at, start)):
        return number[0], number[1], "number"  # «two 30-minute sessions»
    adverb = clause.key(at) in ("weekly", "daily", "fortnightly", "monthly", "termly")
    if adverb and not joined and (number := number_ending(clause, at - 1, start)):
        return number[0], number[1], "adverb"  # «40 weekly 50-minute sessions»
    return _sessions_before(clause, length.first, start)


def _sessions_before(clause: Clause, first: int, start: int) -> tuple[float, float, str]:
    """«two sessions of 45 minutes», «six bus journeys of one hour», «12 weekly sessions of 30»."""
    if clause.key(first - 1) not in ("of", "lasting", "for", "to") and first > start:
        return 1, 1, ""
    for at in range(first - 2, max(start, first - 2 - _WINDOW), -1):
        if clause.key(at).startswith(_SESSIONS) and clause.key(at) not in ("week", "weeks"):
            back = at - 1
            said = "sessions"
            while back >= start and amount(clause.key(back)) is None and at - back <= _BESIDE:
                said = "adverb" if clause.key(back).endswith("ly") else said
                back -= 1
            number = number_ending(clause, back, start)
            if number and clause.between(back) != "-":
                return number[0], number[1], said
            return 1, 1, ""
    return 1, 1, ""


def _rates(clause: Clause, length: Length, before: int, end: int, year: SchoolWeeks) -> list[Rate]:
    """How often: said after the length, or else before it; «four days a week, six hours a day»."""
    after = rates_in(clause, length.after, end, year)
    if after and not (len(after) == 1 and after[0].daily):
        return after
    earlier = rates_in(clause, before, length.first, year)[-2:]
    days = [r for r in earlier if r.counted and r.weeks == 1 and length.first - r.after <= 1]
    return [*after, *days] if after else earlier


def _of_days(rates: list[Rate]) -> Rate:
    """The rate that the first one gives, on as many days as the next one says.

    «10 minutes a day, five days a week»; «ten sessions a year, fortnightly» goes on fortnightly.
    """
    first = rates[0]
    for other in rates[1:]:
        if first.daily and other.counted and other.weeks == 1 and other.most <= 7:  # noqa: PLR2004 -- days
            days = other.least
            return Rate(first.first, other.after, first.least * days, first.most * days, 1, True)  # noqa: FBT003 -- counted
        if first.weeks > other.weeks and other.adverb:
            return other
    return first


def _weeks_of(clause: Clause, length: Length, end: int, year: SchoolWeeks) -> float | None:
    """How many weeks what has no rate goes on: «over 12 weeks», «in the autumn term»."""
    for at in range(length.after, end):
        if clause.key(at) not in ("over", "across", "in", "during", "within"):
            continue
        to = at + 1
        while clause.key(to) in (
            "the",
            "a",
            "an",
            "one",
            "first",
            "school",
            "academic",
            "whole",
            "course",
            "of",
            "period",
        ):
            to += 1
        if clause.key(to) in ("autumn", "spring", "summer"):
            to += 1
        number = amount(clause.key(to) or "-") if clause.key(to) != "half" else None
        unit = clause.key(to + 1) if number else clause.key(to)
        weeks = year.of(unit) if unit else None
        if weeks and weeks >= 1:
            return weeks * (number or 1)
    return None


def _is_part(clause: Clause, length: Length, start: int, end: int, *, after_another: bool) -> bool:
    """Whether it lies inside the amount before it, or takes its place later."""
    if not after_another:
        return False
    later = [clause.key(at) for at in range(length.after, end)]
    if ("after", "that") in pairwise(later) or _LATER & set(later):
        return True
    said = [clause.key(at) for at in range(start, length.first)]
    return (
        any(word in _PART or word in _LATER for word in said)
        or any(pair in _PAIRS for pair in pairwise(said))
        or any(_splits(said[at:]) for at in range(len(said)))
        or ":" in clause.text[clause.words[start - 1].end : clause.words[length.first].start]
    )


def _splits(said: list[str]) -> bool:
    """«an hour a week, in three sessions of» twenty minutes; not «and, in two weeks,»."""
    if (
        said[0] not in ("in", "as", "over", "across")
        or amount(said[1] if said[1:] else "-") is None
    ):
        return False
    rest = said[2 : 2 + _BESIDE + 1]
    return not rest or any(w.startswith(_SESSIONS) and w not in ("week", "weeks") for w in rest)


_PAIRS = frozenset({("of", "which"), ("made", "up"), ("broken", "down"), ("split", "into"),
                    ("given", "in"), ("delivered", "in"), ("given", "as"), ("delivered", "as"),
                    ("divided", "into"), ("consists", "of"), ("that", "is"), ("a", "total"),
                    ("half", "of"), ("rising", "to"), ("in", "total")})  # fmt: skip


def _is_block(
    clause: Clause, goes: tuple[float, float, str], rate: Rate | None, length: Length
) -> bool:
    """Whether a number of sessions is that of all, and not of one week."""
    if rate is None or goes[1] <= 1 or goes[2].startswith("x"):
        return False
    if rate.counted:
        return True
    if rate.weeks > 4:  # noqa: PLR2004 -- a month: «ten sessions a year» counts them by the year
        return False
    if goes[1] > _MANY or (goes[2] == "adverb" and goes[1] > _MANY):
        return True
    comma = (
        rate.first > length.after
        and "," in clause.text[clause.words[length.after - 1].end : clause.words[rate.first].start]
    )
    return comma and rate.adverb


def total_of(amounts: Iterable[Amount]) -> tuple[float, float]:
    """What amounts come to in a week, at least and at most."""
    weekly = [week for one in amounts if not one.part and (week := one.a_week)]
    return sum(week[0] for week in weekly), sum(week[1] for week in weekly)
