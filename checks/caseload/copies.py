"""The same words in the plans of different children, names, pronouns, numbers and dates aside."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from checks.caseload.alike import Words, groups
from checks.caseload.children import Whose
from checks.caseload.masking import (
    masked,
    names_in,
    speaks_of,
    telling,
    without_names,
    wording,
)
from checks.rubric_parts import Copied
from extractors.listed import Listed
from extractors.plan import EDUCATION, HEALTH_AND_CARE, Item, Kind, Passage, Plan

PARAGRAPH = "paragraph"  # any words that are no outcome, need or line of provision
_KINDS = frozenset({Kind.OUTCOME, Kind.NEED, Kind.PROVISION})
_READ = EDUCATION | HEALTH_AND_CARE
Tally = tuple[tuple[str, int], ...]  # what, and in how many children's plans; the most first


@dataclass(frozen=True, slots=True)
class Copy:
    """One statement of a plan whose words stand in other children's plans too."""

    file: str
    section: str
    item: str | None  # its id; None where the words make up no item
    words: Passage
    kind: str  # "outcome", "need", "provision" or "paragraph"
    telling: int  # how many words it has, names and numbers aside


@dataclass(frozen=True, slots=True)
class Cluster:
    """Words that stand in the plans of several children, with all who hold them.

    `text` is one of the copies as printed, the child's names replaced. The tallies count children.
    """

    code: str  # short, and the same whenever the same words are found
    kind: str  # that of most of its copies
    text: str
    copies: tuple[Copy, ...]  # in the order of the files
    children: int
    writers: Tally  # as the caseload list names them; empty without a list
    settings: Tally
    months: Tally  # of the plans, «2026-05», in the order of time


@dataclass(frozen=True, slots=True)
class _Source:
    """Where a statement comes from."""

    child: str
    plan: Plan
    listed: Listed | None


def clusters(
    plans: Sequence[tuple[str, Plan]],
    rules: Copied,
    whose: Mapping[str, Whose],
    listed: Mapping[str, Listed],
) -> tuple[Cluster, ...]:
    """What was copied between the plans of different children: the most copied first.

    Plans that may be of one child count as plans of one child. Outcomes, needs, provision and all
    other words of Sections A to H2 are looked through together, so that words that one plan has as
    a need and another as a note are found too.
    """
    sources = {file: _Source(whose[file].may_be, plan, listed.get(file)) for file, plan in plans}
    if len({source.child for source in sources.values()}) < rules.children:
        return ()
    stock = [tuple(masked(line, frozenset())) for line in rules.stock_lines]
    said: dict[Words, list[Copy]] = {}
    for file, plan in plans:
        names = names_in(plan)
        for words, copy in statements_of(file, plan):
            of_form = _holds(words, stock) and not speaks_of(copy.words.text, names)
            if copy.telling >= rules.fewest_words and not of_form:
                said.setdefault(words, []).append(copy)
    found = (
        _cluster([copy for words in group for copy in said[words]], group[0], sources, rules)
        for group in groups({words: len(those) for words, those in said.items()}, rules.likeness)
    )
    return tuple(
        sorted((one for one in found if one), key=lambda c: (-c.children, c.kind, c.code, c.text))
    )


def statements_of(file: str, plan: Plan) -> Iterator[tuple[Words, Copy]]:
    """Gives each statement of Sections A to H2 once, with its wording."""
    names = names_in(plan)
    for item in plan.items:
        if item.section in _READ:
            kind = item.kind if item.kind in _KINDS else PARAGRAPH
            words = wording(item.full_text, names)
            text = Passage(item.text, item.place)
            yield words, Copy(file, item.section, item.id, text, kind, telling(words))
    for letter, passage in _outside(plan):
        words = wording(passage.text, names)
        yield words, Copy(file, letter, None, passage, PARAGRAPH, telling(words))


def _outside(plan: Plan) -> Iterator[tuple[str, Passage]]:
    """Gives the words of Sections A to H2 that stand in no item."""
    told = "\n".join(part for item in plan.items for part in _printed(item))
    for section in plan.sections:
        if section.letter in _READ:
            yield from ((section.letter, p) for p in section.passages if p.text not in told)


def _printed(item: Item) -> Iterator[str]:
    yield item.text
    yield item.stem
    yield from (column.text for column in item.columns)


def _holds(words: Words, stock: Iterable[Words]) -> bool:
    """Whether a line has any of those words: it speaks of the plan or the law."""
    text = f" {' '.join(words)} "
    return any(f" {' '.join(line)} " in text for line in stock if line)


def _cluster(
    copies: Sequence[Copy], first: Words, sources: Mapping[str, _Source], rules: Copied
) -> Cluster | None:
    """Those copies as one; nothing where too few children's plans hold them."""
    held = {sources[copy.file].child: sources[copy.file] for copy in copies}
    if len(held) < rules.children:
        return None
    kinds = Counter(copy.kind for copy in copies)
    example = copies[0]
    return Cluster(
        code=f"{zlib.crc32(' '.join(first).encode()):08X}"[:6],
        kind=max(sorted(kinds), key=lambda kind: kinds[kind]),
        text=without_names(example.words.text, names_in(sources[example.file].plan)),
        copies=tuple(sorted(copies, key=lambda c: (c.file, c.section, c.item or "", c.words.text))),
        children=len(held),
        writers=_most(source.listed.writer for source in held.values() if source.listed),
        settings=_most(_setting(source) for source in held.values()),
        months=tuple(sorted(_most(_month(source) for source in held.values()))),
    )


def _setting(source: _Source) -> str:
    of_list = source.listed.setting if source.listed else ""
    return of_list or source.plan.facts.setting or ""


def _month(source: _Source) -> str:
    day = source.plan.facts.date
    return f"{day:%Y-%m}" if day else ""


def _most(values: Iterable[str]) -> Tally:
    """How often each value stands there, the most frequent first; what is not known left out."""
    counts = Counter(value for value in values if value)
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0])))
