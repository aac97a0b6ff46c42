"""e-benefit-circular."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.aspirations.voices import names_of
from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example, words
from checks.language.phrases import load_phrases
from checks.language.readings import OutcomeReading
from checks.language.words import word_set
from checks.outcomes.alike import told_words
from checks.outcomes.read import readings
from extractors.plan import Kind

_JOINER = re.compile(
    r"^\W*(?:so that|so|in order (?:to|that)|to enable|which (?:will )?(?:means?|lets?)|because)\b",
    re.IGNORECASE,
)
# Words that only say «better»: they add no purpose of their own.
_EMPTY = word_set(
    "better more improve improved improving develop increase greater further ability skill able "
    "progress well good level become confident confidence independently learn know success "
    "successful successfully achieve make take helped help easier easily fully again still also"
)
_SERVICE = re.compile(
    r"\b(?:support|access|receives?|hours?|sessions?|therap\w+|given|provided|programme|tutor|TA)\b"
)
_ENDINGS = ("ingly", "ing", "ed", "er", "es", "ly", "s", "e")
_ROOT = 3  # letters that a word keeps


@check(
    "e-benefit-circular",
    "The benefit is a purpose, not the same thing again",
    section="E",
    severity=Severity.GOOD,
    source="Guidance on outcomes: so that, what difference will it make",
    suggestion="…, so that [what this makes possible in the child's life].",
    reads=("E",),
    each=(Kind.OUTCOME,),
    examples=[
        example(outcome="By July 2028 he will read 60 signs, so that he can shop by himself."),
        example(outcome="By July 2028 he will read 60 words, «so that his reading is better»."),
        example(
            outcome="By July 2028 she will type a page, «so that she can access support from a TA»."
        ),
        example(outcome="By July 2028 she will speak to six pupils, so that she can lead them."),
    ],
    not_flagged="A benefit that repeats some of the words and adds a purpose to them. This is only"
    " ever asked.",
    by=By.MEANING,
)
def e_benefit_circular(case: Case) -> Iterator[Hit]:
    """«So that» should tell what the child gains, or nobody knows why the outcome matters."""
    names = {name.lower() for name in names_of(case)}
    for outcome, reading in readings(case):
        if reading.benefit is None:
            continue
        purpose = _JOINER.sub("", reading.benefit.text)
        if _is_service(purpose):
            said = "what it names as the benefit is itself provision"
        elif _adds_nothing(purpose, reading, names):
            said = "what follows says the same again"
        else:
            continue
        told = f"«{reading.benefit.text.strip()}»: {said}. What will it make possible?"
        yield Hit(words(outcome, reading.benefit), outcome, Verdict.UNCLEAR, told)


def _is_service(purpose: str) -> bool:
    """Whether the benefit is to be given something: «so that she has access to a therapist»."""
    if not _SERVICE.search(purpose):
        return False
    found = load_phrases("outcome").find(purpose)
    return any(name in found for name in ("provision.receive", "provision.hours"))


def _adds_nothing(purpose: str, reading: OutcomeReading, names: set[str]) -> bool:
    """Whether each telling word of the purpose stands in the outcome already."""
    cut = reading.benefit
    rest = reading.text[: cut.start] + reading.text[cut.end :] if cut else reading.text
    own = {_root(word) for word in told_words(purpose) - names if word not in _EMPTY}
    there = {_root(word) for word in told_words(rest)}
    return bool(own) and own <= there


def _root(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _ROOT:
            word = word[: -len(ending)]
            break
    return word[:-1] if word[-1:] == word[-2:-1] and len(word) > _ROOT else word
