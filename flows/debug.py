"""Faults of the program itself, noted in a file where somebody asked for it, and nowhere else."""

from __future__ import annotations

import contextlib
import os
import traceback
from pathlib import Path

DEBUG = "GOLDENTHREAD_DEBUG"  # the environment variable that names the file


def note_to(path: str) -> None:
    """Has faults noted in that file, by this process and those that it starts."""
    os.environ[DEBUG] = str(Path(path).absolute())


def note() -> None:
    """Notes the error that is being handled. Its text may hold words of a plan."""
    if path := os.environ.get(DEBUG):
        with contextlib.suppress(OSError):
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            with open(descriptor, "a", encoding="utf-8") as file:  # noqa: PTH123 -- it is open
                file.write(traceback.format_exc() + "\n")
