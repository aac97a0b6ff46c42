"""Rich text (.rtf) without LibreOffice: its control words followed, its tables put together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from striprtf.striprtf import destinations, specialchars

from extractors.document import Caveat, Document, Paragraph, Place, paragraphs
from extractors.flat import Flat, Shape
from extractors.looks import BREAK, TAB, Kind
from extractors.rich_text_state import CHANGES, State
from extractors.rich_text_tables import Tables, is_whole, tables_of
from extractors.status import Status, Unreadable
from extractors.symbols import is_symbol_font, symbol

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?"  # a word with its number
    r"|\\'([0-9a-fA-F]{2})"  # a byte
    r"|\\([^a-zA-Z])"  # a sign
    r"|([{}])"
    r"|[\r\n\0]+"
    r"|([^\\{}\r\n\0]+)"
)
MAX_DEPTH = 1_000  # groups inside groups
_LABELS = frozenset(("listtext", "pntext"))
_BESIDE = {
    **{f"{where}{which}": "margins" for where in ("header", "footer") for which in ("", *"lrf")},
    "footnote": "notes",
    "shptxt": "boxes",
}
_SHAPES = frozenset(("shp", "shpinst", "shpgrp"))  # of a drawing only its text box is read
_SKIPPED = (
    frozenset(destinations)
    | {"nonshppict", "nonesttables", "listtable", "latentstyles", "fldinst", "shprslt"}
) - {*_LABELS, *_BESIDE, *_SHAPES, "g", "hl", "mf", "mr", "md", "tc", "result"}
_ENDS = frozenset(("par", "sect", "page", "cell", "row", "nestcell", "nestrow"))
_SAID = {k: v for k, v in specialchars.items() if k.isalpha() and k not in _ENDS} | {
    "tab": TAB,
    "line": BREAK,
}
_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
_SIGNS = {"~": " ", "_": "-", "-": "", "{": "{", "}": "}", "\\": "\\"}


@dataclass(slots=True)
class _Row:
    """The row that is being described."""

    left: int = 0
    edges: list[int] = field(default_factory=list)
    cells: list[set[str]] = field(default_factory=list)
    marks: set[str] = field(default_factory=set)  # of the cell that comes next
    head: bool = False

    def shape(self) -> Shape:
        """Its cells as they stood."""
        return Shape(
            (self.left, *self.edges) if self.edges else (),
            tuple("clvmrg" in marks for marks in self.cells),
            tuple("clmrg" in marks for marks in self.cells),
            tuple("coloured" in marks for marks in self.cells),
            self.head,
        )


def read_rich_text(data: bytes) -> Document | Unreadable:
    """The words of a rich text file, tables among them; what no reader sees is set aside."""
    text = data.decode("latin-1")
    walk = _Walk(text)
    walk.follow()
    body, boxes, notes = (walk.stories[name] for name in ("body", "boxes", "notes"))
    blocks = (*body.blocks, *boxes.blocks, *notes.blocks)
    if not any(p.text for p in paragraphs(blocks)):
        return Unreadable(Status.NO_READABLE_TEXT)
    set_aside = (*body.set_aside, *boxes.set_aside, *notes.set_aside)
    caveats = body.caveats | {aside.why for aside in set_aside} | {Caveat.STRUCTURE_REDUCED}
    if not is_whole(data):
        caveats.add(Caveat.REPAIRED)
    return Document(
        format="rtf",
        blocks=blocks,
        margins=_once(paragraphs(tuple(walk.stories["margins"].blocks))),
        set_aside=set_aside,
        caveats=frozenset(caveats),
    )


def _once(found: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """Each distinct text once."""
    return tuple({p.text: replace(p, place=Place()) for p in found}.values())


class _Walk:
    """One walk through the control words."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tables: Tables = tables_of(text)
        self._state = State()
        self._stack: list[State] = []
        self._row = _Row()
        self._label = ""
        self._skip = 0  # letters still to be left out after \u
        self._half = 0  # the first of two halves of a letter
        self._bytes = b""  # of letters that may take more than one
        self.stories = {name: Flat() for name in ("body", "margins", "notes", "boxes")}

    def follow(self) -> None:
        """Reads all of it."""
        at = 0
        while found := _TOKEN.match(self._text, at):
            at = found.end()
            word, number, byte, sign, brace, words = found.groups()
            if byte:
                self._byte(bytes.fromhex(byte))
                continue
            self._flush()
            if words:
                self._words(words)
            elif word:
                if word == "bin":
                    at += max(0, int(number or 0))
                self._word(word, int(number) if number else None)
            elif sign == "*":
                self._state = replace(self._state, starred=self._text[found.start() - 1] == "{")
            elif sign:
                self._sign(sign)
            elif brace and not self._brace(brace):
                break
        self._flush()
        for story in self.stories.values():
            story.finish()

    def _brace(self, brace: str) -> bool:
        """Opens or closes a group; False where the outermost one closes, or there are too many."""
        self._skip = 0
        if brace == "{":
            self._stack.append(self._state)
            if len(self._stack) > MAX_DEPTH:
                self.stories["body"].caveats.add(Caveat.CUT_AT_LIMIT)
            return len(self._stack) <= MAX_DEPTH
        if not self._stack:
            return False
        inner, self._state = self._state, self._stack.pop()
        if inner.story != self._state.story:
            self.stories[inner.story].finish()
        return bool(self._stack)

    def _byte(self, byte: bytes) -> None:
        if self._skip:
            self._skip -= 1
        elif not self._state.skipped:
            self._bytes += byte

    def _flush(self) -> None:
        if self._bytes:
            self._say(self._bytes.decode(self._encoding, "replace"))
            self._bytes = b""

    @property
    def _encoding(self) -> str:
        font = self._tables.fonts.get(self._state.font)
        return font.encoding if font else self._tables.encoding

    def _words(self, words: str) -> None:
        if self._skip:
            words, self._skip = words[self._skip :], max(0, self._skip - len(words))
        if words and not self._state.skipped:
            if not words.isascii():
                words = words.encode("latin-1").decode(self._encoding, "replace")
            self._say(words)

    def _sign(self, sign: str) -> None:
        if sign in "\r\n":
            self._word("par", None)
        else:
            self._say(_SIGNS.get(sign, ""))

    def _say(self, words: str) -> None:
        state = self._state
        if not words or state.skipped or (state.drawing and state.story != "boxes"):
            return
        font = self._tables.fonts.get(state.font)
        if font and is_symbol_font(font.name):
            words = "".join(symbol(char, font.name) for char in words)
        if state.label:
            self._label += words.replace(TAB, " ")
        else:
            self.stories[state.story].say(words, state.look)

    def _word(self, word: str, number: int | None) -> None:
        state = self._state
        self._skip = 0
        if state.skipped:
            return
        if word in _BESIDE:
            self._state = State(story=_BESIDE[word], drawing=state.drawing)
        elif word in _LABELS:
            self._label = ""
            self._state = replace(state, label=True, starred=False)
        elif word in _SHAPES:
            self._state = replace(state, drawing=True, starred=False)
        elif state.starred or word in _SKIPPED:
            self._state = replace(state, skipped=True)
        elif word in _ENDS:
            self._end(word)
        elif word in _SAID:
            self._say(_SAID[word])
        elif word == "u":
            self._code((number or 0) % 0x10000)
        elif not self._describes_row(word, number):
            change = CHANGES.get(word)
            self._state = change(state, number, self._tables) if change else state

    def _code(self, code: int) -> None:
        """A letter by its number; the rarer ones come in two halves."""
        self._skip = self._state.after_code
        if code in _HIGH:
            self._half = code
            return
        if code in _LOW and self._half:
            code = 0x10000 + (self._half - _HIGH.start) * 0x400 + code - _LOW.start
        self._half = 0
        self._say("\ufffd" if code in _LOW else chr(code))

    def _end(self, word: str) -> None:
        """A paragraph ends, and with it perhaps a cell or a row."""
        state, story = self._state, self.stories[self._state.story]
        if state.label or (state.drawing and state.story != "boxes"):
            return
        if word == "par" and state.deleted:
            return  # it runs on into the next one
        if word == "row":
            story.end_row(self._row.shape())
            return
        level = self._tables.headings.get(state.style, 0)
        kind = Kind(self._label.strip(), state.level, state.outline or level, state.shaded)
        self._label = ""
        if word == "cell":
            story.end_cell(kind)
        else:
            if word in {"nestcell", "nestrow"}:
                story.caveats.add(Caveat.STRUCTURE_REDUCED)
            story.end_paragraph(kind, in_table=state.in_table)

    def _describes_row(self, word: str, number: int | None) -> bool:
        row = self._row
        if word == "trowd":
            self._row = _Row()
        elif word == "trleft":
            row.left = number or 0
        elif word == "trhdr":
            row.head = True
        elif word in {"clvmrg", "clmrg"}:
            row.marks.add(word)
        elif word == "clcbpat":
            row.marks |= {"coloured"} if number in self._tables.coloured else set()
        elif word == "cellx":
            row.edges.append(number or 0)
            row.cells.append(row.marks)
            row.marks = set()
        else:
            return False
        return True
