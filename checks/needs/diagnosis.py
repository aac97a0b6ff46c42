"""Sentences that give a diagnosis, and nothing that it means for the child."""

from __future__ import annotations

import re

from checks.wordlists import wordlist

_WORD = re.compile(r"[A-Za-z][\w'’]*")


def only_diagnosis(sentence: str, names: set[str]) -> bool:
    """Whether a sentence holds a diagnosis and no word on what is hard because of it."""
    found = wordlist("diagnoses").find(sentence)
    if "diagnosis" not in found:
        return False
    told = [(span.start, span.end) for spans in found.values() for span in spans]
    rest = [
        word[0]
        for word in _WORD.finditer(sentence)
        if not any(start <= word.start() < end for start, end in told)
        and word[0].removesuffix("'s").removesuffix("’s") not in names
    ]
    # What is left may be the name of a doctor or a hospital, or one stray word.
    return len(rest) <= 1 or all(word[0].isupper() for word in rest)
