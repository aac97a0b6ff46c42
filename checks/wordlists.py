"""Word lists of single checks, kept as data beside the lexicon."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from checks.language.phrases import Phrases, read_categories

_FOLDER = Path(__file__).parent / "lexicon"


@lru_cache(maxsize=None)
def wordlist(name: str) -> Phrases:
    """The phrases of lexicon/NAME.toml, compiled once."""
    return Phrases(read_categories(_FOLDER / f"{name}.toml"))
