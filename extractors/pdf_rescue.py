"""A damaged PDF put together again: its parts found one by one, and written as a whole file."""

from __future__ import annotations

import contextlib
import io
import logging
import re
from itertools import islice

MAX_BYTES = 50 * 1024 * 1024
_MOST_PAGES = 2_000
_PAGE = re.compile(rb"(?<![\d.])(\d{1,7})\s+(\d{1,5})\s+obj\b(?=[^>]{0,400}?/Type\s*/Page\b)")
_ONE_PAGE = re.compile(rb"/Type\s*/Page\b")
_PAGES = re.compile(rb"/Type\s*/Pages\b")
_COUNT = re.compile(rb"/Count\s+(\d{1,4})\b")
_NEAR = 65_536  # bytes: no list of pages is longer
_NEXT_OBJECT = re.compile(rb"endobj|\bobj\b")
_TAIL = 2_048  # bytes: a whole file says within so many that it ends
_ENDS = b"\nendstream\nendobj\n"  # of what a file was cut in
_NEW = 8_388_000  # numbers of objects that no file has


def rescued(data: bytes) -> bytes:
    """The file written anew, with all that could be found in it; empty where nothing could.

    Where the list of its pages is lost, as in a file that was cut short, the pages that are there
    are listed in the order in which they stand in the file.
    """
    if len(data) > MAX_BYTES:
        return b""
    closed = data + _ENDS if b"%%EOF" not in data[-_TAIL:] else data
    return _written_anew(closed) or _written_anew(_with_pages_listed(closed))


def pages_named(data: bytes) -> int:
    """How many pages a damaged file has, or says that it had."""
    counts = [0]
    for match in islice(_PAGES.finditer(data), _MOST_PAGES):
        start = data.rfind(b"obj", max(match.start() - _NEAR, 0), match.start())
        end = data.find(b"endobj", match.end(), match.end() + _NEAR)
        count = _COUNT.search(data, max(start, 0), max(end, match.end()))
        counts.append(int(count[1]) if count else 0)
    return max(*counts, len(_ONE_PAGE.findall(data)))


def _written_anew(data: bytes) -> bytes:
    import pikepdf  # noqa: PLC0415 -- takes as long to load as a plan to read, and is seldom needed

    logging.getLogger("pikepdf").addHandler(logging.NullHandler())
    logging.getLogger("pikepdf").propagate = False
    whole = io.BytesIO()
    with contextlib.suppress(pikepdf.PdfError, pikepdf.PasswordError, ValueError, RuntimeError):
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            if not 0 < len(pdf.pages) <= _MOST_PAGES:
                return b""
            pdf.save(whole)
        return whole.getvalue()
    return b""


def _with_pages_listed(data: bytes) -> bytes:
    """The file with a list of the pages that are whole in it."""
    pages = []
    for match in _PAGE.finditer(data):
        end = _NEXT_OBJECT.search(data, match.end())
        if end is not None and end.group() == b"endobj":
            pages.append(b"%s %s R" % match.groups())
    if not pages:
        return b""
    listed = b" ".join(dict.fromkeys(pages[:_MOST_PAGES]))
    kids = b"<< /Type /Pages /Kids [%s] /Count %d /MediaBox [0 0 595 842] >>" % (
        listed,
        len(pages[:_MOST_PAGES]),
    )
    root = b"<< /Type /Catalog /Pages %d 0 R >>" % _NEW
    return data + (
        b"\n%d 0 obj\n%s\nendobj\n%d 0 obj\n%s\nendobj\n"
        b"trailer\n<< /Root %d 0 R /Size %d >>\nstartxref\n0\n%%%%EOF\n"
        % (_NEW, kids, _NEW + 1, root, _NEW + 1, _NEW + 2)
    )
