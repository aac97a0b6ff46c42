"""Lengths of time that say by when: «within 12 months», «over the next two terms»."""

from __future__ import annotations

import re
from datetime import timedelta

from checks.language.point import Point, Setting
from checks.language.readings import Basis
from checks.language.school import add_months
from checks.language.words import amount

_WORD = r"[^\W\d_][\w'’-]*"
_DURATION = re.compile(
    r"(?P<which>(?:(?:the|next|coming|following|first|course\s+of(?:\s+the)?|this|a\s+period\s+of|around|about"
    r"|approximately|no\s+more\s+than)\s+)*)"
    rf"(?:(?P<number>\d{{1,2}}|{_WORD})(?:\s*(?:-|–|to|or)\s*(?P<later>\d{{1,2}}|{_WORD}))?[\s-]+)??"
    r"(?:(?P<school>academic|school|full|calendar|whole)\s+)?"
    r"(?P<unit>half[\s-]?term|week|month|term|year)s?\b(?P<time>['’]?s?['’]?\s+time\b)?"
    r"(?P<tail>\s+(?:of|from|after)\s+(?:the\s+)?(?:date\s+of\s+|issue\s+of\s+)?(?:this|the|my|his|her)\s+"
    r"(?:final\s+)?(?:plan|ehcp|ehc\s+plan|review)(?:\s+being\s+(?:issued|finalised))?)?",
    re.IGNORECASE,
)
_MONTHS_OF = {"half": 2, "month": 1, "term": 4, "year": 12}
# «Within a term of starting at the school»: nobody knows from which day.
_FROM_ELSEWHERE = re.compile(
    r"\s+(?:of|from|after|into|in)\s+(?:(?:the|his|her|their|my|a)\s+)?(?:start\w*|join\w*|beginning|enter\w*"
    r"|mov(?:e|ing)|attending|admission|entry|placement|programme|course|block|intervention|transition"
    r"|transfer\w*|arriv\w*|leaving|new\s+school|college|therapy|provision|sessions)\b",
    re.IGNORECASE,
)
_KEPT_UP = frozenset({"over", "for", "during", "throughout", "while", "across"})


def read_duration(text: str, at: int, setting: Setting, lead: str = "within") -> Point | None:
    """A length of time, counted from the plan's date."""
    match = _DURATION.match(text, at)
    if match is None:
        return None
    which = match["which"].lower()
    coming = any(word in which for word in ("next", "coming", "following", "course"))
    if match["school"] and not match["number"] and "next" not in which and "coming" not in which:
        return None  # «the academic year» has an end of its own
    number = _number_of(match, coming=coming)
    if number is None or not _is_frame(text, match, lead, coming=coming):
        return None
    if not match["tail"] and _FROM_ELSEWHERE.match(text, match.end()):
        return Point(
            Basis.DURATION, None, match.end(), note="the day it is counted from is not known"
        )
    unit = match["unit"].lower()
    when = None
    if setting.plan_date:
        if unit == "week":
            when = setting.plan_date + timedelta(weeks=number)
        else:
            when = add_months(
                setting.plan_date, round(number * _MONTHS_OF[unit.split("-")[0][:5].strip()])
            )
    note = "" if when else "no plan date to count from"
    return Point(Basis.DURATION, when, match.end(), note=note)


def _number_of(match: re.Match[str], *, coming: bool) -> float | None:
    word = (match["later"] or match["number"] or "").lower()
    if not word:
        return 1 if coming or "this" in match["which"].lower() else None
    if word in ("a", "an", "one"):
        return 1
    return amount(word)


def _is_frame(text: str, match: re.Match[str], lead: str, *, coming: bool) -> bool:
    """Whether a length of time says by when, and not for how long something is kept up."""
    if coming or match["time"] or match["tail"]:
        return True
    opens = begins_clause(text, match.start() - len(lead) - 1)
    if lead in _KEPT_UP:
        return opens and lead == "over" and not match["unit"].lower().startswith(("week", "half"))
    return lead == "within" or opens or not text[match.end() :].strip(" .;)")


def begins_clause(text: str, at: int) -> bool:
    """Whether a clause starts there: at the start, or after a full stop, colon or line's end."""
    before = text[:at].rstrip(" \t")
    return not before or before[-1] in ".;:\n|([•"
