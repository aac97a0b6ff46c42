"""Changes that a reader of the page should see, or should not: tracked, struck out, hidden."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run


class Pen:
    """One author's tracked changes, each with a number of its own."""

    def __init__(self, author: str, day: str) -> None:
        self.author, self.day, self.count = author, day, 0

    def insert(self, paragraph: Paragraph, text: str) -> None:
        """Adds words as a tracked insertion."""
        self._change(paragraph.add_run(text), "w:ins")

    def delete(self, paragraph: Paragraph, text: str) -> None:
        """Adds words as a tracked deletion."""
        run = paragraph.add_run(text)
        for words in run._r.findall(qn("w:t")):  # noqa: SLF001 -- no word for it in python-docx
            words.tag = qn("w:delText")
        self._change(run, "w:del")

    def delete_all(self, paragraph: Paragraph) -> None:
        """Marks the paragraph itself as deleted, with the line end that follows it."""
        properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 -- as above
        mark = OxmlElement("w:rPr")
        mark.append(self._signed("w:del"))
        properties.append(mark)

    def move(self, old: Paragraph, new: Paragraph) -> None:
        """Marks one paragraph's words as moved away, and the other's as their new place."""
        for paragraph, tag in ((old, "w:moveFrom"), (new, "w:moveTo")):
            for run in paragraph.runs:
                self._change(run, tag)

    def delete_row(self, row: _Row) -> None:
        """Marks a table's row as deleted."""
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                for run in paragraph.runs:
                    for words in run._r.findall(qn("w:t")):  # noqa: SLF001 -- as above
                        words.tag = qn("w:delText")
                    self._change(run, "w:del")
        row._tr.get_or_add_trPr().append(self._signed("w:del"))  # noqa: SLF001 -- as above

    def comment(self, doc: WordDocument, paragraph: Paragraph, text: str) -> None:
        """Hangs a comment on a paragraph."""
        made = doc.add_comment(paragraph.runs, text, self.author, initials="JH")
        made._comment_elm.set(qn("w:date"), f"{self.day}T10:20:00Z")  # noqa: SLF001 -- as above

    def _change(self, run: Run, tag: str) -> None:
        change = self._signed(tag)
        run._r.addprevious(change)  # noqa: SLF001 -- as above
        change.append(run._r)  # noqa: SLF001 -- as above

    def _signed(self, tag: str) -> OxmlElement:
        self.count += 1
        change = OxmlElement(tag)
        change.set(qn("w:id"), str(900 + self.count))
        change.set(qn("w:author"), self.author)
        change.set(qn("w:date"), f"{self.day}T10:15:00Z")
        return change


def strike(paragraph: Paragraph, text: str) -> None:
    """Adds words underlined and struck out: an agreed deletion in a working document."""
    run = paragraph.add_run(text)
    run.font.strike = run.underline = True


def hide(paragraph: Paragraph, text: str) -> None:
    """Adds hidden words, which Word neither shows nor prints."""
    paragraph.add_run(text).font.hidden = True
