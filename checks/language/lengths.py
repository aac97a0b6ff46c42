"""Lengths of time that are a dose: «20 minutes», «an hour and a half», «up to two hours»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checks.language.rates import Clause, number_ending
from checks.language.words import amount, clock, word_set

# «after 20 minutes of work», «tests of more than 30 minutes», «who has had two hours of training».
_NO_DOSE = word_set("after within than before had completed attended undertaken")
_OTHERS = word_set("the his her their other others everyone end school")
_HOUR = 60
_PARTS = {"half": 30, "quarter": 15}
_WHOLES = word_set("day days term terms hour hours lesson lessons")  # «an hour and a half day»


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time in a clause: which words, and how many minutes."""

    first: int
    after: int
    least: float
    most: float


def lengths_in(clause: Clause) -> Iterator[Length]:
    """Each «20 minutes», «half an hour», «1 hour 30 minutes» that is a dose.

    «From 9.00 to 9.20» counts where nothing else in the clause says how long.
    """
    found = list(_doses(clause))
    yield from found or _between_times(clause)


def _doses(clause: Clause) -> Iterator[Length]:
    at = 0
    while at < len(clause.words):
        unit = _unit(clause.key(at))
        value = _value(clause, at) if unit else None
        if unit == 0 or value is None:
            at += 1
            continue
        least, most, first = value[0] * unit, value[1] * unit, value[2]
        more, after = _more_than_hours(clause, at + 1) if unit == _HOUR else (0, at + 1)
        least, most = least + more, most + more
        if not _no_dose(clause, first, after):
            yield Length(first, after, 0 if _is_ceiling(clause, first) else least, most)
        at = after


def _more_than_hours(clause: Clause, at: int) -> tuple[float, int]:
    """The minutes of «1 hour (and) 30 minutes», «an hour and a half», and where they end."""
    to = at + (clause.key(at) == "and")
    minutes = amount(clause.key(to) or "-")
    if minutes and _unit(clause.key(to + 1)) == 1:
        return minutes, to + 2
    part = _PARTS.get(clause.key(to + 1), 0) if to > at and clause.key(to) == "a" else 0
    if part and clause.key(to + 2) not in _WHOLES:
        return part, to + 2
    return 0, at


def _between_times(clause: Clause) -> Iterator[Length]:
    """«from 9.00 to 9.20», «12:15–13:00»: from one time of day to another."""
    if not any(clock(word.key) for word in clause.words if word.key[0].isdigit()):
        return
    at = 0
    while at < len(clause.words):
        dashed = clause.between(at).strip() in ("-", "–", "—")
        to = at + 1 if dashed else at + 2
        joined = dashed or clause.key(at + 1) in ("to", "until", "till", "and")
        start, end = clock(clause.key(at)), clock(clause.key(to)) if joined else None
        if start is not None and end is not None and not _unit(clause.key(to + 1)):
            minutes = (end - start) % (12 * _HOUR)
            if minutes and (clause.key(at + 1) != "and" or clause.key(at - 1) == "between"):
                yield Length(at, to + 1, minutes, minutes)
            at = to
        at += 1


def _unit(key: str) -> int:
    if key.startswith("min") and key in ("min", "mins", "minute", "minutes", "minute's"):
        return 1
    return _HOUR if key in ("hour", "hours", "hr", "hrs", "hour's", "h") else 0


def _value(clause: Clause, at: int) -> tuple[float, float, int] | None:
    """The number before a unit, as least and most, and where it begins."""
    last = clause.key(at - 1)
    if last in ("a", "an") and at:
        if clause.key(at - 2) == "half":
            begins = at - 2
            return 0.5, 0.5, begins
        if clause.key(at - 2) == "of" and clause.key(at - 3) in ("quarter", "quarters"):
            quarters = 0.75 if clause.key(at - 3) == "quarters" else 0.25
            return quarters, quarters, at - 4
        return 1.0, 1.0, at - 1
    if last == "half" and clause.key(at - 2) in ("a", "an") and clause.key(at - 3) == "and":
        whole = amount(clause.key(at - 4) or "-")
        return (whole + 0.5, whole + 0.5, at - 4) if whole is not None else None
    return number_ending(clause, at - 1) if at else None


def _no_dose(clause: Clause, first: int, after: int) -> bool:
    """Whether it says when or by how much and not for how long: «after each ten minutes»."""
    before = clause.key(first - 1)
    if before in _NO_DOSE or (before == "over" and clause.key(first - 2) == "of"):
        return True
    if before == "last" and clause.key(first - 2) == "the" and clause.key(first - 3) == "in":
        return True
    each = before in ("each", "every") and clause.key(first - 2) in ("after", "within", "for")
    late = clause.key(after) in ("early", "late", "later", "away", "into")
    sooner = clause.key(after) == "before" and clause.key(after + 1) in _OTHERS
    return each or late or sooner


def _is_ceiling(clause: Clause, first: int) -> bool:
    """Whether only a ceiling is given: «up to 30 minutes», «a maximum of 2 hours»."""
    one, two = clause.key(first - 1), clause.key(first - 2)
    if one == "of":
        one, two = two, clause.key(first - 3)
    return (
        (one == "to" and two == "up")
        or one in ("maximum", "max")
        or (one == "than" and clause.key(first - 3) == "no")
    )
