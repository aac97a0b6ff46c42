"""Running heads and feet: what stands in the margins of the pages and is no part of the plan."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain

from extractors.document import Paragraph, Place
from extractors.pdf_blocks import as_seen
from extractors.pdf_lines import Line
from extractors.pdf_page import PageRead
from extractors.pdf_tables import Grid

_MARGIN = 0.13  # of the page's height, at its top and at its foot
_SHARE = 0.4  # of the pages: what stands on so many at one height is a running head
_SAME_HEIGHT = 4.0  # points
_UNNUMBERED = 2  # pages before the first that carries a number
_PAGE_NUMBER = re.compile(
    r"^\W*(?:page\W*)?(?:\d{1,4}|[ivxl]{1,6})\W*$|\bpage\W{0,3}\d+|\b\d+\s*of\s*\d+\W*$|^\W*\d+\s*/\s*\d+\W*$",
    re.IGNORECASE,
)
_OF_PAGES = re.compile(r"\bpage\W{0,3}\d+\s*(?:of|/)\s*\d+", re.IGNORECASE)
_BESIDE = 8  # words beside a page's number: the plan's name, the child's, a version
_END_OF_DATE = re.compile(r"\s*(\d{1,4})[.,;:)\]]*\s*")  # it may stand alone at a page's top
_MARKING = re.compile(
    r"^\W*(?:official|protect|restricted|confidential|private and confidential|not protectively"
    r" marked)\b[\W\w]{0,40}$|^\W*(?:printed (?:from|on|by)|print date|document generated)\b",
    re.IGNORECASE,
)


def take_margins(pages: Sequence[PageRead]) -> list[Paragraph]:
    """Takes running heads and feet off the pages; gives each once, in the order of the pages."""
    wanted = max(2, round(_SHARE * len(pages)))
    repeated = _repeated(pages, wanted)
    running: list[Paragraph] = []
    for page in pages:
        kept: list[Line | Grid] = []
        for item in page.flow:
            if isinstance(item, Line):
                is_margin = _is_running_line(item, page, repeated)
                words = [item]
            else:
                is_margin = _grid_in_margin(item, page) and _grid_key(item, page) in repeated
                words = [line for cell in item.cells for line in cell.lines]
            if is_margin:
                running += [_running(line, page) for line in words]
            else:
                kept.append(item)
        page.flow = kept
    return _each_once([*running, *_watermarks(pages)])


def _running(line: Line, page: PageRead) -> Paragraph:
    place, box = Place(page=line.page), as_seen(line.box, page)
    return Paragraph(
        line.text, place, size=line.size, bold=line.bold, stretches=((line.page, box),)
    )


def _watermarks(pages: Sequence[PageRead]) -> list[Paragraph]:
    """Words that lean across the page: «DRAFT», «COPY»."""
    return [
        Paragraph(
            " ".join(run.text.strip() for run in page.leaning),
            Place(page=page.number),
            size=page.leaning[0].style.size,
        )
        for page in pages
        if page.leaning
    ]


def _repeated(pages: Sequence[PageRead], wanted: int) -> set[tuple[str, int]]:
    """The text and height of whatever stands at the same place on many pages."""
    found: dict[tuple[str, int], set[int]] = defaultdict(set)
    for page in pages:
        for line in page.lines:
            if _in_margin(line, page):
                for key in chain(*_keys(line, page)):
                    found[key].add(page.number)
        for grid in page.grids:
            if _grid_in_margin(grid, page):
                found[_grid_key(grid, page)].add(page.number)
    near = _near(found)
    return {key for key in found if len(near(key)) >= wanted}


def _near(found: dict[tuple[str, int], set[int]]) -> Callable[[tuple[str, int]], set[int]]:
    """The pages that hold a key, or the same text within a hair's breadth."""

    def pages_of(key: tuple[str, int]) -> set[int]:
        text, height = key
        return set().union(*(found.get((text, height + step), set()) for step in (-1, 0, 1)))

    return pages_of


def _keys(line: Line, page: PageRead) -> list[set[tuple[str, int]]]:
    """The text and height of a line, or of its parts where wide gaps part it.

    Each with and without the page's number: «Version 4» is the same on page 4 as on page 1.
    """
    at_foot = line.top > page.height / 2
    height = round(line.base / _SAME_HEIGHT)
    parts = line.text.split("\t")
    return [
        {(_plain(part), height), (_without_number(part, page.number, anywhere=at_foot), height)}
        for part in parts
    ]


def _grid_key(grid: Grid, page: PageRead) -> tuple[str, int]:
    words = "\n".join(cell.text for cell in grid.cells)
    at_foot = grid.box[1] > page.height / 2
    text = _without_number(words, page.number, anywhere=at_foot)
    return text, round(grid.box[1] / _SAME_HEIGHT)


def _plain(text: str) -> str:
    return " ".join(text.split()).lower()


def _without_number(text: str, page: int, *, anywhere: bool) -> str:
    """The text with the page's own number taken out, where it is printed as one.

    At the top of a page, «Outcome 2» may well begin page 2.
    """
    text = _plain(text)
    if not anywhere and not _PAGE_NUMBER.search(text):
        return text
    near = range(page - _UNNUMBERED, page + _UNNUMBERED + 1)
    return re.sub(r"\d+", lambda found: "#" if int(found[0]) in near else found[0], text)


def _in_margin(line: Line, page: PageRead) -> bool:
    edge = _MARGIN * page.height
    return line.bottom < edge or line.top > page.height - edge


def _grid_in_margin(grid: Grid, page: PageRead) -> bool:
    edge = _MARGIN * page.height
    return grid.box[3] < edge or grid.box[1] > page.height - edge


def _is_running_line(line: Line, page: PageRead, repeated: set[tuple[str, int]]) -> bool:
    if line.running:
        return True
    if not _in_margin(line, page):
        return False
    if _MARKING.search(line.text) or not any(map(repeated.isdisjoint, _keys(line, page))):
        return True
    if end := _END_OF_DATE.fullmatch(line.text):
        return abs(int(end[1]) - page.number) <= _UNNUMBERED
    return _numbers_page(line.text, page.number)


def _numbers_page(text: str, page: int) -> bool:
    """Whether a line is the page's number, with a few words beside it at most.

    «as the report says on page 4» is no running foot wherever it stands.
    """
    found = _PAGE_NUMBER.search(text)
    if not found:
        return False
    beside = re.findall(r"[^\W\d_]{2,}", text[: found.start()] + text[found.end() :])
    if not set(map(str.lower, beside)) - {"of", "page"}:
        return True
    if len(beside) > _BESIDE or text[:1].islower() or text.rstrip()[-1:] in ".,;":
        return False
    near = any(abs(int(n) - page) <= _UNNUMBERED for n in re.findall(r"\d+", found.group()))
    return near or _OF_PAGES.search(text) is not None


def _each_once(margins: list[Paragraph]) -> list[Paragraph]:
    """Each once, with every place where it stands."""
    found: dict[str, list[Paragraph]] = {}
    for margin in margins:
        found.setdefault(re.sub(r"\d+", "#", margin.text.lower()), []).append(margin)
    return [
        replace(same[0], stretches=tuple(place for one in same for place in one.stretches))
        for same in found.values()
    ]
