"""An audit killed while LibreOffice works for it: nothing goes on, and nothing is left behind."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import time
from pathlib import Path

import pytest

from extractors.office import installed
from flows import pipeline
from flows.job import Job
from tests.flows.small_plans import command, environment
from tests.hostile.older_cases import rich_plan
from tests.hostile.plans import CHILD


@pytest.mark.skipif(installed() is None, reason="LibreOffice is not installed")
@pytest.mark.skipif(
    not Path("/proc/self/cmdline").exists(), reason="processes are looked for there"
)
def test_a_killed_audit_leaves_no_libreoffice_and_no_file_of_its(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder, out = Path("plans"), Path("out")
    folder.mkdir()
    (folder / f"{CHILD}.rtf").write_bytes(rich_plan())
    words = ("audit", folder, "--out", out, "--no-prefect", "--workers", "1")
    before = os.umask(0)
    try:
        audit = subprocess.Popen(command(*words), env=environment(), stderr=subprocess.DEVNULL)  # noqa: S603 -- ours
    finally:
        os.umask(before)
    try:
        while not (titles := _titles(out.absolute())):
            assert audit.poll() is None, "it ended before LibreOffice began"
            time.sleep(0.02)
        paths = [path for path, *_ in os.walk(out / ".goldenthread")]
        modes = {stat.S_IMODE(path.stat().st_mode) for path in map(Path, paths) if path.exists()}
    finally:
        audit.kill()
        audit.wait()
    assert CHILD not in "".join(titles)
    assert modes == {0o700}
    end = time.monotonic() + 20
    while _titles(out.absolute()):
        assert time.monotonic() < end, "LibreOffice goes on"
        time.sleep(0.05)
    with pipeline.started(Job(folder, out, workers=1), pipeline.Silent()) as run:
        pipeline.read_all(run)
        pipeline.deliver(run, pipeline.conclude(run))
    (row,) = map(json.loads, (out / "plans.jsonl").read_text("utf-8").splitlines())
    assert row["status"] == "audited"
    assert "structure-reduced" not in row["warnings"]  # so LibreOffice did it, not we ourselves
    assert not (out / ".goldenthread" / "converting").exists()


def _titles(out: Path) -> list[str]:
    """What the processes are called that work in the private folder of an audit."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            title = path.read_bytes().decode("utf-8", "replace")
        except OSError:
            continue
        if str(out / ".goldenthread") in title:
            found.append(title)
    return found
