"""A section's paragraphs as aspirations, needs, outcomes, steps and provision."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractors import wording
from extractors.headings import Role
from extractors.labels import says_none, split_number, untagged
from extractors.plan import Column, Item, Kind
from extractors.sections import Piece

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
_ASIDE = {Role.DETAIL, Role.NEED_REF, Role.OUTCOME_REF, Role.ASPIRATION_REF, Role.NUMBER}
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
    columns: list[Column] = field(default_factory=list)
    id: str = ""

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


def aside(piece: Piece) -> bool:
    """The words say more about an item beside them, and are none themselves."""
    return piece.role in _ASIDE


def make_items(pieces: list[Piece]) -> list[Made]:
    """The items of Sections A, B, E and F, in the order in which they are printed."""
    words = [
        p
        for p in pieces
        if p.letter in _ITEMS_IN
        and not aside(p)
        and not says_none(p.text)
        and not wording.guidance(p.text)
    ]
    made: list[Made] = []
    place = 0
    while place < len(words):
        place = _take(words, place, made)
    _number(made)
    _add_columns(made, pieces)
    return made


def _take(words: list[Piece], place: int, made: list[Made]) -> int:
    """Makes the item, or the list of items, that begins here; gives where the next one begins."""
    lead = words[place]
    end = place + 1
    while end < len(words) and _under(lead, words[end]):
        end += 1
    parts = words[place + 1 : end]
    if not parts:
        made.append(_made(lead))
        return end
    opens = lead.text.rstrip().endswith((":", "…", "...", " –", " -"))
    if (
        lead.letter == "F"
        and lead.role is Role.PROVISION
        and not (opens and _OPEN.search(lead.text))
    ):
        text = " ".join([lead.text, *(p.text for p in parts)])
        made.append(_made(lead, text))
        return end
    if opens or _OPEN.search(lead.text):
        made += [_made(p, stem=split_number(lead.text)[1]) for p in parts]
        return end
    made.append(_made(lead))
    if lead.letter == "E" and lead.role is Role.OUTCOME:
        made += [_made(p, kind=Kind.STEP) for p in parts]
        return end
    return place + 1


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
    if not later.label.strip():
        return False
    if first.label.strip():
        return later.level > first.level
    opens = lead.text.rstrip().endswith((":", "…", "..."))
    return opens or later.level > first.level > 0


def _made(piece: Piece, text: str = "", *, stem: str = "", kind: Kind | None = None) -> Made:
    number, words = split_number(text or piece.text)
    return Made(
        piece,
        untagged(words or text or piece.text),
        piece.number or number,
        kind or _kind(piece, words),
        stem,
    )


def _kind(piece: Piece, text: str) -> Kind:
    """What the item is: by its heading, and where that does not say, by its words."""
    letter, role = piece.letter, piece.role
    if letter == "A":
        if role is Role.ASPIRATION or (not piece.told and wording.hope(text)):
            return Kind.ASPIRATION
        return Kind.VIEW
    if letter == "B":
        if role in (Role.NEED, Role.STRENGTH, Role.CURRENT) and piece.told:
            return _KINDS[role]
        return wording.of_needs(text)
    if (
        letter in "EF"
        and role in (Role.OUTCOME, Role.PROVISION)
        and letter == "E"
        and wording.monitoring(text)
    ):
        return Kind.CONTEXT
    return _KINDS.get(role, Kind.CONTEXT)


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
        groups.setdefault(one.piece.group, []).append(one)
    details: dict[tuple[int, str], list[Piece]] = {}
    for piece in pieces:
        if piece.role is Role.DETAIL:
            for group in piece.serves:
                details.setdefault((group, piece.head), []).append(piece)
    for (group, head), told in details.items():
        items = groups.get(group, [])
        matched = len(items) == len(told) > 1
        for place, one in enumerate(items):
            for piece in [told[place]] if matched else told:
                one.columns.append(Column(head, piece.text, piece.line.paragraph.place))
