"""Whose plan it is, and as of when: from what the document says of itself, not from its name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import date

from extractors.cover_certain import certain
from extractors.cover_dates import Dated, plan_and_review_date, seen_dates
from extractors.cover_labels import Asked, plain
from extractors.cover_lines import Statement, Zone
from extractors.cover_names import child_name
from extractors.cover_numbers import nhs_number, references, upn
from extractors.cover_statements import statements
from extractors.cover_status import plan_status
from extractors.dates import find_dates
from extractors.document import Document, paragraphs
from extractors.plan import Child, Facts

_ZONES = (Zone.COVER, Zone.FRONT, Zone.MARGIN, Zone.OTHER_PAPER, Zone.SECTIONS)
_COVERS = _ZONES[:3]
_PROSE = 60  # characters: a paragraph of that length is a sentence


def read_cover(document: Document) -> tuple[Child, Facts]:
    """The child and the plan as the cover states them; None for what is not found or not clear.

    The plan's own cover comes first; then its sign-off and the running heads; a letter or a
    review form bound in comes last.
    """
    document = certain(document)
    said = statements(document)
    dates = seen_dates(said)
    status = plan_status(said)
    made, review, made_as = plan_and_review_date(dates, status)
    prose = " ".join(p.text for p in paragraphs(document.blocks) if len(p.text) > _PROSE)
    name, known_as = child_name(said, prose)
    child = Child(
        name=name,
        known_as=known_as,
        date_of_birth=_born(dates) or _beside_name(said, name, made, dates),
        upn=upn(said),
        year_group=_first(said, Asked.YEAR_GROUP, year_group, _COVERS),
        sex=_first(said, Asked.SEX, _sex, _COVERS),
        nhs_number=nhs_number(said),
        references=references(said, document),
    )
    facts = Facts(
        status=status or (_STATUS_OF_DATE.get(made_as) if made_as else None),
        date=made,
        review_date=review,
        setting=_first(said, Asked.SETTING, _setting, _ZONES),
        authority=_authority(said, name),
    )
    return child, facts


_STATUS_OF_DATE = {Asked.AMENDED_DATE: "amended", Asked.FINAL_DATE: "final"}


def _first(
    said: list[Statement],
    asked: Asked,
    read: Callable[[Statement], str | None],
    zones: tuple[Zone, ...],
) -> str | None:
    """The first value that can be read, from the surest part of the document that has one."""
    there = [s for s in said if s.asked is asked]
    values = (read(s) for zone in zones for s in there if s.zone is zone)
    return next((value for value in values if value), None)


def _born(dates: list[Dated]) -> date | None:
    """The date of birth; where the cover states two, the one that is said more often."""
    born = [d for d in dates if d.asked is Asked.DATE_OF_BIRTH]
    for zone in _ZONES:
        there = {d.date for d in born if d.zone is zone}
        if len(there) == 1:
            return there.pop()
        if there:
            count = Counter(d.date for d in born if d.date in there).most_common(2)
            return count[0][0] if count[0][1] > count[1][1] else None
    return None


def _beside_name(
    said: list[Statement], name: str | None, made: date | None, dates: list[Dated]
) -> date | None:
    """The one date right behind the child's name on the cover, where it gives a plan's age."""
    if not name or made is None or any(d.asked is Asked.DATE_OF_BIRTH for d in dates):
        return None
    found = set()
    for statement in said:
        _, named, rest = statement.value.partition(name)
        there = find_dates(rest) if named and statement.zone is Zone.COVER else []
        if there and _BESIDE.fullmatch(rest[: there[0].start]) and not there[0].month_only:
            found.add(there[0].date)
    aged = {day for day in found if 0 <= (made - day).days < _OLDEST}
    clear = len(found) == len(aged) == 1 and aged.isdisjoint(d.date for d in dates)
    return aged.pop() if clear else None


_BESIDE = re.compile(r"\s*[(,–-]\s*")
_OLDEST = 26 * 365.25  # days: a plan ends by the 26th birthday
_YEAR = re.compile(
    r"(?:(?:nc|national curriculum)\s*)?(?:year|yr|ncy|y)\.?\s*(?:group\s*)?(?P<n>\d{1,2})(?!\d)",
    re.IGNORECASE,
)
_STAGE = re.compile(
    r"(?:reception|nursery|pre-?school|foundation(?: (?:stage|year))?(?: [12])?|post[ -]?1[69]|"
    r"sixth form|further education|[FN][12]|R|EYFS)(?![\w-])(?: (?:class|year))?",
    re.IGNORECASE,
)
_LAST_YEAR = 15


def year_group(statement: Statement) -> str | None:
    """A year group as printed; with its label's word where only a number is printed."""
    value = statement.value.strip()
    found = _YEAR.match(value)
    if found and int(found["n"]) <= _LAST_YEAR:
        return found[0]
    if stage := _STAGE.match(value):
        within = _YEAR.search(value)  # «Post 16 (Year 12)»
        return within[0] if within and int(within["n"]) <= _LAST_YEAR else stage[0]
    alone = re.match(r"(\d{1,2})(?!\d|[/.-]\d)", value)
    if alone and int(alone[1]) <= _LAST_YEAR:
        return f"{'NCY' if 'ncy' in plain(statement.label) else 'Year'} {alone[1]}"
    return None


