"""Why two items are linked, or not, in words that a person can check against the plan."""

from __future__ import annotations

from checks.thread.likeness import Subject
from extractors.plan import Reference

NOTHING = "nothing in common"
BY_TABLE = "no subject in common; only the word table finds their words near each other"
_MOST_WORDS = 3  # of each item that are quoted


def of_print(reference: Reference) -> str:
    """How the plan prints them together: «same row of the table, page 7»."""
    place = str(reference.place)
    return reference.how if place == "place not known" else f"{reference.how}, {place}"


def of_words(one: Subject, other: Subject) -> str:
    """The subject that both speak of, with the words in which each does."""
    if shared := one.said.keys() & other.said.keys():
        concept = min(shared, key=lambda c: (-_said(one, other, c), c))
        return (
            f"both about {_plain(concept)}: {one.item.id} says {_quoted(one, concept)}; "
            f"{other.item.id} says {_quoted(other, concept)}"
        )
    same = _same_words(one, other)
    if same:
        return f"both say {same}"
    if one.mentions and other.mentions:
        return (
            f"near in subject: {one.item.id} speaks of {_subjects(one)}; "
            f"{other.item.id} of {_subjects(other)}"
        )
    return NOTHING


def of_third(third: Subject, one: Subject, other: Subject) -> str:
    """What joins two items through a third, and what the two have in common by themselves."""
    shared = of_words(one, other)
    through = f"through {third.item.id}, which belongs with both"
    return through if shared == NOTHING else f"{through}; {shared}"


def nothing_shared(this: Subject, closest: Subject) -> str:
    """What an item without another end speaks of, and what came closest to it."""
    about = f"it speaks of {_subjects(this)}" if this.mentions else "it names no subject"
    theirs = f", which speaks of {_subjects(closest)}" if closest.mentions else ""
    return f"{about}; the closest is {closest.item.id}{theirs}"


def _said(one: Subject, other: Subject, concept: str) -> int:
    return len(one.said[concept]) + len(other.said[concept])


def _quoted(spoken: Subject, concept: str) -> str:
    return ", ".join(f"«{words}»" for words in spoken.said[concept][:_MOST_WORDS])


def _subjects(spoken: Subject) -> str:
    return ", ".join(_plain(concept) for concept in list(spoken.said)[:_MOST_WORDS])


def _plain(concept: str) -> str:
    return concept.replace("_", " ")


def _same_words(one: Subject, other: Subject) -> str:
    theirs = {w.stem for w in other.words}
    text = one.item.full_text
    same = dict.fromkeys(text[w.start : w.end].lower() for w in one.words if w.stem in theirs)
    return ", ".join(f"«{word}»" for word in list(same)[:_MOST_WORDS])
