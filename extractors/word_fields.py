"""Word's fields: their results are what a reader sees, their instructions are not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.etree import _Element as Element

from extractors.symbols import symbol
from extractors.word_parts import W, is_on, number, val

TICKED, OPEN = "☒", "☐"
_SYMBOL = re.compile(r"\s*SYMBOL\s+(0x[0-9a-f]{1,4}|\d{1,5})\b(.*)", re.IGNORECASE | re.DOTALL)
_FONT = re.compile(r"\\f\s*(?:\"([^\"]*)\"|(\S+))", re.IGNORECASE)


@dataclass(slots=True)
class _Field:
    instructing: bool = True
    shown: bool = False  # some result was printed
    chosen: str = ""  # what a field of an old form shows where the file holds no result
    says: str = ""  # its instruction


class Fields:
    """The fields that are open at one point of a story; they may run over paragraphs."""

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self.instructing = False

    def mark(self, char: Element) -> str:
        """Takes in a w:fldChar, and gives what a field that ends here shows."""
        shown = ""
        match char.get(W + "fldCharType"):
            case "begin":
                form = char.find(W + "ffData")
                self._open.append(_Field(chosen="" if form is None else _chosen(form)))
            case "separate" if self._open:
                self._open[-1].instructing = False
            case "end" if self._open:
                field = self._open.pop()
                shown = "" if field.shown else field.chosen or _sign(field.says)
        self.instructing = any(field.instructing for field in self._open)
        return shown

    def told(self, instruction: str) -> None:
        """Takes in a part of the instruction of the field that was opened last."""
        if self._open:
            self._open[-1].says += instruction

    def said(self, text: str) -> None:
        """Takes note that a result was printed."""
        if self._open and text.strip():
            self._open[-1].shown = True

    def end_paragraph(self) -> None:
        """An instruction that never ends would swallow the rest of the plan: it ends here."""
        for field in self._open:
            field.instructing = False
        self.instructing = False


def _sign(instruction: str) -> str:
    """The sign of a SYMBOL field, by which older files tick a box; empty for any other field."""
    asked = _SYMBOL.match(instruction)
    if asked is None:
        return ""
    code = int(asked[1], 0) if asked[1].lower().startswith("0x") else int(asked[1])
    font = _FONT.search(asked[2])
    sign = symbol(chr(code), (font[1] or font[2] or "") if font else "")
    return sign if sign.isprintable() else ""


def _chosen(form: Element) -> str:
    """A tick box, or the choice of a drop-down; empty where the field is neither."""
    box, menu = form.find(W + "checkBox"), form.find(W + "ddList")
    if box is not None:
        checked = box.find(W + "checked")
        return TICKED if is_on(box.find(W + "default") if checked is None else checked) else OPEN
    if menu is None:
        return ""
    chosen = menu.find(W + "result")
    at = number(val(menu.find(W + "default") if chosen is None else chosen))
    entries = [val(entry) for entry in menu.iterchildren(W + "listEntry")]
    return entries[at] if 0 <= at < len(entries) else ""
