"""What provision comes to: minutes a week by line, by role and by plan.

Ranges keep both ends: what is promised at least, and what is the most. A week is one in which the
provision goes on; yearly and termly amounts are spread over the weeks of school. A block of
sessions that happens once is counted apart. Amounts of one plan overlap (a helper in the lesson
that a teacher teaches), so a plan's total is time that somebody gives and no timetable.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from checks.language.amounts import amounts_in, total_of
from checks.language.lexicon import Lexicon, current
from checks.language.memory import remembered
from checks.language.rates import SCHOOL_WEEKS, SchoolWeeks
from checks.language.readings import ProvisionReading, Slot, Span
from checks.language.words import amount
from checks.wordlists import wordlist
from extractors.plan import Item, Plan

UNSAID = "not said"
# «trained by the therapist»: not who gives it.
_BEHIND = re.compile(
    r"\b(?:trained|supervised|written|designed|devised|planned|shown(?: how)?|coached|overseen|set|"
    r"advised|recommended|reviewed|checked|signed off|assessed|monitored|prescribed|drawn up|"
    r"line managed)\s+(?:\w+\s+){0,3}?"
    r"(?:by|from|with)\s+(?:\w+['’]?\w*\s+){0,3}$",
    re.IGNORECASE,
)
_TWO_TO_ONE = re.compile(r"\b(?:2\s*:\s*1|two[- ]to[- ]one|2[- ]to[- ]1)\b", re.IGNORECASE)
_TWO_ADULTS = re.compile(
    r"\b(?:two|2)\s+(?:\w+\s+){0,2}(?:adults|assistants|staff|tas|lsas|carers|helpers)\b",
    re.IGNORECASE,
)
_ONE_TO_ONE = re.compile(
    r"\b(?:[12]\s*[:-]\s*1(?![\d.:-])|(?:one|two)[- ]to[- ]one|one[- ]on[- ]one|[12][- ]to[- ]1"
    r"|individual(?:ly)?|on (?:his|her|their|my) own)\b",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"\b(?:groups?|class|set) of\s+(?:(?:up to|no more than|about|at most|a maximum of|around)\s+)?"
    r"(?P<size>\w+)(?:\s*(?:-|–|to|or)\s*(?P<most>\d+|\w+))?",
    re.IGNORECASE,
)
_PAIR = re.compile(r"\b(?:in (?:a )?pairs?|paired|1\s*:\s*2|group of two)\b", re.IGNORECASE)
# «1:4», «one adult to three children», «max 6», «shared between two pupils».
_RATIO = re.compile(
    r"(?<![\d:.])1\s*:\s*(?P<ratio>[3-9]|1\d)(?![\d:.])"
    r"|\b(?:1|one)\s+(?:adult|assistant|teacher|ta|lsa|member of staff)s?\s+to\s+(?P<to>\w+)"
    r"|\b(?:max(?:imum)?\.?(?: of)?|no more than|not more than|up to)\s+(?P<most>\w+)"
    r"\s*(?:pupils|children|students|learners|peers|in (?:a|the) group|\))"
    r"|\bshared (?:between|among|by)\s+(?P<shared>\w+)"
    r"|\bgroup\W+(?P<group>\w+)\s+(?:children|pupils|students)\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b(?:at|from|until|till|by|after|before)\s+$", re.IGNORECASE)
_WITH_OTHERS = re.compile(
    r"\b(?:shared )?with\s+(?:up to\s+)?(?P<others>\w+)\s+(?:other\s+)?"
    r"(?:pupils?|children|child|peers?|others?|students?|classmates?)\b",
    re.IGNORECASE,
)
# «physiotherapy stretches by a trained assistant»: whose they are, and not who is there.
_ITS_WORK = re.compile(
    r"\s*(?:['’]s\s+)?(?:\w+\s+)?(?:exercises|stretches|programmes?|targets|activities|plan|routines?|strategies)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class LineTime:
    """What one line of provision comes to."""

    item: str  # the line's id
    role: str  # of whoever gives it, or UNSAID
    least: float  # minutes in a week in which it goes on
    most: float
    once: float = 0.0  # minutes in all of a block that has no weekly rhythm
    adults: int = 1
    children: int | None = None  # 1 is one to one, more is a group; None where it is not said

    @property
    def one_to_one(self) -> bool:
        """Whether it is given to this child alone."""
        return self.children == 1


@dataclass(frozen=True, slots=True)
class RoleTime:
    """What all lines of one role come to; two adults at once count twice."""

    role: str
    least: float
    most: float
    once: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Timetable:
    """What all of a plan's provision comes to."""

    lines: tuple[LineTime, ...]  # those that state an amount of time

    @property
    def least(self) -> float:
        """Minutes a week that the plan promises to the child."""
        return round(sum(line.least for line in self.lines), 1)

    @property
    def most(self) -> float:
        """Minutes a week where every range is met in full."""
        return round(sum(line.most for line in self.lines), 1)

    @property
    def by_role(self) -> tuple[RoleTime, ...]:
        """Minutes a week of each role's time, the most first."""
        roles: dict[str, list[LineTime]] = {}
        for line in self.lines:
            roles.setdefault(line.role, []).append(line)
        times = [_of_role(role, lines) for role, lines in roles.items()]
        return tuple(sorted(times, key=lambda time: (-time.least, -time.once, time.role)))


