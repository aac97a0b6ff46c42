"""What Word forms are made of: text boxes, content controls, tick boxes, lists to choose from."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import _Row
from docx.text.paragraph import Paragraph
from word import Where

BOX_SPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def text_box(doc: WordDocument, words: str, fill: str, id: int, old: bool = False) -> None:
    """A coloured text box across the page, with the older drawing that Word keeps beside it.

    An old one has the older drawing only, as files from before 2010 do.
    """
    inside = (
        '<w:txbxContent><w:p><w:pPr><w:keepNext/><w:spacing w:after="0"/></w:pPr><w:r><w:rPr><w:b/>'
        f'<w:color w:val="FFFFFF"/><w:sz w:val="26"/></w:rPr><w:t>{words}</w:t></w:r></w:p>'
        "</w:txbxContent>"
    )
    paragraph = doc.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    shape = (
        f'<v:rect id="_x0000_s{1100 + id}" style="width:482pt;height:28pt" '
        f'fillcolor="#{fill}"><v:textbox>{inside}</v:textbox></v:rect></w:pict>'
    )
    drawn = f"<w:pict {nsdecls('w')} {BOX_SPACES}>{shape}"
    paragraph.add_run()._r.append(  # noqa: SLF001 -- python-docx has no word for text boxes
        parse_xml(
            drawn
            if old
            else f"<mc:AlternateContent {nsdecls('w', 'wp', 'a')} {BOX_SPACES}>"
            '<mc:Choice Requires="wps"><w:drawing>'
            '<wp:anchor distT="0" distB="80000" distL="0" distR="0" simplePos="0" '
            'relativeHeight="251659264" behindDoc="0" locked="0" layoutInCell="1" '
            'allowOverlap="1"><wp:simplePos x="0" y="0"/>'
            '<wp:positionH relativeFrom="margin"><wp:posOffset>0</wp:posOffset></wp:positionH>'
            '<wp:positionV relativeFrom="paragraph"><wp:posOffset>60000</wp:posOffset>'
            '</wp:positionV><wp:extent cx="6120000" cy="360000"/><wp:wrapTopAndBottom/>'
            f'<wp:docPr id="{id}" name="Text Box {id}"/><a:graphic><a:graphicData '
            'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
            '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
            '<a:ext cx="6120000" cy="360000"/></a:xfrm><a:prstGeom prst="roundRect"><a:avLst/>'
            f'</a:prstGeom><a:solidFill><a:srgbClr val="{fill}"/></a:solidFill></wps:spPr>'
            f'<wps:txbx>{inside}</wps:txbx><wps:bodyPr lIns="108000" tIns="54000" '
            'anchor="ctr"/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>'
            f"</mc:Choice><mc:Fallback><w:pict>{shape}</mc:Fallback></mc:AlternateContent>"
        )
    )


@contextmanager
def control(where: Where, title: str) -> Iterator[None]:
    """Wraps what is printed meanwhile in a content control."""
    parent = where.element.body if isinstance(where, WordDocument) else where._tc  # noqa: SLF001
    before = set(parent)
    yield
    wrap([e for e in parent if e not in before], title)


def wrap(elements: list[BaseOxmlElement], title: str, kind: str = "<w:richText/>") -> None:
    """Puts neighbouring elements into one content control."""
    if not elements:
        return
    made = parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="{title}"/>'
        f'<w:tag w:val="{title.replace(" ", "_")}"/>{kind}</w:sdtPr><w:sdtContent/></w:sdt>'
    )
    elements[0].addprevious(made)
    for element in elements:
        made[-1].append(element)


def wrap_row(row: _Row, title: str) -> None:
    """Puts a table's row into a content control, as repeating rows of a form are."""
    wrap([row._tr], title)  # noqa: SLF001 -- python-docx has no word for controls


def value(paragraph: Paragraph, text: str, title: str, kind: str = "<w:text/>") -> None:
    """A content control inside a paragraph, filled in; with no text, its grey prompt."""
    run = paragraph.add_run(text or "Click or tap here to enter text.")
    wrap([run._r], title, kind if text else f"<w:showingPlcHdr/>{kind}")  # noqa: SLF001


def choice(paragraph: Paragraph, text: str, title: str, options: tuple[str, ...]) -> None:
    """A list to choose from, with what was chosen."""
    items = "".join(f'<w:listItem w:displayText="{o}" w:value="{o}"/>' for o in options)
    value(paragraph, text, title, f"<w:dropDownList>{items}</w:dropDownList>")


def tick(paragraph: Paragraph, ticked: bool, words: str) -> None:
    """A tick box of Word's own, and its words."""
    run = paragraph.add_run("☒" if ticked else "☐")
    wrap(
        [run._r],  # noqa: SLF001 -- as above
        words,
        f'<w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">'
        f'<w14:checked w14:val="{int(ticked)}"/></w14:checkbox>',
    )
    paragraph.add_run(f" {words}     ")


def symbol(paragraph: Paragraph, ticked: bool, words: str) -> None:
    """A tick box that is a letter of the Wingdings font, and its words."""
    code = "F0FE" if ticked else "F0A8"
    paragraph.add_run()._r.append(  # noqa: SLF001 -- as above
        parse_xml(f'<w:sym {nsdecls("w")} w:font="Wingdings" w:char="{code}"/>')
    )
    paragraph.add_run(f" {words}     ")


def old_tick(paragraph: Paragraph, ticked: bool, words: str) -> None:
    """A tick box of Word's older forms, and its words."""
    paragraph.add_run()._r.append(  # noqa: SLF001 -- as above
        parse_xml(
            f'<w:fldChar {nsdecls("w")} w:fldCharType="begin"><w:ffData><w:name w:val="Tick"/>'
            '<w:enabled/><w:checkBox><w:sizeAuto/><w:default w:val="0"/>'
            f'<w:checked w:val="{int(ticked)}"/></w:checkBox></w:ffData></w:fldChar>'
        )
    )
    paragraph.add_run()._r.append(  # noqa: SLF001 -- as above
        parse_xml(f"<w:instrText {nsdecls('w')} xml:space='preserve'> FORMCHECKBOX </w:instrText>")
    )
    paragraph.add_run()._r.append(  # noqa: SLF001 -- as above
        parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="end"/>')
    )
    paragraph.add_run(f" {words}")
