"""An entry of the vocabulary without the alternatives that only one layout's texts need."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from extractors.vocabulary import Entry

_WORDS = frozenset({"plain", "references"})  # tables of single words
_SEARCHED = frozenset({"not_if", "begins", "unknown"})  # lists of "none" that stand in a text
_NEVER = "(?!)"  # fits nothing
_LOOKING = ("(?!", "(?=", "(?<!", "(?<=")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")

Span = tuple[int, int]


def fits(entry: Entry, texts: Iterable[str]) -> frozenset[str]:
    """The texts that an entry knows."""
    if entry.table in _WORDS:
        return frozenset(t for t in texts if t == entry.expression)
    pattern = re.compile(entry.expression, re.IGNORECASE)
    searched = entry.table == "wording" or entry.name in _SEARCHED
    find = pattern.search if searched else pattern.fullmatch
    return frozenset(t for t in texts if find(t))


def without(entry: Entry, known: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, Entry]]:
    """For each layout that some alternatives serve alone, its name and the entry without them.

    `known` are the texts of each layout that the entry fits.
    """
    every = frozenset[str]().union(*known.values())
    serving: dict[str, list[Span]] = defaultdict(list)
    for span in alternatives(entry.expression):
        lost = every - fits(_cut(entry, [span]), every)
        owners = [name for name, texts in known.items() if texts & lost]
        if len(owners) == 1:
            serving[owners[0]].append(span)
    for name, spans in serving.items():
        others = frozenset[str]().union(*(t for n, t in known.items() if n != name))
        cuts: list[Span] = []
        for span in spans:
            inside = any(a <= span[0] and span[1] <= b for a, b in cuts)
            if not inside and fits(_cut(entry, [*cuts, span]), others) == others:
                cuts.append(span)
        yield name, _cut(entry, cuts)


def _cut(entry: Entry, spans: Sequence[Span]) -> Entry:
    text = entry.expression
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + _NEVER + text[end:]
    return replace(entry, expression=text)


def alternatives(expression: str) -> list[Span]:
    """Where each alternative of an expression stands, the outer ones before those inside them.

    What looks ahead or behind is left as it is: without an alternative it would let more pass.
    """
    found: list[Span] = []
    open_: list[tuple[int, list[int], bool]] = [(0, [0], False)]  # start, alternatives, looking
    at = 0
    while at < len(expression):
        letter = expression[at]
        if letter == "\\":
            at += 1
        elif letter == "[" and (listed := _CLASS.match(expression, at)):
            at = listed.end() - 1
        elif letter == "(":
            begin = re.compile(r"\((?:\?(?:<?[!=]|[a-z-]*:|P<\w+>))?").match(expression, at)
            after = begin.end() if begin else at + 1
            looking = open_[-1][2] or expression.startswith(_LOOKING, at)
            open_.append((at, [after], looking))
            at = after - 1
        elif letter == "|":
            open_[-1][1].append(at + 1)
        elif letter == ")":
            found += _closed(open_.pop(), at)
        at += 1
    found += _closed(open_.pop(), len(expression))
    return sorted(found, key=lambda span: (span[0], -span[1]))


def _closed(group: tuple[int, list[int], bool], end: int) -> list[Span]:
    _, starts, looking = group
    if looking or len(starts) == 1:
        return []
    return list(zip(starts, [*(s - 1 for s in starts[1:]), end], strict=True))
