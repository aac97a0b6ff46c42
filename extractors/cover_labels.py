"""What the labels on a plan's cover ask for: whose plan it is, and what its dates mean."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from extractors.vocabulary import current, remembered

_LONGEST = 14  # words: a label is hardly ever longer
_NEVER_A_LABEL = 30  # spaces: nor is one with all its brackets and signs


class Asked(StrEnum):
    """What a label asks for."""

    NAME = "name"
    SURNAME = "surname"
    FORENAMES = "forenames"
    MIDDLE_NAMES = "middle_names"
    KNOWN_AS = "known_as"
    DATE_OF_BIRTH = "date_of_birth"
    UPN = "upn"
    NHS_NUMBER = "nhs_number"
    REFERENCE = "reference"  # of the authority's own records, not of health or social care
    YEAR_GROUP = "year_group"
    SEX = "sex"
    SETTING = "setting"
    STATUS = "status"
    AUTHORITY = "authority"
    OTHER = "other"  # a label, but of nothing that is kept
    FINAL_DATE = "final date"
    AMENDED_DATE = "amended date"
    PLAN_DATE = "plan date"  # of this plan, not saying whether final or draft
    PLAIN_DATE = "plain date"  # "Date": of what, its place must tell
    DRAFT_DATE = "draft date"
    REVIEW_DATE = "review date"
    OTHER_DATE = "other date"  # of the first plan, of the last review, of a report


DATES = frozenset(
    (
        Asked.FINAL_DATE,
        Asked.AMENDED_DATE,
        Asked.PLAN_DATE,
        Asked.PLAIN_DATE,
        Asked.DRAFT_DATE,
        Asked.REVIEW_DATE,
        Asked.OTHER_DATE,
    )
)

_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")
_PLURAL = re.compile(r"\(s\)", re.IGNORECASE)
_INITIALS = re.compile(r"\b([A-Za-z])\.(?=[A-Za-z]\b)")
_FIGURE = re.compile(r"\d")
_FIGURE_OUTSIDE = re.compile(r"^[^(\[]*[0-9]")  # before any brackets
_NOT_WORDS = re.compile(r"[^a-z0-9, ]+")


def plain(label: str) -> str:
    """A label in small letters, without accents, brackets, stops and what it is marked by."""
    if not label.isascii():
        label = unicodedata.normalize("NFKD", label.replace("’", "'"))
        label = label.encode("ascii", "ignore").decode()
    if "(" in label or "[" in label:
        label = _BRACKETS.sub(" ", _PLURAL.sub("s", label))
    label = label.replace("&", " and ").replace("'", " ")
    if "." in label:
        label = _INITIALS.sub(r"\1", label)
    words = _NOT_WORDS.sub(" ", label.replace("/", " or ").lower())
    return " ".join(words.split()).strip(", ")


@remembered(8192)
def asked(label: str) -> Asked | None:
    """What a label asks for; None where it is no label of a cover."""
    if label.count(" ") > _NEVER_A_LABEL or _FIGURE_OUTSIDE.search(label):
        return None
    words = plain(label)
    if not words or words.count(" ") >= _LONGEST or _FIGURE.search(words):
        return None
    if name := current().first("cover", (words,)):
        return Asked(name)
    return _dated(words) if _IS_DATED.search(words) else None


@remembered(8192)
def date_asked(words: str) -> Asked | None:
    """What words before or after a date say that it is the date of; None where they do not."""
    words = plain(words)
    name = current().first("cover", (words,))
    return Asked(name) if name in DATES else _dated(words)


_PLAIN_END = re.compile(r"\b(?:date|dated(?: this)?|(?:made|issued|finali[sz]ed) on)$")
_IS_DATED = re.compile(
    r"\b(?:date|dated|issued?|made|finished|effect|effective|draft|final|amended|review(?:ed)?|"
    r"first plan|original plan|initial plan|current plan|previous plan|plan sent|"
    r"plan completed|finali[sz]ed|completed|"
    r"(?:this|first|original|initial|current) ehcp?(?: plan)?|^this plan$|"
    r"look(?:ed)? at .{0,30}again)\b"
)
_BORN = re.compile(r"\b(?:birth|born|dob|d o b)\b")
_REVIEWED = re.compile(
    r"\b(?:last|previous|latest|most recent|held|review meeting|review took|reviewed on|"
    r"following|after|since|updated)\b"
)
_HELD_LATER = re.compile(r"\b(?:to be|must be|due|next|by|before|no later)\b")
_REVIEW = re.compile(r"\breview(?:ed|s)?\b|\blook(?:ed)? at (?:\w+ ){0,5}again\b")
_ELSEWHERE = re.compile(
    r"\b(?:first|original|originally|initial|initially|previous|earlier|statement|transfer\w*|"
    r"requests?|requested|assessments?|advice|report|meeting|panel|received|printed|expir\w+|"
    r"signature|signed by parent|consultation|moved|admission|started|(?<!plan )start date|leaving|"
    r"superseded|replaced|ceased?|decision|referral|information|views|completed by|joined|"
    r"mediation|appeal|deadline|comments?|respon\w+|entry|diagnos\w+|notice)\b"
)
_DRAFT = re.compile(r"\b(?:draft|proposed)\b")
_FINAL = re.compile(r"\b(?:final|finali[sz]ed)\b")
_FINAL_OR_AMENDED = re.compile(r"\bfinal or amended\b")  # one field for both
_AMENDED = re.compile(r"\b(?:amended|amendments?|revised)\b")
_PLAN = re.compile(r"\b(?:plan|ehcp?|document)\b")
_PLAN_MADE = re.compile(
    r"\b(?:dated?|made|issued?|effect|effective|finished|completed?|agreed|current|this|starts?|"
    r"prepared|written|produced|of|sent)\b"
)
_PLAIN = re.compile(
    r"(?:the )?(?:date|dated|date of issue|issue date|date issued|issued|issued on|made on|"
    r"date made|effective from|effective date|on|in effect from|with effect from|signed and dated)"
)


def _dated(words: str) -> Asked | None:
    """What a date's words ask for: the first sign that is met decides."""
    if _REVIEW.search(words) and not _BORN.search(words):
        past = _REVIEWED.search(words) and not _HELD_LATER.search(words)
        return Asked.OTHER_DATE if past else Asked.REVIEW_DATE
    for sign, kind in _SIGNS:
        if sign.search(words):
            return kind
    if _PLAN.search(words) and _PLAN_MADE.search(words):
        return Asked.PLAN_DATE
    return Asked.PLAIN_DATE if _PLAIN.fullmatch(words) or _PLAIN_END.search(words) else None


_SIGNS = (
    (_BORN, Asked.DATE_OF_BIRTH),
    (_ELSEWHERE, Asked.OTHER_DATE),
    (_DRAFT, Asked.DRAFT_DATE),
    (_FINAL_OR_AMENDED, Asked.FINAL_DATE),
    (_AMENDED, Asked.AMENDED_DATE),
    (_FINAL, Asked.FINAL_DATE),
)
