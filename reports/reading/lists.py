"""The lists around the pages: which sections were found, every item, every link."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extractors.plan import Item, Plan, Section
from reports.reading.boxes import told
from reports.reading.markup import Markup, element, together
from reports.reading.view import View, spoken

TITLES = {
    "A": "Views, interests and aspirations",
    "B": "Special educational needs",
    "C": "Health needs",
    "D": "Social care needs",
    "E": "Outcomes",
    "F": "Special educational provision",
    "G": "Health provision",
    "H1": "Social care provision under the 1970 Act",
    "H2": "Other social care provision",
    "I": "Placement",
    "J": "Personal budget",
    "K": "Advice and information",
}


def contents(plan: Plan, view: View) -> Markup:
    """Each section: whether it was found, where, and what was read in it."""
    heads = ("Section", "Its title in law", "Found", "As printed", "What was read")
    rows = [_row(section, plan, view) for section in plan.sections]
    return element(
        "div",
        element(
            "table",
            element("thead", element("tr", *(element("th", h, scope="col") for h in heads))),
            element("tbody", *rows),
            class_="list",
        ),
        class_="wide",
    )


def _row(section: Section, plan: Plan, view: View) -> Markup:
    letter = section.letter
    items = [item for item in plan.items if item.section == letter]
    counted = Counter(spoken(item.kind) for item in items)
    found = "found" if section.found else "not found"
    if section.says_none:
        found = "says that there is nothing"
    elif section.empty:
        found = "found, and empty"
    printed = [
        element("li", f"«{h.text}», ", _where(str(h.place), h.place.page, view))
        for h in section.headings[:12]
    ]
    said = ", ".join(f"{count} × {kind}" for kind, count in counted.items())
    return element(
        "tr",
        element("th", letter, scope="row", class_=f"letter s-{letter}"),
        element("td", element("a", TITLES.get(letter, ""), href=f"#s-{letter}")),
        element("td", found, class_=None if section.found else "missing"),
        element("td", element("ul", *printed) if printed else "–"),
        element("td", said or "–"),
    )


def _where(words: str, page: int | None, view: View) -> Markup | str:
    """A place, as a link to its page where pages are shown."""
    is_shown = bool(page) and view.trace.format == "pdf"
    return element("a", words, href=f"#p-{page}") if is_shown else words


def items(plan: Plan, view: View) -> Markup:
    """Every item by section, each with a link to its box."""
    parts: list[Markup] = []
    for section in plan.sections:
        letter = section.letter
        here = [item for item in plan.items if item.section == letter]
        title = f"Section {letter}: {TITLES.get(letter, '')}"
        body = [_item(item, view) for item in here] or [
            element("p", _nothing(section), class_="quiet")
        ]
        parts.append(
            element("section", element("h3", title), *body, id=f"s-{letter}", class_=f"s-{letter}")
        )
    return together(parts)


def _nothing(section: Section) -> str:
    if not section.found:
        return "The section was not found."
    if section.says_none:
        return "It says that there is nothing."
    if section.empty:
        return "Found, and nothing stands in it."
    return "Found. Of its words no items are made."


def _item(item: Item, view: View) -> Markup:
    link = element("a", item.id, href=f"#i-{item.id}", title="To its box above", class_="tag")
    return element(
        "article",
        element("h4", link, f" {spoken(item.kind)}"),
        told(item, view),
        id=f"l-{item.id}",
        class_=f"entry k-{item.kind}",
    )


def links(view: View) -> Markup:
    """Every link, and how it is known."""
    if not view.ties:
        return element("p", "No links were found.", class_="quiet")
    heads = ("From", "To", "Known by", "How")
    rows = [
        element(
            "tr",
            element("td", element("a", tie.one, href=f"#i-{tie.one}")),
            element("td", element("a", tie.other, href=f"#i-{tie.other}")),
            element("td", "print" if tie.printed else "its words"),
            element("td", tie.how),
        )
        for tie in view.ties
    ]
    return element(
        "div",
        element(
            "table",
            element("thead", element("tr", *(element("th", h, scope="col") for h in heads))),
            element("tbody", *rows),
            class_="list",
        ),
        class_="wide",
    )


def facts(said: Sequence[tuple[str, str]]) -> Markup:
    """Names with what is known under them."""
    return element(
        "dl",
        *(element("div", element("dt", name), element("dd", value)) for name, value in said),
        class_="facts",
    )
