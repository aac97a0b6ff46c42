"""Word lists of single checks, kept as data beside the lexicon."""

from __future__ import annotations

from functools import lru_cache

from checks.language.categories import categories_of
from checks.language.lexicon import Lexicon, current
from checks.language.phrases import Phrases


def wordlist(name: str) -> Phrases:
    """The phrases of lexicon/NAME.toml, as the lexicon in force has them, compiled once."""
    return _compiled(name, current())


@lru_cache(maxsize=128)
def _compiled(name: str, lexicon: Lexicon) -> Phrases:
    return Phrases(categories_of(name, lexicon))
