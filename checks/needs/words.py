"""What the words of a need tell: found once for all checks that ask."""

from __future__ import annotations

from functools import lru_cache

from checks.language.phrases import Found, Phrases
from checks.wordlists import wordlist


def told(text: str) -> Found:
    """The phrases of lexicon/needs.toml in a text, by category."""
    return _told(text, wordlist("needs"))


@lru_cache(maxsize=256)
def _told(text: str, phrases: Phrases) -> Found:
    return phrases.find(text)
