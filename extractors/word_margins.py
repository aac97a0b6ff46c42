"""The running heads and feet of a Word file, as far as they are printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extractors.document import Paragraph, Place, paragraphs
from extractors.numbering import Numbering
from extractors.word_parts import R, W, Word, is_on
from extractors.word_story import Story
from extractors.word_styles import Styles
from extractors.word_tables import Where


def margins(word: Word, styles: Styles, numbering: Numbering) -> Iterator[Paragraph]:
    """The running heads and feet of all sections, each distinct text once."""
    seen: set[str] = set()
    for name in dict.fromkeys(_printed(word)):
        part = word.part(name)
        if part is None:
            continue
        story = Story(styles, numbering, word.targets_of(name))
        for paragraph in paragraphs(tuple(story.blocks(part, Where()))):
            if paragraph.text and paragraph.text not in seen:
                seen.add(paragraph.text)
                yield replace(paragraph, place=Place())


def _printed(word: Word) -> Iterator[str]:
    """The parts that some page shows. A section goes on with the heads of the one before it."""
    if not word.has_relations:
        yield from word.loose("header")
        yield from word.loose("footer")
        return
    current: dict[tuple[str, str], str] = {}
    for section in word.main.iter(W + "sectPr"):
        shown = {"default"}
        if is_on(section.find(W + "titlePg")):
            shown.add("first")
        for kind in ("header", "footer"):
            for reference in section.iterchildren(f"{W}{kind}Reference"):
                page = reference.get(W + "type") or "default"
                current[kind, page] = word.name_of(reference.get(R + "id") or "")
        if any(page == "even" for _, page in current) and _parted(word):
            shown.add("even")
        yield from (name for (_, page), name in current.items() if page in shown)


def _parted(word: Word) -> bool:
    """Whether even pages have heads of their own."""
    settings = word.related("settings")
    return settings is not None and is_on(settings.find(W + "evenAndOddHeaders"))
