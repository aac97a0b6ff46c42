"""What an older Word file (.doc, Word 97 to 2003) holds: its text in pieces, and their marks.

As [MS-DOC] describes it. Text is addressed twice: by its order in the document, and by where it
stands in the file; marks go by the second. What Word saved in a hurry is out of order in the file.
"""

from __future__ import annotations

import io
import struct
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import olefile  # type: ignore[import-untyped]

_TOO_OLD = "It is not of Word 97 to 2003: open it in Word and save it as .docx."
_PAGE = 512
_STYLES, _CHARACTERS, _PARAGRAPHS, _PIECES = 1, 12, 13, 33  # in the table of what stands where
LISTS, LIST_USES = 73, 74
_COUNTS_AT, _TABLE_AT = 0x4C, 0x9A
_MOST_PIECES = 200_000
_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)  # of a mark's value, by the three highest bits of its name
_TABLE_ROW = 0xD608  # the one mark whose size takes two bytes
_ELSEWHERE = 0x6646, 0x6645  # marks too long for their page stand in another stream


class NoOlderWord(Exception):  # noqa: N818 -- says what the file is not
    """The file is not one of Word 97 to 2003, or too damaged to be read."""


class LockedOlderWord(Exception):  # noqa: N818 -- as above
    """The file is protected by a password."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some text that stands in one place of the file."""

    text: str
    at: int  # where it begins in the file
    width: int  # bytes a letter

    def place(self, index: int) -> int:
        """Where one of its letters stands in the file."""
        return self.at + index * self.width


