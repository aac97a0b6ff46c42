"""One page of a PDF: its picture, the boxes over it, and the links between them as lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.document import Box
from extractors.fates import Became
from extractors.pdf_pictures import Picture
from extractors.trace import Traced
from reports.reading.boxes import anchor, arrows, card, tag
from reports.reading.markup import Markup, element
from reports.reading.view import Tie, View, classes

_EDGE = 1.5  # points around words, so that the line of a box does not touch them
_BELOW = 3.0  # points: for what reaches below the line that letters stand on
_MARGIN = 0.22  # of the page's width: a name has room beside what begins in it
_MANY = 500  # boxes on a page: of more, it is not asked what stands beside them


@dataclass(slots=True)
class Rules:
    """Where each box stands: rules of style, for the page allows none but those in its head."""

    lines: list[str] = field(default_factory=list)

    def place(self, box: Box, picture: Picture) -> str:
        """The class of a box that stands there on its picture."""
        x0, top, x1, bottom = box
        name = f"n{len(self.lines)}"
        across, down = 100 / picture.width, 100 / picture.height
        self.lines.append(
            f".{name}{{left:{x0 * across:.2f}%;top:{top * down:.2f}%;"
            f"width:{(x1 - x0) * across:.2f}%;height:{(bottom - top) * down:.2f}%}}"
        )
        return name


class Drawing:
    """One page with its boxes. An item's name and arrows stand on its first box of the page."""

    def __init__(self, picture: Picture, view: View, rules: Rules, seen: set[str]) -> None:
        self._picture, self._view, self._rules = picture, view, rules
        self._seen = seen  # items that have their anchor already
        self._named: set[tuple[Became, tuple[str, ...]]] = set()
        self._places: dict[str, Box] = {}  # the first box of each item
        self._all: list[Box] = []

    def figure(self, stood: Sequence[tuple[Traced, Box]]) -> Markup:
        """The page with a box for everything that stands on it."""
        picture, page = self._picture, self._picture.page
        self._all = [self._around(box) for _, box in stood]
        boxes = [self._box(words, box) for (words, _), box in zip(stood, self._all, strict=True)]
        unread = page in self._view.trace.unread_pages
        image = element(
            "img",
            src=f"data:image/{picture.form};base64,{picture.base64}",
            alt=f"Page {page} of the file as it is printed",
        )
        shown = "picture unread" if unread else "picture"
        return element("figure", element("div", image, *boxes, self._lines(), class_=shown))

    def _around(self, box: Box) -> Box:
        """The box with a margin, inside of its page."""
        width, height = self._picture.width, self._picture.height
        x0, top, x1, bottom = box
        return (
            min(max(min(x0, x1) - _EDGE, 0.0), width),
            min(max(min(top, bottom) - _EDGE, 0.0), height),
            min(max(max(x0, x1) + _EDGE, 0.0), width),
            min(max(max(top, bottom) + _BELOW, 0.0), height),
        )

    def _box(self, words: Traced, box: Box) -> Markup:
        view, fate = self._view, words.fate
        mark: list[Markup] = []
        first = (fate.became, fate.items) not in self._named
        if first or not fate.items:
            self._named.add((fate.became, fate.items))
            mark.append(tag(words, view))
        if fate.became is Became.ITEM and fate.items:
            self._places.setdefault(fate.items[0], box)
            if first:
                mark.append(arrows(fate.items[0], view, self._picture.page))
        return element(
            "div",
            *mark,
            card(words, view),
            class_=" ".join(
                (classes(words, view), self._margin(box), self._rules.place(box, self._picture))
            ),
            id=anchor(words, view, self._seen),
        )

    def _margin(self, box: Box) -> str:
        """On which side of a box its name and its arrows have room."""
        width = self._picture.width
        level = [
            other
            for other in (self._all if len(self._all) <= _MANY else ())
            if other[1] < box[3] and other[3] > box[1] and other is not box
        ]
        left = box[0] < _MARGIN * width and not any(o[2] <= box[0] for o in level)
        after = not any(o[0] >= box[2] for o in level)
        name = "at-left" if left else "at-right" if after else "at-top"
        return f"{name} {'after' if after else 'under'}"

    def _lines(self) -> Markup:
        """The links between items of this page."""
        places = self._places
        ties = [t for t in self._view.ties if t.one in places and t.other in places]
        if not ties:
            return Markup()
        return element(
            "svg",
            *(_line(tie, places[tie.one], places[tie.other]) for tie in ties),
            class_="lines g-links",
            viewBox=f"0 0 {self._picture.width} {self._picture.height}",
            preserveAspectRatio="none",
            aria_hidden="true",
        )


def _line(tie: Tie, one: Box, other: Box) -> Markup:
    """A line from box to box: across where they stand side by side, else around on the right."""
    left, right = (one, other) if one[0] <= other[0] else (other, one)
    y0, y1 = (left[1] + left[3]) / 2, (right[1] + right[3]) / 2
    if left[2] <= right[0]:
        x0, x1 = left[2], right[0]
        bend = (x0 + x1) / 2
    else:
        x0, x1 = left[2], right[2]
        bend = max(x0, x1) + min(12 + abs(y1 - y0) / 12, 40)
    return element(
        "path",
        d=f"M{x0:.1f} {y0:.1f}C{bend:.1f} {y0:.1f} {bend:.1f} {y1:.1f} {x1:.1f} {y1:.1f}",
        class_="printed" if tie.printed else "worded",
    )
