"""Packages that are bombs, cut, doubled, locked, or packed in other ways."""

from __future__ import annotations

import functools
import io
import struct
import zipfile
from collections.abc import Iterator

from extractors.guards import MAX_ENTRIES, MAX_INFLATED_BYTES
from tests.extractors.word_files import TYPES, para, part, relations, zipped
from tests.hostile.case import DAMAGED, PASSWORD, READ, TOO_LARGE, UNSUPPORTED, Case
from tests.hostile.plans import word_body, word_plan

MAIN = "word/document.xml"


def package(tag: str, more: dict[str, str | bytes] | None = None) -> bytes:
    """A plan as a Word package, with further parts, or others in the place of its own."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(officeDocument=MAIN),
        MAIN: part("document", f"<w:body>{word_body(tag)}</w:body>"),
    }
    return zipped(parts | (more or {}))


def cases() -> Iterator[Case]:
    """The files of this group."""
    yield from _bombs()
    yield from _nested()
    yield from _odd_archives()
    whole = word_plan("whole")
    for share in (10, 50, 90, 99):
        yield Case(f"cut at {share}.docx", whole[: len(whole) * share // 100], DAMAGED)


def _bombs() -> Iterator[Case]:
    many = MAX_INFLATED_BYTES // len(para("x")) + 1
    yield Case(
        "paragraphs.docx",
        package("a", {MAIN: part("document", "<w:body>" + para("x") * many + "</w:body>")}),
        TOO_LARGE,
    )
    yield Case("media.docx", package("c", {"word/media/a.png": _spaces()}), READ)
    bomb = package("d", {"word/other.xml": _spaces()})
    yield Case("other part.docx", bomb, TOO_LARGE)
    lies = bytearray(bomb)
    at = lies.rindex(b"PK\x01\x02")
    lies[at + 24 : at + 28] = struct.pack("<L", 100)
    yield Case("declares less.docx", bytes(lies), TOO_LARGE | DAMAGED | READ)
    entries = {f"word/{n}.xml": "<x/>" for n in range(MAX_ENTRIES)}
    yield Case("entries.docx", package("f", dict(entries)), TOO_LARGE)


@functools.cache
def _spaces() -> bytes:
    return b" " * (MAX_INFLATED_BYTES + 1)


def _nested() -> Iterator[Case]:
    inner = word_plan("inner")
    for _ in range(12):
        inner = package("a", {"word/embeddings/inner.docx": inner})
    yield Case("twelve deep.docx", inner, READ)
    slips = {"../../../slip.xml": "<x/>", "/etc/slip.xml": "<x/>", "C:\\slip.xml": "<x/>"}
    yield Case("climbing names.docx", package("b", dict(slips)), READ)


def _odd_archives() -> Iterator[Case]:
    file = io.BytesIO(word_plan("two"))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("word/Document.xml", part("document", "<w:body/>"))
    yield Case("two texts.docx", file.getvalue(), DAMAGED)
    locked = bytearray(word_plan("locked"))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    yield Case("locked entry.docx", bytes(locked), PASSWORD)
    for name, method in (("method 9", 9), ("method 99", 99)):
        other = bytearray(word_plan(name))
        other[other.index(b"PK\x01\x02") + 10] = method
        yield Case(f"{name}.docx", bytes(other), UNSUPPORTED | DAMAGED)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr(MAIN, part("document", f"<w:body>{word_body('lzma')}</w:body>"))
    yield Case("lzma.docx", file.getvalue(), UNSUPPORTED)
    wrong = bytearray(word_plan("checksum"))
    at = wrong.index(MAIN.encode(), wrong.index(b"PK\x01\x02")) - 46
    wrong[at + 16] ^= 0xFF
    yield Case("checksum.docx", bytes(wrong), DAMAGED)
    yield Case("junk before.docx", b"junk" * 500 + word_plan("before"), READ)
    yield Case("junk after.docx", word_plan("after") + b"junk" * 500, READ)
    yield Case("no entries.docx", b"PK\x05\x06" + b"\0" * 18, UNSUPPORTED | DAMAGED)
    file = io.BytesIO(word_plan("comment"))
    with zipfile.ZipFile(file, "a") as archive:
        archive.comment = b"c" * 65_000
    yield Case("comment.docx", file.getvalue(), READ)
