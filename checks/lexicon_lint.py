"""What should be mended in a file of words before plans are judged by it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import takewhile
from pathlib import Path
from typing import Any

from checks.language.categories import Name, Row, categories_in, lines_in, rows_of
from checks.language.lexicon import FOLDER, OURS, Lexicon
from checks.language.patterns import tokens
from checks.language.verbs import forms
from checks.language.words import words_of
from checks.lexicon_file import lexicon_in
from checks.thread.concepts import concepts_of, mentions, stem, with_plurals
from checks.toml_lines import Key, Written, read_toml

BACKGROUND = FOLDER / "background.txt"  # a line for each statement of the sample plans
_MOST_CONCEPTS = 2  # that may claim one term
_MOST_TEXTS = 0.15  # of the background: a word that stands in more of it tells nothing
_OPEN = frozenset({"#", "_", "..."})  # what stands for other words
_LISTS = ("patterns", "except")
_MOST_ROWS = 300  # of words in one line; a longer one is not held against the others
_IDLE = re.compile(r"\([^()|]*\)")  # round brackets with no choice in them


@dataclass(frozen=True, slots=True)
class Remark:
    """Something in a file of words that should be mended, or at least looked at."""

    file: str
    line: int
    words: str
    why: str
    must: bool = True  # False: it is worth a look, and may be meant so


@dataclass(frozen=True, slots=True)
class Term:
    """One line of a list of words, and the rows of words that it stands for."""

    written: Written
    key: Key
    words: str
    rows: tuple[Row, ...]
    linted: bool  # it stands in the file that is looked through

    def remark(self, why: str, *, must: bool = True) -> Remark:
        """What is to be said of it."""
        line = self.written.line_with(self.words, *self.key)
        return Remark(self.written.name, line, self.words, why, must)


@dataclass(frozen=True, slots=True)
class Words:
    """One list of words: a concept, the patterns of a category, or what it excepts."""

    name: str
    terms: tuple[Term, ...]


class Background:
    """Texts that plans are made of, and in which of them each word stands."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = tuple(texts)

    @cached_property
    def _places(self) -> dict[str, set[int]]:
        found: dict[str, set[int]] = {}
        for n, text in enumerate(self.texts):
            for word in words_of(text):
                found.setdefault(word.key, set()).add(n)
                found.setdefault(stem(word.key), set()).add(n)
        return found

    def share(self, word: str) -> float:
        """The share of texts in which a word, or any that begins as `word*` does, stands."""
        if word.endswith("*"):
            held = [texts for key, texts in self._places.items() if key.startswith(word[:-1])]
            return len(set().union(*held)) / len(self.texts)
        return len(self._places.get(stem(word), ())) / len(self.texts)


def background() -> Background:
    """The statements of the sample plans."""
    return Background(BACKGROUND.read_text(encoding="utf-8").splitlines())


def lint_ours(texts: Background) -> list[Remark]:
    """What should be mended in our own words."""
    lists: list[Words] = []
    concepts: list[Words] = []
    for path in sorted(FOLDER.glob("*.toml")):
        written = read_toml(path)
        if path.stem == "concepts":
            concepts += _concepts(written, written.content, ())
        else:
            lists += _categories(written, written.content, ())
    return _in_order([*_lists(lists), *_subjects(concepts, texts, OURS)])


def lint(path: Path, texts: Background) -> list[Remark]:
    """What should be mended in an authority's words, seen beside ours."""
    written = read_toml(path)
    lexicon = lexicon_in(written, written.content)
    found: list[Remark] = []
    for name, tables in lexicon.changes.items():
        read = _concepts if name == "concepts" else _categories
        both = _together(read(written, tables, (name,)), _ours(name))
        found += _subjects(both, texts, lexicon) if name == "concepts" else _lists(both)
    return _in_order(found)


@cache
def _ours(name: str) -> tuple[Words, ...]:
    """Our own lists of one file, which are not looked through here."""
    written = read_toml(FOLDER / f"{name}.toml")
    read = _concepts if name == "concepts" else _categories
    return tuple(read(written, written.content, (), linted=False))


def _in_order(remarks: Iterable[Remark]) -> list[Remark]:
    return sorted(set(remarks), key=lambda r: (r.file, r.line, r.words, r.why))


def _together(theirs: Iterable[Words], ours: Iterable[Words]) -> list[Words]:
    """Our lists, each with their terms of the same list after ours; and those that are theirs."""
    own = {words.name: words for words in ours}
    more = {words.name: words for words in theirs}
    return [
        Words(
            name,
            tuple(term for side in (own, more) if name in side for term in side[name].terms),
        )
        for name in {**own, **more}
    ]


def _categories(
    written: Written, tables: Mapping[str, Any], above: Name, *, linted: bool = True
) -> Iterator[Words]:
    """The lists of a phrase file, each what it finds and what it excepts by itself."""
    for name, category in categories_in(tables).items():
        for which, lines in zip(_LISTS, (category.patterns, category.excepted), strict=True):
            key = (*above, *name.split("."), which)
            inflect = category.inflect and which == _LISTS[0]
            first = forms if inflect else None
            terms = tuple(_terms(written, lines, key, linted=linted, first=first))
            yield Words(f"{name}.{which}", terms)


def _concepts(
    written: Written, tables: Mapping[str, Any], above: Name, *, linted: bool = True
) -> Iterator[Words]:
    for name, entry in tables.items():
        if isinstance(entry, dict):
            key = (*above, name, "terms")
            lines = lines_in(entry.get("terms", ""), key)
            yield Words(name, tuple(_terms(written, lines, key, linted=linted, spelt=with_plurals)))


