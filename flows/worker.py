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
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from checks.audit import audit
from checks.rubric import Rubric
from checks.thread.link import link
from extractors.guards import take_in
from extractors.instructions import NONE, Instructions
from extractors.kinds import FileKind
from extractors.office import time_for
from extractors.pdf_pictures import Picture, pictures_of
from extractors.plan import Plan
from extractors.read import content_of, document_in, plan_of, read, scans_in, trace_in
from extractors.status import Status, Unreadable
from extractors.teaching import vocabulary_of
from extractors.unplaced import glean
from flows import debug, record
from flows.job import Limits

FAULT = "It is a fault of the program: «goldenthread --debug FILE …» notes which."
_FILE_BYTES = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Work:
    """What every file of one audit has in common."""

    rubric: Rubric
    as_of: date
    limits: Limits
    instructions: Instructions = NONE


@dataclass(frozen=True, slots=True)
class Scanned:
    """So many pages of a file are pictures that wait for text recognition."""

    pages: int


@dataclass(frozen=True, slots=True)
class Done:
    """What comes back: the result as JSON, whether the file was refused, and what it took.

    Where pages are scanned, there is no result yet: they wait for text recognition.
    """

    result: bytes
    refused: Status | None
    seconds: float
    scanned: int = 0


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
    """The audit of one file, or why there is none. `sha256` is what its content was just now.

    Scanned pages are counted, not read.
    """
    quick = replace(work, instructions=replace(work.instructions, scans=False))
    return _bounded(f"File {sha256[:8]}", lambda: _audited(path, sha256, quick), work.limits)


def audit_scan(path: Path, sha256: str, pages: int, work: Work) -> Done:
    """The audit of one file of which so many pages are to be read by text recognition."""
    limits = work.limits.for_scan(pages)
    return _bounded(f"Scan {sha256[:8]}", lambda: _audited(path, sha256, work), limits)


def convert(files: Sequence[tuple[Path, str]], work: Work) -> Done:
    """Has LibreOffice save these files as Word files, to be read each by itself."""
    office = work.instructions.office
    started = time.monotonic()
    _limit_time(replace(work.limits, seconds=time_for(len(files))))
    found: dict[str, tuple[str, bytes]] = {}
    for path, sha256 in files:
        content = take_in(path)
        if not isinstance(content, Unreadable) and content.sha256 == sha256:
            found[sha256] = content.kind.value, content.data
    try:
        if office:
            with debug.step(f"LibreOffice, {len(found)} files"):
                debug.say(f"LibreOffice ended with {office.convert(found)}")
    except Exception:  # noqa: BLE001 -- the boundary: each is then tried by itself
        debug.note()
    return Done(b"", None, time.monotonic() - started)


def scans_of(path: Path, limits: Limits, instructions: Instructions = NONE) -> bytes:
    """How many pages of a file wait for text recognition, as JSON."""

    def counted() -> bytes:
        content = content_of(path, instructions)
        if isinstance(content, Unreadable) or content.kind is not FileKind.PDF:
            return b"0"
        quick = replace(instructions, scans=False)
        return b"%d" % scans_in(document_in(content, quick))

    return _alone(counted, limits, lambda _: b"0")


def audit_again(before: bytes, work: Work) -> Done:
    """The audit, by another rubric or day, of a plan that was read before."""
    plan = record.plan(before)
    if isinstance(plan, Unreadable):
        return done(plan)
    return _bounded("A plan read before", lambda: audit(plan, work.rubric, work.as_of), work.limits)


def done(result: record.Result, seconds: float = 0.0) -> Done:
    """A result in the form that comes back."""
    refused = result.status if isinstance(result, Unreadable) else None
    return Done(record.of(result), refused, seconds)


