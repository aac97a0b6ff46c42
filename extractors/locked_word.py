"""Word files, newer and older, without the protection that a password gave them."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Iterable
from types import SimpleNamespace

import olefile  # type: ignore[import-untyped]
from msoffcrypto.exceptions import InvalidKeyError  # type: ignore[import-untyped]
from msoffcrypto.format import doc97  # type: ignore[import-untyped]
from msoffcrypto.format.ooxml import OOXMLFile  # type: ignore[import-untyped]

from extractors.guards import MAX_BYTES

MAX_SPINS = 1_000_000  # how often a password is scrambled: Word does so 100,000 times
_MAX_INFO = 64 * 1024  # bytes that say how a file is protected; Word writes about 2,000
_SPINS = re.compile(rb"spinCount\s*=\s*[\"']\s*([0-9]+)\s*[\"']")
_TOP_STREAM, _INFO = "EncryptedPackage", "EncryptionInfo"

# It would put the plan that it has opened into the system's temporary folder.
doc97.tempfile = SimpleNamespace(TemporaryFile=io.BytesIO)


class NoneFits(Exception):  # noqa: N818 -- an answer, not a fault
    """No password given opens the file."""


def unlocked(data: bytes, words: Iterable[str], seconds: float) -> bytes:
    """The bytes of a Word file without its protection, by the first of the passwords that fits.

    Raises TimeoutError where it takes longer, and errors of every kind on a file made wrong.
    """
    is_new = _is_package(data)
    until = time.monotonic() + seconds
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
    raise NoneFits


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
