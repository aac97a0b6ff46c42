"""A file read as a plan: whatever it is, a Plan or the reason why not."""

from __future__ import annotations

from pathlib import Path

from extractors.document import Document
from extractors.guards import Content, take_in
from extractors.instructions import NONE, Instructions
from extractors.kinds import FileKind
from extractors.pdf import read_pdf
from extractors.plan import Plan
from extractors.reading import understand
from extractors.status import Unreadable
from extractors.teaching import vocabulary_of
from extractors.word import read_word


def read(path: Path, instructions: Instructions = NONE) -> Plan | Unreadable:
    """The plan in a file, or the one plain reason why it could not be read."""
    content = take_in(path)
    return content if isinstance(content, Unreadable) else plan_in(content, instructions)


def plan_in(content: Content, instructions: Instructions = NONE) -> Plan | Unreadable:
    """The plan that a file's bytes hold."""
    document = document_in(content, instructions)
    if isinstance(document, Unreadable):
        return document
    return understand(document, vocabulary_of(instructions.profile))


def document_in(content: Content, instructions: Instructions = NONE) -> Document | Unreadable:  # noqa: ARG001 -- passwords and profile come to be used here
    """The document that a file's bytes hold."""
    if content.kind is FileKind.PDF:
        return read_pdf(content.data)
    return read_word(content.parts or content.data)
