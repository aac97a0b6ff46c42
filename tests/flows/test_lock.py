"""One audit at a time, and a killed one leaves no lock behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from flows.exits import ExitCode, Stop
from flows.lock import only_one

HOLD = """
import sys, time
from pathlib import Path
from flows.lock import only_one
with only_one(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_audit_is_told_who_holds_the_folder(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    holder = subprocess.Popen([sys.executable, "-c", HOLD, path], stdout=subprocess.PIPE)  # noqa: S603 -- ours
    assert holder.stdout is not None
    with holder.stdout:
        assert holder.stdout.readline().strip() == b"held"
        with pytest.raises(Stop) as stopped, only_one(path):
            pass
        assert stopped.value.code is ExitCode.LOCKED
        assert f"process {holder.pid}" in stopped.value.message
        os.kill(holder.pid, signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
        holder.wait()
    with only_one(path):
        assert path.exists()


def test_it_is_free_again_after_use(tmp_path: Path) -> None:
    for _ in range(2):
        with only_one(tmp_path / "lock"):
            pass
    with pytest.raises(ZeroDivisionError), only_one(tmp_path / "lock"):
        raise ZeroDivisionError
    with only_one(tmp_path / "lock"):
        pass
