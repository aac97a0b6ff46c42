"""The forms of an English verb that a list of base forms stands for."""

from __future__ import annotations

_VOWELS = "aeiou"
# Verbs of one stressed syllable double their last letter by rule; these longer ones do too.
_DOUBLES = frozenset({"begin", "refer", "admit", "commit", "submit", "forget"})


def forms(verb: str) -> tuple[str, ...]:
    """A verb as base, -s and -ing form; anything else as it stands."""
    return (verb, third_person(verb), ing_form(verb)) if verb.isalpha() else (verb,)


def third_person(verb: str) -> str:
    """«reads», «carries», «watches»."""
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ies"
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    return verb + "s"


def ing_form(verb: str) -> str:
    """«reading», «writing», «swimming», «lying»."""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return (verb + verb[-1] if _doubles(verb) else verb) + "ing"


def _doubles(verb: str) -> bool:
    """Whether its last consonant is doubled: one vowel before it, and one syllable."""
    if verb in _DOUBLES:
        return True
    short = len(verb) >= 3 and verb[-1] not in _VOWELS + "wxy"  # noqa: PLR2004 -- letters of «run»
    return (
        short
        and verb[-2] in _VOWELS
        and verb[-3] not in _VOWELS
        and sum(letter in _VOWELS for letter in verb) == 1
    )
