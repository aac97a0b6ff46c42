"""One audit at a time for each output folder: a lock that the system frees, whatever happens."""

from __future__ import annotations

import contextlib
import json
import os
import socket
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from flows.exits import ExitCode, Stop

_OWNER_AT = 1  # the first byte is what is locked; who holds it stands behind it


@contextlib.contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Holds the lock of that file; ends the command in plain words where another audit does."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    try:
        if not _taken(descriptor):
            raise Stop(
                f"Another audit is writing to this folder{_owner(descriptor)}. "
                "Wait for it to end, or give another folder with --out.",
                ExitCode.LOCKED,
            )
        _sign(descriptor)
        yield
    finally:
        os.close(descriptor)  # frees the lock; a killed process frees it the same way


def _taken(descriptor: int) -> bool:
    """Whether the lock could be taken now."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    try:
        if os.name == "nt":
            import msvcrt  # noqa: PLC0415 -- on Windows only

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl  # noqa: PLC0415 -- not on Windows

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _sign(descriptor: int) -> None:
    owner = {
        "process": os.getpid(),
        "host": socket.gethostname(),
        "since": datetime.now().astimezone().isoformat(timespec="minutes"),
    }
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, b" " * _OWNER_AT + json.dumps(owner).encode())


def _owner(descriptor: int) -> str:
    """Who holds the lock, in words; nothing where that cannot be read."""
    try:
        os.lseek(descriptor, _OWNER_AT, os.SEEK_SET)
        owner = json.loads(os.read(descriptor, 1000))
        return f" (process {owner['process']} on {owner['host']}, since {owner['since']})"
    except (OSError, ValueError, KeyError, TypeError):
        return ""
