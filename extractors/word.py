"""Word files as a reader of the page sees them, changes accepted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml.etree import _Element as Element

from extractors.document import Block, Caveat, Document, Paragraph, Place, paragraphs
from extractors.guards import Package
from extractors.numbering import Numbering
from extractors.status import Status, Unreadable
from extractors.word_parts import R, W, Word, is_on, open_word
from extractors.word_story import Story
from extractors.word_styles import Styles
from extractors.word_tables import Where

_ANCHOR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}anchor"


def read_word(source: bytes | Package) -> Document | Unreadable:
    """The words of a Word file, or of its inflated parts, in the order of the page.

    Insertions are read; deleted, struck-through and hidden words are set aside. A text box
    stands where it is anchored. Foot and end notes follow the text, each with its number.
    """
    word = open_word(source)
    if isinstance(word, Unreadable):
        return word
    body = word.main.find(W + "body")
    if body is None:
        return Unreadable(Status.DAMAGED, "Its main text is missing.")
    styles, numbering = Styles(word.styles()), Numbering(word.related("numbering"))
    numbering.links(styles.lists())
    paged = next(word.main.iter(W + "lastRenderedPageBreak"), None) is not None
    story = Story(styles, numbering, paged=paged, painted=_is_painted(word.main))
    blocks = story.blocks(body, Where())
    blocks += _notes(word, styles, numbering)
    caveats = story.caveats | ({Caveat.REPAIRED} if word.repaired else set())
    if not any(paragraph.text for paragraph in paragraphs(tuple(blocks))):
        if word.repaired:
            return Unreadable(Status.DAMAGED)
        return Unreadable(Status.NO_READABLE_TEXT)
    return Document(
        format="docx",
        blocks=tuple(blocks),
        pages=story.pages,
        margins=tuple(_margins(word, styles, numbering)),
        set_aside=tuple(story.set_aside),
        caveats=frozenset(caveats),
    )


def _is_painted(main: Element) -> bool:
    """Whether something coloured may lie behind the text, so that white letters can be read."""
    if main.find(W + "background") is not None:
        return True
    return any(anchor.get("behindDoc") in {"1", "true"} for anchor in main.iter(_ANCHOR))


def _notes(word: Word, styles: Styles, numbering: Numbering) -> list[Block]:
    """The foot notes and then the end notes, numbered as they are printed."""
    found: list[Block] = []
    for kind, tag in (("footnotes", W + "footnote"), ("endnotes", W + "endnote")):
        root = word.related(kind)
        printed = 0
        for note in () if root is None else root.iterchildren(tag):
            if note.get(W + "type", "normal") != "normal":
                continue  # the line that parts notes from text
            printed += 1
            label = str(printed)
            for block in Story(styles, numbering).blocks(note, Where()):
                if isinstance(block, Paragraph) and label:
                    found.append(replace(block, label=label))
                    label = ""
                else:
                    found.append(block)
    return found


def _margins(word: Word, styles: Styles, numbering: Numbering) -> Iterator[Paragraph]:
    """The running heads and feet of all sections, each distinct text once."""
    seen: set[str] = set()
    for section in word.main.iter(W + "sectPr"):
        for kind in ("header", "footer"):
            for reference in section.iterchildren(f"{W}{kind}Reference"):
                if reference.get(W + "type") == "first" and not is_on(section.find(W + "titlePg")):
                    continue
                part = word.target(reference.get(R + "id", ""))
                if part is None:
                    continue
                for paragraph in paragraphs(tuple(Story(styles, numbering).blocks(part, Where()))):
                    if paragraph.text and paragraph.text not in seen:
                        seen.add(paragraph.text)
                        yield replace(paragraph, place=Place())
