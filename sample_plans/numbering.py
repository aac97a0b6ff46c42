"""Labels that Word itself counts: «Section B:», «B1», «(a)» are not in the text at all."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

LEVELS = (
    ("upperLetter", "Section %1:", 0, 0, True),
    ("decimal", "%1%2", 680, 680, True),
    ("lowerLetter", "(%3)", 1247, 567, False),
)


class Counting:
    """A list of three levels: a section's letter, its items' numbers, and their parts."""

    def __init__(self, doc: WordDocument, id: int = 90) -> None:
        self.part = doc.part.numbering_part.element
        self.abstract = self.num = id
        levels = "".join(
            f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:suff w:val="{"tab" if n else "space"}"/><w:lvlText w:val="{text}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>'
            f"<w:rPr>{'<w:b/>' if bold else ''}</w:rPr></w:lvl>"
            for n, (form, text, left, hanging, bold) in enumerate(LEVELS)
        )
        first_num = self.part.find(f"{{{self.part.nsmap['w']}}}num")
        first_num.addprevious(
            parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{id}">'
                f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
            )
        )
        self._use("")
        self.next = 1

    def section(self, paragraph: Paragraph, letter: str) -> None:
        """Counts a section's heading; where a letter is missing, the count starts again there."""
        place = ord(letter) - 64
        if place != self.next:
            self.num += 1
            self._use(
                f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{place}"/></w:lvlOverride>'
            )
        self.next = place + 1
        self.item(paragraph, 0)

    def item(self, paragraph: Paragraph, level: int = 1) -> None:
        """Counts an item (1), or a part of one (2)."""
        properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 -- python-docx has no word for it
        count = properties.get_or_add_numPr()
        count.get_or_add_ilvl().val = level
        count.get_or_add_numId().val = self.num

    def _use(self, override: str) -> None:
        self.part.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{self.num}">'
                f'<w:abstractNumId w:val="{self.abstract}"/>{override}</w:num>'
            )
        )
