"""Word lists of single checks, kept as data beside the lexicon.

They are looked for together: a text is read once, however many checks ask about it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from checks.language.categories import categories_of
from checks.language.lexicon import Lexicon, current
from checks.language.memory import remembered
from checks.language.phrases import Found, Phrases, Stretch, spans_of

# Lists with many small words, for which few texts are looked through: these are looked for apart.
_SELDOM = frozenset({"diagnoses", "files", "people"})
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


@dataclass(frozen=True, slots=True)
class WordList:
    """The phrases of one file of the lexicon."""

    name: str

    def find(self, text: str) -> Found:
        """The phrases of that list in a text, by category."""
        return _found(self.name, text, _compiled(current(), seldom=self.name in _SELDOM))


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
def _compiled(lexicon: Lexicon, *, seldom: bool) -> Phrases:
    """The lists in one, each category under the name of its list."""
    return Phrases(
        {
            f"{name}:{category}": patterns
            for name in _LISTS
            if (name in _SELDOM) is seldom
            for category, patterns in categories_of(name, lexicon).items()
        }
    )


@remembered
def _found(name: str, text: str, phrases: Phrases) -> Found:
    """What stands in a text of one list."""
    stretches = _in_all(text, phrases).get(name, {})
    return {category: spans_of(text, found) for category, found in stretches.items()}


@remembered
def _in_all(text: str, phrases: Phrases) -> Mapping[str, Mapping[str, Sequence[Stretch]]]:
    """What stands in a text, by list and category."""
    lists: dict[str, dict[str, Sequence[Stretch]]] = {}
    for name, stretches in phrases.stretches(text).items():
        which, _, category = name.partition(":")
        lists.setdefault(which, {})[category] = stretches
    return lists
