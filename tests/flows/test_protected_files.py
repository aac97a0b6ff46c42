"""Protected files through the command line: opened where a password fits, and nothing told."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from extractors.status import Status
from flows import instructions, job, pipeline
from flows.exits import ExitCode, Stop
from flows.instructions import instructions_of
from flows.job import Job
from flows.schedule import absolute
from tests.extractors.test_passwords import SECRET, WORD, locked_pdf
from tests.flows.small_plans import goldenthread


def statuses(out: Path) -> dict[str, str]:
    rows = map(json.loads, (out / "plans.jsonl").read_text("utf-8").splitlines())
    return {row["file"]: row["status"] for row in rows}


def test_files_refused_for_their_password_are_read_once_it_is_given(tmp_path: Path) -> None:
    folder, out, passwords = tmp_path / "plans", tmp_path / "out", tmp_path / "passwords.txt"
    folder.mkdir()
    (folder / "one.docx").write_bytes(WORD)
    (folder / "two.pdf").write_bytes(locked_pdf(6))
    passwords.write_text(f"wrong\ntwo.* → {SECRET}\n", encoding="utf-8")
    passwords.chmod(0o644)
    with pipeline.started(Job(folder, out), pipeline.Silent()) as run:
        pipeline.read_all(run)
        pipeline.deliver(run, pipeline.conclude(run))
    assert statuses(out) == {"one.docx": Status.PASSWORD, "two.pdf": Status.PASSWORD}
    words = ("audit", folder, "--out", out, "--no-prefect")
    ended = goldenthread(*words, "--passwords", passwords)
    assert statuses(out) == {"one.docx": Status.PASSWORD, "two.pdf": Status.AUDITED}
    assert "None of the given passwords opens it." in (out / "plans.jsonl").read_text("utf-8")
    assert "Other users" in ended.stderr or os.name == "nt"
    said = ended.stdout + ended.stderr
    kept = b"".join(p.read_bytes() for p in tmp_path.rglob("*") if p.is_file() and p != passwords)
    assert SECRET not in said
    assert SECRET.encode() not in kept


def test_a_kept_job_holds_the_path_and_no_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(job.JOBS, str(tmp_path / "jobs"))
    monkeypatch.chdir(tmp_path)
    Path("passwords.txt").write_text(SECRET, encoding="utf-8")
    asked = absolute(Job(tmp_path, tmp_path / "out", passwords=Path("passwords.txt")))
    path = job.save(asked, "nightly")
    assert job.load("nightly").passwords == tmp_path / "passwords.txt"
    assert SECRET not in path.read_text("utf-8")


def test_a_bad_list_ends_the_command_without_its_words(tmp_path: Path) -> None:
    path = tmp_path / "passwords.txt"
    path.write_text("fine\nhush → \n", encoding="utf-8")
    with pytest.raises(Stop, match="Line 2") as stop:
        instructions_of(None, path)
    assert "hush" not in stop.value.message
    assert stop.value.code is ExitCode.USAGE
    with pytest.raises(Stop, match="cannot be opened"):
        instructions.instructions_of(None, tmp_path / "none.txt")
