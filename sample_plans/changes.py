"""Changes that a reader of the page should see, or should not: tracked, struck out, hidden."""

from __future__ import annotations

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
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
