"""Amounts that an outcome asks for and Section B tells, where they are of the same thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checks.case import Case
from checks.language.memory import remembered
from checks.language.readings import OutcomeReading
from checks.language.words import STOP, Word, amount, word_set, words_of
from checks.outcomes.alike import told_words
from extractors.plan import Item, Kind

_UNITS = word_set(
    "word minute min second hour step sound letter sign symbol object picture metre mile sentence "
    "page paragraph number sum instruction key person friend peer adult food taste length coin "
    "meal syllable turn question fact colour shape item mark point"
)
_SHARED = 2  # telling words of two texts: then they count the same thing
_TELLING = word_set("sign sound letter symbol syllable coin length")  # these say what it is about
_ADJECTIVES = 2  # words between a number and what is counted: «two spoken words»
_RATIO = word_set("of in out %")
_LIMITS = word_set("within after under every less than fewer before until by than")
_PER = word_set("minute second hour day week")
# What a level depends on, and what says that there is none.
HEDGED = word_set(
    "cannot can't not never no help helped support prompt prompts prompted reminder reminders "
    "reminded adult's assisted only rarely sometimes without before until unless"
)


@dataclass(frozen=True, slots=True)
class Level:
    """So many of something: «14 words a minute»."""

    number: float
    unit: str  # "word", "word a minute"
    said: str


@remembered
def levels(text: str) -> tuple[Level, ...]:
    """The amounts in a text; shares («4 of 5 lessons»), ages and dates are none."""
    return tuple(_levels(text, words_of(text)))


def _levels(text: str, words: tuple[Word, ...]) -> Iterator[Level]:
    for at, word in enumerate(words):
        number = amount(word.key) if word.is_number else None
        around = {w.key for w in (*words[at + 1 : at + 2], *words[max(at - 1, 0) : at])}
        if number is None or around & _RATIO or _limits(words, at):
            continue
        for ahead, noun in enumerate(words[at + 1 : at + 2 + _ADJECTIVES], start=at + 1):
            if noun.key == STOP or noun.is_number:
                break
            if (unit := noun.key.removesuffix("s")) in _UNITS:
                rate = _rate(words[ahead + 1 : ahead + 3])
                end = words[ahead + 2].end if rate else noun.end
                yield Level(number, f"{unit}{rate}", text[word.start : end])
                break


def _limits(words: tuple[Word, ...], at: int) -> bool:
    """Whether the number is no amount but a limit or a time of day: «within two minutes»."""
    before = {word.key for word in words[max(at - 2, 0) : at]}
    return bool(before & _LIMITS)


def _rate(after: tuple[Word, ...]) -> str:
    keys = [word.key for word in after]
    per = len(keys) > 1 and keys[0] in ("a", "per", "each", "every", "in") and keys[1] in _PER
    return f" a {keys[1]}" if per else ""


def root(word: str) -> str:
    """A word without the endings of verbs and plurals, to compare it by."""
    for ending in ("ing", "ed", "ten", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) > len("re"):
            bare = word[: -len(ending)]
            return bare[:-1] if bare[-1:] == bare[-2:-1] else bare
    return word


@remembered
def roots(text: str) -> frozenset[str]:
    """The telling words of a text, numbers and units left out, to compare subjects by."""
    found = (
        w for w in told_words(text) if not w[0].isdigit() and w.removesuffix("s") not in _UNITS
    )
    return frozenset(root(word) for word in found)


def outcome_core(reading: OutcomeReading) -> str:
    """The outcome without its time-frame and its benefit."""
    cut = [s for s in (reading.timeframe and reading.timeframe.span, reading.benefit) if s]
    text = reading.text
    for span in sorted((s for s in cut if s.start >= 0), key=lambda s: -s.start):
        text = text[: span.start] + " " + text[span.end :]
    return text


def told_in_b(case: Case, *kinds: Kind) -> list[Item]:
    """The items of Section B that tell where the child is."""
    return [item for item in case.plan.items if item.section == "B" and item.kind in kinds]


def same_thing(items: list[Item], core: str) -> Iterator[tuple[Level, Level, Item]]:
    """Gives the target and the level now, where both count the same and share their subject."""
    targets = levels(core)
    if not targets:
        return
    subject = roots(core)
    for item in items:
        now = levels(item.text)
        if not now:
            continue
        shared = len(subject & roots(item.text))
        for target in targets:
            least = 0 if target.unit in _TELLING else _SHARED
            if shared >= least:
                yield from ((target, one, item) for one in now if one.unit == target.unit)
