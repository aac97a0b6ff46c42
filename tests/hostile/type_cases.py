"""Files that are something else than their names say, and files of other kinds."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator

from openpyxl import Workbook

from tests.extractors.word_files import para, word_file, zipped
from tests.hostile.case import DAMAGED, NO_PLAN, PASSWORD, READ, UNSUPPORTED, Case
from tests.hostile.plans import CHILD, pdf_plan, word_plan

_PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


def _ole(*streams: str, flags: int = 0) -> bytes:
    data = bytearray(bytes.fromhex("d0cf11e0a1b11ae1").ljust(1024, b"\0"))
    data[512:514] = b"\xec\xa5"
    data[523] = flags
    return bytes(data) + b"".join(name.encode("utf-16-le") + b"\0\0" for name in streams)


def _workbook() -> bytes:
    file = io.BytesIO()
    Workbook().save(file)
    return file.getvalue()


def cases() -> Iterator[Case]:
    """The files of this group."""
    odt = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}
    mail = f"Received: here\r\nFrom: a@example.org\r\n\r\n{CHILD}".encode()
    web = b"From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n"
    html = f"<html><body>{CHILD}</body></html>".encode()
    for name, data, says in (
        ("excel.docx", _workbook(), "Excel"),
        ("html.docx", html, "web page"),
        ("html.pdf", b"<!DOCTYPE html>" + html, "web page"),
        ("zip.docx", zipped({"a.docx": word_plan("zipped")}), "zip archive"),
        ("png.docx", _PNG + b"1", "picture"),
        ("png.pdf", _PNG + b"2", "picture"),
        ("photo.png", _PNG + b"3", "picture"),
        ("photo.jpg", b"\xff\xd8\xff\xe0JFIF", "picture"),
        ("web archive.mht", web, "web archive"),
        ("mail.eml", mail, "e-mail"),
        ("message.msg", _ole("__properties_version1.0"), "Outlook"),
        ("notes.txt", b"Section A\nHe likes trains.\n", "plain text"),
        ("sheet.xlsx", _workbook() + b"\0", "Excel"),
        ("old sheet.xls", _ole("Workbook"), "Excel"),
        ("slides.pptx", zipped({"ppt/presentation.xml": "<x/>"}), "PowerPoint"),
        ("plans.zip", zipped({"b.pdf": pdf_plan("zipped")}), "zip archive"),
        ("random.pdf", random.Random(1).randbytes(3_000), "not a Word or PDF"),  # noqa: S311 -- junk
        ("flat.xml", b"<?xml version='1.0'?><pkg:package xmlns:pkg='x'/>", "Word file"),
    ):
        yield Case(name, data, UNSUPPORTED, says)
    yield Case("odt.docx", zipped(dict(odt)), DAMAGED, "main text")
    yield Case("rtf.docx", rb"{\rtf1 Section A}", NO_PLAN)
    yield Case("rtf of signs.rtf", rb"{\rtf1 " + rb"\u-1 \cell\row" * 300, NO_PLAN)
    yield Case("older.docx", _ole("WordDocument"), DAMAGED, "damaged")
    yield Case("older.doc", _ole("WordDocument", "1Table"), DAMAGED, "damaged")
    yield Case("locked.docx", _ole("EncryptedPackage", "EncryptionInfo"), PASSWORD, "password")
    yield Case("locked.doc", _ole("WordDocument", flags=1), PASSWORD, "password")
    yield Case("nothing.docx", b"", DAMAGED, "empty")
    yield Case("nothing.pdf", b"", DAMAGED, "empty")
    yield Case("nuls.pdf", b"\0" * 5_000, DAMAGED, "empty")
    yield Case("one byte.pdf", b"%", UNSUPPORTED)
    yield Case("head alone.pdf", b"%PDF-1.7\n", DAMAGED)
    yield Case("PDF inside.docx", pdf_plan("in docx"), READ)
    yield Case("Word inside.pdf", word_plan("in pdf"), READ)
    yield Case("LOUD.DOCX", word_plan("loud"), READ)
    yield Case("Mixed.PdF", pdf_plan("mixed"), READ)
    yield Case("no ending", word_plan("no ending"), READ)
    yield Case("plan.txt", pdf_plan("text"), READ)
    letter = [f"Dear {CHILD}", "Thank you for coming to see us.", "Yours sincerely"]
    yield Case("letter.docx", word_file("".join(map(para, letter))), NO_PLAN)
