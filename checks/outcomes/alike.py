"""Whether two outcomes, or two needs, say the same."""

from __future__ import annotations

import re

from checks.language.readings import OutcomeReading
from checks.language.words import word_set
from extractors.plan import Item

_WORD = re.compile(r"[^\W_][\w'’-]*")
_COMMON = word_set(
    "a an and are as at be been before being by can do each every for from get had has have he her "
    "hers him his i in into is it its me more my of on one or our she so than that the their them "
    "then there they this to up use used using was we when which who will with without able end "
    "year key stage term out"
)
# How much and how often says nothing of what is done: «for 15 minutes, four days out of five».
_MEASURE = re.compile(
    r"\d+|two|three|four|five|six|seven|eight|nine|ten|half|minute|hour|day|week|time|lesson|"
    r"session|occasion"
)
_FEWEST = 4  # words that carry meaning: shorter outcomes are alike by chance
_SHARED = 0.75  # of the shorter one's words
_OVERALL = 0.5  # of the words of both


def content_words(outcome: Item, reading: OutcomeReading) -> frozenset[str]:
    """The words of an outcome that carry its meaning: time-frame and benefit left out."""
    text = outcome.text
    cut = [reading.timeframe.span] if reading.timeframe else []
    cut += [reading.benefit] if reading.benefit else []
    for span in sorted((s for s in cut if s.start >= 0), key=lambda s: -s.start):
        text = text[: span.start] + " " + text[span.end :]
    return told_words(text)


def told_words(text: str) -> frozenset[str]:
    """The words of a text that carry its meaning."""
    return frozenset(_stem(w) for w in set(_WORD.findall(text.lower())) - _COMMON)


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether nearly all words of the shorter are in the longer, and most of both are shared."""
    shared = len(one & other)
    shorter = min(len(one), len(other))
    return (
        shorter >= _FEWEST
        and shared >= _SHARED * shorter
        and shared >= _OVERALL * len(one | other)
        and 2 * len(_done(one & other)) >= min(len(_done(one)), len(_done(other)))
    )


def _done(words: frozenset[str]) -> frozenset[str]:
    """What is done, without how much of it."""
    return frozenset(word for word in words if not _MEASURE.fullmatch(word))


def _stem(word: str) -> str:
    """A word without its plural or its verb's s."""
    return word[:-1] if len(word) > len("was") and word.endswith("s") else word
