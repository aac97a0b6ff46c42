"""The guarded processes from the outside: files go in, a result comes back for each."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Future, InvalidStateError, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from pebble import ProcessExpired, ProcessPool

from extractors.instructions import NONE, Instructions
from extractors.office import time_for
from extractors.plan import Plan
from extractors.status import Status, Unreadable
from extractors.unplaced import Gleaned
from flows import debug, record, worker
from flows.conversion import office_alone
from flows.exits import ExitCode, Stop
from flows.job import Limits
from flows.worker import Done, Work

_TO_READ = ("flows.worker",)  # modules that the process reads which the others are copied from
_TO_AUDIT = (*_TO_READ, "flows.beforehand")
_FILES_A_PROCESS = 200  # then it is replaced, so that nothing that leaks can grow
_MOST_BROKEN = 3  # times in a row that no process could be kept alive
_DIED = (Status.READER_CRASHED, Status.TOO_MUCH_MEMORY, Status.TOO_SLOW)
_GRACE = 2  # seconds beyond the limit of processor time, before the clock on the wall decides
_LOOK = 2  # seconds between looks at whether a file that is waited for may have been lost
_LOST = 60  # seconds in which nothing was read: no process takes so long to be made


@dataclass(frozen=True, slots=True)
class Crashed:
    """The process died at this file; how, in a sentence."""

    how: str


class Pool:
    """So many guarded processes, each with one file at a time. Any thread may use it."""

    def __init__(self, workers: int, work: Work) -> None:
        self._workers = workers
        self._work = work
        self._waited_for: set[Future[Done]] = set()
        self._one_at_a_time = threading.Lock()
        self._closed = False
        self._broken = 0  # times in a row
        self._busy = 0.0  # when something was last seen to be read
        self._pool = self._processes()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._one_at_a_time:
            self._closed = True
        _end(self._pool)
        for future in list(self._waited_for):
            future.cancel()  # or a thread that waits for it would wait for ever

    def read(self, path: Path, sha256: str) -> Future[Done]:
        """Begins to read and audit a file."""
        return self._begin(worker.audit_file, self._work.limits, path, sha256)

    def read_scan(self, path: Path, sha256: str, pages: int) -> Future[Done]:
        """Begins to read and audit a file of which so many pages are scanned."""
        limits = self._work.limits.for_scan(pages)
        return self._begin(worker.audit_scan, limits, path, sha256, pages)

    def convert(self, files: Sequence[tuple[Path, str]]) -> Future[Done]:
        """Begins to have files of older formats saved as Word files, all in one call."""
        limits = replace(self._work.limits, seconds=time_for(len(files)) + _GRACE)
        return self._begin(worker.convert, limits, files)

    def judge(self, before: bytes) -> Future[Done]:
        """Begins to audit a plan that was read before."""
        return self._begin(worker.audit_again, self._work.limits, before)

    def _begin(self, what: Callable[..., Done], limits: Limits, *arguments: object) -> Future[Done]:
        with self._one_at_a_time:
            if self._closed:
                raise CancelledError
            if not self._pool.active:  # every process died at once, or one could not be started
                self._renew()
            timeout = limits.seconds + _GRACE
            try:
                future = self._pool.schedule(what, args=[*arguments, self._work], timeout=timeout)
            except RuntimeError:  # it broke at this very moment
                self._renew()
                future = self._pool.schedule(what, args=[*arguments, self._work], timeout=timeout)
            self._waited_for.add(future)
        future.add_done_callback(self._ended)
        return future

    def _renew(self) -> None:
        """Makes the processes anew; what the old ones have not finished counts as crashed."""
        self._broken += 1
        if self._broken > _MOST_BROKEN:
            raise Stop("The processes that read files die at once.", ExitCode.INTERNAL)
        _end(self._pool)
        self._give_up()
        self._pool = self._processes()
        self._busy = time.monotonic()

    def _give_up(self) -> None:
        for future in list(self._waited_for):
            with contextlib.suppress(InvalidStateError):  # it was finished at this very moment
                future.set_exception(BrokenProcessPool())

    def outcome(self, future: Future[Done]) -> Done | Crashed:
        """What became of a file, waited for. Only the end of the whole audit is raised.

        A process that is killed from outside, at the moment at which it takes a file, can leave
        that file or all others waiting for ever: nobody would tell us.
        """
        self._busy = time.monotonic()
        while not (wait([future], timeout=_LOOK).done or future.done()):  # done: cancelled too
            with self._one_at_a_time:
                if any(waiting.running() for waiting in list(self._waited_for)):
                    self._busy = time.monotonic()
                lost = time.monotonic() - self._busy > _LOST
                if not self._closed and (lost or not self._pool.active):
                    self._renew()
        return _outcome(future)

    def _processes(self) -> ProcessPool:
        return _processes(self._workers, self._work.limits, _TO_AUDIT)

    def _ended(self, future: Future[Done]) -> None:
        self._waited_for.discard(future)
        if not future.cancelled() and future.exception() is None:
            self._broken = 0


def read_alone(path: Path, limits: Limits, instructions: Instructions = NONE) -> Plan | Unreadable:
    """The plan in one file, read in a guarded process of its own."""
    found = _alone(worker.read_file, path, limits, instructions)
    return found if isinstance(found, Unreadable) else record.plan_or_why(found)


def show_alone(path: Path, limits: Limits, instructions: Instructions = NONE) -> record.Shown:
    """One file, read in a guarded process of its own for the page that shows its reading.

    Where that process dies, it may be of drawing the pages: the words are read again by themselves.
    """
    shown = _shown(_alone(worker.show_file, path, limits, instructions))
    if shown.unreadable and shown.unreadable.status in _DIED:
        shown = _shown(_alone(worker.show_words, path, limits, instructions))
    return shown


def _shown(found: bytes | Unreadable) -> record.Shown:
    return record.Shown(unreadable=found) if isinstance(found, Unreadable) else record.shown(found)


def _alone(
    what: Callable[..., bytes], path: Path, limits: Limits, instructions: Instructions
) -> bytes | Unreadable:
    pool = _processes(1, limits)
    try:
        with office_alone(limits) as office:
            told = replace(instructions, office=office)
            for step in (worker.scans_of, what):
                future = pool.schedule(
                    step, args=[path, limits, told], timeout=limits.seconds + _GRACE
                )
                result: bytes = future.result()
                limits = limits.for_scan(int(result)) if step is worker.scans_of else limits
    except TimeoutError:
        return Unreadable(Status.TOO_SLOW)
    except (ProcessExpired, BrokenProcessPool) as died:
        return Unreadable(Status.READER_CRASHED, _how(died))
    finally:
        _end(pool)
    return result


def glean_each(
    paths: Sequence[Path], limits: Limits, instructions: Instructions, workers: int
) -> Iterator[Gleaned | None]:
    """What each file tells about its layout, in order; None of a file that cannot be read."""
    pool = _processes(workers, limits)
    try:
        futures = [
            pool.schedule(
                worker.glean_file,
                args=[path, limits, instructions],
                timeout=limits.seconds + _GRACE,
            )
            for path in paths
        ]
        for future in futures:
            try:
                yield record.gleaned(future.result())
            except (TimeoutError, ProcessExpired, BrokenProcessPool, record.NoRecord):
                yield None
    finally:
        _end(pool)


def _processes(workers: int, limits: Limits, read_before: Sequence[str] = _TO_READ) -> ProcessPool:
    return ProcessPool(
        max_workers=workers,
        max_tasks=_FILES_A_PROCESS,
        initializer=worker.guard,
        initargs=[limits],
        context=_context(read_before),
    )


def _end(pool: ProcessPool) -> None:
    pool.stop()  # type: ignore[no-untyped-call]  # pebble annotates part of itself
    pool.join()


def _outcome(future: Future[Done]) -> Done | Crashed:
    """What became of a file. Only the end of the whole audit is raised."""
    try:
        return future.result()
    except TimeoutError:
        return worker.done(Unreadable(Status.TOO_SLOW))
    except ProcessExpired as died:
        too_slow = sys.platform != "win32" and died.exitcode == -signal.SIGXCPU
        return worker.done(Unreadable(Status.TOO_SLOW)) if too_slow else Crashed(_how(died))
    except (BrokenProcessPool, OSError, EOFError) as lost:
        return Crashed(_how(lost))


def _how(died: Exception) -> str:
    """How a process ended that did not come back, in a sentence."""
    code = died.exitcode if isinstance(died, ProcessExpired) else None
    process = died.pid if isinstance(died, ProcessExpired) else None
    debug.say(f"Process {process} did not come back: {type(died).__name__}, it ended with {code}")
    if code is None:
        return "Its process was lost."
    if code < 0:
        return f"Its process was ended by signal {-code}."
    return f"Its process ended with code {code}."


def _context(read_before: Sequence[str]) -> multiprocessing.context.BaseContext:
    """How processes are made: from a clean one that has read our code; anew on Windows.

    Never a plain fork: this process has threads, and a copy of it can wait for ever for a lock
    that one of them held.
    """
    os.environ.setdefault("MALLOC_ARENA_MAX", "2")  # else address space is spent on nothing
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(read_before))
    try:
        with _stderr_elsewhere():
            from multiprocessing import forkserver  # noqa: PLC0415 -- not on Windows

            forkserver.ensure_running()
    except OSError:  # its socket cannot be made: the temporary folder's name is too long for one
        return multiprocessing.get_context("spawn")
    return context


@contextlib.contextmanager
def _stderr_elsewhere() -> Iterator[None]:
    """Has what is started meanwhile complain to nobody.

    A process that dies while it is being made, as the audit was stopped, would print a trace.
    """
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
