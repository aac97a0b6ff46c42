"""The words that plans are judged by: Goldenthread's own, and an authority's laid over them.

Which lexicon is in force is said once, at the top of an audit: `with using(lexicon)`. Whoever
compiles word lists keeps them by lexicon, so that another one never meets the words of this.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "lexicon"
VERSION = "2026.1"


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The words in force. `changes` has what an authority adds and takes away.

    They are written as our files are, each under the name of the file that it changes. Two lexicons
    are the same when their changes are.
    """

    name: str = "Goldenthread's own words"
    version: str = VERSION
    changes: Mapping[str, Any] = field(default_factory=dict)
    key: str = ""  # of the changes; empty where there are none

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lexicon) and other.key == self.key

    def __hash__(self) -> int:
        return hash(self.key)

    @property
    def hash(self) -> str:
        """Twelve letters that change whenever any word does, ours or the authority's."""
        return hashlib.sha256(f"{_our_hash()} {self.key}".encode()).hexdigest()[:12]

    @property
    def in_words(self) -> str:
        """What reports call it."""
        return f"{self.name} {self.version}, {self.hash}".replace(" ,", ",")


OURS = Lexicon()


def changed(name: str, version: str, changes: Mapping[str, Any]) -> Lexicon:
    """Our words with those changes."""
    content = json.dumps(changes, sort_keys=True)
    key = hashlib.sha256(content.encode()).hexdigest() if changes else ""
    return Lexicon(name, version, changes, key)


@cache
def _our_hash() -> str:
    content = hashlib.sha256()
    for path in sorted(FOLDER.glob("*.toml")):
        content.update(path.name.encode() + b"\0" + path.read_bytes())
    return content.hexdigest()


_current: ContextVar[Lexicon] = ContextVar("lexicon", default=OURS)


def current() -> Lexicon:
    """The lexicon that is in force here."""
    return _current.get()


@contextmanager
def using(lexicon: Lexicon) -> Iterator[None]:
    """Judges by those words, and by no others, up to the end of the block."""
    before = _current.set(lexicon)
    try:
        yield
    finally:
        _current.reset(before)
