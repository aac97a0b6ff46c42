"""The plan that stands in each hostile file: as Word's XML and as a PDF written by hand."""

from __future__ import annotations

import zlib

from tests.extractors.word_files import para, word_file

CHILD = "Zebedee Quillfeather"  # nobody else is called so: found elsewhere, it has leaked

_LINES = (
    "Education, Health and Care Plan",
    "Name: {child}",
    "Date of birth: 4 March 2016",
    "Date of final plan: 4 May 2026",
    "Section A: The views, interests and aspirations of the child",
    "He would like to be a baker and to have a dog of his own. {tag}",
    "Section B: Special educational needs",
    "He has difficulty with reading and can read ten words by sight. {tag}",
    "Section C: Health needs",
    "None identified.",
    "Section D: Social care needs",
    "None identified.",
    "Section E: Outcomes",
    "By the end of Year 6, he will read 60 words a minute from a Year 4 text. {tag}",
    "Section F: Special educational provision",
    "A teaching assistant trained in phonics will teach him to read for 20 minutes a day. {tag}",
    "Section G: Health provision",
    "None required.",
    "Section H1: Social care provision",
    "None required.",
    "Section H2: Social care provision",
    "None required.",
    "Section I: Placement",
    "Alder Bank Primary School, a mainstream school.",
    "Section J: Personal budget",
    "No personal budget was asked for.",
    "Section K: Advice and information",
    "Advice of the educational psychologist, 2 February 2026.",
)


def plan_lines(tag: str = "", child: str = CHILD) -> list[str]:
    """The lines of a short plan; `tag` makes it differ from all others."""
    return [line.format(tag=tag, child=child) for line in _LINES]


def word_body(tag: str = "", child: str = CHILD) -> str:
    """The plan as paragraphs of Word's XML; the tag may be markup for the inside of a run."""
    return "".join(map(para, plan_lines(tag, child)))


def word_plan(tag: str = "", extra: str = "", child: str = CHILD) -> bytes:
    """The plan as a Word file, with more XML after it."""
    return word_file(word_body(tag, child) + extra)


def text_operators(lines: list[str], size: float = 11, x: float = 50, y: float = 790) -> bytes:
    """The operators that write lines below each other."""
    shown = "".join(f"({_escaped(line)}) Tj T*\n" for line in lines)
    return f"BT /F1 {size} Tf {x} {y} Td 15 TL\n{shown}ET\n".encode("latin-1")


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def plan_operators(tag: str = "", child: str = CHILD) -> bytes:
    """The operators that write the plan on a page."""
    return text_operators(plan_lines(tag, child))


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream object's inside."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def packed(data: bytes, folds: int = 1, entries: bytes = b"") -> bytes:
    """A stream object's inside, compressed so many times."""
    for _ in range(folds):
        data = zlib.compress(data)
    filters = b"/Filter [%s]" % (b"/FlateDecode " * folds)
    return stream(data, filters + entries)


FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
_BOX = b"/MediaBox [0 0 595 842]"


def pdf_file(objects: dict[int, bytes], trailer: bytes = b"") -> bytes:
    """A PDF of those objects; the first is its catalogue."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    offsets = {}
    for number, inside in objects.items():
        offsets[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, inside)
    start = len(out)
    size = max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        at = offsets.get(number)
        out += b"%010d 00000 n \n" % at if at else b"0000000000 65535 f \n"
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (size, trailer)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def pdf_plan(  # noqa: PLR0913 -- each is a place where a file may be odd
    tag: str = "",
    *,
    before: bytes = b"",
    after: bytes = b"",
    box: bytes = _BOX,
    page: bytes = b"",
    resources: bytes = b"",
    catalogue: bytes = b"",
    more: dict[int, bytes] | None = None,
    child: str = CHILD,
) -> bytes:
    """The plan as a PDF of one page; further objects begin at 6 and may take the others' place."""
    content = before + plan_operators(tag, child) + after
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalogue,
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R %s /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> %s >> %s >>" % (box, resources, page),
        4: stream(content),
        5: FONT,
    }
    return pdf_file(dict(sorted((objects | (more or {})).items())))
