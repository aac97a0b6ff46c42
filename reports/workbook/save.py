"""A workbook as bytes that depend on nothing but what it holds."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, date, datetime

from openpyxl import Workbook

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip can hold
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(<)")


def saved(book: Workbook, title: str, day: date) -> bytes:
    """The saved workbook, with every date in it set to that day."""
    moment = datetime.combine(day, datetime.min.time(), tzinfo=UTC)
    book.properties.creator = "Goldenthread"
    book.properties.title = title
    book.properties.created = moment.replace(tzinfo=None)
    first = io.BytesIO()
    book.save(first)
    stamp = moment.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    fixed = io.BytesIO()
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _MODIFIED.sub(rb"\g<1>" + stamp + rb"\g<2>", part)
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, part)
    return fixed.getvalue()
