"""Finding phrases in a text: a trie of words, written down as data.

A pattern is a line of words in this small language:

    as|when [and when] required     one word or another; [may be left out]
    (read aloud|write down)         one of several rows of words, as inside [ ]
    opportunit*                     a word that begins so
    # minute*                       a number, in digits or words; also 1:1 and 8/10
    each _ week                     any one word
    will ... be given               up to three words between

Words are compared without regard to case, a hyphen counts as a space, and no phrase runs across
the end of a sentence. There are no regular expressions in it: a text is read in one pass, and a
pattern that somebody adds can make nothing slow.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from checks.language.readings import Span
from checks.language.verbs import forms
from checks.language.words import STOP, Word, words_of

OWN = Path(__file__).parents[1] / "lexicon" / "phrases.toml"
_MOST_REMEMBERED = 100_000
_GAP = 3  # words that "..." may stand for
_MARKS = "()[]|"
_HEADER = re.compile(r"\[([^\]|]+)\]\s*$")


class PhraseError(ValueError):
    """A phrase file that cannot be understood: which file, which line, and why."""


@dataclass(slots=True, eq=False)
class _Node:
    """One place in the trie, and where each next word leads."""

    words: dict[str, list[_Node]] = field(default_factory=dict)
    prefixes: list[tuple[str, _Node]] = field(default_factory=list)
    numbers: list[_Node] = field(default_factory=list)
    anything: list[_Node] = field(default_factory=list)
    ends: set[str] = field(default_factory=set)

    def lead(self, step: str, to: _Node) -> None:
        """Makes a word, `word*`, `#` or `_` lead there."""
        if step == "#":
            self.numbers.append(to)
        elif step == "_":
            self.anything.append(to)
        elif step.endswith("*"):
            self.prefixes.append((step[:-1], to))
        else:
            self.words.setdefault(step, []).append(to)

    def after(self, word: Word) -> Iterator[_Node]:
        """Every place that a word leads to."""
        yield from self.words.get(word.key, ())
        for prefix, node in self.prefixes:
            if word.key.startswith(prefix):
                yield node
        if word.is_number:
            yield from self.numbers
        yield from self.anything


@dataclass(slots=True)
class _Pattern:
    """Lays one pattern into the trie, from left to right.

    Each method takes the places reached so far and gives those reached after it.
    """

    tokens: list[str]
    root: _Node
    inflect: bool = False  # the first word is a verb, which stands for its forms too
    at: int = 0

    def lay(self, category: str) -> None:
        """Lays all of it, ending in that category; ValueError says what is wrong with it."""
        ends = self.row([self.root], beside=True)
        if self.at < len(self.tokens):
            raise ValueError(f"«{self.tokens[self.at]}» has nothing to close")
        if self.root in ends:
            raise ValueError("it can be empty: at least one word must be there")
        for node in ends:
            node.ends.add(category)

    def row(self, places: list[_Node], *, beside: bool) -> list[_Node]:
        """One element after another; `beside`: «|» joins single elements, not whole rows."""
        while self.at < len(self.tokens) and self.tokens[self.at] not in (")", "]", "|"):
            reached = self.one(places)
            while beside and self.at < len(self.tokens) and self.tokens[self.at] == "|":
                self.at += 1
                if self.at == len(self.tokens):
                    raise ValueError("nothing follows «|»")
                reached = [*reached, *self.one(places)]
            places = reached
        return places

    def one(self, places: list[_Node]) -> list[_Node]:
        """A word, or all that stands in a bracket."""
        token = self.tokens[self.at]
        self.at += 1
        if token in "([":
            inside = self.bracket(places, ")" if token == "(" else "]")
            return [*inside, *places] if token == "[" else inside
        if token in _MARKS:
            raise ValueError(f"«{token}» stands where a word should")
        if token == "...":
            return self.gap(places)
        return [self.step(places, token)]

    def bracket(self, places: list[_Node], close: str) -> list[_Node]:
        """The rows inside a bracket, one beside the other."""
        reached = self.row(places, beside=False)
        while self.at < len(self.tokens) and self.tokens[self.at] == "|":
            self.at += 1
            reached = [*reached, *self.row(places, beside=False)]
        if self.at == len(self.tokens) or self.tokens[self.at] != close:
            raise ValueError(f"«{close}» is missing")
        self.at += 1
        return reached

    def gap(self, places: list[_Node]) -> list[_Node]:
        """No word, or any one, two or three."""
        reached = list(places)
        for _ in range(_GAP):
            places = [self.step(places, "_")]
            reached += places
        return reached

    def step(self, places: list[_Node], token: str) -> _Node:
        """A new place, to which that word leads from all of those."""
        to = _Node()
        for place in places:
            spelt = forms(token) if self.inflect and place is self.root else (token,)
            for form in spelt:
                place.lead(form, to)
        return to


def _marks(pattern: str) -> list[str]:
    """A pattern cut into words and marks."""
    spaced = pattern.replace("’", "'").replace("-", " ").lower()
    for mark in _MARKS:
        spaced = spaced.replace(mark, f" {mark} ")
    return spaced.split()


@dataclass(slots=True)
class _State:
    """All places in the trie that the words so far can have led to."""

    nodes: tuple[_Node, ...]
    ends: tuple[str, ...]
    moves: dict[str, _State | None] = field(default_factory=dict)


def _state(nodes: tuple[_Node, ...]) -> _State:
    """The state of being at all of those places at once."""
    return _State(nodes, tuple(sorted({end for node in nodes for end in node.ends})))


Found = Mapping[str, tuple[Span, ...]]


class Phrases:
    """A compiled set of phrase categories."""

    def __init__(self, categories: Mapping[str, Category]) -> None:
        """Compiles them. Words that a category excepts become a category of their own."""
        self._trie = _Node()
        self._excepting = frozenset(name for name, c in categories.items() if c.excepted)
        for name, category in categories.items():
            for pattern in category.patterns:
                _Pattern(_marks(pattern), self._trie, category.inflect).lay(name)
            for pattern in category.excepted:
                _Pattern(_marks(pattern), self._trie).lay(f"!{name}")
        self._forget()

    def _forget(self) -> None:
        self._start = _state((self._trie,))
        self._remembered = 0

    def find(self, text: str) -> Found:
        """The phrases of each category in a text: leftmost, longest, none inside another."""
        words = words_of(text)
        hits: dict[str, list[tuple[int, int]]] = {}
        for first, word in enumerate(words):
            if word.key == STOP:
                continue
            for category, last in self._from(words, first).items():
                found = hits.setdefault(category, [])
                if not found or first > found[-1][1]:
                    found.append((first, last))
        return {
            category: spans
            for category, found in hits.items()
            if category[0] != "!"
            and (
                spans := tuple(
                    Span(words[a].start, words[b].end, text[words[a].start : words[b].end])
                    for a, b in found
                    if not self._is_excepted(category, a, b, hits)
                )
            )
        }

    def _is_excepted(
        self, category: str, first: int, last: int, hits: Mapping[str, list[tuple[int, int]]]
    ) -> bool:
        if category not in self._excepting:
            return False
        return any(a <= first and last <= b for a, b in hits.get(f"!{category}", ()))

    def _from(self, words: tuple[Word, ...], first: int) -> dict[str, int]:
        """The last word of the longest phrase of each category that begins at that word."""
        longest: dict[str, int] = {}
        state: _State | None = self._start
        for at in range(first, len(words)):
            word = words[at]
            if state is None or word.key == STOP:
                break
            try:
                state = state.moves[word.key]
            except KeyError:
                state = self._move(state, word)
            if state is not None:
                for category in state.ends:
                    longest[category] = at
        return longest

    def _move(self, state: _State, word: Word) -> _State | None:
        nodes = tuple(dict.fromkeys(after for node in state.nodes for after in node.after(word)))
        moved = _state(nodes) if nodes else None
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
def load_phrases(*paths: Path) -> Phrases:
    """Goldenthread's own phrases, and after them those of the files given.

    A file adds patterns to a category, or takes one of ours away by a line that begins with «-».
    """
    categories: dict[str, Category] = {}
    for path in (OWN, *paths):
        for name, category in read_categories(path).items():
            categories[name] = _joined(categories.get(name), category)
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
            _Pattern(_marks(line.removeprefix("-")), _Node()).lay(name)
        except ValueError as error:
            raise PhraseError(
                f"{path.name}, line {_line_number(source, name, line)}: «{line}»: {error}"
            ) from error
    return lines


def _line_number(source: str, name: str, line: str) -> int:
    """The line of a file on which a pattern of that category stands."""
    inside = False
    for number, raw in enumerate(source.splitlines(), start=1):
        if header := _HEADER.match(raw):
            inside = header.group(1).replace('"', "") == name
        elif inside and line in raw:
            return number
    return 0
