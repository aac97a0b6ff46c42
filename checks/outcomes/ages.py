"""End points that name an age, a year or a date beside each other, and whether they agree."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from checks.language.school import age_on, year_end, year_start

_YEAR = (
    r"(?:the )?end of (?:(?:school )?year|yr|y|ncy) ?(?P<year>\d{1,2})|"
    r"(?:the )?end of (?:key stage|ks) ?(?P<stage>[1-5])"
)
_AGE = (
    r"(?:,? (?:when|by which time|at which point) (?:he|she|they|i)"
    r"(?: (?:is|are|am|will be|turns?)|['’]m|['’]s) |"
    r",? \(?(?:at )?(?:the )?aged? )(?P<age>\d{1,2})\)?"
)
_DATE = r",? \(?(?:in |by )?(?:(?:june|july|august|summer)(?: term)?,? )?(?P<calendar>20\d\d)\)?"
_BY_YEAR = re.compile(rf"\bby (?:{_YEAR})(?:{_AGE}|{_DATE})(?!\d|/)", re.IGNORECASE)
_LAST_YEAR = {1: 2, 2: 6, 3: 9, 4: 11, 5: 13}


@dataclass(frozen=True, slots=True)
class Clash:
    """Two parts of an end point that cannot both be right."""

    words: str
    reason: str


def contradiction(text: str, born: date) -> Clash | None:
    """The first end point in a text whose parts do not agree with the date of birth."""
    for match in _BY_YEAR.finditer(text):
        year = int(match["year"]) if match["year"] else _LAST_YEAR[int(match["stage"])]
        end = year_end(year, born)
        if match["age"]:
            youngest, oldest = age_on(born, year_start(year, born)), age_on(born, end) + 1
            if not youngest <= int(match["age"]) <= oldest:
                said = f"the child is {age_on(born, end)} at the end of Year {year}"
                return Clash(match[0].strip(" ,"), f"By date of birth {said}.")
        elif match["calendar"] and int(match["calendar"]) != end.year:
            return Clash(
                match[0].strip(" ,"), f"By date of birth Year {year} ends in July {end.year}."
            )
    return None
