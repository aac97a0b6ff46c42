"""What stands in a folder and is no plain file, or stands there twice."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extractors.status import Status
from tests.hostile.case import READ
from tests.hostile.plans import pdf_plan, word_plan

_LINK = frozenset({Status.LINK_NOT_FOLLOWED})
_NO_FILE = frozenset({Status.UNSUPPORTED})
OUTSIDE = "Never to be read"
LEFT_OUT = (
    "~$plan.docx",
    ".~lock.plan.docx#",
    ".DS_Store",
    "._plan.docx",
    "Thumbs.db",
    "desktop.ini",
    ".hidden.docx",
    "$RECYCLE.BIN/plan.docx",
    "__MACOSX/plan.docx",
    "plan.docx.crdownload",
    "plan.pdf.part",
    "~WRL0001.tmp",
)


@dataclass(frozen=True, slots=True)
class Planted:
    """One entry of a folder, and what may become of it."""

    name: str
    expected: frozenset[Status]


def plant(folder: Path, outside: Path) -> Iterator[Planted]:
    """Puts everything into the folder; `outside` is for what links lead to."""
    folder.mkdir()
    for name in LEFT_OUT:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"left out")
    yield from _twice(folder)
    if os.name != "nt":
        yield from _links(folder, outside)
        yield from _no_files(folder)
        yield from _odd_files(folder)


def _twice(folder: Path) -> Iterator[Planted]:
    for kind, data in (("docx", word_plan("twice")), ("pdf", pdf_plan("twice"))):
        for number, expected in ((1, READ), (2, frozenset({Status.DUPLICATE}))):
            (folder / f"twice {number}.{kind}").write_bytes(data)
            yield Planted(f"twice {number}.{kind}", expected)
    for version in (1, 2):
        (folder / f"version {version}.docx").write_bytes(word_plan(f"version {version}"))
        yield Planted(f"version {version}.docx", READ)


def _links(folder: Path, outside: Path) -> Iterator[Planted]:
    outside.mkdir()
    (outside / "secret.docx").write_bytes(word_plan(OUTSIDE))
    for name, target in (
        ("to parent", ".."),
        ("to itself", "to itself"),
        ("to a folder", str(outside)),
        ("to a file.docx", str(outside / "secret.docx")),
        ("to passwd.docx", "/etc/passwd"),
        ("to zero.pdf", "/dev/zero"),
        ("to nothing.docx", "nothing"),
        ("to a neighbour.docx", "twice 1.docx"),
    ):
        (folder / name).symlink_to(target)
        yield Planted(name, _LINK)


def _no_files(folder: Path) -> Iterator[Planted]:
    os.mkfifo(folder / "pipe.docx")
    here = os.open(".", os.O_RDONLY)
    try:
        os.chdir(folder)  # a socket's path may have a hundred letters
        with socket.socket(socket.AF_UNIX) as end:
            end.bind("socket.pdf")
    finally:
        os.chdir(here)
        os.close(here)
    yield Planted("pipe.docx", _NO_FILE)
    yield Planted("socket.pdf", _NO_FILE)


def _odd_files(folder: Path) -> Iterator[Planted]:
    with (folder / "20 GB.pdf").open("wb") as file:
        file.write(pdf_plan("sparse"))
        file.truncate(20 * 1024**3)
    yield Planted("20 GB.pdf", frozenset({Status.TOO_LARGE}))
    for name, when in (("from 1970.docx", 0), ("from 2107.docx", 4_323_456_000)):
        (folder / name).write_bytes(word_plan(name))
        os.utime(folder / name, (when, when))
        yield Planted(name, READ)
    os.link(folder / "from 1970.docx", folder / "hard link.docx")
    yield Planted("hard link.docx", frozenset({Status.DUPLICATE}))
    if os.geteuid() != 0:
        (folder / "closed.docx").write_bytes(word_plan("closed"))
        (folder / "closed.docx").chmod(0)
        (folder / "closed folder").mkdir(mode=0)
        yield Planted("closed.docx", frozenset({Status.NO_PERMISSION}))
        yield Planted("closed folder", frozenset({Status.NO_PERMISSION}))


def plant_too_deep(folder: Path) -> None:
    """Puts a plan at the end of a path that is longer than the system takes in one piece."""
    folder.mkdir()
    at = os.open(folder, os.O_RDONLY)
    for _ in range(30):
        os.mkdir("d" * 200, dir_fd=at)
        below = os.open("d" * 200, os.O_RDONLY, dir_fd=at)
        os.close(at)
        at = below
    file = os.open("plan.docx", os.O_CREAT | os.O_WRONLY, dir_fd=at)
    os.write(file, word_plan("too deep"))
    os.close(file)
    os.close(at)


def clear(folder: Path) -> None:
    """Takes everything away again, the closed and the deep too."""
    for name in ("closed.docx", "closed folder"):
        if (folder / "tree" / name).exists():
            (folder / "tree" / name).chmod(0o700)
    shutil.rmtree(folder)
