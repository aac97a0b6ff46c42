"""The subjects that items speak of: handwriting, attendance, travel. A lexicon lists the words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

LEXICON = Path(__file__).parent.parent / "lexicon"
LONGEST_TEXT = 2_000  # characters of one item that are read
_SHORTEST_PLURAL = 4  # letters; below that a final s is part of the word
UP_WEIGHT = 0.5  # of a concept in the broader one above it
_NOTHING = ""  # what a template phrase speaks of

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: as it is compared, and where it stands."""

    stem: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
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
    terms: tuple[str, ...]


@dataclass(slots=True)
class _Node:
    exact: dict[str, _Node] = field(default_factory=dict)
    prefixes: dict[str, _Node] = field(default_factory=dict)
    concepts: list[str] = field(default_factory=list)
    seen: dict[str, tuple[_Node, ...]] = field(default_factory=dict)

    def after(self, stem: str) -> tuple[_Node, ...]:
        """The nodes that a word leads to from here."""
        found = self.seen.get(stem)
        if found is None:
            exact = self.exact.get(stem)
            found = (exact,) if exact else ()
            found += tuple(node for head, node in self.prefixes.items() if stem.startswith(head))
            self.seen[stem] = found
        return found


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The concepts, their words ready to be looked up, and which concepts lie near each other."""

    concepts: dict[str, Concept]
    near: dict[tuple[str, str], float]
    root: _Node
    template_words: frozenset[str]  # words of every plan, that link nothing: "support", "end"


def stem(word: str) -> str:
    """The word without its plural: the only ending that can be dropped without harm."""
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


def words(text: str) -> list[Word]:
    """The words of a text, in order, each where it stands."""
    plain = text[:LONGEST_TEXT].lower().replace("\u2019", "'")
    return [Word(stem(m.group()), m.start(), m.end()) for m in _WORD.finditer(plain)]


def mentions(text_words: list[Word], lexicon: Lexicon) -> list[Mention]:
    """What the words speak of. Words inside a longer phrase count only as part of that phrase."""
    found = []
    for first in range(len(text_words)):
        nodes: tuple[_Node, ...] = (lexicon.root,)
        last = first
        while nodes and last < len(text_words):
            nodes = tuple(n for node in nodes for n in node.after(text_words[last].stem))
            start, end = text_words[first].start, text_words[last].end
            found += [Mention(c, start, end) for node in nodes for c in node.concepts]
            last += 1
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


@cache
def standard_lexicon() -> Lexicon:
    """Goldenthread's own concepts."""
    return load_lexicon((LEXICON / "concepts.toml",))


@lru_cache(maxsize=8)
def load_lexicon(paths: tuple[Path, ...]) -> Lexicon:
    """The concepts of those files, the later over the earlier.

    Raises ValueError, naming the file, where one of them cannot be understood.
    """
    concepts: dict[str, Concept] = {}
    near: dict[tuple[str, str], float] = {}
    template: set[str] = set()
    phrases: list[str] = []
    for path in paths:
        try:
            data = tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as fault:
            raise ValueError(f"{path.name} cannot be read as a word list: {fault}") from fault
        template.update(stem(w) for w in data.pop("template_words", "").split())
        phrases += data.pop("template_phrases", "").strip().splitlines()
        for first, second, weight in data.pop("near", []):
            near[first, second] = near[second, first] = float(weight)
        for name, entry in data.items():
            terms = tuple(t.strip() for t in entry["terms"].splitlines() if t.strip())
            concepts[name] = Concept(name, entry["area"], entry.get("up"), terms)
    unknown = {c for pair in near for c in pair} | {c.up for c in concepts.values() if c.up}
    if unknown - concepts.keys():
        raise ValueError(f"no such concept: {', '.join(sorted(unknown - concepts.keys()))}")
    spoken = [(term, c.name) for c in concepts.values() for term in c.terms]
    spoken += [(phrase, _NOTHING) for phrase in phrases]
    return Lexicon(concepts, near, _tree(spoken), frozenset(template))


def _tree(terms: Iterable[tuple[str, str]]) -> _Node:
    root = _Node()
    for term, concept in terms:
        node = root
        for part in re.findall(r"[a-z0-9']+\*?", term.lower().replace("\u2019", "'")):
            if part.endswith("*"):
                node = node.prefixes.setdefault(part[:-1], _Node())
            else:
                node = node.exact.setdefault(stem(part), _Node())
        if concept not in node.concepts:
            node.concepts.append(concept)
    return root
