"""What a sentence is, by its own words, where no heading says: used only then, and with care."""

from __future__ import annotations

import re

from extractors.headings import plain
from extractors.plan import Kind
from extractors.vocabulary import current, remembered

_FEW = 4  # words: no sentence is shorter
_TITLE = 10  # words: hardly any name or title is longer
_LONG = 60  # words: guidance is shorter
_STATED = 160  # letters: what states that there is nothing is short
_MORE = 40  # letters after it
_AMOUNT = re.compile(
    r"\d ?(?:minutes?|mins?|hours?|hrs?)\b|\b(?:an|half an) hour\b|1 ?:", re.IGNORECASE
)
_IDENTITY = re.compile(r"\b(?:deaf|blind|autistic|disabled|dyslexic)\b", re.IGNORECASE)
_SENTENCES = re.compile(r"(?<=[a-z0-9)][.;])\s+(?=[A-Z])")
_OF_SOMEBODY = re.compile(  # rather than of a subject or a diagnosis
    r"^\W*(?:what|things|where)\b|\b(?:I|he|she|they|me|him)\b|"
    r"\b(?:well|hard|difficult|tricky|challenging)\W*$",
    re.IGNORECASE,
)


def _says(name: str, text: str) -> bool:
    return current().within("wording", name, text.replace("’", "'"))


def guidance(text: str) -> bool:
    """Words to whoever writes or reads the form, not about the child."""
    if len(text.split()) > _LONG:
        return False
    plain_quotes = text.replace("’", "'")
    begins = current().begins("wording", "guidance", plain_quotes)
    return begins or current().within("wording", "guidance_within", plain_quotes)


def of_needs(text: str) -> Kind:
    """What a sentence of Section B is, by its words: need, strength or how things are now."""
    if _says("difficulty", text):
        return Kind.NEED
    if _says("current", text):
        return Kind.CURRENT
    return Kind.STRENGTH if _says("strength", text) else Kind.NEED


def of_heading(text: str) -> Kind | None:
    """What a heading of Section B speaks of: "Things that bother me"; None of a subject's name."""
    return of_column(text) if _OF_SOMEBODY.search(text) else None


def of_column(text: str) -> Kind | None:
    """The same of the head of a column, in a few words: "Difficulties", "Going well"."""
    if _says("heading_of_needs", text):
        return Kind.NEED
    return Kind.STRENGTH if _says("heading_of_strengths", text) else None


def difficulty(text: str) -> bool:
    """It names something that is hard."""
    return _says("difficulty", text)


def hardship(text: str) -> bool:
    """It names something that is hard, beside what the child or a friend is: deaf, autistic."""
    return difficulty(_IDENTITY.sub(" ", text))


def hope(text: str) -> bool:
    """A wish for the future."""
    return _says("hope", text)


def monitoring(text: str) -> bool:
    """How progress will be watched, rather than an outcome or provision."""
    return _says("monitoring", text)


def targets_set(text: str) -> bool:
    """How short-term targets are set and kept, rather than one of them."""
    return _says("targets_set", text) and not _says("by_a_time", text)


def follow_up(text: str) -> bool:
    """Each of its sentences says how it is seen whether provision works, or what happens if not."""
    sentences = [s for s in _SENTENCES.split(text) if s]
    return not _AMOUNT.search(text) and all(
        _says("follow_up", s) or targets_set(s) for s in sentences
    )


def of_the_plan(text: str) -> bool:
    """Said of the provision or the plan as a whole, rather than provision itself."""
    return _says("of_the_plan", text)


def for_all(text: str) -> bool:
    """A heading of provision for a whole area, or for all outcomes."""
    return _says("for_all", text)


def promises(text: str) -> bool:
    """It says in a whole sentence what somebody will do, as outcomes do and steps often do not."""
    return _says("promise", text)


def states(text: str) -> bool:
    """It says something in a sentence, as a name, a number or a title does not."""
    words = len(text.split())
    return words >= _FEW and (text.rstrip().endswith(".") or words > _TITLE or promises(text))


def asserts(text: str) -> bool:
    """It says more than headings do, though it ends without a full stop."""
    words = len(text.split())
    return words > _TITLE or (words > _FEW and _says("asserts", text))


def provides(text: str) -> bool:
    """It says who will do something for the child, or how much of it, and no date to reach."""
    return not by_a_time(text) and _says("provides", text)


def by_a_time(text: str) -> bool:
    """It begins with the time by which somebody will be able to do something."""
    return _says("by_a_time", text) and promises(text)


def time_alone(text: str) -> bool:
    """It begins with a time, and says of nobody what he or she will do by then."""
    return _says("time", text) and not promises(text)


def time_within(title: str) -> bool:
    """A title says by when: "Outcomes by the end of Key Stage 4"."""
    return _says("time_within", title)


def time_of_all(text: str) -> str:
    """The sentence that says by when all of the outcomes are to be reached; empty without one."""
    return next((s for s in _SENTENCES.split(text) if _says("time_of_all", s)), "")


def about_outcomes(text: str) -> bool:
    """An introduction to the outcomes, not one of them."""
    return _says("about_outcomes", text)


def unfinished(text: str) -> bool:
    """A lead-in that the points of its list go on from."""
    return _says("unfinished", text)


def nothing_on_record(text: str) -> bool:
    """Each sentence says of health or social care that there is nothing: no social worker."""
    said = [s for s in re.split(r"(?<=[a-z0-9)])[.;]\s+", text.replace("’", "'")) if s.strip()]
    words = current()
    if words.within("none", "begins", text) and not words.within("none", "not_if", text):
        return True
    return bool(said) and all(words.within("none", "unknown", s) for s in said)


def besides_none(text: str) -> str:
    """What is said before or after a sentence that there are no needs here; empty without one."""
    sentences = [s for s in _SENTENCES.split(text.strip()) if s]
    none = [s for s in sentences if says_none(s)]
    return " ".join(s for s in sentences if s not in none) if none else ""


@remembered(4096)
def says_none(text: str) -> bool:
    """The words state that there is nothing: "None identified"."""
    sentences = [s for s in re.split(r"(?<=[a-z)])\.\s+", text.strip()) if s]
    if not sentences or len(text) - len(sentences[0]) > _MORE:
        return False
    words = plain(sentences[0])
    if len(words) >= _STATED or current().within("none", "not_if", words):
        return False
    return current().whole("none", "whole", (words,))
