"""What is decided about a file before anything in it is parsed."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from extractors import kinds
from extractors.kinds import FileKind
from extractors.status import Status, Unreadable

MAX_BYTES = 200 * 1024 * 1024
MAX_ENTRIES = 5_000
MAX_DIRECTORY_BYTES = 8 * 1024 * 1024  # of a zip archive: the entries' names and sizes
MAX_INFLATED_BYTES = 100 * 1024 * 1024  # of all XML parts together
_CHUNK = 1024 * 1024
_NOT_NEEDED = ("META-INF/", "Basic/", "Dialogs/", "Object ")  # OpenOffice declares types there
_IN_64_BIT_RECORD = 0xFFFFFFFF
_BAD_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ValueError,
    OverflowError,
    EOFError,
    OSError,
    NotImplementedError,  # a version or a packing that zipfile does not know: a byte was flipped
)


@dataclass(frozen=True, slots=True)
class Raw:
    """A file's bytes, and their fingerprint."""

    data: bytes = field(repr=False)
    sha256: str


@dataclass(frozen=True, slots=True)
class Content:
    """A file that a reader can be given."""

    data: bytes = field(repr=False)
    sha256: str
    kind: FileKind
    parts: Package | None = field(default=None, repr=False)  # of a zip package, inflated already
    unlocked: bool = False  # a password opened it: no copy of it is written anywhere


def take_in(path: Path) -> Content | Unreadable:
    """A file's bytes, fingerprint and kind; no link is followed and nothing but a file opened."""
    raw = bytes_of(path)
    return raw if isinstance(raw, Unreadable) else recognised(raw)


def recognised(raw: Raw) -> Content | Unreadable:
    """The same bytes with their kind, judged by what they hold and not by the file's name."""
    if kind := FileKind.PDF if kinds.is_pdf(raw.data) else kinds.older(raw.data):
        return Content(raw.data, raw.sha256, kind)
    if not kinds.is_zip(raw.data):
        return kinds.foreign(raw.data)
    return _packed(raw)


def _packed(raw: Raw) -> Content | Unreadable:
    """What a zip package is by its parts."""
    parts = package(raw.data)
    if isinstance(parts, Unreadable):
        return parts
    if kinds.is_word(parts.names, parts.part("[Content_Types].xml") or b""):
        return Content(raw.data, raw.sha256, FileKind.WORD, parts)
    mimetype = parts.part("mimetype") or b""
    if kinds.is_open_text(mimetype):
        return Content(raw.data, raw.sha256, FileKind.OPEN_TEXT, parts)
    return kinds.other_package(parts.names, mimetype)


def bytes_of(path: Path) -> Raw | Unreadable:
    """A regular file's bytes and fingerprint, from one descriptor, unchanged meanwhile."""
    try:
        descriptor = open_regular(path)
        if isinstance(descriptor, Unreadable):
            return descriptor
        with open(descriptor, "rb", closefd=True) as file:  # noqa: PTH123 -- it is open already
            return _unchanged(file)
    except OSError as error:
        return _refused(error)


def open_regular(path: Path) -> int | Unreadable:
    """An open descriptor of a regular file; pipes, devices and links are left alone."""
    if path.is_symlink():
        return Unreadable(Status.LINK_NOT_FOLLOWED)
    if not stat.S_ISREG(path.lstat().st_mode):
        return _NO_FILE
    flags = os.O_RDONLY
    for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"):
        flags |= getattr(os, name, 0)  # each where the system has it
    descriptor = os.open(path, flags)
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return descriptor
    os.close(descriptor)
    return _NO_FILE


_NO_FILE = Unreadable(Status.UNSUPPORTED, "It is not an ordinary file.")
_CHANGED = Unreadable(Status.CHANGED_WHILE_READING)


def _unchanged(file: io.BufferedReader) -> Raw | Unreadable:
    before = os.fstat(file.fileno())
    if before.st_size > MAX_BYTES:
        return Unreadable(Status.TOO_LARGE, f"The limit is {MAX_BYTES // 1024 // 1024} MB.")
    data = file.read(before.st_size + 1)
    after = os.fstat(file.fileno())
    same = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    if not same or len(data) != before.st_size:
        return _CHANGED
    return Raw(data, hashlib.sha256(data).hexdigest())


def _refused(error: OSError) -> Unreadable:
    if error.errno in {errno.ELOOP, errno.EMLINK}:
        return Unreadable(Status.LINK_NOT_FOLLOWED)
    if isinstance(error, FileNotFoundError):
        return _CHANGED
    if error.errno in {errno.ENXIO, errno.EISDIR, errno.ENODEV}:
        return _NO_FILE
    if isinstance(error, PermissionError):
        return Unreadable(Status.NO_PERMISSION)
    return Unreadable(Status.NO_PERMISSION, "The system refused to open it.")


