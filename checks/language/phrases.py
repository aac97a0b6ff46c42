"""Finding phrases in a text: categories of patterns, written down as data.

Words are compared without regard to case, no phrase runs across the end of a sentence, and a text
is read in one pass. How a pattern is written stands in `patterns.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from checks.language.categories import Category, categories_of
from checks.language.lexicon import Lexicon, current
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
_Stretch = tuple[int, int]  # its first and its last word


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
        return _found(self, text)  # several checks ask of the same words

    def look(self, text: str) -> Found:
        """The same, looked for anew."""
        words = words_of(text)
        hits: dict[str, list[_Stretch]] = {}
        begins = self._start.moves
        for first, word in enumerate(words):
            if begins.get(word.key, self._start) is None:  # so it is with most words
                continue
            for category, last in self._from(words, first).items():
                found = hits.setdefault(category, [])
                if not found or first > found[-1][1]:
                    found.append((first, last))
        return {
            category: tuple(
                Span(start := words[a].start, end := words[b].end, text[start:end])
                for a, b in self._left(category, hits)
            )
            for category in hits
            if category[0] != "!" and self._left(category, hits)
        }

    def _left(self, category: str, hits: Mapping[str, list[_Stretch]]) -> list[_Stretch]:
        """Where a category was found, save where what it excepts stands."""
        excepted = hits.get(f"!{category}") if category in self._excepting else None
        if not excepted:
            return hits[category]
        return [
            (first, last)
            for first, last in hits[category]
            if not any(a <= first and last <= b for a, b in excepted)
        ]

    def _from(self, words: tuple[Word, ...], first: int) -> dict[str, int]:
        """The last word of the longest phrase of each category that begins at that word."""
        longest: dict[str, int] = {}
        state = self._start
        for at in range(first, len(words)):
            try:
                moved = state.moves[words[at].key]
            except KeyError:
                moved = self._move(state, words[at])
            if moved is None:
                break
            state = moved
            for category in state.ends:
                longest[category] = at
        return longest

    def _move(self, state: _State, word: Word) -> _State | None:
        places = tuple(dict.fromkeys(to for place in state.places for to in place.after(word)))
        moved = _state(places) if places else None
        if self._remembered >= _MOST_REMEMBERED:
            self._forget()
        state.moves[word.key] = moved
        self._remembered += 1
        return moved


@lru_cache(maxsize=1024)
def _found(phrases: Phrases, text: str) -> Found:
    return phrases.look(text)


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
