"""A file's words laid out as text, in reading order, where there is no picture of its pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from extractors.fates import Became
from extractors.trace import Spot, Traced
from reports.reading.boxes import anchor, arrows, card, tag
from reports.reading.markup import Markup, element, together
from reports.reading.view import View, classes

_MOST_COLUMNS = 64
_DEEPEST = 6  # headings and lists


@dataclass(frozen=True, slots=True)
class _Told:
    """What the layout of words as text needs at hand."""

    view: View
    seen: set[str]
    asides: dict[int, list[Traced]]  # by the words that they stand behind
    after: dict[int, Became]  # what became of the words before these


def story(words: Sequence[Traced], view: View, seen: set[str]) -> Markup:
    """The words with what was set aside among them."""
    after = {id(two): one.fate.became for one, two in pairwise(words)}
    return _blocks(words, 0, _Told(view, seen, _asides(words, view), after))


def _asides(words: Sequence[Traced], view: View) -> dict[int, list[Traced]]:
    """What was set aside, by the words printed last before it."""
    found: dict[int, list[Traced]] = {}
    if not words or view.trace.format == "pdf":  # there it is listed beside the page
        return found
    for aside in view.trace.set_aside:
        number = aside.place.paragraph
        before = [w for w in words if number and (w.place.paragraph or 0) <= number]
        found.setdefault(id((before or words)[-1 if before else 0]), []).append(aside)
    return found


def _blocks(words: Sequence[Traced], depth: int, told: _Told) -> Markup:
    """Paragraphs and tables; `depth` is how many tables they stand in already."""

    def table(one: Traced) -> int:
        return one.cells[depth].table if len(one.cells) > depth else 0

    parts: list[Markup] = []
    for number, group in groupby(words, key=table):
        here = list(group)
        parts += [_table(here, depth, told)] if number else [_paragraph(w, told) for w in here]
    return together(parts)


def _table(words: Sequence[Traced], depth: int, told: _Told) -> Markup:
    """A table, with an empty cell wherever no words stand."""
    cells: dict[tuple[int, int], list[Traced]] = {}
    spots: dict[tuple[int, int], Spot] = {}
    for one in words:
        spot = one.cells[depth]
        cells.setdefault((spot.row, spot.column), []).append(one)
        spots[spot.row, spot.column] = spot
    rows = sorted({row for row, _ in cells})
    width = min(max(s.column + s.column_span for s in spots.values()), _MOST_COLUMNS)
    taken: set[tuple[int, int]] = set()
    made: list[Markup] = []
    for row in rows:
        line: list[Markup] = []
        for column in range(width):
            here = spots.get((row, column))
            if here is not None:
                down = [r for r in rows if row <= r < row + here.row_span]
                across = max(1, min(here.column_span, width - column))
                taken |= {(r, column + c) for r in down for c in range(across)}
                inside = _blocks(cells[row, column], depth + 1, told)
                line.append(_cell(inside, len(down), across, shaded=here.shaded))
            elif (row, column) not in taken:
                line.append(element("td"))
        made.append(element("tr", *line))
    return element("div", element("table", element("tbody", *made)), class_="wide")


def _cell(inside: Markup, down: int, across: int, *, shaded: bool) -> Markup:
    return element(
        "td",
        inside,
        rowspan=down if down > 1 else None,
        colspan=across if across > 1 else None,
        class_="shaded" if shaded else None,
    )


def _paragraph(words: Traced, told: _Told) -> Markup:
    """One paragraph in its box, with what was set aside behind it."""
    view, fate = told.view, words.fate
    label = element("span", words.label + " ", class_="label") if words.label.strip() else None
    text = element("strong", words.text) if words.bold or words.heading else words.text
    parts: list[Markup | str | None] = [tag(words, view), label, text]
    if fate.became is Became.ITEM and fate.items:
        parts.append(arrows(fate.items[0], view))
    if fate.became.left_out and told.after.get(id(words)) is not fate.became:
        parts.append(element("span", f" [{fate.became.words}]", class_="why"))
    level = min(words.level, _DEEPEST)
    is_heading = fate.became in (Became.SECTION_MARK, Became.HEADING)
    made = element(
        "div",
        *parts,
        None if fate.became.left_out else card(words, view),
        class_=f"{classes(words, view)} in-text l{level}",
        id=anchor(words, view, told.seen),
        title=fate.became.words if fate.became.left_out else None,
        role="heading" if is_heading else None,
        aria_level=4 + (fate.became is Became.HEADING) if is_heading else None,
    )
    return together([made, *(_aside(a) for a in told.asides.get(id(words), ()))])


def _aside(words: Traced) -> Markup:
    became = words.fate.became
    return element(
        "div",
        element("del", words.text),
        element("span", f" [{became.words}]", class_="why"),
        class_=f"box g-out b-{became} in-text",
    )
