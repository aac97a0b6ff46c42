"""What a plan's text says of the child's birth and age, and of the pupil number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from checks.language.words import amount
from extractors.dates import find_dates
from extractors.pupil_numbers import is_upn

# «born on», «D.O.B.»: what comes right after them is a date of birth.
_BORN = re.compile(r"\b(?:d\.?\s?o\.?\s?b\b\.?|date of birth\b|born\b)", re.IGNORECASE)
_AFTER = re.compile(r"\W{0,3}(?:(?:on|is|was) )?(?:the )?(?:\w+day,? )?\W{0,3}", re.IGNORECASE)
_NOW = r"(?:is|am|['’]m|is now|am now|is currently|is just|am just)"
_NUMBER = r"(?P<age>\d{1,2}|[a-z]+(?:-[a-z]+)?)"
_OF_BEING = (  # a level or a likeness is no age: «like a five-year-old», «is five years behind»
    r"(?!\s*(?:behind|below|ahead|level|in terms|developmental|for (?:reading|spelling|language)))"
)
_UPN = re.compile(r"\b[A-HJ-NP-RT-Z]\d{11}[\dA-Z]\b")
_OLDEST = 25  # years: a plan ends there


@dataclass(frozen=True, slots=True)
class Said:
    """What a text says, and the words that say it."""

    words: str
    day: date | None = None
    age: int | None = None
    upn: str = ""


def births_in(text: str, names: frozenset[str]) -> Iterator[Said]:
    """Gives each date of birth in a text that can be the child's: nobody else stands before it."""
    for match in _BORN.finditer(text):
        begin = _AFTER.match(text, match.end())
        start = begin.end() if begin else match.end()
        found = next((d for d in find_dates(text[start : start + 40]) if d.start <= 1), None)
        if found and not found.month_only and _is_child(text[: match.start()], match[0], names):
            yield Said(text[match.start() : start + found.end], day=found.date)


def ages_in(text: str, names: frozenset[str]) -> Iterator[Said]:
    """Gives each age that a text says the child is now: «Amira is nine years old»."""
    called = "|".join(sorted(map(re.escape, names), key=len, reverse=True)) or "(?!)"
    now = re.compile(
        rf"(?:^|[.!?;:]\s+|\band\s+)(?:{called}|he|she|they|i)(?:['’]s)?\s+"
        rf"(?:{_NOW}|are)?\s*(?:a |an )?{_NUMBER}[ -]years?[ -](?:old|of age){_OF_BEING}",
        re.IGNORECASE,
    )
    for match in now.finditer(text):
        age = amount(match["age"].lower())
        if age is not None and age <= _OLDEST:
            yield Said(match[0].strip(" .!?;:"), age=int(age))


def upns_in(text: str) -> Iterator[Said]:
    """Gives each unique pupil number in a text whose check letter agrees."""
    for match in _UPN.finditer(text):
        if is_upn(match[0]):
            yield Said(match[0], upn=match[0])


def _is_child(before: str, said: str, names: frozenset[str]) -> bool:
    """Whether the words before «born» or «DOB» leave no doubt that it is the child's."""
    words = re.findall(r"[\w'’-]+", re.split(r"[.!?;\n|]\s", before)[-1].lower())
    own = {*names, "i", "he", "she", "they"}
    if said.lower() == "born":
        subject = words[-2] if words[-1:] in (["was"], ["were"]) and len(words) > 1 else ""
        return not words or subject in own
    return not words or not own.isdisjoint(word.removesuffix("'s") for word in words)