Marks = tuple[tuple[int, bytes], ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """Marks by where the text that they belong to begins in the file."""

    starts: list[int] = field(default_factory=list)
    marks: list[tuple[int, bytes]] = field(default_factory=list)  # style, marks not yet parted

    def of(self, place: int) -> tuple[int, bytes]:
        """Style and marks of what stands at a place."""
        index = bisect_right(self.starts, place) - 1
        return self.marks[index] if index >= 0 else (0, b"")

    def until(self, place: int) -> int:
        """Where the next marks begin."""
        index = bisect_right(self.starts, place)
        return self.starts[index] if index < len(self.starts) else 1 << 40


class OlderWordFile:
    """An older Word file opened; `whole` tells whether all of it is there."""

    def __init__(self, data: bytes) -> None:
        try:
            with olefile.OleFileIO(io.BytesIO(data)) as ole:
                self.main: bytes = ole.openstream("WordDocument").read()
                if len(self.main) < _PAGE or _u16(self.main, 0) != 0xA5EC:  # noqa: PLR2004 -- Word 97's sign
                    raise NoOlderWord(_TOO_OLD)
                flags = _u16(self.main, 0x0A)
                if flags & 0x0100:
                    raise LockedOlderWord
                name = "1Table" if flags & 0x0200 else "0Table"
                self.table: bytes = ole.openstream(name).read()
                needed = {"WordDocument": self.main, name: self.table}
                self.whole = all(ole.get_size(n) == len(data) for n, data in needed.items())
                self._data = ole.openstream("Data").read() if ole.exists("Data") else b""
        except (OSError, ValueError, KeyError, IndexError, struct.error, TypeError) as error:
            raise NoOlderWord from error
        counts = struct.unpack_from("<8I", self.main, _COUNTS_AT)
        names = ("text", "footnotes", "margins", "macros", "comments", "endnotes", "boxes")
        self._stories: dict[str, tuple[int, int]] = {}
        start = 0
        for name, count in zip(names, counts, strict=False):
            self._stories[name] = start, start + count
            start += count
        self._pieces = list(self._piece_table())
        self.paragraphs = self._marked(_PARAGRAPHS, _papx)
        self.characters = self._marked(_CHARACTERS, _chpx)

    def part(self, number: int) -> bytes:
        """A part of the table stream, by its number in the list of what stands where."""
        start, size = struct.unpack_from("<2I", self.main, _TABLE_AT + 8 * number)
        return self.table[start : start + size]

    def story(self, name: str) -> Iterator[Stretch]:
        """The text of a story in the order in which it is read."""
        first, last = self._stories[name]
        for start, end, at, width in self._pieces:
            a, b = max(start, first), min(end, last)
            if a >= b:
                continue
            begin = at + (a - start) * width
            raw = self.main[begin : begin + (b - a) * width]
            self.whole = self.whole and len(raw) == (b - a) * width
            text = raw.decode("cp1252" if width == 1 else "utf-16-le", "replace")
            if len(text) != len(raw) // width:  # letters of two halves: one sign each instead
                halves = struct.unpack(f"<{len(raw) // 2}H", raw[: len(raw) // 2 * 2])
                text = "".join(map(chr, halves))
            yield Stretch(text, begin, width)

    def styles(self) -> bytes:
        """The part that describes the styles."""
        return self.part(_STYLES)

    def marks(self, packed: bytes) -> Marks:
        """Marks parted: the name of each and its value."""
        found: list[tuple[int, bytes]] = []
        for name, value in _parted(packed):
            if name in _ELSEWHERE and len(value) == 4:  # noqa: PLR2004 -- an address
                at = int.from_bytes(value, "little")
                size = int.from_bytes(self._data[at : at + 2], "little")
                found += _parted(self._data[at + 2 : at + 2 + size])
            else:
                found.append((name, value))
        return tuple(found)

    def _piece_table(self) -> Iterator[tuple[int, int, int, int]]:
        """First and last letter of each piece, where it stands, and bytes a letter."""
        clx, at = self.part(_PIECES), 0
        while at < len(clx) and clx[at] == 1:
            at += 3 + _u16(clx, at + 1)
        if at + 5 > len(clx) or clx[at] != 2:  # noqa: PLR2004 -- the sign of the table itself
            raise NoOlderWord
        size = min(int.from_bytes(clx[at + 1 : at + 5], "little"), len(clx) - at - 5)
        table, n = clx[at + 5 : at + 5 + size], (size - 4) // 12
        if not 0 < n <= _MOST_PIECES:
            raise NoOlderWord
        starts = struct.unpack_from(f"<{n + 1}I", table)
        for i in range(n):
            place = int.from_bytes(table[4 * (n + 1) + 8 * i + 2 :][:4], "little")
            is_narrow = bool(place & 0x40000000)
            place &= 0x3FFFFFFF
            width = 1 if is_narrow else 2
            yield starts[i], starts[i + 1], place // 2 if is_narrow else place, width

    def _marked(self, number: int, one: Callable[[bytes, int, int], tuple[int, bytes]]) -> Marked:
        """The marks of characters or of paragraphs, from the pages that they stand on."""
        table = self.part(number)
        n = (len(table) - 4) // 8
        found: dict[int, tuple[int, bytes]] = {}
        for i in range(max(0, n)):
            page_number = int.from_bytes(table[4 * (n + 1) + 4 * i :][:4], "little") & 0x3FFFFF
            page = self.main[page_number * _PAGE : (page_number + 1) * _PAGE]
            if len(page) < _PAGE:
                continue
            count = page[-1]
            if 4 * (count + 1) > _PAGE:
                continue
            starts = struct.unpack_from(f"<{count + 1}I", page)
            for j in range(count):
                found[starts[j]] = one(page, count, j)
            found.setdefault(starts[count], (0, b""))
        starts_in_order = sorted(found)
        return Marked(starts_in_order, [found[start] for start in starts_in_order])


def _papx(page: bytes, count: int, index: int) -> tuple[int, bytes]:
    """Style and marks of a paragraph, from a page that says so of several."""
    at = 2 * page[4 * (count + 1) + 13 * index]
    if not at:
        return 0, b""
    size = 2 * page[at] - 1
    if size < 0:
        at += 1
        size = 2 * page[at]
    packed = page[at + 1 : at + 1 + size]
    return int.from_bytes(packed[:2], "little"), packed[2:]


def _chpx(page: bytes, count: int, index: int) -> tuple[int, bytes]:
    """Marks of characters, from a page that says so of several."""
    at = 2 * page[4 * (count + 1) + index]
    return (0, page[at + 1 : at + 1 + page[at]]) if at else (0, b"")


def _parted(packed: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 2 < len(packed):
        name = _u16(packed, at)
        at += 2
        size = _SIZES[name >> 13]
        if name == _TABLE_ROW:
            size = int.from_bytes(packed[at : at + 2], "little") - 1
            at += 2
        elif not size:
            size = packed[at]
            at += 1
        if size < 0:
            return
        yield name, packed[at : at + size]
        at += size


def _u16(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "little")
