"""A section's paragraphs as aspirations, needs, outcomes, steps and provision."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractors import wording
from extractors.headings import Role
from extractors.labels import label_number, says_none, split_number, untagged
from extractors.plan import Column, Item, Kind
from extractors.regions import ASIDE, Piece

_KINDS = {
    Role.NEED: Kind.NEED,
    Role.STRENGTH: Kind.STRENGTH,
    Role.CURRENT: Kind.CURRENT,
    Role.OUTCOME: Kind.OUTCOME,
    Role.STEP: Kind.STEP,
    Role.PROVISION: Kind.PROVISION,
    Role.ASPIRATION: Kind.ASPIRATION,
    Role.VIEW: Kind.VIEW,
    Role.MONITORING: Kind.CONTEXT,
}
_ITEMS_IN = frozenset("ABEF")
_SAID = 3  # words: "None identified" is no statement about the child, a sentence is
_ALIKE = 0.8
_REPEATED = 0.85
_STEM = 8  # words
_OPEN = re.compile(
    r"\b(?:will(?: be(?: able)?(?: to)?)?|to|with|by|be|able to|can|should|must|that|has|have|needs?|in|for|"
    r"and|or|of|when|if|as|include|includes|including|is|are|wants?|hopes?|likes?|enjoys?|following|finds?|"
    r"difficult|hard|struggles?|years?(?: group)?|stage(?: \w+)?)\s*[:…–—-]*\s*$|\.\.\.\s*$|…\s*$",
    re.IGNORECASE,
)


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
            piece.line.paragraph.place,
            self.number,
            piece.area,
            piece.heading,
            self.stem,
            tuple(self.columns),
        )


@dataclass(frozen=True, slots=True)
class Items:
    """The items of a plan, and the words that only repeat one of them elsewhere."""

    made: list[Made]
    quotes: list[Made]


def make_items(pieces: list[Piece]) -> Items:
    """The items of Sections A, B, E and F, in the order in which they are printed."""
    words = [p for p in pieces if p.letter in _ITEMS_IN and p.role not in ASIDE]
    busy = {p.letter for p in words if not says_none(p.text)}
    words = [
        p
        for p in words
        if not says_none(p.text) or (p.letter in busy and len(p.text.split()) > _SAID)
    ]
    made: list[Made] = []
    place = 0
    while place < len(words):
        place = _take(words, place, made)
    _settle_views(made)
    items = _without_quotes(made)
    _number(items.made)
    _add_columns(items.made, pieces)
    return items


def _settle_views(made: list[Made]) -> None:
    """Where a heading says which are the aspirations, the rest of Section A are views."""
    if not any(m.piece.role is Role.ASPIRATION for m in made if m.piece.letter == "A"):
        return
    for one in made:
        if one.kind is Kind.ASPIRATION and one.piece.role is not Role.ASPIRATION:
            one.kind = Kind.VIEW


def _without_quotes(made: list[Made]) -> Items:
    """Parts the items from words that repeat another section's item, as a table of F does."""
    own = [m for m in made if m.piece.own]
    kept: list[Made] = []
    quotes: list[Made] = []
    above: Made | None = None
    for one in made:
        same = [m for m in own if m.piece.letter == one.piece.letter]
        if one.piece.own:
            one.quotes = _repeated(one, own)
            if above and (one.quotes or above.piece.region != one.piece.region):
                above = None
            above = one if one.quotes else above
            one.under = above.quotes if above else None
        else:
            one.quotes = _closest(one, same)
        (quotes if one.quotes or (same and not one.piece.own) else kept).append(one)
    return Items(kept, quotes)


def _repeated(one: Made, own: list[Made]) -> Made | None:
    """The outcome or need that words of Section F repeat in full, as a heading of provision does."""
    if one.piece.letter != "F":
        return None
    words = _bag(one.text)
    for other in own:
        theirs = _bag(other.text) if other.piece.letter in "BE" else set()
        if theirs and len(words & theirs) >= _REPEATED * len(words | theirs):
            return other
    return None


def _closest(one: Made, others: list[Made]) -> Made | None:
    """The one item whose words, or title, are repeated; None where it is none or several."""
    words = _bag(one.text)
    scored = sorted(((_alike(words, _bag(o.text)), o) for o in others), key=lambda x: -x[0])
    if not scored or scored[0][0] < _ALIKE:
        return None
    if len(scored) > 1 and scored[1][0] >= scored[0][0]:
        return None
    return scored[0][1]


def _bag(text: str) -> set[str]:
    return {w for w in re.findall(r"[a-z0-9]+", text.lower()) if len(w) > 2}  # noqa: PLR2004 -- not "of"


def _alike(words: set[str], other: set[str]) -> float:
    """The share of the shorter's words that both have; a title alone needs nearly all."""
    if not words or not other:
        return 0.0
    return len(words & other) / min(len(words), len(other))


