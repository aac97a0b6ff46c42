"""Recognised words become runs like those of any PDF: each with its size, line and look."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from extractors.document import Box
from extractors.ocr_engine import Word
from extractors.ocr_looks import (
    BULLET,
    Depth,
    groups_of,
    is_bold,
    stroke_of,
    usual_stroke,
    with_bullet,
)
from extractors.ocr_sizes import ASCENT, DESCENT, sizes_of
from extractors.pdf_page import PageRead
from extractors.pdf_styles import Style
from extractors.pdf_tables import all_cells
from extractors.pdf_text import Run

_LETTERED = re.compile(r"[^\W_]")
_SAME = 0.07  # of a size: sizes that differ by no more are one
_ANOTHER = 0.25  # of a size: what differs by more is measured on other paper
_BODY = 0.12  # of the most used size: short lines of it are measured no better
# «I have» is often read as «Ihave», «T have» or «| have». No English word begins so.
_SAID_OF_ONESELF = (
    "can|could|did|do|don.t|enjoy|feel|find|get|go|had|have|hope|know|like|love|need|play|said|"
    "struggle|take|talk|think|use|want|was|will|wish|worry|would"
)
_I_AND = re.compile(rf"(?:I|\||T(?!hat|hose))(?:{_SAID_OF_ONESELF})|[I|]am")
_LIKE_I = frozenset({"T", "|", "l"})
_VERB = re.compile(rf"am|{_SAID_OF_ONESELF}")
_LABEL = 8  # signs: a bullet or number has no more
_LABEL_GAP = 0.45  # of the font size: it stands further from its words than they from each other


@dataclass(frozen=True, slots=True)
class Group:
    """Words that stand together on one line of a page, and how they look; sizes in points."""

    words: tuple[Word, ...]
    scale: float  # pixels to the point
    size: float
    stroke: float  # as a share of the size

    @property
    def letters(self) -> int:
        """How much it says of the whole file."""
        return sum(len(word.text) for word in self.words)

    @property
    def box(self) -> Box:
        """Where it stands, in points."""
        return around(self.words, self.scale)


def around(words: Sequence[Word], scale: float) -> Box:
    """Where words stand together, in points."""
    lefts, tops, rights, bottoms = zip(*(word.box for word in words), strict=True)
    return min(lefts) / scale, min(tops) / scale, max(rights) / scale, max(bottoms) / scale


def grouped(words: Sequence[Word], scale: float, depth: Depth) -> list[Group]:
    """A page's words in groups, with what only its picture can tell."""
    sizes = sizes_of(words, scale)
    found = []
    for group in groups_of(words, sizes, scale):
        size = sizes[group[0].line]
        stroke = stroke_of(group, depth) / (size * scale)
        whole = with_bullet(group, size * scale, depth)
        parts = [part for word in whole for part in _parted(word)]
        found.append(Group(tuple(_with_i(parts)), scale, size, stroke))
    return found


def _with_i(words: Sequence[Word]) -> Iterator[Word]:
    """The words, those that stand for «I» made so."""
    for word, after in itertools.zip_longest(words, words[1:]):
        is_i = after is not None and (
            (word.text in _LIKE_I and _VERB.fullmatch(after.text))
            or (word.text == "|" and after.text[0].islower())
        )
        yield replace(word, text="I") if is_i else word


def _parted(word: Word) -> list[Word]:
    """A word, or the two that it was read together from."""
    if not _I_AND.fullmatch(word.text):
        return [word]
    x0, top, x1, bottom = word.box
    cut = x0 + (x1 - x0) // len(word.text)
    return [
        replace(word, text="I", box=(x0, top, cut, bottom)),
        replace(word, text=word.text[1:], box=(cut, top, x1, bottom)),
    ]


