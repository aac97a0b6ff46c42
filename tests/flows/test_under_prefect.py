"""The audit as a Prefect flow: the same results, and nobody's name in Prefect's keeping."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from flows.exits import ExitCode
from tests.flows.small_plans import ROOT, environment, goldenthread, plan_file

NAME = "Zebedee Quillfeather"
AS_OF = ("--as-of", "2026-07-31")


@dataclass(frozen=True)
class Ran:
    """An audit under Prefect, with all that it could write to."""

    ended: subprocess.CompletedProcess[str]
    folder: Path
    out: Path
    home: Path

    @property
    def keeping(self) -> Path:
        """The folder of Prefect's own files."""
        return self.out / ".goldenthread" / "prefect"


@pytest.fixture(scope="module")
def with_it(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    base = tmp_path_factory.mktemp("prefect")
    folder, out, home = base / "Plans of Marmaduke", base / "out", base / "home"
    plan_file(folder / "Perpetua Snodgrass.docx", NAME)
    (folder / "Perpetua crash.docx").write_bytes(b"FAULT error")
    home.mkdir()
    own = {"HOME": str(home), "TMPDIR": str(home)}
    return Ran(goldenthread("audit", folder, "--out", out, *AS_OF, **own), folder, out, home)


def test_the_results_are_the_same_and_no_name_is_in_prefects_keeping(
    with_it: Ran, tmp_path: Path
) -> None:
    words = ("audit", with_it.folder, "--out", tmp_path / "out", *AS_OF, "--no-prefect")
    without, ended, out = goldenthread(*words), with_it.ended, with_it.out
    assert ended.returncode == without.returncode == ExitCode.SOME_NOT_AUDITED, ended.stderr
    assert "without it" not in ended.stderr
    for name in ("plans.jsonl", "goldenthread.xlsx"):
        assert (out / name).read_bytes() == (tmp_path / "out" / name).read_bytes()
    kept = [p for p in with_it.keeping.rglob("*") if p.is_file()]
    assert any(p.name == "prefect.db" for p in kept)
    elsewhere = [p for p in with_it.home.rglob("*") if p.is_file()]
    content = b"".join(p.read_bytes() for p in kept + elsewhere)
    assert b"batch-1" in content  # so that the search is known to see what is there
    said = (ended.stdout + ended.stderr).replace(str(out), "").encode()
    for marker in ("Zebedee", "Quillfeather", "Perpetua", "Snodgrass", "Marker Childname"):
        assert marker.encode() not in content + said
    assert b"Marmaduke" not in content


def test_without_prefect_the_audit_goes_on(tmp_path: Path) -> None:
    plan_file(tmp_path / "plans" / "plan.docx")
    ended = goldenthread(
        *("audit", tmp_path / "plans", "--out", tmp_path / "out"),
        PREFECT_API_URL="http://127.0.0.1:9/api",
        PREFECT_CLIENT_MAX_RETRIES="0",
    )
    assert ended.returncode == ExitCode.ALL_AUDITED
    assert "goes on without it" in ended.stderr
    assert (tmp_path / "out" / "goldenthread.xlsx").exists()


SERVER = """
import os, sys
from pathlib import Path
from flows import settings
settings.apply(Path(sys.argv[1]))
from flows.temporary_server import serving
with serving(schedules=True) as address:
    print(address, os.environ["PREFECT_API_AUTH_STRING"], flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def server(with_it: Ran, tmp_path: Path) -> Iterator[dict[str, str]]:
    """What the environment must hold to use a Prefect server that looks after schedules."""
    home = shutil.copytree(with_it.keeping, tmp_path / "prefect")
    process = subprocess.Popen(  # noqa: S603 -- ours
        [sys.executable, "-c", SERVER, home],
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    address, password = process.stdout.readline().split()
    yield {
        "PREFECT_API_URL": address,
        "PREFECT_API_AUTH_STRING": password,
        "PREFECT_HOME": str(home),
        "DO_NOT_TRACK": "1",
    }
    process.communicate("")


def _prefect(server: dict[str, str], *words: str) -> str:
    ended = subprocess.run(  # noqa: S603 -- Prefect's own command
        [sys.executable, "-m", "prefect", *words],
        env=environment(**server),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


def _ask(server: dict[str, str], what: str, body: dict[str, Any]) -> Any:  # noqa: ANN401 -- JSON
    password = base64.b64encode(server["PREFECT_API_AUTH_STRING"].encode()).decode()
    request = urllib.request.Request(  # noqa: S310 -- this machine
        f"{server['PREFECT_API_URL']}/{what}",
        data=json.dumps(body).encode(),
        headers={"Content-Type": "application/json", "Authorization": f"Basic {password}"},
    )
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310 -- this machine
        return json.loads(answer.read())


def test_a_deployment_really_produces_scheduled_runs(server: dict[str, str]) -> None:
    _ask(server, "work_pools/", {"name": "goldenthread", "type": "process"})
    _prefect(server, "--no-prompt", "deploy", "--all")
    scheduled = {"flow_runs": {"state": {"type": {"any_": ["SCHEDULED"]}}}}
    end = time.monotonic() + 60
    while not (runs := _ask(server, "flow_runs/filter", scheduled)) and time.monotonic() < end:
        time.sleep(0.5)
    assert runs
    assert {run["parameters"]["job_id"] for run in runs} == {"nightly"}
