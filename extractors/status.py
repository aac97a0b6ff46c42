"""What became of each file given: a closed list, each with one plain sentence and one action."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """What became of a file. Every file given has exactly one."""

    AUDITED = "audited"
    AUDITED_PARTLY = "audited-partly"
    NO_READABLE_TEXT = "no-readable-text"
    PASSWORD = "password"  # noqa: S105 -- a status, not a secret
    DAMAGED = "damaged"
    NOT_A_PLAN = "not-a-plan"
    UNSUPPORTED = "unsupported"
    TOO_LARGE = "too-large"
    TOO_SLOW = "too-slow"
    TOO_MUCH_MEMORY = "too-much-memory"
    READER_CRASHED = "reader-crashed"
    NO_PERMISSION = "no-permission"
    CHANGED_WHILE_READING = "changed-while-reading"
    LINK_NOT_FOLLOWED = "link-not-followed"
    DUPLICATE = "duplicate"

    @property
    def reason(self) -> str:
        """What happened, in one plain sentence."""
        return _WORDS[self][0]

    @property
    def action(self) -> str:
        """What a person can do about it, in one plain sentence; empty where nothing is needed."""
        return _WORDS[self][1]


_WORDS: dict[Status, tuple[str, str]] = {
    Status.AUDITED: ("The plan was read and audited.", ""),
    Status.AUDITED_PARTLY: (
        "Part of the plan could not be read or found, so part of it was not assessed.",
        "Look at what was not assessed in this plan, and check those parts by hand.",
    ),
    Status.NO_READABLE_TEXT: (
        "The file holds pictures of pages, without words that can be read.",
        "Ask for the original Word or PDF file, or have the scan read by text recognition.",
    ),
    Status.PASSWORD: (
        "The file is protected by a password.",
        "Give its password with --passwords FILE, or save a copy without it and audit that.",
    ),
    Status.DAMAGED: (
        "The file is damaged or incomplete.",
        "Ask for the file again, or open it and save a new copy.",
    ),
    Status.NOT_A_PLAN: (
        "The file can be read, but it is not an EHC plan.",
        "Take it out of the folder, or check by eye if you believe that it is a plan.",
    ),
    Status.UNSUPPORTED: (
        "This kind of file cannot be read.",
        "Save it as a Word (.docx) or PDF file.",
    ),
    Status.TOO_LARGE: (
        "The file is larger than the limit, or unpacks to more than the limit.",
        "Check that it is a plan; if it is, save it without large pictures.",
    ),
    Status.TOO_SLOW: (
        "Reading the file took longer than the limit.",
        "Open the file and save a new copy, then audit that.",
    ),
    Status.TOO_MUCH_MEMORY: (
        "Reading the file took more memory than the limit.",
        "Open the file and save a new copy, then audit that.",
    ),
    Status.READER_CRASHED: (
        "The reader stopped while it was reading this file; all other files are unaffected.",
        "Open the file and save a new copy, then audit that.",
    ),
    Status.NO_PERMISSION: (
        "The file may not be opened by the user who ran the audit.",
        "Ask for permission to read it, or copy it to a folder that you can read.",
    ),
    Status.CHANGED_WHILE_READING: (
        "The file changed or vanished while it was being read.",
        "Run the audit again when nobody is saving to the folder.",
    ),
    Status.LINK_NOT_FOLLOWED: (
        "This is a link to another place, not a file, and links are not followed.",
        "Copy the file itself into the folder.",
    ),
    Status.DUPLICATE: (
        "The same file, to the byte, was already audited under another name.",
        "Nothing, or delete one of the two.",
    ),
}


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that could not be audited, and why: a value like any other result."""

    status: Status
    detail: str = ""  # one more plain sentence on this file; never words of the plan
    scanned: int = 0  # pages that text recognition has not looked at, and could

    @property
    def reason(self) -> str:
        """What happened, in plain words."""
        return f"{self.status.reason} {self.detail}".strip()