def _take(words: list[Piece], place: int, made: list[Made]) -> int:
    """Makes the item, or the list of items, that begins here; gives where the next one begins."""
    lead = words[place]
    end = place + 1
    while end < len(words) and _under(lead, words[end]):
        end += 1
    parts = words[place + 1 : end]
    opens = lead.text.rstrip().endswith((":", "…", "...", " –", " -"))
    if not parts:
        made.append(_made(lead))
    elif lead.role is Role.PROVISION and not _bare(lead.text):
        made.append(_made(lead, parts=parts))
    elif opens or _OPEN.search(lead.text):
        stem = split_number(lead.text)[1]
        made += [_made(p, stem=stem) for p in parts]
    elif lead.role is Role.OUTCOME:
        made.append(_made(lead))
        made += [_made(p, kind=Kind.STEP) for p in parts]
    else:
        made.append(_made(lead))
        return place + 1
    return end


def _bare(text: str) -> bool:
    """A stem of a few words without matter of its own: "Staff will:"."""
    return bool(_OPEN.search(text)) and len(text.split()) <= _STEM


def _under(lead: Piece, piece: Piece) -> bool:
    """The paragraph is a point in a list that the lead-in opens."""
    if (piece.letter, piece.role, piece.region, piece.heading) != (
        lead.letter,
        lead.role,
        lead.region,
        lead.heading,
    ):
        return False
    if piece.line.box is not lead.line.box:
        return False
    first, later = lead.line.paragraph, piece.line.paragraph
    opens = lead.text.rstrip().endswith((":", "…", "..."))
    if not later.label.strip():
        return False
    if lead.role is Role.OUTCOME and label_number(first.label) == first.label.strip(" .)"):
        steps = bool(split_number(lead.text)[0] or first.label) or wording.promises(lead.text)
        if steps and not label_number(later.label) and not _about_outcomes(lead.text):
            return True
    if first.label.strip():
        goes_on = opens and piece.text[:1].islower() and later.level == first.level
        return later.level > first.level or (goes_on and not lead.text[:1].islower())
    return opens or later.level > first.level > 0


def _about_outcomes(text: str) -> bool:
    """An introduction to the outcomes, not one of them."""
    return bool(
        re.search(r"\b(?:outcomes?|targets?|goals?|following|below)\b", text, re.IGNORECASE)
    )


def _made(
    piece: Piece, *, stem: str = "", kind: Kind | None = None, parts: list[Piece] | None = None
) -> Made:
    number, words = split_number(piece.text)
    text = " ".join(untagged(t) for t in (words or piece.text, *(p.text for p in parts or [])))
    return Made(
        piece, text, piece.number or number, kind or _kind(piece, words), stem, list(parts or [])
    )


def _kind(piece: Piece, text: str) -> Kind:
    """What the item is: by its heading, and where that does not say, by its words."""
    letter, role = piece.letter, piece.role
    if letter == "A":
        if role is Role.ASPIRATION or (not piece.told and wording.hope(text)):
            return Kind.ASPIRATION
        return Kind.VIEW
    if says_none(piece.text):
        return Kind.CONTEXT
    if letter == "B" and role is Role.MIXED and _numbered(piece):
        return Kind.NEED
    if letter == "B" and not (piece.told and role in (Role.NEED, Role.STRENGTH, Role.CURRENT)):
        return wording.of_needs(text)
    if role is Role.OUTCOME and wording.monitoring(text):
        return Kind.CONTEXT
    if role in (Role.OUTCOME, Role.PROVISION) and wording.of_the_plan(text):
        return Kind.CONTEXT
    return _KINDS.get(role, Kind.CONTEXT)


def _numbered(piece: Piece) -> bool:
    """It bears a printed number, as needs do and strengths do not."""
    return bool(piece.number or split_number(piece.text)[0])


def _number(made: list[Made]) -> None:
    counts: dict[str, int] = {}
    for one in made:
        letter = one.piece.letter
        counts[letter] = counts.get(letter, 0) + 1
        one.id = f"{letter}{counts[letter]}"


def _add_columns(made: list[Made], pieces: list[Piece]) -> None:
    """Gives each item the other columns of its row."""
    groups: dict[int, list[Made]] = {}
    for one in made:
        for group in one.groups:
            groups.setdefault(group, []).append(one)
    details: dict[tuple[tuple[int, ...], str], list[Piece]] = {}
    for piece in pieces:
        if piece.role is Role.DETAIL:
            details.setdefault((piece.serves, piece.head), []).append(piece)
    for (served, head), told in details.items():
        items = [m for g in served for m in groups.get(g, ())]
        matched = len(items) == len(told) > 1
        for place, one in enumerate(items):
            for piece in [told[place]] if matched else told:
                one.columns.append(Column(head, piece.text, piece.line.paragraph.place))
