"""Older formats (.doc, .odt, .rtf): by way of LibreOffice where it may work, else by ourselves."""

from __future__ import annotations

import contextlib
from dataclasses import replace

from extractors.document import Caveat, Document
from extractors.guards import Content
from extractors.kinds import FileKind
from extractors.office import Office
from extractors.older_word import read_older_word
from extractors.open_text import read_open_text
from extractors.rich_text import read_rich_text
from extractors.rich_text_tables import is_whole
from extractors.status import Unreadable
from extractors.word import read_word


def read_legacy(content: Content, office: Office | None) -> Document | Unreadable:
    """The document in a file of an older format; where LibreOffice fails, our own readers try."""
    through_office = _through_office(content, office) if office else None
    if isinstance(through_office, Document):
        return through_office
    by_ourselves = _by_ourselves(content)
    return by_ourselves if isinstance(by_ourselves, Document) else through_office or by_ourselves


def _through_office(content: Content, office: Office) -> Document | Unreadable | None:
    """What LibreOffice makes of it, by itself if it is not among what was converted together."""
    word = office.take(content.sha256)
    if word is None:
        with contextlib.suppress(OSError):  # it cannot be begun: our own readers go on
            office.convert({content.sha256: (content.kind.value, content.data)})
        word = office.take(content.sha256)
    if not word:
        return None
    document = read_word(word)
    if isinstance(document, Unreadable):
        return document
    whole = content.kind is not FileKind.RICH_TEXT or is_whole(content.data)
    caveats = document.caveats if whole else document.caveats | {Caveat.REPAIRED}
    return replace(document, format=content.kind.value, caveats=caveats)


def _by_ourselves(content: Content) -> Document | Unreadable:
    if content.kind is FileKind.OPEN_TEXT:
        return read_open_text(content.parts or content.data)
    if content.kind is FileKind.RICH_TEXT:
        return read_rich_text(content.data)
    return read_older_word(content.data)
