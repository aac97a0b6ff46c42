"""Points in time that belong to one child: year groups, stages, phases, ages and reviews."""

from __future__ import annotations

import re

from checks.language.point import NUMBER, Point, Reader, Setting, compiled
from checks.language.readings import Basis
from checks.language.school import (
    Stage,
    add_months,
    birthday,
    school_year,
    stage_end,
    year_end,
    year_start,
)
from checks.language.words import amount

_OLDEST = 25  # an EHC plan ends at the latest with the year of the 25th birthday
_LAST_YEAR = 14


def _edge_note(name: str, edge: str) -> str:
    return (
        "" if edge in ("end", "start") else f"read as the end of {name}; its start could be meant"
    )


def _group_point(year: int, name: str, setting: Setting, at: int) -> Point:
    note = _edge_note(name, setting.edge)
    if setting.born is None:
        return Point(Basis.YEAR_GROUP, None, at, year, note or "no date of birth")
    end = year_start if setting.edge == "start" else year_end
    return Point(Basis.YEAR_GROUP, end(year, setting.born), at, year, note)


def _year_group(match: re.Match[str], setting: Setting) -> Point | None:
    named = match["later"] or match["group"]
    year = 0 if named.lower() == "r" else int(amount(named.lower()) or 0)
    if year > _LAST_YEAR:
        return None
    return _group_point(year, f"Year {year}", setting, match.end())


def _early_years(match: re.Match[str], setting: Setting) -> Point | None:
    words = match[0].lower()
    if "nursery" in words or "pre" in words or words.endswith("1"):
        return _group_point(-1, "nursery", setting, match.end())
    if "reception" in words or words.endswith("2"):
        return _group_point(0, "Reception", setting, match.end())
    return _stage_point(Stage.EARLY_YEARS, setting, match.end(), Basis.PHASE)


def _stage_point(stage: Stage, setting: Setting, at: int, basis: Basis = Basis.KEY_STAGE) -> Point:
    note = _edge_note(stage.value.capitalize(), setting.edge)
    number = stage.number if basis is Basis.KEY_STAGE else None
    if setting.born is None:
        return Point(basis, None, at, number, note or "no date of birth")
    if setting.edge == "start":
        return Point(
            basis, year_start(setting.stages.first_year(stage), setting.born), at, number, note
        )
    return Point(basis, stage_end(stage, setting.born, setting.stages), at, number, note)


def _numbered_stage(match: re.Match[str], setting: Setting) -> Point | None:
    number = int(amount(match["stage"].lower()) or 0)
    if match["lower"] and number == Stage.KS2.number:
        return _group_point(4, "Year 4", setting, match.end())
    return _stage_point(list(Stage)[number], setting, match.end())


def _this_stage(match: re.Match[str], setting: Setting) -> Point | None:
    """«The next key stage», «this phase of education»: counted from the plan's date."""
    if setting.born is None or setting.plan_date is None:
        return Point(Basis.KEY_STAGE, None, match.end(), note="no date of birth or plan date")
    now = setting.stages.of(school_year(setting.born, setting.plan_date))
    stages = list(Stage)
    if now is None or (setting.is_next and now is stages[-1]):
        return Point(Basis.PHASE, None, match.end(), note="after Year 13")
    return _stage_point(stages[now.number + setting.is_next], setting, match.end())


# What a phase is called, the year group that it starts with, and the one that it ends with.
_PHASES: tuple[tuple[str, int | None, int | None], ...] = (
    (r"infants?(?:['’]s?)?(?: school| phase)?", 0, 2),
    (r"juniors?(?: school| phase)?", 3, 6),
    (r"first school|lower school", 0, 4),
    (r"middle school", 5, 8),
    (r"primary(?:[- ](?:school|education|phase|schooling|years|stage))?", 0, 6),
    (r"secondary(?:[- ](?:school|education|phase|schooling|years|stage))?", 7, 11),
    (r"(?:high|senior|upper) school", 7, 11),
    (r"(?:statutory|compulsory)(?: school(?:ing)?)?(?: education| age)?", 0, 11),
    (
        (
            r"(?:sixth|6th)[- ]form(?: college| course| programme)?|post[- ]?16"
            r"(?: (?:education|provision|phase|course|programme|placement|college|studies))?"
        ),
        12,
        13,
    ),
    (r"further education|fe\b", 12, None),
)


def _phase(match: re.Match[str], setting: Setting) -> Point | None:
    for pattern, first, last in _PHASES:
        if not re.fullmatch(pattern, match["phase"], re.IGNORECASE):
            continue
        start = setting.edge in ("start", "in", "") or bool(match["move"])
        year = first if start else last
        note = f"read as the {'start' if start else 'end'} of Year {year}" if year else ""
        if setting.born is None or year is None:
            return Point(Basis.PHASE, None, match.end(), note=note)
        when = year_start if start else year_end
        return Point(Basis.PHASE, when(year, setting.born), match.end(), note=note)
    return None


