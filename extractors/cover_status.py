"""Whether a plan says that it is a draft, proposed, final or amended."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extractors.cover_labels import Asked
from extractors.cover_lines import Statement, Zone

_TICKED = r"[☒☑✓✔■]|\[\s*[xX✓✔]\s*\]|\(\s*[xX✓✔]\s*\)"
_OPEN = r"[☐□❑❒]|\[\s*\]|\(\s+\)"
_BOX = re.compile(rf"({_TICKED}|{_OPEN})")
_IS_TICKED = re.compile(_TICKED)
_CHOICE = re.compile(r"\s*(?:/|,|\bor\b|\*delete)\s*", re.IGNORECASE)
_WORDS = (
    ("proposed", re.compile(r"\bproposed\b", re.IGNORECASE)),
    ("draft", re.compile(r"\bdraft\b", re.IGNORECASE)),
    ("amended", re.compile(r"\bamended|\bamendments?\b", re.IGNORECASE)),
    ("final", re.compile(r"\bfinal(?:i[sz]ed)?\b", re.IGNORECASE)),
)
_OPTION = re.compile(
    r"(?:draft|proposed)(?: amended)?|amended(?: final)?|final(?: amended)?", re.IGNORECASE
)
_OPTION_WORD = re.compile("draft|proposed|amended|final", re.IGNORECASE)
_BARE = re.compile(rf"(?:{_OPTION.pattern})(?: (?:ehc )?plan)?", re.IGNORECASE)
_CHOICES = 3
_OF_PLAN = re.compile(r"\bplans?\b|\behcp?\b|\bversion\b", re.IGNORECASE)
_NOT_THIS = re.compile(r"\b(?:sent|previous|first|original|comments?|will|if)\b", re.IGNORECASE)
_LINE_WORDS = 14
_OPTION_WORDS = 4
_COVERS = (Zone.COVER, Zone.FRONT)


def plan_status(said: list[Statement]) -> str | None:
    """The status that the cover states; the running heads count where the cover is silent."""
    for zone in _COVERS:
        there = [s for s in said if s.zone is zone]
        found = _ticked(there) or _marked(there) or _labelled(there) or _in_titles(there)
        if found:
            return found
    return _labelled([s for s in said if s.zone is Zone.MARGIN]) or _in_titles(
        [s for s in said if s.zone is Zone.MARGIN]
    )


def status_of(text: str) -> str | None:
    """The status that a few words name; None where they name none, or leave a choice open."""
    parts = [_one(part) for part in _CHOICE.split(text)]
    named = [part for part in parts if part]
    if len(set(named)) > 1:
        return None
    return _one(text) if named else None


def _one(text: str) -> str | None:
    return next((name for name, pattern in _WORDS if pattern.search(text)), None)


def _labelled(said: Iterable[Statement]) -> str | None:
    values = (status_of(s.value) for s in said if s.asked is Asked.STATUS)
    return next((value for value in values if value), None)


def _ticked(said: list[Statement]) -> str | None:
    """The status whose box is ticked, boxes standing before or after their words."""
    chosen = {status for text in _with_boxes(said) for status in _choices(text)}
    if chosen == {"final", "amended"}:
        return "amended"
    return chosen.pop() if len(chosen) == 1 else None


def _with_boxes(said: list[Statement]) -> Iterator[str]:
    """Runs of statements with boxes in them, each run as one text."""
    run: list[str] = []
    for statement in [*said, Statement("", "", Zone.OTHER_PAPER)]:
        text = f"{statement.label} {statement.value}".strip()
        short = len(text.split()) <= _LINE_WORDS and _one(text) is not None
        if _BOX.search(text) or (run and short):
            run.append(text)
        elif run:
            yield " ".join(run)
            run = []


def _choices(text: str) -> Iterator[str]:
    parts = _BOX.split(text)  # words, box, words, box, words
    words, boxes = parts[0::2], parts[1::2]
    if len(boxes) > 1 and sum(bool(part.strip()) for part in words) == 1:
        # All boxes before or after all words, as a PDF may have them.
        for option in (_OPTION, _OPTION_WORD):
            options = [found[0] for found in option.finditer("".join(words))]
            if len(options) == len(boxes):
                words = ["", *options]
                break
    after = _one(words[0]) is not None and _one(words[-1]) is None  # «Draft ☐ Final ☒»
    for at, box in enumerate(boxes):
        status = _one(words[at] if after else words[at + 1])
        if status and _IS_TICKED.fullmatch(box):
            yield status


_MARK = re.compile(r"(?:x|✓|✔|☒|☑|■|yes|y|tick(?:ed)?)\W*", re.IGNORECASE)
_NO_MARK = re.compile(r"(?:no|n|☐|□|n/?a)?\W*", re.IGNORECASE)


def _marked(said: Iterable[Statement]) -> str | None:
    """The one of several options beside which a cross or a «Yes» stands."""
    options = [
        (status, bool(_MARK.fullmatch(s.value)))
        for s in said
        if s.label and len(s.label.split()) <= _OPTION_WORDS
        if (status := _one(s.label)) and (_MARK.fullmatch(s.value) or _NO_MARK.fullmatch(s.value))
    ]
    chosen = {status for status, marked in options if marked}
    return chosen.pop() if len(chosen) == 1 and len(options) > 1 else None


def _in_titles(said: Iterable[Statement]) -> str | None:
    """The status in a title: «FINAL PLAN», «Draft EHC Plan», «Final plan, 21 October 2024»."""
    said = list(said)
    bare = [t for s in said for t in (s.label, s.value) if _BARE.fullmatch(t)]
    choice = len({_one(text) for text in bare}) >= _CHOICES  # the boxes beside them were lost
    for statement in said:
        text = statement.value or statement.label
        if choice and text in bare:
            continue
        words = text.split()
        if (statement.label and statement.value) or _BOX.search(text) or len(words) > _LINE_WORDS:
            continue
        if _NOT_THIS.search(text):
            continue
        status = status_of(text)
        if status and (_OF_PLAN.search(text) or len(words) <= 2):  # noqa: PLR2004 -- «Final», «Amended final»
            return status
    return None
