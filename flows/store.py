"""What is kept between audits: the result of every file's content, in one SQLite file.

A result belongs to a content, not to a name: to the file's fingerprint, the program that read it,
the rubric, and the day by which dates were judged. Each is saved as it is finished, so a killed
audit goes on where it was.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
import typing
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_TABLE = """
CREATE TABLE IF NOT EXISTS results (
  sha256 TEXT NOT NULL, program TEXT NOT NULL, rubric TEXT NOT NULL, as_of TEXT NOT NULL,
  seconds REAL NOT NULL, result BLOB NOT NULL,
  PRIMARY KEY (sha256, program, rubric, as_of)
) WITHOUT ROWID
"""


@dataclass(frozen=True, slots=True)
class Judged:
    """What a result depends on beside the file itself."""

    program: str
    rubric: str
    as_of: str


class Store:
    """The results kept for one output folder. Any thread may use it."""

    def __init__(self, connection: sqlite3.Connection, judged: Judged) -> None:
        self._connection = connection
        self._judged = judged
        self._one_at_a_time = threading.Lock()

    def known(self) -> frozenset[str]:
        """The fingerprints of the contents that have a result for this program, rubric and day."""
        rows = self._run(
            "SELECT sha256 FROM results WHERE program = ? AND rubric = ? AND as_of = ?", *self._key
        )
        return frozenset(sha256 for (sha256,) in rows)

    def get(self, sha256: str) -> bytes:
        """The result of that content; nothing where there is none, or it was damaged."""
        rows = self._run(
            "SELECT result FROM results"
            " WHERE sha256 = ? AND program = ? AND rubric = ? AND as_of = ?",
            *(sha256, *self._key),
        )
        return _unpacked(rows)

    def read_before(self, sha256: str) -> bytes:
        """A result by the same program with another rubric or day: its plan need not be read."""
        rows = self._run(
            "SELECT result FROM results WHERE sha256 = ? AND program = ? LIMIT 1",
            sha256,
            self._judged.program,
        )
        return _unpacked(rows)

    def put(self, sha256: str, result: bytes, seconds: float) -> None:
        """Keeps a result; when this returns, it is on the disk."""
        packed = zlib.compress(result)
        self._run(
            "INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?, ?, ?)",
            *(sha256, *self._key, seconds, packed),
        )

    def forget(self, sha256: str) -> None:
        """Drops the result of that content."""
        self._run(
            "DELETE FROM results WHERE sha256 = ? AND program = ? AND rubric = ? AND as_of = ?",
            *(sha256, *self._key),
        )

    def keep_only(self, contents: frozenset[str]) -> None:
        """Drops what no longer stands in the folder, and results by other rubrics and days."""
        gone = self.known() - contents
        for sha256 in gone:
            self.forget(sha256)
        self._run(
            "DELETE FROM results WHERE NOT (program = ? AND rubric = ? AND as_of = ?)", *self._key
        )

    @property
    def _key(self) -> tuple[str, str, str]:
        return self._judged.program, self._judged.rubric, self._judged.as_of

    def _run(self, statement: str, *values: object) -> list[tuple[typing.Any, ...]]:
        with self._one_at_a_time, self._connection:
            return self._connection.execute(statement, values).fetchall()


@contextlib.contextmanager
def opened(path: Path, judged: Judged) -> Iterator[Store]:
    """The store in that file, made where it is missing, and made anew where it is damaged."""
    try:
        connection = _connect(path)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):  # a full disk, no damage
            raise
        for name in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
            name.unlink(missing_ok=True)  # it only saves time: everything can be read again
        connection = _connect(path)
    with contextlib.closing(connection):
        yield Store(connection, judged)


def _unpacked(rows: list[tuple[typing.Any, ...]]) -> bytes:
    try:
        return zlib.decompress(rows[0][0]) if rows else b""
    except zlib.error:
        return b""


def _connect(path: Path) -> sqlite3.Connection:
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))  # SQLite's own would be open to others
    path.chmod(0o600)
    connection = sqlite3.connect(path, timeout=30, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")  # what is dropped is gone from the file
        connection.execute(_TABLE)
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection
