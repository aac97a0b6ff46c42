"""Categories of patterns as a file gives them, and as an authority's lexicon changes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, product
from pathlib import Path
from typing import Any

from checks.language.lexicon import FOLDER, Lexicon
from checks.language.patterns import Place, lay, marks_of
from checks.toml_lines import Key, TomlError, Written, read_toml

_MOST_ROWS = 2_000  # of words that one pattern stands for; beyond, it is only known as a whole
_NESTED = frozenset({"(", ")", "[", "]", "..."})
_KEYS = {"patterns", "except", "inflect"}
Row = tuple[str, ...]
Name = tuple[str, ...]  # of a table, in its parts


class PhraseError(ValueError):
    """A phrase file that cannot be understood: which file, which line, and why."""


class MisreadError(ValueError):
    """An entry that cannot be understood: where it stands, in which of its words, and why."""

    def __init__(self, key: Key, why: str, words: str = "") -> None:
        super().__init__(f"«{words}»: {why}" if words else why)
        self.key = key
        self.why = why
        self.words = words

    def line(self, written: Written, above: Key = ()) -> int:
        """The line of the file on which it stands; `above` is the table that was read."""
        if self.words:
            return written.line_with(self.words, *above, *self.key)
        return written.line(*above, *self.key)


@dataclass(frozen=True, slots=True)
class Category:
    """The patterns of one category, as a file gives them."""

    patterns: tuple[str, ...]
    excepted: tuple[str, ...] = ()
    inflect: bool = False  # the first word is a verb: «read» stands for reads and reading too


def read_categories(path: Path) -> dict[str, Category]:
    """The categories of a phrase file; PhraseError says what is wrong with it, and where."""
    try:
        written = read_toml(path)
    except TomlError as error:
        raise PhraseError(f"{path.name} {error}") from None
    try:
        return categories_in(written.content)
    except MisreadError as error:
        raise PhraseError(f"{path.name}, line {error.line(written)}: {error}") from None


def categories_of(name: str, lexicon: Lexicon) -> dict[str, Category]:
    """The categories of our file of that name, as the lexicon changes them."""
    ours = read_categories(FOLDER / f"{name}.toml")
    changes = lexicon.changes.get(name)
    return with_changes(ours, changes) if changes else ours


def categories_in(tables: Mapping[str, Any]) -> dict[str, Category]:
    """The categories that tables hold; MisreadError says which entry is wrong, and why."""
    return {".".join(key): _category(key, table) for key, table in _tables(tables, ())}


def with_changes(ours: Mapping[str, Category], tables: Mapping[str, Any]) -> dict[str, Category]:
    """Our categories with what the tables add, and without what they take away by «-»."""
    changed = dict(ours)
    for key, table in _tables(tables, ()):
        name, more = ".".join(key), _category(key, table)
        own = ours.get(name, Category(()))
        changed[name] = Category(
            changed_lines(own.patterns, more.patterns, (*key, "patterns")),
            changed_lines(own.excepted, more.excepted, (*key, "except")),
            own.inflect or more.inflect,
        )
    return changed


def changed_lines(
    ours: Iterable[str],
    more: Iterable[str],
    key: Key,
    alike: Callable[[str], str] = str,
) -> tuple[str, ...]:
    """Our lines with the others, less each that begins with «-», also where it is one of several.

    `alike` gives the form in which words are compared. What is not there cannot be taken away.
    """
    lines, added = list(ours), [line for line in more if not line.startswith("-")]
    for taken in (line[1:].strip() for line in more if line.startswith("-")):
        left = [rest for line in lines for rest in _less(line, taken, alike)]
        if left == lines:
            raise MisreadError(key, "there is nothing like it to take away", f"-{taken}")
        lines = left
    return (*lines, *added)


def _less(line: str, taken: str, alike: Callable[[str], str]) -> list[str]:
    """A pattern without some of the rows of words that it stands for."""
    gone = {tuple(map(alike, row)) for row in rows_of(taken)}
    rows = rows_of(line)
    left = [row for row in rows if tuple(map(alike, row)) not in gone]
    return [line] if len(left) == len(rows) else [" ".join(row) for row in left]


def rows_of(pattern: str) -> list[Row]:
    """The rows of words that a pattern stands for; itself alone, where they are too many."""
    marks = marks_of(pattern)
    if _NESTED.isdisjoint(marks):
        found: Iterator[Row] = product(*_beside(marks))
    else:
        root = Place()
        lay(pattern, root, "x")
        found = _rows(root)
    rows = list(islice(found, _MOST_ROWS + 1))
    return list(dict.fromkeys(rows)) if len(rows) <= _MOST_ROWS else [tuple(pattern.split())]


def _beside(marks: Iterable[str]) -> list[list[str]]:
    """The words of a pattern without brackets, each with those that may stand in its place."""
    beside: list[list[str]] = []
    joined = False
    for mark in marks:
        if mark == "|":
            joined = True
        elif joined:
            beside[-1].append(mark)
            joined = False
        else:
            beside.append([mark])
    return beside


def _rows(place: Place) -> Iterator[Row]:
    """Every row of words that leads from a place in the trie to an end."""
    if place.ends:
        yield ()
    ways = [
        *((word, to) for word, places in place.words.items() for to in places),
        *((f"{prefix}*", to) for prefix, to in place.prefixes),
        *(("#", to) for to in place.numbers),
        *(("_", to) for to in place.anything),
    ]
    for word, to in ways:
        yield from ((word, *rest) for rest in _rows(to))


def _tables(table: Mapping[str, Any], key: Name) -> Iterator[tuple[Name, dict[str, Any]]]:
    """Every table that holds patterns, with its place."""
    inner = {name: value for name, value in table.items() if isinstance(value, dict)}
    own = {name: value for name, value in table.items() if name not in inner}
    if own:
        yield key, own
    for name, value in inner.items():
        yield from _tables(value, (*key, name))


def _category(key: Name, table: Mapping[str, Any]) -> Category:
    for name in table:
        if name not in _KEYS or not key:
            raise MisreadError((*key, name), f"there is no such key: {name}")
    inflect = table.get("inflect", False)
    if not isinstance(inflect, bool):
        raise MisreadError((*key, "inflect"), "inflect must be true or false")
    return Category(
        lines_in(table.get("patterns", ""), (*key, "patterns")),
        lines_in(table.get("except", ""), (*key, "except")),
        inflect,
    )


def lines_in(value: object, key: Key) -> tuple[str, ...]:
    """The patterns of an entry, each of them tried."""
    if not isinstance(value, str):
        raise MisreadError(key, "write its patterns in one text, a line for each")
    lines = tuple(line.strip() for line in value.splitlines() if line.strip())
    for line in lines:
        try:
            lay(line.removeprefix("-"), Place(), "x")
        except ValueError as error:
            raise MisreadError(key, str(error), line) from None
    return lines
