"""Printed numbers and run-in labels: "Outcome 2", "B1.", "(a)", "By whom: ..."."""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.headings import (
    Role,
    area,
    label_of_detail,
    plain,
    reference_words,
    role,
)
from extractors.lines import BULLETS
from extractors.plan import Area
from extractors.vocabulary import remembered

_NAMES = (
    r"(?:(?:long|medium|short)[ -]term )?"
    r"(?:outcomes?|needs?|provisions?|aspirations?|targets?|steps?|aims?|goals?|objectives?|strengths?|sep|support|hopes?|actions?)"
)
_DOTTED = r"\d{1,2}(?:\.\d{1,2}){0,3}"
_NAMED = r"(?:NEED|OUT|OUTCOME|PROV|ASP|SEN|SEP|AIM)-?\d{1,3}"
_CODE = rf"(?:{_NAMED}|[A-KNO]{_DOTTED}|[A-K]\d?[a-z]?\.\d{{1,2}})[a-z]?"
_NUMBERED = re.compile(
    rf"^(?P<number>{_NAMES}\s*(?:no\.?|number|#)?\s*(?:{_CODE}|{_DOTTED}[a-z]?))"
    r"(?:\s*[:.)\]–—-]+\s*|\s*\n\s*|\s{2,}|\s+(?=[A-Z]|\((?:Section|Part|see)\b)|\s*$)",
    re.IGNORECASE,
)
_CODED = re.compile(rf"^[(\[]?(?P<number>{_CODE})[)\]]?(?:\s*[:.)–—-]+\s*|\s+(?=\S)|\s*$)")
_COUNTED = re.compile(
    rf"^(?:(?P<number>{_DOTTED})\s*[.)]\s+|(?P<round>\((?:[a-z]|[ivx]{{1,4}}|\d{{1,2}})\))\s+|"
    rf"(?P<letter>[a-z]|[ivx]{{1,4}})\)\s+|(?P<deep>\d{{1,2}}(?:\.\d{{1,2}})+)\s+(?=[A-Z(]))"
)
_ONLY = re.compile(rf"^[(\[]?(?:{_CODE}|{_DOTTED}|[a-z]|[ivx]{{1,4}})[)\].:]*$")
_RUN_IN = (
    re.compile(r"^([^:.!?\t]{2,60}?)\s*[:]\s+(?=\S)"),
    re.compile(r"^([^:.!?]{2,40}?)(?:\s+[–—-]\s+|\s*\t\s*)(?=\S)"),
)
_BEFORE_TAB = re.compile(r"^([A-Z][A-Za-z'’/ -]{1,40}:?)\s*\t\s*(\S.*)$", re.DOTALL)
_TAG = re.compile(
    r"\s*[(\[](?:K\d{1,2}|App(?:endix)?\.?\s*\w{1,2})(?:\s*[,;&]\s*K?\d{1,2})*[)\]]\s*"
)


@lru_cache(maxsize=4096)
def split_number(text: str) -> tuple[str, str]:
    """The number or code printed before the words, and the words."""
    text = text.strip()
    for pattern in (_NUMBERED, _CODED, _COUNTED):
        if m := pattern.match(text):
            number = next(g for g in m.groups() if g)
            return " ".join(number.split()), text[m.end() :].strip()
    return "", text


def label_number(label: str) -> str:
    """A list label as a number: "1." gives "1"; a bullet gives nothing."""
    label = label.strip()
    if not label or label in BULLETS or not re.search(r"[A-Za-z0-9]", label):
        return ""
    return label.rstrip(".:) ").strip() if not label.startswith("(") else label.rstrip(".: ")


def is_number(text: str) -> bool:
    """The words are a number or code and nothing else."""
    return bool(_ONLY.match(text.strip()))


@remembered(8192)
def announced(text: str) -> tuple[Role | None, Area | None, str, str]:
    """What a heading or label announces: its role, its area, its number, and any words left.

    "Outcome 2: Reading" gives OUTCOME, no area, "Outcome 2" and "Reading".
    """
    number, rest = split_number(text)
    if number and re.match(_NAMES, number, re.IGNORECASE):
        named = role(re.sub(rf"\s*(?:{_CODE}|{_DOTTED}[a-z]?)$", "", number))
        inner = role(rest) if rest else None
        return inner or named, area(rest) if rest else None, number, rest
    if number and rest:
        return role(rest), area(rest), number, rest
    return role(text), area(text), number, rest


def run_in(text: str) -> tuple[str, str]:
    """A label printed before its words on the same line, and the words: "By whom: a teacher"."""
    m = _BEFORE_TAB.match(text)
    if m and not split_number(text)[0]:
        return m[1].strip(" :"), m[2].lstrip("•●▪◦ ").strip()
    found = sorted((m for p in _RUN_IN if (m := p.match(text))), key=lambda m: m.end())
    for m in found:  # "Needs – (a) Sam works slowly: he ..." is labelled by its first word
        label, rest = m[1].strip(), text[m.end() :].strip()
        if _may_run_in(label) and not (area(rest) and role(label) is not Role.AREA):
            return label, rest
    return "", text


def _may_run_in(label: str) -> bool:
    words = len(label.split())
    if words > 8:  # noqa: PLR2004 -- labels are short
        return False
    said, _, number, rest = announced(label)
    if number and not rest:
        return said is not None
    if said is Role.DETAIL:
        return label_of_detail(label)
    if said is Role.PROVISION:
        return plain(label) in ("provision", "special educational provision", "sep", "support")
    if said is not None:
        return said not in (Role.VOICE, Role.VIEW, Role.MIXED)
    named = area(label)
    return named is not None and named is not Area.ADULTHOOD and words > 2  # noqa: PLR2004 -- "Physical: ..." may be words


