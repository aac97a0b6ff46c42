"""Word files made from raw XML, so that each construct stands alone in its file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from extractors.document import Block, Cell, Document, Paragraph, Table, paragraphs
from extractors.word import read_word

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = {
    "w": _W,
    "r": _R,
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "o": "urn:schemas-microsoft-com:office:office",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
}
NAMESPACES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _SPACES.items())
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)


def relations(**targets: str) -> str:
    """A relationships part: each id is also its kind, less any digits at its end."""
    rows = "".join(
        f'<Relationship Id="{name}" Type="{_R}/{name.rstrip("0123456789")}" Target="{target}"/>'
        for name, target in targets.items()
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{rows}</Relationships>'


def part(name: str, inside: str) -> str:
    """A part's XML with all of Word's namespaces."""
    return f"<w:{name} {NAMESPACES}>{inside}</w:{name}>"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip package."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def word_file(
    body: str, *, styles: str = "", numbering: str = "", more: dict[str, str] | None = None
) -> bytes:
    """A Word file with that body; `more` are further parts by their id and kind ("header1")."""
    more = more or {}
    targets = {"styles": "styles.xml", "numbering": "numbering.xml"}
    targets |= {name: f"{name}.xml" for name in more}
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(officeDocument="word/document.xml"),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations(**targets),
        "word/styles.xml": part("styles", styles),
        "word/numbering.xml": part("numbering", numbering),
    }
    parts |= {f"word/{name}.xml": data for name, data in more.items()}
    return zipped(parts)


def run(text: str, marks: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{marks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(*inside: str, marks: str = "") -> str:
    """A paragraph; plain words may stand for a run."""
    runs = "".join(x if x.startswith("<") else run(x) for x in inside)
    return f"<w:p><w:pPr>{marks}</w:pPr>{runs}</w:p>"


def cell(*inside: str, marks: str = "") -> str:
    """A table cell; plain words may stand for a paragraph."""
    blocks = "".join(x if x.startswith("<") else para(x) for x in inside)
    return f"<w:tc><w:tcPr>{marks}</w:tcPr>{blocks or '<w:p/>'}</w:tc>"


def row(*cells: str, marks: str = "") -> str:
    """A table row; plain words may stand for a cell."""
    inside = "".join(x if x.startswith("<") else cell(x) for x in cells)
    return f"<w:tr><w:trPr>{marks}</w:trPr>{inside}</w:tr>"


def table(*rows: str, marks: str = "") -> str:
    """A table."""
    return f"<w:tbl><w:tblPr>{marks}</w:tblPr>{''.join(rows)}</w:tbl>"


def control(inside: str, marks: str = "") -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr>{marks}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def change(kind: str, inside: str) -> str:
    """A tracked change around runs or paragraphs: "ins", "del", "moveFrom", "moveTo"."""
    said = "w:id='1' w:author='A' w:date='2026-01-01T00:00:00Z'"
    return f"<w:{kind} {said}>{inside}</w:{kind}>"


def gone(text: str) -> str:
    """A run of deleted text, as it stands inside a deletion."""
    return f"<w:r><w:delText>{text}</w:delText></w:r>"


def read(body: str, **parts: object) -> Document:
    """The document that is read from a Word file with that body."""
    found = read_word(word_file(body, **parts))  # type: ignore[arg-type]
    assert isinstance(found, Document), found
    return found


def words(document: Document) -> list[str]:
    """The text of every paragraph in reading order."""
    return [p.text for p in paragraphs(document.blocks)]


def first(document: Document) -> Paragraph:
    """The first paragraph."""
    return next(paragraphs(document.blocks))


def first_table(document: Document) -> Table:
    """The first table."""
    return next(block for block in document.blocks if isinstance(block, Table))


def at(blocks: Block, row_number: int, column: int) -> Cell:
    """The cell that begins at that row and column."""
    assert isinstance(blocks, Table)
    return next(c for c in blocks.cells if (c.row, c.column) == (row_number, column))
