"""One audit, step by step, in plain functions: it needs no server and knows no orchestrator."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from checks.audit import Audit, audit_caseload, clusters_in, joined
from extractors.guards import bytes_of
from extractors.kinds import is_older
from extractors.listed import CaseloadList
from extractors.office import BATCH as TOGETHER
from extractors.profile import Profile
from extractors.status import Status, Unreadable
from flows import __version__, delivery, output, program, record, worker
from flows import store as stores
from flows.caseload import beside_plans, caseload_of, with_list
from flows.conversion import office_in
from flows.instructions import instructions_of
from flows.inventory import Given, Inventory, take_inventory
from flows.job import Job
from flows.lock import only_one
from flows.pool import Crashed, Pool
from flows.rubrics import rubric_of
from flows.scans import time_for
from flows.standing import status_of
from flows.store import Judged, Store
from flows.worker import Done, Work
from reports.result import FileResult, Results

BATCH = 50  # files: below 25, orchestrating them costs more than 2 % of the work
_NOT_KEPT = {  # it may be otherwise next time
    Status.CHANGED_WHILE_READING,
    Status.NO_PERMISSION,
    Status.READER_CRASHED,
    Status.PASSWORD,  # other passwords may be given, and nothing may be kept of those that were
}


class Watch(Protocol):
    """Who is told how far the audit has come."""

    def begin(self, what: str, total: int) -> None:
        """A stage of so many files begins."""

    def advance(self) -> None:
        """One more file of the stage is done."""


class Silent:
    """Nobody."""

    def begin(self, what: str, total: int) -> None:
        """Says nothing."""

    def advance(self) -> None:
        """Says nothing."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A content that has no result yet, and one of the files that hold it."""

    path: Path
    sha256: str
    older: bool = False  # LibreOffice is to save it as a Word file first
    scanned: int = 0  # pages that are to be read by text recognition


class Run:
    """One audit under way: what was given, what is known of it, what waits to be read."""

    def __init__(
        self, job: Job, work: Work, inventory: Inventory, store: Store, watch: Watch
    ) -> None:
        self.caseload: CaseloadList | None = None
        self.job = job
        self.work = work
        self.inventory = inventory
        self._store = store
        self._watch = watch
        self._contents: dict[str, str] = {}  # by name of the file
        self._refused: dict[str, Unreadable] = {}  # by name, or by fingerprint: not kept
        self._crashed: list[Waiting] = []
        self._scanned: list[Waiting] = []
        self._changing = threading.Lock()
        self.waiting = self._look()

    def _look(self) -> tuple[Waiting, ...]:
        """Takes every file's fingerprint; gives the contents that have no result yet."""
        known = frozenset() if self.job.afresh else self._store.known()
        waiting: dict[str, Waiting] = {}
        self._watch.begin("Looking at the files", len(self.inventory.given))
        for given in self.inventory.given:
            raw = given.refused or bytes_of(given.path)
            if isinstance(raw, Unreadable):
                self._refused[given.name] = raw
            else:
                self._contents[given.name] = raw.sha256
                if raw.sha256 not in known:
                    one = Waiting(given.path, raw.sha256, is_older(raw.data))
                    waiting.setdefault(raw.sha256, one)
            self._watch.advance()
        return tuple(waiting.values())

    @property
    def unchanged(self) -> int:
        """How many contents have a result from an earlier audit."""
        return len(set(self._contents.values())) - len(self.waiting)

    def batches(self) -> list[tuple[Waiting, ...]]:
        """What waits, in groups that are worth a task each."""
        self._watch.begin("Reading the plans", len(self.waiting))
        return [self.waiting[n : n + BATCH] for n in range(0, len(self.waiting), BATCH)]

    @contextlib.contextmanager
    def processes(self, workers: int = 0) -> Iterator[Pool]:
        """The guarded processes for this audit; none is left when it ends, however it ends."""
        most = workers or max(1, min(self.job.workers, len(self.waiting)))
        with Pool(most, self.work) as pool:
            yield pool

    def audit(self, batch: tuple[Waiting, ...], pool: Pool) -> int:
        """Reads and audits the files of a batch, each kept as it is finished; gives how many."""
        futures = [(one, self._begin(one, pool)) for one in batch if not self._converts(one)]
        older = [one for one in batch if self._converts(one)]
        for some in (older[n : n + TOGETHER] for n in range(0, len(older), TOGETHER)):
            pool.outcome(pool.convert([(one.path, one.sha256) for one in some]))
            futures += [(one, self._begin(one, pool)) for one in some]
        for waiting, future in futures:
            done = pool.outcome(future)
            if isinstance(done, Crashed):
                with self._changing:
                    self._crashed.append(waiting)
                continue
            self._keep(waiting, done)
        return len(batch)

    def audit_scans(self, pool: Pool) -> None:
        """Reads and audits the scanned files, which take long, once all others are done."""
        scans, self._scanned = tuple(sorted(self._scanned, key=lambda w: w.sha256)), []
        if scans:
            told = time_for([waiting.scanned for waiting in scans], self.job.workers)
            self._watch.begin(f"Reading {told}", len(scans))
            self.audit(scans, pool)

    def audit_crashed(self) -> None:
        """Tries once more, each by itself, the files at which a process died."""
        if not self._crashed:
            return
        with self.processes(workers=1) as pool:
            for waiting in self._crashed:
                done = pool.outcome(self._begin(waiting, pool))
                if isinstance(done, Crashed):
                    done = worker.done(Unreadable(Status.READER_CRASHED, done.how))
                self._keep(waiting, done)
        self._crashed.clear()

    def look_again(self) -> None:
        """Finds out what still waits, after something stopped half-way."""
        known = self._store.known()
        self._scanned.clear()
        self.waiting = tuple(w for w in self.waiting if w.sha256 not in known)

    def results(self) -> Results:
        """What became of every file given; a content found twice is audited once."""
        first: dict[str, str] = {}
        files = tuple(self._file_result(given, first) for given in self.inventory.given)
        rubric = self.work.rubric
        return Results(
            files=files,
            left_out=self.inventory.left_out,
            as_of=self.work.as_of,
            rubric=f"{rubric.name} {rubric.version}",
            rubric_hash=rubric.hash,
            lexicon=rubric.lexicon.in_words,
            word_table=rubric.thread.table.in_words if rubric.thread.table else "",
            version=__version__,
            profile=_named(self.work.instructions.profile),
        )

    def forget_others(self) -> None:
        """Drops from the store what no longer stands in the folder."""
        self._store.keep_only(frozenset(self._contents.values()))

    def _begin(self, waiting: Waiting, pool: Pool) -> Future[Done]:
        before = None if self.job.afresh else self._store.read_before(waiting.sha256)
        if before:
            return pool.judge(before)
        if waiting.scanned:
            return pool.read_scan(waiting.path, waiting.sha256, waiting.scanned)
        return pool.read(waiting.path, waiting.sha256)

    def _converts(self, waiting: Waiting) -> bool:
        """Whether a file is to be saved as a Word file before it is read."""
        return waiting.older and self.work.instructions.office is not None

    def _keep(self, waiting: Waiting, done: Done) -> None:
        if done.scanned:
            with self._changing:
                self._scanned.append(replace(waiting, scanned=done.scanned))
        elif done.refused in _NOT_KEPT:
            why = record.result(done.result)
            with self._changing:
                if isinstance(why, Unreadable):
                    self._refused[waiting.sha256] = why
        else:
            self._store.put(waiting.sha256, done.result, done.seconds)
        self._watch.advance()

    def _found(self, given: Given) -> Audit | Unreadable:
        if given.name in self._refused:
            return self._refused[given.name]
        sha256 = self._contents[given.name]
        if sha256 in self._refused:
            return self._refused[sha256]
        try:
            return record.result(self._store.get(sha256))
        except record.NoRecord:  # somebody else wrote into the store
            self._store.forget(sha256)
            return Unreadable(Status.READER_CRASHED)

    def _file_result(self, given: Given, first: dict[str, str]) -> FileResult:
        sha256 = self._contents.get(given.name)
        if sha256 in first:
            same = first[sha256]
            why = Unreadable(Status.DUPLICATE, f"It is the same as «{same}».")
            return _not_audited(given, sha256, why, same)
        found = self._found(given)
        if isinstance(found, Unreadable):
            return _not_audited(given, sha256, found)
        if sha256:
            first[sha256] = given.name
        standing = status_of(found)
        return FileResult(
            given.name, sha256, standing.status, standing.reason, standing.status.action, found
        )


