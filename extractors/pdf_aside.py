"""The words of a PDF that stand apart from the reading, each with its reason and its place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.document import Box, Caveat, Place, SetAside
from extractors.pdf_blocks import as_seen
from extractors.pdf_lines import SPACE
from extractors.pdf_page import PageRead
from extractors.pdf_text import Run

_NEXT_LINE = 1.7  # of the font size: struck lines no further apart are one passage


def set_aside(pages: Sequence[PageRead]) -> tuple[SetAside, ...]:
    """What is hidden on the pages, and what is struck through."""
    found = [
        SetAside(run.text.strip(), Caveat.HIDDEN_TEXT, Place(page=page.number))
        for page in pages
        for run in page.hidden
    ]
    for page in pages:
        for passage in _passages(page.struck):
            place = Place(page=page.number, box=_box(passage, page))
            found.append(SetAside(_words(passage), Caveat.STRUCK_THROUGH, place))
    return tuple(found)


def _passages(struck: Sequence[Run]) -> list[list[Run]]:
    """Struck words that follow each other on a line, or fill the lines between them."""
    passages: list[list[Run]] = []
    for run in sorted(struck, key=lambda run: (round(run.base), run.x0)):
        last = passages[-1][-1] if passages else None
        if last is not None and _goes_on(last, run):
            passages[-1].append(run)
        else:
            passages.append([run])
    return passages


def _goes_on(last: Run, run: Run) -> bool:
    size = max(last.style.size, run.style.size)
    if round(run.base) == round(last.base):
        return run.x0 - last.x1 < size
    below = run.base - last.base < _NEXT_LINE * size
    return below and run.x0 < last.x0 + size and last.x1 > run.x0


def _words(passage: Sequence[Run]) -> str:
    """The words of a passage, with a space where there is a gap or a new line."""
    text = passage[0].text
    for before, run in pairwise(passage):
        is_level = round(before.base) == round(run.base)
        is_near = is_level and run.x0 - before.x1 < SPACE * run.style.size
        text += run.text if is_near else " " + run.text
    return " ".join(text.split())


def _box(passage: Sequence[Run], page: PageRead) -> Box:
    box = (
        min(run.x0 for run in passage),
        min(run.top for run in passage),
        max(run.x1 for run in passage),
        max(run.bottom for run in passage),
    )
    return as_seen(box, page)
