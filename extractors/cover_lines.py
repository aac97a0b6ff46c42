"""What lines of text on a cover state: each label with its value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import islice

from extractors.cover_labels import DATES, Asked, asked
from extractors.dates import find_dates

LONG_LINE = 400  # characters: beyond it a paragraph is prose, and is not looked through
_LATE_LINE = 160  # the same, after the first section
_MOST_LABELS = 12  # of one line
_LABEL_WORDS = 10


class Zone(IntEnum):
    """The part of a document that a statement stands in; the plan's own cover comes first."""

    COVER = 0
    FRONT = 1  # before the first title: part of the cover where no letter or form stands there
    MARGIN = 2
    SECTIONS = 3
    OTHER_PAPER = 4  # a letter or a review form bound in


@dataclass(frozen=True, slots=True)
class Statement:
    """A label and its value; a line of which nothing is a label has none."""

    label: str
    value: str
    zone: Zone
    asked: Asked | None = None


def in_lines(lines: list[str], zone: Zone) -> Iterator[Statement]:
    """What lines of text state: «Label: value», several on a line, or a label and then a value."""
    waiting = ""  # a label that stands alone on its line
    for line in lines:
        if not line.strip() or len(line) > (_LATE_LINE if zone is Zone.SECTIONS else LONG_LINE):
            waiting = ""
            continue
        pairs = list(_pairs(line))
        if waiting:
            kind, value = asked(waiting), line.strip()
            if pairs or (kind in DATES and not find_dates(line)):
                yield Statement(waiting, "", zone, kind)
            else:
                yield Statement(waiting, value, zone, kind)
                value = ""
            waiting = ""
            if not value:
                continue
        if not pairs:
            yield Statement("", line.strip(), zone)
            continue
        for label, value in pairs[:-1]:
            yield Statement(label, value, zone, asked(label))
        label, value = pairs[-1]
        if value:
            yield Statement(label, value, zone, asked(label))
        else:
            waiting = label
    if waiting:
        yield Statement(waiting, "", zone, asked(waiting))


_COLON = re.compile(r"\s*(?::|\t|\s[–—-](?=\s)|\.{4,}|…+|_{4,}(?=\s*\w))\s*")
_COLUMNS = re.compile(r"\t|\s{3,}|\s\|\s")


def _pairs(line: str) -> Iterator[tuple[str, str]]:
    """The labels of a line with their values; none where it holds no label."""
    if ":" not in line.rstrip(": ") and asked(line) is not None:
        yield line.strip(), ""
        return
    if "\t" in line and ":" not in line:
        yield from _across(line)
        return
    marks = [
        (found, _label_before(line, found, first=at == 0))
        for at, found in enumerate(islice(_COLON.finditer(line), _MOST_LABELS))
    ]
    labels = [(found, label) for found, label in marks if label]
    for at, (found, label) in enumerate(labels):
        after = len(line)
        if at + 1 < len(labels):
            following, label_after = labels[at + 1]
            after = following.start() - len(label_after)
        yield label, _COLUMNS.split(line[found.end() : after].strip(" |;,\t"))[0].strip()


def _across(line: str) -> Iterator[tuple[str, str]]:
    """The labels and values of a line set in columns; a label may run on into its value."""
    waiting = ""
    for cell in filter(None, map(str.strip, line.split("\t"))):
        if waiting and asked(cell) is None:
            yield waiting, cell
            waiting = ""
            continue
        if waiting:
            yield waiting, ""
        label = _label_at_start(cell)
        waiting = cell if label == cell else ""
        if label and not waiting:
            yield label, cell[len(label) :].strip()
    if waiting:
        yield waiting, ""


def _label_at_start(text: str) -> str:
    """The longest label that the text begins with, empty where there is none."""
    ends = [found.end() for found in re.finditer(r"\S+", text)][:_LABEL_WORDS]
    return next((text[:end] for end in reversed(ends) if asked(text[:end]) is not None), "")


def _label_before(line: str, mark: re.Match[str], *, first: bool) -> str:
    """The longest label that stands before a mark, empty where there is none.

    The first of a line is the whole of its text («Previous status» is not «status»), and so is
    one that no colon marks.
    """
    before = line[: mark.start()]
    if not first:
        before = _COLUMNS.split(before)[-1]
    if first or ":" not in mark[0]:
        return before.strip() if asked(before) is not None else ""
    for found in list(re.finditer(r"\S+", before))[-_LABEL_WORDS:]:
        if asked(before[found.start() :]) is not None:
            return before[found.start() :]
    return ""
