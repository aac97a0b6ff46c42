"""Word lists of single checks, kept as data beside the lexicon."""

from __future__ import annotations

from functools import lru_cache

from checks.language.categories import categories_of
from checks.language.lexicon import Lexicon, current
from checks.language.phrases import Found, Phrases


def wordlist(name: str) -> Phrases:
    """The phrases of lexicon/NAME.toml, as the lexicon in force has them, compiled once."""
    return _compiled(name, current())


def found_in(name: str, text: str) -> Found:
    """The phrases of that list in a text, by category: found once for all checks that ask."""
    return _found(text, wordlist(name))


@lru_cache(maxsize=128)
def _compiled(name: str, lexicon: Lexicon) -> Phrases:
    return Phrases(categories_of(name, lexicon))


@lru_cache(maxsize=1024)
def _found(text: str, phrases: Phrases) -> Found:
    return phrases.find(text)
