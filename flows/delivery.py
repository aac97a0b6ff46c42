"""The results of an audit in the output folder: each file whole, or as it was before."""

from __future__ import annotations

import hashlib
import json

from flows import output, private
from flows.job import Job
from reports import data
from reports.result import Results
from reports.workbook.workbook import workbook

MANIFEST = "run.json"


def deliver(job: Job, results: Results, grades: tuple[str, ...]) -> None:
    """Writes every report, and last of all the manifest that says that they belong together.

    `grades` are the rubric's words, best first. All is made before anything is replaced.
    """
    made = {
        output.PLANS: data.jsonl(results.files).encode(),
        output.WORKBOOK: workbook(results, grades),
    }
    (job.private / MANIFEST).unlink(missing_ok=True)
    for name, content in made.items():
        private.write(job.out / name, content)
    manifest = {
        "version": results.version,
        "rubric": results.rubric,
        "rubric_hash": results.rubric_hash,
        "lexicon": results.lexicon,
        "word_table": results.word_table,
        "profile": results.profile,
        "as_of": results.as_of.isoformat(),
        "files": len(results.files),
        "left_out": len(results.left_out),
        "by_status": results.by_status,
        "sha256": {name: hashlib.sha256(content).hexdigest() for name, content in made.items()},
    }
    text = json.dumps(manifest, indent=2) + "\n"
    private.write(job.private / MANIFEST, text.encode())
