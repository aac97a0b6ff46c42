"""Finding phrases in a text: categories of patterns, written down as data.

Words are compared without regard to case, no phrase runs across the end of a sentence, and a text
is read in one pass. How a pattern is written stands in `patterns.py`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from checks.language.patterns import Place, lay
from checks.language.readings import Span
from checks.language.words import STOP, Word, words_of

OWN = Path(__file__).parents[1] / "lexicon" / "phrases.toml"
_MOST_REMEMBERED = 100_000


class PhraseError(ValueError):
    """A phrase file that cannot be understood: which file, which line, and why."""


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


@dataclass(frozen=True, slots=True)
class Category:
    """The patterns of one category, as a file gives them."""

    patterns: tuple[str, ...]
    excepted: tuple[str, ...] = ()
    inflect: bool = False  # the first word is a verb: «read» stands for reads and reading too


@lru_cache(maxsize=8)
def load_phrases(part: str, *paths: Path) -> Phrases:
    """Goldenthread's own phrases for "outcome" or "provision", and after them the files' given.

    A file adds patterns to a category, or takes one of ours away by a line that begins with «-».
    """
    categories: dict[str, Category] = {}
    for path in (OWN, *paths):
        for name, category in read_categories(path).items():
            if name.startswith(f"{part}."):
                inner = name.removeprefix(f"{part}.")
                categories[inner] = _joined(categories.get(inner), category)
    return Phrases(categories)


def _joined(ours: Category | None, more: Category) -> Category:
    if ours is None:
        return more
    gone = {line[1:].strip() for line in more.patterns if line.startswith("-")}
    return Category(
        tuple(p for p in ours.patterns if p not in gone)
        + tuple(p for p in more.patterns if not p.startswith("-")),
        ours.excepted + more.excepted,
        ours.inflect or more.inflect,
    )


def read_categories(path: Path) -> dict[str, Category]:
    """The categories of a phrase file; PhraseError says what is wrong with it, and where."""
    source = path.read_text(encoding="utf-8")
    try:
        tables = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise PhraseError(f"{path.name}: {error}") from error
    found = dict(_tables(tables, ""))
    for name, table in found.items():
        unknown = set(table) - {"patterns", "except", "inflect"}
        if unknown:
            raise PhraseError(f"{path.name}: [{name}] has no such key: {min(unknown)}")
    return {name: _category(path, source, name, table) for name, table in found.items()}


def _tables(table: Mapping[str, object], name: str) -> Iterator[tuple[str, dict[str, object]]]:
    """Every table that holds patterns, by its dotted name."""
    inner = {key: value for key, value in table.items() if isinstance(value, dict)}
    own = {key: value for key, value in table.items() if key not in inner}
    if name and own:
        yield name, own
    for key, value in inner.items():
        yield from _tables(value, f"{name}.{key}" if name else key)


def _category(path: Path, source: str, name: str, table: Mapping[str, object]) -> Category:
    inflect = table.get("inflect", False)
    if not isinstance(inflect, bool):
        raise PhraseError(f"{path.name}: [{name}] inflect must be true or false")
    return Category(
        _lines(path, source, name, table.get("patterns", "")),
        _lines(path, source, name, table.get("except", "")),
        inflect,
    )


def _lines(path: Path, source: str, name: str, value: object) -> tuple[str, ...]:
    """The patterns of a category, each of them tried."""
    if not isinstance(value, str):
        raise PhraseError(f"{path.name}: [{name}] wants its patterns in one text, a line for each")
    lines = tuple(line.strip() for line in value.splitlines() if line.strip())
    for line in lines:
        try:
            lay(line.removeprefix("-"), Place(), name)
        except ValueError as error:
            raise PhraseError(
                f"{path.name}, line {_line_number(source, name, line)}: «{line}»: {error}"
            ) from error
    return lines


def _line_number(source: str, name: str, line: str) -> int:
    """The line of a file on which a pattern of that category stands."""
    numbered = enumerate(source.splitlines(), start=1)
    for _, raw in numbered:
        if raw.strip().replace('"', "") == f"[{name}]":
            break
    return next((number for number, raw in numbered if line in raw), 0)
