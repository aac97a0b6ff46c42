"""Older Word files (.doc, Word 97 to 2003) without LibreOffice."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable
from dataclasses import replace

from extractors.document import Caveat, Document, Paragraph, Place, paragraphs
from extractors.flat import Flat, Shape
from extractors.looks import BREAK, TAB, Kind
from extractors.older_word_parts import LockedOlderWord, NoOlderWord, OlderWordFile, Stretch
from extractors.older_word_styles import OlderStyle, is_ground, lists_of, styles_of
from extractors.status import Status, Unreadable

_IN_TABLE, _ROW_ENDS, _DEPTH = 0x2416, 0x2417, 0x6649
_INNER_CELL, _INNER_ROW = 0x244B, 0x244C
_ROW, _ROW_REPEATS, _GROUNDS_OLD, _GROUNDS = 0xD608, 0x3404, 0xD609, 0xD612
_TOKEN = re.compile("([\r\x07\x0c\x13\x14\x15])")
_SYMBOL = 0x6A09
_CELL = 20  # bytes that describe one in a row
_SIGNS = {
    0x0B: BREAK,
    0x09: TAB,
    0x1E: "-",
    0x1F: None,
    **dict.fromkeys((*range(9), 0x0E), None),
}


def read_older_word(data: bytes) -> Document | Unreadable:
    """The words of an older Word file, tables among them; what no reader sees is set aside."""
    try:
        file = OlderWordFile(data)
        walk = _Walk(file)
        for name in ("text", "footnotes", "endnotes", "boxes", "margins"):
            walk.follow(name)
    except LockedOlderWord:
        return Unreadable(Status.PASSWORD, "It is a Word file saved with a password.")
    except NoOlderWord as why:
        return Unreadable(Status.DAMAGED, str(why))
    except (struct.error, IndexError, ValueError, OverflowError):
        return Unreadable(Status.DAMAGED)
    read = [walk.stories[name] for name in ("text", "boxes", "footnotes", "endnotes")]
    blocks = tuple(block for story in read for block in story.blocks)
    if not any(p.text for p in paragraphs(blocks)):
        return Unreadable(Status.NO_READABLE_TEXT)
    set_aside = tuple(aside for story in read for aside in story.set_aside)
    found = {aside.why for aside in set_aside} | read[0].caveats
    if not file.whole:
        found.add(Caveat.REPAIRED)
    return Document(
        format="doc",
        blocks=blocks,
        margins=_once(paragraphs(tuple(walk.stories["margins"].blocks))),
        set_aside=set_aside,
        caveats=frozenset(found | {Caveat.STRUCTURE_REDUCED}),
    )


def _once(found: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """Each distinct text once."""
    return tuple({p.text: replace(p, place=Place()) for p in found}.values())


class _Walk:
    """One walk through the stories of a file."""

    def __init__(self, file: OlderWordFile) -> None:
        self._file = file
        self._styles = styles_of(file)
        self._lists = lists_of(file)
        self.stories: dict[str, Flat] = {}

    def follow(self, name: str) -> None:
        """Reads a story to its end."""
        flat = self.stories[name] = Flat()
        fields: list[bool] = []  # of those open: whether what they show has begun
        waiting: list[tuple[str, int]] = []  # words of the paragraph, and where they stand
        for stretch in self._file.story(name):
            at = 0
            for part in _TOKEN.split(stretch.text):
                place = stretch.place(at)
                at += len(part)
                if part == "\x13":
                    fields.append(False)
                elif part == "\x14" and fields:
                    fields[-1] = True
                elif part == "\x15" and fields:
                    fields.pop()
                elif part in {"\r", "\x07", "\x0c"}:
                    self._end(flat, waiting, place, part)
                    waiting = []
                elif part and all(fields):
                    waiting += self._alike(stretch, part, at - len(part))
        if waiting:
            self._end(flat, waiting, waiting[-1][1], "\r")
        flat.finish()

    def _alike(self, stretch: Stretch, part: str, first: int) -> list[tuple[str, int]]:
        """The same words, parted where their marks change."""
        found = []
        start, end = first, first + len(part)
        while start < end:
            place = stretch.place(start)
            letters = self._file.characters.until(place) - place + stretch.width - 1
            stop = min(end, start + max(1, letters // stretch.width))
            found.append((stretch.text[start:stop], place))
            start = stop
        return found

    def _end(self, flat: Flat, waiting: list[tuple[str, int]], place: int, sign: str) -> None:
        """A paragraph ends, and with it perhaps a cell or a row."""
        if sign == "\r" and self._look(OlderStyle(), place).deleted:
            self._say(flat, waiting, OlderStyle())  # it runs on into the next one
            return
        index, packed = self._file.paragraphs.of(place)
        marks = self._file.marks(packed)
        state = dict(marks)
        in_table = _is_on(state, _IN_TABLE) or _is_on(state, _ROW_ENDS)
        depth = int.from_bytes(state.get(_DEPTH, b"\1")[:4], "little")
        if in_table and depth <= 1 and _is_on(state, _ROW_ENDS):
            flat.end_row(_shape(state))
            return
        if _is_on(state, _INNER_ROW):
            flat.caveats.add(Caveat.STRUCTURE_REDUCED)
            return
        style = self._styles[index] if index < len(self._styles) else OlderStyle()
        own = style.with_paragraph(marks)
        said = self._say(flat, waiting, style)
        label = self._lists.label(own.use, own.level) if own.use and said else ""
        kind = Kind(label, own.level, own.heading, own.shaded)
        if in_table and sign == "\x07" and depth <= 1:
            flat.end_cell(kind)
        else:
            flat.end_paragraph(kind, in_table=in_table)

    def _say(self, flat: Flat, waiting: list[tuple[str, int]], style: OlderStyle) -> bool:
        """Gives words to the paragraph under way; whether there were any."""
        said = False
        for words, place in waiting:
            text = self._sign(place) or _whole(words.translate(_SIGNS))
            said = said or bool(text.strip())
            flat.say(text, self._look(style, place).look)
        return said

    def _sign(self, place: int) -> str:
        """The sign of a symbol font that stands at a place; in the text it is a bracket."""
        marks = dict(self._file.marks(self._file.characters.of(place)[1]))
        value = marks.get(_SYMBOL, b"")
        return chr(int.from_bytes(value[2:4], "little")) if len(value) == 4 else ""  # noqa: PLR2004 -- font and letter

    def _look(self, style: OlderStyle, place: int) -> OlderStyle:
        """A style with the marks of the letter at a place."""
        return style.with_words(self._file.marks(self._file.characters.of(place)[1]))


def _is_on(state: dict[int, bytes], mark: int) -> bool:
    value = state.get(mark)
    return bool(value and value[0])


def _whole(text: str) -> str:
    """Letters that came in two halves, put together."""
    if any("\ud800" <= char <= "\udfff" for char in text):
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _shape(state: dict[int, bytes]) -> Shape:
    """Where a row's cells stood, and how each is merged and coloured."""
    row = state.get(_ROW, b"")
    count = row[0] if row else 0
    if len(row) < 1 + 2 * (count + 1):
        return Shape()
    edges = struct.unpack_from(f"<{count + 1}h", row, 1)
    flags = [int.from_bytes(row[3 + 2 * count + _CELL * i :][:2], "little") for i in range(count)]
    new, old = state.get(_GROUNDS, b""), state.get(_GROUNDS_OLD, b"")
    grounds = [new[10 * i : 10 * i + 10] or old[2 * i : 2 * i + 2] for i in range(count)]
    return Shape(
        edges,
        tuple(flag & 0x60 == 0x20 for flag in flags),  # noqa: PLR2004 -- goes on, begins not anew
        tuple(bool(flag & 0x02) for flag in flags),
        tuple(is_ground(ground) for ground in grounds),
        _is_on(state, _ROW_REPEATS),
    )
