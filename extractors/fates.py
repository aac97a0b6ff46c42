"""What can become of a paragraph of a file: a closed list, each with words for officers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Became(StrEnum):
    """What became of a paragraph. Every paragraph of a document has exactly one."""

    ITEM = "item"
    LEAD_IN = "lead-in"
    DETAIL = "detail"
    REFERENCE = "reference"
    REPEATED = "repeated"
    SECTION_MARK = "section-mark"
    HEADING = "heading"
    LABEL = "label"
    SECTION_WORDS = "section-words"
    SAYS_NONE = "says-none"
    BEFORE_SECTIONS = "before-sections"
    LISTS_SECTIONS = "lists-sections"
    GUIDANCE = "guidance"
    BLANK = "blank"
    UNPLACED = "unplaced"
    OUTSIDE = "outside"
    NOT_A_PLAN = "not-a-plan"
    RUNNING = "running"
    TRACKED = "tracked-changes"
    STRUCK = "struck-through"
    HIDDEN = "hidden-text"
    PICTURE = "picture"

    @property
    def words(self) -> str:
        """The same in one plain sentence."""
        return _WORDS[self]

    @property
    def left_out(self) -> bool:
        """No words of the plan were taken from it."""
        return self in _LEFT_OUT


_WORDS = {
    Became.ITEM: "Read as an item of its section.",
    Became.LEAD_IN: "Leads into a list, and is kept with each of the list's items.",
    Became.DETAIL: "Says more about an item: who, how often, by when.",
    Became.REFERENCE: "Says which other items an item belongs to.",
    Became.REPEATED: "Repeats an item of another section, and is not counted twice.",
    Became.SECTION_MARK: "Opens a section.",
    Became.HEADING: "A heading inside a section.",
    Became.LABEL: "A label, a column's head or a number: it says what stands beside or under it.",
    Became.SECTION_WORDS: "Words of a section of which no items are made.",
    Became.SAYS_NONE: "States that there is nothing here.",
    Became.BEFORE_SECTIONS: (
        "Before the first section (cover, contents, introduction): read for names and dates alone."
    ),
    Became.LISTS_SECTIONS: (
        "Looks like the heading of a section, but only lists or explains the sections."
    ),
    Became.GUIDANCE: "Guidance to whoever fills in or reads the form, not said of the child.",
    Became.BLANK: "Filled in only to show that it was not forgotten: a dash, «N/A».",
    Became.UNPLACED: "Left out, because it could not be told what it is.",
    Became.OUTSIDE: "Outside of all sections.",
    Became.NOT_A_PLAN: "The file was not taken for an EHC plan, so nothing was read from it.",
    Became.RUNNING: "A running head or foot, page number, protective marking or watermark.",
    Became.TRACKED: "Deleted in a tracked change: no longer part of the plan.",
    Became.STRUCK: "Struck through: no longer part of the plan.",
    Became.HIDDEN: "In the file, but hidden: a reader of the page does not see it.",
    Became.PICTURE: "The page is a picture without words that can be read.",
}
_LEFT_OUT = frozenset(list(Became)[list(Became).index(Became.BEFORE_SECTIONS) :])


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one paragraph, and where it went."""

    became: Became
    letters: tuple[str, ...] = ()  # of its section; several for a mark that opens several
    items: tuple[str, ...] = ()  # the ids of those that it is, or speaks of
