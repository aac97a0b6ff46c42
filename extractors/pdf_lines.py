"""Runs of characters become lines, as the eye joins them."""

from __future__ import annotations

import itertools
import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from extractors.document import Box
from extractors.pdf_styles import LEANING
from extractors.pdf_text import Run

SPACE = 0.15  # of the font size: a gap as wide as this parts words
_TAB = 2.5  # of the font size: a gap as wide as this was made on purpose
_SAME_LINE = 0.42  # of the font size: how far a raised figure stands off its line
_SPACED_SHARE = 0.75  # of a line's words are single letters where a heading is spaced out
_SPACED_LEAST = 5  # words: fewer may be initials
_RAISED = 0.85  # of the font size: raised figures are smaller
_NOTE_MARK = re.compile(r"\d{1,2}(?:,\s?\d{1,2})*")
_UNIT = re.compile(r"(?:^|[\d\s])[cdkm]?m$")


@dataclass(slots=True)
class Line:
    """One line of words."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    size: float
    bold: bool
    italic: bool
    page: int
    label_gap: float = 0.0  # how far behind its first word the next one begins
    second_x0: float = 0.0  # where the words behind a bullet or number begin
    first_word: float = 0.0  # how wide the first word is
    shaded: bool = False
    heading: int = 0  # 1 to 6 where the tags of the file say so
    running: bool = False  # the tags say that it is no part of the text
    angle: int = 0
    limit: float = 0.0  # how far right a line may run here; 0 where only the document can tell
    confidence: float = 1.0  # less than 1 where text recognition read it, and is not certain

    @property
    def box(self) -> Box:
        """Where it stands."""
        return self.x0, self.top, self.x1, self.bottom


def lines_of(runs: Sequence[Run], page: int) -> list[Line]:
    """The lines of one column or cell, from top to bottom; words that stand upright come last."""
    lines: list[Line] = []
    angles = {run.style.angle for run in runs}
    for angle in sorted(angles - {LEANING}):
        same = runs if len(angles) == 1 else [run for run in runs if run.style.angle == angle]
        for group in _by_base(same):
            line = _line(group, page, angle)
            if line is not None:
                lines.append(line)
    return lines


def _by_base(runs: Sequence[Run]) -> list[list[Run]]:
    """Runs that stand on one line, raised and lowered figures included."""
    groups: list[list[Run]] = []
    base = size = 0.0
    for run in sorted(runs, key=attrgetter("base")):
        height = run.style.size
        if groups and run.base - base <= _SAME_LINE * max(size, height):
            groups[-1].append(run)
            if height > size:
                base, size = run.base, height
        else:
            groups.append([run])
            base, size = run.base, height
    return groups


def _along(run: Run) -> tuple[float, float]:
    """Where a run begins and ends, measured the way it is read."""
    angle = run.style.angle
    if angle == 0:
        return run.x0, run.x1
    if angle == 1:
        return run.top, run.bottom
    return (-run.x1, -run.x0) if angle == 2 else (-run.bottom, -run.top)  # noqa: PLR2004 -- half a turn


def _line(runs: list[Run], page: int, angle: int) -> Line | None:
    if len(runs) > 1:
        runs.sort(key=lambda run: (_along(run)[0], run.order))
    size = _size(runs)
    if len(runs) > 1 and any(run.style.size < _RAISED * size for run in runs):
        runs = _without_note_marks(runs, size, angle)
    text, gaps = _joined(runs, size)
    if not text:
        return None
    if _is_spaced_out(text):
        text = _closed_up(runs, gaps)
    x0, top, x1, bottom = _around(runs)
    first = runs[0]
    bold, italic = _looks(runs)
    gap, second = _second(runs, size)
    return Line(
        text=text,
        x0=x0,
        top=top,
        x1=x1,
        bottom=bottom,
        base=first.base if first.style.size == size else _base(runs, size),
        size=size,
        bold=bold,
        italic=italic,
        page=page,
        label_gap=gap,
        second_x0=second,
        first_word=_first_word(runs, text),
        angle=angle,
        heading=first.heading,
    )


def _without_note_marks(runs: list[Run], size: float, angle: int) -> list[Run]:
    """The runs but for the small raised figures of footnotes: «20» with note 1 is not 201.

    A figure behind a unit is its power, and one before a stroke the top of a fraction.
    """
    if angle:
        return runs
    kept = runs[:1]
    base = _base(runs, size)
    for before, run, after in itertools.zip_longest(runs, runs[1:], runs[2:]):
        if run is None:
            break
        is_mark = (
            _NOTE_MARK.fullmatch(run.text.strip()) is not None
            and run.style.size < _RAISED * size
            and run.base < base - size * (1 - _RAISED)
            and before.style.size >= _RAISED * size
            and run.x0 - before.x1 <= SPACE * size
            and not _UNIT.search(before.text)
            and not (after is not None and after.text.lstrip()[:1] in {"/", "\u2044"})
        )
        if is_mark:
            kept[-1] = replace(kept[-1], x1=run.x1)
        else:
            kept.append(run)
    return kept


def _base(runs: list[Run], size: float) -> float:
    """The line that the letters of that size stand on."""
    return next(run.base for run in runs if run.style.size == size)


def _around(runs: list[Run]) -> Box:
    if len(runs) == 1:
        run = runs[0]
        return run.x0, run.top, run.x1, run.bottom
    return (
        min([run.x0 for run in runs]),
        min([run.top for run in runs]),
        max([run.x1 for run in runs]),
        max([run.bottom for run in runs]),
    )


def _looks(runs: list[Run]) -> tuple[bool, bool]:
    """Whether all words are bold, and whether all are slanted; bullets and dots do not count."""
    if len(runs) == 1:
        return runs[0].style.bold, runs[0].style.italic
    worded = [run for run in runs if _has_letters(run.text)] or runs
    return all(run.style.bold for run in worded), all(run.style.italic for run in worded)


def _joined(runs: list[Run], size: float) -> tuple[str, list[float]]:
    """The runs' text with spaces and tabs where there are gaps, and those gaps."""
    texts = [runs[0].text.strip()]
    gaps = [0.0]
    if len(runs) == 1 and "  " not in texts[0]:
        return texts[0], gaps
    for before, run in itertools.pairwise(runs):
        gap = _along(run)[0] - _along(before)[1]
        texts += (_between(before, run, gap, size), run.text.strip())
        gaps.append(gap)
    text = "".join(texts).strip()
    while "  " in text:
        text = text.replace("  ", " ")
    return text, gaps


