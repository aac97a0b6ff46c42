"""The pages of a PDF: each a picture with boxes over it, and beside it what was left out."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.document import Box
from extractors.fates import Became
from extractors.pdf_pictures import Picture
from extractors.trace import Traced
from reports.reading.drawing import Drawing, Rules
from reports.reading.markup import Markup, element
from reports.reading.story import story
from reports.reading.view import View, shortened

_COUNTED = {Became.BEFORE_SECTIONS, Became.NOT_A_PLAN, Became.BLANK}  # no need to list them
_FORMS = {"png", "jpeg"}


def sheets(view: View, rules: Rules) -> Iterator[Markup]:
    """Every page of the PDF, in order."""
    by_page: dict[int, list[tuple[Traced, Box]]] = {
        n: [] for n in range(1, (view.trace.pages or 0) + 1)
    }
    for words in (*view.trace.words, *view.trace.margins, *view.trace.set_aside):
        for page, box in words.stretches:
            by_page.setdefault(page, []).append((words, box))
    seen: set[str] = set()
    for page in sorted(by_page):
        picture = view.pictures.get(page)
        if picture and picture.form in _FORMS and picture.width > 0 and picture.height > 0:
            shown = Drawing(picture, view, rules, seen).figure(by_page[page])
        else:
            here = [w for w in view.trace.words if w.place.page == page]
            shown = element("div", story(here, view, seen), class_="story")
        yield element(
            "section",
            element("h3", f"Page {page}"),
            element("div", shown, _beside(page, view), class_=_spread(picture)),
            class_="sheet",
            id=f"p-{page}",
        )


def _spread(picture: Picture | None) -> str:
    return "spread broad" if picture and picture.width > picture.height else "spread"


def _beside(page: int, view: View) -> Markup:
    """What was left out of a page, by its reason."""
    trace = view.trace
    reasons: dict[Became, list[str]] = {}
    if page in trace.unread_pages:
        reasons[Became.PICTURE] = []
    for words in (*trace.words, *trace.margins, *trace.set_aside):
        pages = {words.place.page, *(page for page, _ in words.stretches)}
        if words.fate.became.left_out and page in pages:
            reasons.setdefault(words.fate.became, []).append(words.text)
    if not reasons:
        return element("aside", element("p", "Nothing was left out of this page.", class_="quiet"))
    return element(
        "aside",
        element("h4", "Left out of this page"),
        *(_reason(became, texts) for became, texts in reasons.items()),
        class_="g-out",
        aria_label=f"Left out of page {page}",
    )


def _reason(became: Became, texts: list[str]) -> Markup:
    said = element("p", element("strong", became.words))
    if became in _COUNTED:
        return element("div", said, element("p", f"Paragraphs: {len(texts)}."))
    return element("div", said, element("ul", *(element("li", shortened(t)) for t in texts)))
