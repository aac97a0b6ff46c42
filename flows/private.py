"""Files and folders that only their owner can open, written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
from collections.abc import Iterator
from pathlib import Path

_BESIDE = re.compile(r"\.goldenthread-[0-9a-f]{12}(\.\w+)?")


def make_folder(folder: Path) -> None:
    """Makes the folder, and those above it that are missing, for its owner alone."""
    missing = [folder, *folder.parents]
    for path in reversed([p for p in missing if not p.exists()]):
        with contextlib.suppress(FileExistsError):
            path.mkdir(mode=0o700)
            path.chmod(0o700)  # whatever the umask


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A name to write to, in the same folder; what was written takes the path's place at the end.

    Where writing fails, what stood under the path still stands there, and nothing else is left.
    """
    beside = path.with_name(f".goldenthread-{secrets.token_hex(6)}{path.suffix}")
    os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        yield beside
        beside.chmod(0o600)
        _flush(beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    if os.name != "nt":
        _flush(path.parent)


def clear_unfinished(folder: Path) -> None:
    """Removes what a killed program had written half, and nothing else."""
    for path in folder.iterdir():
        if _BESIDE.fullmatch(path.name):
            path.unlink(missing_ok=True)


def write(path: Path, data: bytes) -> None:
    """Writes a private file, whole or not at all."""
    with replacing(path) as beside:
        beside.write_bytes(data)


def _flush(path: Path) -> None:
    """Has the system write a file, or a folder's list of files, to the disk itself."""
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
