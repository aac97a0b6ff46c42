"""Leave-one-layout-out: each sample layout read as if nobody had ever seen it.

For each layout, its plans are read twice: with all words, and without those that only its own
sample plans justify. Taken away is, from every list of headings.toml, wording.toml and cover.toml
(titles, roles, areas, labels, small words, words of sentences, labels of covers, titles of other
documents):

- an entry that fits some text of that layout's plans and no text of any other layout's;
- of the entries that are left, each alternative (what stands between two "|" in it) without which
  a text of that layout's plans is no longer known, and no other layout's text is missed. So
  "outcomes? (sought|wanted|for)" loses "wanted" where one layout alone prints "Outcomes wanted".

What fits is found by noting every text that the reading asks about, not only those that decided.

Not taken away: what no sample plan prints at all, for nothing can show for whose sake it is there;
the reading's code, with the patterns in it for letters, numbers and dates, and its figures (how
many words a heading has, what a mark weighs), which were chosen looking at all layouts together.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractors.document import Document
from extractors.guards import take_in
from extractors.plan import Plan
from extractors.read import document_in
from extractors.reading import step_by_step
from extractors.status import Unreadable
from extractors.vocabulary import Entry, Vocabulary, standard
from tests.score.likeness import Tally, tallied
from tests.score.trimming import fits, without

_SMALL = frozenset({"plain", "references"})  # tables of single words
_LINE = 20  # words: in longer lines, single words are not asked about


class Noting(Vocabulary):
    """The standard vocabulary, noting every text that is asked about."""

    def __init__(self) -> None:
        super().__init__(standard().entries)
        self.asked: dict[str, set[str]] = defaultdict(set)  # by table

    def first(self, table: str, readings: tuple[str, ...]) -> str | None:
        """Notes all readings, those after the one that decides too."""
        self.asked[table].update(readings)
        return super().first(table, readings)

    def every(self, table: str, readings: tuple[str, ...]) -> tuple[str, ...]:
        """The same."""
        self.asked[table].update(readings)
        return super().every(table, readings)

    def whole(self, table: str, name: str, readings: tuple[str, ...]) -> bool:
        """The same."""
        self.asked[table].update(readings)
        return super().whole(table, name, readings)

    def within(self, table: str, name: str, text: str) -> bool:
        """The same."""
        self.asked[table].add(text)
        return super().within(table, name, text)


@dataclass
class Layout:
    """One layout's sample plans, and the texts in them that are asked about, by table."""

    plans: list[tuple[Document, Mapping[str, Any]]] = field(default_factory=list)
    asked: dict[str, set[str]] = field(default_factory=dict)

    def read(self, vocabulary: Vocabulary) -> Tally:
        """How well its plans are read by that vocabulary."""
        total = Tally()
        for document, truth in self.plans:
            plan = step_by_step(document, vocabulary=vocabulary).plan
            total += tallied(plan if isinstance(plan, Plan) else None, truth)
        return total


def score_left_out(folder: Path, truths: Path) -> Iterator[str]:
    """Both figures of each layout, and what was taken away."""
    layouts = _layouts(folder, truths)
    taken = _taken_away(layouts)
    yield f"{'':18} {'all words':^25}   {'its own words left out':^25}"
    yield f"{'layout':18} {_HEADS}   {_HEADS}   taken away"
    sums = Tally(), Tally()
    for name, layout in layouts.items():
        before = layout.read(standard())
        after = layout.read(taken[name].vocabulary())
        sums = sums[0] + before, sums[1] + after
        yield f"{name:18} {before}   {after}   {taken[name]}"
    yield f"{'all':18} {sums[0]}   {sums[1]}"


_HEADS = "section  item   A    B    E    F"


@dataclass(frozen=True, slots=True)
class Taken:
    """What only one layout justifies: whole entries, and entries with some alternatives left."""

    gone: frozenset[Entry]
    trimmed: Mapping[Entry, Entry]

    def vocabulary(self) -> Vocabulary:
        """The standard vocabulary without it."""
        kept = (e for e in standard().entries if e not in self.gone)
        return Vocabulary(self.trimmed.get(e, e) for e in kept)

    def __str__(self) -> str:
        """Gives the counts."""
        return f"{len(self.gone)} entries, alternatives of {len(self.trimmed)}"


def _layouts(folder: Path, truths: Path) -> dict[str, Layout]:
    """The sample layouts in the order of their names, every plan opened."""
    found: dict[str, Layout] = defaultdict(Layout)
    for path in sorted(truths.glob("*.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        if truth["status"] == "auditable" and (document := _opened(folder / truth["file"])):
            found[truth["layout"]].plans.append((document, truth))
    for layout in found.values():
        layout.asked = _asked(layout)
    return dict(sorted(found.items()))


def _opened(path: Path) -> Document | None:
    content = take_in(path)
    document = content if isinstance(content, Unreadable) else document_in(content)
    return None if isinstance(document, Unreadable) else document


def _asked(layout: Layout) -> dict[str, set[str]]:
    """Every text that the reading of a layout's plans asks about."""
    noting = Noting()
    words: set[str] = set()
    for document, _ in layout.plans:
        lines = step_by_step(document, vocabulary=noting).lines
        short = (line.text.lower().split() for line in lines)
        words |= {w.strip(".,:;()") for said in short if len(said) <= _LINE for w in said}
    return {**noting.asked, **dict.fromkeys(_SMALL, words)}


def _taken_away(layouts: Mapping[str, Layout]) -> dict[str, Taken]:
    """For each layout, what no other layout justifies."""
    gone: dict[str, set[Entry]] = {name: set() for name in layouts}
    trimmed: dict[str, dict[Entry, Entry]] = {name: {} for name in layouts}
    for entry in standard().entries:
        known = {
            name: texts
            for name, layout in layouts.items()
            if (texts := fits(entry, layout.asked.get(entry.table, ())))
        }
        if len(known) == 1:
            gone[next(iter(known))].add(entry)
        elif known:
            for name, less in without(entry, known):
                trimmed[name][entry] = less
    return {name: Taken(frozenset(gone[name]), trimmed[name]) for name in layouts}
