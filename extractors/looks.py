"""Words with their looks, put together as a paragraph: for the readers of older formats."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractors.document import Caveat, Paragraph, Place, SetAside
from extractors.symbols import BULLETS
from extractors.word_line import tidy

LEVELS = 10  # of a list
BREAK, TAB = "\x0b", "\x1f"  # what `tidy` takes for a new line and a tab
_TYPED_BULLET = re.compile(rf"([{''.join(BULLETS)}]|[-–](?=\s)|o(?=\t))\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Look:
    """How some words look, and why they do not count, if they do not."""

    size: float = 0.0
    bold: bool = False
    italic: bool = False
    aside: Caveat | None = None


def why_aside(*, deleted: bool, hidden: bool, struck: bool) -> Caveat | None:
    """Why words so marked do not count; None where they do."""
    if deleted:
        return Caveat.TRACKED_CHANGES
    if hidden:
        return Caveat.HIDDEN_TEXT
    return Caveat.STRUCK_THROUGH if struck else None


@dataclass(frozen=True, slots=True)
class Kind:
    """What a paragraph is beside its words."""

    label: str = ""
    level: int = 0
    heading: int = 0
    shaded: bool = False


BODY = Kind()


@dataclass(slots=True)
class Numbers:
    """A list's running numbers."""

    counts: list[int] = field(default_factory=lambda: [0] * LEVELS)

    def step(self, level: int, start: int | None, usual: int) -> None:
        """Counts one point on that level; those below it start again."""
        before = self.counts[level]
        self.counts[level] = start if start is not None else (before + 1 if before else usual)
        self.counts[level + 1 :] = [0] * (LEVELS - level - 1)


Pieces = Sequence[tuple[str, Look]]


def printed(pieces: Pieces, kind: Kind, place: Place) -> Paragraph | None:
    """The paragraph that a reader sees; None where there is nothing to be seen."""
    seen = [(words, look) for words, look in pieces if look.aside is None]
    text, label = tidy("".join(words for words, _ in seen)), kind.label
    if not label and (typed := _TYPED_BULLET.match(text)):
        label, text = typed[1], text[typed.end() :]
    if not text and len(seen) == len(pieces) and any(char.isalnum() for char in label):
        text, label = label, ""  # a cell that holds nothing but its number
    if not text:
        return None
    looks = Counter[Look]()
    for words, look in seen:
        looks[look] += len(words.strip())
    looks = +looks or Counter({Look(): 1})
    return Paragraph(
        text,
        place,
        label,
        kind.level,
        kind.heading,
        max(looks, key=lambda look: looks[look]).size,
        all(look.bold for look in looks),
        all(look.italic for look in looks),
        kind.shaded,
    )


def aside(pieces: Pieces, place: Place) -> Iterator[SetAside]:
    """What does not count; words of one reason that follow each other as one."""
    words, why = "", None
    for text, look in [*pieces, ("", Look())]:
        if look.aside is why and text:
            words += text
            continue
        if why is not None and tidy(words):
            yield SetAside(tidy(words), why, place)
        words, why = text, look.aside
