"""What the plan itself prints as belonging together: rows, cards and numbers."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping

from extractors.headings import Role
from extractors.labels import refers_to
from extractors.making import ALIKE, Items, Made, alike, bag
from extractors.pieces import REFERENCES, Piece
from extractors.plan import LETTERS, Kind, Reference
from extractors.standing import BY_LETTER

_CODES = re.compile(
    r"(?<![A-Za-z0-9.])([A-Z]{1,4}-?)?\s?(\d{1,2}(?:\.\d{1,2})*[a-z]?)(?![0-9])|\(([a-z]{1,4})\)|(?<![\w'’(.])([a-z])\)"
)
_NOUN = re.compile(r"\b(?:needs?|outcomes?|goals?|aspirations?)\b", re.IGNORECASE)
_RANGE = re.compile(r"(?<![\w.])([A-K]?)(\d{1,2})\s*(?:to|-|–)\s*[A-K]?(\d{1,2})(?![\d.:])")
_RANGE_ENDS = 12  # numbers apart
_TARGETS = {Role.NEED_REF: "B", Role.OUTCOME_REF: "E", Role.ASPIRATION_REF: "A"}
_PAIRS = {
    (Kind.ASPIRATION, Kind.OUTCOME),
    (Kind.NEED, Kind.OUTCOME),
    (Kind.NEED, Kind.PROVISION),
    (Kind.OUTCOME, Kind.PROVISION),
}
_MAIN = {Kind.ASPIRATION: 0, Kind.NEED: 1, Kind.OUTCOME: 2, Kind.PROVISION: 3}


def find_references(items: Items, pieces: list[Piece]) -> list[Reference]:
    """Every link that the plan prints, each once, in the order of the items."""
    main = [m for m in items.made if m.kind in _MAIN]
    shown = main + [m for m in items.quotes if m.kind in _MAIN and m.quotes]
    found: dict[tuple[str, str], Reference] = {}
    above = [(m, m.under, "it stands under these words") for m in main if m.under]
    cards = _over_the_page(shown)
    by_number = _by_number(main, pieces, cards)
    for a, b, how in [*_by_row(shown), *_by_block(shown, cards), *above, *by_number]:
        _add(found, a.quotes or a, b.quotes or b, how)
    order = {m.id: place for place, m in enumerate(items.made)}
    return sorted(found.values(), key=lambda r: (order[r.from_id], order[r.to_id]))


def _add(found: dict[tuple[str, str], Reference], a: Made, b: Made, how: str) -> None:
    """Keeps the link in its own direction: provision, outcome, need; outcome, aspiration."""
    if a.kind not in _MAIN or b.kind not in _MAIN:  # words of F may repeat a strength of B
        return
    low, high = sorted((a, b), key=lambda m: _MAIN[m.kind])
    if (low.kind, high.kind) not in _PAIRS:
        return
    found.setdefault((high.id, low.id), Reference(high.id, low.id, how, high.piece.place))


def _by_row(main: list[Made]) -> list[tuple[Made, Made, str]]:
    rows: dict[int, list[Made]] = {}
    for one in main:
        if one.piece.row:
            rows.setdefault(one.piece.row[0], []).append(one)
    found: list[tuple[Made, Made, str]] = []
    for items in rows.values():
        beside = {id(m): [o for o in items if _overlap(m.piece, o.piece)] for m in items}
        found += [
            (a, b, "same row")
            for place, a in enumerate(items)
            for b in items[place + 1 :]
            if a.kind is not b.kind
            and b in beside[id(a)]
            and _one_thread(a, b, beside[id(a)], beside[id(b)])
        ]
    return found


def _one_thread(a: Made, b: Made, by_a: list[Made], by_b: list[Made]) -> bool:
    """One of them is alone of its kind, or the row has one need or outcome.

    A row with several of everything, as one for a whole area, does not say which belong together.
    """
    kinds = [m.kind for m in by_a if m in by_b]
    one = kinds.count(Kind.OUTCOME) == 1 or kinds.count(Kind.NEED) == 1
    alone = [m.kind for m in by_a].count(b.kind) == 1 or [m.kind for m in by_b].count(a.kind) == 1
    return one or alone


def _overlap(a: Piece, b: Piece) -> bool:
    return bool(a.row and b.row and a.row[1] <= b.row[2] and b.row[1] <= a.row[2])


def _over_the_page(main: list[Made]) -> dict[int, int]:
    """Blocks that go on with a card which the page's end has broken: each with that card's block.

    The card has an outcome and nothing yet for it; the next page begins with provision alone.
    """
    blocks: dict[int, list[Made]] = {}
    for one in sorted(main, key=lambda m: m.piece.line.number):
        blocks.setdefault(one.piece.block, []).append(one)
    cards = {}
    for (block, items), (following, rest) in itertools.pairwise(blocks.items()):
        outcomes = [m for m in items if m.kind is Kind.OUTCOME]
        broken = len(outcomes) == 1 and all(m.kind is not Kind.PROVISION for m in items)
        alone = all(m.kind is Kind.PROVISION and m.piece.row for m in rest)
        pages = items[-1].piece.place.page, rest[0].piece.place.page
        in_cells = items[-1].piece.line.grid and rest[0].piece.line.grid
        if broken and alone and in_cells and pages[0] and pages[1] == pages[0] + 1:
            cards[following] = block
    return cards


def _by_block(main: list[Made], cards: Mapping[int, int]) -> list[tuple[Made, Made, str]]:
    """One outcome with what is printed under it."""
    blocks: dict[int, list[Made]] = {}
    for one in main:
        blocks.setdefault(cards.get(one.piece.block, one.piece.block), []).append(one)
    found = []
    for items in blocks.values():
        outcomes = [m for m in items if m.kind is Kind.OUTCOME]
        needs = [m for m in items if m.kind is Kind.NEED and m.piece.row]
        ends = outcomes if len(outcomes) == 1 else []
        ends += needs if len(needs) == 1 and len(outcomes) <= 1 else []
        found += [(end, m, "same block") for end in ends for m in items if m is not end]
    return found


def _by_number(
    main: list[Made], pieces: list[Piece], cards: Mapping[int, int]
) -> list[tuple[Made, Made, str]]:
    """Numbers printed in a column, a line, a heading or brackets that say what an item serves."""
    groups: dict[int, list[Made]] = {}
    for one in main:
        for group in one.groups:
            groups.setdefault(group, []).append(one)
    told = [
        (source, piece.role, piece.text)
        for piece in pieces
        if piece.role in REFERENCES
        for group in piece.serves
        for source in groups.get(group, ())
    ]
    told += [(one, role, text) for one in main for role, text in one.refers]
    return [
        (_speaker(source, target, main, cards), target, f"«{words}» is printed beside it")
        for source, role, text in told
        for target, words in _named(text, _TARGETS.get(role, ""), source, main)
    ]


def _speaker(source: Made, target: Made, main: list[Made], cards: Mapping[int, int]) -> Made:
    """What a reference is printed on: where a card says "See also F5.2", its outcome."""
    if source.kind is not target.kind:
        return source
    block = cards.get(source.piece.block, source.piece.block)
    card = [m for m in main if m.kind is Kind.OUTCOME and m.piece.block == block]
    return card[0] if len(card) == 1 else source


def _named(text: str, letter: str, source: Made, main: list[Made]) -> list[tuple[Made, str]]:
    """The items that a printed reference names, by number or else by their words."""
    found = [one for part, of in _by_noun(text, letter) for one in _coded(part, of, source, main)]
    if found or not letter:
        return found
    words = bag(text)
    near = [m for m in main if m.piece.letter == letter and alike(words, bag(m.text)) >= ALIKE]
    return [(near[0], text)] if len(near) == 1 else []


def _by_noun(text: str, letter: str) -> Iterator[tuple[str, str]]:
    """A reference's parts, each with the section whose items it numbers: "need a and outcome 1"."""
    starts = [m.start() for m in _NOUN.finditer(text)]
    if not starts or starts[0]:
        yield text[: starts[0] if starts else None], letter
    for start, end in zip(starts, [*starts[1:], len(text)], strict=False):
        part = text[start:end]
        yield part, _TARGETS.get(BY_LETTER.get(refers_to(part), Role.REF), letter)


