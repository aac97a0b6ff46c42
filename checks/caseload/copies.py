"""The same words in the plans of different children, names, pronouns and numbers aside.

Near-linear: statements are compared only where they share one of the few smallest hashes of their
five-word runs, and then with one statement of each group, never each with each.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from checks.caseload.children import Whose
from checks.rubric import Copied
from extractors.plan import Item, Kind, Plan

_RUN = 5  # words
_SKETCH = 8  # hashes that stand for a statement
_COMMON = 50  # groups that share a run of words: then it is a turn of phrase, and tells nothing
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+")
_PRONOUN = re.compile(
    r"he|she|they|him|her|them|his|hers|theirs?|(?:him|her|my|them)sel(?:f|ves)|i|me|my|mine|we|us|our"
)
_NUMBER = re.compile(
    r"\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|"
    r"forty|fifty|january|february|march|april|may|june|july|august|september|october|november|"
    r"december"
)


@dataclass(frozen=True, slots=True)
class Copy:
    """A statement whose words stand in other children's plans too."""

    children: int  # in whose plans it stands, this one among them
    group: str  # a short code that all of them share


@dataclass(frozen=True, slots=True)
class _Statement:
    """One statement of a plan, its words masked."""

    file: str
    child: str
    item: str
    words: tuple[str, ...]
    runs: frozenset[int]


Copies = Mapping[str, Mapping[str, Copy]]  # by file, then by item


def copies(
    plans: Sequence[tuple[str, Plan]], kind: Kind, rules: Copied, whose: Mapping[str, Whose]
) -> Copies:
    """The statements of that kind that stand in the plans of several children.

    Plans that may be of one child count as plans of one child.
    """
    stock = [tuple(masked(line, frozenset())) for line in rules.stock_lines]
    statements = [
        statement
        for file, plan in plans
        for item in plan.of(kind)
        if (statement := _statement(file, whose[file].may_be, plan, item, rules.fewest_words))
        and not _is_stock(statement.words, stock)
    ]
    found: dict[str, dict[str, Copy]] = {}
    for group in _groups(statements, rules.likeness):
        children = len({s.child for s in group})
        if children < rules.children:
            continue
        code = f"{zlib.crc32(' '.join(min(s.words for s in group)).encode()):08X}"[:4]
        for statement in group:
            found.setdefault(statement.file, {})[statement.item] = Copy(children, code)
    return found


def masked(text: str, names: frozenset[str]) -> list[str]:
    """The words of a text, with the child's names, pronouns and numbers made the same."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).lower()
    plain = plain.encode("ascii", "ignore").decode()
    return [_mask(word, names) for word in _WORD.findall(plain)]


def _mask(word: str, names: frozenset[str]) -> str:
    if word.removesuffix("'s") in names or _PRONOUN.fullmatch(word):
        return "@"
    return "#" if _NUMBER.fullmatch(word) else word


def _names(plan: Plan) -> frozenset[str]:
    called = f"{plan.child.name or ''} {plan.child.known_as or ''}"
    return frozenset(w for w in masked(called, frozenset()) if len(w) > 1)


def _statement(file: str, child: str, plan: Plan, item: Item, fewest: int) -> _Statement | None:
    words = tuple(masked(item.full_text, _names(plan)))
    if sum(word not in ("@", "#") for word in words) < fewest:
        return None
    runs = frozenset(
        zlib.crc32(" ".join(words[n : n + _RUN]).encode()) for n in range(len(words) - _RUN + 1)
    )
    return _Statement(file, child, item.id, words, runs)


def _is_stock(words: tuple[str, ...], stock: Iterable[tuple[str, ...]]) -> bool:
    """Whether a line speaks of the plan or the law, and not of the child."""
    if "@" in words:
        return False
    text = f" {' '.join(words)} "
    return any(f" {' '.join(line)} " in text for line in stock if line)


def _groups(statements: Iterable[_Statement], likeness: float) -> list[list[_Statement]]:
    """The statements that are alike, put together; each is compared with a group's first."""
    groups: list[list[_Statement]] = []
    by_hash: dict[int, list[int]] = {}
    same: dict[tuple[str, ...], int] = {}
    for statement in statements:
        if statement.words in same:
            groups[same[statement.words]].append(statement)
            continue
        sketch = sorted(statement.runs)[:_SKETCH]
        telling = [h for h in sketch if len(by_hash.get(h, ())) < _COMMON]
        near = dict.fromkeys(g for h in telling for g in by_hash.get(h, ()))
        home = next((g for g in near if _like(statement, groups[g][0]) >= likeness), None)
        if home is None:
            home = len(groups)
            groups.append([])
            for h in telling:
                by_hash.setdefault(h, []).append(home)
        groups[home].append(statement)
        same[statement.words] = home
    return groups


def _like(one: _Statement, other: _Statement) -> float:
    """The share of the runs of words of both that both have."""
    return len(one.runs & other.runs) / len(one.runs | other.runs)
