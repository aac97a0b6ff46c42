"""The words that the Word layouts are drawn with: paragraphs, bullets, tables, heads and feet."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from pathlib import Path

from content import Content, curly
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

Where = WordDocument | _Cell
ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "centre": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}


def new(
    plan: Content,
    font: str = "Arial",
    size: float = 11,
    colour: str = "1F3864",
    landscape: bool = False,
    margin: float = 2.0,
) -> WordDocument:
    """An empty A4 document in that font, with its dates fixed so that its bytes are."""
    doc = Document()
    for style in doc.styles:
        if getattr(style, "font", None) is not None and style.element.rPr is not None:
            style.element.rPr.remove_all("w:rFonts")
    _font(doc, "Normal", font, size)
    doc.styles["Normal"].paragraph_format.space_after = Pt(6)
    for level, points in ((1, size + 5), (2, size + 2), (3, size + 0.5)):
        _font(doc, f"Heading {level}", font, points, colour)
    doc.styles["List Bullet"].paragraph_format.space_after = Pt(3)
    section = doc.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Cm(margin))
    if landscape:
        turn(doc)
    properties, day = doc.core_properties, plan.plan.date
    written = datetime(day.year, day.month, day.day, 9, 30)  # noqa: DTZ001 -- Word writes no zone
    properties.created = properties.modified = written
    properties.author = properties.last_modified_by = "SEND Casework"
    properties.title = "Education, Health and Care Plan"
    properties.comments = ""
    return doc


def _font(doc: WordDocument, name: str, font: str, size: float, colour: str = "") -> None:
    style = doc.styles[name]
    style.font.name, style.font.size = font, Pt(size)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), font)
    style.element.rPr.rFonts.set(qn("w:cs"), font)
    if colour:
        style.font.color.rgb = RGBColor.from_string(colour)


def turn(doc: WordDocument) -> None:
    """Turns the last part of the document from upright to landscape, or back."""
    section = doc.sections[-1]
    section.page_width, section.page_height = section.page_height, section.page_width
    upright = section.page_height > section.page_width
    section.orientation = WD_ORIENT.PORTRAIT if upright else WD_ORIENT.LANDSCAPE


def say(  # noqa: PLR0913 -- a paragraph has that many looks
    where: Where,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    size: float = 0,
    colour: str = "",
    align: str = "left",
    style: str = "",
    after: float = -1,
    keep: bool = False,
) -> Paragraph:
    """Prints a paragraph. In a fresh cell it takes the empty paragraph that is there."""
    paragraph = _fresh(where)
    if style:
        paragraph.style = style
    if text:
        shape(paragraph.add_run(curly(text)), bold=bold, italic=italic, size=size, colour=colour)
    if align != "left":
        paragraph.alignment = ALIGN[align]
    if after >= 0:
        paragraph.paragraph_format.space_after = Pt(after)
    if keep:
        paragraph.paragraph_format.keep_with_next = True
    return paragraph


def shape(
    run: Run, *, bold: bool = False, italic: bool = False, size: float = 0, colour: str = ""
) -> Run:
    """Gives a run its looks."""
    run.bold, run.italic = bold or None, italic or None
    if size:
        run.font.size = Pt(size)
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour)
    return run


def _fresh(where: Where) -> Paragraph:
    """The cell's own empty paragraph the first time, a new one after that."""
    if isinstance(where, _Cell) and len(where._tc) <= 2:  # noqa: SLF001 -- properties, paragraph
        first = where.paragraphs[0]
        if not first.runs and first.style is not None and first.style.name == "Normal":
            first.paragraph_format.space_after = Pt(3)
            return first
    return where.add_paragraph()


def bullet(where: Where, text: str, level: int = 1) -> Paragraph:
    """Prints a bullet."""
    return say(where, text, style="List Bullet" if level == 1 else f"List Bullet {level}")


