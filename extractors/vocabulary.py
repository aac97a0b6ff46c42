"""The words by which a plan is read: headings, labels, column heads, covers, and what to leave out.

They stand in three TOML files. An authority's profile adds to them; a measurement takes some away.
Which vocabulary holds is said once, at the top of a reading: `with using(vocabulary)`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, lru_cache, wraps
from itertools import groupby
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

_P = ParamSpec("_P")
_T = TypeVar("_T")
_FILES = ("headings.toml", "wording.toml", "cover.toml")
_WHO = "WHO"  # in an entry: "child", "young person's", "pupil" and the like
_ANY_CASE = frozenset({"wording", "none"})  # asked of sentences as they are printed


@dataclass(frozen=True, slots=True)
class Entry:
    """One expression of one list: what it stands for, and the table that the list is part of."""

    table: str
    name: str
    expression: str


class Vocabulary:
    """Entries in the order in which they count: the first that fits decides."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self.remembered: dict[object, Callable[..., Any]] = {}  # what was found by it, by function
        self._lists: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {}
        self._tables: dict[str, re.Pattern[str] | None] = {}
        self._named: dict[tuple[str, str], re.Pattern[str] | None] = {}
        self._words: dict[tuple[str, str], frozenset[str]] = {}

    def first(self, table: str, readings: tuple[str, ...]) -> str | None:
        """What the first of a text's readings that is known stands for."""
        pattern = self._table(table)
        if pattern is None:
            return None
        for reading in readings:
            if (found := pattern.fullmatch(reading)) and found.lastgroup:
                return self._of(table)[int(found.lastgroup[1:])][0]
        return None

    def every(self, table: str, readings: tuple[str, ...]) -> tuple[str, ...]:
        """All that any of a text's readings stands for."""
        if self.first(table, readings) is None:
            return ()
        found = (n for n, p in self._of(table) if any(p.fullmatch(r) for r in readings))
        return tuple(dict.fromkeys(found))

    def whole(self, table: str, name: str, readings: tuple[str, ...]) -> bool:
        """Whether one of a text's readings stands in that list."""
        pattern = self._list(table, name)
        return pattern is not None and any(pattern.fullmatch(r) for r in readings)

    def within(self, table: str, name: str, text: str) -> bool:
        """Whether something in a text stands in that list."""
        pattern = self._list(table, name)
        return pattern is not None and pattern.search(text) is not None

    def begins(self, table: str, name: str, text: str) -> bool:
        """Whether a text begins with something that stands in that list."""
        pattern = self._list(table, name)
        return pattern is not None and pattern.match(text) is not None

    def has(self, table: str) -> bool:
        """Whether anything stands in that table."""
        return bool(self._of(table))

    def words(self, table: str, name: str) -> frozenset[str]:
        """A list of plain words."""
        if (table, name) not in self._words:
            listed = (e for e in self.entries if (e.table, e.name) == (table, name))
            self._words[table, name] = frozenset(e.expression for e in listed)
        return self._words[table, name]

    def _of(self, table: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """A table's lists, each as one pattern, made when it is first asked for."""
        if table not in self._lists:
            entries = [e for e in self.entries if e.table == table]
            self._lists[table] = tuple(
                (name, _pattern(listed)) for name, listed in groupby(entries, lambda e: e.name)
            )
        return self._lists[table]

    def _table(self, table: str) -> re.Pattern[str] | None:
        """A table's lists as one pattern, each a group in it: asked at once, not one by one."""
        if table not in self._tables:
            groups = (f"(?P<l{n}>{p.pattern})" for n, (_, p) in enumerate(self._of(table)))
            flags = re.IGNORECASE if table in _ANY_CASE else re.NOFLAG
            self._tables[table] = re.compile("|".join(groups), flags) if self._of(table) else None
        return self._tables[table]

    def _list(self, table: str, name: str) -> re.Pattern[str] | None:
        """One list of a table as one pattern, wherever in the table its entries stand."""
        if (table, name) not in self._named:
            entries = [e for e in self.entries if (e.table, e.name) == (table, name)]
            self._named[table, name] = _pattern(entries) if entries else None
        return self._named[table, name]


def _pattern(entries: Iterable[Entry]) -> re.Pattern[str]:
    listed = list(entries)
    flags = re.IGNORECASE if listed[0].table in _ANY_CASE else re.NOFLAG
    return re.compile("|".join(f"(?:{e.expression})" for e in listed), flags)


@cache
def standard() -> Vocabulary:
    """The vocabulary that comes with the program."""
    return Vocabulary(
        entry for file in _FILES for entry in _entries(Path(__file__).with_name(file))
    )


def _entries(path: Path) -> Iterator[Entry]:
    with path.open("rb") as file:
        tables: dict[str, dict[str, list[str]]] = tomllib.load(file)
    who = tables.pop("who", {"is": [_WHO]})["is"][0]
    for table, lists in tables.items():
        for name, expressions in lists.items():
            yield from (Entry(table, name, e.replace(_WHO, who)) for e in expressions)


_current: ContextVar[Vocabulary | None] = ContextVar("vocabulary", default=None)


def current() -> Vocabulary:
    """The vocabulary that holds here."""
    return _current.get() or standard()


@contextmanager
def using(vocabulary: Vocabulary) -> Iterator[None]:
    """Reads by that vocabulary, and by none other, up to the end of the block."""
    before = _current.set(vocabulary)
    try:
        yield
    finally:
        _current.reset(before)


def remembered(most: int) -> Callable[[Callable[_P, _T]], Callable[_P, _T]]:
    """Keeps what a function found in the last texts, with the vocabulary that it was found by.

    Texts are given by position, as everywhere: naming them would cost as much as finding them.
    """

    def keep(function: Callable[_P, _T]) -> Callable[_P, _T]:
        @wraps(function)
        def found(*texts: Hashable) -> _T:
            held = (_current.get(None) or standard()).remembered
            try:
                known = held[function]
            except KeyError:
                known = held[function] = lru_cache(most)(function)
            answer: _T = known(*texts)
            return answer

        return found  # type: ignore[return-value]

    return keep