def _counted(text: str) -> str:
    """The words with every number of a range: "outcomes 9 to 11" as "outcomes 9, 10, 11"."""

    def all_of(m: re.Match[str]) -> str:
        first, last = int(m[2]), int(m[3])
        few = first < last <= first + _RANGE_ENDS
        return ", ".join(f"{m[1]}{n}" for n in range(first, last + 1)) if few else m[0]

    return _RANGE.sub(all_of, text)


def _coded(text: str, letter: str, source: Made, main: list[Made]) -> list[tuple[Made, str]]:
    """The items that are named by number."""
    found = []
    for m in _CODES.finditer(_counted(text)):
        code = m[2] or m[3] or m[4]
        coded = f"H{code[0]}" if m[1] == "H" else m[1]  # "H1.2" stands in H1
        wanted = coded if coded in LETTERS else letter
        if not m[2] and not letter:
            continue
        hits = [
            one
            for one in main
            if _digits(one.number) == code
            and one is not source
            and one.piece.letter == (wanted or one.piece.letter)
        ]
        if len(hits) > 1:
            hits = [h for h in hits if h.kind is not source.kind] or hits
        if len(hits) > 1:
            hits = [h for h in hits if h.piece.area is source.piece.area]
        if len(hits) == 1:
            found.append((hits[0], m[0].strip()))
    return found


def _digits(number: str) -> str:
    m = _CODES.search(number)
    return (m[2] or m[3] or m[4]) if m else number.strip("().")
