"""What the plan itself prints as belonging together: rows, cards and numbers."""

from __future__ import annotations

import re

from extractors.headings import Role
from extractors.items import Made
from extractors.plan import Kind, Reference
from extractors.sections import Piece

_CODES = re.compile(r"(?<![A-Za-z0-9.])([A-K])?\s?(\d{1,2}(?:\.\d{1,2})*[a-z]?)(?![0-9])")
_TARGETS = {Role.NEED_REF: "B", Role.OUTCOME_REF: "E", Role.ASPIRATION_REF: "A"}
_MAIN = {Kind.ASPIRATION: 0, Kind.NEED: 1, Kind.OUTCOME: 2, Kind.PROVISION: 3}


def find_references(made: list[Made], pieces: list[Piece]) -> list[Reference]:
    """Every link that the plan prints, each once, in the order of the items."""
    main = [m for m in made if m.kind in _MAIN]
    found: dict[tuple[str, str], Reference] = {}
    for a, b, how in [*_by_row(main), *_by_block(main), *_by_number(main, pieces)]:
        _add(found, a, b, how)
    return list(found.values())


def _add(found: dict[tuple[str, str], Reference], a: Made, b: Made, how: str) -> None:
    """Keeps the link in its own direction: provision, outcome, need; outcome, aspiration."""
    kinds = {a.kind, b.kind}
    if (
        len(kinds) == 1
        or kinds == {Kind.ASPIRATION, Kind.NEED}
        or kinds
        == {
            Kind.ASPIRATION,
            Kind.PROVISION,
        }
    ):
        return
    low, high = sorted((a, b), key=lambda m: _MAIN[m.kind])
    found.setdefault(
        (high.id, low.id), Reference(high.id, low.id, how, high.piece.line.paragraph.place)
    )


def _by_row(main: list[Made]) -> list[tuple[Made, Made, str]]:
    rows: dict[int, list[Made]] = {}
    for one in main:
        if one.piece.row:
            rows.setdefault(one.piece.row[0], []).append(one)
    return [
        (a, b, "same row")
        for items in rows.values()
        for place, a in enumerate(items)
        for b in items[place + 1 :]
        if a.kind is not b.kind and _overlap(a.piece, b.piece)
    ]


def _overlap(a: Piece, b: Piece) -> bool:
    return bool(a.row and b.row and a.row[1] <= b.row[2] and b.row[1] <= a.row[2])


def _by_block(main: list[Made]) -> list[tuple[Made, Made, str]]:
    """One outcome with what is printed under it."""
    blocks: dict[int, list[Made]] = {}
    for one in main:
        blocks.setdefault(one.piece.block, []).append(one)
    found = []
    for items in blocks.values():
        outcomes = [m for m in items if m.kind is Kind.OUTCOME]
        if len(outcomes) == 1:
            found += [(outcomes[0], m, "same block") for m in items if m.kind is Kind.PROVISION]
    return found


def _by_number(main: list[Made], pieces: list[Piece]) -> list[tuple[Made, Made, str]]:
    """Numbers printed in a column, a line or a heading that says what an item serves."""
    groups: dict[int, list[Made]] = {}
    for one in main:
        groups.setdefault(one.piece.group, []).append(one)
    found = []
    for piece in pieces:
        if piece.role not in _TARGETS:
            continue
        sources = [m for g in piece.serves for m in groups.get(g, [])]
        for target, words in _named(piece.text, _TARGETS[piece.role], main):
            found += [(s, target, f"«{words}» is printed beside it") for s in sources]
    return found


def _named(text: str, letter: str, main: list[Made]) -> list[tuple[Made, str]]:
    """The items that a printed reference names."""
    found = []
    for m in _CODES.finditer(text):
        wanted = (m[1] or letter, m[2])
        hits = [one for one in main if _key(one) == wanted]
        if len(hits) == 1:
            found.append((hits[0], m[0].strip()))
    return found


def _key(one: Made) -> tuple[str, str]:
    m = _CODES.search(one.number)
    return (one.piece.letter, m[2] if m else one.number)
