"""Protected files opened by the passwords given for them."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Iterable
from dataclasses import replace
from types import SimpleNamespace

import olefile  # type: ignore[import-untyped]
import pypdfium2
import pypdfium2.raw as pdfium
from msoffcrypto.exceptions import InvalidKeyError  # type: ignore[import-untyped]
from msoffcrypto.format import doc97  # type: ignore[import-untyped]
from msoffcrypto.format.ooxml import OOXMLFile  # type: ignore[import-untyped]

from extractors.guards import MAX_BYTES, Content, Raw, recognised
from extractors.kinds import FileKind
from extractors.passwords import Passwords
from extractors.status import Status, Unreadable

MAX_SPINS = 1_000_000  # how often a password is scrambled: Word does so 100,000 times
MAX_SECONDS = 20  # for trying passwords on one file
_MAX_INFO = 64 * 1024  # bytes that say how a file is protected; Word writes about 2,000
_SPINS = re.compile(rb"spinCount\s*=\s*[\"']\s*([0-9]+)\s*[\"']")
_TOP_STREAM, _INFO = "EncryptedPackage", "EncryptionInfo"

# It would put the plan that it has opened into the system's temporary folder.
doc97.tempfile = SimpleNamespace(TemporaryFile=io.BytesIO)

_NONE_FITS = Unreadable(Status.PASSWORD, "None of the given passwords opens it.")
_TOO_LONG = Unreadable(
    Status.PASSWORD, "Trying the given passwords on it takes too long: give its own by its name."
)
_OTHERWISE = Unreadable(
    Status.PASSWORD, "It is protected in a way that no password opens here: save it without."
)


class _NoneFits(Exception):  # noqa: N818 -- an answer, not a fault
    """No password given opens the file."""


def opened(content: Content, name: str, passwords: Passwords) -> Content | Unreadable:
    """The same file without its protection, where it has any and a password fits.

    Files without protection, and all where no passwords were given, come back as they are.
    """
    if not passwords:
        return content
    words = passwords.for_file(name)
    if content.kind is FileKind.PDF and b"/Encrypt" in content.data:
        return _pdf(content, words)
    if content.kind is FileKind.LOCKED_WORD:
        return _word(content, words)
    return content


def _pdf(content: Content, words: Iterable[str]) -> Content | Unreadable:
    try:
        pypdfium2.PdfDocument(content.data).close()
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) != pdfium.FPDF_ERR_PASSWORD:
            return content  # the reader says what it is
    else:
        return content
    until = time.monotonic() + MAX_SECONDS
    for word in words:
        if time.monotonic() > until:
            return _TOO_LONG
        try:
            with pypdfium2.PdfDocument(content.data, password=word) as pdf:
                plain = io.BytesIO()
                pdf.save(plain, flags=pdfium.FPDF_REMOVE_SECURITY)
                return Content(plain.getvalue(), content.sha256, FileKind.PDF)
        except (pypdfium2.PdfiumError, UnicodeEncodeError):
            continue
    return _NONE_FITS


def _word(content: Content, words: Iterable[str]) -> Content | Unreadable:
    try:
        plain = _unlocked(content.data, words)
    except _NoneFits:
        return _NONE_FITS
    except TimeoutError:
        return _TOO_LONG
    except Exception:  # noqa: BLE001 -- it raises errors of every kind on a file made wrong
        return _OTHERWISE
    found = recognised(Raw(plain, content.sha256))
    return found if isinstance(found, Unreadable) else replace(found, unlocked=True)


def _unlocked(data: bytes, words: Iterable[str]) -> bytes:
    """The bytes of a Word file without its protection."""
    is_new = _is_package(data)
    until = time.monotonic() + MAX_SECONDS
    for word in words:
        if time.monotonic() > until:
            raise TimeoutError
        file = OOXMLFile(io.BytesIO(data)) if is_new else doc97.Doc97File(io.BytesIO(data))
        try:
            if is_new:
                file.load_key(password=word, verify_password=True)
            else:
                file.load_key(password=word)
        except InvalidKeyError:
            continue
        plain = io.BytesIO()
        file.decrypt(plain)
        return plain.getvalue()
    raise _NoneFits


def _is_package(data: bytes) -> bool:
    """Whether it is a newer Word file; raises an error where opening it would cost too much."""
    with olefile.OleFileIO(io.BytesIO(data)) as ole:
        if not ole.exists(_TOP_STREAM):
            return False
        about: bytes = ole.openstream(_INFO).read(_MAX_INFO + 1)
    if len(about) > _MAX_INFO or b"<!" in about:
        raise ValueError
    if any(len(spins) > 9 or int(spins) > MAX_SPINS for spins in _SPINS.findall(about)):  # noqa: PLR2004 -- nobody writes noughts before it
        raise ValueError
    if about[:2] == b"\4\0" and b"spinCount" in about and not _SPINS.search(about):
        raise ValueError
    if len(data) > MAX_BYTES:
        raise ValueError
    return True
