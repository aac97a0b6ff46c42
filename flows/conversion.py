"""The private folder in which LibreOffice saves older formats as Word files, gone when we are."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from extractors import office
from extractors.office import Office
from flows import private
from flows.job import Limits

_FOLDER, _PREFIX = "converting", "goldenthread-converting-"
_OLD = 86_400  # seconds: what was left for a day was left by a program that was killed


@contextlib.contextmanager
def office_in(folder: Path, limits: Limits) -> Iterator[Office | None]:
    """LibreOffice at work below a private folder; None where it is not installed.

    What a killed audit left there is removed first. Only one audit may work in a folder.
    """
    room = folder / _FOLDER
    shutil.rmtree(room, ignore_errors=True)
    program = office.installed()
    if program is None:
        yield None
        return
    private.make_folder(room)
    try:
        yield _office(program, room, limits)
    finally:
        shutil.rmtree(room, ignore_errors=True)


@contextlib.contextmanager
def office_alone(limits: Limits) -> Iterator[Office | None]:
    """LibreOffice at work for one file, in a folder of its own among the temporary ones."""
    program = office.installed()
    if program is None:
        yield None
        return
    _clear(Path(tempfile.gettempdir()))
    with tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True) as room:
        yield _office(program, Path(room), limits)


def _office(program: Path, room: Path, limits: Limits) -> Office:
    """Half of a file's time is LibreOffice's: where it fails, our own readers have the rest."""
    return Office(program, room, max(1, limits.seconds // 2), limits.megabytes)


def _clear(temporary: Path) -> None:
    for left in temporary.glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > _OLD:
                shutil.rmtree(left, ignore_errors=True)