def _not_audited(
    given: Given, sha256: str | None, why: Unreadable, same_as: str | None = None
) -> FileResult:
    return FileResult(
        given.name, sha256, why.status, why.reason, why.status.action, same_as=same_as
    )


@contextlib.contextmanager
def started(job: Job, watch: Watch) -> Iterator[Run]:
    """An audit that is ready to read: folders checked, locked, looked through, store open."""
    output.check_folders(job)
    rubric = rubric_of(job.rubric)
    told = instructions_of(job.profile, job.passwords)
    caseload = caseload_of(job.caseload)
    day = job.as_of or date.today()  # noqa: DTZ011 -- the local day
    output.prepare(job)
    with (
        only_one(job.private / "lock"),
        output.written_to(job.out),
        office_in(job.private, job.limits) as office,
    ):
        work = Work(rubric, day, job.limits, replace(told, office=office))
        inventory = take_inventory(job.folder)
        output.check_room(job, len(inventory.given))
        limits = f"{job.limits.seconds} s, {job.limits.megabytes} MB"  # what failed may not again
        reader = f"{program.fingerprint()}, {limits}, {told.profile.hash}"
        judged = Judged(reader, f"{rubric.hash} {rubric.lexicon.hash}", day.isoformat())
        with stores.opened(job.private / "store.db", judged) as store:
            run = Run(job, work, inventory, store, watch)
            run.caseload = caseload
            yield run


def _named(profile: Profile) -> str:
    """A profile as reports name it; nothing where none was given."""
    return f"{profile.authority}, {profile.hash}" if profile.hash else ""


def read_all(run: Run) -> None:
    """Reads and audits all that waits."""
    if not run.waiting:
        return
    with run.processes() as pool:
        for batch in run.batches():
            run.audit(batch, pool)
        run.audit_scans(pool)
    run.audit_crashed()


def conclude(run: Run) -> Results:
    """The results of a run in which all has been read, with what only the whole caseload shows."""
    results = run.results()
    run.forget_others()
    work = run.work
    audits = [(file.file, file.audit) for file in results.files if file.audit]
    listing = beside_plans(run.caseload, audits)
    found = audit_caseload(audits, work.rubric, work.as_of, listing.listed)
    together = tuple(
        replace(file, audit=joined(file.audit, shown), version=shown.version)
        if file.audit and (shown := found.get(file.file))
        else file
        for file in results.files
    )
    whole = replace(results, files=together, clusters=clusters_in(found.values()))
    return with_list(whole, run.caseload, listing, work.as_of)


def deliver(run: Run, results: Results) -> None:
    """Writes the reports of a run."""
    delivery.deliver(run.job, results, run.work.rubric.grades.words)
