"""A folder with several plans of one child: each has its row, and the child counts once."""

from __future__ import annotations

import io
import json
import shutil
from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from extractors.status import Status
from flows import pipeline
from flows.job import Job
from flows.summary import summary
from tests.flows.small_plans import plan_file

AS_OF = date(2026, 11, 21)


def test_a_child_counts_once_and_a_namesake_for_itself(tmp_path: Path) -> None:
    folder, out = tmp_path / "plans", tmp_path / "out"
    plan_file(folder / "a old.docx", detail="she reads two words", made="5 May 2025")
    plan_file(folder / "b.docx")
    plan_file(folder / "c.pdf")
    shutil.copy(folder / "b.docx", folder / "d again.docx")
    plan_file(folder / "e namesake.docx", detail="she reads aloud", born="30 September 2014")
    plan_file(folder / "f.docx", detail="she reads slowly", born="not recorded")
    job = Job(folder, out, AS_OF, workers=1)
    with pipeline.started(job, pipeline.Silent()) as run:
        pipeline.read_all(run)
        results = pipeline.conclude(run)
        pipeline.deliver(run, results)
        said = summary(job, run.inventory, results)

    assert [r.status for r in results.files].count(Status.DUPLICATE) == 1
    assert [r.file for r in results.counted] == ["b.docx", "e namesake.docx", "f.docx"]
    data = (out / "plans.jsonl").read_text(encoding="utf-8").rstrip("\n").split("\n")
    rows = {row["file"]: row for row in map(json.loads, data)}
    assert rows["a old.docx"]["versions"]["later"] == "b.docx"
    assert rows["b.docx"]["versions"]["earlier"] == "a old.docx"
    assert rows["c.pdf"]["versions"]["same_plan_as"] == "b.docx"
    assert rows["d again.docx"]["same_as"] == "b.docx"
    assert rows["e namesake.docx"]["versions"]["namesakes"] == ["a old.docx"]
    assert rows["f.docx"]["versions"]["perhaps_same_child"] == ["a old.docx", "e namesake.docx"]
    copied = [f for row in rows.values() for f in row.get("findings", ()) if "dup-" in f["check"]]
    assert not copied  # the namesakes' plans may be of one child with «f.docx»: nobody is accused
    assert "in 3 plans, the latest of each child (2 more not counted)" in said

    book = load_workbook(io.BytesIO((out / "goldenthread.xlsx").read_bytes()))
    heads, *lines = book["Plans"].iter_rows(values_only=True)
    column = heads.index("The child's other plans")
    told = {str(line[0]): str(line[column] or "") for line in lines}
    assert told["a old.docx"].startswith("Newer version in «b.docx», which is counted.")
    assert told["b.docx"].startswith("Earlier version in «a old.docx».")
    assert told["c.pdf"].startswith("The same plan in another format as «b.docx»")
    assert "Another child of this name in «a old.docx»" in told["e namesake.docx"]
    assert told["f.docx"].startswith("Perhaps the same child as in «a old.docx»")
    tile = str([c.value for row in book["Summary"].iter_rows() for c in row if c.value])
    assert "of 6 files given; 3 counted, one for each child" in tile
