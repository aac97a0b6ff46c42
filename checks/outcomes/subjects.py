"""The subjects that items speak of, for what the outcomes as a set cover."""

from __future__ import annotations

from collections.abc import Iterable

from checks.case import Case
from checks.language.lexicon import Lexicon, current
from checks.language.memory import remembered
from checks.needs.misplaced_area import AREA_OF
from checks.thread.concepts import concepts_of, mentions
from extractors.plan import Area, Item, Kind


def subjects(text: str) -> frozenset[str]:
    """The subjects of a text, as the lexicon of the thread names them."""
    return _subjects(text, current())


@remembered
def _subjects(text: str, words: Lexicon) -> frozenset[str]:
    return frozenset(m.concept for m in mentions(text, concepts_of(words)))


@remembered
def _near(subject: str, words: Lexicon) -> frozenset[str]:
    """A subject with those that lie near it, and the broader one above it."""
    lexicon = concepts_of(words)
    close = {b for (a, b) in lexicon.near if a == subject}
    above = lexicon.concepts[subject].up
    return frozenset({subject, *close, *([above] if above else [])})


def areas(text: str) -> frozenset[Area]:
    """The areas of need that a text speaks of."""
    concepts = concepts_of(current()).concepts
    return frozenset(AREA_OF[concepts[subject].area] for subject in subjects(text))


def meet(one: str, others: Iterable[str]) -> bool:
    """Whether a text shares a subject with any of the others, or comes near one of theirs."""
    wide = {close for subject in subjects(one) for close in _near(subject, current())}
    return any(wide & subjects(other) for other in others)


def texts(items: Iterable[Item]) -> list[str]:
    """What the items say, the other columns of their rows included."""
    return [item.full_text for item in items]


def hopes(case: Case) -> list[str]:
    """What Section A says that the child and family want and like."""
    return texts(case.plan.of(Kind.ASPIRATION, Kind.VIEW))
