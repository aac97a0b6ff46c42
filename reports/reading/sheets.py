"""The pages of a PDF: each a picture with boxes over it, and beside it what was left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from extractors.document import Box
from extractors.fates import Became
from extractors.pdf_pictures import Picture
from extractors.trace import Traced
from reports.reading.boxes import anchor, arrows, card, tag
from reports.reading.markup import Markup, element
from reports.reading.story import story
from reports.reading.view import Tie, View, classes, shortened

_EDGE = 1.5  # points around words, so that the line of a box does not touch them
_FORMS = {"png", "jpeg"}


@dataclass(slots=True)
class Rules:
    """Where each box stands: rules of style, for the page allows none beside its own."""

    lines: list[str] = field(default_factory=list)

    def place(self, box: Box, picture: Picture) -> str:
        """The class of a box that stands there on its picture."""
        x0, top, x1, bottom = _around(box, picture)
        name = f"n{len(self.lines)}"
        across, down = 100 / picture.width, 100 / picture.height
        self.lines.append(
            f".{name}{{left:{x0 * across:.2f}%;top:{top * down:.2f}%;"
            f"width:{(x1 - x0) * across:.2f}%;height:{(bottom - top) * down:.2f}%}}"
        )
        return name


def _around(box: Box, picture: Picture) -> Box:
    """The box with a margin, inside of its page."""
    x0, top, x1, bottom = box

    def inside(at: float, end: float) -> float:
        return min(max(at, 0.0), end)

    return (
        inside(min(x0, x1) - _EDGE, picture.width),
        inside(min(top, bottom) - _EDGE, picture.height),
        inside(max(x0, x1) + _EDGE, picture.width),
        inside(max(top, bottom) + _EDGE, picture.height),
    )


def sheets(view: View, rules: Rules) -> Iterator[Markup]:
    """Every page of the PDF, in order."""
    pages = view.trace.pages or 0
    by_page: dict[int, list[tuple[Traced, Box]]] = {n: [] for n in range(1, pages + 1)}
    for words in view.trace.words:
        for page, box in words.stretches:
            by_page.setdefault(page, []).append((words, box))
    seen: set[str] = set()
    for page in sorted(by_page):
        picture = view.pictures.get(page)
        if picture is None or picture.form not in _FORMS or not (picture.width and picture.height):
            here = [w for w in view.trace.words if w.place.page == page]
            shown = element("div", story(here, view, seen), class_="story")
        else:
            shown = _figure(picture, by_page[page], view, rules, seen)
        yield element(
            "section",
            element("h3", f"Page {page}"),
            element("div", shown, _beside(page, view), class_="spread"),
            class_="sheet",
            id=f"p-{page}",
        )


def _figure(
    picture: Picture,
    stood: list[tuple[Traced, Box]],
    view: View,
    rules: Rules,
    seen: set[str],
) -> Markup:
    page = picture.page
    named: set[tuple[Became, str]] = set()
    places: dict[str, Box] = {}
    boxes: list[Markup] = []
    for words, box in stood:
        if words.fate.became is Became.ITEM:
            for id in words.fate.items:
                places.setdefault(id, _around(box, picture))
        boxes.append(_box(words, rules.place(box, picture), view, page, seen, named))
    unread = page in view.trace.unread_pages
    return element(
        "figure",
        element(
            "div",
            element(
                "img",
                src=f"data:image/{picture.form};base64,{picture.base64}",
                alt=f"Page {page} of the file as it is printed",
            ),
            *boxes,
            _drawn(places, picture, view),
            class_="picture unread" if unread else "picture",
        ),
    )


def _box(
    words: Traced, rule: str, view: View, page: int, seen: set[str], named: set[tuple[Became, str]]
) -> Markup:
    """One box; its name and arrows stand on the first of an item's boxes on each page."""
    mark: list[Markup] = []
    fate = words.fate
    key = ",".join(fate.items) or str(id(words))
    if (fate.became, key) not in named:
        named.add((fate.became, key))
        mark = [tag(words, view)]
        if fate.became is Became.ITEM and fate.items:
            mark.append(arrows(fate.items[0], view, page))
    in_cell = "in-cell" if words.cells else "free"
    return element(
        "div",
        *mark,
        card(words, view),
        class_=f"{classes(words, view)} {in_cell} {rule}",
        id=anchor(words, view, seen),
    )


def _drawn(places: dict[str, Box], picture: Picture, view: View) -> Markup:
    """The links between items of this page, as lines."""
    ties = [t for t in view.ties if t.one in places and t.other in places]
    if not ties:
        return Markup()
    return element(
        "svg",
        *(_line(tie, places[tie.one], places[tie.other]) for tie in ties),
        class_="lines g-links",
        viewBox=f"0 0 {picture.width} {picture.height}",
        preserveAspectRatio="none",
        aria_hidden="true",
    )


def _line(tie: Tie, one: Box, other: Box) -> Markup:
    """A line from box to box: across where they stand side by side, else around on the right."""
    left, right = (one, other) if one[0] <= other[0] else (other, one)
    y0, y1 = (left[1] + left[3]) / 2, (right[1] + right[3]) / 2
    if left[2] <= right[0]:
        x0, x1 = left[2], right[0]
        bend0, bend1 = (x0 + x1) / 2, (x0 + x1) / 2
    else:
        x0, x1 = left[2], right[2]
        bend0 = bend1 = max(x0, x1) + min(12 + abs(y1 - y0) / 12, 40)
    return element(
        "path",
        element("title", f"{tie.one} – {tie.other}: {tie.how}"),
        d=f"M{x0:.1f} {y0:.1f}C{bend0:.1f} {y0:.1f} {bend1:.1f} {y1:.1f} {x1:.1f} {y1:.1f}",
        class_="printed" if tie.printed else "worded",
    )


def _beside(page: int, view: View) -> Markup:
    """What was left out of a page, by its reason."""
    trace = view.trace
    reasons: dict[Became, list[str]] = {}
    if page in trace.unread_pages:
        reasons[Became.PICTURE] = []
    for words in trace.words:
        if words.fate.became.left_out and words.place.page == page:
            reasons.setdefault(words.fate.became, []).append(words.text)
    for words in trace.margins:
        if words.place.page == page:
            reasons.setdefault(Became.RUNNING, []).append(words.text)
    for aside in trace.set_aside:
        if aside.place.page == page:
            reasons.setdefault(Became(aside.why.value), []).append(aside.text)
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
    listed = element("ul", *(element("li", shortened(t)) for t in texts)) if texts else None
    return element("div", element("p", element("strong", became.words)), listed)
