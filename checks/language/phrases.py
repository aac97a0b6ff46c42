"""Finding phrases in a text: categories of patterns, written down as data.

Words are compared without regard to case, no phrase runs across the end of a sentence, and a text
is read in one pass. How a pattern is written stands in `patterns.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from checks.language.categories import Category, categories_of
from checks.language.lexicon import Lexicon, current
from checks.language.memory import remembered
from checks.language.patterns import Place, lay
from checks.language.readings import Span
from checks.language.words import STOP, Word, words_of

_MOST_REMEMBERED = 100_000


@dataclass(slots=True)
class _State:
    """All places in the trie that the words so far can have led to."""

    places: tuple[Place, ...]
    ends: tuple[str, ...]
    moves: dict[str, _State | None] = field(default_factory=lambda: {STOP: None})


def _state(places: tuple[Place, ...]) -> _State:
    """The state of being at all of those places at once."""
    return _State(places, tuple(sorted({end for place in places for end in place.ends})))


Found = Mapping[str, tuple[Span, ...]]
Stretch = tuple[int, int]  # its first and its last word


class Phrases:
    """A compiled set of phrase categories."""

    def __init__(self, categories: Mapping[str, Category]) -> None:
        """Compiles them. Words that a category excepts become a category of their own."""
        self._trie = Place()
        self._excepting = frozenset(name for name, c in categories.items() if c.excepted)
        for name, category in categories.items():
            for pattern in category.patterns:
                lay(pattern, self._trie, name, inflect=category.inflect)
            for pattern in category.excepted:
                lay(pattern, self._trie, f"!{name}")
        self._forget()

    def _forget(self) -> None:
        self._start = _state((self._trie,))
        self._remembered = 0

    def find(self, text: str) -> Found:
        """The phrases of each category in a text: leftmost, longest, none inside another."""
        return _found(self, text)

    def stretches(self, text: str) -> dict[str, Sequence[Stretch]]:
        """The same by the numbers of their first and last words."""
        words = words_of(text)
        keys = [word.key for word in words]
        hits: dict[str, list[Stretch]] = {}
        for first in range(len(keys)):
            state = self._start
            for at in range(first, len(keys)):
                try:
                    moved = state.moves[keys[at]]
                except KeyError:
                    moved = self._move(state, words[at])
                if moved is None:
                    break
                state = moved
                for category in state.ends:
                    found = hits.get(category)
                    if found is None:
                        hits[category] = [(first, at)]
                    elif found[-1][1] < first:
                        found.append((first, at))
                    elif found[-1][0] == first:
                        found[-1] = (first, at)
        left = ((name, self._left(name, hits)) for name in hits if name[0] != "!")
        return {name: stretches for name, stretches in left if stretches}

    def _left(self, category: str, hits: Mapping[str, list[Stretch]]) -> Sequence[Stretch]:
        """Where a category was found, save where what it excepts stands."""
        excepted = hits.get(f"!{category}") if category in self._excepting else None
        if not excepted:
            return hits[category]
        return [
            (first, last)
            for first, last in hits[category]
            if not any(a <= first and last <= b for a, b in excepted)
        ]

    def _move(self, state: _State, word: Word) -> _State | None:
        places = tuple(dict.fromkeys(to for place in state.places for to in place.after(word)))
        moved = _state(places) if places else None
        if self._remembered >= _MOST_REMEMBERED:
            self._forget()
        state.moves[word.key] = moved
        self._remembered += 1
        return moved


@remembered
def _found(phrases: Phrases, text: str) -> Found:
    return {name: spans_of(text, found) for name, found in phrases.stretches(text).items()}


def spans_of(text: str, stretches: Iterable[Stretch]) -> tuple[Span, ...]:
    """Stretches of the words of a text, as they stand in it."""
    words = words_of(text)
    return tuple(
        Span(start := words[first].start, end := words[last].end, text[start:end])
        for first, last in stretches
    )


@lru_cache(maxsize=16)
def _compiled(part: str, lexicon: Lexicon) -> Phrases:
    inner = f"{part}."
    return Phrases(
        {
            name.removeprefix(inner): category
            for name, category in categories_of("phrases", lexicon).items()
            if name.startswith(inner)
        }
    )


def load_phrases(part: str) -> Phrases:
    """The phrases for "outcome" or "provision" of the lexicon in force."""
    return _compiled(part, current())
