"""The folder that an audit writes to: whether it can, before anything is read."""

from __future__ import annotations

import contextlib
import errno
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from flows import private
from flows.exits import ExitCode, Stop
from flows.job import Job

WORKBOOK = "goldenthread.xlsx"
PLANS = "plans.jsonl"
_DISK_ERRORS = {errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO}
_LEAST_FREE = 50 * 1024 * 1024
_FREE_A_FILE = 200 * 1024  # of store, workbook and plans.jsonl for one plan, generously


def check_folders(job: Job) -> None:
    """Ends the command where the folder given is none, or one of the two lies in the other."""
    if not job.folder.is_dir():
        raise Stop(f"{job.folder} is not a folder that can be opened.", ExitCode.USAGE)
    folder, out = job.folder.resolve(), job.out.resolve()
    if out.is_relative_to(folder):
        raise Stop(
            "The output folder lies inside the folder of plans, so the next audit would read "
            "this one's results. Give a folder outside of it with --out.",
            ExitCode.USAGE,
        )
    if folder.is_relative_to(out):
        raise Stop(
            "The folder of plans lies inside the output folder. Give another one with --out.",
            ExitCode.USAGE,
        )
    if out.exists() and not out.is_dir():
        raise Stop(f"{job.out} is a file. Give a folder with --out.", ExitCode.USAGE)


def prepare(job: Job) -> None:
    """Makes the output folder and its private part; ends the command where it cannot be used."""
    try:
        private.make_folder(job.out)
        private.make_folder(job.private)
        private.clear_unfinished(job.out)
        private.clear_unfinished(job.private)
        private.write(job.private / "writable", b"")
        (job.private / "writable").unlink()
    except OSError as error:
        raise not_writable(job.out, error) from error
    for name in (f"~${WORKBOOK}", f".~lock.{WORKBOOK}#"):
        if (job.out / name).exists():
            raise Stop(
                f"The workbook {job.out / WORKBOOK} is open in Excel or LibreOffice. Close it and "
                f"run the audit again. (If nobody has it open, delete the file {name}.)",
                ExitCode.NOT_WRITABLE,
            )


def check_room(job: Job, files: int) -> None:
    """Ends the command where the disk has too little room for the results of so many files."""
    need = _LEAST_FREE + files * _FREE_A_FILE
    free = shutil.disk_usage(job.out).free
    if free < need:
        raise Stop(
            f"The disk of {job.out} has {free >> 20} MB free; this audit may need {need >> 20} MB.",
            ExitCode.NOT_WRITABLE,
        )


@contextlib.contextmanager
def written_to(out: Path) -> Iterator[None]:
    """Ends the command in plain words where what is done inside cannot write its results."""
    try:
        yield
    except OSError as error:
        if error.errno in _DISK_ERRORS:
            raise not_writable(out, error) from error
        raise
    except sqlite3.OperationalError as error:
        full = getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_FULL
        cause = OSError(errno.ENOSPC if full else errno.EIO, "")
        raise not_writable(out, cause) from error


def check_own(out: Path, ours: Callable[[Path], bool]) -> None:
    """Ends the command where a file is there already which it has not written itself."""
    if not (out.exists() or out.is_symlink()):
        return
    if out.is_symlink() or not out.is_file() or not ours(out):
        raise Stop(
            f"{out} is there already, and was not written by this command. Give another name.",
            ExitCode.USAGE,
        )


def not_writable(out: Path, error: OSError) -> Stop:
    """What to say where writing the results failed."""
    if error.errno in {errno.ENOSPC, getattr(errno, "EDQUOT", None)}:
        why = "The disk is full."
    elif error.errno == errno.EROFS:
        why = "The disk can only be read."
    elif isinstance(error, PermissionError):
        why = "You may not write there, or one of its files is open in another program."
    else:
        why = "The system refused."
    return Stop(
        f"The results could not be written to {out}. {why} Results of an earlier audit are as "
        "they were.",
        ExitCode.NOT_WRITABLE,
    )
