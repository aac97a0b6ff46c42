"""Word lists of single checks, kept as data beside the lexicon.

All of them are looked for together: a text is read once, however many checks ask about it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from checks.language.categories import categories_of
from checks.language.lexicon import Lexicon, current
from checks.language.phrases import Found, Phrases
from checks.language.readings import Span

_LISTS = (
    "acronyms",
    "adulthood",
    "advice",
    "contradictions",
    "diagnoses",
    "duties",
    "files",
    "generic",
    "health_and_care",
    "jargon",
    "medication",
    "needs",
    "obsolete",
    "outcomes",
    "people",
    "pfa",
    "placement",
    "plain",
    "residue",
    "roles",
    "section_a",
    "steps",
    "versions",
)
_NOTHING: Found = {}


@dataclass(frozen=True, slots=True)
class WordList:
    """The phrases of one file of the lexicon."""

    name: str

    def find(self, text: str) -> Found:
        """The phrases of that list in a text, by category."""
        return _found(text, _compiled(current())).get(self.name, _NOTHING)


@cache
def wordlist(name: str) -> WordList:
    """The phrases of lexicon/NAME.toml, as the lexicon in force has them."""
    if name not in _LISTS:
        raise KeyError(name)
    return WordList(name)


def found_in(name: str, text: str) -> Found:
    """The phrases of that list in a text, by category."""
    return wordlist(name).find(text)


@lru_cache(maxsize=8)
def _compiled(lexicon: Lexicon) -> Phrases:
    """All lists in one, each category under the name of its list."""
    return Phrases(
        {
            f"{name}:{category}": patterns
            for name in _LISTS
            for category, patterns in categories_of(name, lexicon).items()
        }
    )


@lru_cache(maxsize=1024)
def _found(text: str, phrases: Phrases) -> Mapping[str, Found]:
    """What stands in a text, by list and category."""
    lists: dict[str, dict[str, tuple[Span, ...]]] = {}
    for name, spans in phrases.look(text).items():
        which, _, category = name.partition(":")
        lists.setdefault(which, {})[category] = spans
    return lists