def _has_letters(text: str) -> bool:
    return any(sign.isalnum() for sign in text)


def _size(runs: list[Run]) -> float:
    """The size of most of the line's letters."""
    if len(runs) == 1:
        return runs[0].style.size
    weight: dict[float, int] = {}
    for run in runs:
        weight[run.style.size] = weight.get(run.style.size, 0) + len(run.text)
    return max(weight, key=lambda size: (weight[size], size))


def _between(before: Run, run: Run, gap: float, size: float) -> str:
    """What stands between two runs: nothing, a space, or a tab where the gap is a wide one."""
    if gap > _TAB * size:
        return "\t"
    if gap > SPACE * size or before.text[-1] == " " or run.text[0] == " ":
        return " "
    made_up = before.broke and run.order == before.order + 1 and gap > SPACE / 3 * size
    return " " if made_up else ""


def _is_spaced_out(text: str) -> bool:
    if len(text) < 2 * _SPACED_LEAST - 1 or text[1] != " ":
        return False
    words = text.split()
    single = sum(len(word) == 1 and word.isalpha() for word in words)
    return len(words) >= _SPACED_LEAST and single >= _SPACED_SHARE * len(words)


def _closed_up(runs: list[Run], gaps: list[float]) -> str:
    """A heading spaced out letter by letter, as words: gaps between words are the wider ones."""
    pieces: list[tuple[str, float]] = []  # a letter, and the gap before it
    for run, gap in zip(runs, gaps, strict=True):
        letters = run.text.strip()
        width = (run.x1 - run.x0) / max(len(letters), 1)
        spaces = 0
        for i, sign in enumerate(letters):
            if sign == " ":
                spaces += 1
                continue
            pieces.append((sign, gap if i == 0 else spaces * width))
            spaces = 0
    inner = [gap for _, gap in pieces[1:]]
    usual = statistics.median(inner) if inner else 0.0
    wide = usual * 1.6 + 0.5
    return "".join((" " if gap > wide else "") + sign for sign, gap in pieces).strip()


def _second(runs: list[Run], size: float) -> tuple[float, float]:
    """The gap behind a first short run, such as a bullet, and where the next one begins."""
    if len(runs) > 1 and len(runs[0].text.strip()) <= 8:  # noqa: PLR2004 -- signs: "(viii)", "10.12.3"
        return runs[1].x0 - runs[0].x1, runs[1].x0
    return 0.25 * size, 0.0


def _first_word(runs: list[Run], text: str) -> float:
    """How wide the first word is, over as many runs as it has."""
    letters = len(text.split(None, 1)[0])
    if runs[0].style.angle % 2:  # upright: as much of the line as it has of its letters
        ends = [end for run in runs for end in _along(run)]
        return (max(ends) - min(ends)) * letters / len(text)
    for run in runs:
        bare = run.text.strip()
        if len(bare) >= letters or " " in bare:
            return run.x0 + run.first_word - runs[0].x0
        letters -= len(bare)
    return runs[0].first_word
