"""What the words of an outcome tell beside its reading: found once for all checks that ask."""

from __future__ import annotations

from functools import lru_cache

from checks.language.phrases import Found, Phrases
from checks.wordlists import wordlist


def told(text: str) -> Found:
    """The phrases of lexicon/outcomes.toml in a text, by category."""
    return _told(text, wordlist("outcomes"))


@lru_cache(maxsize=256)
def _told(text: str, phrases: Phrases) -> Found:
    return phrases.find(text)