def _of_role(role: str, lines: Iterable[LineTime]) -> RoleTime:
    lines = tuple(lines)
    return RoleTime(
        role,
        round(sum(line.least * line.adults for line in lines), 1),
        round(sum(line.most * line.adults for line in lines), 1),
        round(sum(line.once * line.adults for line in lines), 1),
        tuple(line.item for line in lines),
    )


def timetable(
    plan: Plan, provisions: Mapping[str, ProvisionReading], year: SchoolWeeks = SCHOOL_WEEKS
) -> Timetable:
    """What the provision of Section F comes to: `audit.plan` and `audit.provisions` make it.

    `Timetable.lines` has the minutes a week of each line that states an amount, `by_role` those of
    each role, `least` and `most` those of the plan. An hour is 60 of them: reports divide.
    """
    lines = [
        time_of(line, provisions[line.id], year) for line in plan.provision if line.id in provisions
    ]
    return Timetable(tuple(line for line in lines if line))


def time_of(
    line: Item, reading: ProvisionReading, year: SchoolWeeks = SCHOOL_WEEKS
) -> LineTime | None:
    """What one line comes to; None where it states no amount."""
    amounts = [one for one in amounts_in(reading.text, year) if not one.part]
    if not amounts:
        return None
    least, most = total_of(amounts)
    return LineTime(
        line.id,
        role_of(reading),
        round(least, 1),
        round(most, 1),
        round(sum(one.least * one.goes[0] for one in amounts if one.a_week is None), 1),
        2 if _TWO_TO_ONE.search(reading.text) or _TWO_ADULTS.search(reading.text) else 1,
        children_of(reading.text),
    )


def children_of(text: str) -> int | None:
    """How many children are taught together; None where that is not said."""
    if _ONE_TO_ONE.search(text):
        return 1
    if _PAIR.search(text):
        return 2
    match = _GROUP.search(text)
    sizes = [amount(word.lower()) for word in match.groups() if word] if match else []
    known = [int(size) for size in sizes if size and size >= 2]  # noqa: PLR2004 -- a pair
    return max(known, default=None) or _children_by_ratio(text)


def _children_by_ratio(text: str) -> int | None:
    """«1:4», «max 6», «shared between two»; «with two others» are three."""
    match = _RATIO.search(text)
    if match and not (match["ratio"] and _CLOCK.search(text[: match.start()])):
        size = amount(next(word for word in match.groups() if word).lower())
        return int(size) if size and size >= 2 else None  # noqa: PLR2004 -- a pair
    beside = _WITH_OTHERS.search(text)
    others = amount(beside["others"].lower()) if beside else None
    return int(others) + 1 if others else None


def role_of(reading: ProvisionReading) -> str:
    """Who gives it, by the name under which time is added up: whom the line names first.

    Who only trains or supervises does not give it; a column that asks who goes before the text.
    """
    cell = next((s for s in reading.slot(Slot.WHO) if _in_own_cell(reading.text, s)), None)
    named = role_of_words(cell.text) if cell else UNSAID
    return named if named != UNSAID else role_of_words(reading.text)


def role_of_words(text: str) -> str:
    """The first role that gives something in a text, by its name; UNSAID where there is none."""
    named = _roles_in(text, current())
    return named[0] if named else UNSAID


def _in_own_cell(text: str, span: Span) -> bool:
    """Whether the words fill a cell of the row."""
    before, after = text[: span.start].rstrip(), text[span.end :].lstrip()
    return before.endswith("|") and (not after or after.startswith("|"))


@remembered
def _roles_in(text: str, _words: Lexicon) -> tuple[str, ...]:
    """The roles that give something in a text, in the order of naming."""
    found = [
        (span.start, span.start - span.end, order, role)
        for order, (role, spans) in enumerate(wordlist("roles").find(text).items())
        for span in spans
    ]
    near = [one for one in found if not _behind(text, one[0])]
    there = [one for one in near if not _ITS_WORK.match(text, one[0] - one[1])]
    there = there or near or [one for one in found if "supervised" in _behind(text, one[0])]
    return tuple(role for *_, role in _longest_at_each(sorted(there)))


def _behind(text: str, at: int) -> str:
    """«trained by», where the role that stands there only does that; empty elsewhere."""
    match = _BEHIND.search(text[:at])
    return match[0].lower() if match else ""


def _longest_at_each(
    found: list[tuple[int, int, int, str]],
) -> Iterator[tuple[int, int, int, str]]:
    """Of names that overlap, the one that begins first and is longest."""
    end = -1
    for one in found:
        if one[0] >= end:
            end = one[0] - one[1]
            yield one
