"""Word's automatic numbers, as a reader sees them: "1.1", "(a)", "Section B:", bullets."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from extractors.symbols import bullet
from extractors.word_parts import W, number, val

LEVELS = 9
_LARGEST = 4_999  # beyond it Roman numerals and repeated letters are no longer readable
_PLACEHOLDER = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """How the numbers of one level of a list are counted and written."""

    start: int = 1
    form: str = "decimal"
    text: str = ""  # "%1.%2": the numbers of the first and second level
    legal: bool = False  # all of its numbers in figures, whatever their own level says
    restart: int = -1  # 0 never; n after a number of level n or above; -1 after any above
    style: str = ""  # the paragraph style that this level belongs to
    bullet: str = ""


@dataclass(slots=True)
class _List:
    """One list definition with its running numbers."""

    levels: dict[int, Level]
    link: str = ""  # the numbering style that holds the levels in its place
    counts: list[int | None] = field(default_factory=lambda: [None] * LEVELS)

    def step(self, level: int, form: Level) -> None:
        """Counts one paragraph on that level, which has that form."""
        count = self.counts[level]
        self.begin(level, form.start if count is None else count + 1)

    def begin(self, level: int, count: int) -> None:
        """Sets that level's number, and lets the levels below it start again."""
        self.counts[level] = count
        for below in range(level + 1, LEVELS):
            restart = self._of(below).restart
            if restart < 0 or level < restart:
                self.counts[below] = None

    def written(self, level: int, form: Level, own_levels: dict[int, Level]) -> str:
        """The label that the running numbers make on that level, of a use with those levels."""
        if form.form == "bullet":
            return form.bullet

        def count(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            one = form if at == level else own_levels.get(at) or self._of(at)
            running = self.counts[at]
            shown = one.start if running is None else running
            return written(shown, "decimal" if form.legal else one.form)

        return _PLACEHOLDER.sub(count, form.text).strip()

    def _of(self, level: int) -> Level:
        return self.levels.get(level, _NONE)


_NONE = Level()


@dataclass(slots=True)
class _Use:
    """A list as paragraphs refer to it: a definition, with its own starts and levels."""

    source: str
    starts: dict[int, int]
    levels: dict[int, Level]


class Numbering:
    """The lists of one document; labels must be asked for in the order of the paragraphs."""

    def __init__(self, root: Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._uses: dict[str, _Use] = {}
        self._started: set[tuple[str, int]] = set()
        self._styles: dict[str, str] = {}  # numbering style -> the list that it refers to
        for child in () if root is None else root:
            if child.tag == W + "abstractNum":
                self._lists[child.get(W + "abstractNumId", "")] = _list(child)
            elif child.tag == W + "num":
                self._uses[child.get(W + "numId", "")] = _use(child)

    def links(self, styles: dict[str, str]) -> None:
        """Tells which list each numbering style refers to (it stands among the styles)."""
        self._styles = styles

    def label(self, num: str, level: int) -> str:
        """The label of the next paragraph on that level of that list."""
        use = self._uses.get(num)
        found = self._list_of(use) if use else None
        if use is None or found is None or not 0 <= level < LEVELS:
            return ""
        form = use.levels.get(level) or found.levels.get(level)
        if level in use.starts and (num, level) not in self._started:
            self._started.add((num, level))
            found.begin(level, use.starts[level])
        else:
            found.step(level, form or _NONE)
        return found.written(level, form, use.levels) if form else ""

    def level_of_style(self, num: str, style: str) -> int:
        """The level that belongs to a paragraph style, 0 where none does."""
        use = self._uses.get(num)
        found = self._list_of(use) if use else None
        levels = found.levels if found else {}
        return next((at for at, level in levels.items() if level.style == style), 0)

    def _list_of(self, use: _Use) -> _List | None:
        found = self._lists.get(use.source)
        for _ in range(LEVELS):  # a numbering style may refer to one that refers on
            if found is None or not found.link:
                break
            linked = self._uses.get(self._styles.get(found.link, ""))
            found = self._lists.get(linked.source) if linked else None
        return found


def _list(element: Element) -> _List:
    levels = {}
    for child in element.iterchildren(W + "lvl"):
        levels[number(child.get(W + "ilvl"))] = _level(child)
    return _List(levels, val(element.find(W + "numStyleLink")))


def _use(element: Element) -> _Use:
    starts, levels = {}, {}
    for override in element.iterchildren(W + "lvlOverride"):
        at = number(override.get(W + "ilvl"))
        start = override.find(W + "startOverride")
        level = override.find(W + "lvl")
        if start is not None:
            starts[at] = number(start.get(W + "val"))
        if level is not None:
            levels[at] = _level(level)
    return _Use(val(element.find(W + "abstractNumId")), starts, levels)


def _level(element: Element) -> Level:
    parts = {child.tag: child for child in element if isinstance(child.tag, str)}
    form = val(parts.get(W + "numFmt")) or "decimal"
    text = val(parts.get(W + "lvlText"))
    legal = parts.get(W + "isLgl")
    fonts = element.find(f"{W}rPr/{W}rFonts")
    font = "" if fonts is None else fonts.get(W + "ascii", "")
    return Level(
        start=number(val(parts.get(W + "start")), 1),
        form=form,
        text=text,
        legal=legal is not None and legal.get(W + "val", "1") not in {"0", "false", "off"},
        restart=number(val(parts.get(W + "lvlRestart")), -1),
        style=val(parts.get(W + "pStyle")),
        bullet=bullet(text, font) if form == "bullet" else "",
    )


def written(count: int, form: str) -> str:
    """A count in one of Word's number forms."""
    if form in {"none", "bullet"}:
        return ""
    form_of = _FORMS.get(form, str)
    return form_of(count) if 0 < count <= _LARGEST else str(count)


def _letters(count: int) -> str:
    """Letters from a to z, then aa, bb: Word repeats the letter."""
    rounds, at = divmod(count - 1, 26)
    return chr(ord("a") + at) * (rounds + 1)


_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def _roman(count: int) -> str:
    numeral = ""
    for value, sign in _ROMAN:
        times, count = divmod(count, value)
        numeral += sign * times
    return numeral


def _ordinal(count: int) -> str:
    teen = count % 100 in {11, 12, 13}
    return f"{count}" + ("th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th"))


_CARDINALS = ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
_ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth")


def _word(count: int, words: tuple[str, ...]) -> str:
    return words[count - 1] if count <= len(words) else str(count)


_FORMS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": lambda count: _roman(count).lower(),
    "upperRoman": _roman,
    "decimalZero": lambda count: f"{count:02}",
    "decimalEnclosedParen": lambda count: f"({count})",
    "decimalEnclosedFullstop": lambda count: f"{count}.",
    "numberInDash": lambda count: f"- {count} -",
    "ordinal": _ordinal,
    "cardinalText": lambda count: _word(count, _CARDINALS),
    "ordinalText": lambda count: _word(count, _ORDINALS),
}
