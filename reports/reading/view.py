"""What the parts of the page ask for again and again: items, links and reasons, by their ids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from checks.thread.links import Basis, Linked, Thread
from extractors.fates import Became, Fate
from extractors.pdf_pictures import Picture
from extractors.plan import Item, Kind
from extractors.trace import Trace, Traced

_SECTIONS = {
    Became.SECTION_MARK,
    Became.HEADING,
    Became.LABEL,
    Became.SECTION_WORDS,
    Became.SAYS_NONE,
}
_SHORT = 160  # letters


@dataclass(frozen=True, slots=True)
class Tie:
    """Two items that belong together, and how that is known."""

    one: str
    other: str
    how: str
    printed: bool  # by the plan itself; else by what the words speak of


@dataclass(frozen=True, slots=True)
class View:
    """A trace, with what is looked up in it."""

    trace: Trace
    pictures: dict[int, Picture]
    items: dict[str, Item]
    ties: tuple[Tie, ...]
    tied: dict[str, list[Tie]]  # by the id of either end
    first: dict[str, int] = field(default_factory=dict)  # the page of an item's first words


def view_of(trace: Trace, pictures: Sequence[Picture], thread: Thread | None) -> View:
    """The trace with its items and links at hand."""
    items = {item.id: item for item in trace.plan.items} if trace.plan else {}
    ties = [t for t in _ties(trace, thread) if t.one in items and t.other in items]
    tied: dict[str, list[Tie]] = {}
    for tie in ties:
        tied.setdefault(tie.one, []).append(tie)
        tied.setdefault(tie.other, []).append(tie)
    view = View(trace, {p.page: p for p in pictures}, items, tuple(ties), tied)
    for words in trace.words:
        if words.fate.became is Became.ITEM and words.place.page:
            for id in words.fate.items:
                view.first.setdefault(id, words.place.page)
    return view


def _ties(trace: Trace, thread: Thread | None) -> list[Tie]:
    """The links that the plan prints, then those that its words make."""
    plan = trace.plan
    ties = [Tie(r.from_id, r.to_id, r.how, printed=True) for r in plan.references] if plan else []
    told = {frozenset((tie.one, tie.other)) for tie in ties}
    return ties + [
        Tie(k.from_id, k.to_id, k.evidence, printed=False)
        for k in (thread.links if thread else ())
        if k.basis is Basis.WORDS
        and k.verdict is Linked.LINKED
        and frozenset((k.from_id, k.to_id)) not in told
    ]


def group(fate: Fate) -> str:
    """Which of the page's switches shows or hides it."""
    if fate.became.left_out:
        return "g-out"
    return "g-sections" if fate.became in _SECTIONS else "g-items"


def classes(words: Traced, view: View) -> str:
    """How its box is drawn: by its section, what became of it and, for an item, its kind."""
    fate = words.fate
    found = ["box", group(fate), f"b-{fate.became}"]
    if fate.letters and not fate.became.left_out:
        found.append(f"s-{fate.letters[0]}")
    if fate.became is Became.ITEM and fate.items and fate.items[0] in view.items:
        found.append(f"k-{view.items[fate.items[0]].kind}")
    return " ".join(found)


def named(fate: Fate, view: View) -> str:
    """What stands on its box: an item's id and kind, a section's letter, whose detail it is."""
    ids = ", ".join(fate.items[:4]) + (" …" if len(fate.items) > 4 else "")  # noqa: PLR2004 -- as fit
    if fate.became is Became.ITEM:
        item = view.items.get(fate.items[0]) if fate.items else None
        return f"{item.id} {spoken(item.kind)}" if item else ids
    if fate.became is Became.SECTION_MARK:
        return f"Section {', '.join(fate.letters)}"
    if fate.became in (Became.DETAIL, Became.REFERENCE, Became.LEAD_IN, Became.REPEATED) and ids:
        return f"{_FEW_WORDS[fate.became]} {ids}"
    return ""


_FEW_WORDS = {
    Became.DETAIL: "detail of",
    Became.REFERENCE: "link of",
    Became.LEAD_IN: "leads into",
    Became.REPEATED: "repeats",
}


def spoken(kind: Kind) -> str:
    """The kind of an item as a person says it."""
    return {Kind.CURRENT: "how it is now", Kind.CONTEXT: "other words"}.get(kind, kind.value)


def shortened(text: str) -> str:
    """The text, or its beginning."""
    return text if len(text) <= _SHORT else text[: _SHORT - 1].rstrip() + "…"
