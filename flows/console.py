"""What is said to the person at the keyboard, and how far the work has come.

Names of files and words of plans are shown so that none of them can move the cursor, ring the
bell or turn the text around; a screen that cannot take a letter, or takes nothing, stops nothing.
"""

from __future__ import annotations

import contextlib
import os
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from typing import TextIO

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from extractors.status import Status

_UNSAFE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_JOINERS = "\u200c\u200d"  # part of words in some scripts, and of emoji


def prepare() -> None:
    """Makes the screen take any text: a letter that it does not know is shown by its number."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError, OSError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


def say(text: str = "") -> None:
    """Says one or more lines."""
    _write(sys.stdout, text)


def warn(text: str) -> None:
    """Says what went wrong, where it does not mix with results."""
    _write(sys.stderr, text)


def counted(counts: Mapping[Status, int]) -> str:
    """How many files there are of each status, in a line: it goes into a service's log."""
    return ", ".join(f"{count} {status}" for status, count in counts.items()) or "no files"


def visible(text: str) -> str:
    """The text with every letter that would act on the screen shown by its number."""
    return "".join(
        letter
        if letter == "\n" or letter in _JOINERS or unicodedata.category(letter) not in _UNSAFE
        else letter.encode("unicode_escape", "surrogatepass").decode("ascii")
        for letter in text
    )


def _write(stream: TextIO, text: str) -> None:
    try:
        stream.write(visible(text) + "\n")
        stream.flush()
    except (OSError, ValueError):  # full, closed, or nobody reads any more: the work goes on
        deafen(stream)


def deafen(stream: TextIO) -> None:
    """Sends all that is still to be said nowhere, or Python complains of it at the end."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


class _Rate(ProgressColumn):
    """How many files a second."""

    def render(self, task: Task) -> Text:
        """Gives the rate, once there is one."""
        return Text(f"{task.speed:.1f} files/s" if task.speed else "", style="cyan")


class Bar:
    """A progress bar with rate and time left; plain lines where there is no screen to draw on."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress

    def begin(self, what: str, total: int) -> None:
        """Puts the bar back to nought for the next stage."""
        if self._progress is None:
            warn(f"{what}: {total:,}" if total else what)
            return
        for task in self._progress.task_ids:
            self._progress.remove_task(task)
        self._progress.add_task(what, total=total or None)

    def advance(self) -> None:
        """Moves the bar by one file."""
        if self._progress is not None:
            self._progress.advance(self._progress.task_ids[0])


@contextlib.contextmanager
def bar() -> Iterator[Bar]:
    """A progress bar that is gone when the work is."""
    if not sys.stderr.isatty():
        yield Bar(None)
        return
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    ) as progress:
        yield Bar(progress)