@dataclass(frozen=True, slots=True)
class Package:
    """The XML parts of a zip package, inflated within limits; media are never inflated.

    `damaged` names the parts that are there but could not be read: their checksum is wrong, or
    the file was cut. Whether that matters depends on the part, so the reader decides.
    """

    names: tuple[str, ...]
    damaged: frozenset[str]
    _parts: Mapping[str, bytes] = field(repr=False)

    def part(self, name: str) -> bytes | None:
        """The bytes of a part, however its name is capitalised; None where it is not there."""
        return self._parts.get(name.lower().lstrip("/"))


def package(data: bytes) -> Package | Unreadable:
    """The XML parts of a zip package, or why it must not be opened.

    What the archive declares of itself is not believed: parts are counted while they inflate.
    """
    if _directory_bytes(data) > MAX_DIRECTORY_BYTES:
        return Unreadable(Status.TOO_LARGE, "It holds too many parts.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            refusal = _forbidden(archive.infolist())
            return refusal or _inflated(archive)
    except _BAD_ZIP:
        return Unreadable(Status.DAMAGED)


def _directory_bytes(data: bytes) -> int:
    """How long the archive's list of entries says it is; 0 where it has none."""
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - 65_557))
    if end < 0 or len(data) < end + 22:
        return 0
    size: int = struct.unpack_from("<L", data, end + 12)[0]
    if size == _IN_64_BIT_RECORD:  # the true length stands in the 64-bit record before it
        wide = data.rfind(b"PK\x06\x06", 0, end)
        size = struct.unpack_from("<Q", data, wide + 40)[0] if 0 <= wide < end - 56 else size
    return size


def _forbidden(entries: list[zipfile.ZipInfo]) -> Unreadable | None:
    """Why an archive of these entries is not opened at all."""
    if len(entries) > MAX_ENTRIES:
        return Unreadable(Status.TOO_LARGE, "It holds too many parts.")
    if any(entry.flag_bits & 0x1 for entry in entries):
        return Unreadable(Status.PASSWORD)
    parts = [entry for entry in entries if _is_read(entry.filename)]
    if len({entry.filename.lower() for entry in parts}) < len(parts):
        return Unreadable(Status.DAMAGED, "It holds two parts of the same name.")
    if any(e.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for e in parts):
        return Unreadable(Status.UNSUPPORTED, "It is packed in a way that Word does not use.")
    return None


def _is_read(name: str) -> bool:
    """Whether a part is one that a reader needs: XML, and an OpenDocument's own type.

    What Word 2010 saved for older versions is large and says nothing new.
    """
    lower = name.lower()
    is_needed = lower.endswith((".xml", ".rels")) and not lower.endswith("/styleswitheffects.xml")
    return is_needed or name == "mimetype"


def _inflated(archive: zipfile.ZipFile) -> Package | Unreadable:
    parts: dict[str, bytes] = {}
    damaged: set[str] = set()
    room = MAX_INFLATED_BYTES
    for entry in archive.infolist():
        if not _is_read(entry.filename):
            continue
        try:
            with archive.open(entry) as part:
                data = _read_up_to(part, room)
        except _BAD_ZIP:
            damaged.add(entry.filename.lower())
            continue
        room -= len(data)
        if room < 0:
            limit = MAX_INFLATED_BYTES // 1024 // 1024
            return Unreadable(Status.TOO_LARGE, f"It unpacks to more than {limit} MB.")
        if _declares_type(data):
            if entry.filename.startswith(_NOT_NEEDED):
                continue
            return Unreadable(
                Status.UNSUPPORTED, "It declares a document type, which a Word file never does."
            )
        parts[entry.filename.lower()] = data
    names = tuple(entry.filename for entry in archive.infolist())
    return Package(names, frozenset(damaged), parts)


def _read_up_to(part: IO[bytes], room: int) -> bytes:
    """All of a part, or one byte more than there is room for."""
    chunks = []
    while room >= 0 and (chunk := part.read(min(_CHUNK, room + 1))):
        chunks.append(chunk)
        room -= len(chunk)
    return b"".join(chunks)


def _declares_type(data: bytes) -> bool:
    """Whether an XML part holds a DOCTYPE, in any encoding that XML parsers know."""
    return any("<!DOCTYPE".encode(name) in data for name in ("utf-8", "utf-16-le", "utf-16-be"))
