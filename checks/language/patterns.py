"""One pattern of a phrase file, laid into a trie of words.

A pattern is a line of words in this small language:

    as|when [and when] required     one word or another; [may be left out]
    (read aloud|write down)         one of several rows of words, as inside [ ]
    opportunit*                     a word that begins so
    # minute*                       a number, in digits or words; also 1:1 and 8/10
    each _ week                     any one word
    will ... be given               up to three words between

A hyphen counts as a space. There are no regular expressions in it: nothing that is written here
can be slow to look for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from checks.language.verbs import forms
from checks.language.words import STOP, Word, words_of

_GAP = 3  # words that "..." may stand for
_BRACKETS = "()[]|"
_SIGNS = (*_BRACKETS, "*", "#", "_", "...")


@dataclass(slots=True, eq=False)
class Place:
    """One place in the trie, and where each next word leads.

    There are many thousands, most with a single way on: what is empty costs nothing.
    """

    words: dict[str, tuple[Place, ...]] = field(default_factory=dict)
    prefixes: tuple[tuple[str, Place], ...] = ()
    numbers: tuple[Place, ...] = ()
    anything: tuple[Place, ...] = ()
    ends: tuple[str, ...] = ()

    def lead(self, step: str, to: Place) -> None:
        """Makes a word, `word*`, `#` or `_` lead there."""
        if step == "#":
            self.numbers += (to,)
        elif step == "_":
            self.anything += (to,)
        elif step.endswith("*"):
            self.prefixes += ((step[:-1], to),)
        else:
            self.words[step] = (*self.words.get(step, ()), to)

    def after(self, word: Word) -> Iterator[Place]:
        """Every place that a word leads to."""
        yield from self.words.get(word.key, ())
        for prefix, place in self.prefixes:
            if word.key.startswith(prefix):
                yield place
        if word.is_number:
            yield from self.numbers
        yield from self.anything


@dataclass(slots=True)
class _Layer:
    """Lays one pattern into the trie, from left to right.

    Each method takes the places reached so far and gives those reached after it.
    """

    marks: list[str]
    root: Place
    inflect: bool = False  # the first word is a verb, which stands for its forms too
    at: int = 0

    def lay(self, category: str) -> None:
        """Lays all of it, ending in that category; ValueError says what is wrong with it."""
        ends = self.row([self.root], beside=True)
        if self.at < len(self.marks):
            raise ValueError(f"«{self.marks[self.at]}» has nothing to close")
        if self.root in ends:
            raise ValueError("it can be empty: at least one word must be there")
        for place in ends:
            place.ends += (category,)

    def row(self, places: list[Place], *, beside: bool) -> list[Place]:
        """One element after another; `beside`: «|» joins single elements, not whole rows."""
        while self.at < len(self.marks) and self.marks[self.at] not in (")", "]", "|"):
            reached = self.one(places)
            while beside and self.at < len(self.marks) and self.marks[self.at] == "|":
                self.at += 1
                if self.at == len(self.marks):
                    raise ValueError("nothing follows «|»")
                reached = [*reached, *self.one(places)]
            places = reached
        return places

    def one(self, places: list[Place]) -> list[Place]:
        """A word, or all that stands in a bracket."""
        mark = self.marks[self.at]
        self.at += 1
        if mark in "([":
            inside = self.bracket(places, ")" if mark == "(" else "]")
            return [*inside, *places] if mark == "[" else inside
        if mark in _BRACKETS:
            raise ValueError(f"«{mark}» stands where a word should")
        if mark == "...":
            return self.gap(places)
        return [self.step(places, mark)]

    def bracket(self, places: list[Place], close: str) -> list[Place]:
        """The rows inside a bracket, one beside the other."""
        reached = self.row(places, beside=False)
        while self.at < len(self.marks) and self.marks[self.at] == "|":
            self.at += 1
            reached = [*reached, *self.row(places, beside=False)]
        if self.at == len(self.marks) or self.marks[self.at] != close:
            raise ValueError(f"«{close}» is missing")
        self.at += 1
        return reached

    def gap(self, places: list[Place]) -> list[Place]:
        """No word, or any one, two or three."""
        reached = list(places)
        for _ in range(_GAP):
            places = [self.step(places, "_")]
            reached += places
        return reached

    def step(self, places: list[Place], mark: str) -> Place:
        """A new place, to which that word leads from all of those."""
        to = Place()
        for place in places:
            spelt = forms(mark) if self.inflect and place is self.root else (mark,)
            for form in spelt:
                place.lead(form, to)
        return to


def lay(pattern: str, root: Place, category: str, *, inflect: bool = False) -> None:
    """Lays a pattern into the trie, ending in that category; ValueError if it's not well made."""
    _Layer(marks_of(pattern), root, inflect).lay(category)


def tokens(pattern: str) -> list[str]:
    """The words of a pattern, and what stands for other words, without brackets and bars."""
    return [mark for mark in marks_of(pattern) if mark not in _BRACKETS]


def marks_of(pattern: str) -> list[str]:
    """A pattern cut into words and marks."""
    spaced = pattern.replace("’", "'").replace("-", " ").lower()
    for mark in _BRACKETS:
        spaced = spaced.replace(mark, f" {mark} ")
    return [mark for written in spaced.split() for mark in as_read(written)]


def as_read(written: str) -> list[str]:
    """A word as texts are cut: «yes/no» is two words, and «students'» has no apostrophe."""
    if written.isalpha() or not written[0].isalnum() or any(s in written for s in _SIGNS):
        return [written]
    keys = [word.key for word in words_of(written)]
    return keys if keys and STOP not in keys else [written]
