"""Protected files opened by the passwords given for them."""

from __future__ import annotations

import io
import time
from collections.abc import Iterable
from dataclasses import replace

import pypdfium2
import pypdfium2.raw as pdfium

from extractors.guards import Content, Raw, recognised
from extractors.kinds import FileKind
from extractors.passwords import Passwords
from extractors.status import Status, Unreadable

MAX_SECONDS = 20  # for trying passwords on one file

_NONE_FITS = Unreadable(Status.PASSWORD, "None of the given passwords opens it.")
_TOO_LONG = Unreadable(
    Status.PASSWORD, "Trying the given passwords on it takes too long: give its own by its name."
)
_OTHERWISE = Unreadable(
    Status.PASSWORD, "It is protected in a way that no password opens here: save it without."
)


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
    from extractors import locked_word  # noqa: PLC0415 -- slow to load, and few files need it

    try:
        plain = locked_word.unlocked(content.data, words, MAX_SECONDS)
    except locked_word.NoneFits:
        return _NONE_FITS
    except TimeoutError:
        return _TOO_LONG
    except Exception:  # noqa: BLE001 -- it raises errors of every kind on a file made wrong
        return _OTHERWISE
    found = recognised(Raw(plain, content.sha256))
    return found if isinstance(found, Unreadable) else replace(found, unlocked=True)
