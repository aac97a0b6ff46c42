"""What is kept: by content, program, rubric and day, and no longer than needed."""

from __future__ import annotations

import os
import sqlite3
import stat
import threading
from pathlib import Path

import pytest

from flows.store import Judged, opened

TODAY = Judged("0.1", "rubric", "2026-07-31")
TOMORROW = Judged("0.1", "rubric", "2026-08-01")


def test_a_result_belongs_to_content_program_rubric_and_day(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with opened(path, TODAY) as store:
        store.put("aa", b"result", 0.1)
        assert store.known() == {"aa"}
        assert store.get("aa") == b"result"
    for other in (
        TOMORROW,
        Judged("0.2", "rubric", "2026-07-31"),
        Judged("0.1", "x", "2026-07-31"),
    ):
        with opened(path, other) as store:
            assert store.known() == frozenset()
            assert store.get("aa") == b""


def test_a_plan_read_before_is_found_by_another_day_but_not_by_another_program(
    tmp_path: Path,
) -> None:
    with opened(tmp_path / "store.db", TODAY) as store:
        store.put("aa", b"result", 0.1)
    with opened(tmp_path / "store.db", TOMORROW) as store:
        assert store.read_before("aa") == b"result"
    with opened(tmp_path / "store.db", Judged("0.2", "rubric", "2026-07-31")) as store:
        assert store.read_before("aa") == b""


def test_what_left_the_folder_leaves_the_file_too(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    secret = os.urandom(3000)
    with opened(path, TODAY) as store:
        store.put("stays", b"result", 0.1)
        store.put("gone", secret, 0.1)
    with opened(path, TOMORROW) as store:
        store.put("stays", b"newer", 0.1)
        store.keep_only(frozenset({"stays"}))
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT sha256, as_of FROM results").fetchall()
    connection.close()
    assert rows == [("stays", "2026-08-01")]
    assert secret[100:200] not in path.read_bytes()


def test_a_damaged_store_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.write_bytes(b"this was never a database" * 400)
    with opened(path, TODAY) as store:
        store.put("aa", b"result", 0.1)
        assert store.get("aa") == b"result"


def test_a_damaged_result_counts_as_none(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with opened(path, TODAY) as store:
        store.put("aa", b"result", 0.1)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE results SET result = x'00ff'")
    connection.close()
    with opened(path, TODAY) as store:
        assert store.get("aa") == b""


def test_threads_may_use_it_together(tmp_path: Path) -> None:
    with opened(tmp_path / "store.db", TODAY) as store:

        def put(start: int) -> None:
            for number in range(start, start + 25):
                store.put(str(number), b"result", 0.1)

        threads = [threading.Thread(target=put, args=[n * 25]) for n in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(store.known()) == 100


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in another way")
def test_nobody_else_can_open_it(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with opened(tmp_path / "store.db", TODAY) as store:
            store.put("aa", b"result", 0.1)
            modes = {stat.S_IMODE(p.stat().st_mode) for p in tmp_path.iterdir()}
    finally:
        os.umask(before)
    assert modes == {0o600}
