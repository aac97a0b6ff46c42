"""Every file in a folder, once, in the byte order of their paths; nothing is opened here."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extractors.status import Status, Unreadable
from reports.result import LeftOut

_SYSTEM = {
    ".ds_store",
    "thumbs.db",
    "ehthumbs.db",
    "desktop.ini",
    "__macosx",
    "$recycle.bin",
    "system volume information",
}
_UNFINISHED = (".crdownload", ".part", ".partial", ".download", ".opdownload")
_TEMPORARY = (".tmp", ".temp")


@dataclass(frozen=True, slots=True)
class Given:
    """A file given to the audit; `refused` where it is clear at once that it cannot be read."""

    path: Path
    name: str  # its path inside the folder, fit to be shown and stored
    size: int = 0
    refused: Unreadable | None = None


@dataclass(frozen=True, slots=True)
class Inventory:
    """All that was found in a folder: every file is in exactly one of the two."""

    given: tuple[Given, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def found(self) -> int:
        """How many files there are in all."""
        return len(self.given) + len(self.left_out)


def take_inventory(folder: Path) -> Inventory:
    """Every file below the folder. Links are named, not followed; pipes are never opened."""
    entries = sorted(_walk(folder), key=lambda entry: _order(entry[0]))
    given, left_out = [], []
    for parts, entry in entries:
        if why := next(filter(None, map(_junk, parts)), None):
            left_out.append(LeftOut(shown("/".join(parts)), why))
        else:
            given.append(entry)
    return Inventory(tuple(given), tuple(left_out))


def shown(name: str) -> str:
    r"""A file's name as valid text: bytes that are no UTF-8 stand as \xNN."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _order(parts: tuple[str, ...]) -> bytes:
    return os.fsencode("/".join(parts))


def _walk(folder: Path) -> Iterator[tuple[tuple[str, ...], Given]]:
    waiting: list[tuple[str, ...]] = [()]
    while waiting:
        parts = waiting.pop()
        try:
            with os.scandir(folder.joinpath(*parts)) as entries:
                for entry in entries:
                    below = (*parts, entry.name)
                    if entry.is_dir(follow_symlinks=False) and not _is_junction(entry):
                        waiting.append(below)
                    else:
                        yield below, _given(entry, below)
        except OSError as error:
            yield parts, _closed_folder(folder, parts, error)


def _given(entry: os.DirEntry[str], parts: tuple[str, ...]) -> Given:
    path, name = Path(entry.path), shown("/".join(parts))
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError:  # it vanished since the folder was listed
        return Given(path, name, 0, Unreadable(Status.CHANGED_WHILE_READING))
    if stat.S_ISLNK(status.st_mode) or _is_junction(entry):
        return Given(path, name, 0, Unreadable(Status.LINK_NOT_FOLLOWED))
    if not stat.S_ISREG(status.st_mode):
        return Given(path, name, 0, Unreadable(Status.UNSUPPORTED, "It is not an ordinary file."))
    return Given(path, name, status.st_size)


def _is_junction(entry: os.DirEntry[str]) -> bool:
    """Whether it is a junction: Windows' link to a folder, which is no symbolic link there."""
    if os.name != "nt":
        return False
    tag = getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0)
    return bool(tag == getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", None))


def _closed_folder(folder: Path, parts: tuple[str, ...], error: OSError) -> Given:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        why = Unreadable(Status.CHANGED_WHILE_READING)
    else:
        why = Unreadable(Status.NO_PERMISSION, "It is a folder, and nothing in it could be seen.")
    return Given(folder.joinpath(*parts), shown("/".join(parts) or "."), 0, why)


def _junk(part: str) -> str | None:
    """Why a file or folder of this name holds no plan of anybody's, or None."""
    name = part.lower()
    if name.startswith(("~$", ".~lock.")):
        return "lock file of an open document"
    if name in _SYSTEM or name.startswith("._"):
        return "system file"
    if name.endswith(_UNFINISHED):
        return "unfinished download"
    if name.endswith(_TEMPORARY):
        return "temporary file"
    if name.startswith("."):
        return "hidden file"
    return None
