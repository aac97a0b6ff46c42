"""How alike two items are by the words they use: the signals that a link is weighed by.

Contrast within the plan counts for more than likeness as such: in a plan where every need is about
language, sharing the word "language" says nothing.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from checks.thread.concepts import UP_WEIGHT, Lexicon, Mention, Word, mentions, words
from checks.thread.table import WordTable
from extractors.plan import Item

Matrix = NDArray[np.float64]

SIGNALS = (
    "words",
    "concepts",
    "row contrast",
    "column contrast",
    "row best",
    "column best",
    "not apart",
    "few targets under heading",
    "few sources under heading",
    "order",
)

SIGNALS_WITH_TABLE = (*SIGNALS, "table")  # where the rubric names a word table

_SHARES = (0.8, 0.2, 0.35)  # of words, concepts and word table in how alike two items are
_SPREAD_FLOOR = 0.05  # so that one small difference in a dull row is not taken for contrast
_RARITY_POWER = 0.7  # so that one word that stands twice in a plan does not outweigh its subject
_UP_NEARNESS = 0.3  # of a concept to the broader one above it
_PURPOSE = re.compile(
    r"\b(?:so that|so (?:he|she|i|they|we)\b|in order (?:that|to)|to enable)(.*)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Subject:
    """What one item speaks of."""

    item: Item
    words: tuple[Word, ...]  # those that tell something: no template words, names or numbers
    mentions: tuple[Mention, ...]
    said: Mapping[str, tuple[str, ...]]  # concept to the words in which the item mentions it

    @property
    def concepts(self) -> frozenset[str]:
        """The concepts it mentions."""
        return frozenset(self.said)


@dataclass(frozen=True, slots=True)
class Vectors:
    """The items of one plan as rows of numbers: by their words, and by their concepts.

    And by where their words lie in a word table, where there is one.
    """

    words: Matrix
    concepts: Matrix
    table: Matrix | None = None

    def part(self, here: slice) -> Vectors:
        """Some of the items."""
        table = None if self.table is None else self.table[here]
        return Vectors(self.words[here], self.concepts[here], table)


def subject(item: Item, lexicon: Lexicon, names: frozenset[str]) -> Subject:
    """What the item speaks of. `names` are the child's: they link nothing."""
    text = item.full_text
    silent = lexicon.template_words | names
    telling = (
        w for w in words(text) if w.stem not in silent and len(w.stem) > 1 and not w.stem.isdigit()
    )
    spoken = tuple(mentions(text, lexicon))
    said: dict[str, dict[str, None]] = {}
    for m in spoken:
        said.setdefault(m.concept, {})[text[m.start : m.end]] = None
    return Subject(item, tuple(telling), spoken, {c: tuple(w) for c, w in said.items()})


def purpose(outcome: Subject) -> Subject:
    """What an outcome says it is for; nothing where it does not say."""
    found = _PURPOSE.search(outcome.item.full_text)
    start = found.start(1) if found else len(outcome.item.full_text)
    return Subject(
        outcome.item,
        tuple(w for w in outcome.words if w.start >= start),
        tuple(m for m in outcome.mentions if m.start >= start),
        {},
    )


def vectors(
    subjects: Sequence[Subject], lexicon: Lexicon, table: WordTable | None = None
) -> Vectors:
    """The subjects as numbers. Words that most items of the plan share weigh little."""
    bags = [Counter(w.stem for w in s.words) for s in subjects]
    by_word = _weighted(bags, sorted({word for bag in bags for word in bag}))
    by_concept = _weighted([_lit(s, lexicon) for s in subjects], sorted(lexicon.concepts))
    return Vectors(by_word, by_concept, _lying(subjects, table) if table else None)


def _lying(subjects: Iterable[Subject], table: WordTable) -> Matrix:
    """Where the words of each subject lie in a table."""
    said = ([s.item.full_text[w.start : w.end] for w in s.words] for s in subjects)
    return np.array([table.vector(words) for words in said], dtype=float)


def _lit(spoken: Subject, lexicon: Lexicon) -> Counter[str]:
    """The concepts of a text and, more faintly, the broader ones above them."""
    counts = Counter(m.concept for m in spoken.mentions)
    lit: Counter[str] = Counter()
    for concept, count in counts.items():
        weight = 1.0 + math.log(count)
        lit[concept] += weight  # type: ignore[assignment]  # a Counter adds up any number
        above = lexicon.concepts[concept].up
        if above:
            lit[above] += UP_WEIGHT  # type: ignore[assignment]
    return lit


def _weighted(bags: Sequence[Counter[str]], order: Sequence[str]) -> Matrix:
    """One row for each bag; what is rare in this plan weighs more."""
    place = {name: column for column, name in enumerate(order)}
    matrix = np.zeros((len(bags), len(order)))
    for row, bag in enumerate(bags):
        for name, count in bag.items():
            matrix[row, place[name]] = 1.0 + math.log(count) if isinstance(count, int) else count
    spread = (matrix > 0).sum(axis=0)
    rarity: Matrix = np.log((len(bags) + 1) / (spread + 0.5)) ** _RARITY_POWER
    return matrix * rarity


@lru_cache(maxsize=8)
def nearness(lexicon: Lexicon) -> Matrix:
    """How near each concept lies to each other one: 1 to itself."""
    order = {name: row for row, name in enumerate(sorted(lexicon.concepts))}
    matrix = np.eye(len(order))
    for (first, second), weight in lexicon.near.items():
        matrix[order[first], order[second]] = weight
    for concept in lexicon.concepts.values():
        if concept.up:
            here, above = order[concept.name], order[concept.up]
            matrix[here, above] = matrix[above, here] = max(_UP_NEARNESS, matrix[here, above])
    return matrix


def cosine(left: Matrix, right: Matrix, near: Matrix | None = None) -> Matrix:
    """The likeness of each left row to each right row, 0 to 1; `near` lets columns stand in."""
    bridged = left if near is None else left @ near
    lengths = np.outer(_length(left, near), _length(right, near))
    product = bridged @ right.T
    return np.divide(product, lengths, out=np.zeros_like(product), where=lengths > 0)


def _length(rows: Matrix, near: Matrix | None) -> Matrix:
    squares = np.einsum("ij,ij->i", rows if near is None else rows @ near, rows)
    return np.asarray(np.sqrt(np.maximum(squares, 0.0)))


def signals(alike: Sequence[Matrix], placed: Sequence[Matrix]) -> Matrix:
    """The signals of each pair, in the order of SIGNALS, or of SIGNALS_WITH_TABLE.

    From its likenesses by words, by concepts and by the table, where there is one; and from where
    the two stand: `placed` has the last of SIGNALS.
    """
    by_words, by_concepts, *by_table = alike
    likeness = np.asarray(sum(share * one for share, one in zip(_SHARES, alike, strict=False)))
    best_in_row = (likeness >= likeness.max(axis=1, keepdims=True)) & (likeness > 0)
    best_in_column = (likeness >= likeness.max(axis=0, keepdims=True)) & (likeness > 0)
    return np.stack(
        [
            by_words,
            by_concepts,
            _contrast(likeness, 1),
            _contrast(likeness, 0),
            best_in_row.astype(float),
            best_in_column.astype(float),
            *placed,
            *by_table,
        ],
        axis=-1,
    )


def _contrast(likeness: Matrix, axis: int) -> Matrix:
    middle = likeness.mean(axis=axis, keepdims=True)
    return np.asarray(
        (likeness - middle) / (likeness.std(axis=axis, keepdims=True) + _SPREAD_FLOOR)
    )
