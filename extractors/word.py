"""Word files as a reader of the page sees them, changes accepted."""

from __future__ import annotations

from dataclasses import replace

from lxml.etree import _Element as Element

from extractors.document import Block, Caveat, Document, Paragraph, paragraphs
from extractors.guards import Package
from extractors.numbering import Numbering
from extractors.status import Status, Unreadable
from extractors.word_margins import margins
from extractors.word_parts import W, Word, open_word
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
    story = Story(styles, numbering, word.target, paged=paged, painted=_is_painted(word.main))
    blocks = story.blocks(body, Where())
    blocks += _notes(word, styles, numbering, story.notes)
    caveats = story.caveats | ({Caveat.REPAIRED} if word.repaired else set())
    if not any(paragraph.text for paragraph in paragraphs(tuple(blocks))):
        if word.repaired:
            return Unreadable(Status.DAMAGED)
        return Unreadable(Status.NO_READABLE_TEXT)
    return Document(
        format="docx",
        blocks=tuple(blocks),
        pages=story.pages,
        margins=tuple(margins(word, styles, numbering)),
        set_aside=tuple(story.set_aside),
        caveats=frozenset(caveats),
    )


def _is_painted(main: Element) -> bool:
    """Whether something coloured may lie behind the text, so that white letters can be read."""
    if main.find(W + "background") is not None:
        return True
    return any(anchor.get("behindDoc") in {"1", "true"} for anchor in main.iter(_ANCHOR))


def _notes(word: Word, styles: Styles, numbering: Numbering, wanted: list[str]) -> list[Block]:
    """The foot notes and then the end notes that the text sends its reader to, as numbered."""
    found: list[Block] = []
    for kind in ("footnote", "endnote"):
        root = word.related(f"{kind}s")
        if root is None:
            continue
        notes = {note.get(W + "id", ""): note for note in root.iterchildren(f"{W}{kind}")}
        sent = f"{W}{kind}Reference"
        ids = dict.fromkeys(name.removeprefix(sent) for name in wanted if name.startswith(sent))
        story = Story(styles, numbering, word.targets_of(word.name_of_kind(f"{kind}s")))
        for printed, note in enumerate((notes[one] for one in ids if one in notes), start=1):
            label = str(printed)
            for block in story.blocks(note, Where()):
                if isinstance(block, Paragraph) and label:
                    found.append(replace(block, label=label))
                    label = ""
                else:
                    found.append(block)
    return found
