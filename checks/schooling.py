"""What plans call the school years and stages, and how many months lie between two days."""

from __future__ import annotations

import re
from datetime import date, timedelta

from checks.language.school import RECEPTION

YEAR_9 = 9
YEAR_13 = 13
POST_16 = 12

# The last year of each stage, and what people call its end.
STAGE_ENDS: dict[int, str] = {
    0: "the end of Reception (the Foundation Stage)",
    2: "the end of Key Stage 1 (Year 2)",
    6: "the end of Key Stage 2 (Year 6)",
    9: "the end of Key Stage 3 (Year 9)",
    11: "the end of Key Stage 4 (Year 11)",
    13: "the end of post-16 (Year 13)",
}

_YEAR = re.compile(r"\b(?:year|yr|ncy|y)\.?\s*(?:group\s*)?(\d{1,2})\b", re.IGNORECASE)
_RECEPTION = re.compile(r"\b(?:reception|foundation stage 2|fs2|year r|yr r)\b", re.IGNORECASE)


def printed_year(text: str) -> int | None:
    """The year group that a text such as «NCY 6» or «Reception» names; None where it names none."""
    if match := _YEAR.search(text):
        return int(match[1])
    if _RECEPTION.search(text):
        return RECEPTION
    bare = text.strip()
    return int(bare) if bare.isdigit() and int(bare) <= YEAR_13 else None


def months_between(start: date, end: date) -> float:
    """Months from one day to another, to a tenth: 30 June to 30 June is 12."""
    return round((end - start) / timedelta(days=365.25) * 12, 1)
