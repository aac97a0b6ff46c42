"""The plans of a folder, or of an earlier audit, read to be held to two rubrics."""

from __future__ import annotations

import json
import sqlite3
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from extractors.plan import Plan
from flows import output, pipeline, record
from flows.delivery import MANIFEST
from flows.exits import ExitCode, Stop
from flows.job import Job
from flows.pipeline import Watch

_STORE = "store.db"


@dataclass(frozen=True, slots=True)
class Caseload:
    """Plans by file, the day by which their dates are judged, and how many files gave no plan."""

    plans: tuple[tuple[str, Plan], ...]
    as_of: date
    without: int = 0


def caseload_in(job: Job, watch: Watch) -> Caseload:
    """The plans of the job's folder: read now, or kept there where it is an audit's output."""
    private = replace(job, out=job.folder).private
    if (private / _STORE).is_file():
        return _kept(job, private)
    return _read(job, watch)


def _read(job: Job, watch: Watch) -> Caseload:
    """The plans of a folder of files. What is kept while they are read is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="goldenthread-") as folder:
        with pipeline.started(replace(job, out=Path(folder)), watch) as run:
            if not run.inventory.found:
                raise Stop(f"There are no files in {job.folder}.", ExitCode.USAGE)
            pipeline.read_all(run)
            results = run.results()
        plans = tuple((r.file, r.audit.plan) for r in results.files if r.audit)
        return Caseload(plans, results.as_of, len(results.files) - len(plans))


def _kept(job: Job, private: Path) -> Caseload:
    """The plans that an earlier audit read, by the names of their files."""
    try:
        manifest = json.loads((private / MANIFEST).read_text(encoding="utf-8"))
        told = (job.folder / output.PLANS).read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line) for line in told]
        named = [(row["file"], row["sha256"]) for row in rows if row["status"].startswith("aud")]
        day = job.as_of or date.fromisoformat(manifest["as_of"])
        kept = dict(_results(private / _STORE))
        plans = tuple((file, record.plan(kept[sha256])) for file, sha256 in named)
    except (OSError, ValueError, KeyError, sqlite3.Error, zlib.error) as error:
        raise Stop(
            f"What an audit kept in {job.folder} is not whole, or another version of the program "
            "wrote it. Run the audit again.",
            ExitCode.USAGE,
        ) from error
    read = tuple((file, plan) for file, plan in plans if isinstance(plan, Plan))
    return Caseload(read, day, len(rows) - len(read))


def _results(store: Path) -> Iterator[tuple[str, bytes]]:
    """What is kept of each content; nothing in the file is changed."""
    address = f"{store.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True, timeout=30)) as connection:
        for sha256, packed in connection.execute("SELECT sha256, result FROM results"):
            yield sha256, zlib.decompress(packed)
