"""What a file is by its content, whatever its name says."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from extractors.status import Status, Unreadable

ZIP_START = b"PK\x03\x04"
OLE_START = bytes.fromhex("d0cf11e0a1b11ae1")
RICH_TEXT_START = b"{\\rtf"
SECTOR = 512
_MOST_SEARCHED = 8 * 1024 * 1024
_WORD_97 = b"\xec\xa5"
HEAD = 1024  # a PDF may begin with so many bytes of something else


class FileKind(StrEnum):
    """The kinds of file that can be read."""

    PDF = "pdf"
    WORD = "docx"
    OLDER_WORD = "doc"
    OPEN_TEXT = "odt"
    RICH_TEXT = "rtf"
    LOCKED_WORD = "locked"  # a Word file of any age that a password opens


_RIGHTS = "DRMEncryptedDataSpace"  # the stream of a file that no password opens
OLDER = frozenset({FileKind.OLDER_WORD, FileKind.OPEN_TEXT, FileKind.RICH_TEXT})


def is_pdf(data: bytes) -> bool:
    """Whether a PDF begins within the first bytes."""
    return not data.startswith((ZIP_START, OLE_START)) and b"%PDF-" in data[:HEAD]


def is_zip(data: bytes) -> bool:
    """Whether the bytes begin, or at least end, as a zip archive does."""
    ends = b"PK\x05\x06" in data[-65_557:] and not data.startswith(OLE_START)
    return ends or data.startswith(ZIP_START)


def is_word(names: Iterable[str], content_types: bytes) -> bool:
    """Whether a package's parts are those of a Word document or template."""
    found = {name.lower() for name in names}
    mains = (b"wordprocessingml.document.main", b"wordprocessingml.template.main")
    macros = (b"ms-word.document.macroenabled", b"ms-word.template.macroenabled")
    types = content_types.lower().replace(b"\0", b"")  # the parts list may be in UTF-16
    return "word/document.xml" in found or any(mark in types for mark in mains + macros)


def is_open_text(mimetype: bytes) -> bool:
    """Whether a package says that it is an OpenDocument text or template."""
    return b"opendocument.text" in mimetype


def other_package(names: Iterable[str], mimetype: bytes) -> Unreadable:
    """What a zip archive is that is no Word document and no OpenDocument text."""
    found = [name.lower() for name in names]
    if b"opendocument" in mimetype:
        return _unsupported("It is an OpenDocument file, but not a text.")
    for start, what in (("xl/", "an Excel workbook"), ("ppt/", "a PowerPoint presentation")):
        if any(name.startswith(start) for name in found):
            return _unsupported(f"It is {what}, not a Word or PDF file.")
    if any(name.endswith(".iwa") for name in found):
        return _unsupported("It is an Apple Pages file: export it as Word or PDF.")
    if any(name.startswith("word/") for name in found):
        return Unreadable(Status.DAMAGED, "Its main part is missing.")
    return _unsupported("It is a zip archive: take the plans out of it and audit those.")


def is_older(data: bytes) -> bool:
    """Whether the bytes look, at their beginning, like a file that LibreOffice is to save anew."""
    return older(data) in OLDER or (data.startswith(ZIP_START) and is_open_text(data[:HEAD]))


def older(data: bytes) -> FileKind | None:
    """Which older or protected kind of Word file the bytes are, if any; none of them is a zip."""
    if data[:HEAD].lstrip().startswith(RICH_TEXT_START):
        return FileKind.RICH_TEXT
    if not data.startswith(OLE_START):
        return None
    if _holds(data, "EncryptedPackage") and not _holds(data, _RIGHTS):
        return FileKind.LOCKED_WORD
    if not _holds(data, "WordDocument"):
        return None
    return FileKind.LOCKED_WORD if _is_locked(data) else FileKind.OLDER_WORD


def _is_locked(data: bytes) -> bool:
    """Whether the block with which an older Word file begins to say what is where is locked.

    It stands at the beginning of a sector, mostly the first: its sign, and a flag for encryption.
    """
    for at in range(SECTOR, min(len(data), _MOST_SEARCHED), SECTOR):
        if data[at : at + 2] == _WORD_97:
            return bool(data[at + 11] & 1) if at + 11 < len(data) else False
    return False


def foreign(data: bytes) -> Unreadable:
    """Why bytes of no kind that can be read cannot be, and what they are."""
    if not data.strip(b"\0"):
        return Unreadable(Status.DAMAGED, "It is empty.")
    if data.startswith(OLE_START):
        return _old_office(data)
    return _unsupported(_what(data[:HEAD]))


def _what(head: bytes) -> str:
    """What a file is that begins so, and what to do with it."""
    lower = b"\n" + head.lower()
    by_start = (what for start, what in _STARTS if head.startswith(start))
    by_mark = (what for mark, what in _TEXT_MARKS if mark in lower)
    known = next(by_start, None) or next(by_mark, None)
    if known:
        return known
    if head[4:12] in {b"ftypheic", b"ftypheix", b"ftypmif1"}:
        return _PICTURE
    if not any(byte in _NEVER_IN_TEXT for byte in head):
        return "It is plain text: paste it into Word and save it as .docx."
    return "It is not a Word or PDF file."


def _unsupported(what: str) -> Unreadable:
    return Unreadable(Status.UNSUPPORTED, what)


_NEVER_IN_TEXT = bytes(range(0x20)).translate(None, b"\t\r\n\f\x1b")
_PICTURE = "It is a picture: ask for the original Word or PDF file."

_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\0", _PICTURE),
    (b"MM\0*", _PICTURE),
    (b"BM", _PICTURE),
    (b"7z\xbc\xaf", "It is an archive: take the plans out of it and audit those."),
    (b"Rar!", "It is an archive: take the plans out of it and audit those."),
    (b"\x1f\x8b", "It is an archive: take the plans out of it and audit those."),
)

_ONE_XML = "It is a Word file in one XML text: open it in Word and save it as .docx."
_TEXT_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"<w:worddocument", _ONE_XML),
    (b"<pkg:package", _ONE_XML),
    (b"mime-version:", "It is a web archive or an e-mail: save the plan itself as Word or PDF."),
    (b"\nreceived:", "It is an e-mail: save the attached plan and audit that."),
    (b"<!doctype html", "It is a web page: save the plan itself as Word or PDF."),
    (b"<html", "It is a web page: save the plan itself as Word or PDF."),
)


def _old_office(data: bytes) -> Unreadable:
    """What a file in the old Office container is that is no Word file."""
    if _holds(data, _RIGHTS):
        why = "Your organisation's rights management protects it: save a copy without protection."
        return Unreadable(Status.PASSWORD, why)
    if _holds(data, "Workbook") or _holds(data, "PowerPoint Document"):
        return _unsupported("It is an Excel or PowerPoint file, not a Word or PDF file.")
    if _holds(data, "__properties_version1.0"):
        return _unsupported("It is an Outlook message: save the attached plan and audit that.")
    if _is_cut(data):
        return Unreadable(Status.DAMAGED)
    return _unsupported("It is a file of an older Office program: save it as .docx.")


def _is_cut(data: bytes) -> bool:
    """Whether the list of what an old Office container holds stands behind the end of the file."""
    directory = int.from_bytes(data[48:52], "little")
    return len(data) % SECTOR > 0 or SECTOR * (directory + 1) >= len(data)


def _holds(data: bytes, stream: str) -> bool:
    """Whether the old Office container holds a stream of that name: they are named in UTF-16."""
    return stream.encode("utf-16-le") in data
