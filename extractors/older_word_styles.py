"""How an older Word file is printed: its styles, and what its lists count. As [MS-DOC] has it."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field, replace

from extractors.looks import LEVELS, Look, Numbers, why_aside
from extractors.numbering import written
from extractors.older_word_parts import LIST_USES, LISTS, Marks, OlderWordFile
from extractors.symbols import bullet

_BOLD, _ITALIC, _STRUCK, _STRUCK_TWICE, _HIDDEN = 0x0835, 0x0836, 0x0837, 0x2A53, 0x083C
_DELETED, _SIZE = 0x0800, 0x4A43
_LEVEL, _USE, _OUTLINE, _GROUND_OLD, _GROUND = 0x260A, 0x460B, 0x2640, 0x442D, 0xC64D
_CHAIN = 20  # styles made from styles
_LVL, _LSTF, _LFO = 28, 28, 16  # bytes of the fixed part of each
_BULLET, _NOTHING = 23, 255
_FORMS = {
    0: "decimal",
    1: "upperRoman",
    2: "lowerRoman",
    3: "upperLetter",
    4: "lowerLetter",
    5: "ordinal",
    6: "cardinalText",
    7: "ordinalText",
    22: "decimalZero",
}


@dataclass(frozen=True, slots=True)
class OlderStyle:
    """How paragraphs of a style are printed."""

    bold: bool = False
    italic: bool = False
    struck: bool = False
    hidden: bool = False
    deleted: bool = False
    size: float = 10.0
    heading: int = 0
    use: int = 0  # of a list, counted from 1
    level: int = 0
    shaded: bool = False

    @property
    def look(self) -> Look:
        """How words of it look, and whether they count."""
        why = why_aside(deleted=self.deleted, hidden=self.hidden, struck=self.struck)
        return Look(self.size, self.bold, self.italic, why)

    def with_words(self, marks: Marks) -> OlderStyle:
        """The same with marks of characters."""
        changed: dict[str, bool | float] = {}
        for name, value in marks:
            own = value[0] if value else 0
            if name in _TOGGLES:
                usual = getattr(self, _TOGGLES[name])
                changed[_TOGGLES[name]] = {0x80: usual, 0x81: not usual}.get(own, bool(own))
            elif name == _SIZE and len(value) == 2:  # noqa: PLR2004 -- half points
                changed["size"] = int.from_bytes(value, "little") / 2
        return replace(self, **changed) if changed else self  # type: ignore[arg-type]

    def with_paragraph(self, marks: Marks) -> OlderStyle:
        """The same with marks of paragraphs."""
        style = self
        for name, value in marks:
            number = int.from_bytes(value[:2], "little")
            if name == _OUTLINE:
                style = replace(style, heading=number + 1 if number < 9 else 0)  # noqa: PLR2004 -- 9 is body text
            elif name == _USE:
                style = replace(style, use=number if number < 0x800 else 0)  # noqa: PLR2004 -- the largest
            elif name == _LEVEL:
                style = replace(style, level=min(number, LEVELS - 1))
            elif name in {_GROUND, _GROUND_OLD}:
                style = replace(style, shaded=is_ground(value))
        return style


_TOGGLES = {
    _BOLD: "bold",
    _ITALIC: "italic",
    _STRUCK: "struck",
    _STRUCK_TWICE: "struck",
    _HIDDEN: "hidden",
    _DELETED: "deleted",
}


def is_ground(value: bytes) -> bool:
    """Whether a shading puts a colour behind the text."""
    if len(value) == 2:  # noqa: PLR2004 -- the older form: two of sixteen colours and a pattern
        behind, pattern = (value[0] | value[1] << 8) >> 5 & 0x1F, value[1] >> 2
        return behind not in {0, 8} or pattern not in {0, 0x3F}
    if len(value) < 10:  # noqa: PLR2004 -- two colours and a pattern
        return False
    *colour, is_auto = value[4:8]
    return not is_auto and any(part < 250 for part in colour)  # noqa: PLR2004 -- nearly white


def styles_of(file: OlderWordFile) -> list[OlderStyle]:
    """The styles of paragraphs, each with all that it is made from."""
    data = file.styles()
    if len(data) < 6:  # noqa: PLR2004 -- the least that tells how many there are
        return []
    size, count, base = struct.unpack_from("<3H", data)
    at, raw = 2 + size, list[bytes]()
    for _ in range(count):
        length = int.from_bytes(data[at : at + 2], "little")
        raw.append(data[at + 2 : at + 2 + length])
        at += 2 + length
    return [_style(file, raw, i, base) for i in range(len(raw))]


def _style(file: OlderWordFile, raw: list[bytes], index: int, base: int) -> OlderStyle:
    chain: list[int] = []
    while index < len(raw) and len(raw[index]) > base and len(chain) < _CHAIN:
        chain.insert(0, index)
        index = int.from_bytes(raw[index][2:4], "little") >> 4
    style = OlderStyle()
    for i in chain:
        data = raw[i]
        kind = int.from_bytes(data[:2], "little") & 0x0FFF
        if 1 <= kind <= 9:  # noqa: PLR2004 -- Word's own headings
            style = replace(style, heading=kind)
        if data[2] & 0x0F != 1:  # a style of characters
            continue
        paragraph, words = _parts(data, base)
        style = style.with_paragraph(file.marks(paragraph[2:])).with_words(file.marks(words))
    return style


def _parts(data: bytes, base: int) -> tuple[bytes, bytes]:
    """The marks of paragraphs and those of characters that a style states."""
    at = base + 2 + 2 * int.from_bytes(data[base : base + 2], "little") + 2  # past its name
    found = []
    for _ in range(2):
        at += at % 2
        size = int.from_bytes(data[at : at + 2], "little")
        found.append(data[at + 2 : at + 2 + size])
        at += 2 + size
    return found[0], found[1]


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: int
    text: str  # with \x00 to \x08 for the numbers of the levels


@dataclass(slots=True)
class OlderLists:
    """The lists of a file, with their running numbers."""

    levels: dict[int, list[_Level]] = field(default_factory=dict)  # by the list's own id
    uses: list[int] = field(default_factory=list)
    numbers: dict[int, Numbers] = field(default_factory=dict)

    def label(self, use: int, level: int) -> str:
        """What is printed before the next paragraph of that list and level."""
        id = self.uses[use - 1] if 0 < use <= len(self.uses) else 0
        levels = self.levels.get(id, [])
        if level >= len(levels):
            return "•" if use and not levels else ""
        own = levels[level]
        numbers = self.numbers.setdefault(id, Numbers())
        numbers.step(level, None, own.start)
        if own.form == _NOTHING:
            return ""
        if own.form == _BULLET:
            return bullet(own.text, "")
        return "".join(
            _count(levels, numbers, ord(char)) if ord(char) < LEVELS - 1 else char
            for char in own.text
        ).strip()


def _count(levels: list[_Level], numbers: Numbers, level: int) -> str:
    if level >= len(levels):
        return ""
    count = numbers.counts[level] or levels[level].start
    return written(count, _FORMS.get(levels[level].form, "decimal"))


def lists_of(file: OlderWordFile) -> OlderLists:
    """The lists that a file defines, and those definitions that its paragraphs use."""
    lists, uses = file.part(LISTS), file.part(LIST_USES)
    found = OlderLists()
    if len(lists) < 2 or len(uses) < 4:  # noqa: PLR2004 -- they begin with how many there are
        return found
    start = struct.unpack_from("<2I", file.main, 0x9A + 8 * LISTS)
    rest, at = file.table[sum(start) :], 0
    for i in range(int.from_bytes(lists[:2], "little")):
        own = lists[2 + _LSTF * i :][:_LSTF]
        if len(own) < _LSTF:
            break
        levels = []
        for _ in range(1 if own[26] & 1 else 9):
            level, at = _one_level(rest, at)
            levels.append(level)
        found.levels[int.from_bytes(own[:4], "little")] = levels
    for i in range(min(int.from_bytes(uses[:4], "little"), 4_000)):
        found.uses.append(int.from_bytes(uses[4 + _LFO * i :][:4], "little"))
    return found


def _one_level(data: bytes, at: int) -> tuple[_Level, int]:
    """A level of a list, and where the next one begins."""
    own = data[at : at + _LVL].ljust(_LVL, b"\0")
    text_at = at + _LVL + own[24] + own[25]
    size = int.from_bytes(data[text_at : text_at + 2], "little")
    text = data[text_at + 2 : text_at + 2 + 2 * size].decode("utf-16-le", "replace")
    return _Level(int.from_bytes(own[:4], "little"), own[4], text), text_at + 2 + 2 * size
