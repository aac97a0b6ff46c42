"""Whether a document that can be read is an EHC plan."""

from __future__ import annotations

import re

from extractors.headings import other_document, plain
from extractors.lines import Line
from extractors.marks import Mark

_TITLE = re.compile(
    r"education,? health (?:and|&) (?:social )?care plan|\behc ?plan|\behcp\b", re.IGNORECASE
)
_SHORT = 16  # words
_FIRST = 15  # lines: where a title stands
_MANY = 4  # things that only a review's form asks


def is_plan(lines: list[Line], marks: list[Mark]) -> bool:
    """The sections of an EHC plan, and not the form of a review that repeats them."""
    lettered = {letter for m in marks if m.labelled for letter in m.letters}
    found = {letter for m in marks for letter in m.letters}
    if other_paper(lines, marks):
        return False
    thread = found & {"B", "E", "F"}
    if len(lettered) >= _MANY:
        return len(thread) > 1 or len(lettered) > _MANY + 1
    titled = any(_TITLE.search(line.text) for line in lines[:_FIRST] if line.short)
    return titled and len(found) >= _MANY and len(thread) > 1


def other_paper(lines: list[Line], marks: list[Mark]) -> bool:
    """It is headed as another paper, or asks what only a review's form asks."""
    enough = _MANY if marks else _MANY // 2
    return other_title(lines, marks) or len(_asked(lines, marks)) >= enough


def other_title(lines: list[Line], marks: list[Mark]) -> bool:
    """It is headed as a review, a report or another sort of plan."""
    end = min((m.line.number for m in marks if m.labelled), default=len(lines))
    opening = [line for line in lines[: min(_FIRST, end)] if len(line.text.split()) <= _SHORT]
    titles = [line for line in opening if line.paragraph.heading or line.large or line.number < 3]  # noqa: PLR2004 -- printed first of all
    if any(other_document(line.text, "review title") for line in titles):
        return True
    called = _TITLE.search(" ".join(line.text for line in titles))
    return not called and any(other_document(line.text, "title") for line in titles)


def _asked(lines: list[Line], marks: list[Mark]) -> set[str]:
    """The headings and labels that only a review's form has; what is bound in behind K apart."""
    last = max(
        (m.line.number for m in marks if "K" in m.letters and m.labelled), default=len(lines)
    )
    return {
        plain(line.text)
        for line in lines[:last]
        if len(line.text.split()) <= _SHORT
        and not line.text.rstrip().endswith(".")
        and other_document(line.text, "review")
    }
