"""What holds for the words of a rich text file until their group ends, and what changes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from extractors.looks import Look, why_aside
from extractors.rich_text_tables import Tables


@dataclass(frozen=True, slots=True)
class State:
    """What holds until its group ends."""

    bold: bool = False
    italic: bool = False
    size: float = 12.0
    hidden: bool = False
    struck: bool = False
    deleted: bool = False
    font: str = ""
    after_code: int = 1  # letters that stand after \u for readers that do not know it
    skipped: bool = False
    starred: bool = False  # «\*»: to be skipped by whoever does not know what follows
    drawing: bool = False
    label: bool = False
    story: str = "body"
    in_table: bool = False
    style: str = ""
    outline: int = 0
    level: int = 0
    shaded: bool = False

    @property
    def look(self) -> Look:
        """How its words look, and whether they count."""
        why = why_aside(deleted=self.deleted, hidden=self.hidden, struck=self.struck)
        return Look(self.size, self.bold, self.italic, why)


_Change = Callable[[State, int | None, Tables], State]


def _switch(name: str) -> _Change:
    """A look that a word switches on, and the same word with a nought off."""
    return lambda state, number, _tables: replace(state, **{name: number != 0})  # type: ignore[arg-type]


def _plain(state: State, _number: int | None, _tables: Tables) -> State:
    return replace(
        state, bold=False, italic=False, size=12.0, hidden=False, struck=False, deleted=False
    )


def _new_paragraph(state: State, _number: int | None, _tables: Tables) -> State:
    return replace(state, in_table=False, style="", outline=0, level=0, shaded=False)


CHANGES: dict[str, _Change] = {
    "b": _switch("bold"),
    "i": _switch("italic"),
    "v": _switch("hidden"),
    "strike": _switch("struck"),
    "striked": _switch("struck"),
    "deleted": _switch("deleted"),
    "intbl": _switch("in_table"),
    "plain": _plain,
    "pard": _new_paragraph,
    "f": lambda state, number, _: replace(state, font=str(number)),
    "fs": lambda state, number, _: replace(state, size=(number or 24) / 2),
    "uc": lambda state, number, _: replace(state, after_code=max(0, number or 0)),
    "s": lambda state, number, _: replace(state, style=str(number)),
    "outlinelevel": lambda state, number, _: replace(state, outline=_heading(number)),
    "ilvl": lambda state, number, _: replace(state, level=min(max(0, number or 0), 8)),
    "cbpat": lambda state, number, tables: replace(state, shaded=number in tables.coloured),
}


def _heading(number: int | None) -> int:
    """The heading level that an outline level stands for: Word's level 9 is body text."""
    return (number or 0) + 1 if 0 <= (number or 0) < 9 else 0  # noqa: PLR2004 -- see above
