"""A folder in, results out: one row for every file, whatever the files do."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import shutil
import signal
import sqlite3
import stat
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from flows import pipeline, private
from flows.exits import ExitCode, Stop
from flows.job import Job, Limits
from tests.flows.small_plans import caseload, command, environment, goldenthread, plan_file

AS_OF = ("--as-of", "2026-07-31")
LIMITS = ("--max-seconds", "2", "--max-memory", "1024")
FAULTS = {
    "crash": "reader-crashed",
    "sleep": "too-slow",
    "spin": "too-slow",
    "memory": "too-much-memory",
    "error": "reader-crashed",
    "stubborn": "too-slow",
}


@dataclass(frozen=True)
class Ran:
    """One run of the command."""

    folder: Path
    out: Path
    code: int
    said: str
    noted: str


def _rows(out: Path) -> dict[str, dict[str, Any]]:
    lines = (out / "plans.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["file"]: row for row in map(json.loads, lines)}


def _run(folder: Path, out: Path, *more: str) -> Ran:
    note = out.with_name("note.txt")
    note.unlink(missing_ok=True)
    words = ("--debug", note, "audit", folder, "--out", out, "--no-prefect")
    ended = goldenthread(*words, *AS_OF, *LIMITS, *more)
    noted = note.read_text("utf-8") if note.exists() else ""
    return Ran(folder, out, ended.returncode, ended.stdout + ended.stderr, noted)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """An audit of four plans among files that do harm."""
    folder = caseload(tmp_path_factory.mktemp("hostile") / "plans", 4)
    for fault in FAULTS:
        (folder / f"fault {fault}.docx").write_bytes(f"FAULT {fault}".encode())
    shutil.copy(folder / "plan 001.docx", folder / "z copy.docx")
    (folder / "empty.pdf").touch()
    (folder / "empty again.pdf").touch()
    (folder / "note.txt").write_text("Please find the plans attached.")
    (folder / "~$plan 001.docx").write_bytes(b"owner")
    return _run(folder, folder.parent / "out")


def test_each_fault_costs_its_own_file_alone(hostile: Ran) -> None:
    rows = _rows(hostile.out)
    assert {f: rows[f"fault {f}.docx"]["status"] for f in FAULTS} == FAULTS
    assert [rows[f"plan {n:03}.docx"]["status"] for n in range(4)] == ["audited"] * 4
    assert hostile.code == ExitCode.SOME_NOT_AUDITED


def test_every_file_has_one_row_in_byte_order(hostile: Ran) -> None:
    given = [p.name for p in hostile.folder.iterdir() if not p.name.startswith("~$")]
    assert list(_rows(hostile.out)) == sorted(given, key=os.fsencode)
    assert f"{len(given) + 1} files found" in hostile.said
    assert "1 × lock file of an open document" in hostile.said


def test_a_second_copy_is_named_a_duplicate_but_an_unread_one_keeps_its_reason(
    hostile: Ran,
) -> None:
    rows = _rows(hostile.out)
    assert rows["z copy.docx"]["status"] == "duplicate"
    assert "plan 001.docx" in rows["z copy.docx"]["reason"]
    assert rows["empty.pdf"]["status"] == rows["empty again.pdf"]["status"] != "duplicate"


def test_no_trace_and_no_words_of_an_error_are_shown(hostile: Ran) -> None:
    assert "Traceback" not in hostile.said
    everything = b"".join(p.read_bytes() for p in hostile.out.rglob("*") if p.is_file())
    assert b"Marker Childname" not in everything + hostile.said.encode()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
def test_how_a_reader_ended_is_told_and_noted(hostile: Ran) -> None:
    rows = _rows(hostile.out)
    assert rows["fault crash.docx"]["reason"].endswith("Its process was ended by signal 11.")
    assert "--debug" in rows["fault error.docx"]["reason"]
    assert "ended with -11" in hostile.noted
    assert "RuntimeError: Marker Childname" in hostile.noted
    crashed, good = (rows[f"{name}.docx"]["sha256"][:8] for name in ("fault crash", "plan 001"))
    assert f"File {crashed}: begins" in hostile.noted
    assert f"File {crashed}: ended" not in hostile.noted
    assert f"File {good}: ended after" in hostile.noted


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in another way")
def test_only_the_owner_can_open_the_results(hostile: Ran) -> None:
    paths = [hostile.out, *hostile.out.rglob("*")]
    modes = {(p.is_dir(), stat.S_IMODE(p.stat().st_mode)) for p in paths}
    assert modes == {(True, 0o700), (False, 0o600)}


def test_an_unchanged_folder_is_not_read_again(hostile: Ran, tmp_path: Path) -> None:
    out = shutil.copytree(hostile.out, tmp_path / "out")
    before = {name: (out / name).read_bytes() for name in ("plans.jsonl", "goldenthread.xlsx")}
    again = _run(hostile.folder, out)
    assert "Reading the plans: 2" in again.said  # those two at which the reader crashed
    assert {name: (out / name).read_bytes() for name in before} == before


def test_another_day_judges_again_without_reading(hostile: Ran, tmp_path: Path) -> None:
    out = shutil.copytree(hostile.out, tmp_path / "out")
    kept = {f: status for f, status in FAULTS.items() if status != "reader-crashed"}
    _done(Job(hostile.folder, out, date(2031, 1, 1), limits=Limits(2, 1024)))
    rows = _rows(out)  # faults happen in processes of their own: these are from the store
    assert {f: rows[f"fault {f}.docx"]["status"] for f in kept} == kept
    assert rows["plan 000.docx"]["verdicts"]["stale-expired"] == "fail"


def _audit_here(folder: Path, out: Path, workers: int = 2) -> int:
    """Audits in this process; gives how many contents had to be read."""
    return _done(Job(folder, out, date(2026, 7, 31), workers=workers))


def _done(job: Job) -> int:
    with pipeline.started(job, pipeline.Silent()) as run:
        waiting = len(run.waiting)
        pipeline.read_all(run)
        pipeline.deliver(run, pipeline.conclude(run))
    return waiting


def _bytes(out: Path) -> dict[str, bytes]:
    return {name: (out / name).read_bytes() for name in ("plans.jsonl", "goldenthread.xlsx")}


def test_any_number_of_workers_gives_the_same_bytes(tmp_path: Path) -> None:
    folder = caseload(tmp_path / "plans", 8)
    for workers in (1, 2):
        assert _audit_here(folder, tmp_path / str(workers), workers) == 8
    assert _bytes(tmp_path / "1") == _bytes(tmp_path / "2")


def test_a_killed_audit_goes_on_where_it_was(tmp_path: Path) -> None:
    folder, out = caseload(tmp_path / "plans", 8), tmp_path / "out"
    sleeper = folder / "plan 004 sleeps.docx"  # before «plan 004.docx»: four are read
    sleeper.write_bytes(b"FAULT sleep")
    with _under_way(folder, out):
        _await_results(out, 4)
    assert not (out / "plans.jsonl").exists()
    plan_file(sleeper)
    assert _audit_here(folder, out) == 5
    assert _audit_here(folder, tmp_path / "whole") == 9
    assert _bytes(out) == _bytes(tmp_path / "whole")
    assert {p.name for p in out.iterdir()} == {".goldenthread", "goldenthread.xlsx", "plans.jsonl"}


def _await_results(out: Path, many: int) -> None:
    """Waits until the store of an audit under way holds so many results."""
    store = out / ".goldenthread" / "store.db"
    end = time.monotonic() + 60
    while time.monotonic() < end:
        with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(store)) as rows:
            if rows.execute("SELECT count(*) FROM results").fetchone()[0] >= many:
                return
        time.sleep(0.05)
    pytest.fail(f"there were never {many} results")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_stopped_audit_ends_soon_and_says_so(tmp_path: Path, how: signal.Signals) -> None:
    out = tmp_path / "out"
    folder = caseload(tmp_path / "plans", 1)
    (folder / "z sleeps.docx").write_bytes(b"FAULT sleep")
    with _under_way(folder, out) as audit:
        _await_results(out, 1)
        with pytest.raises(Stop, match="Another audit is writing") as second:
            _audit_here(folder, out)
        audit.send_signal(how)
        started = time.monotonic()
        _, said = audit.communicate(timeout=20)
    assert time.monotonic() - started < 20
    assert audit.returncode == ExitCode.INTERRUPTED
    assert "Stopped." in said
    assert "Traceback" not in said
    assert second.value.code is ExitCode.LOCKED


@contextlib.contextmanager
def _under_way(folder: Path, out: Path) -> Iterator[subprocess.Popen[str]]:
    """An audit that is killed in the end, if it has not ended before."""
    words = command("audit", folder, "--out", out, *AS_OF, "--no-prefect", "--workers", "1")
    audit = subprocess.Popen(words, env=environment(), stderr=subprocess.PIPE, text=True)  # noqa: S603 -- ours
    try:
        yield audit
    finally:
        audit.kill()
        audit.communicate()


def test_a_plan_taken_out_of_the_folder_is_gone_from_everything(tmp_path: Path) -> None:
    folder, out = caseload(tmp_path / "plans", 2), tmp_path / "out"
    gone = plan_file(folder / "gone.docx", "Zebedee Quill")
    _audit_here(folder, out)
    gone.unlink()
    _audit_here(folder, out)
    everything = b"".join(p.read_bytes() for p in out.rglob("*") if p.is_file())
    assert b"Zebedee" not in everything


def test_a_run_that_cannot_write_leaves_the_earlier_results(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, out = caseload(tmp_path / "plans", 1), tmp_path / "out"
    _audit_here(folder, out)
    before = _bytes(out)
    plan_file(folder / "another.docx", "Zebedee Quill")

    def full(path: Path, data: bytes) -> None:
        if path.name == "goldenthread.xlsx":
            raise OSError(errno.ENOSPC, "No space left on device")
        write(path, data)

    write = private.write
    monkeypatch.setattr("flows.private.write", full)
    with pytest.raises(Stop) as stopped:
        _audit_here(folder, out)
    assert stopped.value.code is ExitCode.NOT_WRITABLE
    assert "disk is full" in stopped.value.message
    assert _bytes(out)["goldenthread.xlsx"] == before["goldenthread.xlsx"]