def labelled(where: Where, label: str, text: str, after: float = 4) -> Paragraph:
    """Prints a bold label and its words in one paragraph."""
    paragraph = say(where, label, bold=True, after=after)
    paragraph.add_run(f" {curly(text)}")
    return paragraph


def table(
    where: Where, widths: list[float], head: list[str] | None = None, fill: str = "D9E2F3"
) -> Table:
    """A ruled table with columns of those widths in cm; its head row repeats on each page."""
    count = len(widths)
    made = (
        where.add_table(1 if head else 0, count)
        if isinstance(where, _Cell)
        else where.add_table(rows=1 if head else 0, cols=count, style="Table Grid")
    )
    made.style = "Table Grid"
    made.autofit = False
    made._tbl.tblPr.append(  # noqa: SLF001 -- python-docx has no word for a cell's margins
        parse_xml(
            f'<w:tblCellMar {nsdecls("w")}><w:top w:w="45" w:type="dxa"/>'
            '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="45" w:type="dxa"/>'
            '<w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
        )
    )
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)
    if head:
        for cell, words, width in zip(made.rows[0].cells, head, widths, strict=True):
            cell.width = Cm(width)
            say(cell, words, bold=True)
            shade(cell, fill)
        repeat(made.rows[0])
    return made


def row(made: Table, *texts: str, bold_first: bool = False) -> list[_Cell]:
    """Adds a row, prints what is given, and gives its cells."""
    cells = list(made.add_row().cells)
    for cell, column in zip(cells, made.columns, strict=True):
        cell.width = column.width
    for n, (cell, text) in enumerate(zip(cells, texts, strict=False)):
        if text:
            say(cell, text, bold=bold_first and n == 0)
    return cells


def whole(made: Table) -> None:
    """Keeps each row of a table on one page."""
    for line in made.rows:
        line._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 -- as below


def details(
    where: Where, widths: list[float], rows: list[tuple[str, str]], fill: str = "F2F2F2"
) -> Table:
    """A table of labels and their values."""
    made = table(where, widths)
    for label, value in rows:
        cells = row(made, label, value, bold_first=True)
        shade(cells[0], fill)
    return made


def band(where: Where, text: str, width: float, fill: str = "1F3864", ink: str = "FFFFFF") -> None:
    """A coloured bar across the page with a heading in it."""
    made = table(where, [width])
    cell = row(made)[0]
    say(cell, text, bold=True, size=13, colour=ink, keep=True, after=1)
    shade(cell, fill)


def shade(cell: _Cell, fill: str) -> None:
    """Colours a cell's ground."""
    cell._tc.get_or_add_tcPr().append(  # noqa: SLF001 -- python-docx has no word for it
        parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{fill}"/>')
    )


def repeat(row: _Row) -> None:
    """Makes a row stand again at the top of each page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 -- as above


def break_page(doc: WordDocument) -> None:
    """Begins a new page."""
    doc.add_page_break()


def field(paragraph: Paragraph, code: str, shown: str = "1") -> None:
    """Puts in a Word field such as PAGE or NUMPAGES."""
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("shown", shown), ("end", "")):
        run = paragraph.add_run(text if kind == "shown" else "")
        if kind in ("begin", "separate", "end"):
            char = OxmlElement("w:fldChar")
            char.set(qn("w:fldCharType"), kind)
            run._r.append(char)  # noqa: SLF001 -- python-docx has no word for fields
        elif not kind:
            run._r.append(xml(f"<w:instrText xml:space='preserve'> {code} </w:instrText>"))  # noqa: SLF001


def merge_field(paragraph: Paragraph, name: str, text: str) -> None:
    """Words that a case system merged into the template."""
    run = paragraph.add_run(curly(text))
    simple = xml(f"<w:fldSimple w:instr=' MERGEFIELD {name} '></w:fldSimple>")
    run._r.addprevious(simple)  # noqa: SLF001 -- python-docx has no word for fields
    simple.append(run._r)  # noqa: SLF001 -- as above


def link(paragraph: Paragraph, anchor: str) -> None:
    """Makes a paragraph's words a link to a place in the document, as in a contents page."""
    made = xml(f"<w:hyperlink w:anchor='{anchor}'></w:hyperlink>")
    for run in paragraph.runs:
        made.append(run._r)  # noqa: SLF001 -- python-docx has no word for it
    paragraph._p.append(made)  # noqa: SLF001 -- as above


