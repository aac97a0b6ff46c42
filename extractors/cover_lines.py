"""What lines of text on a cover state: each label with its value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import groupby, islice

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


EDGE_OF_TABLE = ""  # the value of a statement that stands where a table begins or ends


def in_lines(lines: list[str], zone: Zone) -> Iterator[Statement]:
    """What lines of text state: «Label: value», several on a line, or a label and then a value."""
    waiting = ""  # a label that stands alone on its line
    longest = _LATE_LINE if zone is Zone.SECTIONS else LONG_LINE
    for line in lines if zone is Zone.SECTIONS else _parted(lines):
        if not line.strip() or len(line) > longest:
            waiting = ""
            continue
        pairs = list(_pairs(line))
        if waiting:
            value, used = _answer(waiting, line, pairs)
            yield Statement(waiting, value, zone, asked(waiting))
            waiting = ""
            if used:
                continue
        pairs = _of_one_person(pairs) if pairs else [("", line.strip())]
        if pairs[-1][0] and not pairs[-1][1]:
            waiting = pairs.pop()[0]
        for label, value in pairs:
            yield Statement(label, value, zone, asked(label) if label else None)
    if waiting:
        yield Statement(waiting, "", zone, asked(waiting))


def _parted(lines: list[str]) -> Iterator[str]:
    """The lines, labels parted from values where several lines in a row run one into the other.

    «Surname Green», «Date of birth 1 May 2012», as bold labels before their values come out.
    """
    begins = [_label_before_value(line) for line in lines]
    at = 0
    for named, run in groupby(begins, bool):
        length = len(list(run))
        listed = named and length >= _FEWEST_IN_A_LIST
        for line, label in zip(lines[at : at + length], begins[at : at + length], strict=True):
            value = line.strip()[len(label) :].strip()
            yield f"{label}\t{value}" if listed else line
        at += length


def _label_before_value(line: str) -> str:
    """The label that a line without a colon begins with, where a value follows it."""
    if _COLON.search(line):
        return ""
    label = _label_at_start(line.strip())
    value = line.strip()[len(label) :].strip()
    return label if value[:1].isupper() or value[:1].isdigit() else ""


_FEWEST_IN_A_LIST = 3  # lines: fewer may be sentences that begin like a label


def _answer(label: str, line: str, pairs: list[tuple[str, str]]) -> tuple[str, bool]:
    """What the line below a label says in answer, and whether it says nothing else."""
    if pairs and not pairs[0][0]:
        return pairs.pop(0)[1], False
    if pairs or (asked(label) in DATES and not find_dates(line)):
        return "", False
    return line.strip(), True


_PERSON = re.compile(
    r"(?:(?:half|step|older|younger|twin)[ -]?)*(?:mother|father|mum|dad|brother|sister|sibling|"
    r"twin|parent|carer|guardian)s?\b",
    re.IGNORECASE,
)


def _of_one_person(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The labels of a line that begins with a relation, each told of whom it speaks.

    «Brother: Omar Green DOB: 07/08/2019» gives no date of birth of the child.
    """
    first, value = pairs[0]
    if not value or not _PERSON.match(first):
        return pairs
    return [pairs[0], *((f"{first} {label}", value) for label, value in pairs[1:])]


_COLON = re.compile(r"\s*(?::|\t|\s[–—-](?=\s)|\.{4,}|…+|_{4,}(?=\s*\w))\s*")
_MAY_MARK = re.compile(r"[:\t–—…_-]|\.{4}")  # quickly told of a line, most have none
_WIDE = re.compile(r"\s{3,}")
_COLUMNS = re.compile(r"\t|\s{3,}|\s\|\s")


def _pairs(line: str) -> Iterator[tuple[str, str]]:
    """The labels of a line with their values; none where it holds no label."""
    if ":" not in line.rstrip(": ") and asked(line) is not None:
        yield line.strip(), ""
        return
    if ":" not in line and "\t" not in line:
        columns = _WIDE.sub("\t", line.strip())
        if "\t" in columns and _label_at_start(columns.partition("\t")[0]):
            line = columns
    if "\t" in line and ":" not in line:
        yield from _across(line)
        return
    if not _MAY_MARK.search(line):
        return
    marks = [
        (found, _label_before(line, found, first=at == 0))
        for at, found in enumerate(islice(_COLON.finditer(line), _MOST_LABELS))
    ]
    labels = [(found, label) for found, label in marks if label]
    if labels:
        lead = line[: labels[0][0].start()].removesuffix(labels[0][1]).strip(" |;,–—-(\t")
        if lead:
            yield "", lead  # «Sam Green – DOB: 01/02/2012»
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
        return _without_lead([before.strip()]) if asked(before) is not None else ""
    before = before.rpartition(":")[2]
    starts = [found.start() for found in re.finditer(r"\S+", before)][-_LABEL_WORDS:]
    for n, start in enumerate(starts):
        if not _FIGURE.search(before, start) and asked(before[start:]) is not None:
            return _without_lead([before[later:] for later in starts[n:]])
    return ""


# The words that a label of a date begins with; what stands before them is something else.
_OF_DATE = re.compile(
    r"\W*(?:the|this|date|dated|d\.?o\.?b|birth|born|issued?|made|finished|effective|in|with|final|"
    r"finali[sz]ed|draft|proposed|amended|amendments?|revised|review\w*|annual|interim|early|next|"
    r"last|latest|most|previous|current|present|first|original\w*|initial\w*|start\w*|end|expir\w+|"
    r"valid|due|to|must|by|on|completed?|sent|received|printed|agreed|signed|signature|plan|ehcp?|"
    r"education|document|version|statement|transfer\w*|request\w*|panel|advice|report|meeting|"
    r"assessment|decision|placement|school|admission|child\S*|young|pupil\S*|student\S*|"
    r"learner\S*|my|i|parents?\S*|carers?\S*|mother\S*|father\S*|siblings?\S*|sister\S*|brother\S*)"
    r"(?!\w)",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")  # «(DOB 01/02/2012) NHS» is no label
_BY_WORDS = DATES | {Asked.DATE_OF_BIRTH}


def _without_lead(labels: list[str]) -> str:
    """The first of several labels with one end that does not take in the value before it.

    What asks for a date is told by single words, so that «Sam Green Date of birth» would be one.
    """
    if asked(labels[0]) not in _BY_WORDS or _OF_DATE.match(labels[0]):
        return labels[0]
    words = labels[0].split()
    shorter = labels[1:] or [" ".join(words[n:]) for n in range(1, len(words))]
    fit = (label for label in shorter if _OF_DATE.match(label) and asked(label) is not None)
    return next(fit, labels[0])
