"""A child's transfer from one phase of education to the next, as regulation 18 looks at it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from checks.clocks.clock import Clock, doubt_of
from checks.clocks.records import Day, Records
from checks.language.school import NURSERY, academic_year

_YEAR_6, _YEAR_11 = 6, 11
_MARCH = 3
_MAY_STAY = re.compile(
    r"special|all[- ]?through|through school|hospital|home|eotas|otherwise than|alternative|"
    r"\bpru\b|pupil referral|independent|non[- ]maintained|academy trust school"
)
_STAYS = "Nothing is wrong if the child stays at the same setting."
_UNKNOWN_WAY = "The list does not say that this child moves to another setting then."
_EARLIER = "An earlier final plan may have been issued in time: the list holds the last one."
_LAST_YEARS = {"infant": 2, "first school": 4, "middle": 8}  # of schools that end elsewhere


@dataclass(frozen=True, slots=True)
class Transfer:
    """One transfer: by when the plan must have been amended, and whether it is sure at all."""

    deadline: date
    to_post_16: bool
    doubt: str = ""


def transfer(records: Records) -> Transfer | None:
    """The child's transfer within a year of the audit, past or to come."""
    if due := records.listed.phase_due:
        return Transfer(due, to_post_16=due.month == _MARCH)
    year = records.year
    if year is None:
        return None
    starts = academic_year(records.as_of)
    if year in _last_years(records.setting):
        return _of(year, starts + 1, records)
    if year - 1 in (NURSERY, _YEAR_6, _YEAR_11) and "middle" not in records.setting:
        return _of(year - 1, starts, records)
    return None


def _last_years(setting: str) -> set[int]:
    """The years after which a child of that setting moves on."""
    own = {year for word, year in _LAST_YEARS.items() if word in setting}
    last = {NURSERY, _YEAR_11, *own}
    return last if "middle" in setting else {*last, _YEAR_6}


def _of(last_year: int, calendar_year: int, records: Records) -> Transfer:
    to_post_16 = last_year == _YEAR_11
    deadline = date(calendar_year, 3, 31) if to_post_16 else date(calendar_year, 2, 15)
    doubt = ""
    if to_post_16 or _MAY_STAY.search(records.setting) or not records.setting.strip():
        doubt = _STAYS
    elif last_year == NURSERY:
        doubt = _UNKNOWN_WAY
    return Transfer(deadline, to_post_16, doubt)


def phase_clock(check: str, records: Records, *, to_post_16: bool) -> Clock | None:
    """The clock of a transfer: a final plan between the September before it and its deadline."""
    found = transfer(records)
    if found is None or found.to_post_16 is not to_post_16:
        return None
    opens = date(found.deadline.year - 1, 9, 1)
    moves = date(found.deadline.year, 9, 1)
    began = Day(opens, "last school year before the transfer, from")
    own = records.day("phase_finalised", "final plan for the transfer")
    first = records.first_final
    if own is None and first and first.date > found.deadline:
        return None  # there was no plan to amend by then
    finals = [own] if own else [f for f in records.finals if opens <= f.date < moves]
    done = finals[0] if finals else None
    doubt = found.doubt or doubt_of(records)
    if done and done.date > found.deadline and own is None and not doubt:
        met = records.listed.reviewed or records.listed.review_decided
        doubt = "" if met and opens <= met <= done.date else _EARLIER
    return Clock(check, began, found.deadline, done, records.as_of, doubt)


def concerned(records: Records, *, to_post_16: bool) -> bool:
    """Whether the child has such a transfer within a year; true where that is not known."""
    if records.listed.phase_due is None and records.year is None:
        return True
    found = transfer(records)
    return found is not None and found.to_post_16 is to_post_16
