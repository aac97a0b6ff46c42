"""Items in the making, and words that only repeat one of them in another section."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from extractors import wording
from extractors.document import Place
from extractors.headings import Role
from extractors.pieces import Piece
from extractors.plan import Column, Item, Kind

ALIKE = 0.8  # of the shorter's words: a title or a summary
_REPEATED = 0.85  # of all words: the same sentence


@dataclass(slots=True)
class Made:
    """One item in the making, with the paragraphs that it comes from."""

    piece: Piece
    text: str
    number: str
    kind: Kind
    stem: str = ""
    parts: list[Piece] = field(default_factory=list)  # sub-bullets that are part of it
    columns: list[Column] = field(default_factory=list)
    quotes: Made | None = None  # it only repeats this item, printed in its own section
    under: Made | None = None  # it stands under a repetition of this item
    id: str = ""

    @property
    def groups(self) -> set[int]:
        """The cells and lines that it comes from."""
        return {self.piece.group, *(p.group for p in self.parts)}

    @property
    def refers(self) -> list[tuple[Role, str]]:
        """What is printed with it as a reference."""
        return [r for p in (self.piece, *self.parts) for r in p.refers]

    def item(self) -> Item:
        """The item as the plan holds it."""
        piece = self.piece
        return Item(
            self.id,
            piece.letter,
            self.kind,
            self.text,
            self._place(),
            self.number,
            piece.area,
            piece.heading,
            self.stem,
            tuple(self.columns),
        )

    def _place(self) -> Place:
        """Where its first word stands; as certain as the least certain of its words."""
        place = self.piece.place
        others = (*(p.place for p in self.parts), *(c.place for c in self.columns))
        least = min((other.confidence for other in others), default=1.0)
        return place if least >= place.confidence else replace(place, confidence=least)


@dataclass(frozen=True, slots=True)
class Items:
    """The items of a plan, and the words that only repeat one of them elsewhere."""

    made: list[Made]
    quotes: list[Made]


def without_quotes(made: list[Made]) -> Items:
    """Parts the items from words that repeat another section's item, as a table of F does."""
    own = [m for m in made if m.piece.own]
    repeatable = [(m, bag(m.text)) for m in own if m.piece.letter in "BE"]
    kept: list[Made] = []
    quotes: list[Made] = []
    above: Made | None = None
    for one in made:
        same = [m for m in own if m.piece.letter == one.piece.letter]
        if one.piece.own:
            one.quotes = _repeated(one, repeatable)
            if above and (one.quotes or above.piece.region != one.piece.region):
                above = None
            above = one if one.quotes else above
            one.under = above.quotes if above else None
        else:
            one.quotes = _closest(one, same)
        lost = same and not one.piece.own and not _brought_home(one)
        (quotes if one.quotes or lost else kept).append(one)
    return Items(kept, quotes)


def _brought_home(one: Made) -> bool:
    """Words under a heading of another section that repeat nothing there: by what they say.

    "Learning needs" in Section F stands over provision, and no need is lost or made of it.
    """
    piece = one.piece
    if one.quotes:
        return False
    if piece.home == "F" and wording.provides(one.text):
        piece.letter, one.kind = "F", Kind.PROVISION
    elif piece.home == "E" and wording.by_a_time(one.text):
        piece.letter, one.kind = "E", Kind.OUTCOME
    else:
        return False
    return True


def _repeated(one: Made, repeatable: list[tuple[Made, set[str]]]) -> Made | None:
    """The outcome or need that words of Section F repeat in full, as headings there do."""
    if one.piece.letter != "F":
        return None
    words = bag(one.text)
    for other, theirs in repeatable:
        if theirs and len(words & theirs) >= _REPEATED * len(words | theirs):
            return other
    return None


def _closest(one: Made, others: list[Made]) -> Made | None:
    """The one item whose words, or title, are repeated; None where it is none or several."""
    words = bag(one.text)
    scored = sorted(((alike(words, bag(o.text)), o) for o in others), key=lambda x: -x[0])
    if not scored or scored[0][0] < ALIKE:
        return None
    if len(scored) > 1 and scored[1][0] >= scored[0][0]:
        return None
    return scored[0][1]


def bag(text: str) -> set[str]:
    """Its words of three letters and more."""
    return {w for w in re.findall(r"[a-z0-9]+", text.lower()) if len(w) > 2}  # noqa: PLR2004 -- not "of"


def alike(words: set[str], other: set[str]) -> float:
    """The share of the shorter's words that both have; a title alone needs nearly all."""
    if not words or not other:
        return 0.0
    return len(words & other) / min(len(words), len(other))
