"""Faults of the program itself, noted in a file where somebody asked for it, and nowhere else."""

from __future__ import annotations

import contextlib
import os
import time
import traceback
from collections.abc import Iterator
from pathlib import Path

DEBUG = "GOLDENTHREAD_DEBUG"  # the environment variable that names the file


def note_to(path: str) -> None:
    """Has faults noted in that file, by this process and those that it starts."""
    os.environ[DEBUG] = str(Path(path).absolute())


def note() -> None:
    """Notes the error that is being handled. Its text may hold words of a plan."""
    say(traceback.format_exc())


@contextlib.contextmanager
def step(what: str) -> Iterator[None]:
    """Notes that a step begins and that it ended: where its process died, it never ended."""
    started = time.monotonic()
    say(f"{what}: begins")
    yield
    say(f"{what}: ended after {time.monotonic() - started:.1f} s")


def say(what: str) -> None:
    """Notes what happened, when and in which process."""
    if path := os.environ.get(DEBUG):
        now = time.strftime("%H:%M:%S")
        with contextlib.suppress(OSError):
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            with open(descriptor, "a", encoding="utf-8") as file:  # noqa: PTH123 -- it is open
                file.write(f"{now} [{os.getpid()}] {what.rstrip()}\n")
