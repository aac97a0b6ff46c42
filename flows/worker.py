"""What a guarded process does: read one file and audit it, within limits set by the system.

Everything in a file is hostile until it has been read. A crash in here costs that one file.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from checks.audit import audit
from checks.rubric import Rubric
from extractors.guards import take_in
from extractors.instructions import NONE, Instructions
from extractors.plan import Plan
from extractors.read import plan_in, read
from extractors.status import Status, Unreadable
from flows import debug, record
from flows.job import Limits

_FILE_BYTES = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Work:
    """What every file of one audit has in common."""

    rubric: Rubric
    as_of: date
    limits: Limits
    instructions: Instructions = NONE


@dataclass(frozen=True, slots=True)
class Done:
    """What comes back: the result as JSON, whether the file was refused, and what it took."""

    result: bytes
    refused: Status | None
    seconds: float


def guard(limits: Limits) -> None:
    """Limits this process, before it sees the first file. Windows knows the time limit alone."""
    if hasattr(os, "setsid"):
        with contextlib.suppress(OSError):  # it leads a session already
            os.setsid()  # Ctrl-C reaches the parent, which then stops this one
    quiet = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):  # a reader's library must not print a plan's words
        os.dup2(quiet, descriptor)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 -- not on Windows

        memory = limits.megabytes * 1024 * 1024
        for kind, most in (
            (resource.RLIMIT_CORE, 0),  # a core dump would hold the plan
            (resource.RLIMIT_FSIZE, _FILE_BYTES),
            (resource.RLIMIT_AS, memory),
        ):
            with contextlib.suppress(ValueError, OSError):  # macOS refuses some
                resource.setrlimit(kind, (most, most))


def _end_with_parent() -> None:
    """Ends this process in the middle of a file, when the one that it works for was killed."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def audit_file(path: Path, sha256: str, work: Work) -> Done:
    """The audit of one file, or why there is none. `sha256` is what its content was just now."""
    return _bounded(lambda: _audited(path, sha256, work), work.limits)


def audit_again(before: bytes, work: Work) -> Done:
    """The audit, by another rubric or day, of a plan that was read before."""
    plan = record.plan(before)
    if isinstance(plan, Unreadable):
        return done(plan)
    return _bounded(lambda: audit(plan, work.rubric, work.as_of), work.limits)


def done(result: record.Result, seconds: float = 0.0) -> Done:
    """A result in the form that comes back."""
    refused = result.status if isinstance(result, Unreadable) else None
    return Done(record.of(result), refused, seconds)


def _bounded(work: Callable[[], record.Result], limits: Limits) -> Done:
    """What the work gives, or the status of what went wrong.

    Never an error's text: it may quote the plan.
    """
    started = time.monotonic()
    _limit_time(limits)
    try:
        return done(work(), time.monotonic() - started)
    except MemoryError:
        status = Status.TOO_MUCH_MEMORY
    except Exception:  # noqa: BLE001 -- the boundary: whatever went wrong costs this file alone
        debug.note()
        status = Status.READER_CRASHED
    return done(Unreadable(status), time.monotonic() - started)


def read_file(path: Path, limits: Limits, instructions: Instructions = NONE) -> bytes:
    """The plan in a file as JSON, or why it cannot be read."""
    _limit_time(limits)
    try:
        return record.of_reading(read(path, instructions))
    except MemoryError:
        return record.of_reading(Unreadable(Status.TOO_MUCH_MEMORY))
    except Exception:  # noqa: BLE001 -- the boundary, as for an audit
        debug.note()
        return record.of_reading(Unreadable(Status.READER_CRASHED))


def _audited(path: Path, sha256: str, work: Work) -> record.Result:
    content = take_in(path)
    if isinstance(content, Unreadable):
        return content
    if content.sha256 != sha256:
        return Unreadable(Status.CHANGED_WHILE_READING)
    plan = plan_in(content, work.instructions)
    return audit(plan, work.rubric, work.as_of) if isinstance(plan, Plan) else plan


def _limit_time(limits: Limits) -> None:
    """Lets this process use so many more seconds of processor time, for one file."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 -- not on Windows

        used = resource.getrusage(resource.RUSAGE_SELF)
        most = int(used.ru_utime + used.ru_stime) + limits.seconds + 1
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))