def hyphenate(paragraph: Paragraph) -> None:
    """Sets hyphens that do not break, and one that shows only at a line's end, as Word does."""
    for run in paragraph.runs:
        text, soft = run.text, False
        run.text = ""
        for piece in re.split(r"(-|(?<=\w{6})(?=\w{6}))", text):
            if piece == "-":
                run._r.append(OxmlElement("w:noBreakHyphen"))  # noqa: SLF001 -- as above
                continue
            run._r.add_t(piece)  # noqa: SLF001 -- as above
            if re.search(r"\w{6}$", piece) and not soft:
                run._r.append(OxmlElement("w:softHyphen"))  # noqa: SLF001 -- as above
                soft = True


def head_and_foot(
    doc: WordDocument, head: str, foot: str, *, align: str = "left", size: float = 8
) -> None:
    """Running head and foot; «#» in them is the page's number and «##» the number of pages."""
    for part, words in ((doc.sections[0].header, head), (doc.sections[0].footer, foot)):
        for n, line in enumerate(words.split("\n")):
            paragraph = part.paragraphs[0] if n == 0 else part.add_paragraph()
            paragraph.alignment = ALIGN[align]
            for piece in line.replace("##", "\0P\0").replace("#", "\0N\0").split("\0"):
                if piece in ("P", "N"):
                    field(paragraph, "NUMPAGES" if piece == "P" else "PAGE")
                elif piece:
                    paragraph.add_run(piece)
            for run in paragraph.runs:
                shape(run, size=size, colour="595959")


def watermark(doc: WordDocument, text: str = "DRAFT") -> None:
    """A grey word across each page, as Word's own watermark makes it."""
    run = doc.sections[0].header.paragraphs[0].add_run()
    run._r.append(  # noqa: SLF001 -- python-docx has no word for it
        parse_xml(
            f'<w:pict {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml" '
            'xmlns:o="urn:schemas-microsoft-com:office:office">'
            '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
            'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>'
            '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
            '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
            '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>'
            '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/>'
            '<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
            '<v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" '
            'style="position:absolute;margin-left:0;margin-top:0;width:420pt;height:165pt;'
            "rotation:315;z-index:-251658752;mso-position-horizontal:center;"
            "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
            'mso-position-vertical-relative:margin" fillcolor="#d9d9d9" stroked="f">'
            f'<v:fill opacity=".5"/><v:textpath style="font-family:&quot;Calibri&quot;;'
            f'font-size:1pt" string="{text}"/></v:shape></w:pict>'
        )
    )


def xml(text: str) -> BaseOxmlElement:
    """One element of Word's own XML."""
    start = text.index(">") if "/>" not in text.split(">", 1)[0] + ">" else text.index("/>")
    return parse_xml(f"{text[:start]} {nsdecls('w')}{text[start:]}")


def save(doc: WordDocument, path: Path) -> None:
    """Saves the document with fixed dates inside it: the same words give the same bytes."""
    memory = io.BytesIO()
    doc.save(memory)
    with zipfile.ZipFile(memory) as made, zipfile.ZipFile(path, "w") as kept:
        for entry in made.infolist():
            fixed = zipfile.ZipInfo(entry.filename, date_time=(2026, 1, 5, 9, 30, 0))
            fixed.compress_type = zipfile.ZIP_DEFLATED
            kept.writestr(fixed, made.read(entry.filename))
