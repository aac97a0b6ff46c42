"""How a command ends: the numbers that a script or a scheduler can rely on."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes of every command. Part of the interface: none changes its meaning."""

    ALL_AUDITED = 0
    SOME_NOT_AUDITED = 1
    USAGE = 2
    NOT_WRITABLE = 3
    LOCKED = 4
    INTERNAL = 5
    INTERRUPTED = 130


class Stop(Exception):  # noqa: N818 -- it ends a command on purpose, as SystemExit does
    """Ends the command with a sentence for the person who gave it, and an exit code."""

    def __init__(self, message: str, code: ExitCode) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
