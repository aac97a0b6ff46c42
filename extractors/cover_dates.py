"""The dates that a cover states, and which of them are the plan's own."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from extractors.cover_labels import DATES, Asked, date_asked
from extractors.cover_lines import Statement, Zone
from extractors.cover_people import of_others
from extractors.dates import find_dates, may_hold_date

_CONTEXT = 9  # words before a date that may say what it is
_PROSE = 22  # words: a longer line is prose, where only a plan's making counts
_MADE = re.compile(
    r"\bplan\b.*\b(?:made|issued|finali[sz]ed|amended|effect|dated)\b", re.IGNORECASE
)
_TO_BE_REVIEWED = re.compile(
    r"\b(?:plan|ehcp?|it)\b(?: \w+){0,3} (?:must|will|shall|should|is to|is due to|has to)"
    r"(?: \w+)? be (?:\w+ )?(?:reviewed|looked at again)\b|\bnext (?:annual )?review\b",
    re.IGNORECASE,
)
_VERSION = re.compile(r"\W*(?:version|v)\s*\.?[\d.]+\W*", re.IGNORECASE)
_SIGNED = re.compile(r"\b(?:sign(?:ed|ature)?|on behalf of|authori[sz]ed)\b", re.IGNORECASE)
_LATE = re.compile(r"birth|born|d\.?\s?o\.?\s?b|review|plan|ehcp?|document", re.IGNORECASE)
_SIGN_OFF = 4  # statements after a signature in which its date may stand
_PLAN_ZONES = (Zone.COVER, Zone.FRONT, Zone.SECTIONS, Zone.MARGIN, Zone.OTHER_PAPER)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date, and what it is said to be the date of."""

    date: date
    asked: Asked
    zone: Zone
    labelled: bool = False  # it is the value of a label, rather than named in a sentence


def seen_dates(said: list[Statement]) -> list[Dated]:
    """Every date whose meaning is stated, in order."""
    found = []
    for at, statement in enumerate(said):
        if not may_hold_date(statement.value):
            continue
        recent = any(map(_is_signed, said[max(0, at - _SIGN_OFF + 1) : at + 1]))
        if statement.zone is Zone.SECTIONS and not (recent or _may_count_late(statement)):
            continue
        found += [
            dated
            for dated in _in_statement(statement)
            if statement.zone is not Zone.SECTIONS or _counts_late(dated, statement, signed=recent)
        ]
    return found


def _is_signed(statement: Statement) -> bool:
    return bool(_SIGNED.search(statement.label) or _SIGNED.search(statement.value))


def _in_statement(statement: Statement) -> list[Dated]:
    found = []
    dates = find_dates(statement.value)
    end = 0
    for at, one in enumerate(dates):
        before = re.split(r"[.;]\s", statement.value[end : one.start])[-1]
        following = dates[at + 1].start if at + 1 < len(dates) else len(statement.value)
        after = statement.value[one.end : following]
        end = one.end
        kind = date_asked(" ".join(before.split()[-_CONTEXT:]))
        if kind in {None, Asked.PLAIN_DATE} and statement.asked in DATES | {Asked.DATE_OF_BIRTH}:
            kind = statement.asked
        if kind is None and statement.asked is Asked.NAME:  # «Name and date of birth»
            kind = date_asked(statement.label)
        if kind is None and not statement.label and not before.strip():
            kind = date_asked(" ".join(re.split(r"[.;]\s", after)[0].split()[:_CONTEXT]))
        if kind is None and _VERSION.fullmatch(before):
            kind = date_asked(after) or Asked.PLAN_DATE
        if kind is Asked.DATE_OF_BIRTH and of_others(statement.label):
            kind = None  # «Brother: Omar Green, born 07/08/2019»
        said = _TO_BE_REVIEWED if kind is Asked.REVIEW_DATE else _MADE
        if len(statement.value.split()) > _PROSE and not said.search(before):
            kind = None
        day = one.date
        if one.month_only and kind is Asked.REVIEW_DATE:  # due within the month: by its end
            day = day.replace(day=monthrange(day.year, day.month)[1])
        if kind is not None and (not one.month_only or kind is Asked.REVIEW_DATE):
            found.append(Dated(day, kind, statement.zone, bool(statement.label)))
    return found


def _may_count_late(statement: Statement) -> bool:
    """Whether a word in it can make a date count; most statements of sections have none."""
    return bool(_LATE.search(statement.value) or _LATE.search(statement.label))


def _counts_late(dated: Dated, statement: Statement, *, signed: bool) -> bool:
    """Whether a date after the first section still speaks of the plan: its sign-off."""
    if dated.asked is Asked.DATE_OF_BIRTH:
        return True
    if dated.asked is Asked.REVIEW_DATE:
        return bool(statement.label) or signed
    if dated.asked is Asked.PLAN_DATE:
        return signed or bool(_MADE.search(statement.value))
    return signed and dated.asked in {Asked.PLAIN_DATE, Asked.FINAL_DATE, Asked.AMENDED_DATE}


def plan_and_review_date(
    dates: list[Dated], status: str | None
) -> tuple[date | None, date | None, Asked | None]:
    """The plan's date, its review date, and what the first was said to be.

    A draft or proposed plan has only its draft's date, so that is when it speaks.
    """
    drafts = (Asked.DRAFT_DATE,), (Asked.PLAN_DATE,), (Asked.PLAIN_DATE,)
    finals = (Asked.AMENDED_DATE, Asked.FINAL_DATE), (Asked.PLAN_DATE,), (Asked.PLAIN_DATE,)
    made, kind = _chosen(dates, drafts if status in {"draft", "proposed"} else finals)
    return made, _review(dates, made), kind


def _chosen(
    dates: list[Dated], order: tuple[tuple[Asked, ...], ...]
) -> tuple[date | None, Asked | None]:
    explicit, plain = order[:-1], order[-1:]
    for kinds in (explicit, plain):
        for zone in _PLAN_ZONES:
            for kind in kinds:
                there = [d for d in dates if d.zone is zone and d.asked in kind]
                if there:
                    return _agreed(there, dates)
    return None, None


def _agreed(there: list[Dated], dates: list[Dated]) -> tuple[date | None, Asked | None]:
    """One of several dates of the same meaning: the latest version, or the one said again."""
    if there[0].asked in {Asked.AMENDED_DATE, Asked.FINAL_DATE, Asked.DRAFT_DATE}:
        latest = max(there, key=lambda d: d.date)
        return latest.date, latest.asked
    distinct = {d.date for d in there}
    if len(distinct) > 1:
        distinct -= {d.date for d in dates if d.asked in {Asked.DRAFT_DATE, Asked.OTHER_DATE}}
    if len(distinct) > 1 and any(d.labelled for d in there):  # «the health care plan of 12 May»
        distinct = {d.date for d in there if d.labelled} & distinct or distinct
    if len(distinct) > 1:
        distinct &= {d.date for d in dates if d.zone is not there[0].zone}
    return (distinct.pop(), there[0].asked) if len(distinct) == 1 else (None, None)


def _review(dates: list[Dated], made: date | None) -> date | None:
    """When the plan is to be reviewed: after it was made."""
    for zone in _PLAN_ZONES:
        there = [d.date for d in dates if d.zone is zone and d.asked is Asked.REVIEW_DATE]
        later = [day for day in there if made is None or day > made]
        if later:
            return later[0]
    return None