_ADVISER = (
    r"(?:EPS?|S(?:a|A)?LT|OT|PT|Physio(?:therapist)?|CAMHS|GP|SEN[CD]CO|SENCo|School|Setting|Parents?|"
    r"QTOD|QToD|ToD|CP|P(?:a)?ediatrician|HV|SW|Social [Ww]orker|Health|Child|YP)"
)
_SOURCE = re.compile(
    rf"\s*[(\[]{_ADVISER}(?:\s*[,;/&]\s*{_ADVISER})*(?: (?:report|advice|assessment))?"
    r"\s*[,;:]?\s(?:[A-Z][a-z]+ )?(?:19|20)\d\d[)\]]\s*$"
)
# Codes of those who assessed, behind a finished sentence: "(A, PR)".
_ASSESSORS = re.compile(r"(?<=[.!?”\"])\s*[(\[][A-Z]{1,4}(?:\s*[,;/&]\s*[A-Z]{1,4})*[)\]]$")
_NOTHING = re.compile(r"^\W*(?:n\s?[./]?\s?a\.?|not applicable|nil)\W*$", re.IGNORECASE)


def says_nothing(text: str) -> bool:
    """A cell that is filled in only to show that it was not forgotten: "N/A", a dash."""
    return is_blank(text) or bool(_NOTHING.match(text))


def untagged(text: str) -> str:
    """The words without the tags that say which advice they come from: "(K1)"."""
    return " ".join(_TAG.sub(" ", text).split()) if _TAG.search(text) else text


def unsourced(text: str) -> str:
    """The words without the advice that they come from: "(EP, 2025)", "(A, PR)"."""
    return _ASSESSORS.sub("", _SOURCE.sub("", text)) if text.endswith((")", "]")) else text


def is_blank(text: str) -> bool:
    """A cell or line that holds only a dash or the like."""
    return not re.search(r"[A-Za-z0-9]", text)


_DIGIT = re.compile(r"\d")
_CODE_WORD = re.compile(rf"^(?:{_CODE}|{_DOTTED}[a-z]?|[A-K]\d{{0,2}})$")
_SPECIAL = r"(?:[A-KNO]\d{1,2}(?:\.\d{1,2})*|\d{1,2}(?:\.\d{1,2})+)"
_ENDS_IN_CODES = re.compile(
    rf"^[A-Za-z][A-Za-z ’']{{2,40}}?:?\s+({_SPECIAL}(?:(?:\s*(?:,|and|&)\s*)+{_SPECIAL})*)\W*$"
)
_NAMES_ITEM = re.compile(
    rf"\b(needs?|outcomes?|goals?|aspirations?)\s+(?:(?:no|nos|number|numbers)\.?\s+)?(?:{_CODE}|{_DOTTED}[a-z]?)"
    r"(?!\w|:\d|\.\d|\s*(?:hours?|minutes?|sessions?|times?|adults?|staff)\b)",
    re.IGNORECASE,
)
_AT_END = re.compile(r"^(.*\S)\s*[(\[]([^()\[\]]{1,60})[)\]]\W*$", re.DOTALL)

_AT_START = re.compile(r"^[(\[]([^()\[\]]{2,60})[)\]][\s:.–—-]*(\S.*)$", re.DOTALL)


@remembered(8192)
def only_refers(text: str) -> bool:
    """The words only say which other items this serves: "So that I achieve 5.1 and 5.2"."""
    if len(text) > 160 or not _DIGIT.search(text):  # noqa: PLR2004 -- a sentence
        return False
    words = reference_words()
    codes = 0
    for found in re.findall(r"[A-Za-z0-9.]+", text):
        token = found.strip(".")
        if token and any(c.isdigit() for c in token) and _CODE_WORD.match(token):
            codes += 1
        elif token and token.lower() not in words:
            return False
    return bool(codes)


@remembered(4096)
def without_reference(text: str) -> tuple[str, str]:
    """The words, and the reference in brackets after or before them: "... a week. [E1, E4]"."""
    words = split_number(text)[1]
    m = _AT_START.match(words)
    if m and only_refers(m[1]) and re.search(r"[A-K]\d|[A-Za-z]{4}|\d\.\d", m[1]):
        return text[: len(text.rstrip()) - len(words)] + m[2], m[1]
    m = _AT_END.match(text)
    if m and only_refers(m[2]) and re.search(r"[A-K]\d|[A-Za-z]{4}|\d\.\d", m[2]):
        return m[1], m[2]
    return text, ""


def ending_codes(text: str) -> list[str]:
    """The codes that end a few words which say nothing else: "This is about 2.4 and 2.5"."""
    m = _ENDS_IN_CODES.match(text.strip())
    if not m or len(text.split()) > 8:  # noqa: PLR2004 -- a sentence
        return []
    return re.findall(_SPECIAL, m[1])


def names_numbered(text: str) -> str:
    """The section whose numbered item a heading names: "Outcome 2 will be met by" gives E."""
    m = _NAMES_ITEM.search(text)
    return refers_to(m[1]) if m else ""


def refers_to(text: str) -> str:
    """The section that a heading's or line's references name: B, E or A; empty if it does not."""
    letters = {"need": "B", "outcome": "E", "aspiration": "A"}
    words = reference_words()
    for token in re.findall(r"[a-z]+", text.lower()):
        if letter := letters.get(words.get(token, "")):
            return letter
    return ""