def _terms(
    written: Written,
    lines: Iterable[str],
    key: Key,
    *,
    linted: bool,
    first: Callable[[str], tuple[str, ...]] | None = None,
    spelt: Callable[[str], str] = str,
) -> Iterator[Term]:
    """The lines of a list; `first` gives the forms of a row's first word, `spelt` those of all."""
    for line in lines:
        if not line.startswith("-"):
            rows = rows_of(spelt(line))
            if first:
                rows = [(form, *row[1:]) for row in rows for form in first(row[0])]
            few = tuple(rows) if len(rows) <= _MOST_ROWS else ()
            yield Term(written, key, line, few, linted)


def _lists(lists: Sequence[Words]) -> Iterator[Remark]:
    """What is said of lists of phrases."""
    by_name = {words.name: words for words in lists}
    for words in lists:
        yield from _unreadable(words)
        yield from _swallowed(words)
        beside = by_name.get(f"{words.name.removesuffix(_LISTS[0])}{_LISTS[1]}")
        if beside and words.name.endswith(_LISTS[0]):
            yield from _excepted(words, beside)


def _subjects(concepts: Sequence[Words], texts: Background, lexicon: Lexicon) -> Iterator[Remark]:
    """What is said of concepts."""
    for words in concepts:
        yield from _unreadable(words)
        yield from _swallowed(words)
        yield from _everywhere(words, texts)
    yield from _claimed(concepts)
    yield from _silent(concepts, texts, lexicon)


def _unreadable(words: Words) -> Iterator[Remark]:
    """Terms with a word that no text can have, because a sign in it is read otherwise."""
    for term in words.terms:
        if term.linted:
            odd = next((token for token in tokens(term.words) if not _can_stand(token)), None)
            if odd:
                yield term.remark(f"«{odd}» can never be found: no text has it as one word")
            elif _IDLE.search(term.words):
                yield term.remark("what stands in the round brackets is no choice: take them away")


def _can_stand(token: str) -> bool:
    """Whether a text can have it as a word."""
    if token in _OPEN:
        return True
    plain = token.removesuffix("*")
    return [word.key for word in words_of(plain)] == [plain]


def _swallowed(words: Words) -> Iterator[Remark]:
    """Terms that find nothing which another of the same list does not find as well."""
    same: dict[Row, list[Term]] = {}
    wide: dict[tuple[int, str], list[tuple[Row, Term]]] = {}
    for term in words.terms:
        for row in term.rows:
            same.setdefault(row, []).append(term)
            if any(word[-1] == "*" or word == "_" for word in row):
                wide.setdefault((len(row), row[0][0]), []).append((row, term))
    for term in words.terms:
        by = [_finder(row, term, same, wide) for row in term.rows] if term.linted else []
        if by and by[0] and all(by):
            yield term.remark(f"«{by[0].words}» in «{words.name}» finds it already")


def _finder(
    row: Row,
    term: Term,
    same: Mapping[Row, Sequence[Term]],
    wide: Mapping[tuple[int, str], Sequence[tuple[Row, Term]]],
) -> Term | None:
    """Another term that finds a row of words: a wider one, or one before it with the same row."""
    wider = (*wide.get((len(row), row[0][0]), ()), *wide.get((len(row), "_"), ()))
    found = next((o for r, o in wider if r != row and o is not term and _covers(r, row)), None)
    before = takewhile(lambda other: other is not term, same[row])
    return found or next(before, None)


def _covers(wide: Row, narrow: Row) -> bool:
    return all(
        w == n or (w == "_" and n != "#") or (w[-1] == "*" and n[0] not in "#_" and _begins(w, n))
        for w, n in zip(wide, narrow, strict=True)
    )


def _begins(prefix: str, word: str) -> bool:
    return word.startswith(prefix[:-1])


def _excepted(words: Words, beside: Words) -> Iterator[Remark]:
    rows = {row for term in beside.terms for row in term.rows}
    for term in words.terms:
        if term.linted and term.rows and rows.issuperset(term.rows):
            yield term.remark("it can never be found: the same list excepts it")


def _everywhere(words: Words, texts: Background) -> Iterator[Remark]:
    for term in words.terms:
        single = [row[0] for row in term.rows if len(row) == 1 and row[0] not in _OPEN]
        if term.linted and single:
            share = max(texts.share(word) for word in single)
            if share > _MOST_TEXTS:
                yield term.remark(f"it stands in {share:.0%} of statements, so it tells nothing")


def _claimed(concepts: Sequence[Words]) -> Iterator[Remark]:
    claims: dict[Row, dict[str, Term]] = {}
    for words in concepts:
        for term in words.terms:
            for row in term.rows:
                claims.setdefault(row, {})[words.name] = term
    for by in claims.values():
        if len(by) > _MOST_CONCEPTS:
            for term in by.values():
                if term.linted:
                    yield term.remark(f"{len(by)} concepts claim it: {', '.join(sorted(by))}")


def _silent(concepts: Sequence[Words], texts: Background, lexicon: Lexicon) -> Iterator[Remark]:
    known = concepts_of(lexicon)
    heard = {m.concept for text in texts.texts for m in mentions(text, known)}
    for words in concepts:
        linted = [term for term in words.terms if term.linted]
        if linted and words.name not in heard:
            why = f"no statement looked through speaks of «{words.name}»"
            yield linted[0].remark(why, must=False)
