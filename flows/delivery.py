"""The results of an audit in the output folder: each file whole, or as it was before."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from flows import output, private
from flows.job import Job
from reports import data
from reports.result import Results

MANIFEST = "run.json"


def deliver(job: Job, results: Results) -> None:
    """Writes every report, and last of all the manifest that says that they belong together."""
    private.write(job.out / output.PLANS, data.jsonl(results.files).encode())
    manifest = {
        "version": results.version,
        "rubric": results.rubric,
        "rubric_hash": results.rubric_hash,
        "as_of": results.as_of.isoformat(),
        "files": len(results.files),
        "left_out": len(results.left_out),
        "by_status": results.by_status,
        "sha256": {name: _sha256(job.out / name) for name in (output.PLANS,)},
    }
    text = json.dumps(manifest, indent=2) + "\n"
    private.write(job.private / MANIFEST, text.encode())


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