def _bounded(what: str, work: Callable[[], record.Result | Scanned], limits: Limits) -> Done:
    """What the work gives, or the status of what went wrong.

    Never an error's text: it may quote the plan.
    """
    started = time.monotonic()
    _limit_time(limits)
    try:
        with debug.step(what):
            found = work()
        if isinstance(found, Scanned):
            return Done(b"", None, time.monotonic() - started, found.pages)
        return done(found, time.monotonic() - started)
    except MemoryError:
        why = Unreadable(Status.TOO_MUCH_MEMORY)
    except Exception:  # noqa: BLE001 -- the boundary: whatever went wrong costs this file alone
        debug.note()
        why = Unreadable(Status.READER_CRASHED, FAULT)
    return done(why, time.monotonic() - started)


def read_file(path: Path, limits: Limits, instructions: Instructions = NONE) -> bytes:
    """The plan in a file as JSON, or why it cannot be read."""
    return _alone(lambda: record.of_reading(read(path, instructions)), limits, record.of_reading)


def show_file(path: Path, limits: Limits, instructions: Instructions = NONE) -> bytes:
    """A file as JSON for the page that shows how it was read, or why it cannot be."""
    return _alone(lambda: _shown(path, instructions, pictures_of), limits, _not_shown)


def show_words(path: Path, limits: Limits, instructions: Instructions = NONE) -> bytes:
    """The same without pictures of its pages: a file may be readable that cannot be drawn."""
    return _alone(lambda: _shown(path, instructions, lambda _: ()), limits, _not_shown)


def glean_file(path: Path, limits: Limits, instructions: Instructions = NONE) -> bytes:
    """What a file tells about its layout, as JSON; nothing where it cannot be read."""
    return _alone(lambda: _gleaned(path, instructions), limits, lambda _: b"")


def _gleaned(path: Path, instructions: Instructions) -> bytes:
    content = content_of(path, instructions)
    if isinstance(content, Unreadable):
        return b""
    document = document_in(content, replace(instructions, scans=False))
    if isinstance(document, Unreadable):
        return b""
    return record.dump(glean(document, vocabulary_of(instructions.profile)))


def _alone(
    work: Callable[[], bytes], limits: Limits, refused: Callable[[Unreadable], bytes]
) -> bytes:
    _limit_time(limits)
    try:
        return work()
    except MemoryError:
        return refused(Unreadable(Status.TOO_MUCH_MEMORY))
    except Exception:  # noqa: BLE001 -- the boundary, as for an audit
        debug.note()
        return refused(Unreadable(Status.READER_CRASHED, FAULT))


def _shown(
    path: Path, instructions: Instructions, draw: Callable[[bytes], tuple[Picture, ...]]
) -> bytes:
    content = content_of(path, instructions)
    if isinstance(content, Unreadable):
        return _not_shown(content)
    found = trace_in(content, instructions)
    if isinstance(found, Unreadable):
        return _not_shown(found)
    pictures = draw(content.data) if content.kind is FileKind.PDF else ()
    thread = link(found.plan) if found.plan else None
    return record.dump(record.Shown(found, None, pictures, thread))


def _not_shown(why: Unreadable) -> bytes:
    return record.dump(record.Shown(unreadable=why))


def _audited(path: Path, sha256: str, work: Work) -> record.Result | Scanned:
    content = content_of(path, work.instructions)
    if isinstance(content, Unreadable):
        return content
    if content.sha256 != sha256:
        return Unreadable(Status.CHANGED_WHILE_READING)
    document = document_in(content, work.instructions)
    if not work.instructions.scans and (pages := scans_in(document)):
        return Scanned(pages)
    plan = plan_of(document, work.instructions)
    return audit(plan, work.rubric, work.as_of) if isinstance(plan, Plan) else plan


def _limit_time(limits: Limits) -> None:
    """Lets this process use so many more seconds of processor time, for one file."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 -- not on Windows

        used = resource.getrusage(resource.RUSAGE_SELF)
        most = int(used.ru_utime + used.ru_stime) + limits.seconds + 1
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))
