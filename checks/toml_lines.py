"""A TOML file as somebody wrote it: its content, and the line on which each entry stands.

`tomllib` reads a file but forgets where things stood. What it accepted is walked once more here,
only to count lines, and only where there is a fault to be told.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

Key = tuple[str | int, ...]  # ("outcomes", "count", 1): the second number of [outcomes] count

_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_QUOTED = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
_BARE = re.compile(r"[^\s,\]}#=.]+")  # of a key
_PLAIN = re.compile(r"[^,\]}#\n]+")  # a number, a date, true or false


class TomlError(ValueError):
    """A file that is no TOML, with why in words that follow its name."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a TOML file says, and its text."""

    name: str  # of the file
    content: dict[str, Any]
    text: str

    def line(self, *key: str | int) -> int:
        """The line of an entry, or of the nearest table or list around it that is there."""
        lines = lines_of(self.text)
        return next((lines[key[:n]] for n in range(len(key), 0, -1) if key[:n] in lines), 1)

    def line_with(self, words: str, *key: str | int) -> int:
        """The line with these words inside an entry that is a text of several lines."""
        first = self.line(*key)
        numbered = list(enumerate(self.text.splitlines()[first - 1 :], start=first))
        alone = (number for number, line in numbered if line.strip() == words)
        within = (number for number, line in numbered if words in line)
        return next(alone, next(within, first))


def read_toml(path: Path) -> Written:
    """A TOML file. TomlError says why it cannot be used: «cannot be opened: ...»."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        return Written(path.name, tomllib.loads(text), text)
    except OSError as error:
        raise TomlError(f"cannot be opened: {error.strerror}") from None
    except UnicodeDecodeError:
        raise TomlError("is not a plain text (UTF-8) file") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise TomlError(f"cannot be understood: {error or 'it is too deep'}") from None


@lru_cache(maxsize=4)
def lines_of(text: str) -> Mapping[Key, int]:
    """The line of every entry and table of a text that `tomllib` accepts."""
    walk = _Walk(text)
    walk.all()
    return walk.lines


@dataclass(slots=True)
class _Walk:
    """The way through a text, from entry to entry."""

    text: str
    at: int = 0
    lines: dict[Key, int] = field(default_factory=dict)
    _table: Key = ()
    _repeated: dict[Key, int] = field(default_factory=dict)  # [[tables]] met so far, by name
    _counted: int = 0  # characters whose line ends have been counted
    _line: int = 1

    def all(self) -> None:
        """Walks to the end."""
        self._skip(_BLANK)
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                self._head()
            else:
                self._entry(self._table)
            self._skip(_BLANK)

    def _head(self) -> None:
        """`[table]` or `[[one of several tables]]`."""
        repeated = self.text.startswith("[[", self.at)
        line = self._line_here()
        self.at += 2 if repeated else 1
        named = self._key()
        self.at = self.text.index("]", self.at) + (2 if repeated else 1)
        self._table = ()
        for n, part in enumerate(named, start=1):
            self._table += (part,)
            if repeated and n == len(named):
                self._repeated[self._table] = self._repeated.get(self._table, -1) + 1
            self.lines.setdefault(self._table, line)
            if self._table in self._repeated:
                self._table += (self._repeated[self._table],)
                self.lines.setdefault(self._table, line)

    def _entry(self, table: Key) -> None:
        """`key = value`, whose key may be `one.inside.another`."""
        line = self._line_here()
        key = table
        for part in self._key():
            key += (part,)
            self.lines.setdefault(key, line)
        self.at = self.text.index("=", self.at) + 1
        self._skip(_SPACE)
        self._value(key)

    def _key(self) -> list[str]:
        parts: list[str] = []
        while True:
            self._skip(_SPACE)
            quoted = _QUOTED.match(self.text, self.at)
            found = quoted or _BARE.match(self.text, self.at)
            if found is None:
                return parts
            self.at = found.end()
            parts.append(tomllib.loads(f"x = {found[0]}")["x"] if quoted else found[0])
            self._skip(_SPACE)
            if not self.text.startswith(".", self.at):
                return parts
            self.at += 1

    def _value(self, key: Key) -> None:
        self.lines.setdefault(key, self._line_here())
        opening = self.text[self.at]
        if opening == "[":
            self._inside("]", lambda n: self._value((*key, n)))
        elif opening == "{":
            self._inside("}", lambda _: self._entry(key))
        else:
            self._skip(_QUOTED if opening in "\"'" else _PLAIN)

    def _inside(self, close: str, one: Callable[[int], None]) -> None:
        """The elements of a list or of a table in one line, up to where it closes."""
        self.at += 1
        self._skip(_BLANK)
        number = 0
        while self.text[self.at] != close:
            one(number)
            number += 1
            self._skip(_BLANK)
            if self.text[self.at] == ",":
                self.at += 1
                self._skip(_BLANK)
        self.at += 1

    def _skip(self, what: re.Pattern[str]) -> None:
        if found := what.match(self.text, self.at):
            self.at = found.end()

    def _line_here(self) -> int:
        self._line += self.text.count("\n", self._counted, self.at)
        self._counted = self.at
        return self._line
