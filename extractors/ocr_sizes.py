"""How large recognised words are set: by how wide they run, and how high they stand."""

from __future__ import annotations

import re
import statistics
from collections.abc import Mapping, Sequence
from itertools import chain, groupby
from operator import attrgetter

from extractors.ocr_engine import Word

# How high letters are in the usual fonts, as a share of the font size.
X_HEIGHT, ASCENT, DESCENT = 0.52, 0.72, 0.21
_TALL = re.compile(r"[A-Z0-9bdfhklt£&(!?/\[]")
_LETTERED = re.compile(r"[^\W_]")
# How wide they are: other letters are as wide as a digit.
_WIDTHS = dict(
    chain(
        zip("ijlI.,;:'|!’‘", [0.25] * 13, strict=True),
        zip("frt()[]-", [0.31] * 8, strict=True),
        zip("mwMWO@%—", [0.78] * 8, strict=True),
        zip("ABCDEFGHKLNPQRSTUVXYZ", [0.61] * 21, strict=True),
    )
)
_USUAL_WIDTH = 0.53
_BEARING = 0.08  # the space before a word's first letter and behind its last, which is not seen
_SPACE = 0.25
_ENOUGH = 12  # letters: with fewer, a line's width says little
_BODY = 0.12  # of the usual size: what differs no more is measured no better
_LEAST, _MOST = 4.0, 72.0  # points


def sizes_of(words: Sequence[Word], scale: float) -> dict[int, float]:
    """The font size of every line of a page, in points.

    The width of a line is measured surely, and only relates to its size by way of the font; the
    height of most lines together tells what that relation is.
    """
    heights = _heights(words, scale)
    widths = _widths(words, scale)
    long = [line for line in heights if widths[line][1] >= _ENOUGH]
    ratios = [heights[line] / widths[line][0] for line in long for _ in range(widths[line][1])]
    ratio = statistics.median(ratios) if ratios else 1.0
    by_width = {line: ratio * width for line, (width, _) in widths.items() if width}
    usual = statistics.median(by_width[line] for line in long) if long else 0.0
    found = {}
    for word in words:
        line = word.line
        both = [size for size in (heights.get(line), by_width.get(line)) if size] or [usual]
        size = _surest(both, usual, sure=both[-1] if line in long else both[0])
        found[line] = min(max(size, _LEAST), _MOST)
    return found


def _surest(sizes: Sequence[float], usual: float, sure: float) -> float:
    """What a line's height and width say together: only if both differ is it unusual."""
    if any(abs(size - usual) <= _BODY * usual for size in sizes):
        return usual
    return sure


def _heights(words: Sequence[Word], scale: float) -> dict[int, float]:
    """The size of every line with letters, by how high they stand over the line."""
    found: dict[int, list[float]] = {}
    for word in words:
        if _LETTERED.search(word.text):
            share = ASCENT if _TALL.search(word.text) else X_HEIGHT
            size = (word.base - word.box[1]) / scale / share
            found.setdefault(word.line, []).extend([size] * len(word.text))
    return {line: max(statistics.median(sizes), _LEAST) for line, sizes in found.items()}


def _widths(words: Sequence[Word], scale: float) -> Mapping[int, tuple[float, int]]:
    """For every line, its words' width for what they say, and how many letters that is.

    Taken word by word, and from the line's beginning to its end; a box that is too wide, as
    recognition sometimes gives one, shows only in the one, and wide gaps only in the other.
    """
    found: dict[int, tuple[float, int]] = {}
    for line, group in groupby(words, key=attrgetter("line")):
        own = list(group)
        each = [sum(_WIDTHS.get(sign, _USUAL_WIDTH) for sign in word.text) for word in own]
        by_word = sum(word.box[2] - word.box[0] for word in own) / sum(w - _BEARING for w in each)
        reach = max(word.box[2] for word in own) - min(word.box[0] for word in own)
        whole = reach / (sum(each) + _SPACE * (len(own) - 1) - _BEARING)
        found[line] = min(by_word, whole) / scale, sum(len(word.text) for word in own)
    return found
