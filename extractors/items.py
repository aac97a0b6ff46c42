"""A section's paragraphs as aspirations, needs, outcomes, steps and provision."""

from __future__ import annotations

import re

from extractors import wording
from extractors.headings import Role
from extractors.labels import label_number, split_number, unsourced, untagged
from extractors.making import Items, Made, without_quotes
from extractors.pieces import ASIDE, PROVISIONS, Piece
from extractors.plan import EDUCATION, HEALTH_AND_CARE, Column, Kind

_KINDS = {
    Role.NEED: Kind.NEED,
    Role.STRENGTH: Kind.STRENGTH,
    Role.CURRENT: Kind.CURRENT,
    Role.OUTCOME: Kind.OUTCOME,
    Role.STEP: Kind.STEP,
    Role.PROVISION: Kind.PROVISION,
    Role.HEALTH_PROVISION: Kind.PROVISION,
    Role.CARE_PROVISION: Kind.PROVISION,
    Role.ASPIRATION: Kind.ASPIRATION,
    Role.VIEW: Kind.VIEW,
    Role.MONITORING: Kind.CONTEXT,
}
_ITEMS_IN = EDUCATION | HEALTH_AND_CARE
_NEEDS_IN = frozenset("BCD")
_SAID = 3  # words: "None identified" is no statement about the child, a sentence is
_STEM = 6  # words
_TIME = 16  # words: "By the end of Key Stage 4, that is by July 2027, we want Sam to:"
_SENTENCE_ENDS = re.compile(r"\w[.!?][\"'”’)]*\s+[A-Z]")


def make_items(pieces: list[Piece], title: str = "") -> Items:
    """The items of Sections A to H2, in the order in which they are printed.

    `title` is Section E's, which may say by when its outcomes are to be reached.
    """
    words = [p for p in pieces if p.letter in _ITEMS_IN and p.role not in ASIDE]
    words = [p for p in words if p.letter in EDUCATION or not wording.nothing_on_record(p.text)]
    busy = {p.letter for p in words if not wording.says_none(p.text)}
    words = [
        p
        for p in words
        if not wording.says_none(p.text) or (p.letter in busy and len(p.text.split()) > _SAID)
    ]
    made: list[Made] = []
    place = 0
    while place < len(words):
        place = _take(words, place, made)
    _settle_views(made)
    _settle_overviews(made)
    _spread_times(made, title if wording.time_within(title) else "")
    items = without_quotes(made)
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


def _take(words: list[Piece], place: int, made: list[Made]) -> int:
    """Makes the item, or the list of items, that begins here; gives where the next one begins."""
    lead = words[place]
    end = place + 1
    while end < len(words) and _under(lead, words[end]) and _goes_on(words[place + 1 : end + 1]):
        end += 1
    parts = words[place + 1 : end]
    opens = lead.text.rstrip().endswith((":", "…", "...", " –", " -"))
    if not parts:
        made.append(_made(lead))
    elif lead.role in PROVISIONS and not _bare(lead.text):
        made.append(_made(lead, parts=parts))
    elif opens and made and _ends_outcome(made[-1].piece, lead):
        stem = split_number(lead.text)[1]
        made += [_made(p, stem=stem, kind=Kind.STEP) for p in parts]
    elif opens and _one_need(lead, parts):
        made.append(_made(lead, parts=parts))
    elif opens or wording.unfinished(lead.text):
        stem = split_number(lead.text)[1]
        made += [_made(p, stem=stem) for p in parts]
    elif lead.role is Role.OUTCOME:
        made.append(_made(lead))
        made += [_made(p, kind=Kind.STEP) for p in parts]
    else:
        made.append(_made(lead))
        return place + 1
    return end


def _goes_on(parts: list[Piece]) -> bool:
    """A list of bullets ends where a numbered paragraph comes, as deep as they are or less."""
    first, last = parts[0], parts[-1]
    deeper = last.line.paragraph.level > first.line.paragraph.level
    return deeper or _is_bullet(last) or not _is_bullet(first)


def _ends_outcome(outcome: Piece, lead: Piece) -> bool:
    """A lead-in of a few words under an outcome, in its cell: "To get there:"."""
    if {outcome.role, lead.role} != {Role.OUTCOME} or outcome.block != lead.block:
        return False
    together = outcome.line.box is lead.line.box
    in_cell = outcome.line.box is not None or _numbered(outcome)
    whole = wording.promises(outcome.text) and not wording.promises(lead.text)
    return together and in_cell and whole and not wording.about_outcomes(lead.text)


def _one_need(lead: Piece, parts: list[Piece]) -> bool:
    """A need with the points in which it shows itself, rather than a lead-in to several needs.

    It bears a number, or is a bullet with others below it, or has said something before it opens
    the list; and no point has a number of its own.
    """
    words = split_number(lead.text)[1]
    if lead.letter not in _NEEDS_IN or any(_numbered(p) for p in parts):
        return False
    if len(words.split()) <= _STEM and not wording.difficulty(words):
        return False
    depth = lead.line.paragraph.level
    nested = lead.line.bulleted and all(p.line.paragraph.level > depth for p in parts)
    return nested or _numbered(lead) or bool(_SENTENCE_ENDS.search(words))


def _bare(text: str) -> bool:
    """A stem of a few words without matter of its own: "Staff will:"."""
    return wording.unfinished(text) and len(text.split()) <= _STEM


