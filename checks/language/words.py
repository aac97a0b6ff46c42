"""A text cut into words once, so that every reading of it shares them."""

from __future__ import annotations

import re
from typing import NamedTuple

from checks.language.memory import remembered

LONGEST = 2_000  # characters of one text that are read; nobody writes a longer outcome to be judged

STOP = "."  # stands for the end of a sentence, a line or a table cell: no phrase runs across it

_WORD = re.compile(
    r"(?P<short>(?:[^\W\d_]\.){2,})"  # e.g., i.e., a.m.
    r"|(?P<number>\d+(?:[.,:/]\d+)*½?|½)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*|[%£&×])"
    r"|(?P<stop>[.!?;|•\n]+|…)"
)
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS: dict[str, float] = {
    **{word: value for value, word in enumerate(_UNITS.split())},
    **{word: 10 * value for value, word in enumerate(_TENS.split(), start=2)},
    "hundred": 100,
    "thousand": 1000,
    "half": 0.5,
    "½": 0.5,
}
_SHORT = frozenset(_UNITS.split()[1:10])
_TENS_SET = frozenset(_TENS.split())


def word_set(words: str) -> frozenset[str]:
    """The words of a line, to look others up in."""
    return frozenset(words.split())


class Word(NamedTuple):
    """One word as compared, and where it stands."""

    key: str  # lower case, straight apostrophe; STOP between sentences
    start: int
    end: int

    @property
    def is_number(self) -> bool:
        """Digits, or a number written out."""
        return self.key[0].isdigit() or self.key.partition("-")[0] in NUMBERS


@remembered
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text in order, no further than the longest that is read."""
    plain = _lowered(text[:LONGEST]).replace("’", "'")
    found: list[Word] = []
    for match in _WORD.finditer(text, 0, LONGEST):
        start, end = match.span()
        key = plain[start:end]
        kind = match.lastgroup
        if kind == "word":
            if key in _SHORT and found and _tens_before(found[-1], start, text):
                last = found.pop()
                key, start = f"{last.key}-{key}", last.start
            elif key == "×":
                key = "x"
        elif kind == "stop":
            key = STOP
        elif kind == "short":
            key = key.replace(".", "")
        found.append(Word(key, start, end))
    return tuple(found)


def _lowered(text: str) -> str:
    """Small letters, each where it stood: the few that grow by it (İ) are left as they are."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := ch.lower()) == 1 else ch for ch in text)


def _tens_before(last: Word, start: int, text: str) -> bool:
    """Whether «twenty» stands right before, so that «twenty-four» is one number."""
    return last.key in _TENS_SET and text[last.end : start] in ("-", " ", "‑", "–")


def amount(key: str) -> float | None:
    """The value of a number in digits or words; None for ratios such as 1:1 and for other words."""
    if key[0].isdigit():
        plain = key.replace(",", "")
        half = plain.endswith("½")
        try:
            return float(plain.rstrip("½")) + (0.5 if half else 0.0)
        except ValueError:
            return None
    tens, _, unit = key.partition("-")
    if tens not in NUMBERS or (unit and unit not in NUMBERS):
        return None
    return NUMBERS[tens] + (NUMBERS[unit] if unit else 0)


def clock(key: str) -> int | None:
    """The minutes past midnight of a time of day: «8.45»; None for what is none."""
    hour, mark, minute = key.partition("." if "." in key else ":")
    if not (mark and hour.isdigit() and len(minute) == 2 and minute.isdigit()):  # noqa: PLR2004 -- digits
        return None
    return int(hour) * 60 + int(minute) if int(hour) < 24 and int(minute) < 60 else None  # noqa: PLR2004 -- hours
