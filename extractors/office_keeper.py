"""Runs LibreOffice within limits, and ends it when whoever asked for it is gone.

A program of its own, started by its path: SECONDS MEGABYTES PROGRAM WORD ... It reads its input
until that ends; then everything that it started is killed, whatever it was doing.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import threading

_STARTS_AGAIN = {79, 81}  # what LibreOffice ends with when it has only made its profile
_MOST_STARTS = 3
_FILE_BYTES = 256 * 1024 * 1024
_OWN_USERS, _OWN_NETWORK = 0x10000000, 0x40000000  # of Linux: see unshare(2)


def main(words: list[str]) -> int:
    """Runs the program; gives how it ended."""
    seconds, megabytes, *command = words
    os.umask(0o077)  # what it makes is for nobody else
    _limit(int(seconds), int(megabytes))
    _leave_network()
    threading.Thread(target=_end_with_asker, daemon=True).start()
    code = 1
    for _ in range(_MOST_STARTS):
        quiet = subprocess.DEVNULL
        code = subprocess.call(command, stdin=quiet, stdout=quiet, stderr=quiet)  # noqa: S603 -- LibreOffice, by its path
        if code not in _STARTS_AGAIN:
            break
    return code


def _limit(seconds: int, megabytes: int) -> None:
    """Limits this process and all that it starts, as the processes that read are limited."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 -- not on Windows

    for kind, most in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, _FILE_BYTES),
        (resource.RLIMIT_AS, megabytes * 1024 * 1024),
        (resource.RLIMIT_CPU, seconds),
    ):
        with contextlib.suppress(ValueError, OSError):  # one that is lower already, or macOS
            resource.setrlimit(kind, (most, most))


def _leave_network() -> None:
    """Moves to a network of our own with nothing in it, where Linux lets us."""
    if sys.platform.startswith("linux"):
        with contextlib.suppress(AttributeError, OSError):
            ctypes.CDLL(None).unshare(_OWN_USERS | _OWN_NETWORK)


def _end_with_asker() -> None:
    while os.read(0, 1024):  # not by way of sys.stdin, whose lock Python wants when it ends
        pass
    if sys.platform == "win32":
        program = os.path.join(os.environ["SYSTEMROOT"], "System32", "taskkill.exe")  # noqa: PTH118 -- quick to start
        subprocess.call([program, "/F", "/T", "/PID", str(os.getpid())])  # noqa: S603 -- ours
    else:
        os.killpg(os.getpgrp(), signal.SIGKILL)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
