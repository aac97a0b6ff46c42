"""What the words of an outcome tell beside its reading: found once for all checks that ask."""

from __future__ import annotations

from functools import lru_cache

from checks.language.phrases import Found
from checks.wordlists import wordlist


@lru_cache(maxsize=256)
def told(text: str) -> Found:
    """The phrases of lexicon/outcomes.toml in a text, by category."""
    return wordlist("outcomes").find(text)
