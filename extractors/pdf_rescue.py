"""A damaged PDF put together again: its parts found one by one, and written as a whole file."""

from __future__ import annotations

import contextlib
import io
import re
from itertools import islice

MAX_BYTES = 50 * 1024 * 1024
_MOST_PAGES = 2_000
_ONE_PAGE = re.compile(rb"/Type\s*/Page\b")
_PAGES = re.compile(rb"/Type\s*/Pages\b")
_COUNT = re.compile(rb"/Count\s+(\d{1,4})\b")
_NEAR = 65_536  # bytes: no list of pages is longer


def rescued(data: bytes) -> bytes:
    """The file written anew where only its index is damaged; empty where more is lost.

    A file that was cut in the middle is not rescued: nobody could say what is missing from it.
    """
    if len(data) > MAX_BYTES or not _has_lost_its_end_only(data):
        return b""
    import pikepdf  # noqa: PLC0415 -- takes as long to load as a plan to read, and is seldom needed

    whole = io.BytesIO()
    with (
        contextlib.suppress(pikepdf.PdfError, ValueError, RuntimeError, TypeError),
        pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf,
    ):
        if 0 < len(pdf.pages) <= _MOST_PAGES:
            pdf.save(whole)
            return whole.getvalue()
    return b""


def _has_lost_its_end_only(data: bytes) -> bool:
    """Whether the list of a file's parts, which stands behind all of them, is there or begins."""
    last = max(data.rfind(b"endobj"), 0)
    tail = data[max(data.rfind(b"endobj", 0, last), 0) :]
    return b"xref" in tail or b"/XRef" in tail


def pages_named(data: bytes) -> int:
    """How many pages a damaged file has, or says that it had."""
    counts = [0]
    for match in islice(_PAGES.finditer(data), _MOST_PAGES):
        start = data.rfind(b"obj", max(match.start() - _NEAR, 0), match.start())
        end = data.find(b"endobj", match.end(), match.end() + _NEAR)
        count = _COUNT.search(data, max(start, 0), max(end, match.end()))
        counts.append(int(count[1]) if count else 0)
    return max(*counts, len(_ONE_PAGE.findall(data)))
