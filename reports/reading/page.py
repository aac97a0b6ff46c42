"""One page that shows what was read from one file, and needs nothing but itself."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from checks.thread.links import Thread
from extractors.document import Caveat
from extractors.pdf_pictures import MAX_PICTURES, Picture
from extractors.trace import Trace
from reports.reading.drawing import Rules
from reports.reading.lists import contents, facts, items, links
from reports.reading.markup import Markup, element, together
from reports.reading.sheets import sheets
from reports.reading.story import story
from reports.reading.view import View, view_of

MADE_BY = "goldenthread read --html"  # by this a page is known as one that may be replaced
MOST_WORDS = 20_000  # paragraphs: no plan is so long
_SWITCHES = (
    ("sections", "Sections, headings and labels"),
    ("items", "Items, with their details"),
    ("links", "Links"),
    ("out", "Left out"),
)
_LEGEND = (
    ("s-A", "A"),
    ("s-B", "B"),
    ("s-E", "E"),
    ("s-F", "F"),
    ("s-C", "C, G (health)"),
    ("s-D", "D, H1, H2 (social care)"),
    ("s-I", "I, J, K"),
)
_CAVEATS = {
    Caveat.READ_BY_OCR: "The file is a scan: its words were recognised, and some may be wrong.",
    Caveat.PARTLY_READ_BY_OCR: "Some pages are scans: their words were recognised, and some may be "
    "wrong.",
    Caveat.PARTLY_UNREADABLE: "Some parts are pictures without words that can be read.",
    Caveat.TRACKED_CHANGES: "It holds tracked changes: it was read as if all were accepted.",
    Caveat.STRUCK_THROUGH: "It holds words that are struck through: they were left out.",
    Caveat.HIDDEN_TEXT: "It holds hidden words: they were left out.",
    Caveat.FORM_FIELDS: "Some of its words stand in form fields.",
    Caveat.STRUCTURE_REDUCED: "Its tables or lists could not be read in full.",
    Caveat.REPAIRED: "The file is damaged; what could be recovered was read.",
    Caveat.SECOND_READER: "The first reader failed, so the slower one read it.",
    Caveat.READERS_DISAGREE: "Two readers of the file find different words on some of its pages.",
    Caveat.CUT_AT_LIMIT: "It is longer than the limit, so its end was not read.",
}


def reading_page(
    name: str,
    cover: Sequence[tuple[str, str]],
    trace: Trace,
    pictures: Sequence[Picture] = (),
    thread: Thread | None = None,
) -> str:
    """The page, as HTML. `cover` is what the file says of itself, in words."""
    view = view_of(trace, pictures, thread)
    rules = Rules()
    body = together([_head(name, cover, view), _legend(), _main(view, rules)])
    style = _style() + "\n".join(rules.lines)
    return "<!DOCTYPE html>\n" + element("html", _about(name, style), body, lang="en-GB") + "\n"


def _about(name: str, style: str) -> Markup:
    """What the browser is told: above all, to load nothing and to run nothing."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
    policy = (
        f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; base-uri 'none'; "
        "form-action 'none'"
    )
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="generator", content=MADE_BY),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="robots", content="noindex"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", f"What was read: {name}"),
        element("style", Markup(style)),
    )


@cache
def _style() -> str:
    return Path(__file__).with_name("page.css").read_text(encoding="utf-8")


def _head(name: str, cover: Sequence[tuple[str, str]], view: View) -> Markup:
    trace = view.trace
    refused = trace.unreadable
    said = [element("h1", "What was read"), element("p", name, class_="file")]
    if refused:
        said.append(element("p", f"{refused.reason} {refused.status.action}", class_="refused"))
    notes = [_CAVEATS.get(c, c.value.replace("-", " ")) for c in sorted(trace.caveats)]
    if trace.unread_pages:
        numbers = ", ".join(map(str, trace.unread_pages))
        notes.append(f"Pages that could not be read: {numbers}.")
    if (trace.pages or 0) > MAX_PICTURES and view.pictures:
        notes.append(f"From page {MAX_PICTURES + 1} on, words are shown without pictures.")
    if len(trace.words) > MOST_WORDS:
        notes.append(f"Only the first {MOST_WORDS:,} paragraphs are shown.")
    if notes:
        said.append(element("ul", *(element("li", note) for note in notes), class_="notes"))
    return element("header", *said, facts(cover))


def _legend() -> Markup:
    """What the colours mean, with a switch for each sort of box."""
    switches = [
        element(
            "label",
            element("input", type="checkbox", id=f"show-{id}", checked=True),
            f" {words}",
        )
        for id, words in _SWITCHES
    ]
    colours = [element("span", words, class_=f"swatch {name}") for name, words in _LEGEND]
    lines = [
        element("span", "need, outcome, provision, aspiration", class_="sample solid"),
        element("span", "strength, how it is now, view, other words", class_="sample dashed"),
        element("span", "step", class_="sample dotted"),
        element("span", "left out", class_="sample hatched"),
        element("span", "link that the plan prints", class_="sample drawn"),
        element("span", "link by its words", class_="sample worded"),
    ]
    return element(
        "div",
        element("fieldset", element("legend", "Show"), *switches),
        element("p", "Sections: ", *colours, class_="key"),
        element("p", *lines, class_="key"),
        class_="legend",
    )


def _main(view: View, rules: Rules) -> Markup:
    trace, plan = view.trace, view.trace.plan
    parts: list[Markup] = []
    if plan:
        parts += [element("h2", "The sections"), contents(plan, view)]
    parts.append(element("h2", "The file, and what became of its words"))
    if trace.format == "pdf":
        parts += sheets(view, rules)
    else:
        words = trace.words[:MOST_WORDS]
        parts.append(element("div", story(words, view, set()), class_="story whole"))
    if plan:
        parts += [
            element("h2", "Every item, by section"),
            items(plan, view),
            element("h2", "Every link"),
            links(view),
        ]
    return element("main", *parts)
