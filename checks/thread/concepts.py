"""The subjects that items speak of: handwriting, attendance, travel. A lexicon lists the words."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from checks.language.categories import Category, changed_lines, lines_in
from checks.language.lexicon import FOLDER, current
from checks.language.lexicon import Lexicon as InForce
from checks.language.memory import remembered
from checks.language.patterns import as_read
from checks.language.phrases import Phrases
from checks.language.verbs import third_person
from checks.language.words import STOP, words_of

LEXICON = FOLDER / "concepts.toml"
UP_WEIGHT = 0.5  # of a concept in the broader one above it
_NOTHING = "nothing"  # what a template phrase speaks of
_SHORTEST_PLURAL = 4  # letters; below that a final s is part of the word


class Mention(NamedTuple):
    """Words of a text that speak of a concept."""

    concept: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Concept:
    """A subject, the area of need that it usually belongs to, and the broader subject above it."""

    name: str
    area: str
    up: str | None


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The concepts, the phrases that show them, and which concepts lie near each other."""

    concepts: Mapping[str, Concept]
    near: Mapping[tuple[str, str], float]
    phrases: Phrases
    template_words: frozenset[str]  # words of every plan, that link nothing: "support", "end"


@remembered
def stem(word: str) -> str:
    """The word without its plural: the only ending that can be dropped without harm."""
    if word[-1:] != "s" and "'" not in word:
        return word
    word = word.removesuffix("'s").replace("'", "")
    if len(word) < _SHORTEST_PLURAL:
        return word
    if len(word) > _SHORTEST_PLURAL and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > _SHORTEST_PLURAL and word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


class Word(NamedTuple):
    """One word of a text: as it is compared, and where it stands."""

    stem: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """The words of a text, in order, each where it stands."""
    return [Word(stem(w.key), w.start, w.end) for w in words_of(text) if w.key != STOP]


def mentions(text: str, lexicon: Lexicon) -> list[Mention]:
    """What a text speaks of. Words inside a longer phrase count only as part of that phrase."""
    found = [
        Mention(concept, span.start, span.end)
        for concept, spans in lexicon.phrases.find(text).items()
        for span in spans
    ]
    return [m for m in _outermost(found) if m.concept != _NOTHING]


def _outermost(found: list[Mention]) -> Iterator[Mention]:
    """The mentions that do not lie inside a longer one; of several for one place, all."""
    reached, start_of_reach = 0, 0
    for mention in sorted(found, key=lambda m: (m.start, -m.end, m.concept)):
        if mention.end > reached:
            start_of_reach, reached = mention.start, mention.end
            yield mention
        elif mention.end == reached and mention.start == start_of_reach:
            yield mention


def standard_lexicon() -> Lexicon:
    """The concepts of the lexicon in force: Goldenthread's own, as an authority changes them."""
    return concepts_of(current())


@lru_cache(maxsize=8)
def concepts_of(words: InForce) -> Lexicon:
    """The concepts of a lexicon."""
    return _compiled(with_changes(standard_data(), words.changes.get("concepts", {})))


def standard_data() -> dict[str, Any]:
    """Our own concepts, as their file has them."""
    return tomllib.loads(LEXICON.read_text(encoding="utf-8"))


def standard_areas() -> tuple[str, ...]:
    """The areas of need that our concepts belong to."""
    entries = standard_data().values()
    return tuple(sorted({entry["area"] for entry in entries if isinstance(entry, dict)}))


def with_changes(ours: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """Our concepts with what the changes add, and without the terms they take away by «-».

    MisreadError says what of the changes cannot be understood, and where it stands.
    """
    merged = dict(ours)
    for name, entry in changes.items():
        if name == "near":
            merged[name] = [*ours.get(name, []), *entry]
        elif isinstance(entry, dict):
            own = ours.get(name, {})
            terms = changed_lines(
                _lines(own.get("terms", "")),
                lines_in(entry.get("terms", ""), (name, "terms")),
                (name, "terms"),
                alike=stem,
            )
            merged[name] = {**own, **entry, "terms": "\n".join(terms)}
        else:
            lines = changed_lines(
                _rows_in(name, ours.get(name, "")), _rows_in(name, entry), (name,), alike=stem
            )
            merged[name] = "\n".join(lines)
    return merged


def _rows_in(name: str, text: str) -> tuple[str, ...]:
    """The words of `template_words`, the lines of `template_phrases`."""
    return tuple(text.split()) if name == "template_words" else lines_in(text, (name,))


def _compiled(data: dict[str, Any]) -> Lexicon:
    template = frozenset(stem(word) for word in data.pop("template_words", "").split())
    terms = {_NOTHING: _lines(data.pop("template_phrases", ""))}
    near: dict[tuple[str, str], float] = {}
    for first, second, weight in data.pop("near", []):
        near[first, second] = near[second, first] = float(weight)
    concepts = {n: Concept(n, entry["area"], entry.get("up")) for n, entry in data.items()}
    terms |= {name: _lines(entry["terms"]) for name, entry in data.items()}
    _check_known(concepts, near)
    phrases = Phrases({name: Category(_inflected(own)) for name, own in terms.items()})
    return Lexicon(concepts, near, phrases, template)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _check_known(concepts: Mapping[str, Concept], near: Iterable[tuple[str, str]]) -> None:
    named = {c for pair in near for c in pair} | {c.up for c in concepts.values() if c.up}
    if named - concepts.keys():
        raise ValueError(f"no such concept: {', '.join(sorted(named - concepts.keys()))}")


def _inflected(terms: Iterable[str]) -> tuple[str, ...]:
    """The terms with every plain word standing for its plural and its singular too."""
    return tuple(with_plurals(term) for term in terms)


def with_plurals(term: str) -> str:
    """A term with its plain words beside their plurals and singulars."""
    if "(" in term or "[" in term:  # there, a bar parts whole rows of words
        return term
    parts = []
    for written in term.replace("-", " ").replace("’", "'").split():
        for word in as_read(written):
            either = (word, stem(word), third_person(stem(word))) if word.isalpha() else (word,)
            parts.append("|".join(dict.fromkeys(either)))
    return " ".join(parts)
