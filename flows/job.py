"""What one audit is asked to do, and the private file that a scheduled one reads it from."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter

from flows import private
from flows.exits import ExitCode, Stop

SECONDS_A_SCANNED_PAGE = 10  # at most: it takes about 3, and more on a busy machine
JOBS = "GOLDENTHREAD_JOBS"  # the environment variable that names the folder of job files


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may take before it is given up."""

    seconds: int = 60
    megabytes: int = 1536

    def for_scan(self, pages: int) -> Limits:
        """The limits of a file of which so many pages are scanned."""
        return replace(self, seconds=self.seconds + SECONDS_A_SCANNED_PAGE * pages)


@dataclass(frozen=True, slots=True)
class Job:
    """One audit: which folder, where to, and by what."""

    folder: Path
    out: Path
    as_of: date | None = None  # None: the day on which it runs
    rubric: Path | None = None  # None: the one that comes with the program
    passwords: Path | None = None  # the file that holds them; they themselves are never kept
    profile: Path | None = None  # None: no headings of the authority's own
    caseload: Path | None = None  # None: no list of the authority's children
    workers: int = field(default_factory=lambda: os.cpu_count() or 1)
    limits: Limits = Limits()
    afresh: bool = False  # read every file again, even those that did not change

    @property
    def private(self) -> Path:
        """The folder for what is not meant to be opened: store, lock, Prefect's own files."""
        return self.out / ".goldenthread"


_JOB = TypeAdapter(Job)


def save(job: Job, id: str) -> Path:
    """Keeps a job for later runs, readable by its owner alone; gives the file's path."""
    path = _path(id)
    private.make_folder(path.parent)
    private.write(path, _JOB.dump_json(job, indent=2))
    return path


def load(id: str) -> Job:
    """The job kept under that id."""
    path = _path(id)
    try:
        return _JOB.validate_json(path.read_bytes())
    except FileNotFoundError as error:
        raise Stop(f"There is no job «{id}» in {path.parent}.", ExitCode.USAGE) from error
    except ValueError as error:
        raise Stop(f"The job file {path} cannot be understood.", ExitCode.USAGE) from error


def _path(id: str) -> Path:
    """Where the job of that id is kept. An id is plain letters, so that it names no other file."""
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,59}", id):
        raise Stop("A job's id is made of small letters, digits and hyphens.", ExitCode.USAGE)
    folder = os.environ.get(JOBS)
    return (Path(folder) if folder else Path.home() / ".goldenthread" / "jobs") / f"{id}.json"
