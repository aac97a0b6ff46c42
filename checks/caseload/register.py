"""What the children of a caseload are called, so that one's name is known in another's plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from checks.caseload.children import Whose
from checks.identity.people import plain as bare
from extractors.plan import Plan

_Key = TypeVar("_Key")
_SHORTEST = 3  # letters of a name: an initial is anybody's
_NAME = r"[A-ZÀ-Þ][^\W\d_]*(?:['’-][A-ZÀ-Þ][^\W\d_]+|-[^\W\d_]+)*"
_RUN = re.compile(rf"{_NAME}(?:,? {_NAME}){{0,3}}")  # words with capitals that follow each other


@dataclass(frozen=True, slots=True)
class Called:
    """A name that is one of the register's."""

    words: str  # as the text has it
    start: int
    end: int
    children: frozenset[str]  # who is called so
    whole: bool = True  # first and last name; else a first name alone


@dataclass(frozen=True, slots=True)
class Register:
    """The names of all children whose plans were given, each with whose it is."""

    whole: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    first: Mapping[str, frozenset[str]] = field(default_factory=dict)
    last: Mapping[str, frozenset[str]] = field(default_factory=dict)  # and each part of one

    def called(self, words: Sequence[str]) -> frozenset[str]:
        """The children who are called by any of those words, in small letters."""
        return frozenset().union(
            *(names.get(word, ()) for word in words for names in (self.first, self.last))
        )

    def holds_whole(self, words: Sequence[str]) -> bool:
        """Whether the first and the last name of one child are among those words."""
        return any(
            not self.first.get(one, frozenset()).isdisjoint(self.last.get(other, ()))
            for one in words
            for other in words
        )

    def names_in(self, text: str) -> Iterator[Called]:
        """Gives the names in a text that are on the register, the longest where two overlap."""
        for run in _RUN.finditer(text):
            words = [(m[0], run.start() + m.start()) for m in re.finditer(_NAME, run[0])]
            yield from self._in_run(words)

    def _in_run(self, words: Sequence[tuple[str, int]]) -> Iterator[Called]:
        at = 0
        while at < len(words):
            word, start = words[at]
            if at + 1 < len(words):
                other, begin = words[at + 1]
                those = self.whole.get(_pair(plain(word), plain(other)), frozenset())
                if those:
                    end = begin + len(other)
                    yield Called(f"{word} {other}", start, end, those)
                    at += 2
                    continue
            alone = len(words) == 1
            if alone and (called := self.first.get(plain(word))):
                yield Called(word, start, start + len(word), called, whole=False)
            at += 1


def register_of(plans: Sequence[tuple[str, Plan]], whose: Mapping[str, Whose]) -> Register:
    """The register of these plans. Plans that may be of one child are of one."""
    whole: dict[tuple[str, str], set[str]] = {}
    first: dict[str, set[str]] = {}
    last: dict[str, set[str]] = {}
    for file, plan in plans:
        child = whose[file].may_be
        names = re.findall(_NAME, plan.child.name or "")
        called = re.findall(_NAME, plan.child.known_as or "")[:1]
        firsts = {plain(name) for name in (*names[:1], *called) if len(name) >= _SHORTEST}
        for name in firsts:
            first.setdefault(name, set()).add(child)
            if len(names) > 1:
                whole.setdefault(_pair(name, plain(names[-1])), set()).add(child)
        for name in _parts(names[-1]) if len(names) > 1 else ():
            last.setdefault(name, set()).add(child)
    return Register(_closed(whole), _closed(first), _closed(last))


def _parts(name: str) -> Iterator[str]:
    """Gives a last name and, of one with a hyphen, its parts."""
    yield plain(name)
    yield from (part for part in plain(name).split("-") if len(part) >= _SHORTEST)


def _closed(names: Mapping[_Key, set[str]]) -> dict[_Key, frozenset[str]]:
    return {name: frozenset(those) for name, those in names.items()}


def plain(name: str) -> str:
    """A name in small letters, without accents and apostrophes."""
    return bare(name.replace("’", "'")).replace("'", "")


def _pair(first: str, last: str) -> tuple[str, str]:
    """Both names in an order of their own: «Hussain, Amira» is Amira Hussain."""
    return (first, last) if first < last else (last, first)
