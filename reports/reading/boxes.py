"""What stands on and beside one box: its name, its arrows, and the card that tells all of it."""

from __future__ import annotations

from collections.abc import Iterable

from extractors.plan import Item
from extractors.trace import Traced
from reports.reading.markup import Markup, element, together
from reports.reading.view import Tie, View, named

_ARROWS = 3  # more of them are in the card


def card(words: Traced, view: View) -> Markup:
    """All that is to be said of the words in a box, shown while they are pointed at."""
    fate = words.fate
    parts = [element("b", named(fate, view) or _titled(words)), element("p", fate.became.words)]
    if fate.letters:
        parts.append(element("p", f"Section {', '.join(fate.letters)}", class_="quiet"))
    items = [view.items[id] for id in fate.items if id in view.items]
    if len(items) == 1:
        parts.append(told(items[0], view))
    elif words.text:
        parts.append(element("p", element("q", words.text)))
    return element("span", *parts, class_="card", role="note")


def _titled(words: Traced) -> str:
    return words.fate.became.value.replace("-", " ").capitalize()


def told(item: Item, view: View) -> Markup:
    """An item with all that the plan says of it."""
    facts: list[tuple[str, str | Markup]] = [
        ("Text", item.text),
        ("Number", item.number),
        ("Area", item.area or ""),
        ("Heading", item.heading),
        ("Lead-in", item.stem),
        *((column.head or "Beside it", column.text) for column in item.columns),
        ("Place", str(item.place)),
        ("Belongs to", _ties(item.id, view)),
    ]
    rows = [
        element("div", element("dt", name), element("dd", value)) for name, value in facts if value
    ]
    return element("dl", *rows)


def _ties(id: str, view: View) -> Markup:
    ties = view.tied.get(id, ())
    return element("ul", *(_tie(id, tie, view) for tie in ties)) if ties else Markup()


def _tie(id: str, tie: Tie, view: View) -> Markup:
    other = tie.other if tie.one == id else tie.one
    how = tie.how if tie.printed else f"by its words: {tie.how}"
    where = f", page {view.first[other]}" if other in view.first else ""
    return element("li", element("a", other, href=f"#i-{other}"), f" ({how}{where})")


def arrows(id: str, view: View, page: int | None = None) -> Markup:
    """Arrows to the items that one belongs to; where a page is given, to those of other pages."""
    ties = [(tie, tie.other if tie.one == id else tie.one) for tie in view.tied.get(id, ())]
    away = [(tie, other) for tie, other in ties if page is None or view.first.get(other) != page]
    shown = [_arrow(tie, other, view) for tie, other in _printed_first(away)[:_ARROWS]]
    if len(away) > _ARROWS:
        more = f"+{len(away) - _ARROWS}"
        shown.append(element("a", more, href=f"#l-{id}", title="All of its links, in the list"))
    return element("span", *shown, class_="arrows g-links") if shown else Markup()


def _printed_first(ties: Iterable[tuple[Tie, str]]) -> list[tuple[Tie, str]]:
    return sorted(ties, key=lambda pair: not pair[0].printed)


def _arrow(tie: Tie, other: str, view: View) -> Markup:
    page = view.first.get(other)
    where = f" (page {page})" if page else ""
    return element(
        "a",
        f"→ {other}",
        href=f"#i-{other}",
        class_="printed" if tie.printed else "worded",
        title=f"{tie.one} – {tie.other}{where}: {tie.how}",
    )


def anchor(words: Traced, view: View, seen: set[str]) -> str | None:
    """The id by which an item's first box is found; nothing for its other boxes."""
    ids = [id for id in words.fate.items if id in view.items]
    if words.fate.became.value != "item" or not ids or ids[0] in seen:
        return None
    seen.add(ids[0])
    return f"i-{ids[0]}"


def tag(words: Traced, view: View) -> Markup:
    """The name on a box, as a link to the item's entry in the list."""
    name = named(words.fate, view)
    if not name:
        return Markup()
    ids = [id for id in words.fate.items if id in view.items]
    target = f"#l-{ids[0]}" if ids else None
    if target is None and words.fate.letters:
        target = f"#s-{words.fate.letters[0]}"
    return together([element("a", name, class_="tag", href=target)])
