"""Words that look like a person's name, and pronouns that look like the child's."""

from __future__ import annotations

import re

from checks.language.readings import Span

_CAPITALISED = re.compile(r"\b[A-Z][a-z]+(?:['’][A-Z][a-z]+)?\b")
_NOT_NAMES = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)


def names_in(text: str) -> tuple[Span, ...]:
    """Likely first names of people, programmes and places left out."""
    return tuple(
        Span(m.start(), m.end(), m[0])
        for m in _CAPITALISED.finditer(text)
        if m[0].lower() not in _NOT_NAMES and text[max(0, m.start() - 2) : m.start()].strip(" ")
    )


def pronouns_of(text: str) -> dict[str, int]:
    """How often «he», «she» and «they», in all their forms, likely speak of the child."""
    words = re.findall(r"[a-z]+", text.lower())
    sets = {"he": {"he", "him", "his", "himself"}, "she": {"she", "her", "hers", "herself"}}
    sets["they"] = {"they", "them", "their", "theirs", "themselves", "themself"}
    return {name: sum(word in forms for word in words) for name, forms in sets.items()}