def _under(lead: Piece, piece: Piece) -> bool:
    """The paragraph is a point in a list that the lead-in opens."""
    together = piece.line.box is lead.line.box and piece.heading == lead.heading
    alike = (piece.letter, piece.role, piece.region) == (lead.letter, lead.role, lead.region)
    opens = lead.text.rstrip().endswith((":", "…", "..."))
    counted = opens and _of_time(lead.text) and bool(split_number(piece.text)[0])
    if not (together and alike and (piece.line.bulleted or counted)):
        return False
    first, later = lead.line.paragraph, piece.line.paragraph
    if _leads_to_steps(lead, piece):
        return True
    if not lead.line.bulleted:
        return opens or later.level > first.level > 0
    goes_on = opens and piece.text[:1].islower() and not lead.text[:1].islower()
    return later.level > first.level or (goes_on and later.level == first.level)


def _of_time(text: str) -> bool:
    """Words that only say by when: "By the end of Year 13 (July 2028):"."""
    return wording.time_alone(text) and len(text.split()) <= _TIME


def _leads_to_steps(lead: Piece, piece: Piece) -> bool:
    """An outcome of its own, numbered or a whole sentence, with bullets under it."""
    if lead.role is not Role.OUTCOME or wording.about_outcomes(lead.text):
        return False
    if _is_bullet(lead) or not _is_bullet(piece):
        return False
    return _numbered(lead) or wording.promises(lead.text)


def _is_bullet(piece: Piece) -> bool:
    label = piece.line.paragraph.label
    return bool(label.strip()) and not label_number(label)


def _made(
    piece: Piece, *, stem: str = "", kind: Kind | None = None, parts: list[Piece] | None = None
) -> Made:
    number, words = split_number(piece.text)
    said = [untagged(t) for t in (words or piece.text, *(p.text for p in parts or []))]
    text = " ".join(unsourced(t) if piece.letter in _NEEDS_IN else t for t in said)
    return Made(
        piece, text, piece.number or number, kind or _kind(piece, words), stem, list(parts or [])
    )


def _kind(piece: Piece, text: str) -> Kind:
    """What the item is: by its heading, and where that does not say, by its words."""
    if piece.letter == "A":
        hope = piece.role is Role.ASPIRATION or (not piece.told and wording.hope(text))
        return Kind.ASPIRATION if hope else Kind.VIEW
    if wording.says_none(piece.text):
        return Kind.CONTEXT
    if piece.letter in _NEEDS_IN:
        return _kind_of_need(piece, text)
    if piece.role is Role.MONITORING and piece.letter == "F" and wording.provides(text):
        return Kind.CONTEXT if wording.monitoring(text) else Kind.PROVISION
    about = wording.of_the_plan(text) and piece.role in {Role.OUTCOME, *PROVISIONS}
    about = about or (piece.role in PROVISIONS and wording.follow_up(text))
    set_by = piece.role in {Role.OUTCOME, Role.STEP} and wording.targets_set(text)
    if about or set_by or (piece.role is Role.OUTCOME and wording.monitoring(text)):
        return Kind.CONTEXT
    return _KINDS.get(piece.role, Kind.CONTEXT)


def _kind_of_need(piece: Piece, text: str) -> Kind:
    said = wording.besides_none(text) if piece.letter == "B" else ""
    if said and not wording.difficulty(said):
        return Kind.STRENGTH
    if piece.told and piece.role in (Role.NEED, Role.STRENGTH, Role.CURRENT):
        return _KINDS[piece.role]
    if piece.role is Role.MIXED and _numbered(piece):
        return Kind.NEED
    return wording.of_needs(text)


def _settle_overviews(made: list[Made]) -> None:
    """Where needs stand under a label or are numbered, what stands beside them unsaid is none."""
    needs = [m for m in made if m.kind is Kind.NEED and m.piece.letter == "B"]
    told = {m.piece.region for m in needs if m.piece.told and m.piece.role is Role.NEED}
    counted = [m for m in needs if _numbered(m.piece)]
    all_counted = len(counted) > 1 and len(counted) * 2 >= len(needs)
    for one in needs:
        piece = one.piece
        if piece.role is Role.MIXED and (piece.region in told or all_counted):
            doubt = not _numbered(piece) and not wording.hardship(one.text)
            one.kind = Kind.STRENGTH if doubt else one.kind


def _spread_times(made: list[Made], said: str) -> None:
    """Gives outcomes without a stem the time that a sentence or heading says of all of them.

    "All outcomes are to be reached by July 2027" holds to the end of the section, the heading
    "By the end of Key Stage 2" for what stands under it.
    """
    for one in made:
        if one.piece.letter != "E" or one.kind not in (Kind.OUTCOME, Kind.CONTEXT):
            continue
        if found := wording.time_of_all(one.text):
            said, one.kind = found, Kind.CONTEXT
        elif one.kind is Kind.OUTCOME and not one.stem:
            one.stem = one.piece.heading if wording.time_alone(one.piece.heading) else said


def _numbered(piece: Piece) -> bool:
    """It bears a printed number, as needs do and strengths do not."""
    label = label_number(piece.line.paragraph.label)
    return bool(piece.number or label or split_number(piece.text)[0])


def _number(made: list[Made]) -> None:
    counts: dict[str, int] = {}
    for one in made:
        letter = one.piece.letter
        counts[letter] = counts.get(letter, 0) + 1
        one.id = f"{letter}{'.' if letter[-1].isdigit() else ''}{counts[letter]}"


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
                one.columns.append(Column(head, piece.text, piece.place))
