"""Files for their owner alone, whole or as they were."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from flows import private


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in another way")
def test_nobody_else_can_open_them_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        private.make_folder(tmp_path / "out" / "inner")
        private.write(tmp_path / "out" / "inner" / "file", b"words")
    finally:
        os.umask(before)
    assert _mode(tmp_path / "out") == 0o700
    assert _mode(tmp_path / "out" / "inner") == 0o700
    assert _mode(tmp_path / "out" / "inner" / "file") == 0o600


def test_a_failed_write_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "workbook.xlsx"
    private.write(path, b"yesterday")

    def fail() -> None:
        with private.replacing(path) as beside:
            beside.write_bytes(b"half of to")
            raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        fail()
    assert path.read_bytes() == b"yesterday"
    assert list(tmp_path.iterdir()) == [path]


def test_what_a_killed_run_left_is_cleared_and_nothing_else(tmp_path: Path) -> None:
    for name in (".goldenthread-0123456789ab.xlsx", ".mine.tmp", "goldenthread.xlsx"):
        (tmp_path / name).touch()
    (tmp_path / ".goldenthread").mkdir()
    private.clear_unfinished(tmp_path)
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {".mine.tmp", "goldenthread.xlsx", ".goldenthread"}
