"""Which school year a child is in on a day, and when each stage of education ends.

A child joins the year by age on 31 August: Reception in the September after the fourth birthday.
Years are numbers, as schools count them: 0 is Reception, -1 nursery, 1 to 13, and on to 20 for
young people up to 25. A child taught outside that year group is not known to this page.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

RECEPTION = 0
YEAR_9 = 9
POST_16 = 12
SEPTEMBER = 9

# The last year of each stage, and what people call it.
STAGE_ENDS: dict[int, str] = {
    0: "the end of Reception (the Foundation Stage)",
    2: "the end of Key Stage 1 (Year 2)",
    6: "the end of Key Stage 2 (Year 6)",
    9: "the end of Key Stage 3 (Year 9)",
    11: "the end of Key Stage 4 (Year 11)",
    13: "the end of post-16 (Year 13)",
}


def school_year(born: date, on: date) -> int:
    """The year group by age on a day."""
    cohort = born.year + (born.month >= SEPTEMBER)
    started = on.year - (on.month < SEPTEMBER)
    return started - cohort - 4


def year_end(born: date, year: int) -> date:
    """The last day of that child's school year, taken as 31 July."""
    cohort = born.year + (born.month >= SEPTEMBER)
    return date(cohort + 5 + year, 7, 31)


def year_name(year: int) -> str:
    """The year in words: «Year 4», «Reception»."""
    if year < RECEPTION:
        return "nursery" if year == -1 else "the years before nursery"
    return f"Year {year}" if year else "Reception"


_YEAR = re.compile(r"\b(?:year|yr|ncy|y)\.?\s*(?:group\s*)?(\d{1,2})\b", re.IGNORECASE)
_RECEPTION = re.compile(r"\b(?:reception|foundation stage 2|fs2|year r|yr r)\b", re.IGNORECASE)


def printed_year(text: str) -> int | None:
    """The year group that a text such as «NCY 6» or «Reception» names; None where it names none."""
    if match := _YEAR.search(text):
        return int(match[1])
    if _RECEPTION.search(text):
        return RECEPTION
    bare = text.strip()
    return int(bare) if bare.isdigit() and int(bare) <= 13 else None  # noqa: PLR2004 -- Year 13


def age(born: date, on: date) -> int:
    """Age in whole years."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def months_between(start: date, end: date) -> float:
    """Months from one day to another, to a tenth: 30 June to 30 June is 12."""
    return round((end - start) / timedelta(days=365.25) * 12, 1)