def runs_of(pages: Sequence[Sequence[Group]], printed: Mapping[float, int]) -> list[list[Run]]:
    """The runs of each page; what is nearly alike all over the file is set alike.

    `printed` are the sizes of the file's pages that are not scanned, each with its letters.
    """
    every = [group for groups in pages for group in groups]
    steps = _as_printed(_steps(every), printed)
    usual = usual_stroke([(group.stroke, group.letters) for group in every])
    return [list(_runs(groups, steps, usual)) for groups in pages]


def _steps(groups: Iterable[Group]) -> list[float]:
    """The sizes that a file is set in, the most used first."""
    weights: Counter[float] = Counter()
    for group in groups:
        weights[round(group.size * 2) / 2] += group.letters
    steps: list[float] = []
    for size in sorted(weights, key=lambda size: (-weights[size], size)):
        nearest = min(steps, key=lambda step: abs(step - size), default=0.0)
        same = _BODY if steps and nearest == steps[0] else _SAME
        if abs(size - nearest) > same * nearest:
            steps.append(size)
    return steps


def _as_printed(steps: Sequence[float], printed: Mapping[float, int]) -> dict[float, float]:
    """For each size the one that it stands for: that of other pages, if the file has any."""
    if not (steps and printed):
        return {step: step for step in steps}
    share = max(printed, key=lambda size: (printed[size], size)) / steps[0]
    if abs(share - 1) > _ANOTHER:  # the scan is of something else
        return {step: step for step in steps}
    found = {}
    for step in steps:
        nearest = min(printed, key=lambda size: (abs(size - share * step), size))
        near = abs(nearest - share * step) <= _BODY * nearest
        found[step] = nearest if near else round(share * step, 1)
    return found


def _runs(groups: Sequence[Group], steps: Mapping[float, float], usual: float) -> Iterator[Run]:
    order = itertools.count()
    for group in groups:
        style = Style(
            size=steps[min(steps, key=lambda step: abs(step - group.size))],
            bold=is_bold(group.stroke, usual),
            italic=False,
            angle=0,
            mode=0,
            colour=(0, 0, 0),
            opacity=255,
        )
        for words in _label_apart(group):
            yield _run(words, next(order), style, group.scale)


def _label_apart(group: Group) -> list[tuple[Word, ...]]:
    """The group's words, a bullet or number at its beginning apart from the others."""
    words = group.words
    if len(words) > 1 and len(words[0].text) <= _LABEL:
        gap = (words[1].box[0] - words[0].box[2]) / group.scale
        if gap > _LABEL_GAP * group.size or words[0].text == BULLET:
            return [words[:1], words[1:]]
    return [words]


def _run(words: Sequence[Word], order: int, style: Style, scale: float) -> Run:
    x0, top, x1, bottom = around(words, scale)
    base = words[0].base / scale
    return Run(
        text=" ".join(word.text for word in words) + " ",
        x0=x0,
        top=min(top, base - ASCENT * style.size),
        x1=x1,
        bottom=max(bottom, base + DESCENT * style.size),
        base=base,
        style=style,
        handle=0,
        order=order,
        first=0,
        first_word=(words[0].box[2] - words[0].box[0]) / scale,
        broke=True,
    )


def tell_confidence(page: PageRead, groups: Sequence[Group]) -> None:
    """Notes on each line of a page how certain its least certain word is."""
    words = [
        (word, group.scale)
        for group in groups
        for word in group.words
        if _LETTERED.search(word.text)
    ]
    if not words:
        return
    middles = np.array([(w.box[0] + w.box[2]) / 2 / scale for w, scale in words])
    bases = np.array([w.base / scale for w, scale in words])
    certain = np.array([w.confidence / 100 for w, _ in words])
    in_cells = (cell.lines for cell in all_cells(page.grids))
    for line in itertools.chain(page.lines, *in_cells):
        near = np.abs(bases - line.base) < line.size / 2
        own = certain[near & (line.x0 <= middles) & (middles <= line.x1)]
        line.confidence = round(float(own.min()), 2) if own.size else 1.0
