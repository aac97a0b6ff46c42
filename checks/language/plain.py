"""How hard a sentence is to read: the school grade of Flesch and Kincaid, syllables by pyphen."""

from __future__ import annotations

import re
from functools import lru_cache

import pyphen  # type: ignore[import-untyped]  # it has no types of its own

from checks.language.memory import remembered

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SOUNDED = re.compile(r"[aeiouy]+")
# It begins with what is consumed: so most places of a text are passed over at once.
_ENDS = re.compile(
    r"\s(?:(?:(?<=[.!?]\s)|(?<=[.!?][”\"’)]\s))(?<!\be\.g\.\s)(?<!\bi\.e\.\s)(?<!\bDr\.\s)"
    r"(?<!\bMr\.\s)(?<!\bMrs\.\s)(?<!\bMs\.\s)(?<!\bSt\.\s)(?<!\bNo\.\s)(?<!\bapprox\.\s)"
    r"\s*(?=[“\"‘(]?[A-ZÀ-Þ0-9])|(?<=[\n\r])[\n\r]*|\s*[•▪]\s*)"
)
_AGE_AT_SCHOOL = 5  # of grade 0


def sentences(text: str) -> list[str]:
    """The sentences and lines of a text."""
    return [part.strip() for part in _ENDS.split(text) if part.strip()]


def grade(sentence: str) -> float:
    """The years of schooling that a reader of the sentence needs; 0 where it has no words."""
    words = _WORD.findall(sentence)
    if not words:
        return 0.0
    spoken = sum(syllables(word.lower()) for word in words)
    return 0.39 * len(words) + 11.8 * spoken / len(words) - 15.59


def reading_age(of_grade: float) -> int:
    """The age at which a reader has had so many years of schooling."""
    return round(of_grade) + _AGE_AT_SCHOOL


@remembered
def syllables(word: str) -> int:
    """The syllables of a word in small letters: as hyphenated, and no fewer than it sounds.

    Hyphenation leaves out what may not be parted at a line's end; counting vowels leaves out vowels
    that part («science»). Neither finds too many, so the larger is nearer.
    """
    return max(len(_hyphens().positions(word)) + 1, _sounds(word))


def _sounds(word: str) -> int:
    """The groups of vowels in a word, without endings that are not heard."""
    groups = len(_SOUNDED.findall(word))
    silent_e = word.endswith("e") and not word.endswith(("le", "ee", "ye"))
    silent_d = word.endswith("ed") and not word.endswith(("ted", "ded", "eed", "ied"))
    silent_s = word.endswith("es") and not word.endswith(
        ("ses", "ces", "ges", "xes", "zes", "shes", "ches", "les", "ees", "ies")
    )
    return max(1, groups - (silent_e or silent_d or silent_s))


@lru_cache(maxsize=1)
def _hyphens() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_GB")
