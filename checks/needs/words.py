"""What the words of a need tell."""

from __future__ import annotations

from checks.language.phrases import Found
from checks.wordlists import found_in


def told(text: str) -> Found:
    """The phrases of lexicon/needs.toml in a text, by category."""
    return found_in("needs", text)
