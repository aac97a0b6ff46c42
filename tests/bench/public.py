"""How it fares with files that nobody made for it: `python -m tests.bench.public FOLDER`.

FOLDER holds files of any kinds, such as the test folders of PDF and Word projects; they are no
part of this repository. Every file must get its row, and few may be refused that can be opened.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
import sys
import tempfile
import time
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from typing import Any

from extractors.status import Status
from flows import output, pipeline
from flows.job import Job

REFUSED = {
    Status.DAMAGED,
    Status.UNSUPPORTED,
    Status.TOO_LARGE,
    Status.TOO_SLOW,
    Status.TOO_MUCH_MEMORY,
    Status.READER_CRASHED,
}
SLOWEST = 10


def main(folder: Path) -> int:
    """Audits the folder and prints what became of its files; 1 where a file has not one row."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as out:
        job = Job(folder, Path(out) / "out", date(2026, 11, 21))
        with pipeline.started(job, pipeline.Silent()) as run:
            pipeline.read_all(run)
            pipeline.deliver(run, pipeline.conclude(run))
            given = [entry.name for entry in run.inventory.given]
        slow = _slowest(job.private / "store.db")
        lines = (job.out / output.PLANS).read_text("utf-8").splitlines()
    rows: list[dict[str, Any]] = [json.loads(line) for line in lines]
    by_kind: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        by_kind[Path(row["file"]).suffix.lower() or "none"][row["status"]] += 1
    _say(f"{len(given)} files, {len(rows)} rows, {time.monotonic() - started:.0f} s")
    for kind, counts in sorted(by_kind.items(), key=lambda item: -item[1].total()):
        refused = sum(counts[status] for status in REFUSED)
        share = 100 * refused / counts.total()
        _say(f"{kind:<6} {counts.total():>5}, refused {refused} ({share:.1f} %): {_told(counts)}")
    _say(f"slowest: {', '.join(f'{seconds:.1f} s' for seconds in slow)}")
    return 0 if sorted(given) == sorted(row["file"] for row in rows) else 1


def _slowest(store: Path) -> list[float]:
    with contextlib.closing(sqlite3.connect(store)) as kept:
        rows = kept.execute("SELECT seconds FROM results ORDER BY 1 DESC LIMIT ?", (SLOWEST,))
        return [seconds for (seconds,) in rows]


def _told(counts: Counter[str]) -> str:
    return ", ".join(f"{count} {status}" for status, count in counts.most_common())


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
