"""What the words of an outcome tell beside its reading."""

from __future__ import annotations

from checks.language.phrases import Found
from checks.wordlists import found_in


def told(text: str) -> Found:
    """The phrases of lexicon/outcomes.toml in a text, by category."""
    return found_in("outcomes", text)
