"""Guarded processes: whatever one file does costs that file and no other."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from checks.audit import Audit
from checks.rubric import load_rubric
from extractors.plan import Plan
from extractors.status import Status, Unreadable
from flows import record
from flows.exits import ExitCode
from flows.job import Limits
from flows.pool import Crashed, Pool, read_alone
from flows.worker import Work
from tests.flows.small_plans import ROOT, environment, goldenthread, plan_file

WORK = Work(load_rubric(), date(2026, 7, 31), Limits(seconds=20))


def _hash(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def test_a_plan_is_read_and_audited(tmp_path: Path) -> None:
    path = plan_file(tmp_path / "plan.docx")
    with Pool(1, WORK) as pool:
        done = pool.outcome(pool.read(path, _hash(path)))
        assert not isinstance(done, Crashed)
        found = record.result(done.result)
        assert isinstance(found, Audit)
        assert found.plan.child.name == "Amira Hussain"
        again = pool.outcome(pool.judge(done.result))
        assert not isinstance(again, Crashed)
        assert again.result == done.result


def test_a_file_that_changed_since_it_was_looked_at_is_not_audited(tmp_path: Path) -> None:
    path = plan_file(tmp_path / "plan.docx")
    with Pool(1, WORK) as pool:
        done = pool.outcome(pool.read(path, "another"))
    assert not isinstance(done, Crashed)
    assert done.refused is Status.CHANGED_WHILE_READING


def test_processes_work_as_windows_starts_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    path = plan_file(tmp_path / "plan.docx")
    with Pool(1, WORK) as pool:
        done = pool.outcome(pool.read(path, _hash(path)))
    assert not isinstance(done, Crashed)
    assert done.refused is None


def test_a_temporary_folder_with_a_long_name_stops_nothing(tmp_path: Path) -> None:
    temporary = tmp_path / ("long" * 20)  # no socket can be made in it
    temporary.mkdir()
    ended = goldenthread("read", plan_file(tmp_path / "plan.docx"), TMPDIR=str(temporary))
    assert ended.returncode == ExitCode.ALL_AUDITED, ended.stderr
    assert "Amira Hussain" in ended.stdout


def test_whoever_waits_is_let_go_when_the_audit_ends(tmp_path: Path) -> None:
    path = plan_file(tmp_path / "plan.docx")
    ended = []
    with Pool(1, WORK) as pool:
        futures = [pool.read(path, _hash(path)) for _ in range(300)]

        def wait() -> None:
            try:
                for future in futures:
                    pool.outcome(future)
            except CancelledError as error:
                ended.append(error)

        thread = threading.Thread(target=wait)
        thread.start()
    thread.join(timeout=10)
    assert not thread.is_alive()
    assert ended
    with pytest.raises(CancelledError):
        pool.read(path, "")


def test_files_that_nobody_reads_any_more_are_not_waited_for(tmp_path: Path) -> None:
    path = plan_file(tmp_path / "plan.docx")
    with Pool(1, WORK) as pool:
        futures = [pool.read(path, _hash(path)) for _ in range(50)]
        pool._pool.stop()  # type: ignore[no-untyped-call]  # noqa: SLF001 -- as if it had broken
        left = [pool.outcome(future) for future in futures]
        again = pool.outcome(pool.read(path, _hash(path)))

    assert isinstance(left[-1], Crashed)
    assert not isinstance(again, Crashed)


def test_one_file_can_be_read_alone(tmp_path: Path) -> None:
    plan = read_alone(plan_file(tmp_path / "plan.docx"), Limits())
    assert isinstance(plan, Plan)
    assert plan.child.name == "Amira Hussain"
    (tmp_path / "words.txt").write_text("Not a plan")
    refused = read_alone(tmp_path / "words.txt", Limits())
    assert isinstance(refused, Unreadable)
    assert refused.status is Status.UNSUPPORTED


KILLED_PARENT = """
import sys, time
from datetime import date
from pathlib import Path
from checks.rubric import load_rubric
from flows.job import Limits
from flows.pool import Pool
from flows.worker import Work
if __name__ == "__main__":
    with Pool(1, Work(load_rubric(), date(2026, 7, 31), Limits())) as pool:
        pool.read(Path(sys.argv[1]), "")
        time.sleep(2)
        print("reading", flush=True)
        time.sleep(60)
"""


def _processes(mark: str) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                if mark.encode() in (entry / "environ").read_bytes():
                    found.append(int(entry.name))
            except OSError:
                continue
    return found


@pytest.fixture
def mark(tmp_path: Path) -> Iterator[str]:
    """A word in the environment of every process that a test starts, however indirectly."""
    word = f"MARK={tmp_path}"
    yield word
    for process in _processes(word):
        os.kill(process, 9)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc")
def test_no_process_is_left_when_the_program_is_killed(tmp_path: Path, mark: str) -> None:
    script = tmp_path / "killed.py"
    script.write_text(KILLED_PARENT)
    path = tmp_path / "sleeps.docx"
    path.write_bytes(b"FAULT sleep")
    parent = subprocess.Popen(  # noqa: S603 -- ours
        [sys.executable, script, path],
        env=environment(MARK=mark.partition("=")[2]),
        stdout=subprocess.PIPE,
        cwd=ROOT,
    )
    assert parent.stdout is not None
    with parent.stdout:
        assert parent.stdout.readline() == b"reading\n"
        assert len(_processes(mark)) > 1
        parent.kill()
        parent.wait()
        end = time.monotonic() + 10
        while _processes(mark) and time.monotonic() < end:
            time.sleep(0.1)
    assert _processes(mark) == []
