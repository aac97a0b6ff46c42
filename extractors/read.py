"""A file read as a plan: whatever it is, a Plan or the reason why not."""

from __future__ import annotations

from pathlib import Path

from extractors.document import Document
from extractors.guards import Content, take_in
from extractors.instructions import NONE, Instructions
from extractors.kinds import OLDER, FileKind
from extractors.legacy import read_legacy
from extractors.locked import opened
from extractors.ocr import MAX_PAGES
from extractors.ocr_engine import is_installed
from extractors.pdf import read_pdf
from extractors.plan import Plan
from extractors.reading import understand
from extractors.status import Status, Unreadable
from extractors.teaching import vocabulary_of
from extractors.trace import Trace, trace
from extractors.word import read_word


def read(path: Path, instructions: Instructions = NONE) -> Plan | Unreadable:
    """The plan in a file, or the one plain reason why it could not be read."""
    content = content_of(path, instructions)
    return content if isinstance(content, Unreadable) else plan_in(content, instructions)


def content_of(path: Path, instructions: Instructions = NONE) -> Content | Unreadable:
    """A file's bytes and kind, opened by its password where it has one that was given."""
    content = take_in(path)
    if isinstance(content, Unreadable):
        return content
    return opened(content, path.name, instructions.passwords)


def plan_in(content: Content, instructions: Instructions = NONE) -> Plan | Unreadable:
    """The plan that a file's bytes hold."""
    return plan_of(document_in(content, instructions), instructions)


def plan_of(
    document: Document | Unreadable, instructions: Instructions = NONE
) -> Plan | Unreadable:
    """The plan that a document holds."""
    if isinstance(document, Unreadable):
        return document
    return understand(document, vocabulary_of(instructions.profile))


def trace_in(content: Content, instructions: Instructions = NONE) -> Trace | Unreadable:
    """The plan that a file's bytes hold, with what became of every paragraph."""
    document = document_in(content, instructions)
    if isinstance(document, Unreadable):
        return document
    return trace(document, vocabulary_of(instructions.profile))


def scans_in(document: Document | Unreadable) -> int:
    """How many pages of a file wait for text recognition; none where it is not installed."""
    found = document.scanned if isinstance(document, Unreadable) else len(document.unread_pages)
    return min(found, MAX_PAGES) if found and is_installed() else 0


def document_in(content: Content, instructions: Instructions = NONE) -> Document | Unreadable:
    """The document that a file's bytes hold."""
    if content.kind is FileKind.PDF:
        return read_pdf(content.data, scans=instructions.scans)
    if content.kind in OLDER:
        return read_legacy(content, None if content.unlocked else instructions.office)
    if content.kind is FileKind.LOCKED_WORD:
        return Unreadable(Status.PASSWORD, "It is a Word file saved with a password.")
    return read_word(content.parts or content.data)