_SEX = re.compile(
    r"(?:male|female|boy|girl|man|woman|m|f|non-?binary|other|trans\w*(?: \w+)?)\b", re.IGNORECASE
)


def _sex(statement: Statement) -> str | None:
    found = _SEX.fullmatch(statement.value.strip())
    return found[0] if found else None


_NO_SETTING = re.compile(
    r"(?:n/?a|none|not (?:yet )?(?:known|applicable|named)|tbc|to be (?:confirmed|completed|named)|"
    r"see section|section [A-K]|unknown|-+|_+|click|\[|yes|no)\b.*|\W*",
    re.IGNORECASE,
)
_SETTING_WORDS = 16


def _setting(statement: Statement) -> str | None:
    if statement.zone is Zone.SECTIONS and "name" not in plain(statement.label):
        return None  # «School: Ms Lacey» in a list of advice
    value = statement.value.partition("\n")[0].strip()
    if _NO_SETTING.fullmatch(value) or len(value.split()) > _SETTING_WORDS or "☐" in value:
        return None
    return value


_COUNCIL = re.compile(
    r"\b(?:(?:Royal |London )+Borough of [A-Z][\w'’-]*(?: (?:(?:and|upon|&) )?[A-Z][\w'’-]*){0,3}|"
    r"(?:[A-Z][\w'’.-]* (?:(?:and|of|upon|on|the|with|&) ){0,2}){1,5}(?:Council|COUNCIL)\b|"
    r"Achieving for Children)"
)


def _authority(said: list[Statement], name: str | None) -> str | None:
    """The authority that keeps the plan: by its label, or the first council that is named."""
    labelled = _first(said, Asked.AUTHORITY, lambda s: _named(s.value), _COVERS)
    if labelled:
        return labelled
    signed = [s for s in said if s.zone is Zone.SECTIONS and "on behalf of" in s.value]
    lines = [s for zone in _ZONES[:4] for s in said if s.zone is zone] + signed
    for statement in lines:
        # A running head may set the child's name right before the council's.
        if found := _COUNCIL.search(statement.value.replace(name or "\0", "|")):
            return _named(found[0])
    return None


def _named(text: str) -> str | None:
    text = re.sub(
        r"^(?:by|the|from)\s+", "", " ".join(text.partition("\n")[0].split()), flags=re.IGNORECASE
    )
    if not re.search(r"[^\W\d_]{3}", text) or len(text.split()) > 8:  # noqa: PLR2004
        return None
    if not text.isupper():
        return text
    small = {"Of", "And", "Upon", "The", "On"}
    return " ".join(w.lower() if w in small else w for w in text.title().split())