def _open_phase(match: re.Match[str], setting: Setting) -> Point | None:
    if setting.edge not in ("end", "start"):
        return None
    words = match[0].lower()
    if setting.edge == "start" and words == "school" and _is_before_school(setting):
        return _group_point(0, "Reception", setting, match.end())
    return Point(
        Basis.PHASE, None, match.end(), note=f"when the {words} {setting.edge}s is not known"
    )


def _is_before_school(setting: Setting) -> bool:
    """Whether the plan is that of a child who has yet to start school."""
    if setting.born is None or setting.plan_date is None:
        return False
    return school_year(setting.born, setting.plan_date) < 0


def _adulthood(match: re.Match[str], setting: Setting) -> Point | None:
    when = birthday(18, setting.born) if setting.born else None
    return Point(Basis.AGE, when, match.end(), 18, "adulthood read as the 18th birthday")


def _age(match: re.Match[str], setting: Setting) -> Point | None:
    words = next(group for group in match.groups() if group)
    age = _ORDERED.get(words.lower()) or int(amount(words.lower().rstrip("½")) or 0)
    if not 0 < age <= _OLDEST:
        return None
    note = f"«{match[0].strip()}» read as {age}" if "/" in match[0] else ""
    when = birthday(age, setting.born) if setting.born else None
    if when and "½" in match[0]:
        when = add_months(when, 6)
    return Point(Basis.AGE, when, match.end(), age, note or ("" if when else "no date of birth"))


def _review(match: re.Match[str], setting: Setting) -> Point | None:
    when = add_months(setting.plan_date, 12) if setting.plan_date else None
    return Point(
        Basis.REVIEW, when, match.end(), note="a review is due within 12 months of the plan"
    )


_AGE_WORDS = (
    r"\d{1,2}½?|" + NUMBER.partition("|")[2] + "|fourteen|fifteen|sixteen|seventeen|eighteen"
)
_ORDINALS = (
    "four|six|seven|ten|eleven|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
)
_ORDERED = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fifth": 5,
    "eighth": 8,
    "ninth": 9,
    "twelfth": 12,
    "twentieth": 20,
    "twenty-first": 21,
}
_LATER = r"(?:\d{1,2}\s?(?:/|-|–|or|to)\s?)?"  # «19/20», «Years 5 and 6»: the later counts
READERS: tuple[Reader, ...] = (
    (
        compiled(
            r"(?:(?P<lower>lower)\s+|upper\s+)?(?:key\s*stages?|ks|k\.s\.)\s?(?P<stage>[1-5]|one|two|three|four|five)\b"
        ),
        _numbered_stage,
    ),
    (
        compiled(
            r"(?:key\s+stage|phase|stage)\b(?:\s+of\s+(?:his\s+|her\s+|their\s+|my\s+)?education)?"
        ),
        _this_stage,
    ),
    (
        compiled(
            r"(?:(?:national\s+curriculum\s+)?years?|yrs?\.?|y(?!r)|ncy)\s?(?:group\s+)?"
            rf"(?P<group>{NUMBER}|fourteen|r)\b(?:\s?(?:/|-|–|and|or)\s?(?:y|year\s)?(?P<later>\d{{1,2}})\b)?"
        ),
        _year_group,
    ),
    (
        compiled(
            r"reception(?:\s+(?:class|year))?|(?:early\s+years\s+)?foundation\s+stage(?:\s*[12])?|eyfs"
            r"|fs\s?[12]|f[12]\b|early\s+years|nursery(?:\s+(?:school|class|year))?|pre-?\s?school"
        ),
        _early_years,
    ),
    (
        compiled(
            r"(?P<phase>"
            + "|".join(pattern for pattern, *_ in _PHASES)
            + r")\b(?P<move>\s+(?:transfer|transition))?"
        ),
        _phase,
    ),
    (compiled(r"adulthood\b|an\s+adult\b"), _adulthood),
    (
        compiled(
            rf"(?:ages?|aged)\s+(?:of\s+)?{_LATER}({_AGE_WORDS})\b½?"
            rf"|(\d{{1,2}}|{_ORDINALS})(?:st|nd|rd|th)\s+birthday|({'|'.join(_ORDERED)})\s+birthday|{_LATER}({_AGE_WORDS})\s+years?\s+(?:old|of\s+age)"
        ),
        _age,
    ),
    (
        compiled(
            r"(?:(?:annual|interim|pfa|transition|statutory|termly|ehcp?|ehc\s+plan|yearly)\s+){1,2}reviews?(?:\s+meeting)?"
            r"|review(?:\s+meeting)?\b(?=\s*(?:,|$|[.;)]|he\b|she\b|they\b|i\b))"
        ),
        _review,
    ),
    (
        compiled(
            r"(?!of\b)(?:[\w-]+\s+){0,3}?(?:course|placement|apprenticeship|internship|programme|college|university|studies"
            r"|school|education|qualification|intervention)\b"
            r"(?:\s+(?:course|placement|programme))?"
        ),
        _open_phase,
    ),
    # «the end of her first year»: at college or university, and nobody knows which
    (
        compiled(r"(?:(?:his|her|their|my|the)\s+)?(?:first|second|third|fourth|final)\s+year\b"),
        _open_phase,
    ),
)
